//! Reading a folder on disk.

use std::{fs, path::PathBuf};

use source::parse;

use crate::site;

/// The good site on disk.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for file in site(Vec::new()) {
        let path = folder.join(file.path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder for it");
        fs::write(path, file.text).expect("a place to write");
    }
    folder
}

#[test]
fn a_folder_is_read_like_its_files() {
    let folder = folder("good");
    fs::write(folder.join("README.md"), "How to edit notices").expect("a place to write");
    fs::create_dir_all(folder.join("history")).expect("a folder for it");
    fs::write(folder.join("history/old.md"), "No language").expect("a place to write");
    fs::write(folder.join(".lantern-library.md.swp"), [0xff, 0x00]).expect("a place to write");
    assert_eq!(
        publish::load(&folder).expect("a good site"),
        parse::read(&site(Vec::new())).expect("a good site"),
    );
}

#[test]
fn what_cannot_be_read_is_said_with_the_rest() {
    let folder = folder("unreadable");
    fs::write(
        folder.join("damaged.md"),
        b"+++\ntitle = \"Caf\xc3\xa9 and caf\xe9\"\n+++\n",
    )
    .expect("a place to write");
    fs::write(folder.join("empty.md"), "").expect("a place to write");
    fs::remove_dir_all(folder.join("shared")).expect("the folder is there");
    let report = publish::load(&folder).expect_err("a bad site is refused");
    let files: Vec<&str> = report
        .problems()
        .iter()
        .map(|problem| problem.file())
        .filter(|name| !name.ends_with("lantern-library.md"))
        .collect();
    let names = ["damaged.md", "empty.md", "shared"];
    let names: Vec<String> = names
        .iter()
        .map(|name| folder.join(name).display().to_string())
        .collect();
    assert_eq!(files, names);
    let unread = report
        .problems()
        .iter()
        .find(|it| it.file().ends_with("damaged.md"));
    assert!(unread.expect("it is told").remedy.contains("UTF-8"));
    assert!(publish::load(&folder.join("nowhere")).is_err());
}

#[test]
fn a_folder_of_a_language_is_read_too() {
    let folder = folder("languages");
    for sub in ["cy", "cy/shared"] {
        fs::create_dir_all(folder.join(sub)).expect("a folder for it");
    }
    fs::write(folder.join("cy/lantern-library.md"), "").expect("a place to write");
    fs::write(folder.join("cy/shared/x.md"), "+++\nx = 1\n+++\n").expect("a place to write");
    let report = publish::load(&folder).expect_err("neither is right");
    for name in ["cy/lantern-library.md", "cy/shared/x.md"] {
        let path = folder.join(name).display().to_string();
        let told = report
            .problems()
            .iter()
            .any(|problem| problem.file() == path);
        assert!(told, "{name}");
    }
}
