//! A partner's own cookies: a gate of its own for each policy, and the notices for all.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use publish::{Error, Profile, check_files};
use serde_json::Value;
use sha2::{Digest as _, Sha384};

use crate::site::Site;

/// A policy that asks for leave for statistics, stores something by itself, and has another body's name on it.
pub(crate) const COOKIES: &str = r#"
revision = 9
controller = "friends"

[[category]]
id = "essential"
footing = "essential"
title = "Essential"
purpose = "Makes the site work."
[[category.item]]
name = "council_notice"
provider = "Friends"
purpose = "Remembers your choice"
lifetime = "Half a year"

[[category]]
id = "analytics"
footing = "exempt"
title = "Statistics"
purpose = "Counts visits."
[[category.item]]
name = "friends_count"
provider = "Friends"
purpose = "Counts"
lifetime = "A day"

[[category]]
id = "preferences"
footing = "consent"
title = "Preferences"
purpose = "Remembers."
stores-nothing = "Nothing yet."

[[category]]
id = "media"
footing = "consent"
title = "Films"
purpose = "Shows films."
stores-nothing = "Nothing yet."

[[category]]
id = "marketing"
footing = "consent"
title = "Adverts"
purpose = "Shows adverts."
stores-nothing = "Nothing yet."
"#;

/// A site whose notices a partner shows.
pub(crate) fn shared(name: &str) -> Site {
    let site = Site::new(name);
    let path = site.root.join("notices/controllers.toml");
    let all = std::fs::read_to_string(path).expect("copied");
    let friends = "\n[friends]\nname = \"Friends of the Lantern\"\nabout = \"Friends of the Lantern help it.\"\nemail = \"hello@friends.example\"\n";
    site.put("notices/controllers.toml", all + friends);
    site.put("notices/cookies-friends.toml", COOKIES);
    site.put(
        "site.toml",
        "[[policy]]\nid = \"friends\"\ncookies = \"cookies-friends.toml\"\n",
    );
    site
}

fn text(site: &Site, path: &str) -> String {
    let files = site.files();
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path}"));
    String::from_utf8_lossy(bytes).into_owned()
}

/// What the stand-in for a gate is handed.
pub(crate) fn data(site: &Site, path: &str) -> Value {
    let mut node = Command::new("node")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is one of the tools");
    let script = format!(
        "told = (data) => console.log(JSON.stringify(data));{}",
        text(site, path)
    );
    let mut stdin = node.stdin.take().expect("a pipe");
    stdin.write_all(script.as_bytes()).expect("node reads");
    drop(stdin);
    let said = node.wait_with_output().expect("node ends");
    serde_json::from_slice(&said.stdout).expect("JSON")
}

