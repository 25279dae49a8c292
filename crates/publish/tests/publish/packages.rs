//! What is said of the packages where people read it: their files by the names that they have, and lines that can be typed.

use std::fs;

use crate::examples::{chapters, is_call, project, temporary, typed};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files that people take, by the names that `tools/package*.sh` give them, and where those are written.
const MADE: [(&str, &str, &str); 8] = [
    (
        "council-notice-@-linux-x86_64.tar.gz",
        "tools/package.sh",
        "$out/$name-linux-x86_64.tar.gz\"",
    ),
    (
        "council-notice_@_amd64.deb",
        "tools/package.sh",
        "$out/council-notice_${version}_amd64.deb\"",
    ),
    (
        "council-notice-@-windows-x86_64.zip",
        "tools/package.sh",
        "zipped \"$name-windows-x86_64.zip\"",
    ),
    (
        "council-notice-@-derby.zip",
        "tools/package.sh",
        "zipped \"$name-derby.zip\"",
    ),
    // npm makes these names of the packages' own.
    (
        "council-notice-@.tgz",
        "packages/npm/package.json",
        "\"name\": \"council-notice\"",
    ),
    (
        "council-notice-linux-x64-@.tgz",
        "tools/package-npm.sh",
        "\nlinux x64 council-notice\n",
    ),
    (
        "council-notice-win32-x64-@.tgz",
        "tools/package-npm.sh",
        "\nwin32 x64 council-notice.exe\n",
    ),
    (
        "council_notice-@-py3-none-win_amd64.whl",
        "tools/package-wheel.sh",
        "wheel council-notice.exe win_amd64\n",
    ),
];

fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Finds the names of packages in a text. `…` and `*` stand for what a name leaves open.
fn named(text: &str) -> Vec<&str> {
    let is_outside = |mark: char| mark.is_whitespace() || "`/\\()\"".contains(mark);
    let words = text.split(is_outside);
    let ends = [".tgz", ".whl", ".zip", ".deb", ".tar.gz"];
    words
        .filter(|word| word.starts_with("council-notice") || word.starts_with("council_notice"))
        .filter(|word| ends.iter().any(|end| word.ends_with(end)))
        .collect()
}

/// Says whether a name may be meant by another, with `…` and `*` in it.
fn is_meant(name: &str, by: &str) -> bool {
    let mut parts = by.split(['…', '*']);
    let Some(rest) = name.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    let rest = parts.try_fold(rest, |rest, part| Some(rest.split_once(part)?.1));
    rest.is_some_and(|rest| rest.ends_with(last))
}

#[test]
fn a_name_may_leave_something_open() {
    for (name, by, meant) in [
        ("a-1.0-b.zip", "a-1.0-b.zip", true),
        ("a-1.0-b.zip", "a-…-b.zip", true),
        ("a-1.0-b.zip", "a-…-…b.zip", true),
        ("a-1.0-b.zip", "a-*.zip", true),
        ("a-1.0-b.zip", "a-1.1-b.zip", false),
        ("a-1.0-b.zip", "a-1.0", false),
        ("a-1.0-b.zip", "a-…-c.zip", false),
        ("a-1.0-b.zip", "b-…", false),
    ] {
        assert_eq!(is_meant(name, by), meant, "{name} by {by}");
    }
}

/// With the next version the manual's lines are to find their files as well.
#[test]
fn every_file_that_is_named_is_one_that_is_made() {
    let made = MADE.map(|(name, script, line)| {
        assert!(text(script).contains(line), "{script} makes {name}");
        name.replace('@', VERSION)
    });
    let mut pages = chapters();
    for path in [
        "README.md",
        "packages/README.txt",
        "packages/npm/README.md",
        "packages/python/METADATA",
    ] {
        pages.push((path.to_owned(), text(path)));
    }
    let mut told = Vec::new();
    for (path, text) in &pages {
        for name in named(text) {
            let meant: Vec<_> = made.iter().filter(|one| is_meant(one, name)).collect();
            // The wheel for Linux names each kind of system that takes it.
            assert!(!meant.is_empty(), "{path} names {name}: there are {made:?}");
            told.extend(meant);
        }
    }
    for name in &made {
        assert!(told.contains(&name), "the manual says nothing of {name}");
    }
}

/// One after another, as somebody would who has the program. The README of a new site is tried in `stumbles`.
#[test]
fn what_the_packages_tell_a_beginner_to_type_works() {
    for (path, least) in [
        ("packages/README.txt", 4),
        ("packages/npm/README.md", 3),
        ("packages/python/METADATA", 3),
    ] {
        let text = text(path);
        // What is typed stands apart: four letters in, or by the name of npm's own program.
        let apart = text.lines().filter_map(|line| {
            line.strip_prefix("    ")
                .or_else(|| line.starts_with("npx ").then_some(line))
        });
        let lines: Vec<_> = apart.filter(|line| is_call(line)).collect();
        assert!(lines.len() >= least, "{path}: {lines:?}");
        let folder = temporary(&path.replace('/', "-"));
        for line in lines {
            typed(line, &folder).unwrap_or_else(|said| panic!("{line} in {path}: {said}"));
        }
    }
}
