//! The preview as it starts: with a site that does not build, told while it builds, and opened to others.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use publish::{PreviewEvent, Profile, ReleaseOptions, serve, today};

use crate::{serve::Preview, site::Site};

/// Whoever begins with a mistake has a page that says so, and comes to life by itself.
#[test]
fn a_site_that_never_built_has_pages_all_the_same() {
    let site = Site::new("serve-never");
    let path = site.root.join("notices/lantern-library.md");
    let notice = fs::read_to_string(&path).expect("copied");
    let wrong = notice.replace("id = \"lantern-library\"", "id = \"<script>\"");
    fs::write(&path, wrong).expect("it can be written");
    let preview = Preview::of(&site);
    let now = preview.until(|now| now["build"] == 1);
    let told = now["wrong"].as_str().expect("a text");
    assert!(told.contains("lantern-library.md:"), "{told}");
    for page in [
        "/",
        "/notices/lantern-library/",
        "/notices/lantern-library",
        "/404.html",
    ] {
        let (status, head, body) = preview.get(page);
        assert_eq!(status, 503, "{page}");
        assert!(head.contains("content-type: text/html"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
        assert!(body.contains(&told.replace('<', "&lt;")), "{body}");
        assert!(body.contains("/_preview/reload.js?build=1\""), "{body}");
    }
    let (status, head, body) = preview.get("/council-notice.js");
    assert_eq!(status, 503);
    assert!(head.contains("content-type: text/plain"), "{head}");
    assert!(!body.contains("<html"), "{body}");
    fs::write(&path, notice).expect("it can be written");
    preview.until(|now| now["wrong"].is_null());
    assert_eq!(preview.get("/notices/lantern-library/").0, 200);
}

/// What takes long can be told while it goes on.
#[test]
fn a_build_is_told_before_and_after() {
    let site = Site::new("serve-told");
    let preview = publish::Preview {
        site: site.root.clone(),
        engine: site.engine.clone(),
        options: ReleaseOptions {
            profile: Profile::Dev,
            as_at: today(),
            address: None,
        },
        at: ([127, 0, 0, 1], 0).into(),
        names: Vec::new(),
        origins: Vec::new(),
    };
    let (teller, told) = mpsc::channel();
    thread::spawn(move || serve(preview, move |one| drop(teller.send(one.clone()))));
    let hear = || told.recv_timeout(Duration::from_secs(60)).expect("a word");
    assert!(matches!(hear(), PreviewEvent::Listening(_)));
    for turn in 0..2 {
        assert!(matches!(hear(), PreviewEvent::Building), "{turn}");
        assert!(
            matches!(hear(), PreviewEvent::Built { notices: 1, .. }),
            "{turn}"
        );
        site.put("public/new.html", "<!doctype html><title>New</title>");
    }
}

/// At a terminal nobody waits without a word, and what is told ends with what came of it.
#[test]
fn a_build_that_takes_long_says_what_goes_on() {
    let site = Site::real("serve-terminal");
    let program = env!("CARGO_BIN_EXE_council-notice");
    let call = format!(
        "'{program}' serve --port 0 --site '{}'",
        site.root.display()
    );
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--command", &call, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script is a part of Linux");
    let keys = child.stdin.take().expect("a pipe");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || lines.next().expect("a line").expect("text");
    assert!(next().starts_with("http://127.0.0.1:"));
    let start = Instant::now();
    let mut said = next();
    // Where it takes no longer than somebody waits, there is nothing to say.
    if said.contains("Building the site …") || start.elapsed() > Duration::from_secs(1) {
        assert!(said.contains("Building the site …"), "{said}");
        said = next();
    }
    assert!(said.starts_with("built: 5 notices"), "{said}");
    // Where a terminal goes, what runs in it does. Ctrl-C is not read where the tests themselves run in the background.
    drop(keys);
    child.kill().expect("it runs still");
    child.wait().expect("it ends");
}

/// It keeps what it knows of a notice from build to build, and nothing of what has changed meanwhile.
#[test]
fn after_each_change_it_finds_what_a_check_finds() {
    let site = Site::new("serve-finds");
    let path = "notices/lantern-library.md";
    let notice = fs::read_to_string(site.root.join(path)).expect("copied");
    let other = notice.replace("open = \"and others\"\n", "");
    let fact = r#"[[fact]]
kind = "body"
value = "Lantern Trust"
valid_to = 2020-01-01
source = "https://council.example/"
evidence = "P"
"#;
    let shared = fs::read_to_string(site.root.join("notices/shared/rights.md")).expect("copied");
    let preview = Preview::of(&site);
    preview.until(|now| now["build"] == 1);
    let mut told = Vec::new();
    for (path, text) in [
        (path, other.as_str()),
        ("notices/facts.toml", fact),
        (path, &notice),
        (
            "notices/shared/rights.md",
            &shared.replace("complain", "write"),
        ),
        (path, &other),
    ] {
        site.put(path, text);
        let report = publish::check_files(&site.root, &[], today()).expect("it can be checked");
        let found = publish::terminal::findings(&report, false);
        preview.until(|now| now["wrong"].is_null() && now["site"]["findings"] == found.as_str());
        told.push(found);
    }
    told.dedup();
    assert!(told.len() > 3, "what is found changes: {told:?}");
}

/// Opened to others, it says by what they reach it, and whoever tries another name learns how.
#[test]
fn others_reach_it_by_the_names_that_are_given() {
    let site = Site::new("serve-others");
    let call = |more: &[&str]| {
        let mut call = Command::new(env!("CARGO_BIN_EXE_council-notice"));
        call.arg("serve").arg("--site").arg(&site.root).args(more);
        call
    };
    let everywhere = ["--listen", "0.0.0.0"];
    let preview = Preview::start(&mut call(&everywhere));
    let (status, _, body) = preview.ask("192.0.2.7:8000", "/");
    assert_eq!(status, 421);
    assert!(body.contains("help: start it with --host"), "{body}");
    let preview = Preview::start(&mut call(
        &[&everywhere[..], &["--host", "192.0.2.7"]].concat(),
    ));
    preview.until(|now| now["build"] == 1);
    assert_eq!(preview.ask("192.0.2.7:8000", "/").0, 200);
    assert_eq!(preview.ask("192.0.2.8:8000", "/").0, 421);

    for (more, told) in [
        (&everywhere[..], true),
        (&[&everywhere[..], &["--host", "192.0.2.7"]].concat(), false),
        (&[], false),
    ] {
        let mut call = call(more);
        let mut child = call
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let lines: Vec<_> = lines
            .map_while(Result::ok)
            .take(2 + usize::from(told))
            .collect();
        let _ = child.kill();
        let _ = child.wait();
        let said = lines.join("\n");
        assert_eq!(said.contains("--host gives"), told, "{said}");
        assert!(said.ends_with("built: 1 notice"), "{said}");
    }
}
