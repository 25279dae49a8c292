//! Markdown and TOML into notices, with every error at its line.
//!
//! | file of `notices/` | read by |
//! |---|---|
//! | `<id>.md`, `shared/*.md` | `notice`: halved by `front`, TOML by `facts` and `fact`, prose by `markdown` |
//! | `controllers.toml` | `contact` |
//! | `<lang>/…`: the same files in another language | the same, and held against the originals by `same` |
//! | `cookies.toml` | `cookies` |
//! | `placements.toml`, `strings/<lang>.toml` | `site` |
//! | `facts.toml` | `law`, for the check alone |
//!
//! Every reader takes a `Sheet`, notes on it what is wrong, makes the best of it and goes on. TOML is read through a
//! `Table`, which knows the words of the model by `words`. What only shows in a whole is seen by `agree`. Whether
//! anything was wrong is asked once, at the end of [`read`].

mod agree;
mod contact;
mod cookies;
mod exemption;
mod fact;
mod facts;
mod front;
mod language;
mod law;
mod markdown;
mod notice;
mod problem;
mod refused;
mod same;
mod scope;
mod sheet;
mod shown;
mod site;
mod table;
mod value;
mod words;

use std::{collections::BTreeMap, fs, path::Path};

pub use exemption::Exemption;
pub use language::Translation;
pub use law::facts;
pub use problem::{Problem, Report};
pub(crate) use shown::shown;

use contact::Contacts;
use notice::Common;
use sheet::Sheet;

use crate::{cookies::Policy, notice::Notice, placement::Placement, strings::Strings};

/// The language of the notices, whose interface words must exist.
const LANG: &str = "en";

/// Everything that `notices/` says, in the types of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// In the default language, by id.
    pub notices: Vec<Notice>,
    /// The same in other languages, by language. One whose original has another version by now is left out.
    pub translated: Vec<Notice>,
    pub policy: Policy,
    /// Categories that go without asking, with what has been answered for them.
    pub exemptions: Vec<Exemption>,
    pub placements: Vec<Placement>,
    /// By language.
    pub strings: BTreeMap<String, Strings>,
    /// What is not in the default language, by language: the interface's words first.
    pub translations: Vec<Translation>,
    /// The age of `shared/children.md`, for pages that ask where their notice does not.
    pub under: u8,
}

/// The age of UK GDPR Art. 8 as Parliament left it, for a site without a line for children.
const UNDER: u8 = 13;

/// One file: its path within the folder with slashes, the name to show, and its text.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub name: String,
    pub text: String,
}

/// Reads the folder `notices/`. Hidden files and `README.md` are passed over.
///
/// # Errors
/// Every problem of every file at once.
pub fn load(dir: &Path) -> Result<Source, Report> {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for folder in ["", "shared", "strings"] {
        list(dir, folder, &mut files, &mut problems);
    }
    for lang in languages(dir) {
        for folder in [lang.clone(), format!("{lang}/shared")] {
            if dir.join(&folder).is_dir() {
                list(dir, &folder, &mut files, &mut problems);
            }
        }
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
    read_with(&files, &dir.display().to_string(), problems)
}

/// The folders that are named by a language.
fn languages(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| language::is_tag(name))
        .collect()
}

/// Adds the files of one folder.
fn list(dir: &Path, folder: &str, files: &mut Vec<File>, problems: &mut Vec<Problem>) {
    let here = dir.join(folder);
    let entries = match fs::read_dir(&here) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("{} cannot be read: {error}", here.display());
            problems.push(Problem::unread(
                &here.display().to_string(),
                message,
                "Create the folder.",
            ));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() || name.starts_with('.') || name == "README.md" {
            continue;
        }
        let shown = path.display().to_string();
        match fs::read_to_string(&path) {
            Ok(text) => {
                let path = if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                };
                files.push(File {
                    path,
                    name: shown,
                    text,
                });
            }
            Err(error) => {
                let message = format!("{shown} cannot be read: {error}");
                problems.push(Problem::unread(
                    &shown,
                    message,
                    "Save it as text in UTF-8, readable to everyone.",
                ));
            }
        }
    }
}

/// Reads files that are in memory: [`load`] without the folder.
///
/// # Errors
/// Every problem of every file at once.
pub fn read(files: &[File]) -> Result<Source, Report> {
    read_with(files, "notices", Vec::new())
}

