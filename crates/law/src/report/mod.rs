//! Findings for people and for programs, each with the line it concerns.
//!
//! | module | what it is |
//! |---|---|
//! | `finding` | one finding |
//! | `locate` | where a text stands in the files |
//! | `html`, `sarif` | the report for a browser, and for the tools that show a compiler's findings |

mod finding;
mod html;
mod locate;
mod sarif;

pub use finding::{Finding, Location};

use std::{collections::HashMap, ops::Range, sync::Arc};

use notice::File;

use super::{
    Artefact, Date, DatedFacts, Found, Mark, OnSource, Rule, Severity, Verdict, policy_rules, rules,
};

/// All findings of one run, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    checked: Vec<Checked>,
    /// The day as of which the law was asked.
    at: Option<Date>,
    /// Where the duty that a rule looks for stood in the law of that day, by the rule's id. Duties of other days have none.
    laws: HashMap<&'static str, String>,
    /// The folder below which files are told, if its path is from the root.
    folder: Option<String>,
    /// Rules that could not be asked, or in part alone, because they need facts that a source text has not been sorted into.
    unasked: Vec<&'static Rule>,
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
    /// Whether it is a cookie policy.
    is_policy: bool,
    /// Rules that concern it, and those of them that found nothing.
    asked: usize,
    passed: usize,
    /// Flesch reading ease of its prose.
    ease: Option<f64>,
}

impl Report {
    /// Makes an empty report of the law as it stood `at` that day.
    #[must_use]
    pub fn as_at(at: Date, facts: &DatedFacts) -> Self {
        let all = rules()
            .chain(policy_rules())
            .filter(|rule| facts.is_duty(rule.id, at));
        Self {
            at: Some(at),
            laws: all.map(|rule| (rule.id, facts.law(rule, at))).collect(),
            ..Self::default()
        }
    }

    /// Says in which folder the site is, for programs that look for its files elsewhere. Paths that are not from the root are
    /// told as they are.
    pub fn set_folder(&mut self, folder: &str) {
        self.folder = Some(folder.to_owned()).filter(|it| sarif::is_from_root(it));
    }

