//! Whether data leaves the United Kingdom.

use super::sentences;

/// Lists the sentences that say whether data leaves the United Kingdom, as they stand there.
pub(crate) fn transfers(text: &str) -> Vec<String> {
    let said = sentences(text).filter(|it| says(it));
    said.map(|it| it.trim_end_matches(['.', ';']).to_owned())
        .collect()
}

fn says(sentence: &str) -> bool {
    let lower = format!(" {} ", sentence.to_lowercase().replace('’', "'"));
    let has = |list: &[&str]| list.iter().any(|it| lower.contains(it));
    let moves = has(&[
        " leave",
        " sent ",
        " send",
        " transfer",
        " stay",
        " kept ",
        " keep",
        " held ",
        " hold",
        " stored ",
        " store",
        " hosted",
        " host",
        " process",
        " server",
        " supported from",
    ]);
    let things = has(&[
        "data",
        "detail",
        "information",
        "record",
        "them ",
        " it ",
        "nothing",
        "none of",
        "everything",
        "all of",
        "server",
        "supplier",
        "system",
        "website",
        "recording",
    ]);
    let abroad = has(&[
        " abroad",
        " overseas",
        "outside the uk",
        "outside the united kingdom",
        "outside the eea",
        "outside the european",
        "leaves the uk",
        "leave the uk",
        "leaves the united kingdom",
        "leave the united kingdom",
        "in the uk",
        "in the united kingdom",
        "within the uk",
        "within the united kingdom",
        "inside the uk",
        "other countries",
        "another country",
        "third countr",
        "in this country",
        "out of the country",
        "outside the country",
        "in this country",
        "out of the country",
        "outside the country",
    ]);
    moves && things && abroad
}

#[cfg(test)]
mod tests {
    use super::transfers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sentence_that_says_where_data_goes_is_one() {
        for text in [
            "None of it leaves the United Kingdom.",
            "Recordings stay in the UK.",
            "Some suppliers hold data outside the UK.",
            "We may send your details abroad.",
        ] {
            assert_eq!(transfers(text).len(), 1, "{text}");
        }
        for text in [
            "Tell us before you go abroad.",
            "You must live in the UK to apply.",
            "We keep your details for six years.",
        ] {
            assert_eq!(transfers(text), [""; 0], "{text}");
        }
    }
}
