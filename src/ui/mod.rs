//! Leptos components, one face a file.
