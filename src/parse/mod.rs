//! Markdown and TOML into notices, with every error at its line.
