//! A Word document (.docx, ECMA-376) into pieces.
//!
//! Its lines are its paragraphs, counted from one: a document has no other line that stays where it is.

mod package;
mod styles;

use roxmltree::{Document, Node};

use super::{
    LeftOut, Refused,
    marks::{Lead, lead},
    piece::{Piece, Pieces, Shape, count_items},
    places::ParagraphCounter,
    shape::looks_like_one,
    sort::section,
    table::{self, FirstRow},
};
use package::Package;
use styles::{ParagraphStyle, Styles};

const DELETED: &str = "deleted in the document, as its tracked changes say";
const HIDDEN: &str = "hidden in the document";
const CONTENTS: &str = "the table of contents";
const EDGE: &str = "a header or a footer of the page";
const COMMENT: &str = "a comment on the document";

/// Says whether a file is a package as office programs write them.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Takes a document apart.
///
/// # Errors
/// [`Refused::Unknown`] for a package of another kind, [`Refused::Broken`] for one that cannot be read.
pub(super) fn pieces(bytes: &[u8]) -> Result<Pieces, Refused> {
    let mut package = Package::open(bytes)?;
    let text = package.read("word/document.xml")?.ok_or(Refused::Unknown)?;
    let styles = Styles::read(package.read("word/styles.xml")?.as_deref())?;
    let links = package.links("word/_rels/document.xml.rels")?;
    let document = parse(&text)?;
    let mut walk = DocumentWalk {
        out: Pieces::default(),
        styles: &styles,
        links: &links,
        paragraph: 0,
        count: ParagraphCounter::default(),
        why: None,
    };
    walk.blocks(document.root_element());
    for (name, what, why) in [
        ("footnotes", "a footnote", None),
        ("endnotes", "an endnote", None),
        ("comments", "a comment", Some(COMMENT)),
    ] {
        walk.count.aside(what);
        if let Some(text) = package.read(&format!("word/{name}.xml"))? {
            walk.why = why;
            walk.blocks(parse(&text)?.root_element());
        }
    }
    walk.why = Some(EDGE);
    walk.count.aside("the edge of the pages");
    for name in package.edges() {
        if let Some(text) = package.read(&name)? {
            walk.blocks(parse(&text)?.root_element());
        }
    }
    let mut out = walk.out;
    count_items(&mut out.list);
    out.places = walk.count.places;
    Ok(out)
}

fn parse(text: &str) -> Result<Document<'_>, Refused> {
    Document::parse(text).map_err(|error| Refused::Broken(error.to_string()))
}

/// Returns the value of an attribute, whatever its namespace.
fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut all = node.attributes();
    all.find(|it| it.name() == name).map(|it| it.value())
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children()
        .find(|child| child.tag_name().name() == name)
}

/// The text of a paragraph.
#[derive(Default)]
struct ParagraphText {
    text: String,
    links: Vec<(String, String)>,
    deleted: String,
    hidden: String,
    /// Whether some of it is not bold.
    light: bool,
}

struct DocumentWalk<'a> {
    out: Pieces,
    styles: &'a Styles,
    links: &'a std::collections::HashMap<String, String>,
    paragraph: usize,
    count: ParagraphCounter,
    /// Why all of it is left out.
    why: Option<&'static str>,
}

