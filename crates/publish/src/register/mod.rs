//! What a data protection officer wants to see of all notices at once: verdicts, addresses, drift, age.

mod coverage;
mod drift;
mod for_officer;
mod pages;
mod progress;

pub(crate) use coverage::{Claim, Coverage, KnownPage, Meeting};
pub(crate) use drift::{Drift, drifts};
use for_officer::{is_for_officer, is_unfinished};
pub(crate) use pages::{HasForm, Included, SeenPage, listed, published};
pub(crate) use progress::RuleProgress;

use std::{cmp::Reverse, ops::Range};

use law::{Date, DatedFacts, Finding, Mark, Report, Rule, Severity};
use notice::{Notice, strings::Text};
use source::parse::{Exemption, Source, Translation};

use super::{
    Error, History, Site, include,
    known_verdicts::KnownVerdicts,
    overdue::add_overdue,
    record::{Activity, Columns, Reconciled, RecordError, reconcile},
};

/// Everything that the register shows, in the order in which it shows it: the worst first.
#[derive(Debug)]
pub(crate) struct Register<'a> {
    pub at: Date,
    /// The language that the notices are written in, by its own name.
    pub base: &'a str,
    pub columns: Vec<NoticeColumn<'a>>,
    pub rows: Vec<RuleRow>,
    pub report: Report,
    pub coverage: Coverage<'a>,
    pub drifts: Vec<Drift>,
    /// The notices beside the record of processing, if the site names one.
    pub record: Option<Result<Reconciled, RecordError>>,
    /// What goes without asking, and what has been answered for it; on a partner's pages, with the partner's id.
    pub exemptions: Vec<(Option<&'a str>, &'a Exemption)>,
}

/// One notice.
#[derive(Debug)]
pub(crate) struct NoticeColumn<'a> {
    pub notice: &'a Notice,
    /// Whole months since it was published; `None` for a day that is no date or has not come.
    pub months: Option<u32>,
    /// Flesch reading ease of its prose.
    pub ease: Option<f64>,
    /// Every other language of the interface, with what there is of the notice in it.
    pub translations: Vec<(&'a str, Option<&'a Translation>)>,
    /// How many findings there are of each severity: errors, warnings, notes.
    pub counts: [usize; 3],
    /// What has come of it since the version that was kept last.
    pub progress: Option<RuleProgress>,
    /// The text of its file, as long as an import's words in it are to be written again.
    pub draft: Option<String>,
    /// Where the report has its findings.
    found: Range<usize>,
}

/// One rule, with its mark for each column.
#[derive(Debug)]
pub(crate) struct RuleRow {
    pub rule: &'static Rule,
    /// Where the duty stood in the law of the day; nothing where it was none.
    pub law: Option<String>,
    /// The worst that was found: a mere note of a weighty rule is a note. The rule's own where nothing was.
    pub severity: Severity,
    pub marks: Vec<Mark>,
}

impl RuleRow {
    /// Counts the notices with something to put right.
    pub(crate) fn open(&self) -> usize {
        self.marks.iter().filter(|mark| is_open(**mark)).count()
    }
}

/// Says whether a mark asks for something.
pub(crate) fn is_open(mark: Mark) -> bool {
    !matches!(mark, Mark::NotApplicable | Mark::Present)
}

/// The severities as the register orders them.
pub(crate) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// Says whether there is a notice of an id, with the part and the audience that a page names behind slashes.
fn exists(source: &Source, name: &str) -> bool {
    let mut told = name.split('/');
    let id = told.next().unwrap_or_default();
    let notice = source.notices.iter().find(|notice| notice.id == id);
    notice.is_some_and(|notice| {
        let inside = |one: &str| {
            notice
                .parts
                .iter()
                .chain(&notice.audiences)
                .any(|it| it.id == one)
        };
        told.all(inside)
    })
}

