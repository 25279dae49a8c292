//! Inserts the element of "Why we ask" into the page beside its field, where it moves nothing of the page.

use web_sys::{Element, HtmlElement};

use super::{Gate, beside::Beside};

/// Where our element may stand in the page's tree.
#[derive(Clone, Copy)]
enum Place {
    /// After the label, or before a field that has none: next to the words, for whoever goes through the page in order.
    NextToLabel,
    /// After the field, or after the label that the field stands in.
    AfterField,
    /// At the end of the element that the field stands in, where the page has no rule about neighbours.
    ParentEnd,
    /// Before the label, or before a field that has none.
    BeforeLabel,
    /// After the element that the field stands in, where that draws nothing but what it has a place for.
    AfterParent,
    /// In the notice's own element, which moves nothing of the page.
    InNotice,
}

impl Place {
    /// Lists the places beside the field, the best one first.
    const BESIDE: [Self; 5] = [
        Self::NextToLabel,
        Self::AfterField,
        Self::ParentEnd,
        Self::BeforeLabel,
        Self::AfterParent,
    ];
}

impl Beside {
    /// Inserts our element at the first place where it moves nothing of the page, changes nothing of its looks and scrolls with
    /// its field; else in `own`, the notice's element. Where nothing around a place holds what is out of the flow, as in what
    /// scrolls without a position of its own, it stands in the flow there, empty.
    pub(super) fn insert(&self, gate: &Gate, scope: &Element, own: &HtmlElement) {
        let Self { field, label, .. } = self;
        let still = || gate.still(scope, field, label.as_ref().unwrap_or(field));
        let before = still();
        let fits = Place::BESIDE.into_iter().any(|place| {
            self.insert_at(place, own);
            gate.is_drawn(&self.host)
                && still() == before
                && (gate.is_carried(&self.host) || self.try_inline(&|| still() == before))
        });
        if !fits {
            self.insert_at(Place::InNotice, own);
        }
    }

    /// Tries to put our element into the flow of the lines around it, as a block or as a letter of no size. Undoes that, and
    /// says so, where something moves for it.
    fn try_inline(&self, is_still: &dyn Fn() -> bool) -> bool {
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

    /// Inserts our element at a place.
    fn insert_at(&self, place: Place, own: &HtmlElement) {
        let (label, field) = (&self.label, &self.field);
        let outer = label.as_ref().filter(|label| label.contains(Some(field)));
        let outer = outer.unwrap_or(field);
        let host = &self.host;
        let _ = match (place, label) {
            (Place::NextToLabel, Some(label)) => label.insert_adjacent_element("afterend", host),
            (Place::NextToLabel, None) => field.insert_adjacent_element("beforebegin", host),
            (Place::AfterField, _) => outer.insert_adjacent_element("afterend", host),
            (Place::ParentEnd, _) => outer
                .parent_element()
                .unwrap_or_else(|| outer.clone())
                .insert_adjacent_element("beforeend", host),
            (Place::BeforeLabel, _) => label
                .as_ref()
                .unwrap_or(outer)
                .insert_adjacent_element("beforebegin", host),
            (Place::AfterParent, _) => outer
                .parent_element()
                .unwrap_or_else(|| outer.clone())
                .insert_adjacent_element("afterend", host),
            (Place::InNotice, _) => own.insert_adjacent_element("beforeend", host),
        };
        let _ = match place {
            Place::InNotice => host.set_attribute("slot", "why"),
            _ => host.remove_attribute("slot"),
        };
    }

    /// Says how the open reason is laid out: "flow" where lines stand below each other, so that it pushes down what comes next;
    /// "over" the page where it would be an item of a row, of a grid or of a line.
    pub(super) fn reason_layout(&self) -> &'static str {
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

/// Says how an element is displayed; nothing where it is out of the flow.
fn display(element: &Element) -> Option<String> {
    let style = leptos::prelude::window().get_computed_style(element);
    let style = style.ok().flatten()?;
    let value = |name| style.get_property_value(name).unwrap_or_default();
    (value("float") == "none" && value("position") != "absolute").then(|| value("display"))
}

/// Says whether what is displayed so has lines below each other.
fn is_lines(display: Option<&str>) -> bool {
    matches!(
        display,
        Some("block" | "flow-root" | "list-item" | "table-cell")
    )
}
