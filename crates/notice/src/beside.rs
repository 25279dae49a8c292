//! Where "Why we ask" can stand beside a field: nothing of the page makes room for it, and it covers nothing.

/// A rectangle of the page, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// Lines that stand close share some pixels in which there is no ink.
const INK_FREE: f64 = 4.0;
/// Between the button and what it stands beside.
const GAP: f64 = 10.0;
/// Side of the sign that stands where words have no room: the smallest target that WCAG 2.2 allows (2.5.8).
pub const SIGN: f64 = 24.0;

impl Rect {
    /// Makes a rectangle of its corner and its size.
    #[must_use]
    pub fn at(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    /// Measures from left to right.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Measures from top to bottom.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    fn covers(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top + INK_FREE < other.bottom
            && other.top + INK_FREE < self.bottom
    }

    fn is_between(&self, room: &Self) -> bool {
        self.left >= room.left - 0.5 && self.right <= room.right + 0.5
    }
}

/// A field and what stands around it.
#[derive(Clone, Copy, Debug)]
pub struct FieldSurroundings<'a> {
    /// The last line of the label's words, where anybody can see them.
    pub words: Option<Rect>,
    /// The field itself.
    pub field: Rect,
    /// All words and controls of the form, these two among them.
    pub taken: &'a [Rect],
    /// The button keeps within its sides.
    pub room: Rect,
    /// Whether the label is written from right to left.
    pub rtl: bool,
}

/// Where the button stands, and as what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ButtonPosition {
    /// With its words, on the baseline of the label's last line.
    Line(Rect),
    /// With its words, elsewhere beside the field.
    Words(Rect),
    /// As a sign, for its words have no room anywhere.
    Sign(Rect),
}

impl ButtonPosition {
    /// Finds the best spot for a button whose words are of this width and height.
    ///
    /// ```
    /// use notice::beside::{FieldSurroundings, Rect, ButtonPosition};
    /// let words = Rect::at(0.0, 0.0, 80.0, 18.0);
    /// let field = Rect::at(0.0, 24.0, 300.0, 40.0);
    /// let around = FieldSurroundings { words: Some(words), field, taken: &[words, field], room: Rect::at(0.0, 0.0, 300.0, 400.0), rtl: false };
    /// assert_eq!(ButtonPosition::find(&around, 90.0, 18.0), ButtonPosition::Line(Rect::at(90.0, 0.0, 90.0, 18.0)));
    /// ```
    #[must_use]
    pub fn find(around: &FieldSurroundings<'_>, width: f64, height: f64) -> Self {
        let FieldSurroundings { field, .. } = around;
        let line = |height| {
            around
                .words
                .map(|words| around.after(&words, words.bottom - height, width, height))
        };
        if let Some(spot) = line(height).filter(|spot| around.is_free(spot)) {
            return Self::Line(spot);
        }
        // Of a tall field its first line.
        let first = field.height().min(48.0);
        let middle = |height: f64| field.top + (first - height) / 2.0;
        let end = |width: f64| {
            if around.rtl {
                field.left
            } else {
                field.right - width
            }
        };
        let elsewhere = [
            around.after(field, middle(height), width, height),
            Rect::at(end(width), field.top - height, width, height),
            Rect::at(end(width), field.bottom, width, height),
        ];
        if let Some(spot) = elsewhere.into_iter().find(|spot| around.is_free(spot)) {
            return Self::Words(spot);
        }
        let signs = [
            around.words.map(|words| {
                around.after(&words, (words.top + words.bottom - SIGN) / 2.0, SIGN, SIGN)
            }),
            Some(around.after(field, middle(SIGN), SIGN, SIGN)),
        ];
        let free = signs
            .into_iter()
            .flatten()
            .find(|spot| around.is_free(spot));
        // Astride the field's corner, where no words begin.
        Self::Sign(free.unwrap_or_else(|| {
            let corner = if around.rtl {
                field.left + 4.0
            } else {
                field.right - SIGN - 4.0
            };
            Rect::at(corner, field.top - SIGN / 2.0, SIGN, SIGN)
        }))
    }
}

