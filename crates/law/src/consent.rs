//! Consent: whether it is asked for by itself, and how it is taken back.

use notice::{Basis, Condition, Notice};

use super::{
    Date, DatedFacts, Found, Outcome, found,
    history::{is_history, is_of_the_past},
    text::{all, denies, first, fold, has, sentences, statements, words},
};

/// Says how the notice puts the permission that sharing waits for.
pub(super) fn conditions(notice: &Notice) -> impl Iterator<Item = &str> {
    let asked = notice.recipients.iter();
    asked
        .filter(|recipient| recipient.condition == Some(Condition::Permission))
        .filter_map(|recipient| recipient.condition_detail.as_deref())
}

/// Says whether consent comes with something else that people do.
pub(super) fn bundled(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let agreed = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::Consent)
        .filter_map(|it| it.basis_detail.as_deref());
    let signed = conditions(notice)
        .chain(agreed)
        .filter(|detail| is_signed(detail))
        .map(|detail| {
            Found::wrong("A signature for something else is taken for consent").at(detail)
        });
    let mut list: Vec<Found> = signed.collect();
    list.dedup();
    let texts = all(notice);
    let taken = texts
        .iter()
        .filter(|text| sentences(text).any(is_taken_for_consent))
        .map(|text| {
            Found::wrong("What people do for another reason is taken for consent").at(text)
        });
    let known: Vec<Option<String>> = list.iter().map(|it| it.place.clone()).collect();
    list.extend(taken.filter(|it| !known.contains(&it.place)));
    let assumed = texts.iter().find(|text| {
        sentences(text).any(|it| has(it, &["assume"]) && has(it, &["consent"]) && !denies(it))
    });
    list.extend(assumed.map(|text| {
        Found::weak("Consent of others is assumed, where each has to give their own").at(text)
    }));
    let asks = notice.purposes.iter().any(|it| it.basis == Basis::Consent);
    (asks || !list.is_empty()).then_some(list)
}

/// Says whether consent comes with a signature that is for something else.
fn is_signed(detail: &str) -> bool {
    let apart = [
        "separate",
        "of its own",
        "of their own",
        "by itself",
        "consent form",
        "sign language",
    ];
    has(detail, &["signature", "signing", "sign ", "signed"]) && !has(detail, &apart)
}

/// Says whether a sentence takes what somebody does anyway (signing, sending a form, coming, using a site) for a yes to a use of
/// data.
fn is_taken_for_consent(sentence: &str) -> bool {
    let use_of = [
        "consent",
        "permission",
        "data",
        "detail",
        "information",
        "photo",
        "film",
        "record",
        "check",
        "share",
        "use of",
        "using",
        "notice",
        "contact you",
        "contacting",
        "speaking to",
        "talking to",
    ];
    let agrees = [
        "you consent",
        "you agree",
        "your consent",
        "you give permission",
        "you give us permission",
        "you accept",
        "i agree",
        "i consent",
        "i give",
        "i accept",
        "i authorise",
        "you authorise",
        "are consenting",
        "are agreeing",
        "giving consent",
        "giving us consent",
        "giving permission",
        "giving us permission",
        "gives consent",
        "gives us consent",
        "gives permission",
        "gives us permission",
    ];
    let all = words(sentence);
    let happy = has(sentence, &["happy for us", "happy that we"])
        && all.iter().any(|it| TAKEN.contains(&it.as_str()));
    let silence = has(
        sentence,
        &[
            "take it that you consent",
            "take it that you agree",
            "assume you consent",
            "assume you agree",
            "assume that you consent",
            "assume that you agree",
            "consider that you have agreed",
            "consider that you have consented",
        ],
    );
    let agreed = has(sentence, &agrees) || gives(&all);
    let taken = happy || silence || is_taken(&all) || (does_otherwise(&all) && agreed);
    taken
        && has(sentence, &use_of)
        && !has(
            sentence,
            &[
                "consent form",
                "whether you agree",
                "whether you consent",
                "ask if you",
                "ask you if",
            ],
        )
        && !is_denied(&all)
        && !is_of_the_past(sentence, |clause| {
            has(clause, &["consent", "agree", "permission"])
        })
}

