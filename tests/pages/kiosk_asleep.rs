//! A shared screen whose clock stands still: a machine that sleeps, a tab that nobody sees, a browser that is stopped. And
//! what fills in a form that is nobody's hand.

use std::{fs, process::Command, time::Duration};

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, scenarios},
    kiosk::{VISITOR, is, name, open, settle, somebody_types},
    server::Behaviour,
};

scenarios![Plain:
    a_machine_that_slept, the_next_hand_is_the_next_visitor_s, a_tab_that_nobody_sees,
    filled_in_by_no_hand, silent_after_a_wipe;
    Plain in Chromium: a_tab_that_is_frozen;
    Plain in AllInFull: a_browser_that_is_stopped;
];

/// The screen, with timers that can be held as a browser holds them.
async fn held(browser: &Browser) -> Outcome<Page<'_>> {
    let timers = "<script src=\"/__test/timers.js\"></script></head>";
    let behaviour = Behaviour::default().edit("/demo/visitor.html", "</head>", timers);
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    Ok(page)
}

async fn wiped(page: &Page<'_>) -> Outcome {
    page.tells("reset").await?;
    assert_eq!(name(page).await?, "");
    assert_eq!(page.told("reset").await?.len(), 1, "once");
    Ok(())
}

/// The page's clock has not gone on, that on the wall has.
async fn a_machine_that_slept(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let wall = "const now = window.Date.now; window.__slept = 0; window.Date.now = () => now() + window.__slept";
    page.run(wall, json!([])).await?;
    somebody_types(&page, "Quill").await?;
    // A clock that is set right is no sleep, and none that is set back.
    for seconds in [2, 1, -7200] {
        page.run("window.__slept += arguments[0] * 1000", json!([seconds]))
            .await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(name(&page).await?, "Quill", "{seconds}");
    }
    page.run("window.__slept += 8 * 3600 * 1000", json!([]))
        .await?;
    wiped(&page).await?;
    is(&page, "resting").await
}

/// A touch may come before any timer does.
async fn the_next_hand_is_the_next_visitor_s(browser: &Browser) -> Outcome {
    let page = held(browser).await?;
    somebody_types(&page, "Quill").await?;
    page.run("window.__still = true; window.__skew += 61000", json!([]))
        .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(name(&page).await?, "Quill", "nothing has told the screen");
    page.click("#host").await?;
    wiped(&page).await?;
    is(&page, "active").await?;
    page.fill("#host", "Marigold").await?;
    let host = "return document.querySelector('#host').value";
    assert_eq!(page.js::<String>(host, json!([])).await?, "Marigold");
    Ok(())
}

async fn a_tab_that_nobody_sees(browser: &Browser) -> Outcome {
    let page = held(browser).await?;
    somebody_types(&page, "Quill").await?;
    page.run("window.__still = true; window.__skew += 61000", json!([]))
        .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(name(&page).await?, "Quill", "nothing has told the screen");
    // Before the page is drawn again.
    let seen = "document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); return document.querySelector('#name').value";
    assert_eq!(page.js::<String>(seen, json!([])).await?, "");
    wiped(&page).await
}

/// As Chromium freezes a page; the others cannot be told to.
async fn a_tab_that_is_frozen(browser: &Browser) -> Outcome {
    // To freeze a page Chromium hides its tab, for good: another trial's page there would have its timers held back.
    let tab = browser.driver.window().await?;
    let own = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(own).await?;
    let page = open(browser).await?;
    somebody_types(&page, "Quill").await?;
    let turn = async |state: &str| -> Outcome {
        let cdp = browser.driver.cdp();
        cdp.send_raw("Page.setWebLifecycleState", json!({ "state": state }))
            .await?;
        Ok(())
    };
    turn("frozen").await?;
    page.run("window.__skew += 61000", json!([])).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    turn("active").await?;
    wiped(&page).await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(tab).await?;
    Ok(())
}

