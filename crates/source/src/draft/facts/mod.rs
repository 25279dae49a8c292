//! The draft itself, as it grows.

mod based;
mod decides;
mod given;
mod links;
mod looks;
mod told;

use std::collections::HashSet;

use law::IMPORT_MARK;
use notice::{
    Basis, Block, Data, DataSource, Inline, Notice, Purpose, Recipient, Right, Scope, Section,
    SectionId,
};

use crate::print::{AnnotatedNotice, RemarkTarget};

use super::{
    Imported, LeftOut, Places, Proposal,
    apart::apart,
    detail::{without_condition, without_examples},
    entry::unled,
    find::{self, ShortName},
    grounded::{is_ground, without_basis},
    piece::{Piece, Shape},
    unnamed::{is_aim, is_button, is_kept, is_sentence, is_told, is_when},
};
use based::BasisContext;
use links::linked;

const SEVERAL: &str = "it speaks of other rights too";

pub(super) struct Draft {
    notice: Notice,
    remarks: Vec<(RemarkTarget, usize, String)>,
    found: Vec<Proposal>,
    seen: HashSet<(&'static str, String)>,
    /// Somebody is proposed as the controller.
    names_controller: bool,
    /// The last sentence leads up to a list of those who decide.
    leads_to_controllers: bool,
    marked: usize,
    /// The last heading.
    heading: String,
    /// The names of bodies as they are registered.
    registered: Vec<String>,
    /// What the text calls bodies for short.
    short: Vec<ShortName>,
    basis: BasisContext,
    places: Places,
}

impl Draft {
    pub(super) fn new(notice: Notice, pieces: &[Piece], places: Places) -> Self {
        let texts = || pieces.iter().map(|it| it.text.as_str());
        Self {
            notice,
            remarks: Vec::new(),
            found: Vec::new(),
            seen: HashSet::new(),
            names_controller: false,
            leads_to_controllers: false,
            marked: 0,
            heading: String::new(),
            registered: find::registered(texts()),
            short: find::short_names(texts()),
            basis: BasisContext::default(),
            places,
        }
    }

    /// Returns the draft as its source, with what became of the text.
    pub(super) fn finish(
        mut self,
        warnings: Vec<String>,
        removed: Vec<LeftOut>,
        guide: impl FnOnce(&mut AnnotatedNotice<'_>),
    ) -> Imported {
        self.notice.sections.sort_by_key(|section| section.id);
        let mut page = AnnotatedNotice::new(&self.notice);
        guide(&mut page);
        for (spot, at, text) in self.remarks {
            page.remark(spot, at, text);
        }
        Imported {
            source: page.to_string(),
            text: String::new(),
            removed,
            found: self.found,
            marked: self.marked,
            warnings,
            places: self.places,
        }
    }

    /// Proposes a fact, once. Says whether it is new.
    fn propose(&mut self, proposal: Proposal, spot: RemarkTarget) -> bool {
        // Two things that are kept as long as each other are two facts.
        let own = match proposal.what {
            "period" => format!("{} {}", proposal.line, proposal.text),
            _ => proposal.text.clone(),
        };
        let new = self.seen.insert((proposal.what, own));
        if new {
            self.names_controller |= proposal.what == "controller";
            let told = proposal.told(&self.places);
            self.remarks.push((spot, 0, told));
            self.found.push(proposal);
        } else if proposal.unsure.is_none() {
            self.make_sure(proposal);
        }
        new
    }

    /// Puts a fact that is told for sure in place of the same that was not.
    fn make_sure(&mut self, proposal: Proposal) {
        let same = |it: &&mut Proposal| {
            it.what == proposal.what && it.text == proposal.text && it.unsure.is_some()
        };
        if let Some(own) = self.found.iter_mut().find(same) {
            let unsure = own.told(&self.places);
            let mut remarks = self.remarks.iter_mut();
            if let Some(remark) = remarks.find(|(_, _, text)| *text == unsure) {
                remark.2 = proposal.told(&self.places);
            }
            *own = proposal;
        }
    }

    /// Returns the section of that id, begun if need be.
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
        self.heading.clone_from(&piece.text);
        let again = self.notice.sections.iter().any(|section| section.id == id);
        let section = self.open(id, piece.text.trim_end_matches(':').trim_end());
        if again {
            let heading = vec![Inline::Strong(piece.text.clone())];
            section.body.push(Block::Paragraph(heading));
        }
    }

    /// Takes a heading that begins no section of its own.
    pub(super) fn head(&mut self, here: SectionId, piece: &Piece) {
        self.heading.clone_from(&piece.text);
        self.say(here, vec![Inline::Strong(piece.text.clone())]);
    }

    fn say(&mut self, id: SectionId, runs: Vec<Inline>) {
        let heading = plain(id);
        self.open(id, heading).body.push(Block::Paragraph(runs));
    }

