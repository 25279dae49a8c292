//! Front matter into facts.

use crate::notice::{
    Answer, Automated, Basis, Children, Contact, Data, DataSource, Field, Notice, Part, Purpose,
    Recipient, Retention, Right, Scope, Section,
};

use super::{
    contact::{self, Contacts},
    problem::Sheet,
    table::{Spot, Table},
    words,
};

/// The words that an answer may have: it has to be read in ten seconds.
const WORDS: usize = 20;

/// The ids that a right may have.
const RIGHTS: [&str; 7] = [
    "access",
    "rectification",
    "erasure",
    "portability",
    "objection",
    "restriction",
    "automated-decisions",
];

/// What a notice and the files it shares may both state.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub answers: Vec<Answer>,
    /// Every answer could be read, so that one that is missing is missing indeed.
    pub answered: bool,
    pub data: Vec<Data>,
    pub sources: Vec<DataSource>,
    pub purposes: Vec<Purpose>,
    pub recipients: Vec<Recipient>,
    pub retention: Option<Retention>,
    pub transfers: Option<String>,
    pub rights: Vec<Right>,
    pub automated: Option<Automated>,
    pub children: Option<Children>,
    pub complaints: Vec<Contact>,
    pub laws: Vec<String>,
    pub fields: Vec<Field>,
    pub sections: Vec<Section>,
}

/// The parts and audiences that facts of a file may name.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    pub parts: Vec<Part>,
    pub audiences: Vec<Part>,
}

impl Scopes {
    pub(super) fn read(top: &Table<'_>) -> Self {
        Self {
            parts: declared(top, "part"),
            audiences: declared(top, "audience"),
        }
    }

    pub(super) fn of(notice: &Notice) -> Self {
        Self {
            parts: notice.parts.clone(),
            audiences: notice.audiences.clone(),
        }
    }

    /// The id, or nothing, once noted, when no part has it.
    pub(super) fn part(&self, sheet: &Sheet, id: Spot) -> Option<String> {
        known(sheet, "part", &self.parts, id)
    }

    /// The id, or nothing, once noted, when no audience has it.
    pub(super) fn audience(&self, sheet: &Sheet, id: Spot) -> Option<String> {
        known(sheet, "audience", &self.audiences, id)
    }

    fn scope(&self, table: &Table<'_>) -> Scope {
        Scope {
            part: table.spot("part").and_then(|id| self.part(table.sheet, id)),
            audience: table
                .spot("audience")
                .and_then(|id| self.audience(table.sheet, id)),
        }
    }
}

fn declared(top: &Table<'_>, key: &'static str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for table in top.tables(key) {
        let part = Part {
            id: table.id("id").text,
            title: table.text("title"),
        };
        unique(&table, "id", &part.id, parts.iter().map(|other| &*other.id));
        parts.push(part);
    }
    parts
}

fn known(sheet: &Sheet, what: &str, parts: &[Part], id: Spot) -> Option<String> {
    let known = parts.iter().any(|part| part.id == id.text);
    if !known {
        let remedy = if parts.is_empty() {
            format!("Remove it: this file declares no [[{what}]].")
        } else {
            words::remedy(&id.text, parts.iter().map(|part| &*part.id))
        };
        sheet.problem(
            id.place,
            format!("There is no {what} `{}`", id.text),
            remedy,
        );
    }
    known.then_some(id.text)
}

/// Notes an id that another has already.
pub(super) fn unique<'a>(
    table: &Table<'_>,
    key: &str,
    id: &str,
    mut others: impl Iterator<Item = &'a str>,
) {
    if !id.is_empty() && others.any(|other| other == id) {
        table.problem(
            key,
            format!("`{id}` stands twice"),
            "Give each its own, or join the two.",
        );
    }
}

impl Facts {
    /// Reads all facts of a front matter.
    pub(super) fn read(top: &Table<'_>, scopes: &Scopes, contacts: &Contacts) -> Self {
        // Keys above the tables first: a table then knows which keys have slipped into it.
        let transfers = top.maybe("transfers");
        let laws = top.strings("laws");
        let answers = top.tables("answer");
        let read: Vec<Answer> = answers
            .iter()
            .filter_map(|table| answer(table, scopes))
            .collect();
        let mut facts = Self {
            transfers,
            laws,
            answered: read.len() == answers.len(),
            answers: read,
            ..Self::default()
        };
        facts.data = top
            .tables("data")
            .iter()
            .map(|table| data(table, scopes))
            .collect();
        facts.sources = top
            .tables("source")
            .iter()
            .map(|table| source(table, scopes))
            .collect();
        facts.purposes = top
            .tables("purpose")
            .iter()
            .filter_map(|table| purpose(table, scopes))
            .collect();
        facts.recipients = top
            .tables("recipient")
            .iter()
            .map(|table| recipient(table, scopes))
            .collect();
        facts.retention = top.table("retention").map(|table| Retention {
            text: table.text("text"),
            link: table.table("link").map(|link| contact::link(&link)),
            months: table.number("months"),
        });
        for table in top.tables("right") {
            let right = right(&table);
            unique(
                &table,
                "id",
                &right.id,
                facts.rights.iter().map(|other| &*other.id),
            );
            facts.rights.push(right);
        }
        facts.automated = top.table("automated").map(|table| Automated {
            used: table.flag("used").unwrap_or_else(|| {
                if !table.has("used") {
                    table.missing("used", "false");
                }
                false
            }),
            text: table.text("text"),
        });
        facts.complaints = top
            .tables("complaint")
            .iter()
            .map(|table| contacts.read(table))
            .collect();
        for table in top.tables("field") {
            let field = field(&table, scopes);
            let same = facts
                .fields
                .iter()
                .filter(|other| other.scope == field.scope);
            unique(&table, "name", &field.name, same.map(|other| &*other.name));
            facts.fields.push(field);
        }
        facts
    }

