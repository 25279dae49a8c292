//! What the security policy that is published for a site's own pages refuses in them: a browser says so in its console alone, and
//! whoever wrote the page wonders why it looks plain.

mod security_policy;

use std::{collections::BTreeMap, path::Path};

use security_policy::{SecurityPolicy, origin, scheme};

use super::{
    Error, Site,
    elements::{Element, elements},
    headers::{self, matches},
    read_site,
};

/// Lists what is refused in the pages of `public/`, a line each kind: file and lines, what it is, and what to do. `address` is
/// where the site is published.
pub(crate) fn in_pages(site: &Site, address: Option<&str>) -> Vec<String> {
    let pages = || {
        let all = site.public.iter();
        all.filter(|(path, _)| path.ends_with(".html"))
    };
    let texts = pages().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let policies = headers::policies(texts, site.settings.files.as_deref().unwrap_or_default());
    let told = pages().flat_map(|(path, bytes)| {
        let at = format!("/{path}");
        let policy = policies.iter().find(|(pattern, _)| matches(pattern, &at));
        let policy = policy.map(|(_, policy)| SecurityPolicy::of(policy, address));
        let found = policy.map(|policy| in_page(&String::from_utf8_lossy(bytes), &policy));
        found
            .unwrap_or_default()
            .into_iter()
            .map(move |(refusal, lines)| format!("public/{path}, {}: {refusal}", counted(&lines)))
    });
    told.collect()
}

/// Lists the same for the site folder `root`, as it would be published where `site.toml` says.
///
/// # Errors
/// Those of [`read_site`].
pub fn refused_in_pages(root: &Path) -> Result<Vec<String>, Error> {
    let site = read_site(root)?;
    Ok(in_pages(&site, site.settings.address.as_deref()))
}

/// Finds what a policy refuses in a page, with the lines on which it stands.
fn in_page(html: &str, policy: &SecurityPolicy<'_>) -> Vec<(String, Vec<u64>)> {
    let mut found = BTreeMap::<String, Vec<u64>>::new();
    for element in elements(html) {
        let inline = inline(&element, policy);
        for refusal in inline.into_iter().chain(fetched(&element, policy)) {
            let lines = found.entry(refusal).or_default();
            if lines.last() != Some(&element.line) {
                lines.push(element.line);
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, lines)| lines.first().copied());
    found
}

/// Writes a refusal: what is refused, by what, and what to do instead.
fn refusal(what: &str, directive: &str, remedy: &str) -> String {
    format!(
        "{what}, which the security policy that is published with the page refuses ({directive}): {remedy}"
    )
}

/// Lists refusals of what stands in the page itself.
fn inline(element: &Element, policy: &SecurityPolicy<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let name = element.name.as_str();
    let text = element.text.as_str();
    if name == "style" && !text.trim().is_empty() && !policy.allows_text("style-src", text) {
        found.push(refusal(
            "a <style> element",
            "style-src",
            "put its rules into a style sheet in public/, and name that by <link rel=\"stylesheet\">",
        ));
    }
    if name == "script"
        && runs(element)
        && element.attribute("src").is_none()
        && !text.trim().is_empty()
        && !policy.allows_text("script-src", text)
    {
        found.push(refusal(
            "a script within the page",
            "script-src",
            "put it into a file in public/, and name that by <script src>",
        ));
    }
    for (attribute, value) in element.attributes() {
        if attribute == "style" && !value.trim().is_empty() && !policy.allows_attribute("style-src")
        {
            found.push(refusal(
                "a style attribute",
                "style-src",
                "give the element a class, and the rules to a style sheet in public/",
            ));
        }
        if is_event(attribute) && !policy.allows_attribute("script-src") {
            found.push(refusal(
                &format!("the attribute {attribute}"),
                "script-src",
                "have a script file in public/ listen for the event",
            ));
        }
        if ADDRESSES.contains(&attribute)
            && is_script(value)
            && !policy.allows_attribute("script-src")
        {
            found.push(refusal(
                "a javascript: address",
                "script-src",
                "write a <button>, and have a script file in public/ listen for its click",
            ));
        }
    }
    found
}

/// Attributes whose address may be a script.
const ADDRESSES: [&str; 5] = ["href", "xlink:href", "action", "formaction", "src"];

/// Says whether an attribute listens for an event, as `onclick` does.
fn is_event(name: &str) -> bool {
    let event = name.strip_prefix("on");
    event
        .is_some_and(|event| event.len() > 2 && event.bytes().all(|mark| mark.is_ascii_lowercase()))
}

fn is_script(address: &str) -> bool {
    // Browsers pass over these.
    let plain = address.replace(['\t', '\n', '\r'], "");
    let plain = plain.trim_start_matches(|mark: char| mark <= ' ');
    scheme(plain).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript"))
}

/// Says whether a script is one: at once, or when the visitor's choice allows it. Data is none.
fn runs(script: &Element) -> bool {
    let kind = script.attribute("type").unwrap_or_default().trim();
    let kind = kind.to_ascii_lowercase();
    script.attribute("data-category").is_some()
        || kind.is_empty()
        || ["module", "importmap", "speculationrules"].contains(&kind.as_str())
        || kind.ends_with("javascript")
        || kind.ends_with("ecmascript")
}

/// Lists refusals of what an element fetches, or sends to.
fn fetched(element: &Element, policy: &SecurityPolicy<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (attribute, directive, what) in sent_for(element) {
        for address in values(element, attribute) {
            let address = address.trim();
            if address.is_empty() || is_script(address) || policy.allows_address(directive, address)
            {
                continue;
            }
            found.push(refusal(
                &[what, &from(directive, address)].concat(),
                directive,
                &remedy(directive, address),
            ));
        }
    }
    found
}

/// Lists the attributes of an element that hold an address which a policy has a say in, with its directive and what it is called.
fn sent_for(element: &Element) -> Vec<(&'static str, &'static str, &'static str)> {
    let image = ("src", "img-src", "an image");
    match element.name.as_str() {
        "script" if runs(element) => vec![("src", "script-src", "a script")],
        "link" => link(element).into_iter().collect(),
        "img" => vec![image, ("srcset", "img-src", "an image")],
        "input" => vec![image, ("formaction", "form-action", "a form that is sent")],
        "image" => vec![("href", "img-src", "an image")],
        "source" => vec![
            ("src", "media-src", "a film or sound"),
            ("srcset", "img-src", "an image"),
        ],
        "video" | "audio" | "track" => vec![
            ("src", "media-src", "a film or sound"),
            ("poster", "img-src", "an image"),
        ],
        "iframe" | "frame" => vec![("src", "frame-src", "a frame")],
        "object" => vec![("data", "object-src", "an embedded object")],
        "embed" => vec![("src", "object-src", "an embedded object")],
        "form" => vec![("action", "form-action", "a form that is sent")],
        "button" => vec![("formaction", "form-action", "a form that is sent")],
        "base" => vec![("href", "base-uri", "a <base>")],
        _ => Vec::new(),
    }
}

fn link(element: &Element) -> Option<(&'static str, &'static str, &'static str)> {
    let kinds = element.attribute("rel")?.to_ascii_lowercase();
    let preloaded = element.attribute("as").unwrap_or_default();
    let of = |kind| match kind {
        "stylesheet" => Some(("style-src", "a style sheet")),
        "icon" | "apple-touch-icon" => Some(("img-src", "an image")),
        "manifest" => Some(("manifest-src", "a manifest")),
        "modulepreload" => Some(("script-src", "a script")),
        "preload" => match preloaded.to_ascii_lowercase().as_str() {
            "script" => Some(("script-src", "a script")),
            "style" => Some(("style-src", "a style sheet")),
            "image" => Some(("img-src", "an image")),
            "font" => Some(("font-src", "a font")),
            "video" | "audio" | "track" => Some(("media-src", "a film or sound")),
            _ => None,
        },
        _ => None,
    };
    let (directive, what) = kinds.split_ascii_whitespace().find_map(of)?;
    Some(("href", directive, what))
}

/// Lists the addresses of an attribute: also those that wait for a choice, as `data-src` does where there is a `data-category`.
fn values<'a>(element: &'a Element, attribute: &str) -> Vec<&'a str> {
    let waits = element.attribute("data-category").is_some();
    let names = [
        attribute.to_owned(),
        format!("data-{attribute}"),
        format!("data-council-{attribute}"),
    ];
    let names = names.iter().take(if waits { 3 } else { 1 });
    let values = names.filter_map(|name| element.attribute(name));
    if attribute != "srcset" {
        return values.collect();
    }
    // Each with a width or a density behind it.
    values
        .flat_map(|all| all.split_ascii_whitespace())
        .map(|one| one.trim_matches(','))
        .filter(|one| one.contains('/') || one.contains('.'))
        .collect()
}

