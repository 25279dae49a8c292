//! Entries that stand in no list of their own: behind a label or the head of a column, or within a sentence.

use notice::SectionId;

use super::{
    apart::apart,
    columns,
    detail::{without_condition, without_examples},
    entry::{entry, is_entry},
    enumerated::{enumerated, is_open, names_only},
    grouped::grouped,
    label::{about_law, is_label, labelled},
    leads::{denies, leads_to, uses},
    marks::{Lead, lead},
    piece::{Piece, Shape},
    shared::shared_with,
};

/// Lists what stands in a row or a paragraph of a section, with the section that each entry is of, each by its name alone.
pub(super) fn listed(here: SectionId, piece: &Piece) -> Vec<(SectionId, String)> {
    let name = |(id, text): (SectionId, String)| {
        let own = match id {
            SectionId::Recipients | SectionId::Sources => apart(&text).name,
            SectionId::Data => without_examples(without_condition(&text).0).0,
            // What a purpose says of its basis is read with it.
            _ => &text,
        };
        (id, own.to_owned())
    };
    all(here, piece).into_iter().map(name).collect()
}

fn all(here: SectionId, piece: &Piece) -> Vec<(SectionId, String)> {
    match piece.shape {
        Shape::Row => {
            let ids = columns::sections(here, piece);
            let cells = ids.into_iter().zip(&piece.cells);
            let listed = cells.filter_map(|(id, (_, cell))| Some((id?, cell)));
            listed
                .filter(|(id, _)| is_listable(*id))
                .flat_map(|(id, cell)| entries(id, cell))
                .collect()
        }
        Shape::Paragraph => lettered(here, &piece.text)
            .or_else(|| behind_colons(here, &piece.text))
            .or_else(|| grouped(here, &piece.text))
            .or_else(|| enumerated(here, &piece.text))
            .or_else(|| told(&piece.text))
            .unwrap_or_default(),
        Shape::Heading(_) | Shape::Bullet => Vec::new(),
    }
}

fn is_listable(id: SectionId) -> bool {
    matches!(
        id,
        SectionId::Data | SectionId::Sources | SectionId::Purposes | SectionId::Recipients
    )
}

/// Lists whom any sentence of a paragraph says that data is shared with, wherever it stands.
fn told(text: &str) -> Option<Vec<(SectionId, String)>> {
    let sentences = text.split_inclusive(". ");
    let found = sentences.filter_map(shared_with).flatten();
    let found: Vec<_> = found.map(|it| (SectionId::Recipients, it)).collect();
    (!found.is_empty()).then_some(found)
}

/// Lists the entries of a text that holds nothing else.
fn entries(id: SectionId, text: &str) -> Vec<(SectionId, String)> {
    // A cell may have a list of its own.
    let parts = text.split([';', '•', '▪']).map(entry);
    parts
        .filter(|it| is_entry(it))
        .map(|it| (id, it.to_owned()))
        .collect()
}

/// Reads `We use them (a) to collect your bin, (b) to take your payment and (c) to write to you.`
fn lettered(here: SectionId, text: &str) -> Option<Vec<(SectionId, String)>> {
    let first = ["(a)", "(i)", "(1)"].iter().find_map(|it| text.find(it))?;
    let from = text[..first].rfind(". ").map_or(0, |at| at + 2);
    let (said, mut rest) = super::sentence(&text[from..]).split_once('(')?;
    let mut items = Vec::new();
    for (at, marks) in [["a", "i", "1"], ["b", "ii", "2"]]
        .into_iter()
        .chain(
            [
                "c iii 3", "d iv 4", "e v 5", "f vi 6", "g vii 7", "h viii 8",
            ]
            .map(three),
        )
        .enumerate()
    {
        let Some((mark, behind)) = rest.split_once(')') else {
            break;
        };
        if !marks.contains(&mark) {
            if at < 2 {
                return None;
            }
            break;
        }
        let (item, next) = behind.split_once('(').unwrap_or((behind, ""));
        // "Items (i) and (ii) of Part C" refers to a list, and is none.
        if matches!(item.trim(), "and" | "or" | "to" | "," | "–" | "") {
            return None;
        }
        items.push(entry(item));
        rest = next;
    }
    let aims = uses(said) && items.iter().all(|it| it.starts_with("to "));
    let id = if aims {
        Some(SectionId::Purposes)
    } else {
        leads_to(said).filter(|id| is_listable(*id))
    };
    let id = id.or_else(|| is_listable(here).then_some(here))?;
    let fit = items.len() > 1 && !denies(said) && items.iter().all(|it| is_entry(it));
    fit.then(|| items.iter().map(|it| (id, (*it).to_owned())).collect())
}

