//! Headings and text, as Markdown that reads back letter for letter.

use notice::{Block, Inline, Section};

pub(super) fn sections(sections: &[Section]) -> String {
    let mut out = String::new();
    for section in sections {
        let scope = [
            ("part", &section.scope.part),
            ("audience", &section.scope.audience),
        ];
        let scope: String = scope
            .into_iter()
            .filter_map(|(key, value)| Some(format!(" {key}={}", value.as_ref()?)))
            .collect();
        let heading = heading(&section.heading);
        out.push_str(&format!(
            "\n## {heading} {{#{}{scope}}}\n",
            <&str>::from(section.id)
        ));
        let mut lists = 0;
        for block in &section.body {
            out.push('\n');
            match block {
                Block::Paragraph(runs) => {
                    lists = 0;
                    out.push_str(&line(runs));
                    out.push('\n');
                }
                Block::List(items) => {
                    // Two lists with the same mark would be one.
                    let mark = if lists % 2 == 0 { '-' } else { '*' };
                    lists += 1;
                    for item in items {
                        out.push_str(&format!("{mark} {}\n", line(item)));
                    }
                }
            }
        }
    }
    out
}

/// Returns a paragraph or a bullet on one line.
fn line(runs: &[Inline]) -> String {
    let mut out = String::new();
    let mut mark = "";
    for (at, run) in runs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| runs.get(at));
        let after = runs.get(at + 1);
        match run {
            Inline::Text(text) => out.push_str(&beside(text, before, mark, after)),
            Inline::Strong(text) => {
                // Two in a row need marks that differ.
                mark = if mark == "**" && matches!(before, Some(Inline::Strong(_))) {
                    "__"
                } else {
                    "**"
                };
                out.push_str(&format!("{mark}{}{mark}", escape(text, edge, edge)));
            }
            Inline::Link { text, url } => {
                out.push_str(&format!("[{}]({})", escape(text, edge, edge), address(url)));
            }
        }
    }
    start(edges(&out))
}

/// Returns a run of text between two others. Next to bold text a letter may keep it from being bold (CommonMark's flanking); a
/// reference in its place does not.
fn beside(text: &str, before: Option<&Inline>, mark: &str, after: Option<&Inline>) -> String {
    let letter = |mark: Option<char>| mark.is_some_and(is_letter);
    // Whether a letter may stand beside the bold text.
    let before = match before {
        Some(Inline::Strong(text)) => Some(mark == "**" && letter(text.chars().next_back())),
        _ => None,
    };
    let bold = match after {
        Some(Inline::Strong(text)) => Some(letter(text.chars().next())),
        _ => None,
    };
    let guarded = |bold: Option<bool>, mark: char| {
        bold.is_some_and(|letter| {
            let fits = letter && mark.is_ascii_alphanumeric();
            !fits && mark != ' ' && !is_plain(mark)
        })
    };
    // An exclamation mark would make a picture of a link.
    let link = matches!(after, Some(Inline::Link { .. }));
    let last = |mark| guarded(bold, mark) || (link && mark == '!');
    escape(text, |mark| guarded(before, mark), last)
}

/// Recognises punctuation that neither begins nor ends anything.
fn is_plain(mark: char) -> bool {
    matches!(
        mark,
        '.' | ','
            | ';'
            | ':'
            | '?'
            | '('
            | ')'
            | '"'
            | '\''
            | '/'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '–'
            | '—'
            | '…'
    )
}

/// Recognises letters and digits. Those in circles and squares are symbols to CommonMark's flanking, though Unicode calls them alphabetic.
fn is_letter(mark: char) -> bool {
    let framed = matches!(
        mark,
        '\u{24b6}'..='\u{24e9}'
            | '\u{1f130}'..='\u{1f149}'
            | '\u{1f150}'..='\u{1f169}'
            | '\u{1f170}'..='\u{1f189}'
    );
    mark.is_alphanumeric() && !framed
}

/// Says whether a character cannot stand at an end of bold text or of a link as it is.
fn edge(mark: char) -> bool {
    !is_letter(mark) && !is_plain(mark)
}

/// Writes text whose first and last characters are references if need be.
fn escape(text: &str, first: impl Fn(char) -> bool, last: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    for (at, mark) in text.char_indices() {
        let rest = &text[at + mark.len_utf8()..];
        if (at == 0 && first(mark)) || (rest.is_empty() && last(mark)) {
            out.push_str(&reference(mark));
        } else if mark == '&' && is_entity(rest) {
            out.push_str("\\&");
        } else {
            out.push_str(&one(mark));
        }
    }
    out
}

/// Says whether what follows an ampersand makes it a character reference.
fn is_entity(rest: &str) -> bool {
    rest.find(|mark: char| !mark.is_ascii_alphanumeric() && mark != '#')
        .is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
}

/// Returns a character as it stands in running text.
fn one(mark: char) -> String {
    match mark {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => format!("\\{mark}"),
        mark if mark.is_control() => reference(mark),
        mark => mark.to_string(),
    }
}

/// Returns a character as a numeric reference.
fn reference(mark: char) -> String {
    format!("&#{};", u32::from(mark))
}

/// Returns a line whose first and last characters are no spaces, which would be lost.
fn edges(line: &str) -> String {
    let inner = line.trim();
    let start = line.find(inner).unwrap_or_default();
    let space = |text: &str| text.chars().map(reference).collect::<String>();
    let (lead, tail) = (space(&line[..start]), space(&line[start + inner.len()..]));
    format!("{lead}{inner}{tail}")
}

/// Returns a line whose beginning is not taken for a bullet, a number, a heading or a quotation.
fn start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let numbered = [". ", ") "].into_iter().any(|mark| rest.starts_with(mark));
    if digits > 0 && (numbered || matches!(rest, "." | ")")) {
        return format!("{}\\{rest}", &line[..digits]);
    }
    if line.starts_with(['-', '+', '#', '>']) {
        return format!("\\{line}");
    }
    line
}

/// Returns the text of a heading: braces and hashes at its end would be taken for marks.
fn heading(text: &str) -> String {
    let line = edges(&escape(text, |_| false, |_| false));
    line.replace('#', "\\#")
        .replace("&\\#", "&#")
        .replace('{', "\\{")
        .replace('}', "\\}")
}

/// Returns the address of a link.
fn address(url: &str) -> String {
    let one = |mark: char| match mark {
        '\\' | '(' | ')' | '<' | '>' | '&' | '*' | '_' | '`' | '[' | ']' | '~' => {
            format!("\\{mark}")
        }
        mark if mark.is_control() => reference(mark),
        mark => mark.to_string(),
    };
    url.chars().map(one).collect()
}
