//! Whole texts in the manner of real notices: what must come of each was written down before any had been brought in.

use std::{collections::BTreeMap, fs, path::Path};

use encoding_rs::WINDOWS_1252;
use notice::{Block, Inline, Notice, SectionId};
use serde::Deserialize;
use source::draft::Imported;

use crate::{
    alike::{based, day, is, named, same},
    html::{bring, plain},
    reader::found,
    sentences::{lost, sentences},
};

#[derive(Deserialize)]
struct All {
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    file: String,
    #[serde(default = "first")]
    round: u8,
    encoding: Option<String>,
    ends: Option<String>,
    date: Option<String>,
    review: Option<String>,
    #[serde(default)]
    headings: BTreeMap<String, SectionId>,
    #[serde(default)]
    kept_out: Vec<String>,
    #[serde(default)]
    may: Lists,
    #[serde(default)]
    not: Lists,
    /// Which bases the text gives with each purpose. `missed` names the purposes for which they are not found yet.
    #[serde(default)]
    based: Lists,
    /// What is right and is not found yet, and what is found and is not right: the test tells when that is no longer so.
    #[serde(default)]
    missed: Lists,
    #[serde(default)]
    wrong: Lists,
    #[serde(flatten)]
    wanted: Lists,
}

fn first() -> u8 {
    1
}

const FILES: [&str; 13] = [
    include_str!("unseen.toml"),
    include_str!("unseen-third.toml"),
    include_str!("unseen-fourth.toml"),
    include_str!("unseen-fifth.toml"),
    include_str!("unseen-sixth.toml"),
    include_str!("unseen-seventh.toml"),
    include_str!("unseen-eighth.toml"),
    include_str!("unseen-ninth.toml"),
    include_str!("unseen-tenth.toml"),
    include_str!("unseen-eleventh.toml"),
    include_str!("unseen-twelfth.toml"),
    include_str!("unseen-thirteenth.toml"),
    include_str!("unseen-fourteenth.toml"),
];

/// Values by the kind of fact.
pub(crate) type Lists = BTreeMap<String, Vec<String>>;

/// The kinds of fact, each with what an import calls it.
pub(crate) const KINDS: [(&str, &str); 13] = [
    ("controller", "controller"),
    ("phones", "phone"),
    ("emails", "e-mail"),
    ("postcodes", "address"),
    ("laws", "law"),
    ("periods", "period"),
    ("bases", "basis"),
    ("rights", "right"),
    ("data", "data"),
    ("sources", "source"),
    ("purposes", "purpose"),
    ("recipients", "recipient"),
    ("review", "next review"),
];

/// What an import calls each right.
const RIGHTS: [(&str, &str); 7] = [
    ("Access", "access"),
    ("Correction", "rectification"),
    ("Deletion", "erasure"),
    ("Limiting use", "restriction"),
    ("Moving your data", "portability"),
    ("Objecting", "objection"),
    ("Automated decisions", "automated-decisions"),
];

fn of<'a>(lists: &'a Lists, kind: &str) -> &'a [String] {
    lists.get(kind).map_or(&[], Vec::as_slice)
}

impl Text {
    fn read(&self) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/unseen");
        fs::read_to_string(folder.join(&self.file)).expect("the text is there")
    }

    /// The file as the program that it came from would have written it.
    fn bytes(&self) -> Vec<u8> {
        encoded(&self.read(), self.ends.as_deref(), self.encoding.as_deref())
    }

    /// Its sentences, by other means than the reader's.
    fn sentences(&self) -> Vec<String> {
        let text = self.read();
        if text.starts_with('<') {
            sentences(&plain(&spelled(&text)))
        } else {
            sentences(&text)
        }
    }
}

/// A text as a file, with the ends of its lines and in the encoding that these name.
pub(crate) fn encoded(text: &str, ends: Option<&str>, encoding: Option<&str>) -> Vec<u8> {
    let text = match ends {
        Some("crlf") => text.replace('\n', "\r\n"),
        Some("cr") => text.replace('\n', "\r"),
        None => text.to_owned(),
        Some(other) => panic!("say what {other} is"),
    };
    let marked = || format!("\u{feff}{text}");
    match encoding {
        None => text.into_bytes(),
        Some("utf-8-bom") => marked().into_bytes(),
        Some("utf-16le") => marked().encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some("utf-16be") => marked().encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Some("windows-1252") => WINDOWS_1252.encode(&text).0.into_owned(),
        Some(other) => panic!("say what {other} is"),
    }
}

