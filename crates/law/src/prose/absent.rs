//! What a source text says is nowhere, and has at work elsewhere.

use crate::{
    Found,
    text::{denies, has, sentences, words},
};

/// What watches people or gathers data about them by itself, in the singular.
const GATHERERS: [&str; 7] = [
    "camera",
    "cctv",
    "cookie",
    "drone",
    "microphone",
    "recording",
    "tracker",
];

/// Finds that there are none of such things at all, and that they do something.
pub(super) fn denied(texts: &[String]) -> Vec<Found> {
    let said: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let none = said.iter().filter_map(|it| Some((it, none_at_all(it)?)));
    let broken = none.filter(|(_, thing)| said.iter().any(|it| is_at_work(it, thing)));
    let message =
        |thing| format!("The text says that there is no {thing}, and speaks of what one does");
    broken
        .map(|(said, thing)| Found::wrong(message(thing)).at(said))
        .take(1)
        .collect()
}

/// Returns the thing of which a sentence says that there is none anywhere. In one room, or for one purpose, there may be none.
fn none_at_all(sentence: &str) -> Option<&'static str> {
    let all = words(sentence);
    (1..all.len()).find_map(|at| {
        let thing = GATHERERS.iter().find(|it| is(&all[at], it))?;
        let no = all[at.saturating_sub(2)..at].iter().any(|it| it == "no");
        let rest: Vec<&str> = all[at + 1..].iter().take(3).map(String::as_str).collect();
        let whole = matches!(
            rest.as_slice(),
            [] | ["anywhere" | "whatsoever", ..] | ["at", "all", ..] | ["of", "any", "kind"]
        );
        (no && whole).then_some(*thing)
    })
}

/// Says whether a sentence has such a thing do something today.
fn is_at_work(sentence: &str, thing: &str) -> bool {
    const DOES: [&str; 14] = [
        "are", "counts", "count", "cover", "covers", "film", "films", "is", "read", "record",
        "records", "show", "store", "watch",
    ];
    let all = words(sentence);
    let does = (0..all.len()).any(|at| {
        let behind = all[at + 1..].iter().take(2);
        is(&all[at], thing) && behind.clone().any(|it| DOES.contains(&it.as_str()))
    });
    let perhaps = [
        "if ",
        "would",
        "may ",
        "were ",
        "used to",
        "other websites",
        "until",
    ];
    does && !denies(sentence) && !has(sentence, &perhaps)
}

fn is(word: &str, thing: &str) -> bool {
    word == thing || word.strip_suffix('s') == Some(thing)
}

#[cfg(test)]
mod tests {
    use super::denied;

    fn finds(one: &str, two: &str) -> bool {
        !denied(&[one.to_owned(), two.to_owned()]).is_empty()
    }

    #[test]
    fn what_is_nowhere_does_nothing() {
        for (one, two) in [
            (
                "There are no cameras anywhere in the halls.",
                "Cameras watch the entrances.",
            ),
            ("We use no cookies.", "Cookies are deleted after 30 days."),
            (
                "We have no CCTV at all.",
                "Our CCTV records the yard, and films are kept for a month.",
            ),
        ] {
            assert!(finds(one, two), "{one}");
        }
        for (one, two) in [
            (
                "There are no cameras in the changing rooms.",
                "Cameras watch the entrances.",
            ),
            (
                "We use no cookies.",
                "Cookies of other websites are theirs.",
            ),
            (
                "We use no cookies.",
                "If cookies are set, we ask you first.",
            ),
            (
                "There are no recordings of calls.",
                "Recordings are kept for a month.",
            ),
            ("There are no cameras anywhere.", "We count who comes in."),
        ] {
            assert!(!finds(one, two), "{one}");
        }
    }
}
