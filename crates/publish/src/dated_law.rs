//! The dated facts of law and of bodies that come with the program. A site may add its own.

use law::Date;
use source::parse::File;

const FACTS: &str = include_str!("../../law/facts.toml");

/// What stands before the day in `facts.toml`.
const READ: &str = "# Last held against its sources: ";

/// Returns the day on which the program's dated facts were last held against their sources.
#[must_use]
pub fn law_day() -> Date {
    let day = FACTS
        .lines()
        .find_map(|line| line.strip_prefix(READ)?.parse().ok());
    day.expect("the program's own file says its day: a test reads it")
}

/// Returns the dated facts, those of the site's own `facts.toml` among them.
pub(crate) fn facts(own: Option<File>) -> File {
    let (name, text) = own.map_or_else(
        || ("facts.toml of the program".to_owned(), String::new()),
        |file| (file.name, file.text + "\n"),
    );
    File {
        path: "facts.toml".to_owned(),
        name,
        text: text + FACTS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_has_its_day() {
        assert!(law_day() >= "2026-11-28".parse().expect("a day"));
    }

    /// What holds of one council belongs to its site. The bodies of the health service that have Derby in their names are
    /// everybody's: notices all over the country name them.
    #[test]
    fn no_council_is_in_the_facts() {
        const NAMED: [&str; 5] = [
            "Derby and Derbyshire ICB",
            "Southern Derbyshire Clinical Commissioning Group",
            "Derby and Derbyshire Integrated Care Board",
            "Derby Teaching Hospitals NHS Foundation Trust",
            "University Hospitals of Derby and Burton NHS Foundation Trust",
        ];
        for line in FACTS.lines().filter(|line| !line.starts_with("source = ")) {
            let rest = NAMED
                .iter()
                .fold(line.to_owned(), |rest, it| rest.replace(it, ""));
            assert!(!rest.to_lowercase().contains("derby"), "{line}");
        }
    }
}
