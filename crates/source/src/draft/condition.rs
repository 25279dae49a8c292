//! Words that say when something is so, and name nobody.

/// Says whether a text says when or where, and names nobody.
pub(super) fn is_condition(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    matches!(
        first.as_str(),
        "where" | "if" | "when" | "unless" | "with" | "once" | "whenever"
    )
}

/// Says whether a text says in the course of what, or in which case, something is so: “during an inspection”, “at the start of a
/// tenancy”, “should the home be at risk”, “provided that you have joined”.
pub(super) fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = [
        "during ",
        "after ",
        "before ",
        "while ",
        "whilst ",
        "should ",
        "provided ",
        "providing ",
        "as long as ",
        "as soon as ",
        "each time ",
        "every time ",
        "each year",
        "every year",
        "at the start ",
        "at the end ",
        "at the beginning ",
        "at the time ",
        "until ",
        "till ",
    ];
    begins.iter().any(|it| lower.starts_with(it)) || is_since(&lower)
}

/// Says whether a text says from which day on something is so: “from April 2026”, “since 2024”.
fn is_since(lower: &str) -> bool {
    let begins = ["from ", "since ", "as of ", "as from ", "with effect from "];
    let day = begins.iter().find_map(|it| lower.strip_prefix(it));
    let words: Vec<&str> = day.unwrap_or_default().split(' ').collect();
    let year = words.last().is_some_and(|word| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.parse::<u16>().is_ok()
    });
    year && words.len() <= 3
}

/// Says whether words name an occasion, and nobody: “on request”, “in an emergency”.
pub(super) fn is_occasion(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = [
        "on request",
        "at your request",
        "at their request",
        "in an emergency",
        "in emergencies",
        "in case of",
        "in cases of",
        "by law",
        "as required",
        "as the law",
    ];
    begins.iter().any(|it| lower.starts_with(it))
}

/// Reads “Marlow Ltd where you owe us money”, “the police when they ask”. Where a place stands before “where”, this says which.
pub(super) fn without_mark(text: &str) -> Option<(usize, &str)> {
    let all = [
        " where ",
        " if ",
        " when ",
        " unless ",
        " only if ",
        " only where ",
        " only when ",
    ];
    let at = all.iter().filter_map(|word| text.find(word)).min()?;
    let (name, said) = (&text[..at], &text[at + 1..]);
    let last = name.rsplit(' ').next().unwrap_or_default();
    let places = [
        "school",
        "schools",
        "hospital",
        "hospitals",
        "place",
        "places",
        "home",
        "homes",
        "country",
        "countries",
        "college",
        "colleges",
        "area",
        "areas",
        "council",
        "councils",
        "surgery",
    ];
    let which = said.starts_with("where ") && places.contains(&last);
    // "Solicitors who act when a home is sold" are such as do.
    let such = [" who ", " which ", " that ", " whose "]
        .iter()
        .any(|it| name.contains(it));
    (!name.contains(',') && !which && !such && !names_more(said)).then_some((at, said))
}

/// Says whether words name somebody more behind a condition: “if you are ill, and the courts”.
pub(super) fn names_more(said: &str) -> bool {
    // What joins the last two of a list stands behind the one before it.
    let said = said.trim_end_matches("; and").trim_end_matches("; or");
    let ends = [
        ", and the ",
        ", and our ",
        ", and your ",
        ", the ",
        ", our ",
        ", your ",
        "; ",
    ];
    let capital = said.split(", ").skip(1).any(|part| {
        part.trim_start_matches("and ")
            .starts_with(char::is_uppercase)
    });
    capital || ends.iter().any(|end| said.contains(end))
}
