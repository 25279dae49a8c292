//! The pages that are known: those published beside the notices, and those on a list.

use std::collections::BTreeMap;

/// Says whether a page asks people for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HasForm {
    Yes,
    No,
}

/// A page, and what its own markup says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeenPage {
    /// Empty: whatever host the folder is published on.
    pub host: String,
    pub path: String,
    pub form: HasForm,
    /// Notices that a tag or a `<council-notice>` on the page names, with the part or the audience behind a slash.
    pub names: Vec<String>,
    /// Notices that stand on the page already.
    pub includes: Vec<Included>,
}

/// A notice that the page's own HTML holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Included {
    pub service: String,
    pub part: Option<String>,
    pub audience: Option<String>,
    /// Of what it says.
    pub hash: String,
}

/// Reads a list of the pages that ask people for something: an address a line, as placements write it or whole; `#`
/// begins a remark.
pub(crate) fn listed(text: &str) -> Vec<SeenPage> {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(line).collect()
}

fn line(line: &str) -> SeenPage {
    // A remark may stand behind it.
    let address = line.split([' ', '\t']).next().unwrap_or_default();
    let (host, path) = notice::placement::page(address);
    let path = path.strip_suffix("index.html").unwrap_or(path);
    SeenPage {
        host: host.to_owned(),
        path: path.to_owned(),
        form: HasForm::Yes,
        names: Vec::new(),
        includes: Vec::new(),
    }
}

/// Lists the pages that a site publishes as they are.
pub(crate) fn published(public: &BTreeMap<String, Vec<u8>>) -> Vec<SeenPage> {
    let pages = public.iter().filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, html)| {
            let html = String::from_utf8_lossy(html);
            let asked = asked(&html);
            let html = uncommented(&html);
            let folder = path
                .strip_suffix("index.html")
                .filter(|cut| cut.is_empty() || cut.ends_with('/'));
            SeenPage {
                host: String::new(),
                path: format!("/{}", folder.unwrap_or(path)),
                form: match tags(&html, "form").next() {
                    Some(_) => HasForm::Yes,
                    None => HasForm::No,
                },
                names: names(&html).into_iter().chain(asked).collect(),
                includes: includes(&html),
            }
        })
        .collect()
}

fn names(html: &str) -> Vec<String> {
    // What is empty is as absent as what is not there.
    let told = |tag, name: &str| attribute(tag, name).filter(|value| !value.is_empty());
    let named = |tag, before: &str| {
        let service = told(tag, &format!("{before}service"))?;
        let inside = ["part", "audience"].map(|name| told(tag, &format!("{before}{name}")));
        let inside = inside.into_iter().flatten().map(|it| format!("/{it}"));
        Some(service.to_owned() + &inside.collect::<String>())
    };
    let tag = tags(html, "script").filter_map(|tag| named(tag, "data-"));
    let placed = tags(html, "council-notice").filter_map(|tag| named(tag, ""));
    let mut names: Vec<String> = tag.chain(placed).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Lists the notices whose includes a server is asked to put in.
fn asked(html: &str) -> Vec<String> {
    let lines = html.split("<!--#").skip(1);
    let names = lines.filter_map(|line| {
        let (_, rest) = line.split_once("-->")?.0.split_once("/includes/")?;
        let id = rest.split(['.', '"', '\'']).next()?;
        (!["cookies", "head"].contains(&id)).then(|| id.to_owned())
    });
    names.collect()
}

fn includes(html: &str) -> Vec<Included> {
    let placed = tags(html, "council-notice");
    let included = placed.filter_map(|tag| {
        let told = |name| attribute(tag, name).map(str::to_owned);
        Some(Included {
            service: told("service")?,
            part: told("part"),
            audience: told("audience"),
            hash: told("hash")?,
        })
    });
    included.collect()
}

fn uncommented(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    out
}

/// Lists the attributes of every tag of a name. A plain search: it need not be right about pages that no browser would read
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
        assert_eq!(names(&html), ["a", "b/c"]);
        let empty = "<script data-service=\"\" data-part=x></script><script data-service=a data-part=\"\"></script>";
        assert_eq!(names(empty), ["a"]);
        assert_eq!(tags(&html, "form").count(), 0);
    }

    #[test]
    fn a_page_asks_its_server_for_includes() {
        let html = r#"<!--# if expr="$cookie_council_notice" --><!--# include virtual="/includes/cookies.en.html" -->
            <!--# include virtual="/includes/complaints.online.en.html" --><!--#include virtual='/includes/bins.en.html' -->
            <!-- include virtual="/includes/not.en.html" -->"#;
        assert_eq!(asked(html), ["complaints", "bins"]);
    }

    #[test]
    fn a_page_holds_includes_and_places() {
        let html = r#"<council-notice service="a" part="b" version="1" hash="0a"></council-notice>
            <council-notice service="c"></council-notice>"#;
        let wanted = Included {
            service: "a".into(),
            part: Some("b".into()),
            audience: None,
            hash: "0a".into(),
        };
        assert_eq!(includes(html), [wanted]);
    }
}
