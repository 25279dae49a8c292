//! Parse → print → parse is the same notice, whatever its texts hold.

use std::path::Path;

use notice::{
    Answer, Automated, Block, Children, Condition, Contact, Data, DataSource, Field, Inline, Link,
    Notice, Phone, Purpose, Recipient, RecipientRole, Retention, Right, RightId, Scope, Section,
    SectionId,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use source::{
    parse::{self, File},
    print::print,
};

use crate::{file, site, strings};

/// Reads a printed notice in place of the one it was.
pub(crate) fn again(files: &[File], notice: &Notice) -> Notice {
    let path = format!("{}.md", notice.id);
    let mut files = files.to_vec();
    files.retain(|file| file.path != path);
    let source = print(notice);
    files.push(file(&path, source.clone()));
    let read = parse::read(&files).unwrap_or_else(|report| {
        panic!(
            "{}\n\n{source}",
            publish::terminal::problems(&report, false)
        )
    });
    let found = read.notices.into_iter().find(|it| it.id == notice.id);
    found.expect("it has its id")
}

fn good() -> Notice {
    let source = parse::read(&site(Vec::new())).expect("a good site");
    source.notices[0].clone()
}

#[test]
fn every_published_notice_reads_back() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices");
    let source = publish::load(&folder).expect("the notices are good");
    let mut files = Vec::new();
    for inside in ["", "shared"] {
        for entry in std::fs::read_dir(folder.join(inside)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let name = path.strip_prefix(&folder).expect("inside").display();
                let text = std::fs::read_to_string(&path).expect("text");
                files.push(file(&name.to_string(), text));
            }
        }
    }
    files.push(strings("en", &[]));
    for notice in source.notices.iter().filter(|it| it.lang == "en") {
        assert_eq!(again(&files, notice), *notice);
    }
}

#[test]
fn a_printed_notice_is_fit_for_an_editor() {
    insta::assert_snapshot!("printed", print(&good()));
}

/// A letter in a circle or a square is a symbol where bold text begins and ends.
#[test]
fn bold_letters_in_frames_read_back() {
    for text in ["🄰", "Ⓐ", "🅐b", "a🅰", "①"] {
        let mut notice = good();
        let runs = [
            Inline::Text("A".to_owned()),
            Inline::Strong(text.to_owned()),
            Inline::Text("b".to_owned()),
        ];
        notice.sections[0].body.push(Block::Paragraph(runs.into()));
        assert_eq!(again(&site(Vec::new()), &notice), notice, "{text}");
    }
}

/// Texts with every mark that either language gives a meaning.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9 ]{1,8}",
        4 => select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    // A text is never blank, and never has a blank at its ends: the parser sees to it.
    vec(piece, 1..5).prop_map(|pieces| {
        let text: String = pieces
            .concat()
            .chars()
            .filter(|mark| *mark != '\0')
            .collect();
        let text = text.trim();
        if text.is_empty() {
            "x".to_owned()
        } else {
            text.to_owned()
        }
    })
}

const PIECES: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "[x](https://a.uk)",
    "![",
    "!",
    "<",
    ">",
    "<b>",
    "<!--",
    "&",
    "&amp;",
    "&#32;",
    ";",
    "#",
    " #",
    "{",
    "}",
    "{#who}",
    "|",
    "\\",
    "\\\\",
    "\"",
    "\"\"\"",
    "'",
    "’",
    "“",
    "–",
    "-",
    "- ",
    "+ ",
    "1. ",
    "2)",
    "=",
    "===",
    "---",
    ":",
    "[^1]",
    "[ ]",
    "\t",
    "\n",
    "\r",
    "\n\n",
    "  ",
    "\u{1}",
    "\u{7f}",
    "\u{a0}",
    "\u{2028}",
    "é",
    "🪔",
    "£",
    "https://a.uk",
    "+++",
];

fn id() -> impl Strategy<Value = String> {
    "[a-z]{1,3}(-[a-z0-9]{1,3})?"
}

fn condition() -> impl Strategy<Value = Option<Condition>> {
    option::of(select(
        &[Condition::Permission, Condition::Emergency, Condition::Law][..],
    ))
}

/// A scope within the good notice.
fn scope() -> impl Strategy<Value = Scope> {
    let one = |ids: &'static [&'static str]| option::of(select(ids).prop_map(str::to_owned));
    (one(&["borrowing", "events"]), one(&["reader", "helper"]))
        .prop_map(|(part, audience)| Scope { part, audience })
}

fn link() -> impl Strategy<Value = Link> {
    let path = vec(
        select(
            &[
                "a", "/", "?", "=", "#", "(", ")", "_", "*", "&amp;", "&", "\\", "<", "[", "é",
                "%20",
            ][..],
        ),
        0..6,
    );
    (text(), path).prop_map(|(text, path)| Link {
        text,
        url: format!("https://a.uk/{}", path.concat()),
    })
}

fn contact() -> impl Strategy<Value = Contact> {
    let phone = (text(), option::of(text())).prop_map(|(number, note)| Phone { number, note });
    let email = option::of("[a-z]{1,4}@[a-z]{1,4}".prop_map(String::from));
    (
        text(),
        vec(text(), 0..3),
        vec(phone, 0..3),
        email,
        option::of(link()),
        option::of(text()),
    )
        .prop_map(|(name, address, phones, email, web, note)| Contact {
            name,
            address,
            phones,
            email,
            web,
            note,
        })
}

