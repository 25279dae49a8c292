//! What an import has left in the source's words: not entered yet, which is not the same as not said.

use notice::{Block, Inline, Notice};

use super::{
    Found, Mark, Mention, Rule,
    text::{MARK, has, plain, sentences},
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
    let mut places: Vec<&str> = marks.iter().filter_map(|mark| place(mark)).collect();
    // The rows of a table have one line.
    places.dedup();
    places.truncate(3);
    if places.is_empty() {
        return found;
    }
    let places = named(&places);
    let pending = |it: Found| match it.mark {
        Mark::Missing => Found {
            message: format!("Not entered yet: the source speaks of this {places}"),
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

/// Returns the place in the source that a mark gives: “line 4”, “page 2, under “Your rights””.
fn place(mark: &str) -> Option<&str> {
    let inside = mark.strip_prefix(MARK)?.rsplit_once(')');
    inside.map(|(place, _)| place)
}

/// Says where several places are.
fn named(places: &[&str]) -> String {
    let lines: Option<Vec<&str>> = places.iter().map(|it| it.strip_prefix("line ")).collect();
    match lines.as_deref() {
        Some([one]) => format!("in line {one}"),
        Some([most @ .., last]) => format!("in lines {} and {last}", most.join(", ")),
        _ => format!("here: {}", places.join("; ")),
    }
}
