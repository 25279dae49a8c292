//! The form audit over a page, for the page's editors: compares every form with its notice, and lists what is stored undeclared.
//!
//! Loaded only where the tag has `data-audit` and the address `council-notice=audit`. It reads the page and changes
//! nothing of it: its panel, and the frame that it draws round a field, stand in a shadow root of its own.

mod controls;
mod frame;
mod link;
mod panel;
mod terms;
mod ungated;

pub use link::WidgetHandle;
pub use panel::open;
