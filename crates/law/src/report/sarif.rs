//! The report as SARIF 2.1.0 (OASIS), for code review and editors.

use serde_json::{Value, json};

use crate::{Rule, Severity, policy_rules, rules};

use super::{Finding, Report};

impl Report {
    /// Returns one run of one tool, with every rule and every finding. A finding about what is *not* there points at its
    /// notice's file as a whole.
    pub fn sarif(&self) -> String {
        let all: Vec<&Rule> = rules().chain(policy_rules()).collect();
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
                    "rules": all.iter().copied().map(rule).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "properties": { "asAt": self.at.map(|at| at.to_string()) },
                "results": results.collect::<Vec<_>>(),
            }],
        });
        // Strings and numbers only: these always are JSON.
        serde_json::to_string_pretty(&log).unwrap_or_default()
    }

    fn result(&self, finding: &Finding, rules: &[&Rule]) -> Value {
        let index = rules.iter().position(|rule| rule.id == finding.rule);
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

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": format!("{} ({}).", rule.title, rule.law) },
        "help": {
            "text": format!("{} Source: {}.", rule.remedy, rule.law),
            "markdown": format!("**{}** {}\n\nSource: {}.", rule.id, rule.remedy, rule.law),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "law": rule.law },
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
