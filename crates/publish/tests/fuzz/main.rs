//! A minute of damage: what editors write, broken in every way, is read or refused with a reason, and never a panic; and so is
//! the page that is held against a notice.
//!
//! `COUNCIL_NOTICE_FUZZ_SECONDS` is how long it goes on (60), `COUNCIL_NOTICE_FUZZ_SEED` begins where an earlier run began. The seed
//! is printed first. Input that fails is kept in `target/fuzz/`, and the message names its file.

mod damage;
mod judge;
#[path = "../notices/pieces.rs"]
mod pieces;

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use damage::Random;
use judge::Judge;
use publish::{AuditTarget, audit_html, load};
use source::parse::File;

fn number(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{name} is not a number: {text}")),
    )
}

/// The real notices, and texts that notices are made from.
fn inputs() -> Vec<File> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut files = Vec::new();
    for folder in [
        "notices",
        "notices/shared",
        "crates/publish/strings",
        "crates/law",
        "notices/pl",
        "notices/pl/shared",
        "crates/publish/tests/check/texts",
    ] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.is_file() && !path.ends_with("Cargo.toml") {
                let name = path
                    .strip_prefix(root)
                    .expect("it is inside")
                    .display()
                    .to_string();
                // As a site would hold them.
                let name = name
                    .replace("crates/publish/strings/", "notices/strings/")
                    .replace("crates/law/", "notices/");
                files.push(File {
                    path: name.strip_prefix("notices/").unwrap_or(&name).to_owned(),
                    text: fs::read_to_string(&path).expect("it is text"),
                    name,
                });
            }
        }
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}

/// Keeps what failed and says where.
fn kept(seed: u64, turn: u64, file: &File) -> PathBuf {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("target/fuzz");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join(format!("{seed}-{turn}-{}", file.path.replace('/', "-")));
    fs::write(&path, &file.text).expect("a file can be written");
    path
}

#[test]
fn nothing_that_editors_write_breaks_the_parser() {
    let seconds = number("COUNCIL_NOTICE_FUZZ_SECONDS").unwrap_or(60);
    let since = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
    };
    let seed = number("COUNCIL_NOTICE_FUZZ_SEED").unwrap_or_else(|| since().as_secs());
    println!("COUNCIL_NOTICE_FUZZ_SEED={seed} for {seconds} seconds");
    let inputs = inputs();
    let judge = Judge::new(&inputs);
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut turns, mut read) = (0, 0);
    while turns == 0 || Instant::now() < end {
        let mut random = Random::new(seed, turns);
        let damaged = damage::one(&inputs, &mut random);
        let verdict = catch_unwind(AssertUnwindSafe(|| judge.of(&damaged, &mut random)));
        match verdict {
            Ok(Ok(good)) => read += u64::from(good),
            failed => {
                let why = match failed {
                    Ok(Err(why)) => why,
                    _ => "it panics, as told above".to_owned(),
                };
                let path = kept(seed, turns, &damaged);
                panic!(
                    "turn {turns} of seed {seed}, {} in place of {}: {why}",
                    path.display(),
                    damaged.name
                );
            }
        }
        turns += 1;
    }
    println!(
        "{turns} inputs: {read} read, {} refused with a reason",
        turns - read
    );
}

/// Pages with forms: the demo's, and those of the trials.
fn pages() -> Vec<File> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut pages = Vec::new();
    for folder in ["public/demo", "tests/pages/site", "tests/pages/site/forms"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.extension().is_some_and(|end| end == "html") {
                let name = path.file_name().expect("it is a file");
                pages.push(File {
                    path: name.to_string_lossy().into_owned(),
                    name: path.display().to_string(),
                    text: fs::read_to_string(&path).expect("it is text"),
                });
            }
        }
    }
    pages.sort_by(|one, two| one.name.cmp(&two.name));
    pages
}

/// What browsers take, and people do not write.
const MARKS: [&str; 12] = [
    "<form>",
    "</form>",
    "<input name=",
    "<label for=\"",
    "<fieldset><legend>",
    "<template data-category=media>",
    "<council-notice service=",
    "data-form=\":has(\"",
    "<select><option>",
    "\u{0}\u{202e}",
    "<!--",
    "<table><input><svg><math>",
];

#[test]
fn nothing_on_a_page_breaks_the_audit() {
    let seconds = number("COUNCIL_NOTICE_FUZZ_SECONDS").unwrap_or(60) / 3;
    let since = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
    };
    let seed = number("COUNCIL_NOTICE_FUZZ_SEED").unwrap_or_else(|| since().as_secs());
    println!("COUNCIL_NOTICE_FUZZ_SEED={seed}, pages for {seconds} seconds");
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let source = load(&root.join("notices")).expect("the notices are good");
    let pages = pages();
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut turns, mut held) = (0, 0);
    while turns == 0 || Instant::now() < end {
        let mut random = Random::new(seed, turns);
        let mut page = damage::one(&pages, &mut random);
        let at = page
            .text
            .floor_char_boundary(random.below(page.text.len() + 1));
        page.text.insert_str(at, MARKS[random.below(MARKS.len())]);
        // Nothing but the page, as well as what its author is asked for.
        let service = (random.below(2) == 0).then(|| "customer-management".to_owned());
        let wanted = AuditTarget {
            service,
            ..AuditTarget::default()
        };
        let judged = catch_unwind(AssertUnwindSafe(|| {
            match audit_html(&source, &page.text, &wanted) {
                Ok(report) => (true, report.to_string()),
                Err(refused) => (false, refused.to_string()),
            }
        }));
        match judged {
            Ok((good, said)) if !said.is_empty() => held += u64::from(good),
            _ => {
                let path = kept(seed, turns, &page);
                panic!(
                    "turn {turns} of seed {seed}, {} in place of {}: it panics or says nothing",
                    path.display(),
                    page.name
                );
            }
        }
        turns += 1;
    }
    println!(
        "{turns} pages: {held} held against a notice, {} refused with a reason",
        turns - held
    );
}
