//! A name apart from what is said of it: what for, and when.

use super::{
    condition::{is_condition, is_occasion, is_time, names_more, without_mark},
    whats::{WHAT, is_done_by, is_what_it_is},
};

/// A name, and what an entry says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Apart<'a> {
    pub name: &'a str,
    /// What it does, or what it has to do with it: “who take your fee for us”.
    pub told: Option<&'a str>,
    /// When it is so: “if you owe us money”.
    pub condition: Option<&'a str>,
}

/// Words that begin a condition.
const WHEN: [&str; 11] = [
    "where", "if", "when", "unless", "once", "only", "but", "even", "except", "whenever", "until",
];

/// Words that begin what is told of a body, whatever stands before them.
const TOLD: [&str; 10] = [
    "who", "which", "whose", "for", "to", "so", "acting", "as", "our", "because",
];

/// What a body does, behind a dash or a colon.
const DOES: [&str; 10] = [
    "runs",
    "run",
    "hosts",
    "host",
    "provides",
    "provide",
    "process",
    "processes",
    "manages",
    "manage",
];

/// Words that join something to a name, behind its comma; no name of another begins with them.
const JOINS: [&str; 8] = ["about", "by", "in", "on", "through", "under", "via", "with"];

/// Parts the name of a body from what is told of it: “Quay Payments Ltd, who take your fee for us”, “Civica (our supplier)”, “the
/// Cabinet Office, for the National Fraud Initiative”, “Marlow Ltd where you owe us money”, “if you are ill, your GP”.
pub(super) fn apart(text: &str) -> Apart<'_> {
    let whole = Apart {
        name: text,
        told: None,
        condition: None,
    };
    // "Where the law says so, the police".
    if let Some((condition, name)) = text.split_once(", ")
        && (is_condition(condition) || is_occasion(condition))
        && !name.contains(", ")
        && !is_condition(name)
        && name.split_whitespace().count() <= 12
    {
        let rest = apart(name);
        return Apart {
            condition: Some(condition),
            ..rest
        };
    }
    if let Some(own) = of_ours(text) {
        return own;
    }
    match cut(text).filter(|(at, _)| *at > 0) {
        Some((at, said)) => {
            let name = text[..at].trim_end();
            let bracket = text[at..].starts_with('(');
            let said = if bracket {
                said.trim_end_matches(')')
            } else {
                said
            };
            // "Where you owe us money" says when, and "for your pension, if you have one" what for.
            if is_condition(said) || is_when(said) {
                Apart {
                    name,
                    condition: Some(said),
                    ..whole
                }
            } else {
                Apart {
                    name,
                    told: Some(said),
                    ..whole
                }
            }
        }
        None => whole,
    }
}

