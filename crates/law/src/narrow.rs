//! Where in a paragraph of a source text a finding stands: the sentence that it speaks of, where its words tell which that is.

use super::{
    DatedFacts, Found, consent, hurdle, late,
    text::{mentions, sentences},
};

/// Returns a finding with the one sentence of its paragraph that it speaks of; with the paragraph, where more than one may be meant.
pub(super) fn narrowed(rule: &str, found: Found, facts: &DatedFacts) -> Found {
    let sentence = found.place.as_deref().and_then(|place| {
        let is = |sentence: &str| match rule {
            "BAS-03" => consent::is_taken_for_consent(sentence),
            "RGT-04" => {
                hurdle::in_writing(sentence)
                    || hurdle::one_way(sentence)
                    || hurdle::proof(sentence)
                    || hurdle::fee(sentence)
            }
            "LAW-02" => late::is_beyond_the_law(sentence),
            _ => names(&found.message, sentence, facts),
        };
        only(sentences(place), is)
    });
    match sentence.map(str::to_owned) {
        Some(sentence) => found.at(&sentence),
        None => found,
    }
}

/// Returns the only one that is so.
fn only<'a>(mut all: impl Iterator<Item = &'a str>, is: impl Fn(&str) -> bool) -> Option<&'a str> {
    let first = all.find(|it| is(it))?;
    (!all.any(is)).then_some(first)
}

/// Says whether a sentence has the name of a law, a body or a term that a message begins with.
fn names(message: &str, sentence: &str, facts: &DatedFacts) -> bool {
    let said = message.trim_start_matches("The regulator is called ");
    let said = said.trim_start_matches('“');
    let mut named = facts
        .all
        .iter()
        .filter(|fact| said.starts_with(&fact.value));
    named.any(|fact| mentions(sentence, &fact.value))
}

#[cfg(test)]
mod tests {
    use super::narrowed;
    use crate::{DatedFacts, Found};

    #[test]
    fn a_finding_stands_at_its_sentence_where_only_one_is_meant() {
        let facts = DatedFacts::default();
        let place = |text: &str| {
            let found = Found::wrong("What people do is taken for consent").at(text);
            narrowed("BAS-03", found, &facts).place
        };
        let signed = "By signing this form you consent to the use of your photo.";
        let text = format!("We ask for a photo. {signed} It hangs in the hall.");
        assert_eq!(place(&text).as_deref(), Some(signed));
        let twice = format!("{signed} By coming you agree to the use of your data.");
        assert_eq!(place(&twice).as_deref(), Some(twice.as_str()));
    }
}
