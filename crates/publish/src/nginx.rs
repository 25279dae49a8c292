//! The table of headers as nginx wants it. What a build changes stands in two files that a server includes, so that whoever runs
//! it writes its own part once: the name, the folder, the port, the certificates.

use std::fmt::Write;

use super::{Dist, headers::HeaderRule, order};

/// The server to begin with: it is copied, and changes with no build.
pub(crate) const EXAMPLE: &str = "nginx.conf";

/// What belongs in the `http` block: it changes with every policy, language and page.
const HTTP: &str = "nginx-http.conf";

/// What belongs in the `server` block.
const SERVER: &str = "nginx-server.conf";

/// Lists files for the host or for the people who upload to it, which visitors have no use for.
pub(crate) const UNSERVED: [&str; 6] = [
    "_headers",
    EXAMPLE,
    HTTP,
    SERVER,
    order::LIST,
    super::earlier::MANIFEST,
];

/// Adds the three files.
pub(crate) fn add(dist: &mut Dist, rules: &[HeaderRule]) {
    let mut headers: Vec<_> = rules.iter().map(|rule| rule.header).collect();
    headers.sort_unstable();
    headers.dedup();
    let (mut maps, mut added) = (String::from(WRITTEN), String::new());
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
        let _ = writeln!(added, "add_header {header} {variable}{always};");
    }
    let unserved: Vec<_> = UNSERVED.iter().map(|path| pattern(path)).collect();
    let server = [WRITTEN, SERVER_BLOCK].concat();
    let server = server
        .replace("{headers}", &added)
        .replace("{unserved}", &unserved.join("|"));
    dist.add(HTTP, maps);
    dist.add(SERVER, server);
    dist.add(EXAMPLE, SITE);
}

fn pattern(address: &str) -> String {
    address.replace('.', "\\.").replace('*', ".*")
}

const WRITTEN: &str =
    "# Written by `council-notice build`, anew each time: include it, and change nothing here.\n";

const SITE: &str = r#"# A site for nginx, written by `council-notice build`. Copy it to where your nginx has its sites, and give it your own name,
# folder, port and certificates. What a build changes stands in the two files included: reload nginx after each.
include "/srv/council-notice/nginx-http.conf";

server {
    listen 80;
    server_name notices.example;
    root "/srv/council-notice";

    include "/srv/council-notice/nginx-server.conf";
}
"#;

const SERVER_BLOCK: &str = r#"index index.html;

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
# Never another page in a missing file's place.
error_page 404 /404.html;
location ~ ^/({unserved})$ {
    return 404;
}
# A page that asks for an include that is not there gets an empty line, and no page within the page.
location /includes/ {
    error_page 404 @council_notice_none;
}
location @council_notice_none {
    return 404 "\n";
}
"#;
