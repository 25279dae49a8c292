//! Files, with the headers that the published `_headers` wants for them.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};

use futures_util::{StreamExt as _, stream};

use super::{
    behaviour::{Behaviour, Fault},
    log::Log,
    rules::{self, Rule},
};

/// What the handlers share.
pub(crate) struct Host {
    pub dist: RwLock<PathBuf>,
    /// No answer at all, as when the network is gone.
    pub down: AtomicBool,
    /// No fault of the behaviour's any more.
    pub mended: AtomicBool,
    /// What the next fault by chance is drawn from; 0 for a steady host.
    pub chance: AtomicU32,
    pub site: Option<PathBuf>,
    pub behaviour: Behaviour,
    pub rules: Vec<Rule>,
    pub log: Arc<Log>,
    pub port: u16,
}

pub(crate) async fn serve(State(host): State<Arc<Host>>, request: Request) -> Response {
    let path = request.uri().path();
    let faults: Vec<Fault> = host.faults(path).chain(host.by_chance(path)).collect();
    for &fault in &faults {
        match fault {
            Fault::Missing => return not_found(),
            Fault::MissingOnce if host.log.times(path) < 2 => return not_found(),
            Fault::Slow(delay) => tokio::time::sleep(delay).await,
            Fault::Silent => std::future::pending().await,
            Fault::MissingOnce
            | Fault::WrongType
            | Fault::Truncated
            | Fault::TruncatedOnce
            | Fault::Changed
            | Fault::NoCors => {}
        }
    }
    let Some(file) = host.file(host.behaviour.file_of(path)) else {
        return not_found();
    };
    if file.is_dir() {
        return Redirect::permanent(&format!("{path}/")).into_response();
    }
    let html = file.extension().is_some_and(|kind| kind == "html");
    let (mut bytes, encoding) = match host.read(&file, html, request.headers()).await {
        Ok(read) => read,
        Err(_) => return not_found(),
    };
    for (from, to) in host.behaviour.edits(path) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.contains(from), "{path} has no {from}");
        bytes = text.replace(from, to).into_bytes();
    }
    if html && host.site.is_some() {
        bytes = host.prepare(path, &bytes);
    }
    let mut headers = HeaderMap::new();
    insert(&mut headers, "content-type", mime(&file));
    if let Some(encoding) = encoding {
        insert(&mut headers, "content-encoding", encoding);
        insert(&mut headers, "vary", "Accept-Encoding");
    }
    for (name, value) in rules::headers(&host.rules, path) {
        insert(&mut headers, &name, &value);
    }
    if html && let Some(policy) = host.behaviour.policy_of(path) {
        insert(&mut headers, "content-security-policy", &host.fill(policy));
    }
    for fault in faults {
        match fault {
            Fault::WrongType => insert(&mut headers, "content-type", "text/plain"),
            Fault::TruncatedOnce if host.log.times(path) > 1 => {}
            Fault::Truncated | Fault::TruncatedOnce => bytes.truncate(bytes.len() / 2),
            Fault::Changed if path.ends_with(".wasm") => bytes.extend([0, 1, 0]),
            Fault::Changed => bytes.push(b'\n'),
            Fault::NoCors => {
                headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
            }
            Fault::Missing | Fault::MissingOnce | Fault::Slow(_) | Fault::Silent => {}
        }
    }
    let body = match host.behaviour.pause_in(path, &bytes) {
        Some((at, lasts)) => paused(bytes, at, lasts),
        None => Body::from(bytes),
    };
    (headers, body).into_response()
}

/// Sends what comes before a byte, and the rest after a while.
fn paused(mut bytes: Vec<u8>, at: usize, lasts: Duration) -> Body {
    let rest = bytes.split_off(at);
    let parts = [(Duration::ZERO, bytes), (lasts, rest)];
    let parts = stream::iter(parts).then(async |(wait, part)| {
        tokio::time::sleep(wait).await;
        Ok::<_, std::io::Error>(part)
    });
    Body::from_stream(parts)
}

impl Host {
    fn faults(&self, path: &str) -> impl Iterator<Item = Fault> {
        let mended = self.mended.load(Ordering::Relaxed);
        self.behaviour.faults(path).filter(move |_| !mended)
    }

