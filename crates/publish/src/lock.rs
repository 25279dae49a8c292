//! One build at a time: two that filled a folder at once would mix what they publish.

use std::{
    env,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use super::{Error, hash::hash};

/// Holds a folder for one build, until it is dropped.
pub(super) struct Lock {
    /// Held as long as it is open.
    _file: File,
    /// A file that was made for it.
    made: Option<PathBuf>,
}

impl Lock {
    /// Holds the folder `root`, which is there. Nothing of it is left in the folder, since what is published is ours alone.
    ///
    /// # Errors
    /// [`Error::Busy`] where another build holds it; [`Error::Write`] names what cannot be held.
    pub(super) fn of(root: &Path) -> Result<Self, Error> {
        // Where a folder itself can be held, no file is needed: one in a folder for everybody's would be in the way of whoever
        // builds next by another account. Windows holds files alone, and has a folder for the temporary files of each account.
        let made = (!cfg!(unix)).then(|| beside(root));
        let path = made.as_deref().unwrap_or(root);
        let failed = |error| Error::Write {
            path: path.to_owned(),
            error,
        };
        let file = if made.is_some() {
            File::create(path)
        } else {
            File::open(path)
        };
        let file = file.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file, made }),
            Err(TryLockError::WouldBlock) => Err(Error::Busy(root.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(path) = &self.made {
            // An empty file that stays behind holds nothing: the next build takes it.
            let _ = fs::remove_file(path);
        }
    }
}

/// Names a file for a folder among the temporary files.
fn beside(root: &Path) -> PathBuf {
    let name = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let name = hash(name.as_os_str().as_encoded_bytes());
    env::temp_dir().join(format!("council-notice-{name}.lock"))
}
