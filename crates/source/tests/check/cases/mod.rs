//! Rules on whole notices, as an officer writes them: one notice that is in order, and small changes to it, each with
//! the mark that it must and must not bring.

use std::sync::LazyLock;

use law::{DatedFacts, Mark, Verdict, check};
use source::parse::{self, File};

use crate::five;

mod articles;
mod authorities;
mod bodies;
mod content;
mod denied;
mod elsewhere;
mod ended;
mod escapes;
mod everywhere;
mod facts;
mod interests;
mod joint;
mod kin;
mod open;
mod people;
mod places;
mod remedies;
mod requests;
mod siblings;
mod untried;
mod uses;

const AT: &str = "2026-11-28";

/// What is put in the place of what. Of the notice, or of the controllers beside it.
type Edit<'a> = (&'a str, &'a str);

/// Returns the notice's file and that of the controllers, each with what is put in its places.
fn edited(edits: &[Edit<'_>]) -> [File; 2] {
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
    [("allotments.md", own), ("controllers.toml", bodies)].map(|(name, text)| File {
        path: name.to_owned(),
        name: name.to_owned(),
        text,
    })
}

fn verdicts(edits: &[Edit<'_>], at: &str) -> Vec<Verdict> {
    let files = edited(edits);
    let notice = parse::one(&files[0], &files[1..], "en");
    let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
    static FACTS: LazyLock<DatedFacts> = LazyLock::new(five::facts);
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

/// Tries a rule on texts put in one place, `{}` standing for each, and tells every one that is judged otherwise.
#[track_caller]
fn all(rule: &str, place: &str, form: &str, wanted: Mark, texts: &[&str]) {
    after(rule, &[], (place, form), wanted, texts);
}

/// Tries a rule on texts put in one place of a notice that was changed already, and tells every one that is judged otherwise.
#[track_caller]
fn after(rule: &str, first: &[Edit<'_>], (place, form): Edit<'_>, wanted: Mark, texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .filter_map(|text| {
            let own = form.replace("{}", text);
            let edits: Vec<Edit<'_>> = first.iter().copied().chain([(place, &*own)]).collect();
            let found = verdict(&edits, rule, AT);
            let mark = found.mark();
            (mark != wanted).then(|| format!("{mark:?} of “{text}”: {:?}", found.found))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{rule}, wanted {wanted:?}\n{}",
        wrong.join("\n")
    );
}

const NAMES: &str = "names = [\"{}\"]";
const NAME: &str = "name = \"{}\"";
const KEPT: &str = "[retention]\ntext = \"{}\"";
const SENT: &str = "transfers = \"{}\"";

/// Where a paragraph can stand, a sentence of each section.
const PROSE: &str = "Marlow Reach lets plots to people who live here.";
const RIGHTS: &str = "You have these rights.";
/// A purpose with a legitimate interest.
const INTERESTS: Edit<'static> = (
    PURPOSE,
    "text = \"Let you a plot\"\nbasis = \"legitimate-interests\"\nbasis-detail = \"knowing who is on the site\"",
);
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
