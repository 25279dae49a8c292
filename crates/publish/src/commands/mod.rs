//! What each command does with its arguments, what it says of it, and its exit code.

pub(crate) mod desk;
mod json;
pub(crate) mod notices;
pub(crate) mod release;
pub(crate) mod shell;
