//! Purposes, lawful bases and consent.

use notice::{Basis, Condition, Notice, Purpose};

use super::{
    Date, Facts, Found, Kind, Mark, Outcome, Rule, Severity, authority, found, sensitive,
    text::{all, denies, first, fold, has, is_history, sentences},
};

pub(super) static RULES: [Rule; 6] = [
    Rule {
        id: "PUR-01",
        title: "What the data is used for",
        law: "Arts. 13(1)(c), 14(1)(c)",
        severity: Severity::Error,
        remedy: "Add a [[purpose]] for every use of the data.",
        find: purposes,
    },
    Rule {
        id: "BAS-01",
        title: "A lawful basis for each purpose",
        law: "Arts. 13(1)(c), 14(1)(c)",
        severity: Severity::Error,
        remedy: "Ask the service which basis of Art. 6(1) each purpose rests on, and state it; never guess it.",
        find: bases,
    },
    Rule {
        id: "BAS-02",
        title: "Legitimate interests, named and not a public authority’s",
        law: "Arts. 6(1), last sentence, 13(1)(d), 14(2)(b); DPA 2018 s. 7",
        severity: Severity::Warning,
        remedy: "Rest what a public authority does as its task on the public task; where (f) or (ea) does hold, name the interest in basis-detail.",
        find: interests,
    },
    Rule {
        id: "BAS-03",
        title: "Consent not bundled with signing",
        law: "Art. 7(2), (4)",
        severity: Severity::Error,
        remedy: "Ask for consent by itself, apart from any signature, and let people say no.",
        find: bundled,
    },
    Rule {
        id: "BAS-04",
        title: "A condition for sensitive data",
        law: "guidance on Art. 9 and DPA 2018 Sch. 1: a condition is a duty, to print it is not",
        severity: Severity::Error,
        remedy: "Mark sensitive data special = true, and state its condition of Art. 9(2), and of Schedule 1 where one is needed, in the basis-detail of the purpose.",
        find: sensitive::special,
    },
    Rule {
        id: "CON-01",
        title: "How to withdraw consent",
        law: "Arts. 13(2)(c), 14(2)(d)",
        severity: Severity::Error,
        remedy: "Say that consent can be withdrawn at any time, and how.",
        find: withdrawal,
    },
];

fn purposes(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let none = notice.purposes.is_empty();
    found(none.then(|| Found::missing("The notice states no purpose")))
}

fn bases(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let unstated: Vec<&Purpose> = notice.purposes.iter().filter(|it| !stated(it)).collect();
    let too_early = facts.outdated(Kind::Basis, "recognised-legitimate-interest", at);
    let early = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::RecognisedLegitimateInterest);
    let early = too_early.into_iter().flat_map(|fact| {
        let message = format!("Art. 6(1)(ea) is not law on {at}{}", fact.told());
        let wrong = move |it: &Purpose| fact.finding(Mark::Wrong, message.clone()).at(&it.text);
        early.clone().map(wrong)
    });
    let gap = unstated.first().map(|first| {
        let all = notice.purposes.len();
        let message = format!("{} of {all} purposes name no lawful basis", unstated.len());
        let hint = unstated.len() < all || consents(notice).any(|detail| has(detail, &["consent"]));
        let found = if hint {
            Found::weak(message)
        } else {
            Found::missing(message)
        };
        found.at(&first.text)
    });
    found(gap.into_iter().chain(early))
}

fn stated(purpose: &Purpose) -> bool {
    purpose.basis != Basis::NotStated
}

/// How the notice puts the permission that sharing waits for.
fn consents(notice: &Notice) -> impl Iterator<Item = &str> {
    let asked = notice.recipients.iter();
    asked
        .filter(|recipient| recipient.condition == Some(Condition::Permission))
        .filter_map(|recipient| recipient.condition_detail.as_deref())
}

