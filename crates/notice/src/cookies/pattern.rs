//! Names of cookies and storage keys, with `*` for whatever a provider puts in their middle or end.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A name in which `*` stands for any characters, none included.
///
/// ```
/// use notice::cookies::Pattern;
/// let counters = Pattern::new("_ga*").unwrap();
/// assert!(counters.matches("_ga_4T1X"));
/// assert!(!counters.matches("ga"));
/// assert!(counters.overlaps(&Pattern::new("*_id").unwrap()), "_ga_id is both");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(String);

/// Why a text is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// It would stand for every name, or for none: then nothing were ever undeclared.
    Unspecific,
    /// No cookie's name may hold this (RFC 6265: no white space, `;`, `,`, `=`, `"`, `\`).
    Character(char),
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unspecific => f.write_str("a name needs a character besides `*`"),
            Self::Character(character) => {
                write!(f, "`{}` stands in no name", character.escape_debug())
            }
        }
    }
}

impl Pattern {
    /// Takes a name or pattern.
    ///
    /// # Errors
    /// [`PatternError`] says what is wrong with it.
    pub fn new(text: impl Into<String>) -> Result<Self, PatternError> {
        let text = text.into();
        let foreign = |c: &char| c.is_whitespace() || c.is_control() || ";,=\"\\".contains(*c);
        if let Some(character) = text.chars().find(foreign) {
            return Err(PatternError::Character(character));
        }
        if text.chars().all(|character| character == '*') {
            return Err(PatternError::Unspecific);
        }
        Ok(Self(text))
    }

    /// Returns the pattern as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Says whether a name is one of these. A `*` in the name is a character like any other.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let literal: Vec<_> = name.chars().map(PatternPart::One).collect();
        meet(&self.pieces(), &literal)
    }

    /// Says whether some name is one of both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        meet(&self.pieces(), &other.pieces())
    }

    fn pieces(&self) -> Vec<PatternPart> {
        let piece = |character| match character {
            '*' => PatternPart::Any,
            one => PatternPart::One(one),
        };
        self.0.chars().map(piece).collect()
    }
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(text: String) -> Result<Self, PatternError> {
        Self::new(text)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum PatternPart {
    Any,
    One(char),
}

/// Says whether some text fits both. `reach[j]`: what is read of `one` so far can be the first `j` pieces of `other`.
fn meet(one: &[PatternPart], other: &[PatternPart]) -> bool {
    // A `*` that stands for nothing takes no character.
    let skip = |reach: &mut Vec<bool>| {
        for j in 0..other.len() {
            reach[j + 1] |= reach[j] && other[j] == PatternPart::Any;
        }
    };
    let mut reach = vec![false; other.len() + 1];
    reach[0] = true;
    skip(&mut reach);
    for &piece in one {
        let mut next = vec![false; other.len() + 1];
        match piece {
            // Takes any run of the other's pieces.
            PatternPart::Any => {
                let mut any = false;
                for (next, reach) in next.iter_mut().zip(&reach) {
                    any |= reach;
                    *next = any;
                }
            }
            PatternPart::One(character) => {
                for j in 0..other.len() {
                    match other[j] {
                        PatternPart::Any => next[j] |= reach[j],
                        PatternPart::One(own) => next[j + 1] |= reach[j] && own == character,
                    }
                }
                skip(&mut next);
            }
        }
        reach = next;
    }
    reach[other.len()]
}

// Where proptest can draw its seeds.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern::new(text).expect("a pattern")
    }

    #[test]
    fn names_and_patterns_are_told_apart_from_what_is_none() {
        assert_eq!(Pattern::new(""), Err(PatternError::Unspecific));
        assert_eq!(Pattern::new("**"), Err(PatternError::Unspecific));
        assert_eq!(Pattern::new("a b"), Err(PatternError::Character(' ')));
        assert_eq!(Pattern::new("a=b"), Err(PatternError::Character('=')));
        assert!(pattern("_pk_*.1fff").matches("_pk_id.1fff"));
        assert!(!pattern("_pk_*.1fff").matches("_pk_id.2"));
        assert!(pattern("a*").overlaps(&pattern("a")));
        assert!(!pattern("a*b").overlaps(&pattern("a*c")));
    }

    /// Makes patterns of few letters, so that they meet often.
    fn globs() -> impl Strategy<Value = Pattern> {
        "[ab*]{0,6}".prop_filter_map("a pattern", |text| Pattern::new(text).ok())
    }

    /// Follows the definition, letter by letter, with none of the cleverness.
    fn fits(pattern: &[u8], name: &[u8]) -> bool {
        match pattern.split_first() {
            None => name.is_empty(),
            Some((b'*', rest)) => (0..=name.len()).any(|at| fits(rest, &name[at..])),
            Some((letter, rest)) => name.first() == Some(letter) && fits(rest, &name[1..]),
        }
    }

    proptest! {
        #[test]
        fn a_name_matches_as_the_definition_says(glob in globs(), name in "[ab]{0,8}") {
            prop_assert_eq!(glob.matches(&name), fits(glob.as_str().as_bytes(), name.as_bytes()));
        }

        #[test]
        fn patterns_overlap_when_a_name_is_both(one in globs(), other in globs()) {
            prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
            prop_assert!(one.overlaps(&one));
            // The shortest name that is both is no longer than the letters of the two.
            let both = (0..=12).any(|length| (0..1_u32 << length).any(|bits| {
                let name: Vec<u8> = (0..length).map(|at| if bits >> at & 1 == 0 { b'a' } else { b'b' }).collect();
                fits(one.as_str().as_bytes(), &name) && fits(other.as_str().as_bytes(), &name)
            }));
            prop_assert_eq!(one.overlaps(&other), both, "{} {}", one, other);
        }
    }
}
