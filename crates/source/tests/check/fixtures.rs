//! The one good notice, what makes it fail each rule, and what comes near that.

use std::sync::LazyLock;

use law::{Date, DatedFact, DatedFacts, Evidence, FactKind, Mark, check};
use notice::{Basis, Block, Inline, Notice, SectionId, Succession};

use crate::five;

pub(crate) const AT: &str = "2026-11-22";

/// The one notice that passes every rule.
pub(crate) fn good() -> Notice {
    toml::from_str(include_str!("good.toml")).expect("the fixture is a notice")
}

/// The published facts, and some of the fixture's own.
pub(crate) fn facts() -> DatedFacts {
    let own = |kind, value: &str, valid_to: Option<&str>| DatedFact {
        kind,
        value: value.to_owned(),
        rule: None,
        now: None,
        valid_from: None,
        valid_to: valid_to.map(|day| day.parse().expect("a day")),
        source: "made for the test".to_owned(),
        evidence: Evidence::P,
    };
    static PUBLISHED: LazyLock<DatedFacts> = LazyLock::new(five::facts);
    let mut facts = PUBLISHED.clone();
    facts.all.extend([
        own(
            FactKind::Body,
            "University Hospitals of Overton NHS Foundation Trust",
            None,
        ),
        own(FactKind::Body, "Overton Infirmary", Some("2020-03-31")),
        own(FactKind::Programme, "Reading Programme", Some("2030-12-31")),
        own(FactKind::Programme, "Writing Programme", Some("2020-12-31")),
        own(FactKind::DeadPage, "https://overton.gov.uk/old", None),
    ]);
    facts
}

pub(crate) fn mark(notice: &Notice, rule: &str, at: &str) -> Mark {
    let at: Date = at.parse().expect("a day");
    let verdicts = check(notice, &facts(), at);
    let verdict = verdicts.iter().find(|verdict| verdict.rule.id == rule);
    verdict
        .unwrap_or_else(|| panic!("there is no rule {rule}"))
        .mark()
}

/// Adds a paragraph under a heading.
fn say(notice: &mut Notice, id: SectionId, text: &str) {
    let section = notice.sections.iter().position(|section| section.id == id);
    let at = section.unwrap_or_else(|| {
        let mut section = notice.sections[0].clone();
        (section.id, section.body) = (id, Vec::new());
        notice.sections.push(section);
        notice.sections.len() - 1
    });
    let text = Block::Paragraph(vec![Inline::Text(text.to_owned())]);
    notice.sections[at].body.push(text);
}

/// Words enough for a sentence of so many.
fn words(count: usize) -> String {
    format!("{}.", vec!["and"; count].join(" "))
}

pub(crate) type Spoil = fn(&mut Notice);

