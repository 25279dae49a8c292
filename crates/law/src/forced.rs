//! Consent that people must give: without it they do not get what they came for (Art. 7(4)).

use super::text::{denies, has, words};

/// What to do about it.
pub(super) const REMEDY: &str = "Rest what people cannot refuse on another basis, and for sensitive data on another condition, and ask for consent only where a no costs them nothing.";

/// Says whether a sentence makes a yes to a use of data the price of something: "You must consent to our use of your health data
/// before you can join". That sharing waits for a yes is no such price.
pub(super) fn is_forced(sentence: &str) -> bool {
    let uses = [
        "data",
        "information",
        "details",
        "health",
        "medical",
        "record",
        "photo",
        "checks",
        "biometric",
        "fingerprint",
        "ethnic",
    ];
    let price = [
        "before you can",
        "before you may",
        "in order to",
        "if you want to",
        "if you wish to",
        "to be able to",
        "to join",
        "to register",
        "to apply",
        "to take part",
        "to use ",
        "to get ",
        "to receive",
        "to be considered",
        "otherwise we",
        "or we cannot",
        "or we will not",
        "we cannot offer",
        "we cannot provide",
        "we cannot accept",
        "we cannot register",
        "we will not accept",
        "condition of",
        "without it we",
        "without it you",
    ];
    let all = words(sentence);
    let obliged = has(
        sentence,
        &[
            "you must",
            "you are required to",
            "you have to",
            "you need to",
            "you are obliged to",
        ],
    );
    // The yes stands soon behind the duty: "you must give your explicit consent".
    let must = all.iter().position(|it| {
        matches!(
            it.as_str(),
            "must" | "required" | "have" | "need" | "obliged"
        )
    });
    let soon = must.is_some_and(|at| {
        let near: Vec<&str> = all[at + 1..].iter().take(7).map(String::as_str).collect();
        near.contains(&"consent") && !near.contains(&"not")
    });
    let condition = has(
        sentence,
        &[
            "consent is a condition",
            "consenting is a condition",
            "consent is compulsory",
            "consent is mandatory",
            "unless you consent to",
            "unless you give your consent to",
        ],
    ) && (has(sentence, &price) || has(sentence, &["compulsory", "mandatory"]));
    let denied = has(
        sentence,
        &[
            "not have to",
            "do not need",
            "need not",
            "never",
            "is not a condition",
            "parental",
        ],
    );
    // Who takes part in a study consents to just that.
    let study = has(sentence, &["take part"]) && has(sentence, &["research", "study", "trial"]);
    let forced = (obliged && soon && has(sentence, &price)) || condition;
    forced && has(sentence, &uses) && !denied && !study && !denies_the_duty(sentence)
}

/// Says whether it is the duty that is denied: "Nobody must consent".
fn denies_the_duty(sentence: &str) -> bool {
    let before = words(sentence)
        .into_iter()
        .take_while(|it| it != "must")
        .collect::<Vec<_>>();
    before.len() < 4 && denies(&before.join(" "))
}

#[cfg(test)]
mod tests {
    use super::is_forced;

    #[test]
    fn a_yes_that_is_a_price_is_told_from_one_that_is_waited_for() {
        for sentence in [
            "You must give your explicit consent to our use of your health data before you can volunteer.",
            "You must consent to the use of your medical record in order to register.",
            "You are required to consent to biometric data being taken to use the canteen.",
            "Your consent is a condition of membership: without it we cannot hold your health details.",
            "We cannot offer you a place unless you consent to our use of your child's medical information.",
            "You must consent to the sharing of your records with our research partners in order to receive treatment.",
            "You have to give us your consent to share your records or we cannot help you.",
        ] {
            assert!(is_forced(sentence), "{sentence}");
        }
        for sentence in [
            "You must give your consent before we can share your record.",
            "You do not have to consent to the use of your data in order to get a plot.",
            "You must consent to the use of your data in order to take part in the study.",
            "You must tell us your address in order to register.",
            "We must have your consent before we use your photo.",
            "You need to know that consent to the use of your data can be withdrawn.",
            "Your consent is not a condition of treatment or of access to your record.",
            "You must not be pressed to consent to the use of your data.",
            "Nobody must consent to the use of their data in order to join.",
        ] {
            assert!(!is_forced(sentence), "{sentence}");
        }
    }
}
