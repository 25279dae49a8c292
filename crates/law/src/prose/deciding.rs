//! Who decides, as a source text says it: by a name, or as whoever it may be.

use notice::{Notice, SectionId};

use super::{Prose, whole::is_of_data};
use crate::{
    Found,
    anybody::is_anybody,
    text::{fold, has, sentences, words},
};

/// Finds that a whole notice has "several organisations" look after the data, and calls nobody the controller.
pub(crate) fn anybody(notice: &Notice) -> Option<Found> {
    let text = Prose::of(notice);
    let named = ["controller", "we are ", "who we are:"];
    if text.texts.iter().any(|it| has(it, &named)) || !text.is_whole() {
        return None;
    }
    let said = text.said();
    let anybody = said.iter().find(|it| {
        is_left_to_anybody(it.text) || is_union_of_unnamed(it.text) || is_whichever(it.text)
    })?;
    let message = "The text has organisations decide, and names none of them";
    Some(Found::missing(message).at(anybody.text))
}

/// Finds that a whole notice says nowhere who decides: nobody is called the controller or says "we are", and neither its title nor what
/// stands at its beginning names an organisation.
pub(crate) fn nobody(notice: &Notice) -> Option<Found> {
    let text = Prose::of(notice);
    if !text.is_whole() || !notice.controller.contact.name.is_empty() {
        return None;
    }
    let said = text.said();
    let says = said.iter().any(|it| says_who(it.text));
    let source = notice.restates.as_deref().unwrap_or_default();
    let heads = text.pieces.iter().filter(|it| is_a_head(&it.text));
    let mut heads = heads
        .map(|it| it.text.as_str())
        .chain([text.title.as_str(), source]);
    let opening = text.pieces.iter().filter(|it| it.section == SectionId::Who);
    let mut opening = opening.flat_map(|it| sentences(&it.text));
    let named = says
        || heads.any(is_an_organisation)
        || opening.any(|it| !speaks_of_an_officer(it) && names_somebody(it));
    let message = "The text does not say who decides";
    (!named).then(|| Found::missing(message))
}

fn speaks_of_an_officer(sentence: &str) -> bool {
    has(sentence, &["data protection officer", "dpo"])
}

/// Says whether a sentence says who decides. An officer's firm decides nothing.
fn says_who(sentence: &str) -> bool {
    let decides = [
        "controller",
        "responsible for your",
        "responsible for the information",
        "responsible for the data",
        "in charge of your",
        "decide why",
        "decides why",
        "decide how",
        "decides how",
        "looks after your",
    ];
    let us = sentence
        .split_once("We are ")
        .or_else(|| sentence.split_once("we are "));
    let name = us.is_some_and(|(_, rest)| {
        let rest = rest
            .trim_start_matches("the ")
            .trim_start_matches("called ");
        rest.starts_with(char::is_uppercase)
    });
    (has(sentence, &decides) || name) && !speaks_of_an_officer(sentence)
}

/// Says whether a piece of a text may be a heading or a letterhead.
fn is_a_head(text: &str) -> bool {
    words(text).len() < 10 && !text.ends_with(['.', ';', ',', '?'])
}

/// Says whether a heading has a word that organisations are called by.
fn is_an_organisation(head: &str) -> bool {
    const KINDS: [&str; 48] = [
        "academy",
        "agency",
        "association",
        "authority",
        "board",
        "borough",
        "centre",
        "charity",
        "church",
        "clinic",
        "club",
        "college",
        "commission",
        "company",
        "constabulary",
        "council",
        "department",
        "federation",
        "fellowship",
        "force",
        "foundation",
        "fund",
        "group",
        "homes",
        "hospice",
        "hospital",
        "hospitals",
        "housing",
        "institute",
        "library",
        "limited",
        "ltd",
        "museum",
        "nhs",
        "nursery",
        "parish",
        "partnership",
        "playhouse",
        "police",
        "practice",
        "school",
        "service",
        "services",
        "society",
        "surgery",
        "theatre",
        "trust",
        "university",
    ];
    words(head).iter().any(|it| KINDS.contains(&it.as_str()))
}

