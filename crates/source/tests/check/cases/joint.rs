//! Controllers who decide together: how to reach each, and who of them answers for what (Art. 26(2)).

use law::{Mark, Severity, Verdict};

use super::{AT, BODY, Edit, INTERESTS, PROSE, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Names a second controller.
const WITH: Edit<'static> = (
    "controller = \"marlow-reach\"",
    "controller = \"marlow-reach\"\njoint = [\"tarn\"]",
);
const REACHED: &str = "email = \"hello@tarn.nhs.uk\"\n";
const TOLD: &str =
    "We decide together with Tarn Water Ltd. It answers the requests of its own customers.";

/// Returns what a rule says where a body of that name, with those keys, decides together with the council, and the notice says so.
fn with(rule: &str, name: &str, keys: &str, said: &str, more: &[Edit<'_>]) -> Verdict {
    let table = format!(
        "[tarn]\nname = \"{name}\"\nabout = \"{name} brings water.\"\n{keys}\n[contacts.officer]"
    );
    let first = [WITH, ("[contacts.officer]", &table), (PROSE, said)];
    verdict(&[&first, more].concat(), rule, AT)
}

fn messages(verdict: &Verdict) -> Vec<&str> {
    let found = verdict.found.iter().flatten();
    found.map(|it| it.message.as_str()).collect()
}

#[test]
fn each_of_those_who_decide_can_be_reached() {
    for keys in [
        REACHED,
        "phones = [{ number = \"01632 960001\" }]\n",
        "address = [\"1 Well Lane\", \"Tarn\"]\n",
    ] {
        let found = with("ID-01", "Tarn Water Ltd", keys, TOLD, &[]);
        assert_eq!(found.mark(), Mark::Present, "{keys}: {:?}", found.found);
    }
    for keys in [
        "",
        "registration = \"Z0000001\"\n",
        "officer = { name = \"Data Protection Officer\", email = \"dpo@tarn.nhs.uk\" }\n",
    ] {
        let found = with("ID-01", "Tarn Water Ltd", keys, TOLD, &[]);
        assert_eq!(found.mark(), Mark::Weak, "{keys}");
        assert!(
            messages(&found)[0].starts_with("Tarn Water Ltd decides together"),
            "{:?}",
            found.found
        );
    }
}

#[test]
fn those_who_are_named_say_who_answers_for_what() {
    let mark = |said: &str| {
        let found = with("ID-01", "Tarn Water Ltd", REACHED, said, &[]);
        let severities = found.found.iter().flatten();
        for it in severities {
            assert_eq!(it.severity(Severity::Error), Severity::Warning, "{said}");
            assert!(it.remedy.is_some(), "{said}");
        }
        found.mark()
    };
    for said in [
        TOLD,
        "The essence of the arrangement between us: the council tells people, and you can turn to either of us.",
        "The council and Tarn Water Ltd are joint controllers, and the council answers your requests.",
        "Send a request about your supply to Tarn Water Ltd.",
    ] {
        assert_eq!(mark(said), Mark::Present, "{said}");
    }
    for said in [
        PROSE,
        "Tarn Water Ltd brings water to each plot.",
        "We give your name to Tarn Water Ltd under a contract.",
        "The council and Tarn Water Ltd are joint controllers.",
    ] {
        assert_eq!(mark(said), Mark::Weak, "{said}");
    }
}

#[test]
fn prose_alone_about_joint_controllers_is_advised_to_name_them() {
    let advice = |said: &str| {
        let found = verdict(&[(PROSE, said)], "ID-01", AT);
        let all = found.found.iter().flatten();
        let advice = all.filter(|it| it.message.contains("`joint`"));
        advice
            .inspect(|it| assert_eq!(it.severity(Severity::Error), Severity::Info, "{said}"))
            .count()
    };
    for said in [
        "The council and Tarn Water Ltd are joint controllers, and the council answers your requests.",
        "We are a joint controller with the county, which answers for the roads.",
        "The council and the society jointly decide how your details are used; ask either of us.",
    ] {
        assert_eq!(advice(said), 1, "{said}");
        let named = with("ID-01", "Tarn Water Ltd", REACHED, said, &[]);
        assert_eq!(named.mark(), Mark::Present, "{:?}", named.found);
    }
    for said in [
        PROSE,
        "We are not joint controllers with the society.",
        "You can rent a plot jointly with a neighbour.",
    ] {
        assert_eq!(advice(said), 0, "{said}");
    }
}

#[test]
fn interests_are_held_against_each_of_those_who_decide() {
    let private: Edit<'_> = (BODY, "name = \"Reach Gardening Ltd\"");
    for (name, first, wanted) in [
        ("Tarn Borough Council", private, true),
        ("Tarn NHS Foundation Trust", private, true),
        ("Tarn Water Ltd", (BODY, BODY), true),
        ("Tarn Water Ltd", private, false),
        ("Friends of Tarn", private, false),
        ("Tarn Parish Council", private, false),
    ] {
        let found = with("BAS-02", name, REACHED, TOLD, &[first, INTERESTS]);
        let told = messages(&found);
        let authority = told
            .iter()
            .filter(|it| it.contains("is a public authority"));
        let named: Vec<_> = authority.collect();
        assert_eq!(!named.is_empty(), wanted, "{name}, {first:?}: {told:?}");
        assert!(named.len() <= 1, "{told:?}");
        if wanted && first == private {
            assert!(named[0].starts_with(name), "{told:?}");
        }
    }
}

#[test]
fn a_contact_for_complaints_of_one_who_decides_too_is_no_strangers() {
    let theirs: Edit<'_> = (
        "name = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gov.uk\"",
        "name = \"Tarn Water Ltd\"\nemail = \"hello@tarn.nhs.uk\"",
    );
    let found = with("CMP-01", "Tarn Water Ltd", REACHED, TOLD, &[theirs]);
    assert_eq!(found.mark(), Mark::Present, "{:?}", found.found);
}

#[test]
fn one_that_decides_no_more_is_told_with_what_to_do() {
    let ends = |until: &str| {
        let keys = format!("{REACHED}until = {until}\nsuccessor = \"marlow-reach\"\n");
        with("ID-02", "Tarn Water Ltd", &keys, TOLD, &[])
    };
    let found = ends("2026-11-01");
    assert_eq!(found.mark(), Mark::Outdated);
    let all: Vec<_> = found.found.iter().flatten().collect();
    assert!(all[0].remedy.is_some_and(|it| it.contains("`joint`")));
    assert!(ends("2027-11-01").found.is_none_or(|it| it.is_empty()));
}
