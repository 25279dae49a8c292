//! The answer to a demo form: a page that lists what arrived.

use axum::{Form, response::Html};

/// Keeps nothing.
pub(crate) async fn answer(Form(fields): Form<Vec<(String, String)>>) -> Html<String> {
    let row = |(name, value): &(String, String)| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            escape(name),
            escape(value)
        )
    };
    let rows: String = fields.iter().map(row).collect();
    Html(PAGE.replace("{rows}", &rows))
}

const PAGE: &str = r#"<!doctype html>
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
"#;

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
