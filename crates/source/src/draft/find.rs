//! Facts that can be told from their looks alone.

/// Words of units of time.
const UNITS: [&str; 4] = ["day", "week", "month", "year"];

/// E-mail addresses.
pub(super) fn emails(text: &str) -> Vec<String> {
    let is_email = |word: &&str| {
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.contains('@')
        })
    };
    words(text).filter(is_email).map(str::to_owned).collect()
}

/// Web addresses.
pub(super) fn webs(text: &str) -> Vec<String> {
    let is_web = |word: &&str| word.starts_with("www.") || word.contains("://");
    words(text).filter(is_web).map(str::to_owned).collect()
}

/// Telephone numbers: ten digits or more, in groups, that begin with 0 or +.
pub(super) fn phones(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let mut end = |run: &mut Vec<&str>| {
        let number = run.join(" ");
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if (10..=13).contains(&digits) && number.starts_with(['0', '+']) {
            found.push(number);
        }
        run.clear();
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|mark: char| !mark.is_ascii_digit() && mark != '+');
        let digits = !bare.is_empty()
            && bare
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'+' || byte == b'-');
        let starts = bare.starts_with(['0', '+']);
        if digits && (starts || !run.is_empty()) {
            if starts && run.iter().map(|part| part.len()).sum::<usize>() >= 10 {
                end(&mut run);
            }
            run.push(bare);
            if !word.ends_with(|mark: char| mark.is_ascii_digit()) {
                end(&mut run);
            }
        } else {
            end(&mut run);
        }
    }
    end(&mut run);
    found
}

/// Postal addresses: what leads up to a postcode, from the last words that begin with a capital.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for at in 1..all.len() {
        if !is_postcode(all[at - 1], all[at]) {
            continue;
        }
        let is_part = |word: &str| {
            word.starts_with(|mark: char| mark.is_uppercase() || mark.is_ascii_digit())
                && !word.ends_with(['.', ':'])
        };
        let start = all[..at - 1]
            .iter()
            .rposition(|word| !is_part(word))
            .map_or(0, |at| at + 1);
        found.push(
            all[start..=at]
                .join(" ")
                .trim_end_matches(['.', ',', ';', ':', ')'])
                .to_owned(),
        );
    }
    found
}

fn is_postcode(out: &str, into: &str) -> bool {
    let into = into.trim_end_matches(|mark: char| !mark.is_alphanumeric());
    let out: Vec<char> = out.trim_start_matches('(').chars().collect();
    let inside: Vec<char> = into.chars().collect();
    let area = out
        .iter()
        .take_while(|mark| mark.is_ascii_uppercase())
        .count();
    let capitals = |marks: &[char]| marks.iter().all(char::is_ascii_uppercase);
    (1..=2).contains(&area)
        && (2..=4).contains(&out.len())
        && out.get(area).is_some_and(char::is_ascii_digit)
        && inside.len() == 3
        && inside[0].is_ascii_digit()
        && capitals(&inside[1..])
}

/// Acts and regulations with their year.
pub(super) fn laws(text: &str) -> Vec<String> {
    const SMALL: [&str; 5] = ["of", "and", "the", "to", "for"];
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for at in 1..all.len() {
        let year = all[at].trim_matches(|mark: char| !mark.is_ascii_digit());
        let kind = all[at - 1].to_lowercase();
        let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        if !is_year || !(kind == "act" || kind == "regulations") {
            continue;
        }
        let part = |word: &str| {
            let bare = word.trim_start_matches('(');
            (bare.starts_with(char::is_uppercase) || SMALL.contains(&bare) || bare == "complaints")
                && !word.ends_with([',', '.', ';', ':'])
        };
        let start = all[..at - 1]
            .iter()
            .rposition(|word| !part(word))
            .map_or(0, |at| at + 1);
        // A name does not begin with a small word.
        let skip = all[start..at]
            .iter()
            .take_while(|word| SMALL.contains(&word.to_lowercase().as_str()))
            .count();
        let name = all[start + skip..at].join(" ");
        if name.contains(' ') {
            found.push(format!("{name} {year}"));
        }
    }
    found
}

/// Periods: `40 days`, `six years`.
pub(super) fn periods(text: &str) -> Vec<String> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
        "twenty",
    ];
    let all: Vec<&str> = words(text).collect();
    let is_number =
        |word: &str| word.parse::<u32>().is_ok() || NUMBERS.contains(&word.to_lowercase().as_str());
    let is_unit = |word: &str| UNITS.contains(&word.to_lowercase().trim_end_matches('s'));
    let mut found = Vec::new();
    for (at, word) in all.iter().enumerate() {
        let rest = &all[at + 1..];
        let unit = rest.iter().take(2).position(|word| is_unit(word));
        if let (true, Some(unit)) = (is_number(word), unit) {
            found.push(all[at..=at + 1 + unit].join(" "));
        }
    }
    found
}

/// The right that a text is about, by its id.
pub(super) fn right(text: &str) -> Option<(&'static str, &'static str)> {
    const RIGHTS: [(&str, &str, &str); 9] = [
        ("automated", "automated-decisions", "Automated decisions"),
        ("portab", "portability", "Moving your data"),
        ("restrict", "restriction", "Limiting use"),
        ("object", "objection", "Objecting"),
        ("eras", "erasure", "Deletion"),
        ("delet", "erasure", "Deletion"),
        ("rectif", "rectification", "Correction"),
        ("correct", "rectification", "Correction"),
        ("access", "access", "Access"),
    ];
    let text = text.to_lowercase();
    let found = RIGHTS.iter().find(|(word, ..)| text.contains(word));
    found.map(|(_, id, name)| (*id, *name))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| {
            word.trim_matches([
                '.', ',', ';', ':', '(', ')', '<', '>', '"', '“', '”', '‘', '’', '\'', '?', '!',
                '*',
            ])
        })
        .filter(|word| !word.is_empty())
}
