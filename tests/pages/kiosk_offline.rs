//! A shared screen and its network: what is kept for the time without one, what never is, and how it comes alive again.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    kiosk::{VISITOR, is, seconds_pass, settle},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    nobodys_page_is_kept, a_page_is_fresh_while_there_is_a_network, a_screen_that_may_not_be_kept_comes_back,
    a_wrong_answer_is_not_taken_for_a_file, another_page_of_that_name_is_left_alone,
    a_screen_without_its_tools_comes_alive, a_screen_without_its_notice_comes_alive,
    a_screen_without_its_widget_comes_alive, a_language_out_of_reach, a_worker_that_cannot_be_had;
];

/// Whether the engine has service workers here: all but WebKitGTK's do.
async fn has_workers(page: &Page<'_>) -> Outcome<bool> {
    let has: bool = page
        .js(
            "return isSecureContext && 'serviceWorker' in navigator",
            json!([]),
        )
        .await?;
    assert!(has || page.browser.engine == Engine::WebKit);
    Ok(has)
}

/// Everything that is kept, address and text.
async fn kept(page: &Page<'_>) -> Outcome<Vec<(String, String)>> {
    let script = "
        const done = arguments[arguments.length - 1];
        (async () => {
            const all = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const { url } of await cache.keys()) {
                    const { pathname } = new URL(url);
                    all.push([pathname, /wasm$/.test(pathname) ? '' : await (await cache.match(url)).text()]);
                }
            }
            return all;
        })().then(done, (error) => done([['failed', String(error)]]))";
    let found = page
        .browser
        .driver
        .execute_async(script, Vec::new())
        .await?;
    Ok(found.convert()?)
}

