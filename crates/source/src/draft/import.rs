//! A text into a draft.

use std::fmt;

use law::{Artefact, Date};
use notice::{
    Basis, Block, Data, DataSource, Inline, Notice, Purpose, Recipient, Right, Scope, Section,
    SectionId,
};

use super::{
    clean::{Piece, Shape, clean},
    empty, find, guide,
    sort::section,
};
use crate::print::{Page, Spot};

/// A fact that was found, for a person to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Line of the source, counted from one.
    pub line: usize,
    /// What kind of fact it is, in a word or two.
    pub what: &'static str,
    /// The words in which the source states it.
    pub text: String,
}

/// What became of a text.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The draft, which reads as a notice does.
    pub source: String,
    /// What belonged to the pages of the text, and is not in the draft.
    pub removed: Vec<Artefact>,
    /// Facts that the draft has from the text.
    pub found: Vec<Proposal>,
    /// Paragraphs that are the source's own words still, each marked.
    pub marked: usize,
}

impl fmt::Display for Imported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.removed.is_empty() {
            writeln!(
                formatter,
                "Nothing was taken for a footer, a letterhead or a page number: look for them."
            )?;
        } else {
            writeln!(formatter, "Left out, because it belonged to a page:")?;
            for it in &self.removed {
                writeln!(formatter, "  line {}: {}", it.line, it.text)?;
            }
        }
        if !self.found.is_empty() {
            writeln!(formatter, "Found, for you to confirm:")?;
            for it in &self.found {
                writeln!(formatter, "  line {}: {}: {}", it.line, it.what, it.text)?;
            }
        }
        write!(
            formatter,
            "{} paragraphs are the source's words still: each begins with “To be rewritten”, which the check finds. No \
             lawful basis is filled in: ask the service for each.",
            self.marked
        )
    }
}

/// Brings a text in. `controller` is a key of `controllers.toml`; `shared` are names of files that a comment offers.
#[must_use]
pub fn import(text: &str, id: &str, controller: &str, shared: &[String], day: Date) -> Imported {
    let (pieces, removed) = clean(text);
    let title = title(&pieces, &removed).unwrap_or_else(|| id.replace('-', " "));
    let mut notice = empty(id, &title, controller, day);
    notice.restates = Some(format!(
        "{title}, brought in on {day}; its date is not stated"
    ));
    let mut draft = Draft {
        notice,
        remarks: Vec::new(),
        found: Vec::new(),
        marked: 0,
    };
    let mut here = SectionId::Who;
    for piece in pieces
        .iter()
        .skip_while(|piece| piece.text == title && piece.shape == Shape::Heading)
    {
        draft.looks(piece);
        if piece.shape == Shape::Heading {
            match section(&piece.text) {
                Some(id) => {
                    here = id;
                    draft.open(here, &piece.text);
                    continue;
                }
                None => draft.say(here, vec![Inline::Strong(piece.text.clone())]),
            }
        } else {
            draft.sort(here, piece);
        }
    }
    draft.notice.sections.sort_by_key(|section| section.id);
    let mut page = Page::new(&draft.notice);
    page.remark(
        Spot::Top,
        0,
        "A draft from a text that was brought in. Look at every line; the numbers are those of the text.",
    );
    guide(&mut page, shared);
    for (spot, at, text) in draft.remarks {
        page.remark(spot, at, text);
    }
    Imported {
        source: page.to_string(),
        removed,
        found: draft.found,
        marked: draft.marked,
    }
}

/// The heading, else the footer, that calls itself a privacy notice; else a first heading that begins no section.
fn title(pieces: &[Piece], removed: &[Artefact]) -> Option<String> {
    let named = |text: &&str| text.to_lowercase().contains("privacy");
    let mut headings = pieces
        .iter()
        .take(6)
        .filter(|piece| piece.shape == Shape::Heading)
        .map(|piece| piece.text.as_str());
    let footer = removed.iter().map(|it| it.text.as_str()).find(named);
    let first = headings.clone().next().filter(|it| section(it).is_none());
    headings.find(named).or(footer).or(first).map(str::to_owned)
}

struct Draft {
    notice: Notice,
    remarks: Vec<(Spot, usize, String)>,
    found: Vec<Proposal>,
    marked: usize,
}

impl Draft {
    fn propose(&mut self, line: usize, what: &'static str, text: String, spot: Spot) {
        if !self
            .found
            .iter()
            .any(|it| it.what == what && it.text == text)
        {
            self.remarks
                .push((spot, 0, format!("line {line}: {what}: {text}")));
            self.found.push(Proposal { line, what, text });
        }
    }

