//! The style sheets of `public/` that a page takes, also by way of another sheet.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use url::Url;

use super::style_sheet::{Kind, Named, named};
use crate::elements::Element;

/// Where pages stand whose site has no address yet. The name is reserved for what exists nowhere (RFC 2606).
const NOWHERE: &str = "https://site.invalid/";

/// Lists the style sheets of a page by their path in `public/`, and what each names. `address` is where the site is published.
pub(super) fn style_sheets<'a>(
    public: &'a BTreeMap<String, Vec<u8>>,
    page: &str,
    elements: &[Element],
    address: Option<&str>,
) -> Vec<(&'a str, Vec<Named>)> {
    let site = address.and_then(|address| Url::parse(address).ok());
    let site = site.or_else(|| Url::parse(NOWHERE).ok());
    let Some((site, page)) = site.and_then(|site| Some((site.clone(), site.join(page).ok()?)))
    else {
        return Vec::new();
    };
    let links = elements.iter().filter_map(sheet);
    let mut waiting: Vec<Url> = links.filter_map(|href| page.join(href).ok()).collect();
    waiting.reverse();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(at) = waiting.pop() {
        let own = path_in(&site, &at).and_then(|path| public.get_key_value(&path));
        let Some((path, bytes)) = own.filter(|(path, _)| seen.insert(path.as_str())) else {
            continue;
        };
        let names = named(&String::from_utf8_lossy(bytes));
        let sheets = names.iter().filter(|name| name.kind == Kind::Sheet);
        waiting.extend(sheets.filter_map(|sheet| at.join(&sheet.address).ok()));
        found.push((path.as_str(), names));
    }
    found
}

/// Returns the address of a style sheet that an element takes.
fn sheet(element: &Element) -> Option<&str> {
    let kinds = element.attribute("rel")?;
    let mut kinds = kinds.split_ascii_whitespace();
    let is_sheet = kinds.any(|kind| kind.eq_ignore_ascii_case("stylesheet"));
    (element.name == "link" && is_sheet).then(|| element.attribute("href"))?
}

/// Returns the path of a file of the site.
fn path_in(site: &Url, address: &Url) -> Option<String> {
    let path = address.path().strip_prefix(site.path())?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    (site.origin() == address.origin()).then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elements::elements;

    fn sheets(page: &str, html: &str, address: Option<&str>) -> Vec<String> {
        let files = ["a.css", "b/a b.css", "b/c.css"];
        let text = "@import url('c.css'); @import '/b/c.css?2';";
        let public: BTreeMap<_, _> = files
            .map(|path| (path.to_owned(), text.as_bytes().to_vec()))
            .into();
        let found = style_sheets(&public, page, &elements(html), address);
        found.into_iter().map(|(path, _)| path.to_owned()).collect()
    }

    #[test]
    fn sheets_are_found_from_where_the_page_stands() {
        let a = "<link rel=stylesheet href=/a.css?v=2>";
        assert_eq!(sheets("b/page.html", a, None), ["a.css", "b/c.css"]);
        let space = "<LINK REL='Stylesheet x' HREF='a%20b.css'>";
        assert_eq!(sheets("b/page.html", space, None), ["b/a b.css", "b/c.css"]);
        let up = "<link rel=stylesheet href=../a.css><link rel=stylesheet href=../a.css>";
        assert_eq!(sheets("b/page.html", up, None), ["a.css", "b/c.css"]);
        let whole = "<link rel=stylesheet href=https://a.example/n/b/c.css>";
        assert_eq!(
            sheets("page.html", whole, Some("https://a.example/n/")),
            ["b/c.css"]
        );
    }

    #[test]
    fn what_is_no_sheet_of_the_site_is_passed_over() {
        for html in [
            "<link rel=stylesheet href=none.css>",
            "<link rel=stylesheet>",
            "<link rel=icon href=a.css>",
            "<link rel=stylesheet href=https://b.example/a.css>",
            "<a rel=stylesheet href=a.css>",
        ] {
            assert_eq!(sheets("page.html", html, None), [""; 0], "{html}");
        }
    }
}
