//! Earlier versions of the notices, kept as data in `notices/history/`: what changed is worked out, never typed.
//!
//! A version is kept whole, with everything that shared files and controllers said at the time, so that later edits of
//! those cannot change the past.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use notice::{
    Notice,
    diff::{Changes, diff},
};
use source::parse::{File, Source};

use super::{Error, folder, load};

const FOLDER: &str = "notices/history";
/// Earlier versions that a returning visitor is told the changes since. Whoever read an older one is told that there are
/// some.
const TOLD: usize = 12;

/// Holds every kept version, by id, the oldest first.
#[derive(Debug, Default)]
pub struct History(BTreeMap<String, Vec<Notice>>);

impl History {
    /// Reads kept versions.
    ///
    /// # Errors
    /// [`Error::History`] names a file that is none.
    pub fn of(files: &[File]) -> Result<Self, Error> {
        let mut kept = BTreeMap::<String, Vec<Notice>>::new();
        for file in files {
            let notice: Notice =
                serde_json::from_str(&file.text).map_err(|why| Error::History {
                    path: PathBuf::from(&file.name),
                    why: why.to_string(),
                })?;
            kept.entry(notice.id.clone()).or_default().push(notice);
        }
        for versions in kept.values_mut() {
            versions.sort_by(|one, two| {
                let key = |notice: &Notice| (notice.published.clone(), notice.version.clone());
                key(one).cmp(&key(two))
            });
        }
        Ok(Self(kept))
    }

    /// Lists what changed from each version to the next, up to `notice`; the newest first. Steps that changed nothing are left
    /// out.
    #[must_use]
    pub fn changes(&self, notice: &Notice) -> Vec<Changes> {
        let kept = self.0.get(&notice.id).map_or(&[][..], Vec::as_slice);
        let earlier = kept.iter().filter(|kept| kept.version != notice.version);
        let all: Vec<&Notice> = earlier.chain([notice]).collect();
        let steps = all.windows(2).map(|pair| diff(pair[0], pair[1]));
        let mut steps: Vec<_> = steps.filter(|step| !step.list.is_empty()).collect();
        steps.reverse();
        steps
    }

    /// Lists what changed from each kept version to `notice` at once; the versions kept last, the oldest of them first.
    #[must_use]
    pub fn since(&self, notice: &Notice) -> Vec<Changes> {
        let kept = self.0.get(&notice.id).map_or(&[][..], Vec::as_slice);
        let earlier = kept.iter().filter(|kept| kept.version != notice.version);
        let mut all: Vec<_> = earlier.map(|kept| diff(kept, notice)).collect();
        all.split_off(all.len().saturating_sub(TOLD))
    }

    /// Returns the version that was kept last before `notice`.
    #[must_use]
    pub fn last_before(&self, notice: &Notice) -> Option<&Notice> {
        let mut kept = self.0.get(&notice.id)?.iter().rev();
        kept.find(|kept| kept.version != notice.version)
    }

    /// Says whether a version of a notice was kept.
    #[must_use]
    pub fn keeps(&self, id: &str, version: &str) -> bool {
        let kept = self.0.get(id);
        kept.is_some_and(|all| all.iter().any(|one| one.version == version))
    }

    /// Holds every notice against its kept versions.
    ///
    /// # Errors
    /// The first of [`unraised`](Self::unraised).
    pub fn agree(&self, source: &Source) -> Result<(), Error> {
        self.unraised(source).next().map_or(Ok(()), Err)
    }

    /// Lists an [`Error::Version`] for each notice whose facts are not those kept under its version, or whose version is lower than
    /// one that was kept before.
    pub fn unraised(&self, source: &Source) -> impl Iterator<Item = Error> {
        source.notices.iter().filter_map(|notice| {
            let last = self.0.get(&notice.id)?.last()?;
            let step = diff(last, notice);
            step.must_rise().then(|| Error::Version {
                id: notice.id.clone(),
                version: last.version.clone(),
                list: step.material().map(ToString::to_string).collect(),
            })
        })
    }
}

/// Keeps the notices as they are now, all or those named, and gives the files written. A version that is kept already
/// is left as it was.
///
/// # Errors
/// Notices that cannot be read, and those of [`History::agree`]: nothing is kept over a version with other facts.
pub fn keep(root: &Path, ids: &[String]) -> Result<Vec<PathBuf>, Error> {
    let source = load(&root.join("notices"))?;
    History::of(&folder::kept(root)?)?.agree(&source)?;
    if let Some(unknown) = ids
        .iter()
        .find(|id| source.notices.iter().all(|notice| notice.id != **id))
    {
        return Err(Error::NoNotice(unknown.clone()));
    }
    let mut written = Vec::new();
    for notice in &source.notices {
        // The file's name is for people. The version is read from its content.
        let plain = |mark: char| match mark {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' => mark,
            _ => '-',
        };
        let version: String = notice.version.chars().map(plain).collect();
        let path = root.join(format!("{FOLDER}/{}@{version}.json", notice.id));
        if path.exists() || !(ids.is_empty() || ids.contains(&notice.id)) {
            continue;
        }
        let text = serde_json::to_string_pretty(notice).map_err(|why| Error::History {
            path: path.clone(),
            why: why.to_string(),
        })?;
        let done =
            fs::create_dir_all(root.join(FOLDER)).and_then(|()| fs::write(&path, text + "\n"));
        done.map_err(|error| Error::Write {
            path: path.clone(),
            error,
        })?;
        written.push(path);
    }
    Ok(written)
}
