//! Prose of a notice.

use leptos::prelude::*;

use crate::notice::{Block, Inline};

/// Paragraphs and lists.
pub fn prose(blocks: &[Block]) -> Vec<AnyView> {
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

fn inline(text: &[Inline]) -> Vec<AnyView> {
    text.iter()
        .map(|run| match run {
            Inline::Text(text) => text.clone().into_any(),
            Inline::Strong(text) => view! { <strong>{text.clone()}</strong> }.into_any(),
            Inline::Link { text, url } => {
                view! { <a href=url.clone()>{text.clone()}</a> }.into_any()
            }
        })
        .collect()
}