fn interests(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    use Basis::{LegitimateInterests, RecognisedLegitimateInterest};
    let name = &notice.controller.contact.name;
    let uses: Vec<&Purpose> = notice
        .purposes
        .iter()
        .filter(|it| matches!(it.basis, LegitimateInterests | RecognisedLegitimateInterest))
        .collect();
    if uses.is_empty() {
        return None;
    }
    let public = authority::ground(name, facts, at);
    let forbidden = uses.iter().filter_map(|it| {
        let ground = public?;
        let interests = match it.basis {
            LegitimateInterests => "legitimate interests (f)",
            _ => "a recognised legitimate interest (ea)",
        };
        let message = format!(
            "{name} is a public authority (by “{}”: {}{}), and may not rest its tasks on {interests}; what is no task of its own is arguable",
            ground.value,
            ground.source,
            ground.told()
        );
        Some(ground.finding(Mark::Wrong, message).at(&it.text))
    });
    let unnamed = uses.iter().filter(|it| {
        it.basis_detail
            .as_ref()
            .is_none_or(|it| it.trim().is_empty())
    });
    let unnamed = unnamed.map(|it| {
        let message = match it.basis {
            LegitimateInterests => "The purpose rests on legitimate interests, and does not say which interest that is",
            _ => "The purpose rests on a recognised legitimate interest, and does not say which one (guidance asks for it)",
        };
        Found::weak(message).at(&it.text)
    });
    found(forbidden.chain(unnamed))
}

fn bundled(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let agreed = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::Consent)
        .filter_map(|it| it.basis_detail.as_deref());
    let signed = consents(notice)
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
    let assumed = texts
        .iter()
        .find(|text| has(text, &["assume"]) && has(text, &["consent"]));
    list.extend(assumed.map(|text| {
        Found::weak("Consent of others is assumed, where each has to give their own").at(text)
    }));
    let asks = notice.purposes.iter().any(|it| it.basis == Basis::Consent);
    (asks || !list.is_empty()).then_some(list)
}

/// Whether consent comes with a signature that is for something else.
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

/// Whether a sentence takes what somebody does anyway (signing, sending a form, using a site) for a yes to a use of data.
fn is_taken_for_consent(sentence: &str) -> bool {
    let done = [
        "by signing",
        "by completing",
        "by filling in",
        "by submitting",
        "by sending this",
        "by using",
        "by continuing",
        "by applying",
        "by registering",
        "by joining",
        "by booking",
        "signing this form",
        "submitting this form",
        "completing this form",
        "your signature",
        "when you sign",
        "if you continue",
    ];
    let agrees = [
        "you consent",
        "you agree",
        "your consent",
        "you give permission",
        "you accept",
        "deemed to consent",
        "taken as consent",
    ];
    let use_of = [
        "consent",
        "permission",
        "data",
        "detail",
        "information",
        "photo",
        "check",
        "share",
        "use of",
        "using",
        "notice",
        "contact you",
    ];
    has(sentence, &done) && has(sentence, &agrees) && has(sentence, &use_of) && !denies(sentence)
}

/// Whether a sentence takes something back, whatever that is.
fn takes_back(sentence: &str) -> bool {
    let words = [
        "withdraw",
        "take back",
        "change your mind",
        "cancel your",
        "revoke",
        "no longer consent",
        "no longer agree",
        "opt out of your consent",
        "stop giving",
        "stop consent",
        "say no later",
    ];
    let text = fold(sentence);
    // "You can take your consent back."
    let back = text
        .split_once("take ")
        .and_then(|(_, rest)| rest.split_once(" back"))
        .is_some_and(|(what, _)| what.split(' ').count() < 5);
    // Who no longer agrees speaks of today.
    (has(sentence, &words) || back) && !is_history(&text.replace("no longer", ""))
}

/// Whether a text says how consent is withdrawn; money, or an application, can be withdrawn too.
fn withdraws(text: &str) -> bool {
    let consent = [
        "consent",
        "permission",
        "agree",
        "your yes",
        "said yes",
        "say yes",
    ];
    let near =
        |sentence: &str| has(sentence, &consent) || has(sentence, &["withdraw it", "take it back"]);
    sentences(text).any(|sentence| takes_back(sentence) && near(sentence))
        || (has(text, &consent)
            && sentences(text).any(|it| {
                has(
                    it,
                    &["change your mind", "withdraw it", "withdraw at any time"],
                )
            }))
}

fn withdrawal(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let asked = notice
        .recipients
        .iter()
        .find(|it| it.condition == Some(Condition::Permission));
    let basis = notice.purposes.iter().find(|it| it.basis == Basis::Consent);
    let place = asked
        .and_then(|it| it.condition_detail.as_deref().or(it.purpose.as_deref()))
        .or(basis.map(|it| it.text.as_str()));
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
    if said || texts.iter().any(|text| withdraws(text)) {
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
