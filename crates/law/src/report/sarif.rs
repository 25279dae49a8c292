//! The report as SARIF 2.1.0 (OASIS), for code review and editors.

use serde_json::{Value, json};

use crate::{Rule, Severity};

use super::{Finding, Report};

impl Report {
    /// Returns one run of one tool, with every rule that looks for a duty of the day, and every finding. A finding about what is *not* there points at its
    /// notice's file as a whole.
    pub fn sarif(&self) -> String {
        let all = self.duties();
        let results = self
            .findings
            .iter()
            .map(|finding| self.result(finding, &all));
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "council-notice",
                    "informationUri": INFORMATION,
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "shortDescription": { "text": env!("CARGO_PKG_DESCRIPTION") },
                    "rules": all.iter().map(|(one, law)| rule(one, law)).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "properties": { "asAt": self.at.map(|at| at.to_string()) },
                "results": results.collect::<Vec<_>>(),
            }],
        });
        // Strings and numbers only: these always are JSON.
        serde_json::to_string_pretty(&log).unwrap_or_default()
    }

    fn result(&self, finding: &Finding, rules: &[(&Rule, &str)]) -> Value {
        let index = rules.iter().position(|(rule, _)| rule.id == finding.rule);
        let own = self.checked.iter().find(|it| it.name == finding.notice);
        let location = match (&finding.place, own.and_then(|own| own.file.as_ref())) {
            (Some(place), _) => Some(json!({
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(&place.file) },
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endColumn": place.column + place.text.chars().count(),
                        "snippet": { "text": place.text },
                    },
                },
                "logicalLocations": [{ "name": finding.notice, "kind": "module" }],
            })),
            // What is not there stands nowhere: the first line stands for the file, for tools that show lines.
            (None, Some(file)) => Some(json!({
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(file) },
                    "region": { "startLine": 1 },
                },
                "logicalLocations": [{ "name": finding.notice, "kind": "module" }],
            })),
            (None, None) => None,
        };
        json!({
            "ruleId": finding.rule,
            "ruleIndex": index,
            "level": level(finding.severity),
            "message": { "text": format!("{}: {}", finding.notice, finding.message) },
            "locations": location.into_iter().collect::<Vec<_>>(),
            "properties": { "notice": finding.notice, "mark": finding.mark },
        })
    }
}

/// Describes a rule, with where its duty stood in the law of the report's day.
fn rule(rule: &Rule, law: &str) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": format!("{} ({law}).", rule.title) },
        "help": {
            "text": format!("{} Source: {law}.", rule.remedy),
            "markdown": format!("**{}** {}\n\nSource: {law}.", rule.id, rule.remedy),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "law": law },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Where people read of the rules: the law itself, for the program has no address of its own.
const INFORMATION: &str = "https://www.legislation.gov.uk/eur/2016/679/contents";

/// Returns a path as a reference (RFC 3986): relative as it is, from the root as a `file:` address.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
