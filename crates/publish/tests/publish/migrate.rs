//! A site folder of an earlier release.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use publish::Profile;

use crate::site::{Site, copy};

/// A folder as release 0.1.0 had it: one of its notices, with all that belongs to it.
fn old(name: &str) -> Site {
    let site = Site::new(name);
    for folder in ["notices", "public"] {
        fs::remove_dir_all(site.root.join(folder)).expect("made above");
    }
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/publish/release-0.1.0");
    copy(&old, &site.root.join("notices")).expect("it can be copied");
    site
}

/// A folder of today.
fn today(name: &str) -> Site {
    let site = Site::new(name);
    site.put("site.toml", "languages = [\"en\"]\n");
    site
}

fn run(site: &Site, arguments: &[&str]) -> (Option<i32>, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .arg("migrate")
        .args(arguments)
        .arg("--site")
        .arg(&site.root)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned();
    (status.code(), said)
}

#[test]
fn a_folder_of_the_first_release_builds_after_it() {
    let site = old("migrate");
    site.build(Profile::Dev).expect_err("it has other words");
    let policy = site.root.join("notices/cookies.toml");
    let before = fs::read_to_string(&policy).expect("copied");

    let (code, said) = run(&site, &[]);
    assert_eq!(code, Some(3), "{said}");
    for word in [
        "notices/cookies.toml: decide: write whose cookies these are",
        "notices/cookies.toml: `marketing` says what its page said: stores-nothing = \"Nothing is stored for this at present.\"",
        "notices/strings/en.toml: `no-cookies-yet` goes",
        "site.toml: begins with `languages = [\"en\"]`",
        "notices/facts.toml: “gcsx.gov.uk” goes: the program knows it",
        "Nothing is written yet",
    ] {
        assert!(said.contains(word), "{word} in {said}");
    }
    assert_eq!(fs::read_to_string(&policy).expect("copied"), before);

    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(3), "one thing is to be decided: {said}");
    let after = fs::read_to_string(&policy).expect("written");
    assert!(
        after.contains("# footing = \"essential\"  strictly necessary"),
        "remarks stay"
    );
    assert_eq!(after.matches("stores-nothing").count(), 3, "{after}");
    fs::write(
        &policy,
        after.replace(
            "revision = 1\n",
            "revision = 1\ncontroller = \"derby-city-council\"\n",
        ),
    )
    .expect("it can be written");

    let (code, said) = run(&site, &["--json"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("\"steps\":[]"), "{said}");
    site.build(Profile::Dev).expect("it builds");
}

/// The law of 0.1.0 stood in the site folder, and would go on telling what was known then: it prevails over the program's.
#[test]
fn a_folder_of_the_first_release_is_held_against_the_law_of_today() {
    let site = old("migrate-law");
    let facts = site.root.join("notices/facts.toml");
    let check = || {
        let day = "2026-12-01".parse().expect("a day");
        let report = publish::check_files(&site.root, &[], day).expect("it can be checked");
        publish::terminal::findings(&report, false)
    };
    run(&site, &["--write"]);
    let policy = site.root.join("notices/cookies.toml");
    let mut text = fs::read_to_string(&policy).expect("written");
    text.insert_str(0, "controller = \"derby-city-council\"\n");
    fs::write(&policy, text).expect("it can be written");
    let after = check();
    let left = fs::read_to_string(&facts).expect("written");
    for own in ["Derby City Council", "Derby Homes", "about-cookies"] {
        assert!(left.contains(own), "nobody else states {own}: {left}");
    }
    assert_eq!(left.matches("[[fact]]").count(), 3, "{left}");

    let secondary = |findings: &str| findings.matches("[by a secondary source]").count();
    let before = fs::read_to_string(old("migrate-law-old").root.join("notices/facts.toml"));
    fs::write(&facts, before.expect("copied")).expect("it can be written");
    let by_old_law = check();
    fs::remove_file(&facts).expect("written above");
    assert_eq!(secondary(&after), secondary(&check()), "{after}");
    assert!(secondary(&by_old_law) > secondary(&after), "{by_old_law}");
}

/// A fact that the program has otherwise by now may be the site's own knowledge.
#[test]
fn a_fact_that_is_stated_otherwise_is_for_somebody_to_decide() {
    let site = today("migrate-facts");
    let own = "[[fact]]\nkind = \"domain\"\nvalue = \"gcsx.gov.uk\"\nvalid_to = 2020-01-31\nsource = \"Ours\"\nevidence = \"P\"\n";
    site.put("notices/facts.toml", own);
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(3), "{said}");
    assert!(
        said.contains("notices/facts.toml: decide: “gcsx.gov.uk” is here (until 2020-01-31)"),
        "{said}"
    );
    let after = fs::read_to_string(site.root.join("notices/facts.toml"));
    assert_eq!(after.expect("still there"), own);
}

#[test]
fn what_is_published_now_is_written_down() {
    let site = Site::new("migrate-settings");
    site.put("notices/strings/pl.toml", "close = \"Zamknij okno\"\n");
    site.put("notices/cy/shared/cookies.md", "");
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(0), "{said}");
    let settings = fs::read_to_string(site.root.join("site.toml")).expect("written");
    assert!(
        settings.ends_with("\nlanguages = [\"en\", \"cy\", \"pl\"]\n"),
        "{settings}"
    );
    let settings = publish::site_settings(&site.root).expect("it can be read");
    assert_eq!(settings.languages, ["en", "cy", "pl"]);
}

