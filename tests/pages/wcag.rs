//! Success criteria of WCAG 2.2 by number, on forms with their notice, the question about age, the cookie bar and the
//! handout. Those of a shared screen are in `kiosk_access`.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, axe, part, scenarios},
    keyboard::focus_can_be_seen,
    server::Behaviour,
};

scenarios![Plain:
    wcag_2_2_1_no_time_limit, wcag_2_4_11_focus_not_obscured_by_the_bar, wcag_2_5_8_target_size_minimum,
    wcag_3_3_7_nothing_asked_twice, wcag_4_1_3_status_without_focus,
];

const TENANCY: &str = "demo/tenancy.html";
const HANDOUT: &str = "notices/local-area-co-ordination/handout/";
const UNDER: &str = "[part~=guardian-under]";
const OVER: &str = "[part~=guardian-over]";

async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(TENANCY).await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    Ok(page)
}

/// A day goes by on every clock that a page can read, and the page is turned to again: all is as it was.
async fn wcag_2_2_1_no_time_limit(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.click(UNDER).await?;
    page.shows(&part("guardian-permission")).await?;
    page.run(
        "document.querySelector('#tenancy [name]').value = 'Ada'; CouncilNotice.openNotice()",
        json!([]),
    )
    .await?;
    page.shows(&part("notice-dialog")).await?;
    let state = "return [document.querySelector('#tenancy [name]').value, shown('[part~=notice-dialog]').length, shown('[part~=guardian-permission]').length,
        deep('[part~=guardian-under]')[0].getAttribute('aria-pressed'), shown('[part~=banner], [part~=confirmation]').length]";
    let before: Value = page.js(state, json!([])).await?;
    let day = "
        const skew = 86400000;
        for (const clock of [performance, Date]) { const now = clock.now.bind(clock); clock.now = () => now() + skew; }
        for (const [target, kind] of [[document, 'visibilitychange'], [window, 'focus'], [window, 'pageshow'], [window, 'online']]) target.dispatchEvent(new Event(kind));
        return new Promise((done) => setTimeout(done, 100, null))";
    page.run(day, json!([])).await?;
    let after: Value = page.js(state, json!([])).await?;
    assert_eq!(before, after);
    assert_eq!(after[0], "Ada");
    Ok(())
}

/// With the cookie bar over the page's foot, everything that has the focus can be touched.
async fn wcag_2_4_11_focus_not_obscured_by_the_bar(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.click(UNDER).await?;
    // A child's answer refuses cookies: the bar now says so, and stays until it is hidden.
    page.shows("[part~=confirmation]").await?;
    page.run(
        "for (const why of shown('[part~=why]')) why.click()",
        json!([]),
    )
    .await?;
    for (path, least) in [(TENANCY, 8), (HANDOUT, 2)] {
        if path == HANDOUT {
            page.open(path).await?;
        }
        let mut met = 0;
        for _ in 0..60 {
            page.press(Key::Tab).await?;
            // Once round: Firefox does not scroll back to the page's own first link when it begins anew.
            if met > 0 && page.focused(".skip").await? {
                break;
            }
            focus_can_be_seen(&page).await?;
            met += usize::from(
                page.js::<bool>("return active() !== document.body", json!([]))
                    .await?,
            );
        }
        assert!(met >= least, "{path}: the focus went round");
    }
    Ok(())
}

/// 24 px at least for everything of ours to click, but for links within a sentence.
async fn wcag_2_5_8_target_size_minimum(browser: &Browser) -> Outcome {
    let small = "
        return deep('button, summary, input:not([type=hidden]), select, a[href]')
            .filter((one) => (one.getRootNode() !== document || arguments[0]) && !one.matches('.skip'))
            .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !(one.localName === 'a' && getComputedStyle(one).display === 'inline' && one.closest('p, li, dd')))
            .map((one) => [one.closest('label')?.getBoundingClientRect() ?? one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
            .filter(([{ width, height }]) => width < 24 || height < 24).map(([{ width, height }, html]) => `${width} x ${height} ${html}`)";
    let page = open(browser).await?;
    let check = async |page: &Page<'_>, everything: bool, what: &str| -> Outcome {
        let found: Vec<String> = page.js(small, json!([everything])).await?;
        assert!(found.is_empty(), "{what}: {found:#?}");
        Ok(())
    };
    check(&page, false, "the bar and the card").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    check(&page, false, "the preferences").await?;
    page.press(Key::Escape).await?;
    page.click(UNDER).await?;
    page.shows(&part("guardian-permission")).await?;
    check(&page, false, "the question about age").await?;
    page.run("CouncilNotice.openNotice()", json!([])).await?;
    page.shows(&part("notice-dialog")).await?;
    check(&page, false, "the whole notice").await?;
    page.open(HANDOUT).await?;
    check(&page, true, "the handout").await?;
    axe::check(&page, "the handout").await
}

/// The answer about age is given once: a form that the browser sends back for a missing field keeps it, and so does a
/// second submit.
async fn wcag_3_3_7_nothing_asked_twice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(
        "__test/forms/native.html?service=connect-derby&form=%23form&cookies=off&guardian=require",
    )
    .await?;
    page.click(OVER).await?;
    page.click("#send").await?;
    page.until(
        "the browser asks for the name",
        "return active().id === 'name'",
        json!([]),
    )
    .await?;
    let asked = "return [shown('[part~=guardian] [aria-pressed=true]').length, deep('[part~=guardian] [role=status]').map((one) => one.textContent).join('').includes('not sent')]";
    let state: Value = page.js(asked, json!([])).await?;
    assert_eq!(state, json!([1, false]));
    page.fill("#name", "Ada").await?;
    page.click("#send").await?;
    let sent = crate::forms::arrived(&page).await?;
    assert!(
        sent.contains(&(
            "council_notice_guardian".to_owned(),
            "not-needed".to_owned()
        )),
        "{sent:?}"
    );
    assert!(sent.contains(&("name".to_owned(), "Ada".to_owned())));
    Ok(())
}

/// What comes of an answer is told by a live region that was there before, and the focus stays on the answer.
async fn wcag_4_1_3_status_without_focus(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let statuses = "return deep('[part~=guardian] [role=status]').map((one) => one.textContent)";
    let quiet: Vec<String> = page.js(statuses, json!([])).await?;
    assert_eq!(quiet, ["", ""], "there, and silent");
    page.run(
        "window.__status = deep('[part~=guardian] [role=status]')",
        json!([]),
    )
    .await?;
    let said = "return __status.some((one) => one.isConnected && one.checkVisibility() && one.textContent.includes(arguments[0]))";
    for (answer, says) in [
        (UNDER, "guardian"),
        (
            "[part~=guardian-permission] button:nth-of-type(1)",
            "You can go on with the form.",
        ),
    ] {
        page.click(answer).await?;
        page.until(&format!("“{says}” is told"), said, json!([says]))
            .await?;
        assert!(page.focused(answer).await? || browser.engine == crate::harness::Engine::WebKit);
        let elsewhere: bool = page
            .js(
                "return active() !== document.body && !active().matches('[role=status]')",
                json!([]),
            )
            .await?;
        assert!(elsewhere || browser.engine == crate::harness::Engine::WebKit);
    }
    // The bar's confirmation is one too: "You rejected all cookies…", without a word to the focus.
    page.until(
        "the refusal is told",
        "return shown('[part~=confirmation] [role=status]').some((one) => one.textContent.trim() !== '')",
        json!([]),
    )
    .await
}
