//! What can be told of a text by its looks, proposed.

use notice::{Right, SectionId};

use super::{Draft, Proposal};
use crate::{
    draft::{
        columns,
        find::{self, RightsContext, Use},
        held::data_told,
        label::labelled as labelled_section,
        listed::listed,
        piece::{Piece, Shape},
        sourced::sources_told,
        written::written,
    },
    print::RemarkTarget,
};

/// Why it may be something else.
const NO_BASIS: &str =
    "the words stand there; whether as the basis of a purpose is for the service to say";
const NOT_KEPT: &str = "it does not say that something is kept so long";
const NOT_RIGHTS: &str = "it stands under no heading on rights";
const NOT_ABROAD: &str = "it stands under no heading on other countries";
pub(super) const IN_TEXT: &str =
    "it stands in a sentence, or in a column, and in no list of its own";
const PROCESSOR: &str = "the text calls it a processor";

impl Draft {
    /// Proposes the day on which the source says that it will be gone through again.
    pub(in crate::draft) fn next_review(&mut self, next: Option<(usize, String)>) {
        if let Some((line, text)) = next {
            let what = "next review";
            let proposal = Proposal {
                line,
                what,
                text,
                basis: None,
                unsure: None,
            };
            self.propose(proposal, RemarkTarget::Top);
        }
    }

