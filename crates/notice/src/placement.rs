//! Which notice belongs on a page, by the page's address.

use serde::{Deserialize, Serialize};

/// One line of `notices/placements.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// `/path` on any host, or `host/path`. `*` stands for anything but a slash, `**` for anything.
    pub address: String,
    /// Id of the notice.
    pub service: String,
    /// The part of the service that the page is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The readers that the page is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// CSS selector of the form, for pages whose tag has no `data-form`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
}

/// Finds the first placement that claims the page, most specific first as written in the file.
///
/// `host` is without a port; `path` starts with a slash and has neither query nor fragment. A path that ends in
/// `/index.html` is the same page as the one that ends in the slash.
///
/// ```
/// use notice::placement::{find, Placement};
/// let line = |address: &str| Placement {
///     address: address.into(), service: "derby-homes".into(), part: None, audience: None, form: None,
/// };
/// let lines = [line("connectderby.co.uk/**"), line("/housing/*")];
/// assert_eq!(find(&lines, "www.derby.gov.uk", "/housing/apply").unwrap().address, "/housing/*");
/// assert_eq!(find(&lines, "connectderby.co.uk", "/a/b").unwrap().address, "connectderby.co.uk/**");
/// assert!(find(&lines, "www.derby.gov.uk", "/housing/apply/now").is_none());
/// ```
#[must_use]
pub fn find<'a>(placements: &'a [Placement], host: &str, path: &str) -> Option<&'a Placement> {
    let path = path
        .strip_suffix("index.html")
        .filter(|cut| cut.ends_with('/'))
        .unwrap_or(path);
    placements
        .iter()
        .find(|placement| placement.claims(host, path))
}

impl Placement {
    /// Says whether the page is one of this placement's, before the order of the file is asked. `path` names a folder by its
    /// slash.
    #[must_use]
    pub fn claims(&self, host: &str, path: &str) -> bool {
        let (pattern_host, pattern) = split(&self.address);
        (pattern_host.is_empty() || pattern_host.eq_ignore_ascii_case(host))
            && matches(pattern.as_bytes(), path.as_bytes())
    }
}

/// Splits an address pattern into host (empty: any) and path.
#[must_use]
pub fn split(address: &str) -> (&str, &str) {
    address.split_at(address.find('/').unwrap_or(address.len()))
}

/// Splits a page's address, as a browser shows it or as placements write it, into host (empty: any) and path: what placements are
/// held against. Scheme, port, query and fragment decide nothing there.
///
/// ```
/// use notice::placement::page;
/// assert_eq!(page("https://www.derby.gov.uk:8443/apply?step=2#form"), ("www.derby.gov.uk", "/apply"));
/// assert_eq!(page("www.derby.gov.uk?step=2"), ("www.derby.gov.uk", "/"));
/// assert_eq!(page("/apply"), ("", "/apply"));
/// ```
#[must_use]
pub fn page(address: &str) -> (&str, &str) {
    let address = address.trim();
    // Before the scheme is looked for: a query may hold an address of its own.
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let bare = &address[..end];
    let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    let (host, path) = split(bare);
    let host = host.split(':').next().unwrap_or_default();
    (host, if path.is_empty() { "/" } else { path })
}

/// Goes through the path once for each byte of the pattern, whatever stands in it: `www/deferred/placements.js` does the same
/// in the browser.
fn matches(pattern: &[u8], path: &[u8]) -> bool {
    // Whether what was read of the pattern can end before each byte of the path, or at its end.
    let mut ends = vec![false; path.len() + 1];
    ends[0] = true;
    let mut rest = pattern;
    while let [first, after @ ..] = rest {
        let mut next = vec![false; path.len() + 1];
        if *first == b'*' {
            let is_deep = after.first() == Some(&b'*');
            rest = &after[usize::from(is_deep)..];
            let mut open = false;
            for at in 0..=path.len() {
                open = ends[at] || (open && (is_deep || path[at - 1] != b'/'));
                next[at] = open;
            }
        } else {
            rest = after;
            for at in 0..path.len() {
                next[at + 1] = ends[at] && path[at] == *first;
            }
        }
        ends = next;
    }
    ends[path.len()]
}

