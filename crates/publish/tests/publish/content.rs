//! What is in the files.

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

use flate2::read::GzDecoder;
use publish::Profile;

use crate::site::Site;

pub(crate) fn text(site: &Site, path: &str) -> String {
    String::from_utf8(
        site.files()
            .remove(path)
            .unwrap_or_else(|| panic!("{path} is published")),
    )
    .expect("text")
}

/// Breaks between elements, so that a change shows as a line.
pub(crate) fn lines(html: &str) -> String {
    unhashed(&html.replace("><", ">\n<"))
}

/// The frame of a page: head, headings and anchors. What stands between them is the components' affair.
fn outline(html: &str) -> String {
    let kept = |line: &&str| {
        let tags = [
            "html", "title", "meta", "link", "h1", "h2", "main", "section", "nav", "a ",
        ];
        tags.iter().any(|tag| {
            line.strip_prefix('<')
                .is_some_and(|rest| rest.starts_with(tag))
        })
    };
    lines(html)
        .lines()
        .filter(kept)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Eight hexadecimal digits between marks become a word: the content that they stand for is elsewhere
/// in the snapshot.
fn unhashed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['.', '-', '"']) {
        let (start, end) = rest.split_at(at + 1);
        out.push_str(start);
        let digits = end.bytes().take_while(u8::is_ascii_hexdigit).count();
        if digits == 8 && end[8..].starts_with(['.', '_', '"']) {
            out.push_str("HASH");
            rest = &end[8..];
        } else {
            rest = end;
        }
    }
    out + rest
}