impl<'a> Register<'a> {
    /// Holds the notices of a site against the law of the day, and their placements against the pages that it publishes
    /// beside them and those in `notices/pages.txt`. `source` is what the site says.
    ///
    /// # Errors
    /// A site without a file of `notices/` that its notices were read from.
    pub(crate) fn of(
        source: &'a Source,
        site: &Site,
        history: &History,
        facts: &DatedFacts,
        at: Date,
        known: &KnownVerdicts,
    ) -> Result<Self, Error> {
        let common = site.common()?;
        let mut report = Report::default();
        let mut judged = Vec::new();
        for notice in &source.notices {
            let mut verdicts = known.check(notice, facts, at);
            // A version that was kept has no day of review: by what is the law's alone the two are compared.
            let progress = RuleProgress::of(notice, &verdicts, history, |kept| {
                known.check(kept, facts, at)
            });
            add_overdue(&mut verdicts, notice, at);
            let own = site.file(&format!("{}.md", notice.id))?;
            let draft = is_unfinished(&own.text).then(|| own.text.clone());
            let mut files = vec![own];
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
            let column = NoticeColumn {
                notice,
                months: published
                    .filter(|day| *day <= at)
                    .map(|day| at.months_since(day)),
                ease: law::reading_ease(notice),
                translations: translations(source, notice),
                counts,
                progress,
                draft,
                found,
            };
            judged.push((column, marks));
        }
        judged.sort_by_key(|(column, _)| (Reverse(column.counts), &column.notice.title));
        let worst = |rule: &Rule| {
            let found = report.findings().iter().filter(|it| it.rule == rule.id);
            found.map(|it| it.severity).max().unwrap_or(rule.severity)
        };
        let row = |(place, rule): (usize, &'static Rule)| RuleRow {
            rule,
            law: facts.is_duty(rule.id, at).then(|| facts.law(rule, at)),
            severity: worst(rule),
            marks: judged.iter().map(|(_, marks)| marks[place]).collect(),
        };
        let mut rows: Vec<RuleRow> = law::rules().enumerate().map(row).collect();
        rows.sort_by_key(|row| Reverse((row.severity, row.open())));
        let list = site.maybe("pages.txt").map(|file| listed(&file.text));
        let mut seen: Vec<SeenPage> = list
            .into_iter()
            .flatten()
            .chain(published(&site.public))
            .collect();
        for page in &mut seen {
            page.includes.retain(|included| is_old(source, included));
        }
        Ok(Self {
            at,
            base: source.texts(&source.base)?.get(Text::Language),
            rows,
            report,
            coverage: Coverage::of(&source.placements, seen, |name| exists(source, name)),
            drifts: drifts(judged.iter().map(|(column, _)| column.notice)),
            record: record(source, site, facts),
            exemptions: exemptions(source, facts, at),
            columns: judged.into_iter().map(|(column, _)| column).collect(),
        })
    }

    /// Lists what a rule found in a notice.
    pub(crate) fn findings(&self, column: &NoticeColumn, rule: &Rule) -> Vec<&Finding> {
        let all = self.report.findings()[column.found.clone()].iter();
        all.filter(|it| it.rule == rule.id).collect()
    }

    /// Parts what a rule found in a notice: what whoever runs the service is asked, and what waits for the officer, who is finishing
    /// the draft.
    pub(crate) fn asked_and_waiting(
        &self,
        column: &NoticeColumn,
        rule: &Rule,
    ) -> (Vec<&Finding>, Vec<&Finding>) {
        let found = self.findings(column, rule);
        let waits = |it: &&Finding| match &column.draft {
            Some(text) => is_for_officer(text, &found, it),
            None => it.pending,
        };
        let (waiting, asked) = found.iter().copied().partition(waits);
        (asked, waiting)
    }

    /// Counts the findings of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let all = self.report.findings().iter();
        all.filter(|finding| finding.severity == severity).count()
    }
}

/// Lists the exempt categories of every cookie policy, with the partner whose policy it is; none on a day when nothing was asked
/// of them.
fn exemptions<'a>(
    source: &'a Source,
    facts: &DatedFacts,
    at: Date,
) -> Vec<(Option<&'a str>, &'a Exemption)> {
    if !law::policy_rules().all(|rule| facts.is_duty(rule.id, at)) {
        return Vec::new();
    }
    let own = source.exemptions.iter().map(|one| (None, one));
    let partners = source.partners.iter().flat_map(|partner| {
        let all = partner.exemptions.iter();
        all.map(|one| (Some(partner.id.as_str()), one))
    });
    own.chain(partners).collect()
}

/// Says whether no language of a notice says what stands on a page.
fn is_old(source: &Source, included: &Included) -> bool {
    let Included {
        service,
        part,
        audience,
        hash,
    } = included;
    let all = source.notices.iter().chain(&source.translated);
    let mut same = all.filter(|notice| notice.id == *service);
    !same.any(|notice| {
        let view = notice.clone().view(part.as_deref(), audience.as_deref());
        include::hash(&view) == *hash
    })
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
        .filter(|lang| **lang != *source.base)
        .map(|lang| (lang, source.translations.iter().find(|it| same(it, lang))))
        .collect()
}

/// Reads the record of processing beside the notices, if the site names one.
fn record(
    source: &Source,
    site: &Site,
    facts: &DatedFacts,
) -> Option<Result<Reconciled, RecordError>> {
    let columns = match Columns::of(&site.text) {
        Ok(columns) => columns.unwrap_or_default(),
        Err(error) => return Some(Err(error)),
    };
    let (name, bytes) = site.record.as_ref()?;
    let read = || {
        columns.know(&source.notices)?;
        let rows = Activity::all(name, bytes, Some(&columns))?;
        Ok(reconcile(&source.notices, &rows, &columns, facts))
    };
    Some(read())
}
