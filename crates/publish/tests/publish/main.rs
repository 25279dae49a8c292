//! `publish` as a whole: a small site in, a folder out.

mod audit;
mod command;
mod content;
mod handout;
mod headers;
mod history;
mod leaks;
mod linked;
mod links;
mod manual;
mod many;
mod refusal;
mod register;
mod site;
mod size;
mod themes;

// The page tests' server keeps to the same file, so both read it alike.
#[path = "../../../../tests/pages/server/rules.rs"]
mod rules;