/// What was published as it is stood in `www/` beside the widget's own files, of which a build takes nothing any more.
#[test]
fn what_was_published_as_it_is_is_to_be_moved() {
    let site = old("migrate-public");
    for file in ["council-notice.d.ts", "demo/tenancy.html"] {
        site.put(&format!("www/{file}"), "old");
    }
    let (_, said) = run(&site, &["--write"]);
    assert!(
        said.contains("www: decide: move what you publish"),
        "{said}"
    );
    site.put("public/demo/tenancy.html", "old");
    let (_, said) = run(&site, &[]);
    assert!(!said.contains("www: "), "{said}");
}

/// A partner's policy, and a draft of the successor's, stop a build as the site's own does.
#[test]
fn every_policy_is_looked_through() {
    let site = today("migrate-policies");
    let own = fs::read_to_string(site.root.join("notices/cookies.toml")).expect("copied");
    let bare = own
        .lines()
        .filter(|line| !line.starts_with("controller"))
        .collect::<Vec<_>>()
        .join("\n");
    site.put(
        "site.toml",
        "languages = [\"en\"]\n\n[[policy]]\nid = \"partner\"\ncookies = \"cookies-partner.toml\"\n\n\
         [[policy]]\nid = \"away\"\ncookies = \"../../away.toml\"\n",
    );
    site.put("notices/cookies-partner.toml", &bare);
    site.put("notices/succession/cookies-partner.toml", &bare);
    site.put("notices/cookies-of-nobody.toml", &bare);
    let (code, said) = run(&site, &[]);
    assert_eq!(code, Some(3), "{said}");
    for file in ["cookies-partner.toml", "succession/cookies-partner.toml"] {
        let wanted = format!("notices/{file}: decide: write whose cookies these are");
        assert!(said.contains(&wanted), "{wanted} in {said}");
    }
    assert_eq!(said.matches("decide: ").count(), 2, "{said}");
}

#[test]
fn a_folder_of_today_needs_nothing() {
    let site = today("migrate-none");
    let before = site.root.join("notices/cookies.toml");
    let text = fs::read_to_string(&before).expect("copied");
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Nothing is left to change"), "{said}");
    assert_eq!(fs::read_to_string(&before).expect("copied"), text);
}

/// What `words` writes is the newest there is: its table `in` is read, though it is no text.
#[test]
fn words_that_the_program_has_written_stay_as_they_are() {
    let site = today("migrate-words");
    let strings = site.root.join("notices/strings");
    for lang in ["en", "cy", "pl", "ur", "gd"] {
        let text = publish::words(lang).expect("a language");
        site.put(&format!("notices/strings/{lang}.toml"), text);
    }
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(0), "{said}");
    for lang in ["en", "cy", "pl", "ur", "gd"] {
        let after = fs::read_to_string(strings.join(format!("{lang}.toml")));
        let words = publish::words(lang).expect("a language");
        assert_eq!(after.expect("still there"), words, "{lang}");
    }
}

/// A site's own words keep what they say when a text has another name by now, and the site builds after it.
#[test]
fn renamed_words_are_kept() {
    let site = Site::new("migrate-renamed");
    site.put("site.toml", "languages = [\"en\", \"cy\"]\n");
    site.put(
        "notices/strings/en.toml",
        "notice-in-english = \"Ours is in English only.\"\n",
    );
    site.put(
        "notices/strings/cy.toml",
        "notice-in-english = \"Yn Saesneg yn unig, sef yn Saesneg.\"\n",
    );
    site.build(Profile::Dev).expect_err("it has other names");
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        said.matches("`notice-in-english` is now").count(),
        2,
        "{said}"
    );
    site.build(Profile::Dev).expect("it builds");
    let files = site.files();
    let all: Vec<_> = files
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes))
        .collect();
    for words in [
        "Ours is in English only.",
        "Yn Saesneg yn unig, sef yn Saesneg.",
    ] {
        assert!(all.iter().any(|text| text.contains(words)), "{words}");
    }
}

/// A release may bring a category, drop one, or give it another name: what a policy has of it is for its people to decide.
#[test]
fn categories_of_another_release_are_told() {
    let site = Site::new("migrate-categories");
    let policy = site.root.join("notices/cookies.toml");
    let text = fs::read_to_string(&policy).expect("copied");
    let renamed = text
        .replace("id = \"media\"", "id = \"films\"")
        .replace("category = \"media\"", "category = \"films\"")
        .replace("id = \"analytics\"", "id = \"statistics\"");
    fs::write(&policy, &renamed).expect("it can be written");
    let (code, said) = run(&site, &["--write"]);
    assert_eq!(code, Some(3), "{said}");
    for word in [
        "decide: the category `media` is missing",
        "decide: the category `analytics` is missing",
        "decide: `films` is no category of this release: give what it stores to one of essential, preferences, analytics, media, marketing",
        "decide: `statistics` is no category of this release: write `analytics`",
    ] {
        assert_eq!(said.matches(word).count(), 1, "{word} in {said}");
    }
    let after = fs::read_to_string(&policy).expect("still there");
    assert_eq!(after, renamed, "nothing of it is decided for them");
}
