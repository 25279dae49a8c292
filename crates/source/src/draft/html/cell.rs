//! Tables of a page: which hold facts, and what their cells say.

use scraper::{ElementRef, Node};

use super::{DEPTH, block::is_block, drawn::SILENT, line_of, words};
use crate::draft::{lines::LineFinder, table::FirstRow};

/// A cell goes on over so many rows or columns at most.
const SPAN: usize = 50;

/// The cells of a row, with its line.
pub(super) type TextRow = (usize, Vec<String>);

/// What goes on in a column: its text, and in how many more rows.
type Down = Vec<Option<(String, usize)>>;

/// Lists the rows of a table, each with its line. A cell that goes on over several rows is said in each of them, so that every
/// cell stands in its own column; several rows of heads are made one. Says what the page marks the first row as.
pub(super) fn rows(table: ElementRef<'_>, lines: &mut LineFinder<'_>) -> (Vec<TextRow>, FirstRow) {
    let mut rows: Vec<TextRow> = Vec::new();
    let mut keyed = 0;
    let mut down: Down = Vec::new();
    let mut heads = 0;
    let all = table.descendants().filter_map(ElementRef::wrap);
    for row in all.filter(|it| it.value().name() == "tr") {
        let cells = row.children().filter_map(ElementRef::wrap);
        let cells: Vec<ElementRef<'_>> = cells
            .filter(|it| matches!(it.value().name(), "td" | "th"))
            .collect();
        let is_th = |it: &&ElementRef<'_>| it.value().name() == "th";
        let says = |it: &&ElementRef<'_>| it.text().any(|text| !text.trim().is_empty());
        // The corner may be an empty cell.
        let named =
            cells.iter().any(|it| is_th(&it)) && cells.iter().all(|it| is_th(&it) || !says(&it));
        // A cell that names its row: “Who we share it with”, and who.
        let names_row = !named && cells.first().is_some_and(|it| is_th(&it));
        keyed += usize::from(names_row && keyed == rows.len());
        let is_head = named && heads == rows.len();
        heads += usize::from(is_head);
        let mut out = Vec::new();
        let mut at = None;
        for it in cells {
            let first = it.text().find(|text| !text.trim().is_empty());
            at.get_or_insert(lines.find(first.unwrap_or_default()));
            go_on(&mut out, &mut down);
            let text = cell(it);
            let rest = span(it, "rowspan") - 1;
            for column in 0..span(it, "colspan") {
                // A head is over each of its columns.
                let text = if column == 0 || is_head {
                    text.clone()
                } else {
                    String::new()
                };
                let place = out.len();
                down.resize(down.len().max(place + 1), None);
                down[place] = (rest > 0).then(|| (text.clone(), rest));
                out.push(text);
            }
        }
        go_on(&mut out, &mut down);
        rows.push((at.unwrap_or_else(|| lines.find("")), out));
    }
    let first = match (heads, keyed) {
        (1.., _) if heads < rows.len() => FirstRow::Head,
        (0, 2..) if keyed == rows.len() => FirstRow::Row,
        _ => FirstRow::Untold,
    };
    if heads > 1 && heads < rows.len() {
        let (line, head) = (rows[0].0, merged(&rows[..heads]));
        rows.splice(..heads, [(line, head)]);
    }
    (rows, first)
}

/// Puts down what goes on from above in the next columns.
fn go_on(out: &mut Vec<String>, down: &mut Down) {
    while let Some(Some((text, rest))) = down.get_mut(out.len()) {
        let place = out.len();
        out.push(text.clone());
        *rest -= 1;
        if *rest == 0 {
            down[place] = None;
        }
    }
}

fn span(cell: ElementRef<'_>, name: &str) -> usize {
    let said = cell
        .value()
        .attr(name)
        .and_then(|it| it.trim().parse().ok());
    said.unwrap_or(1).clamp(1, SPAN)
}

/// Rows of heads as one: what each says of a column, once.
fn merged(rows: &[(usize, Vec<String>)]) -> Vec<String> {
    let columns = rows
        .iter()
        .map(|(_, row)| row.len())
        .max()
        .unwrap_or_default();
    let column = |at: usize| {
        let mut said: Vec<&str> = Vec::new();
        for text in rows.iter().filter_map(|(_, row)| row.get(at)) {
            if !text.is_empty() && !said.contains(&text.as_str()) {
                said.push(text);
            }
        }
        said.join(", ")
    };
    (0..columns).map(column).collect()
}

/// Says whether raised text is the number of a note, which leads to it.
pub(super) fn is_note(raised: ElementRef<'_>) -> bool {
    let inside = raised.descendants().filter_map(ElementRef::wrap);
    let around = raised.ancestors().filter_map(ElementRef::wrap).take(2);
    let leads = |it: ElementRef<'_>| {
        let url = it.value().attr("href").unwrap_or_default();
        it.value().name() == "a" && url.starts_with('#')
    };
    let text: String = raised.text().collect();
    let bare = text.trim();
    let short = !bare.is_empty() && bare.len() <= 3 && bare.chars().all(char::is_alphanumeric);
    short && inside.chain(around).any(leads)
}

/// Says whether a table says facts in rows, and is no frame for the page's layout.
pub(super) fn is_data(table: ElementRef<'_>) -> bool {
    let mut parts = table.descendants().skip(1).filter_map(ElementRef::wrap);
    let layout = parts.any(|part| {
        let name = part.value().name();
        matches!(
            name,
            "table" | "h1" | "h2" | "h3" | "form" | "main" | "article" | "nav"
        ) || (matches!(name, "td" | "th") && part.text().map(str::len).sum::<usize>() > 1500)
    });
    !layout
}

/// Returns the text of a cell, its items and lines kept apart, and its links' addresses behind their words.
pub(super) fn cell(cell: ElementRef<'_>) -> String {
    let mut out = String::new();
    fill(&mut out, cell, 0);
    words(&out).trim_end_matches([';', ' ']).to_owned()
}

fn fill(out: &mut String, element: ElementRef<'_>, depth: usize) {
    if depth > DEPTH {
        out.extend(element.text());
        return;
    }
    let name = element.value().name();
    if SILENT.contains(&name) {
        return;
    }
    if name == "br" || is_block(name) {
        out.push(' ');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&line_of(text)),
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    fill(out, child, depth + 1);
                }
            }
        }
    }
    if is_block(name) {
        out.push(' ');
    }
    let url = element
        .value()
        .attr("href")
        .filter(|url| name == "a" && url.starts_with("https://"));
    if let Some(url) = url {
        out.push_str(&format!(" ({url})"));
    }
    let end = out.trim_end().len();
    if name == "li" && out[..end].ends_with(|mark: char| mark.is_alphanumeric() || mark == ')') {
        out.truncate(end);
        out.push_str("; ");
    }
}
