//! What a visitor's browser may be asked to download: the promise and the figure.

use std::fmt;

use super::{Dist, Error, Profile, Widget, pack, widget::Bundle};

const GATE: usize = 4 * 1024;
const WIDGET: usize = 90 * 1024;
const NOTICE: usize = 8 * 1024;
/// What only some pages load beside the widget.
const BUNDLE: usize = 160 * 1024;
/// Lines of the table: the script, the widget, what goes beside it, and the largest notices.
const SHOWN: usize = 24;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The file, or what kind of file.
    pub name: String,
    /// Bytes as sent, compressed with brotli.
    pub bytes: usize,
    /// What was promised, in bytes.
    pub limit: usize,
}

/// Every budget with its figure: the script, the widget, what goes beside it, then the notices from the largest down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Every promise with what became of it.
    pub figures: Vec<Figure>,
    /// Whether the promises have to be kept.
    pub profile: Profile,
}

impl Budget {
    /// Reads the figures off the packed files. `fullest` is the gate with as many placements as its filter can tell apart, in
    /// several ways: with them it compresses less, and keeps the same limit.
    pub fn measure(
        dist: &Dist,
        fullest: &[String],
        widget: &Widget,
        bundles: &[Bundle],
        notices: &[String],
        profile: Profile,
    ) -> Self {
        let sent = |path: &str| {
            let packed = dist.get(&format!("{path}.br")).or_else(|| dist.get(path));
            packed.map_or(0, <[u8]>::len)
        };
        let figure = |name: &str, bytes, limit| Figure {
            name: name.to_owned(),
            bytes,
            limit,
        };
        let mut figures = vec![
            figure("council-notice.js", sent("council-notice.js"), GATE),
            figure(
                "council-notice.js, any number of placements",
                fullest
                    .iter()
                    .map(|script| pack::brotli(script.as_bytes(), profile).len())
                    .max()
                    .unwrap_or(0),
                GATE,
            ),
            figure(
                "widget .js + .wasm",
                sent(&widget.js) + sent(&widget.wasm),
                WIDGET,
            ),
        ];
        figures.extend(bundles.iter().map(|one| {
            let bytes = sent(&one.js) + sent(&one.wasm);
            figure(&format!("{} .js + .wasm", one.name), bytes, BUNDLE)
        }));
        let mut notices: Vec<_> = notices
            .iter()
            .map(|path| figure(path, sent(path), NOTICE))
            .collect();
        notices.sort_by_key(|one| std::cmp::Reverse(one.bytes));
        figures.extend(notices);
        Self { figures, profile }
    }

    /// Holds a release to its promise.
    ///
    /// # Errors
    /// [`Error::Budget`] names everything that is too big.
    pub fn check(&self) -> Result<(), Error> {
        let over: Vec<_> = self
            .figures
            .iter()
            .filter(|one| one.bytes > one.limit)
            .collect();
        if self.profile == Profile::Dev || over.is_empty() {
            return Ok(());
        }
        Err(Error::Budget(
            over.iter().map(|one| one.name.clone()).collect(),
        ))
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let shown = &self.figures[..self.figures.len().min(SHOWN)];
        let width = shown.iter().map(|one| one.name.len()).max().unwrap_or(0);
        let kept = if self.profile == Profile::Release {
            "kept"
        } else {
            "not kept: not a release"
        };
        writeln!(
            out,
            "Bytes as sent (brotli {}; budgets are {kept})",
            self.profile.brotli()
        )?;
        for Figure { name, bytes, limit } in shown {
            let word = if bytes > limit { "OVER" } else { "ok" };
            writeln!(out, "  {name:width$}  {bytes:>7} of {limit:>6}  {word}")?;
        }
        match self.figures.len() - shown.len() {
            0 => Ok(()),
            rest => writeln!(out, "  and {rest} notices no larger than the last"),
        }
    }
}
