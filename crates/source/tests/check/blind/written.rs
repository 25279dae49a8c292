//! How an input is written down, and the notice that it makes.

use std::{collections::BTreeMap, fmt::Write as _};

use law::{Date, EXEMPTION};
use notice::Notice;
use serde::Deserialize;
use source::{
    draft::{self, DraftContext},
    parse::{self, File},
};

/// A notice, a text or the answers of a cookie policy, with its verdicts: `RULE: words`, or `RULE|RULE: words`. What a notice
/// leaves out is as in a notice that is in order.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) speaks: Vec<String>,
    pub(super) silent: Vec<String>,
    pub(super) exemption: Option<BTreeMap<String, String>>,
    text: Option<String>,
    #[serde(default)]
    controller: String,
    #[serde(default = "yes")]
    contact: bool,
    laws: Option<Vec<String>>,
    transfers: Option<String>,
    #[serde(default)]
    answer: BTreeMap<String, String>,
    #[serde(default)]
    data: Vec<BTreeMap<String, toml::Value>>,
    #[serde(default)]
    purpose: Vec<BTreeMap<String, toml::Value>>,
    recipients: Option<Vec<String>>,
    retention: Option<String>,
    automated: Option<BTreeMap<String, toml::Value>>,
    complain: Option<Vec<String>>,
    /// Paragraphs, by the id of their section.
    #[serde(default)]
    say: BTreeMap<String, String>,
}

fn yes() -> bool {
    true
}

const ANSWERS: [(&str, &str); 7] = [
    ("who", "We, whose notice this is."),
    ("why", "To do what you ask us to."),
    (
        "must",
        "Our contract with you needs your details. Without them we cannot serve you.",
    ),
    ("sees", "Those who are named below."),
    ("keeps", "As told below."),
    ("rights", "Ask for a copy, a correction or deletion."),
    ("rights", "You can object to how we use your details."),
];

const RIGHTS: [(&str, &str, &str); 6] = [
    (
        "access",
        "Access",
        "Ask for a copy of what we hold about you. It is free, and usually takes a month at most.",
    ),
    (
        "rectification",
        "Correction",
        "Ask us to put right what is wrong.",
    ),
    ("erasure", "Deletion", "Ask us to delete your details."),
    (
        "restriction",
        "Limiting use",
        "Ask us to limit how we use your details.",
    ),
    (
        "objection",
        "Objecting",
        "Object to how we use your details.",
    ),
    (
        "portability",
        "Moving your data",
        "Take along what you gave us.",
    ),
];

const HEADINGS: [(&str, &str); 10] = [
    ("who", "Who we are"),
    ("data", "What we collect"),
    ("purposes", "Why we use your details"),
    ("recipients", "Who sees your details"),
    ("transfers", "Sending details abroad"),
    ("retention", "How long we keep your details"),
    ("rights", "Your rights"),
    ("automated", "Decisions made by a machine"),
    ("cookies", "Cookies"),
    ("complaints", "Questions and complaints"),
];

/// The answers of a policy, in the order in which the check asks for them.
pub(super) fn answers(given: &BTreeMap<String, String>) -> Vec<(&'static str, Option<&str>)> {
    let of = |(key, question)| (question, given.get(key).map(String::as_str));
    EXEMPTION.map(of).to_vec()
}

impl Input {
    /// The notice that it is, or that its text makes when it is brought in.
    pub(super) fn notice(&self, day: Date) -> Notice {
        let file = |path: &str, text: String| File {
            path: path.to_owned(),
            name: path.to_owned(),
            text,
        };
        let (own, bodies) = match &self.text {
            Some(text) => {
                let known = DraftContext {
                    id: "source",
                    controller: None,
                    shared: &[],
                    day,
                };
                let imported = draft::import_file(text.trim().as_bytes(), &known).expect("a text");
                (file("source.md", imported.source), vec![])
            }
            None => (
                file("blind.md", self.source()),
                vec![file("controllers.toml", self.bodies())],
            ),
        };
        parse::one(&own, &bodies, "en").unwrap_or_else(|report| panic!("{}: {report:?}", self.name))
    }

