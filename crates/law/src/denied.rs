//! Rights that a notice says people do not have.

use notice::RightId;

use super::text::{fold, has, sentences, words};

/// The words by which a sentence names a right that it denies.
const NAMES: [(RightId, &[&str]); 6] = [
    (RightId::Access, &["access"]),
    (RightId::Rectification, &["rectification", "correction"]),
    (
        RightId::Erasure,
        &[
            "erasure",
            "erase",
            "erased",
            "deletion",
            "delete",
            "deleted",
            "forgotten",
        ],
    ),
    (RightId::Restriction, &["restriction", "restrict"]),
    (RightId::Portability, &["portability"]),
    (RightId::Objection, &["object", "objection"]),
];

/// What says of the rights before it that nobody has them.
const BEFORE: [&str; 9] = [
    "do not apply",
    "does not apply",
    "will not apply",
    "don't apply",
    "doesn't apply",
    "do not arise",
    "does not arise",
    "are not available",
    "is not available",
];

/// What says so of the rights behind it.
const BEHIND: [&str; 8] = [
    "no right",
    "not have a right",
    "not have any right",
    "not have the right",
    "not have rights",
    "neither the right",
    "neither a right",
    "not entitled to",
];

/// What leaves a right to some people or cases.
const BOUNDS: [&str; 14] = [
    "if ",
    "where ",
    "when ",
    "unless",
    "may ",
    "might",
    "some",
    "certain",
    "always",
    "only",
    "depend",
    "extent",
    "part 3",
    "law enforcement",
];

/// Lists the rights that texts say nobody has, each with the sentence that says so. What is so in some cases denies nothing.
pub(super) fn denied(texts: &[String]) -> Vec<(RightId, &str)> {
    let mut all: Vec<(RightId, &str)> = Vec::new();
    for sentence in texts.iter().flat_map(|text| sentences(text)) {
        let text = fold(sentence).replace(';', ", but ");
        for clause in text.split(" but ") {
            for id in denied_by(clause) {
                if !all.iter().any(|(other, _)| *other == id) {
                    all.push((id, sentence));
                }
            }
        }
    }
    all
}

/// Says whether a text limits the right that it states to some cases or bases.
pub(super) fn is_bounded(text: &str) -> bool {
    let bounds = ["some cases", "certain", "sometimes", "always", "depend"];
    has(text, &bounds) || (has(text, &["consent"]) && has(text, &["contract"]))
}

fn denied_by(clause: &str) -> Vec<RightId> {
    if has(clause, &BOUNDS) {
        return Vec::new();
    }
    // Of what does not apply the right is the subject: a fee for access may not apply either.
    let subject = BEFORE
        .iter()
        .find_map(|it| clause.find(it))
        .map(|at| &clause[..at]);
    let subject = subject.filter(|it| {
        let all = words(it);
        let fee = [
            "fee",
            "charge",
            "exemption",
            "limit",
            "rule",
            "exception",
            "deadline",
        ];
        all.iter().any(|word| matches!(&**word, "right" | "rights"))
            && !all.iter().any(|word| fee.contains(&&**word))
    });
    let behind = BEHIND
        .iter()
        .find_map(|it| clause.find(it).map(|at| &clause[at + it.len()..]));
    let Some(told) = subject.or(behind) else {
        return Vec::new();
    };
    let told = words(told);
    let named = |names: &[&str]| told.iter().any(|word| names.contains(&&**word));
    let all = NAMES.into_iter().filter(|(_, names)| named(names));
    all.map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use notice::RightId::{Access, Erasure, Objection, Portability, Restriction};

    use super::denied;

    #[test]
    fn a_right_that_is_denied_is_told_from_one_that_has_bounds() {
        for (text, wanted) in [
            (
                "The rights to erasure and to data portability do not apply to your claim.",
                &[Erasure, Portability][..],
            ),
            ("You have no right to object.", &[Objection]),
            (
                "You do not have the right to have your record deleted.",
                &[Erasure],
            ),
            (
                "There is no right to be forgotten here; you can ask for access.",
                &[Erasure],
            ),
            (
                "The right to object doesn’t apply, but you have a right of access.",
                &[Objection],
            ),
            (
                "You have neither the right to restriction nor to erasure.",
                &[Erasure, Restriction],
            ),
            (
                "The right of access does not apply to references.",
                &[Access],
            ),
            ("The right to erasure does not always apply.", &[]),
            (
                "Where we must keep a record, the right to erasure does not apply.",
                &[],
            ),
            ("The fee for your right of access does not apply.", &[]),
            (
                "You have no right to park here. You can ask for access.",
                &[],
            ),
            ("You have the right to object and to erasure.", &[]),
            ("Some rights do not apply.", &[]),
            ("Deletion does not apply to paper files.", &[]),
        ] {
            let texts = [text.to_owned()];
            let found: Vec<_> = denied(&texts).into_iter().map(|(id, _)| id).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
