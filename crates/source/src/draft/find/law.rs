//! Acts, regulations and orders by their titles.

use super::{bare, title::title};

/// Words that name the kind of a law, before its year.
const KINDS: [&str; 10] = [
    "Act",
    "Acts",
    "Regulations",
    "Regulation",
    "Order",
    "Orders",
    "Rules",
    "Directive",
    "Measure",
    "Scheme",
];

/// Lists the laws that a text names: their titles as they are cited, without what leads up to them.
pub(crate) fn laws(text: &str) -> Vec<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for at in 0..all.len() {
        if let Some(law) = regulation(&all, at) {
            found.push(law);
        } else if is_kind(all[at]) {
            let years = years(&all, at);
            if !years.is_empty()
                && !is_within_another(&all, at)
                && let Some(title) = title(&all, at)
            {
                found.extend(years.into_iter().map(|year| format!("{title} {year}")));
            }
        }
    }
    found
}

/// Says whether a text cites laws and says nothing else.
pub(crate) fn is_law_alone(text: &str) -> bool {
    let laws = laws(text);
    let rest = laws.iter().fold(text.to_owned(), |rest, law| {
        let (name, year) = law.rsplit_once(' ').unwrap_or((law, ""));
        rest.replacen(name, "", 1).replacen(year, "", 1)
    });
    let said = rest.split(|mark: char| !mark.is_alphanumeric());
    let mut said = said.filter(|word| !word.is_empty());
    !laws.is_empty() && said.all(|word| matches!(word, "the" | "The" | "and"))
}

/// Says whether the law at `at` is named in the title of an order under it: “… Act 1974 (Exceptions) Order 1975”.
fn is_within_another(all: &[&str], at: usize) -> bool {
    if !all.get(at + 2).is_some_and(|word| word.starts_with('(')) {
        return false;
    }
    let close = all[at + 2..]
        .iter()
        .take(8)
        .position(|word| word.ends_with(')'));
    close.is_some_and(|close| {
        let next = at + 2 + close + 1;
        all.get(next)
            .is_some_and(|word| matches!(bare(word), "Order" | "Regulations" | "Rules"))
            && !years(all, next).is_empty()
    })
}

fn is_kind(word: &str) -> bool {
    let word = bare(word);
    KINDS.contains(&word) || matches!(word, "act" | "regulations")
}

/// Returns the general regulation, which is cited in other ways than any Act.
fn regulation(all: &[&str], at: usize) -> Option<String> {
    let is = |by: usize, want: &str| all.get(at + by).is_some_and(|word| bare(word) == want);
    let before_is_uk = at
        .checked_sub(1)
        .is_some_and(|at| matches!(bare(all[at]), "UK" | "EU"));
    let (name, next) = if is(0, "GDPR") {
        ("GDPR", 1)
    } else if is(0, "General")
        && is(1, "Data")
        && is(2, "Protection")
        && (is(3, "Regulation") || is(3, "Regulations"))
    {
        ("General Data Protection Regulation", 4)
    } else {
        return None;
    };
    // `the General Data Protection Regulation (GDPR)` is one law.
    if name == "GDPR"
        && all[at].starts_with('(')
        && at >= 4
        && (1..=2).any(|by| {
            at >= by
                && matches!(
                    bare(all[at - by]),
                    "Regulation" | "Regulations" | "2016/679"
                )
        })
    {
        return None;
    }
    let mut law = name.to_owned();
    if before_is_uk {
        law = format!("{} {law}", bare(all[at - 1]));
    }
    let number = |by: usize| {
        all.get(at + by)
            .map(|word| bare(word))
            .filter(|word| *word == "2016/679")
    };
    if let Some(number) = number(next + 1).filter(|_| is(next, "EU")) {
        law = format!("{law} (EU) {number}");
    } else if let Some(number) = number(next) {
        law = format!("{law} {number}");
    }
    Some(law)
}

