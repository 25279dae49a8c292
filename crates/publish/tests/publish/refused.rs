//! What the published security policy refuses in a site's own pages is told before a visitor sees a page without its looks.

use std::{fs, path::Path};

use publish::site_warnings;

use crate::{
    program::{printed, run},
    serve::Preview,
    site::Site,
};

const PAGE: &str = "<!doctype html>
<html lang=\"en\">
<title>Ours</title>
<style>h1 { color: teal }</style>
<h1 style=\"margin: 0\">Ours</h1>
<img src=\"https://pictures.example/a.png\" alt=\"\">
<form action=\"https://forms.example/send\" method=\"post\"><button onclick=\"go()\">Send</button></form>
<script>go()</script>
";

/// What each command says of [`PAGE`], as it begins.
const TOLD: [&str; 6] = [
    "public/ours.html, line 4: a <style> element, which",
    "public/ours.html, line 5: a style attribute, which",
    "public/ours.html, line 6: an image from https://pictures.example, which",
    "public/ours.html, line 7: a form that is sent to https://forms.example, which",
    "public/ours.html, line 7: the attribute onclick, which",
    "public/ours.html, line 8: a script within the page, which",
];

#[test]
fn check_build_and_preview_tell_of_it() {
    let site = Site::new("refused");
    // Of another policy: that of a folder.
    site.put("public/pages/film.html", "<video src=film.mp4></video>");
    site.put("public/ours.html", PAGE);
    let film = "public/pages/film.html, line 1: a film or sound, which";
    let told = site_warnings(&site.root).expect("it can be read");
    assert_eq!(told.len(), TOLD.len() + 1, "{told:#?}");
    let release = site.build(publish::Profile::Dev).expect("it is published");
    let check = run(&site.root, &["check"]);
    let preview = Preview::of(&site);
    let start = preview.until(|now| now["build"] == 1)["site"]["warnings"].to_string();
    for wanted in TOLD.iter().chain([&film]) {
        assert!(told.iter().any(|it| it.starts_with(wanted)), "{told:#?}");
        let warned = &release.unfinished;
        assert!(
            warned.iter().any(|it| it.starts_with(wanted)),
            "{warned:#?}"
        );
        assert!(start.contains(&wanted.replace('"', "\\\"")), "{start}");
        let said = printed(&check);
        assert!(said.contains(&format!("warning: {wanted}")), "{said}");
        preview.told(&[&format!("warning: {wanted}")]);
    }
    // What is asked of one notice has nothing to do with pages.
    let said = printed(&run(&site.root, &["check", "notices/lantern-library.md"]));
    assert!(!said.contains("public/"), "{said}");
}

/// At each save only what is new is told again.
#[test]
fn the_preview_does_not_repeat_itself() {
    let site = Site::new("refused-again");
    site.put("public/ours.html", PAGE);
    let preview = Preview::of(&site);
    preview.until(|now| now["build"] == 1);
    site.put("public/other.html", "<p style=a>");
    preview.told(&["public/other.html, line 1: a style attribute"]);
    let all = preview.said();
    for once in TOLD {
        assert_eq!(all.matches(once).count(), 1, "{all}");
    }
}

/// An address of the site's own is its own host, and the files' host is allowed.
#[test]
fn where_the_site_is_published_counts() {
    let site = Site::new("refused-own");
    site.put(
        "public/ours.html",
        "<script async src=https://notices.example/council-notice.js></script>\n<script src=https://static.example/n/widget.js></script>",
    );
    let told = || site_warnings(&site.root).expect("it can be read");
    assert_eq!(told().len(), 2, "{:?}", told());
    site.put(
        "site.toml",
        "address = \"https://notices.example/\"\nfiles = \"https://static.example/n/\"\nlanguages = [\"en\"]\n",
    );
    assert_eq!(told(), [""; 0]);
}

/// Neither the demo's pages nor those that a site begins with hold anything of the kind.
#[test]
fn our_own_pages_keep_to_the_policy() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert_eq!(site_warnings(&own).expect("it can be read"), [""; 0]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused-begun");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let begun = run(&folder, &["init", "site", "--name", "Leeds City Council"]);
    assert!(begun.status.success(), "{}", printed(&begun));
    let told = site_warnings(&folder.join("site")).expect("it can be read");
    assert_eq!(told, [""; 0]);
}

/// A style sheet is held against the policy of the pages that take it, once for all of them.
#[test]
fn what_a_style_sheet_fetches_is_told() {
    let site = Site::new("refused-sheet");
    let page = "<link rel=\"stylesheet\" href=\"looks/ours.css\">";
    site.put("public/ours.html", page);
    site.put("public/other.html", page);
    site.put("public/looks/ours.css", "@import \"type.css\";\nbody { background: url(https://pictures.example/a.png) }\nh1 { background: url(b.png) }\n");
    site.put(
        "public/looks/type.css",
        "/* ours */\n@font-face { font-family: Ours; src: url(ours.woff2) }\n",
    );
    // No page takes it.
    site.put(
        "public/unused.css",
        "@import url(https://fonts.example/css);",
    );
    let told = site_warnings(&site.root).expect("it can be read");
    let [image, font] = &told[..] else {
        panic!("{told:#?}");
    };
    assert!(
        image.starts_with(
            "public/looks/ours.css, line 2: an image from https://pictures.example, which"
        ),
        "{image}"
    );
    assert!(
        font.starts_with("public/looks/type.css, line 2: a font, which"),
        "{font}"
    );
    assert!(font.ends_with("have your server send the page a policy with font-src 'self'"));
}
