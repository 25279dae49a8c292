//! What a text says keeps data safe in another country.

use super::clauses;

/// Names of what may protect data that is sent abroad, in the words of notices: those of the law, and those that were its words.
const KINDS: [&str; 16] = [
    "adequacy",
    "adequate level of protection",
    "adequate protection",
    "standard contractual clauses",
    "standard contract clauses",
    "model clauses",
    "model contract clauses",
    "international data transfer agreement",
    "idta",
    "data transfer addendum",
    "uk addendum",
    "binding corporate rules",
    "privacy shield",
    "data bridge",
    "data privacy framework",
    "safe harbour",
];

/// Lists the sentences that name such a thing, as they stand there.
pub(crate) fn safeguards(text: &str) -> Vec<String> {
    let all = text.to_lowercase();
    if !KINDS.iter().any(|kind| all.contains(kind)) {
        return Vec::new();
    }
    let names = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        let words = format!(
            " {} ",
            lower.replace(|mark: char| !mark.is_alphanumeric(), " ")
        );
        KINDS
            .iter()
            .any(|kind| words.contains(&format!(" {kind} ")))
    };
    let said = clauses(text).filter(names);
    said.map(|it| it.trim_end_matches(['.', ';']).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::safeguards;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_protects_data_abroad_is_named() {
        for text in [
            "The provider is certified under the EU-US Privacy Shield",
            "We have signed the International Data Transfer Agreement (IDTA) with it",
            "Transfers rest on standard contractual clauses",
            "Ireland is covered by UK adequacy regulations",
            "The United Kingdom treats the EEA as giving adequate protection",
            "It has joined the UK-US data bridge",
        ] {
            assert_eq!(
                safeguards(&format!("It is abroad. {text}.")),
                [text],
                "{text}"
            );
        }
        for text in [
            "Our data protection is adequate.",
            "The harbour is safe.",
            "We keep it behind a shield for your privacy.",
            "Our contract has clauses on data.",
            "The bridge was closed.",
        ] {
            assert_eq!(safeguards(text), [""; 0], "{text}");
        }
    }
}
