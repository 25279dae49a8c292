//! What a data protection officer answers for storage that goes without asking.

use std::{ops::Range, sync::Arc};

use law::{EXEMPTION, unfit_answer};
use notice::{File, cookies::Category};

use super::table::Table;

/// A category that goes without consent, with what has been answered for it.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// Which category.
    pub category: Category,
    /// Each question with its answer; `None` where nobody has answered it.
    pub answers: Vec<(&'static str, Option<String>)>,
    /// The file that says so.
    pub file: Arc<File>,
    /// Where it says so: its `footing`.
    pub place: Range<usize>,
}

/// Two are the same that say the same, wherever they do.
impl PartialEq for Exemption {
    fn eq(&self, other: &Self) -> bool {
        (self.category, &self.answers) == (other.category, &other.answers)
    }
}

impl Eq for Exemption {}

impl Exemption {
    /// Says how many of the questions are open.
    #[must_use]
    pub fn open(&self) -> usize {
        let open = self.answers.iter().filter(|(_, answer)| answer.is_none());
        open.count()
    }

    /// Says how many of the answers are none, or such as the law does not take.
    #[must_use]
    pub fn unfit(&self) -> usize {
        let given = self.answers.iter();
        let given = given.filter_map(|(question, answer)| Some((question, answer.as_deref()?)));
        given
            .filter(|(question, answer)| unfit_answer(question, answer).is_some())
            .count()
    }
}

/// Reads `[category.exemption]`. A category that asks for consent, or is essential, has nothing to answer.
pub(super) fn read(table: &Table<'_>, category: Category, is_exempt: bool) -> Option<Exemption> {
    let own = table.table("exemption");
    if own.is_some() && !is_exempt {
        let message = format!(
            "`{}` does not go without asking, so there is nothing to answer for it",
            category.id()
        );
        table.problem(
            "exemption",
            message,
            "Take the table out, or write footing = \"exempt\" above it.",
        );
    }
    let answer = |key: &'static str| own.as_ref().and_then(|own| own.maybe(key));
    let answers = EXEMPTION.map(|(key, question)| (question, answer(key)));
    is_exempt.then(|| Exemption {
        category,
        answers: answers.to_vec(),
        file: table.sheet.file(),
        place: table.place_of("footing"),
    })
}
