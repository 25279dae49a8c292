//! A shared screen and what comes late: an answer to one visitor is never given to the next.

use std::time::Duration;

use serde_json::json;

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    kiosk::{is, name, open, somebody_types},
    server::Behaviour,
};

scenarios![Plain: a_late_sign_in, a_late_language, a_frame_shown_once, nobody_but_people];

/// Holds back what the page fetches from addresses that contain a text, until `__let(how)` lets the first of them go.
const HOLD: &str = "
    const own = window.fetch, held = [];
    window.__held = () => held.length;
    window.__let = (status) => held.shift()(status);
    window.fetch = (address, options) => !String(address).includes(arguments_[0]) ? own(address, options)
        : new Promise((done, fail) => held.push((status) => status === 'own' ? own(address, options).then(done, fail) : status ? done(new Response('', { status })) : fail(new TypeError('no network'))))";

async fn hold(page: &Page<'_>, part: &str) -> Outcome {
    page.run(
        &format!("const arguments_ = [arguments[0]]; {HOLD}"),
        json!([part]),
    )
    .await
}

async fn sign_in(page: &Page<'_>, who: &str) -> Outcome {
    for field in ["#name", "#host", "#contact"] {
        page.fill(field, who).await?;
    }
    page.click("#visitor button").await?;
    page.until("it is on its way", "return __held() === 1", json!([]))
        .await
}

async fn a_late_sign_in(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    hold(&page, "/demo/echo").await?;
    for status in [200, 500, 0] {
        sign_in(&page, "Quill").await?;
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
        somebody_types(&page, "Marigold").await?;
        page.run("__let(arguments[0])", json!([status])).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(page.count("#done, #failed").await?, 0, "{status}");
        assert_eq!(name(&page).await?, "Marigold", "{status}");
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
    }
    // In time, and closed by whoever signed in: nothing goes on behind the next visitor's back.
    sign_in(&page, "Quill").await?;
    page.run("__let(200)", json!([])).await?;
    page.shows("#done").await?;
    let resets = page.told("reset").await?.len();
    page.run("document.querySelector('#done').close()", json!([]))
        .await?;
    is(&page, "resting").await?;
    page.hides("#done").await?;
    assert_eq!(name(&page).await?, "");
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(page.told("reset").await?.len(), resets + 1, "once");
    sign_in(&page, "Quill").await?;
    page.run("__let(0)", json!([])).await?;
    page.shows("#failed").await?;
    assert_eq!(name(&page).await?, "Quill");
    Ok(())
}

/// A language that is still on its way when the next visitor comes.
async fn a_late_language(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let seen = "
        window.__spoken = [];
        new MutationObserver(() => __spoken.push(document.documentElement.dataset.councilNoticeLang ?? 'en'))
            .observe(document.documentElement, { attributeFilter: ['data-council-notice-lang'] })";
    page.run(seen, json!([])).await?;
    hold(&page, "/index.pl.").await?;
    somebody_types(&page, "Quill").await?;
    page.run(
        "deep('.bar .language').find((one) => one.lang === 'pl').click()",
        json!([]),
    )
    .await?;
    page.until("it is on its way", "return __held() === 1", json!([]))
        .await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    somebody_types(&page, "Marigold").await?;
    page.run("__let('own')", json!([])).await?;
    page.until(
        "English is what is chosen",
        "return deep('.bar .language[aria-pressed=true]')[0].lang === 'en'",
        json!([]),
    )
    .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let spoken: Vec<String> = page.js("return __spoken", json!([])).await?;
    assert!(!spoken.contains(&"pl".to_owned()), "{spoken:?}");
    assert_eq!(page.count(&part("notice")).await?, 1);
    assert_eq!(name(&page).await?, "Marigold");
    Ok(())
}

/// What one visitor had shown to them once, the next one is asked about.
async fn a_frame_shown_once(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/media.html?cookies=off&kiosk=60").await?;
    page.shows(".bar .tool").await?;
    for id in ["map", "boxed"] {
        let waits = format!(
            "return document.getElementById('{id}').contentDocument?.querySelectorAll('article button').length === 1"
        );
        page.until("it waits", &waits, json!([])).await?;
        let shown = "
            const frame = document.getElementById(arguments[0]);
            return frame.src.endsWith('/__test/framed.html') && (frame.sandbox.length === 1 || frame.contentDocument?.title === 'Framed')";
        let links = "return document.getElementById(arguments[0]).contentDocument.querySelectorAll('[href]').length";
        let links: usize = page.js(links, json!([id])).await?;
        assert_eq!(links, 0, "a tab would be the end of the screen");
        for _ in 0..2 {
            page.run("document.getElementById(arguments[0]).contentDocument.querySelector('button').click()", json!([id])).await?;
            page.until("it is shown", shown, json!([id])).await?;
            page.run("CouncilNotice.reset()", json!([])).await?;
            page.until("the next visitor is asked", &waits, json!([]))
                .await?;
            let named: bool = page
                .js(
                    "return document.getElementById(arguments[0]).hasAttribute('src')",
                    json!([id]),
                )
                .await?;
            assert!(!named);
        }
    }
    Ok(())
}

/// A page that moves things about by script does not keep the screen awake.
async fn nobody_but_people(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.run(
        "document.addEventListener('council-notice:reset', () => document.querySelector('#name').dispatchEvent(new Event('input', { bubbles: true })))",
        json!([]),
    )
    .await?;
    somebody_types(&page, "Quill").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    is(&page, "resting").await?;
    for kind in ["pointerdown", "keydown", "input", "wheel", "touchmove"] {
        let script = "document.querySelector('#name').dispatchEvent(new Event(arguments[0], { bubbles: true }))";
        page.run(script, json!([kind])).await?;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    is(&page, "resting").await
}
