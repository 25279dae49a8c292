//! What the cells of a row are, by the heads of its table's columns: `Organisation | Reason`, `Activity | Article 6`.

use notice::SectionId;

use super::{label::about_law, piece::Piece, sort::section};

/// Heads of a column that names somebody, or the beginnings of such heads.
const WHO: [&str; 22] = [
    "organisation",
    "organization",
    "body",
    "bodies",
    "recipient",
    "who",
    "whom",
    "to whom",
    "company",
    "companies",
    "agency",
    "agencies",
    "partner",
    "supplier",
    "provider",
    "third party",
    "third parties",
    "name of",
    "with whom",
    "processor",
    "department",
    "shared with",
];

/// Says for each cell of a row what section the entries in it are of; none for what is said of another cell.
pub(super) fn sections(here: SectionId, row: &Piece) -> Vec<Option<SectionId>> {
    let heads: Vec<String> = row
        .cells
        .iter()
        .map(|(head, _)| head.trim_end_matches([':', '?']).to_lowercase())
        .collect();
    let named = heads.iter().skip(1).any(|head| section(head).is_some());
    let based = heads.iter().skip(1).any(|head| is_ground(head));
    let lasts = heads.iter().any(|head| is_period(head));
    let first = usize::from(heads.first().is_some_and(|head| counts(head)));
    // Whoever stands first is what the row is about; the rest says what of, and why.
    let whose = heads
        .get(first)
        .filter(|head| names_somebody(head))
        .and_then(|head| match (here, section(head)) {
            (SectionId::Sources, _) | (_, Some(SectionId::Sources)) => Some(SectionId::Sources),
            (SectionId::Recipients, _) | (_, Some(SectionId::Recipients)) => {
                Some(SectionId::Recipients)
            }
            _ => None,
        });
    let records = heads.get(first).is_some_and(|head| {
        ["record", "document", "file", "paper"]
            .iter()
            .any(|it| head.contains(it))
    });
    let kept = lasts && (here == SectionId::Retention || records);
    let of = |at: usize, head: &String| {
        // What is sent abroad, and what for, is no use of its own.
        if at < first || is_ground(head) || is_period(head) || here == SectionId::Transfers {
            return None;
        }
        if let Some(id) = whose {
            return (at == first).then_some(id);
        }
        // Records that are kept, and why so long, are neither kinds of data nor purposes of a use.
        if kept && (at > first || !is_aim(head)) && !(based && is_aim(head)) {
            let told = section(head);
            return told.filter(|id| matches!(id, SectionId::Recipients | SectionId::Sources));
        }
        let own = || (at == 0 && named && says_nothing(head)).then_some(here);
        // "What we do" beside "Lawful basis".
        let aim = || (at == first && based).then_some(SectionId::Purposes);
        section(head).or_else(own).or_else(aim)
    };
    heads
        .iter()
        .enumerate()
        .map(|(at, head)| of(at, head))
        .collect()
}

/// Says whether a cell names its column as tables of notices do.
pub(super) fn is_head(cell: &str) -> bool {
    let head = cell.trim_end_matches([':', '?']).to_lowercase();
    section(&head).is_some()
        || is_ground(&head)
        || is_period(&head)
        || names_somebody(&head)
        || counts(&head)
        || says_nothing(&head)
}

/// Lists the cells of a row that name the ground in law.
pub(super) fn grounds(row: &Piece) -> impl Iterator<Item = &str> {
    let cells = row.cells.iter();
    let own = cells.filter(|(head, _)| is_ground(&head.to_lowercase()));
    own.map(|(_, cell)| cell.as_str())
}

/// Says whether a column counts its rows and names nothing.
fn counts(head: &str) -> bool {
    matches!(
        head,
        "ref" | "ref." | "reference" | "no" | "no." | "number" | "#" | "item no" | "row" | "id"
    )
}

/// Says whether a column names somebody: “Organisation”, “Who we share with”.
fn names_somebody(head: &str) -> bool {
    let begins = |word: &str| {
        head.strip_prefix(word)
            .is_some_and(|end| !end.starts_with(|mark: char| mark.is_alphabetic() && mark != 's'))
    };
    WHO.iter().any(|word| begins(word))
}

