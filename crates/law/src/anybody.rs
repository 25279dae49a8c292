//! Names that could be anybody's: of recipients, and of sources.

use super::text::words;

/// Words that tell nobody from anybody else.
const NOBODY: [&str; 55] = [
    "a",
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
    "from",
    "many",
    "number",
    "of",
    "organisation",
    "organisations",
    "other",
    "others",
    "our",
    "outside",
    "parties",
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
    "various",
    "we",
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
