//! What was asked of the server.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    body::Bytes,
    extract::{Request as Asked, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::files::Host;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: Method,
    /// Host name without its port.
    pub host: String,
    pub path: String,
    /// What was sent to `/__test/record`; empty elsewhere.
    pub body: String,
}

#[derive(Default)]
pub struct Log(Mutex<Vec<Request>>);

impl Log {
    pub fn requests(&self) -> Vec<Request> {
        self.lock().clone()
    }

    pub fn clear(&self) {
        self.lock().clear();
    }

    // A handler that panicked leaves the list as good as it was.
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Request>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes a request. The tests' own files and the icon that browsers ask for unbidden do not count.
pub async fn remember(State(log): State<Arc<Log>>, asked: Asked, next: Next) -> Response {
    let path = asked.uri().path().to_owned();
    if !path.starts_with("/__test/") && path != "/favicon.ico" {
        let host = asked.headers().get(header::HOST).map_or("", |host| {
            host.to_str().unwrap_or("").split(':').next().unwrap_or("")
        });
        log.lock().push(Request {
            method: asked.method().clone(),
            host: host.to_owned(),
            path,
            body: String::new(),
        });
    }
    next.run(asked).await
}

/// Takes a posted choice (`data-record-url`), from any origin.
pub async fn record(State(host): State<Arc<Host>>, method: Method, body: Bytes) -> Response {
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
    (StatusCode::NO_CONTENT, open).into_response()
}
