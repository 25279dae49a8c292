//! `council-notice audit`: a page's form held against its notice, from the page's HTML alone.

use std::{io, path::Path, process::Command};

use notice::{
    audit::{AuditReport, AuditTerms, Control, UNGATED, audit, gather},
    placement,
};
use scraper::{ElementRef, Html, Selector, error::SelectorErrorKind};
use source::parse::{self, Source};

use super::{load, read};

/// Names the notice that a page shows, for pages whose tag and `placements.toml` do not say, or are to be overruled.
#[derive(Clone, Debug, Default)]
pub struct AuditTarget {
    /// Id of the notice.
    pub service: Option<String>,
    /// The part of the service.
    pub part: Option<String>,
    /// The readers that the page is for.
    pub audience: Option<String>,
    /// CSS selector of the form.
    pub form: Option<String>,
    /// Where the page is published: host and path, `www.derby.gov.uk/complain`, or the address as a browser shows it.
    pub address: Option<String>,
}

/// Why a page could not be audited.
// What the members of each are its message says.
#[allow(missing_docs)]
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The notices are not right themselves.
    #[error("{0}")]
    Notices(#[from] parse::Problems),
    /// The page cannot be read.
    #[error("cannot read {name}: {error}")]
    Read { name: String, error: io::Error },
    /// The page cannot be fetched.
    #[error(
        "cannot fetch {address}: {said}\n  help: save the page in the browser and audit the file"
    )]
    Fetch { address: String, said: String },
    /// Nothing says which notice speaks for the page.
    #[error(
        "the page names no notice, and {}\n  help: name one with --service (and --part, --audience), or the page's address with --address",
        unclaimed(.0.as_deref())
    )]
    NoNotice(Option<String>),
    /// There is no such notice, part or audience.
    #[error("there is no notice “{0}” with that part or audience")]
    Unknown(String),
    /// The form is asked for by what is no CSS selector.
    #[error("“{selector}” is not a CSS selector: {why}")]
    Selector { selector: String, why: String },
    /// The page has no such form.
    #[error(
        "there is no form {0} on the page\n  help: a page that makes its form by script has to be audited in the browser, with ?council-notice=audit"
    )]
    NoForm(String),
}

/// Says under which address no placement was found: that of the page without what does not count.
fn unclaimed(address: Option<&str>) -> String {
    address.map_or_else(
        || "nothing says which address it has".to_owned(),
        |address| format!("no placement claims {address}"),
    )
}

/// Audits a page: the path of a file, `-` for the standard input, or an http(s) address.
///
/// # Errors
/// What is missing to do so; see [`AuditError`].
pub fn audit_page(
    notices: &Path,
    page: &str,
    wanted: &AuditTarget,
) -> Result<AuditReport, AuditError> {
    let source = load(notices)?;
    let mut wanted = wanted.clone();
    let html = if let Some((_, rest)) = page.split_once("://") {
        let address = rest.split(['?', '#']).next().unwrap_or_default();
        wanted.address.get_or_insert_with(|| address.to_owned());
        let fetched = fetch(page).map_err(|said| AuditError::Fetch {
            address: page.to_owned(),
            said,
        })?;
        String::from_utf8_lossy(&fetched).into_owned()
    } else if page == "-" {
        read::standard_input().map_err(|error| unread("the standard input", error))?
    } else {
        read::text(page).map_err(|error| unread(page, error))?
    };
    audit_html(&source, &html, &wanted)
}

fn unread(name: &str, error: io::Error) -> AuditError {
    AuditError::Read {
        name: name.to_owned(),
        error,
    }
}

/// Fetches an address by curl: it is there wherever Rust was installed, knows proxies and certificates, and spares this
/// program a TLS stack of its own.
///
/// # Errors
/// What curl says.
pub(super) fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let arguments = [
        "--fail",
        "--silent",
        "--show-error",
        "--location",
        "--max-time",
        "30",
        "--proto",
        "=http,https",
        "--",
    ];
    let limit = ["--max-filesize".to_owned(), read::MOST.to_string()];
    let curl = Command::new("curl")
        .args(limit)
        .args(arguments)
        .arg(address)
        .output();
    let done = curl.map_err(|error| format!("curl does not start ({error})"))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(said.trim().to_owned());
    }
    Ok(done.stdout)
}

