//! The lawful bases that a source gives with its purposes, each proposed beside the purpose that it is given for.
//!
//! None is ever filled in: the words may stand there, and not be so. The service says which it is.

use notice::SectionId;

use super::{Draft, Proposal, looks::IN_TEXT};
use crate::{
    draft::{
        basis_first::purposes_behind,
        basis_told::{BasisOf, basis_told},
        columns,
        find::{bases_given, bases_of_ground},
        grounded::{is_ground, without_basis},
        label::about_law,
        leads::{denies, grounds},
        piece::{Piece, Shape},
        purposed::purposes_told,
        sentences,
        sort::section,
        stated::purpose_with_basis,
    },
    print::RemarkTarget,
};

/// Why a heading may be no purpose.
const BY_HEADING: &str = "it is a heading, with a basis beneath it";

/// A purpose in the draft: its place among what was found, and its entry if it has one.
type Place = (usize, Option<usize>);

/// What a basis that comes next may be given for.
#[derive(Default)]
pub(super) struct BasisContext {
    /// The purposes above for which none was given with them.
    waiting: Vec<Place>,
    /// They were given one since: the next purpose begins anew.
    given: bool,
    /// The heading above, where it may be a purpose itself.
    heading: Option<(usize, String)>,
    /// The bases that the heading or the sentence above a list gives for its items, with its line.
    list: Option<(usize, Vec<&'static str>)>,
}

impl Draft {
    /// Takes note of an entry for a purpose, with what the item says of its basis.
    pub(super) fn purpose_entered(&mut self, piece: &Piece, entry: usize, ground: Option<&str>) {
        let own = ground.map(bases_of_ground).unwrap_or_default();
        let place = (self.found.len() - 1, Some(entry));
        if !own.is_empty() {
            self.give(place, piece.line, &own, false);
        } else if let Some((line, bases)) = self.basis.list.clone() {
            self.give(place, line, &bases, false);
        } else {
            self.wait(place);
        }
    }

    /// Returns the first purpose that was found which has each word of these, whatever its ending.
    fn purpose_like(&self, words: &str) -> Option<Place> {
        let wanted = stems(words);
        let like = |it: &Proposal| {
            let own = stems(&it.text);
            it.what == "purpose" && wanted.iter().all(|stem| own.contains(stem))
        };
        let at = self.found.iter().position(like);
        let at = at.filter(|_| !wanted.is_empty())?;
        let entries = self.notice.purposes.iter();
        let entry = entries
            .enumerate()
            .find(|(_, it)| it.text == self.found[at].text);
        Some((at, entry.map(|(entry, _)| entry)))
    }

    fn wait(&mut self, place: Place) {
        if std::mem::take(&mut self.basis.given) {
            self.basis.waiting.clear();
        }
        self.basis.waiting.push(place);
    }

