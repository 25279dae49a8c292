//! Who decides: the body that a text names as the controller.

use super::{
    answerable::{in_law, is_responsible},
    bare, clauses,
    joint::joint_controllers,
    name::{
        bodies, first_body, is_body, is_kind, is_name, is_team, is_told_of, name_after, name_before,
    },
    pointed::pointed_back,
    processor::{is_processing, points_back},
};

/// A body that may be the controller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ControllerCandidate {
    pub name: String,
    /// Whether the text itself calls it the controller.
    pub sure: bool,
}

/// Words without which a text says of no body that it may be the controller.
const SPOKEN: [&str; 17] = [
    "controller",
    "we are",
    "part of",
    "run by",
    "provided by",
    "delivered by",
    "managed by",
    "how ",
    "decides",
    "decide ",
    "responsible for",
    "answerable for",
    "in law",
    "contact point",
    "notice of",
    "policy of",
    "statement of",
];

/// Lists the bodies that a text calls the controller, says that “we” are, or says to run the service or to use the data. Whom
/// people complain to is none of them, and what a body is registered with is not what it is.
pub(crate) fn controllers(text: &str) -> Vec<ControllerCandidate> {
    let mut found = Vec::new();
    let lower = text.to_lowercase();
    if !SPOKEN.iter().any(|word| lower.contains(word)) {
        return found;
    }
    let mut sentences = clauses(text).peekable();
    // The body that the sentence before speaks of: "X runs it. We are the controller."
    let mut spoken_of = None;
    let mut last = "";
    while let Some(sentence) = sentences.next() {
        let before = std::mem::replace(&mut last, sentence);
        let all: Vec<&str> = sentence.split_whitespace().collect();
        let we = spoken_of.take();
        let next = sentences.peek().copied().unwrap_or_default();
        let works_for_us = is_processing(sentence) || (points_back(next) && is_processing(next));
        spoken_of = (0..all.len())
            .find_map(|at| name_after(&all[at..]).filter(|it| is_body(it)))
            .filter(|_| !works_for_us);
        let is = |at: usize, want: &str| {
            all.get(at)
                .is_some_and(|word| bare(word).eq_ignore_ascii_case(want))
        };
        let controls = (0..all.len()).find(|&at| is(at, "controller") || is(at, "controllers"));
        let separate = |at: usize| {
            let others = ["separate", "independent", "another"];
            let before = if is(at.saturating_sub(1), "data") {
                2
            } else {
                1
            };
            others
                .iter()
                .any(|word| at >= before && is(at - before, word))
        };
        if let Some((names, sure)) = joint_controllers(sentence) {
            found.extend(
                names
                    .into_iter()
                    .map(|name| ControllerCandidate { name, sure }),
            );
        } else if let Some(names) = pointed_back(before, sentence) {
            let sure = |name| ControllerCandidate { name, sure: true };
            found.extend(names.into_iter().map(sure));
        } else if controls.is_some_and(separate) {
            // "The Chief Constable is a separate controller": of other data.
        } else if let Some(at) = controls {
            // "Who is the data controller? X"
            if sentence.ends_with('?') {
                let answer = sentences.peek().copied().unwrap_or_default();
                let answer: Vec<&str> = answer.split_whitespace().collect();
                let name = name_after(&answer).filter(|name| is_body(name));
                found.extend(name.map(|name| ControllerCandidate { name, sure: true }));
                continue;
            }
            // `X is the data controller`, or `the data controller is X`, `Data controller: X`.
            let before = (0..at)
                .rev()
                .find(|&at| matches!(bare(all[at]), "is" | "are" | "as"));
            // "X is registered with the ICO as a data controller."
            let registered = (1..at).find(|&at| is(at, "registered"));
            let before = registered.map(|at| at - 1).or(before);
            // "X is not the controller" says of somebody else.
            let denied = |from: usize| {
                (from..at)
                    .any(|at| bare(all[at]).ends_with("n't") || bare(all[at]).ends_with("n’t"))
                    || (from..at).any(|at| is(at, "not") && !is(at + 1, "only"))
                    || (from..at).any(|at| is(at, "never"))
            };
            if before.is_some_and(denied) {
                continue;
            }
            // "X and Y are each a controller."
            let several = before.filter(|&at| is(at, "are"));
            let several = several.map(|at| bodies(&all[..at])).unwrap_or_default();
            if several.len() > 1 {
                let sure = |name| ControllerCandidate { name, sure: true };
                found.extend(several.into_iter().map(sure));
                continue;
            }
            // "We are the controller", "The council is the controller": who was spoken of before.
            let own = before.filter(|&at| match at {
                1 => is(0, "we") || is(0, "it"),
                2 | 3 => is(0, "the") && name_before(&all[..at]).is_none_or(|it| is_kind(&it)),
                _ => false,
            });
            // "It is run by X, the data controller."
            let small = |at: &usize| {
                ["the", "our", "your", "data"]
                    .iter()
                    .any(|word| is(*at, word))
            };
            let beside = (0..at).rev().find(|at| !small(at));
            let beside = beside.filter(|&at| all[at].ends_with(','));
            let beside = beside.and_then(|at| name_before(&all[..=at]));
            let beside = beside.filter(|name| is_body(name));
            let name = before.and_then(|at| {
                // Behind the name there may be its address.
                let whole = name_before(&all[..at]).filter(|name| is_body(name));
                whole
                    .or_else(|| first_body(&all[..at]))
                    .or_else(|| name_before(&all[..at]))
                    .filter(|name| !is_kind(name))
            });
            let name = beside.or(name).or_else(|| own.and(we));
            let name = name.or_else(|| {
                let rest = &all[at + 1..];
                let is = rest
                    .iter()
                    .position(|word| matches!(bare(word), "is" | "are"));
                let from = match is {
                    Some(is) => is + 1,
                    None if all[at].ends_with(':') => 0,
                    None => return None,
                };
                name_after(&rest[from..])
            });
            found.extend(name.map(|name| ControllerCandidate { name, sure: true }));
        } else {
            let with = ["registered", "regulated", "here", "there"];
            let own = |at: usize| is(at, "we") && is(at + 1, "are");
            let runs = |at: usize| {
                let does = ["run", "provided", "delivered", "managed"];
                // Whoever provides the officer decides nothing.
                let officer = (0..at).any(|at| is(at, "officer") || is(at, "dpo"));
                does.iter().any(|does| is(at, does)) && is(at + 1, "by") && !officer
            };
            let after = (0..all.len()).find(|&at| {
                (own(at) && !with.iter().any(|word| is(at + 2, word)))
                    // What a word means is told of that alone.
                    || (is(at, "part") && is(at + 1, "of") && !(0..at).any(|at| is(at, "means")))
                    || (["notice", "policy", "statement"]
                        .iter()
                        .any(|it| is(at, it))
                        && is(at + 1, "of"))
                    || (runs(at) && !works_for_us)
            });
            let name = after.and_then(|at| name_after(&all[at + 2..]));
            let uses = || {
                let at = (0..all.len()).find(|&at| is(at, "how"))?;
                let rest = &all[at + 1..];
                let starts = rest.iter().take(2).any(|word| is_name(word));
                starts.then(|| name_after(rest)).flatten()
            };
            // "X decides how your data is used", "X is responsible for your data".
            let decides = || {
                let at = (1..all.len()).find(|&at| {
                    let how = ["how", "why", "what"].iter().any(|how| is(at + 1, how));
                    // "The council pays for it and does not decide what goes in."
                    let decides = !is(at - 1, "not") && (is(at, "decides") || is(at, "decide"));
                    let point = is(at, "acts") && lower.contains("contact point");
                    (decides && how) || is_responsible(&all[at..]) || point
                })?;
                let whole = name_before(&all[..at]).filter(|name| is_body(name));
                first_body(&all[..at]).or(whole)
            };
            let name = name.or_else(uses).or_else(decides).or_else(|| in_law(&all));
            let name = name.filter(|name| is_body(name) || is_told_of(name, sentence));
            found.extend(name.map(|name| ControllerCandidate { name, sure: false }));
        }
    }
    found.retain(|it| is_controller(&it.name) && !is_kind(&it.name));
    found
}

