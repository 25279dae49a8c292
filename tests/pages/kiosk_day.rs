//! A shared screen in the long run: hundreds of visitors, a network that comes and goes, a release in the middle.

use std::{fs, io, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, copy, dist, part, scenarios},
    kiosk::{VISITOR, is, name, open, seconds_pass, settle, somebody_types},
    server::Behaviour,
};

scenarios![Plain: five_hundred_visitors, it_works_without_a_network, an_accelerated_day];

/// One visitor after another, by script: each types, opens what can be opened, and is wiped.
const VISITORS: &str = "
    const done = arguments[arguments.length - 1];
    const turn = () => new Promise((go) => setTimeout(go, 0));
    (async () => {
        for (let visitor = 0; visitor < arguments[0]; visitor++) {
            dispatchEvent(new Event('pointerdown'));
            for (const field of document.querySelectorAll('#visitor input')) {
                field.focus();
                field.value = 'visitor ' + visitor;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            }
            // Not each of them reads: the walk through shadow roots and dialogs is what takes the time.
            if (visitor % 10 === 0) {
                for (const why of deep('[part~=why]')) why.click();
                CouncilNotice.openNotice();
            }
            await turn();
            CouncilNotice.reset();
            await turn();
        }
        await turn();
        return [deep('*').length, history.length, document.querySelector('#name').value, deep('dialog[open]').length];
    })().then(done, (error) => done(String(error)))";

async fn visitors(page: &Page<'_>, count: u32) -> Outcome<Value> {
    let script = format!("{}\n{VISITORS}", include_str!("harness/deep.js"));
    Ok(page
        .browser
        .driver
        .execute_async(script, vec![json!(count)])
        .await?
        .convert()?)
}

/// Nodes, listeners and bytes of heap that the engine itself counts, after a collection.
pub(crate) async fn counters(page: &Page<'_>) -> Outcome<[f64; 3]> {
    let cdp = page.browser.driver.cdp();
    for _ in 0..2 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let counted = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
    let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let figure = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    Ok([
        figure(&counted["nodes"]),
        figure(&counted["jsEventListeners"]),
        figure(&heap["usedSize"]),
    ])
}

async fn five_hundred_visitors(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    // As after some days: the browser keeps no more steps of the way here.
    let full = "for (let step = 0; step < 60; step++) history.pushState(null, '', location.href)";
    page.run(full, json!([])).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    // The first ones warm everything up.
    let start = visitors(&page, 50).await?;
    assert_eq!(start[2], "", "{start}");
    assert_eq!(start[3], 0, "{start}");
    if browser.engine != Engine::Chromium {
        assert_eq!(
            visitors(&page, 50).await?,
            start,
            "elements, history, form and dialogs as before"
        );
        return Ok(());
    }
    let before = counters(&page).await?;
    // In parts: a slow machine takes its time, and a script has thirty seconds.
    for _ in 0..8 {
        visitors(&page, 50).await?;
    }
    assert_eq!(
        visitors(&page, 50).await?,
        start,
        "elements, history, form and dialogs as before"
    );
    let after = counters(&page).await?;
    println!("nodes, listeners, heap: after 50 visitors {before:?}, after 500 {after:?}");
    // A node or a listener a visitor would be 450; the engine's own caches move a little.
    assert!(after[0] - before[0] < 100.0, "nodes: {before:?} {after:?}");
    assert!(
        after[1] - before[1] < 20.0,
        "listeners: {before:?} {after:?}"
    );
    assert!(
        after[2] - before[2] < 450.0 * 1024.0,
        "less than a kilobyte a visitor: {before:?} {after:?}"
    );
    Ok(())
}

