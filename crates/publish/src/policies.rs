//! The cookie policies of a site: its own, and those of partners whose pages show its notices. Each has a gate of its own, and
//! what the gate loads; the notices and the widget are shared.

use notice::cookies::Policy;
use source::parse::{Exemption, Source};

/// The gate's file, in the folder of its policy.
pub(crate) const GATE: &str = "council-notice.js";

/// Says whether a page names a gate: by its name, or by that of one release, which has a hash in it.
pub(crate) fn names_gate(html: &str) -> bool {
    let (name, end) = GATE.split_at(GATE.len() - ".js".len());
    html.match_indices(name).any(|(at, _)| {
        let rest = &html[at + name.len()..];
        let is_hashed = |rest: &str| {
            rest.starts_with('.')
                && rest
                    .get(1..9)
                    .is_some_and(|hash| hash.bytes().all(|it| it.is_ascii_hexdigit()))
        };
        rest.starts_with(end) || (is_hashed(rest) && rest[9..].starts_with(end))
    })
}

/// The file of the site's own policy, in `notices/`.
const OWN: &str = "cookies.toml";

/// Locates what is published for a policy: its gate, its page, its include.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PolicySite<'a> {
    /// The partner's; none for the site itself.
    id: Option<&'a str>,
    /// Its file in `notices/`.
    pub file: &'a str,
    pub policy: &'a Policy,
    /// Its categories that go without asking.
    pub exemptions: &'a [Exemption],
}

impl<'a> PolicySite<'a> {
    /// Lists every policy of a site, its own first.
    pub(crate) fn all(source: &'a Source) -> Vec<Self> {
        let own = Self {
            id: None,
            file: OWN,
            policy: &source.policy,
            exemptions: &source.exemptions,
        };
        let partners = source.partners.iter().map(|one| Self {
            id: Some(&one.id),
            file: &one.file,
            policy: &one.policy,
            exemptions: &one.exemptions,
        });
        [own].into_iter().chain(partners).collect()
    }

    /// Returns the folder of its gate, from the published root: nothing, or a name with a slash behind it.
    pub(crate) fn folder(self) -> String {
        self.id.map_or_else(String::new, |id| [id, "/"].concat())
    }

    /// Returns the path from that folder back to the published root.
    pub(crate) fn up(self) -> &'static str {
        self.id.map_or("", |_| "../")
    }

    /// Returns the folder of its page, within `notices/`.
    pub(crate) fn page(self) -> String {
        named(self.id, "cookies", "/")
    }

    /// Returns the path of its cookie bar as an include.
    pub(crate) fn include(self, language: &str) -> String {
        include(self.id, language)
    }
}

/// Returns the path of the cookie bar of a partner, or of the site, as an include.
pub(crate) fn include(partner: Option<&str>, language: &str) -> String {
    format!(
        "includes/{}.{language}.html",
        named(partner, "cookies", ".")
    )
}

fn named(partner: Option<&str>, name: &str, between: &str) -> String {
    let own = partner.map(|id| [between, id].concat());
    [name, &own.unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::names_gate;

    #[test]
    fn a_gate_is_known_by_either_name() {
        for page in [
            "<script src=council-notice.js>",
            "<script src=\"https://notices.example/friends/council-notice.0a1b2c3d.js\">",
            "about council-notice, then <script src=/council-notice.js?1>",
        ] {
            assert!(names_gate(page), "{page}");
        }
        for page in [
            "council-notice.d.ts",
            "council-notice.0a1b2c3.js",
            "council-notice.0a1b2c3d.css",
            "council-notice.0a1b2c3é.js",
            "council-notice",
        ] {
            assert!(!names_gate(page), "{page}");
        }
    }
}
