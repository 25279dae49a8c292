//! The first draft of a notice: an empty one, or what can be taken from a text that is there already.
//!
//! A draft reads as a notice does, and leaves everything open that is not known: no lawful basis, no period and no answer
//! is ever guessed.
//!
//! | module | what it does |
//! |---|---|
//! | `clean` | a text that was taken from pages into headings, paragraphs and bullets |
//! | `sort` | which section a heading begins |
//! | `find` | addresses, laws, periods and rights within a text |
//! | `import` | all of it into a draft |

mod clean;
mod find;
mod import;
mod sort;

pub use import::{Imported, Proposal, import};

use crate::{
    check::Date,
    notice::{Answer, Contact, Controller, Notice, Question, Scope},
    print::{Page, Spot},
};

/// What every open answer says.
const OPEN: &str = "Not stated.";

/// The source of a notice about which nothing is known but its name. `shared` are names of files of `notices/shared/`
/// that a comment offers.
#[must_use]
pub fn skeleton(id: &str, title: &str, controller: &str, shared: &[String], day: Date) -> String {
    let notice = empty(id, title, controller, day);
    let mut page = Page::new(&notice);
    page.remark(
        Spot::Top,
        0,
        "A new notice. Fill it in from the top; a key that is left out counts as not stated.",
    );
    guide(&mut page, shared);
    page.to_string()
}

/// A notice that states nothing.
fn empty(id: &str, title: &str, controller: &str, day: Date) -> Notice {
    let questions = [
        Question::Who,
        Question::Why,
        Question::Must,
        Question::Sees,
        Question::Keeps,
        Question::Rights,
    ];
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
        restates: "Not stated".to_owned(),
        controller: Controller {
            id: controller.to_owned(),
            about: String::new(),
            registration: None,
            contact: Contact::default(),
        },
        answers: questions.into_iter().map(open).collect(),
        ..nothing()
    }
}

fn nothing() -> Notice {
    // An empty notice in the model's own words: every list that may be absent is.
    let empty = serde_json::json!({
        "id": "", "title": "", "lang": "en", "version": "", "published": "", "restates": "",
        "controller": { "id": "", "about": "", "contact": { "name": "" } },
        "answers": [], "purposes": [], "sections": [],
    });
    // The value is constant, and every draft's test comes through here.
    serde_json::from_value(empty).expect("the model's required keys are all there")
}

/// Says at each place what belongs there.
fn guide(page: &mut Page<'_>, shared: &[String]) {
    let mut say = |spot, text: &str| page.remark(spot, 0, text);
    say(
        Spot::Controller,
        "Key of a table in controllers.toml: the body that decides why and how data is used.",
    );
    say(
        Spot::Officer,
        "Take the line away if the controller's officer in controllers.toml is meant.",
    );
    say(
        Spot::Children,
        "children = true  # if people under 13 may use the service",
    );
    if !shared.is_empty() {
        let names: Vec<String> = shared.iter().map(|name| format!("\"{name}\"")).collect();
        let line = format!(
            "shared = [{}]  # what every notice says alike: files of shared/",
            names.join(", ")
        );
        say(Spot::Shared, &line);
    }
    say(
        Spot::Laws,
        "laws = [\"…\"]  # the laws that the service names",
    );
    say(
        Spot::Transfers,
        "transfers = \"…\"  # whether data leaves the United Kingdom",
    );
    say(
        Spot::Answer,
        "The first layer: who, why, must, sees, keeps, rights. At most 20 words a line, what may surprise first.",
    );
    say(
        Spot::Data,
        "[[data]]  # each kind of data: name, detail, special = true for sensitive data",
    );
    say(
        Spot::Source,
        "[[source]]  # who gives you data about people: names, detail",
    );
    say(
        Spot::Purpose,
        "[[purpose]]  # each use: text, and basis as the service states it, else \"not-stated\"",
    );
    say(
        Spot::Recipient,
        "[[recipient]]  # who gets data: names, purpose, condition = \"permission\", \"emergency\" or \"law\"",
    );
    say(Spot::Retention, "[retention]  # how long: text, months");
    say(Spot::Automated, "[automated]  # used = true or false, text");
    say(
        Spot::Right,
        "[[right]]  # id, name, text; left out when shared says them",
    );
    say(
        Spot::Complaint,
        "[[complaint]]  # whom to complain to: name, address, phones, email, web; the controller first",
    );
    say(
        Spot::Field,
        "[[field]]  # why one form field is asked for: name, why, matches",
    );
}
