//! One notice with a line or two changed, many times over. Each change was written, with what the rules must make of it, before
//! anybody had seen what they do.

use law::{DatedFacts, Mark, Severity, check};
use serde::Deserialize;
use source::parse::{self, File};

use crate::five;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const AT: &str = "2026-11-30";
const FILES: [&str; 6] = [
    include_str!("requests.toml"),
    include_str!("keeping.toml"),
    include_str!("complaints.toml"),
    include_str!("bases.toml"),
    include_str!("bodies.toml"),
    include_str!("laws.toml"),
];
/// How many changes there are at least: none may be lost unnoticed.
const CHANGES: usize = 248;

#[derive(Deserialize)]
struct Places {
    place: Vec<Place>,
}

/// Where the notice is changed, or the controllers beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    /// What is taken out.
    find: Option<String>,
    /// The heading under which a paragraph is put in.
    under: Option<String>,
    /// What is taken out of the controllers.
    controllers: Option<String>,
    changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    put: Option<String>,
    controllers: Option<String>,
    /// Rules that must have something put right.
    #[serde(default)]
    speaks: Vec<String>,
    /// Rules that must go on giving their advice.
    #[serde(default)]
    advises: Vec<String>,
    /// Rules that must have nothing put right.
    #[serde(default)]
    silent: Vec<String>,
}

impl Place {
    /// The notice's file and that of the controllers, with a change made.
    fn changed(&self, change: &Change) -> [File; 2] {
        let mut own = include_str!("garden-waste.md").to_owned();
        let mut bodies = include_str!("controllers.toml").to_owned();
        if let Some(put) = &change.put {
            own = match (&self.find, &self.under) {
                (Some(find), _) => replaced(&own, find, put),
                (None, Some(under)) => replaced(&own, under, &format!("{under}\n\n{put}")),
                (None, None) => panic!("say where this stands: {put}"),
            };
        }
        if let (Some(find), Some(put)) = (&self.controllers, &change.controllers) {
            bodies = replaced(&bodies, find, put);
        }
        [("garden-waste.md", own), ("controllers.toml", bodies)].map(|(name, text)| File {
            path: name.to_owned(),
            name: name.to_owned(),
            text,
        })
    }
}

fn replaced(text: &str, find: &str, put: &str) -> String {
    assert!(text.contains(find), "nothing to change: {find}");
    text.replacen(find, put, 1)
}

/// Says what is wrong with what the rules make of a change.
fn wrong(place: &Place, change: &Change, facts: &DatedFacts) -> Vec<String> {
    let files = place.changed(change);
    let what = change.put.as_ref().or(change.controllers.as_ref());
    let what = what.expect("a change");
    let notice = parse::one(&files[0], &files[1..], "en");
    let notice = notice.unwrap_or_else(|report| panic!("{what}: {report:?}"));
    let verdicts = check(&notice, facts, AT.parse().expect("a day"));
    let judge = |rule: &String, wanted: bool, advice: bool, not: &str| {
        let verdict = verdicts.iter().find(|it| it.rule.id == rule);
        let verdict = verdict.unwrap_or_else(|| panic!("there is no rule {rule}"));
        let said = verdict.found.iter().flatten();
        let mut said = said.filter(|it| match advice {
            true => it.mark > Mark::Present,
            false => it.severity(verdict.rule.severity) > Severity::Info,
        });
        let is_wrong = said.next().is_some() != wanted;
        is_wrong.then(|| format!("{rule} {not} “{what}”: {:?}", verdict.found))
    };
    let speaks = change.speaks.iter();
    let speaks = speaks.filter_map(|it| judge(it, true, false, "misses"));
    let advises = change.advises.iter();
    let advises = advises.filter_map(|it| judge(it, true, true, "gives no advice on"));
    let silent = change.silent.iter();
    let silent = silent.filter_map(|it| judge(it, false, false, "should not speak of"));
    speaks.chain(advises).chain(silent).collect()
}

#[test]
fn a_changed_line_is_judged_as_a_reader_does() {
    let facts = five::facts();
    let (mut many, mut all) = (0, Vec::new());
    for file in FILES {
        let places: Places = toml::from_str(file).expect("it reads");
        for place in &places.place {
            many += place.changes.len();
            let changes = place.changes.iter();
            all.extend(changes.flat_map(|change| wrong(place, change, &facts)));
        }
    }
    assert!(many >= CHANGES, "{many} changes");
    assert!(all.is_empty(), "{}\n{}", all.len(), all.join("\n"));
}
