//! The HTTP headers of every published file: one table, written out for static hosts; `nginx` has it for nginx.

use std::fmt::Write;

use super::{Dist, cookie_include, order::HASHED, widget::BUNDLES};

/// One header for the addresses that a pattern with at most one `*` matches. No address has two rules for one
/// header: static hosts would send both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeaderRule {
    pub address: String,
    pub header: &'static str,
    pub value: String,
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const SHORT: &str = "public, max-age=300, must-revalidate";

/// Makes the table of headers. `partners` are the folders of partners' gates.
#[must_use]
pub(crate) fn rules(dist: &Dist, languages: &[&str], partners: &[String]) -> Vec<HeaderRule> {
    let mut rules = Vec::new();
    let mut rule = |address: &str, header, value: &str| {
        rules.push(HeaderRule {
            address: address.to_owned(),
            header,
            value: value.to_owned(),
        });
    };
    rule("/*", "X-Content-Type-Options", "nosniff");
    rule("/*", "Referrer-Policy", "strict-origin-when-cross-origin");
    for asset in ["/*.css", "/*.js", "/*.json", "/*.wasm"] {
        rule(asset, "Access-Control-Allow-Origin", "*");
        rule(asset, "Cross-Origin-Resource-Policy", "cross-origin");
    }
    // Licences name people in their own letters; hosts know how pages and scripts are written.
    rule("/*.txt", "Content-Type", "text/plain; charset=utf-8");
    for folder in ["".to_owned()].iter().chain(partners) {
        rule(
            &format!("/{folder}council-notice.js"),
            "Cache-Control",
            SHORT,
        );
        rule(
            &format!("/{folder}council-notice.*.js"),
            "Cache-Control",
            FOR_EVER,
        );
    }
    rule("/card.css", "Cache-Control", SHORT);
    // A kiosk page may stand anywhere on the origin.
    rule("/kiosk-worker.js", "Service-Worker-Allowed", "/");
    for bundle in BUNDLES {
        rule(&format!("/{bundle}.*"), "Cache-Control", FOR_EVER);
    }
    for start in HASHED {
        rule(&format!("/{start}*"), "Cache-Control", FOR_EVER);
    }
    rule("/notices/*.json", "Cache-Control", FOR_EVER);
    for language in languages {
        rule(&format!("/index.{language}.*"), "Cache-Control", FOR_EVER);
    }
    for (address, policy) in policies(dist.files(), dist.hashed_at()) {
        rule(&address, "Content-Security-Policy", &policy);
        if address == "/register/*" {
            // The host decides who may read it; search engines are kept out in any case.
            rule(&address, "X-Robots-Tag", "noindex");
        }
    }
    rules
}

/// Lists the security policies of the pages among some files, by pattern of address. `hashed_at` is where hashed files come from, if
/// from another host.
pub(crate) fn policies<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    hashed_at: &str,
) -> Vec<(String, String)> {
    let mut pages: Vec<_> = files
        .filter_map(|(path, bytes)| Some((path.strip_suffix(".html")?, bytes)))
        .flat_map(|(stem, bytes)| {
            let allowed = cookie_include::allowed(&String::from_utf8_lossy(bytes));
            page(stem)
                .into_iter()
                .map(move |address| (address, allowed.clone()))
        })
        .collect();
    // A folder has one rule, and its pages no bar.
    pages.dedup_by(|one, other| one.0 == other.0);
    let pages = pages.into_iter().map(|(address, allowed)| {
        let tag_from = if address.starts_with("/demo/partner") {
            OTHER_ORIGIN
        } else {
            ""
        };
        let policy = policy(tag_from, hashed_at, &allowed);
        (address, policy)
    });
    pages.collect()
}

/// Allows any port of this machine under its other name, because the demo's partner page takes the tag from there.
const OTHER_ORIGIN: &str = " http://localhost:* http://127.0.0.1:*";

/// Writes a page's policy. `files` is where hashed files come from, if from another host.
fn policy(tag_from: &str, files: &str, [script, style]: &[String; 2]) -> String {
    let space = if files.is_empty() { "" } else { " " };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{tag_from}{space}{files}{script}; style-src 'self'{space}{files}{style}; \
         img-src 'self' data:; connect-src 'self'{tag_from}{space}{files}; form-action 'self'; frame-src 'self'; \
         frame-ancestors 'self'; base-uri 'none'"
    )
}

/// Lists the addresses of a page. Hosts allow a hundred rules, so the folders that grow have one rule each; some hosts
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

/// Says whether an address is one of those that a pattern stands for.
#[must_use]
pub(crate) fn matches(pattern: &str, address: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == address,
        Some((start, end)) => {
            let rest = address.strip_prefix(start);
            rest.is_some_and(|rest| rest.ends_with(end))
        }
    }
}

/// Writes `_headers`, as Netlify and Cloudflare Pages read it.
#[must_use]
pub(crate) fn for_static_hosts(rules: &[HeaderRule]) -> String {
    let mut text = String::from(
        "# Written by `council-notice build`. The host's own default (revalidate) holds for pages.\n",
    );
    for (place, rule) in rules.iter().enumerate() {
        if place == 0 || rules[place - 1].address != rule.address {
            let _ = writeln!(text, "{}", rule.address);
        }
        let _ = writeln!(text, "  {}: {}", rule.header, rule.value);
    }
    text
}
