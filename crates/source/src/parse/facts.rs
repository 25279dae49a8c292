//! Front matter into facts, and the facts of several files into one.

use notice::{
    Answer, Automated, Children, Contact, Data, DataSource, Field, Purpose, Recipient, Retention,
    Right, Section,
};

use super::{contact::Contacts, fact, scope::Scopes, table::Table};

/// What a notice and the files it shares may both state.
#[derive(Clone, Debug, Default)]
pub(super) struct NoticeFacts {
    pub answers: Vec<Answer>,
    /// An answer could not be read, so that one that seems to be missing may be there.
    pub unread: bool,
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

impl NoticeFacts {
    /// Reads all facts of a front matter but what it says of children: `notice` reads that, from the notice's own table or
    /// from a shared file.
    pub(super) fn read(top: &Table<'_>, scopes: &Scopes, contacts: &Contacts) -> Self {
        // Keys above the tables first: a table then knows which keys have slipped into it.
        let transfers = top.maybe("transfers");
        let laws = top.texts("laws");
        let mut unread = false;
        let mut answer = |table: &Table<'_>| {
            let answer = fact::answer(table, scopes);
            unread |= answer.is_none();
            answer
        };
        let answers = top
            .tables("answer")
            .iter()
            .filter_map(&mut answer)
            .collect();
        macro_rules! each {
            ($key:literal, $read:ident) => {
                top.tables($key)
                    .iter()
                    .map(|table| fact::$read(table, scopes))
                    .collect()
            };
        }
        Self {
            answers,
            unread,
            data: each!("data", data),
            sources: each!("source", source),
            purposes: each!("purpose", purpose),
            recipients: each!("recipient", recipient),
            retention: top.table("retention").map(|table| fact::retention(&table)),
            transfers,
            rights: fact::rights(top),
            automated: top.table("automated").map(|table| fact::automated(&table)),
            children: None,
            complaints: top
                .tables("complaint")
                .iter()
                .map(|table| contacts.read(table))
                .collect(),
            laws,
            fields: fact::fields(top, scopes),
            sections: Vec::new(),
        }
    }

    /// Adds what a shared file states, after what is there already; prose under a heading that is there already follows
    /// the prose there. Gives the names of the facts that are stated twice although there can be only one.
    pub(super) fn add(&mut self, shared: &Self) -> Vec<String> {
        let mut twice = Vec::new();
        macro_rules! single { ($($fact:ident),*) => {$(
            if self.$fact.is_none() {
                self.$fact.clone_from(&shared.$fact);
            } else if shared.$fact.is_some() {
                twice.push(format!("`{}`", stringify!($fact)));
            }
        )*}; }
        single!(retention, transfers, automated, children);
        for right in &shared.rights {
            if self.rights.iter().any(|own| own.id == right.id) {
                twice.push(format!("the right `{}`", right.id.id()));
            }
        }
        for field in &shared.fields {
            if self
                .fields
                .iter()
                .any(|own| own.name == field.name && own.scope == field.scope)
            {
                twice.push(format!("the field `{}`", field.name));
            }
        }
        macro_rules! extend { ($($list:ident),*) => {$(
            self.$list.extend_from_slice(&shared.$list);
        )*}; }
        extend!(
            answers, data, sources, purposes, recipients, rights, complaints, fields
        );
        self.unread |= shared.unread;
        for law in &shared.laws {
            if !self.laws.contains(law) {
                self.laws.push(law.clone());
            }
        }
        for section in &shared.sections {
            let same = |own: &&mut Section| own.id == section.id && own.scope == section.scope;
            match self.sections.iter_mut().find(same) {
                Some(own) => own.body.extend_from_slice(&section.body),
                None => self.sections.push(section.clone()),
            }
        }
        self.sections.sort_by_key(|section| section.id);
        twice
    }
}
