//! Whether a source text that asks for consent says how it is taken back.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, fold, has, words},
    withdrawal::{stops, withdraws},
};

/// Finds that a whole notice rests something on consent, and says nowhere how to withdraw it.
pub(crate) fn withdrawal(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    if let Some(kept) = said.iter().find(|it| keeps_to_a_yes(it.text)) {
        let message = "Consent can be withdrawn at any time, and the text says that it cannot";
        return found([Found::wrong(message).at(kept.text)]);
    }
    let entered = notice.purposes.iter().filter_map(|it| {
        let basis = it.basis_detail.as_deref()?;
        (is_a_basis(basis) && !denies(basis)).then_some(it.text.as_str())
    });
    let asked = said.iter().map(|it| it.text);
    let mut asked = asked
        .filter(|it| rests_on_consent(it) || is_a_basis(it))
        .chain(entered);
    let asked = asked.next()?;
    let texts = &text.texts;
    let told = texts.iter().any(|text| withdraws(text) || stops(text))
        || texts.windows(2).any(|pair| withdraws(&pair.join(" ")));
    let message = "Something rests on consent, and the text does not say how to withdraw it";
    found((!told && text.is_whole()).then(|| Found::missing(message).at(asked)))
}

/// Says whether a sentence holds people to a yes that they gave. What was done with it already, or is nobody's any more, nobody can
/// take back; and where no consent is asked for, there is none to take back.
fn keeps_to_a_yes(sentence: &str) -> bool {
    let forbids = [
        "cannot be withdrawn",
        "cannot be taken back",
        "cannot be revoked",
        "cannot be cancelled",
        "cannot be undone",
        "cannot withdraw",
        "can't withdraw",
        "may not withdraw",
        "may not be withdrawn",
        "is irrevocable",
    ];
    let bound = [
        "anonym",
        "publish",
        "already",
        "after ",
        "once ",
        "result",
        "print",
        "do not ask",
        "not rely",
        "no consent",
        "not our basis",
        "do not need",
        "not need",
        "application",
        "treatment",
        "payment",
    ];
    // That it was given is no reason why it should bind.
    let given = [
        "once given",
        "once it is given",
        "once it has been given",
        "once you have given",
        "once you give",
        "once signed",
        "once you have signed",
        "once you sign",
        "once the form is signed",
        "once the form has been signed",
        "once you have agreed",
        "once you agree",
        "after signing",
        "after you have signed",
        "after the form is signed",
    ];
    let text = fold(sentence).replace("can not ", "cannot ");
    let rest = given
        .iter()
        .fold(text.clone(), |text, it| text.replace(it, ""));
    // To be operated on is agreed to by another law.
    let body = ["operation", "surgery", "organ ", "transplant", "adoption"];
    has(&text, &forbids)
        && has(&text, &["consent", "permission"])
        && !has(&rest, &bound)
        && (rest == text || !has(&rest, &body))
}

/// Says whether a text has consent as its basis by the law's own number, or beside the word: "Lawful basis: Consent, Article 6(1)(a)".
fn is_a_basis(text: &str) -> bool {
    let text = fold(text);
    let numbered = ["6(1)(a)", "article 9(2)(a)", "6.1(a)", "6(1a)"];
    let named = [
        "basis: consent",
        "basis: your consent",
        "basis: explicit consent",
        "basis is your consent",
        "basis is explicit consent",
        "we rely on consent",
        "we rely on explicit consent",
        "rests on consent",
        "by consent, article",
    ];
    let spelt = text.starts_with("consent,") || text.starts_with("your consent,");
    let basis = has(&text, &numbered) || has(&text, &named) || spelt;
    basis
        && has(&text, &["consent"])
        && !denies(&text)
        && !is_a_right(&text)
        && !is_of_rights(&text)
}

/// Says whether a text speaks of a right, which is there or is not by the basis.
fn is_of_rights(text: &str) -> bool {
    has(
        text,
        &["right to", "rights", "withdraw", "portab", "object"],
    )
}

/// Says whether a sentence has a use of data wait for a yes.
fn rests_on_consent(sentence: &str) -> bool {
    let rests = [
        "on consent",
        "basis is consent",
        "consent is our",
        "consent is the",
        "if you agree",
        "if you consent",
        "have given consent",
        "has given consent",
        "have given their consent",
        "you give consent",
        "you give us consent",
        "you give us permission",
        "given us permission",
        "parents consent",
        "parental consent",
    ];
    // "With your consent", "if you give us your written permission"
    let all = words(sentence);
    let yours = (0..all.len()).any(|at| {
        all[at] == "your"
            && all[at + 1..]
                .iter()
                .take(3)
                .any(|it| matches!(it.as_str(), "consent" | "permission"))
    });
    // Who treats or operates on somebody asks for another consent.
    let other = [
        "treatment",
        "operation",
        "procedure",
        "cookie",
        "marriage",
        "medical consent",
        "planning",
        "parent/guardian",
        "guardian's permission",
        "parent's permission",
    ];
    (yours || has(sentence, &rests))
        && !is_asked_by_others(&all)
        && !denies(sentence)
        && !has(sentence, &other)
        && !is_a_right(sentence)
}

