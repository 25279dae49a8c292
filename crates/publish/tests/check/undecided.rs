//! What is still open on the day of a successor.

use std::fs;

use crate::{
    desk::{program, said, site},
    handover::ends,
};

/// What the drafts leave open would be published as it is: whoever builds for the day is told, and not before.
#[test]
fn a_build_as_at_the_day_tells_what_is_undecided() {
    let root = site("undecided");
    ends(&root);
    let controllers = root.join("notices/controllers.toml");
    let text = fs::read_to_string(&controllers).expect("it is there");
    fs::write(
        &controllers,
        text.replace("email = \"post@new.gov.uk\"\n", ""),
    )
    .expect("a file");
    program(&root, &["succession", "--write"]);
    let told = |day: &str| {
        let build = ["build", "--quick", "--out", "dist", "--as-at", day];
        let done = program(&root, &build);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(0), "{told}");
        told
    };
    let before = told("2028-03-31");
    assert!(
        !before.contains("decided") && !before.contains("takes over"),
        "{before}"
    );
    let after = told("2028-04-01");
    assert!(
        after.contains("notices/succession/connect-derby.md leaves"),
        "{after}"
    );
    let lacks = "[new-council] takes over, and says no way to reach it";
    assert_eq!(
        after.matches(lacks).count(),
        1,
        "once for all notices: {after}"
    );
    // What somebody has decided is told no more.
    for entry in fs::read_dir(root.join("notices/succession"))
        .expect("drafts")
        .flatten()
    {
        let own = fs::read_to_string(entry.path()).expect("a draft");
        fs::write(entry.path(), own.replace("# DECIDE:", "# Decided:")).expect("a file");
    }
    let text = fs::read_to_string(&controllers).expect("it is there");
    let about = "about = \"The new council.\"\n";
    let contact = format!("{about}email = \"post@new.gov.uk\"\n");
    fs::write(&controllers, text.replace(about, &contact)).expect("a file");
    let settled = told("2028-04-01");
    assert!(
        !settled.contains("to be decided") && !settled.contains("no way to reach"),
        "{settled}"
    );
}

/// A draft copies the addresses of the notice that it follows: the check for the day tells which are still the old council's.
#[test]
fn a_check_as_at_the_day_tells_of_the_old_councils_addresses() {
    let root = site("undecided-addresses");
    ends(&root);
    program(&root, &["succession", "--write"]);
    let told = |day: &str| {
        let check = [
            "check",
            "notices/healthy-housing-hub.md",
            "--as-at",
            day,
            "--format",
            "json",
        ];
        said(&program(&root, &check))
    };
    let theirs = "@derby.gov.uk is at derby.gov.uk, a domain of Derby City Council, which decides until 2028-03-31";
    assert!(!told("2028-03-31").contains(theirs), "it is used still");
    let after = told("2028-04-01");
    assert!(after.contains(theirs), "{after}");
    assert!(after.contains("DPO-02"), "{after}");
    let controllers = root.join("notices/controllers.toml");
    let text = fs::read_to_string(&controllers).expect("it is there");
    let (own, contacts) = text.split_once("[contacts.").expect("contacts");
    let decided = contacts.replace("@derby.gov.uk", "@new.gov.uk");
    fs::write(&controllers, format!("{own}[contacts.{decided}")).expect("a file");
    let settled = told("2028-04-01");
    assert!(!settled.contains(theirs), "{settled}");
}

