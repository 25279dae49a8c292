//! A shared screen between two visitors: nothing of the first is left, wherever a page can keep it.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    kiosk::{SECRETS, is, name, open, settle, somebody_types},
    server::Behaviour,
};

scenarios![Plain:
    nothing_of_a_visitor_is_left, what_the_page_opened_and_said, what_was_done_in_a_frame, what_fills_the_screen,
    fields_of_one_shadow_root, no_tab_is_opened,
];

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

const SCREEN: &str = "__test/screen.html?service=customer-management&part=visiting&form=%23form&cookies=off&kiosk=60";

async fn screen(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(SCREEN).await?;
    settle(&page).await?;
    Ok(page)
}

/// The host's own disclosures, its title, and a field outside any form.
async fn what_the_page_opened_and_said(browser: &Browser) -> Outcome {
    let page = screen(browser).await?;
    for _ in 0..2 {
        somebody_types(&page, "Quill").await?;
        for one in ["#shut summary", "#wide summary", "#agree"] {
            page.click(one).await?;
        }
        page.run("document.title = 'Welcome, Quill'", json!([]))
            .await?;
        let state = "return [document.querySelector('#shut').open, document.querySelector('#wide').open, document.querySelector('#agree').checked, document.title]";
        let there: Value = page.js(state, json!([])).await?;
        assert_eq!(there, json!([true, false, true, "Welcome, Quill"]));
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
        let left: Value = page.js(state, json!([])).await?;
        assert_eq!(left, json!([false, true, false, "A screen"]));
    }
    Ok(())
}

/// Whoever types in a frame is there, and what they typed goes. Of a frame of another origin only the focus can be known, and
/// not in every engine as its driver works it: the manual promises nothing of these.
async fn what_was_done_in_a_frame(browser: &Browser) -> Outcome {
    let page = screen(browser).await?;
    let frames: &[&str] = match browser.engine {
        Engine::Chromium => &["own", "strange"],
        Engine::Firefox | Engine::WebKit => &["own"],
    };
    for id in frames {
        page.run(
            "document.getElementById(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
            json!([id]),
        )
        .await?;
        browser
            .driver
            .find(By::Id(*id))
            .await?
            .enter_frame()
            .await?;
        let field = browser.driver.find(By::Id("inside")).await?;
        field.click().await?;
        field.send_keys("Quill").await?;
        browser.driver.enter_default_frame().await?;
        is(&page, "active").await?;
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
        let mut left = 200;
        loop {
            browser
                .driver
                .find(By::Id(*id))
                .await?
                .enter_frame()
                .await?;
            let value = "return document.querySelector('#inside')?.value ?? null";
            let value = browser.driver.execute(value, Vec::new()).await;
            browser.driver.enter_default_frame().await?;
            // The frame is on its way.
            let value: Option<String> = value.ok().and_then(|value| value.convert().ok());
            if value.as_deref() == Some("") {
                break;
            }
            assert!(left > 0, "{id}: {value:?}");
            left -= 1;
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
    }
    Ok(())
}

/// What somebody has made as large as the screen is no longer; what the page itself shows so stays.
async fn what_fills_the_screen(browser: &Browser) -> Outcome {
    let page = screen(browser).await?;
    let add = "
        const button = (id, act) => {
            document.querySelector('main').insertAdjacentHTML('afterbegin', `<button id=${id} type=button>${id}</button>`);
            document.getElementById(id).onclick = act;
        };
        button('whole', () => document.documentElement.requestFullscreen());
        button('larger', () => document.querySelector('#form').requestFullscreen())";
    page.run(add, json!([])).await?;
    let fills = "return (document.fullscreenElement?.localName ?? '') === arguments[0]";
    for (id, name, after) in [("larger", "form", ""), ("whole", "html", "html")] {
        page.click(&format!("#{id}")).await?;
        page.until(id, fills, json!([name])).await?;
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
        page.until("after the wipe", fills, json!([after])).await?;
        // WebKit takes no further wish while it is about one.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    page.run("document.exitFullscreen()", json!([])).await?;
    page.until("it is left", fills, json!([""])).await
}

/// No event leaves the root when the focus goes from one of its fields to the next.
async fn fields_of_one_shadow_root(browser: &Browser) -> Outcome {
    let page = screen(browser).await?;
    let add = "
        const host = document.createElement('div');
        document.querySelector('main').prepend(host);
        host.attachShadow({ mode: 'open' }).innerHTML = '<input id=first><p id=second contenteditable>Deep</p>'";
    page.run(add, json!([])).await?;
    page.run("deep('#first')[0].focus()", json!([])).await?;
    page.press("Quill").await?;
    page.press(Key::Tab).await?;
    page.press("Quill").await?;
    let state =
        "return [deep('#first')[0].value, deep('#second')[0].textContent.includes('Quill')]";
    let typed: Value = page.js(state, json!([])).await?;
    assert_eq!(typed, json!(["Quill", true]));
    page.run("CouncilNotice.reset()", json!([])).await?;
    is(&page, "resting").await?;
    let left: Value = page.js(state, json!([])).await?;
    assert_eq!(left, json!(["", false]));
    Ok(())
}

/// The middle button opens a tab where a click does not.
async fn no_tab_is_opened(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    let middle = "
        const link = shown('[part~=notice-dialog] .dialog-foot a')[0];
        return link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true, composed: true }))";
    let goes: bool = page.js(middle, json!([])).await?;
    assert!(!goes);
    page.shows(".square .code").await?;
    assert_eq!(browser.driver.windows().await?.len(), 1);
    Ok(())
}
