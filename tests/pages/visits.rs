//! Odd ways to come to a page: back, ahead of time, after months, at a kiosk, without leave to store.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Back: out_of_the_back_forward_cache; Plain:
    made_ready_in_advance, cookies_that_throw, six_months_after_a_refusal, on_until_objected, at_a_kiosk,
];

/// Kept by the browser, as all three do, while the visitor chooses on the next page: shown again as it was left, without
/// loading, it takes up the choice.
async fn out_of_the_back_forward_cache(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    // Firefox does not keep it every time.
    for _ in 0..6 {
        page.open("__test/gated.html").await?;
        page.shows(&part("banner")).await?;
        if back_again(&page).await? {
            return Ok(());
        }
        page.run("CouncilNotice.reset()", json!([])).await?;
    }
    panic!("the browser never kept the page");
}

/// Whether the browser kept the page each time.
async fn back_again(page: &Page<'_>) -> Outcome<bool> {
    if !page.there_and_back("CouncilNotice.accept('all')").await? {
        return Ok(false);
    }
    let once = "return __seen.ran.length === 9 && shown('[part~=banner]').length === 0";
    page.until("what was allowed runs there", once, json!([]))
        .await?;
    if !page.there_and_back("CouncilNotice.reject()").await? {
        return Ok(false);
    }
    let refused = "return !CouncilNotice.allows('analytics') && __seen.ran.length === 9
        && document.querySelector('iframe').contentDocument?.querySelector('article') !== null";
    page.until("what was withdrawn is covered", refused, json!([]))
        .await?;
    // It hears the other tabs as before.
    let told = "
        document.cookie = 'council_notice=;Max-Age=0;Path=/';
        new BroadcastChannel('council-notice').postMessage(0)";
    page.run(told, json!([])).await?;
    page.shows(&part("banner")).await?;
    Ok(true)
}

async fn revision(page: &Page<'_>) -> Outcome<u64> {
    let script = "CouncilNotice.reject(); const { revision } = CouncilNotice.choice(); CouncilNotice.reset(); return revision";
    page.js(script, json!([])).await
}

/// Prerendered by Chromium, as speculation rules ask of it. Firefox and WebKit have nothing of the sort: there the page
/// pretends to be.
async fn made_ready_in_advance(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let real = browser.engine == Engine::Chromium;
    in_advance(&page).await?;
    let fetched = page.paths();
    let only = |path: &String| path == "/council-notice.js" || path.starts_with("/__ready/");
    assert!(fetched.iter().all(only), "{fetched:?}");
    looked_at(&page).await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    // With a choice made, and where that can be, after the page was made ready.
    if real {
        in_advance(&page).await?;
    }
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    if !real {
        in_advance(&page).await?;
    }
    looked_at(&page).await?;
    page.until("it runs now", "return __seen.ran.length === 1", json!([]))
        .await?;
    assert_eq!(page.count(&part("banner")).await?, 0);
    Ok(())
}

/// Has the page made ready, and waits until it would have done what it should not do yet.
async fn in_advance(page: &Page<'_>) -> Outcome {
    page.server.forget();
    page.open(match page.browser.engine {
        Engine::Chromium => "__test/prerenders.html",
        Engine::Firefox | Engine::WebKit => "__test/prerendered.html",
    })
    .await?;
    let end = Instant::now() + Duration::from_secs(15);
    while !page.paths().iter().any(|path| path == "/__ready/true") {
        assert!(Instant::now() < end, "not made ready: {:?}", page.paths());
        sleep(Duration::from_millis(25)).await;
    }
    Ok(())
}

/// Comes to the page that was made ready: it has done nothing until now.
async fn looked_at(page: &Page<'_>) -> Outcome {
    if page.browser.engine == Engine::Chromium {
        page.click("#next").await?;
        let there = "return location.pathname.endsWith('prerendered.html') && document.readyState === 'complete'";
        page.until("the link is followed", there, json!([])).await?;
        let start: f64 = page
            .js(
                "return performance.getEntriesByType('navigation')[0].activationStart",
                json!([]),
            )
            .await?;
        assert!(start > 0.0, "it was prerendered");
    } else {
        page.run("dispatchEvent(new Event('activate'))", json!([]))
            .await?;
    }
    let early: Value = page.js("return window.__early ?? null", json!([])).await?;
    assert_eq!(early, json!({ "asked": 0, "ran": 0, "told": 0 }));
    Ok(())
}

