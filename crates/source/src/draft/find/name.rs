//! The names of bodies, as sentences have them.

use super::bare;

/// Words in the names of bodies that decide.
const KINDS: [&str; 44] = [
    "Council",
    "Cyngor",
    "Trust",
    "University",
    "College",
    "School",
    "Academy",
    "Homes",
    "Housing",
    "Association",
    "Authority",
    "Police",
    "Constabulary",
    "Commissioner",
    "Limited",
    "Ltd",
    "Borough",
    "Board",
    "Service",
    "Commission",
    "Office",
    "Agency",
    "Partnership",
    "Society",
    "Foundation",
    "PLC",
    "Constable",
    "Surgery",
    "Practice",
    "Hospital",
    "Hospitals",
    "Officer",
    "Registrar",
    "Nursery",
    "Company",
    "CIC",
    "CIO",
    "LLP",
    "Centre",
    "Hospice",
    "Friends",
    "Charity",
    "Church",
    "Federation",
];

/// Small words within a name.
const SMALL: [&str; 8] = ["of", "and", "the", "for", "&", "upon", "on", "in"];

/// Words that begin a sentence and no name.
const FIRST: [&str; 18] = [
    "The",
    "Our",
    "We",
    "This",
    "As",
    "For",
    "In",
    "Under",
    "Your",
    "When",
    "At",
    "A",
    "An",
    "If",
    "Here",
    "Where",
    "Data",
    "Controller",
];

/// Lists the bodies that are named one after the other, as far as each is one.
pub(super) fn bodies(words: &[&str]) -> Vec<String> {
    let text = words.join(" ");
    let parts: Vec<&str> = text
        .split(" and ")
        .flat_map(|part| part.split(", "))
        .collect();
    let mut names: Vec<String> = Vec::new();
    let mut open = String::new();
    for part in parts {
        // "Overton Police and Crime Commissioner", "Overton Homes and Housing Trust" are one.
        if let Some(last) = names.last_mut()
            && open.is_empty()
            && (is_kind(part) || part.starts_with("Crime ") || is_second_place(last, part))
        {
            last.push_str(" and ");
            last.push_str(part);
            continue;
        }
        // "Brighton and Hove City Council" is one name.
        let whole = if open.is_empty() {
            part.to_owned()
        } else {
            format!("{open} and {part}")
        };
        let words: Vec<&str> = whole.split_whitespace().collect();
        match name_before(&words).filter(|name| is_body(name)) {
            Some(name) => {
                names.push(name);
                open.clear();
            }
            None => open = whole,
        }
    }
    names
}

/// Says whether a part goes on with the places that a name ends with: “the Registrar General for England and Wales”.
fn is_second_place(name: &str, part: &str) -> bool {
    let place = name.rsplit_once(" for ").map_or("", |(_, place)| place);
    let one = |text: &str| (1..=2).contains(&text.split(' ').count());
    place.starts_with(char::is_uppercase)
        && one(place)
        && one(part)
        && part.split(' ').all(is_name)
        && !is_body(part)
}

/// What a body's name ends with where it is registered.
const REGISTERED: [&str; 7] = ["Limited", "Ltd", "PLC", "LLP", "CIC", "CIO", "Company"];

/// Lists the names of bodies as they are registered: “Overton Homes Limited”, which the text may call “Overton Homes” elsewhere.
pub(crate) fn registered<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        let ends = (0..words.len()).filter(|at| REGISTERED.contains(&bare(words[*at])));
        let names = ends.filter_map(|at| name_before(&words[..=at]));
        found.extend(names.filter(|name| REGISTERED.iter().any(|it| name.ends_with(it))));
    }
    found
}

/// Says whether a name is one of a body.
pub(super) fn is_body(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| KINDS.contains(&bare(word)))
}

/// Says whether a sentence says behind a name that it is a body: “We are Common Ground Overton, a charity”.
pub(super) fn is_told_of(name: &str, sentence: &str) -> bool {
    let kinds = [
        "charity",
        "company",
        "council",
        "trust",
        "partnership",
        "association",
        "society",
        "enterprise",
        "co-operative",
        "cooperative",
        "body",
        "organisation",
        "school",
        "club",
        "agency",
        "authority",
        "firm",
        "business",
        "museum",
        "theatre",
    ];
    let behind = sentence.split_once(name).map_or("", |(_, behind)| behind);
    let mut words = behind.strip_prefix(", ").unwrap_or_default().split(' ');
    matches!(words.next(), Some("a" | "an" | "the"))
        && words.take(4).any(|word| kinds.contains(&bare(word)))
}

