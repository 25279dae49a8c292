//! Why nothing was published.

use std::{io, path::PathBuf};

use crate::{draft::Refused, parse::Report};

/// Why nothing was published. Each variant says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    Notices(#[from] Report),
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("cannot read {name}, which is no file, from git: {said}")]
    Revision { name: String, said: String },
    #[error(
        "one of the two is in `{old}`, the other in `{new}`\n  help: compare two versions in one language"
    )]
    Languages { old: String, new: String },
    #[error(
        "`{0}` cannot be the id of a notice\n  help: use lower-case letters a to z, digits and single hyphens: bin-collection"
    )]
    Id(String),
    #[error(
        "notices/{0}.md does not say who decides about the data\n  help: write controller = \"…\", a key of controllers.toml"
    )]
    Controller(String),
    #[error(
        "cannot fetch {address}: {said}\n  help: save the page in the browser and bring the file in"
    )]
    Fetch { address: String, said: String },
    #[error("cannot bring {} in: {refused}", path.display())]
    Import { path: PathBuf, refused: Refused },
    #[error("controllers.toml has no controller `{key}`\n  help: {help}")]
    NoController { key: String, help: String },
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("{count} files named widget-*{end} where one is needed in {}\n  help: build with `trunk build`, or empty the folder first", folder.display())]
    Widget {
        folder: PathBuf,
        end: &'static str,
        count: usize,
    },
    #[error(
        "cannot start `{program}`, which makes scripts and style sheets small: {error}\n  help: run `make build-tools`, or name the program in the variable {variable}"
    )]
    NoMinifier {
        program: String,
        variable: String,
        error: io::Error,
    },
    #[error("{tool} refuses {name}:\n{said}")]
    Minify {
        tool: &'static str,
        name: String,
        said: String,
    },
    #[error(
        "the first layer's {name} is not one well-formed element: {why}\n  help: in that component use no void elements and give every attribute a value"
    )]
    Markup { name: &'static str, why: String },
    #[error(
        "{script} asks for DATA.{member}, which it is not given\n  help: correct the name, or add the member to the struct `Data` that belongs to the script"
    )]
    Data { script: String, member: String },
    #[error(
        "{script} and what it imports are given DATA.{member}, and none asks for it\n  help: use it, or remove the member from the struct `Data` that belongs to the script"
    )]
    Unread { script: String, member: String },
    #[error(
        "a script holds {place} {count} times\n  help: write it exactly once, where the data belongs"
    )]
    Token { place: String, count: usize },
    #[error(
        "no texts in {lang}, the language everyone falls back to\n  help: add notices/strings/{lang}.toml"
    )]
    Language { lang: &'static str },
    #[error("{} is no kept version of a notice: {why}\n  help: take the file from an earlier commit, or remove it", path.display())]
    History { path: PathBuf, why: String },
    #[error("the facts of {id} are not those that were published as version {version}:\n  {}\n  help: raise `version` in notices/{id}.md, so that forms record which of the two was read", .list.join("\n  "))]
    Version {
        id: String,
        version: String,
        list: Vec<String>,
    },
    #[error("there is no notice `{0}`")]
    NoNotice(String),
    #[error("over budget: {}\n  help: the table above has the figures; make the file smaller, the budget is a promise", .0.join(", "))]
    Budget(Vec<String>),
}
