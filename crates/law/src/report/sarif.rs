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
                "originalUriBaseIds": self.bases(),
                "properties": { "asAt": self.at.map(|at| at.to_string()) },
                "results": results.collect::<Vec<_>>(),
            }],
        });
        // Strings and numbers only: these always are JSON.
        serde_json::to_string_pretty(&log).unwrap_or_default()
    }

    /// Says where a file is: below the site's folder by its name there, which holds on every machine.
    fn artifact(&self, file: &str) -> Value {
        let folder = self.folder.as_deref();
        match folder.and_then(|folder| below(file, folder)) {
            Some(rest) => json!({ "uri": uri(&rest), "uriBaseId": SITE }),
            None => json!({ "uri": uri(file) }),
        }
    }

    /// Says where the site's folder is on this machine, if the report names files below it.
    fn bases(&self) -> Value {
        let folder = self.folder.iter().map(|folder| {
            let folder = format!("{}/", uri(folder).trim_end_matches('/'));
            (SITE.to_owned(), json!({ "uri": folder }))
        });
        Value::Object(folder.collect())
    }

    fn result(&self, finding: &Finding, rules: &[(&Rule, &str)]) -> Value {
        let index = rules.iter().position(|(rule, _)| rule.id == finding.rule);
        let own = self.checked.iter().find(|it| it.name == finding.notice);
        let location = match (&finding.place, own.and_then(|own| own.file.as_ref())) {
            (Some(place), _) if place.words.is_some() => Some(json!({
                "physicalLocation": { "artifactLocation": self.artifact(&place.file) },
                "logicalLocations": [{ "name": finding.notice, "kind": "module" }],
                "message": { "text": format!("{}: “{}”", place.in_words(), place.text) },
            })),
            (Some(place), _) => Some(json!({
                "physicalLocation": {
                    "artifactLocation": self.artifact(&place.file),
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
                    "artifactLocation": self.artifact(file),
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

/// The name by which a report calls the site's folder.
const SITE: &str = "SITE";

/// Says whether a path is from the root of a machine or of a drive.
pub(super) fn is_from_root(path: &str) -> bool {
    path.starts_with(['/', '\\']) || has_drive(path)
}

fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// Returns what leads to a file below a folder.
fn below(path: &str, folder: &str) -> Option<String> {
    let (path, folder) = (path.replace('\\', "/"), folder.replace('\\', "/"));
    let rest = path.strip_prefix(folder.trim_end_matches('/'))?;
    let rest = rest.strip_prefix('/')?;
    // What goes up again may lead out of it.
    let inside = !rest.split('/').any(|part| part == "..");
    inside.then(|| rest.trim_start_matches('/').to_owned())
}

/// Returns a path as a reference (RFC 3986): relative as it is, from the root as a `file:` address.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut out = String::new();
    if is_from_root(&path) {
        out.push_str(if path.starts_with('/') {
            "file://"
        } else {
            "file:///"
        });
    }
    let drive = if has_drive(&path) { 2 } else { 0 };
    out.push_str(&path[..drive]);
    for byte in path[drive..].bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{below, uri};

    #[test]
    fn a_file_is_told_from_the_folder_that_it_is_below() {
        for (path, folder, wanted) in [
            ("/srv/site/notices/a.md", "/srv/site", Some("notices/a.md")),
            ("/srv/site/notices/a.md", "/srv/site/", Some("notices/a.md")),
            ("/srv/site-two/notices/a.md", "/srv/site", None),
            ("/srv/site/../other/a.md", "/srv/site", None),
            ("/tmp/a.txt", "/srv/site", None),
            ("C:\\site\\notices\\a.md", "C:\\site", Some("notices/a.md")),
            ("/a.txt", "/", Some("a.txt")),
        ] {
            assert_eq!(below(path, folder).as_deref(), wanted, "{path}");
        }
    }

    #[test]
    fn a_path_is_a_reference() {
        for (path, wanted) in [
            ("notices/a b.md", "notices/a%20b.md"),
            ("/tmp/ä.txt", "file:///tmp/%C3%A4.txt"),
            ("C:\\site\\a.md", "file:///C:/site/a.md"),
            ("notices\\a.md", "notices/a.md"),
        ] {
            assert_eq!(uri(path), wanted, "{path}");
        }
    }
}
