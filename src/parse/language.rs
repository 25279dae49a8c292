//! What a language file says of itself, and what is known of each translation.

use crate::strings::Text;

use super::{
    LANG,
    sheet::Sheet,
    table::{Spot, Table},
};

/// A text that is not in the default language, and how far it can be trusted.
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

/// Whether `translation = "machine"` stands in the file. Nothing means that a person has answered for it.
pub(super) fn machine(top: &Table<'_>) -> bool {
    let Some(said) = top.spot("translation") else {
        return false;
    };
    if said.text != "machine" {
        let remedy = "Write translation = \"machine\", or take the line away once a person who knows the language has reviewed it.";
        let message = format!("`translation` cannot be `{}`", said.text);
        top.sheet.problem(said.place, message, remedy);
    }
    true
}

/// Notes a name that no page could ask for.
pub(super) fn tag(sheet: &Sheet, lang: &str) {
    let word = |word: &str| {
        (1..=8).contains(&word.len())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let first = lang.split('-').next().unwrap_or_default();
    if !lang.split('-').all(word) || !(2..=3).contains(&first.len()) {
        sheet.problem(
            0..0,
            format!("`{lang}` is not the code of a language"),
            "Name the file by the language's code in lower case, as pages say it in `lang`: pl, ur, zh-hant.",
        );
    }
}

/// Notes a direction that is none.
pub(super) fn direction(sheet: &Sheet, texts: &[Spot]) {
    let said = &texts[Text::Direction as usize];
    if !["ltr", "rtl", ""].contains(&said.text.as_str()) {
        sheet.problem(
            said.place.clone(),
            format!("`direction` cannot be `{}`", said.text),
            "Write ltr for a language written from left to right, as English is; rtl for one written from right to left.",
        );
    }
}

/// The interface's words in another language than the default one.
pub(super) fn of_words(lang: &str, machine: bool) -> Option<Translation> {
    (lang != LANG).then(|| Translation {
        lang: lang.to_owned(),
        notice: None,
        machine,
        based_on: None,
        stale: false,
    })
}
