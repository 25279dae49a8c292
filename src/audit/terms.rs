//! What the notices say, and which notice covers which form.

use js_sys::Reflect;
use notice::{audit::AuditTerms, manifest::view_key};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlFormElement};

use super::{WidgetHandle, controls::form_of};
use crate::Gate;

/// The published file: the panel's style, and the terms of every reader of every notice.
pub(super) struct Book(JsValue);

impl Book {
    /// Fetches the one that `index` names.
    ///
    /// # Errors
    /// When the file cannot be had.
    pub(super) async fn fetch(gate: &Gate, index: &JsValue) -> Result<Self, JsValue> {
        let file = Reflect::get(index, &"audit_terms".into())?;
        let file = gate
            .fetch_json(&file.as_string().unwrap_or_default())
            .await?;
        Ok(Self(file))
    }

    pub(super) fn style(&self) -> String {
        let style = Reflect::get(&self.0, &"style".into()).unwrap_or_default();
        style.as_string().unwrap_or_default()
    }

    fn terms(&self, service: &str, part: &str, audience: &str) -> Option<AuditTerms> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (part, audience) = (some(part), some(audience));
        let key = view_key(part.as_deref(), audience.as_deref());
        let step = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
        let notice = step(&step(&self.0, "notices")?, service)?;
        serde_wasm_bindgen::from_value(step(&notice, &key)?).ok()
    }
}

/// The notices on the page, each with the form that it stands in.
pub(super) struct Notices(Vec<(Option<HtmlFormElement>, AuditTerms)>);

impl Notices {
    pub(super) fn find(everything: &[Element], widget: &WidgetHandle, book: &Book) -> Self {
        let places = everything
            .iter()
            .filter(|element| element.local_name() == "council-notice");
        let found = places.filter_map(|place| {
            let shown = widget.shown(place.unchecked_ref());
            let [service, part, audience] = shown.as_slice() else {
                return None;
            };
            Some((form_of(place), book.terms(service, part, audience)?))
        });
        Self(found.collect())
    }

    /// Finds the notice in the form, else the first that stands in no form and so speaks for the page.
    pub(super) fn of(&self, form: Option<&HtmlFormElement>) -> Option<&AuditTerms> {
        let stands_in = |wanted: Option<&HtmlFormElement>| {
            let found = self.0.iter().find(|(form, _)| form.as_ref() == wanted);
            found.map(|(_, terms)| terms)
        };
        form.and_then(|form| stands_in(Some(form)))
            .or_else(|| stands_in(None))
    }
}
