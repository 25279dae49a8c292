//! A translation that has grown old: what pages and people have asked for so far stays at its address, in the original's words.

use publish::Profile;

use crate::site::Site;

fn text(site: &Site, path: &str) -> String {
    let files = site.files();
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8_lossy(bytes).into_owned()
}

/// Derby's site, whose notice of Connect Derby has been translated into Polish, with another version of the original.
fn risen(name: &str) -> Site {
    let site = Site::real(name);
    let own = include_str!("../../../../notices/connect-derby.md");
    let line = own.lines().find(|line| line.starts_with("version = "));
    let line = line.expect("a notice has a version");
    site.put(
        "notices/connect-derby.md",
        own.replacen(line, "version = \"2099-01-01\"", 1),
    );
    site
}

#[test]
fn an_include_stays_where_its_translation_was() {
    let site = Site::real("fresh-translation");
    let release = site.build(Profile::Dev).expect("it is published");
    let path = "includes/connect-derby.pl.html";
    let before = text(&site, path);
    assert!(
        before.contains("id=\"card-front\" lang=\"pl\" dir=\"ltr\""),
        "{before}"
    );
    assert!(
        !release
            .unfinished
            .iter()
            .any(|it| it.contains("translates"))
    );

    let site = risen("stale-translation");
    let release = site.build(Profile::Dev).expect("it is published");
    let include = text(&site, path);
    // Words of the card in Polish, the notice in English and marked so, and a line that says it.
    for part in [
        "<div lang=\"pl\" dir=\"ltr\">",
        "id=\"card-front\" lang=\"en\" dir=\"ltr\"",
        "Tę informację mamy tylko po angielsku.",
        "version=\"2099-01-01\"",
        "value=\"connect-derby@2099-01-01\"",
        "Connect Derby, part of Derby City Council",
    ] {
        assert!(include.contains(part), "{part} in {include}");
    }
    // The same notice as in English: the widget takes over either.
    let hash = |include: &str| {
        include
            .split_once(" hash=\"")
            .map(|(_, rest)| rest[..8].to_owned())
    };
    assert_eq!(
        hash(&include),
        hash(&text(&site, "includes/connect-derby.en.html"))
    );
    let told = &release.unfinished;
    let line = "notices/pl/connect-derby.md translates version ";
    assert!(
        told.iter()
            .any(|it| it.starts_with(line) && it.contains("2099-01-01")),
        "{told:?}"
    );
}

#[test]
fn a_page_stays_where_its_translation_was() {
    let site = risen("stale-page");
    site.build(Profile::Dev).expect("it is published");
    let page = text(&site, "notices/connect-derby/pl/index.html");
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<p lang=\"pl\" dir=\"ltr\" class=\"caution\">Tę informację mamy tylko po angielsku.",
        "<link rel=\"canonical\" href=\"https://notices.example/notices/connect-derby/\">",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    // It is no translation, and no page says so.
    assert!(!page.contains("hreflang=\"pl\""));
    let own = text(&site, "notices/connect-derby/index.html");
    assert!(!own.contains("hreflang=\"pl\"") && !own.contains("rel=\"canonical\""));
}
