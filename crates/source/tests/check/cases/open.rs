//! Answers of the card that say nothing, as a new notice has them.

use law::{Mark, Severity};

use super::{AT, PURPOSE, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Which rule wants what each answer says, how grave it is without, and the answer of the notice that is in order.
const ANSWERS: [(&str, &str, Severity, &str); 6] = [
    (
        "ID-01",
        "who",
        Severity::Error,
        "Marlow Reach District Council, which lets allotments.",
    ),
    (
        "PUR-01",
        "why",
        Severity::Error,
        "To let you a plot, and to take the rent.",
    ),
    (
        "STA-01",
        "must",
        Severity::Warning,
        "Our contract with you needs your name and address. Without them we cannot let you a plot.",
    ),
    (
        "REC-01",
        "sees",
        Severity::Error,
        "The allotment society that runs your site.",
    ),
    (
        "RET-01",
        "keeps",
        Severity::Warning,
        "Until six years after your tenancy ends.",
    ),
    (
        "RGT-01",
        "rights",
        Severity::Error,
        "Ask for a copy, a correction or deletion.",
    ),
];

#[test]
fn an_answer_that_says_nothing_is_as_grave_as_what_it_should_say() {
    for (rule, name, severity, text) in ANSWERS {
        for nothing in ["Not stated.", "To be confirmed", "TBC", "…"] {
            let verdict = verdict(&[(text, nothing)], rule, AT);
            let found = verdict.found.as_deref().unwrap_or_default();
            assert_eq!(
                verdict.mark(),
                Mark::Missing,
                "{rule} “{nothing}”: {found:?}"
            );
            assert_eq!(found.len(), 1, "{rule} “{nothing}”: {found:?}");
            assert_eq!(found[0].severity(verdict.rule.severity), severity, "{rule}");
            if name != "must" {
                assert_eq!(found[0].place.as_deref(), Some(name), "{rule}");
                assert!(
                    found[0].remedy.is_some_and(|it| it.contains("[[answer]]")),
                    "{rule}"
                );
            }
        }
    }
}

#[test]
fn an_answer_that_says_something_is_none_of_these() {
    for (rule, _, _, text) in ANSWERS {
        for something in [
            "What is not stated on the form is kept by the law’s own term: you need not tell us.",
            "Unknown to you the law asks for it.",
            "To follow up your report.",
        ] {
            let verdict = verdict(&[(text, something)], rule, AT);
            let open = verdict.found.iter().flatten().any(|it| it.remedy.is_some());
            assert!(!open, "{rule} “{something}”: {:?}", verdict.found);
        }
    }
}

#[test]
fn a_right_that_says_where_it_holds_misleads_nobody() {
    let task = (
        PURPOSE,
        "text = \"Let you a plot\"\nbasis = \"public-task\"",
    );
    let said = "Take along what you gave us.";
    assert_eq!(verdict(&[task], "RGT-03", AT).mark(), Mark::Wrong);
    let told = (
        said,
        "It is a right only where consent or a contract is the basis.",
    );
    assert_eq!(verdict(&[task, told], "RGT-03", AT).mark(), Mark::Present);
    let half = (said, "It is a right where you have a contract with us.");
    assert_eq!(verdict(&[task, half], "RGT-03", AT).mark(), Mark::Wrong);
}
