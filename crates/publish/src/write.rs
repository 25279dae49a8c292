//! A release onto disk. The one before it stays whole until the new one stands: everything is written beside what is there,
//! under names of its own; then each file takes its place, hashed files before the pages that name them and the gate last;
//! what is no longer wanted goes only then.

use std::{
    env,
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use super::{Error, hash::hash};

/// How the names of files end that have not taken their place yet.
const STAGED: &str = ".council-notice-new";

/// What every page loads: as long as the old one stands, the old release does.
const GATE: &str = "council-notice.js";

/// Brings a folder in line: each path with its new content, or none where the file goes.
///
/// # Errors
/// [`Error::Busy`] where another build is at work on the folder; [`Error::Write`] names the file that could not be written.
/// Where that happens before the last file was staged, on a full disk for one, nothing has changed.
pub(super) fn write<'a>(
    root: &Path,
    changes: impl Iterator<Item = (&'a str, Option<&'a [u8]>)>,
) -> Result<(), Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::Write { path, error }
    };
    fs::create_dir_all(root).map_err(failed(root))?;
    let _lock = lock(root)?;
    sweep(root).map_err(failed(root))?;
    let (mut wanted, gone): (Vec<_>, Vec<_>) = changes.partition(|(_, bytes)| bytes.is_some());
    let done = (|| {
        for (path, bytes) in &wanted {
            let staged = staged(root, path);
            stage(&staged, bytes.unwrap_or_default()).map_err(failed(&root.join(path)))?;
        }
        wanted.sort_by_key(|(path, _)| turn(path));
        for (path, _) in &wanted {
            let target = root.join(path);
            fs::rename(staged(root, path), &target).map_err(failed(&target))?;
        }
        for (path, _) in &gone {
            let target = root.join(path);
            if target.exists() {
                fs::remove_file(&target).map_err(failed(&target))?;
            }
        }
        Ok(())
    })();
    if done.is_err() {
        // The first error is the one to tell.
        let _ = sweep(root);
    }
    done
}

/// Whether a file of the folder is one that a build has left behind on its way.
pub(super) fn is_staged(name: &str) -> bool {
    name.ends_with(STAGED)
}

/// Hashed files first, for nothing names them yet; then whatever goes by a stable name; the gate last, its compressed twins
/// just before it.
fn turn(path: &str) -> u8 {
    let gate = path.strip_prefix(GATE);
    match gate {
        Some("") => 3,
        Some(_) => 2,
        None => u8::from(!is_hashed(path)),
    }
}

/// Whether a part of the name is a hash, as [`hash`] makes them.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split(['.', '-', '_'])
        .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn staged(root: &Path, path: &str) -> PathBuf {
    root.join([path, STAGED].concat())
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(path)?;
    io::Write::write_all(&mut file, bytes)?;
    // On disk before anything is renamed: a full disk may show no earlier.
    file.sync_all()
}

/// Takes away what an interrupted build has left.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sweep(&path)?;
        } else if is_staged(&path.to_string_lossy()) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Holds the folder for one build, until it is dropped. The file stands elsewhere: what is published is ours alone.
