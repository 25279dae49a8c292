//! Tables of a page: which hold facts, and what their cells say.

use scraper::{ElementRef, Node};

use super::{DEPTH, block::is_block, drawn::SILENT, line_of, words};

/// Whether a table says facts in rows, and is no frame for the page's layout.
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

/// The text of a cell, its items and lines kept apart, and its links' addresses behind their words.
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
