//! The facts, as TOML, in the order of the documentation.

use notice::{Children, Contact, Link, Notice, Part, Phone, Scope};

use super::{
    AnnotatedNotice, RemarkTarget,
    toml::{comment, inline, lines, list, maybe, text, texts},
};

type KeyValues<'a> = Vec<(&'a str, Option<String>)>;

pub(super) fn front(page: &AnnotatedNotice<'_>) -> String {
    let mut out = FrontMatterPrinter {
        page,
        text: String::new(),
    };
    out.top(page.notice);
    out.scopes(page.notice);
    out.facts(page.notice);
    out.remarks(RemarkTarget::End, 0);
    out.text
}

struct FrontMatterPrinter<'a> {
    page: &'a AnnotatedNotice<'a>,
    text: String,
}

/// Writes a day, or that nobody has stated it.
fn day(iso: &str) -> String {
    if iso.is_empty() {
        text("not stated")
    } else {
        iso.to_owned()
    }
}

impl FrontMatterPrinter<'_> {
    fn remarks(&mut self, spot: RemarkTarget, at: usize) {
        for remark in self.page.remarks.get(&(spot, at)).into_iter().flatten() {
            self.text.push_str(&comment(remark));
        }
    }

    fn key(&mut self, spot: RemarkTarget, key: &str, value: Option<String>) {
        self.remarks(spot, 0);
        self.text.push_str(&lines(&[(key, value)]));
    }

    /// Writes a table under its name, `[name]` or `[[name]]`.
    fn table(
        &mut self,
        spot: RemarkTarget,
        at: usize,
        name: &str,
        entries: &[(&str, Option<String>)],
    ) {
        self.text.push('\n');
        self.remarks(spot, at);
        self.text.push_str(name);
        self.text.push('\n');
        self.text.push_str(&lines(entries));
    }

    /// Returns the tables of a list, or the remarks on it when it is empty.
    fn tables<'b, T>(
        &mut self,
        spot: RemarkTarget,
        name: &str,
        list: &'b [T],
        entries: impl Fn(&'b T) -> KeyValues<'b>,
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
        self.remarks(RemarkTarget::Top, 0);
        self.text.push_str(&lines(&[
            ("id", Some(text(&notice.id))),
            ("title", Some(text(&notice.title))),
            ("version", Some(text(&notice.version))),
            ("published", Some(day(&notice.published))),
            ("restates", maybe(&notice.restates)),
            ("caution", maybe(&notice.caution)),
            ("owner", maybe(&notice.upkeep.owner)),
            ("review", notice.upkeep.review.clone()),
        ]));
        self.key(
            RemarkTarget::Controller,
            "controller",
            Some(text(&notice.controller.id)),
        );
        let joint: Vec<String> = notice.joint.iter().map(|it| it.id.clone()).collect();
        self.text.push_str(&lines(&[("joint", list(&joint))]));
        let officer = match &notice.officer {
            Some(officer) => inline(&contact(&officer.contact)),
            None => text("not stated"),
        };
        self.key(RemarkTarget::Officer, "officer", Some(officer));
        let requests = notice.requests.as_ref().map(|to| inline(&contact(to)));
        self.text.push_str(&lines(&[("requests", requests)]));
        self.key(
            RemarkTarget::Children,
            "children",
            match &notice.children {
                Some(line) => Some(children(line)),
                None => notice.adults_only.then(|| "false".to_owned()),
            },
        );
        self.key(RemarkTarget::Shared, "shared", list(self.page.shared));
        self.key(RemarkTarget::Laws, "laws", list(&notice.laws));
        self.key(
            RemarkTarget::Transfers,
            "transfers",
            maybe(&notice.transfers),
        );
    }

    fn scopes(&mut self, notice: &Notice) {
        let part = |part: &Part| {
            vec![
                ("id", Some(text(&part.id))),
                ("title", Some(text(&part.title))),
            ]
        };
        self.tables(RemarkTarget::Part, "part", &notice.parts, part);
        self.tables(RemarkTarget::Audience, "audience", &notice.audiences, part);
    }

    fn facts(&mut self, notice: &Notice) {
        self.tables(RemarkTarget::Answer, "answer", &notice.answers, |it| {
            let own = vec![
                ("question", Some(text(it.question.into()))),
                ("text", Some(text(&it.text))),
                ("condition", it.condition.map(|it| text(it.into()))),
            ];
            scoped(own, &it.scope)
        });
        self.tables(RemarkTarget::Data, "data", &notice.data, |it| {
            let own = vec![
                ("name", Some(text(&it.name))),
                ("detail", maybe(&it.detail)),
                ("special", it.special.then(|| "true".to_owned())),
                ("matches", list(&it.matches)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(RemarkTarget::Source, "source", &notice.sources, |it| {
            let own = vec![
                ("group", maybe(&it.group)),
                ("names", Some(texts(&it.names))),
                ("detail", maybe(&it.detail)),
                ("open", maybe(&it.open)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(RemarkTarget::Purpose, "purpose", &notice.purposes, |it| {
            let own = vec![
                ("text", Some(text(&it.text))),
                ("basis", Some(text(it.basis.into()))),
                ("basis-detail", maybe(&it.basis_detail)),
            ];
            scoped(own, &it.scope)
        });
        self.tables(
            RemarkTarget::Recipient,
            "recipient",
            &notice.recipients,
            |it| {
                let own = vec![
                    ("group", maybe(&it.group)),
                    ("names", Some(texts(&it.names))),
                    ("purpose", maybe(&it.purpose)),
                    ("condition", it.condition.map(|it| text(it.into()))),
                    ("condition-detail", maybe(&it.condition_detail)),
                    ("role", it.role.map(|it| text(it.into()))),
                    ("open", maybe(&it.open)),
                ];
                scoped(own, &it.scope)
            },
        );
        self.tables(RemarkTarget::Right, "right", &notice.rights, |it| {
            vec![
                ("id", Some(text(it.id.into()))),
                ("name", Some(text(&it.name))),
                ("text", Some(text(&it.text))),
            ]
        });
        self.tables(
            RemarkTarget::Complaint,
            "complaint",
            &notice.complaints,
            contact,
        );
        self.tables(RemarkTarget::Field, "field", &notice.fields, |it| {
            let own = vec![
                ("name", Some(text(&it.name))),
                ("why", Some(text(&it.why))),
                ("matches", list(&it.matches)),
                ("condition", it.condition.map(|it| text(it.into()))),
            ];
            scoped(own, &it.scope)
        });
        let retention: Vec<_> = notice.retention.iter().collect();
        self.single(RemarkTarget::Retention, "retention", &retention, |it| {
            vec![
                ("text", Some(text(&it.text))),
                ("link", it.link.as_ref().map(link)),
                ("months", it.months.map(|months| months.to_string())),
            ]
        });
        let automated: Vec<_> = notice.automated.iter().collect();
        self.single(RemarkTarget::Automated, "automated", &automated, |it| {
            vec![
                ("used", Some(it.used.to_string())),
                ("text", Some(text(&it.text))),
            ]
        });
    }

    /// Returns a fact that stands once or not at all.
    fn single<'b, T>(
        &mut self,
        spot: RemarkTarget,
        name: &str,
        fact: &[&'b T],
        entries: impl Fn(&'b T) -> KeyValues<'b>,
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

fn scoped<'a>(mut entries: KeyValues<'a>, scope: &Scope) -> KeyValues<'a> {
    entries.push(("part", maybe(&scope.part)));
    entries.push(("audience", maybe(&scope.audience)));
    entries
}

fn contact(contact: &Contact) -> KeyValues<'_> {
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

/// Returns a list, if it is not empty, on one line however long: an inline table may not have more.
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