fn lock(root: &Path) -> Result<File, Error> {
    let name = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let name = hash(name.as_os_str().as_encoded_bytes());
    let path = env::temp_dir().join(format!("council-notice-{name}.lock"));
    let failed = |error| Error::Write {
        path: path.clone(),
        error,
    };
    let file = File::create(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Busy(root.to_owned())),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!(
            "council-notice-write-{}-{name}",
            std::process::id()
        ));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    }

    /// Every file of a folder with its text.
    fn all(folder: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be listed").path();
            let name = path
                .file_name()
                .expect("it has one")
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                let inner = all(&path).into_iter();
                found.extend(inner.map(|(rest, text)| (format!("{name}/{rest}"), text)));
            } else {
                found.push((name, fs::read_to_string(path).expect("text")));
            }
        }
        found.sort();
        found
    }

    type Change = (&'static str, Option<&'static [u8]>);

    const FIRST: [Change; 3] = [
        ("council-notice.js", Some(b"one")),
        ("deferred.en.11111111.js", Some(b"one")),
        ("notices/a/index.html", Some(b"one")),
    ];
    const SECOND: [Change; 4] = [
        ("council-notice.js", Some(b"two")),
        ("deferred.en.11111111.js", None),
        ("deferred.en.22222222.js", Some(b"two")),
        ("notices/a/index.html", Some(b"two")),
    ];

    #[test]
    fn a_release_takes_the_place_of_another_and_again_of_itself() {
        let root = folder("again");
        write(&root, FIRST.into_iter()).expect("it can be written");
        for _ in 0..2 {
            write(&root, SECOND.into_iter()).expect("it can be written");
            let wanted = [
                ("council-notice.js", "two"),
                ("deferred.en.22222222.js", "two"),
                ("notices/a/index.html", "two"),
            ];
            assert_eq!(
                all(&root),
                wanted.map(|(name, text)| (name.to_owned(), text.to_owned()))
            );
        }
    }

    #[test]
    fn what_cannot_be_staged_changes_nothing() {
        let root = folder("staged");
        write(&root, FIRST.into_iter()).expect("it can be written");
        let before = all(&root);
        // A file stands where a folder is needed, as a disk may be full half-way.
        let more = SECOND
            .into_iter()
            .chain([("council-notice.js/x", Some(&b"two"[..]))]);
        let error = write(&root, more).expect_err("it cannot be written");
        assert!(error.to_string().contains("council-notice.js/x"), "{error}");
        assert_eq!(all(&root), before);
    }

    #[test]
    fn the_gate_is_the_last_to_change() {
        let root = folder("gate");
        write(&root, FIRST.into_iter()).expect("it can be written");
        // A folder stands where a page is to be.
        fs::create_dir_all(root.join("register/index.html/x")).expect("a folder can be made");
        let more = SECOND
            .into_iter()
            .chain([("register/index.html", Some(&b"two"[..]))]);
        write(&root, more).expect_err("it cannot take its place");
        let files = all(&root);
        let text = |name: &str| {
            let found = files.iter().find(|(path, _)| path == name);
            found.map(|(_, text)| text.as_str())
        };
        assert_eq!(text("council-notice.js"), Some("one"));
        assert_eq!(
            text("deferred.en.11111111.js"),
            Some("one"),
            "what it loads is there"
        );
        assert!(!files.iter().any(|(name, _)| is_staged(name)), "{files:?}");
    }

    #[test]
    fn what_an_interrupted_build_left_is_swept() {
        let root = folder("swept");
        write(&root, FIRST.into_iter()).expect("it can be written");
        let left = staged(&root, "notices/a/index.html");
        fs::write(&left, "half").expect("it can be written");
        write(&root, SECOND.into_iter()).expect("it can be written");
        assert!(!left.exists());
    }

    #[test]
    fn two_builds_do_not_mix() {
        let root = folder("two");
        let held = lock(&root).expect("nobody else");
        let error = write(&root, FIRST.into_iter()).expect_err("the other is at work");
        assert!(matches!(error, Error::Busy(_)), "{error}");
        assert_eq!(all(&root), []);
        drop(held);
        write(&root, FIRST.into_iter()).expect("it is free again");
    }

    #[test]
    fn turns_go_from_what_nothing_names_to_what_every_page_loads() {
        let mut paths = [
            "council-notice.js",
            "council-notice.js.br",
            "notices/a/index.html",
            "widget-0a1b2c3d_bg.wasm",
            "index.en.0a1b2c3d.json.gz",
            "kiosk-worker.js",
        ];
        paths.sort_by_key(|path| turn(path));
        assert_eq!(
            paths,
            [
                "widget-0a1b2c3d_bg.wasm",
                "index.en.0a1b2c3d.json.gz",
                "notices/a/index.html",
                "kiosk-worker.js",
                "council-notice.js.br",
                "council-notice.js",
            ]
        );
    }
}
