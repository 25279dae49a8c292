//! The dated facts: each kind of them as it is told in the texts of a notice.

use law::{Evidence, FactKind, Found, Mark, Severity};
use notice::Notice;
use source::parse::{self, File};
use strum::VariantNames;

use super::{AT, BODY, INTERESTS, PROSE, RECIPIENT, TRANSFERS, all, each, verdict};
use crate::five;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What a rule finds when a sentence is put into the notice.
fn found(text: &str, rule: &str, at: &str) -> Vec<Found> {
    let found = verdict(&[(PROSE, text)], rule, at).found;
    found.unwrap_or_default()
}

/// What a rule finds in one of the published notices.
fn of_the_five(id: &str, rule: &str) -> Vec<Found> {
    let (notices, facts) = five::published();
    let notice = notices.iter().find(|it| it.id == id);
    let notice = notice.expect("it is one of the five");
    let all = law::check(notice, &facts, AT.parse().expect("a day"));
    let own = all.into_iter().find(|verdict| verdict.rule.id == rule);
    own.expect("the rule is there").found.unwrap_or_default()
}

#[test]
fn bodies_that_ended_are_told_wherever_they_are_named() {
    all(
        "REC-03",
        PROSE,
        "We share it with the {}.",
        Mark::Outdated,
        &[
            "NHS Commissioning Board",
            "Greater East Midlands Commissioning Support Unit",
            "Housing Corporation",
            "Information Tribunal",
            "Department of Energy and Climate Change",
            "Foreign & Commonwealth Office",
            "Department for International Development",
            "Department of Trade and Industry",
            "Office of the Deputy Prime Minister",
            "Department for International Trade",
            "Department for Transport, Local Government and the Regions",
            "Immigration and Nationality Directorate",
            "Border and Immigration Agency",
            "National Policing Improvement Agency",
            "Hampshire Fire and Rescue Service",
            "Wiltshire Fire & Rescue Service",
        ],
    );
    each(
        "REC-03",
        PROSE,
        Mark::NotApplicable,
        &[
            "We share it with Northamptonshire Fire and Rescue Service.",
            "We share it with the First-tier Tribunal.",
            "We share it with the Department for Transport.",
            "We share it with NHS Arden and Greater East Midlands Commissioning Support Unit.",
            "We share it with the Foreign, Commonwealth & Development Office.",
        ],
    );
    each(
        "REC-03",
        PROSE,
        Mark::Present,
        &[
            "We share it with Hampshire and Isle of Wight Fire and Rescue Service.",
            "We share it with Dorset & Wiltshire Fire and Rescue Service.",
            "Until 2009 the Housing Corporation was told of it.",
        ],
    );
}

/// A body may have a word of the language for its name.
#[test]
fn a_body_named_by_a_word_is_told_from_the_word() {
    each(
        "REC-03",
        PROSE,
        Mark::Outdated,
        &[
            "We tell NHS England, Monitor, and the Care Quality Commission.",
            "We report to Monitor each year.",
            "Monitor regulates the trust.",
            "Trusts are overseen (by Monitor).",
        ],
    );
    let names = "names = [\"{}\"]";
    all("REC-03", RECIPIENT, names, Mark::Outdated, &["Monitor"]);
    each(
        "REC-03",
        PROSE,
        Mark::NotApplicable,
        &[
            "Monitor your account for what you do not know.",
            "We monitor the site.",
            "We lend each tenant a Heart Monitor.",
            "The Monitor Audio company mends our speakers.",
        ],
    );
}

/// What is planned is no finding, before its day or after.
#[test]
fn a_body_whose_end_is_planned_is_a_note_from_that_day_on() {
    for body in [
        "North of England Commissioning Support",
        "NHS Derby and Derbyshire Integrated Care Board",
        "NHS Midlands Commissioning Support Unit",
    ] {
        let own = format!("We share it with {body}.");
        for (at, notes) in [("2027-03-31", 0), ("2027-04-01", 1)] {
            let found = found(&own, "REC-03", at);
            assert_eq!(found.len(), notes, "{body} at {at}: {found:?}");
            for note in found {
                assert_eq!(note.severity(Severity::Warning), Severity::Info);
                assert!(note.message.contains("as it is planned"), "{note:?}");
            }
        }
    }
}

