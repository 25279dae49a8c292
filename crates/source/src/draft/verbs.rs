//! Purposes that stand behind one “to”: “to decide who travels, plan routes, issue passes and deal with accidents”.

/// What councils, schools and surgeries do, as notices put it.
const VERBS: [&str; 72] = [
    "administer",
    "advise",
    "allocate",
    "answer",
    "arrange",
    "assess",
    "award",
    "book",
    "bring",
    "calculate",
    "carry",
    "check",
    "collect",
    "comply",
    "contact",
    "deal",
    "decide",
    "deliver",
    "detect",
    "enforce",
    "ensure",
    "find",
    "fit",
    "follow",
    "give",
    "help",
    "identify",
    "improve",
    "inform",
    "investigate",
    "invite",
    "issue",
    "keep",
    "let",
    "maintain",
    "make",
    "manage",
    "match",
    "meet",
    "monitor",
    "offer",
    "organise",
    "pay",
    "plan",
    "prepare",
    "prevent",
    "process",
    "produce",
    "protect",
    "provide",
    "publish",
    "recover",
    "refer",
    "register",
    "remind",
    "reply",
    "report",
    "respond",
    "review",
    "run",
    "safeguard",
    "send",
    "show",
    "support",
    "take",
    "teach",
    "tell",
    "train",
    "understand",
    "verify",
    "warn",
    "write",
];

/// Parts a purpose at each verb that goes on with it; whole where it has one alone, or where a part would say nothing.
pub(super) fn each(purpose: &str) -> Vec<&str> {
    let verb = |text: &str| {
        let first = text.split(' ').next().unwrap_or_default();
        VERBS.contains(&first) && text.contains(' ')
    };
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in purpose.match_indices(", ") {
        let behind = &purpose[at + 2..];
        let behind = behind.strip_prefix("and ").unwrap_or(behind);
        if verb(behind) {
            found.push(&purpose[from..at]);
            from = purpose.len() - behind.len();
        }
    }
    if found.is_empty() {
        return vec![purpose];
    }
    let last = &purpose[from..];
    let two = last
        .match_indices(" and ")
        .find(|(at, and)| verb(&last[at + and.len()..]));
    match two {
        Some((at, and)) => found.extend([&last[..at], &last[at + and.len()..]]),
        None => found.push(last),
    }
    let says = |part: &&str| part.trim_start_matches("to ").contains(' ');
    if found.iter().all(says) {
        found
    } else {
        vec![purpose]
    }
}

#[cfg(test)]
mod tests {
    use super::each;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn each_verb_begins_a_purpose() {
        for (text, parts) in [
            (
                "to decide who travels, plan routes and stops, issue bus passes and deal with accidents",
                &[
                    "to decide who travels",
                    "plan routes and stops",
                    "issue bus passes",
                    "deal with accidents",
                ][..],
            ),
            (
                "to assess your needs, arrange your care, and review it",
                &["to assess your needs", "arrange your care", "review it"],
            ),
            (
                "to collect rent, carry out repairs",
                &["to collect rent", "carry out repairs"],
            ),
        ] {
            assert_eq!(each(text), parts, "{text}");
        }
        for text in [
            "to assess your claim and pay your benefit",
            "to plan routes, stops and shelters",
            "to support, help and advise you",
            "to send you letters, bills and reminders",
            "to let you a garage",
        ] {
            assert_eq!(each(text), [text], "{text}");
        }
    }
}
