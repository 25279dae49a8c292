//! What a remedy asks for, in the words that people choose who follow it.

use law::Mark;

use super::{AT, AUTOMATED, PROSE, PURPOSE, RECIPIENT, after, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_yes_is_taken_back_in_plain_words() {
    let consent = (PURPOSE, "text = \"Let you a plot\"\nbasis = \"consent\"");
    let says = |mark, texts: &[&str]| after("CON-01", &[consent], (PROSE, "{}"), mark, texts);
    says(
        Mark::Present,
        &[
            "You may say no at any time: write to the plots team.",
            "You can take your yes back whenever you like.",
            "You can say no later: ring us.",
            "Say no at any time by e-mail.",
            "If you said yes, you can still say no whenever you like.",
        ],
    );
    says(
        Mark::Missing,
        &[
            "You may say no.",
            "You cannot say no later.",
            "You can say no whenever we ask you.",
            "You may say no to a visit at any time.",
            "We may say no to a plot.",
            "You can take your form back whenever you like.",
        ],
    );
}

#[test]
fn a_source_is_told_to_be_closed_in_plain_words() {
    let told = |text: &str| {
        let own = format!(
            "[[source]]\nnames = [\"Your GP\"]\ndetail = \"{text}\"\n\n[[recipient]]\n{RECIPIENT}"
        );
        let place = format!("[[recipient]]\n{RECIPIENT}");
        let found = verdict(&[(&place, &own)], "SRC-01", AT).found;
        found.expect("it applies").is_empty()
    };
    for text in [
        "The register is not open to the public.",
        "None is open to the public.",
        "This is open to the public.",
        "It is not available to the public.",
        "The public cannot see these records.",
        "It is not publicly available.",
    ] {
        assert!(told(text), "{text}");
    }
    for text in [
        "Our office is open to the public from nine.",
        "A report about you.",
        "The library is open to the public.",
        "They work for the public.",
        "What the public tells us.",
    ] {
        assert!(!told(text), "{text}");
    }
}

#[test]
fn what_follows_from_a_decision_is_told_in_plain_words() {
    let lacks = |text: &str| {
        let own = format!("used = true\ntext = \"{text}\"");
        let found = verdict(&[(AUTOMATED, &own)], "ADM-01", AT).found;
        let said = found.and_then(|it| it.first().map(|it| it.message.clone()));
        said.unwrap_or_default().contains("why that matters")
    };
    for text in [
        "The computer refuses your application if the address is not in the zone. You then get no permit.",
        "A computer checks the zone. You then cannot park.",
        "The program turns your application down.",
        "The program rejects your claim.",
        "A computer ranks bids. You then wait longer.",
    ] {
        assert!(!lacks(text), "{text}");
    }
    for text in [
        "A computer reads the form.",
        "A computer checks the zone. You then get a letter.",
        "A computer sorts the forms. You then see a person.",
        "A computer reads the number plate and the date.",
        "The program looks at your form at night.",
    ] {
        assert!(lacks(text), "{text}");
    }
}

#[test]
fn an_owner_is_not_told_where_a_fact_is_from() {
    let edit = super::INTERESTS;
    let found = verdict(&[edit], "BAS-02", AT).found.expect("it applies");
    let said = &found[0].message;
    assert!(
        !said.contains("secondary source") && !said.contains("copied"),
        "{said}"
    );
}

#[test]
fn a_line_for_children_is_given_in_each_way_that_the_remedy_tells() {
    let rule = law::rules().find(|rule| rule.id == "CHD-01");
    let remedy = rule.expect("there is such a rule").remedy;
    let place = "children = false";
    let missing = verdict(&[(place, "")], "CHD-01", AT);
    assert_eq!(missing.mark(), Mark::Missing);
    let own = "children = { under = 13, text = \"If you are under {age}, …\" }";
    for way in ["children = true", own, place] {
        assert!(remedy.contains(way), "{way}");
    }
    let mark = |way| verdict(&[(place, way)], "CHD-01", AT).mark();
    assert_eq!(mark(own), Mark::Present);
    assert_eq!(mark(place), Mark::NotApplicable);
}

/// The finding has a sentence for each part: whoever has nothing else to say there can use it, and is not told the same again.
#[test]
fn the_sentences_that_a_finding_offers_settle_it() {
    let own = |text: &str| format!("used = true\ntext = \"{text}\"");
    let of = |text: &str| verdict(&[(AUTOMATED, &own(text))], "ADM-01", AT);
    let nothing = of("A computer decides.");
    let found = nothing.found.expect("it applies");
    let offered: Vec<&str> = found[0]
        .message
        .split('“')
        .skip(1)
        .filter_map(|rest| rest.split('”').next())
        .collect();
    assert_eq!(offered.len(), 7, "{found:?}");
    let all = of(&format!("A computer decides. {}", offered.join(" ")));
    assert_eq!(all.mark(), Mark::Present, "{:?}", all.found);
    for left_out in 0..offered.len() {
        let mut rest = offered.clone();
        let sentence = rest.remove(left_out);
        let found = of(&format!("A computer decides. {}", rest.join(" ")));
        assert_eq!(found.mark(), Mark::Weak, "without “{sentence}”");
    }
}

#[test]
fn a_decision_is_explained_in_plain_words() {
    let lacks = |text: &str| {
        let own = format!("used = true\ntext = \"{text}\"");
        let found = verdict(&[(AUTOMATED, &own)], "ADM-01", AT).found;
        let first = found.and_then(|it| it.first().map(|it| it.message.clone()));
        first.unwrap_or_default()
    };
    let text = "When your income changes, our system works out the new award with no officer involved and sends you a letter. \
        You can ask an officer to look at it, and you can tell that officer why you think it is wrong.";
    let said = lacks(text);
    for part in [
        "told of the decision",
        "have their say",
        "a person can step in",
        "contest it",
    ] {
        assert!(!said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("why that matters"), "{said}");
    let whole = format!("{text} It can change how much benefit you get.");
    assert_eq!(lacks(&whole), "");
    // That nobody looks at it is no person who can step in.
    for text in [
        "Our software decides without human involvement.",
        "It is decided with no human check.",
        "A computer decides without a person.",
    ] {
        assert!(lacks(text).contains("a person can step in"), "{text}");
    }
}

/// What no entry of the notice can settle is no remedy.
#[test]
fn a_source_without_a_date_is_settled_by_one() {
    let place = "restates = \"Allotments privacy notice, 3 March 2026\"";
    let of = |source: &str| {
        verdict(
            &[(place, &format!("restates = \"{source}\""))],
            "VER-01",
            AT,
        )
    };
    for source in [
        "Allotments privacy notice",
        "Allotments privacy notice, version 2",
        "Allotments privacy notice, undated",
    ] {
        let found = of(source).found.expect("it applies");
        let remedy = found[0].remedy.unwrap_or_default();
        assert!(
            remedy.contains("that day in `restates`"),
            "{source}: {remedy}"
        );
        let dated = format!("{}, 3 March 2026", source.trim_end_matches(", undated"));
        assert_eq!(of(&dated).mark(), Mark::Present, "{dated}");
    }
    let old = of("Allotments privacy notice, 3 March 2016").found;
    assert!(
        old.is_some_and(|it| it[0].remedy.is_none()),
        "another matter"
    );
}