    /// Takes a paragraph: a right that is named and told, or text that stays as it is.
    pub(super) fn prose(&mut self, here: SectionId, piece: &Piece) {
        let text = &piece.text;
        let named = match piece.shape {
            Shape::Row => text.split_once("; "),
            _ => text.split_once([':', '–', '—']),
        };
        let named = named.or_else(|| text.split_once(" - "));
        let is_right = here == SectionId::Rights
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
            (RemarkTarget::Right, at),
            others.then_some(SEVERAL),
        );
        true
    }

    fn fact(
        &mut self,
        piece: &Piece,
        what: &'static str,
        text: String,
        (spot, at): (RemarkTarget, usize),
        unsure: Option<&'static str>,
    ) {
        let why = unsure
            .map(|why| format!(" (unsure: {why})"))
            .unwrap_or_default();
        self.remarks
            .push((spot, at, format!("{}{why}", self.places.name(piece.line))));
        for (words, url) in &piece.links {
            self.remarks
                .push((spot, at, format!("“{words}” leads to {url}")));
        }
        self.found.push(Proposal {
            line: piece.line,
            what,
            text,
            basis: None,
            unsure,
        });
    }

    /// Makes an item of a list a fact of what the list is, or leaves it as it is where it cannot.
    /// `unsure` says why it may be something else.
    pub(super) fn item(
        &mut self,
        here: SectionId,
        list: SectionId,
        piece: &Piece,
        unsure: Option<&'static str>,
    ) {
        let mut text = trimmed(&piece.text);
        let named = matches!(
            list,
            SectionId::Data | SectionId::Sources | SectionId::Recipients
        );
        let cites = list == SectionId::Purposes && find::is_law_alone(&text);
        let other = match list {
            SectionId::Data => is_aim(&text) || is_kept(&text),
            SectionId::Purposes => is_told(&text) || is_ground(&text),
            _ => is_button(&text),
        };
        if text.is_empty()
            || other
            || (named && is_sentence(&text))
            || cites
            || is_when(&text)
            || find::is_contact(&text)
        {
            return self.mark(here, piece);
        }
        let scope = Scope::default();
        let notice = &mut self.notice;
        let (what, spot) = match list {
            SectionId::Data => {
                let (own, condition) = without_condition(&text);
                let (name, told) = without_examples(own);
                let detail: Vec<&str> = [told, condition].into_iter().flatten().collect();
                notice.data.push(Data {
                    name: name.to_owned(),
                    detail: (!detail.is_empty()).then(|| detail.join(", ")),
                    special: false,
                    matches: Vec::new(),
                    scope,
                });
                text = name.to_owned();
                ("data", (RemarkTarget::Data, notice.data.len() - 1))
            }
            SectionId::Sources => {
                let own = apart(&text);
                let name = own.name;
                let detail = [own.told, own.condition];
                let detail: Vec<&str> = detail.into_iter().flatten().collect();
                notice.sources.push(DataSource {
                    group: None,
                    names: vec![name.to_owned()],
                    detail: (!detail.is_empty()).then(|| detail.join(", ")),
                    open: None,
                    scope,
                });
                text = name.to_owned();
                ("source", (RemarkTarget::Source, notice.sources.len() - 1))
            }
            SectionId::Purposes => {
                let (purpose, basis) = without_basis(&text);
                notice.purposes.push(Purpose {
                    text: purpose.to_owned(),
                    basis: Basis::NotStated,
                    basis_detail: basis.map(str::to_owned),
                    scope,
                });
                let entry = notice.purposes.len() - 1;
                let told = (purpose.to_owned(), basis.map(str::to_owned));
                self.fact(
                    piece,
                    "purpose",
                    told.0,
                    (RemarkTarget::Purpose, entry),
                    unsure,
                );
                return self.purpose_entered(piece, entry, told.1.as_deref());
            }
            SectionId::Recipients => {
                // Whether a condition is one of law, of an emergency or of permission is for the service to say.
                let own = apart(unled(&text));
                let name = own.name;
                notice.recipients.push(Recipient {
                    group: None,
                    names: vec![name.to_owned()],
                    purpose: own.told.map(str::to_owned),
                    condition: None,
                    condition_detail: own.condition.map(str::to_owned),
                    // A supplier may be one, or decide for itself: the service knows.
                    role: None,
                    open: None,
                    scope,
                });
                text = name.to_owned();
                (
                    "recipient",
                    (RemarkTarget::Recipient, notice.recipients.len() - 1),
                )
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

    /// Marks text that stays as it is until a person writes it again.
    pub(super) fn mark(&mut self, here: SectionId, piece: &Piece) {
        self.marked += 1;
        let mark = Inline::Strong(format!("{IMPORT_MARK}{}):", self.places.name(piece.line)));
        let mut runs = vec![mark];
        runs.extend(linked(piece));
        self.say(here, runs);
    }
}

/// Returns an item without the marks that end it.
fn trimmed(text: &str) -> String {
    text.trim_end_matches([';', '.', ',', ':'])
        .trim()
        .to_owned()
}

/// Returns a heading for a section that the text has none for.
fn plain(id: SectionId) -> &'static str {
    match id {
        SectionId::Who => "Who we are",
        SectionId::Rights => "Your rights",
        _ => "What the text says",
    }
}
