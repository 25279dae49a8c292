//! The command: what it prints, and what its exit code says.

use serde_json::Value;
use std::{
    path::Path,
    process::{Command, Output},
};

fn publish(arguments: &[&str]) -> Output {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it prints text")
}

#[test]
fn a_finding_shows_its_line_and_its_remedy() {
    let done = publish(&["check", "notices/derby-homes.md", "--as-at", "2026-11-22"]);
    let said = text(&done.stdout);
    assert_eq!(done.status.code(), Some(4));
    for part in [
        "LAW-01",
        "Data Protection Act 1998",
        "notices/derby-homes.md:",
        "help: Name the law",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("connect-derby"), "only the notice asked for");
    assert!(said.trim_end().ends_with("in 1 notice"), "{said}");
}

#[test]
fn programs_get_every_finding_as_json() {
    let done = publish(&["check", "--as-at", "2026-11-22", "--format", "json"]);
    let list: Value = serde_json::from_slice(&done.stdout).expect("it prints JSON");
    let list = list.as_array().expect("a list");
    let law = list
        .iter()
        .find(|it| it["rule"] == "LAW-01" && it["notice"] == "derby-homes")
        .expect("the old Act is found");
    assert_eq!(law["severity"], "error");
    assert_eq!(law["mark"], "outdated");
    let file = law["place"]["file"].as_str().expect("a file");
    let line = law["place"]["line"].as_u64().expect("a line");
    let source = std::fs::read_to_string(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(file),
    );
    let source = source.expect("the file named is there");
    let line = source
        .lines()
        .nth(usize::try_from(line).expect("small") - 1);
    assert!(
        line.expect("the line is there")
            .contains("Data Protection Act 1998")
    );
    let name = list
        .iter()
        .find(|it| it["rule"] == "CMP-03" && it["notice"] == "connect-derby")
        .expect("the old name is found");
    assert_eq!(name["place"]["file"], "notices/controllers.toml");
}

#[test]
fn the_day_decides() {
    let on = |day| publish(&["check", "notices/connect-derby.md", "--as-at", day]).stdout;
    assert!(!text(&on("2026-02-04")).contains("CMP-01"));
    assert!(text(&on("2026-11-22")).contains("CMP-01"));
}

#[test]
fn law_that_is_old_is_told() {
    let on = |day: &str| {
        let done = publish(&["check", "notices/connect-derby.md", "--as-at", day]);
        text(&done.stderr).to_owned()
    };
    let day = ::publish::law_day();
    let months = |months: u16| day.after(months * 30 + months).to_string();
    assert_eq!(on(&months(5)), "");
    let said = on(&months(7));
    // By the clock of whoever runs this, the day may be still to come.
    let wanted = match day.after(7 * 31) > ::publish::today() {
        true => ["the law may have changed by then", "help: check again"],
        false => ["6 months or more before ", "help: take a newer"],
    };
    for word in [&*format!("on {day}, "), wanted[0], wanted[1]] {
        assert!(said.contains(word), "{word} in {said}");
    }
}

/// Whatever the draft of a source can be made of can be checked as it is.
#[test]
fn the_help_of_check_names_every_form_of_a_source() {
    let done = publish(&["check", "--help"]);
    let said = text(&done.stdout);
    let (_, said) = said.split_once("[FILES]...").expect("it takes files");
    let (_, said) = said.split_once("Arguments:").unwrap_or(("", said));
    for form in [
        ".md",
        ".txt",
        ".html",
        ".docx",
        "PDF",
        "rules that read text",
    ] {
        let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(form), "{form} in {said}");
    }
}

