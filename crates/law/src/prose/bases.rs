//! Whether a source text says what lets data be used.

use notice::{Notice, Purpose, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{has, words},
};

/// Words by which a use has a basis.
const NAMED: [&str; 10] = [
    "article 6",
    "art. 6",
    "6(1)",
    "public task",
    "legal obligation",
    "legitimate interest",
    "consent",
    "contract",
    "vital interest",
    "public interest",
];

/// Returns a use that names no basis in a list of which the others each name their own, where nothing is said of them together.
fn left_out<'a>(notice: &'a Notice, text: &Prose) -> Option<&'a str> {
    let stated = |it: &&Purpose| {
        has(&it.text, &NAMED) || it.basis_detail.as_ref().is_some_and(|it| has(it, &NAMED))
    };
    let all = &notice.purposes;
    let many = all.iter().filter(stated).count();
    let mut rest = text
        .pieces
        .iter()
        .filter(|it| it.section == SectionId::Purposes);
    let together = rest.any(|it| has(&it.text, &NAMED) || has(&it.text, &["basis", "by law"]));
    let left = all.iter().find(|it| !stated(it))?;
    // A list may go on with what is used, which is no use: "health and convictions".
    let first = words(&left.text).into_iter().next().unwrap_or_default();
    let is_use = matches!(first.as_str(), "to" | "we") || first.ends_with("ing");
    (is_use && !together && many > 2 && many + 1 == all.len()).then_some(left.text.as_str())
}

/// Finds that a whole notice names no lawful basis, and that one use of a list names none where the others do.
pub(crate) fn bases(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let terms = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legal duty",
        "legitimate interest",
        "consent",
        "contract",
        "official authority",
        "public interest",
        "vital interest",
        "the law ",
        "by law",
        "statutory",
        "duty under",
        " act 1",
        " act 2",
        "duties under",
        "your permission",
        "you agree",
    ];
    let told = text.texts.iter().any(|text| has(text, &terms));
    let message = "The text names no lawful basis";
    let missing = (!told && text.is_whole()).then(|| Found::missing(message));
    let left = left_out(notice, &text).map(|it| {
        let message = "This use names no lawful basis, and the others of its list each name theirs";
        Found::weak(message).at(it)
    });
    found(missing.into_iter().chain(left))
}
