//! The interface's words that come with the program, by language. A site may say single words its own way, and bring
//! languages of its own.

use std::fmt::Write as _;

use law::LANGUAGE;
use notice::strings::Strings;
use source::parse::{File, IN, Settings, interface, is_tag};

use super::Error;

/// By code. A language more is a file more in `crates/publish/strings/`, and a row here.
const STRINGS: [(&str, &str); 4] = [
    ("cy", include_str!("../strings/cy.toml")),
    ("en", include_str!("../strings/en.toml")),
    ("pl", include_str!("../strings/pl.toml")),
    ("ur", include_str!("../strings/ur.toml")),
];

/// Lists the languages whose words come with the program, by code.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    STRINGS.iter().map(|(language, _)| *language)
}

/// Returns the file of a language's words, as a site may have it in `notices/strings/`: the program's own, else the English one to
/// begin with.
///
/// # Errors
/// [`Error::NoTag`] for what is no code of a language.
pub fn words(lang: &str) -> Result<String, Error> {
    if !is_tag(lang) {
        return Err(Error::NoTag(lang.to_owned()));
    }
    let of = |code: &str| STRINGS.iter().find(|(language, _)| *language == code);
    let text = of(lang).or_else(|| of(LANGUAGE));
    Ok(text.map_or_else(String::new, |(_, text)| (*text).to_owned()))
}

/// Returns how a language of the program says that something is in the language `base`: "in English".
pub(crate) fn in_language(lang: &str, base: &str) -> Option<String> {
    let (_, text) = STRINGS.iter().find(|(language, _)| *language == lang)?;
    let words: toml::Table = text.parse().ok()?;
    Some(words.get(IN)?.get(base)?.as_str()?.to_owned())
}

/// Reads the interface's words in English, the language of what staff read.
///
/// # Errors
/// A slip in the file that comes with the program.
pub(crate) fn english() -> Result<Strings, Error> {
    let text = STRINGS.iter().find(|(language, _)| *language == LANGUAGE);
    let file = File {
        path: String::new(),
        name: "strings/en.toml of the program".to_owned(),
        text: text.map_or_else(String::new, |(_, text)| (*text).to_owned()),
    };
    let words = interface(&file, LANGUAGE)?;
    words.ok_or(Error::Engine(file.name))
}

/// Adds to the files of `notices/` the words of every language of the site: those that `site.toml` names, or has words or
/// notices of. What a file of the site says itself it says its own way.
pub(crate) fn add_words(files: &mut Vec<File>, settings: &Settings) {
    let mut wanted = vec![settings.base().to_owned()];
    wanted.extend(settings.languages.iter().cloned());
    let folders = files.iter().filter_map(|file| file.path.split_once('/'));
    let folders = folders.map(|(folder, _)| folder.to_owned());
    wanted.extend(folders.filter(|folder| is_tag(folder)));
    let own = files.iter().filter_map(|file| {
        let stem = file.path.strip_prefix("strings/")?;
        stem.strip_suffix(".toml").map(str::to_owned)
    });
    wanted.extend(own.collect::<Vec<_>>());
    for (language, text) in STRINGS {
        if !wanted.iter().any(|one| one == language) {
            continue;
        }
        let path = format!("strings/{language}.toml");
        match files.iter_mut().find(|file| file.path == path) {
            Some(file) => complete(&mut file.text, text),
            None => files.push(File {
                name: format!("{path} of the program"),
                path,
                text: text.to_owned(),
            }),
        }
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
}

/// Adds what a file of words does not say, below its own lines, whose numbers stay.
fn complete(own: &mut String, all: &str) {
    let keys = |text: &str| text.trim_start_matches('\u{feff}').parse::<toml::Table>();
    // Invalid TOML is reported when it is parsed.
    let (Ok(said), Ok(all)) = (keys(own), keys(all)) else {
        return;
    };
    let missing = |key: &&String| !said.contains_key(*key);
    // If any text added is machine-made, mark the whole file.
    if !all.keys().filter(missing).any(|key| key != "translation") {
        return;
    }
    for (key, value) in all.iter().filter(|(key, _)| missing(key)) {
        let _ = write!(own, "\n{key} = {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_is_a_language() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/strings");
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let names = files.map(|file| file.expect("it can be read").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        let known: Vec<String> = languages().map(|code| format!("{code}.toml")).collect();
        assert_eq!(names, known);
    }

    #[test]
    fn no_council_is_in_the_words() {
        for (language, text) in STRINGS {
            // `derbyn` is Welsh and means to accept.
            let text = text.to_lowercase().replace("derbyn", "");
            assert!(!text.contains("derby"), "{language}");
        }
    }

    /// A translator has the file alone, and no source of the program.
    #[test]
    fn no_remark_in_the_words_speaks_to_programmers() {
        for (language, text) in STRINGS {
            for remark in text.lines().filter(|line| line.starts_with('#')) {
                for word in ["crates/", ".rs", "`Text`", "Rust"] {
                    assert!(!remark.contains(word), "{language}: {remark}");
                }
            }
        }
    }

    #[test]
    fn a_site_says_single_words_its_own_way() {
        let own = File {
            path: "strings/pl.toml".to_owned(),
            name: "notices/strings/pl.toml".to_owned(),
            text: "close = \"Zamknij okno\"".to_owned(),
        };
        let mut files = vec![own];
        add_words(&mut files, &Settings::default());
        let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
        assert_eq!(paths, ["strings/en.toml", "strings/pl.toml"]);
        let words: toml::Table = files[1].text.parse().expect("it is TOML");
        assert_eq!(words["close"].as_str(), Some("Zamknij okno"));
        assert_eq!(words["direction"].as_str(), Some("ltr"));
        assert_eq!(words["translation"].as_str(), Some("machine"));
    }
}
