//! First drafts: an empty notice, and the five kinds of text that are brought in.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use law::Date;
use notice::{Basis, Block, Inline, Notice};
use proptest::prelude::*;
use source::{
    draft::{Imported, import, skeleton},
    parse::{self, File},
};

/// Extracts made for this test, each with what its kind of text brings with it.
const TEXTS: [(&str, &str); 5] = [
    ("tenants", include_str!("texts/tenants.txt")),
    ("contact", include_str!("texts/contact.txt")),
    ("housing", include_str!("texts/housing.txt")),
    ("homes", include_str!("texts/homes.txt")),
    ("neighbours", include_str!("texts/neighbours.txt")),
];

fn day() -> Date {
    "2026-11-22".parse().expect("a day")
}

fn file(path: &str, text: &str) -> File {
    let path = path.to_owned();
    File {
        name: path.clone(),
        path,
        text: text.to_owned(),
    }
}

/// Reads a draft as the parser reads every notice.
fn read(id: &str, source: &str) -> Notice {
    let controllers = file(
        "controllers.toml",
        "[town]\nname = \"Overton Town Council\"\nabout = \"A council.\"\n",
    );
    parse::one(&file(&format!("{id}.md"), source), &[controllers], "en").unwrap_or_else(|report| {
        panic!("{}\n{source}", publish::terminal::problems(&report, false))
    })
}

fn imported(id: &str) -> (Imported, Notice) {
    let (_, text) = TEXTS
        .into_iter()
        .find(|(name, _)| *name == id)
        .expect("a text");
    let imported = import(text, id, Some("town"), &[], day());
    let notice = read(id, &imported.source);
    (imported, notice)
}

fn found(imported: &Imported, what: &str) -> Vec<(usize, String)> {
    let same = imported.found.iter().filter(|it| it.what == what);
    same.map(|it| (it.line, it.text.clone())).collect()
}

/// The prose of a notice, a string a paragraph.
fn prose(notice: &Notice) -> Vec<String> {
    let blocks = notice.sections.iter().flat_map(|section| &section.body);
    let text = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.clone(),
    };
    blocks
        .map(|block| match block {
            Block::Paragraph(runs) => runs.iter().map(text).collect(),
            Block::List(items) => items.iter().flatten().map(text).collect(),
        })
        .collect()
}

#[test]
fn a_skeleton_reads_as_a_notice_that_states_nothing() {
    let shared = ["rights".to_owned()];
    let source = skeleton("bins", "Bins", "town", &shared, day());
    insta::assert_snapshot!("skeleton", source);
    let notice = read("bins", &source);
    assert_eq!(
        (notice.title.as_str(), notice.version.as_str()),
        ("Bins", "2026-11-22")
    );
    assert!(notice.purposes.is_empty() && notice.recipients.is_empty());
    assert!(
        notice
            .answers
            .iter()
            .all(|answer| answer.text == "Not stated.")
    );
}

#[test]
fn each_kind_of_text_becomes_a_draft_that_reads() {
    for (id, _) in TEXTS {
        let (imported, notice) = imported(id);
        insta::assert_snapshot!(
            format!("import-{id}"),
            format!("{imported}\n\n{}", imported.source)
        );
        for purpose in notice.purposes {
            assert_eq!(purpose.basis, Basis::NotStated, "{id}: no basis is guessed");
        }
    }
}

#[test]
fn what_belonged_to_a_page_is_left_out_and_told() {
    let (imported, notice) = imported("neighbours");
    let lines: Vec<usize> = imported.removed.iter().map(|it| it.line).collect();
    assert_eq!(lines, [7, 11, 15, 20]);
    let all = prose(&notice).join("\n");
    assert!(!all.contains("version 1"), "{all}");
    assert!(
        all.contains("the housing benefit that you have."),
        "joined again: {all}"
    );
    let names: Vec<&str> = notice
        .recipients
        .iter()
        .map(|it| it.names[0].as_str())
        .collect();
    assert_eq!(
        names,
        ["Overton Constabulary", "Overton Fire Service"],
        "the list is whole"
    );
}

#[test]
fn a_list_that_a_page_cut_is_one_again() {
    let (_, notice) = imported("housing");
    let purposes: Vec<&str> = notice.purposes.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(
        purposes,
        [
            "see whether your home is warm",
            "ask a surveyor to call under the Care Act 2014"
        ]
    );
    let (_, notice) = self::imported("tenants");
    assert_eq!(
        notice.purposes[2].text,
        "enforce the tenancy as the Landlord and Tenant Act 1985 allows"
    );
}

#[test]
fn facts_are_proposed_with_their_line() {
    let (tenants, _) = imported("tenants");
    let own = |text: &str| vec![(5, text.to_owned())];
    assert_eq!(found(&tenants, "e-mail"), own("data@overton.gcsx.gov.uk"));
    assert_eq!(found(&tenants, "phone"), own("01632 960010"));
    assert_eq!(
        found(&tenants, "address"),
        own("Town Hall, High Street, Overton, OV1 2AB")
    );
    assert_eq!(found(&tenants, "period"), [(9, "six months".to_owned())]);
    assert_eq!(
        found(&tenants, "law"),
        [(16, "Landlord and Tenant Act 1985".to_owned())]
    );
    let (homes, _) = imported("homes");
    let periods: Vec<String> = found(&homes, "period")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(periods, ["6 years"]);
    let answer = vec![(16, "40 days".to_owned())];
    assert_eq!(
        found(&homes, "answer time"),
        answer,
        "nothing is kept so long"
    );
    let (contact, notice) = imported("contact");
    assert_eq!(found(&contact, "data").len(), 3);
    let rights: Vec<&str> = notice.rights.iter().map(|right| right.id.id()).collect();
    assert_eq!(rights, ["access", "erasure", "objection"]);
    let (neighbours, _) = imported("neighbours");
    let phones: Vec<String> = found(&neighbours, "phone")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(phones, ["0303 999 1113", "01625 999 745"]);
}