/// Waits until something is kept whose address begins so: the page's notice is among the last.
async fn keeps(page: &Page<'_>, start: &str) -> Outcome {
    for _ in 0..600 {
        let controlled = "return navigator.serviceWorker.controller !== null";
        let controlled: bool = page.js(controlled, json!([])).await?;
        if controlled
            && kept(page)
                .await?
                .iter()
                .any(|(path, _)| path.starts_with(start))
        {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!(
        "{start} was never kept: {:?}",
        kept(page)
            .await?
            .iter()
            .map(|(path, _)| path)
            .collect::<Vec<_>>()
    );
}

const NOTICE: &str = "/notices/customer-management.en.";

/// By the page itself: Firefox's driver does not ask the worker for what it opens.
async fn starts_anew(page: &Page<'_>) -> Outcome {
    page.run(
        "window.__old = true; setTimeout(() => location.reload())",
        json!([]),
    )
    .await?;
    page.until(
        "it starts anew",
        "return window.__old === undefined && document.readyState === 'complete'",
        json!([]),
    )
    .await
}

const NAME: &str = "Quillfeather";

/// A visitor whom the page greets by name.
async fn greets<'a>(browser: &'a Browser, kind: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/blank.html").await?;
    page.run(
        "document.cookie = `visitor=${arguments[0]};path=/`",
        json!([NAME]),
    )
    .await?;
    page.open(&format!("__test/sign-in/{kind}.html")).await?;
    settle(&page).await?;
    Ok(page)
}

async fn greeting(page: &Page<'_>) -> Outcome<String> {
    page.text("#greeting").await
}

async fn nobodys_page_is_kept(browser: &Browser) -> Outcome {
    for (kind, is_kept) in [
        ("same", true),
        ("no-store", false),
        ("private", false),
        ("vary", false),
        ("token", false),
        // As a stranger gets it.
        ("greets", true),
    ] {
        let page = greets(browser, kind).await?;
        let is_greeted = !["same", "token"].contains(&kind);
        assert_eq!(greeting(&page).await?.contains(NAME), is_greeted, "{kind}");
        if !has_workers(&page).await? {
            return Ok(());
        }
        keeps(&page, NOTICE).await?;
        page.run("CouncilNotice.reset()", json!([])).await?;
        is(&page, "resting").await?;
        let all = kept(&page).await?;
        let of_page = all
            .iter()
            .any(|(path, _)| path.starts_with("/__test/sign-in"));
        assert_eq!(of_page, is_kept, "{kind}");
        assert!(!all.iter().any(|(_, text)| text.contains(NAME)), "{kind}");
        if is_kept {
            page.server.down(true);
            starts_anew(&page).await?;
            settle(&page).await?;
            assert_eq!(greeting(&page).await?, "Welcome", "{kind}");
            page.server.down(false);
        }
    }
    Ok(())
}

async fn a_page_is_fresh_while_there_is_a_network(browser: &Browser) -> Outcome {
    let page = greets(browser, "token").await?;
    if has_workers(&page).await? {
        keeps(&page, NOTICE).await?;
    }
    let token = "return document.querySelector('[name=token]').value";
    let first: String = page.js(token, json!([])).await?;
    starts_anew(&page).await?;
    let second: String = page.js(token, json!([])).await?;
    assert_ne!(first, second, "a token is used once");
    page.open("__test/sign-in/greets.html").await?;
    settle(&page).await?;
    if has_workers(&page).await? {
        keeps(&page, "/__test/sign-in/greets").await?;
    }
    page.run(
        "document.cookie = 'visitor=Marigoldstone;path=/'",
        json!([]),
    )
    .await?;
    starts_anew(&page).await?;
    assert_eq!(greeting(&page).await?, "Welcome, Marigoldstone");
    Ok(())
}

/// Without a network there is nothing of it to show; the screen says so, and asks again by itself.
async fn a_screen_that_may_not_be_kept_comes_back(browser: &Browser) -> Outcome {
    let page = greets(browser, "no-store").await?;
    if !has_workers(&page).await? {
        return Ok(());
    }
    keeps(&page, NOTICE).await?;
    page.server.down(true);
    starts_anew(&page).await?;
    let words = page.words().await?;
    assert!(
        words.contains("no connection") && !words.contains(NAME),
        "{words}"
    );
    let said: Vec<String> = page
        .js(
            "return [...document.querySelectorAll('[lang]')].map((one) => `${one.lang} ${one.dir}`)",
            json!([]),
        )
        .await?;
    assert_eq!(said, ["en ", "en ltr", "cy ltr", "pl ltr", "ur rtl"]);
    page.server.down(false);
    settle(&page).await?;
    assert!(greeting(&page).await?.contains(NAME));
    Ok(())
}

/// A page instead of a style sheet, a redirection, nothing at all: not kept, and looked at again.
async fn a_wrong_answer_is_not_taken_for_a_file(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default()
        .fault("/demo/demo.css", Fault::WrongType)
        .fault("/demo/kiosk.css", Fault::Missing);
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    if !has_workers(&page).await? {
        return Ok(());
    }
    keeps(&page, NOTICE).await?;
    keeps(&page, "/demo/visitor.js").await?;
    let all = kept(&page).await?;
    assert!(!all.iter().any(|(path, _)| path.ends_with(".css")));
    page.server.mend();
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    keeps(&page, "/demo/demo.css").await?;
    keeps(&page, "/demo/kiosk.css").await?;

    // The worker wants all of a release, or none.
    let behaviour = Behaviour::default().fault("/index.pl.", Fault::WrongType);
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let held: bool = page
        .js(
            "return navigator.serviceWorker.controller !== null",
            json!([]),
        )
        .await?;
    assert!(!held, "half a release");
    page.server.mend();
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    keeps(&page, NOTICE).await
}

/// A worker's scope is every address that begins like its page's.
async fn another_page_of_that_name_is_left_alone(browser: &Browser) -> Outcome {
    let page = greets(browser, "same").await?;
    if !has_workers(&page).await? {
        return Ok(());
    }
    keeps(&page, NOTICE).await?;
    let other = "setTimeout(() => (location.href = location.pathname + '.other.html'))";
    page.run(other, json!([])).await?;
    page.until(
        "the other page is there",
        "return location.pathname.endsWith('other.html') && document.readyState === 'complete'",
        json!([]),
    )
    .await?;
    page.server.down(true);
    let reached = "
        const done = arguments[arguments.length - 1];
        fetch('/council-notice.js', { cache: 'no-store' }).then(() => done(true), () => done(false))";
    let reached = browser.driver.execute_async(reached, Vec::new()).await?;
    assert!(!reached.convert::<bool>()?, "the worker is not asked");
    page.server.down(false);
    Ok(())
}

/// A screen for whose start something is missing, which is mended later.
async fn broken<'a>(browser: &'a Browser, path: &str, stage: &str) -> Outcome<Page<'a>> {
    let page = browser
        .visit(Behaviour::default().fault(path, Fault::Missing))
        .await?;
    page.open(VISITOR).await?;
    assert_eq!(page.tells("error").await?.detail["stage"], stage);
    page.run("window.__old = true", json!([])).await?;
    Ok(page)
}

