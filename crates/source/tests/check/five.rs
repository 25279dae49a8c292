//! What the check finds in the five notices, against the table that was made from their sources by hand.

use std::collections::BTreeMap;

use law::{Date, DatedFacts, Mark, Verdict, check, rules};
use notice::Notice;
use source::parse;

use crate::disk;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The day for which the table was made.
const AT: &str = "2026-11-22";

/// The notices, in the order of the table's columns.
const NOTICES: [&str; 5] = [
    "connect-derby",
    "customer-management",
    "healthy-housing-hub",
    "local-area-co-ordination",
    "derby-homes",
];

/// `✓` present, `~` weak, `✗` missing, `!` outdated or wrong, `–` does not apply.
const TABLE: [(&str, &str); 38] = [
    ("ID-01", "✓ ✓ ✓ ✓ ~"),
    // Succession: rules since a controller can have a successor, and none of these has one.
    ("ID-02", "– – – – –"),
    ("ID-03", "– – – – –"),
    ("DPO-01", "! ! ✓ ✓ ✗"),
    ("DPO-02", "! ! ✓ ✓ –"),
    ("PUR-01", "✓ ✓ ✓ ✓ ✓"),
    ("BAS-01", "~ ~ ~ ~ ✗"),
    ("BAS-02", "– ! – – –"),
    ("BAS-03", "! – – – ~"),
    ("BAS-04", "✗ ✗ ✗ ✗ ✗"),
    ("REC-01", "✓ ✓ ✓ ✓ ✓"),
    ("REC-02", "! ! ! ! !"),
    ("REC-03", "– – ! ! !"),
    ("TRF-01", "✗ ✗ ✗ ✗ !"),
    ("RET-01", "~ ~ ~ ~ ✓"),
    ("RGT-01", "✓ ✓ ✓ ✓ ✗"),
    ("RGT-02", "✗ ✗ ✗ ✗ ✗"),
    ("RGT-03", "– ! ! ! –"),
    // Requests in writing and proof of identity from everyone: made a rule after the table.
    ("RGT-04", "– – – – !"),
    ("CON-01", "✗ – ✗ ✗ ~"),
    ("CMP-01", "~ ~ ~ ~ ✗"),
    ("CMP-02", "~ ~ ~ ~ ~"),
    ("CMP-03", "! ! ! ! !"),
    ("STA-01", "✗ ~ ✗ ✗ ~"),
    ("ADM-01", "✗ ✗ ✓ ✓ ✗"),
    ("SRC-01", "~ ~ ~ ✓ ~"),
    ("SRC-02", "✗ ~ ✗ ✗ ~"),
    ("CHD-01", "✓ ✗ ✓ ✓ ✗"),
    ("CKI-01", "! ✗ ! ! ✗"),
    ("LAW-01", "! ! ~ ~ !"),
    ("LAW-02", "– – – – !"),
    ("LNK-01", "✓ ! ✓ ! !"),
    ("VER-01", "✗ ✗ ✗ ~ !"),
    ("TIM-01", "– – – ! –"),
    ("CTR-01", "! – – ! –"),
    ("LNK-02", "– – – – –"),
    ("ART-01", "– – – ! –"),
    // All are in English. A rule since notices may be in another language.
    ("LNG-01", "✓ ✓ ✓ ✓ ✓"),
];

/// Where the restated notice rightly differs from its source.
const DIFFERENT: [(&str, &str, &str); 1] = [
    // The footers of the source were left behind when it was restated. `sources` finds them in such a text.
    ("ART-01", "local-area-co-ordination", "–"),
];

/// Checks the five as the law stood on a day.
pub(crate) fn verdicts(at: &str) -> BTreeMap<String, Vec<Verdict>> {
    let at: Date = at.parse().expect("a day");
    let (notices, facts) = published();
    let checked = |notice: Notice| (notice.id.clone(), check(&notice, &facts, at));
    notices.into_iter().map(checked).collect()
}

/// The notices that this project publishes, and its dated facts.
pub(crate) fn published() -> (Vec<Notice>, DatedFacts) {
    let source = parse::read(&disk::notices()).unwrap_or_else(|report| panic!("{report:?}"));
    (source.notices, facts())
}

/// The dated facts of law that this project publishes by.
pub(crate) fn facts() -> DatedFacts {
    parse::facts(&disk::file("facts.toml")).unwrap_or_else(|report| panic!("{report:?}"))
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::NotApplicable => "–",
        Mark::Present => "✓",
        Mark::Weak => "~",
        Mark::Missing => "✗",
        Mark::Outdated | Mark::Wrong => "!",
    }
}

#[test]
fn the_five_have_what_the_table_says() {
    let all = verdicts(AT);
    let mut wrong = Vec::new();
    for (rule, row) in TABLE {
        for (notice, wanted) in NOTICES.into_iter().zip(row.split(' ')) {
            let different = DIFFERENT
                .into_iter()
                .find(|(id, of, _)| (*id, *of) == (rule, notice));
            let wanted = different.map_or(wanted, |(_, _, wanted)| wanted);
            let verdict = all[notice].iter().find(|verdict| verdict.rule.id == rule);
            let verdict = verdict.unwrap_or_else(|| panic!("there is no rule {rule}"));
            if sign(verdict.mark()) != wanted {
                wrong.push(format!(
                    "{rule} {notice}: wanted {wanted}, found {} {:?}",
                    sign(verdict.mark()),
                    verdict.found
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_every_rule_of_the_law() {
    let law = |id: &&str| !id.starts_with("ENG-");
    let mut rules: Vec<&str> = rules().map(|rule| rule.id).filter(law).collect();
    let mut table: Vec<&str> = TABLE.iter().map(|(rule, _)| *rule).collect();
    rules.sort_unstable();
    table.sort_unstable();
    assert_eq!(rules, table);
}

#[test]
fn nothing_is_found_twice() {
    for (notice, verdicts) in verdicts(AT) {
        for verdict in verdicts {
            let found = verdict.found.unwrap_or_default();
            for (at, one) in found.iter().enumerate() {
                assert!(
                    !found[..at].contains(one),
                    "{notice} {}: {one:?}",
                    verdict.rule.id
                );
            }
        }
    }
}
