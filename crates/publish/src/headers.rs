//! The HTTP headers of every published file: one table, written out for static hosts and for nginx.

use std::fmt::Write;

use super::{Dist, widget::BUNDLES};

/// One header for the addresses that a pattern with at most one `*` matches. No address has two rules for one
/// header: static hosts would send both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub address: String,
    pub header: &'static str,
    pub value: String,
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const SHORT: &str = "public, max-age=300, must-revalidate";

/// The table.
#[must_use]
pub fn rules(dist: &Dist, languages: &[&str]) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut rule = |address: &str, header, value: &str| {
        rules.push(Rule {
            address: address.to_owned(),
            header,
            value: value.to_owned(),
        });
    };
    rule("/*", "X-Content-Type-Options", "nosniff");
    rule("/*", "Referrer-Policy", "strict-origin-when-cross-origin");
    for asset in ["/*.js", "/*.json", "/*.wasm"] {
        rule(asset, "Access-Control-Allow-Origin", "*");
        rule(asset, "Cross-Origin-Resource-Policy", "cross-origin");
    }
    rule("/council-notice.js", "Cache-Control", SHORT);
    // A kiosk page may stand anywhere on the origin.
    rule("/kiosk-worker.js", "Service-Worker-Allowed", "/");
    for bundle in BUNDLES {
        rule(&format!("/{bundle}.*"), "Cache-Control", FOR_EVER);
    }
    for hashed in [
        "/widget-*",
        "/deferred.*",
        "/receipt.*",
        "/placements.*",
        "/notice-page.*",
        "/register.*",
        "/notices/*.json",
    ] {
        rule(hashed, "Cache-Control", FOR_EVER);
    }
    for language in languages {
        rule(&format!("/index.{language}.*"), "Cache-Control", FOR_EVER);
    }
    let mut pages: Vec<_> = dist
        .files()
        .filter_map(|(path, _)| path.strip_suffix(".html"))
        .flat_map(page)
        .collect();
    pages.dedup();
    for address in pages {
        let tag_from = if address.starts_with("/demo/partner") {
            OTHER_ORIGIN
        } else {
            ""
        };
        rule(&address, "Content-Security-Policy", &policy(tag_from));
        if address == "/register/*" {
            // Whether the public may read it is the host's choice; that nobody searches for it is ours.
            rule(&address, "X-Robots-Tag", "noindex");
        }
    }
    rules
}

/// Any port of this machine under its other name: the demo's partner page takes the tag from there.
const OTHER_ORIGIN: &str = " http://localhost:* http://127.0.0.1:*";

fn policy(tag_from: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{tag_from}; style-src 'self'; \
         img-src 'self' data:; connect-src 'self'{tag_from}; form-action 'self'; frame-src 'self'; \
         frame-ancestors 'self'; base-uri 'none'"
    )
}

/// The addresses of a page. Hosts allow a hundred rules, so the folders that grow have one rule each; some hosts
/// leave the `.html` out of an address.
fn page(stem: &str) -> Vec<String> {
    match stem.split_once('/') {
        Some((folder, _)) if folder != "demo" => vec![format!("/{folder}/*")],
        _ => match stem.strip_suffix("index") {
            Some(folder) => vec![format!("/{folder}"), format!("/{stem}.html")],
            None => vec![format!("/{stem}"), format!("/{stem}.html")],
        },
    }
}

/// `_headers`, as Netlify and Cloudflare Pages read it.
#[must_use]
pub fn for_static_hosts(rules: &[Rule]) -> String {
    let mut text = String::from(
        "# Written by `publish`. The host's own default (revalidate) holds for pages.\n",
    );
    for (place, rule) in rules.iter().enumerate() {
        if place == 0 || rules[place - 1].address != rule.address {
            let _ = writeln!(text, "{}", rule.address);
        }
        let _ = writeln!(text, "  {}: {}", rule.header, rule.value);
    }
    text
}

/// The same table as a file to include in nginx's `http` block.
#[must_use]
pub fn for_nginx(rules: &[Rule]) -> String {
    let mut headers: Vec<_> = rules.iter().map(|rule| rule.header).collect();
    headers.sort_unstable();
    headers.dedup();
    let (mut maps, mut added) = (String::new(), String::new());
    for header in headers {
        let variable = format!(
            "$council_notice_{}",
            header.to_ascii_lowercase().replace('-', "_")
        );
        // An empty value sends no header; static hosts revalidate pages by themselves, nginx must be told.
        let default = if header == "Cache-Control" {
            "no-cache"
        } else {
            ""
        };
        let _ = writeln!(maps, "map $uri {variable} {{\n    default \"{default}\";");
        for rule in rules.iter().filter(|rule| rule.header == header) {
            let _ = writeln!(
                maps,
                "    \"~^{}$\" \"{}\";",
                pattern(&rule.address),
                rule.value
            );
        }
        maps.push_str("}\n");
        // Without `always` a missing file is never cached as if it were there.
        let always = if header == "Cache-Control" {
            ""
        } else {
            " always"
        };
        let _ = writeln!(added, "    add_header {header} {variable}{always};");
    }
    NGINX.replace("{maps}", &maps).replace("{headers}", &added)
}

fn pattern(address: &str) -> String {
    address.replace('.', "\\.").replace('*', ".*")
}

const NGINX: &str = r"# Written by `publish`. Include it in nginx's `http` block, with your own name, folder and certificate.
{maps}
server {
    listen 80;
    server_name notices.example;
    root /srv/council-notice;
    index index.html;

    types {
        application/json json;
        application/wasm wasm;
        image/png png;
        image/svg+xml svg;
        text/css css;
        text/html html;
        text/javascript js;
        text/plain ts txt;
    }
    charset utf-8;
    charset_types text/css text/javascript text/plain;

    gzip_static on;
    gzip_vary on;
    # With the module ngx_brotli, the smaller files that lie beside every file are sent:
    # brotli_static on;

{headers}
    location ~ ^/(_headers|nginx\.conf)$ {
        return 404;
    }
}
";