/// The network is back: the screen is alive, and the page the one it was.
async fn comes_alive(page: &Page<'_>) -> Outcome {
    page.fill("#name", "Quill").await?;
    page.server.mend();
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    settle(page).await?;
    is(page, "active").await?;
    let typed = "return window.__old === true && document.querySelector('#name').value === 'Quill'";
    assert!(page.js::<bool>(typed, json!([])).await?, "nothing is lost");
    let told = page.told("error").await?;
    assert_eq!(told.len(), 1, "told once: {told:?}");
    page.run("CouncilNotice.reset()", json!([])).await?;
    is(page, "resting").await
}

async fn a_screen_without_its_tools_comes_alive(browser: &Browser) -> Outcome {
    // The bundle's script, its module, and the style sheets.
    let page = broken(browser, "/kiosk.", "kiosk").await?;
    comes_alive(&page).await
}

async fn a_screen_without_its_notice_comes_alive(browser: &Browser) -> Outcome {
    let page = broken(browser, "/notices/customer-management.", "notice").await?;
    page.shows(".bar .tool").await?;
    comes_alive(&page).await
}

/// A browser may remember that a module could not be had: the page is loaded anew, but not under somebody's hands.
async fn a_screen_without_its_widget_comes_alive(browser: &Browser) -> Outcome {
    let page = broken(browser, "/widget-", "widget").await?;
    let clock = "const now = performance.now.bind(performance); window.__skew = 0; performance.now = () => now() + __skew";
    page.run(clock, json!([])).await?;
    page.fill("#name", "Quill").await?;
    page.server.mend();
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    seconds_pass(&page, 50).await?;
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let typed = "return window.__old === true && document.querySelector('#name').value === 'Quill'";
    assert!(page.js::<bool>(typed, json!([])).await?, "nothing is lost");
    seconds_pass(&page, 15).await?;
    page.run("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    page.until(
        "it starts anew",
        "return window.__old === undefined",
        json!([]),
    )
    .await?;
    settle(&page).await?;
    is(&page, "resting").await?;
    // Firefox fills in again what stood there; the start clears it.
    page.until(
        "nothing is left of it",
        "return document.querySelector('#name').value === ''",
        json!([]),
    )
    .await
}

/// The screen works, and asks for its worker again.
async fn a_worker_that_cannot_be_had(browser: &Browser) -> Outcome {
    for fault in [Fault::Missing, Fault::WrongType, Fault::Truncated] {
        let behaviour = Behaviour::default().fault("/kiosk-worker.js", fault);
        let page = browser.visit(behaviour).await?;
        page.open(VISITOR).await?;
        settle(&page).await?;
        is(&page, "resting").await?;
        assert!(
            page.told("error").await?.is_empty(),
            "nothing that a page could mend"
        );
        if !has_workers(&page).await? {
            continue;
        }
        let held = "return navigator.serviceWorker.controller !== null";
        assert!(!page.js::<bool>(held, json!([])).await?);
        page.server.mend();
        page.run("dispatchEvent(new Event('online'))", json!([]))
            .await?;
        keeps(&page, NOTICE).await?;
        page.server.down(true);
        starts_anew(&page).await?;
        settle(&page).await?;
        page.server.down(false);
    }
    Ok(())
}

/// A language whose notice cannot be had: all stays as it was, and says so once.
async fn a_language_out_of_reach(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().fault("/notices/connect-derby.pl.", Fault::Missing);
    let page = browser.visit(behaviour).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form&cookies=off&kiosk=60")
        .await?;
    settle(&page).await?;
    let polish = "deep('.bar .language').find((one) => one.lang === 'pl').click()";
    page.run(polish, json!([])).await?;
    assert_eq!(page.tells("error").await?.detail["stage"], "language");
    let stays = "
        const { councilNoticeLang } = document.documentElement.dataset;
        const pressed = deep('.bar .language[aria-pressed=true]').map((one) => one.lang).join();
        return councilNoticeLang === undefined && pressed === 'en' && shown('[part~=notice]').length === 1";
    page.until("English stays", stays, json!([])).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.press(Key::Escape).await?;
    page.server.mend();
    page.run(polish, json!([])).await?;
    page.until("Polish is spoken", "return document.documentElement.dataset.councilNoticeLang === 'pl' && shown('[part~=notice]').length === 1", json!([])).await
}
