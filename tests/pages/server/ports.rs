//! Ports that a browser has not seen yet.

use std::{
    collections::BTreeSet,
    io,
    net::Ipv4Addr,
    sync::{Mutex, PoisonError},
};

use tokio::net::TcpListener;

/// Those that this process has had.
static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// Listens on 127.0.0.1; for 0 at a port that this process has not had before. The operating system gives a port again
/// within a few hundred, and a browser still at work would answer for it from its cache, past every fault of the new
/// server.
///
/// # Errors
/// When the port is taken, or none is left.
pub(super) async fn listen(port: u16) -> io::Result<TcpListener> {
    // Held until a new one is found: what is in use is not given again.
    let mut old = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let given = listener.local_addr()?.port();
        let new = HAD
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(given);
        if new || port != 0 {
            return Ok(listener);
        }
        old.push(listener);
    }
}