/// Says whether a sentence has a name: two words with capitals, or a kind of body with one. What a service is, "a charity's" or "a
/// service of the council", tells nobody whose it is.
fn names_somebody(sentence: &str) -> bool {
    let all: Vec<&str> = sentence.split_whitespace().collect();
    let capital = |word: &str| {
        let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        word.len() > 1 && word.starts_with(char::is_uppercase)
    };
    let mut behind = all.iter().skip(1);
    behind.any(|it| capital(it) && is_an_organisation(it))
        || all.windows(2).any(|it| capital(it[0]) && capital(it[1]))
}

/// Says whether a sentence has others look after data, or decide about it, of whom it tells no more than that they are several.
fn is_left_to_anybody(sentence: &str) -> bool {
    const MANY: [&str; 6] = [
        "organisations",
        "agencies",
        "bodies",
        "partners",
        "providers",
        "companies",
    ];
    let decides = [
        "look after",
        "responsible for",
        "decide",
        "in charge of",
        "control",
    ];
    let all = words(sentence);
    let many = all.iter().position(|it| MANY.contains(&it.as_str()));
    let bare = many.is_some_and(|at| at > 0 && is_anybody(&all[..=at].join(" ")));
    // What stands behind them may say who they are.
    let told = [":", "(", "such as", "including", "namely"];
    // What they must do tells nothing of who decides.
    let bound = ["must ", "have to ", "should ", "need to "];
    bare && has(sentence, &decides)
        && is_of_data(sentence)
        && !has(sentence, &told)
        && !has(sentence, &bound)
}

/// Says whether a sentence has those who decide be several together, each by what it is and none by a name: "a partnership between the
/// council, the trust and the company that manages the pools".
fn is_union_of_unnamed(sentence: &str) -> bool {
    const UNIONS: [&str; 9] = [
        "alliance",
        "coalition",
        "collaboration",
        "consortium",
        "federation",
        "group",
        "network",
        "partnership",
        "venture",
    ];
    let Some((_, members)) = sentence
        .split_once(" is a ")
        .or_else(|| sentence.split_once(" is an "))
        .or_else(|| sentence.split_once(" are a "))
        .filter(|(_, rest)| {
            let first = words(rest);
            first.iter().take(3).any(|it| UNIONS.contains(&it.as_str()))
        })
    else {
        return false;
    };
    let between = [
        " between ",
        " of ",
        " among ",
        " formed by ",
        " made up of ",
    ];
    let members = between
        .iter()
        .find_map(|it| Some(members.split_once(it)?.1));
    members.is_some_and(|it| {
        let named = it
            .split_whitespace()
            .any(|word| word.starts_with(char::is_uppercase));
        let kinds = words(it)
            .iter()
            .filter(|word| BODIES.contains(&word.as_str()))
            .count();
        !named && kinds > 1
    })
}

/// What a body is, and not which.
const BODIES: [&str; 18] = [
    "agencies",
    "board",
    "charities",
    "charity",
    "college",
    "companies",
    "company",
    "council",
    "councils",
    "firm",
    "health",
    "hospital",
    "organisations",
    "police",
    "school",
    "schools",
    "trust",
    "trusts",
];

