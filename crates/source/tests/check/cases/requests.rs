//! Requests, complaints, consent and decisions by a machine: what people may do, and what they are told of it.

use law::{Mark, Severity};

use super::{AT, AUTOMATED, Edit, PROSE, PURPOSE, RIGHTS, each, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn an_old_fee_and_an_old_time_limit_are_those_of_a_request() {
    each(
        "LAW-02",
        RIGHTS,
        Mark::Outdated,
        &[
            "A subject access request costs £10.",
            "There is a fee of £10.00 for a copy of your data.",
            "We answer a request within 40 days.",
            "The council has 40 days to respond.",
            "We reply to your request within forty calendar days.",
            "You can ask for a copy of your record. We charge ten pounds.",
        ],
    );
    each(
        "LAW-02",
        PROSE,
        Mark::Outdated,
        &[
            "A copy of the information we hold about you costs £10.",
            "We take up to 40 days to answer a subject access request.",
        ],
    );
    each(
        "LAW-02",
        PROSE,
        Mark::NotApplicable,
        &[
            "The rent is £100 a year.",
            "A new key costs £10.",
            "Films of the gate are kept for 40 days.",
            "A plot costs £10 a month, and the deposit £40.",
            "We answer a letter about a plot within 40 days.",
            "A request once cost £10 and took 40 days, and no longer does.",
        ],
    );
    each(
        "LAW-02",
        RIGHTS,
        Mark::NotApplicable,
        &[
            "A subject access request is free, and usually answered within one month.",
            "A copy of your data used to cost £10, and is free today.",
        ],
    );
}

#[test]
fn a_request_needs_no_form_no_proof_and_no_money() {
    each(
        "RGT-04",
        RIGHTS,
        Mark::Wrong,
        &[
            "You must make your request in writing.",
            "Requests must be made in writing to our officer.",
            "To access your data you need to fill in our request form.",
            "You must send proof of identity with your request.",
            "We will ask you for your passport before we answer a request.",
            "A fee of £25 applies to each request.",
            "We charge for a copy of your data.",
            "Ask in writing.",
            "Send proof of your identity with your request.",
            "Apply for a copy on our request form.",
            "We ask that requests be made in writing.",
            "We will ask you to confirm your identity before we answer a request.",
        ],
    );
    each(
        "RGT-04",
        RIGHTS,
        Mark::NotApplicable,
        &[
            "You can make a request in writing, by phone or in person.",
            "You need not write, and you do not have to use a form.",
            "We may ask for proof of identity if we are in doubt about who asks.",
            "A request is free of charge.",
            "We may charge a reasonable fee for a request that is manifestly unfounded or excessive.",
            "Write to us if you like, or ring.",
            "Ask for what you gave us, in a form that a computer can read.",
            "Send your request to our officer.",
            "We wrote to everyone whose request we answered.",
        ],
    );
    each(
        "RGT-04",
        PROSE,
        Mark::NotApplicable,
        &[
            "You must fill in the form to apply for a plot.",
            "Bring proof of identity when you sign the tenancy.",
        ],
    );
}

#[test]
fn people_are_told_that_they_can_complain_to_the_controller() {
    let note = "note = \"To complain about how we use your personal data. We acknowledge each complaint within 30 days.\"";
    // Advice alone: never graver than a note.
    for edits in [
        vec![(note, "note = \"To complain about how we use your data.\"")],
        vec![
            (note, "note = \"For complaints.\""),
            (PROSE, "Films of the gate are kept for 30 days."),
        ],
        vec![
            (note, "note = \"For complaints.\""),
            (RIGHTS, "We answer a request within 30 days."),
        ],
    ] {
        let found = verdict(&edits, "CMP-01", AT);
        assert_eq!(found.mark(), Mark::Weak, "{edits:?}");
        for one in found.found.expect("it applies") {
            assert_eq!(one.severity(found.rule.severity), Severity::Info);
        }
    }
    let email = "[contacts.officer]\nname = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gov.uk\"";
    let untold = [(note, "note = \"Ask them anything.\"")];
    let found = verdict(&untold, "CMP-01", AT);
    assert_eq!(found.mark(), Mark::Weak);
    assert!(
        found
            .found
            .expect("it applies")
            .iter()
            .all(|it| it.severity(Severity::Error) == Severity::Error)
    );
    each(
        "CMP-01",
        email,
        Mark::Missing,
        &[
            "[contacts.officer]\nname = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gcsx.gov.uk\"",
            "[contacts.officer]\nname = \"Marlow Reach’s Data Protection Officer\"",
        ],
    );
    // Any way that works will do.
    each(
        "CMP-01",
        email,
        Mark::Present,
        &[
            "[contacts.officer]\nname = \"Our officer\"\nphones = [{ number = \"01632 960001\" }]",
            "[contacts.officer]\nname = \"Our officer\"\naddress = [\"Town Hall\"]",
            "[contacts.officer]\nname = \"Our officer\"\nweb = { text = \"Form\", url = \"https://marlowreach.gov.uk/complain\" }",
            "[contacts.officer]\nname = \"Our officer\"\nemail = \"complaints@marlowreach.gov.uk\"",
        ],
    );
}

#[test]
fn what_is_withdrawn_is_consent() {
    const CONSENT: Edit<'static> = (PURPOSE, "text = \"Let you a plot\"\nbasis = \"consent\"");
    for (text, wanted) in [
        ("You can withdraw money.", Mark::Missing),
        ("You can withdraw your application.", Mark::Missing),
        (
            "You may withdraw your offer for a plot at any time.",
            Mark::Missing,
        ),
        ("If plans change your mind is your own.", Mark::Missing),
        ("We never withdraw a plot.", Mark::Missing),
        (
            "You can withdraw your consent at any time: ring us.",
            Mark::Present,
        ),
        ("Consent can be withdrawn by letter.", Mark::Present),
        (
            "You gave permission, and you may change your mind.",
            Mark::Present,
        ),
        ("If you agree, you can withdraw it later.", Mark::Present),
        (
            "Take back your permission whenever you like.",
            Mark::Present,
        ),
    ] {
        let found = verdict(&[CONSENT, (PROSE, text)], "CON-01", AT);
        assert_eq!(found.mark(), wanted, "{text}");
    }
}

/// Everything that Arts. 13(2)(f) and 22C ask to be told.
const TOLD: &str = "used = true\ntext = \"A computer compares your income with the limit, and decides whether you pay less. It may refuse. We tell you so. You can send comments, have a person look at it, and challenge it.\"";

#[test]
fn a_machine_that_decides_is_explained() {
    each(
        "ADM-01",
        AUTOMATED,
        Mark::Weak,
        &[
            "used = true\ntext = \"A computer decides.\"",
            "used = true\ntext = \"A machine works out the rent.\"",
            "used = true\ntext = \"Decisions are automatic. You can appeal.\"",
            "used = true\ntext = \"A computer decides because of your score, and a person can look at it.\"",
            "used = true\ntext = \"Our system may refuse you.\"",
        ],
    );
    each(
        "ADM-01",
        AUTOMATED,
        Mark::Present,
        &[TOLD, "used = false\ntext = \"No machine decides.\""],
    );
    // Each of the seven is missed by itself.
    for (part, lack) in [
        (
            "compares your income with the limit, and ",
            "how it decides",
        ),
        ("decides whether you pay less", "why that matters"),
        ("It may refuse. ", "what may follow"),
        ("We tell you so. ", "told of the decision"),
        ("send comments, ", "have their say"),
        ("have a person look at it, and ", "a person can step in"),
        ("challenge it", "contest it"),
    ] {
        let text = TOLD.replace(part, "");
        let found = verdict(&[(AUTOMATED, &text)], "ADM-01", AT)
            .found
            .expect("it applies");
        assert!(
            found.iter().any(|it| it.message.contains(lack)),
            "{lack}: {found:?}"
        );
    }
    let recognised = (
        PURPOSE,
        "text = \"Let you a plot\"\nbasis = \"recognised-legitimate-interest\"",
    );
    assert_eq!(
        verdict(&[(AUTOMATED, TOLD), recognised], "ADM-01", AT).mark(),
        Mark::Wrong
    );
}

/// The finding has its law, and that is another before and after 5 February 2026.
#[test]
fn an_answer_that_takes_too_long_is_told_without_an_article() {
    for text in [
        "We answer a request for your data within three months.",
        "We answer your request for a copy of your data within 60 days.",
    ] {
        for (at, law) in [
            ("2018-05-25", "Art. 12(3), (5)"),
            ("2026-02-04", "Art. 12(3), (5)"),
            ("2026-02-05", "Arts. 12(3), 12A, 12(5)"),
        ] {
            let verdict = verdict(&[(RIGHTS, text)], "LAW-02", at);
            assert_eq!(verdict.law, law, "{at}");
            let found = verdict.found.expect("it concerns the notice");
            assert_eq!(found.len(), 1, "{text} on {at}");
            let said = &found[0].message;
            assert!(!said.contains("Art"), "{said}");
            for why in ["complex", "one of many"] {
                assert!(said.contains(why), "{why} in {said}");
            }
        }
    }
}
