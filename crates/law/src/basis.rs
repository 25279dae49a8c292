//! Purposes, lawful bases and consent.

use notice::{Basis, Notice, Purpose, Question, SectionId};

use super::{
    Date, DatedFacts, FactKind, Found, Mark, Mention, OnSource, Outcome, Reads, Rule, Severity,
    consent, found, interests, prose, sensitive, text::has, withdrawal,
};

pub(super) static RULES: [Rule; 6] = [
    Rule {
        id: "PUR-01",
        title: "What the data is used for",
        law: "Arts. 13(1)(c), 14(1)(c)",
        severity: Severity::Error,
        remedy: "Add a [[purpose]] for every use of the data, with its `text` and `basis`.",
        question: "What do you use people’s details for? Please list every use.",
        first_layer: Some(Question::Why),
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::uses),
        mention: Some(Mention {
            section: Some(SectionId::Purposes),
            words: &[],
            beside: &[],
        }),
        find: purposes,
    },
    Rule {
        id: "BAS-01",
        title: "A lawful basis for each purpose",
        law: "Arts. 13(1)(c), 14(1)(c)",
        severity: Severity::Error,
        remedy: "Ask the service which basis of Art. 6(1) each [[purpose]] rests on, and write it as its `basis`; never guess it.",
        question: "What lets you use the details for each of these purposes: a law, a contract, a task of the organisation, or consent? If it is a law, which one?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::bases),
        mention: Some(Mention {
            section: None,
            words: &[
                "lawful basis",
                "legal basis",
                "legal obligation",
                "public task",
                "legitimate interest",
                "article 6",
            ],
            beside: &[],
        }),
        find: bases,
    },
    Rule {
        id: "BAS-02",
        title: "Legitimate interests, named and not a public authority’s",
        law: "Arts. 6(1), last sentence, 13(1)(d), 14(2)(b); DPA 2018 s. 7",
        severity: Severity::Warning,
        remedy: "Write basis = \"public-task\" where a public authority does its task; where such an interest does hold, name it in `basis-detail`.",
        question: "This use rests on “legitimate interests”. Is it a part of your public tasks? If not, what exactly is the interest?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::interests),
        mention: None,
        find: interests::interests,
    },
    Rule {
        id: "BAS-03",
        title: "Consent not bundled with signing",
        law: "Art. 7(2), (4)",
        severity: Severity::Error,
        remedy: "Ask for consent by itself on the form, apart from any signature, so that people can say no, and let the notice tell it so.",
        question: "Can people say no to this and still sign, or still get the service? How do you ask them for a yes of its own?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Whole,
        mention: None,
        find: consent::bundled,
    },
    Rule {
        id: "BAS-04",
        title: "A condition for sensitive data",
        law: "guidance on Art. 9 and DPA 2018 Sch. 1: a condition is a duty, to print it is not",
        severity: Severity::Error,
        remedy: "Write special = true in the [[data]] that is sensitive, and its condition of Art. 9(2), with that of Schedule 1 where one is needed, in the `basis-detail` of the [[purpose]].",
        question: "Do you ask about health, beliefs, ethnic origin, offences or the like? What do you need it for, and does a law have you ask?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::special),
        mention: Some(Mention {
            section: None,
            words: &[
                "article 9",
                "substantial public interest",
                "special categor",
            ],
            beside: &[],
        }),
        find: sensitive::special,
    },
    Rule {
        id: "CON-01",
        title: "How to withdraw consent",
        law: "Arts. 13(2)(c), 14(2)(d)",
        severity: Severity::Error,
        remedy: "Say that consent can be withdrawn at any time, and how: in the section “rights”, or in the `basis-detail` of the [[purpose]].",
        question: "If somebody said yes and now wants to say no, what do they do, and what happens then?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::withdrawal),
        mention: Some(Mention {
            section: None,
            words: &["withdraw"],
            beside: &[],
        }),
        find: withdrawal::withdrawal,
    },
];

fn purposes(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let none = notice.purposes.is_empty();
    found(none.then(|| Found::missing("The notice states no purpose")))
}

fn bases(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let unstated: Vec<&Purpose> = notice.purposes.iter().filter(|it| !stated(it)).collect();
    let too_early = facts.outdated(FactKind::Basis, "recognised-legitimate-interest", at);
    let early = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::RecognisedLegitimateInterest);
    let early = too_early.into_iter().flat_map(|fact| {
        let message = format!("Art. 6(1)(ea) is not law on {at}{}", fact.remark());
        let wrong = move |it: &Purpose| fact.finding(Mark::Wrong, message.clone()).at(&it.text);
        early.clone().map(wrong)
    });
    let gap = unstated.first().map(|first| {
        let all = notice.purposes.len();
        let message = format!("{} of {all} purposes name no lawful basis", unstated.len());
        let hint = unstated.len() < all
            || consent::conditions(notice).any(|detail| has(detail, &["consent"]));
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
