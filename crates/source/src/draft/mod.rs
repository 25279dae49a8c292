//! The first draft of a notice: an empty one, or what can be taken from a text that is there already.
//!
//! A draft reads as a notice does, and leaves everything open that is not known: no lawful basis, no period and no answer
//! is ever guessed.
//!
//! | module | what it does |
//! |---|---|
//! | `decode` | the bytes of a text file into text |
//! | `clean` | a plain text into pieces: headings, paragraphs, bullets, rows |
//! | `shape`, `marks`, `table`, `unmarked` | what a line is by its looks |
//! | `mail` | the head and the signature of an e-mail |
//! | `edges` | where the pages of a print begin and end, and what stands there on many |
//! | `html` | the main part of a web page into pieces |
//! | `docx` | a Word document into pieces |
//! | `pdf` | a PDF into plain text |
//! | `run_in`, `counted` | lists within a paragraph, and paragraphs that are counted, into items |
//! | `lines` | the line that a piece came from, where a reader does not say |
//! | `places` | what that line is called for people |
//! | `title` | which line is the title, and what of it is the notice's own |
//! | `sort` | which section a heading begins, or what stands under one that does not tell |
//! | `leads`, `label` | what a sentence, or a label, says of what stands behind it |
//! | `held`, `grouped`, `written` | what a sentence, or a label, says that is held |
//! | `sourced`, `whence`, `sender`, `referred`, `asked`, `predicated` | whom a sentence says that data comes from; `giver`, their names |
//! | `shared`, `receives`, `handled`, `passed` | whom a sentence says that data is shared with or passed on to, or who works with it or has it |
//! | `fragments` | whom a sentence names that says nothing else |
//! | `purposed`, `used`, `verbs` | what a sentence says that data is used for |
//! | `grounded`, `basis_told`, `stated`, `basis_first` | on which basis, behind a purpose, in a sentence of its own, in the same breath or before it |
//! | `names` | the names that a sentence lists |
//! | `listed`, `enumerated` | entries behind a label, in a column or within a sentence |
//! | `columns` | what the cells of a row are, by the heads of their columns |
//! | `entry`, `apart`, `whats`, `condition`, `detail` | what of an entry is its name, and what is said of it |
//! | `unnamed` | items of a list that name no fact |
//! | `find` | addresses, laws, periods and rights within a text |
//! | `language` | the language of a text |
//! | `cursor` | which section each piece belongs to |
//! | `own_day` | the day and the version that a source gives itself |
//! | `import`, `facts` | all of it into a draft |
//! | `report` | what became of the source |
//! | `guide` | the comments that say what may stand where |
//!
//! Nothing here reads a file or prints.

mod apart;
mod asked;
mod basis_first;
mod basis_told;
mod clean;
mod columns;
mod condition;
mod counted;
mod cursor;
mod decode;
mod detail;
mod docx;
mod edges;
mod entry;
mod enumerated;
mod facts;
mod find;
mod fragments;
mod giver;
mod grounded;
mod grouped;
mod guide;
mod handled;
mod held;
mod html;
mod import;
mod label;
mod language;
mod leaders;
mod leads;
mod line;
mod lines;
mod listed;
mod mail;
mod marks;
mod names;
mod own_day;
mod passed;
mod pdf;
mod piece;
mod places;
mod predicated;
mod purposed;
mod receives;
mod referred;
mod refused;
mod report;
mod run_in;
mod sender;
mod shape;
mod shared;
mod sort;
mod sourced;
mod stated;
mod table;
mod title;
mod unmarked;
mod unnamed;
mod used;
mod verbs;
mod whats;
mod whence;
mod written;

pub use decode::{Decoded, decode};
pub use find::bases;
use guide::guide;
pub use import::{DraftContext, import, import_file};
pub use places::Places;
pub use refused::Refused;
pub use report::{Imported, LeftOut, Proposal};
pub use title::{names_its_kind, subject};

use law::Date;
use notice::{Answer, Contact, Controller, Notice, Question, Scope, Section, SectionId};

use crate::print::{AnnotatedNotice, RemarkTarget};

/// The headings that a new notice begins with; each fact shows under the one that it belongs to.
const HEADINGS: [(SectionId, &str); 9] = [
    (SectionId::Who, "Who we are"),
    (SectionId::Data, "What we collect"),
    (SectionId::Purposes, "Why we use your details"),
    (SectionId::Recipients, "Who sees your details"),
    (SectionId::Transfers, "Sending details abroad"),
    (SectionId::Retention, "How long we keep your details"),
    (SectionId::Rights, "Your rights"),
    (SectionId::Cookies, "Cookies"),
    (SectionId::Complaints, "Questions and complaints"),
];

/// Returns the first sentence of a text: a full stop ends one before a space and a capital.
fn sentence(text: &str) -> &str {
    let text = text.trim();
    let ends = text.match_indices(". ").find(|(at, _)| {
        let next = text[at + 2..].trim_start();
        next.starts_with(char::is_uppercase) && !text[..*at].ends_with("Art")
    });
    ends.map_or(text, |(at, _)| &text[..=at])
}

/// Parts a text into its sentences, as [`sentence`] ends them.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let first = Some(sentence(rest)).filter(|it| !it.is_empty())?;
        rest = rest[first.len()..].trim_start();
        Some(first)
    })
}

fn heading((id, heading): (SectionId, &str)) -> Section {
    Section {
        id,
        heading: heading.to_owned(),
        scope: Scope::default(),
        body: Vec::new(),
    }
}

/// What every open answer says.
const OPEN: &str = "Not stated.";

/// Returns the source of a notice about which nothing is known but its name. `shared` are names of files of `notices/shared/`
/// that a comment offers.
#[must_use]
pub fn skeleton(id: &str, title: &str, controller: &str, shared: &[String], day: Date) -> String {
    let mut notice = empty(id, title, controller, day);
    notice.sections = HEADINGS.map(heading).to_vec();
    let mut page = AnnotatedNotice::new(&notice);
    page.remark(
        RemarkTarget::Top,
        0,
        "A new notice. Fill it in from the top; a key that is left out counts as not stated.",
    );
    guide(&mut page, shared);
    page.to_string()
}

/// Returns a notice that states nothing.
fn empty(id: &str, title: &str, controller: &str, day: Date) -> Notice {
    let open = |question| Answer {
        question,
        text: OPEN.to_owned(),
        condition: None,
        scope: Scope::default(),
    };
    Notice {
        id: id.to_owned(),
        title: title.to_owned(),
        version: day.to_string(),
        published: day.to_string(),
        restates: None,
        controller: Controller {
            id: controller.to_owned(),
            about: String::new(),
            registration: None,
            contact: Contact::default(),
            succession: None,
        },
        answers: Question::ALL.iter().copied().map(open).collect(),
        ..nothing()
    }
}

fn nothing() -> Notice {
    // An empty notice in the model's own words: every list that may be absent is.
    let empty = serde_json::json!({
        "id": "", "title": "", "lang": "en", "version": "", "published": "",
        "controller": { "id": "", "about": "", "contact": { "name": "" } },
        "answers": [], "purposes": [], "sections": [],
    });
    // The value is constant, and every draft's test comes through here.
    serde_json::from_value(empty).expect("the model's required keys are all there")
}
