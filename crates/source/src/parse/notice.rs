//! A Markdown file into a notice, with what it shares with others.

use std::collections::BTreeMap;

use notice::{Children, Notice, Upkeep};
use toml::de::DeValue;

use super::{
    agree,
    contact::{Contacts, NOT_STATED},
    fact,
    facts::NoticeFacts,
    front::FrontMatter,
    language, markdown, same,
    scope::Scopes,
    sheet::Sheet,
    table::{self, Spanned, Table},
    words,
};

/// The folder of the page about cookies, among those of the notices.
const COOKIES: &str = "cookies";

/// What every notice may draw on.
#[derive(Clone, Debug, Default)]
pub(super) struct Common {
    /// The language that notices are written in, but for translations.
    pub lang: String,
    pub contacts: Contacts,
    /// By name of the file in `notices/shared/`.
    pub shared: BTreeMap<String, NoticeFacts>,
    /// Of a translation: the folder of its language, and the names of what the originals share.
    pub translated: Option<(String, Vec<String>)>,
}

impl Common {
    /// Lists what is the matter with a shared file that is not there, and what to do.
    fn lacks(&self, name: &str) -> [String; 2] {
        let remedy = words::remedy(name, self.shared.keys().map(String::as_str));
        let Some((lang, originals)) = &self.translated else {
            return [format!("There is no file shared/{name}.md"), remedy];
        };
        let remedy = if originals.iter().any(|original| original == name) {
            format!(
                "Copy notices/shared/{name}.md to notices/{lang}/shared/{name}.md, and translate it."
            )
        } else {
            remedy
        };
        [format!("There is no file {lang}/shared/{name}.md"), remedy]
    }
}

/// Returns a file in `notices/shared/`. It speaks to every part and audience alike.
pub(super) fn shared(sheet: &Sheet, contacts: &Contacts) -> NoticeFacts {
    let (toml, prose) = FrontMatter::optional(sheet)
        .map_or_else(Default::default, |front| (front.toml, front.prose));
    let entries = table::document(sheet, &toml);
    let top = Table::top(sheet, &entries);
    let scopes = Scopes::default();
    let mut facts = NoticeFacts::read(&top, &scopes, contacts);
    facts.children = top.table("children").map(|table| fact::children(&table));
    facts.sections = markdown::sections(sheet, prose, &scopes);
    facts.unread |= sheet.is_broken();
    facts
}

/// Returns the id that a file gives itself, when it can be read.
pub(super) fn own_id(sheet: &Sheet) -> Option<String> {
    // What is wrong is noted when the notice is read.
    let quiet = Sheet::new("", sheet.text());
    let toml = FrontMatter::optional(&quiet)?.toml;
    let id = table::document(&quiet, &toml)
        .get("id")?
        .get_ref()
        .as_str()?
        .trim()
        .to_owned();
    (!id.is_empty()).then_some(id)
}

/// Returns the notice of a file whose name without `.md` is `stem`, as far as it can be read.
pub(super) fn notice(sheet: &Sheet, stem: &str, common: &Common) -> Notice {
    read(sheet, stem, common, None).0
}

/// Returns the translation of `original` into `lang`. Its version is the one that it is based on, for that is what its readers
/// are told; a translation of another version than the present one is not compared, nor one whose original could not be read as it
/// `stands`: what is wrong there would be told of the translation. Nor is one that lacks a shared file: all of its facts would be told.
pub(super) fn translation(
    sheet: &Sheet,
    lang: &str,
    common: &Common,
    original: &Notice,
    stands: bool,
) -> Notice {
    let (mut notice, is_whole) = read(sheet, &original.id, common, Some((lang, original)));
    // Stated once, beside the original.
    notice
        .controller
        .succession
        .clone_from(&original.controller.succession);
    notice.upkeep.clone_from(&original.upkeep);
    if stands && is_whole && notice.version == original.version {
        same::facts(sheet, &notice, original);
    }
    notice
}