/// Waits until the worker holds the page; false where the engine has no workers here.
async fn holds_the_page(page: &Page<'_>) -> Outcome<bool> {
    let has: bool = page
        .js(
            "return isSecureContext && 'serviceWorker' in navigator",
            json!([]),
        )
        .await?;
    if !has {
        assert_eq!(
            page.browser.engine,
            Engine::WebKit,
            "Chromium and Firefox have service workers on this machine"
        );
        return Ok(false);
    }
    let held = "
        const done = arguments[arguments.length - 1];
        (async () => {
            for (const name of await caches.keys()) if (await (await caches.open(name)).match('/demo/visitor.js') && (await (await caches.open(name)).keys()).some(({ url }) => url.includes('/notices/'))) return navigator.serviceWorker.controller !== null;
            return false;
        })().then(done, () => done(false))";
    for _ in 0..600 {
        let done = page.browser.driver.execute_async(held, Vec::new()).await?;
        if done.convert::<bool>()? {
            return Ok(true);
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the worker never held the page");
}

/// From here on every connection is refused, which is the same to a page as a network that is gone.
async fn it_works_without_a_network(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let held = holds_the_page(&page).await?;
    page.server.down(true);
    // As after a power cut. By the page itself: Firefox's driver does not ask the worker for what it opens. Without a
    // worker the page that was there goes on.
    if held {
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
        .await?;
        settle(&page).await?;
        let by_worker: bool = page
            .js(
                "return navigator.serviceWorker.controller !== null",
                json!([]),
            )
            .await?;
        assert!(by_worker);
    }
    is(&page, "resting").await?;
    somebody_types(&page, "Quill").await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.hides(&part("notice-dialog")).await?;
    // What cannot arrive is the host's to keep, and it says so.
    for field in ["#name", "#host", "#contact"] {
        page.fill(field, "Quill").await?;
    }
    page.click("#visitor button").await?;
    page.shows("#failed").await?;
    assert_eq!(name(&page).await?, "Quill");
    if !held {
        page.server.down(false);
        return Ok(());
    }
    let kept = "
        const done = arguments[arguments.length - 1];
        (async () => { const all = []; for (const name of await caches.keys()) for (const { method, url } of await (await caches.open(name)).keys()) all.push(method + ' ' + url); return all; })().then(done)";
    let kept: Vec<String> = page
        .browser
        .driver
        .execute_async(kept, Vec::new())
        .await?
        .convert()?;
    let own = page.server.home();
    let files = [
        "council-notice.js",
        "widget-",
        "kiosk.",
        "index.",
        "placements.",
        "notices/customer-management.",
        "demo/",
        "deferred.",
        "gated.",
        "__test/collect.js",
        "kiosk-worker.js", // WebKit lists it
    ];
    for one in &kept {
        let path = one
            .strip_prefix(&format!("GET {own}"))
            .unwrap_or_else(|| panic!("{one}"));
        assert!(
            files.iter().any(|file| path.starts_with(file)) && !path.contains('?'),
            "{one}"
        );
    }
    page.server.down(false);
    Ok(())
}

/// The release after this one: the same files, but for the gate's version.
fn next_release() -> io::Result<PathBuf> {
    let next = std::env::temp_dir().join(format!("council-notice-next-{}", std::process::id()));
    copy(&dist(), &next)?;
    for file in ["council-notice.js", "kiosk-worker.js"] {
        let text = fs::read_to_string(next.join(file))?;
        let is_hash =
            |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (from, to) = match file {
            "kiosk-worker.js" => (text.split('"').find(is_hash).unwrap_or("no hash"), "next"),
            _ => (env!("CARGO_PKG_VERSION"), "9.9.9"),
        };
        assert!(text.contains(from), "{file} says {from}");
        fs::write(next.join(file), text.replacen(from, to, 1))?;
        for twin in ["br", "gz"] {
            let _ = fs::remove_file(next.join(format!("{file}.{twin}")));
        }
    }
    Ok(next)
}

async fn version(page: &Page<'_>) -> Outcome<String> {
    page.js("return CouncilNotice.version", json!([])).await
}

async fn an_accelerated_day(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let offline = holds_the_page(&page).await? && browser.engine == Engine::Chromium;
    let next = next_release()?;
    for hour in 8..20 {
        match hour % 4 {
            // Somebody walks away.
            0 => {
                somebody_types(&page, "Quill").await?;
                seconds_pass(&page, 41).await?;
                page.shows(&part("kiosk-countdown")).await?;
                seconds_pass(&page, 21).await?;
            }
            1 => {
                for field in ["#name", "#host", "#contact"] {
                    page.fill(field, "Quill").await?;
                }
                page.click("#visitor button").await?;
                page.shows("#done").await?;
                page.click("#done button").await?;
            }
            // The network is gone, then the power.
            2 if offline => {
                somebody_types(&page, "Quill").await?;
                page.server.down(true);
                page.run("dispatchEvent(new Event('offline'))", json!([]))
                    .await?;
                page.open(VISITOR).await?;
                settle(&page).await?;
                page.server.down(false);
                page.run("dispatchEvent(new Event('online'))", json!([]))
                    .await?;
            }
            _ => {
                somebody_types(&page, "Quill").await?;
                page.run("CouncilNotice.reset()", json!([])).await?;
            }
        }
        is(&page, "resting").await?;
        assert_eq!(name(&page).await?, "", "{hour}:00");
        if hour == 14 && offline {
            let now = version(&page).await?;
            somebody_types(&page, "Quill").await?;
            page.server.publish(next.clone());
            page.run("dispatchEvent(new Event('online'))", json!([]))
                .await?;
            tokio::time::sleep(std::time::Duration::from_millis(600)).await;
            assert_eq!(version(&page).await?, now, "not while somebody is there");
            assert_eq!(name(&page).await?, "Quill");
            browser.quiet().await?;
            page.run("CouncilNotice.reset()", json!([])).await?;
            page.until(
                "the new release is there",
                "return window.CouncilNotice?.version === '9.9.9'",
                json!([]),
            )
            .await?;
            settle(&page).await?;
        }
        browser.quiet().await?;
    }
    let _ = fs::remove_dir_all(&next);
    Ok(())
}
