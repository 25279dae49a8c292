//! Paragraphs that are counted, each of which names one thing: “E1. Quay Collections Ltd, if rent is late.”

use super::{
    apart::apart,
    marks::without_count,
    names::is_named,
    piece::{Piece, Shape},
    unnamed::is_sentence,
};

/// So many of them stand one after the other at least.
const RUN: usize = 2;

/// What names a thing has so many words at most.
const WORDS: usize = 14;

/// Makes items of a list of the paragraphs that are counted one after the other, and each name one thing with what is said of it. Those
/// that say something, “E7. We tell nobody else”, stay paragraphs.
pub(super) fn itemised(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut at = 0;
    while at < pieces.len() {
        let run = pieces[at..].iter().take_while(|it| count(it).is_some());
        let run = run.count();
        let named = |it: &Piece| count(it).filter(|text| names_one(text)).is_some();
        let end = at + run;
        if run >= RUN && pieces[at..end].iter().filter(|it| named(it)).count() >= RUN {
            for piece in &mut pieces[at..end] {
                if let Some(text) = count(piece).filter(|text| names_one(text)) {
                    piece.text = text.to_owned();
                    piece.shape = Shape::Bullet;
                }
            }
        }
        at = end.max(at + 1);
    }
    pieces
}

/// Returns a counted paragraph without what counts it.
fn count(piece: &Piece) -> Option<&str> {
    let text = without_count(&piece.text);
    let counts = piece.shape == Shape::Paragraph && text.len() < piece.text.len();
    (counts && !text.ends_with(':')).then_some(text)
}

/// Says whether a text names one thing, and no verb of its own says anything of it.
fn names_one(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let own = [" – ", " — ", " - "]
        .iter()
        .find_map(|dash| text.split_once(dash))
        .map_or(apart(text).name, |(own, _)| own);
    let own = own.split(" (").next().unwrap_or(own);
    own.split(' ').count() <= WORDS
        && !own.contains([';', ':'])
        && !own.contains(". ")
        && !is_sentence(own)
        && (is_named(own) || text.len() > own.len())
        && own.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::itemised;
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// Says which of the paragraphs became items.
    fn items(texts: &[&str]) -> Vec<String> {
        let pieces = texts
            .iter()
            .map(|text| Piece::new(1, Shape::Paragraph, *text));
        let own = itemised(pieces.collect()).into_iter();
        own.filter(|it| it.shape == Shape::Bullet)
            .map(|it| it.text)
            .collect()
    }

    #[test]
    fn what_is_counted_and_names_one_thing_is_an_item() {
        assert_eq!(
            items(&[
                "E1. Quay Collections Ltd, if rent is more than 60 days late.",
                "E2. Your tutor, where your attendance gives cause for concern.",
                "E3. We do not tell your parents how you are getting on.",
            ]),
            [
                "Quay Collections Ltd, if rent is more than 60 days late.",
                "Your tutor, where your attendance gives cause for concern."
            ]
        );
        assert_eq!(
            items(&[
                "C1. Offering you a room – performance of a contract with you.",
                "C2. Checking fire alarms – a legal obligation.",
            ])
            .len(),
            2
        );
        for texts in [
            &["1.1 We keep it.", "1.2 You may object to it."][..],
            &["E1. Quay Collections Ltd, if rent is late."],
            &["Quay Collections Ltd.", "Your tutor."],
            &["B1. The Record holds:", "B2. The other holds:"],
        ] {
            assert_eq!(items(texts), [""; 0], "{texts:?}");
        }
    }
}
