//! What it is that is taken back, in what stands beside a use that rests on consent: the consent, or something else.

use super::text::{has, words};

/// Words for taking something back, as it is done and as it was.
const BACK: [&str; 9] = [
    "withdraw",
    "withdraws",
    "withdrawn",
    "withdrawing",
    "cancel",
    "cancelled",
    "cancelling",
    "revoke",
    "revoked",
];

/// What one has said yes by, and what stands for it.
const YES: [&str; 22] = [
    "agreement",
    "approval",
    "authorisation",
    "choice",
    "consent",
    "decision",
    "it",
    "list",
    "mailing",
    "mailings",
    "messages",
    "opt",
    "permission",
    "preference",
    "registration",
    "subscription",
    "that",
    "them",
    "these",
    "this",
    "use",
    "yes",
];

/// Who else takes something back: what they take back is nobody's consent.
const OTHERS: [&str; 13] = [
    "we",
    "council",
    "trust",
    "school",
    "college",
    "university",
    "bank",
    "authority",
    "company",
    "landlord",
    "service",
    "team",
    "officer",
];

/// What may stand between somebody, or something, and what is done.
const BETWEEN: [&str; 25] = [
    "also", "always", "are", "at", "any", "be", "been", "can", "could", "ever", "freely", "has",
    "have", "is", "later", "may", "might", "must", "only", "should", "simply", "then", "time",
    "was", "will",
];

/// Says whether a sentence that takes something back, beside a use that rests on consent, takes that back. `uses` is what rests on
/// consent: whoever withdraws from that has withdrawn.
pub(super) fn is_of_consent(sentence: &str, uses: &[&str]) -> bool {
    let own = |word: &String| {
        let used = |it: &&str| word.len() > 3 && words(it).contains(word);
        YES.contains(&word.as_str()) || word.starts_with("consent") || uses.iter().any(used)
    };
    let clauses = sentence.split([',', ';', ':', '(', ')']).map(words);
    let backs = clauses.map(|all| {
        let at = (0..all.len()).filter(|&at| BACK.contains(&all[at].as_str()));
        at.map(|at| is_own(&all, at, own)).collect::<Vec<_>>()
    });
    let backs: Vec<bool> = backs.flatten().collect();
    // Other words for it ("change your mind") speak of a yes by themselves.
    backs.is_empty() || (backs.contains(&true) && !has(sentence, &["without notice"]))
}

/// Says whether a word tells of what, or for what, the one before it is.
fn is_of(word: &str) -> bool {
    matches!(word, "for" | "of" | "to" | "about")
}

/// Says whether what is taken back at a place is one's own yes.
fn is_own(all: &[String], at: usize, own: impl Fn(&String) -> bool) -> bool {
    let before = all[..at].iter().rev();
    let subject = before.clone().find(|it| !BETWEEN.contains(&it.as_str()));
    let others = subject.is_some_and(|it| OTHERS.contains(&it.as_str()));
    // "Applications may be withdrawn", "payments withdrawn by your bank"
    if matches!(all[at].as_str(), "withdrawn" | "cancelled" | "revoked") {
        let you = |it: &String| matches!(it.as_str(), "you" | "if" | "once" | "when");
        // "Bids for a plot": what is withdrawn stands before the word that says of what it is.
        let of = all[..at]
            .iter()
            .position(|it| is_of(it))
            .filter(|&of| of > 0);
        if let Some(of) = of {
            return own(&all[of - 1]);
        }
        return subject.is_none_or(|it| own(it) || you(it)) || before.take(4).any(&own);
    }
    let behind: Vec<&String> = all[at + 1..].iter().take(6).collect();
    let end = |it: &str| {
        matches!(
            it,
            "at" | "any"
                | "by"
                | "whenever"
                | "when"
                | "without"
                | "with"
                | "later"
                | "and"
                | "if"
                | "here"
                | "through"
                | "using"
                | "again"
                | "in"
                | "as"
                | "or"
                | "online"
                | "anytime"
                | "before"
                | "too"
        )
    };
    // "You can withdraw at any time" leaves no doubt: nothing else is named.
    let named = behind.into_iter().enumerate();
    let named = named.take_while(|(at, it)| !end(it) && (*at == 0 || !is_of(it)));
    let named: Vec<&String> = named.map(|(_, it)| it).collect();
    !others && (named.is_empty() || named.into_iter().any(own))
}

#[cfg(test)]
mod tests {
    use super::is_of_consent;

    #[test]
    fn consent_that_is_taken_back_is_told_from_other_things() {
        let uses = ["Send you our gardening newsletter"];
        for sentence in [
            "You can withdraw at any time.",
            "You may withdraw from the mailing list at any time.",
            "Consent may be withdrawn by ringing us.",
            "Your permission can be withdrawn later.",
            "Cancel the newsletter by the link in it.",
            "You can cancel your subscription whenever you like.",
            "You can withdraw it.",
            "To withdraw, ring us.",
            "You may withdraw from this.",
            "Change your mind at any time.",
            "If you withdraw, we stop.",
            "You are free to revoke your agreement.",
            "Your consent to the newsletter can be withdrawn at any time.",
        ] {
            assert!(is_of_consent(sentence, &uses), "{sentence}");
        }
        for sentence in [
            "You may withdraw from the garden waste scheme at any time.",
            "The Council can withdraw the newsletter without notice.",
            "Payments withdrawn by your bank are shown on your account.",
            "Applications may be withdrawn before the first collection.",
            "You can cancel your collection.",
            "We may withdraw the service.",
            "You can withdraw your application until Friday.",
            "Orders can be cancelled within 14 days.",
            "The licence may be revoked.",
            "Your bank can cancel the payment.",
            "Orders for the gardening book can be cancelled.",
            "You can withdraw your bid for a gardening prize.",
        ] {
            assert!(!is_of_consent(sentence, &uses), "{sentence}");
        }
    }
}
