//! Facts about a controller that its notices should all give alike, and do not.

use std::collections::BTreeMap;

use notice::{Block, Contact, Inline, Notice, SectionId};

/// One fact with everything that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drift {
    pub controller: String,
    pub fact: String,
    /// What is said (`None`: nothing) and the ids of the notices that say it; the most common first.
    pub said: Vec<(Option<String>, Vec<String>)>,
}

/// Collects what each notice says of the controller itself, apart from the service: its officer, whom to complain to, people's
/// rights, and the texts that notices share. How long data is kept, where it goes and what a machine decides are each
/// service's own.
fn facts(notice: &Notice) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    let mut say = |fact: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            facts.insert(fact.to_owned(), text);
        }
    };
    if let Some(officer) = &notice.officer {
        contact("Data Protection Officer", &officer.contact, &mut say);
    }
    if let Some(first) = notice.complaints.first() {
        contact("Complaints", first, &mut say);
    }
    let bodies = notice.complaints.iter().map(|body| body.name.as_str());
    say(
        "Complaints: bodies named",
        Some(bodies.collect::<Vec<_>>().join(" · ")),
    );
    let children = notice.children.as_ref();
    say(
        "Line for children",
        children.map(|line| format!("Under {}: {}", line.under, line.text)),
    );
    for right in &notice.rights {
        say(&format!("Right: {}", right.name), Some(right.text.clone()));
    }
    for (id, name) in [
        (SectionId::Security, "Text: security"),
        (SectionId::Accuracy, "Text: keeping data up to date"),
        (SectionId::Cookies, "Text: cookies"),
    ] {
        say(name, Some(prose(notice, id)));
    }
    facts
}

fn contact(who: &str, to: &Contact, say: &mut impl FnMut(&str, Option<String>)) {
    let phones: Vec<_> = to.phones.iter().map(|phone| &*phone.number).collect();
    say(&format!("{who}: e-mail"), to.email.clone());
    say(&format!("{who}: phone"), Some(phones.join(", ")));
    say(&format!("{who}: address"), Some(to.address.join(", ")));
}

fn prose(notice: &Notice, id: SectionId) -> String {
    let run = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.clone(),
    };
    let line = |runs: &Vec<Inline>| runs.iter().map(run).collect::<String>();
    let sections = notice.sections.iter().filter(|section| section.id == id);
    let blocks = sections.flat_map(|section| &section.body);
    let texts = blocks.map(|block| match block {
        Block::Paragraph(runs) => line(runs),
        Block::List(items) => items.iter().map(line).collect::<Vec<_>>().join(" · "),
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Says whether a fact is the controller's own, so that every notice has to give it.
fn is_of_controller(fact: &str) -> bool {
    fact.starts_with("Data Protection Officer") || fact.starts_with("Complaints")
}

/// Finds the facts on which notices of one controller differ, by controller and fact.
pub(crate) fn drifts<'a>(notices: impl Iterator<Item = &'a Notice>) -> Vec<Drift> {
    type Stated<'a> = (&'a Notice, BTreeMap<String, String>);
    let mut controllers: BTreeMap<&str, Vec<Stated>> = BTreeMap::new();
    for notice in notices {
        let all = controllers.entry(&notice.controller.id).or_default();
        all.push((notice, facts(notice)));
    }
    let mut found = Vec::new();
    for notices in controllers.values() {
        let mut names: Vec<&String> = notices.iter().flat_map(|(_, facts)| facts.keys()).collect();
        names.sort_unstable();
        names.dedup();
        for fact in names {
            let mut said: BTreeMap<Option<&String>, Vec<String>> = BTreeMap::new();
            for (notice, facts) in notices {
                let who = said.entry(facts.get(fact)).or_default();
                who.push(notice.id.clone());
            }
            if !is_of_controller(fact) {
                // A service may do without a right or a text: only other words for it are a difference.
                said.remove(&None);
            }
            if said.len() < 2 {
                continue;
            }
            let mut said: Vec<_> = said
                .into_iter()
                .map(|(text, who)| (text.cloned(), who))
                .collect();
            said.sort_by_key(|(_, who)| std::cmp::Reverse(who.len()));
            found.push(Drift {
                controller: notices[0].0.controller.contact.name.clone(),
                fact: fact.clone(),
                said,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use notice::{Inline, Section};

    use super::*;

    /// A real notice twice, the second changed.
    fn found(change: impl Fn(&mut Notice)) -> Vec<String> {
        let real = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../notices"));
        let source = crate::load(real).expect("they can be read");
        let mut one = source.notices[0].clone();
        let security = |text: &str| Section {
            id: SectionId::Security,
            heading: "Security".to_owned(),
            body: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
            scope: notice::Scope::default(),
        };
        one.sections
            .retain(|section| section.id != SectionId::Security);
        one.sections.push(security("We lock it."));
        let mut other = one.clone();
        "other".clone_into(&mut other.id);
        change(&mut other);
        let all = [one, other];
        drifts(all.iter())
            .into_iter()
            .map(|drift| drift.fact)
            .collect()
    }

    #[test]
    fn what_differs_from_service_to_service_is_no_drift() {
        assert!(found(|_| ()).is_empty());
        assert!(found(|it| it.retention = None).is_empty());
        assert!(found(|it| it.transfers = Some("A company in India.".to_owned())).is_empty());
        assert!(found(|it| it.automated = None).is_empty());
        assert!(found(|it| it.rights.clear()).is_empty(), "not stated");
        assert!(found(|it| it.sections.clear()).is_empty(), "not stated");
    }

    #[test]
    fn what_the_controller_gives_alike_is() {
        let changed = found(|it| {
            let section = it.sections.last_mut().expect("there is one");
            section.body = vec![Block::Paragraph(vec![Inline::Text(
                "We guard it.".to_owned(),
            )])];
        });
        assert_eq!(changed, ["Text: security"]);
        let changed = found(|it| it.rights[0].text.push_str(" Or not."));
        assert!(
            changed.len() == 1 && changed[0].starts_with("Right: "),
            "{changed:?}"
        );
        let changed = found(|it| it.officer = None);
        assert!(
            changed
                .iter()
                .all(|it| it.starts_with("Data Protection Officer")),
            "{changed:?}"
        );
        assert!(!changed.is_empty());
    }
}
