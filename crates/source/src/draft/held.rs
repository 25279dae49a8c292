//! What a sentence says that is held: “We keep your name, your date of birth and notes of each visit”, “information such as …”.

use notice::SectionId;

use super::{
    entry::is_entry,
    find,
    leads::denies,
    names::{is_named, listed_names, name_alone, without_brackets},
};

/// Words by which a list is known as one of data.
const DATA: [&str; 74] = [
    "name",
    "names",
    "address",
    "addresses",
    "birth",
    "age",
    "ages",
    "number",
    "numbers",
    "phone",
    "telephone",
    "email",
    "e-mail",
    "photograph",
    "photographs",
    "photo",
    "photos",
    "details",
    "record",
    "records",
    "result",
    "results",
    "notes",
    "history",
    "income",
    "bank",
    "occupation",
    "gender",
    "sex",
    "ethnicity",
    "nationality",
    "religion",
    "health",
    "medical",
    "signature",
    "contact",
    "images",
    "footage",
    "recordings",
    "correspondence",
    "letters",
    "marks",
    "attendance",
    "qualifications",
    "references",
    "convictions",
    "disability",
    "disabilities",
    "identity",
    "status",
    "circumstances",
    "employment",
    "allergies",
    "medication",
    "needs",
    "prescriptions",
    "payments",
    "transactions",
    "registration",
    "reports",
    "certificates",
    "opinions",
    "diagnosis",
    "treatment",
    "kin",
    "data",
    "information",
    "levels",
    "points",
    "visits",
    "claims",
    "cautions",
    "referees",
    "relationship",
];

/// Words that may stand between “we” and what we do.
const BETWEEN: [&str; 16] = [
    "may",
    "also",
    "will",
    "then",
    "only",
    "might",
    "can",
    "need",
    "to",
    "go",
    "on",
    "usually",
    "sometimes",
    "always",
    "first",
    "must",
];

/// Words behind which “we hold” says which data is meant, and not that it is held.
const WHICH: [&str; 16] = [
    "that",
    "which",
    "what",
    "information",
    "data",
    "details",
    "records",
    "how",
    "why",
    "where",
    "reason",
    "whom",
    "long",
    "whether",
    "than",
    "as",
];

/// Lists the data that the sentences of a paragraph say we hold.
pub(super) fn data_told(here: SectionId, text: &str) -> Vec<String> {
    if !text.contains("we ") && !text.contains("We ") {
        return Vec::new();
    }
    super::sentences(text)
        .filter_map(|sentence| told(here, sentence))
        .flatten()
        .collect()
}

fn told(here: SectionId, sentence: &str) -> Option<Vec<String>> {
    if sentence.ends_with(['?', ':']) {
        return None;
    }
    let clause = sentence.split(';').next()?.trim_end_matches(['.', ' ']);
    let things = held(here, clause)?;
    let open = [
        ", including ",
        " including ",
        ", such as ",
        " such as ",
        ", for example ",
        " for example ",
        " like ",
    ];
    let place = open
        .iter()
        .filter_map(|mark| Some((things.find(mark)?, *mark)))
        .min();
    let list = match place {
        Some((at, mark)) => {
            let lead = format!(" {} ", things[..at].to_lowercase());
            let other = [" from ", " with ", " to ", " by ", " for ", ","];
            let data = ["information", "data", "details", "records", "things"]
                .iter()
                .any(|it| lead.contains(it));
            if !data || other.iter().any(|it| lead.contains(it)) {
                return None;
            }
            &things[at + mark.len()..]
        }
        None => things,
    };
    let list = without_brackets(behind_kind(list))?;
    let ends = [
        ", so that ",
        " so that ",
        ", because ",
        " in order to ",
        ", and nothing",
        " to help ",
        ", to ",
        " when you ",
        " if you ",
        ", which ",
        ", where ",
        ", when ",
        ", if ",
    ];
    let end = ends.iter().filter_map(|end| list.find(end)).min();
    let list = &list[..end.unwrap_or(list.len())];
    // "We keep your form and your letters for six years" says how long.
    let lasts = [" for ", " until "].iter().any(|mark| {
        list.rfind(mark)
            .is_some_and(|at| !find::periods(&list[at..]).is_empty())
    });
    if lasts {
        return None;
    }
    let mut items: Vec<&str> = listed_names(list).into_iter().map(name_alone).collect();
    // "Address and date of birth" at the end are two; "health and safety records" are one.
    let pair = items.last().and_then(|it| it.split_once(" and "));
    if let Some((one, two)) = pair.filter(|(one, _)| !one.contains(' ') && names_data(one)) {
        items.pop();
        items.extend([one, two]);
    }
    let known = items.iter().filter(|it| is_data(it)).count();
    // "Records about voters, candidates and their agents" names people behind the first.
    if items.first().is_some_and(|it| it.contains(" about ")) {
        return None;
    }
    let enough = match here {
        SectionId::Data => known > 0 && items.len() > 1,
        _ => known > 1 && items.len() > 2,
    };
    let fit = enough
        && items
            .iter()
            .all(|it| is_entry(it) && is_named(thing(it)) && !is_place(it));
    fit.then(|| items.into_iter().map(str::to_owned).collect())
}