    /// Lists the rules that look for a duty of the report's day, each with where it stood in the law of that day.
    fn duties(&self) -> Vec<(&'static Rule, &str)> {
        let law = |rule: &'static Rule| match self.at {
            Some(_) => self.laws.get(rule.id).map(String::as_str),
            None => Some(rule.law),
        };
        let all = rules().chain(policy_rules());
        all.filter_map(|rule| Some((rule, law(rule)?))).collect()
    }

    /// Adds what was found in a notice. `files` are those it was read from, its own first.
    pub fn add(&mut self, notice: &str, verdicts: &[Verdict], files: &[File]) {
        let concern = verdicts.iter().filter_map(|verdict| verdict.found.as_ref());
        self.checked.push(Checked {
            name: notice.to_owned(),
            file: files.first().map(|file| file.name.clone()),
            title: None,
            is_policy: false,
            asked: concern.count(),
            passed: verdicts
                .iter()
                .filter(|verdict| verdict.mark() == Mark::Present)
                .count(),
            ease: None,
        });
        for verdict in verdicts {
            for found in verdict.found.iter().flatten() {
                let rule = (verdict.rule, &*verdict.law);
                self.push_everywhere(notice, rule, found, files);
            }
        }
    }

    /// Adds to what was added last something of which it is known where it stands.
    pub fn add_at(&mut self, verdict: &Verdict, file: &File, place: Range<usize>) {
        let (Some(last), Some(all)) = (self.checked.last_mut(), &verdict.found) else {
            return;
        };
        last.asked += 1;
        last.passed += usize::from(all.is_empty());
        let name = last.name.clone();
        for found in all {
            let span = (place.start, place.len());
            self.push(
                &name,
                (verdict.rule, &verdict.law),
                found,
                Some((file, span)),
            );
        }
    }

    /// Says what the notice that was added last is called, and how easily it reads.
    pub fn describe(&mut self, title: &str, ease: Option<f64>) {
        if let Some(last) = self.checked.last_mut() {
            (last.title, last.ease) = (Some(title.to_owned()), ease);
        }
    }

    /// Says that what was added last is a cookie policy.
    pub fn describe_policy(&mut self) {
        if let Some(last) = self.checked.last_mut() {
            (last.title, last.is_policy) = (Some("Cookie policy".to_owned()), true);
        }
    }

    /// Adds what was found in a source text that is being brought in: what its pages have left, and what rules that read
    /// text say of it.
    pub fn add_source(&mut self, file: &File, artefacts: &[Artefact], verdicts: &[Verdict]) {
        self.unasked = rules()
            .filter(|rule| !matches!(rule.on_source, OnSource::Whole))
            .collect();
        let concern = verdicts.iter().filter_map(|verdict| verdict.found.as_ref());
        self.checked.push(Checked {
            name: file.name.clone(),
            file: Some(file.name.clone()),
            title: None,
            is_policy: false,
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
                let rule = (verdict.rule, &*verdict.law);
                self.push_everywhere(&file.name, rule, found, files);
            }
        }
    }

    /// Says where the findings in a source stand in words, by their lines: nobody sees those of a document or a print.
    pub fn name_places(&mut self, file: &str, name: impl Fn(usize) -> String) {
        let places = self.findings.iter_mut().filter_map(|it| it.place.as_mut());
        for place in places.filter(|place| place.file == file) {
            place.words = Some(name(place.line));
        }
    }

    /// Says which rules no source text could be asked about, and which in part alone, if any text was added.
    #[must_use]
    pub fn unasked(&self) -> Option<String> {
        if self.unasked.is_empty() {
            return None;
        }
        let ids = |in_part: bool| {
            let all = self.unasked.iter();
            let all = all.filter(|rule| rule.find_in_source().is_some() == in_part);
            all.map(|rule| rule.id).collect::<Vec<_>>()
        };
        let (part, not) = (ids(true), ids(false));
        Some(format!(
            "A source text cannot be asked by {} rules, which need its facts: {}. Another {} were asked only of what its sentences show: {}. Bring it in with `import` to ask them all.",
            not.len(),
            not.join(", "),
            part.len(),
            part.join(", ")
        ))
    }

    /// Lists the findings, in the order in which they were added.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Adds a finding, at each of its places where it has several.
    fn push_everywhere(
        &mut self,
        notice: &str,
        rule: (&'static Rule, &str),
        found: &Found,
        files: &[File],
    ) {
        let places = locate::all(files, found);
        if places.is_empty() {
            self.push(notice, rule, found, None);
        }
        for place in places {
            self.push(notice, rule, found, Some(place));
        }
    }

    fn push(
        &mut self,
        notice: &str,
        (rule, law): (&'static Rule, &str),
        found: &Found,
        at: Option<(&File, (usize, usize))>,
    ) {
        let place = at.map(|(file, (start, length))| Location {
            file: file.name.clone(),
            line: file.text[..start].matches('\n').count() + 1,
            column: locate::column(&file.text, start),
            text: file.text[start..start + length].to_owned(),
            words: None,
        });
        let shown = at.map(|(file, (start, length))| (self.source(file), start..start + length));
        self.findings.push(Finding {
            rule: rule.id,
            severity: found.severity(rule.severity),
            mark: found.mark,
            law: law.to_owned(),
            notice: notice.to_owned(),
            message: found.message.clone(),
            remedy: found.remedy.unwrap_or(rule.remedy),
            pending: found.pending,
            place,
            shown,
        });
    }

    /// Returns a file as findings hold it. It is kept once, not once a finding.
    fn source(&mut self, file: &File) -> Arc<File> {
        let known = self.sources.get(&file.name);
        if let Some(source) = known.filter(|source| source.text == file.text) {
            return source.clone();
        }
        let source = Arc::new(file.clone());
        self.sources.insert(file.name.clone(), source.clone());
        source
    }

    /// Says what a program that shows the report ends with. 0: nothing graver than a note; 3: warnings; 4: errors. 1 and 2 are
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

    /// Says how many there are: `2 errors, 1 warning and 0 notes in 5 notices`; with cookie policies in which something was found
    /// `in 5 notices and 1 cookie policy`.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |severity, word| plural(self.count(None, severity), word);
        let policies = self.checked.iter().filter(|it| it.is_policy).count();
        let beside = match policies {
            0 => String::new(),
            1 => " and 1 cookie policy".to_owned(),
            _ => format!(" and {policies} cookie policies"),
        };
        format!(
            "{}, {} and {} in {}{beside}",
            count(Severity::Error, "error"),
            count(Severity::Warning, "warning"),
            count(Severity::Info, "note"),
            plural(self.checked.len() - policies, "notice"),
        )
    }

    /// Findings of a severity, in all or in one notice.
    fn count(&self, notice: Option<&str>, severity: Severity) -> usize {
        let same = |finding: &&Finding| {
            finding.severity == severity && notice.is_none_or(|notice| finding.notice == notice)
        };
        self.findings.iter().filter(same).count()
    }

    /// Writes the findings as JSON, for programs.
    #[must_use]
    pub fn json(&self) -> String {
        // Strings and numbers only: these always are JSON.
        serde_json::to_string_pretty(&self.findings).unwrap_or_default()
    }
}

fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
