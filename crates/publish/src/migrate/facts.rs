//! The dated facts of a site. Release 0.1.0 kept the whole law in them; since then it comes with the program, and what a site says
//! itself prevails. A fact that both state would hold the site to what was known of it then.

use std::mem::take;

use law::{DatedFact, DatedFacts};
use source::parse::{self, File};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::{super::dated_law, Steps};

/// Migrates `facts.toml`: what the program states as well goes. What is stated otherwise is told. A file that has mistakes is passed
/// over: a check says where.
pub(super) fn migrate(document: &mut DocumentMut, steps: &mut Steps) {
    let own = File {
        path: "facts.toml".to_owned(),
        name: "facts.toml".to_owned(),
        text: document.to_string(),
    };
    let (Ok(own), Ok(program)) = (parse::facts(&own), parse::facts(&dated_law::facts(None))) else {
        return;
    };
    let tables = document.get("fact").and_then(Item::as_array_of_tables);
    let Some(tables) = tables.filter(|tables| tables.len() == own.all.len()) else {
        return;
    };
    let goes: Vec<bool> = own
        .all
        .iter()
        .map(|fact| look(fact, &program, steps))
        .collect();
    if goes.contains(&true) {
        let (left, below) = without(tables, &goes);
        if left.is_empty() {
            document.remove("fact");
            document.set_trailing(below);
        } else {
            document.insert("fact", Item::ArrayOfTables(left));
        }
    }
}

/// Says whether a fact goes, and notes what is to be said of it.
fn look(fact: &DatedFact, program: &DatedFacts, steps: &mut Steps) -> bool {
    let mut same = program
        .all
        .iter()
        .filter(|other| fact.is_about_the_same(other))
        .peekable();
    let Some(first) = same.peek().copied() else {
        return false;
    };
    let value = &fact.value;
    if same.any(|other| fact.adds_nothing_to(other)) {
        steps.push((format!("“{value}” goes: the program knows it"), false));
        return true;
    }
    let what = format!(
        "“{value}” is here{}, and in the program{}: take it away, unless the program is wrong. This one prevails",
        said(fact),
        said(first)
    );
    steps.push((what, true));
    false
}

/// Says what a fact states, from its first day on.
fn said(fact: &DatedFact) -> String {
    let from = fact.valid_from.filter(|_| fact.valid_to.is_some());
    let from = from.map_or_else(String::new, |from| format!(" (from {from})"));
    let said = from + &fact.remark();
    if said.is_empty() {
        " (always)".to_owned()
    } else {
        said
    }
}

/// Returns what stays of some entries, and what would stand below them. The head of the file stays, and a remark with a blank
/// line below it as long as an entry does that it may be about.
fn without(tables: &ArrayOfTables, goes: &[bool]) -> (ArrayOfTables, String) {
    let mut left = ArrayOfTables::new();
    let (mut head, mut about) = (String::new(), String::new());
    for (at, (table, goes)) in tables.iter().zip(goes).enumerate() {
        let above = above(table);
        let (apart, own) = above.split_at(blank(above, Blank::Last));
        let mut apart = apart.to_owned();
        if at == 0 {
            head = apart.drain(..blank(&apart, Blank::First)).collect();
        }
        if !apart.trim().is_empty() {
            about = apart.trim_start().to_owned();
        }
        if *goes {
            continue;
        }
        let mut table = table.clone();
        let gap = if left.is_empty() { "" } else { "\n" };
        let all = [gap, &take(&mut head), &take(&mut about), own].concat();
        table.decor_mut().set_prefix(all);
        left.push(table);
    }
    (left, head)
}

/// Returns what stands above an entry.
fn above(table: &Table) -> &str {
    let prefix = table.decor().prefix();
    prefix.and_then(|above| above.as_str()).unwrap_or_default()
}

/// Which blank line of several.
enum Blank {
    First,
    Last,
}

/// Returns where a text goes on behind a blank line of it that stands below something, or else its start.
fn blank(text: &str, which: Blank) -> usize {
    let mut end = 0;
    let mut behind = text.split_inclusive('\n').filter_map(|line| {
        let above = &text[..end];
        end += line.len();
        let counts = line.trim().is_empty() && line.ends_with('\n');
        (counts && !(matches!(which, Blank::First) && above.trim().is_empty())).then_some(end)
    });
    match which {
        Blank::First => behind.next(),
        Blank::Last => behind.last(),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says something that the program knows, with what the program says of it.
    const KNOWN: &str = "[[fact]]\nkind = \"law\"\nvalue = \"Data Protection Act 1998\"\nnow = \"Data Protection Act 2018\"\n\
                         valid_to = 2018-05-24\nsource = \"The Act\"\nevidence = \"S\"\n";

    /// Says something of the site alone.
    const OWN: &str = "[[fact]]\nkind = \"body\"\nvalue = \"Little Wye Parish Council\"\nsource = \"Its site\"\nevidence = \"P\"\n";

    fn migrated(text: &str) -> (String, Vec<(String, bool)>) {
        let mut document: DocumentMut = text.parse().expect("it is TOML");
        let mut steps = Steps::new();
        migrate(&mut document, &mut steps);
        (document.to_string(), steps)
    }

    #[test]
    fn what_the_program_knows_goes_and_the_rest_stays_with_its_remarks() {
        let (new, steps) = migrated(&format!(
            "# Facts.\n# Ours.\n\n# Laws\n\n# Old\n{KNOWN}\n# Bodies\n\n{KNOWN}\n# Near us\n{OWN}\n# Sites\n\n{KNOWN}\n{OWN}"
        ));
        assert_eq!(
            new,
            format!("# Facts.\n# Ours.\n\n# Bodies\n\n# Near us\n{OWN}\n# Sites\n\n{OWN}")
        );
        assert_eq!(steps.len(), 3, "{steps:?}");
        assert!(steps.iter().all(|(_, by_hand)| !by_hand), "{steps:?}");
        assert_eq!(migrated(&new), (new, Steps::new()));
    }

    #[test]
    fn where_all_goes_the_head_stays() {
        for head in ["", "# Facts.\n\n"] {
            let (new, steps) = migrated(&format!("{head}{KNOWN}\n# The same\n{KNOWN}"));
            assert_eq!((new.as_str(), steps.len()), (head, 2));
        }
    }

    #[test]
    fn what_is_stated_otherwise_stays_until_somebody_decides() {
        for (here, other, says) in [
            ("2018-05-24", "2018-05-25", "(until 2018-05-25)"),
            (
                "2018-05-24\n",
                "2018-05-24\nvalid_from = 1998-07-16\n",
                "(from 1998-07-16) (until",
            ),
            (
                "\"S\"",
                "\"P\"",
                "here (until 2018-05-24); now: Data Protection Act 2018,",
            ),
        ] {
            let text = KNOWN.replace(here, other);
            let (new, steps) = migrated(&text);
            assert_eq!(new, text);
            let [(what, true)] = &steps[..] else {
                panic!("{steps:?}");
            };
            assert!(what.contains(says), "{what}");
        }
    }

    #[test]
    fn a_file_with_mistakes_is_passed_over() {
        for text in [
            KNOWN.replace("\"law\"", "\"lore\""),
            format!("{KNOWN}{}", OWN.replace("kind", "sort")),
        ] {
            assert_eq!(migrated(&text), (text, Steps::new()));
        }
    }
}
