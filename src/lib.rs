//! # council-notice
//!
//! Two straight lines that meet in one type, the [`notice::Notice`]:
//!
//! ```text
//! build:  notices/*.md, *.toml → parse → Notice → publish → notice JSON, static pages, gate → dist/
//! run:    <script data-…> → gate → (a notice to show?) → widget.wasm → browser → ui
//! ```
//!
//! | module | what it is |
//! |---|---|
//! | [`notice`] | what a controller tells people: the facts, the view of them that one page shows, what changed in them |
//! | [`cookies`] | what a cookie policy allows |
//! | [`guardian`] | what an answer about age leads to |
//! | [`kiosk`] | when a shared screen is wiped |
//! | [`reasons`] | which reason belongs to which field of a form |
//! | [`audit`] | a form held against its notice, for editors |
//! | [`placement`] | which notice belongs on a page |
//! | [`options`] | the tag's attributes, with the only defaults |
//! | [`request`] | what a person may ask for under a notice, in ready words |
//! | [`seen`] | what a returning visitor is told of a notice |
//! | [`strings`] | the interface's own words |
//! | [`manifest`] | what `publish` writes and the browser reads |
//! | [`browser`] | one platform fact a file: the gate, the page, the form |
//! | [`ui`] | Leptos components, one face a file, rendered in the browser and at build time |
//! | `parse` | Markdown and TOML into notices, with every error at its line (host only) |
//! | `print` | a notice as its source again, for drafts and for old versions (host only) |
//! | `draft` | the first draft of a notice: empty, or from a text that is there already (host only) |
//! | `check` | a notice against the law as it stood on a day (host only) |
//! | `publish` | notices into `dist/` (host only) |
//!
//! The rules (`notice` to `manifest`) know neither `browser` nor `ui`; `ui` reaches the page only through
//! `browser`; nothing imports `publish` but its program.

pub mod audit;
pub mod browser;
pub mod cookies;
pub mod guardian;
pub mod kiosk;
pub mod manifest;
pub mod notice;
pub mod options;
pub mod placement;
pub mod reasons;
pub mod request;
pub mod seen;
pub mod strings;
pub mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod draft;
#[cfg(not(target_arch = "wasm32"))]
pub mod parse;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
