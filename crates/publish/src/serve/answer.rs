//! Answers to requests: the files of the last build by their real addresses, and the preview's own pages beside them. Nothing
//! here reads a disk, so no path leads out of the site.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, Response, StatusCode, header},
};
use percent_encoding::percent_decode_str;

use super::{
    host::HostNames,
    state::{Now, State},
};
use crate::Release;

/// Where the preview's own pages stand.
pub(super) const START: &str = "/_preview/";

/// The preview's own files, by name, with their types.
const OWN: [(&str, &str, &str); 6] = [
    ("", "text/html; charset=utf-8", include_str!("start.html")),
    (
        "start.css",
        "text/css; charset=utf-8",
        include_str!("start.css"),
    ),
    (
        "start.js",
        "text/javascript; charset=utf-8",
        include_str!("start.js"),
    ),
    (
        "try.html",
        "text/html; charset=utf-8",
        include_str!("try.html"),
    ),
    (
        "try.js",
        "text/javascript; charset=utf-8",
        include_str!("try.js"),
    ),
    (
        "reload.js",
        "text/javascript; charset=utf-8",
        include_str!("reload.js"),
    ),
];

/// What stands in place of every page until a build has gone well.
const WAITING: &str = include_str!("waiting.html");

/// Of the preview's own pages: nothing from elsewhere, and in frames of its own alone.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

/// How a whole page begins.
const DOCTYPE: &str = "<!doctype html";

/// Has each page ask whether there was a build.
const RELOAD: &str = "<script async src=\"/_preview/reload.js\"></script>";

/// Answers a request.
pub(super) fn to(request: &Request, state: &State, names: &HostNames) -> Response<Body> {
    let host = request.headers().get(header::HOST);
    if !names.hold(host.and_then(|host| host.to_str().ok())) {
        return plain(
            StatusCode::MISDIRECTED_REQUEST,
            "This preview goes by another name.\n  \
             help: start it with --host and the name or number that stands in the address, as in --host notices.example\n",
        );
    }
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
    match *request.method() {
        Method::GET | Method::HEAD => {}
        Method::POST => {
            return plain(
                StatusCode::OK,
                "The form was sent. The preview keeps nothing of it.\n",
            );
        }
        _ => {
            return plain(
                StatusCode::METHOD_NOT_ALLOWED,
                "A preview can only be read.\n",
            );
        }
    }
    match path.strip_prefix(START) {
        Some(name) => own(name, state),
        None => {
            let mut response = published(&path, state);
            share(&mut response, request, &state.preview.origins);
            response
        }
    }
}

/// Lets pages of the origins that were named load what is published, and no others. A script's tag says no origin: where any
/// is named, whoever knows the address can run the scripts, and still read nothing.
fn share(response: &mut Response<Body>, request: &Request, origins: &[String]) {
    // What is not published yet is for nobody else: whatever site is open in the same browser can ask here, too.
    response.headers_mut().remove("access-control-allow-origin");
    if origins.is_empty() {
        set(response, "cross-origin-resource-policy", "same-origin");
        return;
    }
    set(response, "cross-origin-resource-policy", "cross-origin");
    set(response, "vary", "origin");
    let asked = request.headers().get(header::ORIGIN);
    let asked = asked.and_then(|origin| origin.to_str().ok());
    let named = |origin: &&String| asked == Some(origin.trim_end_matches('/'));
    if let Some(origin) = origins.iter().find(named) {
        set(
            response,
            "access-control-allow-origin",
            origin.trim_end_matches('/'),
        );
    }
}

