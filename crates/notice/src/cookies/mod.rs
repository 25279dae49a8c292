//! What a cookie policy allows.
//!
//! | module | about |
//! |---|---|
//! | `policy` | categories, services and what they store |
//! | `pattern` | names of cookies and storage keys, with `*` |
//! | `choice` | what a visitor allows, as the preferences show it |
//! | `life` | for how long a choice holds |
//! | `receipt` | the receipt of a choice |
//! | `signal` | which signal of Google's Consent Mode follows which category |

mod choice;
pub mod life;
mod pattern;
mod policy;
mod receipt;
mod signal;

pub use choice::{Share, Tick, granted, share};
pub use pattern::{Pattern, PatternError};
pub use policy::{Category, CategoryPolicy, Footing, Policy, Service, StorageKind, StoredItem};
pub use receipt::{
    EventState, EventType, NoticeReference, Party, PolicyReference, Receipt, ReceiptEvent,
    ReceiptPurpose, ReceiptTemplate, SCHEMA,
};
pub use signal::SIGNALS;
