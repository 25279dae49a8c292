//! Sentences that once escaped their rules, each beside near ones that are in order.

use law::Mark::{NotApplicable, Present, Weak, Wrong};

use super::{AT, KEPT, NAMES, PROSE, RECIPIENT, RETENTION, all, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_regulator_need_not_wait_for_the_controller() {
    all(
        "CMP-02",
        PROSE,
        "{}",
        Wrong,
        &[
            "You must complain to the Council first and you may only contact the Information Commissioner's Office once we have answered.",
            "Before you complain to the Information Commission you must first complain to us.",
            "You can only complain to the ICO after we have given you our final response.",
            "You may not contact the Information Commission until you have our answer.",
            "You have to use our complaints procedure first, before you complain to the ICO.",
            "You must raise your concern with us first. If you are still unhappy, you may then write to the Information Commission.",
            "You cannot complain to the Information Commission unless we have looked at your complaint.",
        ],
    );
    all(
        "CMP-02",
        PROSE,
        "{}",
        Present,
        &[
            "Please contact us first, so that we can put it right.",
            "We would like you to come to us first, but you can complain to the Information Commission at any time.",
            "You do not have to complain to us before you complain to the Information Commission.",
            "The Information Commission usually expects you to have complained to us first.",
            "If you are unhappy, contact us first; you can also complain to the ICO.",
            "You must complain to us first before the Ombudsman looks at your housing complaint.",
            "If you complain to the ICO, we must answer its questions before it decides.",
            "You can complain to us or to the Information Commission.",
        ],
    );
}

#[test]
fn a_yes_that_is_taken_is_none() {
    all(
        "BAS-03",
        PROSE,
        "{}",
        Wrong,
        &[
            "We process health data with your explicit consent, which you are deemed to have given when you accept an assessment.",
            "By continuing to use the portal you accept our cookies.",
            "If you stay on this site, you agree to our cookies.",
        ],
    );
    all(
        "BAS-03",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "We set these cookies once you accept them.",
            "If you press Accept, you agree to our cookies.",
            "By using the banner you can accept or refuse cookies.",
            "If you use the portal, it asks whether you accept cookies.",
            "You are not deemed to have given your consent by using the portal.",
        ],
    );
}

#[test]
fn what_is_kept_with_no_end_is_told_with_its_words() {
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Weak,
        &[
            "Calls to the contact centre are kept indefinitely.",
            "We keep your details for six years. Calls are kept for ever.",
            "Files are kept for 3 years. Emails are stored indefinitely.",
            "Six years after your tenancy ends. Photographs are held for as long as necessary.",
            "Files are kept for 3 years. Letters are retained in line with our retention schedule.",
        ],
    );
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Present,
        &[
            "We keep your details for six years. The register is kept for ever, because the law says so.",
            "Letters are kept for as long as necessary. That is six years.",
            "We keep it for 3 years. Minutes are kept permanently in the county archive.",
            "Files are kept for 3 years and are not kept indefinitely.",
            "Calls are kept until your complaint is settled.",
            "We keep it only as long as necessary: six years.",
        ],
    );
    all(
        "RET-01",
        "## How long we keep your details {#retention}",
        "## How long we keep your details {#retention}\n\n{}",
        Weak,
        &[
            "Calls are kept indefinitely.",
            "- Forms: 2 years\n- Recordings are kept for ever",
        ],
    );
    all(
        "RET-01",
        "## How long we keep your details {#retention}",
        "## How long we keep your details {#retention}\n\n{}",
        Present,
        &[
            "Forms are kept as [our schedule](https://marlowreach.gov.uk/schedule) says, for as long as necessary.",
            "We keep no recordings indefinitely.",
        ],
    );
    let said = verdict(
        &[(
            RETENTION,
            "[retention]\ntext = \"Six years. Calls are kept for ever.\"",
        )],
        "RET-01",
        AT,
    );
    let said = &said.found.expect("it applies")[0];
    assert!(said.message.contains("Calls are kept for ever"), "{said:?}");
    assert_eq!(said.place.as_deref(), Some("Calls are kept for ever."));
}

#[test]
fn a_name_that_could_be_anybodys_names_nobody() {
    let names = [
        "selected third parties",
        "Carefully chosen partners",
        "other organisations",
        "Our trusted partners",
        "third parties we work with",
    ];
    let alone = "names = [\"{}\"]\npurpose = \"To run the site.\"";
    let bare = alone.replace("\npurpose = \"To run the site.\"", "");
    let place = format!("{RECIPIENT}\npurpose = \"To run the site.\"");
    all("REC-01", &place, &bare, Weak, &names);
    let beside =
        "[[recipient]]\nnames = [\"{}\"]\n\n[[recipient]]\nnames = [\"Reach Allotment Society\"]";
    let head = format!("[[recipient]]\n{RECIPIENT}");
    all("REC-02", &head, beside, Wrong, &names);
    // What they do is a kind, and so is what they are.
    all("REC-01", RECIPIENT, NAMES, Present, &names);
    let kinds = [
        "The police",
        "Other councils",
        "Companies that print our letters",
        "Partner charities",
        "Credit reference agencies",
        "Housing organisations",
    ];
    all("REC-01", &place, &bare, Present, &kinds);
    all("REC-02", &place, &bare, Present, &kinds);
}

#[test]
fn the_unions_number_alone_is_noted() {
    let notes = |text: &str| {
        let found = verdict(&[(PROSE, text)], "LAW-01", AT).found;
        found.expect("it applies").iter().any(|it| it.advice)
    };
    for text in [
        "Your rights are under the General Data Protection Regulation (EU) 2016/679.",
        "We comply with Regulation (EU) 2016/679.",
        "Regulation (EU) 2016/679 (GDPR) applies.",
        "We act under EU 2016/679 and the Data Protection Act 2018.",
        "The GDPR, that is Regulation (EU) No 2016/679, applies.",
    ] {
        assert!(notes(text), "{text}");
    }
    for text in [
        "The UK GDPR applies.",
        "The UK GDPR is Regulation (EU) 2016/679 as our law has it.",
        "Regulation (EU) 2016/679 as it forms part of the law of England and Wales applies.",
        "Regulation (EU) 2016/679 applies to our customers in Ireland.",
        "Regulation (EU) 2016/679 applied until 2020, and was replaced by the UK GDPR.",
        "Regulation (EU) 2018/1725 is none of ours.",
    ] {
        assert!(!notes(text), "{text}");
    }
    let listed = (
        "laws = [\"UK GDPR\"",
        "laws = [\"Regulation (EU) 2016/679\"",
    );
    let found = verdict(&[listed], "LAW-01", AT).found;
    assert_eq!(found.map_or(0, |it| it.len()), 1);
}
