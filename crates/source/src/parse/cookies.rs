//! `cookies.toml`: categories, the services within them, and everything they store.

use std::ops::Range;

use notice::cookies::{
    Category, CategoryPolicy, Footing, Pattern, Policy, Service, StorageKind, StoredItem, life,
};

use super::{
    contact::Contacts,
    exemption::{self, Exemption},
    sheet::Sheet,
    table::{self, Spanned, Table},
};

/// Words that, like the [`Category::ALIASES`], mean something else where an id of a service may stand: in the record, the
/// tag and the API.
const TAKEN: [&str; 2] = ["0", "all"];

/// Another policy than the site's own, as `site.toml` names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFile {
    /// The folder of its gate.
    pub id: String,
    /// Its file in `notices/`.
    pub cookies: String,
}

/// A cookie policy of another site than this: a partner's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerPolicy {
    /// The folder of its gate.
    pub id: String,
    /// Its file in `notices/`.
    pub file: String,
    /// What its pages store.
    pub policy: Policy,
    /// Its categories that go without asking, with what has been answered for them.
    pub exemptions: Vec<Exemption>,
}

/// Returns the cookie policy, in the order of [`Category::ALL`], and what is answered for categories that go without asking.
pub(super) fn policy(sheet: &Sheet, contacts: &Contacts) -> (Policy, Vec<Exemption>) {
    let entries = table::document(sheet, sheet.text());
    let top = Table::top(sheet, &entries);
    let revision = top.need_number("revision", "1");
    let (controller, _) = contacts.controller(&top);
    let mut names = DeclaredNames::default();
    let mut categories: Vec<CategoryPolicy> = Vec::new();
    let tables = top.tables("category");
    let mut read = Vec::new();
    let mut exemptions = Vec::new();
    for table in &tables {
        if let Some(category) = category(table, &mut names) {
            let is_exempt = category.footing == Footing::Exempt;
            exemptions.extend(exemption::read(table, category.id, is_exempt));
            let others = categories.iter().map(|other| other.id.id());
            table.unique("id", category.id.id(), others);
            read.push((category.id, table));
            categories.push(category);
        }
    }
    if categories.len() == tables.len() && !sheet.is_broken() {
        for &missing in Category::ALL {
            if !categories.iter().any(|category| category.id == missing) {
                sheet.problem(
                    0..0,
                    format!("The category `{}` is missing", missing.id()),
                    "Declare it; when the site stores nothing of the kind, with a line stores-nothing = \"why\".",
                );
            }
        }
    }
    categories.sort_by_key(|category| Category::ALL.iter().position(|id| *id == category.id));
    for table in top.tables("service") {
        let service = service(&table, &mut names);
        let ids = categories
            .iter()
            .flat_map(|category| &category.services)
            .map(|service| &*service.id)
            .chain(Category::ALL.iter().map(|one| one.id()));
        table.unique("id", &service.id, ids);
        let mut aliases = Category::ALIASES.iter().map(|(alias, _)| alias);
        if TAKEN.contains(&&*service.id) || aliases.any(|alias| *alias == service.id) {
            let message = format!(
                "`{}` means something else in the tag and the record",
                service.id
            );
            table.problem(
                "id",
                message,
                "Choose another: the name of who provides it, for one.",
            );
        }
        let id: Option<Category> = table.need_word("category");
        let category = categories
            .iter_mut()
            .find(|category| Some(category.id) == id);
        if let Some(category) = category {
            category.services.push(service);
        }
    }
    for (id, table) in read {
        if let Some(category) = categories.iter().find(|one| one.id == id) {
            filled(table, category);
        }
    }
    let policy = Policy {
        revision,
        controller,
        categories,
    };
    (policy, exemptions)
}

fn category(table: &Table<'_>, names: &mut DeclaredNames) -> Option<CategoryPolicy> {
    let id: Option<Category> = table.need_word("id");
    let footing: Option<Footing> = table.need_word("footing");
    let title = table.text("title");
    let purpose = table.text("purpose");
    let stores_nothing = table.maybe("stores-nothing");
    let items = items(table, None, names);
    let (id, footing) = (id?, footing?);
    let lawful = match footing {
        Footing::Essential => id == Category::Essential,
        Footing::Consent => id != Category::Essential,
        Footing::Exempt => id.may_be_exempt(),
    };
    if !lawful {
        table.problem(
            "footing",
            format!("`{}` cannot stand on this footing", id.id()),
            "Use essential for `essential` alone; exempt for `preferences` and `analytics`; consent for all but `essential`.",
        );
    }
    Some(CategoryPolicy {
        id,
        footing,
        title,
        purpose,
        stores_nothing,
        items,
        services: Vec::new(),
    })
}

