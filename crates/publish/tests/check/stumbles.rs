//! Small stumbles of whoever checks: an id in place of a file, a review that is past.

use std::fs;

use crate::desk::{program, said, site};

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

#[test]
fn a_review_that_is_past_is_advice_in_the_check_and_in_the_table() {
    let root = site("stumbles-review");
    let path = root.join("notices/derby-homes.md");
    let text = fs::read_to_string(&path).expect("it is there");
    let controller = "controller = \"derby-homes\"\n";
    let own = text.replacen(controller, &format!("{controller}review = 2026-10-31\n"), 1);
    assert_ne!(own, text);
    fs::write(&path, own).expect("a file");
    let found = |day: &str| {
        let check = [
            "check",
            "notices/derby-homes.md",
            "--as-at",
            day,
            "--format",
            "json",
        ];
        let all: Vec<serde_json::Value> =
            serde_json::from_str(&said(&program(&root, &check))).expect("a list");
        all.into_iter().find(|it| {
            it["message"]
                .as_str()
                .is_some_and(|it| it.contains("was due by"))
        })
    };
    assert_eq!(found("2026-10-31"), None, "its day");
    let overdue = found("2026-11-01").expect("told");
    assert_eq!(
        (&overdue["rule"], &overdue["severity"]),
        (&"VER-01".into(), &"info".into())
    );
    assert_eq!(overdue["place"]["text"], "review = 2026-10-31");
    let build = ["build", "--quick", "--out", "dist", "--as-at", "2026-12-01"];
    assert!(program(&root, &build).status.success());
    let table = fs::read_to_string(root.join("dist/register/findings.csv")).expect("it is made");
    let row = table
        .lines()
        .find(|line| line.contains("The review of this notice was due by 2026-10-31"));
    assert!(row.expect("a row").contains(",note,"), "{row:?}");
}
