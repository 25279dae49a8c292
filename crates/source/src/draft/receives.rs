//! Who a sentence says works with the data, or is given it: “Swale Imaging LLP read scans at night”, “It goes to HM Revenue & Customs”.

use super::leads::denies;

/// How the name of a company ends.
const ENDS: [&str; 11] = [
    "Ltd", "Limited", "plc", "PLC", "LLP", "Inc", "Inc.", "CIC", "Cyf", "Cymru", "Trust",
];

/// What a company does that has the data.
const DOES: [&str; 34] = [
    "hosts",
    "host",
    "keeps",
    "keep",
    "stores",
    "store",
    "prints",
    "print",
    "runs",
    "run",
    "reads",
    "read",
    "looks",
    "provides",
    "provide",
    "processes",
    "process",
    "handles",
    "handle",
    "manages",
    "manage",
    "posts",
    "sends",
    "send",
    "takes",
    "maintains",
    "supplies",
    "uses",
    "employ",
    "employs",
    "scans",
    "collects",
    "analyses",
    "operates",
];

/// Lists the companies that sentences say do something with the data, or have it: none that the text only speaks of.
pub(super) fn receivers(text: &str) -> Vec<String> {
    let mut rest = text;
    let mut found = Vec::new();
    if !ENDS.iter().any(|end| text.contains(end)) {
        return found;
    }
    while !rest.is_empty() {
        let sentence = super::sentence(rest);
        let end = rest
            .find(sentence)
            .map_or(rest.len(), |at| at + sentence.len());
        rest = rest[end..].trim_start();
        let none = ["Nothing ", "No ", "None ", "Nobody ", "Neither "]
            .iter()
            .any(|it| sentence.starts_with(it));
        if none || sentence.ends_with(['?', ':']) || denies(sentence) {
            continue;
        }
        let name = acts(sentence).or_else(|| given(sentence));
        found.extend(name.map(str::to_owned));
    }
    found
}

/// Reads “Clearwell Systems plc keeps the computers”.
fn acts(sentence: &str) -> Option<&str> {
    let name = company(sentence)?;
    let behind = sentence[name.len()..].trim_start();
    let verb = behind.split(' ').next().unwrap_or_default();
    // "The Trust uses your data" and "Overton Homes Ltd is the controller" name who decides.
    let own = name.starts_with("The ") || name.ends_with("Trust");
    (DOES.contains(&verb) && !own).then_some(name)
}

/// Reads “The tablets are run for us by Cindertrack Software Ltd”, “Expense claims go to Swale Payroll LLP”.
fn given(sentence: &str) -> Option<&str> {
    let ways = [
        " run for us by ",
        " hosted by ",
        " hosted for us by ",
        " kept for us by ",
        " printed by ",
        " stored by ",
        " stored for us by ",
        " read by ",
        " handled by ",
        " paid by ",
        " go to ",
        " goes to ",
        " sent to ",
        " passed to ",
        " given to ",
        " disclosed to ",
    ];
    let place = ways
        .iter()
        .filter_map(|way| Some((sentence.find(way)?, way.len())))
        .min()?;
    company(&sentence[place.0 + place.1..])
}

/// Returns the company that a text begins with.
fn company(text: &str) -> Option<&str> {
    let mut end = 0;
    for (at, word) in text.split(' ').enumerate() {
        let joins = at > 0 && matches!(word, "and" | "of" | "&");
        if at > 6 || !(word.starts_with(char::is_uppercase) || joins || word == "plc") {
            return None;
        }
        end += word.len() + usize::from(at > 0);
        let bare = word.trim_end_matches([',', '.', ';']);
        if at > 0 && ENDS.contains(&bare) {
            // "Overton NHS Trust" may go on: "Overton Trust Ltd".
            return Some(text[..end].trim_end_matches([',', '.', ';']));
        }
        if word.ends_with([',', '.', ';']) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::receivers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_company_that_has_the_data_is_one() {
        for (text, name) in [
            (
                "Swale Imaging Partners LLP read scans at night.",
                "Swale Imaging Partners LLP",
            ),
            (
                "It is safe. Clearwell Systems plc keeps the computers.",
                "Clearwell Systems plc",
            ),
            (
                "The tablets and the database are run for us by Cinder Software Ltd.",
                "Cinder Software Ltd",
            ),
            (
                "Expense claims go to Swale Payroll LLP, who pay them.",
                "Swale Payroll LLP",
            ),
            (
                "Your letters are printed by Inkwell Mail Ltd.",
                "Inkwell Mail Ltd",
            ),
            (
                "Your record may be read by Overton NHS Trust when you are ill.",
                "Overton NHS Trust",
            ),
        ] {
            assert_eq!(receivers(text), [name], "{text}");
        }
        for text in [
            "Overton Homes Ltd is the controller.",
            "The Overton Trust uses your data to help you.",
            "Clearwell Systems plc does not keep the records.",
            "We wrote this with Inkwell Mail Ltd.",
            "Do your letters go to Inkwell Mail Ltd?",
            "Nothing is ever sent to Advert Brokers Ltd.",
            "Complaints about Swale Payroll LLP are rare.",
            "Overton Homes Ltd owns the flats.",
        ] {
            assert_eq!(receivers(text), [""; 0], "{text}");
        }
    }
}