    /// Half of all files go wrong while chance rules; a page never, for without it there is nothing to try.
    fn by_chance(&self, path: &str) -> Option<Fault> {
        let is_page = path.ends_with('/') || path.ends_with(".html");
        let next = |now: u32| {
            let now = now ^ (now << 13);
            let now = now ^ (now >> 17);
            (now != 0 && !is_page).then_some(now ^ (now << 5))
        };
        let drawn = self
            .chance
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, next)
            .ok()?;
        match drawn >> 16 & 7 {
            0 => Some(Fault::Missing),
            1 => Some(Fault::WrongType),
            2 => Some(Fault::Truncated),
            3 => Some(Fault::Slow(Duration::from_millis(400))),
            _ => None,
        }
    }

    fn dist(&self) -> PathBuf {
        // Whoever panicked while switching has failed the test already.
        self.dist
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Where the file of a path is; a folder when the path lacks its slash.
    fn file(&self, path: &str) -> Option<PathBuf> {
        // Hosts read these; they do not publish them.
        if path == "/_headers" || path.starts_with("/nginx") && path.ends_with(".conf") {
            return None;
        }
        let dist = self.dist();
        // What only tests need, where this server has it; the longest beginning first.
        let of_tests = self.site.iter().flat_map(|site| {
            [
                ("/__test/hosts/npm/", libraries()),
                ("/__test/hosts/", hosts_folder()),
                ("/__test/", site.clone()),
                ("/__lib/", PathBuf::from(LIBRARIES)),
            ]
        });
        let found = of_tests
            .filter_map(|(start, folder)| Some((folder, path.strip_prefix(start)?)))
            .next();
        let (mut file, rest) = found.unwrap_or((dist, path.trim_start_matches('/')));
        for part in rest.split('/').filter(|part| !part.is_empty()) {
            // Published names are plain: whatever could climb out of the folder is not one of them.
            if part.starts_with('.') || part.contains(['\\', '%']) {
                return None;
            }
            file.push(part);
        }
        if path.ends_with('/') {
            file.push("index.html");
        }
        file.exists().then_some(file)
    }

    /// The file itself, or its compressed twin when the browser takes it. A page that the tests will add to is read
    /// plain.
    async fn read(
        &self,
        file: &Path,
        html: bool,
        headers: &HeaderMap,
    ) -> std::io::Result<(Vec<u8>, Option<&'static str>)> {
        // A module that fails on purpose must fail for that reason, not for a broken compression.
        let edited = !self.behaviour.edits(&file.to_string_lossy()).is_empty();
        let plain = html && self.site.is_some() || edited || self.has_truncation(file);
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("");
        for (suffix, encoding) in [("br", "br"), ("gz", "gzip")] {
            let taken = accepted.split(',').any(|one| {
                one.split(';')
                    .next()
                    .is_some_and(|name| name.trim() == encoding)
            });
            if taken && !plain {
                let twin = PathBuf::from(format!("{}.{suffix}", file.display()));
                if let Ok(bytes) = tokio::fs::read(twin).await {
                    return Ok((bytes, Some(encoding)));
                }
            }
        }
        Ok((tokio::fs::read(file).await?, None))
    }

    fn has_truncation(&self, file: &Path) -> bool {
        self.faults(&file.to_string_lossy()).any(|fault| {
            matches!(
                fault,
                Fault::Truncated | Fault::TruncatedOnce | Fault::Changed
            )
        })
    }

    /// Adds the error collector as the page's first script, and the two origins where the tests' pages name them.
    fn prepare(&self, path: &str, bytes: &[u8]) -> Vec<u8> {
        let mut page = String::from_utf8_lossy(bytes).into_owned();
        let nonce = self
            .behaviour
            .policy_of(path)
            .and_then(|policy| policy.split_once("'nonce-"))
            .and_then(|(_, rest)| rest.split_once('\''))
            .map(|(nonce, _)| format!(" nonce=\"{nonce}\""))
            .unwrap_or_default();
        // A page of which every node counts brings it itself.
        if page.contains(COLLECTOR) {
            return self.fill(&page).into_bytes();
        }
        let collector = format!("<script src=\"{COLLECTOR}\"{nonce}></script>");
        let head = page.find("<head").and_then(|at| {
            let end = page[at..].find('>')?;
            Some(at + end + 1)
        });
        page.insert_str(head.unwrap_or(0), &collector);
        if path.starts_with("/__test/") {
            page = self.fill(&page);
        }
        page.into_bytes()
    }

    fn fill(&self, text: &str) -> String {
        let fragment = || {
            let file = self.dist().join("consent-mode.html");
            let edits = self.behaviour.edits(FRAGMENT).into_iter();
            edits.fold(
                std::fs::read_to_string(file).unwrap_or_default(),
                |text, (from, to)| text.replace(from, to),
            )
        };
        let text = match text.contains(FRAGMENT) {
            true => &text.replace(FRAGMENT, &fragment()),
            false => text,
        };
        text.replace("{home}", &format!("http://127.0.0.1:{}", self.port))
            .replace("{partner}", &format!("http://localhost:{}", self.port))
    }
}

/// What the error collector is asked for by.
const COLLECTOR: &str = "/__test/collect.js";

/// Pages as other people make them.
fn hosts_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hosts")
}

/// What they are made with: named by a variable, or where the tools are kept.
pub(crate) fn libraries() -> PathBuf {
    let cache = || {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache")));
        cache
            .unwrap_or_default()
            .join("council-notice/hosts/node_modules")
    };
    std::env::var_os("COUNCIL_NOTICE_HOSTS").map_or_else(cache, PathBuf::from)
}

/// Where a page of the tests includes the fragment for Consent Mode, and the fragment's name for a behaviour's edits.
const FRAGMENT: &str = "{consent-mode}";

/// Where Debian puts the libraries that old pages load (tools/browsers.sh).
pub(crate) const LIBRARIES: &str = "/usr/share/javascript";

fn not_found() -> Response {
    let page = "<!doctype html><html lang=\"en\"><title>Not found</title><h1>Not found</h1>";
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (StatusCode::NOT_FOUND, kind, page).into_response()
}

// A published header that is not one would be dropped by any host; here it is a panic that names it.
fn insert(headers: &mut HeaderMap, name: &str, value: &str) {
    let name = HeaderName::try_from(name).unwrap_or_else(|_| panic!("not a header name: {name}"));
    let value = HeaderValue::try_from(value).unwrap_or_else(|_| panic!("not a header: {value}"));
    headers.insert(name, value);
}

fn mime(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "xhtml" => "application/xhtml+xml; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}
