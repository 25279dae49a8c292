//! One table of headers, kept by static hosts and by nginx alike.

use std::fs;

use publish::Profile;

use crate::{policies, rules, servers::Server, site::Site};

/// What is there for the host, or for whoever fills it.
const UNSERVED: [&str; 5] = [
    "_headers",
    "nginx.conf",
    "nginx-http.conf",
    "nginx-server.conf",
    "upload-order.txt",
];

/// The addresses at which a file is asked for.
fn address(file: &str) -> String {
    match file.strip_suffix("index.html") {
        Some(folder) => format!("/{folder}"),
        None => format!("/{file}"),
    }
}

fn of<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

#[test]
fn every_file_has_the_headers_that_it_needs() {
    let site = policies::shared("headers");
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let table = rules::parse(&String::from_utf8_lossy(&files["_headers"]));
    for file in files
        .keys()
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"))
    {
        let headers = rules::headers(&table, &address(file));
        // Two rules for one header would be joined by a comma; no value here has one but that of the cache.
        for (name, value) in &headers {
            assert!(
                name == "cache-control" || !value.contains(','),
                "{name} twice for {file}: {value}"
            );
        }
        assert_eq!(
            of(&headers, "x-content-type-options"),
            Some("nosniff"),
            "{file}"
        );
        let cache = of(&headers, "cache-control");
        let hashed = file
            .split(['.', '-', '_'])
            .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match file.as_str() {
            "council-notice.js" | "friends/council-notice.js" | "card.css" => {
                assert_eq!(cache, Some("public, max-age=300, must-revalidate"));
            }
            _ if hashed => assert_eq!(cache, Some("public, max-age=31536000, immutable"), "{file}"),
            _ => assert_eq!(cache, None, "{file}"),
        }
        assert_eq!(
            of(&headers, "service-worker-allowed"),
            (file == "kiosk-worker.js").then_some("/"),
            "{file}"
        );
        let shared = [".css", ".js", ".json", ".wasm"]
            .iter()
            .any(|end| file.ends_with(end));
        assert_eq!(
            of(&headers, "access-control-allow-origin"),
            shared.then_some("*"),
            "{file}"
        );
        assert_eq!(
            of(&headers, "cross-origin-resource-policy"),
            shared.then_some("cross-origin"),
            "{file}"
        );
        if file.ends_with(".html") {
            let policy = of(&headers, "content-security-policy")
                .unwrap_or_else(|| panic!("{file} has a policy"));
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"),
                "{policy}"
            );
            assert_eq!(
                policy.contains("http://localhost:*"),
                file == "demo/partner.html",
                "{file}: {policy}"
            );
        }
    }
    let pretty = rules::headers(&table, "/demo/tenancy");
    assert!(
        of(&pretty, "content-security-policy").is_some(),
        "hosts may leave out .html"
    );
}

/// The site that is published for nginx, as whoever runs it copies it once.
fn example(site: &Site) -> String {
    let published = fs::read_to_string(site.dist().join("nginx.conf")).expect("published");
    assert!(
        published.contains("listen 80;") && published.contains("root \"/srv/council-notice\";")
    );
    published
}

#[test]
fn nginx_sends_the_same_headers() {
    let site = Site::new("nginx");
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let table = rules::parse(&String::from_utf8_lossy(&files["_headers"]));
    let nginx = Server::nginx(&site, &example(&site));
    for file in files
        .keys()
        .filter(|name| !UNSERVED.contains(&name.as_str()) && *name != "404.html")
    {
        let (status, sent) = nginx.get(&address(file), "");
        assert_eq!(status, 200, "{file}");
        let mut wanted = rules::headers(&table, &address(file));
        if of(&wanted, "cache-control").is_none() {
            wanted.push(("cache-control".to_owned(), "no-cache".to_owned()));
        }
        for (name, value) in wanted {
            assert_eq!(of(&sent, &name), Some(value.as_str()), "{name} of {file}");
        }
        let kind = match file.rsplit('.').next() {
            Some("wasm") => Some("application/wasm"),
            Some("json") => Some("application/json"),
            Some("js") => Some("text/javascript; charset=utf-8"),
            Some("html") => Some("text/html; charset=utf-8"),
            Some("css") => Some("text/css; charset=utf-8"),
            _ => of(&sent, "content-type"),
        };
        assert_eq!(of(&sent, "content-type"), kind, "{file}");
    }
    let (_, sent) = nginx.get("/council-notice.js", "Accept-Encoding: gzip\r\n");
    assert_eq!(of(&sent, "content-encoding"), Some("gzip"));
    for name in UNSERVED {
        assert_eq!(nginx.get(&format!("/{name}"), "").0, 404, "{name}");
    }
    let (status, sent) = nginx.get("/widget-00000000.js", "");
    assert_eq!(
        (status, of(&sent, "cache-control")),
        (404, None),
        "what is missing is not kept for a year"
    );
}

