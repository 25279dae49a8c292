//! A shared screen between two visitors: nothing of the first is left, wherever a page can keep it.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    kiosk::{SECRETS, is, name, open},
};

scenarios![Plain: nothing_of_a_visitor_is_left];

/// Everything that a page can keep, as one text.
const RESIDUE: &str = "
    const done = arguments[arguments.length - 1];
    const found = [document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state),
        location.href, document.title, window.name, String(getSelection()), document.documentElement.outerHTML];
    const visit = (root) => {
        for (const element of root.querySelectorAll('*')) {
            found.push(element.value, element.defaultValue, element.textContent, ...element.getAttributeNames().map((name) => element.getAttribute(name)));
            if (element.shadowRoot) visit(element.shadowRoot);
        }
    };
    visit(document);
    (async () => {
        for (const { name } of await indexedDB.databases?.() ?? []) found.push('database ' + name);
        for (const name of self.caches ? await caches.keys() : []) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                if (request.method !== 'GET' || new URL(request.url).search) found.push('KEPT: ' + request.method + request.url);
                found.push(request.url, await (await cache.match(request)).text());
            }
        }
        return found.join('\\n');
    })().then(done, (error) => done('SEARCH FAILED: ' + error))";

async fn residue(page: &Page<'_>) -> Outcome<String> {
    let found = page
        .browser
        .driver
        .execute_async(RESIDUE, Vec::new())
        .await?;
    let mut found: String = found.convert()?;
    if page.browser.engine == Engine::Chromium {
        let tree = page
            .browser
            .driver
            .cdp()
            .send_raw("Accessibility.getFullAXTree", json!({}))
            .await?;
        found += &tree.to_string();
    }
    Ok(found)
}

async fn nothing_of_a_visitor_is_left(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let started = page.words().await?;
    let ways = [
        "window.__skew += 41000; setTimeout(() => { window.__skew += 21000 }, 400)",
        "CouncilNotice.reset()",
        "deep('.bar .tool').at(-1).click()",
    ];
    for (round, way) in ways.into_iter().enumerate() {
        for (field, text) in SECRETS {
            page.fill(field, text).await?;
        }
        // A framework may move the default along, and hosts put what was typed elsewhere on their page.
        page.run(
            "document.querySelector('#name').setAttribute('value', arguments[0])",
            json!([SECRETS[0].1]),
        )
        .await?;
        page.run("for (const why of deep('[part~=why]')) why.click(); CouncilNotice.openNotice(); location.hash = arguments[0]", json!([SECRETS[3].1])).await?;
        page.shows(&part("notice-dialog")).await?;
        let there = residue(&page).await?;
        for (_, text) in &SECRETS[..1] {
            assert!(there.contains(text), "the search finds what is there");
        }
        page.run("for (const name of [/High/, /Larger/, /Polski/]) deep('.bar .tool').find((tool) => name.test(tool.textContent)).click()", json!([])).await?;
        page.until(
            "Polish is spoken",
            "return document.documentElement.dataset.councilNoticeLang === 'pl'",
            json!([]),
        )
        .await?;
        page.run(way, json!([])).await?;
        let resets = round + 1;
        page.until(
            "the reset is told",
            "return __seen.events.filter(({ name }) => name === 'reset').length === arguments[0]",
            json!([resets]),
        )
        .await?;
        page.until("English is back", "return document.documentElement.dataset.councilNoticeLang === undefined && shown('[part~=notice]').length === 1", json!([])).await?;
        page.hides(&part("notice-dialog")).await?;
        is(&page, "resting").await?;
        let left = residue(&page).await?;
        assert!(
            !left.contains("SEARCH FAILED: ") && !left.contains("KEPT: "),
            "{left}"
        );
        for (_, text) in SECRETS {
            let at = left
                .find(text)
                .map(|at| &left[at.saturating_sub(80)..at + text.len()]);
            assert_eq!(at, None, "{text} is left after {way}");
        }
        let state: Value = page.js("const { councilNoticeContrast: contrast, councilNoticeText: text } = document.documentElement.dataset; return [contrast ?? null, text ?? null, document.documentElement.style.fontSize, scrollY, active() === document.body]", json!([])).await?;
        assert_eq!(state, json!([null, null, "", 0, true]), "after {way}");
        page.until("the words are those of the start", "return words().replace(/\\d\\d:\\d\\d/, '') === arguments[0].replace(/\\d\\d:\\d\\d/, '').replace(/^/, '') || words().length - arguments[0].length < 60", json!([started])).await?;
    }
    // Undo brings nothing back.
    page.click("#name").await?;
    let chain = browser.driver.action_chain();
    chain
        .key_down(Key::Control)
        .send_keys("z")
        .key_up(Key::Control)
        .perform()
        .await?;
    assert_eq!(name(&page).await?, "");
    Ok(())
}
