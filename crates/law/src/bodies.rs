//! The bodies of a site, and a contact that is another's than that of whoever decides.

use notice::{Contact, Controller, Officer};

use super::text::{among, words};

/// A body of `controllers.toml`, by what a contact of its own shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    name: String,
    /// Its own e-mail address and that of its officer, in small letters.
    emails: Vec<String>,
    id: String,
    has_officer: bool,
}

impl Body {
    /// Describes a controller, with its officer.
    pub(super) fn of(controller: &Controller, officer: Option<&Officer>) -> Self {
        let officer = officer.map(|officer| &officer.contact);
        let contacts = std::iter::once(&controller.contact).chain(officer);
        Self {
            name: controller.contact.name.clone(),
            emails: contacts.filter_map(email).collect(),
            id: controller.id.clone(),
            has_officer: officer.is_some(),
        }
    }

    /// Says whether it is that controller, and has a data protection officer.
    pub(super) fn is_with_officer(&self, controller: &Controller) -> bool {
        self.id == controller.id && self.has_officer
    }

    /// Says whether a contact is its: by the name over it, or by the e-mail address.
    fn has(&self, contact: &Contact) -> bool {
        let name = words(&self.name);
        let shown = std::iter::once(&contact.name).chain(&contact.address);
        shown.into_iter().any(|line| among(&name, &words(line)))
            || email(contact).is_some_and(|own| self.emails.contains(&own))
    }
}

fn email(contact: &Contact) -> Option<String> {
    contact.email.as_ref().map(|email| email.to_lowercase())
}

/// Returns the name of the body that a contact belongs to, where another decides. A contact that names both is for both: one body may
/// take the complaints of another.
pub(super) fn other_than<'a>(
    controller: &Controller,
    officer: Option<&Officer>,
    contact: &Contact,
    bodies: &'a [Body],
) -> Option<&'a str> {
    let own = Body::of(controller, officer);
    let own_name = words(&own.name);
    let notes = [
        contact.note.as_deref(),
        contact.web.as_ref().map(|web| &*web.text),
    ];
    let is_said = notes
        .into_iter()
        .flatten()
        .any(|text| among(&own_name, &words(text)));
    let others = bodies.iter().filter(|other| {
        let name = words(&other.name);
        // One name may be a part of another: “Marlow Council”, and “Marlow Council Homes”.
        let is_longer = name.len() > own_name.len() && among(&own_name, &name);
        !name.is_empty()
            && name != own_name
            && other.has(contact)
            && (is_longer || !own.has(contact))
    });
    let longest = others.max_by_key(|other| other.name.len())?;
    (!is_said).then_some(&*longest.name)
}