#[test]
fn every_promised_file_is_there() {
    let site = Site::new("files");
    site.build(Profile::Release)
        .expect("a good site is published");
    let mut names: Vec<_> = site
        .files()
        .into_keys()
        .map(|name| unhashed(&name))
        .collect();
    // In an order that no hash decides.
    names.sort();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn the_gate_is_handed_its_data() {
    let site = Site::new("gate");
    site.build(Profile::Dev).expect("a good site is published");
    let mut node = Command::new("node")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is one of the tools");
    let script = format!(
        "told = (data) => console.log(JSON.stringify(data, null, 1));{}",
        text(&site, "council-notice.js")
    );
    node.stdin
        .take()
        .expect("a pipe")
        .write_all(script.as_bytes())
        .expect("node reads");
    let said = node.wait_with_output().expect("node ends");
    insta::assert_snapshot!(unhashed(&String::from_utf8_lossy(&said.stdout)));
}

/// Nobody can allow or refuse a service that is essential: what waits for it runs, and the deferred module clears only what it knows
/// by another id.
#[test]
fn an_essential_service_is_its_category() {
    let site = Site::new("essential");
    let path = "notices/cookies.toml";
    let policy = std::fs::read_to_string(site.root.join(path)).expect("copied from the fixture");
    let own = "[[category.item]]\nname = \"council_notice\"";
    assert!(policy.contains(own), "the fixture has it");
    let service = "[[service]]\nid = \"desk\"\ncategory = \"essential\"\ntitle = \"ContactPoint\"\nprovider = \"ContactPoint Ltd\"\n\
        purpose = \"Opens.\"\n[[service.item]]\nname = \"council_notice\"";
    site.put(path, policy.replace(own, service));
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let deferred = |name: &&String| name.starts_with("deferred.") && name.ends_with(".js");
    let name = files.keys().find(deferred).expect("there is one");
    let script = String::from_utf8_lossy(&files[name]);
    for item in [
        r#"["essential","cookie","council_notice"]"#,
        r#"["film-shelf","session-storage","shelf_*"]"#,
    ] {
        assert!(script.contains(item), "no {item} in {script}");
    }
    let gate = text(&site, "council-notice.js");
    assert!(gate.contains(r#"desk:"essential""#), "{gate}");
    assert!(!gate.contains(r#""film-shelf":"#), "{gate}");
}

#[test]
fn one_more_language_is_one_more_file() {
    let site = Site::new("languages");
    let english =
        std::fs::read_to_string(site.root.join("notices/strings/en.toml")).expect("written above");
    let made_up = english
        .replace("\"<", "\"QX <")
        .replace("\"ltr\"", "\"rtl\"\ntranslation = \"machine\"");
    site.put("notices/strings/qx.toml", made_up);
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let only = |start: &str, end: &str| {
        let mut names = files
            .keys()
            .filter(|name| name.starts_with(start) && name.ends_with(end));
        let (first, second) = (names.next(), names.next());
        assert!(second.is_none(), "one file for {start}");
        String::from_utf8_lossy(&files[first.unwrap_or_else(|| panic!("{start} is published"))])
            .into_owned()
    };
    assert!(only("index.qx.", ".json").contains("\"QX <close>\""));
    // The notice itself has no translation: the English one stands in.
    assert!(only("index.qx.", ".json").contains("notices/lantern-library.en."));
    let gate = text(&site, "council-notice.js");
    assert!(gate.contains(r#"["en","qx"]"#), "the gate knows it: {gate}");
    assert!(
        !gate.contains("QX"),
        "and holds none of its words: they are fetched where they are needed"
    );
    assert!(only("deferred.qx.", ".js").contains(r#""QX <notice-fallback>","rtl"]"#));
    let own = only("deferred.en.", ".js");
    assert!(
        !own.contains("QX") && !own.contains("notice-fallback"),
        "one language, and nothing that the gate itself holds: {own}"
    );
}

/// Paper has no rights helper and no address line: the page prints both.
#[test]
fn a_notice_on_paper_says_where_it_is_and_what_a_request_costs() {
    let site = Site::real("paper");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let source = publish::load(&site.root.join("notices")).expect("just published");
    for notice in source.notices {
        let address = format!("/notices/{}/", notice.id);
        let page = text(&site, &format!("{}index.html", &address[1..]));
        let (_, paper) = page
            .split_once("<div class=\"paper\">")
            .expect("what is for paper");
        let (paper, _) = paper.split_once("</div>").expect("it ends");
        let (_, said) = paper
            .split_once("class=\"address\">")
            .unwrap_or_else(|| panic!("no address in {paper}"));
        let said = said.split('<').next().unwrap_or_default();
        assert!(
            said.starts_with("https://") && said.ends_with(&address),
            "{said}"
        );
        for words in ["It is free.", "usually", "within one month"] {
            let has_terms = paper.contains(words);
            assert_eq!(has_terms, !notice.rights.is_empty(), "{words} in {paper}");
        }
    }
}

#[test]
fn a_translated_notice_has_its_own_file_and_page_and_links_both_ways() {
    let site = Site::new("translated");
    let read = |path: &str| {
        std::fs::read_to_string(site.root.join("notices").join(path)).expect("in the fixture")
    };
    let words = read("strings/en.toml").replace("\"ltr\"", "\"rtl\"");
    site.put(
        "notices/strings/qx.toml",
        words.replace("<language>", "Quux"),
    );
    let own = read("lantern-library.md")
        .replace("version = ", "translation = \"machine\"\nbased-on = ")
        .replace("published = 2026-03-01\n", "")
        .replace("\"Lantern Library\"", "\"Xuuq\"");
    site.put("notices/qx/lantern-library.md", own);
    for file in ["rights", "children"] {
        let path = format!("shared/{file}.md");
        site.put(&format!("notices/qx/{path}"), read(&path));
    }
    let done = site.build(Profile::Dev).expect("a good site is published");
    assert_eq!(done.notices, 1, "a translation is no other notice");

    let english = text(&site, "notices/lantern-library/index.html");
    let own = text(&site, "notices/lantern-library/qx/index.html");
    assert!(own.contains(r#"<html lang="qx" dir="rtl">"#));
    assert!(english.contains(r#"<html lang="en" dir="ltr">"#));
    assert!(
        own.contains(
            "<made-by-machine>"
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .as_str()
        )
    );
    assert!(!english.contains("made-by-machine"));
    // Search engines want whole addresses.
    let root = "https://notices.example/";
    for page in [&english, &own] {
        for (lang, folder) in [("en", ""), ("qx", "qx/")] {
            let link = format!(
                r#"<link rel="alternate" hreflang="{lang}" href="{root}notices/lantern-library/{folder}"/>"#
            );
            let link = link.replace("/>", ">");
            assert!(page.contains(&link), "{link} in {page}");
        }
    }
    assert!(english.contains(r#"lang="qx" dir="rtl">Quux</a>"#));

    let files = site.files();
    let index = files.iter().find(|(name, _)| name.starts_with("index.qx."));
    let index = String::from_utf8_lossy(index.expect("an index a language").1).into_owned();
    assert!(index.contains("notices/lantern-library.qx."));
    let notice = files
        .iter()
        .find(|(name, _)| name.starts_with("notices/lantern-library.qx."));
    let notice = String::from_utf8_lossy(notice.expect("a file a translation").1).into_owned();
    assert!(notice.contains(r#""lang":"qx","dir":"rtl""#));
}

#[test]
fn static_pages_are_whole_documents() {
    let site = Site::new("pages");
    site.build(Profile::Dev).expect("a good site is published");
    insta::assert_snapshot!(
        "notice-page",
        outline(&text(&site, "notices/lantern-library/index.html"))
    );
    insta::assert_snapshot!("list-page", lines(&text(&site, "notices/index.html")));
    insta::assert_snapshot!(
        "cookies-page",
        lines(&text(&site, "notices/cookies/index.html"))
    );
}

#[test]
fn compressed_twins_hold_the_same_content() {
    let site = Site::new("twins");
    site.build(Profile::Release)
        .expect("a good site is published");
    let files = site.files();
    let mut seen = (0, 0);
    for (name, packed) in &files {
        let mut unpacked = Vec::new();
        if let Some(plain) = name.strip_suffix(".br") {
            brotli::Decompressor::new(packed.as_slice(), 4096)
                .read_to_end(&mut unpacked)
                .expect("brotli");
            assert_eq!(unpacked, files[plain], "{name}");
            seen.0 += 1;
        } else if let Some(plain) = name.strip_suffix(".gz") {
            GzDecoder::new(packed.as_slice())
                .read_to_end(&mut unpacked)
                .expect("gzip");
            assert_eq!(unpacked, files[plain], "{name}");
            seen.1 += 1;
        }
    }
    assert!(seen.0 > 5 && seen.1 > 5, "{seen:?} compressed files");
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let (one, two) = (Site::new("same-1"), Site::new("same-2"));
    one.build(Profile::Release)
        .expect("a good site is published");
    two.build(Profile::Release)
        .expect("a good site is published");
    assert_eq!(one.files(), two.files());
}

#[test]
fn facts_without_a_heading_of_their_own_are_shown_under_the_general_one() {
    let site = Site::new("headings");
    let path = "notices/lantern-library.md";
    let notice = std::fs::read_to_string(site.root.join(path)).expect("copied");
    let end = notice.rfind("+++").expect("front matter ends") + 3;
    site.put(path, &notice[..end]);
    site.build(Profile::Dev)
        .expect("a notice may have no prose");
    let page = text(&site, "notices/lantern-library/index.html");
    for (anchor, key) in [("data", "section-data"), ("purposes", "section-purposes")] {
        assert!(
            page.contains(&format!("<section id=\"{anchor}\">")),
            "{anchor}"
        );
        assert!(
            page.contains(&format!("<a href=\"#{anchor}\">&lt;{key}&gt;</a>")),
            "{key}"
        );
    }
    assert!(
        !page.contains("section-research"),
        "a section with nothing in it has no heading"
    );
}

/// A bundle carries its module's name; the index leads to it, and the service worker holds both, with nothing of a page.
#[test]
fn a_kiosk_has_its_bundle_its_styles_and_its_worker() {
    let site = Site::new("kiosk");
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let text = |start: &str, end: &str| {
        let found = files
            .iter()
            .find(|(path, _)| path.starts_with(start) && path.ends_with(end));
        let (path, bytes) = found.unwrap_or_else(|| panic!("no {start}…{end}"));
        (path.clone(), String::from_utf8_lossy(bytes).into_owned())
    };
    let (script, code) = text("kiosk.", ".js");
    let (module, _) = text("kiosk.", ".wasm");
    let (style, _) = text("kiosk.", ".json");
    assert!(code.contains(&module), "{code}");
    assert!(!files.contains_key("kiosk.js") && !files.contains_key("kiosk_bg.wasm"));

    let (index, json) = text("index.en.", ".json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("the index is JSON");
    assert_eq!([&json["kiosk"], &json["kiosk_style"]], [&script, &style]);
    assert_eq!(
        json["languages"],
        serde_json::json!([["en", "<language>", "ltr"]])
    );

    let worker = &files["kiosk-worker.js"];
    let worker = String::from_utf8_lossy(worker);
    for held in ["council-notice.js", &script, &module, &style, &index] {
        assert!(worker.contains(&format!("\"{held}\"")), "{held}: {worker}");
    }
    for other in [".html", "notices/", ".br\"", ".gz\""] {
        assert!(!worker.contains(other), "{other}: {worker}");
    }

    // The audit is for editors: named in the same way, and held for no visitor.
    let (terms, said) = text("audit.en.", ".json");
    assert_eq!(json["audit_terms"], terms.as_str());
    let said: serde_json::Value = serde_json::from_str(&said).expect("the terms are JSON");
    let notices = said["notices"].as_object().expect("terms by notice");
    assert!(
        !notices.is_empty()
            && notices
                .values()
                .all(|views| views["/"]["version"].is_string())
    );
    assert!(json["audit"].is_string());
    assert!(!worker.contains("audit"), "{worker}");
}
