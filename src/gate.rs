//! What the gate (`www/gate`) offers to the widget: the only way to the choice record, and to the page's tag.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// What the gate hands to [`start`](super::start).
    #[derive(Clone)]
    pub type Gate;

    /// Returns the address of the gate and of the pages, ending in a slash.
    #[wasm_bindgen(method, getter)]
    pub(super) fn home(this: &Gate) -> String;

    /// Returns the address of the files that have a hash in their names, ending in a slash: the same, or on another host.
    #[wasm_bindgen(method, getter)]
    pub(super) fn files(this: &Gate) -> String;

    /// Returns the address of the static page of a notice, of the list of notices for "", at a part unless that is "".
    #[wasm_bindgen(method)]
    pub(super) fn address(this: &Gate, service: &str, part: &str) -> String;

    /// Returns what the tag asks for: [`Options`](notice::options::Options).
    #[wasm_bindgen(method, getter)]
    pub(super) fn options(this: &Gate) -> JsValue;

    /// Returns the page's language, as far as we speak it.
    #[wasm_bindgen(method, getter)]
    pub(super) fn lang(this: &Gate) -> String;

    /// Names the file of the index in the page's language.
    #[wasm_bindgen(method, getter)]
    pub(super) fn index(this: &Gate) -> String;

    /// Describes where everything in a form stands, and how the neighbours of a field and its label look
    /// (www/deferred/beside.js): alike before and after, nothing has moved.
    #[wasm_bindgen(method)]
    pub(super) fn still(this: &Gate, scope: &Element, field: &Element, label: &Element) -> String;

    /// Says whether an element of ours is drawn where it stands.
    #[wasm_bindgen(method, js_name = isDrawn)]
    pub(super) fn is_drawn(this: &Gate, host: &HtmlElement) -> bool;

    /// Says whether an element of ours goes along with whatever scrolls around it.
    #[wasm_bindgen(method, js_name = isCarried)]
    pub(super) fn is_carried(this: &Gate, host: &HtmlElement) -> bool;

    /// Lists the edges of all words and controls of a form: left, top, right and bottom of each.
    #[wasm_bindgen(method)]
    pub(super) fn taken(this: &Gate, scope: &Element) -> Vec<f64>;

    /// Gives the button in `host` the font and colour of what it stands beside, and measures, in pixels of the window:
    ///
    /// - the edges (left, top, right, bottom) of the button's own words, then those of the field;
    /// - the left and the right edge that the button keeps within;
    /// - whether the label is written from right to left, as 1 or 0;
    /// - how much lower a line of the label's size has its baseline;
    /// - the edges of the label's last line, unless that cannot be seen.
    ///
    /// Empty where there is nothing to stand beside, or nothing can be measured yet.
    #[wasm_bindgen(method)]
    pub(super) fn around(
        this: &Gate,
        host: &HtmlElement,
        scope: &Element,
        field: &Element,
        label: Option<&Element>,
    ) -> Vec<f64>;

    /// Moves the button in `host`.
    #[wasm_bindgen(method)]
    pub(super) fn stand(
        this: &Gate,
        host: &HtmlElement,
        scope: &Element,
        field: &Element,
        left: f64,
        top: f64,
        is_sign: bool,
    );

    /// Gives an element of ours the page's light or dark and its font, from now on.
    #[wasm_bindgen(method, js_name = matchPage)]
    pub(super) fn match_page(this: &Gate, element: &HtmlElement);

    #[wasm_bindgen(method, catch, js_name = fetchJson)]
    pub(super) async fn fetch_json(this: &Gate, name: &str) -> Result<JsValue, JsValue>;

    /// Returns what a bundle is to be started with: its WebAssembly, held against what the page has pinned; else undefined.
    #[wasm_bindgen(method, catch, js_name = checkedModule)]
    pub(super) async fn checked_module(this: &Gate, bundle: &str) -> Result<JsValue, JsValue>;

    /// Returns the record of the choice; null before one was made.
    #[wasm_bindgen(method)]
    pub(super) fn choice(this: &Gate) -> JsValue;

    #[wasm_bindgen(method)]
    pub(super) fn allows(this: &Gate, category: &str) -> bool;

    /// Returns the ids that are allowed now: a choice's, or without one those of the exempt footing.
    #[wasm_bindgen(method)]
    pub(super) fn granted(this: &Gate) -> js_sys::Array;

    /// Has the deferred module scan the page, for it to put the receipt into the preferences. It reports its own errors.
    #[wasm_bindgen(method)]
    pub(super) fn summon(this: &Gate);

    #[wasm_bindgen(method)]
    pub(super) fn save(this: &Gate, categories: Vec<String>);

    #[wasm_bindgen(method)]
    pub(super) fn reject(this: &Gate);

    /// Calls `CouncilNotice.reset()`.
    #[wasm_bindgen(method)]
    pub(super) fn reset(this: &Gate);

    /// Makes the element of a tree, without `innerHTML`. What is no tree, as in a damaged file, is an error.
    #[wasm_bindgen(method, catch)]
    pub(super) fn build(this: &Gate, tree: &JsValue) -> Result<Element, JsValue>;

    /// Dispatches `council-notice:<name>` on the document.
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Gate, name: &str, detail: &JsValue);

    /// Tells `council-notice:error`.
    #[wasm_bindgen(method)]
    pub(super) fn fail(this: &Gate, stage: &str, message: &str);

    /// Returns the form of a notice, or the container that acts as one.
    #[wasm_bindgen(method, js_name = formOf)]
    pub(super) fn form_of(this: &Gate, notice: &Element) -> Option<Element>;

    /// Returns which notice the tag, or the page's address, asks for now: a [`NoticeSelection`](super::contents::NoticeSelection);
    /// null for none.
    #[wasm_bindgen(method)]
    pub(super) fn wanted(this: &Gate) -> JsValue;
}

impl Gate {
    /// Keeps with the gate which version of a notice was shown: a choice's receipt names them (`www/deferred/receipt.js`), and
    /// may be made long after `council-notice:notice` was told.
    pub(super) fn shown(&self, id: &str, version: &str) -> Result<(), JsValue> {
        let key = JsValue::from("notices");
        let mut notices = Reflect::get(self, &key)?;
        if notices.is_undefined() {
            notices = Object::new().into();
            Reflect::set(self, &key, &notices)?;
        }
        Reflect::set(&notices, &id.into(), &version.into()).map(drop)
    }
}

/// Makes a plain object of strings, for event details and attributes.
pub(super) fn object(entries: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object.into()
}

/// Makes an error for what every page has, as a rule: `what` completes "the page has no …".
pub(super) fn lacking(what: &str) -> JsValue {
    ["the page has no ", what].concat().into()
}

/// Reads what an error says, for `detail.message`.
pub(super) fn message(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_default()
}
