//! Laws rightly named, references that lead somewhere, and leftovers of the file a notice came from.

use std::collections::HashMap;

use crate::notice::Notice;

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{all, first, fold, has, links, mentions},
};

pub(super) static RULES: [Rule; 4] = [
    Rule {
        id: "LAW-01",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Error,
        remedy: "Name the law by the title it has today.",
        find: laws,
    },
    Rule {
        id: "LAW-02",
        law: "Art. 12(3), (5)",
        severity: Severity::Error,
        remedy: "Say that a request is free of charge and is answered within a month.",
        find: fee,
    },
    Rule {
        id: "LNK-01",
        law: "Art. 12(1)",
        severity: Severity::Error,
        remedy: "Ask the service for the page's address, and link to it.",
        find: references,
    },
    Rule {
        id: "ART-01",
        law: "house rule",
        severity: Severity::Error,
        remedy: "Remove what belonged to the page of another file, and join what it split.",
        find: leftovers,
    },
];

fn laws(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let mut list = Vec::new();
    for law in &notice.laws {
        if let Some(old) = facts.outdated(Kind::Law, law, at) {
            let message = format!("{} is not in force on {at}{}", old.value, old.told());
            list.push(Found::wrong(message).at(law));
        }
        for slip in facts.named(Kind::Misnomer, law) {
            let right = slip.now.as_deref().unwrap_or_default();
            let message = format!("“{law}” is called {right}");
            // Only capitals differ: a reader still finds it.
            let found = if fold(law) == fold(right) {
                Found::weak(message)
            } else {
                Found::wrong(message)
            };
            list.extend((law != right).then(|| found.at(law)));
        }
    }
    let texts = all(notice);
    let unnamed = [
        "law on data protection",
        "data protection legislation",
        "data protection law",
    ];
    let names = notice
        .laws
        .iter()
        .any(|law| mentions(law, "data protection"));
    if let (false, Some(text)) = (names, first(&texts, &unnamed)) {
        list.push(Found::weak("The law on data protection is spoken of, and not named").at(text));
    }
    found(list)
}

fn fee(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let old = texts
        .iter()
        .filter(|text| has(text, &["£10", "40 days", "40 calendar days"]));
    let list: Vec<Found> = old
        .map(|text| Found::wrong("The £10 fee and the 40 days ended with the Act of 1998").at(text))
        .collect();
    (!list.is_empty()).then_some(list)
}

fn references(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let words = [
        "gives no address",
        "click here",
        "details opposite",
        "see overleaf",
    ];
    let dead = texts
        .iter()
        .filter(|text| has(text, &words))
        .map(|text| Found::wrong("Something is pointed at that a reader cannot reach").at(text));
    let empty = links(notice)
        .filter(|(_, url)| url.ends_with('#') || url.contains("example."))
        .map(|(_, url)| Found::wrong("This link leads nowhere").at(url));
    let mut list: Vec<Found> = dead.chain(empty).collect();
    list.dedup();
    found(list)
}

fn leftovers(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice).join("\n\n");
    let list = artefacts(&texts)
        .into_iter()
        .filter(|artefact| artefact.is_page());
    let list: Vec<Found> = list
        .map(|it| Found::wrong(it.message).at(&it.text))
        .collect();
    (!list.is_empty()).then_some(list)
}

/// Something in a source text that is not the notice's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Counted from one.
    pub line: usize,
    pub text: String,
    pub message: &'static str,
}

const FOOTER: &str = "A footer or a letterhead of the page, not a part of the notice";
const PAGE: &str = "A page number, not a part of the notice";
const SPLIT: &str = "A sentence that the end of a page has cut";

impl Artefact {
    fn is_page(&self) -> bool {
        self.message == PAGE
    }
}

/// What a page of print has left in a text that is being brought in: footers, letterheads, page numbers, and
/// sentences cut by them.
#[must_use]
pub fn artefacts(text: &str) -> Vec<Artefact> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for line in lines.iter().filter(|line| is_bare(line)) {
        *seen.entry(line).or_default() += 1;
    }
    let footer = |line: &str| {
        let version = mentions(line, "privacy notice version") || mentions(line, "page of");
        (is_bare(line) && version) || seen.get(line).is_some_and(|&count| count > 2)
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let message = if is_page_number(line) {
            PAGE
        } else if footer(line) || is_letterhead(&lines, at, &footer) {
            FOOTER
        } else if is_cut(&lines, at, &footer) {
            SPLIT
        } else if let Some(inside) = footer_inside(line, &seen) {
            found.push(Artefact {
                line: at + 1,
                text: inside.to_owned(),
                message: FOOTER,
            });
            continue;
        } else {
            continue;
        };
        found.push(Artefact {
            line: at + 1,
            text: (*line).to_owned(),
            message,
        });
    }
    found
}

/// A short line that is neither a bullet nor a sentence.
fn is_bare(line: &str) -> bool {
    !line.is_empty()
        && line.split_whitespace().count() <= 10
        && !line.starts_with(['-', '•', '*', '#'])
        && !line.ends_with(['.', ':', ';', ',', '?', '!'])
}

fn is_page_number(line: &str) -> bool {
    let rest = fold(line);
    let rest = rest.strip_prefix("page ").unwrap_or_default();
    let mut words = rest.split(" of ");
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty() && words.all(number)
}

/// The next line of the notice after `at`, past blank lines and footers.
fn next<'a>(
    lines: &[&'a str],
    at: usize,
    footer: &impl Fn(&str) -> bool,
) -> Option<(&'a str, bool)> {
    let mut crossed = false;
    for line in &lines[at + 1..] {
        if footer(line) || is_page_number(line) {
            crossed = true;
        } else if !line.is_empty() {
            return Some((line, crossed));
        }
    }
    None
}

/// A bare line right after a footer, before a line that goes on in the middle of a sentence.
fn is_letterhead(lines: &[&str], at: usize, footer: &impl Fn(&str) -> bool) -> bool {
    let before = lines[..at].iter().rev().find(|line| !line.is_empty());
    let goes_on =
        next(lines, at, footer).is_some_and(|(line, _)| line.starts_with(char::is_lowercase));
    is_bare(lines[at]) && before.is_some_and(|line| footer(line)) && goes_on
}

/// A line without an end whose sentence goes on behind a footer.
fn is_cut(lines: &[&str], at: usize, footer: &impl Fn(&str) -> bool) -> bool {
    let line = lines[at];
    let open = line.split_whitespace().count() > 10
        && line.ends_with(|mark: char| mark.is_alphabetic() || mark == ',');
    open && next(lines, at, footer).is_some_and(|(_, crossed)| crossed)
}

/// A footer that the text has swallowed into a longer line.
fn footer_inside<'a>(line: &str, seen: &HashMap<&'a str, usize>) -> Option<&'a str> {
    let mut footers = seen
        .iter()
        .filter(|(text, count)| **count > 1 && text.split_whitespace().count() > 3);
    footers
        .find(|(text, _)| line.len() > text.len() && line.contains(**text))
        .map(|(text, _)| *text)
}
