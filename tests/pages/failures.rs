//! Whatever goes wrong: the page works, the banner works, nothing is granted, and a link to the notice stands there.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Engine, Outcome, Page, demo::POLICY, part, scenarios},
    keyboard::tab_to,
    server::{Behaviour, Fault},
};

scenarios![
    Plain:
        wasm_missing, wasm_truncated, wasm_slow, cut_by_an_upload_that_went_on, script_missing,
        script_of_the_wrong_type, index_missing, notice_missing, gate_missing,
        a_frame_without_an_origin, deferred_missing, refused_before_the_element_is_known;
    NoCookies: cookies_disabled;
];

const PAGE: &str = "demo/tenancy.html";
const SERVICE: &str = "connect-derby";

pub(crate) async fn wasm_refused_by_policy(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().policy("/demo/", &POLICY.replace(" 'wasm-unsafe-eval'", "")),
    )
    .await
}

async fn wasm_missing(browser: &Browser) -> Outcome {
    let behaviour = || Behaviour::default().fault(".wasm", Fault::Missing);
    falls_back(browser, behaviour()).await?;
    // By keyboard: nothing is dead, and the focus is never lost.
    let page = browser.visit(behaviour()).await?;
    page.open("__test/plain.html").await?;
    page.shows(&part("banner")).await?;
    tab_to(&page, &part("choose")).await?;
    page.press(Key::Enter).await?;
    let first = browser.driver.window().await?;
    let there = "return location.pathname === '/notices/cookies/'";
    if browser.engine == Engine::WebKit {
        // So late after the key it opens no window.
        page.until("the page on cookies comes", there, json!([]))
            .await?;
        browser.driver.back().await?;
        page.shows(&part("banner")).await?;
    } else {
        page.until_windows(2).await?;
        let windows = browser.driver.windows().await?;
        for window in windows.into_iter().filter(|window| *window != first) {
            browser.driver.switch_to_window(window).await?;
            page.until("it is the page on cookies", there, json!([]))
                .await?;
            browser.driver.close_window().await?;
        }
        browser.driver.switch_to_window(first).await?;
        assert!(page.focused(&part("choose")).await?, "and the bar stays");
    }
    page.click(&part("reject")).await?;
    tab_to(
        &page,
        "[part~=confirmation] [data-council-notice=preferences]",
    )
    .await?;
    page.press(Key::Enter).await?;
    page.shows(&part("banner")).await?;
    assert!(page.focused(&part("reject")).await?, "the way back");
    page.browser.quiet().await
}

/// Under Trusted Types a gated `data-src` is refused while the gate starts: the rest of it starts all the same.
async fn refused_before_the_element_is_known(browser: &Browser) -> Outcome {
    let page_of = "/__test/policy.html";
    let policy = "script-src 'self' 'nonce-tally'; require-trusted-types-for 'script'";
    let waiting = "<main><council-notice service=\"derby-homes\" for=\"#nowhere\"><a href=\"/\">The notice</a></council-notice>";
    let behaviour = Behaviour::default()
        .policy(page_of, policy)
        .edit(page_of, "<script async", "<script defer")
        .edit(page_of, "<main>", waiting);
    let page = browser.visit(behaviour).await?;
    page.open("__test/policy.html").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.reload().await?;
    page.ready().await?;
    page.until(
        "the notice in the form has been placed",
        "return !!document.querySelector('#form council-notice')",
        json!([]),
    )
    .await?;
    page.browser.quiet().await
}

async fn wasm_truncated(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().fault(".wasm", Fault::Truncated),
    )
    .await
}

/// Each is asked for anew, though browsers may keep what they have for a year.
async fn cut_by_an_upload_that_went_on(browser: &Browser) -> Outcome {
    for file in ["/index.", "/notices/connect-derby.", "/widget-", ".wasm"] {
        let page = browser
            .visit(Behaviour::default().fault(file, Fault::TruncatedOnce))
            .await?;
        page.open(PAGE).await?;
        page.tells("notice").await?;
        let paths = page.paths();
        let asked = paths.iter().filter(|path| path.contains(file)).count();
        assert!(asked > 1, "{file} was cut, and asked for anew: {paths:?}");
        page.browser.quiet().await?;
    }
    Ok(())
}

async fn script_missing(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().fault("/widget", Fault::Missing),
    )
    .await
}

async fn script_of_the_wrong_type(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().fault("/widget", Fault::WrongType),
    )
    .await
}

async fn index_missing(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().fault("/index.en.", Fault::Missing),
    )
    .await
}

async fn notice_missing(browser: &Browser) -> Outcome {
    falls_back(
        browser,
        Behaviour::default().fault(&format!("/notices/{SERVICE}.en."), Fault::Missing),
    )
    .await
}

async fn falls_back(browser: &Browser, behaviour: Behaviour) -> Outcome {
    let page = browser.visit(behaviour).await?;
    page.open(PAGE).await?;
    page.shows(&part("banner")).await?;
    let error = page.tells("error").await?.detail;
    assert!(
        error["stage"]
            .as_str()
            .is_some_and(|stage| !stage.is_empty()),
        "{error}"
    );
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|message| !message.is_empty()),
        "{error}"
    );
    has_link(&page).await?;
    banner_works(&page).await?;
    // Preferences need the widget as well; without it the banner is there to change one's mind.
    page.click("[data-council-notice=hide]").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    let face = "return shown('[part~=banner], [part~=preferences]').length > 0";
    page.until("the choice can be changed", face, json!([]))
        .await?;
    page.browser.quiet().await
}

