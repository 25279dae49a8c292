//! Findings for people and for programs, each with the line it concerns.

use std::sync::Arc;

use miette::{GraphicalReportHandler, GraphicalTheme, NamedSource};

use crate::parse::File;

use super::{
    Artefact, Mark, Rule, Severity, Verdict,
    finding::{Finding, Place},
    rules,
};

/// How findings are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people, as a compiler does it.
    Text,
    /// For programs: a list of findings.
    Json,
}

/// All findings of one run, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    /// Notices and source texts looked at.
    checked: usize,
}

impl Report {
    /// Adds what was found in a notice. `files` are those it was read from, its own first.
    pub fn add(&mut self, notice: &str, verdicts: &[Verdict], files: &[File]) {
        self.checked += 1;
        for verdict in verdicts {
            for found in verdict.found.iter().flatten() {
                let at = found.place.as_ref().and_then(|text| find(files, text));
                self.push(verdict.rule, notice, found.mark, found.message.clone(), at);
            }
        }
    }

    /// Adds what was found in a source text that is being brought in.
    pub fn add_source(&mut self, file: &File, artefacts: &[Artefact]) {
        self.checked += 1;
        let Some(rule) = rules().find(|rule| rule.id == "ART-01") else {
            return;
        };
        for artefact in artefacts {
            let lines = file.text.split_inclusive('\n').take(artefact.line - 1);
            let start: usize = lines.map(str::len).sum();
            let line = file.text[start..].lines().next().unwrap_or_default();
            let at = line.find(&artefact.text).unwrap_or_default();
            let span = (start + at, artefact.text.len());
            let message = artefact.message.to_owned();
            self.push(rule, &file.name, Mark::Wrong, message, Some((file, span)));
        }
    }

    /// The findings, in the order in which they were added.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    fn push(
        &mut self,
        rule: &'static Rule,
        notice: &str,
        mark: Mark,
        message: String,
        at: Option<(&File, (usize, usize))>,
    ) {
        let place = at.map(|(file, (start, length))| Place {
            file: file.name.clone(),
            line: file.text[..start].matches('\n').count() + 1,
            text: file.text[start..start + length].to_owned(),
        });
        let shown = at.map(|(file, span)| {
            let source = NamedSource::new(&file.name, file.text.clone());
            (Arc::new(source), span.into())
        });
        self.findings.push(Finding {
            rule: rule.id,
            severity: rule.severity,
            mark,
            law: rule.law,
            notice: notice.to_owned(),
            message,
            remedy: rule.remedy,
            place,
            shown,
        });
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
        let count = |severity, word| {
            let same = |finding: &&Finding| finding.severity == severity;
            plural(self.findings.iter().filter(same).count(), word)
        };
        format!(
            "{}, {} and {} in {}",
            count(Severity::Error, "error"),
            count(Severity::Warning, "warning"),
            count(Severity::Info, "note"),
            plural(self.checked, "notice"),
        )
    }

    /// The report as text or JSON. `colour` is for terminals only.
    #[must_use]
    pub fn render(&self, format: Format, colour: bool) -> String {
        match format {
            Format::Text => self.text(colour),
            // Strings and numbers only: these always are JSON.
            Format::Json => serde_json::to_string_pretty(&self.findings).unwrap_or_default(),
        }
    }

    fn text(&self, colour: bool) -> String {
        let theme = if colour {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(100)
            .with_context_lines(0);
        let mut out = String::new();
        for finding in &self.findings {
            // Writing to a string cannot fail.
            let _ = handler.render_report(&mut out, finding);
            out.push('\n');
        }
        out + &self.summary()
    }
}

fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// The file that states a text, with its place there: as the value of a key if there is one, else in prose.
fn find<'a>(files: &'a [File], text: &str) -> Option<(&'a File, (usize, usize))> {
    let quoted = format!("\"{text}\"");
    let value = |file: &&File| file.text.contains(&quoted);
    if let Some(file) = files.iter().find(value) {
        let start = file.text.find(&quoted)? + 1;
        return Some((file, (start, text.len())));
    }
    let mut places = files.iter().map(|file| (file, locate(&file.text, text)));
    places.find_map(|(file, span)| Some((file, span?)))
}

/// Start and length of a text in a file, on one line; by its first words if marks of Markdown stand within it.
fn locate(file: &str, text: &str) -> Option<(usize, usize)> {
    let whole = file.find(text).map(|at| (at, text.len()));
    let (start, length) = whole.or_else(|| {
        let head = &text[..text.floor_char_boundary(40)];
        let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
        (head.len() > 8).then(|| file.find(head).map(|at| (at, head.len())))?
    })?;
    let line = file[start..start + length].lines().next()?.len();
    Some((start, line))
}