async fn cookies_that_throw(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/throws.html").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    let state: Value = page
        .js("return [CouncilNotice.allows('analytics'), CouncilNotice.allows('essential'), __seen.ran]", json!([]))
        .await?;
    assert_eq!(
        state,
        json!([false, true, []]),
        "what is not kept is not granted"
    );
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.shows(&part("banner")).await?;
    browser.quiet().await
}

async fn six_months_after_a_refusal(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    page.ready().await?;
    let revision = revision(&page).await?;
    // Days since the choice, what was chosen, whether the record still stands.
    for (days, ids, stands) in [
        (150, "0", true),
        (210, "0", false),
        (210, "analytics", true),
        (330, "analytics", true),
        (390, "analytics", false),
    ] {
        let script = "document.cookie = `council_notice=1.${arguments[0]}.${Math.floor(Date.now() / 1000) - arguments[1] * 86400}.7.${arguments[2]};path=/`";
        page.run(script, json!([revision, days, ids])).await?;
        page.reload().await?;
        page.ready().await?;
        let settled =
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50, null)))";
        page.run(settled, json!([])).await?;
        let asked = page.count(&part("banner")).await? == 1;
        assert_eq!(asked, !stands, "{ids} after {days} days");
        let allowed: bool = page
            .js("return CouncilNotice.allows('analytics')", json!([]))
            .await?;
        assert_eq!(allowed, stands && ids != "0", "{ids} after {days} days");
    }
    Ok(())
}

/// A deployment with statistics on an exempt footing: on at once, off by the same click as the rest, off with the signal.
async fn on_until_objected(browser: &Browser) -> Outcome {
    let behaviour = || Behaviour::default().exempt(&["preferences", "analytics"]);
    let page = browser.visit(behaviour()).await?;
    page.open("__test/gated.html").await?;
    page.shows(&part("banner")).await?;
    let allowed =
        "return ['preferences', 'analytics', 'media', 'marketing'].map(CouncilNotice.allows)";
    let on: Value = page.js(allowed, json!([])).await?;
    assert_eq!(on, json!([true, true, false, false]));
    page.until(
        "statistics run",
        "return __seen.ran.includes('2')",
        json!([]),
    )
    .await?;
    assert_eq!(page.record().await?, None, "and nothing is recorded");
    // "Always" for a frame leaves what is on as it is.
    let always =
        "document.querySelector('iframe').contentDocument.querySelectorAll('button')[1].click()";
    page.until("the frame waits", "return document.querySelector('iframe').contentDocument?.querySelectorAll('button').length === 2", json!([])).await?;
    page.run(always, json!([])).await?;
    let on: Value = page.js(allowed, json!([])).await?;
    assert_eq!(on, json!([true, true, true, false]));
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.click(&part("reject")).await?;
    let on: Value = page.js(allowed, json!([])).await?;
    assert_eq!(on, json!([false, false, false, false]), "one click objects");
    drop(page);

    let page = browser.visit(behaviour()).await?;
    page.open("__test/signal.html").await?;
    page.shows(&part("confirmation")).await?;
    let on: Value = page.js(allowed, json!([])).await?;
    assert_eq!(on, json!([false, false, false, false]), "a signal objects");
    Ok(())
}

async fn at_a_kiosk(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    let left = page.record().await?;
    page.open("__test/gated.html?kiosk=600").await?;
    page.ready().await?;
    let state = "return [CouncilNotice.choice(), ...['analytics', 'media', 'essential'].map(CouncilNotice.allows), __seen.ran]";
    let closed: Value = page.js(state, json!([])).await?;
    assert_eq!(
        closed,
        json!([null, false, false, true, []]),
        "no record is read"
    );
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let refused: bool = page
        .js("return CouncilNotice.allows('analytics')", json!([]))
        .await?;
    assert!(!refused, "nobody chooses for the next");
    assert_eq!(page.record().await?, left, "and none is written");
    assert_eq!(page.count("[part~=banner], [part~=confirmation]").await?, 0);
    Ok(())
}
