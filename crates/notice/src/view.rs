//! What one reader on one page is shown.

use serde::{Deserialize, Serialize};

use super::Notice;

/// A part of a service, or a group of readers, with facts of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// As in `data-part` or `data-audience`.
    pub id: String,
    /// What it is called for people.
    pub title: String,
}

/// Whom a fact concerns. Nothing set: everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// Id of the only part that the fact concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Id of the only readers whom the fact concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
}

impl Scope {
    /// Says whether the fact concerns every reader of the notice.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.part.is_none() && self.audience.is_none()
    }

    /// Says whether a reader of `part` and `audience` is shown the fact. A reader without a part sees every part's.
    #[must_use]
    pub fn includes(&self, part: Option<&str>, audience: Option<&str>) -> bool {
        let one = |mine: &Option<String>, asked: Option<&str>| match (mine.as_deref(), asked) {
            (Some(mine), Some(asked)) => mine == asked,
            _ => true,
        };
        one(&self.part, part) && one(&self.audience, audience)
    }
}

impl Notice {
    /// Narrows the notice to what a reader of `part` and `audience` sees: facts of other parts and audiences are gone, and
    /// an answer written for this reader replaces the general answer to the same question. Without an audience
    /// the reader is of the first one declared.
    #[must_use]
    pub fn view(mut self, part: Option<&str>, audience: Option<&str>) -> Self {
        let first = self.audiences.first().map(|first| first.id.clone());
        let audience = audience.map(str::to_owned).or(first);
        let audience = audience.as_deref();
        macro_rules! narrow {
            ($($list:ident),*) => {$(
                self.$list.retain(|fact| fact.scope.includes(part, audience));
            )*};
        }
        narrow!(
            answers, data, sources, purposes, recipients, fields, sections
        );
        let is_narrowed = part.is_some() || audience.is_some();
        let all = self.answers.clone();
        self.answers.retain(|answer| {
            answer.scope.is_everyone() != is_narrowed
                || !all.iter().any(|other| {
                    other.question == answer.question && other.scope.is_everyone() != is_narrowed
                })
        });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn scope(part: Option<&str>, audience: Option<&str>) -> Scope {
        Scope {
            part: part.map(str::to_owned),
            audience: audience.map(str::to_owned),
        }
    }

    #[test]
    fn a_fact_of_one_part_is_not_shown_with_another() {
        let fact = scope(Some("visiting"), None);
        assert!(fact.includes(Some("visiting"), None));
        assert!(!fact.includes(Some("complaints"), None));
        assert!(
            fact.includes(None, None),
            "the whole notice shows every part"
        );
    }

    #[test]
    fn part_and_audience_must_both_fit() {
        let fact = scope(Some("a"), Some("x"));
        assert!(fact.includes(Some("a"), Some("x")));
        assert!(!fact.includes(Some("a"), Some("y")));
        assert!(!fact.includes(Some("b"), Some("x")));
    }

    #[test]
    fn what_concerns_everyone_is_always_shown() {
        let fact = Scope::default();
        assert!(fact.is_everyone());
        assert!(fact.includes(Some("a"), Some("x")));
    }
}
