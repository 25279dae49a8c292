//! A notice that the page's own HTML holds already (an include, `includes/` of the published files): the widget takes it
//! over as it stands. One that has grown old is not swapped under the reader: the card says so, with the new answers behind.

use gloo::events::EventListener;
use js_sys::Reflect;
use notice::{manifest::Card, version::is_newer};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

use super::{Gate, element::mark, gate::lacking};

/// What the page shows without us.
pub(super) struct Include {
    /// The version that is shown, which a form records.
    pub(super) version: String,
    hash: String,
    lang: String,
    /// What is compared with it comes from a release that the browser still keeps (www/deferred/include.js).
    is_newest: bool,
}

impl Include {
    /// Reads what stands in `root`, where that came with the page.
    pub(super) fn of(element: &HtmlElement, root: &ShadowRoot) -> Option<Self> {
        let front = root.get_element_by_id("card-front")?;
        Some(Self {
            version: element.get_attribute("version")?,
            hash: element.get_attribute("hash")?,
            lang: front.get_attribute("lang")?,
            is_newest: Reflect::get(element, &"isNewest".into()).is_ok_and(|is| is.is_truthy()),
        })
    }

    /// Finds the hidden field in which it carries its version.
    pub(super) fn field(element: &Element) -> Option<HtmlInputElement> {
        let field = element.query_selector(":scope > input[name=council_notice]");
        field.ok()??.dyn_into().ok()
    }

    /// Says whether another notice is published by now. In another language only the version can be told apart. What a server
    /// has put in anew may be ahead of a gate that the browser still keeps: by its version, also where nobody can be asked.
    pub(super) fn is_old(&self, card: &Card) -> bool {
        let is_other = if self.lang == card.lang {
            self.hash != card.hash
        } else {
            self.version != card.version
        };
        is_other && !self.is_newest && !is_newer(&self.version, &card.version)
    }

    /// Says in the card that the notice has changed, tells the page, and calls `read` when the new answers are looked at.
    pub(super) fn tell_old(
        &self,
        gate: &Gate,
        root: &ShadowRoot,
        [index, view]: [&JsValue; 2],
        card: &Card,
        read: impl Fn() + 'static,
    ) -> Result<EventListener, JsValue> {
        let changed = gate.build(&Reflect::get(index, &"changed".into())?)?;
        let front = gate.build(&Reflect::get(view, &"front".into())?)?;
        mark(&front, &card.lang, &card.dir);
        changed.append_child(&front)?;
        let place = root
            .get_element_by_id("card-front")
            .ok_or_else(|| lacking("card"))?;
        place.after_with_node_1(&changed)?;
        // A wording may change under the same version: two numbers that are one would tell nobody what differs.
        let (other, version) = if self.version == card.version {
            ("the same version in other words", "")
        } else {
            ("version ", card.version.as_str())
        };
        let what = [
            "the page holds version ",
            &self.version,
            " of the notice \"",
            &card.id,
            "\"; published is ",
            other,
            version,
            ": put the include in anew",
        ];
        gate.fail("include", &what.concat());
        Ok(EventListener::new(&changed, "toggle", move |_| read()))
    }
}
