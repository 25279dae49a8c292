//! A notice as the source that an editor works on: [`parse`](crate::parse) the other way round.
//!
//! What is printed reads back as the same notice, whatever marks its texts have in them. It stands by itself but for the
//! controller, which is named by its key; so a printed notice is also a way to keep an old version whole.
//!
//! | module | what it writes |
//! |---|---|
//! | `front` | the facts, as TOML |
//! | `toml` | keys and values of TOML |
//! | `prose` | headings and text, as Markdown |

mod front;
mod prose;
mod toml;

use std::{collections::BTreeMap, fmt};

use notice::Notice;

/// What a remark stands above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkTarget {
    /// The whole file.
    Top,
    /// The key of the controller.
    Controller,
    /// The officer.
    Officer,
    /// The line for children.
    Children,
    /// The files that the notice shares.
    Shared,
    /// The Acts that it cites.
    Laws,
    /// Transfers abroad.
    Transfers,
    /// A part of the service.
    Part,
    /// A group of readers.
    Audience,
    /// A line of the first layer.
    Answer,
    /// A kind of data.
    Data,
    /// A source of data.
    Source,
    /// A purpose.
    Purpose,
    /// A recipient.
    Recipient,
    /// How long data is kept.
    Retention,
    /// Decisions made without a person.
    Automated,
    /// A right.
    Right,
    /// Whom to complain to.
    Complaint,
    /// Why a form field is asked for.
    Field,
    /// The end of the facts.
    End,
}

/// A notice to be printed, with what an editor should know of it.
#[derive(Clone, Debug)]
pub struct AnnotatedNotice<'a> {
    notice: &'a Notice,
    shared: &'a [String],
    remarks: BTreeMap<(RemarkTarget, usize), Vec<String>>,
}

impl<'a> AnnotatedNotice<'a> {
    /// Begins a page without remarks, of a notice that shares nothing.
    #[must_use]
    pub fn new(notice: &'a Notice) -> Self {
        Self {
            notice,
            shared: &[],
            remarks: BTreeMap::new(),
        }
    }

    /// Names files of `notices/shared/`. What they state must not be in the notice as well.
    #[must_use]
    pub fn sharing(mut self, shared: &'a [String]) -> Self {
        self.shared = shared;
        self
    }

    /// Adds a comment above item `at` of a list, counted from zero; above a spot where nothing stands the comment stands
    /// alone.
    pub fn remark(&mut self, spot: RemarkTarget, at: usize, text: impl Into<String>) {
        let remarks = self.remarks.entry((spot, at)).or_default();
        remarks.push(text.into());
    }
}

impl fmt::Display for AnnotatedNotice<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "+++\n{}+++\n", front::front(self))?;
        formatter.write_str(&prose::sections(&self.notice.sections))
    }
}

/// Returns the source of a notice, by itself.
///
/// ```
/// # let notice: notice::Notice = toml::from_str(include_str!("../../tests/check/good.toml")).unwrap();
/// let source = source::print::print(&notice);
/// assert!(source.starts_with("+++\nid = \"library\"\n"));
/// ```
#[must_use]
pub fn print(notice: &Notice) -> String {
    AnnotatedNotice::new(notice).to_string()
}
