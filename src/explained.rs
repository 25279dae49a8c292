//! Which fields of a form a notice has a reason for.

use notice::reasons::{Marks, Reason, assign};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::label::Labels;

/// Lists the fields of a form that have a reason, in order.
pub(super) fn explained<'a>(
    scope: &Element,
    reasons: &'a [Reason],
    labels: &Labels,
) -> Vec<(Element, &'a Reason)> {
    let Ok(found) = scope.query_selector_all("[data-notice-field],[name],[autocomplete]") else {
        return Vec::new();
    };
    let fields: Vec<Element> = (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect();
    let marks: Vec<Marks> = fields
        .iter()
        .map(|field| marks(scope, field, labels))
        .collect();
    let given = assign(&marks, reasons);
    let given = fields.into_iter().zip(given);
    given
        .filter_map(|(field, at)| Some((field, &reasons[at?])))
        .collect()
}

fn marks(scope: &Element, field: &Element, labels: &Labels) -> Marks {
    let attribute = |name| field.get_attribute(name).unwrap_or_default();
    Marks {
        explicit: field.get_attribute("data-notice-field"),
        tokens: [attribute("name"), attribute("autocomplete")].join(" "),
        label: labels
            .name(scope, field)
            .label
            .as_ref()
            .and_then(words)
            .unwrap_or_default(),
    }
}

/// Reads what a label says.
pub(super) fn words(label: &Element) -> Option<String> {
    Some(label.text_content()?.trim().to_owned())
}
