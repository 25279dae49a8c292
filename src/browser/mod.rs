//! The page, one platform fact a file. Everything that touches the DOM outside a component is here.

pub mod audit;
mod bundle;
mod clipboard;
mod copy;
mod dialog;
mod field;
mod form;
mod gate;
pub mod kiosk;
mod memory;
mod mount;
mod past;
mod place;
mod preferences;
mod read;
mod setting;
mod style;
mod widget;

pub use dialog::{clicked_within, close_modal, show_modal};
pub use gate::Gate;
pub use place::{Fill, Place};
pub use widget::{Widget, start};