#[test]
fn the_check_finds_every_paragraph_that_is_still_the_sources() {
    use law::{Mark, check};
    let (imported, notice) = imported("homes");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let facts = File {
        path: "facts.toml".to_owned(),
        name: "facts.toml".to_owned(),
        text: fs::read_to_string(format!("{root}/crates/law/facts.toml")).expect("it is there"),
    };
    let facts = parse::facts(&facts).expect("our own facts are right");
    let verdicts = check(&notice, &facts, day());
    let rule = verdicts
        .iter()
        .find(|it| it.rule.id == "ART-01")
        .expect("the rule");
    assert_eq!(rule.mark(), Mark::Wrong);
    // All in one finding: a line each would bury what else is wrong.
    let told = format!("The import left {} paragraphs", imported.marked);
    let left = rule.found.iter().flatten();
    let left: Vec<_> = left.filter(|it| it.message.contains("import")).collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].message.starts_with(&told), "{left:?}");
}

fn publish(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

#[test]
fn the_commands_never_write_over_a_notice() {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("drafts");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("notices")).expect("a place");
    fs::write(
        root.join("notices/controllers.toml"),
        "[town]\nname = \"A\"\nabout = \"B\"\n",
    )
    .expect("a place");
    fs::write(root.join("Old text.txt"), TEXTS[0].1).expect("a place");
    let code = |arguments: &[&str]| publish(&root, arguments).status.code();
    assert_eq!(code(&["new", "bins"]), Some(0));
    let source = fs::read_to_string(root.join("notices/bins.md")).expect("it is written");
    assert!(
        source.contains("controller = \"town\""),
        "the project's own"
    );
    assert_eq!(code(&["new", "bins"]), Some(1));
    assert_eq!(code(&["import", "Old text.txt", "--id", "bins"]), Some(1));
    assert_eq!(
        fs::read_to_string(root.join("notices/bins.md")).expect("it is there"),
        source
    );
    assert_eq!(code(&["import", "Old text.txt"]), Some(1), "no id");
    assert_eq!(
        code(&["import", "Old text.txt", "--id", "workshops"]),
        Some(0)
    );
    let source = fs::read_to_string(root.join("notices/workshops.md")).expect("it is written");
    let open = "controller = \"not stated\"";
    assert!(source.contains(open), "never the project's own: {source}");
    let with =
        |id: &str, key: &str| code(&["import", "Old text.txt", "--id", id, "--controller", key]);
    assert_eq!(with("asked", "town"), Some(0));
    let source = fs::read_to_string(root.join("notices/asked.md")).expect("it is written");
    assert!(source.contains("controller = \"town\""), "{source}");
    assert_eq!(with("wrong", "village"), Some(1));
    assert!(
        !root.join("notices/wrong.md").exists(),
        "nothing is written"
    );
    assert_eq!(code(&["import", "nowhere.txt", "--id", "x"]), Some(1));
    for bad in ["Bins", "../bins", "a b", "", "cookies"] {
        assert_eq!(code(&["new", bad]), Some(1), "{bad}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Any text becomes a draft that reads.
    #[test]
    fn any_text_is_brought_in(lines in prop::collection::vec(prop_oneof![
        "[ -~]{0,60}", "- [a-z]{1,9}[.;,]?", "[A-Z][a-z]{2,9}( [a-z]{2,9}){0,3}", Just(String::new()),
        Just("Page 1 of 2".to_owned()), Just("Bins privacy notice version 1".to_owned()), any::<String>(),
    ], 0..30)) {
        let text = lines.join("\n");
        let imported = import(&text, "any", Some("town"), &[], day());
        read("any", &imported.source);
    }
}

#[test]
fn a_heading_right_above_its_text_and_a_bullet_cut_by_a_page_stay_themselves() {
    let text = "\
Toys privacy notice

Who we are
Overton Town Council lends toys to anyone who lives in Overton, and mends them.

What information do we hold?

- details of your borrow-
ing, if you ask for a
www.overton.example      Page 1 of 2

\u{c}cheaper loan
- your name
";
    let imported = import(text, "toys", Some("town"), &[], day());
    let notice = read("toys", &imported.source);
    let data: Vec<&str> = notice.data.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(data, ["details of your borrow-ing", "your name"]);
    let when = notice.data[0].detail.as_deref();
    assert_eq!(when, Some("if you ask for a cheaper loan"));
    assert_eq!(notice.sections[0].heading, "Who we are");
    assert_eq!(
        prose(&notice)[0],
        "To be rewritten (line 4): Overton Town Council lends toys to anyone who lives in Overton, and mends them."
    );
    assert_eq!(found(&imported, "data").len(), 2);
}
