//! A day, in its usual spellings.

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

/// Year, month, day; nought where none is said.
pub(super) type Order = (u16, u8, u8);

/// Returns a date at the beginning of words: as the source has it, in an order of time, and how many words it is.
pub(super) fn date(words: &[&str]) -> Option<(String, Order, usize)> {
    let first = words.first()?;
    if let Some(order) = figures(first) {
        return Some(((*first).to_owned(), order, 1));
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
    let named = |word: Option<&&str>| month(word?);
    let whole = |day: u8, (name, month): (&str, u8), year: u16| {
        (
            format!("{day} {} {year}", capital(name)),
            (year, month, day),
        )
    };
    let skip = usize::from(words.get(1) == Some(&"of"));
    if let (Some(day), Some(month), Some(year)) = (
        day(first),
        named(words.get(1 + skip)),
        year(words.get(2 + skip)),
    ) {
        let (text, order) = whole(day, month, year);
        return Some((text, order, 3 + skip));
    }
    let month = named(Some(first))?;
    if let (Some(day), Some(year)) = (words.get(1).and_then(|word| day(word)), year(words.get(2))) {
        let (text, order) = whole(day, month, year);
        return Some((text, order, 3));
    }
    let year = year(words.get(1))?;
    let (name, month) = month;
    Some((format!("{} {year}", capital(name)), (year, month, 0), 2))
}

/// Returns the month that a word names, whole or by its first letters, and which it is.
pub(super) fn month(word: &str) -> Option<(&'static str, u8)> {
    let fits = |month: &&&str| **month == word || (word.len() >= 3 && month.starts_with(word));
    let at = MONTHS.iter().position(|month| fits(&month))?;
    Some((MONTHS[at], u8::try_from(at + 1).ok()?))
}

/// Reads `01/03/2018`, `1.3.18`, `2018-03-01`, `10/2025`: the day first, as in Britain, unless the year is.
fn figures(word: &str) -> Option<Order> {
    let mark = word.chars().find(|mark| matches!(mark, '/' | '.' | '-'))?;
    let parts: Vec<&str> = word.split(mark).collect();
    if let ("/", [month, year]) = (&*mark.to_string(), &parts[..]) {
        let (month, year): (u8, u16) = (month.parse().ok()?, year.parse().ok()?);
        let fits = (1..=12).contains(&month) && (1990..=2100).contains(&year);
        return fits.then_some((year, month, 0));
    }
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
