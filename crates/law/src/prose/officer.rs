//! A data protection officer whom a source text has, and nobody can reach.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
};

/// Finds that a whole notice has an officer, and neither says who that is nor how to reach them.
pub(crate) fn officer(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let own = notice.officer.as_ref();
    if own.is_some_and(|it| it.contact.can_be_reached()) || !text.is_whole() {
        return None;
    }
    let said = text.said();
    let has_one = said.iter().map(|it| it.text).find(|it| has_an_officer(it));
    // An initial is no end of a sentence: "appointed Mrs R. Tolland as its …".
    let named = text.pieces.iter().map(|it| it.text.as_str());
    let has_one = has_one.or_else(|| named.clone().find(|it| has_an_officer(it)))?;
    let speaks = |text: &str| has(text, &["data protection officer", "dpo"]);
    let reached = text.pieces.iter().enumerate().any(|(at, piece)| {
        let behind = text.pieces.get(at + 1).map(|it| it.text.as_str());
        let heading = words(&piece.text).len() < 9 && !piece.text.ends_with('.');
        let goes_on = behind.filter(|it| heading || speaks_of_them(it));
        let own = from_the_unnamed(&piece.text, has_one);
        speaks(&piece.text) && (gives_a_way(own) || goes_on.is_some_and(gives_a_way))
    });
    let message = "The text speaks of a data protection officer, and not of how to reach them";
    found((!reached).then(|| Found::missing(message).at(has_one)))
}

/// Returns a paragraph from the sentence on that has an officer of whom no name is told. What stands before that is a way to somebody
/// else: "The desk is on 01632 960160. We have a data protection officer."
fn from_the_unnamed<'a>(text: &'a str, has_one: &str) -> &'a str {
    let unnamed = words(has_one).windows(5).any(|it| {
        matches!(
            it[0].as_str(),
            "has" | "have" | "employs" | "employ" | "appointed"
        ) && matches!(it[1].as_str(), "a" | "also" | "our" | "its")
            && it[2..].starts_with(&["data".into(), "protection".into(), "officer".into()])
    });
    let from = text.find(has_one).filter(|_| unnamed);
    from.and_then(|at| text.get(at..)).unwrap_or(text)
}

/// Says whether a sentence says no more of an officer than that there is one.
fn has_an_officer(sentence: &str) -> bool {
    let all = words(sentence);
    !denies(sentence)
        && all.windows(4).enumerate().any(|(at, it)| {
            let officer = it[1] == "data" && it[2] == "protection" && it[3] == "officer";
            let one = matches!(it[0].as_str(), "a" | "our");
            let before = all[at.saturating_sub(3)..at].iter();
            let mut before = before.map(String::as_str);
            // "Our data protection officer is Mrs R. Tolland."
            let named = matches!(it[0].as_str(), "our" | "the" | "its")
                && matches!(
                    all.get(at + 4).map(String::as_str),
                    Some("is" | "watches" | "reports")
                );
            let has_one = one
                && before
                    .any(|it| matches!(it, "has" | "have" | "appointed" | "employ" | "employs"));
            officer && (has_one || named || is_appointed(&all[..=at]))
        })
}

/// Says whether words make somebody what stands behind them: "has appointed Pat Linnell as its".
fn is_appointed(words: &[String]) -> bool {
    let [before @ .., last, whose] = words else {
        return false;
    };
    let ours = matches!(whose.as_str(), "our" | "its" | "the" | "their" | "a");
    let appoints = before.iter().rev().take(8);
    let mut appoints = appoints.map(String::as_str);
    ours && matches!(last.as_str(), "as" | "be")
        && appoints.any(|it| {
            matches!(
                it,
                "appointed" | "named" | "nominated" | "designated" | "chosen"
            )
        })
}

/// Says whether a text goes on about the one before by a word that stands for somebody.
fn speaks_of_them(text: &str) -> bool {
    words(text).iter().take(8).any(|it| {
        matches!(
            it.as_str(),
            "she" | "he" | "they" | "her" | "him" | "them" | "his" | "their"
        )
    })
}