/// Says where it comes from, or goes to, where that is not the page's own host.
fn from(directive: &str, address: &str) -> String {
    let word = if directive == "form-action" {
        "to"
    } else {
        "from"
    };
    match scheme(address) {
        None => String::new(),
        Some(scheme) if address.contains("//") => {
            let known = if scheme.is_empty() { "https:" } else { "" };
            format!(" {word} {known}{}", origin(address))
        }
        Some(scheme) => format!(" {word} a {scheme}: address"),
    }
}

fn remedy(directive: &str, address: &str) -> String {
    let policy = match scheme(address) {
        None => format!("have your server send the page a policy with {directive} 'self'"),
        Some(scheme) if !address.contains("//") => {
            format!("have your server send the page a policy whose {directive} has {scheme}:")
        }
        Some(_) => format!(
            "have your server send the page a policy whose {directive} has {}",
            origin(address).trim_start_matches("//")
        ),
    };
    match (directive, scheme(address)) {
        ("base-uri", _) => {
            "take it away, and write the addresses as they are without it".to_owned()
        }
        ("form-action", _) | (_, None) => policy,
        ("frame-src" | "object-src", Some(_)) => format!("link to it, or {policy}"),
        _ => format!("put the file into public/, or {policy}"),
    }
}

/// Writes numbers of lines: `line 3`, `lines 3, 7 and 9`; of very many the first.
fn counted(lines: &[u64]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<String> = lines.iter().take(SHOWN).map(u64::to_string).collect();
    match (shown.split_last(), lines.len() > SHOWN) {
        (_, true) => format!(
            "lines {} and {} more",
            shown.join(", "),
            lines.len() - SHOWN
        ),
        (Some((last, [])), _) => format!("line {last}"),
        (Some((last, others)), _) => format!("lines {} and {last}", others.join(", ")),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
mod tests;
