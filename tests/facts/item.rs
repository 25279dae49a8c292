//! A notice as flat items: a place, a reader, a condition, and all the text that stands together.

use notice::{Block, Condition, Contact, Inline, Notice, Scope};

/// One fact of a notice with everything that is said of it.
#[derive(Default)]
pub(crate) struct Item {
    pub place: String,
    pub reader: Option<String>,
    pub condition: Option<Condition>,
    pub text: String,
    /// Names, numbers and addresses in it that only a source can give.
    pub claims: Vec<String>,
}

/// Every fact of the notice.
pub(crate) fn items(notice: &Notice) -> Vec<Item> {
    let mut all = vec![item(
        "head",
        [
            &notice.title,
            notice.restates.as_deref().unwrap_or_default(),
        ],
    )];
    all.extend(notice.caution.iter().map(|text| item("head", [text])));
    all.extend(notice.controllers().map(|controller| {
        let registration = controller.registration.as_deref().unwrap_or_default();
        let about = format!("{} {registration}", controller.about);
        contact("controller", &controller.contact, &about)
    }));
    all.extend(
        notice
            .officer
            .iter()
            .map(|officer| contact("officer", &officer.contact, "")),
    );
    all.extend(
        notice
            .complaints
            .iter()
            .map(|to| contact("complaints", to, "")),
    );
    for answer in &notice.answers {
        let one = item("answers", [&word(&answer.question), &answer.text]);
        all.push(Item {
            condition: answer.condition,
            ..scoped(one, &answer.scope)
        });
    }
    for data in &notice.data {
        let special = if data.special { "special" } else { "" };
        let one = item("data", [&data.name, text(&data.detail), special]);
        all.push(scoped(one, &data.scope));
    }
    for source in &notice.sources {
        let names = source.names.join(", ");
        let one = item(
            "sources",
            [
                text(&source.group),
                &names,
                text(&source.detail),
                text(&source.open),
            ],
        );
        all.push(Item {
            claims: source.names.clone(),
            ..scoped(one, &source.scope)
        });
    }
    for purpose in &notice.purposes {
        let one = item(
            "purposes",
            [
                &purpose.text,
                &word(&purpose.basis),
                text(&purpose.basis_detail),
            ],
        );
        all.push(scoped(one, &purpose.scope));
    }
    for to in &notice.recipients {
        let names = to.names.join(", ");
        let said = [
            text(&to.group),
            &names,
            text(&to.purpose),
            text(&to.condition_detail),
            text(&to.open),
        ];
        let one = Item {
            condition: to.condition,
            claims: to.names.clone(),
            ..item("recipients", said)
        };
        all.push(scoped(one, &to.scope));
    }
    all.extend(notice.retention.iter().map(|kept| {
        let link = kept.link.as_ref().map_or("", |link| &link.url);
        let months = kept
            .months
            .map(|months| months.to_string())
            .unwrap_or_default();
        item("retention", [&*kept.text, link, &months])
    }));
    all.extend(
        notice
            .transfers
            .iter()
            .map(|said| item("transfers", [said])),
    );
    all.extend(
        notice
            .rights
            .iter()
            .map(|right| item("rights", [right.id.id(), &right.name, &right.text])),
    );
    all.extend(
        notice
            .automated
            .iter()
            .map(|said| item("automated", [&said.text])),
    );
    all.extend(
        notice
            .children
            .iter()
            .map(|said| item("children", [&said.under.to_string(), &said.text])),
    );
    all.extend(notice.laws.iter().map(|law| Item {
        claims: vec![law.clone()],
        ..item("laws", [law])
    }));
    for field in &notice.fields {
        let one = Item {
            condition: field.condition,
            ..item("fields", [&field.name, &field.why])
        };
        all.push(scoped(one, &field.scope));
    }
    for section in &notice.sections {
        let place = format!("prose.{}", word(&section.id));
        let said: Vec<String> = section.body.iter().map(block).collect();
        let one = item(&place, [&section.heading, &said.join("\n")]);
        all.push(scoped(one, &section.scope));
    }
    all
}

/// All that is said, as one text.
pub(crate) fn whole(notice: &Notice) -> String {
    items(notice)
        .into_iter()
        .map(|item| item.text)
        .collect::<Vec<_>>()
        .join("\n")
}

fn item<const N: usize>(place: &str, said: [&str; N]) -> Item {
    let text = said.join(" · ");
    Item {
        place: place.to_owned(),
        text,
        ..Item::default()
    }
}

fn scoped(item: Item, scope: &Scope) -> Item {
    Item {
        reader: scope.part.clone().or(scope.audience.clone()),
        ..item
    }
}

fn contact(place: &str, to: &Contact, more: &str) -> Item {
    let mut said = vec![to.name.clone(), more.to_owned(), to.address.join(", ")];
    let mut claims = Vec::new();
    for phone in &to.phones {
        said.push(format!(
            "{} ({})",
            phone.number,
            phone.note.as_deref().unwrap_or_default()
        ));
        claims.push(phone.number.clone());
    }
    claims.extend(to.email.clone());
    claims.extend(to.web.iter().map(|web| web.url.clone()));
    said.extend(to.email.clone());
    said.extend(to.web.iter().map(|web| web.url.clone()));
    said.extend(to.note.clone());
    Item {
        claims,
        ..item(place, [&said.join(" · ")])
    }
}

fn text(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// An enum of the model as its files write it.
fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("a plain enum");
    value.as_str().expect("a word").to_owned()
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(runs) => inline(runs),
        Block::List(items) => items
            .iter()
            .map(|item| inline(item))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn inline(runs: &[Inline]) -> String {
    let run = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) => text.clone(),
        Inline::Link { text, url } => format!("{text} ({url})"),
    };
    runs.iter().map(run).collect()
}