    /// The line for children, which only a shared file states.
    pub(super) fn children(top: &Table<'_>) -> Option<Children> {
        let table = top.table("children")?;
        if !table.has("under") {
            table.missing("under", "13");
        }
        Some(Children {
            under: table.number("under").unwrap_or_default(),
            text: table.text("text"),
        })
    }

    /// The facts there can be only one of, as far as they are stated.
    pub(super) fn single(&self) -> Vec<&'static str> {
        macro_rules! stated { ($($fact:ident),*) => {
            [$( (stringify!($fact), self.$fact.is_some()) ),*]
        }; }
        let stated = stated!(retention, transfers, automated, children);
        stated
            .into_iter()
            .filter(|(_, stated)| *stated)
            .map(|(name, _)| name)
            .collect()
    }

    /// Adds what a shared file states. Where there can be only one, the notice's own words win. Prose of the same
    /// section follows the notice's own, under the notice's heading.
    pub(super) fn add(&mut self, shared: &Self) {
        self.answered &= shared.answered;
        macro_rules! extend { ($($list:ident),*) => {$( self.$list.extend_from_slice(&shared.$list); )*}; }
        extend!(
            answers, data, sources, purposes, recipients, rights, complaints, fields
        );
        macro_rules! fill { ($($fact:ident),*) => {$( if self.$fact.is_none() { self.$fact.clone_from(&shared.$fact); } )*}; }
        fill!(retention, transfers, automated, children);
        for law in &shared.laws {
            if !self.laws.contains(law) {
                self.laws.push(law.clone());
            }
        }
        for section in &shared.sections {
            match self
                .sections
                .iter_mut()
                .find(|own| own.id == section.id && own.scope == section.scope)
            {
                Some(own) => own.body.extend_from_slice(&section.body),
                None => self.sections.push(section.clone()),
            }
        }
        self.sections.sort_by_key(|section| section.id);
    }
}

fn answer(table: &Table<'_>, scopes: &Scopes) -> Option<Answer> {
    let text = table.text("text");
    let count = text.split_whitespace().count();
    if count > WORDS {
        table.problem(
            "text",
            format!("This answer has {count} words, and may have {WORDS}"),
            "Shorten it, or say the rest in a second [[answer]] to the same question.",
        );
    }
    let named = table.has("part") || table.has("audience");
    let scope = scopes.scope(table);
    let condition = table.word("condition");
    let question = table.need_word("question")?;
    // An answer to nobody would be taken for an answer to all.
    (!named || !scope.is_everyone()).then_some(Answer {
        question,
        text,
        condition,
        scope,
    })
}

fn data(table: &Table<'_>, scopes: &Scopes) -> Data {
    Data {
        name: table.text("name"),
        detail: table.maybe("detail"),
        special: table.flag("special").unwrap_or_default(),
        scope: scopes.scope(table),
    }
}

fn names(table: &Table<'_>) -> Vec<String> {
    let names = table.strings("names");
    if !table.has("names") {
        table.missing("names", "[\"…\", \"…\"]");
    } else if names.is_empty() {
        table.problem(
            "names",
            "`names` has no name",
            "Write at least one name, as the source gives it.",
        );
    }
    names
}

fn source(table: &Table<'_>, scopes: &Scopes) -> DataSource {
    DataSource {
        group: table.maybe("group"),
        names: names(table),
        detail: table.maybe("detail"),
        open: table.maybe("open"),
        scope: scopes.scope(table),
    }
}

fn purpose(table: &Table<'_>, scopes: &Scopes) -> Option<Purpose> {
    let text = table.text("text");
    let basis_detail = table.maybe("basis-detail");
    let scope = scopes.scope(table);
    let basis: Basis = table.need_word("basis")?;
    Some(Purpose {
        text,
        basis,
        basis_detail,
        scope,
    })
}

fn recipient(table: &Table<'_>, scopes: &Scopes) -> Recipient {
    Recipient {
        group: table.maybe("group"),
        names: names(table),
        purpose: table.maybe("purpose"),
        condition: table.word("condition"),
        condition_detail: table.maybe("condition-detail"),
        open: table.maybe("open"),
        scope: scopes.scope(table),
    }
}

fn right(table: &Table<'_>) -> Right {
    let id = table.id("id").text;
    if !id.is_empty() && !RIGHTS.contains(&&*id) {
        table.problem(
            "id",
            format!("There is no right `{id}`"),
            words::remedy(&id, RIGHTS),
        );
    }
    Right {
        id,
        name: table.text("name"),
        text: table.text("text"),
    }
}

fn field(table: &Table<'_>, scopes: &Scopes) -> Field {
    Field {
        name: table.id("name").text,
        why: table.text("why"),
        matches: table.strings("matches"),
        condition: table.word("condition"),
        scope: scopes.scope(table),
    }
}