impl FieldSurroundings<'_> {
    fn after(&self, what: &Rect, top: f64, width: f64, height: f64) -> Rect {
        let left = if self.rtl {
            what.left - GAP - width
        } else {
            what.right + GAP
        };
        Rect::at(left, top, width, height)
    }

    /// Says how far a target may reach above and below the middle of the button's words: it lies over no word and no control.
    #[must_use]
    pub fn reach(&self, words: &Rect) -> (f64, f64) {
        let middle = (words.top + words.bottom) / 2.0;
        let near = self.taken.iter();
        let near = near.filter(|taken| taken.left < words.right && words.left < taken.right);
        near.fold((f64::INFINITY, f64::INFINITY), |(up, down), taken| {
            if taken.top > middle {
                (up, down.min(taken.top - middle))
            } else {
                (up.min((middle - taken.bottom).max(0.0)), down)
            }
        })
    }

    fn is_free(&self, spot: &Rect) -> bool {
        spot.is_between(&self.room) && !self.taken.iter().any(|taken| spot.covers(taken))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect {
        left: 0.0,
        top: 0.0,
        right: 380.0,
        bottom: 900.0,
    };

    fn found(words: Option<Rect>, field: Rect, others: &[Rect], rtl: bool) -> ButtonPosition {
        let taken = [words.as_slice(), &[field], others].concat();
        let around = FieldSurroundings {
            words,
            field,
            taken: &taken,
            room: ROOM,
            rtl,
        };
        ButtonPosition::find(&around, 90.0, 18.0)
    }

    #[test]
    fn on_the_line_of_the_label_where_there_is_room() {
        let words = Rect::at(0.0, 100.0, 120.0, 18.0);
        let field = Rect::at(0.0, 122.0, 380.0, 40.0);
        let line = ButtonPosition::Line(Rect::at(130.0, 100.0, 90.0, 18.0));
        assert_eq!(found(Some(words), field, &[], false), line);
        // What ends where it begins is in nobody's way, nor is the line above.
        let above = Rect::at(0.0, 84.0, 380.0, 19.0);
        assert_eq!(found(Some(words), field, &[above], false), line);
        // Written from right to left it stands to the left.
        let words = Rect::at(260.0, 100.0, 120.0, 18.0);
        let line = ButtonPosition::Line(Rect::at(160.0, 100.0, 90.0, 18.0));
        assert_eq!(found(Some(words), field, &[], true), line);
    }

    #[test]
    fn a_target_reaches_as_far_as_there_is_room() {
        let around = FieldSurroundings {
            words: None,
            field: Rect::default(),
            taken: &[
                Rect::at(0.0, 0.0, 380.0, 40.0),
                Rect::at(0.0, 70.0, 100.0, 20.0),
                Rect::at(0.0, 96.0, 380.0, 40.0),
            ],
            room: ROOM,
            rtl: false,
        };
        let reach = |left| around.reach(&Rect::at(left, 70.0, 90.0, 20.0));
        assert_eq!(reach(110.0), (40.0, 16.0));
        assert_eq!(reach(400.0), (f64::INFINITY, f64::INFINITY));
    }

    #[test]
    fn after_the_field_where_the_label_stands_before_it() {
        let words = Rect::at(0.0, 110.0, 60.0, 18.0);
        let field = Rect::at(64.0, 100.0, 150.0, 40.0);
        let after = ButtonPosition::Words(Rect::at(224.0, 111.0, 90.0, 18.0));
        assert_eq!(found(Some(words), field, &[], false), after);
    }

    #[test]
    fn above_or_below_the_end_of_a_field_whose_label_is_not_seen() {
        let field = Rect::at(0.0, 100.0, 380.0, 40.0);
        let above = ButtonPosition::Words(Rect::at(290.0, 82.0, 90.0, 18.0));
        assert_eq!(found(None, field, &[], false), above);
        let busy = Rect::at(0.0, 60.0, 380.0, 40.0);
        let below = ButtonPosition::Words(Rect::at(290.0, 140.0, 90.0, 18.0));
        assert_eq!(found(None, field, &[busy], false), below);
    }

    #[test]
    fn as_a_sign_where_words_have_no_room() {
        let field = Rect::at(95.0, 100.0, 285.0, 40.0);
        let next = [
            Rect::at(0.0, 60.0, 380.0, 38.0),
            Rect::at(0.0, 142.0, 380.0, 38.0),
        ];
        let words = Rect::at(0.0, 110.0, 50.0, 18.0);
        let beside = ButtonPosition::Sign(Rect::at(60.0, 107.0, SIGN, SIGN));
        assert_eq!(found(Some(words), field, &next, false), beside);
        // A label that floats in its field leaves the corner.
        let words = Rect::at(107.0, 111.0, 50.0, 18.0);
        let corner = ButtonPosition::Sign(Rect::at(352.0, 88.0, SIGN, SIGN));
        assert_eq!(found(Some(words), field, &next, false), corner);
    }
}
