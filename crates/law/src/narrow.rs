//! Where in a paragraph a finding stands: the sentence that it speaks of, where only one may be meant.

use super::{DatedFacts, Found, text::sentences};

/// Returns the sentence of a text that is so, or the text where more than one is.
pub(super) fn place_of(text: &str, is: impl Fn(&str) -> bool) -> Option<&str> {
    let mut all = sentences(text).filter(|it| is(it));
    let first = all.next()?;
    Some(if all.next().is_some() { text } else { first })
}

/// Returns a finding of a source text with the one sentence of its paragraph that has the name which its message begins with.
pub(super) fn narrowed(found: Found, facts: &DatedFacts) -> Found {
    let names = |sentence: &str| names(&found.message, sentence, facts);
    let place = found.place.as_deref();
    let place = place.and_then(|place| place_of(place, names));
    match place.map(str::to_owned) {
        Some(place) => found.at(&place),
        None => found,
    }
}

/// Says whether a sentence has the name of a law, a body or a term that a message begins with.
fn names(message: &str, sentence: &str, facts: &DatedFacts) -> bool {
    let said = message.trim_start_matches("The regulator is called ");
    let said = said.trim_start_matches('“');
    let mut named = facts
        .all
        .iter()
        .filter(|fact| said.starts_with(&fact.value));
    named.any(|fact| fact.is_named_in(sentence))
}

#[cfg(test)]
mod tests {
    use super::{narrowed, place_of};
    use crate::{DatedFact, DatedFacts, Evidence, FactKind, Found};

    #[test]
    fn a_place_is_the_sentence_where_only_one_is_meant() {
        let short = |it: &str| it.len() < 10;
        assert_eq!(
            place_of("It is so. This one is longer than that.", short),
            Some("It is so.")
        );
        assert_eq!(
            place_of("It is so. So is it.", short),
            Some("It is so. So is it.")
        );
        assert_eq!(place_of("This one is longer than that.", short), None);
    }

    #[test]
    fn a_finding_that_begins_with_a_name_stands_at_the_sentence_that_has_it() {
        let facts = DatedFacts::from(vec![DatedFact {
            kind: FactKind::Body,
            value: "Wye CCG".to_owned(),
            rule: None,
            now: None,
            valid_from: None,
            valid_to: None,
            source: String::new(),
            evidence: Evidence::P,
        }]);
        let place =
            |text: &str| narrowed(Found::outdated("“Wye CCG” is gone").at(text), &facts).place;
        let one = "We share it with Wye CCG.";
        assert_eq!(place(&format!("We help you. {one}")).as_deref(), Some(one));
        let two = format!("{one} Wye CCG pays us.");
        assert_eq!(place(&two), Some(two));
        let law = DatedFacts::from(vec![DatedFact {
            kind: FactKind::Term,
            value: "Article 22".to_owned(),
            ..facts.all[0].clone()
        }]);
        let listed = "See Articles 21 and 22.";
        let text = format!("We help you. {listed}");
        let found = Found::outdated("Article 22 is cited").at(&text);
        assert_eq!(narrowed(found, &law).place.as_deref(), Some(listed));
        assert_eq!(
            place("We help you. It is free.").as_deref(),
            Some("We help you. It is free.")
        );
    }
}
