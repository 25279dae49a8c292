//! The hashed files on another host than the gate: everything that names one has its address there, and nothing else has.

use std::collections::BTreeSet;

use publish::{Error, Pasted, Profile, paste, terminal::problems};
use serde_json::json;

use crate::{
    content::text,
    policies::{self, data},
    rules,
    site::{Site, real_engine},
};

/// What `site.toml` says, and what becomes of it.
const WRITTEN: &str = "files = \"https://static.example.gov.uk/n\"\n";
const FILES: &str = "https://static.example.gov.uk/n/";

fn with_files(name: &str) -> Site {
    let site = policies::shared(name);
    let path = site.root.join("site.toml");
    let settings = std::fs::read_to_string(path).expect("it has settings");
    site.put("site.toml", [WRITTEN, &settings].concat());
    site
}

/// The addresses in attributes of a page.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let parts = ["href=\"", "src=\""].map(|start| html.split(start).skip(1));
    let all = parts.into_iter().flatten();
    all.filter_map(|rest| rest.split('"').next())
}

/// Says whether a file's name has a hash in it.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split(['.', '-', '_'])
        .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[test]
fn every_hashed_file_and_no_other_is_looked_for_there() {
    let site = with_files("files");
    site.build(Profile::Dev).expect("it is published");
    let files = site.files();
    let mut met = BTreeSet::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for address in addresses(&page) {
            let there = address.strip_prefix(FILES);
            assert_eq!(there.is_some(), is_hashed(address), "{address} in {path}");
            if let Some(name) = there {
                assert!(files.contains_key(name), "{name} is published");
                met.insert(name.split(['.', '-']).next().unwrap_or(name).to_owned() + &path[..3]);
            }
        }
    }
    // Style sheets and a script: of notices, of the page about a missing one, of the register, of includes.
    for one in [
        "noticenot",
        "notice404",
        "noticereg",
        "registerreg",
        "cardinc",
    ] {
        assert!(met.contains(one), "{one} in {met:?}");
    }
    for (folder, up) in [("", ""), ("friends/", "../")] {
        let gate = data(&site, &format!("{folder}council-notice.js"));
        assert_eq!([&gate["files"], &gate["up"]], [FILES, up]);
    }
    let pasted = Pasted {
        service: "lantern-library".to_owned(),
        ..Pasted::default()
    };
    let pasted = paste(&site.dist(), &pasted).expect("it is published");
    assert!(
        pasted.contains(&format!("href=\"{FILES}card.css\"")),
        "{pasted}"
    );
}

#[test]
fn a_page_s_security_policy_lets_them_in() {
    let site = with_files("files-policy");
    site.build(Profile::Dev).expect("it is published");
    let headers = text(&site, "_headers");
    let table = rules::parse(&headers);
    for page in [
        "/notices/lantern-library/",
        "/register/",
        "/demo/tenancy",
        "/",
    ] {
        let headers = rules::headers(&table, page);
        let policy = headers
            .iter()
            .find(|(name, _)| name == "content-security-policy");
        let (_, policy) = policy.unwrap_or_else(|| panic!("{page} has a policy"));
        for (directive, allowed) in [
            ("script-src", true),
            ("style-src", true),
            ("connect-src", true),
            ("default-src", false),
            ("img-src", false),
            ("frame-src", false),
            ("form-action", false),
        ] {
            let found = policy.split("; ").find(|one| one.starts_with(directive));
            let found = found.unwrap_or_else(|| panic!("{directive} in {policy}"));
            assert_eq!(found.split(' ').any(|one| one == FILES), allowed, "{found}");
        }
    }
}

/// Beside the gate: a shared screen's browser keeps nothing of another host.
#[test]
fn a_shared_screen_keeps_what_is_beside_the_gate() {
    let site = with_files("files-kiosk");
    site.build(Profile::Dev).expect("it is published");
    let worker = text(&site, "kiosk-worker.js");
    assert!(!worker.contains(FILES), "{worker}");
    for start in ["\"widget-", "\"kiosk.", "\"deferred.en.", "\"index.en."] {
        assert!(worker.contains(start), "{start} in {worker}");
    }
}

#[test]
fn a_site_that_names_no_host_names_none() {
    let site = policies::shared("files-none");
    site.build(Profile::Dev).expect("it is published");
    assert_eq!(data(&site, "council-notice.js")["files"], json!(""));
    assert!(text(&site, "404.html").contains("href=\"/notice-page."));
    assert!(!text(&site, "_headers").contains("'self' ;"));
}

#[test]
fn an_address_that_no_policy_could_name_is_refused_with_its_line() {
    for (name, address) in [
        ("plain", "http://static.example/n/"),
        ("none", "static.example"),
        ("query", "https://static.example/n/?v=1"),
        ("directive", "https://static.example/; script-src *"),
        ("bare", "https:///n/"),
    ] {
        let site = Site::new(&format!("files-bad-{name}"));
        site.put(
            "site.toml",
            format!("name = \"The Lantern Trust\"\nfiles = \"{address}\"\n"),
        );
        let error = site.build(Profile::Dev).expect_err(name);
        let Error::Notices(report) = error else {
            panic!("{error}");
        };
        let error = problems(&report, false);
        for word in [
            "site.toml",
            ":2",
            address,
            "https://static.example/notices/",
        ] {
            assert!(error.contains(word), "{word} in {error}");
        }
    }
}

/// The gate keeps its size with an address in it.
#[test]
fn a_gate_with_an_address_is_within_its_budget() {
    let mut site = Site::real("files-size");
    site.engine = real_engine();
    site.put(
        "site.toml",
        "files = \"https://static.council.gov.uk/n/\"\n",
    );
    let release = site.build(Profile::Release).expect("it is published");
    let budget = &release.budget;
    println!("{budget}");
    budget.check().expect("within its limits");
}
