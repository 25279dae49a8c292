//! A yes that is guessed from silence.

use super::text::{denies, fold, has, words};

/// Says whether a sentence guesses a yes: "If the slip does not come back, we will take it that you are happy for your child to
/// appear." What the council guesses otherwise (that an address has not changed) asks for no yes.
pub(super) fn is_guessed_from_silence(sentence: &str) -> bool {
    let guesses = [
        "take it that you",
        "take it that we have",
        "take it you",
        "take this to mean that you",
        "assume you",
        "assume that you",
        "assume we have",
        "assume that we have",
        "assume parents",
        "assume that parents",
        "consider that you have",
        "presume that you",
        "presume you",
        "conclude that you",
    ];
    let yes = [
        "consent",
        "agree",
        "are happy",
        "are content",
        "do not mind",
        "do not object",
        "have no objection",
        "your permission",
        "your consent",
        "your agreement",
        "are willing",
    ];
    let folded = fold(sentence);
    guesses.iter().any(|guess| {
        folded.split_once(guess).is_some_and(|(before, after)| {
            // "We never assume that you agree."
            let soon: Vec<String> = words(after).into_iter().take(7).collect();
            let last = words(before).into_iter().rev();
            let last: Vec<String> = last.take_while(|it| it != "we").take(3).collect();
            let near = format!("{guess} {}", soon.join(" "));
            let near = near.replace("dont mind", "do not mind");
            has(&near, &yes) && !denies(&last.join(" "))
        })
    })
}
