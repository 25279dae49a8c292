//! A Content-Security-Policy, as far as the pages of a site meet it.

use crate::cookie_include::hash;

/// Directives that stand for themselves: where they are not in a policy, all is allowed.
const ALONE: [&str; 2] = ["form-action", "base-uri"];

/// A policy, by its directives.
pub(super) struct SecurityPolicy<'a> {
    directives: Vec<(&'a str, Vec<&'a str>)>,
    /// Where the page is published, as far as that is known: its own host, written out.
    own: Option<&'a str>,
}

impl<'a> SecurityPolicy<'a> {
    pub(super) fn of(text: &'a str, own: Option<&'a str>) -> Self {
        let directives = text.split(';').filter_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            Some((words.next()?, words.collect()))
        });
        Self {
            directives: directives.collect(),
            own: own.map(origin),
        }
    }

    /// Returns what a directive allows; nothing where it restricts nothing.
    fn sources(&self, directive: &str) -> Option<&[&'a str]> {
        let find = |name: &str| self.directives.iter().find(|(known, _)| *known == name);
        let found = find(directive).or_else(|| {
            let fallback = !ALONE.contains(&directive);
            fallback.then(|| find("default-src")).flatten()
        });
        found.map(|(_, sources)| sources.as_slice())
    }

    /// Says whether a script or a style may stand in the page with that text.
    pub(super) fn allows_text(&self, directive: &str, text: &str) -> bool {
        self.allows_attribute(directive)
            || self
                .sources(directive)
                .is_some_and(|all| all.contains(&hash(text).as_str()))
    }

    /// Says whether scripts or styles may stand in attributes.
    pub(super) fn allows_attribute(&self, directive: &str) -> bool {
        self.sources(directive)
            .is_none_or(|all| all.contains(&"'unsafe-inline'"))
    }

    /// Says whether something may come from an address, or go there.
    pub(super) fn allows_address(&self, directive: &str, address: &str) -> bool {
        let Some(sources) = self.sources(directive) else {
            return true;
        };
        let Some(scheme) = scheme(address) else {
            return sources.contains(&"'self'") || sources.contains(&"*");
        };
        // A frame without an address of its own is the page's.
        if scheme.eq_ignore_ascii_case("about") {
            return true;
        }
        sources.iter().any(|source| match *source {
            "*" => is_web(scheme),
            "'self'" => self.own.is_some_and(|own| is_same_host(own, address)),
            source if source.ends_with(':') => {
                source[..source.len() - 1].eq_ignore_ascii_case(scheme)
            }
            source if source.ends_with('/') => address.starts_with(source),
            source => is_same_host(source, address),
        })
    }
}

/// Says whether two addresses have one scheme, host and port; `*` stands for any port, and `//` for either scheme.
fn is_same_host(source: &str, address: &str) -> bool {
    let (source, address) = (origin(source), origin(address));
    let (one, other) = match address.strip_prefix("//") {
        Some(host) => (source.split_once("//").map_or(source, |it| it.1), host),
        None => (source, address),
    };
    match one.strip_suffix(":*") {
        Some(host) => other.strip_prefix(host).is_some_and(|rest| {
            rest.strip_prefix(':')
                .is_none_or(|port| port.bytes().all(|it| it.is_ascii_digit()))
                && (rest.is_empty() || rest.starts_with(':'))
        }),
        None => one.eq_ignore_ascii_case(other),
    }
}

/// Returns an address without its path: `https://www.example`.
pub(super) fn origin(address: &str) -> &str {
    let start = address.find("//").map_or(0, |at| at + 2);
    let end = address[start..].find(['/', '?', '#']);
    &address[..end.map_or(address.len(), |at| start + at)]
}

/// Returns the scheme of an address that has one: `https`, and nothing for either kind of web address (`//host`); none for
/// an address on the page's own host.
pub(super) fn scheme(address: &str) -> Option<&str> {
    if address.starts_with("//") {
        return Some("");
    }
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|mark: char| mark.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|mark| mark.is_ascii_alphanumeric() || b"+-.".contains(&mark));
    is_scheme.then_some(scheme)
}

fn is_web(scheme: &str) -> bool {
    ["", "http", "https"]
        .iter()
        .any(|web| web.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' http://localhost:* https://files.example/n/ 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; img-src 'self' data:; form-action 'self'";

    #[test]
    fn addresses_are_held_against_their_directive() {
        let policy = SecurityPolicy::of(POLICY, Some("https://notices.example/council/"));
        for (directive, address) in [
            ("img-src", "a.png"),
            ("img-src", "/a.png?x=https://other.example"),
            ("img-src", "data:image/png;base64,AA"),
            ("img-src", "https://notices.example/a.png"),
            ("img-src", "HTTPS://Notices.Example"),
            ("img-src", "//notices.example/a.png"),
            ("script-src", "http://localhost:8080/a.js"),
            ("script-src", "http://localhost/a.js"),
            ("script-src", "https://files.example/n/a.js"),
            ("frame-src", "about:blank"),
            ("base-uri", "https://any.example"),
            ("form-action", "?"),
        ] {
            assert!(policy.allows_address(directive, address), "{address}");
        }
        for (directive, address) in [
            ("media-src", "film.mp4"),
            ("img-src", "https://notices.example.evil/a.png"),
            ("img-src", "http://notices.example/a.png"),
            ("img-src", "https://notices.example:8443/a.png"),
            ("img-src", "//other.example/a.png"),
            ("script-src", "data:text/javascript,1"),
            ("script-src", "http://localhost.example/a.js"),
            ("script-src", "https://files.example/m/a.js"),
            ("form-action", "mailto:a@b.example"),
        ] {
            assert!(!policy.allows_address(directive, address), "{address}");
        }
        let unknown = SecurityPolicy::of(POLICY, None);
        assert!(!unknown.allows_address("img-src", "https://notices.example/a.png"));
    }

    #[test]
    fn inline_text_is_allowed_by_its_hash_and_attributes_are_not() {
        let policy = SecurityPolicy::of(POLICY, None);
        assert!(policy.allows_text("script-src", "abc"));
        assert!(!policy.allows_text("script-src", "abd"));
        assert!(!policy.allows_text("style-src", "abc"));
        assert!(!policy.allows_attribute("script-src"));
        let open = SecurityPolicy::of("style-src 'unsafe-inline'", None);
        assert!(open.allows_attribute("style-src") && open.allows_text("style-src", "a"));
        assert!(open.allows_attribute("script-src"), "nothing restricts it");
    }
}
