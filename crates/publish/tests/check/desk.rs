//! What a data protection officer does beside the check, with the program alone: a record of processing, drafts, and sources as
//! they are.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
};

use publish::{Engine, Profile, Release, ReleaseOptions, publish, read_site};

/// An empty place for a folder.
pub(crate) fn fresh(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("desk-{name}"));
    let _ = fs::remove_dir_all(&root);
    root
}

/// The real notices in a folder of their own.
pub(crate) fn site(name: &str) -> PathBuf {
    let root = fresh(name);
    let real = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../notices"));
    copy(real, &root.join("notices"));
    root
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

pub(crate) fn program(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("the program starts")
}

pub(crate) fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stdout).into_owned()
}

const MAPPING: &str = "[record]\nservice = \"Service area\"\npurpose = \"Purpose\"\nbasis = \"Basis\"\n\
    recipients = \"Shared with\"\nretention = \"Kept\"\n\n[record.services]\n\"Homes of the council\" = \"derby-homes\"\n";

#[test]
fn a_record_is_held_against_the_notices_and_nothing_is_changed() {
    let root = site("record");
    let record = "Service area,Purpose,Basis,Shared with,Kept\n\
        Connect Derby,Process tenancy applications,Contract,Codemakers Ltd,6 years\n\
        homes of the council,Let homes,Public task,The police,6 years\n\
        Dog wardens,Catch dogs,Public task,,2 years\n";
    fs::write(root.join("record.csv"), record).expect("a file");
    let unmapped = program(&root, &["reconcile", "record.csv"]);
    assert_eq!(unmapped.status.code(), Some(1));
    let help = String::from_utf8_lossy(&unmapped.stderr).into_owned();
    assert!(help.contains("service = \"Service area\""), "{help}");

    fs::write(root.join("site.toml"), MAPPING).expect("a file");
    let before = fs::read(root.join("notices/connect-derby.md")).expect("it is there");
    let done = program(&root, &["reconcile", "record.csv"]);
    let text = said(&done);
    assert_eq!(done.status.code(), Some(3), "{text}");
    for line in [
        "Connect Derby (line 2 of the sheet):",
        "Lawful basis: the record says “Contract”, the notice does not",
        "Derby Homes (line 3 of the sheet):",
        "“Dog wardens” (line 4 of the sheet): no notice",
        "Customer Management: no row in the record",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(
        !text.contains("says “Process tenancy applications”, the"),
        "both say it: {text}"
    );
    let after = fs::read(root.join("notices/connect-derby.md")).expect("it is there");
    assert_eq!(before, after);
}

#[test]
fn what_the_notices_export_agrees_with_them() {
    let root = site("export");
    fs::write(root.join("site.toml"), MAPPING).expect("a file");
    let table = program(&root, &["reconcile", "--export"]);
    assert_eq!(table.status.code(), Some(0));
    fs::write(root.join("own.csv"), table.stdout).expect("a file");
    let done = program(&root, &["reconcile", "own.csv"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
}

/// A draft is not for visitors: nothing is published of it, and its owner is not asked what only the officer can settle.
#[test]
fn an_unfinished_draft_is_not_published_and_asks_its_owner_nothing() {
    let root = site("unfinished");
    let text = "Pest control\n\nWhat we use your details for\n\nWe use your address to find the rats.\n\nHow long we keep it\n\nWe keep it for 2 years.\n";
    fs::write(root.join("pests.txt"), text).expect("a file");
    let import = [
        "import",
        "pests.txt",
        "--id",
        "pests",
        "--controller",
        "derby-city-council",
    ];
    assert!(program(&root, &import).status.success());
    let done = program(&root, &["build", "--quick", "--out", "dist"]);
    let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(
        !done.status.success() && !root.join("dist").exists(),
        "{wrong}"
    );
    let draft = fs::read_to_string(root.join("notices/pests.md")).expect("it is written");
    let at = |text: &str| {
        let line = draft.lines().position(|line| line.contains(text));
        line.expect("it is there") + 1
    };
    let (first, second) = (at("to find the rats."), at("for 2 years."));
    for said in [
        format!(
            "notices/pests.md:{first}: 2 paragraphs are their source’s own words still (line {first}, {second})"
        ),
        format!(
            "notices/pests.md:{}: it does not say when it was published",
            at("published = \"")
        ),
        "help: write each again".to_owned(),
        "Nothing was published.".to_owned(),
    ] {
        assert!(wrong.contains(&said), "{said}: {wrong}");
    }
    let release = preview(&root, "2026-11-22");
    assert!(release.check_drafts().is_err());
    // The preview tells of it while it shows it.
    let warnings = release.warnings();
    assert!(warnings[0].contains("own words still"), "{warnings:?}");
    let page = release.get("register/pests/index.html").expect("made");
    let page = String::from_utf8_lossy(page).into_owned();
    let (asked, entering) = page.split_once("Not for you").expect("it stands apart");
    for rule in ["ART-01", "PUR-01", "RET-01"] {
        let id = format!("id=\"{rule}\"");
        assert!(!asked.contains(&id) && entering.contains(&id), "{rule}");
    }
    assert!(
        asked.contains("id=\"TRF-01\""),
        "that the source does not say"
    );
}

/// Publishes a site as a preview shows it: with what waits for the officer, and no lasting files.
pub(crate) fn preview(root: &Path, day: &str) -> Release {
    let options = ReleaseOptions {
        profile: Profile::Dev,
        as_at: day.parse().expect("a day"),
        address: None,
    };
    let archive = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/engine/engine.zip"
    );
    let engine = Engine::open(&fs::read(archive).expect("`make engine` makes it"));
    let site = read_site(root).expect("a site");
    let release = publish(&site, &engine.expect("an engine"), &options);
    release.expect("it can be shown")
}

/// `check` on a text says what it cannot be asked.
#[test]
fn a_source_text_says_which_rules_cannot_read_it() {
    let root = site("text");
    fs::write(
        root.join("bins.txt"),
        "Bins\n\nWe use your address to empty your bins.\n",
    )
    .expect("a file");
    fs::write(
        root.join("bins.html"),
        "<!doctype html><html lang=\"en\"><body><main><h1>Bins</h1><p>We follow the Data Protection Act 1998.</p></main></body></html>",
    )
    .expect("a file");
    for file in ["bins.txt", "bins.html"] {
        let text = said(&program(&root, &["check", file]));
        assert!(text.contains("cannot be asked by"), "{text}");
        assert!(text.contains("BAS-01") && text.contains("import"), "{text}");
        assert!(!text.contains("LAW-01,"), "that one can: {text}");
    }
    let text = said(&program(&root, &["check", "bins.html"]));
    assert!(text.contains("Data Protection Act 1998"), "{text}");
}

/// A notice that stands on the web is brought in by its address; what cannot be had is said, and nothing is written.
#[test]
fn a_page_is_brought_in_by_its_address() {
    let root = site("address");
    let host = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = host.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in host.incoming().flatten() {
            let mut stream = stream;
            let mut asked = [0; 4096];
            let read = stream.read(&mut asked).unwrap_or_default();
            let gone = String::from_utf8_lossy(&asked[..read]).starts_with("GET /gone");
            let page = "<!doctype html><html lang=\"en\"><body><nav>Menu</nav><main><h1>Pest control</h1>\
                <h2>How long we keep it</h2><p>We keep your details for 2 years.</p></main></body></html>";
            let status = if gone { "404 Not Found" } else { "200 OK" };
            let length = page.len();
            let answer = format!(
                "HTTP/1.1 {status}\r\ncontent-type: text/html\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{page}"
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    let address = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let done = program(&root, &["import", &address("pests"), "--id", "pests"]);
    assert!(done.status.success(), "{done:?}");
    let draft = fs::read_to_string(root.join("notices/pests.md")).expect("it is written");
    assert!(draft.contains("title = \"Pest control\""), "{draft}");
    assert!(
        draft.contains("We keep your details for 2 years."),
        "{draft}"
    );
    let told = said(&done) + &String::from_utf8_lossy(&done.stderr);
    assert!(
        told.contains("Menu") && told.contains("navigation"),
        "{told}"
    );
    let done = program(&root, &["import", &address("gone"), "--id", "gone"]);
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    assert!(!root.join("notices/gone.md").exists());
}

/// What several notices share names one body, and some of them may be another's.
#[test]
fn a_shared_contact_of_another_body_is_no_way_to_complain() {
    let root = site("two-bodies");
    let shared = root.join("notices/shared/council.md");
    let contact = "+++\n[[complaint]]\ncontact = \"council-officer\"\n+++\n";
    fs::write(shared, contact).expect("a file");
    let path = root.join("notices/derby-homes.md");
    let own = fs::read_to_string(&path).expect("it is there");
    assert!(!own.contains("\nshared"), "it shares nothing yet");
    let sharing = own.replacen(
        "controller = \"derby-homes\"\n",
        "controller = \"derby-homes\"\nshared = [\"council\"]\n",
        1,
    );
    assert_ne!(own, sharing);
    fs::write(&path, sharing).expect("a file");
    let found = |notice: &str| said(&program(&root, &["check", notice]));
    let wrong = "The notice sends complaints to Derby City Council, and Derby Homes decides";
    let homes = found("notices/derby-homes.md");
    assert!(homes.contains(wrong), "{homes}");
    let council = found("notices/healthy-housing-hub.md");
    assert!(
        !council.contains("The notice sends complaints to"),
        "{council}"
    );
}
