//! Controllers who decide together: read, printed again, and told in every language.

use source::parse::{self, File};

use crate::{file, print::again, site, translated::translation};

const COUNCIL: &str = "\n[wick-council]\nname = \"Wick Council\"\nabout = \"Wick Council pays for the books.\"\nemail = \"books@wick.example\"\n";

/// The good site, whose library the council of the town runs together with the trust; with more files.
fn together(more: Vec<File>) -> Vec<File> {
    let mut all = site(more);
    for file in &mut all {
        match file.path.as_str() {
            "controllers.toml" => file.text.insert_str(0, COUNCIL.trim_start()),
            "lantern-library.md" => {
                let with = "controller = \"lantern-trust\"\njoint = [\"wick-council\"]";
                file.text = file
                    .text
                    .replacen("controller = \"lantern-trust\"", with, 1);
            }
            _ => {}
        }
    }
    all
}

/// The general controllers of another language, with more at the end.
fn controllers(more: &str) -> File {
    let own = site(Vec::new());
    let own = own.iter().find(|file| file.path == "controllers.toml");
    let text = own.expect("the good site has it").text.clone();
    file("cy/controllers.toml", [&text, more].concat())
}

fn refused(files: &[File]) -> String {
    let report = parse::read(files).expect_err("it is refused");
    publish::terminal::problems(&report, false)
}

fn read(files: &[File]) -> parse::Source {
    parse::read(files)
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)))
}

#[test]
fn those_who_decide_together_are_read_and_printed() {
    let files = together(Vec::new());
    let source = read(&files);
    let notice = &source.notices[0];
    assert_eq!(notice.who_decides(), "Lantern Trust, Wick Council");
    let [council] = &*notice.joint else {
        panic!("{:?}", notice.joint)
    };
    assert_eq!(council.contact.email.as_deref(), Some("books@wick.example"));
    assert_eq!(again(&files, notice), *notice);
    let alone = read(&site(Vec::new()));
    assert_eq!(alone.notices[0].who_decides(), "Lantern Trust");
}

#[test]
fn a_translation_has_those_of_its_original_in_its_own_words() {
    let said = |more: Vec<File>, changes: &[(&str, &str)]| {
        let files = [translation("cy", changes), more].concat();
        let source = read(&together(files));
        let [own] = &*source.translated else {
            panic!("one translation")
        };
        let joint = own.joint.iter();
        joint.map(|it| it.contact.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(said(Vec::new(), &[]), ["Wick Council"]);
    let welsh = COUNCIL.replace("Wick Council", "Cyngor Wick");
    assert_eq!(said(vec![controllers(&welsh)], &[]), ["Cyngor Wick"]);
    // It may name them itself, and then the same.
    let own = (
        "controller = \"lantern-trust\"",
        "controller = \"lantern-trust\"\njoint = [\"wick-council\"]",
    );
    assert_eq!(said(Vec::new(), &[own]), ["Wick Council"]);
}

#[test]
fn a_translation_without_the_words_for_one_is_refused() {
    let report = refused(&together(
        [translation("cy", &[]), vec![controllers("")]].concat(),
    ));
    for part in [
        "notices/cy/lantern-library.md:",
        "has `wick-council` in `joint`, and cy/controllers.toml has no",
        "Copy [wick-council] of notices/controllers.toml to notices/cy/controllers.toml",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
    // An older translation is shown to nobody, and needs nothing.
    let old = [("based-on = \"2026-03-01\"", "based-on = \"2025-01-01\"")];
    let source = read(&together(
        [translation("cy", &old), vec![controllers("")]].concat(),
    ));
    assert!(source.translated.is_empty());

    let other = [(
        "controller = \"lantern-trust\"",
        "controller = \"lantern-trust\"\njoint = []",
    )];
    let report = refused(&together(translation("cy", &other)));
    assert!(
        report.contains("states 1 of `joint`, and this one 0"),
        "{report}"
    );
}
