//! Lists that are run in to a paragraph: “Name • address • proof of age”, “We use it to: a) issue permits; b) take payments.”

use super::{
    find,
    marks::is_letter_or_roman,
    piece::{Piece, Shape},
};

/// Signs that stand before items and are no part of a sentence.
const SIGNS: [char; 9] = ['•', '▪', '●', '◦', '‣', '∙', '■', '\u{f0b7}', '\u{f0a7}'];

/// Says where an item begins, and where its text does.
type Mark = (usize, usize);

/// Returns the pieces with each item of a list that is run in as a bullet of its own.
pub(super) fn unfold(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let plain = matches!(piece.shape, Shape::Paragraph | Shape::Bullet);
        let marks = if plain { marks(&piece) } else { Vec::new() };
        if !marks.is_empty() {
            split(&mut out, &piece, &marks);
        } else if let Some(last) = out.last_mut().filter(|last| is_detail(last, &piece)) {
            last.text.push_str(", ");
            last.text.push_str(&piece.text);
            last.links.extend(piece.links);
        } else {
            out.push(piece);
        }
    }
    out
}

/// Says whether a bullet says what the one above it takes in: “including the school that they attend”.
fn is_detail(above: &Piece, piece: &Piece) -> bool {
    let both = above.shape == Shape::Bullet && piece.shape == Shape::Bullet;
    let first = piece.text.split(' ').next().unwrap_or_default();
    both && first == "including" && above.text.ends_with(char::is_alphanumeric)
}

fn marks(piece: &Piece) -> Vec<Mark> {
    let text = piece.text.as_str();
    let found = signs(text, &SIGNS);
    // "We ask for: – your name – your age"
    let found = if found.is_empty() && text.contains(": – ") {
        let found = signs(text, &['–']);
        let led = found.first().is_some_and(|it| text[..it.0].ends_with(": "));
        if led { found } else { Vec::new() }
    } else {
        found
    };
    let led = |at: usize| text[..at].trim_end().ends_with(':');
    let Some(first) = found.first() else {
        return letters(text, piece.shape).unwrap_or_default();
    };
    // A line of addresses with dots between is no list.
    let contact = text.contains('@')
        || !find::phones(text).is_empty()
        || !find::addresses(text).is_empty()
        || !find::webs(text).is_empty();
    let listed = found.len() > 1 || led(first.0) || piece.shape == Shape::Bullet;
    let listed = listed && (!contact || led(first.0));
    if listed { found } else { Vec::new() }
}

/// Lists where one of these signs stands by itself.
fn signs(text: &str, signs: &[char]) -> Vec<Mark> {
    let all = text.match_indices(|mark| signs.contains(&mark));
    all.filter(|(at, mark)| {
        let before = text[..*at].chars().next_back();
        let behind = text[at + mark.len()..].trim_start();
        before.is_none_or(char::is_whitespace) && behind.starts_with(char::is_alphanumeric)
    })
    .map(|(at, mark)| (at, at + mark.len()))
    .collect()
}

/// Lists where items begin that letters or numbers count, from the first on, behind a colon: “: (a) … (b) …”, “: i) … ii) …”. Behind a
/// bullet, whose own letter is taken away, the second begins.
fn letters(text: &str, shape: Shape) -> Option<Vec<Mark>> {
    if !text.contains(')') {
        return None;
    }
    let words = text.match_indices(')').filter_map(|(at, _)| {
        let start = text[..at].rfind(char::is_whitespace).map_or(0, |it| it + 1);
        let count = text[start..at].trim_start_matches('(');
        let behind = text[at + 1..].starts_with(' ');
        (behind && is_letter_or_roman(count)).then_some((start, at + 1, count))
    });
    let words: Vec<(usize, usize, &str)> = words.collect();
    let sequences: [&[&str]; 3] = [
        &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
        &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
        &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    ];
    sequences.iter().find_map(|sequence| {
        let from = usize::from(shape == Shape::Bullet);
        let mut wanted = sequence[from..].iter();
        let mut next = wanted.next();
        let mut found: Vec<Mark> = Vec::new();
        for (start, end, count) in &words {
            if next == Some(count) {
                found.push((*start, *end));
                next = wanted.next();
            }
        }
        let first = found.first()?.0;
        // A bullet with a list of its own in it counts nothing.
        let own = shape == Shape::Bullet && words.iter().any(|it| it.2 == sequence[0]);
        let led = text[..first].trim_end().ends_with(':');
        (found.len() > 1 && !own && (led || shape == Shape::Bullet)).then_some(found)
    })
}

