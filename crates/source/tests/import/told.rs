//! What sentences say of data, beside the facts that a draft has fields for.

use crate::{
    html::bring as page,
    reader::{bring, found, line},
};

const PERMITS: &str = "\
Permits privacy notice

Who we are

Overton Council (registration number Z1234567) is the controller.

Why we use your details

- To issue permits – this is necessary for a contract with you
- To keep the public register (legal obligation)

Who sees your details

- Quay Payments Ltd, who take your fee for us
- Civica (our supplier)
- the Police, where there is a concern

We obtain the keeper's name from the DVLA.

Sending details abroad

The portal is in Ireland, which is covered by UK adequacy regulations.

How long we keep your details

Permits: 6 years. Fraud cases are kept as long as necessary, and letters in line with our retention schedule.

Decisions by computer

Applications are refused automatically if the address does not match.
";

#[test]
fn what_is_told_of_a_fact_is_kept_beside_it() {
    let (imported, notice) = bring(PERMITS);
    let told: Vec<(&str, Option<&str>)> = notice
        .purposes
        .iter()
        .map(|it| (it.text.as_str(), it.basis_detail.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "To issue permits",
                Some("this is necessary for a contract with you")
            ),
            ("To keep the public register", Some("legal obligation")),
        ]
    );
    // Nobody but the service says on which basis it rests.
    assert!(imported.source.contains("basis = \"not-stated\""));
    let recipients: Vec<(&str, Option<&str>)> = notice
        .recipients
        .iter()
        .map(|it| (it.names[0].as_str(), it.purpose.as_deref()))
        .collect();
    assert_eq!(
        recipients,
        [
            ("Quay Payments Ltd", Some("who take your fee for us")),
            ("Civica", Some("our supplier")),
            ("the Police", None),
        ]
    );
    let when = notice.recipients[2].condition_detail.as_deref();
    assert_eq!(when, Some("where there is a concern"));
    assert_eq!(notice.recipients[2].condition, None);
}

#[test]
fn what_no_field_takes_over_is_proposed() {
    let (imported, _) = bring(PERMITS);
    assert_eq!(line(&imported, "registration", "Z1234567"), (5, true));
    assert_eq!(found(&imported, "source"), ["the DVLA"]);
    assert_eq!(
        found(&imported, "safeguard"),
        ["The portal is in Ireland, which is covered by UK adequacy regulations"]
    );
    assert_eq!(
        found(&imported, "stand-in for a period"),
        [
            "as long as necessary",
            "in line with our retention schedule"
        ]
    );
    assert_eq!(found(&imported, "period"), ["6 years"]);
    assert_eq!(
        found(&imported, "automated decision"),
        ["Applications are refused automatically if the address does not match"]
    );
}

/// A line names a body that uses the data, and a later one calls it the controller: that is sure.
#[test]
fn what_is_told_for_sure_later_is_sure() {
    let (imported, _) = bring(
        "Garages: how Wendle Homes Limited uses what you tell us\n\nWho we are\n\nWendle Homes Limited is the controller.\n",
    );
    assert!(line(&imported, "controller", "Wendle Homes Limited").1);
    assert_eq!(found(&imported, "controller").len(), 1);
    let first = |line: &str| bring(&format!("{line}\n\nWe lend toys.\n")).1.title;
    let title = "Garages: how we use your details";
    assert_eq!(first(title), title);
    for line in ["How will we use your details?", "We use your details."] {
        assert_ne!(first(line), line);
    }
}

#[test]
fn a_page_is_named_by_its_own_title() {
    let title = |name: &str| {
        let html = format!(
            "<html><head><title>{name}</title></head><body><main><h2>Who we are</h2><p>Overton Council is the controller.</p>\
             <h2>What we collect</h2><ul><li>your name</li></ul></main></body></html>"
        );
        let notice = page(html.as_bytes()).1;
        (notice.title, notice.restates.unwrap_or_default())
    };
    for (name, own) in [
        ("Permits | Overton Council", "Permits"),
        ("Permits: privacy notice – Overton Council", "Permits"),
        (
            "Overton Council | Permits privacy notice",
            "Permits privacy notice",
        ),
        ("Privacy notice", "Privacy notice"),
    ] {
        assert_eq!(title(name).0, own, "{name}");
    }
    let restates = title("Permits: privacy notice – Overton Council").1;
    assert!(
        restates.starts_with("Permits: privacy notice, undated"),
        "{restates}"
    );
}

/// What asks about cookies speaks of privacy and names no notice; the one heading over all others does, whatever it speaks of.
#[test]
fn a_question_about_cookies_is_no_title() {
    let title = |heading: &str| {
        let html = format!(
            "<html><body><main><h1>{heading}</h1><p>You have been through enough forms.</p><h2>Who we are</h2><p>Overton Trust is the \
             controller.</p><h2>What we collect</h2><ul><li>your name</li></ul></main><div class=\"cookie-banner\"><p>We value your \
             privacy</p><button>Accept all</button></div></body></html>"
        );
        page(html.as_bytes()).1.title
    };
    for heading in [
        "Your information and us",
        "What we know about you",
        "Using your details",
        "How we look after what we know",
        "Lending toys",
    ] {
        assert_eq!(title(heading), heading);
    }
}

/// Bodies that the text names once, and then calls by the short names that it gave them, are each a controller.
#[test]
fn joint_controllers_are_told_by_their_short_names() {
    let joint = |text: &str| {
        let (imported, _) = bring(&format!("Hub privacy notice\n\nWho we are\n\n{text}\n"));
        let names = found(&imported, "controller");
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let sure = names.iter().all(|it| line(&imported, "controller", it).1);
        (names, sure)
    };
    for text in [
        "Wenbury Borough Council (“the Council”) and Tarn NHS Trust (“the Trust”) are joint controllers. The Council decides who is \
         housed, and the Trust decides on treatment.",
        "Wenbury Borough Council (“the Council”) and Tarn NHS Trust (“the Trust”) run the hub together.\n\nThe Council and the Trust \
         are joint controllers.",
        "The Council and the Trust are joint data controllers.\n\nThe hub is in the care of Wenbury Borough Council (the Council) \
         and Tarn NHS Trust (the Trust).",
        "The joint controllers are Wenbury Borough Council (\"WBC\") and Tarn NHS Trust (\"TNT\"). WBC decides how the data is kept.",
    ] {
        let wanted = ["Wenbury Borough Council", "Tarn NHS Trust"].map(str::to_owned);
        assert_eq!(joint(text), (wanted.to_vec(), true), "{text}");
    }
    let one = "Wenbury Borough Council (“the Council”) is the controller. Tarn NHS Trust (“the Trust”) works for the Council.";
    assert_eq!(
        joint(one),
        (vec!["Wenbury Borough Council".to_owned()], true)
    );
}
