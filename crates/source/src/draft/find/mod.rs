//! Facts that can be told from their looks, each in its usual spellings.
//!
//! | module | what it finds |
//! |---|---|
//! | `contact` | e-mail, web and postal addresses |
//! | `phone` | telephone numbers |
//! | `law`, `title` | Acts, regulations, orders |
//! | `period`, `until` | how long something lasts |
//! | `keeping`, `other` | whether that is how long data is kept, or an age, a rate, a price |
//! | `date`, `dating`, `day` | the source's own date and version |
//! | `basis` | lawful bases |
//! | `body`, `answerable`, `under` | who decides, and who answers for it in law |
//! | `joint`, `pointed` | who decides together, by name or as those who were named before |
//! | `short` | the short names of bodies |
//! | `user` | who uses data, where nobody is said to decide |
//! | `processor` | who works for who decides |
//! | `name` | the names of bodies |
//! | `officer` | the name of the data protection officer |
//! | `right`, `right_words` | the right that a text is about |
//! | `whose` | whether a number or an address is the regulator's |
//! | `transfer`, `safeguard` | whether data leaves the country, and what protects it there |
//! | `stand_in` | what stands where a period should |
//! | `automated` | whether a machine decides |
//! | `registration` | the number of a fee payer |

mod answerable;
mod automated;
mod basis;
mod body;
mod contact;
mod date;
mod dated_line;
mod dating;
mod day;
mod joint;
mod keeping;
mod law;
mod name;
mod officer;
mod other;
mod period;
mod phone;
mod pointed;
mod processor;
mod registration;
mod right;
mod right_words;
mod safeguard;
mod short;
mod stand_in;
mod title;
mod transfer;
mod under;
mod unit;
mod until;
mod user;
mod whole;
mod whose;

pub(super) use automated::automated;
pub use basis::bases;
pub(super) use basis::{bases_given, bases_of_ground};
pub(super) use body::{ControllerCandidate, controllers};
pub(super) use contact::{addresses, emails, is_contact, webs};
pub(super) use date::{Dated, dated};
pub(super) use joint::joint_behind;
pub(super) use keeping::Use;
pub(super) use law::{is_law_alone, laws};
pub(super) use name::{body_alone, registered};
pub(super) use officer::officers;
pub(super) use period::periods;
pub(super) use phone::phones;
pub(super) use processor::processors;
pub(super) use registration::registrations;
pub(super) use right::{RightsContext, right, rights_told};
pub(super) use safeguard::safeguards;
pub(super) use short::{ShortName, by_name, each_known, of_us, short_names};
pub(super) use stand_in::stand_ins;
pub(super) use transfer::{transfers, transfers_under};
pub(super) use under::controllers_under;
pub(super) use user::body_that_uses;
pub(super) use whose::is_regulators;

/// Lists the clauses of a text, up to every mark that may end a sentence or a part of one.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Returns a word without the marks around it, and without the number of a note behind it: `controller[1]`.
fn bare(word: &str) -> &str {
    let own = word.split_once('[').map_or(word, |(own, _)| own);
    let own = if own.is_empty() { word } else { own };
    own.trim_matches(|mark: char| !mark.is_alphanumeric())
}
