//! Nothing is lost: each sentence of a source stands in its draft, or in the report of what was left out.

use proptest::prelude::*;

use crate::{
    reader::{bring, cases},
    sentences::{lost, sentences},
};

/// The texts of `tests/check` stand for five kinds of extract.
const TEXTS: [&str; 6] = [
    include_str!("../../../publish/tests/check/texts/tenants.txt"),
    include_str!("../../../publish/tests/check/texts/contact.txt"),
    include_str!("../../../publish/tests/check/texts/housing.txt"),
    include_str!("../../../publish/tests/check/texts/homes.txt"),
    include_str!("../../../publish/tests/check/texts/neighbours.txt"),
    include_str!("../check/source.txt"),
];

fn check(source: &str) -> Result<(), String> {
    let (imported, notice) = bring(source);
    let lost = lost(&sentences(source), &imported, &notice);
    if lost.is_empty() {
        return Ok(());
    }
    Err(format!(
        "lost: {lost:?}\n--- of\n{source}\n--- in\n{imported}\n{}",
        imported.source
    ))
}

#[test]
fn nothing_of_the_five_kinds_of_extract_is_lost() {
    for text in TEXTS {
        check(text).unwrap_or_else(|lost| panic!("{lost}"));
    }
}

/// Two lists of the same bodies are broken into lines alike, and no footer for it.
#[test]
fn a_list_that_comes_again_line_by_line_is_no_footer() {
    let list = "We share it with health bodies, Overton Homes, advice centres, building control,\n\
        Landlord, Making Space, Member of Parliament, Mental Health Service, Pension\n\
        Service, Police, Probation Service, Resident, Stroke Association, Utility\n\
        sources where relevant.\n";
    let text = format!(
        "Warm homes\n\nWhere we get it\n\n{list}\nWho sees it\n\nWith your permission, to these:\n{list}"
    );
    let (imported, _) = bring(&text);
    assert_eq!(imported.removed.len(), 0, "{:?}", imported.removed);
    check(&text).unwrap_or_else(|lost| panic!("{lost}"));
}

/// What is left out of a notice are traces of its pages, such as footers: of its sentences, two in a hundred at most.
#[test]
fn hardly_a_sentence_of_an_ordinary_notice_is_left_out() {
    let (mut all, mut left) = (0, 0);
    for text in TEXTS {
        let (imported, _) = bring(text);
        // A footer or the number of a page ends without a mark.
        let ends = |it: &String| {
            let marked = |mark| text.contains(&format!("{it}{mark}"));
            it.ends_with(['.', '?', '!']) || ['.', '?', '!'].into_iter().any(marked)
        };
        let removed = imported.removed.iter().flat_map(|it| sentences(&it.text));
        all += sentences(text).iter().filter(|it| ends(it)).count();
        left += removed.filter(ends).count();
    }
    assert!(all > 30, "{all} sentences");
    assert!(left * 50 <= all, "{left} of {all} sentences");
}

#[test]
fn nothing_of_the_cases_is_lost() {
    for (name, text) in crate::cases::ALL {
        check(text).unwrap_or_else(|lost| panic!("{name}: {lost}"));
    }
}

#[test]
fn what_is_gone_is_noticed() {
    let source = "Bins privacy notice\n\nWho we are\n\nWe are a council. We look after bins.\n";
    let (imported, mut notice) = bring(source);
    assert_eq!(lost(&sentences(source), &imported, &notice), [""; 0]);
    notice.sections.clear();
    assert!(!lost(&sentences(source), &imported, &notice).is_empty());
}