/// Returns the notice, and whether all was there that it is made of.
fn read(
    sheet: &Sheet,
    stem: &str,
    common: &Common,
    original: Option<(&str, &Notice)>,
) -> (Notice, bool) {
    let front = FrontMatter::needed(sheet);
    let entries = table::document(sheet, &front.toml);
    let top = Table::top(sheet, &entries);

    let id = top.id("id");
    if id.text != stem && !id.text.is_empty() {
        let remedy = format!(
            "Write id = \"{stem}\", or rename the file to {}.md.",
            id.text
        );
        sheet.problem(
            id.place.clone(),
            format!("The id is not the file's name, `{stem}`"),
            remedy,
        );
    }
    if stem == COOKIES {
        sheet.problem(
            id.place,
            format!(
                "No notice can have the id `{COOKIES}`: the page about cookies has that address"
            ),
            "Give the notice another id, and its file the same name.",
        );
    }
    let title = top.text("title");
    let version = top.need(if original.is_some() {
        "based-on"
    } else {
        "version"
    });
    if version.text.contains(char::is_whitespace) {
        let remedy = "Join its words with hyphens: forms record it.";
        sheet.problem(version.place, "A version cannot have spaces", remedy);
    }
    let published = match original {
        Some((_, original)) => original.published.clone(),
        None => published(&top),
    };
    let machine_made = original.is_some() && language::machine(&top);
    let restates = top.maybe("restates");
    let caution = top.maybe("caution");
    let (controller, officer) = common.contacts.controller(&top);
    let joint = match original {
        Some((lang, original)) if !top.has("joint") => {
            // What an older version is held against is not the present one.
            if version.text == original.version {
                let contacts = &common.contacts;
                contacts.translated_joint(&top, lang, &original.joint)
            } else {
                Vec::new()
            }
        }
        _ => common.contacts.joint(&top, &controller),
    };
    let requests = common.contacts.requests(&top);
    let inherited = original.and_then(|(_, original)| original.requests.clone());
    let shared = shared_files(&top, common);

    let scopes = Scopes::read(&top);
    let mut facts = NoticeFacts::read(&top, &scopes, &common.contacts);
    facts.children = own_children(&top);
    facts.sections = markdown::sections(sheet, front.prose, &scopes);
    for (name, file) in &shared {
        for fact in facts.add(file) {
            let message = format!(
                "shared/{}.md states {fact}, which is stated already",
                name.text
            );
            let remedy = "State it once: in one of the shared files, or in the notice.";
            sheet.problem(name.place.clone(), message, remedy);
        }
    }
    // A file that is not there may be the one with the answer.
    let is_whole =
        !facts.unread && !sheet.is_broken() && shared.len() >= top.spanned_list("shared").len();
    let notice = Notice {
        id: stem.to_owned(),
        title,
        lang: original
            .map_or(common.lang.as_str(), |(lang, _)| lang)
            .to_owned(),
        machine_made,
        version: version.text,
        published,
        restates,
        caution,
        controller,
        joint,
        officer,
        requests: requests.or(inherited),
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
        adults_only: !is_table(&top, "children") && top.flag("children") == Some(false),
        children: facts.children,
        complaints: facts.complaints,
        laws: facts.laws,
        fields: facts.fields,
        upkeep: Upkeep {
            owner: top.maybe("owner"),
            review: top.has("review").then(|| top.date("review")),
        },
        sections: facts.sections,
    };
    if is_whole {
        agree::answers(sheet, &notice);
    }
    (notice, is_whole)
}

/// Returns the day on which a notice was published. A draft says so as long as nobody knows it; nothing is published of it.
fn published(top: &Table<'_>) -> String {
    match top.value("published") {
        Some((DeValue::String(said), _)) if said == NOT_STATED => String::new(),
        _ => top.date("published"),
    }
}

/// Returns a line for children that no other notice has: `children = { under = 13, text = "…" }`.
fn own_children(top: &Table<'_>) -> Option<Children> {
    let own = is_table(top, "children").then(|| top.table("children"))?;
    own.map(|table| fact::children(&table))
}

fn is_table(top: &Table<'_>, key: &'static str) -> bool {
    matches!(top.value(key), Some((DeValue::Table(_), _)))
}

/// Lists the shared files that a notice asks for, the children's line last.
fn shared_files<'a>(top: &Table<'_>, common: &'a Common) -> Vec<(Spanned, &'a NoticeFacts)> {
    let mut names = top.spanned_list("shared");
    let children = !is_table(top, "children") && top.flag("children") == Some(true);
    if children && names.iter().all(|name| name.text != "children") {
        names.push(Spanned {
            text: "children".to_owned(),
            place: top.place_of("children"),
        });
    }
    let mut files: Vec<(Spanned, &NoticeFacts)> = Vec::new();
    for name in names {
        if files.iter().any(|(other, _)| other.text == name.text) {
            let message = format!("shared/{}.md is named twice", name.text);
            top.sheet
                .problem(name.place, message, "Remove one of the two.");
        } else if let Some(file) = common.shared.get(&name.text) {
            files.push((name, file));
        } else {
            let [message, remedy] = common.lacks(&name.text);
            top.sheet.problem(name.place, message, remedy);
        }
    }
    files
}
