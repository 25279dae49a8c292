//! Releases one after another: a page that was loaded with yesterday's gate finds everything that its gate names.

use std::{
    fs,
    process::{Command, Output},
};

use crate::{
    program::printed,
    site::{Site, copy, files},
};

type Files = std::collections::BTreeMap<String, Vec<u8>>;

const MANIFEST: &str = "kept-files.txt";
const LIST: &str = "upload-order.txt";
const DAY: u64 = 86_400;
/// 22 November 2026.
const FIRST: u64 = 1_795_305_600;

/// Builds so many days after the first day, with what `from` holds of earlier releases.
fn run(site: &Site, day: u64, from: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council-notice"));
    command
        .args(["build", "--quick", "--out", "dist"])
        .env("SOURCE_DATE_EPOCH", (FIRST + day * DAY).to_string())
        .current_dir(&site.root);
    // What a notice says of its days is not what is tried here.
    command.args(["--as-at", "2026-11-22"]);
    if let Some(from) = from {
        command.args(["--keep-from", from]);
    }
    command.output().expect("the program starts")
}

fn built(site: &Site, day: u64) -> Files {
    let output = run(site, day, Some("dist"));
    assert!(output.status.success(), "{}", printed(&output));
    site.files()
}

/// Another wording, in nearly every file.
fn change(site: &Site, word: &str) {
    let path = site.root.join("notices/strings/en.toml");
    let words = fs::read_to_string(&path).expect("written before");
    let words = words.replace("= \"<", &format!("= \"{word} <"));
    fs::write(&path, words).expect("it can be written");
}

/// What has a hash in its name: all that a gate that runs already may yet ask for.
fn hashed(files: &Files) -> Files {
    let is_hashed = |path: &str| {
        path.split(['.', '-', '_'])
            .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let all = files.iter().filter(|(path, _)| is_hashed(path));
    all.map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

fn holds(now: &Files, release: &Files) -> bool {
    hashed(release)
        .iter()
        .all(|(path, bytes)| now.get(path) == Some(bytes))
}

fn lines<'a>(files: &'a Files, path: &str) -> Vec<&'a str> {
    let text = std::str::from_utf8(&files[path]).expect("text");
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn yesterdays_files_stay_thirty_days_and_no_longer() {
    let site = Site::new("keep");
    site.put(
        "public/minutes-20261122.html",
        "<!doctype html><title>M</title>",
    );
    // The folder is not there yet.
    let first = built(&site, 0);
    assert!(!first.contains_key(MANIFEST), "there is nothing old");
    change(&site, "New");
    fs::remove_file(site.root.join("public/minutes-20261122.html")).expect("put above");
    let second = built(&site, 1);
    let mut old = hashed(&first);
    old.retain(|path, _| !path.starts_with("minutes-"));
    assert!(holds(&second, &old), "all that yesterday's gate leads to");
    assert!(
        !second.contains_key("minutes-20261122.html"),
        "what the site took away is gone, whatever its name"
    );
    assert_ne!(first["council-notice.js"], second["council-notice.js"]);
    let manifest = lines(&second, MANIFEST);
    assert!(!manifest.is_empty());
    assert!(manifest.iter().all(|line| line.starts_with("2026-11-23 ")));

    // Nothing names what is hashed but the gate, which comes last.
    let order = lines(&second, LIST);
    assert_eq!(order.last(), Some(&"council-notice.js"));
    let place = |path: &str| order.iter().position(|line| *line == path);
    let page = place("notices/lantern-library/index.html");
    for path in hashed(&second).keys() {
        assert!(place(path).is_some() && place(path) < page, "{path}");
    }

    change(&site, "Newer");
    let third = built(&site, 20);
    assert!(holds(&third, &old) && holds(&third, &second));
    // The first was current until the 23rd: thirty days more, and not one.
    assert!(holds(&built(&site, 31), &old));
    let later = built(&site, 32);
    let own = run_apart(&site, 32);
    let left = old.keys().filter(|path| later.contains_key(*path));
    assert!(left.clone().count() < old.len());
    assert!(left.into_iter().all(|path| own.contains_key(path)));
    assert!(holds(&later, &hashed(&own)));
    let last = built(&site, 60);
    assert!(!last.contains_key(MANIFEST), "nothing old is left");
    assert_eq!(last, own);
}

/// What a build gives by itself.
fn run_apart(site: &Site, day: u64) -> Files {
    let apart = Site::new("keep-apart");
    fs::remove_dir_all(&apart.root).expect("made above");
    copy(&site.root, &apart.root).expect("it can be copied");
    fs::remove_dir_all(apart.dist()).expect("it was built");
    let output = run(&apart, day, None);
    assert!(output.status.success(), "{}", printed(&output));
    apart.files()
}

#[test]
fn the_same_build_twice_is_the_same_as_once() {
    let site = Site::new("keep-twice");
    built(&site, 0);
    change(&site, "New");
    let once = built(&site, 1);
    assert!(built(&site, 1) == once);
    // A later day without a change only lets what is old go.
    assert!(built(&site, 9) == once);
    // Without the flag there is one release and nothing else.
    let output = run(&site, 9, None);
    assert!(output.status.success(), "{}", printed(&output));
    assert!(!site.files().contains_key(MANIFEST));
    assert!(site.files() == run_apart(&site, 9));
}

#[test]
fn a_release_may_come_from_another_folder() {
    let site = Site::new("keep-other");
    let first = built(&site, 0);
    fs::rename(site.dist(), site.root.join("live")).expect("it can be moved");
    change(&site, "New");
    for _ in 0..2 {
        let output = run(&site, 1, Some("live"));
        assert!(output.status.success(), "{}", printed(&output));
        assert!(holds(&site.files(), &first));
    }
    assert!(files(&site.root.join("live")) == first, "it is only read");
}

#[test]
fn a_damaged_manifest_loses_nothing_and_is_told() {
    let site = Site::new("keep-damaged");
    let first = built(&site, 0);
    change(&site, "New");
    built(&site, 1);
    for damage in [
        &b"2026-99-99 x\n\xff\xfe\0"[..],
        b"",
        b"9999-12-31 council-notice.js\n../../etc/hosts",
    ] {
        site.put(&format!("dist/{MANIFEST}"), damage);
        let output = run(&site, 20, Some("dist"));
        assert!(output.status.success(), "{}", printed(&output));
        let told = printed(&output).contains("kept-files.txt:1: ");
        assert_eq!(told, damage.starts_with(b"2026"), "{}", printed(&output));
        assert!(holds(&site.files(), &first));
        let manifest = site.files();
        let manifest = lines(&manifest, MANIFEST);
        assert!(
            manifest.iter().all(|line| line.starts_with("2026-12-12 ")),
            "as if current until today: {manifest:?}"
        );
    }
}

#[test]
fn what_is_no_release_is_told_and_nothing_is_published() {
    let site = Site::new("keep-none");
    let output = run(&site, 0, Some("notices"));
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    for word in [
        "notices holds no release",
        "help: ",
        "Nothing was published",
    ] {
        assert!(
            printed(&output).contains(word),
            "{word} in {}",
            printed(&output)
        );
    }
    assert!(!site.dist().exists());
    // A list that somebody has edited leads nowhere else.
    built(&site, 0);
    let list = fs::read_to_string(site.dist().join(LIST)).expect("just built");
    let bad = "../notices/a.0a1b2c3d.json\n/etc/deferred.0a1b2c3d.js\n";
    site.put(&format!("dist/{LIST}"), format!("{bad}{list}"));
    let files = built(&site, 1);
    assert!(!files.contains_key(MANIFEST));
}
