//! The manual's commands and its cookie policy, tried as they stand there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use notice::cookies::life;
use publish::Profile;

use crate::site::Site;

/// The chapter on the cookie policy.
const POLICY: &str = include_str!("../../../../docs/src/cookies/policy.md");

fn manual() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("../../docs/src")
}

/// Each call of the program that the manual has within a line: what stands behind the program's name. Those in blocks are run
/// (`examples.rs`).
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
                    .filter_map(|code| code.strip_prefix("council-notice "));
                calls.extend(spans.map(str::to_owned));
            }
        }
    }
    calls
}

/// Whoever copies a line that installs a package has a file of this version.
#[test]
fn files_that_are_to_be_installed_are_of_this_version() {
    let text = fs::read_to_string(manual().join("editor/install.md")).expect("a chapter");
    let versions: Vec<&str> = text
        .split(|mark: char| !mark.is_ascii_alphanumeric() && mark != '.')
        .map(|word| word.trim_end_matches(|mark: char| !mark.is_ascii_digit()))
        .filter(|word| word.split('.').count() == 3)
        .filter(|word| {
            word.bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
        .collect();
    assert!(versions.len() > 4, "files are named: {versions:?}");
    for version in versions {
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
    }
}

/// What has changed since a release must not bear its number: `migrate` and the manual call that one old.
#[test]
fn what_is_not_released_has_a_number_of_its_own() {
    let changes = include_str!("../../../../CHANGELOG.md");
    let mut releases = changes.split("\n## ").skip(1).map(|release| {
        let (heading, what) = release.split_once('\n').unwrap_or((release, ""));
        (heading, !what.trim().is_empty())
    });
    if releases.next() == Some(("Unreleased", true)) {
        let ours = format!("{}, ", env!("CARGO_PKG_VERSION"));
        for (heading, _) in releases {
            assert!(!heading.starts_with(&ours), "raise the version: {heading}");
        }
    }
}

#[test]
fn every_command_that_the_manual_mentions_is_one() {
    let calls = calls();
    assert!(calls.len() > 15, "the manual has commands: {calls:?}");
    for call in calls {
        let words: Vec<&str> = call.split_whitespace().collect();
        let asked = match words[..] {
            ["help", ..] => words.clone(),
            [flag, ..] if flag.starts_with("--") => vec!["--help"],
            _ => vec![words[0], "--help"],
        };
        let said = Command::new(env!("CARGO_BIN_EXE_council-notice"))
            .args(asked)
            .output()
            .expect("the program starts");
        assert!(said.status.success(), "council-notice {call}");
        let help = String::from_utf8_lossy(&said.stdout);
        for flag in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "{flag} in council-notice {call}");
        }
    }
}

