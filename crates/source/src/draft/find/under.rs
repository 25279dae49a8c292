//! Who decides, where a heading or a label asks for it.

use super::{
    body::{ControllerCandidate, controllers, is_controller},
    clauses,
    name::{bodies, is_body, is_kind, name_after},
};

/// Lists the bodies that a text names under a heading that asks for the controller.
pub(crate) fn controllers_under(text: &str) -> Vec<ControllerCandidate> {
    let found = controllers(text);
    if !found.is_empty() {
        return found;
    }
    let first = clauses(text).next().unwrap_or_default();
    // "We do: Overton Community Trust, a charity."
    let first = match first.split_once(": ") {
        Some((said, name)) if said.split(' ').count() <= 3 && said.starts_with("We ") => name,
        _ => first,
    };
    let words: Vec<&str> = first.split_whitespace().collect();
    let name = name_after(&words)
        .filter(|name| is_body(name))
        .unwrap_or_default();
    // "Overton Council and Tarn NHS Trust" are two.
    let several = bodies(&name.split(' ').collect::<Vec<_>>());
    let names = if several.len() > 1 {
        several
    } else {
        vec![name]
    };
    let own = names
        .into_iter()
        .filter(|name| is_body(name) && is_controller(name) && !is_kind(name));
    own.map(|name| ControllerCandidate { name, sure: true })
        .collect()
}
