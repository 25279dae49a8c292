//! More than one record under the name: on other paths, on other domains.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: on_two_paths, on_two_domains, one_that_is_left_grants_nothing;];

const DEEP: &str = "__test/deep/er/page.html";

/// A record as the gate writes it, of one category or of none, on a path and a domain.
const PUT: &str = "
    const [ids, path, domain] = arguments;
    const time = Math.floor(Date.now() / 1000) - 60;
    document.cookie = `council_notice=1.1.${time}.${Math.floor(Math.random() * 4e9)}.${ids};Path=${path}` + (domain ? `;Domain=${domain}` : '')";

async fn put(page: &Page<'_>, ids: &str, path: &str, domain: &str) -> Outcome {
    page.run(PUT, json!([ids, path, domain])).await
}

/// How many records the page sees.
async fn records(page: &Page<'_>) -> Outcome<usize> {
    page.js(
        "return document.cookie.split('; ').filter((pair) => pair.startsWith('council_notice=')).length",
        json!([]),
    )
    .await
}

/// Asked once, whatever stood there before, and of one mind from then on.
async fn asked_once(page: &Page<'_>, open: impl AsyncFn(&str) -> Outcome) -> Outcome {
    open(DEEP).await?;
    page.shows(&part("banner")).await?;
    let granted: Value = page
        .js(
            "return [CouncilNotice.choice(), CouncilNotice.allows('analytics')]",
            json!([]),
        )
        .await?;
    assert_eq!(granted, json!([null, false]), "neither is adopted");
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert_eq!(records(page).await?, 1);
    let kept: bool = page
        .js("return CouncilNotice.allows('analytics')", json!([]))
        .await?;
    assert!(kept, "what was chosen is kept");
    for path in ["__test/plain.html", DEEP] {
        open(path).await?;
        page.ready().await?;
        assert_eq!(page.count(&part("banner")).await?, 0, "{path}: asked once");
        let kept: bool = page
            .js("return CouncilNotice.allows('analytics')", json!([]))
            .await?;
        assert!(kept, "{path}");
    }
    Ok(())
}

async fn on_two_paths(browser: &Browser) -> Outcome {
    for path in ["/__test/deep", "/__test/deep/", "/__test/deep/er/page.html"] {
        let page = browser.visit(Behaviour::default()).await?;
        page.open(DEEP).await?;
        put(&page, "0", "/", "").await?;
        put(&page, "analytics", path, "").await?;
        assert_eq!(records(&page).await?, 2, "{path}");
        page.open("__test/blank.html").await?;
        asked_once(&page, async |path| page.open(path).await).await?;
    }
    Ok(())
}

async fn on_two_domains(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let council = browser.engine.council();
    let host = format!("www.{council}");
    page.open_on(&host, "__test/blank.html").await?;
    put(&page, "analytics", "/", council).await?;
    put(&page, "0", "/", "").await?;
    assert_eq!(records(&page).await?, 2);
    asked_once(&page, async |path| page.open_on(&host, path).await).await
}

/// The visitor refuses beside a record on another path that grants.
async fn one_that_is_left_grants_nothing(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(DEEP).await?;
    put(&page, "analytics", "/__test/deep", "").await?;
    put(&page, "media", "/", "").await?;
    page.open("__test/blank.html").await?;
    page.open(DEEP).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.run("dispatchEvent(new Event('visibilitychange'))", json!([]))
        .await?;
    let granted: Value = page
        .js("return [CouncilNotice.choice().categories, ...['analytics', 'media'].map(CouncilNotice.allows)]", json!([]))
        .await?;
    assert_eq!(granted, json!([[], false, false]));
    assert_eq!(records(&page).await?, 1);
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "{record}");
    page.browser.quiet().await
}
