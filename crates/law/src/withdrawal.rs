//! How consent is taken back.

use notice::{Basis, Condition, Notice};

use super::{
    Date, DatedFacts, Found, Outcome, found,
    history::is_history,
    taken_back::is_of_consent,
    text::{all, denies, first, fold, has, sentences, statements, words},
};

/// Says whether a sentence takes something back, whatever that is.
fn takes_back(sentence: &str) -> bool {
    let words = [
        "withdraw",
        "take back",
        "change your mind",
        "cancel",
        "revoke",
        "no longer consent",
        "no longer agree",
        "opt out of your consent",
        "stop giving",
        "take it away",
        "take that away",
        "consent away",
        "permission away",
        "stop consent",
        "say no later",
    ];
    let text = fold(sentence);
    // "You can take your consent back."
    let back = text
        .split_once("take ")
        .and_then(|(_, rest)| rest.split_once(" back"))
        .is_some_and(|(what, _)| what.split(' ').count() < 5);
    let forbids = [
        "cannot be withdrawn",
        "cannot be taken back",
        "cannot be revoked",
        "cannot be cancelled",
        "cannot withdraw",
        "may not withdraw",
        "can't withdraw",
    ];
    if has(sentence, &forbids) {
        return false;
    }
    // Who no longer agrees speaks of today.
    (has(sentence, &words) || back) && !is_history(&text.replace("no longer", ""))
}

/// Says whether a sentence lets people say no after their yes, whenever that is: "You may say no at any time". Who may say no when
/// asked, or to something else, has not been told of that.
fn says_no_later(sentence: &str) -> bool {
    let all = words(sentence);
    let when = [
        "at any time",
        "any time",
        "whenever",
        "later",
        "afterwards",
        "at any point",
        "any day",
    ];
    (1..all.len()).any(|at| {
        let said = matches!(all[at - 1].as_str(), "say" | "saying") && all[at] == "no";
        let rest = &all[at + 1..];
        let apart = match rest {
            [to, what, ..] if to == "to" => !matches!(
                what.as_str(),
                "it" | "this" | "that" | "us" | "these" | "them"
            ),
            _ => false,
        };
        // "Whenever we ask" is the first no.
        let asked = has(
            sentence,
            &["we ask you", "when asked", "whenever we ask", "time we ask"],
        );
        let before = all[at.saturating_sub(4)..at - 1].join(" ");
        said && !apart && !asked && !denies(&before) && has(sentence, &when)
    })
}

/// Says whether a text says how consent is withdrawn; money, or an application, can be withdrawn too.
pub(super) fn withdraws(text: &str) -> bool {
    let yes = |text: &str| {
        let agrees = words(text);
        let agrees = agrees
            .iter()
            .any(|it| matches!(it.as_str(), "agree" | "agreed" | "agreeing"));
        agrees
            || has(
                text,
                &["consent", "permission", "your yes", "said yes", "say yes"],
            )
    };
    let near = |sentence: &str| yes(sentence) || has(sentence, &["withdraw it", "take it back"]);
    sentences(text)
        .any(|sentence| (takes_back(sentence) && near(sentence)) || says_no_later(sentence))
        || (yes(text)
            && sentences(text).any(|it| {
                has(
                    it,
                    &[
                        "change your mind",
                        "withdraw it",
                        "withdraw at any time",
                        "to withdraw,",
                        "can withdraw by",
                        "may withdraw by",
                    ],
                )
            }))
}

/// Lists what rests on consent.
fn basis_texts(notice: &Notice) -> impl Iterator<Item = &str> {
    let uses = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::Consent);
    uses.map(|it| it.text.as_str())
}

