//! More texts of each kind that an import once got wrong: what must come of each was written down before any had been
//! brought in.

use std::collections::BTreeMap;

use notice::SectionId::{self, *};
use serde::Deserialize;

use crate::reader::{bring, found, texts, under};

/// What is not as it must be, told all at once.
#[derive(Default)]
struct Misses(Vec<String>);

impl Misses {
    fn add(&mut self, wrong: bool, what: impl FnOnce() -> String) {
        if wrong {
            self.0.push(what());
        }
    }

    #[track_caller]
    fn none(self) {
        assert!(self.0.is_empty(), "{}\n{}", self.0.len(), self.0.join("\n"));
    }
}

#[test]
fn labels_with_a_text_behind_their_colon_are_no_headings() {
    let mut misses = Misses::default();
    for (label, text) in [
        ("Permits", "two years"),
        ("Keeping period", "4 years"),
        ("Shared with", "the NHS and the police"),
        ("Lawful reason", "a legal duty"),
        ("We collect", "name and address"),
        ("Contact", "the parking team"),
        ("How long", "until you move"),
        ("Sources", "other councils"),
        ("Your rights", "see our website"),
    ] {
        for source in [
            format!(
                "Parking notice\n\nWho we are\n\nWe are a town.\n\n{label}: {text}\n\nThe end is here.\n"
            ),
            format!(
                "Parking notice\nWho we are\nWe are a town.\n{label}: {text}\nThe end is here.\n"
            ),
        ] {
            let (_, notice) = bring(&source);
            let all = texts(&notice);
            let kept = all.iter().any(|it| it.contains(text));
            let heading = notice.sections.iter().any(|it| it.heading.contains(text));
            misses.add(!kept || heading, || format!("“{label}: {text}”: {all:?}"));
        }
    }
    misses.none();
}

#[test]
fn what_stands_twice_or_is_a_figure_is_kept() {
    let mut misses = Misses::default();
    let again = "Skips\n\nWhy we use it\n\nIssue a permit\n\nPublic task\n\nTake payment\n\nContract\n\nInspect\n\nPublic task\n\nKept for 7 years\n\nAsk you\n\nPublic task\n\nKept for 7 years\n";
    let (imported, notice) = bring(again);
    let all = texts(&notice);
    let times = |text: &str| all.iter().filter(|it| it.contains(text)).count();
    misses.add(!imported.removed.is_empty(), || {
        format!("{:?}", imported.removed)
    });
    misses.add(times("Public task") != 3, || {
        format!("public task: {all:?}")
    });
    misses.add(times("Kept for 7 years") != 2, || {
        format!("7 years: {all:?}")
    });
    let figures = "Schedule\n\nPermits\n\n2\n\nFines\n\n6\n\nMaps\n\n12\n\nNotices\n\n1\n";
    misses.add(!bring(figures).0.removed.is_empty(), || {
        format!("{:?}", bring(figures).0.removed)
    });
    // The same under page breaks goes.
    let paged = "Skips notice\n\nWe lend skips and\n\nSkip hire privacy notice\nPage 1 of 2\n\u{c}\nwe empty them.\n\nSkip hire privacy notice\nPage 2 of 2\n\u{c}";
    let (imported, notice) = bring(paged);
    misses.add(imported.removed.len() != 4, || {
        format!("{:?}", imported.removed)
    });
    let all = texts(&notice);
    misses.add(
        !all.iter()
            .any(|it| it.contains("We lend skips and we empty them.")),
        || format!("{all:?}"),
    );
    misses.none();
}