    /// Proposes what can be told from its looks.
    fn looks(&mut self, piece: &Piece) {
        let (line, text) = (piece.line, piece.text.as_str());
        for it in find::emails(text) {
            self.propose(line, "e-mail", it, Spot::Officer);
        }
        for it in find::phones(text) {
            self.propose(line, "phone", it, Spot::Officer);
        }
        for it in find::addresses(text) {
            self.propose(line, "address", it, Spot::Officer);
        }
        for it in find::webs(text) {
            self.propose(line, "web", it, Spot::Complaint);
        }
        for it in find::periods(text) {
            self.propose(line, "period", it, Spot::Retention);
        }
        for it in find::laws(text) {
            if !self.notice.laws.contains(&it) {
                self.notice.laws.push(it.clone());
            }
            self.propose(line, "law", it, Spot::Laws);
        }
    }

    /// The section of that id, begun if need be.
    fn open(&mut self, id: SectionId, heading: &str) -> &mut Section {
        let sections = &mut self.notice.sections;
        let at = sections.iter().position(|it| it.id == id);
        let at = at.unwrap_or_else(|| {
            sections.push(Section {
                id,
                heading: heading.to_owned(),
                body: Vec::new(),
                scope: Scope::default(),
            });
            sections.len() - 1
        });
        &mut sections[at]
    }

    fn say(&mut self, id: SectionId, runs: Vec<Inline>) {
        let heading = plain(id);
        self.open(id, heading).body.push(Block::Paragraph(runs));
    }

    /// A bullet becomes a fact of its section; all else is marked prose.
    fn sort(&mut self, here: SectionId, piece: &Piece) {
        let text = piece
            .text
            .trim_end_matches([';', '.', ','])
            .trim()
            .to_owned();
        let line = format!("line {}", piece.line);
        let scope = Scope::default;
        if piece.shape == Shape::Bullet && !text.is_empty() {
            let notice = &mut self.notice;
            let (what, spot, at) = match here {
                SectionId::Data => {
                    notice.data.push(Data {
                        name: text.clone(),
                        detail: None,
                        special: false,
                        matches: Vec::new(),
                        scope: scope(),
                    });
                    ("data", Spot::Data, notice.data.len() - 1)
                }
                SectionId::Sources => {
                    let source = DataSource {
                        group: None,
                        names: vec![text.clone()],
                        detail: None,
                        open: None,
                        scope: scope(),
                    };
                    notice.sources.push(source);
                    ("source", Spot::Source, notice.sources.len() - 1)
                }
                SectionId::Purposes => {
                    let basis = Basis::NotStated;
                    notice.purposes.push(Purpose {
                        text: text.clone(),
                        basis,
                        basis_detail: None,
                        scope: scope(),
                    });
                    ("purpose", Spot::Purpose, notice.purposes.len() - 1)
                }
                SectionId::Recipients => {
                    notice.recipients.push(Recipient {
                        group: None,
                        names: vec![text.clone()],
                        purpose: None,
                        condition: None,
                        condition_detail: None,
                        open: None,
                        scope: scope(),
                    });
                    ("recipient", Spot::Recipient, notice.recipients.len() - 1)
                }
                SectionId::Rights => match find::right(&text) {
                    Some((id, name)) if !notice.rights.iter().any(|right| right.id == id) => {
                        let (id, name) = (id.to_owned(), name.to_owned());
                        notice.rights.push(Right {
                            id,
                            name,
                            text: text.clone(),
                        });
                        ("right", Spot::Right, notice.rights.len() - 1)
                    }
                    _ => return self.mark(here, piece),
                },
                _ => return self.mark(here, piece),
            };
            self.remarks.push((spot, at, line));
            self.found.push(Proposal {
                line: piece.line,
                what,
                text,
            });
        } else {
            self.mark(here, piece);
        }
    }

    /// Text that stays as it is until a person writes it again.
    fn mark(&mut self, here: SectionId, piece: &Piece) {
        self.marked += 1;
        let mark = Inline::Strong(format!("To be rewritten (line {}):", piece.line));
        self.say(here, vec![mark, Inline::Text(format!(" {}", piece.text))]);
    }
}

/// A heading for a section that the text has none for.
fn plain(id: SectionId) -> &'static str {
    match id {
        SectionId::Who => "Who we are",
        SectionId::Rights => "Your rights",
        _ => "What the text says",
    }
}
