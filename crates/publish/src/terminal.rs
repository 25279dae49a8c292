//! Problems and findings in text, as a compiler shows them, for a terminal.

use std::{
    fmt::{self, Write as _},
    ops::Range,
};

use law::{Finding, Severity};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};
use source::parse::Report;

/// Every problem with file, line, column, offending text and remedy, then the summary. `colour` is for terminals
/// only.
#[must_use]
pub fn problems(report: &Report, colour: bool) -> String {
    let list = report.problems().iter();
    let list = list.map(|problem| Shown {
        code: None,
        severity: None,
        message: problem.message.clone(),
        help: &problem.remedy,
        source: Some(Named {
            name: problem.file(),
            text: problem.text(),
        }),
        place: problem.place.clone(),
    });
    let plain = |it: &Shown| {
        let name = it.source.as_ref().map_or("", |source| source.name);
        format!("{name}: {} {}", it.message, it.help)
    };
    shown(&list.collect::<Vec<_>>(), 1, colour, plain) + &report.summary()
}

/// Every finding with its line, then the summary. `colour` is for terminals only.
#[must_use]
pub fn findings(report: &law::Report, colour: bool) -> String {
    let list = report.findings().iter().map(Shown::from);
    shown(&list.collect::<Vec<_>>(), 0, colour, ToString::to_string) + &report.summary()
}

/// Something with its line, as `miette` wants it.
#[derive(Debug)]
struct Shown<'a> {
    code: Option<String>,
    severity: Option<miette::Severity>,
    message: String,
    help: &'a str,
    source: Option<Named<'a>>,
    place: Option<Range<usize>>,
}

impl<'a> From<&'a Finding> for Shown<'a> {
    fn from(finding: &'a Finding) -> Self {
        let shown = finding.shown.as_ref();
        Self {
            code: Some(format!("{} ({})", finding.rule, finding.law)),
            severity: Some(match finding.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            }),
            message: finding.to_string(),
            help: finding.remedy,
            source: shown.map(|(file, _)| Named {
                name: &file.name,
                text: &file.text,
            }),
            place: shown.map(|(_, place)| place.clone()),
        }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code.as_ref()?))
    }

    fn severity(&self) -> Option<miette::Severity> {
        self.severity
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::underline(self.place.clone()?);
        Some(Box::new(std::iter::once(label)))
    }
}

/// A file's text under its name: `miette::NamedSource` without a copy of the text.
#[derive(Debug)]
struct Named<'a> {
    name: &'a str,
    text: &'a str,
}

impl SourceCode for Named<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.to_owned(),
            inner.data(),
            *inner.span(),
            inner.line(),
            inner.column(),
            inner.line_count(),
        )))
    }
}

/// Each with the line it concerns and `around` lines on either side, as a compiler shows it. `colour` is for terminals only.
/// One that cannot be shown with its line is told in `plain` words.
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