/// The processes of this run's browser.
fn processes(engine: Engine) -> Vec<u32> {
    let parts: &[&str] = match engine {
        Engine::Chromium => &["chromium"],
        Engine::Firefox => &["firefox", "Web Content", "Isolated Web"],
        Engine::WebKit => &["MiniBrowser", "WebKitWebProcess", "WebKitNetworkProcess"],
    };
    let stat = |pid: u32| {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (head, rest) = text.rsplit_once(") ")?;
        let (_, name) = head.split_once('(')?;
        Some((
            name.to_owned(),
            rest.split(' ').nth(1)?.parse::<u32>().ok()?,
        ))
    };
    let is_own = |mut pid: u32| {
        while let Some((_, parent)) = stat(pid) {
            if parent == std::process::id() {
                return true;
            }
            pid = parent;
        }
        false
    };
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid| {
            let name = stat(*pid).map(|(name, _)| name).unwrap_or_default();
            let is_driver = name.to_lowercase().contains("driver");
            !is_driver && parts.iter().any(|part| name.contains(part)) && is_own(*pid)
        })
        .collect()
}

fn signal(name: &str, pids: &[u32]) -> Outcome {
    let pids = pids.iter().map(ToString::to_string);
    Command::new("kill").arg(name).args(pids).status()?;
    Ok(())
}

/// As with the lid closed: every process of the browser stands still for longer than the idle time.
async fn a_browser_that_is_stopped(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().edit(
        "/demo/visitor.html",
        "data-kiosk=\"60\"",
        "data-kiosk=\"30\"",
    );
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    somebody_types(&page, "Quill").await?;
    let pids = processes(browser.engine);
    assert!(!pids.is_empty(), "the browser's processes are found");
    signal("-STOP", &pids)?;
    tokio::time::sleep(Duration::from_secs(35)).await;
    signal("-CONT", &pids)?;
    wiped(&page).await?;
    is(&page, "resting").await
}

/// What a password manager fills in is somebody's; what the page's own script puts there for everybody is not.
async fn filled_in_by_no_hand(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let fill = "
        document.querySelector('#contact').value = '07700900123';
        document.querySelector('#contact').dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(fill, json!([])).await?;
    is(&page, "active").await?;
    let today = "
        document.addEventListener('council-notice:reset', () => {
            for (const wait of [0, 200]) setTimeout(() => {
                document.querySelector('#vehicle').value = 'none';
                document.querySelector('#vehicle').dispatchEvent(new Event('input', { bubbles: true }));
            }, wait);
        })";
    page.run(today, json!([])).await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    // It may be somebody's answer that comes late: the time runs. What comes again after the next wipe is the page's own.
    is(&page, "active").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    is(&page, "resting").await?;
    page.run(fill, json!([])).await?;
    is(&page, "active").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    is(&page, "resting").await?;
    let held: Value = page
        .js(
            "return ['contact', 'vehicle'].map((id) => document.getElementById(id).value)",
            json!([]),
        )
        .await?;
    assert_eq!(held, json!(["", "none"]));
    Ok(())
}

/// What the page itself reads aloud goes with the visitor that it was read to.
async fn silent_after_a_wipe(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let has: bool = page
        .js(
            "return typeof speechSynthesis === 'object' && !!speechSynthesis",
            json!([]),
        )
        .await?;
    if !has {
        return Ok(());
    }
    page.run(
        "window.__hushed = 0; speechSynthesis.cancel = () => { window.__hushed++ }",
        json!([]),
    )
    .await?;
    somebody_types(&page, "Quill").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.until("it is silent", "return window.__hushed > 0", json!([]))
        .await?;
    page.run(
        "window.__hushed = 0; dispatchEvent(new Event('pagehide'))",
        json!([]),
    )
    .await?;
    page.until(
        "and when it is left",
        "return window.__hushed > 0",
        json!([]),
    )
    .await
}
