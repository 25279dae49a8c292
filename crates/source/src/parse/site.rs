//! `placements.toml`.

use notice::{Notice, placement::Placement};

use super::{
    scope::Scopes,
    sheet::Sheet,
    table::{self, Table},
    words,
};

/// Lists the placements, in the order of the file. Each names a notice, a part and an audience that exist.
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
        let remedy = format!("{remedy} Take the placement away if its notice has gone.");
        table.problem("service", format!("There is no notice `{service}`"), remedy);
    }
    let scopes = notice.map(Scopes::of);
    let part = table
        .spanned("part")
        .and_then(|id| scopes.as_ref()?.part(table.sheet, id));
    let audience = table
        .spanned("audience")
        .and_then(|id| scopes.as_ref()?.audience(table.sheet, id));
    Placement {
        address,
        service,
        part,
        audience,
        form: table.maybe("form"),
    }
}
