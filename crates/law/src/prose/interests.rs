//! What a source text rests on legitimate interests: by a public authority, or with no word of which interest.

use notice::{Notice, Purpose};

use super::{
    Prose, Said,
    labels::{is_bare_label, rests_on_interests},
};
use crate::{
    Date, DatedFact, DatedFacts, Outcome, authority, found,
    interests::{Interests, is_of_basis, rested_on},
    outside::{NO_TASK, is_outside_tasks},
    text::{denies, fold, has, words},
};

/// Finds that a public authority rests a use on legitimate interests, and that an interest is not named.
pub(crate) fn interests(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let rested = |text: &str| rested_on(text).filter(|it| it.is_law(facts, at));
    let places: Vec<usize> = (0..said.len())
        .filter(|&at| rested(said[at].text).is_some())
        .collect();
    let uses: Vec<&Said<'_>> = places.iter().map(|&at| &said[at]).collect();
    let first = uses.first();
    let own = places.iter().find(|&&at| {
        let before = at.checked_sub(1).map_or("", |at| said[at].text);
        !is_outside_tasks(said[at].text)
            && !is_outside_tasks(before)
            && !has(said[at].next, &NO_TASK)
    });
    // An import enters purposes apart from the sections, and what they rest on beside them.
    let detail = |it: &Purpose| it.basis_detail.clone().unwrap_or_default();
    let entered = notice.purposes.iter().find(|it| {
        let rests = rested(&it.text).is_some() || rests_on_interests(&detail(it));
        rests && !is_outside_tasks(&it.text) && !is_outside_tasks(&detail(it))
    });
    let own = own
        .map(|&at| said[at].text)
        .or(entered.map(|it| it.text.as_str()));
    // Beside uses whose interest is named, one without its own stands out.
    let told = text.texts.iter().any(|it| names_an_interest(it));
    let entered = notice.purposes.iter().filter(|it| {
        let basis = it.basis_detail.as_deref().unwrap_or_default();
        is_bare_label(&format!("{}: {basis}", it.text))
    });
    let said_so = said.iter().map(|it| it.text).filter(|it| is_bare_label(it));
    let label = said_so
        .chain(entered.map(|it| it.text.as_str()))
        .find(|_| told);
    if first.is_none() && own.is_none() && label.is_none() {
        return None;
    }
    let decides = who_decides(&said, &text, facts, at);
    let forbidden = decides.zip(own).map(|((name, ground), own)| {
        let interests = rested(own).unwrap_or(Interests::Legitimate);
        let found = interests.forbidden(name, ground);
        found.at(own)
    });
    // What is said of it anywhere else may name it.
    let mut others = said.iter().filter(|it| {
        first.is_none_or(|first| first.text != it.text)
            && has(it.text, &["interest"])
            && !has(
                it.text,
                &["public interest", "vital interest", "best interest"],
            )
    });
    let alone = first.filter(|it| !it.is_listed && uses.len() == 1 && is_bare(it.text));
    let alone = alone.filter(|_| others.next().is_none());
    let untold = places.iter().find(|&&at| is_untold(&said, at));
    let bare = untold.map(|&at| said[at].text).or(alone.map(|it| it.text));
    let bare = bare.or(label);
    let unnamed = bare.map(|place| {
        let interests = Interests::named_in(place).unwrap_or(Interests::Legitimate);
        interests.unnamed("text").at(place)
    });
    found(forbidden.into_iter().chain(unnamed))
}