impl DocumentWalk<'_> {
    /// Lists the paragraphs and tables within a node, in their order.
    fn blocks(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "p" => self.paragraph(child),
                "tbl" if is_data(child) => self.table(child),
                // What is written twice, for newer and for older programs.
                "Fallback" => {}
                _ => self.blocks(child),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        self.paragraph += 1;
        let mut run = ParagraphText::default();
        let style = self.styles.of(node);
        self.runs(node, &mut run, style.bold);
        let line = self.paragraph;
        for (text, why) in [(&run.deleted, DELETED), (&run.hidden, HIDDEN)] {
            if !text.trim().is_empty() {
                self.out.left.push(LeftOut::new(line, words(text), why));
            }
        }
        let first = self.out.list.len();
        let mut links = run.links.into_iter().peekable();
        let lines = run
            .text
            .split('\n')
            .map(words)
            .filter(|line| !line.is_empty());
        for (at, text) in lines.enumerate() {
            let why = self.why.or(style.contents.then_some(CONTENTS));
            if let Some(why) = why {
                self.out.left.push(LeftOut::new(line, text, why));
                continue;
            }
            let (mark, bare) = lead(&text);
            let stands_over = looks_like_one(&text) && (!run.light || section(&text).is_some());
            let (shape, text) = match style.level {
                Some(level) => (Shape::Heading(level), text),
                None if style.item && at == 0 => (Shape::Bullet, text),
                None if stands_over => (Shape::Heading(0), text),
                None if matches!(mark, Lead::Sign | Lead::Item) => (Shape::Bullet, bare.to_owned()),
                None => (Shape::Paragraph, text),
            };
            let mut piece = Piece::new(line, shape, text);
            while let Some(link) = links.next_if(|(words, _)| piece.text.contains(words.as_str())) {
                piece.links.push(link);
            }
            self.out.list.push(piece);
        }
        let own = self.out.list[first..].iter();
        let heading = own.clone().find(|it| it.is_heading());
        let is_left = || self.out.left.last().is_some_and(|it| it.line == line);
        match heading {
            Some(heading) => self.count.heading(line, &heading.text),
            None if own.len() > 0 || is_left() => self.count.paragraph(line),
            None => {}
        }
        // Text boxes hang on paragraphs, each written twice: for newer and for older programs.
        for inner in boxes(node) {
            self.blocks(inner);
        }
    }

    fn runs(&self, node: Node<'_, '_>, run: &mut ParagraphText, bold: bool) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "t" => {
                    let text = child.text().unwrap_or_default();
                    if is_on(node, "vanish") {
                        run.hidden.push_str(text);
                    } else {
                        run.light |= !(bold || is_on(node, "b") || text.trim().is_empty());
                        run.text.push_str(text);
                    }
                }
                // Moved away by a tracked change: it stands where it was moved to.
                "moveFrom" => {
                    let moved = child.descendants().filter(|it| it.tag_name().name() == "t");
                    moved
                        .filter_map(|it| it.text())
                        .for_each(|text| run.deleted.push_str(text));
                }
                "delText" => run.deleted.push_str(child.text().unwrap_or_default()),
                "tab" | "ptab" => run.text.push(' '),
                "br" | "cr" => run.text.push('\n'),
                "noBreakHyphen" => run.text.push('-'),
                "hyperlink" => {
                    let start = run.text.len();
                    self.runs(child, run, bold);
                    let url = value(child, "id").and_then(|id| self.links.get(id));
                    let said = words(&run.text[start..]);
                    if let (Some(url), false) = (url, said.is_empty()) {
                        run.links.push((said, url.clone()));
                    }
                }
                "pPr" | "rPr" | "instrText" | "Fallback" | "drawing" | "pict" | "txbxContent" => {}
                _ => self.runs(child, run, bold),
            }
        }
    }

    /// Reads a table of facts: each row becomes a piece.
    fn table(&mut self, node: Node<'_, '_>) {
        let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
        let mut loud: Vec<bool> = Vec::new();
        let mut first = FirstRow::Untold;
        self.count.table();
        for row in node.descendants().filter(|it| it.tag_name().name() == "tr") {
            let (mut cells, mut is_loud) = (Vec::new(), true);
            let line = self.paragraph + 1;
            // Those of a table within a cell are rows of their own.
            let is_own = |cell: &Node<'_, '_>| {
                let mut around = cell.ancestors().skip(1);
                around.find(|it| it.tag_name().name() == "tr") == Some(row)
            };
            let cells_of = row.descendants().filter(|it| it.tag_name().name() == "tc");
            for cell in cells_of.filter(is_own) {
                let mut texts = Vec::new();
                let paragraphs = cell.descendants().filter(|it| it.tag_name().name() == "p");
                for paragraph in paragraphs.filter(|it| !is_twice(*it)) {
                    self.paragraph += 1;
                    let mut run = ParagraphText::default();
                    self.runs(paragraph, &mut run, false);
                    for (text, why) in [(&run.deleted, DELETED), (&run.hidden, HIDDEN)] {
                        if !text.trim().is_empty() {
                            self.out
                                .left
                                .push(LeftOut::new(self.paragraph, words(text), why));
                        }
                    }
                    is_loud &= !run.light;
                    let mut text = words(&run.text);
                    for (_, url) in run
                        .links
                        .iter()
                        .filter(|(_, url)| url.starts_with("https://"))
                    {
                        text.push_str(&format!(" ({url})"));
                    }
                    texts.push(text);
                }
                texts.retain(|text| !text.is_empty());
                cells.push(texts.join("; "));
            }
            let marked = child(row, "trPr").and_then(|it| child(it, "tblHeader"));
            if rows.is_empty() && marked.is_some_and(|it| !is_off(it)) {
                first = FirstRow::Head;
            }
            loud.push(is_loud);
            rows.push((line, cells));
            for line in line..=self.paragraph {
                self.count.row(line, rows.len());
            }
        }
        // Heads in bold print, over rows that are not.
        if loud.first() == Some(&true) && loud.iter().skip(1).all(|loud| !loud) && loud.len() > 1 {
            first = FirstRow::Head;
        }
        let rows: Vec<(usize, Vec<&str>)> = rows
            .iter()
            .map(|(line, row)| (*line, row.iter().map(String::as_str).collect()))
            .collect();
        for piece in table::pieces(&rows, first) {
            match self.why {
                Some(why) => self
                    .out
                    .left
                    .push(LeftOut::new(piece.line, piece.text, why)),
                None => self.out.list.push(piece),
            }
        }
    }
}

