//! The bodies that a source names as its controllers, proposed.

use notice::SectionId;

use super::{Draft, Proposal};
use crate::{
    draft::{
        find::{self, ControllerCandidate},
        piece::{Piece, Shape},
    },
    print::RemarkTarget,
};

/// Why a body may be none.
const NOT_CALLED: &str = "the text does not call it the controller";

impl Draft {
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

    /// Proposes whom a piece names as a controller: in a sentence, under a heading or behind a label that asks for it, as an item of
    /// a list of those who decide, or in a row of a table.
    pub(super) fn controllers(&mut self, here: SectionId, piece: &Piece) {
        let text = &find::by_name(&piece.text, &self.short);
        let mut bodies = self.bodies(piece, text);
        let sure = |name| ControllerCandidate { name, sure: true };
        bodies.extend(find::of_us(&piece.text, &self.short).into_iter().map(sure));
        self.leads_to_controllers = match piece.shape {
            Shape::Bullet | Shape::Row => self.leads_to_controllers,
            _ => leads_to_controllers(&piece.text),
        };
        let new = |text: String, unsure: Option<&'static str>| Proposal {
            line: piece.line,
            what: "controller",
            text,
            basis: None,
            unsure,
        };
        let acts = find::body_that_uses(&piece.text)
            .filter(|_| here == SectionId::Who && !self.names_controller && bodies.is_empty());
        if let Some(name) = acts {
            self.propose(new(name, Some(NOT_CALLED)), RemarkTarget::Controller);
        }
        // Whoever runs something that is spoken of further down is somebody else, where the text has said who the controller is.
        let called = |it: &Proposal| it.what == "controller" && it.unsure.is_none();
        let settled = here != SectionId::Who && self.found.iter().any(called);
        for it in bodies.into_iter().filter(|it| it.sure || !settled) {
            let unsure = (!it.sure).then_some(NOT_CALLED);
            let mut whole = self.registered.iter();
            let whole = whole.find(|name| {
                name.strip_prefix(&it.name)
                    .is_some_and(|end| end.starts_with(' '))
            });
            let name = whole.cloned().unwrap_or(it.name);
            for name in find::each_known(name, &self.short) {
                if !self.is_called_in_full(&name) {
                    self.propose(new(name, unsure), RemarkTarget::Controller);
                }
            }
        }
    }

    /// Says whether a body is there by its whole name: “the Registrar”, once “the Registrar for Overton” was named.
    fn is_called_in_full(&self, name: &str) -> bool {
        let mut found = self.found.iter().filter(|it| it.what == "controller");
        found.any(|it| {
            let more = it.text.strip_prefix(name).unwrap_or_default();
            [" for ", " of "].iter().any(|link| more.starts_with(link))
        })
    }

    /// Lists the bodies that a piece names; `text` is what it says, with each body by its name.
    fn bodies(&self, piece: &Piece, text: &str) -> Vec<ControllerCandidate> {
        // Under "Controller" stands who it is, and behind "Responsible organisation:".
        let heading = self.heading.to_lowercase();
        let under = asks_who(&heading) && !piece.is_heading();
        let labelled = text
            .split_once(": ")
            .filter(|(name, _)| name.len() < 40 && asks_who(&name.to_lowercase()));
        // "Who we are" says who it is, and not that it is the controller.
        let ours = ["who are we", "who we are", "who uses", "who is using"];
        let ours = ours.iter().any(|it| heading.contains(it))
            && !piece.is_heading()
            && !find::joint_behind(&piece.text);
        let item = self.leads_to_controllers && piece.shape == Shape::Bullet;
        let in_row = match piece.shape {
            Shape::Row => cells_of_controllers(piece),
            _ => Vec::new(),
        };
        if !in_row.is_empty() {
            in_row
                .iter()
                .flat_map(|cell| find::controllers_under(cell))
                .collect()
        } else if let Some((_, body)) = labelled {
            find::controllers_under(body)
        } else if under || item {
            find::controllers_under(text)
        } else if ours {
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
            find::controllers(text)
        }
    }
}

/// Says whether a sentence leads up to a list of those who decide: “The joint controllers are:”.
fn leads_to_controllers(text: &str) -> bool {
    let last = text.rsplit(". ").next().unwrap_or(text).to_lowercase();
    let other = ["separate", "independent", " not ", "share", "their own"];
    last.ends_with(':') && last.contains("controllers") && !other.iter().any(|it| last.contains(it))
}

/// Lists the cells of a row that name a controller: below or beside “Controller”, or beside the role of one.
fn cells_of_controllers(row: &Piece) -> Vec<&str> {
    let names = |text: &str| {
        let lower = text.to_lowercase();
        lower.contains("controller")
            && lower.split_whitespace().count() <= 5
            && !lower.contains("separate")
            && !lower.contains("independent")
    };
    let below = row.cells.iter().filter(|(head, _)| names(head));
    let mut found: Vec<&str> = below.map(|(_, cell)| cell.as_str()).collect();
    if found.is_empty() {
        // A table without heads: "Controller | Overton Council", "Overton Council | Joint controller".
        let bare: Vec<&str> = row.cells.iter().map(|(_, cell)| cell.as_str()).collect();
        let role = bare.iter().position(|cell| names(cell));
        let other = role.and_then(|at| bare.get(if at == 0 { 1 } else { 0 }));
        found.extend(other.copied());
    }
    found
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
