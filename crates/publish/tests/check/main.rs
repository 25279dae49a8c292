//! The check, drafts and comparisons as the program has them: what it prints, and what its exit code says.

mod command;
mod draft;
mod versions;
