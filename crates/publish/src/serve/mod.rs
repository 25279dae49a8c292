//! A preview of a site: built in memory, served with the real headers, built anew at each change. It is for one person at
//! one machine: it listens on loopback unless it is told otherwise, and answers only to names of its own.

mod answer;
mod host;
mod state;
mod watch;

pub use state::PreviewEvent;

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    thread,
};

use axum::{Router, extract::Request};
use tokio::{net::TcpListener, runtime};

use super::{Engine, ReleaseOptions};
use state::State;

/// Says which folder is served, and who may ask for it.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The site folder.
    pub site: PathBuf,
    /// What is the same for every site.
    pub engine: Engine,
    /// As for a build.
    pub options: ReleaseOptions,
    /// Where to listen; port 0 takes any that is free.
    pub at: SocketAddr,
    /// Host names that it answers to, beside those by which this machine knows itself.
    pub names: Vec<String>,
    /// Origins elsewhere whose pages may load it.
    pub origins: Vec<String>,
}

/// Serves until it is stopped from outside. Calls `told` with the address, and then before and after every build.
///
/// # Errors
/// An address that cannot be listened on.
pub fn serve(preview: Preview, told: impl Fn(&PreviewEvent) + Send + 'static) -> io::Result<()> {
    runtime::Builder::new_current_thread()
        .enable_io()
        .build()?
        .block_on(async {
            let listener = TcpListener::bind(preview.at).await?;
            let address = listener.local_addr()?;
            told(&PreviewEvent::Listening(format!(
                "http://{}{}",
                reached(address),
                answer::START
            )));
            let names = host::HostNames::new(address, &preview.names);
            let state = Arc::new(State::new(preview));
            let built = Arc::clone(&state);
            thread::spawn(move || watch::watch(&built, &told));
            let router = Router::new().fallback(move |request: Request| {
                let (state, names) = (Arc::clone(&state), names.clone());
                async move { answer::to(&request, &state, &names) }
            });
            axum::serve(listener, router).await
        })
}

/// Returns the address at which this machine reaches itself: that of every network is none that a browser can ask.
fn reached(at: SocketAddr) -> SocketAddr {
    let own: IpAddr = match at.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    (own, at.port()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_can_be_opened() {
        for (at, told) in [
            ("127.0.0.1:8000", "127.0.0.1:8000"),
            ("192.0.2.7:8000", "192.0.2.7:8000"),
            ("0.0.0.0:8000", "127.0.0.1:8000"),
            ("[::]:8000", "[::1]:8000"),
        ] {
            assert_eq!(reached(at.parse().expect("an address")).to_string(), told);
        }
    }
}