#[test]
fn benefits_that_ended_are_told_from_help_of_that_name() {
    each(
        "TIM-01",
        PROSE,
        Mark::Outdated,
        &[
            "We need proof of Income Support.",
            "We ask whether you claim benefits such as income support.",
            "Tell us if you get income-based Jobseeker’s Allowance.",
            "Tell us of your income-related ESA and other allowances.",
            "Tell us if you had a crisis loan.",
        ],
    );
    each(
        "TIM-01",
        PROSE,
        Mark::NotApplicable,
        &[
            "We give income support to artists.",
            "Tell us if you get Universal Credit.",
            "Tell us of your new style Jobseeker’s Allowance.",
        ],
    );
    // When the last of it was paid was not found.
    let found = found("Tell us if you get Incapacity Benefit.", "TIM-01", AT);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].severity(Severity::Warning), Severity::Info);
}

#[test]
fn an_act_or_an_instrument_of_another_year_is_told() {
    all(
        "LAW-01",
        PROSE,
        "We do this under the {}.",
        Mark::Wrong,
        &[
            "Environmental Information Regulations 2005",
            "Privacy and Electronic Communications Regulations 2001",
            "Privacy & Electronic Communications (EC Directive) Regulations 2013",
            "Data Protection (Charges and Information) Regulations 2017",
            "Re-use of Public Sector Information Regulations 2016",
            "Council Tax (Administration and Enforcement) Regulations 1993",
            "Town and Country Planning Act 1991",
            "Local Government Finance Act 1993",
            "Licensing Act 2004",
            "Care Standards Act 2001",
            "Mental Health Act 1984",
            "Adoption and Children Act 2003",
            "Welfare Reform Act 2013",
            "Regulation of Investigatory Powers Act 2001",
            "National Health Service Act 2005",
            "National Health Service and Community Care Act 1991",
            "School Standards and Framework Act 1999",
            "Data (Use and Access) Act 2024",
        ],
    );
    all(
        "LAW-01",
        PROSE,
        "We do this under the {} and the Data Protection Act 2018.",
        Mark::Present,
        &[
            "Environmental Information Regulations 2004",
            "Environmental Information (Scotland) Regulations 2004",
            "Privacy and Electronic Communications Regulations 2003",
            "Privacy and Electronic Communications (EC Directive) Regulations 2003",
            "Privacy and Electronic Communications (EC Directive) (Amendment) Regulations 2011",
            "Town and Country Planning Act 1990",
            "Local Government Finance Act 1988",
            "Licensing (Scotland) Act 2005",
            "Mental Health Act 2025",
            "Mental Health (Care and Treatment) (Scotland) Act 2003",
            "National Health Service (Wales) Act 2006",
            "Welfare Reform and Work Act 2016",
        ],
    );
    // A usual short title is right, and the whole one is told.
    let text = "We keep to the Privacy and Electronic Communications Regulations 2001.";
    let found = found(text, "LAW-01", AT);
    let whole = "there are: Privacy and Electronic Communications (EC Directive) Regulations 2003";
    assert!(
        found.iter().any(|it| it.message.ends_with(whole)),
        "{found:?}"
    );
}

#[test]
fn more_authorities_are_known_by_their_names() {
    let judged = |name: &str| {
        let own = format!("name = \"{name}\"");
        verdict(&[INTERESTS, (BODY, &own)], "BAS-02", AT)
    };
    for name in [
        "Crown Prosecution Service",
        "HM Land Registry",
        "Cabinet Office",
        "HM Treasury",
        "Care Quality Commission",
        "Social Work England",
        "Homes England",
        "Historic England",
        "Natural England",
        "East London Waste Disposal Authority",
        "Merseyside Passenger Transport Executive",
        "The Chief Constable of Reachshire",
        "Reach Internal Drainage Board",
        "London Port Health Authority",
    ] {
        assert_eq!(judged(name).mark(), Mark::Wrong, "{name}");
    }
    for name in [
        "Reach Homes",
        "Reach Waste Disposal Limited",
        "Treasury Wine Company",
        "Friends of Historic England",
    ] {
        assert_eq!(judged(name).mark(), Mark::Present, "{name}");
    }
    // That these are authorities nobody has verified: a note.
    for name in ["Natural Resources Wales", "HM Prison and Probation Service"] {
        let found = judged(name).found.unwrap_or_default();
        assert!(!found.is_empty(), "{name}");
        for note in found {
            let own = note.severity(Severity::Warning);
            assert_eq!(own, Severity::Info, "{name}: {note:?}");
        }
    }
}

