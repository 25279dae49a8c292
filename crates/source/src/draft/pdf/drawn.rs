//! What is drawn on a page beside its letters: the rules of tables, and the dots before items.

use pdf_extract::{Path, PathOp, Transform};

/// A rule is at most so thick, in points; what is shorter than `SHORT` is none.
const THICK: f64 = 2.5;
const SHORT: f64 = 6.0;

/// A dot is so wide and high, at least and at most.
const DOT: std::ops::RangeInclusive<f64> = 1.5..=8.0;

/// A rule, level or upright.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    /// How high it stands if level, else how far from the left.
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// A dot, or a small square, by its middle.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dot {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub level: Vec<Rule>,
    pub upright: Vec<Rule>,
    pub dots: Vec<Dot>,
}

/// What a part of a drawing fills.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f64,
    foot: f64,
    right: f64,
    top: f64,
    round: bool,
}

impl Area {
    fn at((x, y): (f64, f64)) -> Self {
        Self {
            left: x,
            foot: y,
            right: x,
            top: y,
            round: false,
        }
    }

    fn with(self, (x, y): (f64, f64)) -> Self {
        Self {
            left: self.left.min(x),
            foot: self.foot.min(y),
            right: self.right.max(x),
            top: self.top.max(y),
            ..self
        }
    }
}

impl Drawing {
    /// Takes down an area that is filled: programs draw most rules as narrow ones.
    pub(super) fn fill(&mut self, place: &Transform, path: &Path) {
        for area in areas(place, path) {
            self.rule(area);
            self.dot(area);
        }
    }

    /// Takes down lines that are drawn.
    pub(super) fn stroke(&mut self, place: &Transform, path: &Path) {
        let mut last = None;
        for op in &path.ops {
            let next = match *op {
                PathOp::MoveTo(x, y) | PathOp::CurveTo(_, _, _, _, x, y) => (x, y),
                PathOp::LineTo(x, y) => {
                    if let Some(from) = last {
                        self.rule(Area::at(on(place, from)).with(on(place, (x, y))));
                    }
                    (x, y)
                }
                PathOp::Rect(x, y, width, height) => {
                    let corners = [
                        (x, y),
                        (x + width, y),
                        (x + width, y + height),
                        (x, y + height),
                    ];
                    for (at, corner) in corners.iter().enumerate() {
                        let next = corners[(at + 1) % corners.len()];
                        self.rule(Area::at(on(place, *corner)).with(on(place, next)));
                    }
                    (x, y)
                }
                PathOp::Close => continue,
            };
            last = Some(next);
        }
        // A ring stands before items within items; a small box may be one to tick.
        for area in areas(place, path).into_iter().filter(|area| area.round) {
            self.dot(area);
        }
    }

    fn rule(&mut self, area: Area) {
        let (width, height) = (area.right - area.left, area.top - area.foot);
        if height <= THICK && width >= SHORT {
            self.level.push(Rule {
                at: f64::midpoint(area.foot, area.top),
                from: area.left,
                to: area.right,
            });
        } else if width <= THICK && height >= SHORT {
            self.upright.push(Rule {
                at: f64::midpoint(area.left, area.right),
                from: area.foot,
                to: area.top,
            });
        }
    }

    fn dot(&mut self, area: Area) {
        let (width, height) = (area.right - area.left, area.top - area.foot);
        if DOT.contains(&width) && DOT.contains(&height) && (width - height).abs() < width * 0.3 {
            self.dots.push(Dot {
                x: f64::midpoint(area.left, area.right),
                y: f64::midpoint(area.foot, area.top),
            });
        }
    }
}

fn on(place: &Transform, (x, y): (f64, f64)) -> (f64, f64) {
    (
        x * place.m11 + y * place.m21 + place.m31,
        x * place.m12 + y * place.m22 + place.m32,
    )
}

/// Lists what the parts of a drawing fill, each by itself.
fn areas(place: &Transform, path: &Path) -> Vec<Area> {
    let mut found: Vec<Area> = Vec::new();
    for op in &path.ops {
        match *op {
            PathOp::MoveTo(x, y) => found.push(Area::at(on(place, (x, y)))),
            PathOp::Rect(x, y, width, height) => {
                let area = Area::at(on(place, (x, y)));
                found.push(area.with(on(place, (x + width, y + height))));
            }
            PathOp::LineTo(x, y) => {
                if let Some(last) = found.last_mut() {
                    *last = last.with(on(place, (x, y)));
                }
            }
            PathOp::CurveTo(_, _, _, _, x, y) => {
                if let Some(last) = found.last_mut() {
                    *last = last.with(on(place, (x, y)));
                    last.round = true;
                }
            }
            PathOp::Close => {}
        }
    }
    found
}
