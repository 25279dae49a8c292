//! The table of `docs/src/faults.md`: what a visitor has when one of our files is missing, broken or late. It says what is
//! expected; here it is tried, cell by cell.

use std::{
    fs, io,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    harness::{Browser, Engine, Outcome, Page, dist, full, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain: accepted, refused, withdrawn, noticed, preferred, required, at_a_kiosk;];

const TABLE: &str = include_str!("../../docs/src/faults.md");
const ACTIONS: [&str; 7] = [
    "accept",
    "refuse",
    "withdraw",
    "notice",
    "preferences",
    "require",
    "kiosk",
];
const INCLUDE_STYLE: &str = "include's style sheet";
/// One cell in so many is tried where not all are.
const TENTH: usize = 10;

/// A cell of the table: file, fault, action, and what the visitor is to have.
type Cell<'a> = (&'a str, &'a str, &'a str, &'a str);

fn cells() -> impl Iterator<Item = (usize, Cell<'static>)> {
    let rows = TABLE.lines().map(|line| {
        line.trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect::<Vec<_>>()
    });
    let rows = rows.filter(|row| row.len() == 2 + ACTIONS.len() && address(row[0]).is_some());
    rows.enumerate().flat_map(|(at, row)| {
        let actions = ACTIONS.into_iter().enumerate();
        actions
            .map(|(turn, action)| (at + 3 * turn, (row[0], row[1], action, row[2 + turn])))
            .collect::<Vec<_>>()
    })
}

/// Part of the file's address.
fn address(file: &str) -> Option<&'static str> {
    Some(match file {
        "gate" => "/council-notice.js",
        "deferred module" => "/deferred.",
        "widget's script" => "/widget-",
        "widget's module" => "_bg.wasm",
        "index" => "/index.en.",
        "notice" => "/notices/connect-derby.en.",
        INCLUDE_STYLE => "/card-",
        "kiosk's worker" => "/kiosk-worker.js",
        _ => return None,
    })
}

fn fault(name: &str) -> Fault {
    match name {
        "missing" => Fault::Missing,
        "wrong type" => Fault::WrongType,
        "cut" => Fault::Truncated,
        "slow" => Fault::Slow(Duration::from_secs(2)),
        "never" => Fault::Silent,
        "once, then well" => Fault::MissingOnce,
        _ => panic!("nothing goes wrong by the name {name}"),
    }
}

async fn accepted(browser: &Browser) -> Outcome {
    every_cell(browser, "accept").await
}

async fn refused(browser: &Browser) -> Outcome {
    every_cell(browser, "refuse").await
}

async fn withdrawn(browser: &Browser) -> Outcome {
    every_cell(browser, "withdraw").await
}

async fn noticed(browser: &Browser) -> Outcome {
    every_cell(browser, "notice").await
}

async fn preferred(browser: &Browser) -> Outcome {
    every_cell(browser, "preferences").await
}

async fn required(browser: &Browser) -> Outcome {
    every_cell(browser, "require").await
}

async fn at_a_kiosk(browser: &Browser) -> Outcome {
    every_cell(browser, "kiosk").await
}