/// Says whether a sentence has "we" stand for whichever of several it is.
fn is_whichever(sentence: &str) -> bool {
    let text = fold(sentence);
    let text = text.replace(['“', '”', '"', '\''], "");
    let stands = [
        "we means ",
        "we mean ",
        "we stands for ",
        "we refers to ",
        "we is ",
        "by we is meant ",
    ];
    stands.iter().any(|it| {
        let behind = text.split_once(it).map(|(_, rest)| words(rest));
        behind.is_some_and(|rest| {
            rest.first().is_some_and(|it| {
                matches!(
                    it.as_str(),
                    "whichever" | "whoever" | "any" | "either" | "one" | "some"
                )
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{
        is_an_organisation, is_left_to_anybody, is_union_of_unnamed, is_whichever, names_somebody,
        says_who,
    };

    #[test]
    fn several_without_a_name_are_told_from_those_with_one() {
        for sentence in [
            "Tidewater Juniors is a partnership between the council, the harbour trust and the company that manages the pools.",
            "The hub is a network of schools and charities.",
            "It is a joint venture between the police and the local board.",
            "This service is an alliance formed by the council and two charities.",
        ] {
            assert!(is_union_of_unnamed(sentence), "{sentence}");
        }
        for sentence in [
            "The hub is a partnership between Eastby Council and Weir Trust.",
            "Larch is a network of paths.",
            "The Dene Partnership is a general practice.",
            "It is a partnership with the council.",
        ] {
            assert!(!is_union_of_unnamed(sentence), "{sentence}");
        }
        for sentence in [
            "In this notice “we” means whichever of them is concerned.",
            "'We' stands for any of the partners.",
            "By \"we\" is meant whoever runs your session.",
        ] {
            assert!(is_whichever(sentence), "{sentence}");
        }
        for sentence in [
            "In this notice “we” means Eastby Council.",
            "Tell whichever of them you meet.",
            "“We” means the council and its staff.",
        ] {
            assert!(!is_whichever(sentence), "{sentence}");
        }
    }

    #[test]
    fn who_decides_is_told_from_who_helps() {
        for sentence in [
            "Eastby Council is the controller.",
            "We are Larch Fostering.",
            "The trust decides how your data is used.",
            "Weir Surgery is responsible for your information.",
            "The charity looks after your details.",
            "The controller is the Board.",
        ] {
            assert!(says_who(sentence), "{sentence}");
        }
        for sentence in [
            "The data protection officer is Bracken Data Services Ltd, and is responsible for your questions.",
            "We are glad that you think about fostering.",
            "Larch Ltd hosts our records.",
            "Our social workers decide whether you can foster.",
            "People decide: the panel recommends.",
            "You are responsible for what you tell us.",
        ] {
            assert!(!says_who(sentence), "{sentence}");
        }
        for head in [
            "Hazelbeck Homes",
            "EASTWOLD CONSTABULARY",
            "Eastby Town Council",
        ] {
            assert!(is_an_organisation(head), "{head}");
        }
        for head in [
            "Could you foster?",
            "How we use what you tell us",
            "Your privacy",
        ] {
            assert!(!is_an_organisation(head), "{head}");
        }
        for sentence in [
            "Find us at Larch House, by the river.",
            "The helpline is run by the Trust.",
            "It belongs to Weirside, a Charity.",
            "This is a service of Eastby Council.",
            "Larch Advice is a charity.",
            "Ask at the University.",
        ] {
            assert!(names_somebody(sentence), "{sentence}");
        }
        for sentence in [
            "This is what becomes of it.",
            "The helpline is a charity's service, it is free, and it is for people aged 18 or over.",
            "This is a service of the council.",
            "Our charity runs the helpline.",
            "The surgery asks you to read this.",
            "A board of trustees looks after the club.",
            "The museum is open on Sundays.",
        ] {
            assert!(!names_somebody(sentence), "{sentence}");
        }
    }

    #[test]
    fn organisations_that_decide_are_told_from_a_name() {
        for sentence in [
            "Several organisations run the hubs together, and between them they look after your family's information.",
            "A number of agencies decide how your data is used.",
            "Our partners are responsible for your details.",
        ] {
            assert!(is_left_to_anybody(sentence), "{sentence}");
        }
        for sentence in [
            "Two organisations look after your data: Eastby Council and Thorle NHS Trust.",
            "Several organisations use the hall, and pay for it.",
            "Eastby Council and its partners decide how your data is used.",
            "Other organisations that get your details must look after the building.",
        ] {
            assert!(!is_left_to_anybody(sentence), "{sentence}");
        }
    }
}
