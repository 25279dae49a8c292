//! Offers by e-mail or text that wait for no yes (PECR reg. 22).

use super::text::{fold, has, words};

/// What to do about them.
pub(super) const REMEDY: &str = "Ask for a yes of its own before offers go out by e-mail or text, and let nobody have to say no; where the exception for customers or supporters is meant, say that.";

/// Says whether a sentence has offers go to whoever has not said no: "unless you tell us not to", "tick if you do not want them".
pub(super) fn is_opt_out(sentence: &str) -> bool {
    let refuses = [
        "unless you tell us not",
        "unless you tell us you do",
        "unless you tell us that you do not",
        "unless you tell us otherwise",
        "unless you ask us not",
        "unless you ask us to stop",
        "unless you ask not",
        "unless you have asked us not",
        "unless you have told us not",
        "unless you opt out",
        "unless you opt-out",
        "unless you have opted out",
        "unless you say no",
        "unless you say otherwise",
        "unless you object",
        "unless you untick",
        "unless you tick the box to say no",
        "unless you let us know that you do not",
        "unless you let us know you do",
        "unless we hear otherwise",
        "unless you write to",
    ];
    let rather_not = [
        "do not want",
        "don't want",
        "do not wish",
        "don't wish",
        "would rather not",
        "would prefer not",
        "not to receive",
        "not to get",
        "not to hear",
        "opt out",
        "opt-out",
    ];
    let boxes = ["tick", "box is", "box below", "the box"];
    let ticked = [
        "untick",
        "un-tick",
        "pre-ticked",
        "already ticked",
        "ticked for you",
        "remove the tick",
        "clear the tick",
    ];
    // "Unless they opt out" is said of whoever reads it, too.
    let told = fold(sentence).replace("they ", "you ");
    let silent = has(&told, &refuses)
        || has(sentence, &ticked)
        || (has(sentence, &boxes) && has(&told, &rather_not));
    silent && is_marketing(sentence) && !is_excepted(sentence)
}

/// Says whether a sentence speaks of what is sent to sell, or to win people over.
pub(super) fn is_marketing(sentence: &str) -> bool {
    let sent = [
        "marketing",
        "promotion",
        "newsletter",
        "advert",
        "latest news",
        "news and",
        "news of our",
        "news about our",
        "products",
        "fundraising",
        "deals",
    ];
    // Who "offers a course" sends nothing.
    let all = words(sentence);
    let offers = (0..all.len()).any(|at| {
        let next = all.get(at + 1).map(String::as_str);
        all[at] == "offers"
            && matches!(
                next,
                None | Some(
                    "by" | "from"
                        | "about"
                        | "on"
                        | "and"
                        | "or"
                        | "unless"
                        | "of"
                        | "for"
                        | "that"
                        | "which"
                        | "please"
                        | "untick"
                        | "tick"
                        | "sent"
                )
            )
    });
    offers || has(sentence, &sent)
}

/// Says whether a sentence is of the post, or of people to whom offers may go without a yes.
fn is_excepted(sentence: &str) -> bool {
    let electronic = ["e-mail", "email", "text", "sms", "message"];
    let post = has(sentence, &["by post", "in the post", "through the post"]);
    let known = [
        "customer",
        "bought",
        "bought from us",
        "if you agree",
        "you have agreed",
        "your consent",
        "signed up",
        "sign up",
        "asked for",
        "opted in",
        "supporters",
        "donors",
        "similar products",
        "never",
    ];
    (post && !has(sentence, &electronic)) || has(sentence, &known)
}

#[cfg(test)]
mod tests {
    use super::is_opt_out;

    #[test]
    fn offers_that_wait_for_no_yes_are_told_from_those_that_do() {
        for sentence in [
            "We will send you offers by e-mail unless you tell us not to.",
            "Unless you opt out, we text you about our latest products and promotions.",
            "Tick the box if you do not want to get offers from our leisure centres.",
            "Please untick the box if you would prefer not to receive our newsletter.",
            "The box for marketing by text message is already ticked; untick it to say no.",
            "We add you to our marketing list unless you ask us not to.",
            "We may e-mail you details of our products unless you object.",
            "We send all parents our e-newsletter unless they opt out.",
        ] {
            assert!(is_opt_out(sentence), "{sentence}");
        }
        for sentence in [
            "Tick the box if you want our newsletter.",
            "We will never send you marketing unless you ask us to.",
            "We send you reminders by text unless you tell us not to.",
            "We post our magazine of offers to tenants by post unless you tell us not to.",
            "The college offers you a place unless you tell us not to.",
            "If you agree, we send you offers until you tell us to stop.",
            "You can opt out of our newsletter at any time.",
            "We e-mail customers about similar products unless they have opted out.",
            "Tick the box if you do not want us to share your details with the hospital.",
        ] {
            assert!(!is_opt_out(sentence), "{sentence}");
        }
    }
}
