//! Publishing as a whole: a small site in, a folder out.

mod alone;
mod audit;
mod base;
mod command;
mod content;
mod dated;
mod earlier;
mod examples;
mod faults;
mod files;
mod handout;
mod headers;
mod history;
mod includes;
mod init;
mod joint;
mod leaks;
mod linked;
mod links;
mod manual;
mod many;
mod migrate;
mod notepad;
mod office;
mod packages;
mod pinned;
mod policies;
mod program;
mod refusal;
mod refused;
mod register;
mod serve;
mod serve_start;
mod servers;
mod site;
mod size;
mod stale;
mod stumbles;
mod themes;
mod trials;
mod unraised;

// The page tests' server keeps to the same file, so both read it alike.
#[path = "../../../../tests/pages/server/rules.rs"]
mod rules;
