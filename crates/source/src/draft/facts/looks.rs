//! What can be told of a text by its looks, proposed.

use notice::{Right, SectionId};

use super::{Draft, Proposal};
use crate::{
    draft::{
        columns,
        find::{self, ControllerCandidate, RightsContext, Use},
        handled::handlers,
        held::data_told,
        label::labelled as labelled_section,
        listed::listed,
        piece::{Piece, Shape},
        receives::receivers,
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
const NOT_CALLED: &str = "the text does not call it the controller";

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

    /// Proposes the body whose name stands alone at the top, where the text calls nobody the controller.
    pub(in crate::draft) fn named_at_the_top(&mut self, pieces: &[Piece]) {
        if self.names_controller {
            return;
        }
        let mut top = pieces.iter().take(2);
        let named = top.find_map(|piece| Some((piece.line, find::body_alone(&piece.text)?)));
        if let Some((line, text)) = named {
            let proposal = Proposal {
                line,
                what: "controller",
                text,
                basis: None,
                unsure: Some(NOT_CALLED),
            };
            self.propose(proposal, RemarkTarget::Controller);
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
        // Under "Controller" stands who it is, and behind "Responsible organisation:".
        let heading = self.heading.to_lowercase();
        let under = asks_who(&heading) && !piece.is_heading();
        let labelled = text
            .split_once(": ")
            .filter(|(name, _)| asks_who(&name.to_lowercase()));
        // "Who we are" says who it is, and not that it is the controller.
        let ours = ["who are we", "who we are", "who uses", "who is using"];
        let ours = ours.iter().any(|it| heading.contains(it));
        let ours = ours && !piece.is_heading() && !find::joint_behind(text);
        let bodies = if let Some((_, body)) = labelled.filter(|(name, _)| name.len() < 40) {
            find::controllers_under(&find::by_name(body, &self.short))
        } else if under {
            find::controllers_under(&find::by_name(text, &self.short))
        } else if ours {
            let text = &find::by_name(text, &self.short);
            let named = find::controllers(text);
            let unsure = |it| ControllerCandidate { sure: false, ..it };
            match named.is_empty() {
                true => find::controllers_under(text)
                    .into_iter()
                    .map(unsure)
                    .collect(),
                false => named,
            }
        } else {
            find::controllers(&find::by_name(text, &self.short))
        };
        let acts = find::body_that_uses(text)
            .filter(|_| here == SectionId::Who && !self.names_controller && bodies.is_empty());
        if let Some(name) = acts {
            self.propose(
                new("controller", name, Some(NOT_CALLED)),
                RemarkTarget::Controller,
            );
        }
        for it in bodies {
            let unsure = (!it.sure).then_some(NOT_CALLED);
            let mut whole = self.registered.iter();
            let whole = whole.find(|name| {
                name.strip_prefix(&it.name)
                    .is_some_and(|end| end.starts_with(' '))
            });
            let name = whole.cloned().unwrap_or(it.name);
            self.propose(new("controller", name, unsure), RemarkTarget::Controller);
        }
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
        let periods = find::periods(text).into_iter();
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
            let has = match here {
                SectionId::Recipients => handlers(text),
                _ => Vec::new(),
            };
            for it in receivers(text).into_iter().chain(has) {
                let decides = |own: &&Proposal| own.what == "controller" && own.text == it;
                if !self.found.iter().any(|own| decides(&own)) {
                    self.propose(new("recipient", it, Some(IN_TEXT)), RemarkTarget::Recipient);
                }
            }
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

/// Says whether a heading or a label asks who decides about the data.
fn asks_who(heading: &str) -> bool {
    let asks = [
        "who is responsible",
        "who decides",
        "who holds",
        "responsible organisation",
        "who is looking after",
        "in charge of",
    ];
    heading.contains("controller") || asks.iter().any(|it| heading.contains(it))
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
