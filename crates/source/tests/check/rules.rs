//! For every rule a notice that it passes, and one that it does not.

use law::{Date, DatedFact, Mark, Report, check, rules};
use notice::Condition;

use crate::{
    disk, five,
    fixtures::{AT, NEAR, SPOILT, Spoil, facts, good, mark, officer_email},
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The mark that a rule has of the notice made to pass it.
fn passing(rule: &str) -> (Mark, Mark) {
    let mut notice = good();
    match NEAR.iter().find(|(id, _)| *id == rule) {
        Some((_, near)) => {
            near(&mut notice);
            (mark(&notice, rule, AT), Mark::NotApplicable)
        }
        None => (mark(&notice, rule, AT), Mark::Present),
    }
}

#[test]
fn every_rule_has_a_notice_that_passes_it_and_one_that_fails_it() {
    for rule in rules() {
        let (found, wanted) = passing(rule.id);
        assert_eq!(found, wanted, "{} does not pass its fixture", rule.id);
        let mut failing = SPOILT.iter().filter(|(id, ..)| *id == rule.id).peekable();
        assert!(
            failing.peek().is_some(),
            "{} has no failing fixture",
            rule.id
        );
        assert!(
            failing.all(|(_, mark, _)| *mark > Mark::Present),
            "{}",
            rule.id
        );
    }
    let known = |id: &str| rules().any(|rule| rule.id == id);
    let named = SPOILT
        .iter()
        .map(|(id, ..)| id)
        .chain(NEAR.iter().map(|(id, _)| id));
    for id in named {
        assert!(known(id), "there is no rule {id}");
    }
}

#[test]
fn every_failing_fixture_has_the_mark_it_is_for() {
    for (at, (rule, wanted, spoil)) in SPOILT.iter().enumerate() {
        let mut notice = good();
        spoil(&mut notice);
        assert_eq!(mark(&notice, rule, AT), *wanted, "{rule}, fixture {at}");
    }
}

/// What the Data (Use and Access) Act 2025 brought, as citations and findings name it, a line each.
const OF_2025: &str = include_str!("of-2025.txt");

/// Says whether a text rests on the Act of 2025. What says that something of it is not law yet does not.
fn is_of_2025(text: &str) -> bool {
    OF_2025.lines().any(|part| text.contains(part)) && !text.contains("is not law on")
}

#[test]
fn before_it_was_in_force_nothing_rests_on_the_act_of_2025() {
    let of_2025 = |at: &str| {
        let at: Date = at.parse().expect("a day");
        let spoilt = SPOILT.iter().map(|(.., spoil)| {
            let mut notice = good();
            spoil(&mut notice);
            notice
        });
        let all = spoilt.chain([good()]).chain(five::published().0);
        let mut rules: Vec<&str> = Vec::new();
        for notice in all {
            let verdicts = check(&notice, &facts(), at);
            for verdict in verdicts.iter().filter(|it| it.found.is_some()) {
                if is_of_2025(&verdict.law) {
                    rules.push(verdict.rule.id);
                }
            }
            let mut report = Report::default();
            report.add(&notice.id, &verdicts, &[]);
            for finding in report.findings() {
                if is_of_2025(&finding.message) || is_of_2025(finding.remedy) {
                    rules.push(finding.rule);
                }
            }
        }
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    assert_eq!(of_2025("2026-02-04"), Vec::<&str>::new());
    assert_eq!(of_2025("2026-02-05"), ["ADM-01", "CKI-01", "LAW-02"]);
    assert_eq!(of_2025("2026-06-18"), ["ADM-01", "CKI-01", "LAW-02"]);
    assert_eq!(
        of_2025("2026-06-19"),
        ["ADM-01", "CKI-01", "CMP-01", "CMP-02", "LAW-02"]
    );
}

/// What holds instead is told from the day on which the fact ends; where it never held, always.
#[test]
fn what_holds_instead_was_law_when_it_is_told() {
    let early: Date = "2026-02-04".parse().expect("a day");
    let told_early = |fact: &DatedFact| match fact.valid_to {
        Some(to) => to < early,
        None => fact.valid_from.is_none(),
    };
    for fact in facts().all.iter().filter(|fact| told_early(fact)) {
        let now = fact.now.as_deref().unwrap_or_default();
        assert!(!is_of_2025(now), "{}: {now}", fact.value);
    }
}

#[test]
fn a_finding_points_at_text_of_the_notice() {
    let at: Date = AT.parse().expect("a day");
    for (rule, _, spoil) in SPOILT {
        let mut notice = good();
        spoil(&mut notice);
        let all = serde_json::to_string(&notice).expect("a notice is JSON");
        let verdicts = check(&notice, &facts(), at);
        let found = verdicts
            .into_iter()
            .flat_map(|it| it.found.unwrap_or_default());
        for place in found.filter_map(|found| found.place) {
            assert!(all.contains(place.trim()), "{rule} points at “{place}”");
        }
    }
}

#[test]
fn rules_have_ids_of_their_own_remedies_in_a_sentence_and_questions() {
    let mut ids: Vec<&str> = rules().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rules().count());
    for rule in rules() {
        assert!(rule.remedy.ends_with('.'), "{}", rule.id);
        let remedy = rule.remedy.replace("Art. ", "");
        assert!(!remedy.contains(". "), "{}", rule.id);
        assert!(!rule.law.is_empty(), "{}", rule.id);
    }
    for rule in rules().chain(law::policy_rules()) {
        assert!(rule.question.ends_with(['?', '.']), "{}", rule.id);
    }
}

/// What no law asks for says where it comes from instead.
const NO_LAW: [(&str, &str); 13] = [
    ("BAS-04", "guidance "),
    ("CHD-01", "house rule"),
    ("ART-01", "house rule"),
    ("LNK-02", "house rule"),
    ("LNG-01", "house rule"),
    ("ID-03", "house measure of Art"),
    ("VER-01", "house measure of Art"),
    ("ENG-01", "house measure of Art"),
    ("ENG-02", "house measure of Art"),
    ("ENG-03", "house measure of Art"),
    ("ENG-04", "house measure of Art"),
    ("ENG-05", "house measure of Art"),
    ("ENG-06", "house measure of Art"),
];

#[test]
fn what_no_law_asks_for_is_never_named_as_law() {
    for rule in rules().chain(law::policy_rules()) {
        let own = NO_LAW.iter().find(|(id, _)| *id == rule.id);
        let named = match own {
            Some((_, source)) => rule.law.starts_with(source),
            None => ["Art. ", "Arts. ", "PECR "]
                .iter()
                .any(|law| rule.law.starts_with(law)),
        };
        assert!(named, "{}: {}", rule.id, rule.law);
        for day in ["2018-05-24", "2026-02-04", AT] {
            let then = facts().law(rule, day.parse().expect("a day"));
            let is_house = then.starts_with("house ") || then.starts_with("guidance");
            assert_eq!(is_house, own.is_some(), "{}: {then} on {day}", rule.id);
        }
    }
    for (id, _) in NO_LAW {
        assert!(rules().any(|rule| rule.id == id), "there is no rule {id}");
    }
}

/// A figure that a rule measures by, and that stands in no article, is the house's. The law's own months and pounds are in LAW-02.
#[test]
fn a_rule_that_measures_by_a_figure_of_its_own_says_whose_it_is() {
    let figure = |text: &str| text.contains(|mark: char| mark.is_ascii_digit());
    let measures = rules().filter(|rule| figure(rule.title));
    let all: Vec<&str> = measures
        .map(|rule| {
            assert!(rule.law.starts_with("house measure of"), "{}", rule.id);
            rule.id
        })
        .collect();
    assert!(all.len() > 3, "{all:?}");
}

/// An officer reads in the manual what no law asks for.
#[test]
fn the_manual_names_every_rule_that_is_no_law() {
    let manual = include_str!("../../../../docs/src/officer/index.md");
    let (_, part) = manual
        .split_once("## What no law asks for")
        .expect("it has a chapter");
    let part = part.split("\n## ").next().unwrap_or_default();
    for (id, _) in NO_LAW {
        assert!(part.contains(id), "{id}");
    }
    let mut named = part.split(|mark: char| !mark.is_ascii_alphanumeric() && mark != '-');
    let known = |id: &str| NO_LAW.iter().any(|(own, _)| *own == id);
    let is_id = |word: &&str| rules().any(|rule| rule.id == *word);
    assert!(named.all(|word| !is_id(&word) || known(word)));
}

#[test]
fn what_lies_outside_a_condition_is_not_asked_for() {
    let none = Mark::NotApplicable;
    let cases: [(&str, Spoil); 7] = [
        ("DPO-02", |it| officer_email(it, None)),
        ("BAS-02", |it| drop(it.purposes.pop())),
        ("BAS-03", |it| drop(it.purposes.remove(1))),
        ("BAS-04", |it| drop(it.data.pop())),
        ("SRC-01", |it| it.sources.clear()),
        ("RGT-02", |it| drop(it.purposes.pop())),
        ("CON-01", |it| {
            it.purposes.remove(1);
            it.recipients[0].condition = Some(Condition::Law);
        }),
    ];
    for (rule, change) in cases {
        let mut notice = good();
        change(&mut notice);
        assert_eq!(mark(&notice, rule, AT), none, "{rule}");
    }
}

#[test]
fn the_exit_code_is_that_of_the_gravest_finding() {
    let at: Date = AT.parse().expect("a day");
    let cases: [(Spoil, u8); 4] = [
        (|_| {}, 0),
        (|it| it.sources[0].open = Some("and others".to_owned()), 0),
        (|it| it.children = None, 3),
        (|it| it.purposes.clear(), 4),
    ];
    for (spoil, code) in cases {
        let mut notice = good();
        spoil(&mut notice);
        let mut report = Report::default();
        report.add(&notice.id, &check(&notice, &facts(), at), &[]);
        assert_eq!(report.exit_code(), code, "{}", report.summary());
    }
}

/// Lists the keys and tables that a remedy names: `basis`, [[purpose]], [retention].
fn fields(remedy: &str) -> Vec<String> {
    let keys = remedy.split('`').skip(1).step_by(2);
    let keys = keys.filter(|key| !key.contains(' ')).map(str::to_owned);
    let tables = remedy.split_whitespace().filter_map(|word| {
        let (_, after) = word.split_once('[')?;
        let name = after.trim_start_matches('[').split(']').next()?;
        Some(format!("[{name}]"))
    });
    keys.chain(tables).collect()
}

#[test]
fn remedies_name_fields_and_files_that_there_are() {
    let day = AT.parse().expect("a day");
    let files = disk::notices();
    let texts = files.iter().map(|file| file.text.clone());
    let draft = source::draft::skeleton("plots", "Plots", "town", &[], day);
    let all: String = texts.chain([draft]).collect();
    for rule in rules().chain(law::policy_rules()) {
        for field in fields(rule.remedy) {
            assert!(all.contains(&field), "{}: {field}", rule.id);
        }
        let names = rule.remedy.split_whitespace();
        let names = names.map(|name| name.trim_matches([',', ':', ';', '.']));
        for name in names.filter(|name| name.starts_with("notices/") && !name.ends_with('/')) {
            let is_there = files.iter().any(|file| file.name == name);
            assert!(is_there, "{}: {name}", rule.id);
        }
    }
    assert_eq!(
        fields("Add a [[purpose]] with its `basis`."),
        ["basis", "[purpose]"]
    );
}
