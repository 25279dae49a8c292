//! The manual's commands and its cookie policy, tried as they stand there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use publish::Profile;

use crate::site::Site;

/// The chapter on the cookie policy.
const POLICY: &str = include_str!("../../../../docs/src/cookies/policy.md");

fn manual() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("../../docs/src")
}

/// Each call of `publish` that the manual shows, in a span or in a block: what stands behind the program's name.
fn calls() -> Vec<String> {
    let mut calls = Vec::new();
    let mut folders = vec![manual()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "md") {
                let text = fs::read_to_string(&path).expect("a chapter is text");
                let spans = text
                    .split('`')
                    .filter_map(|code| code.strip_prefix("publish "));
                let lines = text
                    .lines()
                    .filter_map(|line| line.strip_prefix("cargo run --package publish -- "));
                calls.extend(spans.chain(lines).map(str::to_owned));
            }
        }
    }
    calls
}

#[test]
fn every_command_in_the_manual_is_one() {
    let calls = calls();
    assert!(calls.len() > 15, "the manual has commands: {calls:?}");
    for call in calls {
        let words: Vec<&str> = call.split_whitespace().collect();
        let asked = match words[..] {
            ["help", ..] => words.clone(),
            _ => vec![words[0], "--help"],
        };
        let said = Command::new(env!("CARGO_BIN_EXE_publish"))
            .args(asked)
            .output()
            .expect("the program starts");
        assert!(said.status.success(), "publish {call}");
        let help = String::from_utf8_lossy(&said.stdout);
        for flag in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "{flag} in publish {call}");
        }
    }
}

#[test]
fn the_manuals_cookie_policy_is_published() {
    let site = Site::new("manual-policy");
    let [category, exemption] = POLICY
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect::<Vec<_>>()[..]
    else {
        panic!("a category, and the answers for one that is exempt");
    };
    // The manual shows one of the five categories.
    let nothing = "stores-nothing = \"It comes next year.\"\n";
    let record = r#"
        [[category.item]]
        name = "council_notice"
        provider = "This site"
        purpose = "Remembers your choice"
        lifetime = "Half a year"
    "#;
    let mut policy = "revision = 1\ncontroller = \"lantern-trust\"\n".to_owned();
    for (id, footing, rest) in [
        ("essential", "essential", record.to_owned()),
        ("preferences", "consent", nothing.to_owned()),
        ("analytics", "exempt", format!("{nothing}{exemption}")),
        ("marketing", "consent", nothing.to_owned()),
    ] {
        let head =
            format!("id = \"{id}\"\nfooting = \"{footing}\"\ntitle = \"T\"\npurpose = \"P.\"\n");
        policy = format!("{policy}\n[[category]]\n{head}{rest}\n");
    }
    site.put("notices/cookies.toml", policy + category);
    site.build(Profile::Dev)
        .expect("what the manual shows can be published");
    let page = &site.files()["notices/cookies/index.html"];
    let page = String::from_utf8_lossy(page);
    for word in ["Videos and maps", "Maps Ltd", "map_*"] {
        assert!(page.contains(word), "{word} in {page}");
    }
}

#[test]
fn the_rules_are_as_many_as_it_says() {
    let (english, law): (Vec<_>, Vec<_>) = law::rules()
        .map(|rule| rule.id)
        .partition(|id| id.starts_with("ENG-"));
    assert_eq!(english.len(), 6, "the words below say six");
    let said = format!("{} rules of law and six of plain English", law.len());
    let readme = include_str!("../../../../README.md");
    let officer = include_str!("../../../../docs/src/officer/index.md");
    for text in [readme, officer] {
        assert!(text.contains(&said), "{said}");
    }
}
