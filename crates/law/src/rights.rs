//! Rights.

use notice::{Basis, Notice, Question, RightId, SectionId};

use super::{
    Date, DatedFacts, Found, Mention, OnSource, Outcome, Reads, Rule, Severity,
    denied::denied,
    found, prose,
    text::{all, has, sentences},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "RGT-01",
        title: "The full set of rights",
        law: "Arts. 13(2)(b), 14(2)(c)",
        severity: Severity::Error,
        remedy: "State each right in a [[right]], or all in notices/shared/rights.md: access, correction, deletion, restriction, objection and, where consent or a contract is a basis, moving one’s data.",
        question: "Can people use all of their rights with you? If one is missing from the notice, why?",
        first_layer: Some(Question::Rights),
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::denied),
        mention: Some(Mention {
            section: Some(SectionId::Rights),
            words: &["right to ", "right of "],
            beside: &[],
        }),
        find: full,
    },
    Rule {
        id: "RGT-02",
        title: "The right to object, set apart",
        law: "Art. 21(4)",
        severity: Severity::Warning,
        remedy: "Give the right to object an [[answer]] of its own to the question “rights”, apart from the other rights.",
        question: "What happens when somebody objects to your use of their details? Who deals with it?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::apart),
        mention: Some(Mention {
            section: None,
            words: &["right to object", "and to object", "object to"],
            beside: &[],
        }),
        find: apart,
    },
    Rule {
        id: "RGT-03",
        title: "No right that the basis does not give",
        law: "Art. 20(1)",
        severity: Severity::Info,
        remedy: "Take its [[right]] out, or say in its `text` that it is one only where consent or a contract is the basis.",
        question: "The notice promises that people can take their details elsewhere. Do you really offer that, and for what?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::promised),
        mention: None,
        find: portability,
    },
];

/// The rights that a notice tells of, each with a word by which each is known within the text of another.
const NEEDED: [(RightId, &str); 6] = [
    (RightId::Access, "copies of"),
    (RightId::Rectification, "rectif"),
    (RightId::Erasure, "delet"),
    (RightId::Restriction, "restrict"),
    (RightId::Objection, "object"),
    (RightId::Portability, "portab"),
];

fn full(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    // Nobody has it where the basis does not give it (Art. 20(1)), and then to state it misleads.
    let moves = notice
        .purposes
        .iter()
        .any(|it| matches!(it.basis, Basis::Consent | Basis::Contract));
    let needed = NEEDED
        .into_iter()
        .filter(|(id, _)| moves || *id != RightId::Portability);
    let missing = needed.filter(|(id, word)| {
        let states = |name: &str, text: &str| has(name, &[word]) || has(text, &[word]);
        !notice
            .rights
            .iter()
            .any(|right| right.id == *id || states(&right.name, &right.text))
    });
    let texts = all(notice);
    let denied = denied(&texts);
    let is_denied = |id: RightId| denied.iter().any(|(other, _)| *other == id);
    let (refused, silent): (Vec<RightId>, Vec<RightId>) =
        missing.map(|(id, _)| id).partition(|id| is_denied(*id));
    let silent: Vec<&str> = silent.into_iter().map(RightId::id).collect();
    let silent = (!silent.is_empty()).then(|| {
        let found = Found::missing(format!("Rights not stated: {}", silent.join(", ")));
        match notice.rights.last() {
            Some(right) => found.at(&right.text),
            None => found,
        }
    });
    let refused = refused.into_iter().filter_map(|id| {
        let (_, said) = denied.iter().find(|(other, _)| *other == id)?;
        let given = notice.purposes.iter().any(|it| is_given(id, it.basis));
        let message = format!(
            "The notice says that there is no right to {}, and a basis that it states gives that right",
            id.id()
        );
        given.then(|| Found {
            remedy: Some(GIVEN),
            ..Found::wrong(message).at(said)
        })
    });
    found(silent.into_iter().chain(refused))
}

/// What to do where a notice denies a right that a basis gives.
const GIVEN: &str =
    "State the right in a [[right]], and say for which of the purposes it does not hold, and why.";

/// Says whether a basis gives a right. Whoever must use data by law or for a public task need not delete it (Art. 17(3)(b)), and
/// one objects to what rests on a task or an interest (Art. 21(1)). Where no basis is stated, nobody can tell.
fn is_given(right: RightId, basis: Basis) -> bool {
    use Basis::{
        Consent, Contract, LegalObligation, LegitimateInterests, NotStated, PublicTask,
        RecognisedLegitimateInterest,
    };
    match right {
        RightId::Erasure => !matches!(basis, LegalObligation | PublicTask | NotStated),
        RightId::Objection => matches!(
            basis,
            PublicTask | RecognisedLegitimateInterest | LegitimateInterests
        ),
        RightId::Portability => matches!(basis, Consent | Contract),
        _ => true,
    }
}

/// Recognises what is set apart: a first answer, or a section's heading, that speaks of objecting and of no other right.
fn apart(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    use Basis::{LegitimateInterests, NotStated, PublicTask, RecognisedLegitimateInterest};
    let open = |basis| {
        matches!(
            basis,
            LegitimateInterests | NotStated | PublicTask | RecognisedLegitimateInterest
        )
    };
    if !notice.purposes.iter().any(|purpose| open(purpose.basis)) {
        return None;
    }
    let alone = |text: &str| {
        has(text, &["object"])
            && !has(
                text,
                &["copy", "copies", "correct", "delet", "restrict", "portab"],
            )
    };
    let answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Rights);
    let mut headings = notice
        .sections
        .iter()
        .filter(|section| matches!(section.id, SectionId::Rights | SectionId::Choice));
    let told = answers.clone().any(|it| sentences(&it.text).any(alone))
        || headings.any(|section| alone(&section.heading));
    let right = notice
        .rights
        .iter()
        .find(|right| right.id == RightId::Objection);
    found((!told).then(|| {
        let found = Found::missing("The right to object is not set apart from the rest");
        match right {
            Some(right) => found.at(&right.text),
            None => found,
        }
    }))
}

fn portability(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let right = notice
        .rights
        .iter()
        .find(|right| right.id == RightId::Portability)?;
    let mut stated = notice
        .purposes
        .iter()
        .map(|purpose| purpose.basis)
        .filter(|basis| *basis != Basis::NotStated)
        .peekable();
    // Where no basis is stated at all, nobody can tell.
    stated.peek()?;
    let given = stated.any(|basis| matches!(basis, Basis::Consent | Basis::Contract));
    // Said for the services that it holds for, as texts are that several notices share.
    let told = has(&right.text, &["consent"]) && has(&right.text, &["contract"]);
    let message =
        "No purpose rests on consent or a contract, so nobody has the right to move their data";
    found((!given && !told).then(|| Found::wrong(message).at(&right.text)))
}
