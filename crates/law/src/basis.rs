//! Purposes, lawful bases and consent.

use notice::{Basis, Condition, Notice, Purpose};

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{all, first, has},
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
        title: "Legitimate interests of a public authority",
        law: "Art. 6(1), last sentence",
        severity: Severity::Warning,
        remedy: "Rest what a public authority does as its task on the public task; keep (f) for what is not, and say why.",
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
        law: "Art. 9, DPA 2018 Sch. 1",
        severity: Severity::Error,
        remedy: "State the condition of Art. 9(2), and of Schedule 1 where one is needed, for the sensitive data, in the basis-detail of the purpose.",
        find: special,
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
        let wrong = move |it: &Purpose| Found::wrong(message.clone()).at(&it.text);
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
    let name = &notice.controller.contact.name;
    let is_public = name.ends_with(" Council")
        || facts
            .named(Kind::PublicAuthority, name)
            .any(|fact| fact.holds(at));
    let mut uses = notice
        .purposes
        .iter()
        .filter(|purpose| purpose.basis == Basis::LegitimateInterests)
        .peekable();
    uses.peek()?;
    let message = format!(
        "{name} is a public authority, and may not rest its tasks on legitimate interests; what lies outside them is arguable"
    );
    found(
        uses.filter(|_| is_public)
            .map(|it| Found::wrong(message.clone()).at(&it.text)),
    )
}

fn bundled(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let signed = consents(notice)
        .filter(|detail| has(detail, &["signature", "by signing", "sign "]))
        .map(|detail| {
            Found::wrong("A signature for something else is taken for consent").at(detail)
        });
    let mut list: Vec<Found> = signed.collect();
    list.dedup();
    let texts = all(notice);
    let assumed = texts
        .iter()
        .find(|text| has(text, &["assume"]) && has(text, &["consent"]));
    list.extend(assumed.map(|text| {
        Found::weak("Consent of others is assumed, where each has to give their own").at(text)
    }));
    let asks = notice.purposes.iter().any(|it| it.basis == Basis::Consent);
    (asks || !list.is_empty()).then_some(list)
}

fn special(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let data = notice.data.iter().find(|data| data.special);
    let place = data.map(|data| data.name.as_str()).or_else(|| {
        let words = ["sensitive", "special category", "special-category"];
        first(&texts, &words)
    })?;
    let conditions = [
        "article 9",
        "art. 9",
        "schedule 1",
        "explicit consent",
        "substantial public interest",
    ];
    let none = first(&texts, &conditions).is_none();
    let message = "Sensitive data is used, and no condition for it is stated";
    found(none.then(|| Found::missing(message).at(place)))
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
    if first(&texts, &["withdraw", "change your mind", "take back your"]).is_some() {
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
