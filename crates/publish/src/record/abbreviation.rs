//! Short names of bodies, known by the letters of the long ones: “DfE” is the Department for Education wherever the two meet.

use serde_json::Value;

/// Pairs of a long name and its short one, as a text itself gives them: “Department for Education (DfE)”.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Abbreviations(Vec<(String, String)>);

/// A long name has so many words at most before its short one.
const LONGEST: usize = 10;

impl Abbreviations {
    /// Adds what a text gives.
    pub(super) fn read(&mut self, text: &str) {
        for (at, _) in text.match_indices('(') {
            let Some((inside, _)) = text[at + 1..].split_once(')') else {
                continue;
            };
            let bare = inside.trim_matches(|mark: char| !mark.is_alphanumeric());
            let short = bare.strip_prefix("the ").unwrap_or(bare);
            let short = short.trim_matches(|mark: char| !mark.is_alphanumeric());
            if !is_short(short) {
                continue;
            }
            let before: Vec<&str> = text[..at].split_whitespace().collect();
            let most = before.len().min(LONGEST);
            let mut names = (2..=most).map(|count| before[before.len() - count..].join(" "));
            let spelling = names.find(|name| spells(name, short));
            if let Some(name) = spelling {
                self.0.push((bare_name(&name), bare_name(short)));
            }
        }
    }

    /// Adds what all texts in a value give.
    pub(super) fn read_all(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.read(text),
            Value::Array(all) => all.iter().for_each(|one| self.read_all(one)),
            Value::Object(all) => all.values().for_each(|one| self.read_all(one)),
            _ => {}
        }
    }

    /// Says whether a text gives one of these for the other.
    pub(super) fn give(&self, one: &str, other: &str) -> bool {
        let (one, other) = (bare_name(one), bare_name(other));
        let is_pair = |(long, short): &(String, String)| {
            (*long == one && *short == other) || (*long == other && *short == one)
        };
        self.0.iter().any(is_pair)
    }
}

/// Writes a name in small letters, without marks and articles.
pub(super) fn bare_name(name: &str) -> String {
    let words = words(name);
    let words = words
        .iter()
        .map(|word| match word.to_lowercase().as_str() {
            "limited" => "ltd".to_owned(),
            word => word.to_owned(),
        })
        .filter(|word| !["the", "your", "our"].contains(&word.as_str()));
    words.collect::<Vec<_>>().join(" ")
}

/// Lists the words of a name; `&` is "and", and apostrophes go.
pub(super) fn words(name: &str) -> Vec<String> {
    let name = name.replace('&', " and ").replace(['\'', '’', '‘'], "");
    let words = name.split(|mark: char| !mark.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Says whether a name is written as an abbreviation: one word, with two capitals or more.
pub(super) fn is_short(name: &str) -> bool {
    let is_word = name.chars().all(char::is_alphabetic);
    is_word && name.len() <= 8 && name.chars().filter(|mark| mark.is_uppercase()).count() >= 2
}

/// Says whether a long name has the letters of a short one: the first of each word, or all of one that is itself short (HM, UK).
pub(super) fn abbreviates(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    (is_short(one) && spells(other, one)) || (is_short(other) && spells(one, other))
}

fn spells(long: &str, short: &str) -> bool {
    let long = words(long);
    let words: Vec<&str> = long.iter().map(String::as_str).collect();
    words.len() > 1 && spell(&words, &short.to_lowercase())
}

fn spell(words: &[&str], letters: &str) -> bool {
    const SMALL: [&str; 9] = ["a", "and", "at", "for", "in", "of", "on", "the", "to"];
    const LEGAL: [&str; 4] = ["limited", "llp", "ltd", "plc"];
    let Some((word, rest)) = words.split_first() else {
        return letters.is_empty();
    };
    let small = word.to_lowercase();
    if small == letters {
        // What is left is no word of the name, but the short name itself.
        return false;
    }
    let may_go = SMALL.contains(&small.as_str()) || LEGAL.contains(&small.as_str());
    let first = small.chars().next().into_iter().collect::<String>();
    let is_capitals = word.len() <= 4 && !word.contains(char::is_lowercase);
    let after = |part: &str| letters.strip_prefix(part);
    after(&first).is_some_and(|left| spell(rest, left))
        || (is_capitals && after(&small).is_some_and(|left| spell(rest, left)))
        || (may_go && spell(rest, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_has_the_letters_of_the_long_one() {
        for (one, other) in [
            ("DfE", "Department for Education"),
            ("HMRC", "HM Revenue and Customs"),
            ("HM Revenue & Customs", "HMRC"),
            ("HMRC", "His Majesty’s Revenue and Customs"),
            ("DBS", "the Disclosure and Barring Service"),
            ("UKVI", "UK Visas and Immigration"),
            ("DVLA", "Driver and Vehicle Licensing Agency"),
            ("CSH", "Carrowmere Student Homes Limited"),
        ] {
            assert!(abbreviates(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("DfT", "Department for Education"),
            ("Ofsted", "Office for Standards in Education"),
            ("HMRC", "HM Courts and Tribunals Service"),
            ("NHS", "NHS"),
            ("police", "Police and Crime Commissioner"),
        ] {
            assert!(!abbreviates(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn a_text_gives_its_own_short_names() {
        let mut given = Abbreviations::default();
        given.read("We tell the Valuation Office Agency (VOA) and Mendip Repairs Ltd (“the MR”). Ask us (by post).");
        assert!(given.give("VOA", "Valuation Office Agency"));
        assert!(given.give("the Valuation Office Agency", "the VOA"));
        assert!(given.give("Mendip Repairs Limited", "MR"));
        assert!(!given.give("VOA", "Mendip Repairs Ltd"));
    }
}
