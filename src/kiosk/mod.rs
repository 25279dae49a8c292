//! A screen that everyone shares: what it has beside the widget, and how it forgets.
//!
//! [`Screen`] hears what happens, asks [`notice::kiosk::Kiosk`] what it means, and does it. Every wipe goes one way:
//! somebody calls `CouncilNotice.reset()`, the gate tells `council-notice:reset`, and this wipes before the page hears.

mod came;
mod clock;
mod elements;
mod fields;
mod frames;
mod guard;
mod history;
mod language;
mod link;
mod listen;
mod mark;
mod reading;
mod screen;
mod speech;
mod take;
mod wipe;
mod worker;

pub use link::WidgetHandle;
pub use screen::open;
