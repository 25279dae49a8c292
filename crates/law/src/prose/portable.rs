//! A right to move data that a text promises for a use of its own, which rests on a task or a duty: "portability of the camera
//! recordings".

use notice::Notice;

use super::Said;
use crate::text::{denies, fold, has, words};

/// What a task or a duty is known by.
pub(super) const TASK: [&str; 5] = [
    "public task",
    "6(1)(e)",
    "6(1)(c)",
    "legal obligation",
    "part 3 of the data protection act",
];

/// What gives a right to move data.
pub(super) const MOVES: [&str; 5] = ["consent", "contract", "6(1)(a)", "6(1)(b)", "agreement"];

/// A use by its name, with whether its data may be moved.
struct Use {
    name: Vec<String>,
    moves: bool,
}

/// Says whether a promise names data, and all uses of which the text says what they rest on and that have this name rest on a task.
pub(super) fn is_of_a_task(promise: &str, notice: &Notice, said: &[Said<'_>]) -> bool {
    let uses = uses(notice, said);
    let named = named(promise);
    let of = |it: &Use| {
        named
            .iter()
            .any(|word| it.name.iter().any(|own| is_alike(word, own)))
    };
    let mut own = uses.iter().filter(|it| of(it)).peekable();
    own.peek().is_some() && own.all(|it| !it.moves)
}

/// Says whether a promise is of all that is held of somebody, so that what a task or a duty has gathered goes with it.
pub(super) fn is_of_everything(promise: &str) -> bool {
    const ALL: [&str; 5] = ["all", "complete", "entire", "full", "whole"];
    const HELD: [&str; 9] = [
        "data",
        "details",
        "file",
        "files",
        "history",
        "information",
        "record",
        "records",
        "them",
    ];
    const OF: [&str; 6] = ["the", "of", "your", "our", "this", "personal"];
    let all = words(promise);
    (0..all.len()).any(|at| {
        let behind = all[at + 1..].iter().take(4);
        let mut behind = behind.skip_while(|it| OF.contains(&it.as_str()));
        let next = behind.next();
        // "Your entire pupil file": a word of which file it is may stand between.
        let held = next
            .into_iter()
            .chain(behind.next())
            .any(|it| HELD.contains(&it.as_str()));
        let it_all = at > 0 && all[at] == "all" && matches!(all[at - 1].as_str(), "it" | "them");
        it_all || all[at] == "everything" || (ALL.contains(&all[at].as_str()) && held)
    }) && !has(
        promise,
        &["you gave us", "you have given us", "you provided"],
    )
}

/// Lists the uses of a text that say what they rest on.
fn uses(notice: &Notice, said: &[Said<'_>]) -> Vec<Use> {
    let of = |name: &str, basis: &str| {
        let moves = has(basis, &MOVES) && !denies(basis);
        (moves || has(basis, &TASK)).then(|| Use {
            name: words(name),
            moves,
        })
    };
    let entered = notice.purposes.iter().filter_map(|it| {
        let detail = it.basis_detail.as_deref().unwrap_or_default();
        of(&it.text, &format!("{}: {detail}", it.text))
    });
    let labelled = said.iter().filter_map(|it| {
        let (name, basis) = it.text.split_once(':')?;
        (words(name).len() < 12).then(|| of(name, basis)).flatten()
    });
    entered.chain(labelled).collect()
}

/// Lists the words by which a promise names data.
fn named(promise: &str) -> Vec<String> {
    const ANY: [&str; 24] = [
        "all",
        "copies",
        "copy",
        "data",
        "detail",
        "details",
        "everything",
        "file",
        "files",
        "form",
        "format",
        "have",
        "held",
        "hold",
        "information",
        "other",
        "personal",
        "record",
        "records",
        "that",
        "them",
        "this",
        "what",
        "your",
    ];
    let text = fold(promise);
    let behind = [
        "portability of ",
        "portability for ",
        "to move ",
        "to receive ",
        "to transfer ",
        "moving ",
        "transferring ",
    ];
    let Some(rest) = behind.iter().find_map(|it| Some(text.split_once(it)?.1)) else {
        return Vec::new();
    };
    let end = [", ", "; ", ".", " in a ", " which ", " that ", " to any "];
    let end = end.iter().filter_map(|it| rest.find(it)).min();
    let own = end.and_then(|at| rest.get(..at)).unwrap_or(rest);
    let mut all = words(own);
    all.retain(|it| it.len() > 3 && !ANY.contains(&it.as_str()));
    all
}

/// Says whether two words are forms of one: "camera" and "cameras", "sign" and "signing".
fn is_alike(one: &str, other: &str) -> bool {
    let stem = |word: &str| {
        let word = word.strip_suffix("ing").unwrap_or(word);
        word.trim_end_matches('s').trim_end_matches('e').to_owned()
    };
    let (one, other) = (stem(one), stem(other));
    one.len() > 3 && one == other
}

#[cfg(test)]
mod tests {
    use super::{is_alike, is_of_everything, named};
    use crate::text::words;

    #[test]
    fn data_that_a_promise_names_is_that_of_a_use() {
        let names = |promise: &str, of_use: &str| {
            let own = words(of_use);
            named(promise)
                .iter()
                .any(|it| own.iter().any(|word| is_alike(it, word)))
        };
        for (promise, name) in [
            (
                "You have the right to portability of your sign-in record and of the camera recordings, which we will transfer.",
                "Cameras",
            ),
            (
                "You have the right to portability of your sign-in record.",
                "Signing in",
            ),
            (
                "You are entitled to receive the tenancy file in a machine-readable form.",
                "Managing tenancies, each tenancy",
            ),
            (
                "You have the right to portability for your library loans.",
                "Loans of books",
            ),
        ] {
            assert!(names(promise, name), "{promise}");
        }
        for (promise, name) in [
            (
                "You have the right to portability of your data.",
                "Data of visitors",
            ),
            ("You have the right to portability.", "Cameras"),
            (
                "You have the right to portability of newsletter choices.",
                "Cameras",
            ),
            (
                "You are entitled to receive your records in a machine-readable form.",
                "Records",
            ),
        ] {
            assert!(!names(promise, name), "{promise}");
        }
    }

    #[test]
    fn a_promise_of_everything_is_told_from_one_of_a_part() {
        for promise in [
            "You can also have your child's entire pupil file from us in a machine-readable form.",
            "You have the right to receive all of your data in a machine-readable form.",
            "You can take everything we hold to another provider.",
            "To have it all sent to any organisation you choose.",
            "You are entitled to your complete record in a form that a computer can read.",
            "You can get the whole of your tenancy file in a machine-readable format.",
        ] {
            assert!(is_of_everything(promise), "{promise}");
        }
        for promise in [
            "You have the right to receive your newsletter choices in a machine-readable form.",
            "You can have all the data you gave us in a machine-readable form.",
            "You have the right to data portability.",
            "You can get a full explanation in a form that a computer can read.",
            "All members can have their photographs in a machine-readable form.",
            "To receive what you posted in our forum, in a complete and readable form.",
        ] {
            assert!(!is_of_everything(promise), "{promise}");
        }
    }
}
