//! A finding points at the entry that it is about, and not at another that is worded alike.

use law::{Domains, Report, check};
use notice::{Controller, Succession};
use source::parse;

use crate::five;

use super::{AT, edited};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Returns the line that a finding of a rule points at, by the words of the line, and the line before it.
fn line(edits: &[(&str, &str)], rule: &str, at: &str) -> String {
    let files = edited(edits);
    let notice = parse::one(&files[0], &files[1..], "en");
    let notice = notice.unwrap_or_else(|report| panic!("{report:?}"));
    let mut facts = five::facts();
    facts.add_end(&ending(&notice.controller), Domains::default());
    let verdicts = check(&notice, &facts, at.parse().expect("a day"));
    let mut report = Report::default();
    report.add(&notice.id, &verdicts, &files);
    let found = report.findings().iter().find(|it| it.rule == rule);
    let place = found.and_then(|it| it.place.as_ref());
    let place = place.unwrap_or_else(|| panic!("{rule} points at nothing"));
    let named = files.iter().find(|file| file.name == place.file);
    let lines: Vec<&str> = named.expect("one of the two").text.lines().collect();
    format!("{}\n{}", lines[place.line - 2], lines[place.line - 1])
}

/// Makes a controller that another takes over from, beside that of a notice.
fn ending(successor: &Controller) -> Controller {
    let mut contact = successor.contact.clone();
    "Marlow Reach District Council".clone_into(&mut contact.name);
    Controller {
        contact,
        succession: Some(Succession {
            until: "2028-03-31".to_owned(),
            id: "mid-shire".to_owned(),
            name: "Mid Shire Council".to_owned(),
        }),
        ..successor.clone()
    }
}

const COMMENT: (&str, &str) = (
    "children = false",
    "# shared = [\"rights\", \"keeps\"]\n# text = \"Not stated.\"\nchildren = false",
);
const WHO: (&str, &str) = (
    "Marlow Reach District Council, which lets allotments.",
    "Not stated.",
);
const MUST: (&str, &str) = (
    "Our contract with you needs your name and address. Without them we cannot let you a plot.",
    "Not stated.",
);

#[test]
fn a_finding_of_an_answer_points_at_that_answer() {
    let own = line(&[COMMENT, WHO, MUST], "STA-01", AT);
    assert_eq!(own, "question = \"must\"\ntext = \"Not stated.\"");
    let keeps = (
        "question = \"keeps\"\ntext = \"Until six years after your tenancy ends.\"",
        "question = \"keeps\"\ntext = \"Not stated.\"",
    );
    let own = line(&[COMMENT, WHO, keeps], "RET-01", AT);
    assert_eq!(own, "[[answer]]\nquestion = \"keeps\"");
    let own = line(&[COMMENT, WHO], "ID-01", AT);
    assert_eq!(own, "[[answer]]\nquestion = \"who\"");
    let turned = (
        "question = \"must\"\ntext = \"Our contract with you needs your name and address. Without them we cannot let you a plot.\"",
        "text = \"Not stated.\"\nquestion = \"must\"",
    );
    let own = line(&[COMMENT, WHO, turned], "STA-01", AT);
    assert_eq!(own, "[[answer]]\ntext = \"Not stated.\"");
}

#[test]
fn a_finding_about_cookies_points_at_what_speaks_of_them() {
    let said = (
        "See [which cookies we use](https://notices.marlowreach.gov.uk/cookies/).",
        "The portal sets cookies.\n\nYou have 14 days to pay.",
    );
    assert_eq!(line(&[said], "CKI-01", AT), "\nThe portal sets cookies.");
}

#[test]
fn a_body_that_is_gone_is_shown_where_a_contact_names_it() {
    let contact = (
        "name = \"Marlow Reach’s Data Protection Officer\"",
        "name = \"Marlow Reach District Council\"",
    );
    let successor = (
        "name = \"Marlow Reach District Council\"\nabout",
        "name = \"Mid Shire Council\"\nabout",
    );
    let old = (
        "[contacts.officer]",
        "[reach]\nname = \"Marlow Reach District Council\"\nabout = \"It was a council.\"\naddress = [\"Town Hall\"]\n\n[contacts.officer]",
    );
    let own = line(&[successor, old, contact], "REC-03", "2028-04-02");
    assert!(own.starts_with("[contacts.officer]"), "{own}");
}

/// A controller that ends keeps its own addresses; whoever takes over shows them in a contact, and changes that.
#[test]
fn an_address_to_complain_to_is_shown_in_the_contact() {
    let old = (
        "[marlow-reach]",
        "[old-reach]\nname = \"Old Reach\"\nabout = \"It was a council.\"\nofficer = { name = \"Officer\", email = \"dp@reach.gcsx.gov.uk\" }\n\n[marlow-reach]",
    );
    let contact = (
        "[contacts.officer]\nname = \"Marlow Reach’s Data Protection Officer\"\nemail = \"officer@marlowreach.gov.uk\"",
        "[contacts.officer]\nname = \"Marlow Reach’s Data Protection Officer\"\nemail = \"dp@reach.gcsx.gov.uk\"",
    );
    let own = line(&[old, contact], "DPO-02", AT);
    assert!(own.ends_with("\nemail = \"dp@reach.gcsx.gov.uk\""), "{own}");
    // The officer's own is where the officer is named.
    let officer = (
        "officer = { name = \"Data Protection Officer\", email = \"officer@marlowreach.gov.uk\" }",
        "officer = { name = \"Data Protection Officer\", email = \"dp@reach.gcsx.gov.uk\" }",
    );
    let own = line(&[officer, contact], "DPO-02", AT);
    assert!(own.contains("officer = {"), "{own}");
}
