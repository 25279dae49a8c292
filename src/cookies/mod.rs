//! What a cookie policy allows.

mod pattern;
mod policy;

pub use pattern::{Pattern, PatternError};
pub use policy::{Category, CategoryPolicy, Footing, Kind, Policy, Service, StoredItem};
