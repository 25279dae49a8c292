//! "This notice has changed since you last read it": only where that may be remembered, and with what changed.

use std::{fs, io, path::PathBuf, sync::OnceLock};

use notice::seen::key;
use publish::keep;
use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, axe, part, scenarios},
    release,
    server::Behaviour,
};

scenarios![Plain: what_changed_is_told_once_and_only_if_allowed];

const COMPLAINT: &str = "demo/complaint.html";
const NOTICE: &str = "notices/customer-management.md";
const NEXT: &str = "2099-01-01";

/// What a council publishes after a change: the version before it kept, `version` raised, one fact changed for those who
/// complain and one for visitors.
fn next_release() -> io::Result<PathBuf> {
    let root = release::site("seen")?;
    let kept = keep(&root, &["customer-management".to_owned()]);
    kept.map_err(|error| io::Error::other(error.to_string()))?;
    let mut text = fs::read_to_string(root.join(NOTICE))?;
    let (_, version) = text.split_once("version = \"").unwrap_or_default();
    let version = version.split('"').next().unwrap_or_default().to_owned();
    for (was, now) in [
        (version.as_str(), NEXT),
        (
            "basis = \"legitimate-interests\"\nbasis-detail = \"our interest is to review",
            "basis = \"public-task\"\nbasis-detail = \"our interest is to review",
        ),
        (
            "basis = \"legitimate-interests\"\nbasis-detail = \"our interest is the security",
            "basis = \"public-task\"\nbasis-detail = \"our interest is the security",
        ),
    ] {
        assert!(text.contains(was), "{NOTICE} says {was}");
        text = text.replacen(was, now, 1);
    }
    fs::write(root.join(NOTICE), text)?;
    release::published(&root, None)
}

/// What the page finds under the notice's key.
async fn kept(page: &Page<'_>) -> Outcome<Option<String>> {
    let name = key("customer-management", "complaints/");
    page.js("return localStorage.getItem(arguments[0])", json!([name]))
        .await
}

async fn comes(page: &Page<'_>) -> Outcome {
    page.reload().await?;
    page.tells("notice").await.map(drop)
}

async fn read_whole(page: &Page<'_>) -> Outcome {
    page.click(&part("notice-open")).await?;
    page.click("dialog [data-close]").await?;
    page.hides(&part("notice-dialog")).await
}

async fn what_changed_is_told_once_and_only_if_allowed(browser: &Browser) -> Outcome {
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let release = RELEASE.get_or_init(|| next_release().map_err(|error| error.to_string()));
    let page = browser.visit(Behaviour::default()).await?;
    page.open(COMPLAINT).await?;
    page.run("localStorage.clear()", json!([])).await?;
    let version = page.tells("notice").await?.detail["version"].clone();
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    read_whole(&page).await?;
    let stored: u32 = page.js("return localStorage.length", json!([])).await?;
    assert_eq!(stored, 0, "nothing without permission");
    assert_eq!(page.count(".fold").await?, 0);

    page.run("CouncilNotice.accept('preferences')", json!([]))
        .await?;
    comes(&page).await?;
    page.shows(".fold").await?;
    assert_eq!(kept(&page).await?, None, "to be shown is not to be read");
    assert_eq!(page.count(".seen").await? + page.count(".news").await?, 0);
    read_whole(&page).await?;
    assert_eq!(json!(kept(&page).await?), version);
    comes(&page).await?;
    page.shows(".seen").await?;
    assert_eq!(page.count(".answers").await?, 0, "folded");
    page.click(".fold").await?;
    page.shows(".answers").await?;
    page.hides(".seen").await?;

    page.server
        .publish(release.clone().map_err(crate::harness::Failure)?);
    // The gate may be kept for five minutes.
    page.run(
        "return fetch('/council-notice.js', { cache: 'reload' }).then(() => 1)",
        json!([]),
    )
    .await?;
    comes(&page).await?;
    page.shows(".news").await?;
    page.shows(".answers").await?;
    axe::check(&page, "a notice that changed").await?;
    assert_eq!(json!(kept(&page).await?), version, "not read yet");
    page.click(".news summary").await?;
    let news = page.text(".news ul").await?;
    assert!(news.contains("public-task"), "{news}");
    assert!(news.contains("Investigate your complaint"), "{news}");
    assert!(!news.contains("secure"), "another part's: {news}");
    page.until(
        "the new version is read",
        "return localStorage.getItem(arguments[0]) === arguments[1]",
        json!([key("customer-management", "complaints/"), NEXT]),
    )
    .await?;
    comes(&page).await?;
    page.shows(".seen").await?;
    assert_eq!(page.count(".news").await?, 0, "told once");

    let older = "localStorage.setItem(arguments[0], '1999-12-31')";
    page.run(older, json!([key("customer-management", "complaints/")]))
        .await?;
    comes(&page).await?;
    page.shows("p.news").await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.until(
        "it is forgotten",
        "return localStorage.length === 0",
        json!([]),
    )
    .await?;
    comes(&page).await?;
    page.shows(".answers").await?;
    let more = page.count(".fold").await? + page.count(".news").await?;
    assert_eq!(more, 0);

    // A shared screen never looks, whatever somebody's choice or another page left.
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let visiting = key("customer-management", "visiting/");
    page.run(
        "localStorage.setItem(arguments[0], '1999-12-31')",
        json!([visiting]),
    )
    .await?;
    page.open("demo/visitor.html").await?;
    page.tells("notice").await?;
    // The screen's tools come after the notice, and move what is below them.
    page.shows(".bar .tool").await?;
    page.shows(".answers").await?;
    let more = page.count(".fold").await? + page.count(".news").await?;
    assert_eq!(more, 0, "a shared screen");
    read_whole(&page).await?;
    let left: Value = page
        .js(
            "return localStorage.getItem(arguments[0])",
            json!([visiting]),
        )
        .await?;
    assert_ne!(left, json!(version));
    Ok(())
}
