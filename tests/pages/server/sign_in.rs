//! A sign-in screen that a council's own system makes anew for each request.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderName, header},
    response::{Html, IntoResponse, Response},
};

/// `no-store`, `private` and `vary` say so in their headers; `greets` and `token` do not. Each greets by name whoever has
/// the cookie `visitor`, but for `same` and `token`; a token is another each time.
pub(super) async fn page(Path(kind): Path<String>, headers: HeaderMap) -> Response {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let kind = kind.trim_end_matches(".html");
    let name = headers
        .get(header::COOKIE)
        .and_then(|cookies| cookies.to_str().ok())
        .and_then(|cookies| {
            cookies
                .split("; ")
                .find_map(|one| one.strip_prefix("visitor="))
        });
    let name = name.filter(|_| !["same", "token"].contains(&kind));
    let greeting = name.map_or("Welcome".to_owned(), |name| format!("Welcome, {name}"));
    let token = match kind {
        "token" => COUNT.fetch_add(1, Ordering::Relaxed),
        _ => 0,
    };
    let extra: &[(HeaderName, &str)] = match kind {
        "no-store" => &[(header::CACHE_CONTROL, "no-store")],
        "private" => &[(header::CACHE_CONTROL, "max-age=0, private")],
        "vary" => &[(header::VARY, "Accept-Encoding, Cookie")],
        _ => &[],
    };
    let html = format!(
        r##"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sign in</title>
<script src="/__test/collect.js"></script>
<script async src="/council-notice.js" data-service="customer-management" data-part="visiting" data-form="#form" data-cookies="off" data-kiosk="60"></script>
</head>
<body>
<h1 id="greeting">{greeting}</h1>
<form id="form" method="post" action="/demo/echo">
<input type="hidden" name="token" value="{token}">
<p><label for="name">Name</label> <input id="name" name="name"></p>
<p><button>Send</button></p>
</form>
</body>
</html>
"##
    );
    let mut response = Html(html).into_response();
    for (name, value) in extra {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
