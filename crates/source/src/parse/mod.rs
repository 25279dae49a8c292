//! Markdown and TOML into notices, with every error at its line.
//!
//! | file of `notices/` | read by |
//! |---|---|
//! | `<id>.md`, `shared/*.md` | `notice`: halved by `front`, TOML by `facts` and `fact`, prose by `markdown` |
//! | `controllers.toml` | `contact` |
//! | `<lang>/…`: the same files in another language | the same, and held against the originals by `same` |
//! | `cookies.toml`, and those of partners that `site.toml` names | `cookies` |
//! | `placements.toml` | `site` |
//! | `strings/<lang>.toml` | `interface` |
//! | `facts.toml` | `law`, for the check alone |
//! | `site.toml`, beside `notices/` | `settings` |
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
mod interface;
mod language;
mod law;
mod markdown;
mod notice;
mod problem;
mod refused;
mod same;
mod scope;
mod settings;
mod sheet;
mod site;
mod table;
mod value;
mod words;

use std::collections::BTreeMap;

pub use self::law::facts;
pub use ::notice::File;
pub use cookies::{PartnerPolicy, PolicyFile};
pub use exemption::Exemption;
pub use interface::{IN, IN_LANGUAGE, RENAMED_TEXTS, is_interface_key};
pub use language::{Translation, is_tag};
pub use problem::{Problem, Problems};
pub use settings::{Settings, settings};

use ::notice::{
    Controller, Notice, Officer, cookies::Policy, placement::Placement, strings::Strings,
};
use contact::Contacts;
use interface::InterfaceWords;
use sheet::Sheet;

use self::notice::Common;

/// The language of the notices where `site.toml` names none.
pub const DEFAULT_LANGUAGE: &str = "en";

/// Everything that `notices/` says, in the types of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The language that the notices are written in, which everyone falls back to. Its interface words are there.
    pub base: String,
    /// Every controller of `controllers.toml`, whether a notice names it or not, with its officer.
    pub controllers: Vec<(Controller, Option<Officer>)>,
    /// In the base language, by id.
    pub notices: Vec<Notice>,
    /// The same in other languages, by language. One whose original has another version by now is left out.
    pub translated: Vec<Notice>,
    /// The cookie policy.
    pub policy: Policy,
    /// Categories that go without asking, with what has been answered for them.
    pub exemptions: Vec<Exemption>,
    /// The policies of other sites that show these notices, in the order of `site.toml`.
    pub partners: Vec<PartnerPolicy>,
    /// Which notice belongs on which pages, in the order of the file.
    pub placements: Vec<Placement>,
    /// By language.
    pub strings: BTreeMap<String, Strings>,
    /// What is not in the base language, by language: the interface's words first.
    pub translations: Vec<Translation>,
    /// The age of `shared/children.md`, for pages that ask where their notice does not.
    pub under: u8,
}

impl Source {
    /// Returns every language that the interface has, the base language first.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        let others = self.strings.keys().map(String::as_str);
        let others = others.filter(|language| **language != *self.base);
        std::iter::once(self.base.as_str()).chain(others).collect()
    }

    /// Returns the interface's words in a language, else in the base language.
    ///
    /// # Errors
    /// When there are none in either, which no site that was read is without.
    pub fn texts(&self, language: &str) -> Result<&Strings, NoTexts> {
        let texts = self.strings.get(language);
        texts
            .or_else(|| self.strings.get(&self.base))
            .ok_or_else(|| NoTexts(self.base.clone()))
    }
}

/// The interface has no words in the language that everyone falls back to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no texts in {0}, the language everyone falls back to\n  help: add notices/strings/{0}.toml"
)]
pub struct NoTexts(String);

/// The age of UK GDPR Art. 8 as Parliament left it, for a site without a line for children.
const UNDER: u8 = 13;

/// Reads the files of a folder `notices/` whose notices are in English.
///
/// # Errors
/// Every problem of every file at once.
pub fn read(files: &[File]) -> Result<Source, Problems> {
    read_folder(files, "notices", DEFAULT_LANGUAGE, Vec::new(), &[])
}

