//! Whom the sentences of a section say that data is given to, proposed.

use notice::SectionId;

use super::{Draft, Proposal, looks::IN_TEXT};
use crate::{
    draft::{
        fragments::named_alone, handled::handlers, passed::passed_on, piece::Piece,
        receives::receivers,
    },
    print::RemarkTarget,
};

impl Draft {
    /// Proposes whom a paragraph of a section on recipients, or on other countries, says that data is given to.
    pub(super) fn receivers(&mut self, here: SectionId, piece: &Piece) {
        let text = piece.text.as_str();
        let mut names = receivers(text);
        if here == SectionId::Recipients {
            names.extend(handlers(text));
            names.extend(passed_on(text));
            names.extend(named_alone(text, names.len()));
        }
        for text in names {
            let same = |own: &&Proposal| {
                matches!(own.what, "controller" | "recipient")
                    && without_article(&own.text) == without_article(&text)
            };
            if !self.found.iter().any(|own| same(&own)) {
                let proposal = Proposal {
                    line: piece.line,
                    what: "recipient",
                    text,
                    basis: None,
                    unsure: Some(IN_TEXT),
                };
                self.propose(proposal, RemarkTarget::Recipient);
            }
        }
    }
}

fn without_article(name: &str) -> &str {
    let own = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "));
    own.unwrap_or(name)
}
