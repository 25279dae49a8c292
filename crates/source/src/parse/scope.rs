//! Parts and audiences: declared once, named by facts, headings and placements.

use notice::{Notice, Part, Scope};

use super::{
    sheet::Sheet,
    table::{Spanned, Table},
    words,
};

/// The parts and audiences that facts of a file may name.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    pub parts: Vec<Part>,
    pub audiences: Vec<Part>,
}

impl Scopes {
    /// Reads `[[part]]` and `[[audience]]`.
    pub(super) fn read(top: &Table<'_>) -> Self {
        let parts = declared(top, "part", &[]);
        let audiences = declared(top, "audience", &parts);
        Self { parts, audiences }
    }

    /// Takes the parts and audiences of a notice.
    pub(super) fn of(notice: &Notice) -> Self {
        Self {
            parts: notice.parts.clone(),
            audiences: notice.audiences.clone(),
        }
    }

    /// Returns the id, or nothing, once noted, when no part has it.
    pub(super) fn part(&self, sheet: &Sheet, id: Spanned) -> Option<String> {
        known(sheet, "part", &self.parts, id)
    }

    /// Returns the id, or nothing, once noted, when no audience has it.
    pub(super) fn audience(&self, sheet: &Sheet, id: Spanned) -> Option<String> {
        known(sheet, "audience", &self.audiences, id)
    }

    /// Reads whom a fact concerns.
    pub(super) fn scope(&self, table: &Table<'_>) -> Scope {
        Scope {
            part: table
                .spanned("part")
                .and_then(|id| self.part(table.sheet, id)),
            audience: table
                .spanned("audience")
                .and_then(|id| self.audience(table.sheet, id)),
        }
    }
}

/// Reads one kind. Every part, audience and language has a page of its own in the notice's folder, so no two may have
/// the same name: not those of `others`, and not one that a language has or may get.
fn declared(top: &Table<'_>, key: &'static str, others: &[Part]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for table in top.tables(key) {
        let part = Part {
            id: table.id("id").text,
            title: table.text("title"),
        };
        let taken = others.iter().chain(&parts).map(|other| &*other.id);
        table.unique("id", &part.id, taken);
        if matches!(part.id.len(), 2 | 3) && part.id.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let message = format!(
                "`{}` may be a language, whose page has that address",
                part.id
            );
            table.problem("id", message, "Use four letters or more.");
        }
        parts.push(part);
    }
    parts
}

fn known(sheet: &Sheet, what: &str, parts: &[Part], id: Spanned) -> Option<String> {
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
