//! Prose of a notice.

use leptos::prelude::*;
use notice::{Block, Inline};

/// Renders paragraphs and lists.
pub(crate) fn prose(blocks: &[Block]) -> Vec<AnyView> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => view! { <p>{inline(text)}</p> }.into_any(),
            Block::List(items) => {
                let items = items
                    .iter()
                    .map(|item| view! { <li>{inline(item)}</li> })
                    .collect_view();
                view! { <ul>{items}</ul> }.into_any()
            }
        })
        .collect()
}

/// Returns the text with its phone numbers and postcodes kept on one line: a space between two digits becomes one that does not
/// break.
pub(super) fn together(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let kept = |(at, mark)| match mark {
        ' ' if at > 0 && digit(at - 1) && digit(at + 1) => '\u{a0}',
        mark => mark,
    };
    text.char_indices().map(kept).collect()
}

fn inline(text: &[Inline]) -> Vec<AnyView> {
    text.iter()
        .map(|run| match run {
            Inline::Text(text) => together(text).into_any(),
            Inline::Strong(text) => view! { <strong>{text.clone()}</strong> }.into_any(),
            Inline::Link { text, url } => {
                view! { <a href=url.clone()>{text.clone()}</a> }.into_any()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_whole_and_words_do_not() {
        assert_eq!(
            together("Call 01332 640763 on 3 May"),
            "Call 01332\u{a0}640763 on 3 May"
        );
        assert_eq!(together("Derby DE1 2FS"), "Derby DE1\u{a0}2FS");
        assert_eq!(together(" 1"), " 1");
    }
}
