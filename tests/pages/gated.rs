//! Gated content: nothing before its category is allowed, then each exactly once, in order, as it was written.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    only_what_was_allowed, an_essential_service_waits_for_nobody, again_on_the_next_page, added_later,
    a_frame_once, a_frame_always, the_demo_page,
];

const GATED: &str = "__test/gated.html";
const IN_ORDER: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// What ran, in order, without the one that may run at any time.
async fn ran(page: &Page<'_>) -> Outcome<Vec<String>> {
    page.js(
        "return __seen.ran.filter((name) => name !== 'any-time')",
        json!([]),
    )
    .await
}

/// All that may run has run: nothing waits, nothing loads.
async fn until_ran(page: &Page<'_>, count: usize) -> Outcome {
    let script = "return __seen.ran.length >= arguments[0]";
    page.until(&format!("{count} scripts ran"), script, json!([count]))
        .await?;
    let settle =
        "return CouncilNotice.ready.then(() => new Promise((done) => setTimeout(done, 100, null)))";
    page.run(settle, json!([])).await
}

pub(crate) async fn once_through_accept_reject_accept(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(GATED).await?;
    page.shows(&part("banner")).await?;
    assert!(ran(&page).await?.is_empty(), "before the choice");
    page.click(&part("accept")).await?;
    until_ran(&page, 9).await?;
    assert_eq!(ran(&page).await?, IN_ORDER);
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    page.run(
        "CouncilNotice.reject(); CouncilNotice.accept('all')",
        json!([]),
    )
    .await?;
    until_ran(&page, 9).await?;
    assert_eq!(ran(&page).await?, IN_ORDER, "exactly once");
    let all: usize = page.js("return __seen.ran.length", json!([])).await?;
    assert_eq!(all, 9);
    assert_eq!(page.count("#offer").await?, 1, "the template opened once");
    Ok(())
}

async fn only_what_was_allowed(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(GATED).await?;
    page.ready().await?;
    page.run("CouncilNotice.accept(['marketing'])", json!([]))
        .await?;
    until_ran(&page, 2).await?;
    assert_eq!(ran(&page).await?, ["4", "6"]);
    page.run(
        "CouncilNotice.accept(['marketing', 'preferences'])",
        json!([]),
    )
    .await?;
    until_ran(&page, 3).await?;
    assert_eq!(ran(&page).await?, ["4", "6", "5"]);
    // By the other names that other tags give them.
    let script = "
        CouncilNotice.accept(['measurement', 'necessary']);
        return [CouncilNotice.choice().categories, ...['analytics', 'statistics', 'necessary', 'essential', 'media'].map(CouncilNotice.allows)]";
    let known: Value = page.js(script, json!([])).await?;
    assert_eq!(known, json!([["analytics"], true, true, true, true, false]));
    page.run("CouncilNotice.reject()", json!([])).await?;
    let necessary: bool = page
        .js("return CouncilNotice.allows('necessary')", json!([]))
        .await?;
    assert!(necessary);
    Ok(())
}

/// What waits for `marketing` in the page waits here for a service that the policy calls essential.
async fn an_essential_service_waits_for_nobody(browser: &Browser) -> Outcome {
    let (from, to) = (
        r#"necessary:"essential""#,
        r#"necessary:"essential",desk:"essential""#,
    );
    let behaviour = Behaviour::default()
        .edit("/council-notice.js", from, to)
        .edit(
            "/gated.html",
            "data-category=\"marketing\"",
            "data-category=\"desk\"",
        );
    let page = browser.visit(behaviour).await?;
    page.open(GATED).await?;
    page.shows(&part("banner")).await?;
    until_ran(&page, 2).await?;
    assert_eq!(ran(&page).await?, ["4", "6"], "before any choice");
    page.click(&part("reject")).await?;
    page.reload().await?;
    until_ran(&page, 2).await?;
    assert_eq!(ran(&page).await?, ["4", "6"], "after a refusal");
    Ok(())
}

async fn again_on_the_next_page(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(GATED).await?;
    page.click(&part("accept")).await?;
    until_ran(&page, 9).await?;
    page.reload().await?;
    until_ran(&page, 9).await?;
    assert_eq!(ran(&page).await?, IN_ORDER);
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.reload().await?;
    page.ready().await?;
    page.run("return CouncilNotice.ready", json!([])).await?;
    let none: usize = page.js("return __seen.ran.length", json!([])).await?;
    assert_eq!(none, 0, "nothing after a refusal");
    Ok(())
}