#[test]
fn a_bullet_never_swallows_what_follows() {
    let mut misses = Misses::default();
    for (source, wanted) in [
        (
            "Skips\n\nWho we share with\n\n* HMRC\n* the DWP\nHow to complain\nWrite to us first.\n",
            vec!["HMRC", "the DWP"],
        ),
        (
            "Skips\n\nWho we share it with\n1) the police\n2) the fire service\nCookies\nWe use some.\n",
            vec!["the police", "the fire service"],
        ),
        (
            "Skips\n\nWho sees your information\n\n- our contractors\n- the court\nYour rights\nYou can ask for a copy.\n",
            vec!["our contractors", "the court"],
        ),
        (
            "Skips\n\nWHO WE SHARE WITH\n\n• the NHS,\n• the police; and\n• the fire service.\nHOW LONG WE KEEP IT\nFor two years.\n",
            vec!["the NHS", "the police", "the fire service"],
        ),
    ] {
        let (imported, notice) = bring(source);
        let names = found(&imported, "recipient");
        let bare: Vec<&str> = names
            .iter()
            .map(|it| {
                it.trim_end_matches([',', ';', '.'])
                    .trim_end_matches("; and")
                    .trim()
            })
            .collect();
        misses.add(bare != wanted, || format!("{names:?} of {source}"));
        misses.add(notice.sections.len() < 2 && names.is_empty(), || {
            format!("no section in {source}")
        });
    }
    misses.none();
}

#[test]
fn headings_are_found_without_blank_lines() {
    let mut misses = Misses::default();
    for (source, wanted) in [
        (
            "Library privacy notice\nWhat we collect\nWe ask for your name, your address and your date of birth when you join.\nHow long we keep it\nWe delete your record two years after your last loan.\nHow to complain\nTell the librarian first, or write to the Information Commission.\n",
            vec![Data, Retention, Complaints],
        ),
        (
            "Fostering privacy notice\nWhy we need your information\nWe check who may foster, as the law asks us to do.\nWho we share it with\nWe share it with the court where it asks us to.\nYour rights\nYou can ask for a copy of what we hold.\n",
            vec![Purposes, Recipients, Rights],
        ),
        (
            "Pest control\nAbout us\nOverton Borough Council treats rats and wasps in homes.\nKeeping your data secure\nOnly the team that needs it can open it.\nSending data abroad\nWe do not send it abroad.\n",
            vec![Who, Security, Transfers],
        ),
    ] {
        let (_, notice) = bring(source);
        let ids: Vec<SectionId> = notice.sections.iter().map(|it| it.id).collect();
        for id in wanted {
            misses.add(!ids.contains(&id), || {
                format!("no {id:?}: {ids:?} of {source}")
            });
        }
    }
    misses.none();
}

#[test]
fn marks_that_nobody_sees_part_no_words() {
    let mut misses = Misses::default();
    for mark in [
        "\u{ad}", "\u{200b}", "\u{feff}", "\u{2060}", "\u{200c}", "\u{200d}",
    ] {
        let source = format!(
            "Skips\n\nHow long we keep it\n\nWe keep it for 6 ye{mark}ars under the Limi{mark}tation Act 1980. Write to dpo@over{mark}ton.gov.uk.\n"
        );
        let (imported, notice) = bring(&source);
        misses.add(found(&imported, "period") != ["6 years"], || {
            format!("{mark:?}: {:?}", found(&imported, "period"))
        });
        misses.add(notice.laws != ["Limitation Act 1980"], || {
            format!("{mark:?}: {:?}", notice.laws)
        });
        misses.add(found(&imported, "e-mail") != ["dpo@overton.gov.uk"], || {
            format!("{mark:?}: {:?}", found(&imported, "e-mail"))
        });
    }
    for space in ["\u{a0}", "\u{202f}", "\u{2009}", "\u{3000}"] {
        let source = format!(
            "Skips\n\nHow long we keep it\n\nWe keep it for 6{space}years under the Data{space}Protection{space}Act{space}2018.\n"
        );
        let (imported, notice) = bring(&source);
        misses.add(found(&imported, "period").len() != 1, || {
            format!("{space:?}: {:?}", found(&imported, "period"))
        });
        misses.add(notice.laws != ["Data Protection Act 2018"], || {
            format!("{space:?}: {:?}", notice.laws)
        });
    }
    misses.none();
}

