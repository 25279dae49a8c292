//! Names that could be anybody's: of recipients, and of sources.

use super::text::words;

/// Those who a notice may say are told nothing.
pub(crate) const ANYONE: [&str; 5] = [
    "anyone",
    "anybody",
    "any third part",
    "third parties",
    "any other organisation",
];

/// What takes something out of “never”.
pub(crate) const EXCEPT: [&str; 13] = [
    "unless",
    "except",
    "without",
    "only",
    "other than",
    "apart from",
    "but ",
    " if ",
    "marketing",
    "outside",
    "else",
    "commercial",
    "sell",
];

/// Words that tell nobody from anybody else.
const NOBODY: [&str; 62] = [
    "a",
    "additional",
    "agencies",
    "agency",
    "all",
    "an",
    "and",
    "any",
    "appropriate",
    "approved",
    "bodies",
    "body",
    "businesses",
    "carefully",
    "certain",
    "chosen",
    "companies",
    "different",
    "elsewhere",
    "external",
    "firms",
    "further",
    "from",
    "many",
    "multiple",
    "number",
    "numerous",
    "of",
    "organisation",
    "organisations",
    "other",
    "others",
    "our",
    "outside",
    "parties",
    "party",
    "partner",
    "partners",
    "people",
    "persons",
    "places",
    "providers",
    "range",
    "relevant",
    "reputable",
    "select",
    "selected",
    "several",
    "some",
    "source",
    "sources",
    "suitable",
    "the",
    "third",
    "trusted",
    "variety",
    "various",
    "we",
    "wide",
    "who",
    "with",
    "work",
];

/// Says whether a name says no more than that it is somebody's: “other organisations”, “carefully chosen partners”.
pub(super) fn is_anybody(name: &str) -> bool {
    words(name)
        .iter()
        .all(|word| NOBODY.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::is_anybody;

    #[test]
    fn a_name_is_told_from_what_could_be_anybodys() {
        for name in [
            "a variety of third-party sources",
            "a wide range of other organisations",
            "numerous external bodies",
            "multiple agencies",
            "further third parties",
        ] {
            assert!(is_anybody(name), "{name}");
        }
        for name in [
            "a variety of schools",
            "third-party payroll providers",
            "other police forces",
            "the wider family",
            "a party of councillors",
        ] {
            assert!(!is_anybody(name), "{name}");
        }
    }
}
