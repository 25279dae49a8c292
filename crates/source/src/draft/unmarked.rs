//! Lists whose items stand one below the other and have no marks, as they do where a page was copied as plain text.

use notice::SectionId;

use super::{
    find,
    label::is_label,
    leads::leads_to,
    line::Line,
    marks::{Lead, lead},
    piece::{Piece, Shape},
    shape::lettered,
    sort::section,
};

/// An item has so many words at most.
const WORDS: usize = 12;

/// Says how many lines from `at` on are items of such a list: it stands right under a heading of a section that lists things, or a
/// sentence that leads up to them, and ends with a gap or at the next heading.
pub(super) fn unmarked(last: Option<&Piece>, lines: &[Line], at: usize) -> usize {
    let Some(last) = last else {
        return 0;
    };
    let led = || {
        (last.shape == Shape::Paragraph && last.text.ends_with(':')).then(|| leads_to(&last.text))
    };
    let under = if last.is_heading() {
        section(&last.text)
    } else {
        led().flatten()
    };
    let Some(under) = under else {
        return 0;
    };
    let lists = [
        SectionId::Data,
        SectionId::Sources,
        SectionId::Recipients,
        SectionId::Rights,
        SectionId::Purposes,
    ];
    if !lists.contains(&under) {
        return 0;
    }
    let mut end = at;
    while end < lines.len()
        && (end == at || !lines[end].gap)
        && is_item(&lines[end], under)
        && !is_lettered(lines, end)
    {
        end += 1;
    }
    // What goes on below the last item is another paragraph, not a list.
    let closed = lines.get(end).is_none_or(|next| {
        next.gap
            || section(&next.text).is_some_and(|id| id != under)
            || lead(&next.text).0 != Lead::None
    });
    if end - at > 1 && closed { end - at } else { 0 }
}

/// Says whether a capital counts a line, as those beside it: such a list has its marks.
fn is_lettered(lines: &[Line], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &lines[at]);
    lettered(&lines[at], before, lines.get(at + 1)).is_some()
}

/// Says whether a line names a thing, and says nothing of it.
fn is_item(line: &Line, under: SectionId) -> bool {
    let text = line.text.trim_end_matches([';', ',']);
    let words = text.split_whitespace().count();
    let rights = under == SectionId::Rights && is_right(text);
    let heads = !rights && section(text).is_some_and(|id| id != under);
    let first = text.split_whitespace().next().unwrap_or_default();
    let speaks = matches!(
        first,
        "We" | "You"
            | "It"
            | "This"
            | "These"
            | "They"
            | "There"
            | "If"
            | "When"
            | "Please"
            | "Our"
            | "No"
            | "Yes"
            | "None"
            | "Article"
    );
    // "To keep pupils safe (legal obligation)": an aim may tell its basis.
    let aim = under == SectionId::Purposes && first == "To";
    (1..=WORDS).contains(&words)
        && !line.full
        && !line.crossed
        && lead(&line.text).0 == Lead::None
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ':', '?', '!'])
        && !text.contains(['@', '\t', '|'])
        && (aim || !is_label(text))
        && !speaks
        && !heads
        && find::phones(text).is_empty()
        && find::addresses(text).is_empty()
        && (aim || find::bases(text).is_empty())
}

fn is_right(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("right ") || lower.starts_with("the right ")
}

/// Lists the lines as pieces.
pub(super) fn items(lines: &[Line]) -> impl Iterator<Item = Piece> + '_ {
    lines.iter().map(|line| {
        Piece::new(
            line.number,
            Shape::Bullet,
            line.text.split_whitespace().collect::<Vec<_>>().join(" "),
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::draft::{clean::clean, piece::Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// The items of a text's lists.
    fn items(text: &str) -> Vec<String> {
        let pieces = clean(text).list.into_iter();
        let items = pieces.filter(|piece| piece.shape == Shape::Bullet);
        items.map(|piece| piece.text).collect()
    }

    #[test]
    fn lines_under_a_heading_that_lists_things_are_items() {
        let text = "Licences\n\nWho we share it with\nDVLA\nOverton Police\nThe courts\n\nSecurity\nLocks and keys\nOn all doors";
        assert_eq!(items(text), ["DVLA", "Overton Police", "The courts"]);
        let text = "Licences\nYour rights\nRight of access\nRight to object\nContact\nlicences@overton.example";
        assert_eq!(items(text), ["Right of access", "Right to object"]);
        let text = "Visitors\n\nWhy\nTo keep pupils safe (legal obligation: Education Act 2002)\nTo thank volunteers (consent)\n\nKept";
        assert_eq!(items(text).len(), 2);
        for text in [
            "Licences\n\nWho we share it with\nA. DVLA\nB. the police\nC. the courts\n",
            "Licences\n\nWho we share it with\n\nI. DVLA\nII. the police\nIII. the courts\n",
        ] {
            assert_eq!(items(text), ["DVLA", "the police", "the courts"]);
        }
        let text = "Licences\n\nWho we share it with\nA. Braithwaite\nO. Penhaligon\nThe courts\n";
        assert_eq!(
            items(text),
            ["A. Braithwaite", "O. Penhaligon", "The courts"]
        );
        let text =
            "Licences\n\nWho we share it with\nWe tell the police of every\nTheft that we hear of";
        assert_eq!(items(text), [""; 0]);
    }

    #[test]
    fn labels_before_tabs_and_bold_lines_are_what_they_stand_for() {
        let pieces = clean(
            "Badges\n\nRetention:\t3 years\nSources:\tYou; the DWP\n\n**Your rights**\n\nAsk us.",
        )
        .list;
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Badges",
                "Retention: 3 years",
                "Sources: You; the DWP",
                "Your rights",
                "Ask us."
            ]
        );
        assert!(pieces[3].is_heading());
    }
}
