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
/// rights, and what is the same wherever the controller keeps data.
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
    let kept = notice.retention.as_ref();
    say("How long data is kept", kept.map(|kept| kept.text.clone()));
    say("Transfers abroad", notice.transfers.clone());
    let automated = notice.automated.as_ref();
    say(
        "Decisions made by a machine",
        automated.map(|it| it.text.clone()),
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