/// What makes the good notice fail each rule, and the mark it then has.
pub(crate) const SPOILT: &[(&str, Mark, Spoil)] = &[
    ("ID-01", Mark::Missing, |it| {
        it.controller.contact.name.clear()
    }),
    ("ID-01", Mark::Weak, |it| {
        it.controller.contact.address.clear()
    }),
    ("ID-02", Mark::Outdated, |it| ends(it, "2026-11-20")),
    ("ID-03", Mark::Weak, |it| ends(it, "2026-12-01")),
    ("DPO-01", Mark::Missing, |it| {
        it.officer = None;
        it.controller.contact.name = "Overton Borough Council".to_owned();
    }),
    // A trust needs one in some cases only, and a parish council in none: advice.
    ("DPO-01", Mark::Weak, |it| it.officer = None),
    ("DPO-01", Mark::Weak, |it| {
        it.officer = None;
        it.controller.contact.name = "Overton Parish Council".to_owned();
    }),
    ("DPO-01", Mark::Missing, |it| officer_email(it, None)),
    ("DPO-01", Mark::Outdated, |it| {
        officer_email(it, Some("dpo@overton.gcsx.gov.uk"))
    }),
    ("DPO-02", Mark::Outdated, |it| {
        officer_email(it, Some("dpo@overton.gsi.gov.uk"))
    }),
    ("PUR-01", Mark::Missing, |it| it.purposes.clear()),
    ("BAS-01", Mark::Weak, |it| {
        it.purposes[0].basis = Basis::NotStated
    }),
    ("BAS-01", Mark::Missing, |it| {
        it.purposes
            .iter_mut()
            .for_each(|it| it.basis = Basis::NotStated)
    }),
    ("BAS-02", Mark::Wrong, |it| {
        it.controller.contact.name = "Borough of Overton".to_owned()
    }),
    ("BAS-02", Mark::Weak, |it| {
        it.purposes[2].basis_detail = None
    }),
    ("BAS-03", Mark::Wrong, |it| {
        it.recipients[0].condition_detail = Some("Your signature is your consent.".to_owned());
    }),
    ("BAS-03", Mark::Weak, |it| {
        say(it, SectionId::Who, "We assume that they consent.")
    }),
    ("BAS-04", Mark::Missing, |it| it.data[1].detail = None),
    ("REC-01", Mark::Missing, |it| it.recipients.clear()),
    ("REC-02", Mark::Wrong, |it| {
        it.sources[0].open = Some("and others".to_owned())
    }),
    ("REC-03", Mark::Outdated, |it| {
        it.recipients[0].names.push("Overton Infirmary".to_owned())
    }),
    ("TRF-01", Mark::Missing, |it| it.transfers = None),
    ("TRF-01", Mark::Outdated, |it| {
        it.transfers = Some("Not outside the European Economic Area.".to_owned())
    }),
    ("CTR-01", Mark::Wrong, |it| {
        say(
            it,
            SectionId::Recipients,
            "We do not pass your details on for marketing.",
        );
        it.recipients[0].purpose = Some("Our marketing agents.".to_owned());
    }),
    ("CTR-01", Mark::Wrong, |it| {
        let mut bare = it.recipients[0].clone();
        (bare.condition, bare.purpose) = (None, None);
        it.recipients.push(bare);
    }),
    ("SRC-01", Mark::Weak, |it| it.sources[0].detail = None),
    ("SRC-01", Mark::Missing, |it| {
        it.sources.clear();
        say(it, SectionId::Sources, "Others tell us about you.");
    }),
    ("SRC-02", Mark::Missing, |it| it.data.clear()),
    ("SRC-02", Mark::Weak, |it| {
        say(it, SectionId::Data, "We may need some or all of these.")
    }),
    ("STA-01", Mark::Missing, |it| {
        it.answers[0].text = "This notice does not say.".to_owned()
    }),
    ("STA-01", Mark::Weak, |it| {
        it.answers[0].text = "Without it we cannot help.".to_owned()
    }),
    ("RET-01", Mark::Missing, |it| it.retention = None),
    ("RET-01", Mark::Weak, |it| {
        let retention = it.retention.as_mut().expect("the good notice has one");
        (retention.text, retention.months) = ("As our schedule says.".to_owned(), None);
    }),
    ("RET-01", Mark::Wrong, |it| {
        let retention = it.retention.as_mut().expect("the good notice has one");
        retention.text = "We keep it for six years, and letters for 18 months.".to_owned();
        retention.months = Some(60);
    }),
    ("VER-01", Mark::Missing, |it| {
        it.restates = Some("Library notice, undated".to_owned())
    }),
    ("VER-01", Mark::Weak, |it| {
        it.restates = Some("Library notice, version 1, undated".to_owned())
    }),
    ("VER-01", Mark::Outdated, |it| {
        it.restates = Some("Library notice, May 2019".to_owned())
    }),
    ("VER-01", Mark::Outdated, |it| {
        it.published = "2023-11-21".to_owned()
    }),
    ("TIM-01", Mark::Outdated, |it| {
        say(it, SectionId::Research, "For the Writing Programme.")
    }),
    ("RGT-01", Mark::Missing, |it| it.rights.truncate(5)),
    ("RGT-02", Mark::Missing, |it| {
        it.answers[1].text = "Ask for a copy, or object.".to_owned()
    }),
    ("RGT-03", Mark::Wrong, |it| {
        it.purposes
            .iter_mut()
            .for_each(|it| it.basis = Basis::PublicTask)
    }),
    ("CON-01", Mark::Missing, |it| {
        it.recipients[0].purpose = None
    }),
    ("CON-01", Mark::Weak, |it| {
        it.recipients[0].purpose = Some("Ask us not to, if you like.".to_owned());
    }),
    ("ADM-01", Mark::Missing, |it| it.automated = None),
    ("CMP-01", Mark::Missing, |it| drop(it.complaints.remove(0))),
    ("CMP-01", Mark::Weak, |it| it.complaints[0].web = None),
    ("CMP-01", Mark::Missing, |it| {
        it.complaints[0].web = None;
        it.complaints[0].address.clear();
    }),
    ("CMP-01", Mark::Weak, |it| it.complaints[0].note = None),
    ("CMP-02", Mark::Weak, |it| it.complaints[1].note = None),
    ("CMP-02", Mark::Missing, |it| drop(it.complaints.pop())),
    ("CMP-03", Mark::Outdated, |it| {
        it.complaints[1].name = "Information Commissioner’s Office".to_owned()
    }),
    ("CMP-03", Mark::Wrong, |it| it.complaints[1].web = None),
    ("CMP-03", Mark::Outdated, |it| {
        say(
            it,
            SectionId::Complaints,
            "The Information Commissioner advises.",
        )
    }),
    ("CHD-01", Mark::Missing, |it| it.children = None),
    ("CKI-01", Mark::Missing, |it| it.sections.clear()),
    ("CKI-01", Mark::Wrong, |it| {
        let url = "https://overton.gov.uk/old".to_owned();
        it.sections[0].body = vec![Block::Paragraph(vec![Inline::Link {
            text: "Here".to_owned(),
            url,
        }])];
    }),
    ("LAW-01", Mark::Outdated, |it| {
        it.laws.push("Data Protection Act 1998".to_owned())
    }),
    ("LAW-01", Mark::Wrong, |it| {
        it.laws.push("Data Protection 2018".to_owned())
    }),
    ("LAW-01", Mark::Weak, |it| {
        it.laws.clear();
        say(
            it,
            SectionId::Retention,
            "We obey data protection legislation.",
        );
    }),
    ("RGT-04", Mark::Wrong, |it| {
        say(it, SectionId::Rights, "Requests must be made in writing.")
    }),
    ("ADM-01", Mark::Weak, |it| {
        let automated = it.automated.as_mut().expect("the good notice has one");
        (automated.used, automated.text) = (true, "A computer decides.".to_owned());
    }),
    ("LAW-02", Mark::Outdated, |it| {
        say(it, SectionId::Rights, "A request costs £10.")
    }),
    ("LAW-02", Mark::Outdated, |it| {
        say(it, SectionId::Rights, "We answer within 40 calendar days.")
    }),
    ("LNK-01", Mark::Wrong, |it| {
        let officer = it.officer.as_mut().expect("the good notice has one");
        officer.contact.note = Some("The source gives no address for this officer.".to_owned());
    }),
    ("LNK-01", Mark::Wrong, |it| {
        say(it, SectionId::Who, "For the list click here.")
    }),
    ("LNK-01", Mark::Wrong, |it| {
        let url = "https://overton.gov.uk/#".to_owned();
        it.sections[1].body = vec![Block::List(vec![vec![Inline::Link {
            text: "List".to_owned(),
            url,
        }]])];
    }),
    ("LNK-02", Mark::Weak, |it| {
        let url = "https://www.gov.uk@overton.example/help".to_owned();
        it.sections[1].body = vec![Block::List(vec![vec![Inline::Link {
            text: "Help".to_owned(),
            url,
        }]])];
    }),
    ("LNK-02", Mark::Weak, |it| {
        say(it, SectionId::Who, "Ask \u{202e}us\u{202c}.")
    }),
    ("ART-01", Mark::Wrong, |it| {
        say(it, SectionId::Who, "Page 2 of 7")
    }),
    ("ENG-01", Mark::Weak, |it| {
        say(it, SectionId::Who, &words(26))
    }),
    ("ENG-02", Mark::Weak, |it| {
        say(it, SectionId::Who, &words(41))
    }),
    ("ENG-03", Mark::Weak, |it| {
        it.caution = Some("Considerable obscurity everywhere. ".repeat(7))
    }),
    ("ENG-04", Mark::Weak, |it| {
        it.caution = Some("Considerable obscurity everywhere. ".repeat(40))
    }),
    ("ENG-05", Mark::Weak, |it| {
        say(it, SectionId::Who, "Someone is the controller.")
    }),
    ("ENG-06", Mark::Weak, |it| {
        for _ in 0..9 {
            say(
                it,
                SectionId::Who,
                "Books are not sold. Your details may be used.",
            );
        }
    }),
    ("LNG-01", Mark::Weak, |it| it.lang = "cy".to_owned()),
    ("LNG-01", Mark::Weak, |it| {
        for _ in 0..30 {
            say(
                it,
                SectionId::Who,
                "Rydym yn cadw eich manylion am dair blynedd ar ôl i chi gau eich cyfrif.",
            );
        }
    }),
];

