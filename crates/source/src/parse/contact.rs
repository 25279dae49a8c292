//! `controllers.toml`: who decides, whom to write to, whom to complain to.

use std::collections::BTreeMap;

use notice::{Contact, Controller, Link, Officer, Phone, Succession};
use toml::de::DeValue;

use super::{
    markdown::check_url,
    sheet::Sheet,
    table::{self, Spanned, Table},
    words,
};

/// In place of a key or a table: the source does not say.
pub(super) const NOT_STATED: &str = "not stated";

/// Bodies that are said once and named by their key.
#[derive(Clone, Debug, Default)]
pub(super) struct Contacts {
    controllers: BTreeMap<String, (Controller, Option<Officer>)>,
    contacts: BTreeMap<String, Contact>,
    /// The file could not be read, so that a body that seems to be missing may be there.
    unread: bool,
}

impl Contacts {
    /// Reads `controllers.toml`.
    pub(super) fn file(sheet: &Sheet) -> Self {
        let entries = table::document(sheet, sheet.text());
        let top = Table::top(sheet, &entries);
        let mut all = Self {
            // A file that is not there has been noted; one that is there and empty has not.
            unread: sheet.is_broken() || sheet.is_nothing(),
            ..Self::default()
        };
        if let Some(contacts) = top.table("contacts") {
            for (key, table) in contacts.named("") {
                all.contacts
                    .insert(key, contact(&table, table.text("name")));
            }
        }
        let mut successions: Vec<(String, Spanned, String)> = Vec::new();
        for (id, table) in top.named("contacts") {
            successions.extend(succession(&table).map(|(until, to)| (id.clone(), to, until)));
            let name = table.text("name");
            let controller = Controller {
                id: id.clone(),
                about: introduced(&name, table.text("about")),
                registration: table.maybe("registration"),
                contact: contact(&table, name),
                succession: None,
            };
            let officer = table.table("officer").map(|table| Officer {
                contact: contact(&table, table.text("name")),
            });
            all.controllers.insert(id, (controller, officer));
        }
        all.succeed(sheet, successions);
        all
    }

    /// Gives each controller that ends its successor by name.
    fn succeed(&mut self, sheet: &Sheet, successions: Vec<(String, Spanned, String)>) {
        for (id, to, until) in successions {
            let named = self.controllers.get(&to.text).filter(|_| to.text != id);
            let Some(name) = named.map(|(successor, _)| successor.contact.name.clone()) else {
                let others = self.controllers.keys().filter(|key| **key != id);
                self.unknown(sheet, "successor", &to, others);
                continue;
            };
            if let Some((controller, _)) = self.controllers.get_mut(&id) {
                controller.succession = Some(Succession {
                    until,
                    id: to.text,
                    name,
                });
            }
        }
    }

    /// Lists every controller by its key, with its officer.
    pub(super) fn controllers(&self) -> Vec<(Controller, Option<Officer>)> {
        self.controllers.values().cloned().collect()
    }

    /// Returns a contact in full, or the one whose key stands in `contact`.
    pub(super) fn read(&self, table: &Table<'_>) -> Contact {
        let Some(key) = table.spanned("contact") else {
            return contact(table, table.text("name"));
        };
        self.contacts.get(&key.text).cloned().unwrap_or_else(|| {
            self.unknown(table.sheet, "contact", &key, self.contacts.keys());
            Contact::default()
        })
    }

    /// Returns whom requests go to, where a notice says so: by the key of a contact, or in full. Letters are written to its e-mail address.
    pub(super) fn requests(&self, top: &Table<'_>) -> Option<Contact> {
        let contact = match top.value("requests")? {
            (DeValue::Table(_), _) => self.read(&top.table("requests")?),
            _ => {
                let key = top.spanned("requests")?;
                self.contacts.get(&key.text).cloned().unwrap_or_else(|| {
                    self.unknown(top.sheet, "contact", &key, self.contacts.keys());
                    Contact::default()
                })
            }
        };
        if contact.email.is_none() && !contact.name.is_empty() {
            let message = format!(
                "“{}” has no e-mail address, which requests are written to",
                contact.name
            );
            let remedy =
                "Give the contact an `email` in notices/controllers.toml, or name another contact.";
            top.problem("requests", message, remedy);
        }
        Some(contact)
    }

    /// Returns the controller whose key stands in `controller`, with its officer as the notice has it.
    pub(super) fn controller(&self, top: &Table<'_>) -> (Controller, Option<Officer>) {
        let key = top.need("controller");
        let (controller, officer) = self.controllers.get(&key.text).cloned().unwrap_or_else(|| {
            // A draft says so as long as nobody knows; nothing is published of it.
            if key.text != NOT_STATED {
                self.unknown(top.sheet, "controller", &key, self.controllers.keys());
            }
            let nobody = Controller {
                id: key.text,
                about: String::new(),
                registration: None,
                contact: Contact::default(),
                succession: None,
            };
            (nobody, None)
        });
        let officer = match top.value("officer") {
            None => officer,
            Some((DeValue::String(said), _)) if said == NOT_STATED => None,
            Some((DeValue::String(_), _)) => {
                let remedy = "Write officer = { email = \"…\" }, or officer = \"not stated\".";
                top.problem(
                    "officer",
                    "`officer` takes a table, or \"not stated\"",
                    remedy,
                );
                None
            }
            Some(_) => top.table("officer").map(|table| {
                let general = officer.map(|officer| officer.contact).unwrap_or_default();
                let name = table.maybe("name").unwrap_or_else(|| general.name.clone());
                Officer {
                    contact: complete(contact(&table, name), general),
                }
            }),
        };
        (controller, officer)
    }

