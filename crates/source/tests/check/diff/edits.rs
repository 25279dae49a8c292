//! Edits of a notice, one at a time, and how each is told.

use notice::{
    Block, Inline, Notice, Recipient, Scope,
    diff::{ChangeKind, Topic, Weight},
};

use crate::fixtures::officer_email;

pub(super) type Edit = fn(&mut Notice);

/// Edits, each with the one change it makes.
pub(super) const EDITS: &[(Topic, ChangeKind, Weight, &str, Edit)] = {
    use {ChangeKind::*, Topic::*, Weight::*};
    &[
        (
            Controller,
            Changed,
            Material,
            "controller changed: “Overton Library Trust” → “Overton Homes”",
            |it| it.controller.contact.name = "Overton Homes".to_owned(),
        ),
        (
            Joint,
            Added,
            Material,
            "joint controller added: Overton Homes — “Overton Homes; 1 High Street, Overton”",
            |it| {
                let mut homes = it.controller.clone();
                homes.id = "homes".to_owned();
                homes.contact.name = "Overton Homes".to_owned();
                it.joint.push(homes);
            },
        ),
        (
            Officer,
            Changed,
            Material,
            "data protection officer changed: Data Protection Officer — “dpo@overton.gov.uk” → “data@overton.gov.uk”",
            |it| officer_email(it, Some("data@overton.gov.uk")),
        ),
        (
            Officer,
            Removed,
            Material,
            "data protection officer removed: “Data Protection Officer; dpo@overton.gov.uk”",
            |it| it.officer = None,
        ),
        (Data, Added, Material, "data added: Bank details", |it| {
            let mut bank = it.data[0].clone();
            bank.name = "Bank details".to_owned();
            it.data.push(bank);
        }),
        (
            Special,
            Removed,
            Material,
            "sensitive data removed: Health needs",
            |it| it.data[1].special = false,
        ),
        (
            Source,
            Added,
            Material,
            "source of data added: The police — “It tells us your class. It is not a publicly accessible source.”",
            |it| it.sources[0].names.push("The police".to_owned()),
        ),
        (
            OpenSources,
            Added,
            Material,
            "more sources than are named added: “and so on”",
            |it| it.sources[0].open = Some("and so on".to_owned()),
        ),
        (
            Purpose,
            Removed,
            Material,
            "purpose removed: Lend books — “contract”",
            |it| drop(it.purposes.remove(0)),
        ),
        (
            Purpose,
            Changed,
            Editorial,
            "purpose changed: “Lend books” → “lend the books”",
            |it| it.purposes[0].text = "lend the books".to_owned(),
        ),
        (
            Basis,
            Changed,
            Material,
            "lawful basis changed: Send news — “consent” → “legitimate-interests”",
            |it| it.purposes[1].basis = notice::Basis::LegitimateInterests,
        ),
        (
            Basis,
            Removed,
            Material,
            "lawful basis removed: Send news — “consent”",
            |it| it.purposes[1].basis = notice::Basis::NotStated,
        ),
        (
            Recipient,
            Added,
            Material,
            "recipient added: Ofsted, Capita",
            |it| recipient(it, &["Ofsted", "Capita"]),
        ),
        (
            Condition,
            Removed,
            Material,
            "condition lost: University Hospitals of Overton NHS Foundation Trust — “permission (Only if you tick a box that says so alone.)”",
            |it| it.recipients[0].condition = None,
        ),
        (
            Condition,
            Changed,
            Material,
            "condition changed: University Hospitals of Overton NHS Foundation Trust — “permission (Only if you tick a box that says so alone.)” → “law (Only if you tick a box that says so alone.)”",
            |it| it.recipients[0].condition = Some(notice::Condition::Law),
        ),
        (
            Recipient,
            Changed,
            Material,
            "recipient changed: University Hospitals of Overton NHS Foundation Trust — not stated → “processor”",
            |it| it.recipients[0].role = Some(notice::RecipientRole::Processor),
        ),
        (
            OpenRecipients,
            Added,
            Material,
            "more recipients than are named added: “Others where relevant.”",
            |it| it.recipients[0].open = Some("Others where relevant.".to_owned()),
        ),
        (
            Retention,
            Shortened,
            Material,
            "how long data is kept shortened: “Until a year after your last loan.” → “Until a month after your last loan.”",
            |it| {
                let retention = it.retention.as_mut().expect("the fixture has one");
                retention.text = "Until a month after your last loan.".to_owned();
                retention.months = Some(1);
            },
        ),
        (
            Retention,
            Removed,
            Material,
            "how long data is kept removed: “Until a year after your last loan.”",
            |it| it.retention = None,
        ),
        (
            Transfers,
            Removed,
            Material,
            "transfers abroad removed: “Your data stays in the United Kingdom.”",
            |it| it.transfers = None,
        ),
        (
            Right,
            Removed,
            Material,
            "right removed: Access — “Ask what we hold.”",
            |it| drop(it.rights.remove(0)),
        ),
        (
            Right,
            Changed,
            Editorial,
            "right changed: Access — “Ask what we hold.” → “Ask us for what we have.”",
            |it| it.rights[0].text = "Ask us for what we have.".to_owned(),
        ),
        (
            Automated,
            Changed,
            Material,
            "automated decisions changed: “A person decides.” → “A machine decides.”",
            |it| {
                let automated = it.automated.as_mut().expect("the fixture has it");
                (automated.used, automated.text) = (true, "A machine decides.".to_owned());
            },
        ),
        (
            Children,
            Changed,
            Material,
            "line for children changed: “under 13: Ask a parent first.” → “under 16: Ask a parent first.”",
            |it| it.children.as_mut().expect("the fixture has it").under = 16,
        ),
        (
            Requests,
            Added,
            Material,
            "where requests go added: “The library; 1 High Street; https://overton.gov.uk/complain”",
            |it| it.requests = it.complaints.first().cloned(),
        ),
        (
            Complaint,
            Changed,
            Material,
            "where to complain changed: The library — “https://overton.gov.uk/complain” → not stated",
            |it| it.complaints[0].web = None,
        ),
        (
            Complaint,
            Lengthened,
            Material,
            "where to complain lengthened: The library — “We tell you within 30 days that we have it.” → “We tell you within 40 days that we have it.”",
            |it| {
                it.complaints[0].note =
                    Some("We tell you within 40 days that we have it.".to_owned());
            },
        ),
        (
            Law,
            Added,
            Material,
            "law cited added: Care Act 2014",
            |it| it.laws.push("Care Act 2014".to_owned()),
        ),
        (
            Answer,
            Changed,
            Editorial,
            "first layer changed: “A contract with you needs your name: without it we cannot lend.” → “Our contract with you needs a name: we cannot lend without one.”",
            |it| {
                it.answers[0].text =
                    "Our contract with you needs a name: we cannot lend without one.".to_owned();
            },
        ),
        (
            Answer,
            Changed,
            Material,
            "first layer changed: “A contract with you needs your name: without it we cannot lend.” → “We ask for your name so that we can lend.”",
            |it| it.answers[0].text = "We ask for your name so that we can lend.".to_owned(),
        ),
        (
            Text,
            Added,
            Material,
            "text added: “We post books.”",
            |it| {
                let said = vec![Inline::Text("We post books.".to_owned())];
                it.sections[1].body.push(Block::Paragraph(said));
            },
        ),
        (
            Text,
            Changed,
            Material,
            "text changed: “See our cookies (https://overton.gov.uk/cookies)” → “See our cookies (https://overton.gov.uk/old)”",
            |it| {
                it.sections[0].body = vec![Block::Paragraph(vec![
                    Inline::Text("See ".to_owned()),
                    Inline::Link {
                        text: "our cookies".to_owned(),
                        url: "https://overton.gov.uk/old".to_owned(),
                    },
                ])];
            },
        ),
        (
            Text,
            Changed,
            Editorial,
            "text changed: “Cookies” → “Our cookies”",
            |it| it.sections[0].heading = "Our cookies".to_owned(),
        ),
        (
            Part,
            Added,
            Material,
            "part of the service added: Loans",
            |it| {
                it.parts.push(notice::Part {
                    id: "loans".to_owned(),
                    title: "Loans".to_owned(),
                });
            },
        ),
        (
            Title,
            Changed,
            Editorial,
            "title changed: “Library” → “Libraries”",
            |it| it.title = "Libraries".to_owned(),
        ),
        (
            Caution,
            Added,
            Material,
            "caution at the top added: “Out of date.”",
            |it| it.caution = Some("Out of date.".to_owned()),
        ),
    ]
};

fn recipient(notice: &mut Notice, names: &[&str]) {
    notice.recipients.push(Recipient {
        group: None,
        names: names.iter().map(|&name| name.to_owned()).collect(),
        purpose: None,
        condition: None,
        condition_detail: None,
        role: None,
        open: None,
        scope: Scope::default(),
    });
}
