//! The letters of a printed page into lines.

use std::cmp::Ordering;

use super::{
    drawn::{Dot, Drawing},
    glyph::Glyph,
    ruled::{Grid, grids},
};

/// A page with more dots is a plan or a picture.
const DOTS: usize = 2000;

#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    pub drawing: Drawing,
}

/// A line of print.
struct PrintLine<'a> {
    y: f64,
    /// Of its tallest glyph.
    size: f64,
    /// Of its letters: a bullet may be larger than what it stands before.
    print: f64,
    glyphs: Vec<&'a Glyph>,
    /// A dot is drawn before it, as before the items of a list.
    dotted: bool,
}

/// Both sides of a gap.
struct Gap {
    from: f64,
    to: f64,
    before: usize,
    after: usize,
}

impl Page {
    pub(super) fn letters(&self) -> usize {
        let texts = self.glyphs.iter().flat_map(|glyph| glyph.text.chars());
        texts.filter(|mark| !mark.is_whitespace()).count()
    }

    /// Says how many letters have no name: the font does not say what they are.
    pub(super) fn unnamed(&self) -> usize {
        let texts = self.glyphs.iter().flat_map(|glyph| glyph.text.chars());
        texts
            .filter(|mark| *mark == '\u{fffd}' || (mark.is_control() && !mark.is_whitespace()))
            .count()
    }

    /// Lists the lines outside tables from the top of the page, each from the left.
    fn lines(&self, tables: &[Grid]) -> Vec<PrintLine<'_>> {
        let outside = |glyph: &&Glyph| !tables.iter().any(|table| table.holds(glyph));
        let upright = self.glyphs.iter().filter(|glyph| !glyph.turned);
        lines(upright.filter(outside).collect(), &self.drawing.dots)
    }

    /// Lists the rows of a table as lines of text, a tab between the cells of each.
    fn rows(&self, table: &Grid, least: f64) -> Vec<String> {
        let rows = table.cells(&self.glyphs).into_iter().map(|row| {
            let cells = row.into_iter();
            let texts: Vec<String> = cells
                .map(|glyphs| cell(glyphs, &self.drawing, least))
                .collect();
            match texts.first() {
                // What stands behind an empty cell would be taken for the first.
                Some(first) if first.is_empty() && texts.iter().any(|it| !it.is_empty()) => {
                    format!("…{}", texts.join("\t"))
                }
                _ => texts.join("\t"),
            }
        });
        rows.filter(|row| !row.trim().is_empty()).collect()
    }

    /// Says whether text runs in two columns, which no line tells apart: many lines have a gap in the same place, with much
    /// text on both sides.
    pub(super) fn is_in_columns(&self) -> bool {
        let lines = self.lines(&grids(&self.drawing));
        let gaps: Vec<Gap> = lines.iter().filter_map(PrintLine::gap).collect();
        let long: Vec<&Gap> = gaps
            .iter()
            .filter(|gap| gap.before >= 18 && gap.after >= 18)
            .collect();
        let shared = long.iter().any(|one| {
            let middle = (one.from + one.to) / 2.0;
            let same = long
                .iter()
                .filter(|gap| gap.from < middle && middle < gap.to);
            same.count() >= 8
        });
        shared && long.len() * 3 >= lines.len()
    }

    /// Returns the page as text: a gap between lines that is wider than the usual one is an empty line, as is any before and after
    /// larger print.
    pub(super) fn text(&self) -> String {
        let tables = grids(&self.drawing);
        let lines = self.lines(&tables);
        let usual = median(lines.windows(2).map(|pair| pair[0].y - pair[1].y));
        let size = median(lines.iter().map(|line| line.print));
        // Where spaces are printed, less than one between letters is a matter of their shapes.
        let spaces = self.glyphs.iter().filter(|glyph| glyph.text == " ").count();
        let least = if spaces * 20 > self.glyphs.len() {
            0.4
        } else {
            0.15
        };
        let mut out: Vec<String> = Vec::new();
        let mut tables = tables.iter().peekable();
        let draw = |out: &mut Vec<String>, table: &Grid| {
            out.push(String::new());
            out.extend(self.rows(table, least));
            out.push(String::new());
        };
        for (at, line) in lines.iter().enumerate() {
            if let Some(table) = tables.next_if(|table| table.top() > line.y) {
                draw(&mut out, table);
                while let Some(table) = tables.next_if(|table| table.top() > line.y) {
                    draw(&mut out, table);
                }
            } else if let Some(before) = at.checked_sub(1).map(|at| &lines[at]) {
                // Large print has wide lines, and no gap between them for that.
                let step = usual.max(line.print.min(before.print) * 1.3);
                let wide = before.y - line.y > step * 1.25;
                let other = (before.print - line.print).abs() > size * 0.12;
                let large = line.print > size * 1.12 && before.print > size * 1.12;
                if wide || other {
                    out.push(String::new());
                } else if let (true, Some(last)) = (large, out.last_mut()) {
                    // A heading of two lines.
                    last.push(' ');
                    last.push_str(&line.text(least));
                    continue;
                }
            }
            out.push(line.text(least));
        }
        tables.for_each(|table| draw(&mut out, table));
        let turned: String = self
            .glyphs
            .iter()
            .filter(|glyph| glyph.turned)
            .map(|glyph| glyph.text.as_str())
            .collect();
        if !turned.trim().is_empty() {
            out.extend([String::new(), turned]);
        }
        out.join("\n")
    }
}

