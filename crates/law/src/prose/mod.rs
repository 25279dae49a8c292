//! A source text asked by its sentences, before any fact is entered: what one of them shows by itself, and what a text that is
//! plainly a whole notice leaves out.
//!
//! | module | what it reads |
//! |---|---|
//! | `whole` | whether a text is a whole notice |
//! | `keeping` | how long data is kept; `traces`, the sentences that speak of it |
//! | `sharing` | who gets it; `back`, what goes to people themselves; `passing`, the words for it |
//! | `abroad` | where it goes |
//! | `sources` | where it comes from; `somebody`, whether these are anybody |
//! | `bases` | what lets it be used; `special`, if it is sensitive; `withdrawing`, how a yes is taken back |
//! | `interests` | legitimate interests; `labels`, with these as the label of a use; `outside`, what is no task of a public authority |
//! | `complaining` | the two ways to complain |
//! | `rights` | rights that are denied, or promised though there are none; `portable`, by the use that one names; `told`, which are told; `apart`, whether objecting stands by itself |
//! | `uses` | what data is used for; `purposes`, whose these are and no more |
//! | `machine` | decisions that a machine makes alone |
//! | `online` | children who are asked online |
//! | `officer` | an officer whom nobody can reach |
//! | `choice` | whether one must answer; `leaving`, what one leaves out |
//! | `promises` | what is promised and broken; `inward`, that data stays within |
//! | `dated` | a date that is a blank |
//! | `deciding` | who decides, if it could be anybody |
//! | `absent` | what is said not to be there, and is; `acts`, what is said never to be done, and is |

mod abroad;
mod absent;
mod acts;
mod apart;
mod back;
mod bases;
mod choice;
mod complaining;
mod dated;
mod deciding;
mod interests;
mod inward;
mod keeping;
mod labels;
mod leaving;
mod machine;
mod officer;
mod online;
mod passing;
mod portable;
mod promises;
mod purposes;
mod rights;
mod sharing;
mod somebody;
mod sources;
mod special;
mod told;
mod traces;
mod uses;
mod whole;
mod withdrawing;

pub(super) use abroad::transfers;
pub(super) use apart::apart;
pub(super) use bases::bases;
pub(super) use choice::must;
pub(super) use complaining::{controller, regulator};
pub(super) use dated::{date, is_blank_date};
pub(super) use deciding::{anybody as decided_by_anybody, nobody as decided_by_nobody};
pub(super) use interests::interests;
pub(super) use keeping::retention;
pub(super) use machine::decisions;
pub(super) use officer::officer;
pub(super) use online::children;
pub(super) use promises::sharing as promises;
pub(super) use rights::{denied, promised};
pub(super) use sharing::{open, recipients};
pub(super) use sources::sources;
pub(super) use special::special;
pub(super) use uses::uses;
pub(super) use withdrawing::withdrawal;

use notice::{Block, Inline, Notice, SectionId};

use super::text::{all, denies, plain, sentences, unmarked};

/// A source text, in its order.
struct Prose {
    title: String,
    /// Everything that is said in it, in no order.
    texts: Vec<String>,
    pieces: Vec<Piece>,
}

/// A paragraph or a bullet.
struct Piece {
    section: SectionId,
    text: String,
    is_bullet: bool,
}

/// A sentence with what stands around it.
#[derive(Clone, Copy)]
struct Said<'a> {
    section: SectionId,
    text: &'a str,
    /// What follows it: a sentence, or the first bullet of its list.
    next: &'a str,
    /// Whether it is of a list, or leads to one.
    is_listed: bool,
    /// Whether it says that something is not so, or stands in a list of what is not.
    denies: bool,
}

#[cfg(test)]
impl<'a> Said<'a> {
    /// Makes an item of a list, with nothing around it.
    fn item(text: &'a str) -> Self {
        Self {
            section: SectionId::Collection,
            text,
            next: "",
            is_listed: true,
            denies: false,
        }
    }
}

impl Prose {
    fn of(notice: &Notice) -> Self {
        // What is left of a list of sentences begins without a capital.
        let piece = |section, runs: &[Inline], is_bullet| {
            let text = plain(unmarked(runs)).trim().to_owned();
            let is_bullet = is_bullet || text.starts_with(char::is_lowercase);
            Piece {
                section,
                text,
                is_bullet,
            }
        };
        // An import enters the lists of who gets data and who gives it.
        let listed = |section, name: &String| Piece {
            section,
            text: name.clone(),
            is_bullet: true,
        };
        let recipients = notice.recipients.iter().flat_map(|it| &it.names);
        let recipients = recipients.map(|name| listed(SectionId::Recipients, name));
        let sources = notice.sources.iter().flat_map(|it| &it.names);
        let sources = sources.map(|name| listed(SectionId::Sources, name));
        let data = notice
            .data
            .iter()
            .map(|it| listed(SectionId::Data, &it.name));
        let pieces = notice.sections.iter().flat_map(|section| {
            section.body.iter().flat_map(move |block| match block {
                Block::Paragraph(runs) => vec![piece(section.id, runs, false)],
                Block::List(items) => {
                    let items = items.iter().map(|item| piece(section.id, item, true));
                    items.collect()
                }
            })
        });
        Self {
            title: notice.title.clone(),
            texts: all(notice),
            pieces: pieces
                .chain(recipients)
                .chain(sources)
                .chain(data)
                .collect(),
        }
    }

    /// Lists the sentences, in their order.
    fn said(&self) -> Vec<Said<'_>> {
        let all = self.pieces.iter().enumerate().flat_map(|(at, piece)| {
            let after = self.pieces.get(at + 1);
            let leads = (after.is_some_and(|it| it.is_bullet) && !piece.is_bullet)
                || piece.text.ends_with(':');
            let lead = self.pieces[..at].iter().rfind(|it| !it.is_bullet);
            let denied = piece.is_bullet
                && lead.is_some_and(|it| it.text.ends_with(':') && denies(&it.text));
            let all: Vec<&str> = sentences(&piece.text).collect();
            let many = all.len();
            let said = all.clone().into_iter().enumerate().map(move |(own, text)| {
                let follows = after.filter(|it| it.section == piece.section);
                let follows = follows.map_or("", |it| it.text.as_str());
                Said {
                    section: piece.section,
                    text,
                    next: all.get(own + 1).copied().unwrap_or(follows),
                    is_listed: piece.is_bullet || (leads && own + 1 == many),
                    denies: denied || denies(text),
                }
            });
            said.collect::<Vec<_>>()
        });
        all.collect()
    }
}