/// Lines as notices have them: headings known and unknown, paragraphs, bullets of every mark, labels, rows, furniture.
fn line() -> impl Strategy<Value = String> {
    let words = "[a-z]{2,8}( [a-z]{2,8}){0,20}";
    let heading = prop_oneof![
        Just("Who we are"),
        Just("How long we keep it"),
        Just("Purpose"),
        Just("Your rights"),
        Just("Who we share with"),
        Just("WHAT WE COLLECT"),
        Just("1. Cookies"),
        Just("Managed services"),
        Just("Legal obligation"),
        Just("Internal:"),
        Just("2.1 Security of your data:"),
        Just("Privacy notice"),
        Just("Complaints"),
    ];
    let mark = prop_oneof![
        Just("-"),
        Just("•"),
        Just("o"),
        Just("–"),
        Just("a)"),
        Just("(iv)"),
        Just("1)"),
        Just("3."),
        Just("§"),
        Just("✓"),
        Just("\u{f0b7}"),
        Just("*"),
        Just("➢"),
    ];
    prop_oneof![
        4 => Just(String::new()),
        3 => heading.prop_map(str::to_owned),
        3 => words.prop_map(|text| format!("We {text}.")),
        2 => words,
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,6}",
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){2,12}[:;,]",
        4 => (mark, "[a-zA-Z]{2,9}( [a-z]{2,8}){0,9}[.;,]?").prop_map(|(mark, text)| format!("{mark} {text}")),
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,2}: [a-z]{2,8} [0-9]{1,2} years",
        2 => "[A-Z][a-z]{2,8}\t[A-Z][a-z]{2,8}(\t[a-z0-9]{1,8}){0,2}",
        1 => "\\| [A-Z][a-z]{2,8} \\| [a-z]{2,8} \\|( [0-9]{2} \\|)?",
        1 => "[A-Z][a-z]{2,8}    [A-Z][a-z]{2,8}    [0-9]{1,2}",
        1 => Just("Page 1 of 3".to_owned()),
        1 => "[0-9]{1,2}",
        1 => Just("\u{c}".to_owned()),
        1 => Just("Overton privacy notice version 1".to_owned()),
        1 => Just("Overton Council".to_owned()),
        // Counted sections and items, a letter's beginning, lists within sentences.
        2 => ("(I|II|IV|X|B|3\\.1|2\\.1\\.3)\\.?", prop_oneof![Just("Your rights"), Just("How long we keep it"), Just("to collect bins;"), Just("We tell others.")])
            .prop_map(|(count, text)| format!("{count} {text}")),
        1 => "[a-z]{2,8}; [a-z]{2,8} [a-z]{2,8}; and [a-z]{2,8}\\.".prop_map(|items| format!("We hold: {items}")),
        1 => "[a-z]{2,8}, \\(b\\) to [a-z]{2,8} and \\(c\\) to [a-z]{2,8}\\.".prop_map(|items| format!("We use it (a) to {items}")),
        1 => "[a-z]{2,8}; b\\) [a-z]{2,8} [a-z]{2,8}; and c\\) [a-z]{2,8}\\.".prop_map(|items| format!("We use it to: a) {items}")),
        1 => "[A-Z][a-z]{2,8} [a-z]{2,8} • [a-z]{2,8} (▪|•) [a-z]{2,8} [a-z]{2,8}( • [a-z]{2,8})?\\.?",
        1 => "[a-z]{2,8} [a-z]{2,8} – [a-z]{2,8}".prop_map(|items| format!("We ask for: – {items}")),
        1 => Just("Recipients: our bank; the police".to_owned()),
        1 => Just("3 February 2026".to_owned()),
        1 => Just("Dear resident".to_owned()),
        1 => Just("-----".to_owned()),
        1 => Just("Data kept for 6 years".to_owned()),
        1 => "[a-z]{2,6}\u{ad}[a-z]{2,6} [a-z]{3,8}\u{ad}",
        1 => Just("Write to dpo@overton.gov.uk or call 01632 960010, Town Hall, OV1 2AB.".to_owned()),
        1 => Just("Last updated: 21 May 2018".to_owned()),
    ]
}

proptest! {
    #![proptest_config(cases(400))]
    /// Any document that is made of such lines comes in whole.
    #[test]
    fn nothing_of_a_generated_document_is_lost(lines in prop::collection::vec(line(), 0..40), end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        if let Err(lost) = check(&lines.join(end)) {
            return Err(TestCaseError::fail(lost));
        }
    }
}