/// A page with its references to characters as the characters.
fn spelled(page: &str) -> String {
    let mut parts = page.split("&#");
    let first = parts.next().unwrap_or_default().to_owned();
    let text = parts.fold(first, |all, part| {
        let (number, rest) = part.split_once(';').expect("a reference ends");
        let mark = number.parse().ok().and_then(char::from_u32);
        all + &mark.expect("a character").to_string() + rest
    });
    [
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&raquo;", "»"),
        ("&laquo;", "«"),
        ("&middot;", "·"),
        ("&mdash;", "—"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&ndash;", "–"),
        ("&hellip;", "…"),
        ("&pound;", "£"),
        ("&copy;", "©"),
        ("&bull;", "•"),
        // Where a link leads may stand behind its words.
        ("</a>", "</a><br>"),
        // A note's number is no part of the word before it.
        ("<sup>", " <sup>"),
    ]
    .iter()
    .fold(text, |text, (name, mark)| text.replace(name, mark))
}

/// What an import found of a kind.
pub(crate) fn given(kind: &str, what: &str, imported: &Imported, notice: &Notice) -> Vec<String> {
    let all = found(imported, what).into_iter().map(str::to_owned);
    match kind {
        "bases" => all
            .filter(|it| !it.contains("Article 9"))
            .filter_map(|it| Some(it.split(',').next()?.replace(' ', "-")))
            .collect(),
        "rights" => {
            let stated = notice.rights.iter();
            let stated = stated.map(|it| <&str>::from(it.id).to_owned());
            // In running text a right is proposed by its name.
            let named = all.filter_map(|it| {
                let name = RIGHTS.iter().find(|(name, _)| *name == it)?;
                Some(name.1.to_owned())
            });
            stated.chain(named).collect()
        }
        _ => all.collect(),
    }
}

/// Whether a notice has a heading, in that section.
fn has(notice: &Notice, heading: &str, id: SectionId) -> bool {
    let wanted = named(heading);
    let mut own = notice.sections.iter().filter(|it| it.id == id);
    own.any(|section| {
        named(&section.heading) == wanted
            || section.body.iter().any(|block| {
                matches!(block, Block::Paragraph(runs)
                    if matches!(&runs[..], [Inline::Strong(text)] if named(text) == wanted))
            })
    })
}

/// Whether a section has these words.
fn says(notice: &Notice, id: SectionId, words: &str) -> bool {
    let mut own = notice.sections.iter().filter(|it| it.id == id);
    own.any(|section| format!("{:?}", section.body).contains(words))
}

/// What should be found, of that what is, and what is found beyond, by the kind of fact.
#[derive(Default)]
struct Tally(BTreeMap<&'static str, [usize; 3]>);

impl Tally {
    fn add(&mut self, kind: &'static str, counts: [usize; 3]) {
        let all = self.0.entry(kind).or_default();
        (0..3).for_each(|at| all[at] += counts[at]);
    }

    fn print(&self) {
        let mut sum = [0; 3];
        for (kind, counts) in &self.0 {
            println!(
                "{kind}: {} of {}, {} beyond",
                counts[1], counts[0], counts[2]
            );
            (0..3).for_each(|at| sum[at] += counts[at]);
        }
        println!("all: {} of {}, {} beyond", sum[1], sum[0], sum[2]);
    }
}

#[test]
fn whole_notices_that_no_import_had_seen_are_read_as_a_reader_does() {
    let read = |file| toml::from_str::<All>(file).expect("it reads").text;
    let texts = FILES.into_iter().flat_map(read);
    let mut rounds: BTreeMap<u8, Tally> = BTreeMap::new();
    let mut misses: Vec<String> = Vec::new();
    for text in texts {
        let file = &text.file;
        let tally = rounds.entry(text.round).or_default();
        let (imported, notice) = bring(&text.bytes());
        for (kind, what) in KINDS {
            let review: Vec<String> = text.review.iter().cloned().collect();
            let wanted = match kind {
                "review" => review.as_slice(),
                kind => of(&text.wanted, kind),
            };
            let given = given(kind, what, &imported, &notice);
            let alike = |one: &str, two: &str| match kind {
                "review" => day(one) == day(two),
                kind => is(kind, one, two),
            };
            let missed: Vec<&String> = wanted
                .iter()
                .filter(|want| !given.iter().any(|it| alike(it, want)))
                .collect();
            let allowed = [&text.may, &text.missed, &text.wrong];
            let fine = || {
                let other = allowed.iter().flat_map(|lists| of(lists, kind));
                wanted.iter().chain(other)
            };
            let beyond: Vec<&String> = given
                .iter()
                .filter(|it| {
                    !fine().any(|want| alike(it, want))
                        || of(&text.not, kind).iter().any(|not| alike(it, not))
                })
                .collect();
            // A fault that is mended is a fault no more.
            let is_given = |it: &&String| given.iter().any(|own| same(kind, own) == same(kind, it));
            let found = of(&text.missed, kind).iter().filter(is_given);
            let gone = of(&text.wrong, kind).iter().filter(|it| !is_given(it));
            let stale: Vec<&String> = found.chain(gone).collect();
            if !stale.is_empty() {
                misses.push(format!(
                    "{file}: {kind}: no longer missed or wrong: {stale:?}"
                ));
            }
            tally.add(
                kind,
                [wanted.len(), wanted.len() - missed.len(), beyond.len()],
            );
            if !missed.is_empty() || !beyond.is_empty() {
                misses.push(format!(
                    "{file}: {kind}: missed {missed:?}, beyond {beyond:?}"
                ));
            }
        }
        let open = |kind: &str, fact: &String| of(&text.missed, kind).contains(fact);
        let restates = notice.restates.clone().unwrap_or_default();
        if let Some(wanted) = &text.date {
            let found = day(&restates.replace(", version", " version")).contains(&day(wanted));
            tally.add("date", [1, usize::from(found), 0]);
            if found == open("date", wanted) {
                misses.push(format!("{file}: date: {restates}, not {wanted}"));
            }
        }
        for (heading, id) in &text.headings {
            let found = has(&notice, heading, *id);
            tally.add("headings", [1, usize::from(found), 0]);
            if found == open("headings", heading) {
                misses.push(format!(
                    "{file}: heading: “{heading}” is {}{id:?}",
                    if found { "" } else { "not " }
                ));
            }
        }
        for out in &text.kept_out {
            let told = imported.removed.iter().any(|it| it.text.contains(out));
            let apart = told && !imported.source.contains(out);
            tally.add("kept out", [1, usize::from(apart), 0]);
            if !apart {
                misses.push(format!("{file}: “{out}” is in the draft, or not told"));
            }
        }
        for words in of(&text.wanted, "transfers") {
            let found = says(&notice, SectionId::Transfers, words)
                || found(&imported, "transfer")
                    .iter()
                    .any(|it| it.contains(words));
            tally.add("transfers", [1, usize::from(found), 0]);
            if !found {
                misses.push(format!("{file}: transfers: “{words}” is not told"));
            }
        }
        for (purpose, wanted) in &text.based {
            let mut wanted = wanted.clone();
            wanted.sort();
            let mut given = based(&imported, purpose);
            given.sort();
            tally.add("based", [1, usize::from(given == wanted), 0]);
            if (given == wanted) == open("based", purpose) {
                let open = if given == wanted {
                    "no longer missed: "
                } else {
                    ""
                };
                misses.push(format!(
                    "{file}: based: {open}“{purpose}” on {given:?}, for {wanted:?}"
                ));
            }
        }
        let source = text.sentences();
        let lost = lost(&source, &imported, &notice);
        tally.add("sentences", [source.len(), source.len() - lost.len(), 0]);
        if !lost.is_empty() {
            misses.push(format!("{file}: lost: {lost:?}"));
        }
    }
    for (round, tally) in &rounds {
        println!("round {round}");
        tally.print();
    }
    assert!(misses.is_empty(), "{}\n{}", misses.len(), misses.join("\n"));
}
