//! Findings for people and for programs, each with the line it concerns.
//!
//! | module | what it is |
//! |---|---|
//! | `finding` | one finding |
//! | `place` | where a text stands in the files |
//! | `html`, `sarif` | the report for a browser, and for the tools that show a compiler's findings |

mod finding;
mod html;
mod place;
mod sarif;

pub use finding::{Finding, Place};

use std::{collections::HashMap, sync::Arc};

use notice::File;

use super::{Artefact, Date, Found, Mark, Rule, Severity, Verdict, rules};

/// All findings of one run, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    checked: Vec<Checked>,
    /// The day as of which the law was asked.
    at: Option<Date>,
    /// Every file that a finding shows, once.
    sources: HashMap<String, Arc<File>>,
}

/// A notice or a source text that was looked at.
#[derive(Debug)]
struct Checked {
    /// Id of the notice, or name of the source text.
    name: String,
    /// Name of its own file, when it was given.
    file: Option<String>,
    title: Option<String>,
    /// Rules that concern it, and those of them that found nothing.
    asked: usize,
    passed: usize,
    /// Flesch reading ease of its prose.
    ease: Option<f64>,
}

impl Report {
    /// An empty report of the law as it stood `at` that day.
    #[must_use]
    pub fn as_at(at: Date) -> Self {
        Self {
            at: Some(at),
            ..Self::default()
        }
    }

    /// Adds what was found in a notice. `files` are those it was read from, its own first.
    pub fn add(&mut self, notice: &str, verdicts: &[Verdict], files: &[File]) {
        let concern = verdicts.iter().filter_map(|verdict| verdict.found.as_ref());
        self.checked.push(Checked {
            name: notice.to_owned(),
            file: files.first().map(|file| file.name.clone()),
            title: None,
            asked: concern.count(),
            passed: verdicts
                .iter()
                .filter(|verdict| verdict.mark() == Mark::Present)
                .count(),
            ease: None,
        });
        for verdict in verdicts {
            for found in verdict.found.iter().flatten() {
                let at = found
                    .place
                    .as_ref()
                    .and_then(|text| place::find(files, text));
                self.push(notice, (verdict.rule, &verdict.law), found, at);
            }
        }
    }

    /// Says what the notice that was added last is called, and how easily it reads.
    pub fn describe(&mut self, title: &str, ease: Option<f64>) {
        if let Some(last) = self.checked.last_mut() {
            (last.title, last.ease) = (Some(title.to_owned()), ease);
        }
    }

    /// Adds what was found in a source text that is being brought in: what its pages have left, and what rules that read
    /// text say of it.
    pub fn add_source(&mut self, file: &File, artefacts: &[Artefact], verdicts: &[Verdict]) {
        let concern = verdicts.iter().filter_map(|verdict| verdict.found.as_ref());
        self.checked.push(Checked {
            name: file.name.clone(),
            file: Some(file.name.clone()),
            title: None,
            asked: 1 + concern.clone().count(),
            passed: usize::from(artefacts.is_empty())
                + concern.filter(|found| found.is_empty()).count(),
            ease: None,
        });
        let Some(rule) = rules().find(|rule| rule.id == "ART-01") else {
            return;
        };
        for artefact in artefacts {
            let lines = file.text.split_inclusive('\n').take(artefact.line - 1);
            let start: usize = lines.map(str::len).sum();
            let line = file.text[start..].lines().next().unwrap_or_default();
            let at = line.find(&artefact.text).unwrap_or_default();
            let span = (start + at, artefact.text.len());
            let found = Found::wrong(artefact.message);
            self.push(&file.name, (rule, rule.law), &found, Some((file, span)));
        }
        let files = std::slice::from_ref(file);
        for verdict in verdicts {
            for found in verdict.found.iter().flatten() {
                let place = found.place.as_ref();
                let at = place.and_then(|text| place::find(files, text));
                self.push(&file.name, (verdict.rule, &verdict.law), found, at);
            }
        }
    }

    /// The findings, in the order in which they were added.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    fn push(
        &mut self,
        notice: &str,
        (rule, law): (&'static Rule, &str),
        found: &Found,
        at: Option<(&File, (usize, usize))>,
    ) {
        let place = at.map(|(file, (start, length))| Place {
            file: file.name.clone(),
            line: file.text[..start].matches('\n').count() + 1,
            column: place::column(&file.text, start),
            text: file.text[start..start + length].to_owned(),
        });
        let shown = at.map(|(file, (start, length))| (self.source(file), start..start + length));
        self.findings.push(Finding {
            rule: rule.id,
            severity: found.severity(rule.severity),
            mark: found.mark,
            law: law.to_owned(),
            notice: notice.to_owned(),
            message: found.message.clone(),
            remedy: rule.remedy,
            place,
            shown,
        });
    }

    /// A file as findings hold it. It is kept once, not once a finding.
    fn source(&mut self, file: &File) -> Arc<File> {
        let known = self.sources.get(&file.name);
        if let Some(source) = known.filter(|source| source.text == file.text) {
            return source.clone();
        }
        let source = Arc::new(file.clone());
        self.sources.insert(file.name.clone(), source.clone());
        source
    }

    /// What a program that shows the report ends with. 0: nothing graver than a note; 3: warnings; 4: errors. 1 and 2 are
    /// left for what cannot be read and for a wrong call.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let severities = self.findings.iter().map(|finding| finding.severity);
        match severities.max() {
            Some(Severity::Error) => 4,
            Some(Severity::Warning) => 3,
            Some(Severity::Info) | None => 0,
        }
    }

    /// How many there are: `2 errors, 1 warning and 0 notes in 5 files`.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |severity, word| plural(self.count(None, severity), word);
        format!(
            "{}, {} and {} in {}",
            count(Severity::Error, "error"),
            count(Severity::Warning, "warning"),
            count(Severity::Info, "note"),
            plural(self.checked.len(), "notice"),
        )
    }

    /// Findings of a severity, in all or in one notice.
    fn count(&self, notice: Option<&str>, severity: Severity) -> usize {
        let same = |finding: &&Finding| {
            finding.severity == severity && notice.is_none_or(|notice| finding.notice == notice)
        };
        self.findings.iter().filter(same).count()
    }

    /// For programs: the list of findings as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        // Strings and numbers only: these always are JSON.
        serde_json::to_string_pretty(&self.findings).unwrap_or_default()
    }
}

fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
