//! What the check says of a draft: of what the source says of itself, and not of the marks.

use law::{Mark, Verdict, check};
use source::parse;

use crate::{
    cases::{CLOSE, CONTROLLER, DATED, MARK, NAMED},
    reader::{bring, day, line},
};

fn verdicts(text: &str) -> Vec<Verdict> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../law/facts.toml");
    let text_of_facts = std::fs::read_to_string(file).expect("the facts");
    let file = parse::File {
        name: "facts.toml".to_owned(),
        path: "facts.toml".to_owned(),
        text: text_of_facts,
    };
    let facts = parse::facts(&file).expect("they read");
    check(&bring(text).1, &facts, day())
}

fn mark(text: &str, rule: &str) -> Mark {
    let verdicts = verdicts(text);
    let verdict = verdicts.iter().find(|it| it.rule.id == rule);
    verdict.expect("the rule").mark()
}

#[test]
fn the_controller_is_the_texts_own_and_never_the_projects() {
    let (imported, notice) = bring(CONTROLLER);
    assert!(
        imported.source.contains("controller = \"not stated\""),
        "{}",
        imported.source
    );
    assert_eq!(notice.controller.contact.name, "");
    assert_eq!(
        line(&imported, "controller", "Leeds City Council"),
        (5, true)
    );
    assert_eq!(mark(CONTROLLER, "ID-01"), Mark::Missing);
    let (imported, _) = bring("Toys\n\nWho we are\n\nWe are Overton Toys Trust, and lend toys.\n");
    assert_eq!(
        line(&imported, "controller", "Overton Toys Trust"),
        (5, false)
    );
}

#[test]
fn the_sources_own_date_is_kept_and_judged() {
    let (_, notice) = bring(DATED);
    let restates = notice.restates.expect("it restates the text");
    assert!(restates.ends_with(", 21 May 2018"), "{restates}");
    assert_eq!(mark(DATED, "VER-01"), Mark::Outdated);
    assert_eq!(
        mark(
            "Toys privacy notice\n\nWho we are\n\nOverton lends toys.\n",
            "VER-01"
        ),
        Mark::Missing
    );
    let recent =
        "Toys privacy notice\n\nReviewed 3 March 2026\n\nWho we are\n\nOverton lends toys.\n";
    assert_eq!(mark(recent, "VER-01"), Mark::Present);
}

#[test]
fn the_check_of_a_draft_judges_the_source_and_not_the_marks() {
    assert_eq!(mark(MARK, "ENG-01"), Mark::Present);
    let long = MARK.replace("again.", "again in the spring or in the autumn.");
    assert_eq!(mark(&long, "ENG-01"), Mark::Weak);
    assert_eq!(mark(NAMED, "LAW-01"), Mark::Present);
}

#[test]
fn what_is_not_entered_yet_is_not_taken_for_unsaid() {
    let said = |text: &str, rule: &str| {
        let verdicts = verdicts(text);
        let verdict = verdicts
            .iter()
            .find(|it| it.rule.id == rule)
            .expect("the rule");
        let found = verdict.found.iter().flatten();
        // That the card says nothing yet is told beside it.
        found
            .filter(|it| !it.message.starts_with("The card answers"))
            .map(|it| (it.message.clone(), it.place.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let entered = "Not entered yet: the source speaks of this in line ";
    assert_eq!(
        said(CLOSE, "RET-01"),
        [(
            format!("{entered}3"),
            "To be rewritten (line 3):".to_owned()
        )]
    );
    assert!(
        said(CLOSE, "RGT-01")
            .iter()
            .all(|(message, _)| *message == format!("{entered}5"))
    );
    assert_eq!(said(CONTROLLER, "ID-01")[0].0, format!("{entered}5"));
    // What the source does not speak of is missing all the same.
    assert!(said(CONTROLLER, "RET-01")[0].0.contains("does not say"));
    assert_eq!(
        mark(CLOSE, "RET-01"),
        Mark::Missing,
        "it is still to be done"
    );
}
