//! Files as Windows' editors save them: with a mark of the encoding before them, and both marks at the end of a line.

use std::{collections::BTreeMap, fs, path::Path};

use publish::Profile;

use crate::site::{Site, files};

fn save_as_notepad_does(folder: &Path) {
    let mut changed = 0;
    for (path, bytes) in files(folder) {
        if [".md", ".toml", ".txt"]
            .iter()
            .any(|end| path.ends_with(end))
        {
            let text = String::from_utf8(bytes).expect("a text");
            let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
            fs::write(folder.join(path), text).expect("it can be written");
            changed += 1;
        }
    }
    assert!(changed > 5, "{changed}");
}

#[test]
fn what_notepad_has_saved_is_published_the_same() {
    for site in [Site::new("notepad"), Site::real("notepad-real")] {
        site.put(
            "site.toml",
            "name = \"Lantern Trust\"\nlanguages = [\"en\"]\n",
        );
        let published = |site: &Site| -> BTreeMap<String, Vec<u8>> {
            site.build(Profile::Dev).expect("it is published");
            site.files()
        };
        let before = published(&site);
        save_as_notepad_does(&site.root.join("notices"));
        let settings = site.root.join("site.toml");
        let text = fs::read_to_string(&settings).expect("just written");
        fs::write(&settings, format!("\u{feff}{}", text.replace('\n', "\r\n"))).expect("it can be");
        let after = published(&site);
        let differing: Vec<&String> = after
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(bytes))
            .map(|(path, _)| path)
            .collect();
        assert!(differing.is_empty(), "{differing:?}");
        assert_eq!(before.len(), after.len());
    }
}