    /// Says beside a purpose which bases a line gives. With `among` they are given for several at once.
    fn give(&mut self, (at, entry): Place, line: usize, bases: &[&'static str], among: bool) {
        let whom = match among && bases.len() > 1 {
            true => "these purposes together",
            false => "this",
        };
        let place = self.places.name(line);
        // “page 2, under “Your rights”, gives …”
        let comma = if place.contains(", ") { "," } else { "" };
        let said = format!("{place}{comma} gives {} for {whom}", named(bases));
        let own = &mut self.found[at];
        let before = own.told(&self.places);
        match &mut own.basis {
            Some(basis) if basis.contains(&said) => return,
            Some(basis) => {
                basis.push_str("; ");
                basis.push_str(&said);
            }
            None => own.basis = Some(said.clone()),
        }
        let now = own.told(&self.places);
        match entry {
            Some(entry) => self.remarks.push((RemarkTarget::Purpose, entry, said)),
            None => {
                let mut remarks = self.remarks.iter_mut();
                if let Some(remark) = remarks.find(|(_, _, text)| *text == before) {
                    remark.2 = now;
                }
            }
        }
    }

    /// Proposes the purposes that stand in a piece, and what it says of the basis of these and of those above.
    pub(super) fn purposes(
        &mut self,
        here: SectionId,
        piece: &Piece,
        listed: &[String],
        tells: bool,
    ) {
        match piece.shape {
            Shape::Heading(_) => self.purposes_headed(here, piece),
            Shape::Bullet if is_ground(&piece.text) => {
                let bases = piece.text.split_once(':').map(|(_, said)| said);
                self.give_above(piece, &bases.map(bases_of_ground).unwrap_or_default());
            }
            Shape::Bullet => {}
            Shape::Row => {
                let bases = columns::grounds(piece).map(bases_of_ground);
                let bases: Vec<_> = bases.flatten().collect();
                for purpose in listed {
                    self.purpose_named(piece, purpose, &bases);
                }
            }
            Shape::Paragraph => {
                let leads = here == SectionId::Purposes
                    && piece.text.ends_with(':')
                    && !denies(&piece.text)
                    && !grounds(&piece.text);
                let bases = bases_given(&piece.text);
                self.basis.list = (leads && !bases.is_empty()).then_some((piece.line, bases));
                for purpose in listed {
                    self.purpose_named(piece, purpose, &[]);
                }
                if tells {
                    self.purposes_in_sentences(here, piece, listed.is_empty());
                }
            }
        }
    }

    fn purposes_headed(&mut self, here: SectionId, piece: &Piece) {
        let text = piece.text.trim_end_matches(':');
        let within = here == SectionId::Purposes;
        self.basis.list = None;
        self.basis.heading = None;
        // "Our legal basis for this" goes on with what stands above it.
        if !within || !about_law(text) || !bases_given(text).is_empty() {
            self.basis.waiting.clear();
        }
        let bases = bases_of_ground(text);
        if within && section(text).is_none() && !denies(text) {
            if bases.is_empty() {
                let own = is_purpose(text).then(|| (piece.line, text.to_owned()));
                self.basis.heading = own;
            } else {
                self.basis.list = Some((piece.line, bases));
            }
        }
    }

    fn purposes_in_sentences(&mut self, here: SectionId, piece: &Piece, unlisted: bool) {
        if here == SectionId::Purposes
            && unlisted
            && let Some((purpose, bases)) = purpose_with_basis(&piece.text)
        {
            return self.purpose_named(piece, purpose, &bases);
        }
        if here == SectionId::Purposes
            && unlisted
            && let Some((purposes, bases)) = purposes_behind(&piece.text)
        {
            for purpose in purposes {
                self.purpose_named(piece, &purpose, &bases);
            }
            return;
        }
        for sentence in sentences(&piece.text) {
            let told = purposes_told(sentence);
            for it in told.iter().filter(|_| unlisted) {
                self.purpose_named(piece, &it.text, &it.bases);
            }
            let of = if told.is_empty() {
                basis_told(sentence)
            } else {
                None
            };
            match of {
                Some((BasisOf::These, bases)) => {
                    if here == SectionId::Purposes && self.basis.waiting.is_empty() {
                        self.heading_is_purpose();
                    }
                    self.give_above(piece, &bases);
                }
                // "Photographs: consent" may speak of data: it is given for what is a purpose already.
                Some((BasisOf::Labelled(label), bases)) => {
                    if let Some(place) = self.purpose_like(&label) {
                        self.give(place, piece.line, &bases, false);
                    }
                }
                _ => {}
            }
        }
    }

    /// Proposes the heading above as the purpose that a basis is given for.
    fn heading_is_purpose(&mut self) {
        if let Some((line, text)) = self.basis.heading.take() {
            let proposal = Proposal {
                line,
                what: "purpose",
                text,
                basis: None,
                unsure: Some(BY_HEADING),
            };
            if self.propose(proposal, RemarkTarget::Purpose) {
                self.wait((self.found.len() - 1, None));
            }
        }
    }

    /// Gives bases to the purposes above. A condition of Article 9 is for some of the data, and stands with a purpose of its own alone.
    fn give_above(&mut self, piece: &Piece, bases: &[&'static str]) {
        let bases: Vec<_> = bases
            .iter()
            .copied()
            .filter(|it| !it.contains("Article 9"))
            .collect();
        if bases.is_empty() {
            return;
        }
        self.basis.given = true;
        let waiting = self.basis.waiting.clone();
        for place in &waiting {
            self.give(*place, piece.line, &bases, waiting.len() > 1);
        }
    }

    /// Proposes a purpose that stands in no list of its own, with the bases that are given for it.
    fn purpose_named(&mut self, piece: &Piece, text: &str, bases: &[&'static str]) {
        let (purpose, ground) = without_basis(text);
        let mut bases = bases.to_vec();
        if bases.is_empty() {
            bases = ground.map(bases_of_ground).unwrap_or_default();
        }
        // "The legal basis for deciding applications" names again what is there: "to decide your application".
        let again = self.purpose_like(purpose).filter(|_| !bases.is_empty());
        if let Some(place) = again {
            return self.give(place, piece.line, &bases, false);
        }
        let proposal = Proposal {
            line: piece.line,
            what: "purpose",
            text: purpose.to_owned(),
            basis: None,
            unsure: Some(IN_TEXT),
        };
        self.propose(proposal, RemarkTarget::Purpose);
        let same = |it: &Proposal| it.what == "purpose" && it.text == purpose;
        let Some(at) = self.found.iter().position(same) else {
            return;
        };
        if bases.is_empty() {
            self.wait((at, None));
        } else {
            self.give((at, None), piece.line, &bases, false);
        }
    }
}

/// Lists the beginnings of the words that tell one purpose from another: “deciding applications” and “to decide an application”
/// have the same.
fn stems(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|mark: char| !mark.is_alphanumeric());
    let small = [
        "your", "the", "and", "for", "you", "our", "any", "its", "all",
    ];
    let own = words.filter(|word| word.chars().count() > 2 && !small.contains(word));
    own.map(|word| word.chars().take(5).collect()).collect()
}

/// Says whether a heading may be a purpose: “Billing you”, “Sending newsletters”. What names data, or asks, is none.
fn is_purpose(heading: &str) -> bool {
    let other = [
        "data",
        "information",
        "details",
        "categories",
        "records",
        "consent",
        "rights",
    ];
    // "Finding you when you cannot speak" does something; "When you write to us" asks.
    let asks = ["what", "how", "who", "when", "why", "your"];
    let lower = heading.to_lowercase();
    let does = lower
        .split(' ')
        .next()
        .is_some_and(|it| it.len() > 4 && it.ends_with("ing"));
    let mut words = lower.split(|mark: char| !mark.is_alphanumeric());
    (1..=12).contains(&heading.split_whitespace().count())
        && !heading.ends_with(['?', '.'])
        && !about_law(heading)
        && !words.any(|word| other.contains(&word) || (!does && asks.contains(&word)))
}

/// Names bases in a sentence: “a legal obligation and a public task”.
fn named(bases: &[&'static str]) -> String {
    let one = |basis: &&'static str| {
        let name = basis.split(',').next().unwrap_or(basis);
        match name {
            "contract" | "legal obligation" | "public task" | "recognised legitimate interest" => {
                format!("a {name}")
            }
            other => other.to_owned(),
        }
    };
    let names: Vec<String> = bases.iter().map(one).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}
