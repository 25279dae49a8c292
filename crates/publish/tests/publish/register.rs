//! The register: what stands in it, and that it says the same wherever it is built.

use publish::{Profile, keep};

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
        "public/demo/tenancy.html",
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

/// Answers that put the question off count as little as none, in the register and for whoever builds.
#[test]
fn what_goes_without_asking_and_is_not_answered_for_is_told() {
    let site = Site::new("unasked");
    site.answer_for_cookies("The officer will check.");
    let release = site.build(Profile::Dev).expect("it is published");
    let told: Vec<&String> = release
        .unfinished
        .iter()
        .filter(|it| it.contains("CKI-02"))
        .collect();
    assert!(
        !told.is_empty() && told.iter().all(|it| it.contains("1 of the 5 answers")),
        "{told:?}"
    );
    let page = words(&main(&site));
    assert!(
        page.contains("analytics: ! 1 of 5 answered unfitly"),
        "{page}"
    );
    assert!(
        page.contains("The officer will check. ! puts it off"),
        "{page}"
    );
    site.answer_for_cookies("The officer, 3 March 2026");
    let release = site.build(Profile::Dev).expect("it is published");
    assert!(
        release.unfinished.iter().all(|it| !it.contains("CKI-02")),
        "{:?}",
        release.unfinished
    );
    assert!(words(&main(&site)).contains("analytics: ✓ answered"));
    // Before the law knew of it, nothing is asked.
    let release = site
        .build_as_at(Profile::Dev, "2026-02-04")
        .expect("it is published");
    assert!(release.unfinished.iter().all(|it| !it.contains("CKI-02")));
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
        "public/demo/apply.html",
        "<!doctype html><html lang=\"en\"><title>Apply</title><script async src=\"/council-notice.js\" \
         data-service=\"no-such-notice\" data-form=\"#f\"></script><form id=\"f\"><label>Name <input name=\"name\"></label></form></html>",
    );
    site.build(Profile::Dev).expect("a good site is published");
    let words = words(&main(&site));
    let row = words.lines().find(|line| line.contains("/demo/apply.html"));
    let row = row.expect("the page is listed");
    assert!(
        row.contains("✗ its tag or include names no notice or part that there is"),
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

/// By hand, and by a part that the notice does not have; a tag that names nothing leaves it to the placements.
#[test]
fn a_tag_of_no_part_and_a_place_of_no_notice_are_told_too() {
    let site = two_notices("register-parts");
    let page = |tag: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><title>Apply</title>{tag}<form id=\"f\"><label>Name <input name=\"name\"></label></form></html>"
        )
    };
    let script = |more: &str| {
        page(&format!(
            "<script async src=\"/council-notice.js\" {more}></script>"
        ))
    };
    let pages = [
        (
            "part",
            script("data-service=\"lantern-library\" data-part=\"no-such-part\""),
            true,
        ),
        (
            "hand",
            page("<council-notice service=\"nobody\" for=\"#f\"></council-notice>"),
            true,
        ),
        ("right", script("data-service=\"lantern-library\""), false),
        ("empty", script("data-service=\"\""), false),
    ];
    for (name, html, _) in &pages {
        site.put(&format!("public/demo/{name}.html"), html.as_str());
    }
    site.build(Profile::Dev).expect("a good site is published");
    let words = words(&main(&site));
    for (name, _, unknown) in &pages {
        let row = words
            .lines()
            .find(|line| line.contains(&format!("/demo/{name}.html")));
        let row = row.unwrap_or_else(|| panic!("{name}: {words}"));
        let told = row.contains("its tag or include names no notice or part that there is");
        assert_eq!(told, *unknown, "{row}");
    }
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
            .strip_prefix("<a href=\"")
            .and_then(|rest| rest.split('"').next());
        assert_eq!(to.is_none(), quiet, "{cell}{inside}");
        if let Some(to) = to {
            let (folder, id) = to.split_once('#').expect("a place on a page");
            let own = text(&site, &format!("register/{folder}index.html"));
            let found = own.split_once(&format!("id=\"{id}\"")).expect(to).1;
            assert!(found.contains("class=\"finding\""), "{to}");
        }
    }
}

/// What is wrong, what was right once, and what is not there are told apart.
#[test]
fn outdated_is_not_wrong() {
    let site = two_notices("outdated");
    site.build(Profile::Dev).expect("a good site is published");
    let words = words(&main(&site));
    for (rule, mark) in [("VER-01", "↻ outdated"), ("REC-02", "! wrong")] {
        let row = words.lines().find(|line| line.starts_with(rule));
        assert!(row.expect(rule).contains(mark), "{row:?}");
    }
}

/// The page for the people who run the service asks, and says who is asked.
#[test]
fn a_notice_has_a_page_of_questions_to_its_owner() {
    let site = two_notices("owner");
    let path = "notices/lantern-museum.md";
    let own = std::fs::read_to_string(site.root.join(path)).expect("copied");
    let owned = own.replace(
        "published = 2021-01-31",
        "published = 2021-01-31\nowner = \"Museum keepers\"\nreview = 2026-10-01",
    );
    assert_ne!(own, owned);
    site.put(path, owned);
    site.build_as_at(Profile::Dev, "2026-11-22")
        .expect("a good site is published");
    let html = text(&site, "register/lantern-museum/index.html");
    let words = words(&lines(html.split_once("<main").expect("a main part").1));
    assert!(words.contains("Museum keepers"), "{words}");
    assert!(
        words.contains("When did somebody last go through this notice"),
        "{words}"
    );
    assert!(words.contains("VER-01"), "{words}");
    let index = main(&site);
    assert!(index.contains("review overdue"), "its day has passed");
    for public in [
        "notices/lantern-museum/index.html",
        "notices/lantern-museum.json",
    ] {
        let there = site.root.join("dist").join(public).exists();
        assert!(
            !there || !text(&site, public).contains("Museum keepers"),
            "{public}"
        );
    }
    let table = text(&site, "register/findings.csv");
    let row = table.lines().find(|line| line.contains("VER-01"));
    assert!(row.expect("a row").contains("Museum keepers"), "{row:?}");
}

/// What the version kept last got wrong and this one does not is settled; what only this one gets wrong is new.
#[test]
fn progress_is_told_since_the_version_that_was_kept_last() {
    let site = two_notices("progress");
    site.build(Profile::Dev).expect("a good site is published");
    assert!(!main(&site).contains("Since version"), "none is kept");
    keep(&site.root, &[]).expect("kept");
    let path = "notices/lantern-museum.md";
    let own = std::fs::read_to_string(site.root.join(path)).expect("copied");
    let changed = own
        .replace("version = \"2026-03-01\"", "version = \"2026-11-01\"")
        // VER-01 was told of a day five years ago.
        .replace("published = 2021-01-31", "published = 2026-11-01")
        .replace("transfers = \"Nothing leaves the country.\"\n", "");
    site.put(path, changed);
    site.build(Profile::Dev).expect("a good site is published");
    let words = words(&main(&site));
    let line = words
        .lines()
        .find(|line| line.contains("Since version 2026-03-01"));
    let line = line.unwrap_or_else(|| panic!("{words}"));
    let (settled, new) = line.split_once("; new:").expect("both are told");
    assert!(
        settled.contains("VER-01") && !settled.contains("TRF-01"),
        "{line}"
    );
    assert!(new.contains("TRF-01") && !new.contains("VER-01"), "{line}");
    assert_eq!(
        words.matches("Since version").count(),
        1,
        "the other has not changed"
    );
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
