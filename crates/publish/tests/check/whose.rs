//! Whose an address is on the day of a successor: an officer may be another body's, or a firm's.

use std::{fs, path::Path};

use crate::{
    desk::{program, said, site},
    handover::ends,
};

/// The council that ends, another that goes on, and the officer of each.
const BODIES: &str = r#"# Who decides.

[old]
name = "Old Town Council"
about = "A council."
email = "post@old.example"
officer = { name = "Plumline LLP", email = "dpo@plumline.example" }
until = 2028-03-31
successor = "new"

[new]
name = "New District Council"
about = "A council."
email = "post@new.example"
officer = { name = "Plumline LLP", email = "dpo@plumline.example" }

[trust]
name = "Marsh NHS Foundation Trust"
about = "A trust."
officer = { name = "The Trust’s officer", email = "dpo@trust.example" }

[contacts.research]
name = "The Trust’s research office"
email = "research@trust.example"

[contacts.ico]
name = "Information Commission"
phones = [{ number = "0303 123 1113" }]
"#;

/// Makes a site of one notice, whose officer is the trust's, with the bodies as `edits` have them.
fn record(name: &str, edits: &[(&str, &str)]) -> std::path::PathBuf {
    let root = site(name);
    for entry in fs::read_dir(root.join("notices"))
        .expect("it is there")
        .flatten()
    {
        if entry.path().extension().is_some_and(|end| end == "md") {
            fs::remove_file(entry.path()).expect("a file");
        }
    }
    fs::remove_dir_all(root.join("notices/pl")).expect("a folder");
    let write = |path: &str, text: &str| {
        let text = edits
            .iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        fs::write(root.join(path), text).expect("a file");
    };
    write("notices/controllers.toml", BODIES);
    write("notices/placements.toml", "# None yet.\n");
    for shared in fs::read_dir(root.join("notices/shared"))
        .expect("a folder")
        .flatten()
    {
        fs::remove_file(shared.path()).expect("a file");
    }
    write(
        "site.toml",
        "name = \"Us\"\ncontroller = \"old\"\naddress = \"https://notices.marsh.example/\"\n",
    );
    let policy = root.join("notices/cookies.toml");
    let cookies = fs::read_to_string(&policy).expect("it is there");
    fs::write(policy, cookies.replace("\"derby-city-council\"", "\"old\"")).expect("a file");
    write("notices/care.md", CARE);
    root
}

/// A notice that names the trust's officer, a research office of the trust, and an address of each body.
const CARE: &str = r#"+++
id = "care"
title = "Shared care record"
version = "1"
published = 2026-12-01
controller = "old"
officer = { name = "The Trust’s officer", email = "dpo@trust.example" }
laws = []

[[answer]]
question = "who"
text = "Old Town Council."

[[answer]]
question = "why"
text = "To care for you."

[[answer]]
question = "must"
text = "No."

[[answer]]
question = "sees"
text = "Your doctor."

[[answer]]
question = "keeps"
text = "8 years."

[[answer]]
question = "rights"
text = "You can ask for a copy."

[[purpose]]
text = "Care for you"
basis = "public-task"

[[complaint]]
contact = "research"
+++

## Who decides {#who}

Write to care@old.example, or to wards@trust.example.

See https://notices.marsh.example/care/.
"#;