/// Says whether a body may be one, and is neither whom people complain to nor whom a controller appoints.
pub(super) fn is_controller(name: &str) -> bool {
    if is_team(name) {
        return false;
    }
    let name = name.to_lowercase();
    // "Statement of Information Practice" is the name of a text.
    !name.contains("information commission")
        && !name.contains("protection officer")
        && name != "information practice"
}

#[cfg(test)]
mod tests {
    use super::controllers;
    use crate::draft::find::controllers_under;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_controller_is_taken_from_what_the_text_says() {
        for (text, name, sure) in [
            (
                "Leeds City Council is the data controller.",
                "Leeds City Council",
                true,
            ),
            (
                "The London Borough of Camden (“we”) is the controller of your data",
                "London Borough of Camden",
                true,
            ),
            (
                "The data controller for this service is Overton NHS Foundation Trust.",
                "Overton NHS Foundation Trust",
                true,
            ),
            (
                "Data controller: Overton Homes Ltd",
                "Overton Homes Ltd",
                true,
            ),
            (
                "We are Leeds City Council, and we look after parks.",
                "Leeds City Council",
                false,
            ),
            (
                "Connect Derby is part of Derby City Council which is the authority",
                "Derby City Council",
                false,
            ),
            (
                "Overton Borough Council, Civic Offices, London Road, Overton, OV2 4LF is the data controller.",
                "Overton Borough Council",
                true,
            ),
            (
                "Who is the data controller? Overton Borough Council",
                "Overton Borough Council",
                true,
            ),
            (
                "Overton Borough Council’s Schools Team. The council is the data controller.",
                "Overton Borough Council",
                true,
            ),
            (
                "This is the privacy notice of Overton Town Council.",
                "Overton Town Council",
                false,
            ),
            (
                "Overton Medical Centre films its hall. The Partners are the data controllers.",
                "Overton Medical Centre",
                true,
            ),
            (
                "The University of Overton is registered with the ICO as a data controller.",
                "University of Overton",
                true,
            ),
            (
                "For the purposes of the law, Brighton and Hove City Council is registered as a data controller.",
                "Brighton and Hove City Council",
                true,
            ),
        ] {
            let found = controllers(text);
            let found: Vec<(&str, bool)> =
                found.iter().map(|it| (it.name.as_str(), it.sure)).collect();
            assert_eq!(found, [(name, sure)], "{text}");
        }
        for (text, name) in [
            (
                "The youth club is run by Overton Borough Council. We are registered with the Information Commissioner.",
                "Overton Borough Council",
            ),
            (
                "This notice explains how Overton Borough Council uses your information.",
                "Overton Borough Council",
            ),
            (
                "This privacy notice tells you how the University of Overton collects and uses your data",
                "University of Overton",
            ),
            (
                "The service is provided by Overton Community NHS Trust for the council.",
                "Overton Community NHS Trust",
            ),
            (
                "Overton Homes Limited, a provider of social housing, decides how your information is used.",
                "Overton Homes Limited",
            ),
            (
                "The London Borough of Overton is responsible for your data.",
                "London Borough of Overton",
            ),
        ] {
            let found = controllers(text);
            let found: Vec<(&str, bool)> =
                found.iter().map(|it| (it.name.as_str(), it.sure)).collect();
            assert_eq!(found, [(name, false)], "{text}");
        }
        let names = |text: &str| -> Vec<String> {
            controllers(text).into_iter().map(|it| it.name).collect()
        };
        assert_eq!(
            names("Overton Council and Overton Hall Trust are joint data controllers."),
            ["Overton Council", "Overton Hall Trust"]
        );
        assert_eq!(
            names(
                "“The GRO” means the General Register Office, which is part of Overton Passport Office;"
            ),
            [""; 0]
        );
        assert_eq!(
            names("Overton County Council (“we”) lends books. We are the controller of your data."),
            ["Overton County Council"]
        );
        assert_eq!(
            names("Cyngor Sir Overton (Overton County Council) is the controller."),
            ["Cyngor Sir Overton"]
        );
        assert_eq!(
            names("It is run by Overton Town Council, the data controller[1]."),
            ["Overton Town Council"]
        );
        assert_eq!(
            controllers_under("Overton City Council, with others.").len(),
            1
        );
        assert_eq!(
            controllers_under("Overton Homes CIC (“Overton”)")[0].name,
            "Overton Homes CIC"
        );
        for (text, many) in [
            ("Overton Borough Council and Tarn NHS Trust", 2),
            ("Overton Police and Crime Commissioner", 1),
            ("Brighton and Hove City Council", 1),
            ("Overton Homes and Housing Trust", 1),
            ("We do: Overton Community Trust, a charity.", 1),
            ("Overton Fire and Rescue Authority", 1),
        ] {
            assert_eq!(controllers_under(text).len(), many, "{text}");
        }
        assert_eq!(controllers_under("The Town Council does."), []);
        assert_eq!(
            controllers_under("Write to our Data Protection Officer."),
            []
        );
        for text in [
            "We are registered with the Information Commissioner’s Office as a fee payer.",
            "We are regulated by the Care Quality Commission.",
            "Find out how Parliament works.",
            "Overton County Council pays for it and does not decide what goes in.",
            "The Information Commissioner’s Office is the controller’s regulator.",
        ] {
            assert_eq!(controllers(text), [], "{text}");
        }
        assert_eq!(
            controllers("We are here to help. You control who sees it."),
            []
        );
    }
}