#[test]
fn the_manuals_cookie_policy_is_published() {
    let site = Site::new("manual-policy");
    let [category, exemption, partner] = POLICY
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect::<Vec<_>>()[..]
    else {
        panic!("a category, the answers for one that is exempt, and a partner's policy");
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
    let policy = policy + category;
    site.put("notices/cookies.toml", &policy);
    site.put("site.toml", partner);
    site.put("notices/cookies-partner.toml", &policy);
    site.build(Profile::Dev)
        .expect("what the manual shows can be published");
    let files = site.files();
    for path in [
        "partner/council-notice.js",
        "notices/cookies/partner/index.html",
        "includes/cookies.partner.en.html",
        "partner/consent-mode.html",
    ] {
        assert!(files.contains_key(path), "{path}");
    }
    let page = &files["notices/cookies/index.html"];
    let page = String::from_utf8_lossy(page);
    for word in ["Videos and maps", "Maps Ltd", "map_*"] {
        assert!(page.contains(word), "{word} in {page}");
    }
}

/// Two bases, several periods, and who looks after a notice: what the chapter shows can be written so.
#[test]
fn the_manuals_purposes_are_published() {
    let chapter = include_str!("../../../../docs/src/editor/writing.md");
    let (_, example) = chapter.split_once("```toml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let (top, entries) = example.split_once("[[purpose]]").expect("purposes");
    let site = Site::new("manual-purposes");
    let answers = ["who", "why", "must", "sees", "keeps", "rights"]
        .map(|it| format!("[[answer]]\nquestion = \"{it}\"\ntext = \"As told below.\"\n"));
    let notice = format!(
        "+++\nid = \"support\"\ntitle = \"Support\"\nversion = \"2026-11-22\"\npublished = 2026-11-22\n\
         controller = \"lantern-trust\"\n{top}{}[[purpose]]{entries}+++\n\n## Who we are {{#who}}\n\nUs.\n",
        answers.concat()
    );
    site.put("notices/support.md", &notice);
    site.build(Profile::Dev)
        .expect("what the manual shows can be published");
    let files = site.files();
    let page = String::from_utf8_lossy(&files["notices/support/index.html"]);
    assert!(page.contains("Answers to a survey: 12 months"), "{page}");
    assert!(!page.contains("Benefits service"), "for the register alone");
    let register = String::from_utf8_lossy(&files["register/support/index.html"]);
    assert!(register.contains("Benefits service"), "{register}");
}

/// Groups of readers, one of whom a processor serves: what the chapter shows can be written so, and reaches its readers alone.
#[test]
fn the_manuals_audiences_are_published() {
    let chapter = include_str!("../../../../docs/src/editor/writing.md");
    let (_, section) = chapter
        .split_once("## Several groups of readers")
        .expect("a section");
    let (_, example) = section.split_once("```toml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let site = Site::new("manual-audiences");
    let answers = ["who", "must", "sees", "keeps", "rights"]
        .map(|it| format!("[[answer]]\nquestion = \"{it}\"\ntext = \"As told below.\"\n"));
    let notice = format!(
        "+++\nid = \"tools\"\ntitle = \"Tools\"\nversion = \"2026-11-22\"\npublished = 2026-11-22\n\
         controller = \"lantern-trust\"\n{example}{}[[purpose]]\ntext = \"Lend\"\nbasis = \"contract\"\n+++\n\n## Who we are {{#who}}\n\nUs.\n\n\
         ## Why {{#purposes audience=lender}}\n\nFor you who lend.\n",
        answers.concat()
    );
    site.put("notices/tools.md", &notice);
    site.build(Profile::Dev)
        .expect("what the manual shows can be published");
    let files = site.files();
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let lender = page("notices/tools/lender/index.html");
    let borrower = page("notices/tools/borrower/index.html");
    for (text, both) in [
        ("To give your tool back to you.", false),
        ("Your tools", false),
        ("For you who lend.", false),
        ("Repairs Ltd", false),
        ("&lt;processor&gt;", false),
        ("\"@type\":\"dpv:DataProcessor\"", false),
        ("As told below.", true),
    ] {
        assert!(lender.contains(text), "{text} in {lender}");
        assert_eq!(borrower.contains(text), both, "{text} in {borrower}");
    }
    assert!(files.contains_key("includes/tools.lender.en.html"));
}

/// Where a text says for how long a choice is remembered, it says what the gate does.
#[test]
fn texts_say_how_long_a_choice_holds() {
    let said =
        "lifetime = \"{refused} months after you refuse, {accepted} months after you accept\"";
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for policy in ["../../notices/cookies.toml", "init/notices/cookies.toml"] {
        let text = fs::read_to_string(here.join(policy)).expect("the policy is there");
        assert!(text.contains(said), "{policy} says: {said}");
    }
    let path = manual().join("cookies/receipts.md");
    let recipe = fs::read_to_string(path).expect("the chapter is there");
    for months in [life::REFUSED_MONTHS, life::ACCEPTED_MONTHS] {
        let said = format!("{};", life::seconds(months));
        assert!(recipe.contains(&said), "the recipe for nginx says {said}");
    }
}