/// Audits the text of a page.
///
/// # Errors
/// Every variant of [`AuditError`] but those of reading.
pub fn audit_html(
    source: &Source,
    html: &str,
    wanted: &AuditTarget,
) -> Result<AuditReport, AuditError> {
    let page = Html::parse_document(html);
    let tag = first(&page, "script[src*='council-notice.js']");
    // One that is pinned has a hash in its name.
    let pinned = || first(&page, "script[src*='council-notice.'][integrity]");
    let tag = tag.or_else(pinned);
    let address = wanted.address.as_deref().map(placement::page);
    let placed = address.and_then(|(host, path)| placement::find(&source.placements, host, path));
    let form = form(&page, wanted, tag, placed)?;
    let by_hand = form.and_then(|form| {
        form.select(&selector("council-notice[service]").ok()?)
            .next()
    });

    let of_tag = |name: &str| said(tag?, name);
    let of_hand = |name: &str| said(by_hand?, name);
    let (service, part, audience) = if let Some(service) = &wanted.service {
        (
            service.clone(),
            wanted.part.clone(),
            wanted.audience.clone(),
        )
    } else if let Some(service) = of_hand("service") {
        (service, of_hand("part"), of_hand("audience"))
    } else if let Some(service) = of_tag("data-service") {
        (service, of_tag("data-part"), of_tag("data-audience"))
    } else if let Some(placed) = placed {
        (
            placed.service.clone(),
            placed.part.clone(),
            placed.audience.clone(),
        )
    } else {
        let looked_for = address.map(|(host, path)| [host, path].concat());
        return Err(AuditError::NoNotice(looked_for));
    };

    let known = |parts: &[notice::Part], id: &Option<String>| {
        id.as_ref()
            .is_none_or(|id| parts.iter().any(|part| part.id == *id))
    };
    let notice = source.notices.iter().find(|notice| notice.id == service);
    let notice = notice
        .filter(|notice| known(&notice.parts, &part) && known(&notice.audiences, &audience))
        .ok_or(AuditError::Unknown(service))?;
    let terms = AuditTerms::of(&notice.clone().view(part.as_deref(), audience.as_deref()));
    let form = form.ok_or_else(|| AuditError::NoForm("at all".to_owned()))?;
    let mut report = audit(&gather(controls(&page, form)), &terms);
    report.ungated = ungated(&page);
    Ok(report)
}

/// Lists what of the page is marked to wait for a choice and cannot, a sentence for each kind.
fn ungated(page: &Html) -> Vec<String> {
    UNGATED
        .iter()
        .filter_map(|way| {
            let wanted = Selector::parse(way.selector).ok()?;
            let mut found = page.select(&wanted);
            let in_template = |element: &ElementRef| {
                let mut around = element.ancestors().filter_map(ElementRef::wrap);
                around.any(|one| {
                    one.value().name() == "template" && one.value().attr("data-category").is_some()
                })
            };
            let element = found.find(|element| in_template(element) == way.in_template)?;
            Some(way.finding(element.value().name()))
        })
        .collect()
}

/// Finds the form that is asked for, else the one that the tag or the placement names, else the first with a notice in it,
/// else the first.
fn form<'a>(
    page: &'a Html,
    wanted: &AuditTarget,
    tag: Option<ElementRef<'a>>,
    placed: Option<&placement::Placement>,
) -> Result<Option<ElementRef<'a>>, AuditError> {
    let named = wanted
        .form
        .clone()
        .or_else(|| said(tag?, "data-form"))
        .or_else(|| placed?.form.clone());
    if let Some(named) = named {
        let found = page.select(&selector(&named)?).next();
        return match found {
            Some(form) => Ok(Some(form)),
            None => Err(AuditError::NoForm(named)),
        };
    }
    Ok(first(page, "form:has(council-notice)").or_else(|| first(page, "form")))
}

fn selector(text: &str) -> Result<Selector, AuditError> {
    Selector::parse(text).map_err(|error: SelectorErrorKind| AuditError::Selector {
        selector: text.to_owned(),
        why: error.to_string(),
    })
}

/// Finds the first that matches a selector of our own.
fn first<'a>(page: &'a Html, own: &str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(own).ok()?;
    page.select(&selector).next()
}

fn said(element: ElementRef, name: &str) -> Option<String> {
    let value = element.value().attr(name)?;
    (!value.is_empty()).then(|| value.to_owned())
}

/// Lists the controls of a form, as the browser's half sees them too.
fn controls(page: &Html, form: ElementRef) -> Vec<Control> {
    let Ok(all) = Selector::parse("input, select, textarea") else {
        return Vec::new();
    };
    form.select(&all)
        .map(|control| seen(page, control))
        .collect()
}

fn seen(page: &Html, control: ElementRef) -> Control {
    let attribute = |name| said(control, name).unwrap_or_default();
    let around = || control.ancestors().filter_map(ElementRef::wrap);
    let kind = match control.value().name() {
        "input" => said(control, "type").unwrap_or_else(|| "text".to_owned()),
        other => other.to_owned(),
    };
    let by_id = said(control, "id").and_then(|id| {
        let labels = Selector::parse("label[for]").ok()?;
        page.select(&labels)
            .find(|label| label.value().attr("for") == Some(&*id))
    });
    let label = by_id.or_else(|| around().find(|one| one.value().name() == "label"));
    let group = around().find(|one| one.value().name() == "fieldset");
    let legend = group.and_then(|group| {
        let children = group.children().filter_map(ElementRef::wrap);
        children
            .into_iter()
            .find(|one| one.value().name() == "legend")
    });
    let mark = std::iter::once(control)
        .chain(around())
        .find_map(|one| said(one, "data-notice-field"));
    Control {
        kind: kind.to_ascii_lowercase(),
        name: attribute("name"),
        autocomplete: attribute("autocomplete"),
        mark,
        label: match words(label) {
            empty if empty.is_empty() => attribute("aria-label"),
            label => label,
        },
        legend: words(legend),
        required: control.value().attr("required").is_some(),
    }
}

/// Reads what an element says, in one line.
fn words(element: Option<ElementRef>) -> String {
    let text: String = element.map(|one| one.text().collect()).unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}
