//! Where a text stands in the files it was read from.

use std::path::Path;

use notice::{File, Question};

use crate::{Entry, Found};

/// A place in a file, by its start and length.
type Span = (usize, usize);

/// Returns the file that states what a finding concerns, with its place there: in its own answer, else as the value of a key, else in
/// prose. What a comment says is nobody's statement.
pub(super) fn find<'a>(files: &'a [File], found: &Found) -> Option<(&'a File, Span)> {
    let text = found.place.as_deref()?;
    let first = |place: &dyn Fn(&str) -> Option<Span>| {
        let mut places = files.iter().map(|file| (file, place(&file.text)));
        places.find_map(|(file, span)| Some((file, span?)))
    };
    let value = |file: &str| Some((value(file, text)?, text.len()));
    let entry = found.entry.as_ref();
    entry
        .and_then(|entry| match entry {
            Entry::Own(_) => said(files, text),
            _ => None,
        })
        .or_else(|| entry.and_then(|entry| first(&|file| in_entry(file, entry, text))))
        .or_else(|| first(&value))
        .or_else(|| first(&|file| locate(file, text)))
}

/// Finds what the notice itself says, or what it shares, outside any comment.
fn said<'a>(files: &'a [File], text: &str) -> Option<(&'a File, Span)> {
    let is_of_all = |file: &&File| Path::new(&file.name).ends_with("controllers.toml");
    let own = files.iter().filter(|file| !is_of_all(file));
    let place = |file: &str| {
        let places = file.match_indices(text).map(|(at, _)| at);
        let mut said = places.filter(|&at| is_whole(file, (at, text.len())));
        value(file, text).or_else(|| said.next())
    };
    own.filter_map(|file| Some((file, (place(&file.text)?, text.len()))))
        .next()
}

/// Lists the places of what a finding concerns: the one that [`find`] gives, and all others where the notice's own file states the
/// same, if it is so everywhere. What other files state may be for other notices.
pub(super) fn all<'a>(files: &'a [File], found: &Found) -> Vec<(&'a File, Span)> {
    let Some((file, first)) = find(files, found) else {
        return Vec::new();
    };
    let mut places = vec![(file, first)];
    let is_own = files.first().is_some_and(|own| own.name == file.name);
    let is_entry = matches!(found.entry, Some(Entry::Answer(_) | Entry::Contact));
    let everywhere = found.everywhere && !is_entry && is_own;
    if let Some(text) = found.place.as_deref().filter(|_| everywhere) {
        let same = file.text.match_indices(text).map(|(at, _)| at);
        let others = same.filter(|&at| at != first.0 && is_whole(&file.text, (at, text.len())));
        places.extend(others.map(|at| (file, (at, text.len()))));
        places.sort_by_key(|(_, span)| *span);
    }
    places
}

/// Says whether a text is all that a value, a paragraph or an item states, or an e-mail address, and in no comment. Of a name within
/// other words these are told.
fn is_whole(file: &str, (at, length): Span) -> bool {
    let line = file[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &file[line..at];
    let own = file[at + length..].lines().next().unwrap_or_default();
    let is_cut = |mark: Option<char>| mark.is_none_or(|mark| !mark.is_alphanumeric());
    let is_quoted = before.ends_with('"') && own.starts_with('"');
    let is_line = before.trim_matches(['-', '*', ' ']).is_empty() && own.trim().is_empty();
    let is_address = file[at..at + length].contains('@')
        && is_cut(before.chars().last())
        && is_cut(own.chars().next());
    !is_comment(file, at) && (is_quoted || is_line || is_address)
}

/// Finds where a text stands as a value.
fn value(file: &str, text: &str) -> Option<usize> {
    let quoted = format!("\"{text}\"");
    let mut places = file.match_indices(&quoted).map(|(at, _)| at);
    Some(places.find(|&at| !is_comment(file, at))? + 1)
}

/// Says whether a place stands behind the mark of a comment.
fn is_comment(file: &str, at: usize) -> bool {
    let line = file[..at].rfind('\n').map_or(0, |end| end + 1);
    file[line..at].trim_start().starts_with('#')
}

/// Finds a text in the entry that it belongs to.
fn in_entry(file: &str, entry: &Entry, text: &str) -> Option<Span> {
    let mut next = 0;
    let lines = file.split_inclusive('\n').map(|line| {
        next += line.len();
        (next - line.len(), line.trim())
    });
    // Tables begin at a line in brackets; the prose of a notice at its mark.
    let heads: Vec<(usize, &str)> = lines
        .filter(|(_, line)| line.starts_with('[') || line.starts_with("+++"))
        .collect();
    heads.iter().enumerate().find_map(|(at, (start, head))| {
        let end = heads.get(at + 1).map_or(file.len(), |(end, _)| *end);
        let table = &file[*start..end];
        let own = match entry {
            Entry::Answer(question) => head.starts_with("[[answer]]") && answers(table, *question),
            Entry::Contact => head.starts_with("[contacts."),
            Entry::Own(key) => head.trim_start_matches('[').split([']', '.']).next() == Some(key),
        };
        let (at, length) = own.then(|| match value(table, text) {
            Some(at) => Some((at, text.len())),
            None => locate(table, text),
        })??;
        Some((start + at, length))
    })
}

/// Says whether a table answers a question.
fn answers(table: &str, question: Question) -> bool {
    let name = format!("\"{}\"", <&str>::from(question));
    let mut pairs = table.lines().filter_map(|line| line.split_once('='));
    pairs.any(|(key, value)| key.trim() == "question" && value.trim().starts_with(&name))
}

/// Finds start and length of a text in a file, on one line; by its first words if marks of Markdown stand within it.
fn locate(file: &str, text: &str) -> Option<(usize, usize)> {
    let mut places = file.match_indices(text).map(|(at, _)| at);
    let first = places.clone().next();
    let said = places.find(|&at| !is_comment(file, at)).or(first);
    let whole = said.map(|at| (at, text.len()));
    let (start, length) = whole.or_else(|| {
        let head = &text[..text.floor_char_boundary(40)];
        let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
        (head.len() > 8).then(|| file.find(head).map(|at| (at, head.len())))?
    })?;
    let line = file[start..start + length].lines().next()?.len();
    Some((start, line))
}

/// Returns the column of a place, in characters, counted from one.
pub(super) fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].chars().count() + 1
}
