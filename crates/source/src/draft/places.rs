//! Where a line of a source is, in words that its reader can follow: nobody sees numbers of lines in a Word document or a print.

use super::piece::Piece;

/// A heading is told with so many letters at most.
const LETTERS: usize = 60;

/// Names the places of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The name of each line that has one, by its number less one.
    names: Vec<String>,
}

impl Places {
    /// Says whether its lines are those of a text, which any editor counts.
    #[must_use]
    pub fn are_lines(&self) -> bool {
        self.names.is_empty()
    }

    /// Names the place of a line, counted from one: “line 12” of a text, “paragraph 3 under “Your rights”” of a document, “page 2, under
    /// “Your rights”” of a print.
    #[must_use]
    pub fn name(&self, line: usize) -> String {
        let name = line.checked_sub(1).and_then(|at| self.names.get(at));
        let name = name.filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| format!("line {line}"))
    }

    /// Gives a line its name.
    pub(super) fn set(&mut self, line: usize, name: String) {
        let at = line.saturating_sub(1);
        if self.names.len() <= at {
            self.names.resize(at + 1, String::new());
        }
        self.names[at] = name;
    }

    /// Names the lines of a print by their pages, which form feeds part, and by the heading above each.
    pub(super) fn of_print(print: &str, pieces: &[Piece]) -> Self {
        let mut places = Self::default();
        let mut headings = pieces.iter().filter(|it| it.is_heading()).peekable();
        let (mut page, mut above) = (1, None);
        for (at, line) in print.split('\n').enumerate() {
            let number = at + 1;
            page += line.matches('\u{c}').count();
            let mut own = None;
            while let Some(heading) = headings.next_if(|it| it.line <= number) {
                own = Some(heading).filter(|it| it.line == number);
                above = Some(heading);
            }
            let name = match (own, above) {
                (Some(own), _) => format!("page {page}, the heading {}", quoted(&own.text)),
                (None, Some(above)) => format!("page {page}, under {}", quoted(&above.text)),
                (None, None) => format!("page {page}"),
            };
            places.set(number, name);
        }
        places
    }
}

/// Returns a heading as a place is named by it.
fn quoted(heading: &str) -> String {
    let heading = heading.trim_end_matches(':').trim_end();
    let cut = heading.char_indices().nth(LETTERS).map(|(at, _)| at);
    match cut {
        Some(at) => {
            let start = &heading[..at];
            let start = start.rsplit_once(' ').map_or(start, |(start, _)| start);
            format!("“{start}…”")
        }
        None => format!("“{heading}”"),
    }
}

/// Counts the paragraphs and the tables of a document beneath each of its headings, as its reader does: empty ones are none.
#[derive(Debug, Default)]
pub(super) struct ParagraphCounter {
    pub places: Places,
    heading: Option<String>,
    paragraphs: usize,
    tables: usize,
    /// What all of it is, if it is none of the document's own text: “a footnote”.
    aside: Option<&'static str>,
}

impl ParagraphCounter {
    /// Goes on with what stands beside the document's text.
    pub(super) fn aside(&mut self, what: &'static str) {
        self.aside = Some(what);
    }

    /// Takes a paragraph that is no heading.
    pub(super) fn paragraph(&mut self, line: usize) {
        self.paragraphs += 1;
        let own = format!("paragraph {}", self.paragraphs);
        self.place(line, own);
    }

    pub(super) fn heading(&mut self, line: usize, text: &str) {
        match self.aside {
            Some(what) => self.places.set(line, what.to_owned()),
            None => {
                self.places
                    .set(line, format!("the heading {}", quoted(text)));
                self.heading = Some(text.to_owned());
                (self.paragraphs, self.tables) = (0, 0);
            }
        }
    }

    pub(super) fn table(&mut self) {
        self.tables += 1;
    }

    /// Takes a row, counted from one, of the table that was begun last.
    pub(super) fn row(&mut self, line: usize, row: usize) {
        let own = match self.tables {
            1 => format!("row {row} of the table"),
            table => format!("row {row} of table {table}"),
        };
        self.place(line, own);
    }

    fn place(&mut self, line: usize, own: String) {
        let name = match (self.aside, &self.heading) {
            (Some(what), _) => what.to_owned(),
            (None, Some(heading)) => format!("{own} under {}", quoted(heading)),
            (None, None) => own,
        };
        self.places.set(line, name);
    }
}

#[cfg(test)]
mod tests {
    use super::{ParagraphCounter, Places};
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_line_of_a_text_is_named_by_its_number() {
        assert_eq!(Places::default().name(12), "line 12");
        assert!(Places::default().are_lines());
    }

    #[test]
    fn a_paragraph_is_counted_beneath_its_heading() {
        let mut count = ParagraphCounter::default();
        count.paragraph(1);
        count.heading(3, "Who we share with:");
        count.paragraph(4);
        count.paragraph(6);
        count.table();
        count.row(7, 2);
        count.table();
        count.row(9, 1);
        count.heading(11, "Your rights");
        count.paragraph(12);
        count.aside("a footnote");
        count.paragraph(13);
        let names: Vec<String> = (1..=13).map(|line| count.places.name(line)).collect();
        assert_eq!(
            names,
            [
                "paragraph 1",
                "line 2",
                "the heading “Who we share with”",
                "paragraph 1 under “Who we share with”",
                "line 5",
                "paragraph 2 under “Who we share with”",
                "row 2 of the table under “Who we share with”",
                "line 8",
                "row 1 of table 2 under “Who we share with”",
                "line 10",
                "the heading “Your rights”",
                "paragraph 1 under “Your rights”",
                "a footnote",
            ]
        );
    }

    #[test]
    fn a_line_of_print_is_named_by_its_page_and_heading() {
        let heading = |line, text: &str| Piece::new(line, Shape::Heading(0), text);
        let long = "What we do with the details of people who have asked us to mend their toys";
        let pieces = [heading(2, "Your rights"), heading(4, long)];
        let print = "A town\nYour rights\nAsk us.\n\u{c}What we do\nWe mend.\n\u{c}Page 3";
        let places = Places::of_print(print, &pieces);
        let names: Vec<String> = (1..=6).map(|line| places.name(line)).collect();
        let cut = "“What we do with the details of people who have asked us to…”";
        assert_eq!(
            names,
            [
                "page 1",
                "page 1, the heading “Your rights”",
                "page 1, under “Your rights”",
                &*format!("page 2, the heading {cut}"),
                &*format!("page 2, under {cut}"),
                &*format!("page 3, under {cut}"),
            ]
        );
    }
}
