//! A site folder of an earlier release.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use publish::Profile;

use crate::site::{Site, copy};

/// The real notices, with the cookie policy and the words that release 0.1.0 had.
fn old(name: &str) -> Site {
    let site = Site::real(name);
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/publish/release-0.1.0");
    let notices = site.root.join("notices");
    copy(&old, &notices).expect("it can be copied");
    // It spoke English.
    fs::remove_dir_all(notices.join("pl")).expect("copied");
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

#[test]
fn a_folder_of_today_needs_nothing() {
    let site = Site::new("migrate-none");
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
    let site = Site::new("migrate-words");
    site.put("site.toml", "languages = [\"en\"]\n");
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