#[test]
fn code_review_gets_every_finding_as_sarif() {
    let done = publish(&["check", "--as-at", "2026-11-22", "--format", "sarif"]);
    assert_eq!(done.status.code(), Some(4));
    let log: Value = serde_json::from_slice(&done.stdout).expect("it prints JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for rule in rules {
        for key in [
            "/shortDescription/text",
            "/help/text",
            "/help/markdown",
            "/properties/law",
        ] {
            let text = rule.pointer(key).and_then(Value::as_str);
            assert!(text.is_some_and(|text| !text.is_empty()), "{key} {rule}");
        }
    }
    let address = run["tool"]["driver"]["informationUri"].as_str();
    assert!(address.is_some_and(|address| address.starts_with("https://")));
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 100, "{} results", results.len());
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index");
        let rule = &rules[usize::try_from(index).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        // Advice, and what nobody has verified, is a note whatever its rule weighs.
        if result["level"] != "note" {
            assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
        }
        let place = &result["locations"][0]["physicalLocation"];
        let file = place["artifactLocation"]["uri"].as_str().expect("a file");
        assert!(!file.contains("://") && !file.starts_with('/'), "{file}");
        let text = std::fs::read_to_string(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(file),
        );
        let text = text.expect("the file named is there");
        // What is not there is shown at the file's first line, for tools that show nothing without one.
        let region = &place["region"];
        assert!(region["startLine"].is_u64(), "{result}");
        if region["startColumn"].is_null() {
            continue;
        }
        let number = |key: &str| {
            let number = region[key].as_u64().expect("a number");
            usize::try_from(number).expect("small")
        };
        let line: Vec<char> = text
            .lines()
            .nth(number("startLine") - 1)
            .expect("the line is there")
            .chars()
            .collect();
        let shown: String = line[number("startColumn") - 1..number("endColumn") - 1]
            .iter()
            .collect();
        assert_eq!(region["snippet"]["text"], shown);
    }
}

#[test]
fn people_get_a_page_that_needs_nothing_but_itself() {
    let done = publish(&["check", "--as-at", "2026-11-22", "--format", "html"]);
    assert_eq!(done.status.code(), Some(4));
    let page = text(&done.stdout);
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let tree = roxmltree::Document::parse_with_options(page, options).expect("well-formed");
    let named = |name: &str| {
        tree.descendants()
            .filter(|node| node.has_tag_name(name))
            .count()
    };
    assert_eq!((named("script"), named("link"), named("img")), (0, 0, 0));
    assert_eq!(named("h1"), 1);
    assert_eq!(named("section"), 5, "one a notice");
    let ids: Vec<&str> = tree
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        let id = link.strip_prefix('#').expect("no address but its own");
        assert_eq!(ids.iter().filter(|other| **other == id).count(), 1, "{id}");
    }
    let list = publish(&["check", "--as-at", "2026-11-22", "--format", "json"]);
    let list: Value = serde_json::from_slice(&list.stdout).expect("it prints JSON");
    assert_eq!(named("li"), list.as_array().expect("a list").len());
    assert!(page.contains("as at 22 November 2026"));
}

#[test]
fn what_a_source_text_holds_is_shown_as_text() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sharp.txt");
    std::fs::write(
        &file,
        "<b>Page</b> & co\n\nPage 1 of 2\n\n<i>1</i>\nPage 2 of 2\n",
    )
    .expect("a place");
    let done = publish(&["check", &file.display().to_string(), "--format", "html"]);
    let page = text(&done.stdout);
    assert!(!page.contains("<b>") && !page.contains("<i>"), "{page}");
    assert!(page.contains("Page 1 of 2"));
}

/// Nobody sees the numbers of lines in Word: a finding says where it is as a reader would.
#[test]
fn a_finding_in_a_document_says_its_paragraph() {
    let p = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        p("H", "Toys privacy notice"),
        p("", ""),
        p("H", "Your rights"),
        p("", "You may ask for a copy."),
        p("", "We follow the Data Protection Act 1998."),
    ]
    .concat();
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let parts = [
        (
            "word/document.xml",
            format!("<w:document {w}><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/styles.xml",
            format!(
                "<w:styles {w}><w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
            ),
        ),
    ];
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("toys.docx");
    let mut out = zip::ZipWriter::new(std::fs::File::create(&file).expect("a place"));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(name, options).expect("a part");
        std::io::Write::write_all(&mut out, text.as_bytes()).expect("its text");
    }
    out.finish().expect("a package");
    let path = file.display().to_string();
    let said = |format: &str| {
        let done = publish(&["check", &path, "--as-at", "2026-11-22", "--format", format]);
        text(&done.stdout).to_owned()
    };
    let place = "paragraph 2 under “Your rights”";
    let shown = said("text");
    let whole = format!("{place}: “We follow the Data Protection Act 1998.”");
    assert!(shown.contains(&whole), "{shown}");
    assert!(!shown.contains(".docx:5"), "{shown}");
    let page = said("html");
    assert!(
        page.contains(place) && !page.contains("toys.docx, line"),
        "{page}"
    );
    let list: Value = serde_json::from_str(&said("json")).expect("JSON");
    let law = list
        .as_array()
        .and_then(|all| all.iter().find(|it| it["rule"] == "LAW-01"));
    assert_eq!(law.expect("it is found")["place"]["words"], place);
    let sarif: Value = serde_json::from_str(&said("sarif")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let law = results
        .iter()
        .find(|it| it["ruleId"] == "LAW-01")
        .expect("it is found");
    let location = &law["locations"][0];
    assert!(
        location["physicalLocation"]["region"].is_null(),
        "{location}"
    );
    assert_eq!(location["message"]["text"], whole);
}