#[test]
fn a_partner_has_a_gate_a_page_and_a_bar_of_its_own_and_the_same_notices() {
    let site = shared("partner");
    let release = site.build(Profile::Dev).expect("it is published");
    let files = site.files();
    let [own, partner] =
        ["", "friends/"].map(|folder| data(&site, &format!("{folder}council-notice.js")));
    assert_eq!([&own["revision"], &partner["revision"]], [3, 9]);
    assert_eq!([&own["up"], &partner["up"]], ["", "../"]);
    assert_eq!(
        [&own["cookies"], &partner["cookies"]],
        ["cookies", "cookies/friends"]
    );
    assert_eq!(own["wasm"], partner["wasm"], "the widget is shared");
    assert_ne!(own["hash"], partner["hash"]);

    // What its gate loads stands where `up` leads.
    let index = |gate: &Value| -> Value {
        let hash = gate["hash"].as_str().expect("a hash");
        for name in ["deferred.en", "gated"] {
            assert!(files.contains_key(&format!("{name}.{hash}.js")), "{name}");
        }
        serde_json::from_str(&text(&site, &format!("index.en.{hash}.json"))).expect("JSON")
    };
    let [ours, theirs] = [index(&own), index(&partner)];
    assert_eq!(ours["notices"], theirs["notices"]);
    assert_ne!(ours["preferences"], theirs["preferences"]);
    assert!(theirs["preferences"].to_string().contains("friends_count"));
    assert!(!ours["preferences"].to_string().contains("friends_count"));

    let page = text(&site, "notices/cookies/friends/index.html");
    for word in [
        "Friends of the Lantern",
        "friends_count",
        "href=\"../../../notice-page.",
    ] {
        assert!(page.contains(word), "{word} in {page}");
    }
    assert!(!text(&site, "notices/cookies/index.html").contains("friends"));
    let bar = text(&site, "includes/cookies.friends.en.html");
    assert!(bar.contains("cookie policy revision 9"), "{bar}");
    assert!(text(&site, "friends/consent-mode.html").contains("revision 9"));
    let receipts = files
        .keys()
        .filter(|name| name.starts_with("receipt.") && name.ends_with(".json"));
    let receipts: Vec<_> = receipts.map(|name| text(&site, name)).collect();
    assert_eq!(receipts.len(), 2);
    assert!(
        receipts
            .iter()
            .any(|one| one.contains("Friends of the Lantern"))
    );

    // A shared screen of the site holds what the site's own gate loads, and no more.
    let worker = text(&site, "kiosk-worker.js");
    assert!(worker.contains(own["hash"].as_str().expect("a hash")));
    assert!(!worker.contains(partner["hash"].as_str().expect("a hash")));

    let order = text(&site, "upload-order.txt");
    let last: Vec<_> = order.lines().rev().take(2).collect();
    assert_eq!(last, ["friends/council-notice.js", "council-notice.js"]);
    let sizes = release.budget.figures.iter();
    assert_eq!(
        sizes
            .filter(|one| one.name == "friends/council-notice.js")
            .count(),
        1
    );
    assert!(
        text(&site, "register/index.html").contains("friends: "),
        "what goes without asking there"
    );
}

#[test]
fn a_gate_can_be_pinned() {
    let site = shared("pinned");
    let release = site.build(Profile::Dev).expect("it is published");
    let files = site.files();
    let gates: Vec<_> = release.gates().collect();
    assert_eq!(gates.len(), 2);
    for (gate, folder) in gates.iter().zip(["", "friends/"]) {
        assert_eq!(gate.folder, folder);
        let lasting = &files[&format!("{folder}council-notice.js")];
        assert!(
            gate.pinned.starts_with(&format!("{folder}council-notice.")),
            "{}",
            gate.pinned
        );
        assert_eq!(&files[&gate.pinned], lasting);
        let hash = BASE64_STANDARD.encode(Sha384::digest(lasting));
        assert_eq!(gate.integrity, format!("sha384-{hash}"));
    }
}

#[test]
fn a_site_without_partners_has_nothing_of_them() {
    let [alone, with] = [Site::new("no-partner"), shared("one-partner")];
    for site in [&alone, &with] {
        site.build(Profile::Dev).expect("it is published");
    }
    let (alone, with) = (alone.files(), with.files());
    // What the site's own visitors load is the same.
    let whole = [
        "kiosk-worker.js",
        "council-notice.js",
        "notices/cookies/index.html",
        "includes/cookies.en.html",
        "consent-mode.html",
    ];
    for path in whole {
        assert!(alone[path] == with[path], "{path}");
    }
    assert!(alone.keys().all(|path| with.contains_key(path)));
}