fn three(marks: &'static str) -> [&'static str; 3] {
    let mut marks = marks.split(' ');
    std::array::from_fn(|_| marks.next().unwrap_or_default())
}

/// Reads the list behind a colon, and those of the sentences behind it: `We hold: a; b. If you tell us, we also hold: c; d.`
fn behind_colons(here: SectionId, text: &str) -> Option<Vec<(SectionId, String)>> {
    let mut found = behind_colon(here, text)?;
    let more = super::sentences(text).skip(1);
    found.extend(more.filter_map(|it| behind_colon(here, it)).flatten());
    Some(found)
}

/// Reads `Recipients: our bank; the agency that refers you`, `We hold: your name; your care plan.`
fn behind_colon(here: SectionId, text: &str) -> Option<Vec<(SectionId, String)>> {
    let (_, text) = match lead(text) {
        (Lead::Number | Lead::Item, behind) => (Lead::None, behind),
        own => own,
    };
    let (said, rest) = text.split_once(": ")?;
    let clause = !said.contains(['.', ';', '(', ')', '?', '@']);
    if !clause || said.split_whitespace().count() > 12 || denies(said) || about_law(said) {
        return None;
    }
    let label = labelled(text).filter(|id| is_listable(*id));
    let first = said.split_whitespace().next().unwrap_or_default();
    let speaks = matches!(
        first,
        "We" | "It" | "They" | "Yes," | "Some" | "Your" | "You" | "Among"
    );
    let id = match label {
        Some(id) => id,
        None if speaks || !is_label(text) => {
            let led = leads_to(said).filter(|id| is_listable(*id));
            led.or_else(|| (speaks && is_listable(here)).then_some(here))?
        }
        None => return None,
    };
    let sentence = super::sentence(rest);
    // What stands behind the list's sentence would make it a paragraph of its own.
    let alone = sentence.len() == rest.trim().len();
    let mut found = entries(id, sentence);
    // "Recipients: police, insurers, courts"
    let bodies = matches!(id, SectionId::Recipients | SectionId::Sources);
    if label.is_some() && bodies && found.len() == 1 && names_only(sentence) && !is_open(sentence) {
        let parts: Vec<&str> = sentence.split(", ").collect();
        if parts
            .iter()
            .all(|part| part.split_whitespace().count() <= 4)
        {
            found = parts
                .into_iter()
                .map(|part| (id, entry(part).to_owned()))
                .collect();
        }
    }
    // "We also process special category data: details of a disability, where you tell us": one thing alone.
    let one = id == SectionId::Data
        && speaks
        && alone
        && found.len() == 1
        && (said.ends_with("data") || said.ends_with("information") || said.ends_with("details"));
    let fit = if label.is_some() {
        alone
    } else {
        found.len() > 1 || one
    };
    fit.then_some(found)
}

#[cfg(test)]
mod tests {
    use notice::SectionId::{self, *};

    use super::listed;
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn said(here: SectionId, text: &str) -> Vec<(SectionId, String)> {
        listed(here, &Piece::new(1, Shape::Paragraph, text))
    }

