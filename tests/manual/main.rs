//! The README and the manual: links that lead somewhere, and names that are there. What the manual says of commands, of the
//! cookie policy, of nginx and of security policies is tried where those are tested.

mod page;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use notice::kiosk;
use page::Page;

const MANUAL: &str = "docs/src";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder of the project that end in one of these, with their text.
fn texts(folder: &str, ends: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if ends.iter().any(|end| path.to_string_lossy().ends_with(end)) {
                let text = fs::read_to_string(&path).expect("the file is text");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Every page that a reader may begin with: the manual's, and those beside the README.
fn pages() -> Vec<Page> {
    let mut pages: Vec<_> = texts(MANUAL, &[".md"])
        .into_iter()
        .map(|(path, text)| Page::new(path, text))
        .collect();
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).expect(name);
        pages.push(Page::new(path, text));
    }
    assert!(pages.len() > 20, "the manual is found");
    pages
}

fn page(name: &str) -> Page {
    let path = root().join(MANUAL).join(name);
    let text = fs::read_to_string(&path).expect(name);
    Page::new(path, text)
}

#[test]
fn the_readme_is_a_page() {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is one");
    let lines = readme.lines().count();
    assert!(lines <= 150, "{lines} lines: the rest belongs in {MANUAL}");
}

#[test]
fn every_chapter_is_in_the_summary_once() {
    let summary = page("SUMMARY.md");
    let folder = root().join(MANUAL);
    let mut listed: Vec<_> = summary
        .links()
        .iter()
        .map(|link| folder.join(link))
        .collect();
    listed.sort();
    let chapters: Vec<_> = texts(MANUAL, &[".md"])
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| !path.ends_with("SUMMARY.md"))
        .collect();
    assert_eq!(listed, chapters);
}

