//! `includes/cookies.<lang>.html`: the cookie bar as a piece of HTML that stands in the page itself. Hidden, until a line of
//! script shows it to whoever has made no choice: never without a script, and never to who has answered.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use leptos::prelude::*;
use notice::strings::Text;
use serde::Serialize;
use sha2::{Digest, Sha256};
use source::parse::Source;
use ui::CookieBar;

use super::{
    Dist, Engine, Error,
    choices::{Choices, is_exempt},
    consent_mode, html,
    policies::PolicySite,
    script::fill,
};

/// Holds the data of the script. The names are those of the gate's own data.
#[derive(Serialize)]
struct IncludeData<'a> {
    #[serde(flatten)]
    choices: Choices<'a>,
}

/// `:host` is shown by the bar's own sheet, whatever the page says of it.
const HIDDEN: &str = ":host([hidden]){display:none!important}";

/// Adds one of a policy for each language.
///
/// # Errors
/// Those of [`fill`] for a slip in our own source; [`Error::Engine`].
pub(crate) fn add(
    dist: &mut Dist,
    source: &Source,
    engine: &Engine,
    placed: PolicySite<'_>,
) -> Result<(), Error> {
    let choices = Choices::of(placed.policy);
    let name = "include.js";
    let script = fill(name, engine.text(name)?, &IncludeData { choices })?;
    let css = engine.text("bar.css")?.trim_end().to_owned() + HIDDEN;
    for (language, t) in &source.strings {
        let exempt = is_exempt(placed.policy);
        let bar = html::render(|| view! { <CookieBar t=t.clone() exempt marked=true /> });
        let dir = t.get(Text::Direction);
        let revision = placed.policy.revision;
        let (script_hash, style_hash) = (hash(&script), hash(&css));
        let include = format!(
            "<!--\n  The cookie bar, for cookie policy revision {revision}: first in <body>, on pages that have the tag. Where you paste it, paste it anew\n  \
             when the revision is raised. A Content-Security-Policy allows it by its hashes:\n  \
             script-src {script_hash}; style-src {style_hash}\n-->\n\
             <council-notice-cookies hidden lang=\"{language}\" dir=\"{dir}\"><template shadowrootmode=\"open\">\
             <style>{css}</style>{bar}</template></council-notice-cookies><script>{script}</script>\n"
        );
        dist.add(placed.include(language), include);
    }
    Ok(())
}

/// Returns the hash that lets an inline element pass a security policy.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Lists what a page's policy must allow for the bar and the fragment of Consent Mode that it includes: for scripts, then for
/// styles. Nothing for other pages.
pub(crate) fn allowed(page: &str) -> [String; 2] {
    let inner = |mark: &str, name: &str| {
        let (_, include) = page.split_once(mark)?;
        let (_, rest) = include.split_once(&format!("<{name}>"))?;
        let (text, _) = rest.split_once("</")?;
        Some([" ", &hash(text)].concat())
    };
    let all = |marks: &[&str], name| marks.iter().filter_map(|mark| inner(mark, name)).collect();
    [
        all(&[BAR, consent_mode::MARK], "script"),
        all(&[BAR], "style"),
    ]
}

/// How the bar begins.
const BAR: &str = "<council-notice-cookies hidden";