/// Says whether a sentence says in so many words that a use is in legitimate interests, and neither it nor those around it say what
/// for: "We combine your visits with data that we buy. It is in our legitimate interests."
fn is_untold(said: &[Said<'_>], at: usize) -> bool {
    const AIMS: [&str; 13] = [
        "to",
        "for",
        "so",
        "because",
        "order",
        "interest",
        "interests",
        "prevent",
        "protect",
        "improve",
        "helps",
        "keeps",
        "lets",
    ];
    const AROUND: [&str; 16] = [
        "again",
        "also",
        "do",
        "likewise",
        "so",
        "too",
        "it",
        "in",
        "because",
        "necessary",
        "purposes",
        "processed",
        "used",
        "done",
        "to",
        "basis",
    ];
    let text = said[at].text;
    let folded = fold(text);
    let says = [
        "it is in our",
        "is necessary for",
        "we rely on",
        "this is in our",
        "on the basis of",
        "on the ground of",
        "on the strength of",
    ];
    let Some((before, after)) = folded.split_once("legitimate interest") else {
        return false;
    };
    let (lead, own) = before.rsplit_once(':').unwrap_or(("", before));
    let plain = |part: &str| {
        let all = words(part);
        all.iter()
            .all(|word| is_of_basis(word) || word == "s" || AROUND.contains(&word.as_str()))
    };
    let aims = |part: &str| words(part).iter().any(|it| AIMS.contains(&it.as_str()));
    // What stands before it in the same part may say what for.
    let earlier = at.checked_sub(1).map(|at| &said[at]);
    let earlier = earlier.filter(|it| it.section == said[at].section);
    // A name before a colon is the use itself: "Conduct of tenancies: this is processed because …".
    let named = words(lead).len() > 2;
    says.iter().any(|it| folded.contains(it))
        && plain(own)
        && plain(after)
        && !aims(lead)
        && (named || earlier.is_some_and(|it| !aims(it.text) && words(it.text).len() > 5))
        && !aims(
            said[at]
                .next
                .get(..)
                .filter(|it| has(it, &["interest"]))
                .unwrap_or_default(),
        )
}

/// Says whether a sentence names the basis and nothing else. A label may stand beside the purpose that is the interest.
fn is_bare(sentence: &str) -> bool {
    if !has(sentence, &[" is ", " are ", "rely"]) {
        return false;
    }
    words(sentence).iter().all(|word| is_of_basis(word))
}

/// Says whether a sentence says which interest it rests on.
fn names_an_interest(sentence: &str) -> bool {
    has(
        sentence,
        &["legitimate interest in ", "legitimate interests in "],
    ) && !denies(sentence)
}

/// Returns who the text says decides, where that is a public authority, with the fact by which it is one.
fn who_decides<'a>(
    said: &[Said<'a>],
    text: &'a Prose,
    facts: &'a DatedFacts,
    at: Date,
) -> Option<(&'a str, &'a DatedFact)> {
    let told = said.iter().filter(|it| !denies(it.text));
    let names = told.clone().filter_map(|it| name(it.text));
    // "The school is the controller": its name stands above.
    let kinds = [
        "the school is the",
        "the university is the",
        "the college is the",
    ];
    let kinds = kinds.iter().filter(|kind| {
        let is = |it: &&Said<'_>| has(it.text, &[kind]) && has(it.text, &["controller"]);
        told.clone().any(|it| is(&it))
    });
    let above = kinds.flat_map(|kind| {
        let kind = kind.split(' ').nth(1).unwrap_or_default();
        let first = text.pieces.iter().take(4).map(|it| it.text.as_str());
        let lines = std::iter::once(text.title.as_str()).chain(first);
        lines.filter(move |it| has(it, &[kind]) && words(it).len() < 12)
    });
    let mut known = names
        .chain(above)
        .filter_map(|name| Some((name, authority::ground_in(name, &text.texts, facts, at)?)));
    known.next().or_else(|| {
        let mut kinds = told.filter_map(|it| kind(it.text));
        kinds.find_map(|(name, kind)| {
            let ground = authority::ground_in(name, &text.texts, facts, at);
            let ground = ground.or_else(|| authority::ground_in(kind, &text.texts, facts, at));
            Some((name, ground?))
        })
    })
}

/// Returns what a sentence says that somebody is beside the controller, with their name: "Weir Surgery is an NHS general practice and the
/// controller".
fn kind(sentence: &str) -> Option<(&str, &str)> {
    let (name, rest) = [" is a ", " is an "]
        .iter()
        .find_map(|is| sentence.split_once(is))?;
    let (kind, _) = [
        " and the controller",
        " and the data controller",
        " and is the controller",
    ]
    .iter()
    .find_map(|and| rest.split_once(and))?;
    let name = name.trim_start_matches("The ");
    let bare = !kind.contains([',', ';']) && !has(kind, &["that ", "which ", "who "]);
    let capital = name.starts_with(char::is_uppercase);
    (capital && bare && words(name).len() < 9 && words(kind).len() < 7).then_some((name, kind))
}

/// Returns the name of which a sentence says that it is the controller, or that it is "us".
fn name(sentence: &str) -> Option<&str> {
    let is = [
        " is the controller",
        " is the data controller",
        " is a data controller",
        " is the ‘data controller",
        " is the “data controller",
    ];
    let before = is
        .iter()
        .find_map(|is| sentence.split_once(is))
        .map(|(name, _)| name);
    let name = before.or_else(|| {
        let rest = sentence
            .strip_prefix("We are ")
            .or_else(|| called_controller(sentence))?;
        let end = [
            ",",
            ".",
            " (",
            ";",
            ":",
            " and ",
            " at ",
            " of which ",
            " whose ",
        ];
        let end = end.iter().filter_map(|it| rest.find(it)).min();
        Some(end.and_then(|at| rest.get(..at)).unwrap_or(rest))
    })?;
    let name = name
        .trim()
        .trim_start_matches("the ")
        .trim_start_matches("The ");
    // An address may stand behind it: "Oldford Council (Town Hall, Market Street, …) is the controller".
    let name = match name.split_once(" (") {
        Some((own, _)) if name.len() >= 80 => own,
        _ => name,
    };
    let capital = name.starts_with(char::is_uppercase);
    (capital && name.len() < 80).then_some(name)
}

/// Returns what stands behind "The controller is", or behind "Controller:".
fn called_controller(sentence: &str) -> Option<&str> {
    let (lead, rest) = sentence
        .split_once(" is ")
        .or_else(|| sentence.split_once(": "))?;
    let lead = words(lead);
    let controller = lead.iter().any(|it| it == "controller");
    (controller && lead.len() < 9).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{kind, name};

    #[test]
    fn the_controller_may_be_named_behind_what_it_is() {
        for (sentence, wanted) in [
            (
                "The controller is Aldmere County Council, County Hall, Aldmere.",
                Some("Aldmere County Council"),
            ),
            (
                "The data controller for this service is the Dene Council (Town Hall, Dene).",
                Some("Dene Council"),
            ),
            ("Our data controller is Weir School.", Some("Weir School")),
            (
                "Controller: Ford Parish Council.",
                Some("Ford Parish Council"),
            ),
            (
                "The controller of your record is Weir Surgery, whose office is upstairs.",
                Some("Weir Surgery"),
            ),
            ("The controller is whoever decides.", None),
            ("A controller is told what to do by the law.", None),
            ("Our officer reports to the controller: ask her.", None),
        ] {
            assert_eq!(name(sentence), wanted, "{sentence}");
        }
    }

    #[test]
    fn an_address_behind_a_name_is_left_out() {
        let sentence = "Oldford Borough Council (Town Hall, Market Street, Oldford OF1 9ZZ, telephone 01999 555100) is the controller for waste.";
        assert_eq!(name(sentence), Some("Oldford Borough Council"));
    }

    #[test]
    fn what_a_controller_is_may_stand_beside_that_it_is_one() {
        for (sentence, wanted) in [
            (
                "Weir Surgery is an NHS general practice and the controller of your record.",
                Some(("Weir Surgery", "NHS general practice")),
            ),
            (
                "The Dene Partnership is a local authority and the data controller.",
                Some(("Dene Partnership", "local authority")),
            ),
            ("Weir Surgery is the controller.", None),
            (
                "It is a council that decides, and the controller is told.",
                None,
            ),
        ] {
            assert_eq!(kind(sentence), wanted, "{sentence}");
        }
    }
}
