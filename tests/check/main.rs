//! The check: every rule on notices that pass and fail it, on the five, and on other days; and its command.

mod cases;
mod command;
mod dated;
mod diff;
mod draft;
mod english;
mod five;
mod fixtures;
mod rules;
mod source;
mod versions;
