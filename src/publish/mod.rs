//! Notices into `dist/`.