fn own(name: &str, state: &State) -> Response<Body> {
    let now = state.now();
    let (kind, text) = match name {
        "build" => ("text/plain; charset=utf-8", now.build.to_string()),
        "wrong" => (
            "text/plain; charset=utf-8",
            now.wrong.clone().unwrap_or_default(),
        ),
        "site.json" => {
            let site =
                serde_json::json!({ "build": now.build, "wrong": now.wrong, "site": now.overview });
            ("application/json", site.to_string())
        }
        name => match OWN.iter().find(|(own, ..)| *own == name) {
            Some((_, kind, text)) => (*kind, (*text).to_owned()),
            None => {
                return plain(
                    StatusCode::NOT_FOUND,
                    "There is no such page of the preview.\n",
                );
            }
        },
    };
    let mut response = Response::new(Body::from(text));
    set(&mut response, "content-type", kind);
    set(&mut response, "cache-control", "no-store");
    set(&mut response, "content-security-policy", POLICY);
    set(&mut response, "x-content-type-options", "nosniff");
    response
}

fn published(path: &str, state: &State) -> Response<Body> {
    let now = state.now();
    let name = path.trim_start_matches('/');
    let Some(release) = &now.release else {
        return waiting(name, &now);
    };
    let Some((name, bytes)) = found(release, name) else {
        if release.get(&format!("{name}/index.html")).is_some() {
            let mut response = plain(StatusCode::MOVED_PERMANENTLY, "");
            set(&mut response, "location", &format!("/{name}/"));
            return response;
        }
        return plain(
            StatusCode::NOT_FOUND,
            "There is no such file in this release. The preview begins at /_preview/.\n",
        );
    };
    // Not an include: what is copied from there is no place for a script of the preview.
    let is_page = name.ends_with(".html")
        && bytes
            .get(..DOCTYPE.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE.as_bytes()));
    let body = if is_page {
        [bytes, RELOAD.as_bytes()].concat()
    } else {
        bytes.to_vec()
    };
    let mut response = Response::new(Body::from(body));
    set(&mut response, "content-type", kind(&name));
    for (header, value) in release.headers(path) {
        set(&mut response, header, value);
    }
    // Whatever has no hash in its name may be another the next time.
    if !release
        .headers(path)
        .any(|(_, value)| value.contains("immutable"))
    {
        set(&mut response, "cache-control", "no-cache");
    }
    response
}

/// Answers before any build went well. A page says why, and loads itself anew after the next build.
fn waiting(name: &str, now: &Now) -> Response<Body> {
    let wrong = now.wrong.as_deref();
    let said = wrong.unwrap_or("The first build is under way.");
    let file = name.rsplit('/').next().unwrap_or_default();
    if file.contains('.') && !file.ends_with(".html") {
        return plain(StatusCode::SERVICE_UNAVAILABLE, said);
    }
    let title = if wrong.is_some() {
        "The preview cannot build the site"
    } else {
        "The preview builds the site"
    };
    let page = WAITING
        .replace("{title}", title)
        .replace("{build}", &now.build.to_string())
        .replace("{said}", &escaped(said));
    let mut response = plain(StatusCode::SERVICE_UNAVAILABLE, &page);
    set(&mut response, "content-type", "text/html; charset=utf-8");
    set(&mut response, "content-security-policy", POLICY);
    response
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Finds a file by its address: a folder is its page, and some hosts leave the `.html` out.
fn found<'a>(release: &'a Release, name: &str) -> Option<(String, &'a [u8])> {
    let names = if name.is_empty() || name.ends_with('/') {
        vec![format!("{name}index.html")]
    } else {
        vec![name.to_owned(), format!("{name}.html")]
    };
    names
        .into_iter()
        .find_map(|name| Some((name.clone(), release.get(&name)?)))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        Some("ts" | "txt" | "conf") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    set(&mut response, "content-type", "text/plain; charset=utf-8");
    set(&mut response, "x-content-type-options", "nosniff");
    set(&mut response, "cache-control", "no-store");
    response
}

/// Sets a header of our own words; what no header can hold is left out.
fn set(response: &mut Response<Body>, name: &str, value: &str) {
    let name = header::HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        response.headers_mut().insert(name, value);
    }
}