fn read_with(files: &[File], dir: &str, mut problems: Vec<Problem>) -> Result<Source, Report> {
    let sheet = |file: &File| Sheet::new(&file.name, file.text.trim_start_matches('\u{feff}'));
    let sheets: Vec<(&str, Sheet)> = files
        .iter()
        .map(|file| (&*file.path, sheet(file)))
        .collect();
    let missing = Sheet::new("", "");
    let mut need = |path: &str| {
        let found = sheets.iter().find(|(other, _)| *other == path);
        found.map(|(_, sheet)| sheet).unwrap_or_else(|| {
            let name = format!("{dir}/{path}");
            let message = format!("{name} is missing");
            problems.push(Problem::unread(
                &name,
                message,
                "Create the file; every site has one.",
            ));
            &missing
        })
    };
    let inside = |folder: &str, end: &'static str| {
        let folder = folder.to_owned();
        sheets.iter().filter_map(move |(path, sheet)| {
            let stem = path.strip_prefix(&*folder)?.strip_suffix(end)?;
            (!stem.contains('/')).then_some((stem, sheet))
        })
    };
    let common = |contacts: Contacts, folder: &str| {
        let shared = inside(folder, ".md")
            .map(|(stem, sheet)| (stem.to_owned(), notice::shared(sheet, &contacts)))
            .collect();
        Common { contacts, shared }
    };

    let english = common(Contacts::file(need("controllers.toml")), "shared/");
    let children = english.shared.get("children");
    let children = children.and_then(|facts| facts.children.as_ref());
    let under = children.map_or(UNDER, |children| children.under);
    let notices: Vec<Notice> = inside("", ".md")
        .map(|(stem, sheet)| notice::notice(sheet, stem, &english))
        .collect();
    let (policy, exemptions) = cookies::policy(need("cookies.toml"), &english.contacts);
    let placements = site::placements(need("placements.toml"), &notices);

    let general = site::texts(need(&format!("strings/{LANG}.toml")));
    let mut strings = BTreeMap::new();
    let mut translations = Vec::new();
    for (lang, sheet) in inside("strings/", ".toml") {
        language::tag(sheet, lang);
        let (texts, machine) = if lang == LANG {
            general.clone()
        } else {
            site::texts(sheet)
        };
        agree::placeholders(sheet, &texts, &general.0);
        translations.extend(language::of_words(lang, machine));
        // One text a key: `texts` sees to it.
        if let Ok(texts) = Strings::new(texts.into_iter().map(|spot| spot.text).collect()) {
            strings.insert(lang.to_owned(), texts);
        }
    }

    let mut translated = Vec::new();
    for lang in language::folders(sheets.iter().map(|(path, _)| *path)) {
        let own = sheets
            .iter()
            .find(|(path, _)| *path == format!("{lang}/controllers.toml"));
        let contacts = own.map_or(english.contacts.clone(), |(_, sheet)| Contacts::file(sheet));
        let common = common(contacts, &format!("{lang}/shared/"));
        for (stem, sheet) in inside(&format!("{lang}/"), ".md") {
            if !strings.contains_key(lang) {
                language::unknown(sheet, lang);
            }
            let Some(original) = notices.iter().find(|notice| notice.id == stem) else {
                language::no_original(sheet, stem, &notices);
                continue;
            };
            let notice = notice::translation(sheet, lang, &common, original);
            let translation = language::of_notice(&notice, original);
            if !translation.stale {
                translated.push(notice);
            }
            translations.push(translation);
        }
    }

    problems.extend(
        sheets
            .into_iter()
            .flat_map(|(_, sheet)| sheet.into_problems()),
    );
    match Report::of(problems) {
        Some(report) => Err(report),
        None => Ok(Source {
            notices,
            translated,
            policy,
            exemptions,
            placements,
            strings,
            translations,
            under,
        }),
    }
}

/// Reads one notice apart from its folder: `common` holds `controllers.toml` and the files of `shared/`, and its id is the
/// one that it gives itself, else its file's name.
///
/// # Errors
/// Every problem of every file at once.
pub fn one(file: &File, common: &[File]) -> Result<Notice, Report> {
    let sheet = |file: &File| Sheet::new(&file.name, file.text.trim_start_matches('\u{feff}'));
    let own = sheet(file);
    let sheets: Vec<(&str, Sheet)> = common
        .iter()
        .map(|file| (&*file.path, sheet(file)))
        .collect();
    let missing = Sheet::new("controllers.toml", "");
    let controllers = sheets.iter().find(|(path, _)| *path == "controllers.toml");
    let contacts = Contacts::file(controllers.map_or(&missing, |(_, sheet)| sheet));
    let shared = sheets.iter().filter_map(|(path, sheet)| {
        let stem = path.strip_prefix("shared/")?.strip_suffix(".md")?;
        Some((stem.to_owned(), notice::shared(sheet, &contacts)))
    });
    let shared = shared.collect();
    let common = Common { contacts, shared };
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let name = name.strip_suffix(".md").unwrap_or(name);
    let stem = notice::own_id(&own).unwrap_or_else(|| name.to_owned());
    let notice = notice::notice(&own, &stem, &common);
    let sheets = sheets.into_iter().map(|(_, sheet)| sheet);
    let problems = sheets.chain([own, missing]).flat_map(Sheet::into_problems);
    match Report::of(problems.collect()) {
        Some(report) => Err(report),
        None => Ok(notice),
    }
}