#[test]
fn a_source_is_held_against_the_rules_that_read_text() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("old.txt");
    let text = "Toys privacy notice\r\n\r\nYour rights\r\n\r\nWe follow the Data Protection Act 1998 in all we do.\r\n";
    std::fs::write(&file, text).expect("a place");
    let done = publish(&["check", &file.display().to_string()]);
    let said = self::text(&done.stdout);
    assert!(said.contains("LAW-01") && said.contains(":5"), "{said}");
    assert!(
        !said.contains("RET-01 ("),
        "facts are not looked for in a text: {said}"
    );
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&file, wide).expect("a place");
    let done = publish(&["check", &file.display().to_string()]);
    assert!(
        self::text(&done.stdout).contains("LAW-01"),
        "whatever its encoding"
    );
    std::fs::write(&file, b"{\\rtf1 x}").expect("a place");
    assert_eq!(
        publish(&["check", &file.display().to_string()])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn the_exit_code_tells_clean_from_errors_and_from_a_wrong_call() {
    let code = |arguments: &[&str]| publish(arguments).status.code();
    assert_eq!(
        code(&["check", "crates/source/tests/check/source.txt"]),
        Some(4)
    );
    assert_eq!(code(&["check", "LICENSE"]), Some(0));
    for format in ["text", "json", "sarif", "html"] {
        for (file, wanted) in [("crates/source/tests/check/source.txt", 4), ("LICENSE", 0)] {
            let found = code(&["check", file, "--format", format]);
            assert_eq!(found, Some(wanted), "{file} as {format}");
        }
    }
    assert_eq!(code(&["check", "nowhere.txt"]), Some(1));
    assert_eq!(code(&["check", "--as-at", "yesterday"]), Some(2));
}

/// A terminal obeys such marks wherever they come from.
#[test]
fn control_characters_are_shown_and_not_obeyed() {
    let folder = std::env::temp_dir().join(format!("council-notice-escape-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let page = folder.join("page.html");
    let label = "<form><label>Name\u{1b}]0;owned\u{7}\u{1b}[31m \u{9b}31m <input name=\"name\"></label></form>";
    std::fs::write(&page, label).expect("a page");
    let done = publish(&[
        "audit",
        page.to_str().expect("a path"),
        "--service",
        "connect-derby",
    ]);
    let said = text(&done.stdout);
    assert!(said.contains("Name"), "{said:?}");
    let bad = |mark: char| mark.is_control() && mark != '\n';
    assert!(!said.contains(bad), "{said:?}");

    let notice = folder.join("notices/connect-derby.md");
    let site = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../notices"));
    copy(site, &folder.join("notices"));
    let read = std::fs::read_to_string(&notice).expect("a notice");
    std::fs::write(&notice, read + "\nA word\u{1b}[2J\u{202e} more.\n").expect("written");
    let done = publish(&["check", "--site", folder.to_str().expect("a path")]);
    let said = text(&done.stderr);
    assert!(
        said.contains("U+001B") && said.contains("connect-derby.md:") && said.contains("Delete it"),
        "{said:?}"
    );
    assert!(
        !said.contains(bad) && !said.contains('\u{202e}'),
        "{said:?}"
    );
    std::fs::remove_dir_all(&folder).expect("removed");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("listed").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).expect("copied");
        }
    }
}
