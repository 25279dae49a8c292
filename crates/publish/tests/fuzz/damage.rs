//! Damage to one file: bytes, lines, pieces of its own and of others.

use source::parse::File;

use crate::pieces::PIECES;

/// Numbers that come again with the same seed and turn (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64, turn: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ turn.wrapping_mul(0xd134_2543_de82_ef95))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, and 0 below nothing.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = end.max(1) as u64;
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.below(list.len());
        &list[at]
    }
}

/// One of the files with one to four faults.
pub(crate) fn one(files: &[File], random: &mut Random) -> File {
    let mut file = random.one(files).clone();
    for _ in 0..=random.below(4) {
        let other = &random.one(files).text;
        file.text = fault(&file.text, other, random);
    }
    file
}

fn fault(text: &str, other: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let count = lines.len();
    match random.below(8) {
        // A line twice, away, or in another's place.
        0 if count > 0 => {
            let (from, to) = (random.below(count), random.below(count));
            lines.insert(to, lines[from]);
            lines.concat()
        }
        1 if count > 0 => {
            lines.remove(random.below(count));
            lines.concat()
        }
        2 if count > 0 => {
            let (one, two) = (random.below(count), random.below(count));
            lines.swap(one, two);
            lines.concat()
        }
        // A stretch out, twice, or from another file.
        3 => {
            let mut text = text.to_owned();
            text.replace_range(piece(&text, random), "");
            text
        }
        4 => {
            let twice = piece(text, random);
            [&text[..twice.end], &text[twice.start..]].concat()
        }
        5 => {
            let place = piece(text, random);
            [
                &text[..place.start],
                &other[piece(other, random)],
                &text[place.end..],
            ]
            .concat()
        }
        6 => {
            let at = piece(text, random).start;
            let mark = PIECES[random.below(PIECES.len())];
            [&text[..at], mark, &text[at..]].concat()
        }
        // A bit; what is no text by then is read as an editor's program would.
        _ => {
            let mut bytes = text.as_bytes().to_vec();
            let at = random.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
    }
}

/// A stretch of a text, at most some lines long.
fn piece(text: &str, random: &mut Random) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(random.below(text.len() + 1));
    let far = random.below(4) == 0;
    let length = random.below(if far { 600 } else { 30 });
    start
        ..text
            .floor_char_boundary((start + length).min(text.len()))
            .max(start)
}
