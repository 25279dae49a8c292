//! The elements of a page with the lines on which they begin, read as a browser reads them.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
        states::RawKind::{self, Rawtext, Rcdata, ScriptData},
    },
};

/// An element.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// The first line is 1.
    pub line: u64,
    /// In lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What a script or a style says; empty in others.
    pub text: String,
}

impl Element {
    /// Returns an attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes();
        all.find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Lists names, in lower case, and values.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.attributes.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Lists the elements of a page, in the order of their start tags. Comments have none.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let reader = Tokenizer::new(Reader::default(), Default::default());
    // Scripts are read and not run: nothing stops it before the end.
    let _ = reader.feed(&input);
    reader.end();
    reader.sink.0.into_inner().found
}

/// Keeps what the tokenizer finds.
#[derive(Default)]
struct Reader(RefCell<Reading>);

#[derive(Default)]
struct Reading {
    found: Vec<Element>,
    /// Where the piece before has ended, and what comes next begins.
    line: u64,
    /// Within a script or a style.
    is_inside: bool,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        let begins = reading.line.max(1);
        reading.line = line;
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let raw = raw(&tag.name);
                reading.is_inside = matches!(&*tag.name, "script" | "style");
                reading.found.push(element(&tag, begins));
                raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
            }
            Token::TagToken(_) => {
                reading.is_inside = false;
                TokenSinkResult::Continue
            }
            Token::CharacterTokens(text) => {
                if reading.is_inside
                    && let Some(last) = reading.found.last_mut()
                {
                    last.text.push_str(&text);
                }
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Says how the content of an element is read, where it holds no elements.
fn raw(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" => Some(Rawtext),
        "textarea" | "title" => Some(Rcdata),
        _ => None,
    }
}

fn element(tag: &Tag, line: u64) -> Element {
    let attributes = tag.attrs.iter();
    let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
    Element {
        line,
        name: tag.name.to_string(),
        attributes: attributes.collect(),
        text: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_have_the_lines_on_which_they_begin() {
        let html = "<!doctype html>\n<HTML>\r\n<p\n  class=a\n  Style='x'>Text\ntext <b>bold</b>\n\n<!-- <i>\n -->\n<br/><img\nsrc=y>\n<title>\n<u></title><hr>";
        let found = elements(html);
        let seen: Vec<_> = found.iter().map(|it| (&*it.name, it.line)).collect();
        assert_eq!(
            seen,
            [
                ("html", 2),
                ("p", 3),
                ("b", 6),
                ("br", 10),
                ("img", 10),
                ("title", 12),
                ("hr", 13)
            ]
        );
        assert_eq!(found[1].attribute("style"), Some("x"));
        assert_eq!(found[1].attribute("id"), None);
    }

    #[test]
    fn a_script_is_text_to_its_end() {
        let html = "<script>if (a < b) document.write('<p onclick=x>');\n</script>\n<style>a > b {}</style><p>c";
        let found = elements(html);
        let seen = found.iter().map(|it| (&*it.name, &*it.text, it.line));
        let seen: Vec<_> = seen.collect();
        assert_eq!(
            seen,
            [
                ("script", "if (a < b) document.write('<p onclick=x>');\n", 1),
                ("style", "a > b {}", 3),
                ("p", "", 3)
            ]
        );
    }
}
