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
mod site;
mod table;
mod value;
mod words;

use std::collections::BTreeMap;

pub use self::law::facts;
pub use ::notice::File;
pub use exemption::Exemption;
pub use language::{Translation, is_tag};
pub use problem::{Problem, Report};

use ::notice::{Notice, cookies::Policy, placement::Placement, strings::Strings};
use contact::Contacts;
use sheet::Sheet;

use self::notice::Common;

/// The language of the notices, whose interface words must exist: the one that everyone falls back to.
pub const DEFAULT_LANGUAGE: &str = "en";

/// Everything that `notices/` says, in the types of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// In the default language, by id.
    pub notices: Vec<Notice>,
    /// The same in other languages, by language. One whose original has another version by now is left out.
    pub translated: Vec<Notice>,
    /// The cookie policy.
    pub policy: Policy,
    /// Categories that go without asking, with what has been answered for them.
    pub exemptions: Vec<Exemption>,
    /// Which notice belongs on which pages, in the order of the file.
    pub placements: Vec<Placement>,
    /// By language.
    pub strings: BTreeMap<String, Strings>,
    /// What is not in the default language, by language: the interface's words first.
    pub translations: Vec<Translation>,
    /// The age of `shared/children.md`, for pages that ask where their notice does not.
    pub under: u8,
}

impl Source {
    /// The interface's words in a language, else in the default one.
    ///
    /// # Errors
    /// When there are none in either, which no site that was read is without.
    pub fn texts(&self, language: &str) -> Result<&Strings, NoTexts> {
        let texts = self.strings.get(language);
        texts
            .or_else(|| self.strings.get(DEFAULT_LANGUAGE))
            .ok_or(NoTexts(DEFAULT_LANGUAGE))
    }

    /// The notices that a reader of the default language is given, by id.
    pub fn in_default_language(&self) -> impl Iterator<Item = &Notice> {
        let notices = self.notices.iter();
        notices.filter(|notice| notice.lang == DEFAULT_LANGUAGE)
    }
}

/// The interface has no words in the language that everyone falls back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no texts in {0}, the language everyone falls back to\n  help: add notices/strings/{0}.toml"
)]
pub struct NoTexts(&'static str);

/// The age of UK GDPR Art. 8 as Parliament left it, for a site without a line for children.
const UNDER: u8 = 13;

/// Reads the files of a folder `notices/`.
///
/// # Errors
/// Every problem of every file at once.
pub fn read(files: &[File]) -> Result<Source, Report> {
    read_folder(files, "notices", Vec::new())
}

/// Reads the files of a folder by the name `dir`, of which some could not be had: `problems` says so of each.
///
/// # Errors
/// Every problem of every file at once.
pub fn read_folder(
    files: &[File],
    dir: &str,
    mut problems: Vec<Problem>,
) -> Result<Source, Report> {
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

    let general = site::texts(need(&format!("strings/{DEFAULT_LANGUAGE}.toml")));
    let mut strings = BTreeMap::new();
    let mut translations = Vec::new();
    for (lang, sheet) in inside("strings/", ".toml") {
        language::tag(sheet, lang);
        let (texts, machine) = if lang == DEFAULT_LANGUAGE {
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
