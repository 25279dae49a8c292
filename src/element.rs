//! Builds elements from published trees.

use js_sys::Reflect;
use leptos::prelude::document;
use notice::strings::{Strings, Text};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::Gate;

/// Makes an element for a component: in the language of the interface, whatever that of the page around it is.
pub(super) fn component_root(gate: &Gate, t: &Strings) -> Result<Element, JsValue> {
    let place = document().create_element("div")?;
    mark(&place, &gate.lang(), t.get(Text::Direction));
    Ok(place)
}

/// Marks the language of what stands in an element.
pub(super) fn mark(element: &Element, lang: &str, dir: &str) {
    // These names are always allowed.
    let _ = element.set_attribute("lang", lang);
    let _ = element.set_attribute("dir", dir);
}

/// Puts the tree that `holder[name]` holds into `place`, if there is one.
///
/// # Errors
/// When it is no tree.
pub(super) fn fill(
    gate: &Gate,
    place: &Element,
    holder: &JsValue,
    name: &str,
) -> Result<(), JsValue> {
    let tree = Reflect::get(holder, &name.into())?;
    if tree.is_object() {
        let made = gate.build(&tree)?;
        place.append_child(&made)?;
    }
    Ok(())
}