/// Says whether a text gives any way to somebody, however short.
fn gives_a_way(text: &str) -> bool {
    const WAYS: [&str; 30] = [
        "above",
        "address",
        "ask",
        "asked",
        "below",
        "call",
        "calling",
        "contact",
        "contacted",
        "contacting",
        "email",
        "form",
        "letter",
        "mail",
        "office",
        "overleaf",
        "phone",
        "phoning",
        "post",
        "reach",
        "reached",
        "ring",
        "ringing",
        "speak",
        "talk",
        "team",
        "telephone",
        "tell",
        "write",
        "writing",
    ];
    let number = text
        .split_whitespace()
        .any(|it| it.trim_start_matches('(').starts_with('0') && it.len() > 4);
    let all = words(text);
    // Who may ask the officer for something has been told no more of where they are than that there is one.
    let way = all.iter().any(|it| WAYS.contains(&it.as_str()));
    number || way || has(text, &["@", "http", "www.", "c/o"])
}

#[cfg(test)]
mod tests {
    use super::{from_the_unnamed, gives_a_way, has_an_officer};

    #[test]
    fn what_stands_before_an_officer_is_no_way_to_them() {
        for (text, one) in [
            (
                "The desk is on 01632 960160. The Constabulary has a Data Protection Officer who oversees how we look after data.",
                "The Constabulary has a Data Protection Officer who oversees how we look after data.",
            ),
            (
                "Write to the Town Hall. We have a data protection officer.",
                "We have a data protection officer.",
            ),
            (
                "Ask the school. The trust employs a data protection officer, as it has to.",
                "The trust employs a data protection officer, as it has to.",
            ),
        ] {
            assert!(has_an_officer(one), "{text}");
            assert!(!gives_a_way(from_the_unnamed(text, one)), "{text}");
        }
        for (text, one) in [
            (
                "The desk is on 01632 960160. We have a data protection officer. Ring 01632 960161.",
                "We have a data protection officer.",
            ),
            (
                "Pat Linnell is on 01632 960160. Our data protection officer is Pat Linnell.",
                "Our data protection officer is Pat Linnell.",
            ),
        ] {
            assert!(gives_a_way(from_the_unnamed(text, one)), "{text}");
        }
    }

    #[test]
    fn an_officer_of_whom_nothing_is_told_is_known() {
        for text in [
            "We have also appointed a Data Protection Officer, who will be glad to answer any question you have.",
            "The practice has a Data Protection Officer, as the law requires. Their details are held by the Practice Manager.",
            "We have a Data Protection Officer to watch over how we use data.",
            "The trust has appointed a data protection officer.",
            "The school employs a data protection officer with its neighbours.",
            "The hospice has appointed Mrs R. Tolland as its Data Protection Officer.",
            "Pat Linnell has been named as our data protection officer.",
            "The governors have nominated one of them to be the data protection officer.",
            "The Council has appointed a data protection officer, who watches over all that is done with data and reports to the Chief Executive.",
            "We have a data protection officer, whose performance is reviewed locally each year.",
            "Our data protection officer is Mrs R. Tolland.",
            "The data protection officer is a member of the Board.",
            "The data protection officer reports to the governors.",
            "We employ a data protection officer, who gives information to the board.",
        ] {
            assert!(has_an_officer(text) && !gives_a_way(text), "{text}");
        }
        for text in [
            "We have a Data Protection Officer: dpo@town.example.",
            "We have a Data Protection Officer, whom you can reach at the address above.",
            "Our Data Protection Officer is Pat Linnell, 01632 960144.",
            "We have appointed Pat Linnell as our Data Protection Officer: 01632 960144.",
            "As a small charity we have not named anybody as our data protection officer.",
            "A parish council does not have to appoint a Data Protection Officer, and we have not.",
            "We have appointed a data protection officer. Write to the Town Hall.",
            "Our data protection officer is Pat Linnell, whom you can reach through the school.",
            "The data protection officer is Pat Linnell (01632 960144).",
            "Our data protection officer is at the address above.",
            "We have a data protection officer: ask for her at the desk.",
            "The data protection officer is Pat Linnell, c/o the Clerk.",
            "The trust has appointed a data protection officer; e-mail dpo@trust.example.",
        ] {
            assert!(!has_an_officer(text) || gives_a_way(text), "{text}");
        }
    }
}
