//! Tables of a front matter into facts, one function a fact.

use law::AGES;
use notice::{
    Answer, Automated, Basis, Children, Data, DataSource, Field, Purpose, Recipient, Retention,
    Right, RightId,
};

use super::{contact, scope::Scopes, table::Table};

/// The words that an answer may have: it has to be read in ten seconds.
const WORDS: usize = 20;

pub(super) fn answer(table: &Table<'_>, scopes: &Scopes) -> Option<Answer> {
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

pub(super) fn data(table: &Table<'_>, scopes: &Scopes) -> Data {
    Data {
        name: table.text("name"),
        detail: table.maybe("detail"),
        special: table.flag("special").unwrap_or_default(),
        matches: table.texts("matches"),
        scope: scopes.scope(table),
    }
}

pub(super) fn source(table: &Table<'_>, scopes: &Scopes) -> DataSource {
    DataSource {
        group: table.maybe("group"),
        names: table.need_texts("names"),
        detail: table.maybe("detail"),
        open: table.maybe("open"),
        scope: scopes.scope(table),
    }
}

pub(super) fn purpose(table: &Table<'_>, scopes: &Scopes) -> Purpose {
    Purpose {
        text: table.text("text"),
        // Without a basis that can be read the whole site is refused, so this is never seen.
        basis: table.need_word("basis").unwrap_or(Basis::NotStated),
        basis_detail: table.maybe("basis-detail"),
        scope: scopes.scope(table),
    }
}

pub(super) fn recipient(table: &Table<'_>, scopes: &Scopes) -> Recipient {
    Recipient {
        group: table.maybe("group"),
        names: table.need_texts("names"),
        purpose: table.maybe("purpose"),
        condition: table.word("condition"),
        condition_detail: table.maybe("condition-detail"),
        role: table.word("role"),
        open: table.maybe("open"),
        scope: scopes.scope(table),
    }
}

pub(super) fn retention(table: &Table<'_>) -> Retention {
    Retention {
        text: table.text("text"),
        link: table.table("link").map(|link| contact::link(&link)),
        months: table.number("months"),
    }
}

pub(super) fn automated(table: &Table<'_>) -> Automated {
    Automated {
        used: table.need_flag("used"),
        text: table.text("text"),
    }
}

pub(super) fn children(table: &Table<'_>) -> Children {
    let under: u8 = table.need_number("under", "13");
    if under > 0 && !AGES.contains(&under) {
        table.problem(
            "under",
            format!("The law knows no age of {under} for children online"),
            "Write 13, or the age from 13 to 16 that ministers have set.",
        );
    }
    Children {
        under,
        text: table.text("text").replace("{age}", &under.to_string()),
    }
}

pub(super) fn rights(top: &Table<'_>) -> Vec<Right> {
    let mut rights: Vec<Right> = Vec::new();
    for table in top.tables("right") {
        let (id, name, text) = (
            table.need_word("id"),
            table.text("name"),
            table.text("text"),
        );
        let Some(id): Option<RightId> = id else {
            continue;
        };
        table.unique("id", id.id(), rights.iter().map(|other| other.id.id()));
        rights.push(Right { id, name, text });
    }
    rights
}

pub(super) fn fields(top: &Table<'_>, scopes: &Scopes) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for table in top.tables("field") {
        let field = Field {
            name: table.id("name").text,
            why: table.text("why"),
            matches: table.texts("matches"),
            condition: table.word("condition"),
            scope: scopes.scope(&table),
        };
        let same = fields.iter().filter(|other| other.scope == field.scope);
        table.unique("name", &field.name, same.map(|other| &*other.name));
        fields.push(field);
    }
    fields
}
