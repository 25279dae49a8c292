//! The report as a page that needs nothing but itself: no script, no file beside it.

use std::fmt::Write as _;

use crate::{Date, Mark, Severity};

use super::{Checked, Finding, Report, plural};

const STYLE: &str = include_str!("report.css");

/// Gravest first.
const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::Error, "error", "Errors"),
    (Severity::Warning, "warning", "Warnings"),
    (Severity::Info, "note", "Notes"),
];

impl Report {
    /// Says what was checked, how it stands, and then every finding with its line and its remedy, the gravest first.
    pub fn html(&self) -> String {
        let day = self
            .at
            .map(|at| format!(", as at {}", spoken(at)))
            .unwrap_or_default();
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"robots\" content=\"noindex\"/>\n\
             <title>Notices against the law{day}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <header>\n<h1>Notices against the law</h1>\n<p class=\"lead\">{}{day}.</p>\n</header>\n<main>\n",
            self.summary(),
        );
        self.overview(&mut out);
        for checked in &self.checked {
            self.notice(&mut out, checked);
        }
        if let Some(unasked) = self.unasked() {
            let _ = writeln!(out, "<p class=\"foot\">{}</p>", escape(&unasked));
        }
        out.push_str(
            "<p class=\"foot\">A rule looks for facts; it does not weigh them. What it finds is for the data protection \
             officer to settle, and this is not legal advice.</p>\n</main>\n</body>\n</html>\n",
        );
        out
    }

    fn overview(&self, out: &mut String) {
        out.push_str(
            "<table>\n<caption>What was checked</caption>\n<thead><tr><th scope=\"col\">Notice</th><th scope=\"col\">Errors</th>\
             <th scope=\"col\">Warnings</th><th scope=\"col\">Notes</th><th scope=\"col\">Rules passed</th>\
             <th scope=\"col\">Reading ease</th></tr></thead>\n<tbody>\n",
        );
        for checked in &self.checked {
            let count = |severity| self.count(Some(&checked.name), severity);
            let ease = checked
                .ease
                .map_or_else(|| "–".to_owned(), |ease| format!("{ease:.0}"));
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\"><a href=\"#{id}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{} of {}</td><td>{ease}</td></tr>",
                escape(title(checked)),
                count(Severity::Error),
                count(Severity::Warning),
                count(Severity::Info),
                checked.passed,
                checked.asked,
                id = anchor(&checked.name),
            );
        }
        out.push_str("</tbody>\n</table>\n");
    }

    fn notice(&self, out: &mut String, checked: &Checked) {
        let id = anchor(&checked.name);
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>",
            escape(title(checked))
        );
        if let Some(file) = &checked.file {
            let _ = writeln!(out, "<p class=\"file\">{}</p>", escape(file));
        }
        let mut any = false;
        for (severity, class, heading) in SEVERITIES {
            let same = |it: &&Finding| it.notice == checked.name && it.severity == severity;
            let found: Vec<&Finding> = self.findings.iter().filter(same).collect();
            if found.is_empty() {
                continue;
            }
            any = true;
            let _ = writeln!(
                out,
                "<h3 class=\"{class}\">{heading} <span>{}</span></h3>\n<ul class=\"{class}\">",
                found.len()
            );
            for finding in found {
                item(out, finding);
            }
            out.push_str("</ul>\n");
        }
        if !any {
            let asked = plural(checked.asked, "rule");
            let _ = writeln!(out, "<p class=\"clean\">Nothing found by {asked}.</p>");
        }
        out.push_str("</section>\n");
    }
}

fn item(out: &mut String, finding: &Finding) {
    let _ = writeln!(
        out,
        "<li>\n<p class=\"what\"><span class=\"rule\">{}</span> {}</p>",
        finding.rule,
        escape(&finding.message)
    );
    if let Some(place) = &finding.place {
        let _ = writeln!(
            out,
            "<figure><blockquote>{}</blockquote><figcaption>{}, {}</figcaption></figure>",
            escape(&place.text),
            escape(&place.file),
            escape(&place.in_words())
        );
    }
    let _ = writeln!(
        out,
        "<p class=\"help\"><strong>What to do:</strong> {}</p>\n<p class=\"law\">{} · {}</p>\n</li>",
        escape(finding.remedy),
        escape(&finding.law),
        word(finding.mark)
    );
}

/// Writes a day in English words: the report is in English, as the rules are.
fn spoken(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS[usize::from(day.month()) - 1];
    format!("{} {month} {}", day.day(), day.year())
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::NotApplicable => "does not apply",
        Mark::Present => "present",
        Mark::Weak => "there, but not enough",
        Mark::Missing => "missing",
        Mark::Outdated => "outdated",
        Mark::Wrong => "wrong",
    }
}

fn title(checked: &Checked) -> &str {
    checked.title.as_deref().unwrap_or(&checked.name)
}

/// Returns an id for a heading: what cannot stand in one is a hyphen.
fn anchor(name: &str) -> String {
    name.replace(|mark: char| !mark.is_ascii_alphanumeric(), "-")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