/// Says whether a column says for how long.
fn is_period(head: &str) -> bool {
    let has = |word: &str| head.contains(word);
    [
        "kept",
        "held for",
        "how long",
        "retention",
        "retain",
        "period",
        "keep it",
        "keep them",
    ]
    .iter()
    .any(|word| has(word))
}

/// Lists the cells of a row that hold a time and nothing else, where it is another column that says how long something is kept: an
/// age, or the time for an answer.
pub(super) fn other_times(row: &Piece) -> impl Iterator<Item = &str> {
    let lasts = |head: &str| is_period(&head.to_lowercase());
    let kept = row.cells.iter().any(|(head, _)| lasts(head));
    let others = row
        .cells
        .iter()
        .filter(move |(head, _)| kept && !head.is_empty() && !lasts(head));
    others.map(|(_, cell)| cell.as_str())
}

/// Says whether a column names what something is done for, by more than a bare “why”.
fn is_aim(head: &str) -> bool {
    ["purpose", "use", "activity", "what we do", "processing"]
        .iter()
        .any(|word| head.contains(word))
}

/// Says whether a column names the ground in law.
fn is_ground(head: &str) -> bool {
    about_law(head)
        || ["statute", "gdpr", "schedule 1", "allowed because"]
            .iter()
            .any(|word| head.contains(word))
}

/// Says whether the head of a column says no more than that something is named below it.
fn says_nothing(head: &str) -> bool {
    matches!(head, "what" | "which" | "item" | "items" | "kind" | "type")
}

#[cfg(test)]
mod tests {
    use notice::SectionId::{self, *};

    use super::sections;
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn of(here: SectionId, heads: &str) -> Vec<Option<SectionId>> {
        let mut row = Piece::new(1, Shape::Row, "");
        row.cells = heads
            .split(" | ")
            .map(|head| (head.to_owned(), "Something".to_owned()))
            .collect();
        sections(here, &row)
    }

    #[test]
    fn a_column_is_what_its_head_says_beside_the_others() {
        for (here, heads, wanted) in [
            (
                Recipients,
                "Organisation | Reason",
                &[Some(Recipients), None][..],
            ),
            (
                Recipients,
                "Who | What | Why",
                &[Some(Recipients), None, None],
            ),
            (
                Recipients,
                "Recipient | What is disclosed",
                &[Some(Recipients), None],
            ),
            (
                Recipients,
                "Partner agencies | Purpose",
                &[Some(Recipients), None],
            ),
            (Recipients, "Company | What for", &[Some(Recipients), None]),
            (Sources, "Who | What they tell us", &[Some(Sources), None]),
            (
                Purposes,
                "Activity | Article 6 | Article 9",
                &[Some(Purposes), None, None],
            ),
            (
                Purposes,
                "What we do | UK GDPR Article 6 | Statute",
                &[Some(Purposes), None, None],
            ),
            (
                Retention,
                "Ref | Use | Ground | Kept",
                &[None, Some(Purposes), None, None],
            ),
            (
                Who,
                "Purpose | Lawful basis | Shared with | Kept for",
                &[Some(Purposes), None, Some(Recipients), None],
            ),
            // What is kept, and why so long.
            (Retention, "Record | How long", &[None, None]),
            (
                Retention,
                "Information | Kept for | Why",
                &[None, None, None],
            ),
            (
                Retention,
                "Type of record | Minimum period | Reason",
                &[None, None, None],
            ),
            (Who, "Paper or record | Held for | Why", &[None, None, None]),
            // Nobody says here that these are given anything.
            (Who, "Organisation | Telephone", &[None, None]),
            (
                Transfers,
                "Where | What for | Safeguard",
                &[None, None, None],
            ),
            (Complaints, "Body | Address", &[None, None]),
        ] {
            assert_eq!(of(here, heads), wanted, "{here:?}: {heads}");
        }
    }
}
