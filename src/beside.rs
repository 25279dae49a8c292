//! Puts "Why we ask" where it covers nothing: the deferred module measures (www/deferred/beside.js), the rule is
//! [`notice::beside`]'s.

use notice::beside::{ButtonPosition, FieldSurroundings, Rect};
use web_sys::{Element, HtmlElement};

use super::Gate;

/// The button of one field, and what it belongs to.
#[derive(Clone)]
pub(super) struct Beside {
    /// Our own element: not in the flow of the page, of no size.
    pub(super) host: HtmlElement,
    pub(super) field: Element,
    pub(super) label: Option<Element>,
}

/// Puts every button into its place.
pub(super) fn settle(gate: &Gate, scope: &Element, all: &[&Beside]) {
    if all.is_empty() {
        return;
    }
    let taken = gate.taken(scope);
    let mut taken: Vec<Rect> = taken.chunks_exact(4).filter_map(edges).collect();
    for one in all {
        // None lies over another.
        taken.extend(one.settle(gate, scope, &taken));
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
    fn settle(&self, gate: &Gate, scope: &Element, taken: &[Rect]) -> Option<Rect> {
        let Self { host, field, label } = self;
        let found = gate.around(host, scope, field, label.as_ref());
        // As gate.around says.
        let [a, b, c, d, e, f, g, h, left, right, rtl, below, line @ ..] = found.as_slice() else {
            return None;
        };
        let (own, place) = (edges(&[*a, *b, *c, *d])?, edges(&[*e, *f, *g, *h])?);
        let around = FieldSurroundings {
            words: edges(line),
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

/// The last place of [`Beside::stand`].
const LAST: usize = 4;

impl Beside {
    /// Puts our element where it moves nothing of the page, changes nothing of its looks and scrolls with its field: after the label if it can be there,
    /// for who goes through the page in order, else wherever the page has no rule about neighbours, and at last into the
    /// notice's own element. Where nothing around a place holds what is out of the flow, in what scrolls without a position of
    /// its own, it stands in the flow there, empty.
    pub(super) fn put(&self, gate: &Gate, scope: &Element, own: &HtmlElement) {
        let Self { field, label, .. } = self;
        let still = || gate.still(scope, field, label.as_ref().unwrap_or(field));
        let before = still();
        for place in 0..=LAST {
            self.stand(place, own);
            if place == LAST {
                break;
            }
            if still() == before
                && (gate.is_carried(&self.host) || self.flows(&|| still() == before))
            {
                break;
            }
        }
    }

    /// Takes up the flow of the lines around it, if nothing moves for that: as a block, or as a letter of no size.
    fn flows(&self, is_still: &dyn Fn() -> bool) -> bool {
        let parent = self.host.parent_element();
        let in_lines = parent.is_some_and(|parent| is_lines(display(&parent).as_deref()));
        let name = "data-flows";
        let done = in_lines
            && ["block", "inline-block"].into_iter().any(|how| {
                let _ = self.host.set_attribute(name, how);
                // As in why.css, which WebKit applies too late for what is measured here.
                let empty = [
                    how,
                    ";position:relative;width:0;height:0;vertical-align:top",
                ];
                self.host
                    .style()
                    .set_css_text(&["display:", &empty.concat()].concat());
                is_still()
            });
        if !done {
            let _ = self.host.remove_attribute(name);
            self.host.style().set_css_text("position:absolute");
        }
        done
    }

    /// Puts our element into one of the places that it may have.
    fn stand(&self, place: usize, own: &HtmlElement) {
        let (label, field) = (&self.label, &self.field);
        let outer = label.as_ref().filter(|label| label.contains(Some(field)));
        let outer = outer.unwrap_or(field);
        let host = &self.host;
        let _ = match (place, label) {
            (0, Some(label)) => label.insert_adjacent_element("afterend", host),
            (0, None) => field.insert_adjacent_element("beforebegin", host),
            (1, _) => outer.insert_adjacent_element("afterend", host),
            (2, _) => outer
                .parent_element()
                .unwrap_or_else(|| outer.clone())
                .insert_adjacent_element("beforeend", host),
            (3, _) => label
                .as_ref()
                .unwrap_or(outer)
                .insert_adjacent_element("beforebegin", host),
            _ => own.insert_adjacent_element("beforeend", host),
        };
        let _ = match place {
            LAST => host.set_attribute("slot", "why"),
            _ => host.remove_attribute("slot"),
        };
    }

    /// How the open reason shows: it pushes what stands below where lines stand below each other, and lies over the page
    /// where it would be an item of a row, of a grid or of a line.
    pub(super) fn opens(&self) -> &'static str {
        let parent = self.host.parent_element();
        let in_lines = parent.is_some_and(|parent| is_lines(display(&parent).as_deref()));
        let before = self.host.previous_element_sibling();
        let block = |display: Option<String>| {
            matches!(
                display.as_deref(),
                Some("block" | "flow-root" | "list-item" | "table-cell" | "flex" | "grid")
            )
        };
        if in_lines && before.as_ref().is_none_or(|before| block(display(before))) {
            "flow"
        } else {
            "over"
        }
    }
}

/// How an element is displayed, where it is in the flow.
fn display(element: &Element) -> Option<String> {
    let style = leptos::prelude::window().get_computed_style(element);
    let style = style.ok().flatten()?;
    let value = |name| style.get_property_value(name).unwrap_or_default();
    (value("float") == "none" && value("position") != "absolute").then(|| value("display"))
}

/// Whether what is displayed so has lines below each other.
fn is_lines(display: Option<&str>) -> bool {
    matches!(
        display,
        Some("block" | "flow-root" | "list-item" | "table-cell")
    )
}