/// Lists the text boxes that hang on a paragraph, but for those within each other.
fn boxes<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let is_box = |it: &Node<'_, '_>| it.tag_name().name() == "txbxContent";
    node.descendants().filter(move |it| {
        let mut around = it.ancestors().skip(1).take_while(|outer| *outer != node);
        is_box(it) && !is_twice(*it) && !around.any(|outer| is_box(&outer))
    })
}

/// Says whether a node is written a second time, for older programs.
fn is_twice(node: Node<'_, '_>) -> bool {
    node.ancestors()
        .any(|it| it.tag_name().name() == "Fallback")
}

/// Says whether a run has a property that is on.
fn is_on(run: Node<'_, '_>, name: &str) -> bool {
    let property = child(run, "rPr").and_then(|properties| child(properties, name));
    property.is_some_and(|it| !is_off(it))
}

/// Says whether a property is there to be off.
fn is_off(property: Node<'_, '_>) -> bool {
    matches!(value(property, "val"), Some("0" | "false" | "off"))
}

/// Says whether a table says facts in rows, and is no frame for the page's layout.
fn is_data(table: Node<'_, '_>) -> bool {
    let mut parts = table.descendants().skip(1);
    let layout = parts.any(|part| match part.tag_name().name() {
        "tbl" => true,
        "tc" => {
            let texts = part.descendants().filter(|it| it.tag_name().name() == "t");
            texts
                .filter_map(|it| it.text())
                .map(str::len)
                .sum::<usize>()
                > 1500
        }
        _ => false,
    });
    !layout
}

/// Words with one space between.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says how a paragraph is set, as far as it says what the paragraph is.
fn own(node: Node<'_, '_>, style: ParagraphStyle) -> ParagraphStyle {
    let properties = child(node, "pPr");
    let numbered = properties.and_then(|it| child(it, "numPr"));
    let off = numbered
        .and_then(|it| child(it, "numId"))
        .and_then(|it| value(it, "val"))
        == Some("0");
    let level = properties
        .and_then(|it| child(it, "outlineLvl"))
        .and_then(|it| value(it, "val")?.parse::<u8>().ok())
        .filter(|level| *level < 9)
        .map(|level| level + 1);
    ParagraphStyle {
        level: level.or(style.level),
        item: (style.item || numbered.is_some()) && !off,
        ..style
    }
}
