//! One choice for every tab of the origin at once, and for the sub-domains that share it.
//!
//! Sub-domains are those of a council under `gov.uk`, a public suffix, in Chromium and Firefox, which are told that the
//! names are this machine. WebKit has no such switch: there the names are under `localhost`, which it knows to be this
//! machine, and no more lets a cookie stand on than on `gov.uk`. All of them are plain `http`, so without `cookieStore`.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    receipt::kept,
    server::Behaviour,
};

scenarios![Plain:
    every_tab_on_an_insecure_origin, forgotten_in_every_tab, shared_by_sub_domains, a_public_suffix_is_refused,
];

const GATED: &str = "__test/gated.html?service=connect-derby";

/// The page counts how often somebody looked at it, from when it is told to until each choice, and tells other tabs.
const ARM: &str = "
    let looks;
    for (const name of ['focus', 'visibilitychange', 'pageshow']) addEventListener(name, () => looks++);
    const channel = new BroadcastChannel('test');
    channel.onmessage = () => { looks = 0; channel.postMessage(__seen.ran.length); };
    document.addEventListener('council-notice:choice', ({ detail }) => channel.postMessage({ looks, categories: detail?.categories ?? null }))";

/// Chooses in the second tab as soon as so many scripts have run in the first, and waits there until that has heard.
async fn heard(page: &Page<'_>, ran: usize, act: &str) -> Outcome<Value> {
    let script = format!(
        "return new Promise((done) => {{
            const channel = new BroadcastChannel('test');
            const count = () => channel.postMessage('count');
            let acted = false;
            channel.onmessage = ({{ data }}) => {{
                if (data.looks !== undefined) {{
                    channel.close();
                    done(data);
                }} else if (data < {ran}) setTimeout(count, 50);
                else if (!acted) {{
                    acted = true;
                    {act};
                }}
            }};
            count();
        }})"
    );
    page.js(&script, json!([])).await
}

async fn at_once(page: &Page<'_>, host: &str) -> Outcome {
    let driver = &page.browser.driver;
    page.open_on(host, GATED).await?;
    page.shows(&part("banner")).await?;
    page.run(ARM, json!([])).await?;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second).await?;
    page.open_on(host, "__test/plain.html").await?;
    page.shows(&part("banner")).await?;

    let told = heard(page, 0, "CouncilNotice.accept('all')").await?;
    assert_eq!(told["looks"], 0, "before anybody looked at it: {told}");
    assert_eq!(
        told["categories"].as_array().map(Vec::len),
        Some(4),
        "{told}"
    );
    let told = heard(page, 9, "CouncilNotice.reject()").await?;
    assert_eq!(told, json!({ "looks": 0, "categories": [] }));

    driver.switch_to_window(first).await?;
    page.hides(&part("banner")).await?;
    let ran: usize = page.js("return __seen.ran.length", json!([])).await?;
    assert_eq!(ran, 9, "what was gated ran there, when it was allowed");
    let covered = "return document.querySelector('iframe').contentDocument?.querySelector('article') !== null";
    page.until("and its frame is covered again", covered, json!([]))
        .await
}

pub(crate) async fn every_tab_at_once(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    at_once(&page, "127.0.0.1").await
}

async fn every_tab_on_an_insecure_origin(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    at_once(&page, &format!("forms.{}", browser.engine.council())).await
}

async fn forgotten_in_every_tab(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let driver = &browser.driver;
    page.open(GATED).await?;
    page.click(&part("accept")).await?;
    page.run(ARM, json!([])).await?;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second).await?;
    page.open("__test/plain.html").await?;
    page.ready().await?;
    let told = heard(&page, 9, "CouncilNotice.reset()").await?;
    assert_eq!(told, json!({ "looks": 0, "categories": null }));
    driver.switch_to_window(first).await?;
    page.shows(&part("banner")).await
}

/// Chosen on one sub-domain, known on the other; chosen again there, and removed on both.
async fn shared_by_sub_domains(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let council = browser.engine.council();
    let shared = format!("__test/plain.html?cookie-domain={council}");
    let (www, forms) = (format!("www.{council}"), format!("forms.{council}"));
    for host in [&forms, &www] {
        page.open_on(host, &shared).await?;
    }
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.open_on(&forms, &shared).await?;
    page.ready().await?;
    assert_eq!(page.count(&part("banner")).await?, 0, "known here as well");
    let script = "return CouncilNotice.allows('analytics')";
    assert!(page.js::<bool>(script, json!([])).await?);
    // Two names at once would be no record: the one shared takes the place of the host's own.
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.open_on(&www, &shared).await?;
    page.ready().await?;
    assert_eq!(page.count(&part("banner")).await?, 0);
    assert!(
        !page.js::<bool>(script, json!([])).await?,
        "withdrawn for both"
    );
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.open_on(&forms, &shared).await?;
    page.shows(&part("banner")).await?;

    // An endpoint that keeps the record names the domain as well: without it there would be two.
    let posted = format!("{shared}&record-url=/__test/record?keep%26domain={council}");
    page.open_on(&www, &posted).await?;
    page.click(&part("accept")).await?;
    kept(&page, "~marketing").await?;
    for host in [&www, &forms] {
        page.open_on(host, &shared).await?;
        page.ready().await?;
        assert!(page.js::<bool>(script, json!([])).await?, "{host}");
    }
    Ok(())
}

/// The browser does not let a cookie stand on the suffix; the choice is kept for the host alone.
async fn a_public_suffix_is_refused(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let council = browser.engine.council();
    let suffix = council.split_once('.').map_or(council, |(_, rest)| rest);
    let plain = format!("__test/plain.html?cookie-domain={suffix}");
    for host in ["forms", "www"] {
        page.open_on(&format!("{host}.{council}"), &plain).await?;
    }
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.reload().await?;
    page.ready().await?;
    assert_eq!(page.count(&part("banner")).await?, 0, "kept");
    assert!(
        page.record()
            .await?
            .is_some_and(|record| !record.ends_with(".0"))
    );
    page.open_on(&format!("forms.{council}"), &plain).await?;
    page.shows(&part("banner")).await
}