/// Whoever runs the server writes a site once: what another release needs comes with it.
#[test]
fn the_site_for_nginx_is_the_same_for_every_release() {
    let site = Site::new("nginx-once");
    site.build(Profile::Dev).expect("a good site is published");
    let copied = example(&site);
    // Another page, with a policy of its own.
    site.put(
        "public/branch/index.html",
        "<!doctype html><title>Branch</title>",
    );
    site.build(Profile::Dev).expect("a good site is published");
    assert_eq!(example(&site), copied);
    let nginx = Server::nginx(&site, &copied);
    let (status, sent) = nginx.get("/branch/", "");
    assert_eq!(status, 200);
    assert!(of(&sent, "content-security-policy").is_some(), "{sent:?}");
}

#[test]
fn an_include_that_is_not_there_is_an_empty_line() {
    let site = Site::new("nginx-missing");
    site.build(Profile::Dev).expect("a good site is published");
    let copied = example(&site);
    // A page of the same host that asks for includes, as the manual says.
    let server = copied.replacen(
        "    root ",
        "    location = /own.html { ssi on; gzip_static off; }\n    root ",
        1,
    );
    site.put(
        "dist/own.html",
        "<form><!--# include virtual=\"/includes/gone.en.html\" --><p>after</p></form>",
    );
    let nginx = Server::nginx(&site, &server);
    let page = nginx.body("/own.html", "");
    assert!(page.contains("<p>after</p>"), "{page}");
    assert!(!page.contains("<html") && !page.contains("404"), "{page}");
    let (status, sent) = nginx.get("/includes/gone.en.html", "");
    assert_eq!((status, of(&sent, "cache-control")), (404, None));
}

/// The reply that keeps the record longer than Safari would, as the manual has it.
#[test]
fn the_manuals_reply_sets_the_record_again() {
    let site = Site::new("reply");
    let chapter = include_str!("../../../../docs/src/cookies/receipts.md");
    let snippets = chapter.split("```nginx\n").skip(1);
    let [snippet] = snippets
        .filter_map(|rest| rest.split("```").next())
        .collect::<Vec<_>>()[..]
    else {
        panic!("one snippet for nginx");
    };
    let path = "Path=/; ";
    assert!(snippet.contains("server {") && snippet.contains(path));
    let blocks = snippet.replace("server {", "server { listen 80;");
    let shared = blocks.replace(path, "Domain=derby.gov.uk; Path=/; ");
    for (blocks, domain) in [(blocks, ""), (shared, "Domain=derby.gov.uk; ")] {
        let nginx = Server::nginx(&site, &blocks);
        let reply = |record: &str| {
            let cookie = format!("Cookie: a=b; council_notice={record}; c=d\r\n");
            let (status, sent) = nginx.get("/choices", &cookie);
            assert_eq!(status, 204, "{record}");
            of(&sent, "set-cookie").map(str::to_owned)
        };
        for (ids, life) in [
            ("0", 15_768_000),
            ("media", 31_536_000),
            ("preferences~demo-map~marketing", 31_536_000),
        ] {
            let record = format!("1.1.1795350000.4012345678.{ids}");
            let due = format!(
                "council_notice={record}; {domain}Path=/; Max-Age={life}; SameSite=Lax; Secure"
            );
            assert_eq!(reply(&record), Some(due));
        }
        for garbage in [
            "",
            "all",
            "1.1.1795350000.7.",
            "1.1.x.7.media",
            "1.1.5.7.media~",
            "2.1.5.7.0",
            "1.1.5.7.Media",
            "1.1.5.7.media,",
            "1.1.5.7.0%0aX",
        ] {
            assert_eq!(reply(garbage), None, "{garbage}");
        }
    }
}
