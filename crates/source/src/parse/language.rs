//! What a language file says of itself, and what is known of each translation.

use std::collections::BTreeSet;

use notice::{Notice, strings::Text};

use super::{
    sheet::Sheet,
    table::{Spanned, Table},
    words,
};

/// A text that is not in the base language, and how far it can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// BCP 47 tag, in lower case: the name of its file or folder.
    pub lang: String,
    /// Id of the notice; nothing for the interface's own words.
    pub notice: Option<String>,
    /// Made by a machine, and reviewed by nobody yet.
    pub machine: bool,
    /// The version of the notice that it translates.
    pub based_on: Option<String>,
    /// The notice has another version by now.
    pub stale: bool,
}

/// The key by which a file says who made its translation.
pub(super) const TRANSLATION: &str = "translation";

/// Says whether `translation = "machine"` stands in the file. Nothing means that a person has answered for it.
pub(super) fn machine(top: &Table<'_>) -> bool {
    let Some(said) = top.spanned(TRANSLATION) else {
        return false;
    };
    if said.text != "machine" {
        let remedy = "Write translation = \"machine\", or take the line away once a person who knows the language has reviewed it.";
        let message = format!("`translation` cannot be `{}`", said.text);
        top.sheet.problem(said.place, message, remedy);
    }
    true
}

/// Says whether a name can be the code of a language, in lower case.
pub fn is_tag(name: &str) -> bool {
    let word = |word: &str| {
        (1..=8).contains(&word.len())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let first = name.split('-').next().unwrap_or_default();
    name.split('-').all(word) && (2..=3).contains(&first.len())
}

/// Lists the folders of languages among those of some files.
pub(super) fn folders<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    paths
        .filter_map(|path| path.split_once('/'))
        .map(|(folder, _)| folder)
        .filter(|folder| is_tag(folder))
        .collect()
}

/// Notes a translation whose language has no words for the interface around it.
pub(super) fn unknown(sheet: &Sheet, lang: &str) {
    sheet.problem(
        0..3,
        format!("There is no notices/strings/{lang}.toml with the words of the interface around this notice"),
        format!("Type `council-notice words {lang} --write` and translate what it writes."),
    );
}

/// Notes a translation of a notice that is not there.
pub(super) fn no_original(sheet: &Sheet, stem: &str, notices: &[Notice]) {
    let remedy = words::remedy(stem, notices.iter().map(|notice| &*notice.id));
    sheet.problem(
        0..3,
        format!("There is no notice `{stem}` to translate"),
        remedy,
    );
}

/// Returns a translated notice beside its original.
pub(super) fn of_notice(notice: &Notice, original: &Notice) -> Translation {
    Translation {
        lang: notice.lang.clone(),
        notice: Some(notice.id.clone()),
        machine: notice.machine_made,
        based_on: Some(notice.version.clone()),
        stale: notice.version != original.version,
    }
}

/// Notes a name that no page could ask for.
pub(super) fn tag(sheet: &Sheet, lang: &str) {
    if !is_tag(lang) {
        sheet.problem(
            0..0,
            format!("`{lang}` is not the code of a language"),
            "Name the file by the language's code in lower case, as pages say it in `lang`: pl, ur, zh-hant.",
        );
    }
}

/// Notes a direction that is none.
pub(super) fn direction(sheet: &Sheet, texts: &[Spanned]) {
    let said = &texts[Text::Direction as usize];
    if !["ltr", "rtl", ""].contains(&said.text.as_str()) {
        sheet.problem(
            said.place.clone(),
            format!("`direction` cannot be `{}`", said.text),
            "Write ltr for a language written from left to right, as English is; rtl for one written from right to left.",
        );
    }
}

/// Returns the interface's words in another language than the base.
pub(super) fn of_words(lang: &str, machine: bool) -> Translation {
    Translation {
        lang: lang.to_owned(),
        notice: None,
        machine,
        based_on: None,
        stale: false,
    }
}