    /// Returns the controllers whose keys stand in `joint`, who decide together with `controller`.
    pub(super) fn joint(&self, top: &Table<'_>, controller: &Controller) -> Vec<Controller> {
        let mut all: Vec<Controller> = Vec::new();
        for key in top.spanned_list("joint") {
            let problem = |message: String, remedy: &str| {
                top.sheet.problem(key.place.clone(), message, remedy);
            };
            if key.text == controller.id {
                let message = format!("`{}` is the `controller` already", key.text);
                problem(
                    message,
                    "Take it out of `joint`, which names those who decide together with it.",
                );
            } else if all.iter().any(|it| it.id == key.text) {
                let message = format!("`joint` names `{}` twice", key.text);
                problem(message, "Remove one of the two.");
            } else if let Some((joint, _)) = self.controllers.get(&key.text) {
                all.push(joint.clone());
            } else {
                self.unknown(top.sheet, "controller", &key, self.controllers.keys());
            }
        }
        all
    }

    /// Returns who decides together with the controller of a translation: those of the original, as this language has them. One that
    /// it does not have is noted at the translation's `controller`, and stays as the original has it.
    pub(super) fn translated_joint(
        &self,
        top: &Table<'_>,
        lang: &str,
        original: &[Controller],
    ) -> Vec<Controller> {
        let own = |joint: &Controller| {
            if let Some((own, _)) = self.controllers.get(&joint.id) {
                return Controller {
                    succession: joint.succession.clone(),
                    ..own.clone()
                };
            }
            if !self.unread {
                let message = format!(
                    "The notice that this translates has `{}` in `joint`, and {lang}/controllers.toml has no controller of that key",
                    joint.id
                );
                let remedy = format!(
                    "Copy [{}] of notices/controllers.toml to notices/{lang}/controllers.toml, and translate it.",
                    joint.id
                );
                top.problem("controller", message, remedy);
            }
            joint.clone()
        };
        original.iter().map(own).collect()
    }

    fn unknown<'a>(
        &self,
        sheet: &Sheet,
        what: &str,
        key: &Spanned,
        known: impl Iterator<Item = &'a String>,
    ) {
        if !self.unread && !key.text.is_empty() {
            let message = format!("controllers.toml has no {what} `{}`", key.text);
            let remedy = words::remedy(&key.text, known.map(String::as_str));
            sheet.problem(key.place.clone(), message, remedy);
        }
    }
}

/// Reads until when a controller decides, and the key of whoever takes over; noted where one stands without the other.
fn succession(table: &Table<'_>) -> Option<(String, Spanned)> {
    match (table.has("until"), table.spanned("successor")) {
        (true, Some(to)) => Some((table.date("until"), to)),
        (false, None) => None,
        (true, None) => {
            table.date("until");
            let remedy =
                "Write successor = \"…\", the key of another controller, or take `until` away.";
            table.problem("until", "A controller ends, and nobody takes over", remedy);
            None
        }
        (false, Some(_)) => {
            let remedy = "Write until = 2028-03-31, the last day on which it decides.";
            table.problem(
                "successor",
                "A controller has a successor, and no end",
                remedy,
            );
            None
        }
    }
}

/// Puts the body's name before a sentence that does not name it. The sentence stands after prose about services, where
/// "It is the council here" would say that a service is the council.
fn introduced(name: &str, about: String) -> String {
    if name.is_empty() || about.is_empty() || about.contains(name) {
        about
    } else {
        format!("{name}: {about}")
    }
}

/// Says what the notice says of the officer, completed by what holds for the controller in general.
fn complete(own: Contact, general: Contact) -> Contact {
    fn list<T>(own: Vec<T>, general: Vec<T>) -> Vec<T> {
        if own.is_empty() { general } else { own }
    }
    Contact {
        name: own.name,
        address: list(own.address, general.address),
        phones: list(own.phones, general.phones),
        email: own.email.or(general.email),
        web: own.web.or(general.web),
        note: own.note.or(general.note),
    }
}

fn contact(table: &Table<'_>, name: String) -> Contact {
    let email = table.spanned("email");
    if let Some(email) = &email
        && (email.text.contains(char::is_whitespace)
            || email
                .text
                .split('@')
                .filter(|half| !half.is_empty())
                .count()
                != 2)
    {
        table.problem(
            "email",
            format!("`{}` is not an e-mail address", email.text),
            "Write it like this: name@example.org.",
        );
    }
    Contact {
        name,
        address: table.texts("address"),
        phones: table
            .tables("phones")
            .iter()
            .map(|phone| Phone {
                number: phone.text("number"),
                note: phone.maybe("note"),
            })
            .collect(),
        email: email.map(|email| email.text),
        web: table.table("web").map(|web| link(&web)),
        note: table.maybe("note").or(table.maybe("email-note")),
    }
}

/// Returns a link in the front matter.
pub(super) fn link(table: &Table<'_>) -> Link {
    let url = table.need("url");
    if !url.text.is_empty() {
        check_url(table.sheet, &url);
    }
    Link {
        text: table.text("text"),
        url: url.text,
    }
}
