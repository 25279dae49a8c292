//! Where a text stands in the files it was read from.

use notice::File;

/// Returns the file that states a text, with its place there: as the value of a key if there is one, else in prose.
pub(super) fn find<'a>(files: &'a [File], text: &str) -> Option<(&'a File, (usize, usize))> {
    let quoted = format!("\"{text}\"");
    let value = |file: &&File| file.text.contains(&quoted);
    if let Some(file) = files.iter().find(value) {
        let start = file.text.find(&quoted)? + 1;
        return Some((file, (start, text.len())));
    }
    let mut places = files.iter().map(|file| (file, locate(&file.text, text)));
    places.find_map(|(file, span)| Some((file, span?)))
}

/// Finds start and length of a text in a file, on one line; by its first words if marks of Markdown stand within it.
fn locate(file: &str, text: &str) -> Option<(usize, usize)> {
    let whole = file.find(text).map(|at| (at, text.len()));
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
