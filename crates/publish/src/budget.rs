//! What a visitor's browser may be asked to download: the promise and the figure.

use std::fmt;

use super::{
    Dist, Error, Profile, pack,
    policies::GATE as FILE,
    widget::{BundleFiles, WidgetFiles},
};

const GATE: usize = 4 * 1024;
const WIDGET: usize = 90 * 1024;
const NOTICE: usize = 8 * 1024;
/// What only some pages load beside the widget.
const BUNDLE: usize = 128 * 1024;
/// Lines of the table: the script, the widget, what goes beside it, and the largest notices.
const SHOWN: usize = 24;

/// Holds one line of the table of sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// The file, or what kind of file.
    pub name: String,
    /// Bytes as sent, compressed with brotli.
    pub bytes: usize,
    /// What was promised, in bytes.
    pub limit: usize,
}

/// Lists every budget with its figure: the script, the widget, what goes beside it, then the notices from the largest down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Every promise with what became of it.
    pub figures: Vec<BudgetLine>,
    /// How they were compressed.
    pub profile: Profile,
}

impl Budget {
    /// Reads the figures off the packed files. `fullest` is the gate with as many placements as its filter can tell apart, in
    /// several ways: with them it compresses less, and keeps the same limit. `folders` are those of partners' gates.
    pub(super) fn measure(
        dist: &Dist,
        fullest: &[String],
        folders: &[String],
        widget: &WidgetFiles,
        bundles: &[BundleFiles],
        notices: &[String],
        profile: Profile,
    ) -> Self {
        let sent = |path: &str| {
            let packed = dist.get(&format!("{path}.br")).or_else(|| dist.get(path));
            packed.map_or(0, <[u8]>::len)
        };
        let figure = |name: &str, bytes, limit| BudgetLine {
            name: name.to_owned(),
            bytes,
            limit,
        };
        let mut figures = vec![
            figure(FILE, sent(FILE), GATE),
            figure(
                "council-notice.js, any number of placements",
                fullest
                    .iter()
                    .map(|script| pack::brotli(script.as_bytes(), profile).len())
                    // What digits a real filter has is worth a few bytes.
                    .chain([sent(FILE)])
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
        figures.extend(folders.iter().map(|folder| {
            let path = [folder, FILE].concat();
            figure(&path, sent(&path), GATE)
        }));
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

    /// Holds a release to its promise; what was compressed lightly is held to none.
    ///
    /// # Errors
    /// [`Error::Budget`] names everything that is too big.
    pub fn check(&self) -> Result<(), Error> {
        let over = self.figures.iter().filter(|one| one.bytes > one.limit);
        let over: Vec<_> = over.map(|one| one.name.clone()).collect();
        if self.profile == Profile::Dev || over.is_empty() {
            return Ok(());
        }
        Err(Error::Budget(over))
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let shown = &self.figures[..self.figures.len().min(SHOWN)];
        let width = shown.iter().map(|one| one.name.len()).max().unwrap_or(0);
        // What was compressed lightly is larger than what visitors get.
        let (light, over) = match self.profile {
            Profile::Dev => (", lightly: without --quick fewer", "not judged"),
            Profile::Release => ("", "OVER"),
        };
        writeln!(
            out,
            "Bytes as sent (brotli {}{light})",
            self.profile.brotli()
        )?;
        for BudgetLine { name, bytes, limit } in shown {
            let word = if bytes > limit { over } else { "ok" };
            writeln!(out, "  {name:width$}  {bytes:>7} of {limit:>6}  {word}")?;
        }
        match self.figures.len() - shown.len() {
            0 => Ok(()),
            rest => writeln!(out, "  and {rest} notices no larger than the last"),
        }
    }
}
