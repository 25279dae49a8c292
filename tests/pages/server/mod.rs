//! A static host for `dist/` that keeps to the published `_headers`, answers the demo's forms, remembers what was
//! asked of it, and misbehaves when a test wants it to.

mod behaviour;
mod echo;
pub(crate) mod files;
mod log;
mod ports;
mod rules;
mod sign_in;
mod tls;

use std::{
    io,
    path::PathBuf,
    sync::{Arc, PoisonError, atomic::Ordering},
};

use axum::{
    Router,
    routing::{get, post},
};
use tokio::task::AbortHandle;

pub(crate) use behaviour::{Behaviour, Fault};
use files::Host;
pub(crate) use log::{KEPT, Request};

/// A running server. Dropping it closes its ports.
pub(crate) struct Server {
    port: u16,
    log: Arc<log::Log>,
    host: Arc<Host>,
    task: AbortHandle,
    /// The port of https, and what answers there.
    tls: Option<(u16, AbortHandle)>,
}

/// What to serve, and how well.
pub(crate) struct Config {
    /// The published folder.
    pub dist: PathBuf,
    /// Pages of the tests' own, served under `/__test/`. With it, every page also gets the error collector, and there is an https
    /// origin beside the others.
    pub site: Option<PathBuf>,
    pub behaviour: Behaviour,
    /// 0 takes any free port.
    pub port: u16,
}

impl Server {
    /// Starts on 127.0.0.1, within the runtime of the caller.
    ///
    /// # Errors
    /// When the port is taken, `dist` holds no readable `_headers`, or no certificate can be made.
    pub(crate) async fn start(config: Config) -> io::Result<Self> {
        let rules = tokio::fs::read_to_string(config.dist.join("_headers")).await?;
        let listener = ports::listen(config.port).await?;
        let port = listener.local_addr()?.port();
        let log = Arc::new(log::Log::default());
        let secure = config.site.is_some();
        let host = Arc::new(Host {
            dist: config.dist.into(),
            down: false.into(),
            mended: false.into(),
            chance: 0.into(),
            site: config.site,
            behaviour: config.behaviour,
            rules: rules::parse(&rules),
            log: Arc::clone(&log),
            port,
        });
        let router = Router::new()
            .route("/demo/echo", post(echo::answer))
            .route("/__test/record", post(log::record).options(log::record))
            .route("/__test/sign-in/{kind}", get(sign_in::page))
            .fallback(files::serve)
            .layer(axum::middleware::from_fn_with_state(
                Arc::clone(&host),
                log::remember,
            ))
            .with_state(Arc::clone(&host));
        let tls = match secure {
            true => {
                let listener = ports::listen(0).await?;
                let (port, listener) = (listener.local_addr()?.port(), tls::Tls::new(listener)?);
                let router = router.clone();
                let task = tokio::spawn(async move { axum::serve(listener, router).await });
                Some((port, task.abort_handle()))
            }
            false => None,
        };
        let task = tokio::spawn(async move { axum::serve(listener, router).await }).abort_handle();
        Ok(Self {
            port,
            log,
            host,
            task,
            tls,
        })
    }

    /// The council's own address, with a slash at its end.
    pub(crate) fn home(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The same server as another origin, with a slash at its end.
    pub(crate) fn partner(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// The same server under another name of this machine, with a slash at its end.
    pub(crate) fn under(&self, host: &str) -> String {
        format!("http://{host}:{}/", self.port)
    }

    /// The same server over https, with a slash at its end.
    ///
    /// # Panics
    /// Without the tests' own pages, for it is not there then.
    pub(crate) fn secure(&self, host: &str) -> String {
        let (port, _) = self.tls.as_ref().expect("https is for the tests' pages");
        format!("https://{host}:{port}/")
    }

    /// From now on nothing is answered, or everything again.
    pub(crate) fn down(&self, down: bool) {
        self.host.down.store(down, Ordering::Relaxed);
    }

    /// From now on nothing goes wrong that its behaviour made go wrong.
    pub(crate) fn mend(&self) {
        self.host.mended.store(true, Ordering::Relaxed);
    }

    /// From now on files go wrong by chance, the same for the same seed; with 0 none does.
    pub(crate) fn chance(&self, seed: u32) {
        self.host.chance.store(seed, Ordering::Relaxed);
    }

    /// From now on another folder is served, as when a release is published.
    pub(crate) fn publish(&self, dist: PathBuf) {
        *self
            .host
            .dist
            .write()
            .unwrap_or_else(PoisonError::into_inner) = dist;
    }

    /// What was asked for so far, without the tests' own files.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.log.requests()
    }

    /// Forgets what was asked for so far.
    pub(crate) fn forget(&self) {
        self.log.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        if let Some((_, task)) = &self.tls {
            task.abort();
        }
    }
}
