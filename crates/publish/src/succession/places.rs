//! Where a body that ends is named: its contacts and its addresses, in the notices and in `site.toml`.

use notice::{Controller, Notice};
use source::parse::File;

use super::FOLDER;

/// Names the file of what holds for the whole site.
const SITE: &str = "site.toml";

/// Domains that many share, and no body owns.
const SHARED: [&str; 9] = [
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

/// Lists the domains under which a controller's addresses stand: those of its own e-mail and of its officers'.
pub(super) fn domains(own: &[&Notice], email: Option<&str>) -> Vec<String> {
    let officers = own
        .iter()
        .filter_map(|notice| notice.officer.as_ref()?.contact.email.as_deref());
    let emails = email.into_iter().chain(officers);
    let mut domains: Vec<String> = emails
        .filter_map(|email| Some(email.rsplit_once('@')?.1.to_lowercase()))
        .collect();
    domains.retain(|domain| !SHARED.contains(&domain.as_str()));
    domains.sort_unstable();
    domains.dedup();
    domains
}

/// Says whether a text has an address at one of the domains, or below it.
fn is_at(text: &str, domains: &[String]) -> bool {
    let text = text.to_lowercase();
    domains.iter().any(|domain| {
        text.match_indices(domain.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            before.is_none_or(|mark| !mark.is_alphanumeric() && mark != '-')
        })
    })
}

/// Finds the tables of `controllers.toml` that speak of a body, by its name or by a domain of its own, and the lines of
/// `site.toml` that do, or that have it decide for the site.
pub(super) fn contacts(files: &[File], controller: &Controller, domains: &[String]) -> Vec<String> {
    let name = controller.contact.name.as_str();
    let mut found: Vec<String> = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.ends_with("controllers.toml"))
    {
        let mut table = "";
        for line in file.text.lines() {
            if let Some(head) = line.strip_prefix('[') {
                table = head.trim_end_matches(']');
            }
            let names = line.contains(name) || is_at(line, domains);
            let entry = format!("{} [{table}]", file.name);
            if names && !table.is_empty() && !found.contains(&entry) {
                found.push(entry);
            }
        }
    }
    let key = format!("\"{}\"", controller.id);
    for file in files.iter().filter(|file| file.path == SITE) {
        for (line, at) in file.text.lines().zip(1..) {
            let Some((head, value)) = line.split_once('=') else {
                continue;
            };
            let head = head.trim();
            let is_key = head == "controller" && value.trim().starts_with(&key);
            if !head.starts_with('#') && (is_key || value.contains(name) || is_at(value, domains)) {
                found.push(format!("{}:{at} {head}", file.name));
            }
        }
    }
    found
}

/// Finds addresses at the domains, each once, with every place where it stands.
pub(super) fn addresses(files: &[File], domains: &[String]) -> Vec<(String, String)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let text = files.iter().filter(|file| {
        let is_words = file.path.starts_with("strings/") || file.path == "facts.toml";
        !is_words && !file.path.starts_with(FOLDER)
    });
    for file in text {
        for (line, at) in file.text.lines().zip(1..) {
            let ends = |mark: char| mark.is_whitespace() || "\"'<>()[]{},;".contains(mark);
            for word in line.split(ends) {
                // A slash at the end belongs to an address.
                let word = word.trim_end_matches(['.', ':', '!', '?']);
                let lower = word.to_lowercase();
                let is_address =
                    word.contains('@') || word.contains("://") || lower.starts_with("www.");
                if !is_address || !is_at(&lower, domains) {
                    continue;
                }
                let place = format!("{}:{at}", file.name);
                let known = found
                    .iter_mut()
                    .find(|(known, _)| known.eq_ignore_ascii_case(word));
                match known {
                    Some((_, places)) if places.contains(&place) => {}
                    Some((_, places)) => places.push(place),
                    None => found.push((word.to_owned(), vec![place])),
                }
            }
        }
    }
    let joined = |(address, places): (String, Vec<String>)| (address, places.join(", "));
    found.into_iter().map(joined).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_that_many_share_is_no_bodys_own() {
        let of = |email| domains(&[], Some(email));
        assert_eq!(of("DPO@Old.gov.uk"), ["old.gov.uk"]);
        assert!(of("old.surgery@nhs.net").is_empty());
    }

    #[test]
    fn every_place_of_an_address_is_told() {
        let file = |path: &str, text: &str| File {
            path: path.to_owned(),
            name: path.to_owned(),
            text: text.to_owned(),
        };
        let files = [
            file(
                "bins.md",
                "Write to bins@old.gov.uk.\n\nOr: BINS@old.gov.uk, see https://www.old.gov.uk/bins/.\n",
            ),
            file("parks.md", "<bins@old.gov.uk> or x@told.gov.uk"),
            file(
                SITE,
                "name = \"Us\"\naddress = \"https://notices.old.gov.uk/\"\n",
            ),
        ];
        let told = addresses(&files, &["old.gov.uk".to_owned()]);
        let told: Vec<(&str, &str)> = told.iter().map(|(one, two)| (&**one, &**two)).collect();
        assert_eq!(
            told,
            [
                ("bins@old.gov.uk", "bins.md:1, bins.md:3, parks.md:1"),
                ("https://www.old.gov.uk/bins/", "bins.md:3"),
                ("https://notices.old.gov.uk/", "site.toml:2"),
            ]
        );
    }
}
