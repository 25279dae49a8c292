//! The language of a text, as far as it matters here: whether rules made for English can judge it.

use std::{collections::HashMap, sync::LazyLock};

/// Frequent small words of languages that councils write notices in.
const LANGUAGES: [(&str, &str); 9] = [
    (
        "English",
        "the and of to in your we is for or you that will be with our this are by as it on not a an from at have has can may",
    ),
    (
        "Welsh",
        "y yr yn a ac eich ni i o ar gan ein am neu sydd bod ei mae byddwn chi gyda os nid yw hyn",
    ),
    (
        "Polish",
        "i w na z do się nie jest oraz państwa dane lub że przez o od dla są które po",
    ),
    (
        "Romanian",
        "și de în la cu pentru pe nu este sau dumneavoastră care sunt din mai ale prin",
    ),
    (
        "French",
        "le la les de des et en vos nous est pour ou vous que du par sur sont dans une",
    ),
    (
        "Spanish",
        "el la los de y en sus nosotros es para o que del por con una son se las como",
    ),
    (
        "Portuguese",
        "o a os de e em seus nós é para ou que do por com uma são se as como",
    ),
    (
        "German",
        "der die das und in ihre wir ist für oder sie dass mit den von zu nicht sind auf werden",
    ),
    (
        "Lithuanian",
        "ir į jūsų mes yra kad arba su iš dėl gali bus apie kaip tik nuo per",
    ),
];

/// The languages that each word is of, by their places in [`LANGUAGES`].
static KNOWN: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, words)) in LANGUAGES.iter().enumerate() {
        for word in words.split(' ') {
            known.entry(word).or_default().push(at);
        }
    }
    known
});

/// Returns the language that most small words of a text are of, by its English name; `None` for a short text or one of no language
/// that is known here. A text in another script is `Some("another script")`.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let (mut latin, mut other) = (0_usize, 0_usize);
    for mark in text.chars().filter(|mark| mark.is_alphabetic()).take(4000) {
        if mark < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&mark) {
            latin += 1;
        } else {
            other += 1;
        }
    }
    if other > latin && other > 40 {
        return Some("another script");
    }
    let mut counts = [0_usize; LANGUAGES.len()];
    let mut all = 0_usize;
    for word in text.split_whitespace().take(4000) {
        let word = word
            .trim_matches(|mark: char| !mark.is_alphabetic())
            .to_lowercase();
        all += 1;
        for &at in KNOWN.get(word.as_str()).into_iter().flatten() {
            counts[at] += 1;
        }
    }
    let best = (0..counts.len()).max_by_key(|&at| (counts[at], std::cmp::Reverse(at)))?;
    // A list of names has few small words of any language; some small words are of several.
    let clear = best == 0 || counts[best] > counts[0] * 2 + 2;
    (all >= 20 && counts[best] * 10 >= all && clear).then_some(LANGUAGES[best].0)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_text_is_told_by_its_small_words() {
        let english = "We keep your details for six years and then delete them, as the law says. You have the right to ask us for a copy.";
        let welsh = "Byddwn yn cadw eich manylion am chwe blynedd ac yna yn eu dileu. Mae gennych yr hawl i ofyn i ni am gopi o'r wybodaeth sydd gennym.";
        assert_eq!(language(english), Some("English"));
        assert_eq!(language(welsh), Some("Welsh"));
        assert_eq!(
            language("ਅਸੀਂ ਤੁਹਾਡੀ ਜਾਣਕਾਰੀ ਛੇ ਸਾਲਾਂ ਲਈ ਰੱਖਦੇ ਹਾਂ ਅਤੇ ਫਿਰ ਮਿਟਾ ਦਿੰਦੇ ਹਾਂ ਤੁਹਾਨੂੰ ਕਾਪੀ ਮੰਗਣ ਦਾ ਹੱਕ ਹੈ"),
            Some("another script")
        );
        assert_eq!(language("Overton Council"), None);
    }
}
