//! No fact of the five source notices is lost, weakened or moved under another's condition, and none is invented.
//! The facts are data: see `README.md` beside this file.

mod item;
mod line;

use std::path::Path;

use item::{Item, items, whole};
use line::{Line, lines};
use notice::Notice;

const FOUR: [&str; 4] = [
    "connect-derby",
    "customer-management",
    "healthy-housing-hub",
    "local-area-co-ordination",
];

fn notice(id: &str) -> Notice {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("notices");
    let source = publish::load(&dir).unwrap_or_else(|report| panic!("{report}"));
    source
        .notices
        .into_iter()
        .find(|notice| notice.id == id)
        .expect("one of the five")
}

fn facts(id: &str) -> Vec<Line> {
    let file = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/facts/{name}.txt"));
        std::fs::read_to_string(path).expect("a list of facts")
    };
    let mut all = lines(&file(id));
    if FOUR.contains(&id) {
        all.extend(lines(&file("council")));
    }
    all
}

/// Everything that is wrong with a notice, a line each.
fn wrong(notice: &Notice, facts: &[Line]) -> Vec<String> {
    let all = items(notice);
    let mut wrong = Vec::new();
    for fact in facts {
        if fact.place == "never" {
            let reader = fact.reader.as_deref();
            let part = reader.filter(|id| notice.parts.iter().any(|part| part.id == *id));
            let audience = reader.filter(|id| notice.audiences.iter().any(|part| part.id == *id));
            assert!(
                reader.is_none() || part.or(audience).is_some(),
                "{fact}: no such reader"
            );
            // Without a reader it is the notice as it stands, every part and audience.
            let view = if reader.is_some() {
                notice.clone().view(part, audience)
            } else {
                notice.clone()
            };
            if fact.is_in(&whole(&view)) {
                wrong.push(format!("{fact}: stands where it must not"));
            }
        } else if !all.iter().any(|item| fact.fits(item)) {
            wrong.push(format!("{fact}: lost"));
        }
    }
    wrong.extend(all.iter().flat_map(|item| unclaimed(item, facts)));
    wrong
}

/// What an item says that no line of the source backs.
fn unclaimed(item: &Item, facts: &[Line]) -> Vec<String> {
    let claims: Vec<&Line> = facts.iter().filter(|fact| fact.fits(item)).collect();
    let mut wrong: Vec<String> = item
        .claims
        .iter()
        .filter(|claim| !claims.iter().any(|fact| fact.names(claim)))
        .map(|claim| format!("{} | {claim}: no source has it there", item.place))
        .collect();
    if item.condition.is_some() && claims.is_empty() {
        wrong.push(format!(
            "{} | {}: no source has the condition",
            item.place, item.text
        ));
    }
    wrong
}

fn check(id: &str) {
    let wrong = wrong(&notice(id), &facts(id));
    assert!(wrong.is_empty(), "{id}:\n{}", wrong.join("\n"));
}

#[test]
fn connect_derby() {
    check("connect-derby");
}

#[test]
fn customer_management() {
    check("customer-management");
}

#[test]
fn healthy_housing_hub() {
    check("healthy-housing-hub");
}

#[test]
fn derby_homes() {
    check("derby-homes");
}

#[test]
fn local_area_co_ordination() {
    check("local-area-co-ordination");
}

/// The check above sees what it is for: each way of spoiling a notice makes it fail.
#[test]
fn a_spoilt_notice_is_found() {
    let good = notice("local-area-co-ordination");
    let facts = facts("local-area-co-ordination");
    type Spoil = fn(&mut Notice);
    let spoil: [(&str, Spoil); 8] = [
        ("a recipient lost", |n| {
            n.recipients
                .retain(|r| !r.names.contains(&"Derbyshire Constabulary".to_owned()))
        }),
        ("a name invented", |n| {
            n.recipients[0].names.push("Chiropodists".to_owned())
        }),
        ("a condition lost", |n| n.recipients[0].condition = None),
        ("a condition added", |n| {
            n.recipients.last_mut().expect("eleven").condition = n.recipients[0].condition
        }),
        ("a basis guessed", |n| {
            n.purposes[0].basis = notice::Basis::PublicTask
        }),
        ("a law dropped", |n| {
            n.laws.retain(|law| law != "Autism Act 2009")
        }),
        ("a number changed", |n| {
            n.complaints[0].phones[0].number = "01332 640764".to_owned()
        }),
        ("a footer left in", |n| {
            n.caution = Some("Local Area Co-ordination privacy notice version 1".to_owned())
        }),
    ];
    assert_eq!(wrong(&good, &facts), Vec::<String>::new());
    for (what, spoil) in spoil {
        let mut spoilt = good.clone();
        spoil(&mut spoilt);
        assert!(!wrong(&spoilt, &facts).is_empty(), "{what}: not found");
    }
}

/// A line that is moved to another part is seen by that part's readers.
#[test]
fn a_leak_between_parts_is_found() {
    let mut spoilt = notice("customer-management");
    for recipient in &mut spoilt.recipients {
        recipient.scope.part = None;
    }
    let wrong = wrong(&spoilt, &facts("customer-management"));
    assert!(
        wrong.iter().any(|line| line.contains("never@complaints")),
        "{wrong:#?}"
    );
}
