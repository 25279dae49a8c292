//! Files of a published folder, with the headers that its `_headers` gives them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// A folder, and the rules of its `_headers`: pattern, name and value.
pub(crate) struct Folder {
    root: PathBuf,
    rules: Vec<(String, HeaderName, HeaderValue)>,
}

impl Folder {
    /// Reads the rules.
    ///
    /// # Errors
    /// A folder that was not published.
    pub(crate) fn open(root: PathBuf) -> io::Result<Self> {
        let text = fs::read_to_string(root.join("_headers"))?;
        let (mut rules, mut pattern) = (Vec::new(), "");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some(rule) = line.strip_prefix("  ") else {
                pattern = line;
                continue;
            };
            let parsed = rule.split_once(": ").and_then(|(name, value)| {
                let name = HeaderName::try_from(name).ok()?;
                Some((pattern.to_owned(), name, HeaderValue::try_from(value).ok()?))
            });
            rules.extend(parsed);
        }
        Ok(Self { root, rules })
    }

    /// The file of an address.
    pub(crate) fn answer(&self, address: &str) -> Response {
        let Some((path, bytes)) = self.read(address) else {
            return (StatusCode::NOT_FOUND, "There is no such file.").into_response();
        };
        if bytes.is_empty() && path.is_dir() {
            return (
                StatusCode::MOVED_PERMANENTLY,
                [(header::LOCATION, format!("{address}/"))],
            )
                .into_response();
        }
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(&path)));
        for (pattern, name, value) in &self.rules {
            let fits = match pattern.split_once('*') {
                Some((start, end)) => address.starts_with(start) && address.ends_with(end),
                None => pattern == address,
            };
            if fits {
                headers.insert(name.clone(), value.clone());
            }
        }
        response
    }

    fn read(&self, address: &str) -> Option<(PathBuf, Vec<u8>)> {
        let mut path = self.root.clone();
        // Published names are plain: whatever could climb out of the folder is not one of them.
        for part in address.split('/').filter(|part| !part.is_empty()) {
            if part.starts_with(['.', '_'])
                || part.contains(['\\', '%', ':'])
                || part.starts_with("nginx") && part.ends_with(".conf")
            {
                return None;
            }
            path.push(part);
        }
        if address.ends_with('/') {
            path.push("index.html");
        } else if path.is_dir() {
            return Some((path, Vec::new()));
        }
        let bytes = fs::read(&path).ok()?;
        Some((path, bytes))
    }
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}
