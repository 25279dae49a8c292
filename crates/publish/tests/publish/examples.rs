//! The examples of the manual, run as they stand there.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use publish::{Profile, ReleaseOptions, publish, read_site};
use trycmd::TestCases;

use crate::site::{copy, files, real_engine};

const PROGRAM: &str = env!("CARGO_BIN_EXE_council-notice");

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A page with a form, as the chapter on forms has it.
const PAGE: &str = r#"<!doctype html>
<title>Complain</title>
<script async src="https://notices.example/council-notice.js" data-service="customer-management" data-part="complaints"></script>
<form>
  <label>Name <input name="name" autocomplete="name"></label>
  <label>Shoe size <input name="shoe"></label>
</form>
"#;

/// A folder in which every example can be run: the project's own site, published, with a version kept and a page to look at.
fn desk(folder: &Path) {
    for name in ["notices", "public"] {
        copy(&project().join(name), &folder.join(name)).expect("it can be copied");
    }
    fs::copy(project().join("site.toml"), folder.join("site.toml")).expect("it can be copied");
    fs::write(folder.join("complain.html"), PAGE).expect("it can be written");
    publish::keep(folder, &["derby-homes".to_owned()]).expect("it can be kept");
    let options = ReleaseOptions {
        profile: Profile::Dev,
        as_at: publish::today(),
        address: None,
    };
    let site = read_site(folder).expect("it can be read");
    let release = publish(&site, &real_engine(), &options).expect("it can be published");
    release
        .write(&folder.join("dist"))
        .expect("it can be written");
}

fn temporary(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Chapters by their path in the manual.
fn chapters() -> Vec<(String, String)> {
    let all = files(&project().join("docs/src")).into_iter();
    let pages = all.filter(|(path, _)| path.ends_with(".md"));
    pages
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a chapter is text")))
        .collect()
}

/// The blocks of a language alone, each line where it was.
fn blocks(text: &str, language: &str) -> String {
    let fence = format!("```{language}");
    let mut inside = false;
    let mut out = String::new();
    for line in text.lines() {
        let starts = line == fence;
        if starts || inside {
            out.push_str(line);
        }
        inside = starts || (inside && line != "```");
        out.push('\n');
    }
    out
}

/// Each chapter has a folder of its own, which its examples change one after another.
#[test]
fn what_the_manual_shows_is_what_comes() {
    let folder = temporary("manual");
    let template = temporary("manual-desk");
    desk(&template);
    let mut examples = 0;
    for (path, text) in chapters() {
        let own = blocks(&text, "console");
        let count = own.matches("\n$ ").count();
        if count == 0 {
            continue;
        }
        examples += count;
        let stem = path.trim_end_matches(".md").replace('/', "-");
        fs::write(folder.join(format!("{stem}.md")), own).expect("it can be written");
        copy(&template, &folder.join(format!("{stem}.in"))).expect("it can be copied");
        // With such a folder beside it the examples run in a copy of the other.
        fs::create_dir(folder.join(format!("{stem}.out"))).expect("a folder can be made");
    }
    assert!(examples > 6, "the manual has examples: {examples}");
    let pattern = format!("{}/*.md", folder.display());
    TestCases::new()
        .register_bin("council-notice", Path::new(PROGRAM))
        .case(pattern)
        .run();
}

/// What needs a shell, or goes on until it is stopped, cannot be shown with what comes of it.
#[test]
fn what_is_typed_into_a_shell_works() {
    let folder = temporary("manual-shell");
    desk(&folder);
    let begun = Command::new(PROGRAM)
        .args(["init", "notices-site", "--name", "Leeds City Council"])
        .current_dir(&folder)
        .output()
        .expect("the program starts");
    assert!(begun.status.success());
    for name in [
        ".local/share/bash-completion/completions",
        ".local/share/man/man1",
    ] {
        fs::create_dir_all(folder.join(name)).expect("a folder can be made");
    }
    let bin = Path::new(PROGRAM).parent().expect("it is in a folder");
    let mut tried = 0;
    for (path, text) in chapters() {
        let own = blocks(&text, "sh");
        for line in own
            .lines()
            .filter(|line| line.starts_with("council-notice "))
        {
            tried += 1;
            if line.contains(" serve") {
                assert!(says_where(line, &folder), "{line} in {path}");
                continue;
            }
            let done = Command::new("sh")
                .args(["-euc", line])
                .env("HOME", &folder)
                .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
                .current_dir(&folder)
                .output()
                .expect("a shell is there");
            assert!(
                done.status.success(),
                "{line} in {path}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
        }
    }
    assert!(tried > 2, "{tried}");
    for name in [
        "bash-completion/completions/council-notice",
        "man/man1/council-notice-build.1",
    ] {
        assert!(folder.join(".local/share").join(name).is_file(), "{name}");
    }
}

/// Whether the preview comes up and says where.
fn says_where(line: &str, folder: &Path) -> bool {
    let arguments = line.split_whitespace().skip(1);
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        // The usual port may be taken.
        .args(["--port", "0"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut said = String::new();
    let out = child.stdout.take().expect("a pipe");
    let read = BufReader::new(out).read_line(&mut said);
    let _ = child.kill();
    let _ = child.wait();
    read.is_ok() && said.starts_with("http://127.0.0.1:")
}
