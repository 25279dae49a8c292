//! What an import has left in the source's words: not entered yet, which is not the same as not said.

use notice::{Block, Inline, Notice};

use super::{
    Found, Mark, Mention, Rule,
    text::{MARK, has, marks, plain, sentences},
};

/// Says of what a rule misses where the source speaks of it, as long as that waits in the draft to be written again.
pub(super) fn mark_pending(rule: &Rule, notice: &Notice, found: Vec<Found>) -> Vec<Found> {
    let Some(mention) = &rule.mention else {
        return found;
    };
    if !found.iter().any(|it| it.mark == Mark::Missing) {
        return found;
    }
    let marks = waiting(notice, mention);
    let Some(first) = marks.first() else {
        return found;
    };
    let mut lines: Vec<&str> = marks.iter().filter_map(|mark| line(mark)).collect();
    // The rows of a table have one line.
    lines.dedup();
    lines.truncate(3);
    let lines = match &lines[..] {
        [] => return found,
        [one] => format!("line {one}"),
        [most @ .., last] => format!("lines {} and {last}", most.join(", ")),
    };
    let pending = |it: Found| match it.mark {
        Mark::Missing => Found {
            message: format!("Not entered yet: the source speaks of this in {lines}"),
            place: Some((*first).to_owned()),
            pending: true,
            ..it
        },
        _ => it,
    };
    let mut found: Vec<Found> = found.into_iter().map(pending).collect();
    found.dedup();
    found
}

/// Says how many paragraphs of a notice an import has left to be written again.
#[must_use]
pub fn left_to_rewrite(notice: &Notice) -> usize {
    marks(notice).count()
}

/// Lists the marks of the paragraphs that speak of it.
fn waiting<'a>(notice: &'a Notice, mention: &Mention) -> Vec<&'a str> {
    let paragraphs = notice.sections.iter().flat_map(|section| {
        section.body.iter().filter_map(move |block| match block {
            Block::Paragraph(runs) => match &runs[..] {
                [Inline::Strong(mark), rest @ ..] if mark.starts_with(MARK) => {
                    Some((section.id, mark.as_str(), rest))
                }
                _ => None,
            },
            Block::List(_) => None,
        })
    });
    let says = |rest: &[Inline]| {
        let text = plain(rest);
        sentences(&text).any(|sentence| {
            has(sentence, mention.words)
                && (mention.beside.is_empty() || has(sentence, mention.beside))
        })
    };
    paragraphs
        .filter(|(id, _, rest)| Some(*id) == mention.section || says(rest))
        .map(|(_, mark, _)| mark)
        .collect()
}

/// Returns the line of the source that a mark gives.
fn line(mark: &str) -> Option<&str> {
    mark.strip_prefix(MARK)?
        .split_once(')')
        .map(|(line, _)| line)
}
