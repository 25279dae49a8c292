//! What a controller tells people about their data, as facts, and every rule that needs no page.
//!
//! A [`Notice`] holds every fact once. A page shows a *view* of it: the facts that concern one part of the
//! service ("complaints") and one audience ("introducer"), chosen by [`Notice::view`].
//!
//! Nothing here reads a file or the clock, or knows a page: all of it runs in a browser as it does at build time.
//!
//! | module | what it is |
//! |---|---|
//! | [`diff`] | what changed between two versions of a notice |
//! | [`cookies`] | what a cookie policy allows |
//! | [`guardian`] | what an answer about age leads to |
//! | [`kiosk`] | when a shared screen is wiped |
//! | [`beside`] | where a button can stand beside a field |
//! | [`reasons`] | which reason belongs to which field of a form |
//! | [`audit`] | a form held against its notice, for editors |
//! | [`placement`] | which notice belongs on a page |
//! | [`options`] | the tag's options, as the gate hands them over (typed in `www/deferred/options.js`, some in `www/gate/tag.js`) |
//! | [`request`] | what a person may ask for under a notice, in ready words |
//! | [`seen`] | what a returning visitor is told of a notice |
//! | [`strings`] | the interface's own words |
//! | [`manifest`] | what is published for the browser to read |
//! | [`version`] | which of two versions is newer |

pub mod audit;
pub mod beside;
mod contact;
pub mod cookies;
pub mod diff;
mod fact;
mod file;
pub mod guardian;
pub mod kiosk;
pub mod manifest;
mod notice;
pub mod options;
pub mod placement;
pub mod reasons;
pub mod request;
mod section;
pub mod seen;
pub mod strings;
pub mod version;
mod view;

pub use contact::{Contact, Controller, Link, Officer, Phone, Succession};
pub use fact::{
    Answer, Automated, Basis, Children, Condition, Data, DataSource, Field, Purpose, Question,
    Recipient, RecipientRole, Retention, Right, RightId,
};
pub use file::File;
pub use notice::{Notice, Upkeep};
pub use section::{Block, Inline, Section, SectionId};
pub use view::{Part, Scope};
