//! The program as a council has it: one file in an empty folder, with nothing else to run, no home and no checkout. It carries its
//! engine only where it is built so, as `make native` does.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{program::printed, serve::Preview};

/// A folder with a space in its name, and the program in it.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let made = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("council notice alone {} {made}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("home")).expect("a folder can be made");
        let program = env!("CARGO_BIN_EXE_council-notice");
        // Not by this process: another test's child could hold the copy open for writing, and then it would not start.
        let copied = Command::new("cp")
            .args([program.as_ref(), folder.as_os_str()])
            .status();
        assert!(copied.expect("cp starts").success());
        Self(folder)
    }

    fn call(&self, arguments: &[&str]) -> Command {
        let mut call = Command::new(self.0.join("council-notice"));
        call.env_clear()
            .env("PATH", "")
            .env("HOME", self.0.join("home"))
            .env("TMPDIR", self.0.join("home"))
            .current_dir(&self.0)
            .args(arguments);
        call
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.call(arguments).output().expect("the program starts")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("it is there").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
#[cfg_attr(not(feature = "embedded"), ignore = "needs --features embedded")]
fn one_file_begins_builds_checks_and_shows_a_site() {
    let place = Place::new();
    let output = place.run(&["init", "my site", "--name", "Leeds City Council"]);
    assert!(output.status.success(), "{}", printed(&output));
    let output = place.run(&[
        "build",
        "--site",
        "my site",
        "--out",
        "the files",
        "--quick",
    ]);
    assert!(output.status.success(), "{}", printed(&output));
    let published = |path: &str| {
        let path = place.0.join("the files").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    assert!(published("notices/example/index.html").contains("Leeds City Council"));
    assert!(published("licences.html").contains("<summary>leptos "));
    assert!(published("council-notice.js").len() > 4_000);
    // What only the council can say is still open.
    let output = place.run(&["check", "--site", "my site"]);
    assert_eq!(output.status.code(), Some(4), "{}", printed(&output));

    let preview = Preview::start(&mut place.call(&["serve", "--site", "my site"]));
    preview.until(|now| now["build"] == 1);
    let (status, _, body) = preview.get("/notices/example/");
    assert_eq!(status, 200);
    assert!(body.contains("Leeds City Council"));
    drop(preview);

    assert_eq!(
        place.names(),
        ["council-notice", "home", "my site", "the files"]
    );
    let home = fs::read_dir(place.0.join("home")).expect("it is there");
    assert_eq!(
        home.count(),
        0,
        "nothing is kept in the home folder, nor among temporary files"
    );
}

#[test]
#[cfg_attr(not(feature = "embedded"), ignore = "needs --features embedded")]
fn it_names_what_it_carries_and_no_file_of_the_checkout() {
    let place = Place::new();
    let output = place.run(&["--version"]);
    let told = printed(&output);
    let lines: Vec<&str> = told.lines().collect();
    let [program, engine, law] = lines[..] else {
        panic!("{told}")
    };
    assert_eq!(
        program,
        concat!("council-notice ", env!("CARGO_PKG_VERSION"))
    );
    let built = crate::site::real_engine().hash();
    assert_eq!(engine, format!("engine {built}"));
    assert!(law.ends_with(&publish::law_day().to_string()), "{law}");

    // A program that reads its engine at run time knows where.
    let bytes = fs::read(place.0.join("council-notice")).expect("it can be read");
    let path = b"/target/engine/engine.zip";
    assert!(!bytes.windows(path.len()).any(|part| part == path));
}
