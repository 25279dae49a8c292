//! Sentences of a translation that are still the original's: a translation begins as a copy, and what was left over would be read
//! in two languages.

use std::collections::BTreeSet;

use source::parse::File;

use super::{Site, interface_words};

/// Fewer words may be a name, a title or an address, which no language changes.
const LEAST: usize = 6;

/// Lists a warning for each translated file that says something word for word as the original does.
pub(crate) fn warnings(site: &Site) -> Vec<String> {
    let languages: Vec<&str> = match &site.settings.languages[..] {
        [] => interface_words::languages().collect(),
        own => own.iter().map(String::as_str).collect(),
    };
    let translated = site.notices.iter().filter_map(|file| {
        let (lang, path) = file.path.split_once('/')?;
        let original = site.notices.iter().find(|it| it.path == path)?;
        (path.ends_with(".md") && languages.contains(&lang)).then_some((file, original))
    });
    translated
        .filter_map(|(file, original)| warning(file, original))
        .collect()
}

fn warning(file: &File, original: &File) -> Option<String> {
    let known: BTreeSet<&str> = passages(original).map(|(_, text)| text).collect();
    let left: Vec<usize> = passages(file)
        .filter(|(_, text)| known.contains(text))
        .map(|(line, _)| line)
        .collect();
    let (path, whose, first) = (&file.path, &original.path, left.first()?);
    Some(match left.len() {
        1 => format!(
            "notices/{path}, line {first} says word for word what notices/{whose} says: translate it"
        ),
        many => format!(
            "notices/{path}, line {first} and {} more say word for word what notices/{whose} says: translate them",
            many - 1
        ),
    })
}

/// Lists what a file says to its readers, with its lines: paragraphs and texts of entries, without their marks.
fn passages(file: &File) -> impl Iterator<Item = (usize, &str)> {
    file.text.lines().enumerate().filter_map(|(at, line)| {
        let line = line.trim();
        let text = match line.split_once(" = ") {
            Some((key, value)) if is_key(key) => value.trim_matches('"'),
            _ => line.trim_start_matches(['-', '*', '>', ' ']),
        };
        let says = !text.starts_with(['#', '[', '{', '+', '"'])
            && text.split_whitespace().count() >= LEAST;
        says.then_some((at + 1, text))
    })
}

fn is_key(text: &str) -> bool {
    text.bytes()
        .all(|mark| mark.is_ascii_lowercase() || mark == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            name: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn told(original: &str, translated: &str) -> Vec<String> {
        let site = Site {
            notices: vec![
                file("shared/rights.md", original),
                file("cy/shared/rights.md", translated),
            ],
            ..Site::default()
        };
        warnings(&site)
    }

    const RIGHTS: &str = "+++\n[[right]]\nid = \"access\"\ntext = \"Ask for a copy of what we hold about you.\"\n+++\n## Your rights {#rights}\n\nYou can tell us which of these you want to use.\n";

    #[test]
    fn a_copy_is_told_with_its_first_line() {
        let [both] = &told(RIGHTS, RIGHTS)[..] else {
            panic!("one file is told once");
        };
        assert_eq!(
            both,
            "notices/cy/shared/rights.md, line 4 and 1 more say word for word what notices/shared/rights.md says: translate them"
        );
        let half = RIGHTS.replace(
            "Ask for a copy of what we hold about you.",
            "Gofynnwch am gopi.",
        );
        assert_eq!(
            told(RIGHTS, &half),
            [
                "notices/cy/shared/rights.md, line 8 says word for word what notices/shared/rights.md says: translate it"
            ]
        );
    }

    #[test]
    fn what_no_language_changes_is_passed_over() {
        for same in [
            "+++\nlaws = [\"UK GDPR\", \"Data Protection Act 2018\", \"Care Act 2014\"]\n+++\n",
            "+++\nshared = [\n  \"data\", \"research\", \"retention\", \"security\", \"rights\", \"children\",\n]\n+++\n",
            "+++\nname = \"Leeds City Council\"\n+++\n# A comment for whoever writes the notice, in English\n",
            "https://www.ico.org.uk/make-a-complaint/\n",
        ] {
            assert_eq!(told(same, same), [""; 0], "{same}");
        }
        // No language, but a draft of what comes after.
        let site = Site {
            notices: vec![file("a.md", RIGHTS), file("next/a.md", RIGHTS)],
            ..Site::default()
        };
        assert_eq!(warnings(&site), [""; 0]);
    }
}
