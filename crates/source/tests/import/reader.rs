//! What the tests read a draft with.

use law::Date;
use notice::{Block, Inline, Notice, SectionId};
use proptest::test_runner::Config as ProptestConfig;
use source::{
    draft::{Imported, import},
    parse::{self, File},
};

/// So many made-up sources, or as many as `PROPTEST_CASES` says.
pub(super) fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|many| many.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(few))
}

pub(super) fn day() -> Date {
    "2026-11-22".parse().expect("a day")
}

/// Brings a text in without a word on who decides.
pub(super) fn bring(text: &str) -> (Imported, Notice) {
    let imported = import(text, "brought", None, &[], day());
    let notice = read(&imported);
    (imported, notice)
}

/// Reads a draft as the parser reads every notice.
pub(super) fn read(imported: &Imported) -> Notice {
    let file = |path: &str, text: &str| File {
        name: path.to_owned(),
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let controllers = "[town]\nname = \"Overton Town Council\"\nabout = \"A council.\"\n";
    let common = [file("controllers.toml", controllers)];
    parse::one(&file("brought.md", &imported.source), &common, "en")
        .unwrap_or_else(|report| panic!("{}\n{}", report, imported.source))
}

/// What was proposed of a kind.
pub(super) fn found<'a>(imported: &'a Imported, what: &str) -> Vec<&'a str> {
    let same = imported.found.iter().filter(|it| it.what == what);
    same.map(|it| it.text.as_str()).collect()
}

/// The line of a proposal, and whether it is sure.
pub(super) fn line(imported: &Imported, what: &str, text: &str) -> (usize, bool) {
    let mut found = imported.found.iter();
    let it = found.find(|it| it.what == what && it.text == text);
    let it = it.unwrap_or_else(|| panic!("no {what} {text}: {:?}", imported.found));
    (it.line, it.unsure.is_none())
}

fn plain(runs: &[Inline]) -> String {
    let text = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.clone(),
    };
    runs.iter().map(text).collect()
}

/// A paragraph without the mark that says who has to write it again.
fn unmarked(text: String) -> String {
    match text.strip_prefix("To be rewritten (") {
        Some(rest) => rest
            .split_once("): ")
            .map_or("", |(_, rest)| rest)
            .to_owned(),
        None => text,
    }
}

/// The prose under the headings of a section.
pub(super) fn under(notice: &Notice, id: SectionId) -> Vec<String> {
    let sections = notice.sections.iter().filter(|section| section.id == id);
    let blocks = sections.flat_map(|section| &section.body);
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(runs) => vec![plain(runs)],
            Block::List(items) => items.iter().map(|item| plain(item)).collect(),
        })
        .map(unmarked)
        .collect()
}

/// Every text of the draft that may come from the source, a string each.
pub(super) fn texts(notice: &Notice) -> Vec<String> {
    let mut all = vec![notice.title.clone()];
    for section in &notice.sections {
        all.push(section.heading.clone());
    }
    let ids: std::collections::BTreeSet<_> = notice.sections.iter().map(|it| it.id).collect();
    all.extend(ids.into_iter().flat_map(|id| under(notice, id)));
    // What is told of a thing stands behind its name in the source.
    let behind = |name: &str, told: &Option<String>| match told {
        Some(told) => format!("{name} {told}"),
        None => name.to_owned(),
    };
    let data = notice.data.iter();
    all.extend(data.map(|it| behind(&it.name, &it.detail)));
    let purposes = notice.purposes.iter();
    all.extend(purposes.map(|it| behind(&it.text, &it.basis_detail)));
    let sources = notice.sources.iter();
    all.extend(sources.map(|it| behind(&it.names.join(" "), &it.detail)));
    // Before or behind a name may stand when, too.
    for it in &notice.recipients {
        let name = behind(&it.names.join(" "), &it.purpose);
        let ours = it
            .purpose
            .iter()
            .map(|told| format!("{told} {}", it.names.join(" ")));
        all.extend(ours);
        all.extend(
            it.condition_detail
                .iter()
                .map(|when| format!("{when} {name}")),
        );
        all.push(behind(&name, &it.condition_detail));
    }
    all.extend(notice.rights.iter().map(|it| it.text.clone()));
    all
}
