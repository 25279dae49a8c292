//! What tells one content from another in a file's name.

use sha2::{Digest, Sha256};

/// Hashes bytes into the first eight hexadecimal digits of their SHA-256.
#[must_use]
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
