//! What the audit shows, and what its buttons ask for.

use leptos::prelude::*;
use notice::audit::PageAudit;

/// Says what the panel reports after something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditMessage {
    /// Nothing was done yet.
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

/// Holds the state of the audit, as the panel shows it.
#[derive(Clone, Copy)]
pub struct AuditState {
    /// What was found on the page.
    pub page: RwSignal<PageAudit>,
    /// Whether the panel is open.
    pub open: RwSignal<bool>,
    /// What the panel says at the moment.
    pub said: RwSignal<AuditMessage>,
    /// The line chosen: which form, which control of it.
    pub chosen: RwSignal<Option<[usize; 2]>>,
    /// Where the panel has no clipboard: the text to copy by hand.
    pub by_hand: RwSignal<Option<String>>,
    /// A line was chosen.
    pub choose: Callback<[usize; 2]>,
    /// The text is to be copied.
    pub copy: Callback<()>,
    /// The panel is to open again.
    pub show: Callback<()>,
    /// The panel is to close.
    pub close: Callback<()>,
}
