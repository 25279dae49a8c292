//! Which version of a notice was read last, in local storage: as long as the visitor allows it, and never on a shared
//! screen.

use leptos::prelude::window;
use notice::seen::key;
use web_sys::Storage;

use super::{Gate, mount_context::MountContext};

/// One key of local storage. A browser that refuses it remembers nothing.
pub(super) struct Memory {
    gate: Gate,
    /// The category or service that allows it.
    allowed_by: String,
    key: String,
}

impl Memory {
    /// Returns the key for one reader's view of a notice; nothing when it may not be used. What a choice that has run out has left
    /// there is then removed.
    pub(super) fn of(context: &MountContext, notice: &str, view: &str) -> Option<Self> {
        let allowed_by = context.seen_by.clone()?;
        if context.options.kiosk_idle().is_some() {
            return None;
        }
        let key = key(notice, view);
        if !context.gate.allows(&allowed_by) {
            let _ = Self::storage()?.remove_item(&key);
            return None;
        }
        Some(Self {
            gate: context.gate.clone(),
            allowed_by,
            key,
        })
    }

    fn storage() -> Option<Storage> {
        window().local_storage().ok().flatten()
    }

    /// Reads the version read last.
    pub(super) fn last(&self) -> Option<String> {
        Self::storage()?.get_item(&self.key).ok().flatten()
    }

    /// Keeps `version` as the one read last, if that is still allowed.
    pub(super) fn keep(&self, version: &str) {
        if let Some(storage) = Self::storage().filter(|_| self.gate.allows(&self.allowed_by)) {
            let _ = storage.set_item(&self.key, version);
        }
    }
}
