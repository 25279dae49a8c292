//! A page that was open before a release goes on after it, with files that the release has kept; a tag that is pinned goes on
//! with its own.

use std::{fs, io, path::PathBuf, sync::OnceLock};

use serde_json::json;

use crate::{
    harness::{Browser, Failure, Outcome, Page, dist, part, scenarios},
    release,
    server::Behaviour,
};

scenarios![
    Plain: a_page_that_is_open_goes_on, a_gate_from_the_cache_goes_on,
        a_refusal_needs_nothing_that_was_kept;
];

const FORM: &str = "__test/form.html";
const NOTICE: &str = "notices/connect-derby.md";

/// The release after this one: no file that carries a hash is the same, but for what is the engine's alone.
fn next(name: &str, keeps: bool) -> io::Result<PathBuf> {
    let root = release::site(name)?;
    let text = fs::read_to_string(root.join(NOTICE))?;
    let (_, rest) = text.split_once("version = \"").unwrap_or_default();
    let version = rest.split('"').next().unwrap_or_default().to_owned();
    fs::write(root.join(NOTICE), text.replacen(&version, "2099-01-01", 1))?;
    release::published(&root, keeps.then(dist).as_deref())
}

/// A page that has loaded the gate alone, and another release in its place.
async fn replaced<'a>(
    browser: &'a Browser,
    release: &Result<PathBuf, String>,
) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(FORM).await?;
    page.shows(&part("banner")).await?;
    page.server.publish(release.clone().map_err(Failure)?);
    Ok(page)
}

/// The release after this one, with what it keeps.
fn kept() -> &'static Result<PathBuf, String> {
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    RELEASE.get_or_init(|| next("kept", true).map_err(|error| error.to_string()))
}

async fn a_page_that_is_open_goes_on(browser: &Browser) -> Outcome {
    let page = replaced(browser, kept()).await?;
    page.click(&part("choose")).await?;
    page.shows(&part("preferences")).await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let add = "const notice = document.createElement('council-notice'); notice.setAttribute('service', 'connect-derby'); document.querySelector('#form').append(notice)";
    page.run(add, json!([])).await?;
    let told = page.tells("notice").await?.detail;
    assert_ne!(
        told["version"], "2099-01-01",
        "the notice as this page knows it"
    );
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    let refused = "return /\\.0(;|$)/.test(document.cookie)";
    page.until("the refusal is kept", refused, json!([]))
        .await?;
    assert_eq!(page.told("error").await?, []);
    // Loaded again it is of the new release.
    let gate = "return fetch('/council-notice.js', { cache: 'reload' }).then(() => 1)";
    page.run(gate, json!([])).await?;
    page.open(&format!("{FORM}?service=connect-derby&form=%23form"))
        .await?;
    let told = page.tells("notice").await?.detail;
    assert_eq!(told["version"], "2099-01-01");
    page.browser.quiet().await
}

/// A page that is loaded after the release, with the gate that the browser has of the one before.
async fn a_gate_from_the_cache_goes_on(browser: &Browser) -> Outcome {
    let page = replaced(browser, kept()).await?;
    page.click(&part("accept")).await?;
    let accepted = "return document.cookie.includes('council_notice=')";
    page.until("the choice is kept", accepted, json!([]))
        .await?;
    page.open(&format!("{FORM}?service=connect-derby&form=%23form"))
        .await?;
    let told = page.tells("notice").await?.detail;
    assert_ne!(told["version"], "2099-01-01", "the notice of that gate");
    let paths = page.paths();
    let gates = paths.iter().filter(|path| *path == "/council-notice.js");
    assert_eq!(gates.count(), 1, "the gate is of the cache: {paths:?}");
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    let refused = "return /\\.0(;|$)/.test(document.cookie)";
    page.until("the refusal is kept", refused, json!([]))
        .await?;
    assert_eq!(page.told("error").await?, []);
    page.browser.quiet().await
}

/// The gate that the page has loaded refuses by itself.
async fn a_refusal_needs_nothing_that_was_kept(browser: &Browser) -> Outcome {
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let release = RELEASE.get_or_init(|| next("bare", false).map_err(|error| error.to_string()));
    let page = replaced(browser, release).await?;
    page.click(&part("reject")).await?;
    let refused = "return /\\.0(;|$)/.test(document.cookie)";
    page.until("the refusal is kept", refused, json!([]))
        .await?;
    page.browser.quiet().await
}
