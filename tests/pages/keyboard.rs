//! Everything by keyboard alone: reached, worked, and the focus given back.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    the_banner, hide_gives_the_focus_back, the_whole_notice, contents_of_the_notice, a_reason, the_guardian_question,
];

/// Presses Tab until the focus is on something that matches, if it is not there already; from the page's end, back again with Shift, since not
/// every driver comes round through the browser's own controls.
pub(crate) async fn tab_to(page: &Page<'_>, selector: &str) -> Outcome {
    let at_end = "const now = active(), at_end = now === document.body || now === window.__before; window.__before = now; return at_end";
    if page.focused(selector).await? {
        return Ok(());
    }
    for forth in [true, false] {
        for _ in 0..80 {
            if forth {
                page.press(Key::Tab).await?;
            } else {
                page.press_back().await?;
            }
            if page.focused(selector).await? {
                return Ok(());
            }
            if page.js(at_end, json!([])).await? {
                break;
            }
        }
    }
    Err(Failure(format!("Tab never reached {selector}")))
}

/// Names what has the focus when nothing of it can be touched: it is out of sight, or behind a bar (WCAG 2.4.11). WebKit scrolls
/// to it a frame or two after the focus has moved, when it finds the time; what is hidden after twenty stays hidden.
const HIDDEN: &str = "
    const done = arguments[arguments.length - 1];
    const hidden = () => {
        const element = active();
        if (!element || element === document.body) return null;
        const touched = [...element.getClientRects()].some(({ left, right, top, bottom }) =>
            [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]]
                .some(([x, y]) => { const hit = element.getRootNode().elementFromPoint(x, y); return hit !== null && element.contains(hit); }));
        return touched ? null : element.outerHTML.slice(0, 100);
    };
    const look = (frame) => {
        const found = hidden();
        if (found === null || frame === 20) done(found);
        else requestAnimationFrame(() => look(frame + 1));
    };
    look(0)";

/// Fails where the focus cannot be seen.
pub(crate) async fn focus_can_be_seen(page: &Page<'_>) -> Outcome {
    let script = format!("{}\n{HIDDEN}", include_str!("harness/deep.js"));
    let found = page
        .browser
        .driver
        .execute_async(script, Vec::new())
        .await?;
    let hidden: Option<String> = found.convert()?;
    assert_eq!(hidden, None, "behind something else");
    Ok(())
}

/// To the end and back, the focus stays where it is meant to be held (or with the browser's own controls).
pub(crate) async fn tab_stays_within(page: &Page<'_>, selector: &str) -> Outcome {
    let script = "
        const element = active();
        if (!element || element === document.body || element === document.documentElement) return true;
        for (let e = element; e; e = e.parentNode || e.host) if (e.matches?.(arguments[0])) return true;
        return false";
    for step in 0..30 {
        if step < 24 {
            page.press(Key::Tab).await?;
        } else {
            page.press_back().await?;
        }
        let within: bool = page.js(script, json!([selector])).await?;
        assert!(within, "Tab left {selector}");
        focus_can_be_seen(page).await?;
    }
    Ok(())
}

async fn the_banner(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("").await?;
    page.shows(&part("banner")).await?;
    tab_to(&page, &part("accept")).await?;
    page.press(Key::Tab).await?;
    assert!(page.focused(&part("reject")).await?);
    page.press(Key::Tab).await?;
    assert!(page.focused(&part("choose")).await?);
    page.press_back().await?;
    page.press(Key::Enter).await?;
    page.shows(&part("confirmation")).await?;
    assert!(
        page.focused(&part("confirmation")).await?,
        "the focus goes on to what replaced the buttons"
    );
    tab_to(&page, "[part~=confirmation] [data-council-notice=hide]").await?;
    page.press(Key::Space).await?;
    page.hides(&part("confirmation")).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "{record}");
    page.press(Key::Tab).await?;
    let lost: bool = page
        .js("return active() === document.body", json!([]))
        .await?;
    assert!(!lost, "the page goes on under the keys");
    Ok(())
}

const SETTINGS: &str = "a[data-council-notice=preferences]";

/// On a page with a place of its own for settings: no banner, and whoever hides what was said is back where they were.
async fn hide_gives_the_focus_back(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html?cookies=settings").await?;
    page.ready().await?;
    let settings = "document.querySelector(arguments[0]).focus()";
    page.run(settings, json!([SETTINGS])).await?;
    page.press(Key::Enter).await?;
    page.shows(&part("preferences")).await?;
    tab_to(&page, &part("save")).await?;
    page.press(Key::Enter).await?;
    page.shows(&part("confirmation")).await?;
    assert!(page.focused(SETTINGS).await?, "nothing takes it away");
    page.shows("[data-state=rejected]").await?;
    let bar = part("confirmation");
    let change = "shown(arguments[0])[0].focus()";
    let button = |name: &str| format!("{bar} [data-council-notice={name}]");
    page.run(change, json!([button("preferences")])).await?;
    page.press(Key::Tab).await?;
    assert!(page.focused(&button("hide")).await?);
    page.press(Key::Enter).await?;
    page.hides(&bar).await?;
    assert!(page.focused(SETTINGS).await?, "not at the page's top");
    Ok(())
}

