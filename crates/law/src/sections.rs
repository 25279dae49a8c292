//! Parts of a text that it points at by a name: "see the section on medical examinations above".

use notice::{Block, Notice};

use super::{
    appended::is_missing,
    text::{fold, plain, unmarked, words},
};

/// What the parts and paragraphs of a text are called, which its sentences may point at.
pub(super) struct Names {
    /// What may be headings: those of its sections, and short pieces without a stop.
    heads: Vec<String>,
    /// How its other pieces begin.
    labels: Vec<String>,
}

impl Names {
    /// Reads a text once for all of its sentences.
    pub(super) fn of(notice: &Notice) -> Self {
        let (heads, labels) = heads(notice);
        Self { heads, labels }
    }

    /// Says whether a sentence points at a section of its own text by a name, and no heading of the text has that name. What stands
    /// in another document nobody can tell.
    pub(super) fn lack(&self, sentence: &str) -> bool {
        if is_missing(sentence, &self.heads) && is_missing(sentence, &self.labels) {
            return true;
        }
        let Some(name) = named(sentence) else {
            return false;
        };
        let stems: Vec<&str> = name.iter().map(|it| stem(it)).collect();
        let has = |head: &str, stem_of: &str| words(head).iter().any(|word| stem(word) == stem_of);
        let headed = self
            .heads
            .iter()
            .any(|head| stems.iter().any(|it| has(head, it)));
        // What begins a paragraph is a name only if it has all of it.
        let labelled = self
            .labels
            .iter()
            .any(|label| stems.iter().all(|it| has(label, it)));
        !stems.is_empty() && !stems.iter().any(|it| COMMON.contains(it)) && !headed && !labelled
    }
}

/// What every notice has a part about, whatever that is called in it.
const COMMON: [&str; 24] = [
    "right", "complai", "complain", "retenti", "share", "sharing", "recipie", "contact", "cookie",
    "child", "childre", "data", "informa", "purpose", "transfe", "keep", "object", "law", "lawful",
    "basis", "bases", "source", "control", "officer",
];

/// Returns the first letters of a word, in which its forms are alike: "examination" and "examinations".
fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(7).map_or(word.len(), |(at, _)| at);
    word[..end].trim_end_matches('s')
}

/// Returns the words by which a sentence names a section above or below it that it points at.
fn named(sentence: &str) -> Option<Vec<String>> {
    const PARTS: [&str; 5] = ["section", "part", "heading", "paragraph", "passage"];
    const ABOUT: [&str; 6] = ["on", "about", "headed", "called", "entitled", "titled"];
    const SMALL: [&str; 12] = [
        "the", "a", "an", "your", "our", "of", "and", "how", "we", "you", "what", "for",
    ];
    let all = words(&fold(sentence));
    let at = (1..all.len())
        .find(|&at| PARTS.contains(&all[at - 1].as_str()) && ABOUT.contains(&all[at].as_str()))?;
    let rest = &all[at + 1..];
    let end = rest
        .iter()
        .position(|it| matches!(it.as_str(), "above" | "below"))?;
    // "… of the handbook below" is another text's.
    let own = &rest[..end];
    let name = own.iter().filter(|it| !SMALL.contains(&it.as_str()));
    (own.len() < 7).then(|| name.cloned().collect())
}

/// Lists what may be headings of a text (those of its sections, and short pieces without a stop), and how its other pieces begin.
fn heads(notice: &Notice) -> (Vec<String>, Vec<String>) {
    let sections = notice.sections.iter().map(|it| it.heading.clone());
    let blocks = notice.sections.iter().flat_map(|section| &section.body);
    let pieces = blocks.flat_map(|block| match block {
        Block::Paragraph(runs) => vec![plain(unmarked(runs))],
        Block::List(items) => items.iter().map(|item| plain(item)).collect(),
    });
    let pieces: Vec<String> = pieces.map(|it| it.trim().to_owned()).collect();
    let is_short = |text: &str| text.split_whitespace().count() < 10;
    let (short, long): (Vec<String>, Vec<String>) = pieces
        .into_iter()
        .partition(|it| is_short(it) && !it.ends_with(['.', ';', ',']));
    let begins = long.iter().map(|it| {
        let first = it.split(['.', ':', '?']).next();
        first.unwrap_or_default().to_owned()
    });
    let begins = begins.filter(|it| is_short(it)).collect();
    (sections.chain(short).collect(), begins)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_section_of_the_text_itself_is_told_from_others() {
        for (sentence, wanted) in [
            (
                "For what the doctor's form contains, see the section on medical examinations above.",
                "medical examinations",
            ),
            ("This is told in the part about deposits below.", "deposits"),
            ("See the heading called Fees above.", "fees"),
            ("The paragraph on drones, below, says more.", "drones"),
            (
                "See “Badges” and the section headed “Plates” above.",
                "plates",
            ),
            (
                "As the passage about your pension above says, we ask.",
                "pension",
            ),
        ] {
            let name = named(sentence).map(|it| it.join(" "));
            assert_eq!(name.as_deref(), Some(wanted), "{sentence}");
        }
        for sentence in [
            "See the section on medical examinations of the handbook.",
            "We act under the section on licences of the Act.",
            "A part on the engine is above the wheel.".trim_end_matches(" above the wheel."),
            "The section of the road above is closed.",
            "Our part in it is told below.",
            "See above.",
        ] {
            assert!(named(sentence).is_none(), "{sentence}");
        }
    }
}