/// Lists the years that follow the kind of a law: `2018`, `, 2018`, `(2018)`, `1989/2004`, `1989 and 2004`, `(DPA) 2018`.
fn years(all: &[&str], at: usize) -> Vec<u16> {
    let mut rest = at + 1;
    let own = all[at];
    if own.ends_with(['.', ';', ':']) {
        return Vec::new();
    }
    // An abbreviation in brackets.
    if all.get(rest).is_some_and(|word| {
        word.starts_with('(')
            && word.contains(')')
            && bare(word)
                .chars()
                .all(|mark| mark.is_uppercase() || mark.is_ascii_digit())
            && bare(word).parse::<u16>().is_err()
    }) {
        rest += 1;
    }
    if all.get(rest) == Some(&"of") {
        rest += 1;
    }
    let year = |word: &str| {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        let parse = |part: &str| {
            part.parse::<u16>()
                .ok()
                .filter(|year| (1700..=2100).contains(year) && part.len() == 4)
        };
        let parts: Vec<Option<u16>> = bare(word).split('/').map(parse).collect();
        parts
            .into_iter()
            .collect::<Option<Vec<u16>>>()
            .unwrap_or_default()
    };
    let mut found = all.get(rest).map(|word| year(word)).unwrap_or_default();
    if !found.is_empty()
        && matches!(all.get(rest + 1), Some(&"and" | &"&"))
        && let Some(more) = all.get(rest + 2)
    {
        found.extend(year(more));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{is_law_alone, laws};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn laws_are_cited_by_their_titles() {
        for (text, found) in [
            (
                "we follow the UK GDPR and the Data Protection Act 2018 in all",
                &["UK GDPR", "Data Protection Act 2018"][..],
            ),
            ("Under the Care Act 2014 we must", &["Care Act 2014"]),
            (
                "the Data Protection Act, 2018 always",
                &["Data Protection Act 2018"],
            ),
            (
                "the Data Protection Act (2018) and the Data Protection Act (DPA) 2018",
                &["Data Protection Act 2018", "Data Protection Act 2018"],
            ),
            (
                "the Health and Safety at Work etc. Act 1974 applies",
                &["Health and Safety at Work etc. Act 1974"],
            ),
            (
                "the Town and Country Planning (Development Management Procedure) (England) Order 2015 applies",
                &[
                    "Town and Country Planning (Development Management Procedure) (England) Order 2015",
                ],
            ),
            (
                "Derby City Council and the Localism Act 2011 agree.",
                &["Localism Act 2011"],
            ),
            (
                "see section 17 of the Children Act 1989 and section 10 of the Children Act 2004.",
                &["Children Act 1989", "Children Act 2004"],
            ),
            (
                "the Freedom of Information (Scotland) Act 2002.",
                &["Freedom of Information (Scotland) Act 2002"],
            ),
            (
                "the Privacy and Electronic Communications (EC Directive) Regulations 2003",
                &["Privacy and Electronic Communications (EC Directive) Regulations 2003"],
            ),
            (
                "the Town & Country Planning Act 1990 applies",
                &["Town & Country Planning Act 1990"],
            ),
            (
                "Schedule 1 to the Data Protection Act 2018",
                &["Data Protection Act 2018"],
            ),
            (
                "Children Act 1989/2004 and the Education Acts 1996 apply",
                &[
                    "Children Act 1989",
                    "Children Act 2004",
                    "Education Act 1996",
                ],
            ),
            (
                "the General Data Protection Regulation (EU) 2016/679 applies",
                &["General Data Protection Regulation (EU) 2016/679"],
            ),
            (
                "the Children and Families Act 2014; Education Act 1996.",
                &["Children and Families Act 2014", "Education Act 1996"],
            ),
            (
                "the Police and Criminal Evidence Act 1984 (PACE)",
                &["Police and Criminal Evidence Act 1984"],
            ),
            (
                "the Anti-social Behaviour, Crime and Policing Act 2014",
                &["Anti-social Behaviour, Crime and Policing Act 2014"],
            ),
            (
                "the Equality Act 2010, Care Act 2014 and Housing Act 1996",
                &["Equality Act 2010", "Care Act 2014", "Housing Act 1996"],
            ),
            (
                "the Representation of the People Act 1983",
                &["Representation of the People Act 1983"],
            ),
            (
                "the General Data Protection Regulation (GDPR) and GDPR",
                &["General Data Protection Regulation", "GDPR"],
            ),
            (
                "the Local Authority Social Services and National Health Service complaints (England) regulations 2009,",
                &[
                    "Local Authority Social Services and National Health Service complaints (England) regulations 2009",
                ],
            ),
            (
                "the Road Traffic Regulation Act 1984, the Public Order Act 1986 and the Regulation of Investigatory Powers Act 2000",
                &[
                    "Road Traffic Regulation Act 1984",
                    "Public Order Act 1986",
                    "Regulation of Investigatory Powers Act 2000",
                ],
            ),
            (
                "the Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975; the Equality Act 2010",
                &[
                    "Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975",
                    "Equality Act 2010",
                ],
            ),
            ("in order 2015 came. A School Order 12", &[]),
        ] {
            assert_eq!(laws(text), found, "{text}");
        }
        assert!(is_law_alone(
            "The Births and Deaths Registration Act 1953 and the Marriage Act 1949"
        ));
        assert!(!is_law_alone(
            "To keep the register under the Marriage Act 1949"
        ));
        assert!(!is_law_alone("To marry you"));
    }
}