#[test]
fn links_lead_somewhere() {
    let pages = pages();
    let mut wrong = Vec::new();
    for page in &pages {
        for link in page.links() {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = if file.is_empty() {
                page.path.clone()
            } else {
                page.path
                    .parent()
                    .expect("a page is in a folder")
                    .join(file)
            };
            let Ok(target) = target.canonicalize() else {
                wrong.push(format!("{}: {link}", page.path.display()));
                continue;
            };
            let there = anchor.is_empty()
                || pages
                    .iter()
                    .find(|page| page.path.canonicalize().is_ok_and(|path| path == target))
                    .is_some_and(|page| page.anchors().iter().any(|known| known == anchor));
            // The manual is published without what lies around it.
            let inside = !page.path.starts_with(root().join(MANUAL))
                || target.starts_with(root().join(MANUAL).canonicalize().expect("it is there"));
            if !there || !inside {
                wrong.push(format!("{}: {link}", page.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An attribute's name as scripts know it: `cookie-domain` is `cookieDomain`.
fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(word.len().min(1));
        camel.push_str(&first.to_uppercase());
        camel.push_str(rest);
    }
    camel
}

/// Attributes in the manual's examples and tables, as scripts know them (`data-cookie-domain` is `cookieDomain`) or
/// as style sheets do.
#[test]
fn attributes_are_ones_that_something_reads() {
    let readers: String = texts("www", &[".js", ".css"])
        .into_iter()
        .map(|(_, text)| text)
        .chain(texts("src", &[".rs"]).into_iter().map(|(_, text)| text))
        .chain(texts("crates", &[".rs"]).into_iter().map(|(_, text)| text))
        .collect();
    let known: BTreeSet<&str> = readers
        .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .collect();
    let mut seen = 0;
    for page in pages() {
        for name in page.names("data-") {
            seen += 1;
            let camel = camel(&name["data-".len()..]);
            assert!(
                known.contains(camel.as_str()) || known.contains(name.as_str()),
                "{name} in {}: nothing reads it, nor {camel}",
                page.path.display()
            );
        }
    }
    assert!(seen > 30, "the manual speaks of attributes");
}

/// Both tables of the tag's attributes have the same ones, in the same order.
#[test]
fn each_attribute_says_what_it_means_when_it_is_wrong() {
    let tag = page("editor/tag.md");
    let table = |head: &str| -> Vec<String> {
        tag.text
            .lines()
            .skip_while(|line| !line.starts_with(head))
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .map(|line| line.split('|').nth(1).expect("a cell").to_owned())
            .collect()
    };
    let meanings = table("| attribute | meaning |");
    assert!(meanings.len() > 9, "{meanings:?}");
    assert_eq!(meanings, table("| attribute | empty |"));
}

/// The tag's attributes are the same to whoever reads them (www/deferred/options.js), in the manual and to compilers.
#[test]
fn attributes_are_those_of_the_types() {
    let read = |file: &str, from: &str, to: &str| -> String {
        let text = fs::read_to_string(root().join(file)).expect(file);
        let (_, rest) = text.split_once(from).expect(from);
        rest.split_once(to).expect(to).0.to_owned()
    };
    // `name: …` or `name?: …`, a line each, at one depth.
    let members = |text: &str, indent: &str| -> BTreeSet<String> {
        text.lines()
            .filter_map(|line| line.strip_prefix(indent)?.split_once(':'))
            .map(|(name, _)| name.trim_end_matches('?').to_owned())
            .filter(|name| name.chars().all(char::is_alphabetic))
            .collect()
    };
    let typed = read("www/deferred/options.js", "const typed = {", "\n  };");
    let mut typed = members(&typed, "    ");
    typed.insert("lang".to_owned()); // the gate itself reads it
    assert!(typed.len() > 12, "{typed:?}");
    let declared = read("packages/npm/index.d.ts", "interface TagOptions {", "\n}");
    let mut declared = members(&declared, "  ");
    declared.remove("integrity"); // the script's own attribute, which the browser reads
    assert_eq!(typed, declared);
    let tag = read("docs/src/editor/tag.md", "| attribute | meaning |", "\n\n");
    let told: BTreeSet<String> = tag
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter_map(|name| name.strip_prefix("data-"))
        .map(camel)
        .collect();
    assert_eq!(typed, told);
}

/// Manual and preview say how long a screen counts down, and how soon a tag may have it wiped.
#[test]
fn a_shared_screen_counts_down_for_as_long_as_said() {
    let (least, countdown) = (kiosk::LEAST_IDLE.as_secs(), kiosk::COUNTDOWN.as_secs());
    for (file, said) in [
        ("docs/src/kiosk/index.md", format!("wiped, {least} to 3600")),
        (
            "docs/src/kiosk/index.md",
            format!("last {countdown} seconds"),
        ),
        (
            "docs/src/kiosk/reception.md",
            format!("for {countdown} seconds"),
        ),
        (
            "crates/publish/src/serve/start.html",
            format!("name=\"kiosk\" type=\"number\" min=\"{least}\""),
        ),
    ] {
        let text = fs::read_to_string(root().join(file)).expect(file);
        assert!(text.contains(&said), "{file} says: {said}");
    }
}

/// The manual tells the events that are declared for compilers, and no others.
#[test]
fn events_are_those_of_the_types() {
    let name = "www/council-notice.d.ts";
    let types = fs::read_to_string(root().join(name)).expect(name);
    let declared: Vec<&str> = types
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": CustomEvent"))
        .map(|(event, _)| event)
        .collect();
    let tag = page("editor/tag.md");
    let told: Vec<&str> = tag
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("| `council-notice:")?.split_once('`'))
        .map(|(event, _)| event)
        .collect();
    let declared: Vec<&str> = declared
        .into_iter()
        .filter_map(|event| event.strip_prefix("council-notice:"))
        .collect();
    assert!(declared.len() > 4, "{declared:?}");
    assert_eq!(told, declared);
}

/// Editors and bundlers read of the elements what the manual says of them.
#[test]
fn elements_are_described_as_the_manual_has_them() {
    let text = fs::read_to_string(root().join("www/custom-elements.json")).expect("it is there");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let names = |element: &serde_json::Value, list: &str| -> BTreeSet<String> {
        let all = element[list].as_array().into_iter().flatten();
        all.map(|one| one["name"].as_str().expect("a name").to_owned())
            .collect()
    };
    let elements = manifest["modules"][0]["declarations"].as_array();
    let elements = elements.expect("a list");
    let themes = page("editor/themes.md");
    let rows = themes
        .text
        .lines()
        .skip_while(|line| *line != "| element | parts |");
    let rows: Vec<&str> = rows
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(rows.len(), elements.len(), "{rows:?}");
    for row in rows {
        let mut code = row.split('`').skip(1).step_by(2);
        let tag = code.next().expect("an element");
        let parts: BTreeSet<String> = code.map(str::to_owned).collect();
        let element = elements.iter().find(|one| one["tagName"] == tag);
        assert_eq!(names(element.expect(tag), "cssParts"), parts, "{tag}");
    }
    let notice = &elements[0];
    let reader = fs::read_to_string(root().join("www/deferred/element.js")).expect("it is there");
    for attribute in names(notice, "attributes") {
        let read = format!("\"{attribute}\"");
        assert!(reader.contains(&read), "{attribute} is not read");
    }
    for property in themes.names("--council-notice-") {
        let is_for_the_dark = property.contains("-dark-");
        let known = names(notice, "cssProperties").contains(&property);
        assert!(known || is_for_the_dark, "{property} is not described");
    }
}

/// Custom properties and what is set on the page's root are there to be used.
#[test]
fn properties_are_ones_that_a_style_sheet_uses() {
    let styles: String = texts("www", &[".css"])
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let names = page("editor/themes.md").names("--council-notice-");
    assert!(names.len() > 6, "{names:?}");
    for name in names {
        assert!(styles.contains(&name), "{name} is in no style sheet");
    }
}

/// `make` in a code span or block is followed by what the Makefile knows.
#[test]
fn targets_are_in_the_makefile() {
    let makefile = fs::read_to_string(root().join("Makefile")).expect("there is one");
    let targets: BTreeSet<&str> = makefile
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(target, _)| target)
        .collect();
    let mut seen = 0;
    for page in pages() {
        for code in page.code() {
            let Some(target) = code
                .strip_prefix("make ")
                .and_then(|rest| rest.split_whitespace().next())
            else {
                continue;
            };
            seen += 1;
            assert!(
                targets.contains(target),
                "{code} in {}",
                page.path.display()
            );
        }
    }
    assert!(seen > 15, "the manual speaks of make");
}
