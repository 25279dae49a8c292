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

pub(crate) fn project() -> PathBuf {
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

/// A record of processing, as the chapter on it has it, and which column holds what.
const RECORD: &str = "Ref,Team,Shared with\n14,Derby Homes,Elm Credit Ltd\n";
const MAPPING: &str = "\n[record]\nservice = \"Team\"\nrecipients = \"Shared with\"\n";

/// A folder in which every example can be run: the project's own site, published, with a version kept, a page to look at and a record.
fn desk(folder: &Path) {
    for name in ["notices", "public"] {
        copy(&project().join(name), &folder.join(name)).expect("it can be copied");
    }
    let settings = fs::read_to_string(project().join("site.toml")).expect("it can be read");
    fs::write(folder.join("site.toml"), settings + MAPPING).expect("it can be written");
    fs::write(folder.join("record.csv"), RECORD).expect("it can be written");
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

pub(crate) fn temporary(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Chapters by their path in the manual.
pub(crate) fn chapters() -> Vec<(String, String)> {
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
    let mut tried = 0;
    for (path, text) in chapters() {
        let own = blocks(&text, "sh");
        for line in own.lines().filter(|line| is_call(line)) {
            tried += 1;
            typed(line, &folder).unwrap_or_else(|said| panic!("{line} in {path}: {said}"));
        }
    }
    assert!(tried > 4, "{tried}");
    for name in [
        "bash-completion/completions/council-notice",
        "man/man1/council-notice-build.1",
    ] {
        assert!(folder.join(".local/share").join(name).is_file(), "{name}");
    }
}

/// A call in a block that is neither of those would be tried by nobody.
#[test]
fn every_call_in_a_block_is_tried() {
    for (path, text) in chapters() {
        let tried = [blocks(&text, "console"), blocks(&text, "sh")];
        let mut inside = false;
        for (at, line) in text.lines().enumerate() {
            if line.starts_with("```") {
                inside = !inside;
            }
            let call = line.trim().trim_start_matches("$ ");
            if !inside || !is_call(call) {
                continue;
            }
            let here = |block: &String| block.lines().nth(at) == Some(line);
            assert!(tried.iter().any(here), "{path}:{}: {line}", at + 1);
        }
    }
}

/// Says whether somebody calls the program by that line.
pub(crate) fn is_call(line: &str) -> bool {
    let line = line.strip_prefix("npx ").unwrap_or(line);
    line.starts_with("council-notice ")
}

/// Types a line into a shell that finds the program. Gives what was said where it does not end well: what the law finds is no failure,
/// and a preview goes on until it is stopped.
pub(crate) fn typed(line: &str, folder: &Path) -> Result<(), String> {
    let line = line.strip_prefix("npx ").unwrap_or(line);
    if line.starts_with("council-notice serve") {
        let comes_up = says_where(line, folder);
        return comes_up
            .then_some(())
            .ok_or("it does not come up".to_owned());
    }
    let bin = Path::new(PROGRAM).parent().expect("it is in a folder");
    let done = Command::new("sh")
        .args(["-euc", line])
        .env("HOME", folder)
        .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
        .current_dir(folder)
        .output()
        .expect("a shell is there");
    let found = line.starts_with("council-notice check") && done.status.code() == Some(4);
    if done.status.success() || found {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&done.stderr).into_owned())
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
