//! Articles that moved, in every way in which notices cite them.

use law::{Mark, Severity};

use super::{AT, AUTOMATED, PROSE, SENT, TRANSFERS, all, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn an_article_that_moved_is_found_in_a_list_and_in_a_range() {
    let said = |rule, mark, texts: &[&str]| all(rule, PROSE, "{}", mark, texts);
    said(
        "ADM-01",
        Mark::Outdated,
        &[
            "Articles 21 and 22 of the UK GDPR give you these rights.",
            "Your rights are in Articles 22 and 77.",
            "See Arts. 15, 16, 17, 18, 20, 21 & 22.",
            "Your rights are in Articles 12 to 22 of the UK GDPR.",
            "Your rights are in Articles 15–22.",
            "Your rights are in Articles 12 to 23 of the UK GDPR.",
            "Your rights are in Articles 12-23.",
            "Article 21 and 22 of the UK GDPR give you these rights.",
            "You have rights under Article 21, Article 22 and the Act.",
            "Articles 13(2)(f), 14(2)(g) and 22(1) say so.",
        ],
    );
    said(
        "ADM-01",
        Mark::Present,
        &[
            "Articles 22A to 22D of the UK GDPR give you these rights.",
            "Your rights are in Articles 12 to 21 of the UK GDPR.",
            "Your rights are in Articles 12, 15 and 23 of the UK GDPR.",
            "Under Article 21, 22 people wrote to us last year.",
            "We have 22 articles on plots in our library.",
            "Article 22 of the Convention on the Rights of the Child protects refugees.",
            "Articles 21 and 22 of the Allotments Order 1998 say so.",
        ],
    );
    said(
        "CMP-02",
        Mark::Outdated,
        &[
            "Articles 22 and 77 of the UK GDPR give you these rights.",
            "You may complain (Articles 77 to 79).",
            "You may complain (Articles 70 to 79).",
            "You may complain under Arts 57 and 77.",
            "You may complain under art. 77(1).",
        ],
    );
    said(
        "CMP-02",
        Mark::Present,
        &[
            "Articles 78 and 79 of the UK GDPR give you a way to court.",
            "We answered 77 of your letters under Article 12.",
        ],
    );
}

/// Articles 22A to 22D lie between 12 and 23, too: who cites the range may be right.
#[test]
fn a_range_around_an_article_that_moved_is_worth_a_note() {
    let severity = |text: &str| {
        let found = verdict(&[(PROSE, text)], "ADM-01", AT);
        let all = found.found.into_iter().flatten();
        let all = all.map(|it| it.severity(found.rule.severity));
        all.collect::<Vec<_>>()
    };
    for text in ["See Articles 12 to 23.", "See Arts. 20–30."] {
        assert_eq!(severity(text), [Severity::Info], "{text}");
    }
    for text in ["See Articles 12 to 22.", "See Articles 12 to 23 and 22."] {
        assert_eq!(severity(text), [Severity::Warning], "{text}");
    }
}

#[test]
fn an_article_on_transfers_that_moved_is_found_in_a_list_too() {
    all(
        "TRF-01",
        TRANSFERS,
        SENT,
        Mark::Outdated,
        &[
            "Data goes to Canada by Articles 44 and 45 of the UK GDPR.",
            "Data goes to Canada under Articles 44 to 49.",
            "Data goes to Canada under Arts. 45 and 46.",
            "Data goes to Canada under Articles 40 to 46.",
            "Data goes to Canada under Art. 45.",
        ],
    );
    all(
        "TRF-01",
        TRANSFERS,
        SENT,
        Mark::Present,
        &[
            "Data goes to Canada, which regulations approve (Articles 44A to 45C).",
            "Data goes to Canada with the safeguards of Article 46, by an agreement.",
            "Data goes to Canada under Articles 46 and 49.",
            "Data goes to Canada under Arts. 46 and 49.",
        ],
    );
}

/// What was right on its day is right then, and what is told as past is.
#[test]
fn a_list_is_outdated_from_the_day_on_which_its_article_moved() {
    let list = "Your rights are in Articles 22 and 77 of the UK GDPR.";
    for (rule, last, next) in [
        ("ADM-01", "2026-02-04", "2026-02-05"),
        ("CMP-02", "2026-06-18", "2026-06-19"),
    ] {
        let mark = |day| verdict(&[(PROSE, list)], rule, day).mark();
        assert_eq!(mark(last), Mark::Present, "{rule}");
        assert_eq!(mark(next), Mark::Outdated, "{rule}");
    }
    let past = "Until 2026 this stood in Articles 22 and 77, which have been replaced.";
    for rule in ["ADM-01", "CMP-02"] {
        assert_eq!(verdict(&[(PROSE, past)], rule, AT).mark(), Mark::Present);
    }
    let decides =
        "used = false\ntext = \"A person decides, whatever Articles 21 and 22 let us do.\"";
    let found = verdict(&[(AUTOMATED, decides)], "ADM-01", AT);
    assert_eq!(found.mark(), Mark::Outdated);
}
