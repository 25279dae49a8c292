//! Where the facts of a Markdown file end and its prose starts.

use super::sheet::Sheet;

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// The two halves of a file.
pub(super) struct FrontMatter {
    /// The front matter as TOML, its opening fence made a comment so that every offset stays that of the file.
    pub toml: String,
    /// Where the prose starts.
    pub prose: usize,
}

impl FrontMatter {
    /// Splits a notice. Without front matter, which is noted, everything is prose.
    pub(super) fn needed(sheet: &Sheet) -> Self {
        Self::optional(sheet).unwrap_or_else(|| {
            let remedy = "Start it with a line +++, the facts, and another line +++.";
            sheet.broken(0..FENCE.len(), "The file has no front matter", remedy);
            Self {
                toml: String::new(),
                prose: 0,
            }
        })
    }

    /// Splits a file that may be all prose. A front matter without an end, which is noted, is read for nothing.
    pub(super) fn optional(sheet: &Sheet) -> Option<Self> {
        let text = sheet.text();
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let fence = line.trim_end() == FENCE;
            match offset {
                0 if !fence => return None,
                start if start > 0 && fence => {
                    let toml = format!("###{}", &text[FENCE.len()..start]);
                    return Some(Self {
                        toml,
                        prose: start + line.len(),
                    });
                }
                _ => offset += line.len(),
            }
        }
        (offset > 0).then(|| {
            let remedy = "Write a line +++ between the facts and the prose.";
            sheet.broken(0..FENCE.len(), "The front matter has no end", remedy);
            Self {
                toml: String::new(),
                prose: text.len(),
            }
        })
    }
}
