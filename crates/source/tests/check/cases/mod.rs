//! Rules on whole notices, as an officer writes them: one notice that is in order, and small changes to it, each with
//! the mark that it must and must not bring.

use std::sync::LazyLock;

use law::{Facts, Mark, Verdict, check};
use source::parse::{self, File};

use crate::five;

mod bodies;
mod content;
mod requests;

const AT: &str = "2026-11-28";

/// What is put in the place of what. Of the notice, or of the controllers beside it.
type Edit<'a> = (&'a str, &'a str);

fn verdicts(edits: &[Edit<'_>], at: &str) -> Vec<Verdict> {
    let mut own = include_str!("../desk/allotments.md").to_owned();
    let mut bodies = include_str!("../desk/controllers.toml").to_owned();
    for (from, to) in edits {
        let text = if own.contains(from) {
            &mut own
        } else {
            &mut bodies
        };
        assert!(text.contains(from), "nothing to change: {from}");
        *text = text.replacen(from, to, 1);
    }
    let file = |path: &str, text: String| File {
        path: path.to_owned(),
        name: path.to_owned(),
        text,
    };
    let notice = parse::one(
        &file("allotments.md", own),
        &[file("controllers.toml", bodies)],
    );
    let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
    static FACTS: LazyLock<Facts> = LazyLock::new(five::facts);
    check(&notice, &FACTS, at.parse().expect("a day"))
}

fn verdict(edits: &[Edit<'_>], rule: &str, at: &str) -> Verdict {
    let mut all = verdicts(edits, at).into_iter();
    all.find(|verdict| verdict.rule.id == rule)
        .unwrap_or_else(|| panic!("there is no rule {rule}"))
}

/// Tries one rule on sentences or facts put in one place.
#[track_caller]
fn each(rule: &str, place: &str, wanted: Mark, texts: &[&str]) {
    for text in texts {
        let found = verdict(&[(place, text)], rule, AT);
        assert_eq!(
            found.mark(),
            wanted,
            "{rule} of “{text}”: {:?}",
            found.found
        );
    }
}

/// Where a paragraph can stand, a sentence of each section.
const PROSE: &str = "Marlow Reach lets plots to people who live here.";
const RIGHTS: &str = "You have these rights.";
const PURPOSE: &str = "text = \"Let you a plot\"\nbasis = \"contract\"";
const RETENTION: &str = "[retention]\ntext = \"Until six years after your tenancy ends.\"";
const RECIPIENT: &str = "names = [\"Reach Allotment Society\"]";
const AUTOMATED: &str = "used = false\ntext = \"A person makes every decision.\"";
const TRANSFERS: &str = "transfers = \"Your details stay in the United Kingdom.\"";
const DATA: &str = "name = \"Plot number\"";
const BODY: &str = "name = \"Marlow Reach District Council\"";

#[test]
fn the_notice_that_is_changed_is_in_order() {
    for verdict in verdicts(&[], AT) {
        assert!(
            verdict.mark() <= Mark::Present,
            "{} {:?}",
            verdict.rule.id,
            verdict.found
        );
    }
}
