//! What the comparison of one kind of fact finds, before it is put into words.

use super::{Activity, rows::place};

/// An entry that one side has and the other has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told<'a> {
    /// What it says.
    pub text: String,
    /// Where the record says it; none for an entry of the notice.
    pub rows: Vec<&'a Activity>,
    /// What the other side says of the same thing.
    pub remark: Option<String>,
}

impl Told<'_> {
    /// Makes one of an entry of the notice.
    pub(super) fn of_notice(text: &str, remark: Option<String>) -> Self {
        Self {
            text: text.to_owned(),
            rows: Vec::new(),
            remark,
        }
    }

    /// Says where it stands and what is said beside it.
    pub(super) fn beside(&self) -> Option<String> {
        let place = (!self.rows.is_empty()).then(|| place(&self.rows, &self.text));
        let parts: Vec<String> = place.into_iter().chain(self.remark.clone()).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// What each side says alone, and what was taken for the same without being so plainly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides<'a> {
    pub record: Vec<Told<'a>>,
    pub notice: Vec<Told<'a>>,
    /// An entry of the record, and the notice's.
    pub taken: Vec<(String, String)>,
}