#[test]
fn rows_of_any_table_keep_their_cells_apart() {
    let mut misses = Misses::default();
    for (source, row) in [
        (
            "Skips\n\nHow long we keep it\n\nRecord\tYears kept\nPermits\t6\nFines\t7\n",
            "Record: Permits; Years kept: 6",
        ),
        (
            "Skips\n\nHow long we keep it\n\nRecord | Years kept\nPermits | 6\nFines | 7\n",
            "Record: Permits; Years kept: 6",
        ),
        (
            "Skips\n\nHow long we keep it\n\n| Record | Years kept |\n|:--|--:|\n| Permits | 6 |\n| Fines | 7 |\n",
            "Record: Permits; Years kept: 6",
        ),
    ] {
        let (_, notice) = bring(source);
        let all = under(&notice, Retention);
        misses.add(!all.iter().any(|it| it == row), || {
            format!("{all:?} of {source}")
        });
    }
    misses.none();
}

#[derive(Deserialize)]
struct All {
    r#try: Vec<Try>,
}

/// Texts of a kind, each with what must be found in it.
#[derive(Deserialize)]
struct Try {
    kind: String,
    round: u8,
    texts: Vec<Vec<String>>,
}

/// A source that has the text where its kind stands.
fn source(kind: &str, text: &str) -> String {
    let heading = match kind {
        "heading" => {
            return format!(
                "Skips privacy notice\n\n{text}\n\nThis is so and so, as we say here.\n"
            );
        }
        "date" => {
            return format!("Skips privacy notice\n\nWho we are\n\nWe lend skips.\n\n{text}\n");
        }
        "bullet" => {
            let marks: Vec<&str> = text.split(' ').cycle().take(3).collect();
            let items = ["your name", "your address", "your bank details"];
            let items = marks
                .iter()
                .zip(items)
                .map(|(mark, item)| format!("{mark} {item}\n"));
            return format!(
                "Skips\n\nWhat information we collect\n\n{}",
                items.collect::<String>()
            );
        }
        "controller" => "Who we are",
        "law" => "Why we use your details",
        "phone" => "Contact us",
        "period" => "How long we keep your details",
        "answer" => "Your rights",
        other => panic!("say where a {other} stands"),
    };
    format!("Skips privacy notice\n\n{heading}\n\n{text}\n")
}

/// What an import finds of a kind in a text.
fn brought(kind: &str, text: &str) -> Vec<String> {
    let (imported, notice) = bring(&source(kind, text));
    let all = |what: &str| {
        found(&imported, what)
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    match kind {
        "heading" => {
            let own = notice.sections.iter().filter(|it| it.heading == text);
            own.map(|it| format!("{:?}", it.id).to_lowercase())
                .collect()
        }
        "date" => {
            let restates = notice.restates.unwrap_or_default();
            let dated = !restates.contains("undated");
            let date = restates.rsplit(", ").next().map(str::to_owned);
            date.into_iter().filter(|_| dated).collect()
        }
        "law" => notice.laws,
        "answer" => all("period"),
        "bullet" => all("data"),
        what => all(what),
    }
}

#[test]
fn texts_that_no_import_had_seen_are_read_as_a_reader_does() {
    let all: All = toml::from_str(include_str!("untried.toml")).expect("it reads");
    let mut misses = Misses::default();
    // Of each round: what should be found, of that what is, and what is found beyond.
    let mut rounds: BTreeMap<u8, [usize; 3]> = BTreeMap::new();
    for it in &all.r#try {
        for text in &it.texts {
            let (text, mut wanted) = (&text[0], text[1..].to_vec());
            if it.kind == "bullet" {
                wanted = ["your name", "your address", "your bank details"]
                    .map(str::to_owned)
                    .to_vec();
            }
            let given = brought(&it.kind, text);
            let alike = |one: &String, two: &String| {
                one.contains(two.as_str()) || two.contains(one.as_str())
            };
            let right = wanted
                .iter()
                .filter(|want| given.iter().any(|it| alike(it, want)))
                .count();
            let beyond = given
                .iter()
                .filter(|it| !wanted.iter().any(|want| alike(it, want)))
                .count();
            let counts = rounds.entry(it.round).or_default();
            counts[0] += wanted.len();
            counts[1] += right;
            counts[2] += beyond;
            misses.add(right < wanted.len() || beyond > 0, || {
                format!("{}: {given:?}, not {wanted:?}, of “{text}”", it.kind)
            });
        }
    }
    for (round, [due, said, beyond]) in rounds {
        println!("round {round}: {said} of {due} found, {beyond} found that are none");
    }
    misses.none();
}