/// Runs as Markdown can hold them: two texts in a row would be one.
fn runs() -> impl Strategy<Value = Vec<Inline>> {
    // In prose a text may begin and end with blanks where it meets another run.
    let run = prop_oneof![
        3 => (text(), any::<[bool; 2]>()).prop_map(|(text, [before, after])| {
            let blank = |is: bool| if is { " " } else { "" };
            Inline::Text(format!("{}{text}{}", blank(before), blank(after)))
        }),
        1 => text().prop_map(Inline::Strong),
        1 => link().prop_map(|Link { text, url }| Inline::Link { text, url }),
    ];
    vec(run, 1..5).prop_map(|mut runs| {
        runs.dedup_by(|one, two| matches!((one, two), (Inline::Text(_), Inline::Text(_))));
        runs
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        runs().prop_map(Block::Paragraph),
        vec(runs(), 1..4).prop_map(Block::List),
    ]
}

prop_compose! {
    /// Facts in any number.
    fn lists()(
        data in vec((text(), option::of(text()), any::<bool>(), vec(text(), 0..2), scope()), 0..3),
        sources in vec((option::of(text()), vec(text(), 1..3), option::of(text()), option::of(text()), scope()), 0..3),
        recipients in vec((option::of(text()), vec(text(), 1..3), option::of(text()), condition(), option::of(text()), option::of(Just(RecipientRole::Processor)), option::of(text()), scope()), 0..3),
        fields in vec((id(), text(), vec(text(), 0..3), condition(), scope()), 0..3),
        purposes in vec((text(), option::of(text())), 0..3),
        complaints in vec(contact(), 0..3),
        requests in option::of(contact()),
        laws in vec(text(), 0..8),
    ) -> Notice {
        let mut notice = good();
        notice.data = data.into_iter().map(|(name, detail, special, matches, scope)| Data { name, detail, special, matches, scope }).collect();
        notice.sources = sources.into_iter().map(|(group, names, detail, open, scope)| DataSource { group, names, detail, open, scope }).collect();
        notice.recipients = recipients.into_iter().map(|(group, names, purpose, condition, condition_detail, role, open, scope)| {
            Recipient { group, names, purpose, condition, condition_detail, role, open, scope }
        }).collect();
        notice.fields.clear();
        for (name, why, matches, condition, scope) in fields {
            if !notice.fields.iter().any(|other: &Field| other.name == name && other.scope == scope) {
                notice.fields.push(Field { name, why, matches, condition, scope });
            }
        }
        let basis = notice.purposes[0].basis;
        notice.purposes = purposes.into_iter().map(|(text, basis_detail)| Purpose { text, basis, basis_detail, scope: Scope::default() }).collect();
        (notice.complaints, notice.laws) = (complaints, laws);
        // Letters are written to an e-mail address.
        notice.requests = requests.filter(|to| to.email.is_some());
        notice
    }
}

prop_compose! {
    fn notices()(
        mut notice in lists(),
        (title, restates, caution, transfers) in (text(), option::of(text()), option::of(text()), option::of(text())),
        retention in option::of((text(), option::of(link()), option::of(1..900_u16))),
        automated in option::of((any::<bool>(), text())),
        (children, adults) in (option::of((13..=16_u8, text())), any::<bool>()),
        officer in contact(),
        right in text(),
        answer in "[a-z*_&]{1,9}",
        sections in vec((select(&[SectionId::Data, SectionId::Security, SectionId::Changes][..]), text(), vec(block(), 0..4)), 0..3),
    ) -> Notice {
        notice.title = title;
        notice.restates = restates;
        (notice.caution, notice.transfers) = (caution, transfers);
        notice.retention = retention.map(|(text, link, months)| Retention { text, link, months });
        notice.automated = automated.map(|(used, text)| Automated { used, text });
        notice.children = children.map(|(under, text)| Children { under, text });
        notice.adults_only = adults && notice.children.is_none();
        notice.rights = vec![Right { id: RightId::Access, name: right.clone(), text: right }];
        // What an officer lacks, that of the controller would complete.
        let own = notice.officer.as_mut().map(|officer| &mut officer.contact).expect("the fixture has one");
        own.note = officer.note.or(own.note.take());
        own.name = officer.name;
        let first = notice.answers[0].clone();
        notice.answers.push(Answer { text: answer, ..first });
        notice.sections.clear();
        for (id, heading, body) in sections {
            if !notice.sections.iter().any(|other: &Section| other.id == id) {
                notice.sections.push(Section { id, heading, body, scope: Scope::default() });
            }
        }
        notice.sections.sort_by_key(|section| section.id);
        notice
    }
}

proptest! {
    #[test]
    fn any_notice_reads_back(notice in notices()) {
        let files = site(Vec::new());
        let read = again(&files, &notice);
        let source = print(&notice);
        prop_assert!(read.sections == notice.sections, "{:#?}\n{:#?}\n{source}", read.sections, notice.sections);
        prop_assert_eq!(read, notice);
    }

    /// Twice through is the same source, too: an editor's tool must not wander.
    #[test]
    fn a_printed_notice_prints_alike(notice in notices()) {
        let source = print(&notice);
        prop_assert_eq!(print(&again(&site(Vec::new()), &notice)), source);
    }
}
