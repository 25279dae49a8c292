//! The widget's entry: `start(gate)` is what the gate calls, and what it answers with is what the gate can ask.
//!
//! The exports stand here and not in the library: the bundles are linked with that, and would carry whatever it exports.

fn main() {}

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod wasm {
    use council_notice::Gate;
    use js_sys::Promise;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, HtmlElement, ShadowRoot};

    /// See [`council_notice::start`].
    #[wasm_bindgen]
    pub fn start(gate: Gate) -> Promise {
        council_notice::start(gate, |widget| Widget(widget).into())
    }

    /// Passes on what is asked of [`council_notice::Widget`].
    #[wasm_bindgen]
    pub struct Widget(council_notice::Widget);

    #[wasm_bindgen]
    impl Widget {
        /// See [`council_notice::Widget::mount`].
        pub fn mount(&self, element: HtmlElement, root: ShadowRoot) {
            self.0.mount(element, root);
        }

        /// See [`council_notice::Widget::unmount`].
        pub fn unmount(&self, element: &HtmlElement) {
            self.0.unmount(element);
        }

        /// See [`council_notice::Widget::shown`].
        pub fn shown(&self, element: &HtmlElement) -> Vec<String> {
            self.0.shown(element)
        }

        /// See [`council_notice::Widget::values`].
        pub fn values(&self, element: Option<Element>) -> JsValue {
            self.0.values(element)
        }

        /// See [`council_notice::Widget::preferences`].
        pub fn preferences(&self) {
            self.0.preferences();
        }

        /// See [`council_notice::Widget::notice`].
        pub fn notice(&self, id: Option<String>, part: Option<String>) {
            self.0.notice(id, part);
        }

        /// See [`council_notice::Widget::reset`].
        pub fn reset(&self) {
            self.0.reset();
        }

        /// See [`council_notice::Widget::speak`].
        pub fn speak(&self, gate: Gate) -> Promise {
            self.0.speak(gate)
        }
    }
}
