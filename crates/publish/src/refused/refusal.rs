//! What is told of something that a policy refuses: what it is, which directive refuses it, and what to do instead.

use super::security_policy::{SecurityPolicy, origin, scheme};

/// Writes a refusal: what is refused, by what, and what to do instead.
pub(super) fn refusal(what: &str, directive: &str, remedy: &str) -> String {
    format!(
        "{what}, which the security policy that is published with the page refuses ({directive}): {remedy}"
    )
}

/// Writes the refusal of something that is fetched from an address, or sent there; nothing where the policy allows it.
pub(super) fn of_address(
    policy: &SecurityPolicy<'_>,
    directive: &str,
    what: &str,
    address: &str,
) -> Option<String> {
    let refused = !policy.allows_address(directive, address);
    refused.then(|| {
        let what = [what, &from(directive, address)].concat();
        refusal(&what, directive, &remedy(directive, address))
    })
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