/// Says whether it is others who wait for a yes before they pass something on: "your doctor refers you, which they do only if you
/// agree". They are to say how it is taken back.
fn is_asked_by_others(words: &[String]) -> bool {
    words.windows(3).enumerate().any(|(at, it)| {
        let agrees =
            it[0] == "if" && it[1] == "you" && matches!(it[2].as_str(), "agree" | "consent");
        agrees
            && words[at.saturating_sub(4)..at]
                .iter()
                .any(|it| it == "they")
    })
}

/// Says whether a sentence speaks of consent as what a right depends on: the right to take data elsewhere is there only with one.
fn is_a_right(sentence: &str) -> bool {
    let moves = [
        "portab",
        "machine-readable",
        "machine readable",
        "take elsewhere",
        "take it elsewhere",
        "take them elsewhere",
        "taken elsewhere",
        "take with you",
        "take to another",
        "take it to another",
        "in a form that",
        "in a form which",
        "in an electronic form",
        "in a format",
        "commonly used",
        "move your data",
        "move your information",
        "have it moved",
        "have it transferred",
    ];
    let all = words(sentence);
    let depends = all.iter().any(|it| {
        matches!(
            it.as_str(),
            "if" | "where" | "when" | "rests" | "based" | "under" | "what" | "data" | "held"
        )
    });
    let uses = [
        "we share",
        "we pass",
        "we send",
        "we publish",
        "we will",
        "we also use",
    ];
    depends && has(sentence, &moves) && !has(sentence, &uses)
}

#[cfg(test)]
mod tests {
    use super::{is_a_basis, keeps_to_a_yes, rests_on_consent};

    #[test]
    fn consent_as_a_basis_is_told_from_a_word_about_it() {
        for text in [
            "What for: Knowing a pupil at the till by the finger; Lawful basis: Consent, Article 6(1)(a).",
            "As the template is biometric data, explicit consent, Article 9(2)(a).",
            "Consent, for the mailing list",
            "Basis: your consent",
            "For photographs we rely on explicit consent.",
            "Newsletters: consent (Article 6(1)(a) of the UK GDPR).",
        ] {
            assert!(is_a_basis(text), "{text}");
        }
        for text in [
            "We do not rely on consent, Article 6(1)(a).",
            "You may withdraw consent given under Article 6(1)(a).",
            "The right to portability is there with consent, Article 6(1)(a).",
            "A parent's consent to the trip is on the form.",
            "Public task, Article 6(1)(e).",
            "Article 6(1)(a) is one of six bases.",
        ] {
            assert!(!is_a_basis(text), "{text}");
        }
    }

    #[test]
    fn a_yes_that_is_held_to_is_told_from_one_that_is_used_up() {
        for sentence in [
            "The consent that you give stands for the whole of your membership and cannot be cancelled part-way through.",
            "Consent cannot be withdrawn during the school year.",
            "You cannot withdraw your permission until the course has ended.",
            "Your consent is irrevocable.",
            "Consent given on the form may not be withdrawn by telephone or at all.",
            "Once given, permission for photographs cannot be withdrawn.",
            "Once you have signed the slip, consent cannot be withdrawn.",
            "Your consent cannot be taken back after signing.",
            "Consent for the newsletter, once it has been given, cannot be revoked.",
            "Once the form is signed you cannot withdraw your permission.",
        ] {
            assert!(keeps_to_a_yes(sentence), "{sentence}");
        }
        for sentence in [
            "We do not ask for your consent, and you cannot withdraw it.",
            "You can withdraw your consent at any time.",
            "Consent cannot be withdrawn once the data is anonymous.",
            "A picture already published with your consent cannot be taken back.",
            "A booking cannot be cancelled on the day.",
            "Once given, consent to the operation cannot be withdrawn when you are asleep.",
            "Once you have signed, your consent cannot be withdrawn for results already published.",
            "Consent for your answers, once given, cannot be withdrawn after we have anonymised them.",
            "Once you have agreed, you can withdraw your permission whenever you like.",
            "A bid, once given, cannot be withdrawn.",
        ] {
            assert!(!keeps_to_a_yes(sentence), "{sentence}");
        }
        for sentence in [
            "If it rests on your consent, to have it in a form that you can take elsewhere.",
            "Where we hold it with your consent, you may ask for it in a portable form.",
            "Portability: if you gave your consent, you can have your data in a machine-readable file.",
            "When we use it with your permission, you can have it moved to another landlord.",
            "To take with you what is held under your consent.",
        ] {
            assert!(!rests_on_consent(sentence), "{sentence}");
        }
        for sentence in [
            "With your consent we use your photograph in the prospectus.",
            "If you agree, we tell your GP about the visit.",
            "If you agree, we share your story in a format that suits the press.",
            "Where you give us permission, we pass your name to a befriending charity.",
            "Our legal basis is consent for the mailing list.",
        ] {
            assert!(rests_on_consent(sentence), "{sentence}");
        }
        for sentence in [
            "A hospital may refer you to us, which they do only if you agree.",
            "Charities send us your name; they do this if you consent.",
        ] {
            assert!(!rests_on_consent(sentence), "{sentence}");
        }
        assert!(!rests_on_consent(
            "Nor do we rely on your consent, although we shall ask what you would like."
        ));
    }
}
