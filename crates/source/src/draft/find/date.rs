//! The date and the version that a source gives itself.

use std::sync::LazyLock;

/// What a source says of its own age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Line, and the date as the source writes it.
    pub date: Option<(usize, String)>,
    pub version: Option<(usize, String)>,
    order: (u16, u8, u8),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words beside a date that is the text's own.
static OWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "updated update reviewed revised revision published publication issued issue dated effective amended modified changed \
     created written version v notice"
        .split_whitespace()
        .collect()
});

/// The latest date, and the version, among the lines of a text that give its own.
pub(crate) fn dated<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Dated {
    let mut found = Dated::default();
    // A line may give the last review and the next one.
    let parts =
        lines.flat_map(|(number, line)| line.split([';', '|']).map(move |part| (number, part)));
    let parts = parts.flat_map(|(number, line)| line.split(". ").map(move |part| (number, part)));
    for (number, line) in parts {
        let count = line.split_whitespace().count();
        let lower = line.to_lowercase();
        let words: Vec<&str> = lower
            .split(|mark: char| {
                !mark.is_alphanumeric() && mark != '.' && mark != '/' && mark != '-'
            })
            .map(|word| word.trim_matches(['.', '-', '/']))
            .filter(|word| !word.is_empty())
            .collect();
        if !is_own(&words, count) {
            continue;
        }
        if found.version.is_none()
            && let Some(version) = version(&words)
        {
            found.version = Some((number, version));
        }
        for at in 0..words.len() {
            let Some((said, order)) = date(&words[at..]) else {
                continue;
            };
            if order > found.order {
                found.order = order;
                found.date = Some((number, said));
            }
        }
    }
    found
}

/// Whether a line speaks of the text's own age: a short line, or a sentence about the notice; and not of the next review.
fn is_own(words: &[&str], count: usize) -> bool {
    let own = words
        .iter()
        .any(|word| OWN.contains(word) || is_version(word));
    let notice = words.iter().any(|word| {
        matches!(
            *word,
            "notice" | "policy" | "statement" | "page" | "document"
        )
    });
    let next = words
        .iter()
        .any(|word| matches!(*word, "next" | "due" | "until" | "by" | "will"));
    // A review is the next one as a rule.
    let last = words
        .windows(2)
        .any(|pair| matches!(pair, ["last", "review" | "checked"]));
    (own || last) && !next && (count <= 12 || (notice && count <= 40))
}

fn is_version(word: &str) -> bool {
    let rest = word.strip_prefix('v').unwrap_or_default();
    rest.starts_with(|mark: char| mark.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn version(words: &[&str]) -> Option<String> {
    let number = |word: &&str| {
        word.starts_with(|mark: char| mark.is_ascii_digit())
            && word.len() <= 6
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let named = words.windows(2).find_map(|pair| {
        let name = matches!(pair[0], "version" | "v" | "issue" | "revision");
        (name && number(&pair[1])).then_some(pair[1])
    });
    let short = || {
        words
            .iter()
            .find(|word| is_version(word))
            .map(|word| &word[1..])
    };
    named.or_else(short).map(str::to_owned)
}

/// A date at the beginning of words: as the source has it, and in an order of time.
fn date(words: &[&str]) -> Option<(String, (u16, u8, u8))> {
    let first = words.first()?;
    if let Some(order) = figures(first) {
        return Some(((*first).to_owned(), order));
    }
    let day = |word: &str| {
        let bare = word.trim_end_matches(char::is_alphabetic);
        let end = &word[bare.len()..];
        let day: u8 = bare.parse().ok()?;
        (matches!(end, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
    };
    let year = |word: Option<&&str>| {
        let year: u16 = word?.parse().ok()?;
        (1990..=2100).contains(&year).then_some(year)
    };
    let month = |word: Option<&&str>| {
        let word = word?;
        let at = MONTHS
            .iter()
            .position(|month| *month == *word || (word.len() >= 3 && month.starts_with(*word)))?;
        Some((MONTHS[at], u8::try_from(at + 1).ok()?))
    };
    let skip = usize::from(words.get(1) == Some(&"of"));
    if let (Some(day), Some((name, month)), Some(year)) = (
        day(first),
        month(words.get(1 + skip)),
        year(words.get(2 + skip)),
    ) {
        return Some((
            format!("{day} {} {year}", capital(name)),
            (year, month, day),
        ));
    }
    let (name, month) = month(Some(first))?;
    if let (Some(day), Some(year)) = (words.get(1).and_then(|word| day(word)), year(words.get(2))) {
        return Some((
            format!("{day} {} {year}", capital(name)),
            (year, month, day),
        ));
    }
    let year = year(words.get(1))?;
    Some((format!("{} {year}", capital(name)), (year, month, 0)))
}

/// `01/03/2018`, `1.3.18`, `2018-03-01`: the day first, as in Britain, unless the year is.
fn figures(word: &str) -> Option<(u16, u8, u8)> {
    let mark = word.chars().find(|mark| matches!(mark, '/' | '.' | '-'))?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [one, two, three] = parts[..] else {
        return None;
    };
    let (year, day) = if one.len() == 4 {
        (one, three)
    } else {
        (three, one)
    };
    let year: u16 = match year.len() {
        2 => 2000 + year.parse::<u16>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let (month, day): (u8, u8) = (two.parse().ok()?, day.parse().ok()?);
    ((1990..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some((year, month, day))
}

fn capital(word: &str) -> String {
    let mut marks = word.chars();
    let first = marks.next().map(|mark| mark.to_ascii_uppercase());
    first.into_iter().chain(marks).collect()
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn said(text: &str) -> (Option<String>, Option<String>) {
        let found = dated(text.lines().enumerate());
        (
            found.date.map(|(_, it)| it),
            found.version.map(|(_, it)| it),
        )
    }

    #[test]
    fn the_sources_own_date_is_found_in_every_usual_spelling() {
        for (text, date) in [
            ("Last updated: 21 May 2018", "21 May 2018"),
            ("Last reviewed 21st May 2018", "21 May 2018"),
            (
                "This notice was last reviewed on 01/03/2018 (version 2.1).",
                "01/03/2018",
            ),
            (
                "Reviewed: 3rd Jan 2020. Next review: Jan 2022.",
                "3 January 2020",
            ),
            ("Published May 2018", "May 2018"),
            ("Date of last review: March 2019", "March 2019"),
            ("Issue date 1 Sept 2020", "1 September 2020"),
            ("Updated: May 21, 2018", "21 May 2018"),
            ("Date of issue: 2018-05-21, version 3", "2018-05-21"),
            ("Overton Privacy Notice Toys v1 March 2024", "March 2024"),
            (
                "Last updated: 21 May 2018\nThis notice was revised on 1.3.2019",
                "1.3.2019",
            ),
        ] {
            assert_eq!(said(text).0.as_deref(), Some(date), "{text}");
        }
        for text in [
            "Next review: May 2025",
            "Review date: May 2025",
            "The issue of bins was raised in a meeting of the whole council on 21 May 2018",
            "We moved on 21 May 2018",
            "This notice will be reviewed by May 2027",
            "Your permit was issued under the Act of 2018",
        ] {
            assert_eq!(said(text).0, None, "{text}");
        }
        assert_eq!(
            said("Bins privacy notice version 1").1.as_deref(),
            Some("1")
        );
    }
}
