//! The form audit over a page, for whoever edits it: every form held against its notice, and what is stored unasked.
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
