//! The pages that are known: those published beside the notices, and those on a list.

use std::path::Path;

use crate::{Dist, Error, dist::read_text};

/// Whether a page asks people for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Yes,
    No,
}

/// A page, and what its own markup says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenPage {
    /// Empty: whatever host the folder is published on.
    pub host: String,
    pub path: String,
    pub form: Form,
    /// Notices that a tag or a `<council-notice>` on the page names.
    pub names: Vec<String>,
}

/// The list of pages that ask people for something, if the project keeps one.
const LIST: &str = "notices/pages.txt";

/// The pages of the list: an address a line, as placements write it or whole; `#` begins a remark.
///
/// # Errors
/// [`Error::Read`] when the list is there and cannot be read.
pub fn listed(root: &Path) -> Result<Vec<SeenPage>, Error> {
    let path = root.join(LIST);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = read_text(&path)?;
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(line).collect())
}

fn line(line: &str) -> SeenPage {
    let bare = line.split_once("://").map_or(line, |(_, rest)| rest);
    let end = bare.find(['?', '#', ' ', '\t']).unwrap_or(bare.len());
    let (host, path) = notice::placement::split(&bare[..end]);
    let path = path.strip_suffix("index.html").unwrap_or(path);
    SeenPage {
        host: host.split(':').next().unwrap_or_default().to_owned(),
        path: if path.is_empty() { "/" } else { path }.to_owned(),
        form: Form::Yes,
        names: Vec::new(),
    }
}

/// The pages of the folder that is being published, but for those that are made here.
pub fn published(dist: &Dist) -> Vec<SeenPage> {
    let ours = |path: &str| path.starts_with("notices/") || path.starts_with("register/");
    let pages = dist
        .files()
        .filter(|(path, _)| path.ends_with(".html") && !ours(path));
    pages
        .map(|(path, html)| {
            let html = uncommented(&String::from_utf8_lossy(html));
            let folder = path
                .strip_suffix("index.html")
                .filter(|cut| cut.is_empty() || cut.ends_with('/'));
            SeenPage {
                host: String::new(),
                path: format!("/{}", folder.unwrap_or(path)),
                form: match tags(&html, "form").next() {
                    Some(_) => Form::Yes,
                    None => Form::No,
                },
                names: names(&html),
            }
        })
        .collect()
}

fn names(html: &str) -> Vec<String> {
    let tag = tags(html, "script").filter_map(|tag| attribute(tag, "data-service"));
    let placed = tags(html, "council-notice").filter_map(|tag| attribute(tag, "service"));
    let mut names: Vec<String> = tag.chain(placed).map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn uncommented(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    out
}

/// The attributes of every tag of a name. A plain search: it need not be right about pages that no browser would read
/// alike.
fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split('<').skip(1).filter_map(move |tag| {
        let rest = tag.strip_prefix(name)?;
        let ends = rest.starts_with(|mark: char| mark == '>' || mark.is_ascii_whitespace());
        ends.then(|| rest.split_once('>').map_or(rest, |(tag, _)| tag))
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag
        .match_indices(name)
        .find(|(at, _)| tag[..*at].ends_with(|mark: char| mark.is_ascii_whitespace()))?
        .0;
    let value = tag[start + name.len()..].strip_prefix('=')?;
    Some(match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split(quote).next()?,
        _ => value.split_ascii_whitespace().next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_be_a_path_a_host_or_a_whole_address() {
        let seen = |text: &str| (line(text).host, line(text).path);
        assert_eq!(seen("/apply"), (String::new(), "/apply".into()));
        assert_eq!(
            seen("derby.gov.uk/apply"),
            ("derby.gov.uk".into(), "/apply".into())
        );
        assert_eq!(
            seen("https://derby.gov.uk:8443/a/index.html?b#c"),
            ("derby.gov.uk".into(), "/a/".into())
        );
        assert_eq!(seen("derby.gov.uk"), ("derby.gov.uk".into(), "/".into()));
    }

    #[test]
    fn a_page_names_notices_in_its_tag_and_by_hand() {
        let html = r#"<!-- <form> --><script async data-service="a" src="x"></script>
            <council-notice part=c service='b'></council-notice><formula>"#;
        let html = uncommented(html);
        assert_eq!(names(&html), ["a", "b"]);
        assert_eq!(tags(&html, "form").count(), 0);
    }
}
