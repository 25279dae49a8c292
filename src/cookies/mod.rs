//! What a cookie policy allows.

mod choice;
mod pattern;
mod policy;
mod signal;

pub use choice::{Share, Tick, granted, share};
pub use pattern::{Pattern, PatternError};
pub use policy::{Category, CategoryPolicy, Footing, Kind, Policy, Service, StoredItem};
pub use signal::SIGNALS;