    fn source(&self) -> String {
        let mut own = "+++\nid = \"blind\"\ntitle = \"Privacy notice\"\nversion = \"2026-11-28\"\npublished = 2026-11-28\n\
             controller = \"body\"\nchildren = false\n"
            .to_owned();
        let laws = ["UK GDPR".to_owned(), "Data Protection Act 2018".to_owned()];
        let laws = self.laws.as_deref().unwrap_or(&laws);
        line(&mut own, "laws", &laws.to_vec().into());
        if let Some(transfers) = &self.transfers {
            line(&mut own, "transfers", &transfers.as_str().into());
        }
        for (question, text) in ANSWERS {
            let text = self.answer.get(question).map_or(text, String::as_str);
            table(
                &mut own,
                "[answer]",
                [("question", question), ("text", text)],
            );
        }
        let data = [("name", "Name and address")];
        entries(&mut own, "[data]", &self.data, data);
        let purpose = [("text", "Serve you"), ("basis", "contract")];
        entries(&mut own, "[purpose]", &self.purpose, purpose);
        let somebody = ["The companies that print our letters".to_owned()];
        for name in self.recipients.as_deref().unwrap_or(&somebody) {
            table(&mut own, "[recipient]", []);
            line(&mut own, "names", &vec![name.clone()].into());
        }
        for (id, name, text) in RIGHTS {
            table(
                &mut own,
                "[right]",
                [("id", id), ("name", name), ("text", text)],
            );
        }
        let both = ["officer".to_owned(), "ico".to_owned()];
        for contact in self.complain.as_deref().unwrap_or(&both) {
            table(&mut own, "[complaint]", [("contact", contact.as_str())]);
        }
        let kept = self
            .retention
            .as_deref()
            .unwrap_or("Six years after we last served you.");
        table(&mut own, "retention", [("text", kept)]);
        match &self.automated {
            Some(own_words) => entries(&mut own, "automated", std::slice::from_ref(own_words), []),
            None => own.push_str(
                "\n[automated]\nused = false\ntext = \"A person makes every decision.\"\n",
            ),
        }
        own.push_str("+++\n");
        for (id, heading) in HEADINGS {
            let text = match (self.say.get(id), id) {
                (Some(text), _) => text,
                (None, "cookies") => {
                    "See [which cookies we use](https://notices.eastholme.gov.uk/cookies/)."
                }
                (None, _) => "",
            };
            let _ = write!(own, "\n## {heading} {{#{id}}}\n\n{text}\n");
        }
        own
    }

    fn bodies(&self) -> String {
        let name = &self.controller;
        let contact = if self.contact {
            "email = \"hello@eastholme.example\"\nofficer = { name = \"Data Protection Officer\", email = \"officer@eastholme.example\" }\n"
        } else {
            ""
        };
        format!(
            "[body]\nname = \"{name}\"\nabout = \"{name} has written this notice.\"\n{contact}\n\
             [contacts.officer]\nname = \"Our Data Protection Officer\"\nemail = \"officer@eastholme.example\"\n\
             note = \"To complain about how we use your personal data.\"\n\n\
             [contacts.ico]\nname = \"Information Commission (ICO)\"\nphones = [{{ number = \"0303 123 1113\" }}]\n"
        )
    }
}

fn line(own: &mut String, key: &str, value: &toml::Value) {
    let _ = writeln!(own, "{key} = {value}");
}

fn table<const N: usize>(own: &mut String, name: &str, lines: [(&str, &str); N]) {
    let _ = write!(own, "\n[{name}]\n");
    for (key, value) in lines {
        line(own, key, &value.into());
    }
}

/// Writes the entries of a kind that are given, or one that stands for them.
fn entries<const N: usize>(
    own: &mut String,
    name: &str,
    given: &[BTreeMap<String, toml::Value>],
    instead: [(&str, &str); N],
) {
    if given.is_empty() {
        table(own, name, instead);
    }
    for entry in given {
        table(own, name, []);
        for (key, value) in entry {
            line(own, key, value);
        }
    }
}
