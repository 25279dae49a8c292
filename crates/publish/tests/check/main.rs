//! The check, drafts and comparisons as the program has them: what it prints, and what its exit code says.

mod command;
mod dated;
mod desk;
mod draft;
#[cfg(unix)]
mod endless;
mod exempt;
mod handover;
mod owner;
mod record;
mod requests;
mod sarif;
mod stumbles;
mod undecided;
mod versions;
mod welsh;
mod whose;
