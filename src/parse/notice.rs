//! A file of front matter and prose into a notice.

use std::collections::BTreeMap;

use crate::notice::Notice;

use super::{
    LANG,
    contact::Contacts,
    facts::{Facts, Scopes},
    markdown,
    problem::Sheet,
    table::{self, Spot, Table},
    words,
};

/// What every notice may draw on.
#[derive(Clone, Debug, Default)]
pub(super) struct Common {
    pub contacts: Contacts,
    /// By name of the file in `notices/shared/`.
    pub shared: BTreeMap<String, Facts>,
}

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// Front matter, its opening fence made a comment so that every offset stays that of the file, and where the prose
/// starts. `None` when there is no front matter or no end to it.
fn split(text: &str) -> Option<(String, usize)> {
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let fence = line.trim_end() == FENCE;
        if number == 0 && !fence {
            return None;
        }
        if number > 0 && fence {
            return Some((
                format!("###{}", &text[FENCE.len()..offset]),
                offset + line.len(),
            ));
        }
        offset += line.len();
    }
    None
}

/// The same, noting its absence: then everything counts as prose.
fn front(sheet: &Sheet, optional: bool) -> (String, usize) {
    split(sheet.text()).unwrap_or_else(|| {
        let opened = sheet.text().starts_with(FENCE);
        if opened {
            sheet.broken(
                0..3,
                "The front matter has no end",
                "Write a line +++ between the facts and the prose.",
            );
        } else if !optional {
            sheet.broken(
                0..3,
                "The file has no front matter",
                "Start it with a line +++, the facts, and another line +++.",
            );
        }
        (String::new(), if opened { sheet.text().len() } else { 0 })
    })
}

/// A file in `notices/shared/`. It speaks to every part and audience alike.
pub(super) fn shared(sheet: &Sheet, contacts: &Contacts) -> Facts {
    let (toml, prose) = front(sheet, true);
    let entries = table::document(sheet, &toml);
    let top = Table::top(sheet, &entries);
    let scopes = Scopes::default();
    let mut facts = Facts::read(&top, &scopes, contacts);
    facts.children = Facts::children(&top);
    facts.sections = markdown::sections(sheet, prose, &scopes);
    facts
}

/// The notice of a file whose name without `.md` is `stem`, as far as it can be read.
pub(super) fn notice(sheet: &Sheet, stem: &str, common: &Common) -> (Notice, bool) {
    let (toml, prose) = front(sheet, false);
    let entries = table::document(sheet, &toml);
    let top = Table::top(sheet, &entries);

    let id = top.id("id");
    if !id.text.is_empty() && id.text != stem {
        let remedy = format!(
            "Write id = \"{stem}\", or rename the file to {}.md.",
            id.text
        );
        sheet.problem(
            id.place,
            format!("The id is not the file's name, `{stem}`"),
            remedy,
        );
    }
    let title = top.text("title");
    let version = top.need("version");
    if version.text.contains(char::is_whitespace) {
        sheet.problem(
            version.place,
            "A version cannot have spaces",
            "Join its words with hyphens: forms record it.",
        );
    }
    let published = top.date("published");
    let restates = top.text("restates");
    let caution = top.maybe("caution");
    let (controller, officer) = common.contacts.controller(&top);
    let files = shared_files(&top, common);
    let scopes = Scopes::read(&top);
    let mut facts = Facts::read(&top, &scopes, &common.contacts);
    facts.sections = markdown::sections(sheet, prose, &scopes);
    for file in files {
        facts.add(file);
    }
    let answered = facts.answered && !sheet.is_broken();
    let notice = Notice {
        id: stem.to_owned(),
        title,
        lang: LANG.to_owned(),
        version: version.text,
        published,
        restates,
        caution,
        controller,
        officer,
        parts: scopes.parts,
        audiences: scopes.audiences,
        answers: facts.answers,
        data: facts.data,
        sources: facts.sources,
        purposes: facts.purposes,
        recipients: facts.recipients,
        retention: facts.retention,
        transfers: facts.transfers,
        rights: facts.rights,
        automated: facts.automated,
        children: facts.children,
        complaints: facts.complaints,
        laws: facts.laws,
        fields: facts.fields,
        sections: facts.sections,
    };
    (notice, answered)
}

/// The shared files that a notice asks for, the children's line last.
fn shared_files<'a>(top: &Table<'_>, common: &'a Common) -> Vec<&'a Facts> {
    let mut names = top.texts("shared");
    let children = top.flag("children") == Some(true);
    if children && names.iter().all(|name| name.text != "children") {
        names.push(Spot {
            text: "children".to_owned(),
            place: top.place_of("children"),
        });
    }
    let mut files: Vec<(String, &Facts)> = Vec::new();
    for name in names {
        let Some(file) = common.shared.get(&name.text) else {
            let remedy = words::remedy(&name.text, common.shared.keys().map(String::as_str));
            top.sheet.problem(
                name.place,
                format!("There is no file shared/{}.md", name.text),
                remedy,
            );
            continue;
        };
        for (other, facts) in &files {
            let clash = if *other == name.text {
                Some("everything in it".to_owned())
            } else {
                let both = facts
                    .single()
                    .into_iter()
                    .find(|fact| file.single().contains(fact) && !top.has(fact));
                both.map(|fact| format!("`{fact}`, as does shared/{other}.md"))
            };
            if let Some(clash) = clash {
                let message = format!("shared/{}.md states {clash}, a second time", name.text);
                top.sheet
                    .problem(name.place.clone(), message, "Name only one of the two.");
            }
        }
        files.push((name.text, file));
    }
    files.into_iter().map(|(_, file)| file).collect()
}