    #[test]
    fn entries_are_found_within_sentences_and_behind_labels() {
        for (here, text, id, items) in [
            (
                Who,
                "It is ours. We use them (a) to collect your bin, (b) to take your payment and (c) to write to you.",
                Purposes,
                &[
                    "to collect your bin",
                    "to take your payment",
                    "to write to you",
                ][..],
            ),
            (
                Data,
                "We hold: your name and photograph; your care plan; and your next of kin.",
                Data,
                &[
                    "your name and photograph",
                    "your care plan",
                    "your next of kin",
                ],
            ),
            (
                Data,
                "We hold: your name; your care plan. If you choose to tell us, we also hold: your faith; and your ethnicity.",
                Data,
                &[
                    "your name",
                    "your care plan",
                    "your faith",
                    "your ethnicity",
                ],
            ),
            (
                Who,
                "Recipients: our bank; the agency that refers you",
                Recipients,
                &["our bank", "the agency that refers you"],
            ),
            (Who, "Purpose: paying grants", Purposes, &["paying grants"]),
            (
                Data,
                "Trade name, address, and the results of visits.",
                Data,
                &["Trade name", "address", "the results of visits"],
            ),
            (
                Sources,
                "Most is yours, but some comes from the bank, HM Revenue and Customs and your landlord.",
                Sources,
                &["the bank", "HM Revenue and Customs", "your landlord"],
            ),
            (
                Recipients,
                "We share it with the Registry, the Home Office and our bank.",
                Recipients,
                &["the Registry", "the Home Office", "our bank"],
            ),
            (
                Recipients,
                "The Inspectorate; the courts; councillors on the committee. Names stay with us.",
                Recipients,
                &[
                    "The Inspectorate",
                    "the courts",
                    "councillors on the committee",
                ],
            ),
            (
                Data,
                "We hold your name, address and age.",
                Data,
                &["your name", "address", "age"],
            ),
            (
                Who,
                "Recipients: police, insurers, courts",
                Recipients,
                &["police", "insurers", "courts"],
            ),
            (
                Recipients,
                "The public, through our site; the Registrar; our bank.",
                Recipients,
                &["The public", "the Registrar", "our bank"],
            ),
            (
                Recipients,
                "We may share with: your GP; other trusts; and, where the law says so, the police.",
                Recipients,
                &["your GP", "other trusts", "the police"],
            ),
        ] {
            let wanted: Vec<_> = items.iter().map(|it| (id, (*it).to_owned())).collect();
            assert_eq!(said(here, text), wanted, "{text}");
        }
        for text in [
            "Lawful basis: legitimate interests; contract",
            "We do not share it with: advertisers; other tenants.",
            "Recipients: none",
            "Purpose: We use it to answer. We also count it.",
            "The fee (a) is due; see section (b).",
            "Note: ring us first; then write.",
            "The bank, the police, and the courts are told.",
        ] {
            assert_eq!(said(Who, text), [], "{text}");
            assert_eq!(said(Security, text), [], "{text}");
        }
    }

    #[test]
    fn entries_are_found_in_columns_by_their_heads() {
        let mut row = Piece::new(1, Shape::Row, "");
        let cell = |head: &str, text: &str| (head.to_owned(), text.to_owned());
        row.cells = vec![
            cell("Purpose", "Assessing your care"),
            cell("Lawful basis", "Public task"),
            cell("Shared with", "The hospital; your GP"),
            cell("Kept for", "8 years"),
        ];
        let found: Vec<_> = listed(Who, &row);
        assert_eq!(
            found,
            [
                (Purposes, "Assessing your care".to_owned()),
                (Recipients, "The hospital".to_owned()),
                (Recipients, "your GP".to_owned())
            ]
        );
        for (head, named) in [
            ("What we do", true),
            ("Activity", true),
            ("Our bins", false),
        ] {
            row.cells = vec![
                cell(head, "Safeguarding adults"),
                cell(if named { "Legal basis" } else { "Day" }, "Public task"),
            ];
            assert_eq!(listed(Who, &row).len(), usize::from(named), "{head}");
        }
    }
}
