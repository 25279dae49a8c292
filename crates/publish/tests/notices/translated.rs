//! Notices in other languages: read, held against their originals, and left out when these have moved on.

use source::parse::{self, File, Translation};

use crate::{file, files, site, strings};

/// The good notice and its shared files in a language, with some words of the notice changed.
pub(crate) fn translation(lang: &str, changes: &[(&str, &str)]) -> Vec<File> {
    let own = |path: &str| path.ends_with(".md");
    let mut all = vec![strings(lang, &[])];
    for original in files("good").into_iter().filter(|one| own(&one.path)) {
        let mut text = original.text;
        if !original.path.contains('/') {
            text = text
                .replace("version = ", "translation = \"machine\"\nbased-on = ")
                .replace("published = 2026-03-01\n", "");
            for (from, to) in changes {
                assert!(text.contains(from), "{from}");
                text = text.replacen(from, to, 1);
            }
        }
        all.push(file(&format!("{lang}/{}", original.path), text));
    }
    all
}

fn report(changes: &[(&str, &str)]) -> String {
    let report = parse::read(&site(translation("cy", changes))).expect_err("it is not the same");
    publish::terminal::problems(&report, false)
}

#[test]
fn a_translation_is_a_notice_in_its_own_language() {
    let changes = [("Lantern Library", "Llyfrgell"), ("Nothing leaves", "Dim")];
    let source = parse::read(&site(translation("cy", &changes)))
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
    let [original] = &*source.notices else {
        panic!("translations are kept apart")
    };
    let [own] = &*source.translated else {
        panic!("one translation")
    };
    assert_eq!((&*own.lang, &*own.title), ("cy", "Llyfrgell"));
    assert!(own.machine_made && !original.machine_made);
    assert_eq!(
        (&own.id, &own.version, &own.published),
        (&original.id, &original.version, &original.published),
        "a form records the version that was read"
    );
    let words = Translation {
        lang: "cy".into(),
        notice: None,
        machine: false,
        based_on: None,
        stale: false,
    };
    let notice = Translation {
        notice: Some("lantern-library".into()),
        machine: true,
        based_on: Some("2026-03-01".into()),
        ..words.clone()
    };
    assert_eq!(source.translations, [words, notice]);
}

#[test]
fn a_translation_of_an_older_version_is_reported_and_left_out() {
    // It may lack what is new: it is not compared.
    let changes = [
        ("based-on = \"2026-03-01\"", "based-on = \"2025-01-01\""),
        ("basis = \"contract\"", "basis = \"consent\""),
    ];
    let source = parse::read(&site(translation("cy", &changes)))
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
    assert!(source.translated.is_empty());
    let stale = source.translations.iter().filter(|one| one.stale);
    assert_eq!(stale.count(), 1);
}

#[test]
fn facts_that_are_not_those_of_the_original() {
    let changes = [
        ("basis = \"contract\"", "basis = \"consent\""),
        (
            "names = [\"Binders\", \"The police\"]",
            "names = [\"Binders\"]",
        ),
        ("reading@lantern.example", "darllen@lantern.example"),
        ("months = 72", "months = 60"),
        (
            "https://lantern.example/letters",
            "https://lantern.example/llythyrau",
        ),
        (
            "[[data]]\nname = \"Contact details\"\ndetail = \"Name and address\"\n",
            "",
        ),
        (
            "[[audience]]\nid = \"helper\"",
            "[[audience]]\nid = \"helpwr\"",
        ),
    ];
    let changes = changes.map(|(from, to)| (from, to));
    let mut all = changes.to_vec();
    // Facts name their audience, so that it is renamed throughout.
    all.extend([("audience = \"helper\"", "audience = \"helpwr\""); 2]);
    all.push(("{#data audience=helper}", "{#data audience=helpwr}"));
    insta::assert_snapshot!("translated", report(&all));
}

#[test]
fn a_translation_needs_an_original_and_words_around_it() {
    let mut files = translation("cy", &[]);
    files.retain(|file| file.path != "strings/cy.toml");
    for file in &mut files {
        file.path = file.path.replace("lantern-library", "lantern-librari");
    }
    let report = parse::read(&site(files)).expect_err("refused");
    let report = publish::terminal::problems(&report, false);
    insta::assert_snapshot!("translated-nothing", report);
}

#[test]
fn a_shared_file_that_is_not_translated_is_named_with_its_original() {
    let mut files = translation("cy", &[]);
    let all = files.len();
    files.retain(|file| !file.path.starts_with("cy/shared/rights"));
    assert_eq!(files.len() + 1, all);
    let report = parse::read(&site(files)).expect_err("refused");
    let report = publish::terminal::problems(&report, false);
    for part in [
        "There is no file cy/shared/rights.md",
        "Copy notices/shared/rights.md to notices/cy/shared/rights.md",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
}

/// What is wrong with a notice is told of it, first, and not of its translation.
#[test]
fn an_original_that_is_wrong_is_told_alone() {
    let mut files = site(translation("cy", &[]));
    let own = files
        .iter_mut()
        .find(|file| file.path == "lantern-library.md");
    let own = own.expect("the good notice");
    own.text = own
        .text
        .replacen("basis = \"contract\"", "basis = \"contrac\"", 1);
    let report = parse::read(&files).expect_err("refused");
    let files = |report: &parse::Problems| -> Vec<String> {
        let problems = report.problems().iter();
        problems.map(|it| it.file().to_owned()).collect()
    };
    assert_eq!(files(&report), ["notices/lantern-library.md"]);

    // Where both are wrong the original comes first, whatever their names.
    let mut both = site(translation(
        "cy",
        &[("basis = \"contract\"", "basis = \"contrac\"")],
    ));
    for file in &mut both {
        if file.path == "lantern-library.md" {
            file.text = file
                .text
                .replacen("basis = \"contract\"", "basis = \"contrac\"", 1);
        }
    }
    let report = parse::read(&both).expect_err("refused");
    assert_eq!(
        files(&report),
        [
            "notices/lantern-library.md",
            "notices/cy/lantern-library.md"
        ]
    );
}
