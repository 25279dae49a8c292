//! Tables whose cells are parted by rules: what stands in each cell is read by itself.

use super::{
    drawn::{Drawing, Rule},
    glyph::Glyph,
};

/// Two rules that stand no further apart are one, or meet.
const NEAR: f64 = 3.0;

/// A page with more rules is a plan or a picture.
const RULES: usize = 4000;

/// A table, by the rules between its cells.
#[derive(Debug)]
pub(super) struct Grid {
    /// From the left.
    columns: Vec<f64>,
    /// From the top.
    rows: Vec<f64>,
}

/// Lists the tables of a page whose cells are all parted by rules. A table with cells that span others is none: which of its
/// rows a cell belongs to would be a guess.
pub(super) fn grids(drawing: &Drawing) -> Vec<Grid> {
    if drawing.level.len() + drawing.upright.len() > RULES {
        return Vec::new();
    }
    let level = merged(&drawing.level);
    let upright = merged(&drawing.upright);
    let mut found: Vec<Grid> = Vec::new();
    for (at, first) in level.iter().enumerate() {
        let alike = |rule: &&Rule| near(rule.from, first.from) && near(rule.to, first.to);
        if level[..at].iter().any(|rule| alike(&rule)) {
            continue;
        }
        let mut rows: Vec<f64> = level.iter().filter(alike).map(|rule| rule.at).collect();
        rows.sort_by(|one, two| two.total_cmp(one));
        let mut open: Option<Grid> = None;
        for pair in rows.windows(2) {
            let columns = columns(first, pair[0], pair[1], &upright);
            let same = |grid: &Grid| {
                grid.columns.len() == columns.len()
                    && grid
                        .columns
                        .iter()
                        .zip(&columns)
                        .all(|(one, two)| near(*one, *two))
            };
            match &mut open {
                Some(grid) if same(grid) => grid.rows.push(pair[1]),
                _ => {
                    let rows = pair.to_vec();
                    found.extend(open.replace(Grid { columns, rows }));
                }
            }
        }
        found.extend(open);
    }
    found.retain(|grid| {
        let spanned = level.iter().any(|rule| grid.is_crossed(rule));
        grid.columns.len() > 2 && grid.rows.len() > 2 && !spanned
    });
    found.sort_by(|one, two| two.top().total_cmp(&one.top()));
    found
}

/// Says where the columns between two level rules begin and end.
fn columns(level: &Rule, top: f64, foot: f64, upright: &[Rule]) -> Vec<f64> {
    let whole = |rule: &&Rule| {
        rule.from <= foot + NEAR
            && rule.to >= top - NEAR
            && (level.from - NEAR..=level.to + NEAR).contains(&rule.at)
    };
    let mut found: Vec<f64> = upright.iter().filter(whole).map(|rule| rule.at).collect();
    // The outer rules may be left out.
    found.extend([level.from, level.to]);
    found.sort_by(f64::total_cmp);
    found.dedup_by(|one, two| near(*one, *two));
    found
}

/// Lists rules with those that go on with one another as one.
fn merged(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|one, two| {
        one.at
            .total_cmp(&two.at)
            .then(one.from.total_cmp(&two.from))
    });
    let mut found: Vec<Rule> = Vec::new();
    for rule in sorted {
        let goes_on = |it: &&mut Rule| {
            (it.at - rule.at).abs() < 1.5 && rule.from <= it.to + NEAR && rule.to >= it.from - NEAR
        };
        match found.iter_mut().rev().take(200).find(goes_on) {
            Some(last) => {
                last.from = last.from.min(rule.from);
                last.to = last.to.max(rule.to);
            }
            None => found.push(rule),
        }
    }
    found
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() < NEAR
}

impl Grid {
    pub(super) fn top(&self) -> f64 {
        self.rows[0]
    }

    fn foot(&self) -> f64 {
        self.rows[self.rows.len() - 1]
    }

    /// Says whether a level rule parts some of its columns and not the others.
    fn is_crossed(&self, rule: &Rule) -> bool {
        let (first, last) = (self.columns[0], self.columns[self.columns.len() - 1]);
        let whole = near(rule.from, first) && near(rule.to, last);
        let ends = |end: f64| self.columns.iter().any(|it| near(*it, end));
        let within = self.foot() + NEAR < rule.at && rule.at < self.top() - NEAR;
        within && !whole && ends(rule.from) && ends(rule.to)
    }

    /// Says in which row and column a letter stands.
    fn place(&self, glyph: &Glyph) -> Option<(usize, usize)> {
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.3);
        let row = self
            .rows
            .windows(2)
            .position(|pair| pair[1] < y && y <= pair[0])?;
        let column = self
            .columns
            .windows(2)
            .position(|pair| pair[0] <= x && x < pair[1])?;
        (!glyph.turned).then_some((row, column))
    }

    pub(super) fn holds(&self, glyph: &Glyph) -> bool {
        self.place(glyph).is_some()
    }

    /// Lists the cells row by row, with the letters of each.
    pub(super) fn cells<'a>(&self, glyphs: &'a [Glyph]) -> Vec<Vec<Vec<&'a Glyph>>> {
        let columns = self.columns.len() - 1;
        let mut rows = vec![vec![Vec::new(); columns]; self.rows.len() - 1];
        for glyph in glyphs {
            if let Some((row, column)) = self.place(glyph) {
                rows[row][column].push(glyph);
            }
        }
        rows
    }
}
