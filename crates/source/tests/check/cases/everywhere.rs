//! What is wrong at several places is told at each of them, at once.

use law::{Mark, Report, Severity, check};
use source::parse;

use crate::five;

use super::{AT, DATA, PROSE, RECIPIENT, RIGHTS, edited, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Lists the lines that the findings of a rule point at, by their words.
fn lines(edits: &[(&str, &str)], rule: &str) -> Vec<String> {
    let files = edited(edits);
    let notice = parse::one(&files[0], &files[1..], "en");
    let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
    let verdicts = check(&notice, &five::facts(), AT.parse().expect("a day"));
    let mut report = Report::default();
    report.add(&notice.id, &verdicts, &files);
    let found = report.findings().iter().filter(|it| it.rule == rule);
    let places = found.map(|it| {
        let place = it
            .place
            .as_ref()
            .unwrap_or_else(|| panic!("{it} is nowhere"));
        let file = files.iter().find(|file| file.name == place.file);
        let mut lines = file.expect("one of the two").text.lines();
        lines.nth(place.line - 1).unwrap_or_default().to_owned()
    });
    places.collect()
}

#[test]
fn a_body_that_is_gone_is_told_wherever_it_is_named() {
    let told = lines(
        &[
            (RECIPIENT, "names = [\"Homes and Communities Agency\"]"),
            (PROSE, "The Homes and Communities Agency sees it."),
            (RIGHTS, "Ask the Homes and Communities Agency."),
        ],
        "REC-03",
    );
    assert_eq!(
        told,
        [
            "names = [\"Homes and Communities Agency\"]",
            "The Homes and Communities Agency sees it.",
            "Ask the Homes and Communities Agency.",
        ]
    );
}

#[test]
fn the_same_text_at_two_places_is_told_at_both() {
    let told = lines(
        &[
            (
                RECIPIENT,
                "names = [\"Homes and Communities Agency\"]\n\n[[recipient]]\nnames = [\"Homes and Communities Agency\", \"Plotholders\"]",
            ),
            (PROSE, "We ask the town."),
        ],
        "REC-03",
    );
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].ends_with("\"Plotholders\"]"), "{told:?}");
}

#[test]
fn each_kind_of_what_is_gone_is_told_at_every_place() {
    for (rule, one, two) in [
        (
            "LAW-01",
            "We keep to the Data Protection Act 1998.",
            "The Data Protection Act 1998 gives you these rights.",
        ),
        (
            "LAW-01",
            "The Equalities Act 2010 tells us to ask.",
            "You have rights under the Equalities Act 2010.",
        ),
        (
            "LAW-01",
            "The Human Rights Act 1988 protects you.",
            "You have rights under the Human Rights Act 1988.",
        ),
        (
            "LAW-01",
            "Regulation (EU) 2016/679 is the law.",
            "You have rights under Regulation (EU) 2016/679.",
        ),
        (
            "ADM-01",
            "We obey Article 22 of the UK GDPR.",
            "You have rights under Article 22 of the UK GDPR.",
        ),
        (
            "TIM-01",
            "We see who gets Council Tax Benefit.",
            "Ask for your Council Tax Benefit file.",
        ),
        (
            "CMP-03",
            "The Information Commissioner looks at it.",
            "You can ask the Information Commissioner.",
        ),
        (
            "DPO-02",
            "Write to plots@reach.gcsx.gov.uk.",
            "Ask plots@reach.gcsx.gov.uk.",
        ),
    ] {
        let told = lines(&[(PROSE, one), (RIGHTS, two)], rule);
        assert_eq!(told, [one, two], "{rule}");
        // What is as it should be beside it is not told.
        let told = lines(&[(PROSE, one)], rule);
        assert_eq!(told, [one], "{rule}");
    }
}

#[test]
fn what_tells_of_the_past_is_told_nowhere() {
    let told = lines(
        &[
            (PROSE, "We keep to the Data Protection Act 1998."),
            (RIGHTS, "The Data Protection Act 1998 was repealed in 2018."),
            (
                DATA,
                "name = \"Plot number\"\ndetail = \"not of the Data Protection Act 2018\"",
            ),
        ],
        "LAW-01",
    );
    assert_eq!(told, ["We keep to the Data Protection Act 1998."]);
}

/// Nobody who fills in a form on paper is set a cookie.
#[test]
fn a_notice_of_paper_forms_need_not_speak_of_cookies() {
    const SAID: &str = "See [which cookies we use](https://notices.marlowreach.gov.uk/cookies/).";
    let of = |text: &str, prose: &str| {
        let found = verdict(&[(SAID, text), (PROSE, prose)], "CKI-01", AT);
        let all = found.found.into_iter().flatten();
        let all = all.map(|it| (it.mark, it.severity(found.rule.severity)));
        all.collect::<Vec<_>>()
    };
    let (note, error) = (
        [(Mark::Missing, Severity::Info)],
        [(Mark::Missing, Severity::Error)],
    );
    for prose in [
        PROSE,
        "You fill in a form on paper.",
        "The whole notice is on our website.",
    ] {
        assert_eq!(of("", prose), note, "{prose}");
    }
    for prose in [
        "You fill in our online form.",
        "When you use our website we ask your name.",
    ] {
        assert_eq!(of("", prose), error, "{prose}");
    }
    // Who speaks of cookies says where they are told of.
    for prose in [PROSE, "The portal sets cookies."] {
        assert_eq!(of("The portal sets cookies.", prose), error);
    }
    assert_eq!(of("", "The portal sets cookies."), error);
}
