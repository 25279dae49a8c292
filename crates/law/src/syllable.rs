//! Counting syllables the same way every time.
//!
//! Methods differ by a dozen points of reading ease, so this one is pinned: it needs no dictionary, and changes only
//! with its tests.
//!
//! 1. A word without a letter counts one; one of capitals only (`ICO`) counts one a letter.
//! 2. Else each run of `a e i o u y` counts one.
//! 3. One less for a final silent `e`, `es` or `ed`; `-le` after a consonant, `-ted`, `-ded` and `-ses` are heard.
//! 4. One more where two vowels of a run are heard apart: `-ia-`, `-io-`, `-iu-` (but not after `c`, `s`, `t`, `g`,
//!    `x`), `-ying`, `-iet-`, `-ual-`, `-crea-`.
//! 5. At least one.

/// Returns the syllables of one word, by the method above.
#[must_use]
pub fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|mark| mark.is_alphabetic()).collect();
    if letters.is_empty() {
        return 1;
    }
    if letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase()) {
        return letters.len();
    }
    let plain: String = letters.into_iter().flat_map(char::to_lowercase).collect();
    let plain = plain.strip_suffix("'s").unwrap_or(&plain);
    let bytes: Vec<char> = plain.chars().collect();
    let runs = bytes
        .iter()
        .enumerate()
        .filter(|(at, letter)| is_vowel(**letter) && (*at == 0 || !is_vowel(bytes[at - 1])))
        .count();
    let heard = runs + apart(&bytes);
    heard.saturating_sub(usize::from(is_silent(&bytes))).max(1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Says whether the word ends in a vowel that is not heard.
fn is_silent(word: &[char]) -> bool {
    let consonant = |letter: char| !is_vowel(letter);
    match *word {
        [.., before, 'l', 'e'] | [.., before, 'l', 'e', 's'] if consonant(before) => false,
        [.., before, 'e'] => consonant(before),
        [.., before, 'e', 's'] => {
            consonant(before) && !matches!(before, 's' | 'x' | 'z' | 'c' | 'g' | 'h')
        }
        [.., before, 'e', 'd'] => consonant(before) && !matches!(before, 't' | 'd'),
        _ => false,
    }
}

/// Says how many pairs of vowels are heard apart.
fn apart(word: &[char]) -> usize {
    let soft = |at: usize| at > 0 && matches!(word[at - 1], 'c' | 's' | 't' | 'g' | 'x');
    let pairs = word
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| matches!(pair, ['i', 'a' | 'o' | 'u']) && !soft(*at));
    let more = ["ying", "iet", "ual", "crea"].into_iter().filter(|part| {
        let part: Vec<char> = part.chars().collect();
        word.len() > part.len() && word.windows(part.len()).any(|window| window == part)
    });
    pairs.count() + more.count()
}
