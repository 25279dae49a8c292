//! The date of a source text, where it is a blank still.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{has, words},
};

/// Finds that the date of a text is a place for one: "Last updated: [DD/MM/YYYY]".
pub(crate) fn date(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let source = notice.restates.as_deref();
    let mut all = text.texts.iter().map(String::as_str).chain(source);
    let message = "The date is still to be filled in";
    found(
        all.find(|it| is_blank_date(it))
            .map(|it| Found::missing(message).at(it)),
    )
}

/// Says whether a text has letters where the figures of its date belong.
pub(crate) fn is_blank_date(text: &str) -> bool {
    let dates = [
        "dd/mm",
        "dd-mm",
        "dd.mm",
        "xx/xx",
        "mm/yy",
        "__/__",
        "[month",
        "<month",
        "month 20xx",
        "20xx",
        "month yyyy",
        "20__",
        "..../",
        "[day",
        "[year",
        "[insert date",
    ];
    let about = [
        "updated",
        "reviewed",
        "review",
        "version",
        "dated",
        "date",
        "issued",
        "published",
        "amended",
        "revised",
        "approved",
        "adopted",
    ];
    // What is told of how to write a date is none.
    let told = ["format", "enter", "write the", "of birth", "for example"];
    // "__ / __ / 20__": a place for figures, however it is spaced.
    let close = text.replace(" /", "/").replace("/ ", "/");
    let close = close.replace("_ _", "__");
    words(text).len() <= 20 && has(&close, &dates) && has(text, &about) && !has(text, &told)
}

#[cfg(test)]
mod tests {
    use super::is_blank_date;

    #[test]
    fn a_blank_date_is_told_from_a_date() {
        for text in [
            "Last updated: [DD/MM/YYYY]",
            "Reviewed dd/mm/yyyy",
            "Version 3, issued [month] 2026",
            "Next review: XX/XX/2027",
            "Published: Month 20XX",
            "Version 4. Last reviewed: __ / __ / 20__",
            "Reviewed on ____ 20__",
            "Date of issue: _ _ / _ _ / _ _",
            "Approved: [insert date]",
            "Adopted [day] March 2026",
            "Issued __/__/2026",
        ] {
            assert!(is_blank_date(text), "{text}");
        }
        for text in [
            "Last updated: 12/10/2026",
            "Enter your date of birth (DD/MM/YYYY).",
            "Version 3.1, last changed 26 October 2026",
            "Dates are written in the format DD/MM/YYYY.",
            "Reviewed each month.",
            "Reviewed 3 / 4 / 2026",
            "Approved under file_2026_dated",
            "Last reviewed: 12 October 2026",
            "Issue 20, of October 2026",
            "Sign here: ________",
            "Version 20 of the form, approved in May",
        ] {
            assert!(!is_blank_date(text), "{text}");
        }
    }
}