/// Returns the longest part of an address pattern before its first `*`, cut at a slash: what the gate's filter holds.
///
/// ```
/// use notice::placement::literal_prefix;
/// assert_eq!(literal_prefix("/housing/*"), "/housing");
/// assert_eq!(literal_prefix("/demo/tenancy.html"), "/demo/tenancy.html");
/// assert_eq!(literal_prefix("connectderby.co.uk/**"), "connectderby.co.uk");
/// ```
#[must_use]
pub fn literal_prefix(address: &str) -> &str {
    match address.find('*') {
        Some(star) => &address[..address[..star].rfind('/').unwrap_or(0)],
        None => address.trim_end_matches('/'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn claims(address: &str, host: &str, path: &str) -> bool {
        let placement = Placement {
            address: address.into(),
            service: "any".into(),
            part: None,
            audience: None,
            form: None,
        };
        find(&[placement], host, path).is_some()
    }

    #[test]
    fn many_stars_end() {
        let path = ["/", &"a-".repeat(2000)].concat();
        assert!(!claims("/*-*-*-*-*-*-*-*-*x", "any", &path));
        assert!(claims("/*-*-*-*-*-*-*-*-*", "any", &path));
    }

    #[test]
    fn a_star_stops_at_a_slash_and_two_do_not() {
        assert!(claims("/housing/*", "h", "/housing/apply"));
        assert!(claims("/housing/*", "h", "/housing/"));
        assert!(!claims("/housing/*", "h", "/housing/apply/now"));
        assert!(!claims("/housing/*", "h", "/housing"));
        assert!(claims("/housing/**", "h", "/housing/apply/now"));
        assert!(claims("/*/apply", "h", "/housing/apply"));
        assert!(!claims("/*/apply", "h", "/a/b/apply"));
        assert!(claims("/**/apply", "h", "/a/b/apply"));
    }

    #[test]
    fn a_host_is_the_whole_host_in_any_case() {
        assert!(claims("Derby.gov.uk/a", "derby.GOV.uk", "/a"));
        assert!(!claims("derby.gov.uk/a", "www.derby.gov.uk", "/a"));
        assert!(!claims("derby.gov.uk/a", "derby.gov.uk.evil", "/a"));
        assert!(claims("/a", "any.host", "/a"));
    }

    #[test]
    fn a_page_is_its_host_and_path_however_its_address_is_written() {
        for address in [
            "h/a",
            "https://h/a",
            "HTTPS://h:8080/a?b=c",
            "h/a?",
            "h/a#b?c",
            "h/a?next=https://other/b",
            " h/a#https://other/b ",
        ] {
            assert_eq!(page(address), ("h", "/a"), "{address}");
        }
        for address in ["h", "h?a", "h:80#a", "http://h", "h/?a=/b"] {
            assert_eq!(page(address), ("h", "/"), "{address}");
        }
        assert_eq!(page("/a/?b"), ("", "/a/"));
        assert_eq!(page("/a/b%3Fc"), ("", "/a/b%3Fc"), "a part of the path");
    }

    #[test]
    fn an_index_page_is_its_folder() {
        assert!(claims("/a/", "h", "/a/index.html"));
        assert!(!claims("/a/", "h", "/a/myindex.html"));
    }

    #[test]
    fn the_first_line_wins() {
        let line = |service: &str| Placement {
            address: "/a".into(),
            service: service.into(),
            part: None,
            audience: None,
            form: None,
        };
        let lines = [line("first"), line("second")];
        assert_eq!(
            find(&lines, "h", "/a").map(|found| found.service.as_str()),
            Some("first")
        );
    }
}