const YES: [&str; 8] = [
    "acceptance",
    "consent",
    "consented",
    "agree",
    "agreed",
    "agreement",
    "permission",
    "accepted",
];
const TAKEN: [&str; 14] = [
    "taken",
    "deemed",
    "treated",
    "regarded",
    "understood",
    "considered",
    "counts",
    "count",
    "constitutes",
    "means",
    "signifies",
    "signals",
    "indicates",
    "implies",
];
/// Says whether words give a yes: "gives us consent", "parents give the school permission".
fn gives(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        matches!(all[at].as_str(), "give" | "gives" | "giving" | "given")
            && all[at + 1..]
                .iter()
                .take(4)
                .any(|word| matches!(word.as_str(), "permission" | "consent"))
    })
}

/// Words of a yes that nobody gave: “consent is implied”.
const GUESSED: [&str; 5] = ["implied", "inferred", "assumed", "presumed", "understood"];

/// Says whether words take something for a yes: "is taken as your consent", "deemed to have agreed".
fn is_taken(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        let near = |list: &[&str], many: usize| {
            let mut rest = all[at + 1..].iter().take(many);
            rest.any(|word| list.contains(&word.as_str()))
        };
        let word = all[at].as_str();
        (TAKEN.contains(&word) && near(&YES, 5)) || (YES.contains(&word) && near(&GUESSED, 3))
    })
}

/// Says whether words tell of something that people do: "by signing", "if you carry on", "your signature".
fn does_otherwise(all: &[String]) -> bool {
    all.windows(3).any(|it| {
        let [one, two, three] = it else { return false };
        let acts = two == "you"
            && !YES.contains(&three.as_str())
            && !matches!(
                three.as_str(),
                "are" | "do" | "would" | "want" | "have" | "give" | "accept" | "tick"
            );
        // Who consents, or ticks a box that is there for it, does nothing else.
        let yes = matches!(
            two.as_str(),
            "consenting" | "agreeing" | "ticking" | "choosing" | "opting" | "saying"
        );
        // "In registering", and not "in writing".
        let act =
            two.ends_with("ing") && !yes && !matches!(two.as_str(), "writing" | "doing" | "being");
        (matches!(one.as_str(), "by" | "in" | "on" | "when") && act)
            || (matches!(one.as_str(), "if" | "when" | "once" | "where") && acts)
            || (one == "your" && two == "signature")
            || (matches!(
                one.as_str(),
                "signing"
                    | "submitting"
                    | "completing"
                    | "returning"
                    | "sending"
                    | "using"
                    | "entering"
            ) && two == "this")
            || (one == "sign" && matches!(two.as_str(), "below" | "here"))
    })
}

/// Says whether a no stands just before what would be a yes.
fn is_denied(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        let word = all[at].as_str();
        let yes = YES.contains(&word)
            || TAKEN.contains(&word)
            || GUESSED.contains(&word)
            || matches!(word, "mean" | "accept");
        let before = all[at.saturating_sub(3)..at].join(" ");
        yes && denies(&before)
    })
}

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

/// Says whether a text says how consent is withdrawn; money, or an application, can be withdrawn too.
fn withdraws(text: &str) -> bool {
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
    sentences(text).any(|sentence| takes_back(sentence) && near(sentence))
        || (yes(text)
            && sentences(text).any(|it| {
                has(
                    it,
                    &["change your mind", "withdraw it", "withdraw at any time"],
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
fn stops(text: &str) -> bool {
    let ways = [
        "unsubscribe",
        "opt out",
        "tell us to stop",
        "ask us to stop",
        "stop at any time",
        "text stop",
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
    let said = beside.any(|detail| sentences(detail).any(takes_back));
    let uses: Vec<&str> = basis_texts(notice).collect();
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

#[cfg(test)]
mod tests {
    use super::is_taken_for_consent;

    #[test]
    fn consent_that_comes_with_something_else_is_told_from_consent_by_itself() {
        for sentence in [
            "Your signature below gives us consent to contact your doctor.",
            "In registering you are giving consent to share your record.",
            "By attending, parents give the school permission to use the film.",
            "If we hear nothing we will take it that you consent to the use of your data.",
            "Returning this form gives us permission to share your details.",
            "By submitting this form I agree to the use of my details.",
            "Use of this site constitutes acceptance of our use of your data.",
        ] {
            assert!(is_taken_for_consent(sentence), "{sentence}");
        }
        for sentence in [
            "You consent to the use of your photo by ticking a box of its own.",
            "By consenting to the use of your data you help us.",
            "Consent to the use of data is never assumed from silence.",
            "When you register, we ask whether you agree to the use of your photo.",
            "By signing you confirm that the information is true.",
            "Insurers see the record when they ask in writing, with your consent.",
        ] {
            assert!(!is_taken_for_consent(sentence), "{sentence}");
        }
    }
}
