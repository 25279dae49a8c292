//! Positions "Why we ask" beside its field, where it covers nothing: the deferred module measures (www/deferred/beside.js), the
//! rule is [`notice::beside`]'s. Where its element stands in the page's tree: `insert.rs`.

use notice::beside::{ButtonPosition, FieldSurroundings, Rect};
use web_sys::{Element, HtmlElement};

use super::Gate;

/// Holds the button of one field, and what it belongs to.
#[derive(Clone)]
pub(super) struct Beside {
    /// Our own element: not in the flow of the page, of no size.
    pub(super) host: HtmlElement,
    pub(super) field: Element,
    pub(super) label: Option<Element>,
}

/// Positions every button, none over another.
pub(super) fn position_all(gate: &Gate, scope: &Element, all: &[&Beside]) {
    if all.is_empty() {
        return;
    }
    let taken = gate.taken(scope);
    let mut taken: Vec<Rect> = taken.chunks_exact(4).filter_map(edges).collect();
    for one in all {
        taken.extend(one.position(gate, scope, &taken));
    }
}

fn edges(of: &[f64]) -> Option<Rect> {
    let [left, top, right, bottom] = *of else {
        return None;
    };
    Some(Rect {
        left,
        top,
        right,
        bottom,
    })
}

impl Beside {
    /// Moves the button to where it has room, and gives the edges that it takes up; nothing when it has not been moved.
    fn position(&self, gate: &Gate, scope: &Element, taken: &[Rect]) -> Option<Rect> {
        let Self { host, field, label } = self;
        let measured = gate.around(host, scope, field, label.as_ref());
        let (words, rest) = measured.split_at_checked(4)?;
        let (field_edges, rest) = rest.split_at_checked(4)?;
        let [left, right, rtl, below, label_line @ ..] = rest else {
            return None;
        };
        let (own, place) = (edges(words)?, edges(field_edges)?);
        let around = FieldSurroundings {
            words: edges(label_line),
            field: place,
            taken,
            room: Rect {
                left: *left,
                right: *right,
                ..Rect::default()
            },
            rtl: *rtl > 0.0,
        };
        let (spot, is_sign) = match ButtonPosition::find(&around, own.width(), own.height()) {
            ButtonPosition::Line(mut spot) => {
                spot.top -= below;
                (spot, false)
            }
            ButtonPosition::Words(spot) => (spot, false),
            ButtonPosition::Sign(spot) => (spot, true),
        };
        let (up, down) = around.reach(&spot);
        for (name, room) in [("--up", up), ("--down", down)] {
            // Whole pixels: to write fractions would cost every visitor 7 KB. No property of ours is refused.
            let room = format!("{}px", room.min(1000.0) as u32);
            let _ = host.style().set_property(name, &room);
        }
        gate.stand(host, scope, field, spot.left, spot.top, is_sign);
        Some(spot)
    }
}
