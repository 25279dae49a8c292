//! The name of the data protection officer.

use super::{bare, clauses};

/// Words of an office that the officer may be named beside.
const OFFICE: [&str; 4] = [
    "data protection officer",
    "dpo",
    "data protection lead",
    "information governance lead",
];

/// Lists the people whom a text names as the data protection officer: “Our Data Protection Officer is Margaret Ellison”,
/// “DPO: Margaret Ellison”, “Margaret Ellison, Data Protection Officer”. What is no name of a person is none.
pub(crate) fn officers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // The sentence before speaks of the office, and names nobody.
    let mut spoken_of = false;
    for sentence in clauses(text) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let plain: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
        if spoken_of {
            found.extend(meant(&words, &plain));
        }
        let count = found.len();
        spoken_of = false;
        for office in OFFICE {
            let own: Vec<&str> = office.split(' ').collect();
            let places = plain.windows(own.len());
            for at in places
                .enumerate()
                .filter(|(_, it)| it.iter().eq(own.iter()))
            {
                let (start, end) = (at.0, at.0 + own.len());
                let name = behind(&words, end).or_else(|| before(&words, start));
                found.extend(name.filter(|_| !is_another(&plain[..start])));
                spoken_of = found.len() == count;
            }
        }
    }
    found.dedup();
    found
}

/// Returns the name of whom a sentence means that goes on about the office: “She is Margaret Ellison”.
fn meant(words: &[&str], plain: &[String]) -> Option<String> {
    let at = plain.iter().position(|word| word == "is")?;
    let who = plain[..at].join(" ");
    let means = [
        "she",
        "he",
        "the officer",
        "this officer",
        "the person there",
        "the person",
        "that person",
        "her name",
        "his name",
        "their name",
        "the name",
    ];
    means
        .contains(&who.as_str())
        .then(|| person(&words[at + 1..]))
        .flatten()
}

/// Says whether the office is a deputy's or that of another body.
fn is_another(before: &[String]) -> bool {
    let last = before.last().map(String::as_str).unwrap_or_default();
    ["deputy", "assistant", "former", "school's", "their", "no"].contains(&last)
}

/// Returns the name behind the office: “… is Margaret Ellison”, “…: Margaret Ellison”, “…, Margaret Ellison,”.
fn behind(words: &[&str], end: usize) -> Option<String> {
    let last = words.get(end - 1)?;
    let mut from = end;
    // "Data Protection Officer (DPO) is Margaret Ellison"
    if words.get(from).is_some_and(|word| word.starts_with('(')) {
        from += 1;
    }
    let verb = words.get(from).map(|word| bare(word));
    let marked = last.ends_with([':', ',']) || matches!(words.get(from), Some(&"–" | &"-" | &"—"));
    let says = matches!(verb, Some("is"));
    if says || matches!(words.get(from), Some(&"–" | &"-" | &"—")) {
        from += 1;
    } else if !marked {
        return None;
    }
    person(&words[from..])
}

/// Returns the name right before the office, behind a comma: “Margaret Ellison, Data Protection Officer”, “Margaret Ellison is our
/// Data Protection Officer”.
fn before(words: &[&str], start: usize) -> Option<String> {
    let mut end = start;
    while end > 0
        && matches!(
            bare(words[end - 1]),
            "our" | "the" | "your" | "is" | "Council's" | "council's"
        )
    {
        end -= 1;
    }
    let joined = end
        .checked_sub(1)
        .is_some_and(|at| words[at].ends_with([',', '–', '-']));
    if end == 0 || (!joined && bare(words.get(end)?) != "is") {
        return None;
    }
    let dash = usize::from(matches!(words[end - 1], "–" | "-" | "—"));
    let words = &words[..end - dash];
    let first = (words.len().saturating_sub(4)..words.len()).find(|&at| {
        let before = at.checked_sub(1).map(|at| words[at]);
        // The name begins the sentence, or stands behind a mark or a word that says who.
        before.is_none_or(|word| {
            word.ends_with([',', ':']) || matches!(word, "contact" | "to" | "is" | "by")
        }) && person(&words[at..]).is_some_and(|name| name.split(' ').count() == words.len() - at)
    })?;
    person(&words[first..])
}

