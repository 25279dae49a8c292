//! What the screen's tools are set to, and what they ask for.

use leptos::prelude::*;

/// A language that the notices are published in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeLanguage {
    /// Its BCP 47 code.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// Which way it is written: `ltr` or `rtl`.
    pub dir: String,
}

/// Holds the state of a shared screen, as the tools show it.
#[derive(Clone, Copy)]
pub struct Tools {
    /// Seconds until the wipe, while the warning stands.
    pub left: RwSignal<Option<u32>>,
    /// Whether the text is enlarged.
    pub large: RwSignal<bool>,
    /// Whether contrast is high.
    pub contrast: RwSignal<bool>,
    /// Code of the language in use.
    pub lang: RwSignal<String>,
    /// Whether there is a voice for it.
    pub voice: RwSignal<bool>,
    /// Whether the notice is being read aloud.
    pub reading: RwSignal<bool>,
    /// The address that the square on the screen leads to.
    pub taken: RwSignal<Option<String>>,
    /// Whether there is no connection.
    pub offline: RwSignal<bool>,
    /// A form was held back, for it would have been lost.
    pub unsent: RwSignal<bool>,
    /// The screen was wiped and nobody has touched it since.
    pub cleared: RwSignal<bool>,
    /// Somebody is still there.
    pub stay: Callback<()>,
    /// The visit is over: everything is to be wiped.
    pub restart: Callback<()>,
    /// The notice is to be taken along.
    pub take: Callback<()>,
    /// The notice is to be read aloud, or no longer.
    pub read: Callback<()>,
    /// Another language was chosen, by its code.
    pub speak: Callback<String>,
}
