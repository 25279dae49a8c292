//! Where requests under data protection law go, if a notice says so: `requests` in its facts.

use std::{fs, path::Path};

use crate::desk::{program, said, site};

const TEAM: &str = "[contacts.customer-team]\nname = \"Customer team\"\nemail = \"team@derby.example\"\n\n\
    [contacts.post-room]\nname = \"Post room\"\naddress = [\"The Council House\"]\n\n";

/// Makes a site whose notices have two contacts more, with a line for requests in one notice.
fn asking(name: &str, requests: &str) -> std::path::PathBuf {
    let root = site(name);
    for folder in ["notices", "notices/pl"] {
        edit(
            &root.join(folder).join("controllers.toml"),
            "[contacts.ico]",
            &format!("{TEAM}[contacts.ico]"),
        );
    }
    let controller = "controller = \"derby-city-council\"\n";
    for id in [
        "healthy-housing-hub",
        "connect-derby",
        "local-area-co-ordination",
    ] {
        let own = root.join(format!("notices/{id}.md"));
        edit(&own, controller, &format!("{controller}{requests}\n"));
    }
    root
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("it is there");
    assert!(text.contains(from), "{from} in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

#[test]
fn letters_and_handouts_go_where_a_notice_says_and_else_to_the_officer() {
    for (name, requests, wanted) in [
        (
            "requests-key",
            "requests = \"customer-team\"",
            "team@derby.example",
        ),
        (
            "requests-full",
            "requests = { name = \"Team\", email = \"own@derby.example\" }",
            "own@derby.example",
        ),
        ("requests-none", "", "data.protection@derby.gov.uk"),
    ] {
        let root = asking(name, requests);
        let done = program(&root, &["build", "--quick", "--out", "dist"]);
        assert!(done.status.success(), "{done:?}");
        let read = |path: &str| fs::read_to_string(root.join("dist").join(path)).expect(path);
        let page = read("notices/healthy-housing-hub/index.html");
        let links = page
            .split("mailto:")
            .skip(1)
            .filter(|link| link.contains("?subject="));
        let to: Vec<&str> = links.filter_map(|link| link.split('?').next()).collect();
        let complaint = "data.protection@derby.gov.uk";
        assert!(to.contains(&wanted), "{name}: {to:?}");
        assert!(
            to.iter().all(|it| [wanted, complaint].contains(it)),
            "{name}: {to:?}"
        );
        let handout = read("notices/local-area-co-ordination/handout/index.html");
        let is_told = handout.contains(&format!("mailto:{wanted}"));
        assert!(is_told, "{name}: {handout}");
        // A translation says the same.
        let polish = read("notices/connect-derby/pl/index.html");
        assert_eq!(
            polish.contains(&format!("mailto:{wanted}?subject")),
            !requests.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn a_contact_that_is_not_there_or_has_no_address_is_refused() {
    for (name, requests, message, remedy) in [
        (
            "requests-unknown",
            "requests = \"customer-taem\"",
            "controllers.toml has no contact `customer-taem`",
            "customer-team",
        ),
        (
            "requests-silent",
            "requests = \"post-room\"",
            "“Post room” has no e-mail address",
            "Give the contact an `email`",
        ),
        (
            "requests-bare",
            "requests = { name = \"Desk\" }",
            "“Desk” has no e-mail address",
            "Give the contact an `email`",
        ),
        (
            "requests-list",
            "requests = [\"post-room\"]",
            "`requests` takes",
            "",
        ),
    ] {
        let root = asking(name, requests);
        let done = program(&root, &["check", "notices/healthy-housing-hub.md"]);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{told}");
        let own =
            fs::read_to_string(root.join("notices/healthy-housing-hub.md")).expect("it is there");
        let line = own
            .lines()
            .position(|line| line.starts_with("requests"))
            .expect("a line")
            + 1;
        let place = format!("healthy-housing-hub.md:{line}:");
        for wanted in [message, remedy, &place] {
            assert!(told.contains(wanted), "{wanted}: {told}");
        }
    }
}

/// A change of the place is a fact that the version must tell.
#[test]
fn another_place_for_requests_is_another_version() {
    let root = asking("requests-version", "requests = \"customer-team\"");
    let own = root.join("notices/healthy-housing-hub.md");
    fs::copy(&own, root.join("notices/old.md")).expect("a file");
    edit(
        &own,
        "requests = \"customer-team\"",
        "requests = \"council-officer\"",
    );
    let differ = ["diff", "notices/old.md", "notices/healthy-housing-hub.md"];
    let done = program(&root, &differ);
    let text = said(&done);
    assert!(text.contains("where requests go changed"), "{text}{done:?}");
    assert_eq!(done.status.code(), Some(4), "{text}");
}
