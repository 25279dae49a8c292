//! Facts that can be told from their looks, each in its usual spellings.
//!
//! | module | what it finds |
//! |---|---|
//! | `contact` | e-mail, web and postal addresses |
//! | `phone` | telephone numbers |
//! | `law` | Acts, regulations, orders |
//! | `period` | how long something lasts |
//! | `keeping` | whether that is how long data is kept |
//! | `date` | the source's own date and version |
//! | `basis` | lawful bases |
//! | `body` | who decides |
//! | `right` | the right that a text is about |

mod basis;
mod body;
mod contact;
mod date;
mod keeping;
mod law;
mod period;
mod phone;
mod right;

pub use basis::bases;
pub(super) use body::controllers;
pub(super) use contact::{addresses, emails, webs};
pub(super) use date::dated;
pub(super) use keeping::Use;
pub(super) use law::laws;
pub(super) use period::periods;
pub(super) use phone::phones;
pub(super) use right::right;

/// The sentences of a text: a full stop ends one only before a space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ';'])
        .scan(String::new(), |_, part| Some(part))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|mark: char| !mark.is_alphanumeric())
}