#[test]
fn mistakes_are_told_at_their_line() {
    let told = |settings: &str, cookies: Option<&str>| {
        let site = shared("partner-wrong");
        site.put("site.toml", settings);
        if let Some(cookies) = cookies {
            site.put("notices/cookies-friends.toml", cookies);
        }
        let error = site.build(Profile::Dev).expect_err("it is refused");
        let Error::Notices(report) = error else {
            panic!("{error}")
        };
        publish::terminal::problems(&report, false)
    };
    let policy = |id: &str, file: &str| {
        format!("name = \"Site\"\n[[policy]]\nid = \"{id}\"\ncookies = \"{file}\"\n")
    };
    let twice = [
        policy("friends", "cookies-friends.toml"),
        policy("friends", "x.toml"),
    ]
    .concat();
    let twice = twice.replacen(
        "name = \"Site\"\n[[policy]]\nid = \"friends\"\ncookies = \"x",
        "[[policy]]\nid = \"friends\"\ncookies = \"x",
        1,
    );
    let broken = COOKIES.replace("footing = \"exempt\"", "footing = \"perhaps\"");
    let cases: [(&str, Option<&str>, &[&str]); 6] = [
        (
            &policy("notices", "cookies-friends.toml"),
            None,
            &["site.toml:3", "`notices` is a folder", "help"],
        ),
        (
            &policy("Our Friends", "cookies-friends.toml"),
            None,
            &["site.toml:3", "cannot be an id"],
        ),
        (
            &policy("friends", "cookies.toml"),
            None,
            &["site.toml:4", "stands twice"],
        ),
        (
            &policy("friends", "nowhere.toml"),
            None,
            &["nowhere.toml is missing"],
        ),
        (&twice, None, &["site.toml:6", "`friends` stands twice"]),
        (
            &policy("friends", "cookies-friends.toml"),
            Some(&broken),
            &["cookies-friends.toml:18", "perhaps"],
        ),
    ];
    for (settings, cookies, words) in cases {
        let said = told(settings, cookies);
        for word in words {
            assert!(said.contains(word), "{word} in {said}");
        }
    }
}

/// Receipts name who answers for the cookies, and so do they where that is a partner.
#[test]
fn a_partner_that_ends_is_in_the_plan() {
    let site = shared("partner-ends");
    let path = site.root.join("notices/controllers.toml");
    let all = std::fs::read_to_string(path).expect("written before");
    let ends = "[friends]\nuntil = 2028-03-31\nsuccessor = \"lantern-trust\"\n";
    site.put("notices/controllers.toml", all.replace("[friends]\n", ends));
    let output = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(["succession", "--site"])
        .arg(&site.root)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout);
    for word in ["Friends of the Lantern", "eceipts"] {
        assert!(said.contains(word), "{word} in {said}");
    }
}

/// After its last day a notice that still names it is told so, as of any controller.
#[test]
fn a_partner_that_has_ended_is_found_in_notices() {
    let site = shared("partner-ended");
    let path = site.root.join("notices/controllers.toml");
    let all = std::fs::read_to_string(path).expect("written before");
    let ends = "[friends]\nuntil = 2028-03-31\nsuccessor = \"lantern-trust\"\n";
    site.put("notices/controllers.toml", all.replace("[friends]\n", ends));
    let path = site.root.join("notices/lantern-library.md");
    let notice = std::fs::read_to_string(path).expect("there");
    site.put(
        "notices/lantern-library.md",
        notice + "\nFriends of the Lantern help us.\n",
    );
    let names_it = |day: &str| {
        let day = day.parse().expect("a day");
        let report = check_files(&site.root, &[], day).expect("it can be checked");
        let mut all = report.findings().iter();
        all.any(|it| it.rule == "REC-03" && it.message.contains("Friends of the Lantern"))
    };
    assert!(!names_it("2028-03-31"));
    assert!(names_it("2028-04-01"));
}

#[test]
fn the_bar_of_a_partner_can_be_pasted() {
    let site = shared("partner-paste");
    site.build(Profile::Dev).expect("it is published");
    let include = |policy: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_council-notice"))
            .args(["include", "cookies", "--policy", policy, "--out"])
            .arg(site.dist())
            .output()
            .expect("the program starts");
        (
            output.status.code(),
            [output.stdout, output.stderr].concat(),
        )
    };
    let (code, said) = include("friends");
    assert_eq!(code, Some(0));
    assert!(String::from_utf8_lossy(&said).contains("revision 9"));
    let (code, said) = include("foes");
    assert_eq!(code, Some(1));
    assert!(String::from_utf8_lossy(&said).contains("cookies.friends.en"));
}
