//! The draft itself, as it grows.

use std::collections::HashSet;

use notice::{
    Basis, Block, Data, DataSource, Inline, Notice, Purpose, Recipient, Right, Scope, Section,
    SectionId,
};

use crate::print::{Page, Spot};

use super::{
    Imported, LeftOut, Proposal,
    find::{self, Use},
    piece::{Piece, Shape},
};

/// Why an item may not be what its list is taken for.
const BY_LEAD: &str = "only the sentence before the list says so";
const SEVERAL: &str = "it speaks of other rights too";
const NO_BASIS: &str =
    "the words stand there; whether as the basis of a purpose is for the service to say";
const NOT_KEPT: &str = "it does not say that something is kept so long";
const NOT_CALLED: &str = "the text does not call it the controller";

pub(super) struct Draft {
    notice: Notice,
    remarks: Vec<(Spot, usize, String)>,
    found: Vec<Proposal>,
    seen: HashSet<(&'static str, String)>,
    marked: usize,
}

impl Draft {
    pub(super) fn new(notice: Notice) -> Self {
        Self {
            notice,
            remarks: Vec::new(),
            found: Vec::new(),
            seen: HashSet::new(),
            marked: 0,
        }
    }

    /// The draft as its source, with what became of the text.
    pub(super) fn finish(
        mut self,
        warnings: Vec<String>,
        removed: Vec<LeftOut>,
        guide: impl FnOnce(&mut Page<'_>),
    ) -> Imported {
        self.notice.sections.sort_by_key(|section| section.id);
        let mut page = Page::new(&self.notice);
        guide(&mut page);
        for (spot, at, text) in self.remarks {
            page.remark(spot, at, text);
        }
        Imported {
            source: page.to_string(),
            removed,
            found: self.found,
            marked: self.marked,
            warnings,
        }
    }

    /// Proposes a fact, once. Says whether it is new.
    fn propose(&mut self, proposal: Proposal, spot: Spot) -> bool {
        let new = self.seen.insert((proposal.what, proposal.text.clone()));
        if new {
            self.remarks.push((spot, 0, proposal.to_string()));
            self.found.push(proposal);
        }
        new
    }

    /// Proposes what can be told from its looks. A period within the section on keeping is how long data is kept.
    pub(super) fn looks(&mut self, here: SectionId, piece: &Piece) {
        let text = piece.text.as_str();
        let new = |what: &'static str, text: String, unsure: Option<&'static str>| Proposal {
            line: piece.line,
            what,
            text,
            unsure,
        };
        for it in find::controllers(text) {
            let unsure = (!it.sure).then_some(NOT_CALLED);
            self.propose(new("controller", it.name, unsure), Spot::Controller);
        }
        let links = piece.links.iter().map(|(_, url)| url.as_str());
        let (mut emails, mut phones, mut webs) =
            (find::emails(text), find::phones(text), find::webs(text));
        for url in links {
            match url.split_once(':') {
                Some(("mailto", to)) => emails.push(to.split('?').next().unwrap_or(to).to_owned()),
                // It stands beside the link, too: +44 and the rest is the same number.
                Some(("tel", number)) if phones.iter().any(|it| same_number(it, number)) => {}
                Some(("tel", number)) => phones.push(number.to_owned()),
                _ => webs.push(url.to_owned()),
            }
        }
        for it in emails {
            self.propose(new("e-mail", it, None), Spot::Officer);
        }
        for it in phones {
            self.propose(new("phone", it, None), Spot::Officer);
        }
        for it in find::addresses(text) {
            self.propose(new("address", it, None), Spot::Officer);
        }
        for it in webs {
            self.propose(new("web", it, None), Spot::Complaint);
        }
        for it in find::periods(text) {
            let (what, spot, unsure) = match it.of {
                Use::Keeping => ("period", Spot::Retention, None),
                Use::Unclear if here == SectionId::Retention => ("period", Spot::Retention, None),
                Use::Unclear => ("period", Spot::Retention, Some(NOT_KEPT)),
                Use::Answer => ("answer time", Spot::Right, None),
            };
            self.propose(new(what, it.text, unsure), spot);
        }
        for it in find::laws(text) {
            if self.propose(new("law", it.clone(), None), Spot::Laws) {
                self.notice.laws.push(it);
            }
        }
        for (it, told) in find::bases(text) {
            let unsure = (!told).then_some(NO_BASIS);
            self.propose(new("basis", it.to_owned(), unsure), Spot::Purpose);
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

    /// Begins a section, or goes on with it under a second heading.
    pub(super) fn begin(&mut self, id: SectionId, piece: &Piece) {
        let again = self.notice.sections.iter().any(|section| section.id == id);
        let section = self.open(id, piece.text.trim_end_matches(':').trim_end());
        if again {
            let heading = vec![Inline::Strong(piece.text.clone())];
            section.body.push(Block::Paragraph(heading));
        }
    }

    /// A heading that begins no section of its own.
    pub(super) fn head(&mut self, here: SectionId, piece: &Piece) {
        self.say(here, vec![Inline::Strong(piece.text.clone())]);
    }

    fn say(&mut self, id: SectionId, runs: Vec<Inline>) {
        let heading = plain(id);
        self.open(id, heading).body.push(Block::Paragraph(runs));
    }

    /// A paragraph: a right that is named and told, or text that stays as it is.
    pub(super) fn prose(&mut self, here: SectionId, piece: &Piece) {
        let named = piece
            .text
            .split_once([':', '–', '—'])
            .or_else(|| piece.text.split_once(" - "));
        let is_right = here == SectionId::Rights
            && piece.shape == Shape::Paragraph
            && named.is_some_and(|(name, told)| {
                name.split_whitespace().count() <= 8
                    && !told.trim().is_empty()
                    && find::right(name).is_some()
            });
        if !(is_right && self.right(piece, named.map_or("", |(name, _)| name))) {
            self.mark(here, piece);
        }
    }

    /// States a right unless it is there already. `name` are the words that tell which.
    fn right(&mut self, piece: &Piece, name: &str) -> bool {
        let Some((id, plain, others)) = find::right(name) else {
            return false;
        };
        if self.notice.rights.iter().any(|right| right.id == id) {
            return false;
        }
        let text = trimmed(&piece.text);
        self.notice.rights.push(Right {
            id,
            name: plain.to_owned(),
            text: text.clone(),
        });
        let at = self.notice.rights.len() - 1;
        self.fact(
            piece,
            "right",
            text,
            (Spot::Right, at),
            others.then_some(SEVERAL),
        );
        true
    }

    fn fact(
        &mut self,
        piece: &Piece,
        what: &'static str,
        text: String,
        (spot, at): (Spot, usize),
        unsure: Option<&'static str>,
    ) {
        let why = unsure
            .map(|why| format!(" (unsure: {why})"))
            .unwrap_or_default();
        self.remarks
            .push((spot, at, format!("line {}{why}", piece.line)));
        for (words, url) in &piece.links {
            self.remarks
                .push((spot, at, format!("“{words}” leads to {url}")));
        }
        self.found.push(Proposal {
            line: piece.line,
            what,
            text,
            unsure,
        });
    }

    /// An item of a list becomes a fact of what the list is, or stays as it is where it cannot.
    pub(super) fn item(&mut self, here: SectionId, list: SectionId, piece: &Piece, sure: bool) {
        let text = trimmed(&piece.text);
        let named = matches!(
            list,
            SectionId::Data | SectionId::Sources | SectionId::Recipients
        );
        if text.is_empty() || (named && is_sentence(&text)) {
            return self.mark(here, piece);
        }
        let unsure = (!sure).then_some(BY_LEAD);
        let scope = Scope::default();
        let notice = &mut self.notice;
        let (what, spot) = match list {
            SectionId::Data => {
                notice.data.push(Data {
                    name: text.clone(),
                    detail: None,
                    special: false,
                    matches: Vec::new(),
                    scope,
                });
                ("data", (Spot::Data, notice.data.len() - 1))
            }
            SectionId::Sources => {
                notice.sources.push(DataSource {
                    group: None,
                    names: vec![text.clone()],
                    detail: None,
                    open: None,
                    scope,
                });
                ("source", (Spot::Source, notice.sources.len() - 1))
            }
            SectionId::Purposes => {
                notice.purposes.push(Purpose {
                    text: text.clone(),
                    basis: Basis::NotStated,
                    basis_detail: None,
                    scope,
                });
                ("purpose", (Spot::Purpose, notice.purposes.len() - 1))
            }
            SectionId::Recipients => {
                notice.recipients.push(Recipient {
                    group: None,
                    names: vec![text.clone()],
                    purpose: None,
                    condition: None,
                    condition_detail: None,
                    open: None,
                    scope,
                });
                ("recipient", (Spot::Recipient, notice.recipients.len() - 1))
            }
            SectionId::Rights => {
                if !self.right(piece, &piece.text) {
                    self.mark(here, piece);
                }
                return;
            }
            _ => return self.mark(here, piece),
        };
        self.fact(piece, what, text, spot, unsure);
    }

    /// Text that stays as it is until a person writes it again.
    pub(super) fn mark(&mut self, here: SectionId, piece: &Piece) {
        self.marked += 1;
        let mark = Inline::Strong(format!("To be rewritten (line {}):", piece.line));
        let mut runs = vec![mark];
        runs.extend(linked(piece));
        self.say(here, runs);
    }
}

/// The text of a piece with its links. An address that a notice cannot link to stands behind the words.
fn linked(piece: &Piece) -> Vec<Inline> {
    let mut rest = piece.text.as_str();
    let mut before = String::from(" ");
    let mut runs = Vec::new();
    for (words, url) in &piece.links {
        let Some(at) = rest.find(words.as_str()).filter(|_| !words.is_empty()) else {
            continue;
        };
        before.push_str(&rest[..at]);
        rest = &rest[at + words.len()..];
        if is_safe(url) {
            runs.push(Inline::Text(std::mem::take(&mut before)));
            runs.push(Inline::Link {
                text: words.clone(),
                url: url.clone(),
            });
        } else {
            before.push_str(words);
            let address = url.trim_start_matches("mailto:").trim_start_matches("tel:");
            // A number is the same with and without its spaces.
            let same = address == words
                || url.starts_with("tel:") && words.replace([' ', '-', '(', ')'], "") == address;
            if !same {
                before.push_str(&format!(" ({address})"));
            }
        }
    }
    before.push_str(rest);
    runs.push(Inline::Text(before));
    runs.retain(|run| !matches!(run, Inline::Text(text) if text.is_empty()));
    runs
}

/// Whether a notice may link to an address: a whole one, and safe.
fn is_safe(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !rest.contains(char::is_whitespace)
    })
}

/// Whether an item says something, and names nothing: “we will never sell it”.
fn is_sentence(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    matches!(first, "We" | "we" | "You" | "you" | "It" | "They")
        || words.any(|word| matches!(word, "will" | "shall" | "must" | "cannot"))
}

fn trimmed(text: &str) -> String {
    text.trim_end_matches([';', '.', ',']).trim().to_owned()
}

/// A heading for a section that the text has none for.
fn plain(id: SectionId) -> &'static str {
    match id {
        SectionId::Who => "Who we are",
        SectionId::Rights => "Your rights",
        _ => "What the text says",
    }
}

/// Whether two numbers end in the same nine digits.
fn same_number(one: &str, other: &str) -> bool {
    let last = |text: &str| -> Vec<char> {
        let digits = text.chars().filter(char::is_ascii_digit);
        digits.rev().take(9).collect()
    };
    last(one) == last(other)
}
