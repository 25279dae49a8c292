//! Which column of a record is likely to hold what, by its head. Councils call them by their own words.

use std::collections::BTreeMap;

use super::RecordColumn;

/// Lists words with which the names of such columns begin a word: those that say it for certain, and those that say it
/// where no other column is called so.
fn words(column: RecordColumn) -> (&'static [&'static str], &'static [&'static str]) {
    match column {
        RecordColumn::Service => (
            &["service", "function", "business area", "activity"],
            &[
                "team",
                "department",
                "dept",
                "directorate",
                "section",
                "unit",
                "area",
            ],
        ),
        RecordColumn::Purpose => (
            &["purpose", "why ", "used for", "what for", "reason for"],
            &["reason", "use of", "aim"],
        ),
        RecordColumn::Basis => (
            &[
                "basis",
                "bases",
                "article 6",
                "art 6",
                "legal gateway",
                "legal ground",
                "legal reason",
                "lawful",
            ],
            &["gateway", "legal power", "gdpr condition"],
        ),
        RecordColumn::Data => (
            &[
                "data categor",
                "categories of personal",
                "categories of data",
                "categories of information",
                "personal data",
                "types of data",
                "types of information",
                "data type",
                "data held",
                "information held",
                "information we hold",
            ],
            &["data", "information", "what we hold", "what is held"],
        ),
        RecordColumn::Recipients => (
            &[
                "recipient",
                "shared with",
                "sharing",
                "who sees",
                "who gets",
                "who receives",
                "disclosed to",
            ],
            &[
                "shar",
                "disclos",
                "third part",
                "seen by",
                "passed to",
                "who",
            ],
        ),
        RecordColumn::Retention => (
            &[
                "retention",
                "how long",
                "kept for",
                "keep for",
                "kept until",
                "storage period",
            ],
            &["kept", "keep", "retain", "retained", "delete", "dispos"],
        ),
        RecordColumn::Transfers => (
            &[
                "transfer",
                "third countr",
                "overseas",
                "abroad",
                "outside uk",
                "outside the",
                "outside eea",
                "where it goes",
                "where sent",
            ],
            &["outside", "international", "countr", "where", "location"],
        ),
    }
}

/// Words in the heads of columns that a record may have besides.
const BESIDES: [&str; 8] = [
    "controller",
    "owner",
    "officer",
    "source",
    "subject",
    "protection",
    "breach",
    "responsible",
];

/// Finds which head holds what: first by words that say so for certain, then among the heads that are left.
pub(super) fn proposed(heads: &[String]) -> BTreeMap<RecordColumn, &str> {
    let plain = |head: &String| {
        let words = head.split(|mark: char| !mark.is_alphanumeric());
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    let plain: Vec<String> = heads.iter().map(plain).collect();
    let mut found: BTreeMap<RecordColumn, usize> = BTreeMap::new();
    for certain in [true, false] {
        for column in RecordColumn::ALL {
            if found.contains_key(&column) {
                continue;
            }
            let (first, then) = words(column);
            let named = if certain { first } else { then };
            let fits = |word: &&'static str| {
                let begins = format!(" {word}");
                plain.iter().enumerate().position(|(at, head)| {
                    let besides = !certain && BESIDES.iter().any(|word| head.contains(word));
                    !besides && !found.values().any(|taken| *taken == at) && head.contains(&begins)
                })
            };
            if let Some(at) = named.iter().find_map(fits) {
                found.insert(column, at);
            }
        }
    }
    let named = |(column, at): (RecordColumn, usize)| (column, heads[at].as_str());
    found.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_plain_words_are_known() {
        let told = |heads: &[&str]| -> Vec<String> {
            let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
            let found = proposed(&heads);
            let all = RecordColumn::ALL.iter();
            all.map(|column| found.get(column).copied().unwrap_or("").to_owned())
                .collect()
        };
        // In the order of `RecordColumn::ALL`, and in one that helps nobody.
        for row in [
            [
                "Business area",
                "Why processed",
                "Art.6",
                "Personal data held",
                "Who gets it",
                "Keep for",
                "Outside UK?",
            ],
            [
                "Team",
                "Why we hold it",
                "Legal gateway",
                "Information held",
                "Who sees it",
                "How long",
                "Where it goes",
            ],
            [
                "Service",
                "Reason",
                "Lawful basis",
                "Data",
                "Shared with",
                "Kept",
                "Overseas transfers",
            ],
            [
                "Directorate",
                "Used for",
                "Legal ground",
                "Information we keep",
                "Disclosed to",
                "Retention",
                "Countries",
            ],
            [
                "Function",
                "Purpose",
                "GDPR Article 6",
                "Data types",
                "Third parties",
                "Disposal",
                "International",
            ],
        ] {
            assert_eq!(told(&row), row);
            let turned: Vec<&str> = row.iter().rev().copied().collect();
            assert_eq!(told(&turned), row);
        }
        let besides = [
            "Ref",
            "Data controller",
            "Data subjects",
            "Information asset owner",
            "Source of data",
        ];
        assert!(told(&besides).iter().all(String::is_empty));
    }
}