/// Reads the files of a folder by the name `dir`, whose notices are in the language `base`. Some files could not be had:
/// `problems` says so of each. `partners` are the cookie policies beside the site's own.
///
/// # Errors
/// Every problem of every file at once.
pub fn read_folder(
    files: &[File],
    dir: &str,
    base: &str,
    mut problems: Vec<Problem>,
    partners: &[PolicyFile],
) -> Result<Source, Problems> {
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
        Common {
            lang: base.to_owned(),
            contacts,
            shared,
            translated: None,
        }
    };

    let own = common(Contacts::file(need("controllers.toml")), "shared/");
    let children = own.shared.get("children");
    let children = children.and_then(|facts| facts.children.as_ref());
    let under = children.map_or(UNDER, |children| children.under);
    let notices: Vec<Notice> = inside("", ".md")
        .map(|(stem, sheet)| notice::notice(sheet, stem, &own))
        .collect();
    let (policy, exemptions) = cookies::policy(need("cookies.toml"), &own.contacts);
    let mut partner = |named: &PolicyFile| {
        let (policy, exemptions) = cookies::policy(need(&named.cookies), &own.contacts);
        PartnerPolicy {
            id: named.id.clone(),
            file: named.cookies.clone(),
            policy,
            exemptions,
        }
    };
    let partners = partners.iter().map(&mut partner).collect();
    let placements = site::placements(need("placements.toml"), &notices);

    let general = InterfaceWords::of(need(&format!("strings/{base}.toml")), base, "");
    let name = general.own_name();
    let mut strings = BTreeMap::new();
    let mut translations = Vec::new();
    for (lang, sheet) in inside("strings/", ".toml") {
        language::tag(sheet, lang);
        let words = if lang == base {
            general.clone()
        } else {
            InterfaceWords::of(sheet, base, &name)
        };
        agree::placeholders(sheet, &words.texts, base, &general.texts);
        translations.extend((lang != base).then(|| language::of_words(lang, words.machine)));
        strings.extend(words.strings().map(|strings| (lang.to_owned(), strings)));
    }

    // Whether the files at a path, or below a folder, were read without a problem so far.
    let is_well = |start: &str| {
        let mut theirs = sheets.iter().filter(|(path, _)| path.starts_with(start));
        theirs.all(|(_, sheet)| sheet.is_well())
    };
    let shared_stands = is_well("shared/") && is_well("controllers.toml");
    let mut translated = Vec::new();
    for lang in language::folders(sheets.iter().map(|(path, _)| *path)) {
        let theirs = sheets
            .iter()
            .find(|(path, _)| *path == format!("{lang}/controllers.toml"));
        let contacts = theirs.map_or(own.contacts.clone(), |(_, sheet)| Contacts::file(sheet));
        let mut common = common(contacts, &format!("{lang}/shared/"));
        let originals = own.shared.keys().cloned().collect();
        common.translated = Some((lang.to_owned(), originals));
        for (stem, sheet) in inside(&format!("{lang}/"), ".md") {
            if !strings.contains_key(lang) {
                language::unknown(sheet, lang);
            }
            let Some(original) = notices.iter().find(|notice| notice.id == stem) else {
                language::no_original(sheet, stem, &notices);
                continue;
            };
            let stands = shared_stands && is_well(&format!("{stem}.md"));
            let notice = notice::translation(sheet, lang, &common, original, stands);
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
    match Problems::of(problems) {
        Some(report) => Err(report),
        None => Ok(Source {
            base: base.to_owned(),
            controllers: own.contacts.controllers(),
            notices,
            translated,
            policy,
            exemptions,
            partners,
            placements,
            strings,
            translations,
            under,
        }),
    }
}

/// Reads the interface's words of one language from its file.
///
/// # Errors
/// Every problem of the file at once.
pub fn interface(file: &File, lang: &str) -> Result<Option<Strings>, Problems> {
    let sheet = Sheet::new(&file.name, &file.text);
    let words = InterfaceWords::of(&sheet, lang, lang);
    match Problems::of(sheet.into_problems()) {
        Some(report) => Err(report),
        None => Ok(words.strings()),
    }
}

/// Reads one notice in the language `base` apart from its folder: `common` holds `controllers.toml` and the files of `shared/`, and its id is the
/// one that it gives itself, else its file's name.
///
/// # Errors
/// Every problem of every file at once.
pub fn one(file: &File, common: &[File], base: &str) -> Result<Notice, Problems> {
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
    let common = Common {
        lang: base.to_owned(),
        contacts,
        shared,
        translated: None,
    };
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let name = name.strip_suffix(".md").unwrap_or(name);
    let stem = notice::own_id(&own).unwrap_or_else(|| name.to_owned());
    let notice = notice::notice(&own, &stem, &common);
    let sheets = sheets.into_iter().map(|(_, sheet)| sheet);
    let problems = sheets.chain([own, missing]).flat_map(Sheet::into_problems);
    match Problems::of(problems.collect()) {
        Some(report) => Err(report),
        None => Ok(notice),
    }
}
