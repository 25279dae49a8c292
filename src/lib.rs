//! # council-notice: the widget
//!
//! What Trunk builds for the browser: a card with its notice, the reasons beside the fields, the question for a guardian,
//! the cookie preferences; and as bundles of their own a shared screen's tools and the editors' audit. Each file deals
//! with one thing that browsers do. Only this crate and the components touch the DOM.
//!
//! Where a change of each kind is made: `docs/src/developer/index.md`, "Where a change is made".
//!
//! Two straight lines run through the project, and meet in what is drawn of one type, the [`notice::Notice`]:
//!
//! ```text
//! build:  notices/*.md, *.toml → source → Notice → publish → notice JSON, static pages, gate → dist/
//! run:    <script data-…> → gate → (a notice to show?) → widget.wasm → this → ui
//! ```
//!
//! | crate | what it is |
//! |---|---|
//! | [`notice`] | what a controller tells people, and every rule that needs no page |
//! | `law` | dated facts of law, and a notice against the law as it stood on a day |
//! | `source` | text into notices and back, with every problem at its line |
//! | [`ui`] | Leptos components, one a file, rendered in the browser and at build time |
//! | `publish` | a site and the engine into `dist/`, the register, the program |
//! | `engine` | what the browser loads, made small: the same for every site |
//! | this | the widget and its bundles |
//!
//! `notice ← law ← source ← publish ← engine`, and `notice ← ui ←` `publish` and this: Cargo refuses every other way.

pub mod audit;
mod beside;
mod bundle;
mod contents;
mod detach;
mod element;
mod explained;
mod field;
mod form;
mod gate;
mod hold;
mod include;
mod insert;
pub mod kiosk;
mod label;
mod memory;
mod mount;
mod mount_context;
mod not_shown;
mod preferences;
mod read;
mod retry_delay;
mod returning;
mod style;
mod widget;

pub use gate::Gate;
pub use widget::{Widget, start};
