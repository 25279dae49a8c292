//! A release onto disk. The one before it stays whole until the new one stands: everything is written beside what is there,
//! under names of its own; then each file takes its place, hashed files before the pages that name them and the gate last;
//! what is no longer wanted goes only then.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{
    Dist, Earlier, Error,
    earlier::is_inside,
    lock::Lock,
    order::{LIST, turn},
};

/// How the names of files end that have not taken their place yet.
const STAGED: &str = ".council-notice-new";

/// Brings a folder in line with a release and what it keeps of earlier ones. What an earlier one wrote there and neither has any
/// more goes; other files stay.
///
/// # Errors
/// [`Error::Busy`] where another build is at work on the folder; [`Error::Write`] names the file that could not be written.
/// Where that happens before the last file was staged, on a full disk for one, nothing has changed.
pub(super) fn write(root: &Path, dist: &Dist, earlier: &Earlier) -> Result<(), Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::Write { path, error }
    };
    fs::create_dir_all(root).map_err(failed(root))?;
    let _lock = Lock::of(root)?;
    sweep(root).map_err(failed(root))?;
    let gone = gone(root, dist, earlier);
    // What stands in the folder already stays as it is.
    let brought = earlier
        .paths()
        .filter_map(|path| Some((path, earlier.source(path, root)?)));
    let brought: Vec<_> = brought.collect();
    let done = (|| {
        for (path, bytes) in dist.files() {
            stage(&staged(root, path), bytes).map_err(failed(&root.join(path)))?;
        }
        for (path, source) in &brought {
            let bytes = fs::read(source).map_err(|error| Error::Read {
                path: source.clone(),
                error,
            })?;
            stage(&staged(root, path), &bytes).map_err(failed(&root.join(path)))?;
        }
        let place = |path: &str| {
            let target = root.join(path);
            fs::rename(staged(root, path), &target).map_err(failed(&target))
        };
        let paths = dist.files().map(|(path, _)| path);
        let paths = paths.chain(brought.iter().map(|(path, _)| *path));
        let mut wanted: Vec<_> = paths.filter(|path| *path != LIST).collect();
        wanted.sort_by_key(|path| turn(path));
        for path in wanted {
            place(path)?;
        }
        for path in &gone {
            let target = root.join(path);
            fs::remove_file(&target).map_err(failed(&target))?;
            // A host answers an empty folder with an error, so it goes. One that holds something stays.
            let inside = target.ancestors().skip(1);
            let _ = inside
                .take_while(|folder| *folder != root)
                .try_for_each(fs::remove_dir);
        }
        // Until all that is old has gone, the old list knows it.
        place(LIST)
    })();
    if done.is_err() {
        // The first error is the one to tell.
        let _ = sweep(root);
    }
    done
}

