//! What the styles of a document say of its paragraphs.

use std::collections::HashMap;

use roxmltree::Node;

use super::{Refused, child, is_on, own, parse, value};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphStyle {
    /// Level of a heading.
    pub level: Option<u8>,
    /// An item of a list.
    pub item: bool,
    pub bold: bool,
    /// A line of the table of contents.
    pub contents: bool,
}

/// The styles of a document, by their ids.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, ParagraphStyle>);

impl Styles {
    pub(super) fn read(text: Option<&str>) -> Result<Self, Refused> {
        let Some(text) = text else {
            return Ok(Self::default());
        };
        let document = parse(text)?;
        let nodes = document.root_element().children();
        let named: Vec<(String, Option<String>, ParagraphStyle)> = nodes
            .filter(|it| it.tag_name().name() == "style")
            .filter_map(|node| {
                let based = child(node, "basedOn").and_then(|it| value(it, "val"));
                Some((
                    value(node, "styleId")?.to_owned(),
                    based.map(str::to_owned),
                    style(node),
                ))
            })
            .collect();
        let all: HashMap<&str, (&Option<String>, ParagraphStyle)> = named
            .iter()
            .map(|(id, based, style)| (id.as_str(), (based, *style)))
            .collect();
        let whole = |id: &str| {
            let (mut based, mut style) = all
                .get(id)
                .map(|(based, style)| ((*based).clone(), *style))?;
            // A style has what those below it have; a chain without end is cut.
            for _ in 0..16 {
                let Some((next, under)) = based.as_deref().and_then(|id| all.get(id)) else {
                    break;
                };
                style.level = style.level.or(under.level);
                style.item |= under.item;
                style.bold |= under.bold;
                style.contents |= under.contents;
                based = (*next).clone();
            }
            Some(style)
        };
        Ok(Self(
            named
                .iter()
                .filter_map(|(id, ..)| Some((id.clone(), whole(id)?)))
                .collect(),
        ))
    }

    /// Says how a paragraph is set, by its style and by itself.
    pub(super) fn of(&self, paragraph: Node<'_, '_>) -> ParagraphStyle {
        let id = child(paragraph, "pPr")
            .and_then(|it| child(it, "pStyle"))
            .and_then(|it| value(it, "val"));
        let style = id
            .and_then(|id| self.0.get(id))
            .copied()
            .unwrap_or_else(|| named(id.unwrap_or_default()));
        own(paragraph, style)
    }
}

fn style(node: Node<'_, '_>) -> ParagraphStyle {
    let name = child(node, "name")
        .and_then(|it| value(it, "val"))
        .unwrap_or_default();
    let mut style = own(node, named(name));
    style.bold |= is_on(node, "b");
    style
}

/// Says what a style's name says: Word's own are the same in every language of the program.
fn named(name: &str) -> ParagraphStyle {
    let name = name.to_lowercase().replace(' ', "");
    let heading = name
        .strip_prefix("heading")
        .and_then(|level| level.parse().ok());
    ParagraphStyle {
        level: heading.or((name == "title").then_some(1)),
        item: name.starts_with("listbullet") || name.starts_with("listnumber"),
        bold: false,
        contents: name.starts_with("toc"),
    }
}
