//! What a data protection officer wants to see of all notices at once: verdicts, addresses, drift, age.

mod coverage;
mod drift;
mod pages;

pub use coverage::{Claim, Coverage, Known, Meeting};
pub use drift::{Drift, drifts};
pub use pages::{Form, SeenPage, listed, published};

use std::{cmp::Reverse, fs, ops::Range, path::Path};

use law::{Date, Finding, Mark, Report, Rule, Severity, check};
use notice::Notice;
use source::parse::{self, DEFAULT_LANGUAGE, Exemption, File, Source, Translation};

use super::{Dist, Error, dist::read_text};

/// Everything that the register shows, in the order in which it shows it: the worst first.
#[derive(Debug)]
pub struct Register<'a> {
    pub at: Date,
    pub columns: Vec<Column<'a>>,
    pub rows: Vec<Row>,
    pub report: Report,
    pub coverage: Coverage<'a>,
    pub drifts: Vec<Drift>,
    /// What goes without asking, and what has been answered for it.
    pub exemptions: &'a [Exemption],
}

/// One notice.
#[derive(Debug)]
pub struct Column<'a> {
    pub notice: &'a Notice,
    /// Whole months since it was published; `None` for a day that is no date or has not come.
    pub months: Option<u32>,
    /// Flesch reading ease of its prose.
    pub ease: Option<f64>,
    /// Every other language of the interface, with what there is of the notice in it.
    pub translations: Vec<(&'a str, Option<&'a Translation>)>,
    /// How many findings there are of each severity: errors, warnings, notes.
    pub counts: [usize; 3],
    /// Where the report has its findings.
    found: Range<usize>,
}

/// One rule, with its mark for each column.
#[derive(Debug)]
pub struct Row {
    pub rule: &'static Rule,
    pub marks: Vec<Mark>,
}

impl Row {
    /// Notices with something to put right.
    pub fn open(&self) -> usize {
        self.marks.iter().filter(|mark| is_open(**mark)).count()
    }
}

/// Whether a mark asks for something.
pub fn is_open(mark: Mark) -> bool {
    !matches!(mark, Mark::NotApplicable | Mark::Present)
}

/// The severities as the register orders them.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

impl<'a> Register<'a> {
    /// Holds the notices of the project at `root` against the law of the day, and their placements against the pages in
    /// `dist` and in `notices/pages.txt`.
    ///
    /// # Errors
    /// A file of `notices/` that cannot be read, or dated facts that are no such thing.
    pub fn of(source: &'a Source, root: &Path, dist: &Dist, at: Date) -> Result<Self, Error> {
        let facts = parse::facts(&file(root, "notices/facts.toml")?)?;
        let common = common(root)?;
        let mut report = Report::default();
        let mut judged = Vec::new();
        for notice in source.in_default_language() {
            let verdicts = check(notice, &facts, at);
            let mut files = vec![file(root, &format!("notices/{}.md", notice.id))?];
            files.extend(common.iter().cloned());
            let before = report.findings().len();
            report.add(&notice.id, &verdicts, &files);
            let found = before..report.findings().len();
            let counts = SEVERITIES.map(|severity| {
                let new = report.findings()[found.clone()].iter();
                new.filter(|finding| finding.severity == severity).count()
            });
            let marks: Vec<Mark> = verdicts.iter().map(law::Verdict::mark).collect();
            let published: Option<Date> = notice.published.parse().ok();
            let column = Column {
                notice,
                months: published
                    .filter(|day| *day <= at)
                    .map(|day| at.months_since(day)),
                ease: law::reading_ease(notice),
                translations: translations(source, notice),
                counts,
                found,
            };
            judged.push((column, marks));
        }
        judged.sort_by_key(|(column, _)| (Reverse(column.counts), &column.notice.title));
        let row = |(place, rule)| Row {
            rule,
            marks: judged.iter().map(|(_, marks)| marks[place]).collect(),
        };
        let mut rows: Vec<Row> = law::rules().enumerate().map(row).collect();
        rows.sort_by_key(|row| Reverse((row.rule.severity, row.open())));
        let known = listed(root)?.into_iter().chain(published(dist)).collect();
        Ok(Self {
            at,
            rows,
            report,
            coverage: Coverage::of(&source.placements, known, |id| {
                source.notices.iter().any(|notice| notice.id == id)
            }),
            drifts: drifts(judged.iter().map(|(column, _)| column.notice)),
            exemptions: &source.exemptions,
            columns: judged.into_iter().map(|(column, _)| column).collect(),
        })
    }

    /// What a rule found in a notice.
    pub fn findings(&self, column: &Column, rule: &Rule) -> Vec<&Finding> {
        let all = self.report.findings()[column.found.clone()].iter();
        all.filter(|it| it.rule == rule.id).collect()
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let all = self.report.findings().iter();
        all.filter(|finding| finding.severity == severity).count()
    }
}

fn translations<'a>(
    source: &'a Source,
    notice: &Notice,
) -> Vec<(&'a str, Option<&'a Translation>)> {
    let languages = source.strings.keys().map(String::as_str);
    let same = |other: &&Translation, lang: &str| {
        other.notice.as_ref() == Some(&notice.id) && other.lang == lang
    };
    languages
        .filter(|lang| *lang != DEFAULT_LANGUAGE)
        .map(|lang| (lang, source.translations.iter().find(|it| same(it, lang))))
        .collect()
}

/// What every notice may have been read from beside its own file. Named from the project's folder: the register is
/// public, and the same on every machine.
fn common(root: &Path) -> Result<Vec<File>, Error> {
    let folder = root.join("notices/shared");
    let list = fs::read_dir(&folder).map_err(|error| Error::Read {
        path: folder.clone(),
        error,
    })?;
    let names = list
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| name.ends_with(".md")).collect();
    names.sort_unstable();
    let shared = names.iter().map(|name| format!("notices/shared/{name}"));
    shared
        .chain(["notices/controllers.toml".to_owned()])
        .map(|name| file(root, &name))
        .collect()
}

pub fn file(root: &Path, name: &str) -> Result<File, Error> {
    Ok(File {
        path: name.to_owned(),
        name: name.to_owned(),
        text: read_text(&root.join(name))?,
    })
}
