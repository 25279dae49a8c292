//! The register: what stands in it, and that it says the same wherever it is built.

use publish::Profile;

use crate::{
    content::{lines, text},
    site::Site,
};

/// The main part of the page, a line an element.
fn main(site: &Site) -> String {
    let html = text(site, "register/index.html");
    let (_, rest) = html.split_once("<main").expect("it has a main part");
    lines(rest)
}

/// A second notice of the same trust, which says other things of it, and pages with and without notices.
fn two_notices(name: &str) -> Site {
    let site = Site::new(name);
    let path = |id: &str| format!("notices/{id}.md");
    let first = std::fs::read_to_string(site.root.join(path("lantern-library"))).expect("copied");
    let second = first
        .replace("id = \"lantern-library\"", "id = \"lantern-museum\"")
        .replace("title = \"Lantern Library\"", "title = \"Lantern Museum\"")
        .replace("published = 2026-03-01", "published = 2021-01-31")
        .replace("No machine decides.", "A machine never decides alone.");
    assert_ne!(first, second);
    site.put(&path("lantern-museum"), second);
    site.put(
        "notices/pages.txt",
        "# Pages with forms\nhttps://lantern.example/join?x=1\n/demo/tenancy.html\n",
    );
    site.put(
        "dist/demo/tenancy.html",
        "<!doctype html><title>Tenancy</title><form></form>",
    );
    site
}

#[test]
fn the_whole_register() {
    let site = two_notices("register");
    site.build(Profile::Dev).expect("a good site is published");
    insta::assert_snapshot!(words(&main(&site)));
}

/// What a person reads, a line a row, paragraph or item.
fn words(html: &str) -> String {
    let ends = [
        "</tr>",
        "</p>",
        "</li>",
        "</h1>",
        "</h2>",
        "</h3>",
        "</h4>",
        "</legend>",
        "</label>",
    ];
    let mut html = html.replace('\n', "").replace("</td>", " | ");
    for end in ends {
        html = html.replace(end, &format!("{end}\n"));
    }
    let lines = html.lines().map(|line| {
        let text = line.split('<').filter_map(|part| part.split_once('>'));
        text.map(|(_, text)| text)
            .collect::<String>()
            .trim()
            .to_owned()
    });
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn a_tag_of_no_notice_is_a_form_without_one() {
    let site = two_notices("register-unknown");
    site.put(
        "dist/demo/apply.html",
        "<!doctype html><html lang=\"en\"><title>Apply</title><script async src=\"/council-notice.js\" \
         data-service=\"no-such-notice\" data-form=\"#f\"></script><form id=\"f\"><label>Name <input name=\"name\"></label></form></html>",
    );
    site.build(Profile::Dev).expect("a good site is published");
    let words = words(&main(&site));
    let row = words.lines().find(|line| line.contains("/demo/apply.html"));
    let row = row.expect("the page is listed");
    assert!(
        row.contains("✗ its tag names no notice that there is"),
        "{row}"
    );
    assert!(row.contains("no-such-notice"), "{row}");
    let count = |words: &str| {
        let line = words.lines().find(|line| line.contains("without a notice"));
        line.and_then(|line| line.split(' ').next()?.parse::<u32>().ok())
    };
    let before = two_notices("register-known");
    before
        .build(Profile::Dev)
        .expect("a good site is published");
    let before = count(&self::words(&main(&before))).expect("a figure");
    assert_eq!(count(&words), Some(before + 1), "it is counted");
}

#[test]
fn every_open_cell_leads_to_its_finding() {
    let site = two_notices("cells");
    site.build(Profile::Dev).expect("a good site is published");
    let page = main(&site);
    let cells: Vec<_> = page
        .lines()
        .zip(page.lines().skip(1))
        .filter(|(cell, _)| cell.starts_with("<td") && cell.contains("data-mark"))
        .collect();
    assert!(cells.len() > 70, "every rule for two notices");
    for (cell, inside) in cells {
        let quiet = cell.contains("\"present\"") || cell.contains("\"none\"");
        let to = inside
            .strip_prefix("<a href=\"#")
            .and_then(|rest| rest.split('"').next());
        assert_eq!(to.is_none(), quiet, "{cell}{inside}");
        if let Some(to) = to {
            let found = page.split_once(&format!("<li id=\"{to}\"")).expect(to).1;
            assert!(found.contains("class=\"finding\""), "{to}");
        }
    }
}

#[test]
fn search_engines_are_told_to_keep_out() {
    let site = Site::new("noindex");
    site.build(Profile::Dev).expect("a good site is published");
    let page = text(&site, "register/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("<script"), "nothing on it needs one");
    let notice = text(&site, "notices/lantern-library/index.html");
    assert!(!notice.contains("robots"), "notices are to be found");
    let headers = text(&site, "_headers");
    let rule = headers
        .split("\n/")
        .find(|rule| rule.starts_with("register/*"));
    assert!(
        rule.expect("a rule")
            .contains("\n  X-Robots-Tag: noindex\n")
    );
}

/// Before a duty begins its rule concerns nobody.
#[test]
fn the_law_is_that_of_the_day() {
    let cell = |day: &str| {
        let site = Site::new(&format!("day-{day}"));
        site.build_as_at(Profile::Dev, day)
            .expect("a good site is published");
        let page = main(&site);
        let row = page.split_once(">CMP-01</b>").expect("a row").1;
        let row = row.split_once("<td").expect("a cell").1;
        row.contains("data-mark=\"none\"") && row.find("\"none\"") < row.find("</td>")
    };
    assert!(cell("2025-06-01"), "s. 164A was not in force");
    assert!(!cell("2026-11-22"), "it is now");
}

/// More notices than a page can hold findings of: each has a page of its own, and every cell still leads there.
#[test]
fn many_notices_have_a_page_each() {
    let site = Site::new("many");
    let path = |id: &str| format!("notices/{id}.md");
    let first = std::fs::read_to_string(site.root.join(path("lantern-library"))).expect("copied");
    for number in 0..41 {
        let id = format!("library-{number}");
        let notice = first.replace("id = \"lantern-library\"", &format!("id = \"{id}\""));
        site.put(&path(&id), notice);
    }
    site.build(Profile::Dev).expect("a good site is published");
    let index = main(&site);
    assert!(!index.contains("class=\"finding\"") && !index.contains("type=\"radio\""));
    let to = index
        .split("<a href=\"library-7/#")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a cell leads to the page");
    let page = text(&site, "register/library-7/index.html");
    assert!(page.contains(&format!("id=\"{to}\"")), "{to}");
    assert!(page.contains("content=\"noindex\""));
}
