//! What the security policy that is published for a site's own pages refuses in them: a browser says so in its console alone, and
//! whoever wrote the page wonders why it looks plain.

mod linked;
mod refusal;
mod security_policy;
mod style_sheet;

use std::collections::{BTreeMap, BTreeSet};

use linked::style_sheets;
use refusal::{of_address, refusal};
use security_policy::{SecurityPolicy, scheme};
use style_sheet::Named;

use super::{
    Site,
    elements::{Element, elements},
    headers::{self, matches},
};

/// Lists what is refused in the pages of `public/` and in the style sheets that they take, a line each kind: file and lines, what it
/// is, and what to do. `address` is where the site is published.
pub(crate) fn in_pages(site: &Site, address: Option<&str>) -> Vec<String> {
    let pages = || {
        let all = site.public.iter();
        all.filter(|(path, _)| path.ends_with(".html"))
    };
    let texts = pages().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let policies = headers::policies(texts, site.settings.files.as_deref().unwrap_or_default());
    let mut told = Vec::new();
    // One that several pages take is told once.
    let mut sheets = BTreeMap::<&str, Refusals>::new();
    for (path, bytes) in pages() {
        let at = format!("/{path}");
        let Some((_, policy)) = policies.iter().find(|(pattern, _)| matches(pattern, &at)) else {
            continue;
        };
        let policy = SecurityPolicy::of(policy, address);
        let elements = elements(&String::from_utf8_lossy(bytes));
        told.extend(in_page(&elements, &policy).told(path));
        for (sheet, names) in style_sheets(&site.public, path, &elements, address) {
            let refused = sheets.entry(sheet).or_default();
            names
                .iter()
                .for_each(|name| refused.add_named(name, &policy));
        }
    }
    told.extend(sheets.iter().flat_map(|(path, refused)| refused.told(path)));
    told
}

/// What is refused in a file, with the lines on which it stands.
#[derive(Default)]
struct Refusals(BTreeMap<String, BTreeSet<u64>>);

impl Refusals {
    fn add(&mut self, refusal: String, line: u64) {
        self.0.entry(refusal).or_default().insert(line);
    }

    /// Adds what a style sheet names, where the policy of a page that takes it refuses that.
    fn add_named(&mut self, name: &Named, policy: &SecurityPolicy<'_>) {
        let (directive, what) = name.kind.directive();
        if let Some(refusal) = of_address(policy, directive, what, &name.address) {
            self.add(refusal, name.line);
        }
    }

    /// Writes a line for each, in the order of the file.
    fn told(&self, path: &str) -> Vec<String> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by_key(|(_, lines)| lines.first());
        let all = all.into_iter();
        all.map(|(refusal, lines)| format!("public/{path}, {}: {refusal}", counted(lines)))
            .collect()
    }
}

/// Finds what a policy refuses in a page.
fn in_page(elements: &[Element], policy: &SecurityPolicy<'_>) -> Refusals {
    let mut found = Refusals::default();
    for element in elements {
        let inline = inline(element, policy);
        for refusal in inline.into_iter().chain(fetched(element, policy)) {
            found.add(refusal, element.line);
        }
    }
    found
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
            if !address.is_empty() && !is_script(address) {
                found.extend(of_address(policy, directive, what, address));
            }
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

/// Writes numbers of lines: `line 3`, `lines 3, 7 and 9`; of very many the first.
fn counted(lines: &BTreeSet<u64>) -> String {
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
