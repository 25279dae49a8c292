//! A frame drawn over a field, without touching the field.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use web_sys::{DomRect, Element, HtmlElement};

use super::controls::to_show;

/// Space between a field and its frame, in CSS pixels.
const AIR: f64 = 6.0;

#[wasm_bindgen]
extern "C" {
    /// An element, for the one call that `web-sys` would want three features more for.
    type Scrolled;

    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn scroll_into_view(this: &Scrolled, options: &JsValue);

    #[wasm_bindgen(js_name = scrollBy)]
    fn scroll_by(options: &JsValue);
}

/// Scrolls at once, even where the page scrolls smoothly, because the code that follows measures positions.
fn instantly(name: &str, value: JsValue) -> JsValue {
    let options = Object::new();
    for (name, value) in [(name, value), ("behavior", "instant".into())] {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    options.into()
}

/// Brings a control into view, beside the panel: where there is room, or else the panel makes way for it. `false` where
/// the control cannot be seen.
pub(super) fn reveal(frame: &HtmlElement, control: &Element, panel: &Element) -> bool {
    if let Some(first) = to_show(control).first() {
        let options = instantly("block", "center".into());
        first.unchecked_ref::<Scrolled>().scroll_into_view(&options);
    }
    for _ in 0..2 {
        if !lay(frame, Some(control)) {
            return false;
        }
        if is_behind(frame, panel) {
            beside(frame, panel);
            lay(frame, Some(control));
        }
        if !is_behind(frame, panel) {
            break;
        }
        // A name without spaces is always taken.
        let _ = panel.class_list().toggle("aside");
    }
    true
}

/// Scrolls the frame into the middle of the room that a sheet across the window leaves above or below itself.
fn beside(frame: &Element, panel: &Element) {
    let (frame, panel) = (
        frame.get_bounding_client_rect(),
        panel.get_bounding_client_rect(),
    );
    let [width, height] = window_size();
    if panel.width() < width * 0.7 {
        return;
    }
    let room = if panel.top() > height - panel.bottom() {
        [0.0, panel.top()]
    } else {
        [panel.bottom(), height]
    };
    let by = (frame.top() + frame.bottom() - room[0] - room[1]) / 2.0;
    scroll_by(&instantly("top", by.into()));
}

fn window_size() -> [f64; 2] {
    let (width, height) = (window().inner_width(), window().inner_height());
    [width, height].map(|side| side.ok().and_then(|side| side.as_f64()).unwrap_or(f64::MAX))
}

/// Lays the frame round a control and its label; `false` where neither can be seen.
pub(super) fn lay(frame: &HtmlElement, control: Option<&Element>) -> bool {
    let shown = control.map(to_show).unwrap_or_default();
    let boxes = shown.iter().map(Element::get_bounding_client_rect);
    let edges = boxes
        .filter(|one| one.width() > 0.0 && one.height() > 0.0)
        .map(|one| [one.left(), one.top(), one.right(), one.bottom()])
        .reduce(|a, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        });
    frame.set_hidden(edges.is_none());
    let Some([left, top, right, bottom]) = edges else {
        return false;
    };
    let style = frame.style();
    for (name, value) in [
        ("left", left - AIR),
        ("top", top - AIR),
        ("width", right - left + 2.0 * AIR),
        ("height", bottom - top + 2.0 * AIR),
    ] {
        // Sizes in pixels are always taken.
        let _ = style.set_property(name, &[&*value.to_string(), "px"].concat());
    }
    true
}

/// Says whether the middle of the frame is behind the panel.
fn is_behind(frame: &Element, panel: &Element) -> bool {
    let (frame, panel): (DomRect, DomRect) = (
        frame.get_bounding_client_rect(),
        panel.get_bounding_client_rect(),
    );
    let [width, _] = window_size();
    // A frame may be wider than the window.
    let middle = (frame.left() + frame.right().min(width)) / 2.0;
    (panel.left()..panel.right()).contains(&middle)
        && panel.top() < frame.bottom()
        && frame.top() < panel.bottom()
}
