//! Tables that were drawn with tabs, bars or wide gaps.

use super::{
    find,
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

/// Says whether the first row names the columns: every cell is a few words with no figure in it, and another row is longer
/// somewhere or has figures.
pub(super) fn has_head(rows: &[Vec<&str>]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let named = first.iter().all(|cell| {
        (1..=8).contains(&cell.split_whitespace().count())
            && (!cell.contains(|mark: char| mark.is_ascii_digit()) || is_article(cell))
            && (!cell.ends_with('.') || is_short(cell))
    });
    // "Visit form | seven years" is a row as any other, whatever stands below it.
    let lasts = |cell: &&str| !find::periods(cell).is_empty();
    let is_row = first.iter().any(lasts) || is_of_bases(rows) || is_document_control(rows);
    named && !rest.is_empty() && !is_row
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
pub(super) fn pieces(rows: &[(usize, Vec<&str>)]) -> Vec<Piece> {
    if is_keyed(rows) {
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
    let head = has_head(&cells).then(|| cells[0].as_slice());
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
