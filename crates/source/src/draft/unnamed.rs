//! Items of a list that say something, and name no fact.

use crate::draft::find;

/// Says whether an item says something, and names nothing: “we will never sell it”.
pub(super) fn is_sentence(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    matches!(first, "We" | "we" | "You" | "you" | "It" | "They")
        || words.any(|word| matches!(word, "will" | "shall" | "must" | "cannot"))
        || is_said_of(text)
}

/// Says whether an item says of something that it is so: “Our dealings with them are governed by contracts”. What tells which one is
/// meant, “schools that you are at”, says nothing of it.
fn is_said_of(text: &str) -> bool {
    const WHICH: [&str; 17] = [
        "who", "which", "that", "whose", "where", "when", "whether", "what", "how", "why", "if",
        "unless", "because", "so", "as", "until", "while",
    ];
    const SOMEBODY: [&str; 9] = ["you", "we", "they", "it", "he", "she", "i", "there", "not"];
    // Behind a mark something else begins.
    let own = text.split(['(', ',', ':', ';', '–', '—']).next();
    let words: Vec<String> = own
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let Some(verb) = words
        .iter()
        .position(|word| matches!(word.as_str(), "is" | "are" | "was" | "were"))
    else {
        return false;
    };
    let before = &words[..verb];
    let somebody = before.last().map(String::as_str);
    somebody.is_some_and(|word| !SOMEBODY.contains(&word))
        && !before.iter().any(|word| WHICH.contains(&word.as_str()))
        && verb + 1 < words.len()
}

/// Says whether an item says when those below it are, and names nothing: “and, if you are arrested,”.
pub(super) fn is_when(text: &str) -> bool {
    let own = text.strip_prefix("and").unwrap_or(text);
    let own = own.trim_start_matches([',', ' ']);
    let first = own.split(' ').next().unwrap_or_default();
    own.len() < text.len()
        && matches!(first, "if" | "when" | "where" | "unless")
        && !own.contains(',')
}

/// Says whether an item says what for, and names no data: “to lend you books”.
pub(super) fn is_aim(text: &str) -> bool {
    text.starts_with("to ") || text.starts_with("To ")
}

/// Says whether an item is a control of the page that it stood on: “Share on Facebook”.
pub(super) fn is_button(text: &str) -> bool {
    let begins = [
        "Click to ",
        "Share on ",
        "Share this ",
        "Print this ",
        "Tweet ",
    ];
    begins.iter().any(|it| text.starts_with(it))
}

/// Says whether an item says how long something is kept: “visit records for seven years”.
pub(super) fn is_kept(text: &str) -> bool {
    let kept = |mark: &str| {
        let at = text.rfind(mark)?;
        (!find::periods(&text[at..]).is_empty()).then_some(())
    };
    [" for ", " until ", ": "]
        .iter()
        .any(|it| kept(it).is_some())
}

/// Says whether an item of a list of purposes is a sentence that says something else: “You can see it too”, “Staff can see it. So
/// can your GP”.
pub(super) fn is_told(text: &str) -> bool {
    let yours = [
        "You can ",
        "You may ",
        "You have ",
        "You do not ",
        "You must ",
    ];
    let ours = [
        "We hold ",
        "We keep ",
        "We will not ",
        "We do not ",
        "We never ",
    ];
    let can = [" can see", " may see", " have access to", " can read"];
    yours.iter().chain(&ours).any(|it| text.starts_with(it))
        || can.iter().any(|it| text.contains(it))
}

#[cfg(test)]
mod tests {
    use super::{is_sentence, is_when};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_says_something_names_nobody() {
        for text in [
            "Our relationships with such providers are governed by our contracts with them",
            "Their staff are trained each year",
            "The list is kept by the museum",
            "These visits were stopped in March",
            "We never sell it",
            "Your GP must tell us",
        ] {
            assert!(is_sentence(text), "{text}");
        }
        for text in [
            "With our contractors, in order to undertake repairs",
            "Schools that you are at",
            "The doctor you were registered with",
            "People who are named in your file",
            "Civica (which is our supplier)",
            "Your landlord, if he is asked",
            "Whether your home is damp",
            "How old your child is",
            "With police and other relevant authorities",
        ] {
            assert!(!is_sentence(text), "{text}");
        }
    }

    #[test]
    fn what_says_when_names_nothing() {
        for text in [
            "and, if you are arrested",
            "and if you have a car",
            "and, where the law says so",
            "and when you leave",
            "and, unless you object",
        ] {
            assert!(is_when(text), "{text}");
        }
        for text in [
            "and, if you are arrested, your custody number",
            "and your custody number",
            "andirons",
            "where you live",
            "if you smoke",
        ] {
            assert!(!is_when(text), "{text}");
        }
    }
}
