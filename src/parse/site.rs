//! `cookies.toml`, `placements.toml` and `strings/*.toml`.

use crate::{
    cookies::{Category, CategoryPolicy, Footing, Policy, StoredItem},
    notice::Notice,
    placement::Placement,
    strings::Text,
};

use super::{
    scope::Scopes,
    sheet::Sheet,
    table::{self, Spot, Table},
    words,
};

/// The cookie policy, in the order of [`Category::ALL`].
pub(super) fn policy(sheet: &Sheet) -> Policy {
    let entries = table::document(sheet, sheet.text());
    let top = Table::top(sheet, &entries);
    let revision = top.need_number("revision", "1");
    let mut categories: Vec<CategoryPolicy> = Vec::new();
    let tables = top.tables("category");
    for table in &tables {
        if let Some(category) = category(table) {
            table.unique(
                "id",
                category.id.id(),
                categories.iter().map(|other| other.id.id()),
            );
            categories.push(category);
        }
    }
    if categories.len() == tables.len() {
        for missing in Category::ALL {
            if !categories.iter().any(|category| category.id == missing) && !sheet.is_broken() {
                sheet.problem(
                    0..0,
                    format!("The category `{}` is missing", missing.id()),
                    "Declare it, without items if the site stores nothing of the kind.",
                );
            }
        }
    }
    categories.sort_by_key(|category| Category::ALL.iter().position(|id| *id == category.id));
    Policy {
        revision,
        categories,
    }
}

fn category(table: &Table<'_>) -> Option<CategoryPolicy> {
    let id: Option<Category> = table.need_word("id");
    let footing: Option<Footing> = table.need_word("footing");
    let title = table.text("title");
    let purpose = table.text("purpose");
    let items = table.tables("item").iter().map(item).collect();
    let (id, footing) = (id?, footing?);
    // PECR reg. 6 and Schedule A1 know no other ground to go without asking.
    let lawful = match footing {
        Footing::Essential => id == Category::Essential,
        Footing::Consent => id != Category::Essential,
        Footing::Exempt => matches!(id, Category::Preferences | Category::Analytics),
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
        items,
    })
}

fn item(table: &Table<'_>) -> StoredItem {
    StoredItem {
        name: table.text("name"),
        provider: table.text("provider"),
        purpose: table.text("purpose"),
        lifetime: table.text("lifetime"),
    }
}

/// The placements, in the order of the file. Each names a notice, a part and an audience that exist.
pub(super) fn placements(sheet: &Sheet, notices: &[Notice]) -> Vec<Placement> {
    let entries = table::document(sheet, sheet.text());
    let top = Table::top(sheet, &entries);
    let mut placements: Vec<Placement> = Vec::new();
    for table in top.tables("placement") {
        let placement = placement(&table, notices);
        table.unique(
            "address",
            &placement.address,
            placements.iter().map(|other| &*other.address),
        );
        placements.push(placement);
    }
    placements
}

fn placement(table: &Table<'_>, notices: &[Notice]) -> Placement {
    let address = table.text("address");
    let (host, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    let usable = path.starts_with('/') && !path.starts_with("//") && !host.contains([':', '*']);
    if !address.is_empty()
        && (!usable || address.contains(|c: char| c.is_whitespace() || "?#".contains(c)))
    {
        table.problem(
            "address",
            format!("`{address}` cannot be the address of a page"),
            "Write /path or host/path, without https://, port, `?` or `#`; `*` and `**` may stand in the path.",
        );
    }
    let service = table.text("service");
    let notice = notices.iter().find(|notice| notice.id == service);
    if notice.is_none() && !service.is_empty() {
        let remedy = words::remedy(&service, notices.iter().map(|notice| &*notice.id));
        table.problem("service", format!("There is no notice `{service}`"), remedy);
    }
    let scopes = notice.map(Scopes::of);
    let part = table
        .spot("part")
        .and_then(|id| scopes.as_ref()?.part(table.sheet, id));
    let audience = table
        .spot("audience")
        .and_then(|id| scopes.as_ref()?.audience(table.sheet, id));
    Placement {
        address,
        service,
        part,
        audience,
        form: table.maybe("form"),
    }
}

/// The interface's words of one language, in the order of [`Text::KEYS`].
pub(super) fn texts(sheet: &Sheet) -> Vec<Spot> {
    let entries = table::document(sheet, sheet.text());
    let top = Table::top(sheet, &entries);
    Text::KEYS.iter().map(|key| top.need(key)).collect()
}
