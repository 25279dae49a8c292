//! The interface's words that a site says its own way: a text that has another name by now keeps what it says.

use notice::strings::Text;
use source::parse::{IN, IN_LANGUAGE, RENAMED_TEXTS, is_interface_key};
use toml_edit::{Item, Key, Table};

use super::{super::interface_words, Steps};

/// Migrates the words of the language `lang` for a site whose notices are in the language `base`.
pub(super) fn migrate(words: &mut Table, lang: &str, base: &str, steps: &mut Steps) {
    let own = words.get(IN).and_then(|all| all.get(base)?.as_str());
    let named = own
        .map(str::to_owned)
        .or_else(|| interface_words::in_language(lang, base));
    let old: Vec<(Key, Item)> = words
        .iter()
        .filter_map(|(key, _)| words.get_key_value(key))
        .map(|(key, item)| (key.clone(), item.clone()))
        .collect();
    // Each is put in again, renamed or not, so that their order stays.
    words.clear();
    for (key, item) in &old {
        let name = key.get();
        let renamed = RENAMED_TEXTS.iter().find(|(old, _)| *old == name);
        let Some(new) = renamed.map(|(_, text)| Text::KEYS[*text as usize]) else {
            if is_interface_key(name) {
                words.insert_formatted(key, item.clone());
            } else {
                steps.push((format!("`{name}` goes: nothing shows it any more"), false));
            }
            continue;
        };
        if old.iter().any(|(other, _)| other.get() == new) {
            steps.push((format!("`{name}` goes: `{new}` is there"), false));
        } else if let Some(item) = named_by_page(item, named.as_deref()) {
            let text = item.as_str().unwrap_or_default();
            steps.push((format!("`{name}` is now {new} = \"{text}\""), false));
            let new = Key::new(new).with_leaf_decor(key.leaf_decor().clone());
            words.insert_formatted(&new, item);
        } else {
            let what = format!(
                "`{name}` is called `{new}` now: write it so, with {IN_LANGUAGE} where it says in which language the notices are"
            );
            steps.push((what, true));
            words.insert_formatted(key, item.clone());
        }
    }
}

/// Returns a text with [`IN_LANGUAGE`] in the place of `named`, "in English", so that the page says which language it is: the words
/// of all languages must agree in what the page fills in. Gives nothing where it does not say it in these words.
fn named_by_page(item: &Item, named: Option<&str>) -> Option<Item> {
    let said = item.as_str()?;
    let new = if said.is_empty() || said.contains(IN_LANGUAGE) {
        said.to_owned()
    } else {
        let named = named.filter(|named| said.contains(named))?;
        said.replacen(named, IN_LANGUAGE, 1)
    };
    let mut item = item.clone();
    if let Some(value) = item.as_value_mut() {
        let decor = value.decor().clone();
        *value = new.into();
        *value.decor_mut() = decor;
    }
    Some(item)
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::*;

    fn migrated(text: &str, lang: &str, base: &str) -> (String, Vec<(String, bool)>) {
        let mut words: DocumentMut = text.parse().expect("it is TOML");
        let mut steps = Steps::new();
        migrate(&mut words, lang, base, &mut steps);
        (words.to_string(), steps)
    }

    #[test]
    fn a_renamed_text_keeps_its_words_its_place_and_its_remarks() {
        let (new, steps) = migrated(
            "# Ours\nclose = \"Cau\"\n\n# Said at the top\nnotice-in-english = \"Yn Saesneg yn unig: yn Saesneg.\" # short\nprint = \"Argraffu\"\n\n[in]\nen = \"yn Saesneg\"\n",
            "cy",
            "en",
        );
        assert_eq!(
            new,
            "# Ours\nclose = \"Cau\"\n\n# Said at the top\nnotice-untranslated = \"Yn Saesneg yn unig: {in-language}.\" # short\nprint = \"Argraffu\"\n\n[in]\nen = \"yn Saesneg\"\n"
        );
        assert!(steps.iter().all(|(_, by_hand)| !by_hand), "{steps:?}");
        assert_eq!(migrated(&new, "cy", "en"), (new, Steps::new()));
    }

    #[test]
    fn every_renamed_text_is_found_in_every_language_of_the_program() {
        for lang in interface_words::languages() {
            for base in ["en", "cy"] {
                let named = interface_words::in_language(lang, base).expect("it names both");
                for (old, text) in RENAMED_TEXTS {
                    let (new, _) = migrated(&format!("{old} = \"<{named}>\"\n"), lang, base);
                    let name = Text::KEYS[text as usize];
                    assert_eq!(new, format!("{name} = \"<{{in-language}}>\"\n"));
                }
            }
        }
    }

    /// A language that the program does not have names English in words that only its speakers know.
    #[test]
    fn where_the_language_is_named_somebody_says_for_a_language_of_their_own() {
        let text = "request-english = \"Tha e ann am Beurla.\"\n";
        let (new, steps) = migrated(text, "gd", "en");
        assert_eq!(new, text, "nothing that was said is lost");
        let [(what, by_hand)] = &steps[..] else {
            panic!("{steps:?}");
        };
        assert!(*by_hand && what.contains("`request-twice` now"), "{what}");
        let own = format!("{text}in = {{ en = \"ann am Beurla\" }}\n");
        let (new, steps) = migrated(&own, "gd", "en");
        assert!(
            new.starts_with("request-twice = \"Tha e {in-language}.\""),
            "{new}"
        );
        assert!(steps.iter().all(|(_, by_hand)| !by_hand), "{steps:?}");
    }

    #[test]
    fn where_both_names_stand_the_new_one_counts() {
        let (new, steps) = migrated(
            "request-english = \"old\"\nrequest-twice = \"{in-language}\"\nno-cookies-yet = \"none\"\n",
            "en",
            "en",
        );
        assert_eq!(new, "request-twice = \"{in-language}\"\n");
        assert_eq!(steps.len(), 2, "{steps:?}");
    }

    #[test]
    fn the_words_that_the_program_gives_need_nothing() {
        for lang in interface_words::languages().chain(["gd"]) {
            let text = interface_words::words(lang).expect("a language");
            assert_eq!(migrated(&text, lang, "en"), (text, Steps::new()), "{lang}");
        }
    }
}