/// In the notice's place, a link that leads to the static page.
async fn has_link(page: &Page<'_>) -> Outcome {
    let link = format!("#tenancy council-notice a[href*=\"/notices/{SERVICE}/\"]");
    page.shows(&link).await?;
    let there: bool = page
        .js("const link = shown(arguments[0])[0]; return link.innerText.trim() !== '' && fetch(link.href, { mode: 'no-cors' }).then((answer) => answer.type === 'opaque' || answer.ok)", json!([link]))
        .await?;
    assert!(there, "the link leads somewhere");
    Ok(())
}

async fn banner_works(page: &Page<'_>) -> Outcome {
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    let allowed: bool = page
        .js("return CouncilNotice.allows('analytics')", json!([]))
        .await?;
    assert!(allowed, "accepted without the widget");
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    let allowed: bool = page
        .js("return CouncilNotice.allows('analytics')", json!([]))
        .await?;
    assert!(!allowed, "refused without the widget");
    Ok(())
}

/// Browsers do not stream such a file; the glue then takes the long way round.
pub(crate) async fn wasm_of_the_wrong_type(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().fault(".wasm", Fault::WrongType))
        .await?;
    page.open(PAGE).await?;
    page.shows(&part("notice")).await?;
    page.browser.quiet().await
}

async fn wasm_slow(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().fault(".wasm", Fault::Slow(Duration::from_secs(3))))
        .await?;
    page.open(PAGE).await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.count(&part("notice")).await?, 0, "still on its way");
    let link = format!("#tenancy council-notice a[href*=\"/notices/{SERVICE}/\"]");
    page.shows(&link).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.shows(&part("notice")).await?;
    page.hides(&link).await?;
    assert!(page.told("error").await?.is_empty(), "slow is not broken");
    Ok(())
}

/// The gate is a classic script and needs no CORS; everything behind it does.
pub(crate) async fn no_cors_for_the_partner(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().fault("/", Fault::NoCors))
        .await?;
    page.open_as_partner("demo/partner.html").await?;
    page.shows(&part("banner")).await?;
    page.tells("error").await?;
    page.shows("#enquiry council-notice a").await?;
    let link: String = page
        .js(
            "return shown('#enquiry council-notice a')[0].href",
            json!([]),
        )
        .await?;
    assert!(
        link.starts_with(&format!("{}notices/connect-derby/", page.server.home())),
        "{link}"
    );
    // By keyboard, which goes on in the page when the bar closes under it.
    page.run("shown(arguments[0])[0].focus()", json!([part("reject")]))
        .await?;
    page.press(Key::Enter).await?;
    page.hides(&part("banner")).await?;
    page.press(Key::Tab).await?;
    let lost: bool = page
        .js("return active() === document.body", json!([]))
        .await?;
    assert!(!lost, "the page goes on under the keys");
    let record = page.record().await?.unwrap_or_default();
    assert!(
        record.ends_with(".0"),
        "kept, though nothing can say so: {record}"
    );
    page.browser.quiet().await
}

async fn gate_missing(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().fault("/council-notice.js", Fault::Missing))
        .await?;
    page.open("demo/cookies.html").await?;
    let global: String = page.js("return typeof CouncilNotice", json!([])).await?;
    assert_eq!(global, "undefined");
    // The author's own link inside <council-notice> is there without any script, and nothing gated runs.
    page.shows("council-notice a").await?;
    let waiting: bool = page
        .js(
            "return document.querySelector('.log').innerText.includes('Nothing has run')",
            json!([]),
        )
        .await?;
    assert!(waiting);
    Ok(())
}

/// `document.cookie` and storage throw there.
async fn a_frame_without_an_origin(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/sandbox.html").await?;
    page.find("#frame").await?.enter_frame().await?;
    page.click(&part("accept")).await?;
    page.hides(&part("banner")).await?;
    let state: Value = page
        .js(
            "return [CouncilNotice.allows('analytics'), __seen.ran, __seen.errors]",
            json!([]),
        )
        .await?;
    assert_eq!(
        state,
        json!([false, [], []]),
        "nothing can be kept, so nothing is granted"
    );
    browser.driver.enter_default_frame().await?;
    Ok(())
}

async fn cookies_disabled(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/gated.html?service=connect-derby").await?;
    page.click(&part("accept")).await?;
    page.hides(&part("banner")).await?;
    let state: Value = page
        .js("return [CouncilNotice.allows('analytics'), CouncilNotice.allows('essential'), __seen.ran, document.cookie]", json!([]))
        .await?;
    assert_eq!(state, json!([false, true, [], ""]));
    page.open(PAGE).await?;
    page.shows(&part("notice")).await?;
    page.shows(&part("banner")).await?;
    page.click(&part("reject")).await?;
    page.hides(&part("banner")).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await
}

/// Frames stay closed, everything else goes on.
async fn deferred_missing(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().fault("/deferred.", Fault::Missing);
    let page = browser.visit(behaviour).await?;
    page.open("__test/gated.html?consent-mode=google").await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "deferred", "{error}");
    let open = "return [document.querySelector('iframe').src, __seen.ran]";
    let nothing: Value = page.js(open, json!([])).await?;
    assert_eq!(nothing, json!(["", []]), "nothing opened");
    page.click(&part("accept")).await?;
    let framed = "return document.querySelector('iframe').contentDocument?.title === 'Framed' && __seen.ran.length === 9";
    page.until("what was allowed runs", framed, json!([]))
        .await?;
    let errors = page.told("error").await?.len();
    assert_eq!(errors, 1, "said once");
    page.browser.quiet().await
}