/// Says where a name ends, with what is said of it.
fn cut(text: &str) -> Option<(usize, &str)> {
    let marks = text.match_indices([',', '–', '—', '-', '(', ':']);
    let mut marked = marks.filter_map(|(at, mark)| {
        let behind = &text[at + mark.len()..];
        let said = behind.trim_start();
        let spaced = mark == "(" || behind.starts_with(' ');
        let dashed = text[..at].ends_with(' ');
        let when = is_when(said);
        let fit = match mark {
            "," => {
                begins(said, &TOLD[..9])
                    || is_what_it_is(said)
                    || is_done_by(said)
                    || ((when || begins(said, &JOINS)) && !names_more(said))
            }
            // A name ends with its bracket, and what stands there names nothing more.
            "(" => {
                said.ends_with(')')
                    && said.find(')') == Some(said.len() - 1)
                    && (begins(said, &TOLD) || when || (is_proper(&text[..at]) && tells(said)))
            }
            ":" => begins(said, &DOES) || begins(said, &TOLD) || when,
            _ => dashed && (begins(said, &TOLD) || begins(said, &DOES) || when),
        };
        (spaced && fit && said.contains(' ')).then_some((at, said))
    });
    let marked = marked.next();
    let bare = without_mark(text);
    match (marked, bare) {
        (Some(one), Some(other)) => Some(if other.0 < one.0 { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// Reads “our local authority, Overton City Council”: what it is to us, and its name.
fn of_ours(text: &str) -> Option<Apart<'_>> {
    let (told, name) = text.split_once(", ")?;
    let lower = told.to_lowercase();
    let ours = lower.starts_with("our ") && told.split_whitespace().count() <= 5;
    // "The council's payroll provider, Quay Business Services"
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let theirs = (lower.contains("'s ") || lower.contains("’s ") || ours)
        && WHAT.contains(&last)
        && is_proper(name);
    let named = ours && super::find::body_alone(name).is_some();
    let fit = (named || theirs) && !name.contains([',', ';', '(']);
    fit.then_some(Apart {
        name,
        told: Some(told),
        condition: None,
    })
}

/// Says whether words say when something is so.
fn is_when(said: &str) -> bool {
    begins(said, &WHEN) || is_occasion(said) || is_time(said)
}

/// Says whether words begin with one of a list.
fn begins(said: &str, list: &[&str]) -> bool {
    let first = said.split([' ', ',']).next().unwrap_or_default();
    list.contains(&first)
}

/// Says whether a text is a name in capitals, of two words or more: “the Cabinet Office”.
fn is_proper(name: &str) -> bool {
    let own = name
        .trim()
        .trim_start_matches("the ")
        .trim_start_matches("The ");
    let small = ["of", "for", "and", "the", "&", "in", "on", "upon"];
    let mut words = own.split_whitespace().filter(|word| !small.contains(word));
    own.contains(' ') && words.all(|word| word.starts_with(char::is_uppercase))
}

/// Says whether a bracket behind a name tells something, and gives no other name for it: “(National Fraud Initiative)”.
fn tells(said: &str) -> bool {
    said.split_whitespace().count() > 1 && said.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{Apart, apart};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_told_of_a_body_is_no_part_of_its_name() {
        for (text, name, told) in [
            (
                "Quay Payments Ltd, who take your fee for us",
                "Quay Payments Ltd",
                "who take your fee for us",
            ),
            ("Civica (our supplier)", "Civica", "our supplier"),
            (
                "Chipside Ltd – runs the portal for us, as our processor",
                "Chipside Ltd",
                "runs the portal for us, as our processor",
            ),
            (
                "the Cabinet Office, for the National Fraud Initiative",
                "the Cabinet Office",
                "for the National Fraud Initiative",
            ),
            (
                "Capita (which prints our letters)",
                "Capita",
                "which prints our letters",
            ),
            ("HMRC: to check your income", "HMRC", "to check your income"),
            (
                "Fen Files, the company that stores our papers",
                "Fen Files",
                "the company that stores our papers",
            ),
            (
                "ParentPay, our payment provider",
                "ParentPay",
                "our payment provider",
            ),
            (
                "Cabinet Office (National Fraud Initiative)",
                "Cabinet Office",
                "National Fraud Initiative",
            ),
            (
                "HM Revenue & Customs, about Gift Aid",
                "HM Revenue & Customs",
                "about Gift Aid",
            ),
            (
                "the National Register, in coded form",
                "the National Register",
                "in coded form",
            ),
            (
                "our local authority, Overton City Council",
                "Overton City Council",
                "our local authority",
            ),
        ] {
            let wanted = Apart {
                name,
                told: Some(told),
                condition: None,
            };
            assert_eq!(apart(text), wanted, "{text}");
        }
    }

    #[test]
    fn when_it_is_so_is_no_part_of_a_name() {
        for (text, name, condition) in [
            (
                "The police, if a crime is suspected",
                "The police",
                "if a crime is suspected",
            ),
            (
                "Marlow Ltd where you owe us money",
                "Marlow Ltd",
                "where you owe us money",
            ),
            (
                "Debt collectors – only where you owe us money",
                "Debt collectors",
                "only where you owe us money",
            ),
            (
                "the police, where there is a safeguarding concern",
                "the police",
                "where there is a safeguarding concern",
            ),
            (
                "the Students’ Union, unless you opt out",
                "the Students’ Union",
                "unless you opt out",
            ),
            ("the police, on request", "the police", "on request"),
            (
                "Overton Hospital (in an emergency)",
                "Overton Hospital",
                "in an emergency",
            ),
            (
                "Where the law says so, the police",
                "the police",
                "Where the law says so",
            ),
            (
                "In an emergency, the ambulance service",
                "the ambulance service",
                "In an emergency",
            ),
            (
                "your landlord, even when you have not asked him to",
                "your landlord",
                "even when you have not asked him to",
            ),
            ("the coroner, after a death", "the coroner", "after a death"),
            (
                "Estyn, during an inspection",
                "Estyn",
                "during an inspection",
            ),
            (
                "the water company, at the start and the end of a tenancy",
                "the water company",
                "at the start and the end of a tenancy",
            ),
            (
                "Overton Fire Service, should the home be at risk of fire",
                "Overton Fire Service",
                "should the home be at risk of fire",
            ),
            (
                "our branches abroad, provided that you have joined one",
                "our branches abroad",
                "provided that you have joined one",
            ),
            (
                "Overton Print Ltd (each time there is a magazine)",
                "Overton Print Ltd",
                "each time there is a magazine",
            ),
            (
                "community pharmacies, from April 2026",
                "community pharmacies",
                "from April 2026",
            ),
            (
                "Overton Hospice (since 1 May 2025)",
                "Overton Hospice",
                "since 1 May 2025",
            ),
            (
                "the courts when we are asked",
                "the courts",
                "when we are asked",
            ),
        ] {
            let wanted = Apart {
                name,
                told: None,
                condition: Some(condition),
            };
            assert_eq!(apart(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_name_stays_whole() {
        for text in [
            "Department for Work and Pensions (DWP)",
            "contractors who carry out repairs",
            "our contractor, the one that cleans",
            "schools (primary and secondary)",
            "health, social care and housing bodies",
            "Kier (our)",
            "Stoke-on-Trent City Council",
            "the school where your child goes",
            "the police, in an emergency, and the courts",
            "Home Office, Immigration Enforcement",
            "Ministry of Housing, Communities and Local Government",
            "anyone on the list",
            "doctors, nurses from Overton 2030",
            "solicitors who act when a home is sold",
            "before and after school clubs",
            "the school, before and after school clubs, and the police",
            "the After Adoption service",
        ] {
            let whole = Apart {
                name: text,
                told: None,
                condition: None,
            };
            assert_eq!(apart(text), whole, "{text}");
        }
    }
}
