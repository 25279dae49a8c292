//! Where a body that ends is named: its contacts and its addresses, in the notices and in `site.toml`.

use law::Domains;
use notice::{Contact, Controller};
use source::parse::{File, Settings, Source};

use super::FOLDER;

/// Names the file of what holds for the whole site.
const SITE: &str = "site.toml";

/// Returns the domains of a controller: those of its own e-mail and web address, and that of the site, where it decides for the site.
/// An officer's is none of them: that may be another body's, or a firm's.
pub(super) fn domains(source: &Source, settings: &Settings, controller: &Controller) -> Domains {
    let others = source.controllers.iter().map(|(other, _)| other);
    let others = others.filter(|other| other.id != controller.id);
    let is_its = settings.controller.as_ref() == Some(&controller.id);
    let site = settings.address.as_deref().filter(|_| is_its);
    Domains::of(
        said(&controller.contact).chain(site),
        others.flat_map(|other| said(&other.contact)),
    )
}

/// Lists the e-mail addresses of the other controllers and of their officers, but for an officer that they share with this one.
pub(super) fn others(source: &Source, controller: &Controller) -> Vec<String> {
    let emails = |is_its: bool| {
        let bodies = source.controllers.iter();
        let bodies = bodies.filter(move |(body, _)| (body.id == controller.id) == is_its);
        bodies.flat_map(|(body, officer)| {
            let officer = officer.iter().map(|officer| &officer.contact);
            let contacts = officer.chain([&body.contact]);
            contacts.filter_map(|contact| contact.email.as_ref())
        })
    };
    let others = emails(false).filter(|email| !emails(true).any(|own| own == *email));
    others.cloned().collect()
}

/// Lists the addresses on the internet that a contact gives.
fn said(contact: &Contact) -> impl Iterator<Item = &str> {
    let web = contact.web.iter().map(|web| web.url.as_str());
    contact.email.as_deref().into_iter().chain(web)
}

/// Says of a controller whose own addresses cannot be told from others what to do, or where to look oneself.
pub(super) fn untold(controller: &Controller, domains: &Domains) -> Option<String> {
    let id = &controller.id;
    if domains.is_empty() {
        return Some(format!(
            "notices/controllers.toml gives [{id}] no `email` and no `web` of its own, so none of its addresses are told: write one of them, \
             as in web = {{ text = \"example.org\", url = \"https://www.example.org/\" }}"
        ));
    }
    let shared = domains.shared();
    (!shared.is_empty()).then(|| {
        format!(
            "{} is a domain of another controller in notices/controllers.toml, too, so addresses there are not told as those of [{id}]: look \
             through them yourself",
            shared.join(", ")
        )
    })
}

/// Finds the tables of `controllers.toml` that speak of a body, by its name or by a domain of its own, and the lines of
/// `site.toml` that do, or that have it decide for the site.
pub(super) fn contacts(files: &[File], controller: &Controller, domains: &Domains) -> Vec<String> {
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
            let names = line.contains(name) || domains.is_named_in(line);
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
            if !head.starts_with('#')
                && (is_key || value.contains(name) || domains.is_named_in(value))
            {
                found.push(format!("{}:{at} {head}", file.name));
            }
        }
    }
    found
}

/// Finds addresses at the domains, each once, with every place where it stands.
pub(super) fn addresses(files: &[File], domains: &Domains) -> Vec<(String, String)> {
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
                if !is_address || !domains.is_named_in(word) {
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
        let told = addresses(&files, &Domains::of(["post@old.gov.uk"], []));
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