pub(crate) async fn the_preferences(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.run(
        "document.querySelector(arguments[0]).focus()",
        json!([SETTINGS]),
    )
    .await?;
    page.press(Key::Enter).await?;
    page.shows(&part("preferences")).await?;
    assert!(
        page.focused(&part("preferences")).await?,
        "the focus is in the dialog"
    );
    tab_to(&page, "input[name=analytics]").await?;
    page.press(Key::Space).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    assert!(page.focused(SETTINGS).await?, "Escape gives the focus back");
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "Escape saves nothing: {record}");

    page.press(Key::Enter).await?;
    page.shows(&part("preferences")).await?;
    tab_to(&page, "input[name=analytics]").await?;
    page.press(Key::Space).await?;
    tab_to(&page, &part("save")).await?;
    page.press(Key::Enter).await?;
    page.hides(&part("preferences")).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".analytics"), "{record}");
    assert!(
        !page
            .js::<bool>("return active() === document.body", json!([]))
            .await?,
        "the focus is not lost"
    );

    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    tab_stays_within(&page, &part("preferences")).await
}

async fn open_notice(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=customer-management&part=complaints&form=%23form")
        .await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.shows(&part("notice")).await?;
    tab_to(&page, &part("notice-open")).await?;
    page.press(Key::Enter).await?;
    page.shows(&part("notice-dialog")).await?;
    Ok(page)
}

async fn the_whole_notice(browser: &Browser) -> Outcome {
    let page = open_notice(browser).await?;
    assert!(
        page.focused(&part("notice-dialog")).await?,
        "the focus is in the dialog"
    );
    page.press(Key::Escape).await?;
    page.hides(&part("notice-dialog")).await?;
    assert!(
        page.focused(&part("notice-open")).await?,
        "Escape gives the focus back"
    );
    page.press(Key::Enter).await?;
    page.shows(&part("notice-dialog")).await?;
    tab_to(&page, "[part~=notice-dialog] [data-close]").await?;
    page.press(Key::Enter).await?;
    page.hides(&part("notice-dialog")).await?;
    assert!(page.focused(&part("notice-open")).await?, "so does Close");
    Ok(())
}

async fn contents_of_the_notice(browser: &Browser) -> Outcome {
    let page = open_notice(browser).await?;
    tab_to(&page, "[part~=notice-dialog] nav a[href=\"#complaints\"]").await?;
    page.press(Key::Enter).await?;
    page.until(
        "the focus is at the section",
        "return active().closest('#complaints') !== null",
        json!([]),
    )
    .await?;
    let script =
        "const { top } = active().getBoundingClientRect(); return top >= 0 && top < innerHeight";
    page.until("the section is in sight", script, json!([]))
        .await?;
    let address: String = page.js("return location.hash", json!([])).await?;
    assert_eq!(address, "", "the page's own address stays");
    Ok(())
}

async fn a_reason(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=customer-management&part=complaints&form=%23form")
        .await?;
    page.shows(&part("why")).await?;
    tab_to(&page, &part("why")).await?;
    let words = "return deep('council-notice-why')[0].shadowRoot.querySelector('.reason').checkVisibility()";
    for shown in [true, false] {
        page.press(Key::Enter).await?;
        page.until(
            "Enter turns it",
            &format!(
                "return ({}) === arguments[0]",
                words.trim_start_matches("return ")
            ),
            json!([shown]),
        )
        .await?;
        assert!(page.focused(&part("why")).await?, "the focus stays");
    }
    page.press(Key::Tab).await?;
    assert!(
        page.focused("#name").await?,
        "the field comes right after its reason"
    );
    Ok(())
}

async fn the_guardian_question(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form")
        .await?;
    page.shows(&part("guardian")).await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    tab_to(&page, &part("guardian-under")).await?;
    page.press(Key::Space).await?;
    page.shows(&part("guardian-permission")).await?;
    tab_to(&page, "[part~=guardian-permission] button").await?;
    page.press(Key::Enter).await?;
    page.until("the answer is told", "return __seen.events.some(({ name, detail }) => name === 'guardian' && detail.value === 'confirmed')", json!([])).await?;
    let lost: bool = page
        .js("return active() === document.body", json!([]))
        .await?;
    assert!(!lost, "the focus is not lost");
    // WCAG 4.1.3: the outcome is announced without the focus going there.
    let status: String = page
        .js(
            "return shown('[part~=guardian] [role=status]')[0].innerText.trim()",
            json!([]),
        )
        .await?;
    assert!(!status.is_empty());
    Ok(())
}

/// Whether what has the focus is clear of the bar: true, or where it stands; null where it is the bar's own or the browser's. As
/// above, a browser may scroll to it some frames later.
const BEHIND_THE_BAR: &str = "
    const done = arguments[arguments.length - 1];
    const clear = () => {
        const element = active();
        const banner = shown('[part~=banner]')[0].getBoundingClientRect();
        if (!element || element === document.body || element.closest('[part~=banner]')) return null;
        const own = element.getBoundingClientRect();
        return own.top < banner.top && own.bottom > 0 ? true : `${element.outerHTML.slice(0, 80)} at ${own.top}–${own.bottom}, banner from ${banner.top}`;
    };
    const look = (frame) => {
        const found = clear();
        if (typeof found !== 'string' || frame === 20) done(found);
        else requestAnimationFrame(() => look(frame + 1));
    };
    look(0)";

/// WCAG 2.4.11: with the banner there, nothing that has the focus is wholly behind it.
pub(crate) async fn focus_is_never_hidden(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in ["", "demo/complaint.html"] {
        page.open(path).await?;
        page.shows(&part("banner")).await?;
        if !path.is_empty() {
            page.tells("notice").await?;
        }
        let mut seen = 0;
        for _ in 0..70 {
            page.press(Key::Tab).await?;
            let script = format!("{}\n{BEHIND_THE_BAR}", include_str!("harness/deep.js"));
            let clear = page.browser.driver.execute_async(script, Vec::new());
            let clear: Value = clear.await?.convert()?;
            assert!(!clear.is_string(), "{path}: {clear}");
            seen += usize::from(clear == true);
        }
        assert!(seen > 15, "{path}: the keys reached {seen} things");
    }
    Ok(())
}