/// Says whether a text lets people change their minds about one of these uses, by its own word.
fn rethinks(text: &str, uses: &[&str]) -> bool {
    let thinks = [
        "change your mind",
        "changed your mind",
        "second thoughts",
        "had enough of",
        "fed up with",
        "tired of",
        "rather not",
        "no longer want",
        "no longer wish",
        "no longer like",
    ];
    // What is still wanted tells by itself that it is a use of data.
    let used = [
        "no longer want it",
        "no longer want us",
        "no longer want your",
        "no longer wish us",
    ];
    let about = [
        "use", "used", "keep", "kept", "hold", "show", "shown", "share", "shared", "publish",
    ];
    statements(text).iter().any(|sentence| {
        let said = words(sentence);
        let uses_data = has(sentence, &used) && said.iter().any(|it| about.contains(&it.as_str()));
        uses_data
            || has(sentence, &thinks)
                && uses.iter().any(|it| {
                    words(it)
                        .iter()
                        .any(|word| is_telling(word) && said.contains(word))
                })
    })
}

/// Says whether a word says what a use is about.
fn is_telling(word: &str) -> bool {
    let others = [
        "your", "with", "that", "this", "from", "what", "have", "send", "tell", "about", "when",
        "mind",
    ];
    word.len() > 3 && !others.contains(&word)
}

/// Says whether consent is asked for nothing but messages: whoever stops them has taken it back.
fn are_messages(uses: &[&str]) -> bool {
    let messages = [
        "news",
        "bulletin",
        "message",
        "mail",
        "magazine",
        "update",
        "invit",
        "marketing",
        "offers",
        "tell you",
        "tell followers",
        "tell members",
        "tell supporters",
        "tell people",
        "let you know",
        "remind",
    ];
    !uses.is_empty() && uses.iter().all(|it| has(it, &messages))
}

/// Says whether a text says how messages are stopped.
pub(super) fn stops(text: &str) -> bool {
    let ways = [
        "unsubscribe",
        "opt out",
        "tell us to stop",
        "ask us to stop",
        "stop at any time",
        "text stop",
        "texting stop",
        "send stop",
        "sending stop",
        "replying stop",
        "reply stop",
        "reply no",
        "text no",
        "stop these",
        "stop getting",
        "stop receiving",
        "leave our list",
        "leave the list",
        "off our list",
        "off the list",
    ];
    // "Press the link, and no more will come."
    let ends = [
        "end them",
        "ends them",
        "ends these",
        "stop it",
        "stops it",
        "stop them",
        "stops them",
        "no more will",
        "no offer will",
        "will not write again",
    ];
    has(text, &ways)
        || (has(text, &ends) && has(text, &["click", "press", "link", "reply", "tell", "button"]))
}

/// Says whether people are told how to take consent back.
pub(super) fn withdrawal(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let asked = notice
        .recipients
        .iter()
        .find(|it| it.condition == Some(Condition::Permission));
    let basis = basis_texts(notice).next();
    let place = asked
        .and_then(|it| it.condition_detail.as_deref().or(it.purpose.as_deref()))
        .or(basis);
    if asked.is_none() && basis.is_none() {
        return None;
    }
    let texts = all(notice);
    // Beside a basis that is consent, what can be taken back is that.
    let mut beside = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::Consent)
        .filter_map(|it| it.basis_detail.as_deref());
    let uses: Vec<&str> = basis_texts(notice).collect();
    let said =
        beside.any(|detail| sentences(detail).any(|it| takes_back(it) && is_of_consent(it, &uses)));
    if said
        || texts
            .iter()
            .any(|text| withdraws(text) || rethinks(text, &uses))
        || (asked.is_none() && are_messages(&uses) && texts.iter().any(|text| stops(text)))
    {
        return found([]);
    }
    let message = "Something waits for permission, and the notice does not say how to withdraw it";
    found([
        match first(&texts, &["ask us not to", "opt out", "stop at any time"]) {
            Some(text) => {
                Found::weak("People may stop messages; how else to withdraw consent is not said")
                    .at(text)
            }
            None => match place {
                Some(place) => Found::missing(message).at(place),
                None => Found::missing(message),
            },
        },
    ])
}
