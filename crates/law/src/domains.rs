//! Whose an internet domain is: by what a body says of itself, never by whom else it names.

/// Domains that many share, and no body owns.
const SHARED: [&str; 14] = [
    "gov.uk",
    "nhs.uk",
    "police.uk",
    "facebook.com",
    "sites.google.com",
    "nhs.net",
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "hotmail.co.uk",
    "yahoo.co.uk",
    "btinternet.com",
    "icloud.com",
];

/// The domains of one body, beside those of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Domains {
    own: Vec<String>,
    /// Those of other bodies, which may lie below one of its own.
    others: Vec<String>,
    /// Those that it would have for its own, and others use as well.
    shared: Vec<String>,
}

impl Domains {
    /// Reads the domains of e-mail and web addresses: `own` are those that the body says of itself, `others` those that other bodies
    /// say of themselves. What both use is nobody's own.
    #[must_use]
    pub fn of<'a>(
        own: impl IntoIterator<Item = &'a str>,
        others: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let others = sorted(others);
        let (shared, own) = sorted(own)
            .into_iter()
            .partition(|domain| others.contains(domain));
        Self {
            own,
            others,
            shared,
        }
    }

    /// Returns the domain of its own that a host is, or lies below. Of several the longest counts, and that may be another's.
    #[must_use]
    pub fn own_of(&self, host: &str) -> Option<&str> {
        let host = host.to_lowercase();
        let longest = |all: &'_ [String]| {
            let above = all.iter().filter(|domain| is_below(&host, domain));
            above.map(String::len).max()
        };
        let length = longest(&self.own)?;
        let is_own = longest(&self.others).is_none_or(|other| other < length);
        let mut own = self.own.iter().filter(|domain| is_below(&host, domain));
        own.find(|domain| is_own && domain.len() == length)
            .map(String::as_str)
    }

    /// Says whether a text names a host that is its own.
    #[must_use]
    pub fn is_named_in(&self, text: &str) -> bool {
        let mut hosts = text.split(|mark: char| !mark.is_alphanumeric() && !"-.".contains(mark));
        hosts.any(|host| self.own_of(host.trim_matches('.')).is_some())
    }

    /// Says whether it has none of its own, and none that it shares.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.own.is_empty() && self.shared.is_empty()
    }

    /// Lists the domains that it uses, and another body as well.
    #[must_use]
    pub fn shared(&self) -> &[String] {
        &self.shared
    }
}

/// Reads the domain of each address, once; those that many share are left out.
fn sorted<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut domains: Vec<String> = addresses.into_iter().filter_map(domain).collect();
    domains.retain(|domain| !SHARED.contains(&domain.as_str()));
    domains.sort_unstable();
    domains.dedup();
    domains
}

/// Reads the domain of an e-mail or a web address. A page at `www.` says that what is behind it is the body's.
fn domain(address: &str) -> Option<String> {
    let behind = match address.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next()?,
        None => address.rsplit_once('@')?.1,
    };
    let host = behind.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_end_matches('.').to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.contains('.').then(|| host.to_owned())
}

/// Says whether a host is a domain, or lies below it.
fn is_below(host: &str, domain: &str) -> bool {
    let below = host.strip_suffix(domain);
    below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{Domains, domain};

    #[test]
    fn a_domain_is_read_from_an_e_mail_or_a_web_address() {
        for (address, wanted) in [
            ("DPO@Old.gov.uk", Some("old.gov.uk")),
            ("https://www.old.gov.uk/privacy?a@b", Some("old.gov.uk")),
            (
                "https://notices.old.gov.uk:8443/",
                Some("notices.old.gov.uk"),
            ),
            ("01332 640763", None),
            ("clerk@localhost", None),
        ] {
            assert_eq!(domain(address).as_deref(), wanted, "{address}");
        }
    }

    #[test]
    fn a_domain_that_many_share_is_no_bodys_own() {
        for address in [
            "old.surgery@nhs.net",
            "https://www.gov.uk/old-agency",
            "https://www.facebook.com/oldtown",
        ] {
            assert!(Domains::of([address], []).is_empty(), "{address}");
        }
    }

    #[test]
    fn an_address_is_of_the_body_whose_domain_is_the_longest() {
        let own = |mine: &[&str], theirs: &[&str], host: &str| {
            let domains = Domains::of(mine.iter().copied(), theirs.iter().copied());
            domains.own_of(host).map(str::to_owned)
        };
        let (old, homes) = ("post@old.gov.uk", "post@homes.old.gov.uk");
        let is = |domain: &str| Some(domain.to_owned());
        assert_eq!(own(&[old], &[], "Bins.old.gov.uk"), is("old.gov.uk"));
        assert_eq!(own(&[old], &[], "told.gov.uk"), None);
        assert_eq!(own(&[old], &[], "old.gov.uk.example"), None);
        assert_eq!(own(&[old], &[homes], "homes.old.gov.uk"), None);
        assert_eq!(own(&[old], &[homes], "a.homes.old.gov.uk"), None);
        assert_eq!(own(&[old], &[homes], "bins.old.gov.uk"), is("old.gov.uk"));
        assert_eq!(
            own(&[homes], &[old], "homes.old.gov.uk"),
            is("homes.old.gov.uk")
        );
        assert_eq!(own(&[old], &["dpo@old.gov.uk"], "old.gov.uk"), None);
    }

    #[test]
    fn a_text_names_a_domain_as_a_whole_host() {
        let domains = Domains::of(["post@old.gov.uk"], []);
        for text in [
            "Write to bins@old.gov.uk.",
            "<https://WWW.old.gov.uk/bins>",
            "see old.gov.uk",
        ] {
            assert!(domains.is_named_in(text), "{text}");
        }
        for text in [
            "x@told.gov.uk",
            "x@very-old.gov.uk",
            "x@old.gov.ukraine.example",
            "old gov uk",
        ] {
            assert!(!domains.is_named_in(text), "{text}");
        }
    }
}
