//! The answer to a demo form: a page that lists what arrived.

use std::fmt::Write as _;

use axum::{
    Form,
    extract::{FromRequest as _, Multipart, Request},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};

pub(super) async fn answer(request: Request) -> Response {
    let multipart = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let fields = if multipart {
        multipart_fields(request).await
    } else {
        Form::<Vec<(String, String)>>::from_request(request, &())
            .await
            .map(|Form(fields)| fields)
            .map_err(|rejection| rejection.body_text())
    };
    match fields {
        Ok(fields) => Html(page(&fields)).into_response(),
        Err(reason) => (StatusCode::BAD_REQUEST, reason).into_response(),
    }
}

/// Every part as text; a file counts as its name.
async fn multipart_fields(request: Request) -> Result<Vec<(String, String)>, String> {
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|rejection| rejection.body_text())?;
    let mut fields = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|e| e.to_string())? {
        let name = field.name().unwrap_or("").to_owned();
        let value = match field.file_name() {
            Some(file) => file.to_owned(),
            None => field.text().await.map_err(|e| e.to_string())?,
        };
        fields.push((name, value));
    }
    Ok(fields)
}

fn page(fields: &[(String, String)]) -> String {
    let mut rows = String::new();
    for (name, value) in fields {
        let (name, value) = (escape(name), escape(value));
        // Writing to a string cannot fail.
        let _ = write!(
            rows,
            r#"<tr><th scope="row">{name}</th><td data-field="{name}">{value}</td></tr>"#
        );
    }
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the form sent</title>
<link rel="stylesheet" href="/demo/demo.css">
</head>
<body>
<main id="main" class="wrap page">
<h1>What the form sent</h1>
<p>This demo keeps nothing. A real service would receive these fields:</p>
<table><thead><tr><th scope="col">Field</th><th scope="col">Value</th></tr></thead><tbody>{rows}</tbody></table>
<p><a href="/">Back to the demo</a></p>
</main>
</body>
</html>
"#
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
