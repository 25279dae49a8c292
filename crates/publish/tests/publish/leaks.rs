//! The pages of parts and audiences show their own facts and nobody else's. The facts are those of `tests/facts`.

use publish::Profile;

use crate::{content::text, site::Site};

/// What a page says to people and to machines.
fn said(html: &str) -> String {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect();
    let text = text.replace("&amp;", "&").replace("&quot;", "\"");
    text.replace('\u{a0}', " ")
}

/// Place, reader and needles of every line.
fn facts(id: &str) -> Vec<(String, Option<String>, Vec<String>)> {
    let path = format!(
        "{}/tests/facts/{id}.txt",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
    );
    let file = std::fs::read_to_string(path).expect("a list of facts");
    let lines = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<_> = line.split(" | ").collect();
            let (place, reader) = match columns[1].split_once('@') {
                Some((place, reader)) => (place, Some(reader.to_owned())),
                None => (columns[1], None),
            };
            let needles = columns[3].split(" + ").map(str::to_owned).collect();
            (place.to_owned(), reader, needles)
        })
        .collect()
}

#[test]
fn a_page_of_one_part_has_nothing_of_another() {
    let site = Site::real("leaks");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let (mut kept_out, mut shown) = (0, 0);
    for (id, readers) in [
        (
            "customer-management",
            &["enquiries", "visiting", "complaints"][..],
        ),
        ("local-area-co-ordination", &["person", "introducer"]),
    ] {
        for page in readers {
            let page_says = said(&text(&site, &format!("notices/{id}/{page}/index.html")));
            for (place, reader, needles) in facts(id) {
                let there = needles.iter().all(|needle| page_says.contains(needle));
                if place == "never" && reader.as_deref().is_none_or(|reader| reader == *page) {
                    assert!(!there, "{id}/{page} says {needles:?}");
                    kept_out += 1;
                }
                let own = reader.as_deref() == Some(page);
                if own && ["data", "sources", "recipients"].contains(&&*place) {
                    assert!(there, "{id}/{page} does not say {needles:?}");
                    shown += 1;
                }
            }
        }
    }
    assert!(kept_out > 5 && shown > 5, "{kept_out} {shown}");
}
