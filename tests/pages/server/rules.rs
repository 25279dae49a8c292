//! The `_headers` file, as static hosts read it: a path pattern a line, its headers indented below it.

/// Headers for the paths that match a pattern.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

/// Reads a `_headers` file. Lines that mean nothing are left out, as hosts do.
pub(crate) fn parse(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        if !line.starts_with(char::is_whitespace) {
            rules.push(Rule {
                pattern: line.trim().to_owned(),
                headers: Vec::new(),
            });
        } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(':')) {
            let header = (name.trim().to_ascii_lowercase(), value.trim().to_owned());
            rule.headers.push(header);
        }
    }
    rules
}

/// The headers of a path. Where several rules give the same header, hosts join the values with a comma.
pub(crate) fn headers(rules: &[Rule], path: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (name, value) in rules
        .iter()
        .filter(|rule| matches(&rule.pattern, path))
        .flat_map(|rule| &rule.headers)
    {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = format!("{known}, {value}"),
            None => all.push((name.clone(), value.clone())),
        }
    }
    all
}

/// Whether `*` in the pattern can stand for something that makes it the path.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|tail| {
            tail.char_indices()
                .map(|(at, _)| at)
                .chain([tail.len()])
                .any(|at| matches(rest, &tail[at..]))
        }),
    }
}