/// The site itself has a name, an address and somebody who decides for it.
#[test]
fn what_the_site_says_of_itself_is_to_be_looked_at() {
    let root = site("succession-site");
    ends(&root);
    let settings = "# Derby City Council\nname = \"Derby City Council\"\ncontroller = \"derby-city-council\"\n\
        address = \"https://notices.derby.gov.uk/\"\nlanguages = [\"en\"]\n";
    fs::write(root.join("site.toml"), settings).expect("a file");
    let text = said(&program(&root, &["succession"]));
    for line in [
        "  site.toml:2 name\n",
        "  site.toml:3 controller\n",
        "  site.toml:4 address\n",
        "https://notices.derby.gov.uk/ (site.toml:4)",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(
        !text.contains("site.toml:1") && !text.contains("site.toml:5"),
        "{text}"
    );
}

/// A draft keeps what it was made from: a period that is put right in the present notice would come back on the day.
#[test]
fn a_notice_that_changes_after_its_draft_is_told_by_whatever_reads_both() {
    let root = site("undecided-since");
    ends(&root);
    program(&root, &["succession", "--write"]);
    let own = root.join("notices/connect-derby.md");
    let text = fs::read_to_string(&own).expect("it is there");
    let heard = |arguments: &[&str]| {
        let done = program(&root, arguments);
        (
            String::from_utf8_lossy(&done.stderr).into_owned(),
            said(&done),
            done.status.code(),
        )
    };
    let asked: [&[&str]; 6] = [
        &["succession"],
        &["succession", "--write"],
        &["check", "--as-at", "2028-04-01"],
        &["check", "notices/connect-derby.md"],
        &["build", "--quick", "--out", "dist", "--as-at", "2028-04-01"],
        &["build", "--quick", "--out", "dist", "--as-at", "2028-03-31"],
    ];
    let wanted = "warning: notices/connect-derby.md has changed since notices/succession/connect-derby.md was drafted";
    let before = asked.map(&heard);
    for (told, ..) in &before {
        assert!(!told.contains("has changed since notices"), "{told}");
    }
    let newer = text.replace("2026-11-22", "2026-12-01");
    fs::write(
        &own,
        newer.replace("\"Take legal action\"", "\"Go to court\""),
    )
    .expect("a file");
    for (arguments, (.., code)) in asked.iter().zip(&before) {
        let (told, said, now) = heard(arguments);
        assert_eq!(told.matches(wanted).count(), 1, "{arguments:?}: {told}");
        assert!(
            arguments[0] == "check" || now == *code,
            "{arguments:?}: {said}"
        );
    }
    let (other, ..) = heard(&["check", "notices/derby-homes.md"]);
    assert!(
        !other.contains("has changed since notices"),
        "it is not asked: {other}"
    );
    let (_, said, _) = heard(&["succession", "--write"]);
    assert!(
        said.contains("connect-derby.md was there already, and is kept as it is"),
        "{said}"
    );
    let (_, json, _) = heard(&["succession", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["warnings"].as_array().map(Vec::len), Some(1), "{json}");
    // What the warning says to run can be run.
    let (told, said, code) = heard(&[
        "diff",
        "notices/connect-derby.md",
        "notices/succession/connect-derby.md",
    ]);
    assert!(
        said.contains("Go to court") && code != Some(1),
        "{said}{told}"
    );
}

/// Text below the entries can have no remark: whoever builds for the day is told its lines, until they say what is so then.
#[test]
fn text_that_names_the_old_council_is_told_by_its_lines() {
    let root = site("undecided-text");
    ends(&root);
    let own = root.join("notices/connect-derby.md");
    let text = fs::read_to_string(&own).expect("it is there");
    let text =
        format!("{text}\nDerby City Council answers.\n\nWe listen.\n\nAsk Derby City Council.\n");
    fs::write(&own, &text).expect("a file");
    let done = program(&root, &["succession", "--write"]);
    let written = said(&done);
    let lines = |file: &str| {
        let line = written
            .lines()
            .find(|line| line.contains(&format!("{file} is written")));
        line.expect("it is written").to_owned()
    };
    assert!(
        lines("connect-derby.md").contains("lines that it marks"),
        "{written}"
    );
    let cookies = fs::read_to_string(root.join("notices/succession/cookies.toml"));
    let marked = cookies.expect("it is written").matches("# DECIDE:").count();
    let says_none = lines("cookies.toml").contains("nothing in it is marked");
    assert_eq!(marked == 0, says_none, "{written}");
    let told = |day: &str| {
        let build = ["build", "--quick", "--out", "dist", "--as-at", day];
        String::from_utf8_lossy(&program(&root, &build).stderr).into_owned()
    };
    let draft = root.join("notices/succession/connect-derby.md");
    let drafted = fs::read_to_string(&draft).expect("it is written");
    let all = drafted.lines().count();
    let wanted = format!("{}, {all}): write what is so then", all - 4);
    let names = "notices/succession/connect-derby.md names Derby City Council";
    assert!(!told("2028-03-31").contains(names), "not before");
    let after = told("2028-04-01");
    assert!(
        after.contains(names) && after.contains(&wanted),
        "{wanted} in {after}"
    );
    let (entries, prose) = drafted.rsplit_once("+++").expect("two parts");
    let settled = prose.replace("Derby City Council", "The new council");
    fs::write(
        &draft,
        format!(
            "{entries}+++{}",
            settled.replace("@derby.gov.uk", "@new.gov.uk")
        ),
    )
    .expect("a file");
    let after = told("2028-04-01");
    assert!(!after.contains(names), "{after}");
}
