//! The law as it stood on a day.

use std::{collections::BTreeMap, sync::LazyLock};

use law::{Date, DatedFact, DatedFacts, Evidence, FactKind, Mark, Severity, check};
use notice::{Basis, Notice};
use source::parse::{self, File};

use crate::{five, fixtures::good};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn mark(notice: &str, rule: &str, at: &str) -> Mark {
    static FIVE: LazyLock<(Vec<Notice>, DatedFacts)> = LazyLock::new(five::published);
    let (notices, facts) = &*FIVE;
    let notice = notices.iter().find(|one| one.id == notice);
    let all = check(
        notice.expect("it is one of the five"),
        facts,
        at.parse().expect("a day"),
    );
    let verdict = all.iter().find(|verdict| verdict.rule.id == rule);
    verdict.expect("the rule is there").mark()
}

/// What nobody has verified is told as something to make sure of, and never as a finding.
#[test]
fn a_fact_that_nobody_has_verified_is_no_finding() {
    let mut facts = five::facts();
    facts.all.push(DatedFact {
        kind: FactKind::PublicAuthority,
        value: "Overton Leisure".to_owned(),
        rule: None,
        now: None,
        valid_from: None,
        valid_to: None,
        source: "Hearsay".to_owned(),
        evidence: Evidence::U,
    });
    let unsure: Vec<&DatedFact> = facts
        .all
        .iter()
        .filter(|it| it.evidence == Evidence::U)
        .collect();
    assert!(unsure.len() >= 3, "{unsure:?}");
    for fact in unsure {
        let mut notice = good();
        match fact.kind {
            FactKind::Body | FactKind::MisnamedBody | FactKind::Programme => {
                notice.recipients[0].names.push(fact.value.clone());
            }
            FactKind::Address => notice.complaints[0].address = vec![fact.value.clone()],
            FactKind::PublicAuthority => {
                notice.controller.contact.name = fact.value.clone();
                notice.officer = None;
                notice.purposes[0].basis = Basis::LegitimateInterests;
                notice.purposes[0].basis_detail = Some("Keeping the books safe".to_owned());
            }
            other => panic!("say how a notice speaks of {other:?}"),
        }
        // What is planned is told once its day has come.
        let is_planned = fact
            .valid_to
            .is_some_and(|to| to.to_string().as_str() > "2026-11-29");
        let at = if is_planned {
            "2027-04-01"
        } else {
            "2026-11-29"
        };
        let verdicts = check(&notice, &facts, at.parse().expect("a day"));
        let told = verdicts.iter().flat_map(|verdict| {
            let found = verdict.found.iter().flatten();
            found.map(|it| (verdict.rule, it))
        });
        let about: Vec<_> = told
            .filter(|(rule, it)| {
                it.message.contains("not verified") || matches!(rule.id, "DPO-01" | "BAS-02")
            })
            .collect();
        assert!(!about.is_empty(), "{} is told", fact.value);
        for (rule, it) in about {
            assert_eq!(
                it.severity(rule.severity),
                Severity::Info,
                "{} {it:?}",
                rule.id
            );
        }
    }
}

/// Two facts of one name would each say what holds instead, and which of them is told is left to their order.
#[test]
fn no_two_facts_of_a_kind_and_a_name_hold_on_the_same_day() {
    let alike = |text: &str| {
        let text = text.to_lowercase().replace('&', "and");
        let letters = text.chars().filter(|it| it.is_alphanumeric() || *it == ' ');
        letters.collect::<String>()
    };
    let mut named: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for fact in five::facts().all {
        let day = |day: Option<Date>, none: &str| {
            day.map_or_else(|| none.to_owned(), |day| day.to_string())
        };
        let span = (day(fact.valid_from, "0000"), day(fact.valid_to, "9999"));
        let name = (format!("{:?}", fact.kind), alike(&fact.value));
        let spans = named.entry(name).or_default();
        let twice = spans
            .iter()
            .any(|other| span.0 <= other.1 && other.0 <= span.1);
        assert!(!twice, "{:?} “{}” twice", fact.kind, fact.value);
        spans.push(span);
    }
}

#[test]
fn a_duty_begins_on_its_day() {
    for (at, wanted) in [
        ("2026-02-04", Mark::NotApplicable),
        ("2026-06-18", Mark::NotApplicable),
        ("2026-06-19", Mark::Weak),
    ] {
        assert_eq!(mark("connect-derby", "CMP-01", at), wanted, "{at}");
    }
}

#[test]
fn a_body_a_name_and_an_address_end_on_their_day() {
    for (notice, rule, last, next) in [
        ("connect-derby", "CMP-03", "2026-09-29", "2026-09-30"),
        ("connect-derby", "DPO-02", "2019-03-31", "2019-04-01"),
        ("healthy-housing-hub", "REC-03", "2019-03-31", "2019-04-01"),
        (
            "local-area-co-ordination",
            "REC-03",
            "2018-06-30",
            "2018-07-01",
        ),
        ("derby-homes", "TRF-01", "2020-12-31", "2021-01-01"),
        ("derby-homes", "LAW-01", "2018-05-24", "2018-05-25"),
    ] {
        assert_eq!(mark(notice, rule, last), Mark::Present, "{notice} {rule}");
        assert_eq!(mark(notice, rule, next), Mark::Outdated, "{notice} {rule}");
    }
    assert_eq!(
        mark("derby-homes", "LAW-02", "2018-05-24"),
        Mark::NotApplicable
    );
}

#[test]
fn a_basis_is_wrong_before_it_is_law() {
    let (notices, facts) = five::published();
    let mut notice = notices[0].clone();
    for purpose in &mut notice.purposes {
        purpose.basis = Basis::RecognisedLegitimateInterest;
    }
    for (at, wanted) in [("2026-02-04", Mark::Wrong), ("2026-02-05", Mark::Present)] {
        let at: Date = at.parse().expect("a day");
        let verdicts = check(&notice, &facts, at);
        let verdict = verdicts.iter().find(|verdict| verdict.rule.id == "BAS-01");
        assert_eq!(verdict.expect("the rule is there").mark(), wanted, "{at}");
    }
}

#[test]
fn only_a_day_is_a_date() {
    for good in ["2024-02-29", "2026-12-31", "2000-02-29"] {
        let date: Date = good.parse().expect("a day");
        assert_eq!(date.to_string(), good);
    }
    for bad in [
        "",
        "2026",
        "2026-2-1",
        "2026-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "+026-01-01",
        "2026-01-01T00:00",
        "22/11/2026",
    ] {
        assert!(bad.parse::<Date>().is_err(), "{bad}");
    }
}

#[test]
fn a_slip_in_the_facts_is_told_at_its_line() {
    let text = "[[fact]]\nkind = \"bodi\"\nvalue = \"A\"\nvalid_from = 2026-01-02\nvalid_to = 2026-01-01\nsorce = \"B\"\nevidence = \"X\"\n";
    let file = File {
        path: "facts.toml".to_owned(),
        name: "facts.toml".to_owned(),
        text: text.to_owned(),
    };
    let report = parse::facts(&file).expect_err("bad facts are refused");
    let said: Vec<&str> = report.problems().iter().map(|it| &*it.message).collect();
    assert_eq!(
        said,
        [
            "`kind` cannot be `bodi`",
            "This ends before it begins",
            "There is no key `sorce` here",
            "`evidence` cannot be `X`",
        ]
    );
}
