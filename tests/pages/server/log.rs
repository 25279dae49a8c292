//! What was asked of the server.

use std::{
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use axum::{
    body::Bytes,
    extract::{RawQuery, Request as Asked, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::files::Host;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub method: Method,
    /// Host name without its port.
    pub host: String,
    pub path: String,
    /// What was sent to `/__test/record`; empty elsewhere.
    pub body: String,
}

#[derive(Default)]
pub(crate) struct Log(Mutex<Vec<Request>>);

impl Log {
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.lock().clone()
    }

    /// How often a path was asked for.
    pub(crate) fn times(&self, path: &str) -> usize {
        self.lock().iter().filter(|one| one.path == path).count()
    }

    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    // A handler that panicked leaves the list as good as it was.
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Request>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes a request. The tests' own files and the icon that browsers ask for unbidden do not count.
pub(super) async fn remember(State(host): State<Arc<Host>>, asked: Asked, next: Next) -> Response {
    if host.down.load(Ordering::Relaxed) {
        // Closes the connection; not a panic that a report would show.
        std::panic::resume_unwind(Box::new("the network is gone"));
    }
    let path = asked.uri().path().to_owned();
    if !path.starts_with("/__test/") && path != "/favicon.ico" {
        let name = asked.headers().get(header::HOST).map_or("", |host| {
            host.to_str().unwrap_or("").split(':').next().unwrap_or("")
        });
        host.log.lock().push(Request {
            method: asked.method().clone(),
            host: name.to_owned(),
            path,
            body: String::new(),
        });
    }
    next.run(asked).await
}

/// How long the record is kept by [`record`] with `?keep`, in seconds: neither of the gate's own lives.
pub(crate) const KEPT: u32 = 30_000_000;

/// Takes a posted choice (`data-record-url`), from any origin. With `?keep` the reply sets the record's cookie once
/// more, as a council's own endpoint does where browsers cut short what scripts set; with `?keep-slowly` after a while, in
/// which the visitor may have chosen again; with `?keep&domain=…` on that domain.
pub(super) async fn record(
    State(host): State<Arc<Host>>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if method == Method::POST {
        host.log.lock().push(Request {
            method,
            host: String::new(),
            path: "/__test/record".to_owned(),
            body: String::from_utf8_lossy(&body).into_owned(),
        });
    }
    let open = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
    ];
    let mut response = (StatusCode::NO_CONTENT, open).into_response();
    let sent = headers.get(header::COOKIE);
    let record = sent
        .and_then(|cookies| cookies.to_str().ok())
        .and_then(|cookies| {
            cookies
                .split("; ")
                .find(|one| one.starts_with("council_notice="))
        });
    let query = query.unwrap_or_default();
    if query == "keep-slowly" {
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    let domain = query.split_once("&domain=");
    let domain = domain.map_or(String::new(), |(_, name)| format!("Domain={name}; "));
    if let (true, Some(record)) = (query.starts_with("keep"), record)
        && let Ok(cookie) =
            format!("{record}; {domain}Path=/; Max-Age={KEPT}; SameSite=Lax").parse()
    {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
