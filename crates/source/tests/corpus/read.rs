//! The corpus as it lies on disk, and what the rules make of it.

use std::{collections::BTreeMap, fs, path::Path};

use law::{Date, DatedFacts, Found, Mark, Verdict, artefacts, check, check_source};
use serde::Deserialize;
use source::{
    draft::{self, DraftContext},
    parse::{self, File},
};

/// A notice or a text with its verdicts.
pub(crate) struct Case {
    name: String,
    verdicts: Verdicts,
    /// The rules that were asked, each with what it said if it spoke.
    said: BTreeMap<&'static str, Vec<String>>,
}

/// What the officer wrote of one case.
#[derive(Deserialize)]
struct Verdicts {
    /// The rules that must speak.
    fires: Vec<String>,
    /// The rules that may.
    #[serde(default)]
    open: Vec<String>,
}

#[derive(Deserialize)]
struct All {
    at: toml::value::Datetime,
    notices: BTreeMap<String, Verdicts>,
    texts: BTreeMap<String, Verdicts>,
}

impl Case {
    /// Whether a rule should speak of it, and whether it does. Nothing where it was not asked, or may do either.
    pub(crate) fn verdict(&self, rule: &str) -> Option<(bool, bool)> {
        let said = self.said.get(rule)?;
        let named = |list: &[String]| list.iter().any(|id| id == rule);
        let open = named(&self.verdicts.open);
        (!open).then(|| (named(&self.verdicts.fires), !said.is_empty()))
    }

    /// What the rules say of it and should not, or should and do not.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let rules = self.said.iter().filter_map(|(rule, said)| {
            let name = &self.name;
            match self.verdict(rule)? {
                (true, false) => Some(format!("{name}: {rule} misses")),
                (false, true) => Some(format!("{name}: {rule} says {}", said.join("; "))),
                _ => None,
            }
        });
        rules.collect()
    }
}

/// Everything in the corpus. A verdict on what is not there, or a case without one, is a mistake of the corpus.
pub(crate) fn cases() -> Vec<Case> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus"));
    let all: All = toml::from_str(&text(&root.join("verdicts.toml"))).expect("verdicts");
    let at: Date = all.at.to_string().parse().expect("a day");
    let facts = concat!(env!("CARGO_MANIFEST_DIR"), "/../law/facts.toml");
    let facts = parse::facts(&file(Path::new(facts), "facts.toml")).expect("dated facts");
    let mut common = vec![file(&root.join("controllers.toml"), "controllers.toml")];
    for name in names(&root.join("shared")) {
        let path = format!("shared/{name}");
        common.push(file(&root.join(&path), &path));
    }
    let notices = names(&root.join("notices")).into_iter().map(|name| {
        let file = file(&root.join("notices").join(&name), &name);
        let notice = parse::one(&file, &common, "en").unwrap_or_else(|report| panic!("{report:?}"));
        (stem(&name), said(&check(&notice, &facts, at), false))
    });
    let texts = names(&root.join("texts")).into_iter().map(|name| {
        let path = root.join("texts").join(&name);
        (stem(&name), said_of_text(&path, &facts, at))
    });
    let (notices, texts): (Vec<_>, Vec<_>) = (notices.collect(), texts.collect());
    let mut cases = matched(notices, all.notices);
    cases.extend(matched(texts, all.texts));
    cases
}

type Said = BTreeMap<&'static str, Vec<String>>;

fn matched(said: Vec<(String, Said)>, mut verdicts: BTreeMap<String, Verdicts>) -> Vec<Case> {
    let cases = said.into_iter().map(|(name, said)| Case {
        verdicts: verdicts
            .remove(&name)
            .unwrap_or_else(|| panic!("no verdict on {name}")),
        name,
        said,
    });
    let cases = cases.collect();
    let names: Vec<&String> = verdicts.keys().collect();
    assert!(names.is_empty(), "verdicts on nothing: {names:?}");
    cases
}

/// What each rule says: not what it says beside something that is there, nor what is mere advice. A finished notice has
/// no pages, so what they leave is judged in texts alone.
fn said(verdicts: &[Verdict], text: bool) -> Said {
    let asked = verdicts.iter().filter(|it| text || it.rule.id != "ART-01");
    asked
        .map(|it| {
            let said = it.found.iter().flatten().filter(|it| is_said(it));
            (
                it.rule.id,
                said.map(|found| found.message.clone()).collect(),
            )
        })
        .collect()
}

fn is_said(found: &Found) -> bool {
    found.mark > Mark::Present && !found.advice
}

fn said_of_text(path: &Path, facts: &DatedFacts, at: Date) -> Said {
    let bytes = fs::read(path).expect("a text");
    let known = DraftContext {
        id: "source",
        controller: None,
        shared: &[],
        day: at,
    };
    let imported = draft::import_file(&bytes, &known).expect("a text");
    let own = File {
        path: "source.md".to_owned(),
        name: "source.md".to_owned(),
        text: imported.source,
    };
    let notice = parse::one(&own, &[], "en").unwrap_or_else(|report| panic!("{report:?}"));
    let mut said = said(&check_source(&notice, facts, at), true);
    let left = artefacts(&draft::decode(&bytes).text);
    let left = left.iter().map(|it| format!("{}: {}", it.message, it.text));
    said.insert("ART-01", left.collect());
    said
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

fn stem(name: &str) -> String {
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn file(path: &Path, name: &str) -> File {
    File {
        path: name.to_owned(),
        name: name.to_owned(),
        text: text(path),
    }
}