/// Lists what the list of the release before names and this one neither has nor keeps.
fn gone(root: &Path, dist: &Dist, earlier: &Earlier) -> Vec<String> {
    let before = fs::read_to_string(root.join(LIST)).unwrap_or_default();
    let old = before.lines().filter(|path| is_inside(path));
    let wanted = |path: &str| dist.get(path).is_some() || earlier.has(path);
    old.filter(|path| !wanted(path) && root.join(path).is_file())
        .map(str::to_owned)
        .collect()
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
        } else if path.to_string_lossy().ends_with(STAGED) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;
    use crate::order;

    /// Writes a release without anything of earlier ones.
    fn write(root: &Path, dist: &Dist) -> Result<(), Error> {
        super::write(root, dist, &Earlier::default())
    }

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!(
            "council-notice-write-{}-{name}",
            std::process::id()
        ));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    }

    /// Reads every file of a folder with its text.
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

    fn release(text: &str, hash: &str) -> Dist {
        let mut dist = Dist::default();
        let hashed = format!("deferred.en.{hash}.js");
        for path in ["council-notice.js", "notices/a/index.html", &hashed] {
            dist.add(path, text);
        }
        let list = order::list(&dist, &Earlier::default());
        dist.add(LIST, list);
        dist
    }

    fn first() -> Dist {
        release("one", "11111111")
    }

    fn second() -> Dist {
        release("two", "22222222")
    }

    #[test]
    fn a_release_takes_the_place_of_another_and_again_of_itself() {
        let root = folder("again");
        write(&root, &first()).expect("it can be written");
        for _ in 0..2 {
            write(&root, &second()).expect("it can be written");
            let mut files = all(&root);
            files.retain(|(name, _)| name != LIST);
            let wanted = [
                ("council-notice.js", "two"),
                ("deferred.en.22222222.js", "two"),
                ("notices/a/index.html", "two"),
            ];
            assert_eq!(
                files,
                wanted.map(|(name, text)| (name.to_owned(), text.to_owned()))
            );
        }
    }

    #[test]
    fn a_page_that_is_no_more_leaves_no_folder() {
        let root = folder("folders");
        let mut more = first();
        more.add("notices/a/cy/index.html", "one");
        more.add("notices/b/cy/index.html", "one");
        let list = order::list(&more, &Earlier::default());
        more.add(LIST, list);
        write(&root, &more).expect("it can be written");
        fs::write(root.join("notices/b/own.txt"), "theirs").expect("it can be written");
        write(&root, &second()).expect("it can be written");
        assert!(root.join("notices/a").exists() && !root.join("notices/a/cy").exists());
        assert!(root.join("notices/b").exists() && !root.join("notices/b/cy").exists());
    }

    #[test]
    fn what_cannot_be_staged_changes_nothing() {
        let root = folder("staged");
        write(&root, &first()).expect("it can be written");
        let before = all(&root);
        // A file stands where a folder is needed, as a disk may be full half-way.
        let mut more = second();
        more.add("council-notice.js/x", "two");
        let error = write(&root, &more).expect_err("it cannot be written");
        assert!(error.to_string().contains("council-notice.js/x"), "{error}");
        assert_eq!(all(&root), before);
    }

    #[test]
    fn the_gate_is_the_last_to_change() {
        let root = folder("gate");
        write(&root, &first()).expect("it can be written");
        // A folder stands where a page is to be.
        fs::create_dir_all(root.join("register/index.html/x")).expect("a folder can be made");
        let mut more = second();
        more.add("register/index.html", "two");
        write(&root, &more).expect_err("it cannot take its place");
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
        assert!(
            !files.iter().any(|(name, _)| name.ends_with(STAGED)),
            "{files:?}"
        );
    }

    #[test]
    fn what_an_interrupted_build_left_is_swept() {
        let root = folder("swept");
        write(&root, &first()).expect("it can be written");
        let left = staged(&root, "notices/a/index.html");
        fs::write(&left, "half").expect("it can be written");
        write(&root, &second()).expect("it can be written");
        assert!(!left.exists());
    }

    #[test]
    fn two_builds_do_not_mix() {
        let root = folder("two");
        let held = Lock::of(&root).expect("nobody else");
        let error = write(&root, &first()).expect_err("the other is at work");
        assert!(matches!(error, Error::Busy(_)), "{error}");
        assert_eq!(all(&root), []);
        drop(held);
        write(&root, &first()).expect("it is free again");
    }

    #[test]
    fn what_is_not_ours_stays_wherever_a_list_leads() {
        let root = folder("foreign");
        let site = root.join("site");
        write(&site, &first()).expect("it can be written");
        for path in ["site/own.html", "beside.txt"] {
            fs::write(root.join(path), "theirs").expect("it can be written");
        }
        fs::write(site.join(LIST), "../beside.txt\n/etc/hosts\nnotices\n")
            .expect("it can be written");
        write(&site, &second()).expect("it can be written");
        assert!(site.join("own.html").exists() && root.join("beside.txt").exists());
    }
}