/// Returns the name of a person that words begin with: two to four words, each with a capital, that name no office and no body.
fn person(words: &[&str]) -> Option<String> {
    const NONE: [&str; 48] = [
        "The",
        "Our",
        "Your",
        "A",
        "An",
        "We",
        "You",
        "At",
        "By",
        "For",
        "In",
        "Please",
        "Contact",
        "Telephone",
        "Phone",
        "Tel",
        "Email",
        "E-mail",
        "Data",
        "Protection",
        "Officer",
        "Information",
        "Governance",
        "Team",
        "Legal",
        "Services",
        "Service",
        "Council",
        "Borough",
        "County",
        "City",
        "District",
        "Town",
        "Hall",
        "House",
        "Civic",
        "Centre",
        "Street",
        "Road",
        "Office",
        "Manager",
        "Head",
        "Director",
        "Ltd",
        "Limited",
        "School",
        "Trust",
        "Post",
    ];
    let mut name: Vec<&str> = Vec::new();
    for word in words.iter().take(5) {
        let own = word.trim_end_matches([',', '.', ';', ':', ')']);
        let letters = own
            .chars()
            .all(|mark| mark.is_alphabetic() || matches!(mark, '-' | '\'' | '’'));
        let mut marks = own.chars();
        let capital = marks.next().is_some_and(char::is_uppercase);
        let small = marks.any(char::is_lowercase) || own.len() == 1;
        if !(letters && capital && small) || NONE.contains(&own) {
            break;
        }
        name.push(own);
        if own.len() < word.len() && !matches!(*word, "Mr." | "Mrs." | "Ms." | "Dr.") {
            break;
        }
    }
    // What goes on in the middle of a longer name of something names nobody.
    let next = words.get(name.len()).copied().unwrap_or_default();
    let ended = words
        .get(name.len().saturating_sub(1))
        .is_some_and(|word| word.ends_with([',', '.', ';', ':', ')']));
    let goes_on = !ended && next.starts_with(char::is_uppercase);
    ((2..=4).contains(&name.len()) && !goes_on).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::officers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_officer_is_named_beside_the_office() {
        for (text, name) in [
            (
                "Our Data Protection Officer is Margaret Ellison.",
                "Margaret Ellison",
            ),
            (
                "Our Data Protection Officer (DPO) is Dr Helen Okafor, who can help.",
                "Dr Helen Okafor",
            ),
            ("DPO: Margaret Ellison", "Margaret Ellison"),
            (
                "Data protection officer: Siân Lloyd-Jones, dpo@overton.example",
                "Siân Lloyd-Jones",
            ),
            (
                "Margaret Ellison, Data Protection Officer",
                "Margaret Ellison",
            ),
            (
                "Please contact Anil Rao, our Data Protection Officer, with questions.",
                "Anil Rao",
            ),
            (
                "Mary O’Brien is the council's Data Protection Officer.",
                "Mary O’Brien",
            ),
            (
                "The council's Data Protection Officer, Tom Reed, can help.",
                "Tom Reed",
            ),
            (
                "Our data protection lead is Bronagh Teale.",
                "Bronagh Teale",
            ),
            (
                "The Trust's Data Protection Lead is Siobhan Marchetti (01632 960633).",
                "Siobhan Marchetti",
            ),
            (
                "We share a data protection officer with three schools. She is Dr Lucinda Farrow, and reads everything.",
                "Dr Lucinda Farrow",
            ),
            (
                "The Board has asked Marbury Data Service to act as its data protection officer. The person there is Ms Hannah \
                 Whitlock, whose number is below.",
                "Ms Hannah Whitlock",
            ),
            (
                "We have a Data Protection Officer. Her name is Anil Rao.",
                "Anil Rao",
            ),
        ] {
            assert_eq!(officers(text), [name], "{text}");
        }
        for text in [
            "The Council has appointed a Data Protection Officer.",
            "Data Protection Officer, Town Hall, Market Street, Overton, OV1 1AA",
            "Write to the Data Protection Officer, Overton Borough Council, Town Hall",
            "Overton Borough Council, Data Protection Officer",
            "Our Data Protection Officer is at the Town Hall.",
            "Our Data Protection Officer is Judicium Consulting Ltd.",
            "Data Protection Officer: Head of Legal Services",
            "DPO: dpo@overton.example, 01632 960 123",
            "The Caldicott Guardian is Dr Helen Okafor.",
            "She is Dr Helen Okafor.",
            "We have a Data Protection Officer. The headteacher is Margaret Ellison.",
            "We have a Data Protection Officer. Ring first. She is Margaret Ellison.",
            "Ask the Data Protection Officer. He is at the Town Hall.",
            "Our safeguarding lead is Bronagh Teale.",
            "If you ask, Data Protection Officer staff reply.",
        ] {
            assert_eq!(officers(text), [""; 0], "{text}");
        }
    }
}