pub(crate) fn officer_email(notice: &mut Notice, email: Option<&str>) {
    let officer = notice.officer.as_mut().expect("the good notice has one");
    officer.contact.email = email.map(str::to_owned);
}

/// Rules about what only a bad notice has. Each passes a notice that comes near it, by not concerning it.
pub(crate) const NEAR: [(&str, Spoil); 7] = [
    ("ID-02", |it| it.controller.succession = None),
    ("ID-03", |it| it.controller.succession = None),
    ("RGT-04", |it| {
        say(
            it,
            SectionId::Rights,
            "You need not write. We may ask for proof of identity if we are in doubt.",
        );
    }),
    ("CTR-01", |it| {
        say(
            it,
            SectionId::Who,
            "We never give your details to anyone for marketing.",
        );
        it.recipients[0].purpose = Some("To bring books to patients at the market.".to_owned());
    }),
    ("LAW-02", |it| {
        say(
            it,
            SectionId::Rights,
            "A lost book costs £12. We answer within a month, not in 400 days.",
        );
    }),
    ("LNK-02", |it| {
        let url = "https://overton.gov.uk/@council?to=a@b".to_owned();
        it.sections[1].body = vec![Block::List(vec![vec![Inline::Link {
            text: "Us".to_owned(),
            url,
        }]])];
    }),
    ("ART-01", |it| {
        say(it, SectionId::Who, "See page 2 of the form.");
    }),
];

/// Says that the notice's controller ends on a day.
fn ends(notice: &mut Notice, until: &str) {
    notice.controller.succession = Some(Succession {
        until: until.to_owned(),
        id: "overton-district".to_owned(),
        name: "Overton District Council".to_owned(),
    });
}
