//! How well the server behaves.

use std::time::Duration;

/// One way to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 404.
    Missing,
    /// The right bytes as `text/plain`.
    WrongType,
    /// The first half, as if the upload had stopped there.
    Truncated,
    /// The first half the first time that a file is asked for: as if the upload had gone on.
    TruncatedOnce,
    /// As good as the right one, and another: a script with a line more, a module with a section that says nothing.
    Changed,
    /// 404 the first time that a file is asked for.
    MissingOnce,
    /// The answer waits.
    Slow(Duration),
    /// No answer, for longer than any trial takes.
    Silent,
    /// No `Access-Control-Allow-Origin`.
    NoCors,
}

/// What goes wrong where. The default is a good host.
#[derive(Clone, Debug, Default)]
pub(crate) struct Behaviour {
    faults: Vec<(String, Fault)>,
    policies: Vec<(String, String)>,
    edits: Vec<(String, String, String)>,
    aliases: Vec<(String, String)>,
    pause: Option<Pause>,
}

/// A page of which the rest is a while in coming, as on a slow network.
#[derive(Clone, Debug)]
pub(crate) struct Pause {
    path: String,
    /// What the rest begins with.
    before: String,
    pub(super) lasts: Duration,
}

impl Behaviour {
    /// Adds a fault to every path that contains `path`.
    #[must_use]
    pub(crate) fn fault(mut self, path: &str, fault: Fault) -> Self {
        self.faults.push((path.to_owned(), fault));
        self
    }

    /// Adds a `Content-Security-Policy` to every HTML page whose path contains `path`. `{home}` in it stands for the
    /// council's origin.
    #[must_use]
    pub(crate) fn policy(mut self, path: &str, policy: &str) -> Self {
        self.policies.push((path.to_owned(), policy.to_owned()));
        self
    }

    /// Serves every file whose path contains `path` with other words in it, as if it had been published so.
    #[must_use]
    pub(crate) fn edit(mut self, path: &str, from: &str, to: &str) -> Self {
        let edit = (path.to_owned(), from.to_owned(), to.to_owned());
        self.edits.push(edit);
        self
    }

    /// Has every file whose path contains `path` rest before its first `before`.
    #[must_use]
    pub(crate) fn pause(mut self, path: &str, before: &str, lasts: Duration) -> Self {
        self.pause = Some(Pause {
            path: path.to_owned(),
            before: before.to_owned(),
            lasts,
        });
        self
    }

    /// The pause of a path, and at which byte of its file it comes.
    pub(super) fn pause_in(&self, path: &str, bytes: &[u8]) -> Option<(usize, Duration)> {
        let pause = self.pause.as_ref();
        let Pause { before, lasts, .. } = pause.filter(|it| path.contains(&it.path))?;
        let at = String::from_utf8_lossy(bytes).find(before.as_str());
        Some((
            at.unwrap_or_else(|| panic!("{path} has no {before}")),
            *lasts,
        ))
    }

    /// Serves a file under another path as well.
    #[must_use]
    pub(crate) fn alias(mut self, path: &str, file: &str) -> Self {
        self.aliases.push((path.to_owned(), file.to_owned()));
        self
    }

    /// The path whose file is served for this one.
    pub(super) fn file_of<'a>(&'a self, path: &'a str) -> &'a str {
        let alias = self.aliases.iter().find(|(alias, _)| alias == path);
        alias.map_or(path, |(_, file)| file)
    }

    /// As if these categories had been published as exempt.
    #[must_use]
    pub(crate) fn exempt(self, exempt: &[&str]) -> Self {
        let all = ["preferences", "analytics", "media", "marketing"];
        let list = |ids: &[&str]| format!("{ids:?}").replace(", ", ",");
        let (on, asked): (Vec<&str>, Vec<&str>) = all.iter().partition(|id| exempt.contains(id));
        let slice = |count: usize| format!(".slice(0,{count})");
        let gate = "/council-notice.js";
        self.edit(gate, &list(&all), &list(&[asked.as_slice(), &on].concat()))
            .edit(gate, &slice(all.len()), &slice(asked.len()))
    }

    pub(super) fn edits(&self, path: &str) -> Vec<(&str, &str)> {
        let edits = self.edits.iter().filter(|(part, ..)| path.contains(part));
        edits.map(|(_, from, to)| (&**from, &**to)).collect()
    }

    pub(super) fn faults(&self, path: &str) -> impl Iterator<Item = Fault> {
        self.faults
            .iter()
            .filter(move |(part, _)| path.contains(part))
            .map(|(_, fault)| *fault)
    }

    pub(super) fn policy_of(&self, path: &str) -> Option<&str> {
        let (_, policy) = self
            .policies
            .iter()
            .find(|(part, _)| path.contains(part.as_str()))?;
        Some(policy)
    }
}
