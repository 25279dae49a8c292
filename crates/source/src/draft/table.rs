//! Tables that were drawn with tabs, bars or wide gaps.

use super::{
    columns, find,
    piece::{Piece, Shape},
    sort::section,
};

/// So many pieces of a page's edge may stand between the parts of a table.
const BETWEEN: usize = 3;

/// Lists the cells of a line, if it may be a row of a table.
pub(super) fn cells(line: &str) -> Option<Vec<&str>> {
    let cells: Vec<&str> = if is_barred(line) {
        line.trim()
            .trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect()
    } else if line.trim().contains('\t') {
        line.trim().split('\t').map(str::trim).collect()
    } else {
        wide(line.trim())
    };
    (cells.len() > 1).then_some(cells)
}

/// Says whether a line is drawn with bars, as Markdown draws tables.
fn is_barred(line: &str) -> bool {
    let line = line.trim();
    let bars = line.matches('|').count();
    line.contains(" | ") || (bars > 1 && line.starts_with('|')) || bars > 2
}

/// Says whether a line draws the rule under a table's head: `|---|:--:|`.
pub(super) fn is_rule(line: &str) -> bool {
    line.contains(['-', '=', '_']) && !line.contains(char::is_alphanumeric)
}

/// Lists the parts between gaps of three spaces and more.
fn wide(line: &str) -> Vec<&str> {
    line.split("   ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Returns a row in words: each cell behind the head of its column. Empty cells say nothing.
pub(super) fn row(head: Option<&[&str]>, cells: &[&str]) -> String {
    let said = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let said = said.map(|(at, cell)| match head.and_then(|head| head.get(at)) {
        Some(head) if !head.is_empty() => format!("{head}: {cell}"),
        _ => (*cell).to_owned(),
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What a source itself says of the first row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstRow {
    /// Nothing: its words have to tell.
    Untold,
    /// It is marked as the heads of the columns.
    Head,
    /// It is marked as the other rows are.
    Row,
}

/// Says whether the first row names the columns: every cell is a few words with no figure in it, or is known as a head, and none is
/// of the kind of those below it.
pub(super) fn has_head(rows: &[Vec<&str>]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let known = first.iter().filter(|cell| is_known_head(cell)).count();
    let named = first.iter().enumerate().all(|(at, cell)| {
        let bare = without_brackets(cell);
        // The corner of a table says nothing.
        (at == 0 && cell.is_empty() && known + 1 == first.len())
            || is_known_head(cell)
            || (1..=8).contains(&cell.split_whitespace().count())
                && (!bare.contains(|mark: char| mark.is_ascii_digit()) || is_article(cell))
                && (!cell.ends_with('.') || is_short(cell))
    });
    // "Visit form | seven years" is a row as any other, whatever stands below it.
    let lasts = |cell: &&str| !find::periods(&without_brackets(cell)).is_empty();
    let is_row = first.iter().any(lasts)
        || is_of_bases(rows)
        || is_document_control(rows)
        || is_of_their_kind(first, rest, known > 0);
    named && !rest.is_empty() && !is_row
}

/// Returns a text without what stands in its brackets: “Kept for (years, from 2018)”.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for mark in text.chars() {
        depth += usize::from(mark == '(');
        if depth == 0 {
            out.push(mark);
        }
        depth = depth.saturating_sub(usize::from(mark == ')'));
    }
    out
}

/// Says whether a cell is a head as tables of notices have them, in however many words a question takes.
fn is_known_head(cell: &str) -> bool {
    let bare = without_brackets(cell);
    let words = bare.split_whitespace().count();
    let asks = bare.trim_end().ends_with('?') || {
        let first = bare.split_whitespace().next().unwrap_or_default();
        matches!(
            &*first.to_lowercase(),
            "what" | "who" | "whom" | "why" | "where" | "how" | "which" | "when"
        )
    };
    (words <= 8 || (asks && words <= 20))
        && !bare.ends_with('.')
        && !bare.contains(|mark: char| mark.is_ascii_digit())
        && columns::is_head(bare.trim())
}

/// Says whether a cell of a row is of the same kind as those below it: whoever names a column does not go on as its cells do.
/// `is_named` says that another cell is known as a head.
fn is_of_their_kind(first: &[&str], rest: &[Vec<&str>], is_named: bool) -> bool {
    let begins = |cell: &str, list: &[&str]| {
        let word = cell.split_whitespace().next().unwrap_or_default();
        list.contains(&&*word.to_lowercase())
    };
    let determined = |cell: &str| begins(cell, &["the", "your", "our", "any", "a", "an", "their"]);
    let comes_again = |row: &Vec<&str>| row.as_slice() == first;
    first.iter().enumerate().any(|(at, cell)| {
        let below = rest.iter().filter(|row| !comes_again(row));
        let below = below.filter_map(|row| row.get(at).copied());
        let below: Vec<&str> = below.filter(|it| !it.is_empty()).collect();
        if cell.is_empty() || below.is_empty() {
            return false;
        }
        let all = |is: &dyn Fn(&str) -> bool| is(cell) && below.iter().all(|it| is(it));
        let half = |is: &dyn Fn(&str) -> bool| {
            is(cell) && below.iter().filter(|it| is(it)).count() * 2 >= below.len()
        };
        let aims = |it: &str| {
            let second = it.split_whitespace().nth(1).unwrap_or_default();
            begins(it, &["to"]) && !matches!(second, "whom" | "who" | "what" | "which")
        };
        let based = |it: &str| !find::bases_of_ground(it).is_empty();
        let is_body = |it: &str| find::body_alone(it).is_some();
        let same = below.iter().any(|it| it.eq_ignore_ascii_case(cell));
        all(&aims)
            || all(&based)
            || same && !is_known_head(cell)
            || !is_named && (half(&is_body) || half(&determined))
    })
}

/// Says whether each row, the first too, says what is done, and on which basis: “Proving that you have your degree | Public task”.
fn is_of_bases(rows: &[Vec<&str>]) -> bool {
    let based = |cells: &&Vec<&str>| {
        cells.len() == 2
            && find::bases_of_ground(cells[0]).is_empty()
            && !find::bases_of_ground(cells[1]).is_empty()
    };
    rows.len() > 1 && rows.iter().all(|cells| based(&cells))
}

/// Says whether rows tell of a text who owns it, of which day it is and when it is gone through, each behind its label: the first is
/// a row as any other.
fn is_document_control(rows: &[Vec<&str>]) -> bool {
    let paired = rows.iter().all(|cells| cells.len() == 2);
    let dates = |text: &str| find::dated(std::iter::once((1, text))).is_dated();
    // Below a column's head "Reviewed" stand the days of other things.
    let of_itself = |cells: &Vec<&str>| {
        let bare = cells[0].trim_end_matches(':');
        dates(&format!("{bare}: {}", cells[1])) && !dates(cells[1])
    };
    let headed = |head: &str| dates(&format!("{head}: 1 May 2000"));
    paired && !headed(rows[0][1]) && rows.iter().skip(1).any(of_itself)
}

/// Says whether a head is a word cut short: “Ref.”, “No.”
fn is_short(head: &str) -> bool {
    matches!(
        head.to_lowercase().as_str(),
        "ref." | "no." | "nos." | "item no." | "ref. no." | "cat." | "org." | "dept."
    )
}

/// Says whether a head names an article and nothing more: “UK GDPR Article 6”, “Lawful basis (Article 6)”.
fn is_article(head: &str) -> bool {
    let lower = head.to_lowercase();
    let mut words = lower.split(|mark: char| !mark.is_alphanumeric());
    let own = [
        "",
        "uk",
        "gdpr",
        "article",
        "art",
        "6",
        "9",
        "1",
        "lawful",
        "legal",
        "basis",
        "condition",
        "under",
        "the",
        "special",
        "category",
        "if",
        "any",
    ];
    lower.contains("art") && words.all(|word| own.contains(&word))
}

/// Says whether each row says something of what its first cell names, as a heading would: “Who we share it with | Your landlord”.
fn is_keyed(rows: &[(usize, Vec<&str>)]) -> bool {
    let named = |cells: &Vec<&str>| cells.first().is_some_and(|it| section(it).is_some());
    let paired = rows.iter().all(|(_, cells)| cells.len() == 2);
    paired && rows.iter().filter(|(_, cells)| named(cells)).count() > 2
}

/// Gives the rows of a table that goes on over a page, where its heads are not said again, the heads of the rows above them: so many
/// cells, in the same section.
pub(super) fn carried_on(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut heads: Vec<String> = Vec::new();
    let mut since = 0;
    for piece in &mut pieces {
        if piece.shape != Shape::Row {
            since += 1;
            // What a page has at its edge may stand between; what begins a section ends a table.
            let ends = since > BETWEEN || (piece.is_heading() && section(&piece.text).is_some());
            if ends || piece.text.ends_with(':') {
                heads.clear();
            }
            continue;
        }
        since = 0;
        let bare = piece.cells.iter().all(|(head, _)| head.is_empty());
        if !bare {
            heads = piece.cells.iter().map(|(head, _)| head.clone()).collect();
        } else if !heads.is_empty() && heads.len() == piece.cells.len() {
            for ((own, _), head) in piece.cells.iter_mut().zip(&heads) {
                own.clone_from(head);
            }
            let own: Vec<&str> = heads.iter().map(String::as_str).collect();
            let cells: Vec<&str> = piece.cells.iter().map(|(_, it)| it.as_str()).collect();
            piece.text = row(Some(&own), &cells);
        } else {
            heads.clear();
        }
    }
    pieces
}

/// Lists the rows of a table as pieces. The heads of its columns stand in each row, and by themselves where no row would say them.
pub(super) fn pieces(rows: &[(usize, Vec<&str>)], first: FirstRow) -> Vec<Piece> {
    if first != FirstRow::Head && is_keyed(rows) {
        let said = rows
            .iter()
            .filter(|(_, cells)| cells.iter().any(|it| !it.is_empty()));
        let said = said.map(|(line, cells)| {
            let parts: Vec<&str> = cells.iter().copied().filter(|it| !it.is_empty()).collect();
            Piece::new(*line, Shape::Paragraph, parts.join(": "))
        });
        return said.collect();
    }
    let cells: Vec<Vec<&str>> = rows.iter().map(|(_, cells)| cells.clone()).collect();
    let has_head = match first {
        FirstRow::Untold => has_head(&cells),
        FirstRow::Head => cells.len() > 1,
        FirstRow::Row => false,
    };
    let head = has_head.then(|| cells[0].as_slice());
    // What a head would say, where none stands there.
    let implied = is_of_bases(&cells).then_some(["What we do", "Lawful basis"]);
    let said = |at: usize| {
        cells[1..]
            .iter()
            .any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))
    };
    let all_said = head.is_some_and(|head| (0..head.len()).all(said));
    let row = |at: usize, cells: &Vec<&str>| {
        let head = head.filter(|_| at > 0);
        let mut piece = Piece::new(rows[at].0, Shape::Row, row(head, cells));
        let implied = implied.as_ref().map(|heads| heads.as_slice());
        let heads = head.or(implied).unwrap_or_default().iter().copied();
        let rest = std::iter::repeat("");
        piece.cells = heads
            .chain(rest)
            .zip(cells)
            .map(|(head, cell)| (head.to_owned(), (*cell).to_owned()))
            .collect();
        piece
    };
    let all = cells.iter().enumerate().skip(usize::from(all_said));
    all.map(|(at, cells)| row(at, cells))
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::has_head;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn headed(rows: &str) -> bool {
        let rows: Vec<Vec<&str>> = rows
            .split('\n')
            .map(|row| row.split('|').map(str::trim).collect())
            .collect();
        has_head(&rows)
    }

    #[test]
    fn heads_name_their_columns() {
        for rows in [
            "Organisation | Reason\nThe police | To find thieves",
            "Record | How long\nTenancies | 6 years",
            "Purpose | Lawful basis\nBilling | Public task\nLetting | Contract",
            // What asks is long.
            "What kinds of personal information do we hold and use about you? | Why?\nYour name | To find you",
            "Record | Kept for (years, from 2018)\nTenancies | 6 years",
            "| Purpose | Shared with\nRents | To bill you | The bank",
            "To whom | For what\nTo the bank | To bill you",
            // A head that comes again on the next page.
            "Team | Task\nHousing | Letting\nTeam | Task\nParks | Mowing",
            "Team | Task\nHousing | Letting",
        ] {
            assert!(headed(rows), "{rows}");
        }
    }

    #[test]
    fn a_row_like_the_others_names_no_column() {
        for rows in [
            "Finding you | To send letters\nBilling | To take the rent",
            "To send letters | Housing team\nTo take the rent | Rents team",
            "Letting | Public task | Housing\nBilling | Contract | Rents",
            "The police | Thefts\nThe coroner | Deaths",
            "Your doctor | Health\nYour bank | Rent\nThe courts | Claims",
            "Overton Council | Letting\nMarlow Council | Parks",
            "Letting | Housing team\nBilling | Housing team",
            "Tenancies | six years\nRents | two years",
        ] {
            assert!(!headed(rows), "{rows}");
        }
    }
}
