//! The preview: who may ask, what comes, and that a change shows.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread::{self, sleep},
    time::{Duration, Instant},
};

use crate::site::Site;

/// The program on a free port, ended with the test.
pub(crate) struct Preview {
    child: Child,
    address: String,
    /// What it has told of mistakes at the terminal.
    errors: Arc<Mutex<String>>,
}

impl Preview {
    pub(crate) fn of(site: &Site) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_council-notice"));
        Self::start(program.arg("serve").arg("--site").arg(&site.root))
    }

    /// Of a call that names the site.
    pub(crate) fn start(call: &mut Command) -> Self {
        let mut child = call
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let errors = Arc::new(Mutex::new(String::new()));
        let (told, lines) = (Arc::clone(&errors), child.stderr.take().expect("a pipe"));
        thread::spawn(move || {
            for line in BufReader::new(lines).lines().map_while(Result::ok) {
                let mut all = told.lock().expect("nobody panics with it");
                all.push_str(&line);
                all.push('\n');
            }
        });
        let out = child.stdout.take().expect("a pipe");
        let mut line = String::new();
        BufReader::new(out)
            .read_line(&mut line)
            .expect("it tells its address");
        let address = line
            .strip_prefix("http://")
            .and_then(|rest| rest.split('/').next())
            .unwrap_or_else(|| panic!("{line}"));
        assert!(address.starts_with("127.0.0.1:"), "{address}");
        let address = address.to_owned();
        Self {
            child,
            address,
            errors,
        }
    }

    /// Status, head and body of an answer. Behind the host may stand more lines.
    pub(crate) fn ask(&self, host: &str, path: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
        (
            status.expect("a status"),
            head.to_ascii_lowercase(),
            body.to_owned(),
        )
    }

    pub(crate) fn get(&self, path: &str) -> (u16, String, String) {
        self.ask(&self.address, path)
    }

    /// Waits until the state of the site is as wanted.
    pub(crate) fn until(&self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let start = Instant::now();
        loop {
            let (_, _, body) = self.get("/_preview/site.json");
            let now = serde_json::from_str(&body).expect("JSON");
            if wanted(&now) {
                return now;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "{now}");
            sleep(Duration::from_millis(50));
        }
    }
}

impl Preview {
    /// All that it has told at the terminal so far.
    pub(crate) fn said(&self) -> String {
        self.errors.lock().expect("nobody panics with it").clone()
    }

