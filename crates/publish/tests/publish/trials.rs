//! Writing under bad conditions, by the program itself: a full disk, a kill half-way, two builds at once, a folder that is
//! read-only, the same folder twice. Whatever happens, the release before stays whole until the new one stands.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use crate::site::{Site, files};

type Files = BTreeMap<String, Vec<u8>>;

const GATE: &str = "council-notice.js";

fn program(site: &Site) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council-notice"));
    command
        .args(["build", "--quick", "--as-at", "2026-11-22", "--site"])
        .arg(&site.root)
        .arg("--out")
        .arg(site.dist());
    command
}

fn built(site: &Site) -> Files {
    let output = program(site).output().expect("the program starts");
    assert!(output.status.success(), "{}", said(&output));
    site.files()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Changes what nearly every file says: the next release has other bytes almost everywhere.
fn change(site: &Site) {
    let path = site.root.join("notices/strings/en.toml");
    let words = fs::read_to_string(&path).expect("written before");
    fs::write(&path, words.replace("= \"<", "= \"New <")).expect("it can be written");
}

/// Whether a page that loaded the gate of a release still gets all that its gate leads to: every hashed file, unchanged.
fn stands(now: &Files, release: &Files) -> bool {
    let hashed = |path: &&String| {
        path.split(['.', '-', '_'])
            .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    now.get(GATE) == release.get(GATE)
        && release
            .keys()
            .filter(hashed)
            .all(|path| now.get(path) == release.get(path))
}

fn half_done(files: &Files) -> bool {
    files
        .keys()
        .any(|path| path.ends_with(".council-notice-new"))
}

/// In a namespace of its own, where whoever runs the tests may mount. Its folder goes with it, so that the script copies
/// what is to be looked at.
fn with_a_mount(site: &Site, script: &str) -> Output {
    let mut command = Command::new("unshare");
    command
        .args(["--map-root-user", "--mount", "sh", "-euc", script, "sh"])
        .arg(site.dist())
        .arg(env!("CARGO_BIN_EXE_council-notice"))
        .arg(&site.root);
    let output = command.output().expect("unshare is a part of Linux");
    assert!(
        !said(&output).contains("unshare failed") && !said(&output).contains("mount:"),
        "this trial has to mount a small disk, and this machine lets nobody: {}",
        said(&output)
    );
    output
}

#[test]
fn a_full_disk_leaves_the_old_release() {
    let site = Site::new("full-disk");
    let whole: usize = built(&site).values().map(Vec::len).sum();
    fs::remove_dir_all(site.dist()).expect("just built");
    fs::create_dir(site.dist()).expect("a folder can be made");
    // Each file takes whole pages of memory: twice the bytes hold one release, and not one and a half.
    let script = format!(
        r#"mount -t tmpfs -o size={size}k none "$1"
        build() {{ "$2" build --quick --as-at 2026-11-22 --site "$3" --out "$1"; }}
        build "$@" >/dev/null
        cp -R "$1" "$3/before"
        sed -i 's/= "</= "New </' "$3/notices/strings/en.toml"
        head -c {ballast} /dev/urandom >"$3/public/ballast.bin"
        build "$@" >/dev/null && exit 9 || code=$?
        cp -R "$1" "$3/after"
        rm "$3/public/ballast.bin"
        exit $code"#,
        size = whole * 2 / 1024,
        ballast = whole * 2,
    );
    let output = with_a_mount(&site, &script);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for word in [
        "cannot write",
        "ballast.bin",
        "No space left",
        "Nothing was published",
    ] {
        assert!(said(&output).contains(word), "{word} in\n{}", said(&output));
    }
    let [before, after] = ["before", "after"].map(|name| files(&site.root.join(name)));
    assert!(before.contains_key(GATE));
    assert!(
        before == after,
        "the folder is as it was, with nothing half-done in it"
    );
}

#[test]
fn a_folder_that_is_read_only_is_named_and_left() {
    let site = Site::new("read-only");
    let before = built(&site);
    change(&site);
    let script = r#"mount --bind "$1" "$1"
        mount -o remount,bind,ro "$1"
        "$2" build --quick --site "$3" --out "$1""#;
    let output = with_a_mount(&site, script);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for word in [
        "cannot write",
        "Read-only file system",
        "Nothing was published",
    ] {
        assert!(said(&output).contains(word), "{word} in\n{}", said(&output));
    }
    assert!(site.files() == before);
}

/// Ends the program as soon as `when` is so, and says whether that came before the program was done by itself.
fn killed(site: &Site, when: impl Fn(&Files) -> bool) -> bool {
    let mut child = quiet(program(site));
    let start = Instant::now();
    while !when(&looked(&site.dist())) {
        if child.try_wait().expect("it can be asked").is_some() {
            return false;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "it hangs");
    }
    child.kill().expect("it is ours");
    // By itself it ends with a code.
    let ended = child.wait().expect("it has ended");
    ended.code().is_none()
}

fn quiet(mut command: Command) -> Child {
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().expect("the program starts")
}

/// The names in a folder that may change under our eyes.
fn looked(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.insert(name, Vec::new());
            }
        }
    }
    found
}

#[test]
fn a_kill_half_way_leaves_a_release_and_the_next_build_mends_it() {
    let clean = Site::new("kill-clean");
    change(&clean);
    let wanted = built(&clean);
    let site = Site::new("kill");
    let before = built(&site);
    let old = looked(&site.dist());
    change(&site);
    let mut hits = 0;
    // While files are staged; while they take their place.
    let moments: [&dyn Fn(&Files) -> bool; 2] = [&half_done, &|now| {
        now.keys()
            .any(|name| !old.contains_key(name) && !name.ends_with("-new"))
    }];
    for moment in moments {
        if killed(&site, moment) {
            hits += 1;
            let now = site.files();
            // On a busy machine it may have come as far as the gate, which is the last.
            assert!(
                stands(&now, &before) || stands(&now, &wanted),
                "{:?}",
                now.keys()
            );
        }
    }
    assert!(hits > 0, "nothing was caught half-way");
    let after = built(&site);
    assert!(!half_done(&after) && after[GATE] != before[GATE]);
    assert!(after == wanted, "as if nothing had happened");
}

#[test]
fn two_builds_at_once_give_one_release() {
    let site = Site::new("two-at-once");
    let children = [quiet(program(&site)), quiet(program(&site))];
    let outputs = children.map(|child| child.wait_with_output().expect("it ends"));
    assert!(
        outputs.iter().any(|output| output.status.success()),
        "one of them wins"
    );
    for output in outputs.iter().filter(|output| !output.status.success()) {
        assert!(
            said(output).contains("another build is writing"),
            "{}",
            said(output)
        );
    }
    assert!(site.files() == built(&Site::new("one-alone")));
}

#[test]
fn a_second_build_into_the_folder_changes_nothing_and_clears_what_is_old() {
    let site = Site::new("twice-built");
    let first = built(&site);
    site.put("dist/of-somebody-else.txt", "stays");
    assert_eq!(built(&site).len(), first.len() + 1);
    change(&site);
    let second = built(&site);
    assert_eq!(
        second.len(),
        first.len() + 1,
        "no file of the first is left over"
    );
    assert_eq!(second["of-somebody-else.txt"], b"stays");
}
