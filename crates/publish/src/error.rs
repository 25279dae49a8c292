//! Why nothing was published.

use std::{io, path::PathBuf};

use source::{
    draft::Refused,
    parse::{NoTexts, Problems},
};

use super::quoted;

/// Why nothing was published. Each variant says what to do next.
// What the members of each are its message says.
#[allow(missing_docs)]
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The notices have mistakes, or a file of theirs is missing.
    #[error("{0}")]
    Notices(#[from] Problems),
    /// A file cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    /// What is to be checked is no file, and another of that name is.
    #[error("there is no file {}\n  help: do you mean {}?", path.display(), meant.display())]
    NoFile { path: PathBuf, meant: PathBuf },
    /// What should be a site folder is none.
    #[error("{} is no site folder: it has neither site.toml nor notices/\n  help: {help}", folder.display())]
    NoSite { folder: PathBuf, help: String },
    /// A translation is to be held against the law.
    #[error(
        "{} is a translation, whose facts each build holds against those of its original\n  help: check the original: {}", path.display(), original.display()
    )]
    Translation { path: PathBuf, original: PathBuf },
    /// A version cannot be had from git.
    #[error("cannot read {name}, which is no file, from git: {said}")]
    Revision { name: String, said: String },
    /// Two versions to compare are in different languages.
    #[error(
        "one of the two is in `{old}`, the other in `{new}`\n  help: compare two versions in one language"
    )]
    Languages { old: String, new: String },
    /// A new notice is given an id that no notice can have.
    #[error(
        "`{0}` cannot be the id of a notice\n  help: use lower-case letters a to z, digits and single hyphens: bin-collection"
    )]
    Id(String),
    /// A notice to publish leaves open who decides.
    #[error(
        "notices/{0}.md does not say who decides about the data\n  help: write controller = \"…\", a key of controllers.toml"
    )]
    Controller(String),
    /// Drafts are not finished: what only somebody of the service can say is open still. An entry each.
    #[error("{}", .0.join("\n"))]
    Drafts(Vec<String>),
    /// A page to bring in cannot be fetched.
    #[error(
        "cannot fetch {address}: {said}\n  help: save the page in the browser and bring the file in"
    )]
    Fetch { address: String, said: String },
    /// A source cannot be brought in.
    #[error("cannot bring {} in: {refused}", path.display())]
    Import { path: PathBuf, refused: Refused },
    /// A controller is named that the project does not have.
    #[error("controllers.toml has no controller `{key}`\n  help: {help}")]
    NoController { key: String, help: String },
    /// Another build is at work on the folder to fill.
    #[error("another build is writing to {}\n  help: wait until it is done, or give each a folder of its own", .0.display())]
    Busy(PathBuf),
    /// A folder of the site's own is to be filled.
    #[error("{} {why}: it cannot be filled with what is published\n  help: give it a folder of its own, such as --out {}", .out.display(), quoted(.instead))]
    OwnFolder {
        out: PathBuf,
        why: String,
        instead: PathBuf,
    },
    /// What is to be kept from is no published folder.
    #[error(
        "{} holds no release: there is no upload-order.txt in it\n  help: name the folder of the last build, or leave --keep-from out", .0.display()
    )]
    NoRelease(PathBuf),
    /// A record of processing cannot be read.
    #[error("{0}")]
    Record(#[from] super::record::RecordError),
    /// A file cannot be written.
    #[error("cannot write {}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    /// The engine lacks a file.
    #[error("the engine has no {0}\n  help: build it with `make engine`")]
    Engine(String),
    /// What should be an engine is none.
    #[error("this is no engine: {0}\n  help: build it with `make engine`")]
    Archive(String),
    /// A component makes markup that no tree can hold.
    #[error(
        "the cookie bar's {name} is not one well-formed element: {why}\n  help: in that component use no void elements and give every attribute a value"
    )]
    Markup { name: &'static str, why: String },
    /// A script asks for data that it is not given.
    #[error(
        "{script} asks for DATA.{member}, which it is not given\n  help: correct the name, or add the member to the struct `Data` that belongs to the script"
    )]
    Data { script: String, member: String },
    /// A script is given data that it does not ask for.
    #[error(
        "{script} and what it imports are given DATA.{member}, and none asks for it\n  help: use it, or remove the member from the struct `Data` that belongs to the script"
    )]
    Unread { script: String, member: String },
    /// A script asks for the same list or object in several places.
    #[error(
        "{script} asks for DATA.{member} more than once, and would hold it as often\n  help: give it a name in the script: const {member} = DATA.{member}"
    )]
    Repeated { script: String, member: String },
    /// The base language has no interface words.
    #[error("{0}")]
    Language(#[from] NoTexts),
    /// A file among the kept versions is none.
    #[error("{} is no kept version of a notice: {why}\n  help: take the file from an earlier commit, or remove it", path.display())]
    History { path: PathBuf, why: String },
    /// The facts of a notice changed, and its version did not rise.
    #[error("the facts of {id} are not those that were published as version {version}:\n  {}\n  help: raise `version` in notices/{id}.md, so that forms record which of the two was read", .list.join("\n  "))]
    Version {
        id: String,
        version: String,
        list: Vec<String>,
    },
    /// A notice is asked for that is not there.
    #[error("there is no notice `{0}`")]
    NoNotice(String),
    /// An include is asked for that is not published.
    #[error("there is no {}\n  help: published are {there}", path.display())]
    NoInclude { path: PathBuf, there: String },
    /// A file of `public/` has the path of one that is made.
    #[error(
        "public/{0} stands where a file of that name is made\n  help: give it another name or folder"
    )]
    Taken(String),
    /// A new site would be written over something.
    #[error("{} is there already\n  help: name a new folder; nothing was written", .0.display())]
    There(PathBuf),
    /// A language is asked for whose words do not come with the program.
    #[error(
        "there are no words for the interface in `{language}`\n  help: choose from {known}; for another language, write notices/strings/{language}.toml afterwards"
    )]
    NoWords { language: String, known: String },
    /// What should be the code of a language is none.
    #[error(
        "`{0}` is not the code of a language\n  help: write it in lower case, as pages say it in `lang`: cy, pl, zh-hant"
    )]
    NoTag(String),
    /// Files are larger than was promised.
    #[error("over budget: {}\n  help: the table above has the figures; make the file smaller, the budget is a promise", .0.join(", "))]
    Budget(Vec<String>),
}
