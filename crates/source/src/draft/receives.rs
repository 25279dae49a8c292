//! Who a sentence says works with the data, or is given it: “Swale Imaging LLP read scans at night”, “It goes to HM Revenue & Customs”.

use super::leads::denies;

/// How the name of a company ends.
const ENDS: [&str; 13] = [
    "Co-operative",
    "Cooperative",
    "Ltd",
    "Limited",
    "plc",
    "PLC",
    "LLP",
    "Inc",
    "Inc.",
    "CIC",
    "Cyf",
    "Cymru",
    "Trust",
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
    let mut found = Vec::new();
    for sentence in super::sentences(text) {
        let none = ["Nothing ", "No ", "None ", "Nobody ", "Neither "]
            .iter()
            .any(|it| sentence.starts_with(it));
        if none || sentence.ends_with(['?', ':']) || denies(sentence) {
            continue;
        }
        let name = acts(sentence).or_else(|| given(sentence));
        let named = match name {
            Some(name) => std::iter::once(name).chain(acts_too(sentence)).collect(),
            None => {
                let done = done_by(sentence);
                if done.is_empty() {
                    told(sentence)
                } else {
                    done
                }
            }
        };
        found.extend(named.into_iter().map(str::to_owned));
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

/// Reads “Siren Software Ltd runs the list and Tidewell Archive Services stores the forms”: who is joined to the first.
fn acts_too(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.split(" and ").skip(1);
    parts.filter_map(|part| {
        let name = body(part, false)?;
        let verb = part.strip_prefix(name)?.trim_start();
        DOES.contains(&verb.split(' ').next()?).then_some(name)
    })
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

/// Lists the companies that something of ours is said to be done by, or to come from, one after the other: “planned on software from Fen
/// Routes Ltd, and the letter is printed by Inkwell Co-operative”.
fn done_by(sentence: &str) -> Vec<&str> {
    let things = [
        "software", "system", "systems", "app", "portal", "database", "platform", "website",
        "service",
    ];
    let places = [" from ", " of ", " by "].iter().flat_map(|link| {
        sentence.match_indices(link).filter_map(move |(at, link)| {
            let last = sentence[..at].rsplit(' ').next().unwrap_or_default();
            let made = link == " by "
                && (last.ends_with("ed")
                    || matches!(last, "run" | "kept" | "held" | "sent" | "built" | "us"));
            (made || things.contains(&last)).then_some(at + link.len())
        })
    });
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places
        .into_iter()
        .filter_map(|at| company(&sentence[at..]))
        .collect()
}

/// Lists the bodies that a sentence says we tell, or that work for us: “we inform Overton County Council”, “we send your name to the
/// Overton Stop Smoking Service or to Fallsafe Overton”.
fn told(sentence: &str) -> Vec<&str> {
    let ways = [
        (" for us by ", ""),
        (" on our behalf by ", ""),
        (" we inform ", ""),
        (" we tell ", ""),
        (" we alert ", ""),
        (" asked for", " by "),
        (" we send ", " to "),
        (" we pass ", " to "),
        (" we give ", " to "),
    ];
    // "If you agree to a referral, we send" and "We send" begin alike.
    let lower = format!(" {}", sentence.to_lowercase());
    let from = ways.iter().find_map(|(way, link)| {
        let act = lower.find(way)? + way.len();
        let at = match *link {
            "" => act,
            // The space before the link may be the one that ends the way.
            link => {
                let said = &lower[act - 1..];
                let said = &said[..said.find(link)?];
                if link == " to " && !is_of_data(said) {
                    return None;
                }
                act - 1 + said.len() + link.len()
            }
        };
        Some((at - 1, *link))
    });
    let Some((at, link)) = from else {
        return Vec::new();
    };
    let mut rest = sentence.get(at..).unwrap_or_default();
    let mut found = Vec::new();
    while let Some(name) = body(rest, false) {
        let joint = |text: &str| {
            let link = if link.is_empty() { " " } else { link };
            let behind = rest.split_once(name).map_or("", |(_, behind)| behind);
            behind
                .strip_prefix(&format!("{text}{link}"))
                .or_else(|| behind.strip_prefix(&format!("{text} ")))
                .and_then(|next| rest.len().checked_sub(next.len()))
                .map(|at| &rest[at..])
        };
        let [or, and, comma] = [" or", " and", ","].map(joint);
        if let Some(next) = or {
            found.push(name);
            rest = next;
        } else if let Some(next) = and.or(comma)
            && next
                .strip_prefix("the ")
                .unwrap_or(next)
                .starts_with(char::is_uppercase)
        {
            // "The Inspectorate of Constabulary and Fire and Rescue Services" is one, a council and a trust are two.
            if body(next, false).is_some_and(is_kind) {
                found.push(name);
                rest = next;
            } else if and.is_some() {
                found.extend(body(rest, true));
                break;
            } else {
                return Vec::new();
            }
        } else {
            found.push(name);
            break;
        }
    }
    found
}

/// Says whether words name data that may be sent on.
fn is_of_data(said: &str) -> bool {
    let data = [
        "your",
        "it",
        "them",
        "this",
        "name",
        "names",
        "details",
        "form",
        "forms",
        "list",
        "lists",
        "copy",
        "copies",
        "report",
        "reports",
        "record",
        "records",
        "data",
        "information",
        "results",
        "notes",
        "film",
    ];
    let mut words = said.split(|mark: char| !mark.is_alphanumeric());
    words.any(|word| data.contains(&word))
}

/// Says whether a name ends as bodies of a kind do.
fn is_kind(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    ENDS.contains(&last)
        || [
            "Council",
            "Police",
            "Constabulary",
            "Authority",
            "Board",
            "Agency",
            "Service",
            "Office",
            "Coroner",
            "Ombudsman",
            "England",
            "Education",
        ]
        .contains(&last)
}

/// Returns the name of two words or more, each with a capital, that a text begins with; with `whole` what an “and” joins is of it.
fn body(text: &str, whole: bool) -> Option<&str> {
    let own = text.strip_prefix("the ").unwrap_or(text);
    let (mut end, mut capitals, mut at) = (0, 0, 0);
    for word in own.split(' ') {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        let joins =
            capitals > 0 && (matches!(bare, "of" | "for" | "&") || (whole && bare == "and"));
        if bare.starts_with(char::is_uppercase) {
            capitals += 1;
            end = at + bare.len();
        } else if !joins {
            break;
        }
        at += word.len() + 1;
        if bare.len() < word.len() {
            break;
        }
    }
    let person = ["Ms ", "Mr ", "Mrs ", "Miss ", "Dr ", "Mx "];
    let is_body = capitals > 1 && !person.iter().any(|it| own.starts_with(it));
    is_body.then(|| &own[..end])
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
mod tests;