#[test]
fn being_registered_with_the_regulator_is_a_note_and_paying_the_fee_is_none() {
    let notes = |text: &str, at: &str| {
        let mut own = found(text, "LAW-01", at);
        own.retain(|it| it.message.contains("SI 2018/480"));
        let info = |it: &Found| it.severity(Severity::Error) == Severity::Info;
        assert!(own.iter().all(info), "{own:?}");
        own.len()
    };
    for text in [
        "The Council has notified its processing to the Information Commissioner.",
        "We report to the Information Commission. The Council is registered with it as a data controller.",
        "We are registered as a data controller with the Information Commissioner’s Office (ICO), number Z1234567.",
        "Our name is on the ICO’s public register of data controllers.",
    ] {
        assert_eq!(notes(text, AT), 1, "{text}");
        assert_eq!(notes(text, "2018-05-24"), 0, "{text}");
    }
    for text in [
        "We pay the data protection fee to the Information Commission.",
        "We are registered with the ICO as a fee payer.",
        "As a data controller registered with the ICO we pay the data protection fee.",
        "Our registration number with the ICO is Z1234567.",
        "We have told the Information Commission of the breach of personal data that we use.",
        "Until 2018 the Council was registered with the Information Commissioner as a data controller.",
        "The home is registered with the Care Quality Commission as a provider.",
    ] {
        assert_eq!(notes(text, AT), 0, "{text}");
    }
    let restated = of_the_five("derby-homes", "LAW-01");
    assert!(
        restated.iter().any(|it| it.message.contains("SI 2018/480")),
        "{restated:?}"
    );
}

#[test]
fn the_age_of_a_childs_own_consent_is_that_of_the_day() {
    let mut facts = five::facts();
    let ours = facts.all.iter_mut().find(|fact| fact.kind == FactKind::Age);
    let ours = ours.expect("there is an age");
    assert_eq!((ours.value.as_str(), ours.evidence), ("13", Evidence::P));
    let mut raised = ours.clone();
    ours.valid_to = Some("2027-08-31".parse().expect("a day"));
    raised.value = "16".to_owned();
    raised.valid_from = Some("2027-09-01".parse().expect("a day"));
    facts.all.push(raised);
    let under = |age: u8| -> Notice {
        let mut notice = five::published().0.remove(0);
        notice.children.as_mut().expect("it has a line").under = age;
        notice
    };
    let mark = |notice: &Notice, at: &str| {
        let all = law::check(notice, &facts, at.parse().expect("a day"));
        let own = all.iter().find(|verdict| verdict.rule.id == "CHD-01");
        own.expect("the rule is there").mark()
    };
    assert_eq!(mark(&under(13), "2027-08-31"), Mark::Present);
    assert_eq!(mark(&under(13), "2027-09-01"), Mark::Outdated);
    // A council may ask a parent of those who are older, too.
    assert_eq!(mark(&under(16), "2027-08-31"), Mark::Present);
    assert_eq!(mark(&under(16), "2027-09-01"), Mark::Present);
}

#[test]
fn what_a_site_knows_of_its_own_goes_before_what_the_program_knows() {
    for (notice, rule, said) in [
        (
            "customer-management",
            "DPO-02",
            "now: data.protection@derby.gov.uk",
        ),
        (
            "local-area-co-ordination",
            "TIM-01",
            "Local Area Coordination” has ended (until 2020-03-31)",
        ),
        (
            "derby-homes",
            "VER-01",
            "now: the “fair processing notice” on derbyhomes.org",
        ),
    ] {
        let found = of_the_five(notice, rule);
        assert!(
            found.iter().any(|it| it.message.contains(said)),
            "{found:?}"
        );
    }
}

/// What is to be said instead must hold on every day on which it is told.
#[test]
fn what_took_the_place_of_a_word_names_no_article_of_another_day() {
    let sent = "transfers = \"Your details go to the United States under Privacy Shield.\"";
    let found = verdict(&[(TRANSFERS, sent)], "TRF-01", "2021-06-01").found;
    let found = found.unwrap_or_default();
    let shield = found.iter().find(|it| it.message.contains("Shield"));
    let shield = shield.unwrap_or_else(|| panic!("{found:?}"));
    assert!(!shield.message.contains("Art. "), "{shield:?}");
}

/// The manual's example of a fact reads, and its table has every kind.
#[test]
fn the_manual_shows_facts_that_read() {
    let manual = include_str!("../../../../../docs/src/officer/index.md");
    let begins = "```toml\n";
    let begin = manual.find("```toml\n[[fact]]");
    let example = &manual[begin.expect("there is an example") + begins.len()..];
    let text = &example[..example.find("```").expect("it ends")];
    let file = File {
        path: "facts.toml".to_owned(),
        name: "notices/facts.toml".to_owned(),
        text: text.to_owned(),
    };
    let facts = parse::facts(&file).unwrap_or_else(|report| panic!("{report:?}"));
    assert!(!facts.all.is_empty());
    for kind in FactKind::VARIANTS {
        let cell = format!("`{kind}`");
        assert!(manual.contains(&cell), "{kind} is not in the table");
    }
}
