//! What has no end, or hardly one: a pipe that nobody writes to, a device, a word of ten megabytes, ten megabytes of prose. Each
//! is read or refused in seconds.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// A site's folder of its own.
fn site(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("endless-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../notices");
    for folder in ["", "shared"] {
        fs::create_dir_all(root.join("notices").join(folder)).expect("a folder can be made");
        for entry in fs::read_dir(from.join(folder)).expect("the notices are there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_file() {
                let to = root
                    .join("notices")
                    .join(folder)
                    .join(path.file_name().expect("a name"));
                fs::copy(&path, to).expect("it can be copied");
            }
        }
    }
    root
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo is there").success());
}

/// What the program says, and how it ends; it must within so many seconds.
fn says(root: &Path, arguments: &[&str], seconds: u64) -> (bool, String) {
    let start = Instant::now();
    // A file: what nobody reads from a pipe would hold the program up.
    let said = root.join("said.txt");
    let file = fs::File::create(&said).expect("it can be made");
    let mut child = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(file)
        .spawn()
        .expect("the program starts");
    while child.try_wait().expect("it can be asked").is_none() {
        if start.elapsed() > Duration::from_secs(seconds) {
            child.kill().expect("it can be ended");
            panic!("{arguments:?}: still at it after {seconds} s");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let done = child.wait().expect("it has ended");
    let said = fs::read(said).expect("it is there");
    (done.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn what_has_no_end_is_refused() {
    let root = site("refused");
    pipe(&root.join("pipe.txt"));
    symlink("/dev/zero", root.join("zero.txt")).expect("a link can be made");
    symlink("/dev/zero", root.join("zero.md")).expect("a link can be made");
    for arguments in [
        &["check", "pipe.txt"][..],
        &["check", "zero.txt"],
        &["check", "zero.md"],
        &["check", "/dev/zero"],
        &["import", "zero.txt", "--id", "brought-in"],
        &["import", "pipe.txt", "--id", "brought-in"],
        &["audit", "pipe.txt", "--service", "derby-homes"],
        &["audit", "/dev/zero", "--service", "derby-homes"],
        &["diff", "pipe.txt", "notices/derby-homes.md"],
    ] {
        let (good, said) = says(&root, arguments, 30);
        assert!(
            !good && said.contains("a pipe or a device"),
            "{arguments:?}: {said}"
        );
    }
    // Among the notices, and among what is published as it is.
    for name in ["notices/strange.md", "public/strange.html"] {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder"))
            .expect("a folder can be made");
        pipe(&path);
        let command: &[&str] = match name.starts_with("notices") {
            true => &["check"],
            false => &["build", "--out", "dist"],
        };
        let (good, said) = says(&root, command, 30);
        assert!(
            !good && said.contains("a pipe or a device") && said.contains("strange"),
            "{name}: {said}"
        );
        fs::remove_file(&path).expect("it can be removed");
    }
    fs::remove_dir_all(root).expect("it can be removed");
}

/// What the program takes of a processor to check a file: no other work on the machine adds to it.
fn time(root: &Path, name: &str) -> Duration {
    let script = "TIMEFORMAT=%U; time timeout 120 \"$0\" check \"$1\" >said.txt 2>&1";
    let said = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_council-notice"), name])
        .current_dir(root)
        .output()
        .expect("bash is there");
    assert_ne!(said.status.code(), Some(124), "{name}: still at it");
    let seconds = String::from_utf8_lossy(&said.stderr).trim().parse();
    Duration::from_secs_f64(seconds.expect("a number of seconds"))
}

/// How long the program takes for a text of so many bytes, in each way that it reads one: the shorter of two times.
fn times(root: &Path, make: &dyn Fn(usize) -> String, length: usize) -> [Duration; 3] {
    let text = make(length);
    fs::write(root.join("source.txt"), &text).expect("it can be written");
    let good = fs::read_to_string(root.join("notices/derby-homes.md")).expect("it is there");
    fs::write(root.join("bare.md"), &text).expect("it can be written");
    fs::write(
        root.join("notices/derby-homes.md"),
        format!("{good}\n\n{text}\n"),
    )
    .expect("it can be written");
    let once = || ["source.txt", "bare.md", "notices/derby-homes.md"].map(|name| time(root, name));
    let (one, other) = (once(), once());
    fs::write(root.join("notices/derby-homes.md"), good).expect("it can be written");
    std::array::from_fn(|at| one[at].min(other[at]))
}

/// Four times the text take no more than twice four times the time, where a square would take sixteen: a development build is too
/// slow to be held to seconds.
#[test]
fn what_is_long_takes_time_in_proportion() {
    let root = site("long");
    let sentence = "We keep your name and address for six years, because the law asks for it. ";
    let word = |length: usize| "a".repeat(length);
    let prose = |length: usize| {
        format!(
            "Privacy notice\n\n{}",
            sentence.repeat(length / sentence.len())
        )
    };
    let lines = |length: usize| {
        let line = [sentence, "\n\n"].concat();
        format!("Privacy notice\n\n{}", line.repeat(length / line.len()))
    };
    let kinds: [(&str, &dyn Fn(usize) -> String); 3] =
        [("a word", &word), ("prose", &prose), ("lines", &lines)];
    for (kind, make) in kinds {
        let (short, long) = (times(&root, make, 50_000), times(&root, make, 200_000));
        println!("{kind}: {short:?} {long:?}");
        for (short, long) in short.into_iter().zip(long) {
            // What the program takes anyway.
            let least = short.max(Duration::from_millis(300));
            assert!(long < least * 8, "{kind}: {short:?}, then {long:?}");
        }
    }
    fs::remove_dir_all(root).expect("it can be removed");
}
