//! What sentences say that no field of a draft takes over word by word, proposed beside the fact that it bears on.

use notice::SectionId;

use super::{Draft, Proposal};
use crate::{
    draft::{
        find,
        piece::{Piece, Shape},
    },
    print::RemarkTarget,
};

/// Why a period is missing, and why the rest may be something else.
const NO_PERIOD: &str = "it tells no period: say how long, or what decides when it ends";
const NOT_DECIDING: &str = "it stands under no heading on decisions by machines";
const NOT_ABROAD: &str = "it stands under no heading on other countries";

impl Draft {
    pub(super) fn told(&mut self, here: SectionId, piece: &Piece) {
        let text = piece.text.as_str();
        let mut say = |what: &'static str, text: String, unsure: Option<&'static str>, spot| {
            let line = piece.line;
            self.propose(
                Proposal {
                    line,
                    what,
                    text,
                    basis: None,
                    unsure,
                },
                spot,
            );
        };
        for it in find::registrations(text) {
            say("registration", it, None, RemarkTarget::Controller);
        }
        let about_keeping = here == SectionId::Retention || piece.shape == Shape::Row;
        for it in find::stand_ins(text, about_keeping) {
            say(
                "stand-in for a period",
                it,
                Some(NO_PERIOD),
                RemarkTarget::Retention,
            );
        }
        for it in find::safeguards(text) {
            let unsure = (here != SectionId::Transfers).then_some(NOT_ABROAD);
            say("safeguard", it, unsure, RemarkTarget::Transfers);
        }
        let rights = here == SectionId::Rights;
        for it in find::automated(text).into_iter().filter(|_| !rights) {
            let unsure = (here != SectionId::Automated).then_some(NOT_DECIDING);
            say("automated decision", it, unsure, RemarkTarget::Automated);
        }
    }
}
