//! What every notice needs to be shown.

use std::rc::Rc;

use notice::{options::Options, strings::Strings};
use wasm_bindgen::JsValue;

use super::{Gate, style::Style};

/// Holds what every notice needs to be shown.
pub(super) struct MountContext {
    pub(super) gate: Gate,
    pub(super) options: Options,
    pub(super) t: Strings,
    pub(super) style: Rc<Style>,
    /// The age below which the line for children speaks when a notice has none.
    pub(super) under: u8,
    /// The category or service that allows to keep which version was read.
    pub(super) seen_by: Option<String>,
    /// The index as it came, with its trees.
    pub(super) index: JsValue,
}