    /// Proposes what can be told from its looks. A period within the section on keeping is how long data is kept.
    pub(in crate::draft) fn looks(&mut self, here: SectionId, piece: &Piece) {
        let text = piece.text.as_str();
        let new = |what: &'static str, text: String, unsure: Option<&'static str>| Proposal {
            line: piece.line,
            what,
            text,
            basis: None,
            unsure,
        };
        self.controllers(here, piece);
        // An item of a list of recipients is one already.
        let listed_there = here == SectionId::Recipients && piece.shape == Shape::Bullet;
        let processors = find::processors(text).into_iter();
        for it in processors.filter(|_| !listed_there) {
            self.propose(
                new("recipient", it, Some(PROCESSOR)),
                RemarkTarget::Recipient,
            );
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
        for it in find::officers(text) {
            self.propose(new("officer", it, None), RemarkTarget::Officer);
        }
        // The regulator's number is not the officer's.
        let place = |it: &str| match find::is_regulators(text, it) {
            true => RemarkTarget::Complaint,
            false => RemarkTarget::Officer,
        };
        for it in emails {
            let at = place(&it);
            self.propose(new("e-mail", it, None), at);
        }
        for it in phones {
            let at = place(&it);
            self.propose(new("phone", it, None), at);
        }
        for it in find::addresses(text) {
            let at = place(&it);
            self.propose(new("address", it, None), at);
        }
        for it in webs {
            self.propose(new("web", it, None), RemarkTarget::Complaint);
        }
        let mut others: Vec<&str> = columns::other_times(piece).collect();
        let mut periods = find::periods(text);
        periods.retain(|it| {
            let other = others.iter().position(|cell| *cell == it.text);
            other.map(|at| others.swap_remove(at)).is_none()
        });
        let periods = periods.into_iter();
        for it in periods.filter(|it| it.of != Use::Answer || it.is_about_requests) {
            let (what, spot, unsure) = match it.of {
                Use::Keeping => ("period", RemarkTarget::Retention, None),
                Use::Unclear if here == SectionId::Retention => {
                    ("period", RemarkTarget::Retention, None)
                }
                Use::Unclear => ("period", RemarkTarget::Retention, Some(NOT_KEPT)),
                Use::Answer => ("answer time", RemarkTarget::Right, None),
            };
            self.propose(new(what, it.text, unsure), spot);
        }
        for it in find::laws(text) {
            if self.propose(new("law", it.clone(), None), RemarkTarget::Laws) {
                self.notice.laws.push(it);
            }
        }
        let heading = self.heading.to_lowercase();
        let told_above = ["basis", "bases", "legal ground"]
            .iter()
            .any(|it| heading.contains(it));
        // A cell below "Lawful basis" gives one by its name alone.
        let cells = columns::grounds(piece).flat_map(find::bases_of_ground);
        let bases = find::bases(text).into_iter();
        for (it, told) in bases.chain(cells.map(|it| (it, true))) {
            let told = told || told_above;
            let unsure = (!told).then_some(NO_BASIS);
            self.propose(new("basis", it.to_owned(), unsure), RemarkTarget::Purpose);
        }
        let listed = listed(here, piece);
        let uses = matches!(
            here,
            SectionId::Who | SectionId::Data | SectionId::Collection | SectionId::Purposes
        );
        let of = |wanted: SectionId| {
            let own = listed.iter().filter(move |(id, _)| *id == wanted);
            own.map(|(_, it)| it.clone()).collect::<Vec<_>>()
        };
        self.purposes(here, piece, &of(SectionId::Purposes), uses);
        let given = matches!(here, SectionId::Recipients | SectionId::Transfers);
        if given && piece.shape == Shape::Paragraph {
            self.receivers(here, piece);
        }
        let told = listed.iter().any(|(id, _)| *id == SectionId::Data);
        let holds = uses || here == SectionId::Sources;
        if holds && !told && piece.shape == Shape::Paragraph {
            let own = match here {
                SectionId::Data => written(text),
                _ => Vec::new(),
            };
            for it in data_told(here, text).into_iter().chain(own) {
                self.propose(new("data", it, Some(IN_TEXT)), RemarkTarget::Data);
            }
        }
        let told = listed.iter().any(|(id, _)| *id == SectionId::Sources);
        if !told && !piece.is_heading() && here != SectionId::Rights && here != SectionId::Cookies {
            for it in sources_told(here, text) {
                self.propose(new("source", it, Some(IN_TEXT)), RemarkTarget::Source);
            }
        }
        for (id, it) in listed {
            let (what, spot) = match id {
                // They are proposed with their bases.
                SectionId::Purposes => continue,
                SectionId::Data => ("data", RemarkTarget::Data),
                SectionId::Sources => ("source", RemarkTarget::Source),
                _ => ("recipient", RemarkTarget::Recipient),
            };
            self.propose(new(what, it, Some(IN_TEXT)), spot);
        }
        if piece.is_heading() {
            return;
        }
        self.told(here, piece);
        let transfers = match here {
            SectionId::Transfers => find::transfers_under(text),
            _ => find::transfers(text),
        };
        for it in transfers {
            let unsure = (here != SectionId::Transfers).then_some(NOT_ABROAD);
            self.propose(new("transfer", it, unsure), RemarkTarget::Transfers);
        }
        // "Rights: access; objection"
        let label = labelled_section(text).filter(|id| *id == SectionId::Rights);
        let within = match (here, piece.shape) {
            _ if label.is_some() => RightsContext::Listed,
            (SectionId::Rights, Shape::Paragraph) => RightsContext::Within,
            (SectionId::Rights, _) => RightsContext::Listed,
            _ => RightsContext::Elsewhere,
        };
        for it in find::rights_told(text, within) {
            let stated = |own: &Right| own.name == it;
            if !self.notice.rights.iter().any(stated) {
                let unsure = (here != SectionId::Rights).then_some(NOT_RIGHTS);
                self.propose(new("right", it.to_owned(), unsure), RemarkTarget::Right);
            }
        }
    }
}

/// Says whether two numbers end in the same nine digits.
fn same_number(one: &str, other: &str) -> bool {
    let last = |text: &str| -> Vec<char> {
        // An extension is dialled behind it.
        let text = text.split(['e', 'E', 'x', ';']).next().unwrap_or_default();
        let digits = text.chars().filter(char::is_ascii_digit);
        digits.rev().take(9).collect()
    };
    last(one) == last(other)
}
