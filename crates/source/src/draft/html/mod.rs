//! A web page into pieces: the main part of it; what else is on it is left out, each text with its reason.

mod around;
mod block;
mod cell;
mod drawn;
mod run;
mod terms;

use scraper::{ElementRef, Html, Node};

use super::{
    LeftOut,
    decode::seen,
    lines::LineFinder,
    marks::{Lead, lead},
    piece::{Piece, Pieces, Shape, count_items},
    table,
};
use around::{NAME, OUTSIDE, main_of, opens, select, why};
use block::is_block;
use cell::{cell, is_data, is_note, rows};
use drawn::{PICTURE, SILENT, drawn};
use run::TextRun;
use terms::{begins_section, is_one_of_many};

/// Deeper than any page that people wrote; below that, text is taken as it comes.
const DEPTH: usize = 200;

/// Says whether a text is a web page.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(4000).collect();
    let start = start
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<main",
        "<article",
        "<section",
        "<div",
        "<p",
        "<h1",
        "<h2",
        "<ul",
    ];
    start.starts_with('<') && tags.iter().any(|tag| start.contains(tag))
}

/// Takes a page apart.
pub(super) fn pieces(source: &str) -> Pieces {
    let page = Html::parse_document(source);
    let main = main_of(&page);
    let mut walk = PageWalk {
        out: Pieces::default(),
        lines: LineFinder::new(source),
        main,
        inside: main.is_none(),
        why: None,
        run: TextRun::default(),
        item: false,
        heading: None,
        term: None,
        bold: 0,
        name: None,
    };
    walk.element(page.root_element(), 0);
    walk.flush();
    if let Some(alone) = walk.term.take() {
        walk.put(alone, Vec::new(), None);
    }
    let PageWalk { mut out, name, .. } = walk;
    count_items(&mut out.list);
    out.title = select(&page, "title").map(|title| words(&title.text().collect::<String>()));
    // The heading of the page may stand above its main part.
    let has_name = out
        .list
        .iter()
        .any(|piece| piece.shape == Shape::Heading(1));
    if let (false, Some((line, text))) = (has_name, name) {
        // The one that was taken for the name alone: the page may say it again.
        let taken = out
            .left
            .iter()
            .position(|it| it.line == line && it.text == text);
        if let Some(at) = taken {
            out.left.remove(at);
        }
        out.list
            .insert(0, Piece::new(line, Shape::Heading(1), text));
    }
    if main.is_none() {
        let warning =
            "The page does not mark its main part: look for text that is no part of the notice.";
        out.warnings.push(warning.to_owned());
    }
    out
}

struct PageWalk<'a> {
    out: Pieces,
    lines: LineFinder<'a>,
    main: Option<ElementRef<'a>>,
    /// Within the main part.
    inside: bool,
    /// Why the text that is being read is left out.
    why: Option<&'static str>,
    run: TextRun,
    /// The next text begins an item of a list.
    item: bool,
    heading: Option<u8>,
    /// What the next text explains.
    term: Option<String>,
    /// How many bold elements are open.
    bold: usize,
    /// The page's heading, when it is outside the main part.
    name: Option<(usize, String)>,
}

impl<'a> PageWalk<'a> {
    fn element(&mut self, element: ElementRef<'a>, depth: usize) {
        let name = element.value().name();
        if SILENT.contains(&name) {
            if let Some(text) = drawn(element) {
                let line = self.lines.find(text.split(' ').next().unwrap_or_default());
                self.out.left.push(LeftOut::new(line, text, PICTURE));
            }
            return;
        }
        if depth > DEPTH {
            for text in element.text() {
                self.text(text);
            }
            return;
        }
        let (inside, before) = (self.inside, self.why);
        let is_main = self.main == Some(element);
        let reason = if name == "title" {
            Some(NAME)
        } else {
            why(element, self.inside)
        };
        let opener = self.inside && opens(element);
        let block =
            is_block(name) || opener || is_main || (reason.is_some() && self.heading.is_none());
        if block {
            self.flush();
        }
        if is_main {
            (self.inside, self.why) = (true, None);
        } else if self.heading.is_none() || name != "button" {
            self.why = self.why.or(reason);
        }
        match name {
            "br" => self.run.end_line(),
            "img" => {}
            "table" if is_data(element) => self.table(element),
            _ => self.inner(element, name, depth),
        }
        if block {
            self.flush();
        }
        (self.inside, self.why) = (inside, before);
    }