/// Tries what the table says of an action: every cell, or every tenth. `COUNCIL_NOTICE_FILE` names the one file to try.
async fn every_cell(browser: &Browser, of: &str) -> Outcome {
    assert_eq!(cells().count(), 8 * 6 * ACTIONS.len(), "the table is whole");
    let only = std::env::var("COUNCIL_NOTICE_FILE").ok();
    let all = only.is_some() || full();
    let engine = Engine::ALL.iter().position(|one| *one == browser.engine);
    let engine = engine.unwrap_or_default();
    let mut wrong = Vec::new();
    for (at, (file, fault, action, wanted)) in cells() {
        if only.as_ref().is_some_and(|only| only != file) {
            continue;
        }
        if action != of || !(all || (at + 7 * engine).is_multiple_of(TENTH)) {
            continue;
        }
        let found = match cell(browser, file, fault, action).await {
            Ok(found) => found.to_owned(),
            Err(error) => error.to_string(),
        };
        // Its module waits for a sheet that is on its way: the manual says so.
        let waits = (browser.engine, file, fault) == (Engine::Firefox, INCLUDE_STYLE, "never");
        let wanted = match action {
            "preferences" if waits => "page",
            "require" if waits => "sent",
            "kiosk" if waits => "plain",
            _ => wanted,
        };
        if found != wanted {
            wrong.push(format!("{file}, {fault}, {action}: {found}, not {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// The pages of the trials, with the notice of the tag's service in their form, or with its include.
fn pages(behaviour: Behaviour, file: &str, fault: &str) -> io::Result<Behaviour> {
    const FORM: &str = "<form id=\"form\" method=\"post\" action=\"/demo/echo\">";
    const OWN: &str = "<council-notice service=\"connect-derby\"><a href=\"/notices/connect-derby/\">The notice</a></council-notice>";
    // Our script comes after the page has loaded: drivers wait for all that is on its way before that.
    const TAG: &str = "document.head.append(tag)";
    let late = |before: &str| {
        format!("addEventListener('load', () => setTimeout(() => {{ {before} {TAG} }}))")
    };
    let behaviour = behaviour.edit("/__test/plain.html", "#elsewhere", "/notices/cookies/");
    if file != INCLUDE_STYLE {
        let form = [FORM, OWN].concat();
        let behaviour = behaviour.edit("/__test/form.html", FORM, &form);
        return Ok(behaviour.edit("/__test/tag.js", TAG, &late("")));
    }
    let include = fs::read_to_string(dist().join("includes/connect-derby.en.html"))?;
    if fault == "never" {
        // The page would never have loaded: here a script puts the include in.
        let put = "const form = document.querySelector('#form'); (form || document.querySelector('main')).insertAdjacentHTML(form ? 'afterbegin' : 'beforeend',";
        let put = format!("{put} {});", json!(include));
        return Ok(behaviour.edit("/__test/tag.js", TAG, &late(&put)));
    }
    let end = [&include, "</main>"].concat();
    Ok(behaviour
        .edit("/__test/form.html", FORM, &[FORM, &include].concat())
        .edit("/__test/gated.html", "</main>", &end)
        .edit("/__test/plain.html", "</main>", &end)
        .edit("/__test/tag.js", TAG, &late("")))
}

/// What the visitor has.
async fn cell(browser: &Browser, file: &str, name: &str, action: &str) -> Outcome<&'static str> {
    let path = address(file).unwrap_or_default();
    let behaviour = Behaviour::default().fault(path, fault(name));
    let behaviour = pages(behaviour, file, name)?;
    let page = browser.visit(behaviour).await?;
    let path = match action {
        "accept" | "refuse" | "withdraw" => "__test/gated.html",
        "preferences" => "__test/plain.html",
        "require" => "__test/form.html?guardian=require",
        "kiosk" => "__test/form.html?kiosk=60",
        _ => "__test/form.html",
    };
    page.open("__test/blank.html").await?;
    let go = "setTimeout(() => location.assign('/' + arguments[0]))";
    page.run(go, json!([path])).await?;
    let there = "return location.pathname !== '/__test/blank.html' && document.readyState !== 'loading' && !!document.querySelector('main')";
    page.until("the page is there", there, json!([])).await?;
    let is_closed = !holds(&page, 5, "return typeof CouncilNotice === 'object'").await;
    match action {
        "accept" | "refuse" | "withdraw" if is_closed => closed(&page).await,
        "kiosk" if is_closed => closed(&page).await,
        "accept" => accept(&page).await,
        "refuse" => {
            page.click("[part~=reject]").await?;
            let refused = "return document.cookie.includes('council_notice=') && /\\.0(;|$)/.test(document.cookie) && __seen.ran.length === 0 && !document.querySelector('iframe').getAttribute('src')";
            Ok(if holds(&page, 5, refused).await {
                "refused"
            } else {
                "nothing"
            })
        }
        "withdraw" => {
            if accept(&page).await? != "runs" {
                return Ok("nothing");
            }
            let framed =
                "return document.querySelector('iframe').contentDocument?.title === 'Framed'";
            page.until("the frame shows", framed, json!([])).await?;
            page.run("CouncilNotice.withdraw()", json!([])).await?;
            let empty = "return /\\.0(;|$)/.test(document.cookie) && !document.querySelector('iframe').getAttribute('src') && document.querySelector('iframe').contentDocument?.title !== 'Framed'";
            Ok(if holds(&page, 10, empty).await {
                "taken back"
            } else {
                "open"
            })
        }
        "notice" => notice(&page).await,
        "preferences" => preferences(&page).await,
        "require" => {
            notice(&page).await?;
            if file == INCLUDE_STYLE && (page.browser.engine, name) != (Engine::Firefox, "never") {
                // It is seen before there is a widget that could hold the form.
                page.tells("notice").await?;
            }
            page.run("document.querySelector('#form').requestSubmit()", json!([]))
                .await?;
            let sent = "return document.title === 'What the form sent'";
            let held = "return !!active().closest?.('[part~=guardian]')";
            one_of(&page, 10, &[(held, "held"), (sent, "sent")]).await
        }
        "kiosk" => {
            let tools = "return document.documentElement.dataset.councilNoticeKiosk !== undefined";
            let told = "return __seen.events.some(({ name, detail }) => name === 'error' && ['deferred', 'widget'].includes(detail.stage))";
            let mut found = one_of(&page, 12, &[(tools, "tools"), (told, "plain")]).await?;
            // What failed may have come when it was asked for again.
            if found == "plain" && holds(&page, 3, tools).await {
                found = "tools";
            }
            page.run("CouncilNotice.accept('all')", json!([])).await?;
            let kept = "return document.cookie.includes('council_notice') || shown('[part~=banner]').length > 0";
            Ok(if page.js::<bool>(kept, json!([])).await? {
                "open"
            } else {
                found
            })
        }
        _ => unreachable!("an action of the table"),
    }
}

async fn closed(page: &Page<'_>) -> Outcome<&'static str> {
    let nothing = "return [document.cookie, __seen.ran.length, document.querySelector('iframe')?.getAttribute('src') ?? null, shown('[part~=banner]').length]";
    let found: Value = page.js(nothing, json!([])).await?;
    Ok(if found == json!(["", 0, null, 0]) {
        "closed"
    } else {
        "open"
    })
}

async fn accept(page: &Page<'_>) -> Outcome<&'static str> {
    page.click("[part~=accept]").await?;
    let runs = "return document.cookie.includes('council_notice=') && __seen.ran.length === 9";
    Ok(if holds(page, 10, runs).await {
        "runs"
    } else {
        "nothing"
    })
}

/// The notice, or once it is clear that none comes, its author's link.
async fn notice(page: &Page<'_>) -> Outcome<&'static str> {
    let shown = "return shown('[part~=notice]').length > 0";
    let told = "const gone = typeof CouncilNotice !== 'object' || __seen.events.some(({ name, detail }) => name === 'error' && detail.stage !== 'form');
        return gone && shown('council-notice > a').length > 0";
    let found = one_of(page, 14, &[(shown, "notice"), (told, "link")]).await?;
    // What failed may come when it is asked for again.
    Ok(if found == "link" && holds(page, 2, shown).await {
        "notice"
    } else {
        found
    })
}

async fn preferences(page: &Page<'_>) -> Outcome<&'static str> {
    let driver = &page.browser.driver;
    let first = driver.window().await?;
    page.run("document.querySelector('main a').click()", json!([]))
        .await?;
    let dialog = "return shown('[part~=preferences]').length > 0";
    let cookies = "return location.pathname === '/notices/cookies/'";
    let end = Instant::now() + Duration::from_secs(16);
    while Instant::now() < end {
        for window in driver.windows().await? {
            if window != first {
                driver.switch_to_window(window).await?;
                let there = holds(page, 5, cookies).await;
                driver.close_window().await?;
                driver.switch_to_window(first.clone()).await?;
                return Ok(if there { "page" } else { "nothing" });
            }
        }
        for (state, name) in [(dialog, "dialog"), (cookies, "page")] {
            if page.js::<bool>(state, json!([])).await.unwrap_or(false) {
                return Ok(name);
            }
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok("nothing")
}

/// Whether the script comes to answer true within so many seconds.
async fn holds(page: &Page<'_>, seconds: u64, script: &str) -> bool {
    let end = Instant::now() + Duration::from_secs(seconds);
    loop {
        if page.js::<bool>(script, json!([])).await.unwrap_or(false) {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        sleep(Duration::from_millis(50)).await;
    }
}

/// The first of these states that is reached.
async fn one_of(
    page: &Page<'_>,
    seconds: u64,
    states: &[(&str, &'static str)],
) -> Outcome<&'static str> {
    let end = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < end {
        for (state, name) in states {
            if page.js::<bool>(state, json!([])).await.unwrap_or(false) {
                return Ok(name);
            }
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok("nothing")
}
