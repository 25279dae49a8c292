//! What the screen's tools are set to, and what they ask for.

use leptos::prelude::*;

/// A language that the notices are published in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    pub dir: String,
}

/// The state of a shared screen, as its face shows it.
#[derive(Clone, Copy)]
pub struct Tools {
    /// Seconds until the wipe, while the warning stands.
    pub left: RwSignal<Option<u32>>,
    pub large: RwSignal<bool>,
    pub contrast: RwSignal<bool>,
    /// Code of the language in use.
    pub lang: RwSignal<String>,
    /// Whether there is a voice for it.
    pub voice: RwSignal<bool>,
    pub reading: RwSignal<bool>,
    /// The address that the square on the screen leads to.
    pub taken: RwSignal<Option<String>>,
    pub offline: RwSignal<bool>,
    /// A form was held back, for it would have been lost.
    pub unsent: RwSignal<bool>,
    /// The screen was wiped and nobody has touched it since.
    pub cleared: RwSignal<bool>,
    pub stay: Callback<()>,
    pub restart: Callback<()>,
    pub take: Callback<()>,
    pub read: Callback<()>,
    pub speak: Callback<String>,
}
