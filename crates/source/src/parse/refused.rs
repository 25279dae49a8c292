//! What prose cannot have, and what to write in its place.

use pulldown_cmark::{Event, Tag};

/// Says what a thing is called, and what to write in its place.
pub(super) fn refused(event: &Event<'_>) -> (&'static str, &'static str) {
    match event {
        Event::Start(Tag::Heading { .. }) => (
            "a heading of this level",
            "Start the line with exactly two hashes: ## Heading {#retention}.",
        ),
        Event::Start(Tag::List(Some(_))) => (
            "a numbered list",
            "Start each line with `- `: the order then goes without numbers.",
        ),
        Event::Start(Tag::List(None)) => (
            "a list within a list",
            "Make it one list, or two with a paragraph between them.",
        ),
        Event::Start(Tag::Table(_)) => (
            "a table",
            "Write a bullet list, or put the facts in the front matter.",
        ),
        Event::Start(Tag::Image { .. }) => ("a picture", "Say it in words."),
        Event::Start(Tag::BlockQuote(_)) => (
            "a quotation block",
            "Write a plain paragraph: take the `>` away.",
        ),
        Event::Start(Tag::CodeBlock(_)) => (
            "a block of code",
            "Take the spaces or backticks at the start of the line away.",
        ),
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
            ("a footnote", "Put its text where it is needed.")
        }
        Event::Start(Tag::Emphasis) => (
            "italic text",
            "Take the single `*` or `_` away, or write **bold**.",
        ),
        Event::Start(Tag::Strikethrough) => (
            "text struck out",
            "Remove the text: a notice says what holds today.",
        ),
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => (
            "HTML",
            "Write Markdown: **bold**, [link](https://…), bullet lists.",
        ),
        Event::Code(_) => ("code", "Take the backticks away."),
        Event::HardBreak => (
            "a line break",
            "Take the spaces or `\\` at the end of the line away, or start a new paragraph.",
        ),
        Event::Rule => ("a line across", "Start a section with a heading instead."),
        Event::TaskListMarker(_) => ("a tick box", "Take the square brackets away."),
        _ => (
            "this",
            "Write headings, paragraphs, bullet lists, **bold** and [links](https://…) only.",
        ),
    }
}