fn service(table: &Table<'_>, names: &mut DeclaredNames) -> Service {
    let provider = table.text("provider");
    let service = Service {
        id: table.id("id").text,
        title: table.text("title"),
        purpose: table.text("purpose"),
        stores_nothing: table.maybe("stores-nothing"),
        items: items(table, Some(&provider), names),
        provider,
    };
    let stored = table.has("item");
    explained(table, stored, service.stores_nothing.is_some(), "service");
    service
}

/// Checks that a category keeps its items itself or leaves all of them to its services: what a visitor refuses of it is then
/// never stored along with what they allow.
fn filled(table: &Table<'_>, category: &CategoryPolicy) {
    let (own, services) = (table.has("item"), !category.services.is_empty());
    if own && services {
        table.problem(
            "item",
            format!("`{}` stores this outside its services", category.id.id()),
            "Make it a [[service.item]] of one of them, or of a service of its own, so that it can be refused by itself.",
        );
    }
    let said = category.stores_nothing.is_some();
    explained(table, own || services, said, "category");
}

/// Checks that nothing stored is declared as such, with its reason, and only then.
fn explained(table: &Table<'_>, stored: bool, said: bool, what: &str) {
    if stored == said && !table.sheet.is_broken() {
        let (message, remedy) = if stored {
            (
                format!("This {what} stores something after all"),
                "Remove the line: its items are declared.",
            )
        } else {
            (
                format!("This {what} has no cookies"),
                "Declare what it stores, or say why that is nothing: stores-nothing = \"why\".",
            )
        };
        table.problem("stores-nothing", message, remedy);
    }
}

/// Lists what a table stores. Within a service the provider is the service's, unless an item says otherwise.
fn items(table: &Table<'_>, provider: Option<&str>, names: &mut DeclaredNames) -> Vec<StoredItem> {
    let tables = table.tables("item");
    let read = |table: &Table<'_>| {
        let Spanned { text, place } = table.need("name");
        let kind = table.word("kind").unwrap_or_default();
        let item = StoredItem {
            kind,
            provider: match provider {
                Some(provider) => table.maybe("provider").unwrap_or_else(|| provider.into()),
                None => table.text("provider"),
            },
            purpose: table.text("purpose"),
            lifetime: lifetime(&table.text("lifetime")),
            name: name(table, text)?,
        };
        names.add(table, &item, place);
        Some(item)
    };
    tables.iter().filter_map(read).collect()
}

/// Says how long an item stays, in words; how long a choice does is known, and need not be written again.
fn lifetime(text: &str) -> String {
    text.replace("{refused}", &life::REFUSED_MONTHS.to_string())
        .replace("{accepted}", &life::ACCEPTED_MONTHS.to_string())
}

/// Returns the pattern of an item; what is wrong with it is noted.
fn name(table: &Table<'_>, text: String) -> Option<Pattern> {
    if text.is_empty() {
        return None; // noted already
    }
    let noted = |error| {
        let message = format!("This cannot be a name: {error}");
        table.problem(
            "name",
            message,
            "Write the name, with `*` for the part that varies: _ga_*.",
        );
    };
    Pattern::new(text).map_err(noted).ok()
}

/// Every name so far, with its line.
#[derive(Default)]
struct DeclaredNames(Vec<(StorageKind, Pattern, usize)>);

impl DeclaredNames {
    /// Adds a name. That of an earlier item too would be cleared or kept with the wrong category.
    fn add(&mut self, table: &Table<'_>, item: &StoredItem, place: Range<usize>) {
        let StoredItem { name, kind, .. } = item;
        let earlier = self
            .0
            .iter()
            .find(|(other, pattern, _)| other == kind && pattern.overlaps(name));
        if let Some((_, pattern, line)) = earlier {
            let message = format!("`{name}` overlaps with `{pattern}` of line {line}");
            let remedy =
                "Make one of them narrower, or join the two: one name belongs to one purpose.";
            table.problem("name", message, remedy);
        }
        let before = &table.sheet.text()[..place.start];
        let line = before.matches('\n').count() + 1;
        self.0.push((*kind, name.clone(), line));
    }
}
