//! What a cookie policy allows.

mod policy;

pub use policy::{Category, CategoryPolicy, Footing, Policy, StoredItem};
