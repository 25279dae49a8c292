//! What passed before with the very same files: such a trial is not run again, for it would be told the same.
//!
//! `COUNCIL_NOTICE_ANEW=1` runs all of them; so do `make full`, a filter, and a checkout that is new.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    hash::{DefaultHasher, Hasher as _},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
    time::UNIX_EPOCH,
};

use super::{Engine, Outcome, Profile, dist, engine::program};
use crate::server::files::LIBRARIES;

/// The trials that passed with these files.
pub(super) struct Passed {
    /// The keys of the files on its first line, then a trial on each.
    file: PathBuf,
    trials: BTreeSet<String>,
}

impl Passed {
    /// Reads what an earlier run kept, and forgets the trials that depend on a file which is another now. Without one of
    /// the files nothing is remembered, and the trials themselves say what they miss.
    pub(super) fn read() -> Option<Arc<Self>> {
        Self::of_these_files().ok().map(Arc::new)
    }

    fn of_these_files() -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = root.join("target/page-trials-passed.txt");
        let (pages, linked) = (pages(root)?, linked()?);
        let kept = fs::read_to_string(&file).unwrap_or_default();
        let mut lines = kept.lines();
        let keys = lines.next().unwrap_or_default();
        let (same_pages, same_linked) = (keys.contains(&pages), keys.contains(&linked));
        let users = users_of_crates(&root.join("tests/pages"))?;
        let is_user = |trial: &str| trial.split("::").any(|part| users.contains(part));
        let anew = env::var_os("COUNCIL_NOTICE_ANEW").is_some();
        let trials: BTreeSet<String> = lines
            .filter(|trial| !anew && same_pages && (same_linked || !is_user(trial)))
            .map(str::to_owned)
            .collect();
        let mut text = format!("{pages} {linked}\n");
        trials.iter().for_each(|trial| {
            text.push_str(trial);
            text.push('\n');
        });
        fs::write(&file, text)?;
        Ok(Self { file, trials })
    }

    pub(super) fn holds(&self, trial: &str) -> bool {
        self.trials.contains(trial)
    }

    /// Says how many are not run again, if any, and how to have them run.
    pub(super) fn report(&self) {
        let count = self.trials.len();
        if count > 0 {
            println!(
                "{count} trials passed before with these very files and browsers, and are not run again: COUNCIL_NOTICE_ANEW=1 runs them."
            );
        }
    }

    /// Keeps a trial that passed at its first try: one that needed a second is to be tried again. A line that cannot be
    /// written costs a run, no more.
    pub(super) fn keep(&self, trial: &str) {
        if let Ok(mut file) = fs::OpenOptions::new().append(true).open(&self.file) {
            let _ = writeln!(file, "{trial}");
        }
    }
}

/// The files of trials that use a crate of the project, which is linked into them: the program itself, or rules of the
/// notice. By the name of each; what such a file defines may be used by others.
fn users_of_crates(trials: &Path) -> Outcome<BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for file in files(trials)?
        .into_iter()
        .filter(|it| it.extension().is_some_and(|it| it == "rs"))
    {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        texts.insert(name, fs::read_to_string(file)?);
    }
    // The notice's crate has the name of trials, too.
    let crates = ["law::", "publish::", "source::", "ui::", "use notice::"];
    let is_user = |text: &String| crates.iter().any(|it| text.contains(it));
    let first = texts.iter().filter(|(_, text)| is_user(text));
    let mut users: BTreeSet<String> = first.map(|(name, _)| name.clone()).collect();
    loop {
        let more: Vec<String> = texts
            .iter()
            .filter(|(name, text)| {
                let uses = |user: &String| text.contains(&format!("{user}::"));
                !users.contains(*name) && users.iter().any(uses)
            })
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return Ok(users);
        }
        users.extend(more);
    }
}

/// Sums up these trials with all that is linked into them.
fn linked() -> Outcome<String> {
    let mut sum = DefaultHasher::new();
    add(&mut sum, &env::current_exe()?)?;
    Ok(format!("{:016x}", sum.finish()))
}

/// Sums up all else that a trial can tell apart: the trials, what is published, what they open beside it, and the browsers.
fn pages(root: &Path) -> Outcome<String> {
    let mut sum = DefaultHasher::new();
    add(&mut sum, &dist())?;
    for name in [
        "Cargo.lock",
        "Cargo.toml",
        "target/engine/engine.zip",
        "tests/pages",
        "tests/hosts",
        "notices",
        "public",
    ] {
        add(&mut sum, &root.join(name))?;
    }
    add(&mut sum, Path::new(LIBRARIES))?;
    if let Some(axe) = env::var_os("COUNCIL_NOTICE_AXE") {
        add(&mut sum, Path::new(&axe))?;
    }
    let mut programs = vec![program("NGINX", &["nginx"])?];
    for engine in Engine::ALL {
        programs.push(engine.driver_program()?);
        for profile in [Profile::Plain, Profile::Back] {
            programs.push(engine.browser_program(profile)?);
        }
    }
    for program in programs {
        // Of programs their place, size and date are enough: a package replaces all three together.
        let program = fs::canonicalize(program)?;
        let about = fs::metadata(&program)?;
        let date = about.modified()?.duration_since(UNIX_EPOCH);
        sum.write(program.as_os_str().as_encoded_bytes());
        sum.write_u64(about.len());
        sum.write_u64(date.map_or(0, |date| date.as_secs()));
    }
    Ok(format!("{:016x}", sum.finish()))
}

/// Adds a file, or all files below a folder.
fn add(sum: &mut DefaultHasher, path: &Path) -> Outcome {
    for file in files(path)? {
        sum.write(file.as_os_str().as_encoded_bytes());
        sum.write(&fs::read(file)?);
    }
    Ok(())
}

/// A file, or all files below a folder in the order of their names.
fn files(path: &Path) -> Outcome<Vec<PathBuf>> {
    // `make demo` lays the manual into what is published.
    if path.ends_with("dist/manual") {
        return Ok(Vec::new());
    }
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries: io::Result<BTreeSet<PathBuf>> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    let below: Outcome<Vec<_>> = entries?.iter().map(|entry| files(entry)).collect();
    Ok(below?.concat())
}
