//! `publish`: arguments and exit codes.

fn main() {}
