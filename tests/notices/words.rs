//! What the published words promise, language by language.

use std::path::Path;

use council_notice::{
    parse::{self, Source},
};

use crate::{file, files, site};

fn published() -> Source {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("notices");
    parse::load(&folder).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

/// After prose about a service, "It is the council here" would speak of the service.
#[test]
fn what_a_controller_is_names_the_controller() {
    let source = published();
    for notice in source.notices.iter().chain(&source.translated) {
        let controller = &notice.controller;
        let name = &controller.contact.name;
        assert!(controller.about.starts_with(name.as_str()), "{name}");
    }
    for (about, wanted) in [
        ("It lends books.", "Lantern Trust: It lends books."),
        ("یہ ایک ادارہ ہے۔", "Lantern Trust: یہ ایک ادارہ ہے۔"),
        (
            "The Lantern Trust lends books.",
            "The Lantern Trust lends books.",
        ),
        ("Lantern Trust is a charity.", "Lantern Trust is a charity."),
        ("A charity.", "Lantern Trust: A charity."),
    ] {
        let mut own = files("good");
        let at = own.iter().position(|file| file.path == "controllers.toml");
        let at = at.expect("the fixture has controllers");
        let text = own[at].text.replace("Lantern Trust lends books.", about);
        own[at] = file("controllers.toml", text);
        let source =
            parse::read(&site(own)).unwrap_or_else(|report| panic!("{}", report.render(false)));
        assert_eq!(source.notices[0].controller.about, wanted);
    }
}