    fn inner(&mut self, element: ElementRef<'a>, name: &str, depth: usize) {
        let level = name
            .strip_prefix('h')
            .and_then(|level| level.parse::<u8>().ok());
        let level = level.filter(|level| (1..=6).contains(level));
        let summary = (name == "summary" || (self.inside && opens(element))).then_some(6);
        let outer = self.heading;
        self.heading = level.or(summary).or(outer);
        let bold = matches!(name, "b" | "strong");
        self.bold += usize::from(bold);
        if name == "li" || (name == "dd" && is_one_of_many(element)) {
            self.item = true;
        }
        // Links of a menu stand apart, though nothing is written between them, and around the text so does what stands beside one.
        let before = element.prev_sibling().and_then(ElementRef::wrap);
        let link = before.is_some_and(|it| it.value().name() == "a");
        let around = self.why.is_some() || !self.inside;
        let beside = around && before.is_some() && (name == "a" || link);
        if (name == "a" && link) || beside {
            self.run.push(" ", false);
        }
        let note = name == "sup" && is_note(element);
        if note {
            self.run.push(" [", false);
        }
        let start = self.run.mark();
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                Node::Element(_) => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.element(child, depth + 1);
                    }
                }
                _ => {}
            }
        }
        if note {
            self.run.push("]", false);
        }
        if let Some(url) = element.value().attr("href").filter(|_| name == "a")
            && !url.starts_with('#')
        {
            let said = self.run.since(start);
            if !said.is_empty() {
                self.run.links.push((said, url.trim().to_owned()));
            }
        }
        match name {
            "dt" => {
                let term = std::mem::take(&mut self.run).whole();
                // A term that is made of blocks has been put down as they are.
                let mut term = Some(term).filter(|term| !term.is_empty());
                if let Some(heading) = term.take_if(|_| begins_section(element)) {
                    self.heading = Some(6);
                    self.put(heading, Vec::new(), None);
                }
                if let Some(alone) = std::mem::replace(&mut self.term, term) {
                    self.put(alone, Vec::new(), None);
                }
            }
            "dl" => {
                self.flush();
                if let Some(alone) = self.term.take() {
                    self.put(alone, Vec::new(), None);
                }
            }
            "li" | "dd" => {
                self.flush();
                self.item = false;
            }
            _ => {}
        }
        if level.or(summary).is_some() {
            self.flush();
        }
        self.heading = outer;
        self.bold -= usize::from(bold);
    }

    fn text(&mut self, text: &str) {
        let said = !text.trim().is_empty();
        if said {
            let line = self.lines.find(text);
            self.run.at.get_or_insert(line);
        }
        // The source's own line ends are spaces; what an entity wrote and nobody sees parts no word.
        self.run.push(&line_of(text), said && self.bold == 0);
    }

    /// Ends the text that is being read.
    fn flush(&mut self) {
        let mut run = std::mem::take(&mut self.run);
        let (at, mut links) = (run.at, std::mem::take(&mut run.links));
        for said in run.texts() {
            let text = match self.term.take() {
                Some(term) => format!("{term}: {}", said.text),
                None => said.text,
            };
            let own = links
                .iter()
                .take_while(|(words, _)| text.contains(words.as_str()))
                .count();
            let own = links.drain(..own).collect();
            let stands_over = said.stands_over && self.heading.is_none() && !self.item;
            self.put(text, own, at.map(|line| (line, stands_over)));
        }
    }

    /// Adds a text as a piece, or to what is left out.
    fn put(&mut self, text: String, links: Vec<(String, String)>, at: Option<(usize, bool)>) {
        let (line, stands_over) = at.unwrap_or((self.lines.find(""), false));
        let left = self.why.or((!self.inside).then_some(OUTSIDE));
        let left = left.or((self.main.is_none() && is_copyright(&text)).then_some(around::AROUND));
        if let Some(why) = left {
            if self.heading == Some(1) && why != NAME {
                self.name.get_or_insert_with(|| (line, text.clone()));
            }
            self.out.left.push(LeftOut::new(line, text, why));
            return;
        }
        let (mark, bare) = lead(&text);
        let (shape, text) = match (self.heading, mark) {
            (Some(level), _) => (Shape::Heading(level), text),
            _ if self.item => (Shape::Bullet, text),
            _ if stands_over => (Shape::Heading(0), text),
            (None, Lead::Sign | Lead::Item) => (Shape::Bullet, bare.to_owned()),
            (None, _) => (Shape::Paragraph, text),
        };
        self.item = false;
        let mut piece = Piece::new(line, shape, text);
        piece.links = links;
        self.out.list.push(piece);
    }

    /// Reads a table of facts: each row becomes a piece.
    fn table(&mut self, table: ElementRef<'a>) {
        let parts = || table.descendants().filter_map(ElementRef::wrap);
        for caption in parts().filter(|it| it.value().name() == "caption") {
            let text = cell(caption);
            let line = self.lines.find(&text);
            if !text.is_empty() {
                self.put(text, Vec::new(), Some((line, false)));
            }
        }
        let (rows, first) = rows(table, &mut self.lines);
        for text in parts().filter_map(drawn) {
            let line = self.lines.find(text.split(' ').next().unwrap_or_default());
            self.out.left.push(LeftOut::new(line, text, PICTURE));
        }
        let rows: Vec<(usize, Vec<&str>)> = rows
            .iter()
            .map(|(line, row)| (*line, row.iter().map(String::as_str).collect()))
            .collect();
        for piece in table::pieces(&rows, first) {
            match self.why.or((!self.inside).then_some(OUTSIDE)) {
                Some(why) => self
                    .out
                    .left
                    .push(LeftOut::new(piece.line, piece.text, why)),
                None => self.out.list.push(piece),
            }
        }
    }
}

/// Says whether a text is the line about copyright that ends a page: `© 2026 Overton Council | Site map`.
fn is_copyright(text: &str) -> bool {
    let lower = text.to_lowercase();
    let year = lower
        .split(|mark: char| !mark.is_ascii_digit())
        .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    (lower.starts_with("copyright ") || lower.starts_with('©'))
        && year
        && !lower.ends_with('.')
        && lower.split_whitespace().count() <= 20
}

/// Returns a text on one line, without what is written and never seen.
fn line_of(text: &str) -> String {
    let (seen, _) = seen(&text.replace(char::is_whitespace, " "));
    seen
}

/// Words with one space between.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
