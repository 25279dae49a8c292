//! What `council-notice` can be told: its commands and their arguments, with the help that each shows.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use law::Date;

/// Turns notices/ into the files of a static website.
#[derive(Parser)]
#[command(name = "council-notice", version)]
pub(crate) struct Arguments {
    /// Say nothing but what was asked for and what is wrong
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Begin a site: writes a folder that builds at once, with texts worded for any council and one worked notice.
    #[command(
        after_help = "Example: council-notice init notices-site --name \"Leeds City Council\" --languages cy"
    )]
    Init {
        /// Folder to write
        dir: PathBuf,
        /// Name of the body whose notices they are [default: asked for on a terminal]
        #[arg(long)]
        name: Option<String>,
        /// Languages beside English, by code
        #[arg(long, value_name = "CODES", value_delimiter = ',')]
        languages: Vec<String>,
        /// Wording to begin with, by the country whose law it follows
        #[arg(long, value_name = "WORDING", default_value = "en-GB", value_parser = ["en-GB"])]
        from: String,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the files of the website. COUNCIL_NOTICE_ADDRESS says where they will be published, for the code on handouts.
    #[command(
        after_help = "Example: council-notice build --site notices-site --out notices-site/dist --keep-from notices-site/dist"
    )]
    Build {
        /// Folder to fill
        #[arg(long)]
        out: PathBuf,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
        /// Compress lightly: quick, for trying things out
        #[arg(long)]
        quick: bool,
        /// Publish nothing where a budget is exceeded [default: say so]
        #[arg(long)]
        strict: bool,
        /// The register's day [default: that of SOURCE_DATE_EPOCH, else today]
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
        /// Keep the hashed files of the release in that folder, which may be the one to fill, until thirty days after they were
        /// replaced: pages that somebody has open go on loading them
        #[arg(long, value_name = "DIR")]
        keep_from: Option<PathBuf>,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show the site in a browser while you write: built in memory, anew at each change, with a page that makes the tag.
    #[command(after_help = "Example: council-notice serve --site notices-site")]
    Serve {
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
        /// Port; 0 takes any that is free
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// Address to listen on. Any but this machine's own lets others read what is not published yet; `--host` says by which name
        /// they reach it
        #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
        listen: IpAddr,
        /// Another name or number that it is called by, as others or a proxy do
        #[arg(long, value_name = "NAME")]
        host: Vec<String>,
        /// Another site on this machine whose pages may load the preview, to try the tag from another origin
        #[arg(long, value_name = "ORIGIN")]
        origin: Vec<String>,
    },
    /// Keep the notices as they are now in notices/history/: what changes later is worked out from there and shown on
    /// the notice's page. Run it whenever you publish.
    #[command(after_help = "Example: council-notice keep --site notices-site")]
    Keep {
        /// Ids of notices [default: all]
        ids: Vec<String>,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Hold notices against the law. Exit code: 0 nothing graver than a note, 3 warnings, 4 errors or a `version` that must
    /// rise; 1 when a file cannot be read, 2 when called wrongly.
    #[command(after_help = "Example: council-notice check --site notices-site --as-at 2026-11-22")]
    Check {
        /// Notices (`….md`), or source texts (`.txt`, `.html`, `.docx`, PDF), which are held against the rules that read
        /// text [default: all notices]
        files: Vec<PathBuf>,
        /// As the law stood on that day [default: today]
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
        /// How to write the findings
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Short for `--format json`
        #[arg(long, conflicts_with = "format")]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Hold a page's form against its notice: what it asks, what the notice says of that, what does not fit. Exit
    /// code: 0 all fits, 3 something to put right; 1 when the page cannot be read, 2 when called wrongly.
    #[command(
        after_help = "Example: council-notice audit complain.html --service customer-management --part complaints"
    )]
    Audit {
        /// A file, an http(s) address, or `-` for the standard input
        page: String,
        /// Where the page is published, for placements.toml: host and path, or the address as the browser shows it
        #[arg(long, value_name = "HOST/PATH")]
        address: Option<String>,
        /// Notice [default: the one that the page shows]
        #[arg(long, value_name = "ID")]
        service: Option<String>,
        #[arg(long, value_name = "ID", requires = "service")]
        part: Option<String>,
        #[arg(long, value_name = "ID", requires = "service")]
        audience: Option<String>,
        /// CSS selector of the form [default: the tag's, else the first]
        #[arg(long, value_name = "SELECTOR")]
        form: Option<String>,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Hold the notices against the record of processing activities (UK GDPR Art. 30): per service, what one says and the
    /// other does not. Nothing is filled in. Exit code: 0 both say the same, 3 something differs; 1 when the record cannot
    /// be read, 2 when called wrongly.
    #[command(after_help = "Example: council-notice reconcile record.csv")]
    Reconcile {
        /// The record, as CSV or as a workbook (.xlsx); `[record]` in site.toml says which column holds what
        #[arg(required_unless_present = "export")]
        record: Option<PathBuf>,
        /// Write the notices' own facts as such a table (CSV) instead
        #[arg(long, conflicts_with = "record")]
        export: bool,
        /// How to write what differs
        #[arg(long, value_enum, default_value_t = Sheet::Text, conflicts_with = "export")]
        format: Sheet,
        /// Short for `--format json`
        #[arg(long, conflicts_with_all = ["export", "format"])]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Say what changes on the day on which another controller takes over, as `until` and `successor` in
    /// controllers.toml plan it.
    #[command(after_help = "Example: council-notice succession --write")]
    Succession {
        /// Write drafts of the successor's notices to notices/succession/
        #[arg(long)]
        write: bool,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Print an include for pasting into a page: a notice's card, or the cookie bar, whole before any script and without one.
    #[command(
        after_help = "Example: council-notice include customer-management --part complaints --lang cy"
    )]
    Include {
        /// Notice, or `cookies` for the bar
        #[arg(value_name = "SERVICE")]
        service: String,
        #[arg(long, value_name = "ID")]
        part: Option<String>,
        #[arg(long, value_name = "ID")]
        audience: Option<String>,
        /// Partner whose cookie bar it is, as site.toml names it
        #[arg(long, value_name = "ID")]
        policy: Option<String>,
        /// Language [default: the site's]
        #[arg(long, value_name = "TAG")]
        lang: Option<String>,
        /// Published folder [default: dist in the site folder]
        #[arg(long)]
        out: Option<PathBuf>,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Begin a notice: writes notices/ID.md, which reads as a notice and states nothing yet.
    #[command(after_help = "Example: council-notice new bin-collection --title \"Bin collection\"")]
    New {
        /// Id of the notice: lower-case letters, digits and hyphens
        id: String,
        /// Name of the service [default: made from the id]
        #[arg(long)]
        title: Option<String>,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Bring a source in: writes notices/ID.md as a draft, and says what it found and what it left out. It never
    /// guesses a lawful basis, nor who decides.
    #[command(after_help = "Example: council-notice import notice.pdf --id bin-collection")]
    Import {
        /// A plain text of any encoding, a web page (file or http(s) address), a Word document (.docx) or a PDF with text
        source: PathBuf,
        /// Id of the notice [default: the source's file name]
        #[arg(long)]
        id: Option<String>,
        /// Who decides about the data: a key of notices/controllers.toml [default: not stated]
        #[arg(long, value_name = "KEY")]
        controller: Option<String>,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Say what changed between two versions of a notice: facts apart from wording. Exit code: 0 nothing to do, 4
    /// `version` must rise; 1 when a version cannot be read, 2 when called wrongly.
    #[command(
        after_help = "Example: council-notice diff main:notices/bin-collection.md notices/bin-collection.md"
    )]
    Diff {
        /// The older version: a `….md`, a whole notice as `….json`, or REVISION:PATH of git
        old: String,
        /// The newer version, likewise
        new: String,
        /// How to write the changes
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
        /// Short for `--format json`
        #[arg(long, conflicts_with = "format")]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Say what a site folder of an earlier release needs to build today. Exit code: 0 nothing, 3 something; 1 when a file cannot
    /// be read, 2 when called wrongly.
    #[command(after_help = "Example: council-notice migrate --write")]
    Migrate {
        /// Change what can be worked out. What somebody has to decide is left
        #[arg(long)]
        write: bool,
        /// Say what came of it as JSON
        #[arg(long)]
        json: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Print the words of the interface as a file of notices/strings/: to say one your own way, or for a translator.
    #[command(after_help = "Example: council-notice words gd --write")]
    Words {
        /// Code of the language. One that the program does not have is begun in English
        #[arg(value_name = "TAG", default_value = "en")]
        lang: String,
        /// Write them to notices/strings/TAG.toml, never over a file that is there
        #[arg(long)]
        write: bool,
        /// Site folder, with notices/ [default: this one]
        #[arg(long = "site", value_name = "DIR")]
        root: Option<PathBuf>,
    },
    /// Print what a shell needs to complete commands and options.
    #[command(
        after_help = "Example: council-notice completions bash > ~/.local/share/bash-completion/completions/council-notice"
    )]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write a page for `man` of the program and of each command.
    #[command(after_help = "Example: council-notice man --out ~/.local/share/man/man1")]
    Man {
        /// Folder to write them to
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

impl Command {
    /// Returns the folder that has to be a site, for commands that need one.
    pub(crate) fn site(&self) -> Option<&Path> {
        let root = match self {
            Self::Build { root, .. }
            | Self::Serve { root, .. }
            | Self::Keep { root, .. }
            | Self::Check { root, .. }
            | Self::Audit { root, .. }
            | Self::Reconcile { root, .. }
            | Self::Succession { root, .. }
            | Self::New { root, .. }
            | Self::Import { root, .. }
            | Self::Migrate { root, .. } => root,
            // A published folder, or two files, may be anywhere.
            Self::Include {
                out: None, root, ..
            } => root,
            Self::Words {
                write: true, root, ..
            } => root,
            _ => return None,
        };
        Some(root.as_deref().unwrap_or(Path::new("")))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Plain {
    Text,
    Json,
}

/// How the differences of a record are written out.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sheet {
    Text,
    Json,
    // A table to send round.
    Csv,
}

/// How findings are written out.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    // For people, as a compiler does it.
    Text,
    // For programs: a list of findings.
    Json,
    // For code review and editors: SARIF 2.1.0.
    Sarif,
    // For people without a terminal: a page that needs nothing but itself.
    Html,
}