/// Adds what leads up to the items, and each item. What is said behind the last is a paragraph again.
fn split(out: &mut Vec<Piece>, piece: &Piece, marks: &[Mark]) {
    let text = piece.text.as_str();
    let before = text[..marks[0].0].trim();
    let mut add = |shape: Shape, text: &str| {
        if text.is_empty() {
            return;
        }
        let mut own = Piece::new(piece.line, shape, text);
        let links = piece.links.iter();
        own.links = links
            .filter(|(words, _)| text.contains(words.as_str()))
            .cloned()
            .collect();
        out.push(own);
    };
    let leads = before.ends_with([':', '.', '?']) && piece.shape == Shape::Paragraph;
    add(
        if leads {
            Shape::Paragraph
        } else {
            Shape::Bullet
        },
        before,
    );
    for (at, (_, from)) in marks.iter().enumerate() {
        let end = marks.get(at + 1).map_or(text.len(), |next| next.0);
        let item = text[*from..end].trim();
        let said = if at + 1 == marks.len() && leads {
            super::sentence(item)
        } else {
            item
        };
        add(Shape::Bullet, said);
        add(Shape::Paragraph, item[said.len()..].trim());
    }
}

#[cfg(test)]
mod tests {
    use super::unfold;
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// What comes of a paragraph, each item behind a star.
    fn said(text: &str) -> Vec<String> {
        let pieces = unfold(vec![Piece::new(1, Shape::Paragraph, text)]);
        let said = pieces.into_iter().map(|piece| match piece.shape {
            Shape::Bullet => format!("*{}", piece.text),
            _ => piece.text,
        });
        said.collect()
    }

    #[test]
    fn items_within_a_paragraph_are_each_one() {
        for (text, pieces) in [
            (
                "Name and address • registration mark, make and model • proof of residency",
                &[
                    "*Name and address",
                    "*registration mark, make and model",
                    "*proof of residency",
                ][..],
            ),
            (
                "Your data may be disclosed to: • the DVLA • our bailiffs. Nobody else is told.",
                &[
                    "Your data may be disclosed to:",
                    "*the DVLA",
                    "*our bailiffs.",
                    "Nobody else is told.",
                ],
            ),
            (
                "We ask you for: – your name – your NHS number – your GP",
                &[
                    "We ask you for:",
                    "*your name",
                    "*your NHS number",
                    "*your GP",
                ],
            ),
            (
                "We use it to: a) issue permits; b) take payments; and c) check claims.",
                &[
                    "We use it to:",
                    "*issue permits;",
                    "*take payments; and",
                    "*check claims.",
                ],
            ),
            (
                "It is shared with: (i) the police; (ii) the courts (both kinds); (iii) our insurers.",
                &[
                    "It is shared with:",
                    "*the police;",
                    "*the courts (both kinds);",
                    "*our insurers.",
                ],
            ),
            (
                "▪ your name ▪ your pupil's name ▪ meals taken",
                &["*your name", "*your pupil's name", "*meals taken"],
            ),
        ] {
            assert_eq!(said(text), pieces, "{text}");
        }
        for text in [
            "Overton Council • Town Hall • 01632 960 123 • www.overton.example",
            "Opening hours: Monday – Friday, 9 – 5",
            "We use your name – and your address – to write to you.",
            "Article 6(1)(a) and (b) of the UK GDPR",
            "Send: a) nothing.",
            "The fee (a) is due; see section (b).",
            "Tea • coffee",
            "A note of two kinds: see (b) and (a) below.",
        ] {
            assert_eq!(said(text), [text], "{text}");
        }
    }

    #[test]
    fn what_an_item_takes_in_stands_behind_it() {
        let bullet = |text: &str| Piece::new(1, Shape::Bullet, text);
        let texts = |pieces: &[&str]| -> Vec<String> {
            let pieces = pieces.iter().map(|it| bullet(it)).collect();
            unfold(pieces).into_iter().map(|it| it.text).collect()
        };
        assert_eq!(
            texts(&[
                "brothers and sisters",
                "including the school that they attend"
            ]),
            ["brothers and sisters, including the school that they attend"]
        );
        for apart in [
            ["your name;", "including any other"],
            ["your name", "Including a former one"],
            ["your name", "inclusion needs"],
        ] {
            assert_eq!(texts(&apart), apart);
        }
    }
}