    /// Waits until it has told all of that at the terminal.
    pub(crate) fn told(&self, wanted: &[&str]) {
        let start = Instant::now();
        loop {
            let all = self.said();
            if wanted.iter().all(|word| all.contains(word)) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "{all}");
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The other host has none of this yet: what is shown comes from here, and what is copied names that host.
#[test]
fn what_another_host_will_have_is_shown_from_here() {
    let site = Site::new("serve-files");
    site.put("site.toml", "files = \"https://static.example/n/\"\n");
    let preview = Preview::of(&site);
    let now = preview.until(|now| now["build"] == 1);
    assert_eq!(now["site"]["files"], "https://static.example/n/");
    for path in [
        "/council-notice.js",
        "/notices/lantern-library/",
        "/404.html",
    ] {
        let (status, head, body) = preview.get(path);
        assert_eq!(status, 200, "{path}");
        assert!(!head.contains("static.example"), "{head}");
        assert!(!body.contains("static.example"), "{path}");
    }
    // The gate to pin is the one that will be published, with the address in it.
    let pinned = now["site"]["gates"][0]["pinned"].as_str();
    let pinned = pinned.expect("a name");
    assert_eq!(preview.get(&format!("/{pinned}")).0, 404, "{pinned}");
}

#[test]
fn it_shows_the_site_to_this_machine_alone() {
    let site = Site::new("serve");
    site.put("secret.txt", "not published");
    let preview = Preview::of(&site);
    let now = preview.until(|now| now["build"] == 1);
    assert_eq!(now["wrong"], serde_json::Value::Null);
    assert_eq!(now["site"]["notices"][0]["id"], "lantern-library");
    let first = &now["site"]["notices"][0]["findings"][0];
    assert!(
        first["rule"].is_string() && first["remedy"].is_string(),
        "{first}"
    );
    let gate = &now["site"]["gates"][0];
    let pinned = gate["pinned"].as_str().expect("a name");
    assert_eq!(
        preview.get(&format!("/{pinned}")).2,
        preview.get("/council-notice.js").2
    );
    assert!(
        gate["integrity"]
            .as_str()
            .is_some_and(|it| it.starts_with("sha384-"))
    );
    assert!(
        now["site"]["findings"]
            .as_str()
            .is_some_and(|it| it.contains("RGT-01")),
        "{now}"
    );

    let (status, head, body) = preview.get("/notices/lantern-library/");
    assert_eq!(status, 200);
    assert!(
        head.contains("content-security-policy: default-src 'none'"),
        "{head}"
    );
    assert!(body.contains("Lantern Library") && body.contains("/_preview/reload.js"));
    for include in ["/includes/lantern-library.en.html", "/consent-mode.html"] {
        let (status, _, body) = preview.get(include);
        assert_eq!(status, 200, "{include}");
        assert!(
            !body.contains("/_preview/"),
            "what is copied is as published"
        );
    }
    let (_, head, _) = preview.get("/council-notice.js");
    assert!(head.contains("cache-control: no-cache"), "{head}");
    assert!(!head.contains("access-control-allow-origin"), "{head}");
    assert!(
        head.contains("cross-origin-resource-policy: same-origin"),
        "{head}"
    );
    for path in [
        "",
        "start.js",
        "start.css",
        "try.html",
        "try.js",
        "reload.js",
    ] {
        let (status, head, _) = preview.get(&format!("/_preview/{path}"));
        assert_eq!(status, 200, "{path}");
        assert!(head.contains("content-security-policy"), "{path}");
    }

    for host in [
        "evil.example",
        "localhost.evil.example:80",
        "127.0.0.1.evil.example",
    ] {
        let (status, _, body) = preview.ask(host, "/notices/");
        assert_eq!(status, 421, "{host}");
        assert!(!body.contains("Lantern"), "{host}");
    }
    assert_eq!(preview.ask("localhost", "/notices/").0, 200);
    for path in [
        "/secret.txt",
        "/../secret.txt",
        "/notices/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/_preview/../secret.txt",
        "//etc/passwd",
        "/notices/lantern-library.md",
    ] {
        assert_eq!(preview.get(path).0, 404, "{path}");
    }
    let (status, head, _) = preview.get("/notices/lantern-library");
    assert_eq!(status, 301);
    assert!(
        head.contains("location: /notices/lantern-library/"),
        "{head}"
    );
}

#[test]
fn a_change_shows_and_so_does_a_mistake() {
    let site = Site::new("serve-change");
    let preview = Preview::of(&site);
    preview.until(|now| now["build"] == 1);
    let path = site.root.join("notices/lantern-library.md");
    let notice = fs::read_to_string(&path).expect("copied");

    let start = Instant::now();
    fs::write(
        &path,
        notice.replace("title = \"Lantern Library\"", "title = \"Lamp Library\""),
    )
    .expect("it can be written");
    preview.until(|now| now["site"]["notices"][0]["title"] == "Lamp Library");
    eprintln!("a change shows after {:?}", start.elapsed());
    assert!(
        preview
            .get("/notices/lantern-library/")
            .2
            .contains("Lamp Library")
    );

    fs::write(&path, notice.replace("id = \"lantern-library\"", "id = 7"))
        .expect("it can be written");
    let now = preview.until(|now| now["wrong"].is_string());
    let wrong = now["wrong"].as_str().expect("a text");
    let words = ["lantern-library.md:", "`id` takes a text", "help:"];
    for word in words {
        assert!(wrong.contains(word), "{word} in {wrong}");
    }
    preview.told(&words);
    assert_eq!(
        preview.get("/_preview/wrong").2,
        wrong,
        "what an open page says"
    );
    assert!(
        preview
            .get("/notices/lantern-library/")
            .2
            .contains("Lamp Library"),
        "the last good build stays"
    );
    fs::write(&path, notice).expect("it can be written");
    preview.until(|now| now["wrong"].is_null());
    assert_eq!(preview.get("/_preview/wrong").2, "");
    assert!(
        preview
            .get("/notices/lantern-library/")
            .2
            .contains("Lantern Library")
    );
}

/// The record of processing may stand anywhere that the site names.
#[test]
fn a_change_of_the_record_shows() {
    let site = Site::new("serve-record");
    site.put(
        "records/ours.csv",
        "Service,Purpose\nLantern Library,To count\n",
    );
    site.put(
        "site.toml",
        "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\nfile = \"records/ours.csv\"\n",
    );
    let preview = Preview::of(&site);
    preview.until(|now| now["build"] == 1);
    assert!(preview.get("/register/").2.contains("To count"));
    site.put(
        "records/ours.csv",
        "Service,Purpose\nLantern Library,To mend umbrellas\n",
    );
    preview.until(|now| now["build"] == 2);
    assert!(preview.get("/register/").2.contains("To mend umbrellas"));
}

/// A page of a partner's, on this machine, may load the preview where its origin is named, and no other may.
#[test]
fn a_page_of_an_origin_that_is_named_may_load_it() {
    let site = Site::new("serve-origin");
    let mut call = Command::new(env!("CARGO_BIN_EXE_council-notice"));
    call.arg("serve").arg("--site").arg(&site.root);
    call.args(["--origin", "http://localhost:3000/"]);
    let preview = Preview::start(&mut call);
    preview.until(|now| now["build"] == 1);
    let head = |path: &str, origin: &str| {
        let host = format!("{}\r\nOrigin: {origin}", preview.address);
        preview.ask(&host, path).1
    };
    let allowed = "access-control-allow-origin: http://localhost:3000\r\n";
    let named = head("/custom-elements.json", "http://localhost:3000");
    for part in [
        allowed,
        "vary: origin",
        "cross-origin-resource-policy: cross-origin",
    ] {
        assert!(named.contains(part), "{part} in {named}");
    }
    for other in [
        "http://localhost:3001",
        "http://localhost:3000.evil.example",
        "null",
    ] {
        let head = head("/custom-elements.json", other);
        assert!(!head.contains("access-control-allow-origin"), "{head}");
    }
    // What the start page knows is for nobody else.
    let own = head("/_preview/site.json", "http://localhost:3000");
    assert!(!own.contains("access-control-allow-origin"), "{own}");

    let preview = Preview::of(&site);
    preview.until(|now| now["build"] == 1);
    let (_, head, _) = preview.get("/custom-elements.json");
    assert!(
        head.contains("cross-origin-resource-policy: same-origin"),
        "{head}"
    );
}