/// Lists the lines that letters make, from the top, each from the left.
fn lines<'a>(mut glyphs: Vec<&'a Glyph>, dots: &[Dot]) -> Vec<PrintLine<'a>> {
    let order = |one: f64, two: f64| one.partial_cmp(&two).unwrap_or(Ordering::Equal);
    // The sort is stable: what is printed in one place stays in its order.
    glyphs.sort_by(|one, two| order(two.y, one.y));
    let mut lines: Vec<PrintLine<'_>> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if (line.y - glyph.y).abs() < line.size.max(glyph.size) * 0.45 => {
                line.size = line.size.max(glyph.size);
                line.glyphs.push(glyph);
            }
            _ => lines.push(PrintLine {
                y: glyph.y,
                size: glyph.size,
                print: glyph.size,
                glyphs: vec![glyph],
                dotted: false,
            }),
        }
    }
    for line in &mut lines {
        let letters = line.glyphs.iter().filter(|glyph| glyph.is_letter());
        let print = letters
            .map(|glyph| glyph.size)
            .max_by(|one, two| order(*one, *two));
        line.print = print.unwrap_or(line.size);
        line.glyphs.sort_by(|one, two| order(one.x, two.x));
        line.dotted = dots.len() < DOTS && dots.iter().any(|dot| line.begins_at(dot));
    }
    lines
}

/// Returns what stands in a cell, as one line.
fn cell(glyphs: Vec<&Glyph>, drawing: &Drawing, least: f64) -> String {
    let mut out = String::new();
    for line in lines(glyphs, &drawing.dots) {
        let text = line.text(least);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut = out.strip_suffix('-');
        if !out.is_empty() && !cut.is_some_and(|it| it.ends_with(char::is_alphabetic)) {
            out.push(' ');
        }
        out.push_str(&text);
    }
    out
}

impl PrintLine<'_> {
    /// Says whether a dot is drawn right before the line.
    fn begins_at(&self, dot: &Dot) -> bool {
        let first = self.glyphs.iter().find(|glyph| glyph.is_letter());
        first.is_some_and(|first| {
            let before = first.x - dot.x;
            let over = dot.y - first.y;
            (first.size * 0.2..first.size * 2.5).contains(&before)
                && (0.0..first.size * 0.9).contains(&over)
        })
    }

    /// Returns the line as text. A gap of at least so much of the letters' size parts two words.
    fn text(&self, least: f64) -> String {
        let mut out = String::new();
        if self.dotted {
            out.push_str("• ");
        }
        let mut end: Option<f64> = None;
        for glyph in &self.glyphs {
            let gap = end.map_or(0.0, |end| glyph.x - end);
            if gap > glyph.size * 2.0 {
                // As wide as between the cells of a table.
                out.push_str("    ");
            } else if gap > glyph.size * least
                && !out.ends_with(' ')
                && !glyph.text.starts_with(' ')
            {
                out.push(' ');
            }
            out.push_str(&glyph.text);
            end = Some(glyph.x + glyph.width);
        }
        out
    }

    /// Returns the widest gap of the line, with the letters on both sides.
    fn gap(&self) -> Option<Gap> {
        let dark: Vec<&&Glyph> = self
            .glyphs
            .iter()
            .filter(|glyph| !glyph.text.trim().is_empty())
            .collect();
        let gaps = dark.windows(2).enumerate().map(|(at, pair)| Gap {
            from: pair[0].x + pair[0].width,
            to: pair[1].x,
            before: at + 1,
            after: dark.len() - at - 1,
        });
        let widest = gaps.max_by(|one, two| {
            let wide = |gap: &Gap| gap.to - gap.from;
            wide(one).partial_cmp(&wide(two)).unwrap_or(Ordering::Equal)
        });
        widest.filter(|gap| gap.to - gap.from > self.size)
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(|one, two| one.partial_cmp(two).unwrap_or(Ordering::Equal));
    values.get(values.len() / 2).copied().unwrap_or_default()
}
