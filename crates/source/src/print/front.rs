//! The facts, as TOML, in the order of the documentation.

use notice::{Children, Contact, Link, Notice, Part, Phone, Scope};

use super::{
    Page, Spot,
    toml::{comment, inline, lines, list, maybe, text, texts},
};

type Entries<'a> = Vec<(&'a str, Option<String>)>;

pub(super) fn front(page: &Page<'_>) -> String {
    let mut out = Front {
        page,
        text: String::new(),
    };
    out.top(page.notice);
    out.scopes(page.notice);
    out.facts(page.notice);
    out.remarks(Spot::End, 0);
    out.text
}

struct Front<'a> {
    page: &'a Page<'a>,
    text: String,
}

impl Front<'_> {
    fn remarks(&mut self, spot: Spot, at: usize) {
        for remark in self.page.remarks.get(&(spot, at)).into_iter().flatten() {
            self.text.push_str(&comment(remark));
        }
    }

    fn key(&mut self, spot: Spot, key: &str, value: Option<String>) {
        self.remarks(spot, 0);
        self.text.push_str(&lines(&[(key, value)]));
    }

    /// A table under its name, `[name]` or `[[name]]`.
    fn table(&mut self, spot: Spot, at: usize, name: &str, entries: &[(&str, Option<String>)]) {
        self.text.push('\n');
        self.remarks(spot, at);
        self.text.push_str(name);
        self.text.push('\n');
        self.text.push_str(&lines(entries));
    }

    /// The tables of a list, or the remarks on it when it is empty.
    fn tables<'b, T>(
        &mut self,
        spot: Spot,
        name: &str,
        list: &'b [T],
        entries: impl Fn(&'b T) -> Entries<'b>,
    ) {
        if list.is_empty() && self.page.remarks.contains_key(&(spot, 0)) {
            self.text.push('\n');
            self.remarks(spot, 0);
        }
        for (at, item) in list.iter().enumerate() {
            self.table(spot, at, &format!("[[{name}]]"), &entries(item));
        }
    }

    fn top(&mut self, notice: &Notice) {
        self.remarks(Spot::Top, 0);
        self.text.push_str(&lines(&[
            ("id", Some(text(&notice.id))),
            ("title", Some(text(&notice.title))),
            ("version", Some(text(&notice.version))),
            ("published", Some(notice.published.clone())),
            ("restates", maybe(&notice.restates)),
            ("caution", maybe(&notice.caution)),
            ("owner", maybe(&notice.upkeep.owner)),
            ("review", notice.upkeep.review.clone()),
        ]));
        self.key(
            Spot::Controller,
            "controller",
            Some(text(&notice.controller.id)),
        );
        let officer = match &notice.officer {
            Some(officer) => inline(&contact(&officer.contact)),
            None => text("not stated"),
        };
        self.key(Spot::Officer, "officer", Some(officer));
        self.key(
            Spot::Children,
            "children",
            match &notice.children {
                Some(line) => Some(children(line)),
                None => notice.adults_only.then(|| "false".to_owned()),
            },
        );
        self.key(Spot::Shared, "shared", list(self.page.shared));
        self.key(Spot::Laws, "laws", list(&notice.laws));
        self.key(Spot::Transfers, "transfers", maybe(&notice.transfers));
    }

    fn scopes(&mut self, notice: &Notice) {
        let part = |part: &Part| {
            vec![
                ("id", Some(text(&part.id))),
                ("title", Some(text(&part.title))),
            ]
        };
        self.tables(Spot::Part, "part", &notice.parts, part);
        self.tables(Spot::Audience, "audience", &notice.audiences, part);
    }

    fn facts(&mut self, notice: &Notice) {
        self.tables(Spot::Answer, "answer", &notice.answers, |it| {
            let own = vec![
                ("question", Some(text(it.question.into()))),
                ("text", Some(text(&it.text))),
                ("condition", it.condition.map(|it| text(it.into()))),
            ];
            scoped(own, &it.scope)
        });
        self.tables(Spot::Data, "data", &notice.data, |it| {
            let own = vec![
                ("name", Some(text(&it.name))),
                ("detail", maybe(&it.detail)),
                ("special", it.special.then(|| "true".to_owned())),
                ("matches", list(&it.matches)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(Spot::Source, "source", &notice.sources, |it| {
            let own = vec![
                ("group", maybe(&it.group)),
                ("names", Some(texts(&it.names))),
                ("detail", maybe(&it.detail)),
                ("open", maybe(&it.open)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(Spot::Purpose, "purpose", &notice.purposes, |it| {
            let own = vec![
                ("text", Some(text(&it.text))),
                ("basis", Some(text(it.basis.into()))),
                ("basis-detail", maybe(&it.basis_detail)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(Spot::Recipient, "recipient", &notice.recipients, |it| {
            let own = vec![
                ("group", maybe(&it.group)),
                ("names", Some(texts(&it.names))),
                ("purpose", maybe(&it.purpose)),
                ("condition", it.condition.map(|it| text(it.into()))),
                ("condition-detail", maybe(&it.condition_detail)),
                ("open", maybe(&it.open)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(Spot::Right, "right", &notice.rights, |it| {
            vec![
                ("id", Some(text(it.id.into()))),
                ("name", Some(text(&it.name))),
                ("text", Some(text(&it.text))),
            ]
        });
        self.tables(Spot::Complaint, "complaint", &notice.complaints, contact);
        self.tables(Spot::Field, "field", &notice.fields, |it| {
            let own = vec![
                ("name", Some(text(&it.name))),
                ("why", Some(text(&it.why))),
                ("matches", list(&it.matches)),
                ("condition", it.condition.map(|it| text(it.into()))),
            ];
            scoped(own, &it.scope)
        });
        let retention: Vec<_> = notice.retention.iter().collect();
        self.single(Spot::Retention, "retention", &retention, |it| {
            vec![
                ("text", Some(text(&it.text))),
                ("link", it.link.as_ref().map(link)),
                ("months", it.months.map(|months| months.to_string())),
            ]
        });
        let automated: Vec<_> = notice.automated.iter().collect();
        self.single(Spot::Automated, "automated", &automated, |it| {
            vec![
                ("used", Some(it.used.to_string())),
                ("text", Some(text(&it.text))),
            ]
        });
    }

    /// A fact that stands once or not at all.
    fn single<'b, T>(
        &mut self,
        spot: Spot,
        name: &str,
        fact: &[&'b T],
        entries: impl Fn(&'b T) -> Entries<'b>,
    ) {
        match fact.first() {
            Some(fact) => self.table(spot, 0, &format!("[{name}]"), &entries(fact)),
            None if self.page.remarks.contains_key(&(spot, 0)) => {
                self.text.push('\n');
                self.remarks(spot, 0);
            }
            None => {}
        }
    }
}

fn scoped<'a>(mut entries: Entries<'a>, scope: &Scope) -> Entries<'a> {
    entries.push(("part", maybe(&scope.part)));
    entries.push(("audience", maybe(&scope.audience)));
    entries
}

fn contact(contact: &Contact) -> Entries<'_> {
    let phone = |phone: &Phone| {
        inline(&[
            ("number", Some(text(&phone.number))),
            ("note", maybe(&phone.note)),
        ])
    };
    let phones: Vec<String> = contact.phones.iter().map(phone).collect();
    vec![
        (
            "name",
            (!contact.name.is_empty()).then(|| text(&contact.name)),
        ),
        ("address", list_in_line(&contact.address)),
        (
            "phones",
            (!phones.is_empty()).then(|| format!("[{}]", phones.join(", "))),
        ),
        ("email", maybe(&contact.email)),
        ("web", contact.web.as_ref().map(link)),
        ("note", maybe(&contact.note)),
    ]
}

/// A list, if it is not empty, on one line however long: an inline table may not have more.
fn list_in_line(list: &[String]) -> Option<String> {
    let all: Vec<String> = list.iter().map(|item| text(item)).collect();
    (!all.is_empty()).then(|| format!("[{}]", all.join(", ")))
}

fn link(link: &Link) -> String {
    inline(&[
        ("text", Some(text(&link.text))),
        ("url", Some(text(&link.url))),
    ])
}

fn children(children: &Children) -> String {
    inline(&[
        ("under", Some(children.under.to_string())),
        ("text", Some(text(&children.text))),
    ])
}
