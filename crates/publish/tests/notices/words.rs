//! What the published words promise, language by language.

use std::path::Path;

use notice::strings::Text;
use source::parse::{self, Source};

use crate::{file, files, site};

fn published() -> Source {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices");
    publish::load(&folder)
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)))
}

/// The form carries `council_notice_guardian`, made from the answer: no language may say that nothing is kept.
#[test]
fn every_language_says_that_the_answer_about_age_goes_with_the_form() {
    let source = published();
    let form = |lang: &str| match lang {
        "cy" => "ffurflen",
        "en" => "form",
        "pl" => "formularz",
        "ur" => "فارم",
        other => panic!("{other}: add its word for a form"),
    };
    for (lang, t) in &source.strings {
        let why = t.get(Text::GuardianWhy);
        assert!(why.contains(form(lang)), "{lang}: {why}");
        for denial in ["do not keep", "Nie zapisujemy", "نہیں رکھتے"] {
            assert!(!why.contains(denial), "{lang}: {why}");
        }
    }
}

/// Above it stands "ask first"; that the form works all the same is true too, so the line has to say both.
#[test]
fn who_has_not_asked_yet_is_told_to_ask_and_that_the_form_works() {
    for (lang, ask, send) in [
        (
            "cy",
            "gofyn iddyn nhw yn gyntaf",
            "gelli di anfon y ffurflen hon",
        ),
        ("en", "ask them first", "you can send this form"),
        ("pl", "najpierw ich zapytaj", "możesz wysłać ten formularz"),
        ("ur", "پہلے ان سے پوچھ لیں", "آپ یہ فارم ابھی بھیج سکتے ہیں"),
    ] {
        let source = published();
        let wait = source.strings[lang].get(Text::GuardianWait);
        assert!(wait.contains(ask) && wait.contains(send), "{lang}: {wait}");
    }
}

/// Where somebody reads an interface made by machine, they are told: beside a notice, beside what is stored, in the bar.
#[test]
fn words_made_by_machine_say_so_where_they_are_read() {
    let source = published();
    let machine = |lang: &str| {
        let mut words = source.translations.iter();
        words.any(|it| it.lang == lang && it.notice.is_none() && it.machine)
    };
    assert!(["cy", "pl", "ur"].into_iter().all(machine) && !machine("en"));
    for (lang, t) in &source.strings {
        let mark = t.get(Text::WordsByMachine);
        assert_eq!(!mark.is_empty(), machine(lang), "{lang}");
        assert_eq!(t.get(Text::BarByMachine).is_empty(), mark.is_empty());
        for text in [
            Text::NoticeUntranslated,
            Text::PolicyUntranslated,
            Text::MadeByMachine,
        ] {
            assert!(t.get(text).ends_with(mark), "{lang}: {}", t.get(text));
            assert!(!t.get(text).contains('{'), "{lang}: {}", t.get(text));
        }
    }
}

/// One line taken away, and nobody is told of a machine any more.
#[test]
fn a_reviewed_language_says_nothing_of_machines() {
    let words = format!(
        "{}\n",
        Text::KEYS
            .iter()
            .map(|key| match *key {
                "direction" => "direction = \"ltr\"".to_owned(),
                key => format!("{key} = \"<{key}>\""),
            })
            .collect::<Vec<_>>()
            .join("\n")
    );
    for (own, marked) in [
        (words.clone(), false),
        (words + "translation = \"machine\"", true),
    ] {
        let source = parse::read(&site(vec![file("strings/cy.toml", own)]));
        let source = source.expect("a good site");
        let t = &source.strings["cy"];
        assert_eq!(t.get(Text::BarByMachine).is_empty(), !marked);
        assert_eq!(
            t.get(Text::NoticeUntranslated) == "<notice-untranslated>",
            !marked
        );
    }
}

/// Each language says "in English" its own way, and "in Welsh", where that is what the notices are in.
#[test]
fn the_language_of_the_notices_is_named_as_each_language_names_it() {
    let source = published();
    for (lang, wanted) in [
        ("cy", "yn Saesneg"),
        ("pl", "po angielsku"),
        ("ur", "انگریزی میں"),
    ] {
        let said = source.strings[lang].get(Text::NoticeUntranslated);
        assert!(said.contains(wanted), "{lang}: {said}");
    }
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
        let source = parse::read(&site(own))
            .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
        assert_eq!(source.notices[0].controller.about, wanted);
    }
}