/// Returns a list without what it is called together: “special category data: ethnic group, union membership”.
fn behind_kind(list: &str) -> &str {
    let kinds = ["data", "information", "details", "records", "following"];
    match list.split_once(": ") {
        Some((kind, names))
            if kind.split(' ').count() <= 5 && kinds.iter().any(|it| kind.ends_with(it)) =>
        {
            names
        }
        _ => list,
    }
}

/// Returns what stands behind “we hold”, where a clause says that we do.
fn held(here: SectionId, clause: &str) -> Option<&str> {
    let acts = [
        "collect", "hold", "keep", "record", "store", "take", "write", "note", "ask", "process",
    ];
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for word in clause.split(' ') {
        let plain = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        words.push((at, plain.to_lowercase()));
        at += word.len() + 1;
    }
    let is = |at: usize, list: &[&str]| {
        words
            .get(at)
            .is_some_and(|it| list.contains(&it.1.as_str()))
    };
    let we = (0..words.len()).find(|at| is(*at, &["we"]))?;
    if we > 0 && is(we - 1, &WHICH) {
        return None;
    }
    let mut act = we + 1;
    while is(act, &BETWEEN) {
        act += 1;
    }
    // "We have a recording of your voice" tells it where it is asked.
    let has = here == SectionId::Data && is(act, &["have"]) && !is(act + 1, &["to"]);
    if !(has || is(act, &acts)) || denies(&clause[..words[act].0]) {
        return None;
    }
    let small = match words[act].1.as_str() {
        "ask" => Some("for"),
        "write" => Some("down"),
        _ => None,
    };
    let next = act + 1;
    let from = match small {
        Some(small) if !is(next, &[small]) => return None,
        Some(_) => next + 1,
        None => next + usize::from(is(next, &["down"])),
    };
    let start = words.get(from)?.0;
    clause.get(start..)
}

/// Returns a name without what tells which is meant: “the place you are calling from”.
fn thing(item: &str) -> &str {
    match item.split_once(" you ") {
        Some((thing, _)) if thing.starts_with("the ") => thing,
        _ => item,
    }
}

/// Says whether a word alone is the name of a kind of data.
fn names_data(word: &str) -> bool {
    let kinds = [
        "name",
        "names",
        "address",
        "age",
        "photograph",
        "signature",
        "gender",
        "telephone",
        "phone",
        "email",
        "e-mail",
        "occupation",
        "nationality",
    ];
    kinds.contains(&word)
}

fn is_data(item: &str) -> bool {
    let lower = item.to_lowercase();
    let mut words = lower.split(|mark: char| !mark.is_alphanumeric() && mark != '-');
    words.any(|word| DATA.contains(&word))
}

/// Says whether words say where or how something is kept: “paper files in locked cabinets”.
fn is_place(item: &str) -> bool {
    let lower = format!(" {} ", item.to_lowercase());
    [
        " locked ",
        " secure",
        " safe ",
        " confidential",
        " up to date",
        " encrypted",
        " servers ",
        " private ",
        " care ",
        " responsibility ",
        " steps ",
        " seriously ",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests;