/// Returns the body that a line names, if it says nothing else. Capitals alone are read as the name that they stand for.
pub(crate) fn body_alone(text: &str) -> Option<String> {
    let loud = !text.contains(char::is_lowercase);
    let word = |word: &str| {
        let mut marks = word.chars();
        let first = marks.next().map(String::from).unwrap_or_default();
        let short = matches!(word, "NHS" | "CIC" | "CIO" | "LLP" | "PLC" | "UK" | "ICB");
        if !loud || short {
            word.to_owned()
        } else if matches!(word, "OF" | "AND" | "THE" | "FOR" | "UPON" | "ON" | "IN") {
            word.to_lowercase()
        } else {
            first + &marks.as_str().to_lowercase()
        }
    };
    let words: Vec<String> = text.split_whitespace().map(word).collect();
    let fits = |word: &String| is_name(word) || SMALL.contains(&word.as_str());
    let name = words.join(" ");
    let about = [
        "privacy",
        "notice",
        "policy",
        "statement",
        "your",
        "our",
        "how",
        "data",
        "information",
    ];
    let mut lower = words.iter().map(|word| word.to_lowercase());
    ((2..=9).contains(&words.len())
        && words.iter().all(fits)
        && !lower.any(|word| about.contains(&word.as_str()))
        && !name.ends_with(['.', ':', ';', ',', '?', '!'])
        && is_body(&name)
        // "Leisure Centre CCTV" is a title.
        && (name.contains(" of ") || words.last().is_some_and(|last| is_body(last)))
        && !is_kind(&name))
    .then_some(name)
}

/// Returns the first part between commas that names a body.
pub(super) fn first_body(words: &[&str]) -> Option<String> {
    let text = words.join(" ");
    text.split(',').find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        name_before(&words).filter(|name| is_body(name))
    })
}

pub(super) fn is_name(word: &str) -> bool {
    word.trim_start_matches(['(', '“', '"', '‘'])
        .starts_with(char::is_uppercase)
}

/// Returns the last name before a verb: `Leeds City Council`, past what stands in brackets behind it.
pub(super) fn name_before(words: &[&str]) -> Option<String> {
    let mut end = words.len();
    let mut inside = false;
    while end > 0 {
        let word = words[end - 1];
        let opened = word.starts_with('(');
        inside |= word.trim_end_matches(',').ends_with(')') && !opened;
        if !inside && is_name(word) && !word.ends_with([')', '”', '"']) {
            break;
        }
        inside &= !opened;
        end -= 1;
    }
    let mut start = end;
    while start > 0 {
        let word = words[start - 1];
        let small = SMALL.contains(&word) && start >= 2 && is_name(words[start - 2]);
        if !(is_name(word) || small) || (word.ends_with([',', ':']) && start < end) {
            break;
        }
        start -= 1;
    }
    whole(&words[start..end])
}

/// Returns the first name in words.
pub(super) fn name_after(words: &[&str]) -> Option<String> {
    let start = words.iter().take(4).position(|word| is_name(word))?;
    let rest = &words[start..];
    let mut end = 0;
    while end < rest.len() {
        let small =
            SMALL.contains(&rest[end]) && rest.get(end + 1).is_some_and(|next| is_name(next));
        // "Lantern Homes CIC (“Lantern”)".
        if !(is_name(rest[end]) || small) || (end > 0 && rest[end].starts_with('(')) {
            break;
        }
        end += 1;
        // "Hexley Borough Council's Schools Team".
        if rest[end - 1].ends_with(['s', '’']) && owner(rest[end - 1]).is_some_and(is_body) {
            break;
        }
        if rest[end - 1].ends_with([',', '.', ';', ':', ')']) {
            break;
        }
    }
    whole(&rest[..end])
}

/// Says whose something is: `Council's`.
pub(super) fn owner(word: &str) -> Option<&str> {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))
}

/// Words that any body of a kind may be called by, beside [`KINDS`].
const ANY: [&str; 12] = [
    "Town",
    "City",
    "County",
    "District",
    "Parish",
    "Community",
    "Health",
    "Primary",
    "Local",
    "Public",
    "Managing",
    "Data",
];

/// Says whether a name is no more than the kind of body: “the Town Council”.
pub(super) fn is_kind(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.all(|word| KINDS.contains(&bare(word)) || ANY.contains(&word))
}

/// Says whether a name is that of a part of a body, which decides nothing by itself: “School Admissions Team”.
pub(super) fn is_team(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    [
        "Team",
        "Teams",
        "Unit",
        "Department",
        "Section",
        "Directorate",
        "Division",
    ]
    .contains(&last)
}

/// Returns a name of at least two words, without what begins a sentence.
fn whole(words: &[&str]) -> Option<String> {
    let skip = words
        .iter()
        .take_while(|word| FIRST.contains(&bare(word)))
        .count();
    let name = words[skip..].join(" ");
    let name = owner(&name).filter(|it| is_body(it)).unwrap_or(&name);
    let name = name
        .trim_matches(|mark: char| !mark.is_alphanumeric())
        .to_owned();
    (name.contains(' ') && name.len() <= 100).then_some(name)
}
