//! A contact for complaints that is another body's than that of whoever decides, and an officer whom the notice leaves out.

use law::{Mark, Verdict, check};
use notice::{Contact, Controller, Officer};
use source::parse;

use crate::five;

use super::{AT, edited};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Makes a controller of a site, with its officer.
fn body(name: &str, email: &str) -> (Controller, Officer) {
    let contact = |name: &str, email: &str| Contact {
        name: name.to_owned(),
        email: Some(email.to_owned()),
        ..Contact::default()
    };
    let controller = Controller {
        id: name.to_lowercase().replace(' ', "-"),
        about: String::new(),
        registration: None,
        contact: contact(name, &format!("hello-{email}")),
        succession: None,
    };
    let contact = contact("Data Protection Officer", email);
    (controller, Officer { contact })
}

/// Asks whether people can complain to whoever decides, with the contact for complaints worded as given, on a site of several bodies.
fn verdict(contact: &str) -> Verdict {
    let old = "name = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gov.uk\"\nnote = \"To complain";
    let new = contact.replace("{note}", "note = \"To complain");
    let files = edited(&[(old, &new)]);
    let notice = parse::one(&files[0], &files[1..], "en");
    let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
    let mut facts = five::facts();
    facts.add_body(&notice.controller, notice.officer.as_ref());
    for (name, email) in [
        ("Tarn District Council", "officer@tarn.gov.uk"),
        ("Marlow Reach District Council Homes", "dpo@reachhomes.org"),
        ("Reach Learning Trust", "dpo@reachtrust.org"),
    ] {
        let (controller, officer) = body(name, email);
        facts.add_body(&controller, Some(&officer));
    }
    let all = check(&notice, &facts, AT.parse().expect("a day"));
    let mut all = all.into_iter();
    all.find(|it| it.rule.id == "CMP-01").expect("a rule")
}

#[test]
fn a_contact_of_another_body_is_no_way_to_complain_to_the_controller() {
    for contact in [
        "name = \"Tarn District Council\"\nemail = \"complaints@example.org\"\n{note}",
        "name = \"TARN DISTRICT COUNCIL’S Data Protection Officer\"\nemail = \"officer@tarn.gov.uk\"\n{note}",
        // Its officer's address, or its own, under a name that says nothing.
        "name = \"Data Protection Officer\"\nemail = \"Officer@Tarn.gov.uk\"\n{note}",
        "name = \"Complaints\"\nemail = \"hello-dpo@reachtrust.org\"\n{note}",
        "name = \"Information Governance\"\naddress = [\"Reach Learning Trust\", \"1 Weir Road\"]\n{note}",
        // The longer of two names counts.
        "name = \"Marlow Reach District Council Homes\"\nemail = \"complaints@example.org\"\n{note}",
    ] {
        let verdict = verdict(contact);
        let found = verdict.found.as_deref().unwrap_or_default();
        assert_eq!(verdict.mark(), Mark::Wrong, "{contact}: {found:?}");
        let end = "and Marlow Reach District Council decides";
        assert!(found[0].message.ends_with(end), "{}", found[0].message);
    }
}

#[test]
fn a_contact_of_the_controllers_own_or_of_nobody_else_is_one() {
    for contact in [
        "name = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gov.uk\"\n{note}",
        "name = \"Marlow Reach District Council\"\nemail = \"complaints@example.org\"\n{note}",
        "name = \"Customer care\"\naddress = [\"Tarn Street\", \"Marlow Reach\"]\n{note}",
        "name = \"District Council\"\nemail = \"care@marlowreach.gov.uk\"\n{note}",
        // Some bodies have others do it, and say so.
        "name = \"Tarn District Council, for Marlow Reach District Council\"\nemail = \"officer@tarn.gov.uk\"\n{note}",
        "name = \"Tarn District Council\"\nemail = \"officer@tarn.gov.uk\"\nnote = \"It deals with complaints for Marlow Reach District Council, too. To complain",
    ] {
        let verdict = verdict(contact);
        let found = verdict.found.as_deref().unwrap_or_default();
        assert_eq!(verdict.mark(), Mark::Present, "{contact}: {found:?}");
    }
}

#[test]
fn an_officer_whom_a_draft_leaves_out_is_brought_back() {
    let notice = |edits: &[(&str, &str)]| {
        let files = edited(edits);
        let notice = parse::one(&files[0], &files[1..], "en");
        notice.unwrap_or_else(|report| panic!("{report:?}"))
    };
    let left_out = (
        "children = false",
        "officer = \"not stated\"\nchildren = false",
    );
    let draft = notice(&[left_out]);
    let whole = notice(&[]);
    let remedy = |facts: &law::DatedFacts| {
        let all = check(&draft, facts, AT.parse().expect("a day"));
        let own = all.into_iter().find(|it| it.rule.id == "DPO-01");
        let found = own.and_then(|it| it.found).expect("it applies");
        assert_eq!(found[0].mark, Mark::Missing, "{found:?}");
        found[0].remedy.unwrap_or_default().to_owned()
    };
    let mut facts = five::facts();
    assert_eq!(remedy(&facts), "", "the controller needs one");
    facts.add_body(&whole.controller, None);
    assert_eq!(remedy(&facts), "", "it has none still");
    facts.add_body(&whole.controller, whole.officer.as_ref());
    assert!(remedy(&facts).starts_with("Take `officer = \"not stated\"` out"));
}
