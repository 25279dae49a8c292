//! The day on which another controller takes over: what changes, the drafts for it, and what is checked and published then.

use std::{fs, path::Path};

use crate::desk::{program, said, site};

/// Gives Derby's controller an end, as the example in the manual does.
pub(crate) fn ends(root: &Path) {
    let path = root.join("notices/controllers.toml");
    let text = fs::read_to_string(&path).expect("it is there");
    let name = "name = \"Derby City Council\"\n";
    // Its officer's address says of no domain that it is the council's.
    let web = "web = { text = \"derby.gov.uk\", url = \"https://www.derby.gov.uk/\" }\n";
    let polish = root.join("notices/pl/controllers.toml");
    let same = fs::read_to_string(&polish).expect("it is there");
    fs::write(&polish, same.replacen(name, &format!("{name}{web}"), 1)).expect("a file");
    let end = "until = 2028-03-31\nsuccessor = \"new-council\"\n";
    let planned = text.replacen(name, &format!("{name}{web}{end}"), 1);
    let successor = "[new-council]\nname = \"The new council\"\nabout = \"The new council.\"\nemail = \"post@new.gov.uk\"\n\n";
    fs::write(
        &path,
        planned.replacen("[derby-homes]", &format!("{successor}[derby-homes]"), 1),
    )
    .expect("a file");
}

#[test]
fn a_succession_says_what_changes_and_drafts_what_follows() {
    let root = site("succession");
    let none = said(&program(&root, &["succession"]));
    assert!(
        none.contains("No controller has an end"),
        "off by default: {none}"
    );
    ends(&root);
    let done = program(&root, &["succession", "--write"]);
    let text = said(&done);
    for line in [
        "Planned: Derby City Council decides until 2028-03-31",
        "Notices that change: 4",
        "data.protection@derby.gov.uk",
        "/demo/tenancy.html",
        "Receipts of cookie choices name it",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let draft = root.join("notices/succession/connect-derby.md");
    let own = fs::read_to_string(&draft).expect("it is written");
    assert!(own.contains("controller = \"new-council\""), "{own}");
    assert!(own.contains("# DECIDE"), "{own}");
    // What somebody has decided stays.
    fs::write(&draft, own.replace("# DECIDE", "# DECIDED")).expect("a file");
    program(&root, &["succession", "--write"]);
    let kept = fs::read_to_string(&draft).expect("it is there");
    assert!(kept.contains("# DECIDED"), "never written over");
    let policy = fs::read_to_string(root.join("notices/succession/cookies.toml"));
    let policy = policy.expect("it is written");
    assert!(
        policy.contains("revision = 2\ncontroller = \"new-council\"\n"),
        "{policy}"
    );
}

/// Whoever decides about cookies ends on a day, too: a policy that names them is told of as their notices are.
#[test]
fn the_check_warns_of_the_cookie_policys_controller_as_well() {
    let root = site("cookies-handover");
    ends(&root);
    let found = |day: &str| {
        let done = program(&root, &["check", "--as-at", day, "--format", "json"]);
        let all: Vec<serde_json::Value> = serde_json::from_slice(&done.stdout).expect("a list");
        let about = all.into_iter().filter(|it| it["notice"] == "cookies");
        let rules = about.map(|it| {
            assert!(
                it["place"]["file"]
                    .as_str()
                    .is_some_and(|it| it.ends_with("notices/cookies.toml")),
                "{it}"
            );
            it["rule"].as_str().expect("an id").to_owned()
        });
        rules.collect::<Vec<_>>()
    };
    assert_eq!(found("2028-02-20"), [""; 0], "40 days ahead");
    assert_eq!(found("2028-03-10"), ["ID-03"], "three weeks ahead");
    assert_eq!(found("2028-04-01"), ["ID-02"], "nothing is prepared");
    program(&root, &["succession", "--write"]);
    assert_eq!(found("2028-04-01"), [""; 0], "the draft is taken");
    assert_eq!(found("2028-03-31"), ["ID-03"], "and not before");
}

#[test]
fn the_check_warns_before_the_day_and_takes_the_draft_on_it() {
    let root = site("handover");
    ends(&root);
    let check = |day: &str| said(&program(&root, &["check", "--as-at", day]));
    assert!(!check("2028-02-20").contains("ID-03"), "40 days ahead");
    assert!(check("2028-03-10").contains("ID-03"), "three weeks ahead");
    assert!(check("2028-04-01").contains("ID-02"), "nothing is prepared");
    program(&root, &["succession", "--write"]);
    let on_the_day = check("2028-04-01");
    assert!(!on_the_day.contains("ID-02"), "{on_the_day}");
    assert!(!check("2028-03-31").contains("succession/"), "not before");
}

/// A contact that all notices share is nobody's notice: it goes on naming the old council unless somebody is told.
#[test]
fn what_is_shared_may_not_name_the_old_council_after_its_day() {
    let root = site("shared-handover");
    ends(&root);
    program(&root, &["succession", "--write"]);
    let folder = root.join("notices/succession");
    for entry in fs::read_dir(&folder).expect("drafts").flatten() {
        let own = fs::read_to_string(entry.path()).expect("a draft");
        // What the drafts themselves say is decided: the new council does everything.
        let own = own.replace("Derby City Council", "The new council");
        fs::write(entry.path(), own).expect("it can be written");
    }
    let shared = root.join("notices/shared/about.md");
    let about = fs::read_to_string(&shared).expect("it is there");
    fs::write(
        &shared,
        about + "\nDerby City Council answers every letter.\n",
    )
    .expect("a file");
    let found = |day: &str| {
        let text = said(&program(
            &root,
            &["check", "notices/connect-derby.md", "--as-at", day],
        ));
        text.contains("Derby City Council no longer exists in this form (until 2028-03-31)")
    };
    assert!(!found("2028-03-31"), "it decides still");
    assert!(found("2028-04-01"), "and then no more");
}

/// A build for a day to come is what will be published then: the successor's notices, with nothing of the old ones.
#[test]
fn a_build_as_at_the_day_publishes_the_successors_notices() {
    let root = site("build-handover");
    ends(&root);
    program(&root, &["succession", "--write"]);
    let page = |day: &str| {
        let done = program(
            &root,
            &["build", "--quick", "--out", "dist", "--as-at", day],
        );
        let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{wrong}");
        let read =
            |path: &str| fs::read_to_string(root.join("dist").join(path)).expect("it is published");
        (
            read("notices/connect-derby/index.html"),
            read("register/index.html"),
            read("notices/index.html"),
        )
    };
    let (before, register, _) = page("2028-03-31");
    assert!(
        before.contains("The new council (1 April 2028)"),
        "planned: {before}"
    );
    assert!(before.contains("Version 2026") && register.contains("31 March 2028"));
    let (after, register, list) = page("2028-04-01");
    assert!(after.contains("Version 2028-04-01"), "{after}");
    assert!(after.contains("The new council"), "{after}");
    assert!(!after.contains("(1 April 2028)"), "it has come: {after}");
    assert!(register.contains("1 April 2028"), "{register}");
    assert!(list.contains("<p>The new council</p>"), "{list}");
    // Polish is a translation of the notice before: the new one stands in its place.
    let polish = root.join("dist/notices/connect-derby/pl/index.html");
    let polish = fs::read_to_string(polish).expect("it is published");
    assert!(polish.contains("Version 2028-04-01"), "{polish}");
    // The notice of a body that goes on stays as it is.
    assert!(list.contains("Derby Homes"), "{list}");
}
