//! Problems and findings in text, as a compiler shows them, for a terminal.

use std::{
    fmt::{self, Write as _},
    ops::Range,
};

use law::{Finding, Severity};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use source::parse::Problems;

use super::excerpt::{Excerpt, LineIndex};

pub use super::visible::visible;

/// Shows every problem with file, line, column, offending text and remedy, then the summary. `colour` is for terminals
/// only.
#[must_use]
pub fn problems(report: &Problems, colour: bool) -> String {
    let mut lines = LineIndex::default();
    let list = report.problems().iter();
    let list = list.map(|problem| {
        let place = problem.place.as_ref();
        let (source, within) =
            lines.excerpt(problem.file(), problem.text(), place.unwrap_or(&(0..0)), 1);
        TerminalDiagnostic {
            code: None,
            severity: None,
            message: visible(&problem.message),
            help: visible(&problem.remedy),
            source: Some(source),
            place: place.map(|_| within),
        }
    });
    let plain = |it: &TerminalDiagnostic| {
        let name = it.source.as_ref().map_or("", Excerpt::name);
        format!("{name}: {} {}", it.message, it.help)
    };
    shown(&list.collect::<Vec<_>>(), 1, colour, plain) + &report.summary()
}

/// Shows every finding with its line, then the summary. `colour` is for terminals only.
#[must_use]
pub fn findings(report: &law::Report, colour: bool) -> String {
    let mut lines = LineIndex::default();
    let list = report.findings().iter();
    let list = list.map(|finding| TerminalDiagnostic::of(finding, &mut lines));
    let unasked = report.unasked().map(|unasked| format!("\n{unasked}"));
    shown(&list.collect::<Vec<_>>(), 0, colour, ToString::to_string)
        + &report.summary()
        + &unasked.unwrap_or_default()
}

/// Something with its line, as `miette` wants it.
#[derive(Debug)]
struct TerminalDiagnostic {
    code: Option<String>,
    severity: Option<miette::Severity>,
    message: String,
    help: String,
    source: Option<Excerpt>,
    place: Option<Range<usize>>,
}

impl TerminalDiagnostic {
    fn of(finding: &Finding, lines: &mut LineIndex) -> Self {
        let words = finding.place.as_ref().filter(|it| it.words.is_some());
        let shown = finding.shown.as_ref().filter(|_| words.is_none());
        let shown = shown.map(|(file, place)| lines.excerpt(&file.name, &file.text, place, 0));
        let (source, place) = shown.unzip();
        Self {
            code: Some(format!("{} ({})", finding.rule, finding.law)),
            severity: Some(match finding.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            }),
            message: match words {
                Some(place) => {
                    let (place, text) = (place.in_words(), &place.text);
                    visible(&format!("{finding}\n{place}: “{text}”"))
                }
                None => visible(&finding.to_string()),
            },
            help: finding.remedy.to_owned(),
            source,
            place,
        }
    }
}

impl fmt::Display for TerminalDiagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for TerminalDiagnostic {}

impl Diagnostic for TerminalDiagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code.as_ref()?))
    }

    fn severity(&self) -> Option<miette::Severity> {
        self.severity
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::underline(self.place.clone()?);
        Some(Box::new(std::iter::once(label)))
    }
}

/// Writes each problem with the line it concerns and `around` lines on either side, as a compiler shows it. `colour` is for
/// terminals only. One that cannot be shown with its line is told in `plain` words.
fn shown<D: Diagnostic>(
    list: &[D],
    around: usize,
    colour: bool,
    plain: impl Fn(&D) -> String,
) -> String {
    let theme = if colour {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(100)
        .with_context_lines(around);
    let mut out = String::new();
    for one in list {
        if handler.render_report(&mut out, one).is_err() {
            let _ = writeln!(out, "{}", plain(one));
        }
        out.push('\n');
    }
    out
}