/// Returns the addresses that a check for a day tells of, each with the line that it points at.
fn told(root: &Path, day: &str) -> Vec<(String, String)> {
    let done = program(root, &["check", "--as-at", day, "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_slice(&done.stdout).expect("a list");
    let about = all.into_iter().filter(|it| it["rule"] == "DPO-02");
    let places = about.map(|it| {
        let place = &it["place"];
        let file = place["file"].as_str().expect("a file");
        let (_, file) = file.rsplit_once("notices/").expect("a file of the site");
        let text = place["text"].as_str().expect("a text").to_owned();
        (text, format!("{file}:{}", place["line"]))
    });
    places.collect()
}

/// Returns where a text stands in a file of the notices, as [`told`] has it; the last of several places.
fn at(root: &Path, file: &str, text: &str) -> String {
    let lines = fs::read_to_string(root.join("notices").join(file)).expect("it is there");
    let line = lines
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.contains(text))
        .last();
    format!("{file}:{}", line.expect("it stands there").1)
}

#[test]
fn an_officer_of_another_body_makes_no_address_the_old_bodys() {
    let root = record("whose-officer", &[]);
    let text = said(&program(&root, &["succession", "--write"]));
    let (_, own) = text.split_once("Addresses of its own: ").expect("a list");
    assert!(own.starts_with("4\n"), "{own}");
    for address in [
        "care@old.example",
        "post@old.example",
        "https://notices.marsh.example/",
    ] {
        assert!(own.contains(address), "{address}: {own}");
    }
    for other in [
        "trust.example",
        "plumline.example",
        "[trust]",
        "contacts.research",
    ] {
        assert!(!text.contains(other), "{other}: {text}");
    }
    let draft = root.join("notices/succession/care.md");
    let draft = fs::read_to_string(draft).expect("it is written");
    let officer = "controller = \"new\"\nofficer = { name = \"The Trust’s officer\"";
    assert!(draft.contains(officer), "nothing to decide: {draft}");
    assert!(!draft.contains("\n# DECIDE: this contact"), "{draft}");
    let care = at(&root, "succession/care.md", "care@old.example");
    assert_eq!(told(&root, "2028-03-31"), []);
    assert_eq!(
        told(&root, "2028-04-01"),
        [("care@old.example".to_owned(), care)]
    );
    let prose = root.join("notices/succession/care.md");
    fs::write(
        &prose,
        draft.replace("care@old.example", "care@new.example"),
    )
    .expect("a file");
    assert_eq!(told(&root, "2028-04-01"), [], "it is settled");
}

/// Whoever takes over changes its own table; that of the old body keeps the address, and is right.
#[test]
fn an_address_of_the_old_body_is_shown_where_the_successor_gives_it() {
    let given = (
        "email = \"post@new.example\"\nofficer = { name = \"Plumline LLP\", email = \"dpo@plumline.example\" }",
        "email = \"post@new.example\"\nofficer = { name = \"Officer\", email = \"post@old.example\" }",
    );
    let taken = (
        "officer = { name = \"The Trust’s officer\", email = \"dpo@trust.example\" }\nlaws",
        "laws",
    );
    let root = record(
        "whose-table",
        &[given, taken, ("care@old.example", "post@old.example")],
    );
    program(&root, &["succession", "--write"]);
    let prose = at(&root, "succession/care.md", "post@old.example");
    assert_eq!(
        told(&root, "2028-04-01"),
        [("post@old.example".to_owned(), prose)]
    );
    let path = root.join("notices/succession/care.md");
    let draft = fs::read_to_string(&path).expect("it is written");
    fs::write(&path, draft.replace("post@old.example", "post@new.example")).expect("a file");
    let table = at(&root, "controllers.toml", "post@old.example");
    assert_eq!(
        told(&root, "2028-04-01"),
        [("post@old.example".to_owned(), table)]
    );
}

/// One domain may be that of two bodies, and what lies below it another's: nobody can say that such an address is dead.
#[test]
fn a_domain_that_another_controller_uses_is_nobodys_own() {
    for (name, email, wanted) in [
        ("whose-own", "post@old.example", true),
        ("whose-shared", "post@trust.example", false),
        ("whose-above", "post@marsh.example", true),
    ] {
        let trust = (
            "about = \"A trust.\"",
            "about = \"A trust.\"\nemail = \"us@trust.example\"",
        );
        let own = (
            "email = \"post@old.example\"",
            &*format!("email = \"{email}\""),
        );
        let below = (
            "care@old.example",
            if wanted {
                "care@old.example"
            } else {
                "care@trust.example"
            },
        );
        let root = record(name, &[trust, own, below]);
        let done = program(&root, &["succession", "--write"]);
        let told_of = String::from_utf8_lossy(&done.stderr).into_owned();
        let shared = "trust.example is a domain of another controller";
        assert_eq!(told_of.contains(shared), !wanted, "{told_of}");
        let all = told(&root, "2028-04-01");
        assert!(
            all.iter().all(|(address, _)| !address.contains("trust")),
            "{all:?}"
        );
    }
}

/// Without an address of its own nothing can be told of it: that is said, for silence would look like an answer.
#[test]
fn a_controller_without_an_address_of_its_own_is_told_so() {
    let none = (
        "email = \"post@old.example\"\n",
        "address = [\"Town Hall\"]\n",
    );
    let elsewhere = (
        "controller = \"old\"\naddress",
        "controller = \"new\"\naddress",
    );
    let root = record("whose-none", &[none, elsewhere]);
    let wanted = "gives [old] no `email` and no `web` of its own";
    let heard = |arguments: &[&str]| {
        let done = program(&root, arguments);
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let before = heard(&["succession", "--write"]);
    assert!(before.contains(wanted), "{before}");
    let build = ["build", "--quick", "--out", "dist", "--as-at", "2028-04-01"];
    let on_the_day = heard(&build);
    assert!(on_the_day.contains(wanted), "{on_the_day}");
    let derby = site("whose-derby");
    ends(&derby);
    let done = program(&derby, &["succession"]);
    assert!(done.stderr.is_empty(), "{done:?}");
}
