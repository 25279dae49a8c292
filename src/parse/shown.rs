//! Diagnostics in text, for a terminal.

use std::fmt::Write as _;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme};

/// Each with the line it concerns and `around` lines on either side, as a compiler shows it. `colour` is for terminals only.
/// One that cannot be shown with its line is told in `plain` words.
pub(crate) fn shown<D: Diagnostic>(
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
