//! Faults that other people's tools find in a page: on every page of the real notices, in every language.

use publish::Profile;

use crate::site::Site;

/// What stands between a start and an end, each time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts.filter_map(|part| part.split(end).next()).collect()
}

/// The words of a piece of markup, as they are read.
fn words(html: &str) -> String {
    let text = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text: String = text.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_page_has_them() {
    let site = Site::real("faults");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let (mut pages, mut lists) = (0, 0);
    for (path, bytes) in site.files() {
        let is_notice = path.starts_with("notices/") && path.ends_with(".html");
        if !is_notice {
            continue;
        }
        pages += 1;
        let html = String::from_utf8(bytes).expect("text");
        // A validator: two numbers are one entry, and not two of the same name.
        for list in between(&html, "<dl", "</dl>") {
            lists += 1;
            let mut terms: Vec<String> = between(list, "<dt", "</dt>")
                .into_iter()
                .map(|term| words(&["<", term].concat()))
                .collect();
            let all = terms.len();
            terms.sort_unstable();
            terms.dedup();
            assert_eq!(terms.len(), all, "{path}: {list}");
        }
        // A reader: two stops after one sentence.
        let body = html.split_once("<main").expect("a main part").1;
        for paragraph in between(body, "<p", "</p>")
            .into_iter()
            .chain(between(body, "<li", "</li>"))
        {
            let said = words(&["<", paragraph].concat());
            for slip in ["..", " .", ".,", "?.", "!."] {
                let ellipsis = said.replace("...", "…");
                assert!(!ellipsis.contains(slip), "{path}: {said}");
            }
        }
        // A search engine: an address that is no address.
        for link in between(&html, "<link rel=\"alternate\"", ">") {
            assert!(link.contains("href=\"https://"), "{path}: {link}");
        }
        // Whoever has twenty tabs open.
        let title = between(&html, "<title>", "</title>").concat();
        let own = !path.starts_with("notices/index")
            && !path.contains("cookies")
            && !path.contains("/pl/");
        let says = title.to_lowercase().contains("privacy notice") || path.contains("handout");
        assert!(!own || says, "{path}: {title}");
    }
    assert!(pages > 12 && lists > 10, "{pages} pages, {lists} lists");
}
