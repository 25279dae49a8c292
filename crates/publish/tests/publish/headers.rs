//! One table of headers, kept by static hosts and by nginx alike.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

use publish::Profile;

use crate::{rules, site::Site};

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
    let site = Site::new("headers");
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
            "council-notice.js" => assert_eq!(cache, Some("public, max-age=300, must-revalidate")),
            _ if hashed => assert_eq!(cache, Some("public, max-age=31536000, immutable"), "{file}"),
            _ => assert_eq!(cache, None, "{file}"),
        }
        assert_eq!(
            of(&headers, "service-worker-allowed"),
            (file == "kiosk-worker.js").then_some("/"),
            "{file}"
        );
        let shared = [".js", ".json", ".wasm"]
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

/// nginx on a free port of this machine, stopped with the test.
struct Nginx {
    child: Child,
    port: u16,
}

impl Nginx {
    fn start(site: &Site) -> Self {
        let published = fs::read_to_string(site.dist().join("nginx.conf")).expect("published");
        assert!(
            published.contains("listen 80;") && published.contains("root /srv/council-notice;")
        );
        Self::of(site, &published)
    }

    /// With blocks of `http`, whose server listens on port 80.
    fn of(site: &Site, blocks: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|taken| taken.local_addr())
            .expect("a free port")
            .port();
        let root = site.root.display();
        let server = blocks
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("/srv/council-notice", &format!("{root}/dist"));
        site.put("server.conf", server);
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|kind| format!("{kind}_temp_path {root}/{kind};"))
            .collect();
        // The tests may run as root, whose workers nginx would give to another user.
        let user = fs::metadata(&site.root)
            .map(|meta| std::os::unix::fs::MetadataExt::uid(&meta))
            .is_ok_and(|id| id == 0);
        let user = if user { "user root;" } else { "" };
        site.put(
            "nginx.conf",
            format!(
                "{user} daemon off; pid {root}/pid; error_log stderr; events {{}} \
                 http {{ access_log off; {temporary} include {root}/server.conf; }}"
            ),
        );
        let conf = site.root.join("nginx.conf");
        let checked = Command::new("nginx")
            .arg("-t")
            .arg("-c")
            .arg(&conf)
            .output()
            .expect("nginx is one of the tools");
        assert!(
            checked.status.success(),
            "{}",
            String::from_utf8_lossy(&checked.stderr)
        );
        let child = Command::new("nginx")
            .arg("-c")
            .arg(&conf)
            .stderr(Stdio::null())
            .spawn()
            .expect("nginx starts");
        Self { child, port }
    }

    /// Status and headers (names in lower case) of a file.
    fn get(&self, path: &str, more: &str) -> (u16, Vec<(String, String)>) {
        let mut stream = self.connect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: notices.example\r\n{more}Connection: close\r\n\r\n"
        )
        .expect("nginx listens");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("nginx answers");
        let answer = String::from_utf8_lossy(&answer);
        let head = answer.split("\r\n\r\n").next().unwrap_or_default();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let split = |line: &str| {
            line.split_once(": ")
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        };
        (status, head.lines().filter_map(split).collect())
    }

    fn connect(&self) -> TcpStream {
        for _ in 0..500 {
            if let Ok(stream) = TcpStream::connect(("127.0.0.1", self.port)) {
                return stream;
            }
            sleep(Duration::from_millis(20));
        }
        panic!("nginx does not listen");
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // A signal lets the master end its workers; it may have gone by itself.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
    }
}

#[test]
fn nginx_sends_the_same_headers() {
    let site = Site::new("nginx");
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let table = rules::parse(&String::from_utf8_lossy(&files["_headers"]));
    let nginx = Nginx::start(&site);
    for file in files
        .keys()
        .filter(|name| !["_headers", "nginx.conf"].contains(&name.as_str()))
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
    assert_eq!(nginx.get("/_headers", "").0, 404);
    let (status, sent) = nginx.get("/widget-00000000.js", "");
    assert_eq!(
        (status, of(&sent, "cache-control")),
        (404, None),
        "what is missing is not kept for a year"
    );
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
        let nginx = Nginx::of(&site, &blocks);
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
