//! What a cookie policy allows.

mod choice;
mod pattern;
mod policy;
mod receipt;
mod signal;

pub use choice::{Share, Tick, granted, share};
pub use pattern::{Pattern, PatternError};
pub use policy::{Category, CategoryPolicy, Footing, Kind, Policy, Service, StoredItem};
pub use receipt::{
    Event, EventState, EventType, NoticeReference, Party, PolicyReference, Purpose, Receipt,
    SCHEMA, Terms,
};
pub use signal::SIGNALS;
