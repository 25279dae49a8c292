//! The real notices as static pages: every link within the site leads somewhere.

use std::collections::BTreeSet;

use publish::Profile;

use crate::site::Site;

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn anchors_are_unique_and_links_lead_somewhere() {
    let site = Site::real("links");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let ours = |name: &str| {
        (name.starts_with("notices/") || name.starts_with("register/")) && name.ends_with(".html")
    };
    let pages: Vec<_> = site
        .files()
        .into_iter()
        .filter(|(name, _)| ours(name))
        .collect();
    assert!(
        pages.len() >= 8,
        "five notices, their list, the register, the cookies"
    );
    for (name, html) in pages {
        let html = String::from_utf8(html).expect("pages are UTF-8");
        let ids = values(&html, "id");
        let anchors: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(
            anchors.len(),
            ids.len(),
            "ids of {name} are unique: {ids:?}"
        );
        assert!(!html.contains(" style=") && !html.contains("<!>"), "{name}");
        for script in html.split("<script").skip(1) {
            // Data, or the file that opens the print dialog: nothing that a page needs.
            let data = script.starts_with(" type=\"application/ld+json\">");
            assert!(data || script.contains("notice-page."), "{name}");
        }
        for link in values(&html, "href") {
            let here = site.dist().join(&name);
            let folder = here.parent().expect("a page is in a folder");
            match link.split_once('#') {
                _ if link.contains(':') => {}
                Some(("", anchor)) => assert!(anchors.contains(anchor), "{link} in {name}"),
                Some((page, anchor)) => {
                    let html =
                        std::fs::read_to_string(folder.join(page).join("index.html")).expect(link);
                    assert!(values(&html, "id").contains(&anchor), "{link} in {name}");
                }
                None => assert!(folder.join(link).exists(), "{link} in {name}"),
            }
        }
    }
}
