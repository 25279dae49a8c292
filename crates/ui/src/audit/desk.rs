//! What the audit shows, and what its buttons ask for.

use leptos::prelude::*;
use notice::audit::PageAudit;

/// What the panel says after something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Nothing,
    /// The text is on the clipboard.
    Copied,
    /// The browser gives no clipboard; the text stands below, selected.
    Select,
    /// The field is marked on the page.
    Marked,
    /// The field is there, but cannot be seen now.
    Unseen,
}

/// The state of the audit, as its face shows it.
#[derive(Clone, Copy)]
pub struct Desk {
    pub page: RwSignal<PageAudit>,
    pub open: RwSignal<bool>,
    pub said: RwSignal<Said>,
    /// The line chosen: which form, which control of it.
    pub chosen: RwSignal<Option<[usize; 2]>>,
    /// Where the panel has no clipboard: the text to copy by hand.
    pub by_hand: RwSignal<Option<String>>,
    pub choose: Callback<[usize; 2]>,
    pub copy: Callback<()>,
    pub show: Callback<()>,
    pub close: Callback<()>,
}
