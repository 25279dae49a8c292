//! Notices against the law: every rule on notices that pass and fail it, on the five, and on other days; and what changed
//! between two versions.
//!
//! The rules run in a browser as they do at build time: so does this (`make rules` has Node run it as wasm32).

mod blind;
mod cases;
mod changed;
mod dated;
mod diff;
mod disk;
mod english;
mod five;
mod fixtures;
mod rules;
mod source;