async fn added_later(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(GATED).await?;
    page.ready().await?;
    // Built as a framework would: in pieces that are gated before they enter the page.
    let add = "
        const script = document.createElement('script');
        script.type = 'text/plain';
        script.dataset.category = 'analytics';
        script.dataset.src = `/__test/ran.js?${arguments[0]}`;
        document.querySelector('main').append(script)";
    page.run(add, json!(["added before"])).await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    until_ran(&page, 10).await?;
    page.run(add, json!(["added after"])).await?;
    until_ran(&page, 11).await?;
    // With all that says how it is fetched and when it runs.
    let more = "
        const script = document.createElement('script');
        Object.assign(script, { type: 'text/plain', id: 'kept', crossOrigin: 'anonymous', referrerPolicy: 'no-referrer' });
        for (const name of ['async', 'defer']) script.setAttribute(name, '');
        Object.assign(script.dataset, { category: 'measurement', src: '/__test/ran.js?any-time' });
        document.querySelector('main').append(script)";
    page.run(more, json!([])).await?;
    until_ran(&page, 12).await?;
    let kept: Value = page
        .js("const script = document.getElementById('kept'); return [script.type, script.crossOrigin, script.referrerPolicy, script.async, script.hasAttribute('async'), script.defer]", json!([]))
        .await?;
    let written = json!(["", "anonymous", "no-referrer", true, true, true]);
    assert_eq!(kept, written);
    // As text, which browsers take no script from; and many templates, each with another one inside.
    let more = "
        const script = (name) => `<script type=text/plain data-category=analytics>__seen.ran.push('${name}')</script>`;
        const template = (_, at) => `<template data-category=analytics>${script(at)}<template data-category=analytics>${script('in ' + at)}</template></template>`;
        document.querySelector('main').insertAdjacentHTML('beforeend', script('text') + Array.from({ length: 300 }, template).join(''))";
    page.run(more, json!([])).await?;
    until_ran(&page, 613).await?;
    let all = ran(&page).await?;
    let expected: Vec<String> = IN_ORDER
        .iter()
        .chain(&["added%20before", "added%20after", "text"])
        .map(|&name| name.to_owned())
        .chain((0..300).flat_map(|at| [at.to_string(), format!("in {at}")]))
        .collect();
    assert_eq!(all, expected);
    Ok(())
}

pub(crate) async fn a_nonce_and_a_hash_stay(browser: &Browser) -> Outcome {
    let policy = "default-src 'none'; script-src 'self' 'nonce-tally'; connect-src 'self'";
    let page = browser
        .visit(Behaviour::default().policy("nonce.html", policy))
        .await?;
    page.open("__test/nonce.html").await?;
    page.ready().await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    until_ran(&page, 1).await?;
    assert_eq!(ran(&page).await?, ["with nonce"]);
    let refused: Vec<String> = page.js("return __seen.refused", json!([])).await?;
    assert!(
        refused.iter().any(|one| one.ends_with("inline")),
        "the policy stopped the one without: {refused:?}"
    );
    Ok(())
}

const FRAME: &str = "iframe[title=\"A map\"]";

/// The banner out of the way, and the browser inside the frame, where the stand-in is.
async fn refuse_and_enter(page: &Page<'_>) -> Outcome {
    page.open(GATED).await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.find(FRAME).await?.enter_frame().await?;
    page.shows("button").await
}

/// Clicks a button of the stand-in by its place on the page: WebKit's driver knows no element there, since another
/// document made it.
async fn choose(page: &Page<'_>, button: &str) -> Outcome {
    page.browser.driver.enter_default_frame().await?;
    let script = "
        const frame = document.querySelector('iframe');
        frame.scrollIntoView({ block: 'center', behavior: 'instant' });
        const outer = frame.getBoundingClientRect();
        const inner = frame.contentDocument.querySelector(arguments[0]).getBoundingClientRect();
        return [outer.x + frame.clientLeft + inner.x + inner.width / 2, outer.y + frame.clientTop + inner.y + inner.height / 2].map(Math.round)";
    let [x, y]: [i64; 2] = page.js(script, json!([button])).await?;
    let hand = page.browser.driver.action_chain();
    Ok(hand.move_to(x, y).click().perform().await?)
}

/// Whether the frame shows what it was made for.
async fn until_loaded(page: &Page<'_>) -> Outcome {
    let script = "return document.querySelector('iframe').contentDocument?.title === 'Framed'";
    page.until("the frame loads", script, json!([])).await
}

async fn a_frame_once(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    refuse_and_enter(&page).await?;
    let words = page.words().await?;
    assert!(
        words.contains("127.0.0.1"),
        "who would be contacted: {words}"
    );
    let source: String = page.js("return shown('a')[0].href", json!([])).await?;
    assert!(source.ends_with("/__test/framed.html"), "{source}");
    choose(&page, "button:nth-of-type(1)").await?;
    until_loaded(&page).await?;
    let media: bool = page
        .js("return CouncilNotice.allows('media')", json!([]))
        .await?;
    assert!(!media, "once is not always");
    page.reload().await?;
    page.find(FRAME).await?.enter_frame().await?;
    page.shows("button").await?;
    Ok(browser.driver.enter_default_frame().await?)
}

async fn a_frame_always(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    refuse_and_enter(&page).await?;
    choose(&page, "button:nth-of-type(2)").await?;
    until_loaded(&page).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".media"), "{record}");
    page.reload().await?;
    until_loaded(&page).await
}

async fn the_demo_page(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/cookies.html").await?;
    page.click(&part("accept")).await?;
    let log = "return document.querySelector('.log').innerText.includes(arguments[0])";
    for line in [
        "The script ran",
        "The frame loaded",
        "The template was shown",
    ] {
        page.until(line, log, json!([line])).await?;
    }
    page.run(
        "CouncilNotice.reject(); CouncilNotice.accept('all')",
        json!([]),
    )
    .await?;
    let lines: String = page
        .js("return document.querySelector('.log').innerText", json!([]))
        .await?;
    // The frame may load again: it was covered meanwhile.
    for line in ["The script ran", "The template was shown"] {
        assert_eq!(lines.matches(line).count(), 1, "{lines}");
    }
    Ok(())
}
