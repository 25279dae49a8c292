//! Small stumbles of whoever checks: an id in place of a file.

use std::fs;

use crate::desk::{program, site};

#[test]
fn an_id_in_place_of_a_file_is_told_which_file_is_meant() {
    let root = site("stumbles-id");
    fs::create_dir_all(root.join("notices/succession")).expect("a folder");
    let own = fs::read_to_string(root.join("notices/derby-homes.md")).expect("it is there");
    fs::write(root.join("notices/succession/old-homes.md"), own).expect("a file");
    for (asked, meant) in [
        ("derby-homes", Some("notices/derby-homes.md")),
        ("derby-homes.md", Some("notices/derby-homes.md")),
        ("old-homes", Some("notices/succession/old-homes.md")),
        ("derby-house", None),
        ("notices/derby-house.md", None),
    ] {
        let done = program(&root, &["check", asked]);
        let told = String::from_utf8_lossy(&done.stderr).replace('\\', "/");
        assert_eq!(done.status.code(), Some(1), "{told}");
        match meant {
            Some(meant) => assert!(
                told.contains(&format!("help: do you mean {meant}?")),
                "{told}"
            ),
            None => assert!(
                !told.contains("do you mean") && told.contains(asked),
                "{told}"
            ),
        }
    }
}
