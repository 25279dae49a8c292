//! What the published words promise, language by language.

use std::path::Path;

use notice::strings::{Strings, Text};
use source::parse::{self, Source};

use crate::{file, files, site};

fn published() -> Source {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices");
    publish::load(&folder)
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)))
}

fn last_sentence(text: &str) -> &str {
    let text = text.trim_end_matches(['.', '۔']);
    text.rsplit(['.', '۔', '?']).next().unwrap_or(text).trim()
}

/// The form carries `council_notice_guardian`, made from the answer: no language may say that nothing is kept.
#[test]
fn every_language_says_that_the_answer_about_age_goes_with_the_form() {
    let source = published();
    let form = |lang: &str| match lang {
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
        ("en", "ask them first", "you can send this form"),
        ("pl", "najpierw ich zapytaj", "możesz wysłać ten formularz"),
        ("ur", "پہلے ان سے پوچھ لیں", "آپ یہ فارم ابھی بھیج سکتے ہیں"),
    ] {
        let source = published();
        let wait = source.strings[lang].get(Text::GuardianWait);
        assert!(wait.contains(ask) && wait.contains(send), "{lang}: {wait}");
    }
}

/// Where somebody reads an interface made by machine beside an English text, or a translated one, they are told.
#[test]
fn words_made_by_machine_say_so_where_they_are_read() {
    let source = published();
    let machine = |lang: &str| {
        let mut words = source.translations.iter();
        words.any(|it| it.lang == lang && it.notice.is_none() && it.machine)
    };
    let places = [Text::NoticeInEnglish, Text::PolicyInEnglish];
    let mark = |t: &Strings| {
        let [one, other] = places.map(|text| last_sentence(t.get(text)).to_owned());
        (one == other && t.get(Text::MadeByMachine).contains(&one)).then_some(one)
    };
    for (lang, t) in &source.strings {
        assert_eq!(mark(t).is_some(), machine(lang), "{lang}");
    }
    assert!(["pl", "ur"].into_iter().all(machine));
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
