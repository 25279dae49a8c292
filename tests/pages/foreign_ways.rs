//! What pages of strange kinds do with ours once it is there (site/foreign): turn dark, cover it, take its place away, print it.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![
    Plain in Turn: dark_by_a_class_or_a_sheet, links_that_lead_elsewhere, parsed_as_xml, under_a_header_that_sticks,
        a_reason_that_nothing_cuts_off, a_bar_that_nothing_covers, screens_by_hash, a_page_out_of_use, in_a_dialog,
        in_the_text_of_a_frame, steps, scrolled_with_their_labels;
    Plain in Chromium: more_contrast, on_paper;
    Dark in Turn: as_the_system_where_the_page_says_so,
];

const TAG: &str = "service=customer-management&part=complaints&form=%23f&guardian=off";

async fn open<'a>(browser: &'a Browser, name: &str, query: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/foreign/{name}?{query}")).await?;
    page.tells("notice").await?;
    page.shows(&part("notice")).await?;
    Ok(page)
}

const DARK: &str = "return getComputedStyle(shown('[part=notice]')[0]).backgroundColor.match(/[\\d.]+/g).slice(0, 3).every((it) => it < 100) === arguments[0]";

/// Whether what lies at the middle and near the corners of something is that, or in it.
const FREE: &str = "
    const element = shown(arguments[0])[0];
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [[(left + right) / 2, (top + bottom) / 2], [left + 12, top + 4], [right - 12, bottom - 4]].every((point) => {
        let over = document.elementFromPoint(...point);
        for (let inner; (inner = over?.shadowRoot?.elementFromPoint(...point)) && inner !== over; ) over = inner;
        return element.contains(over);
    })";

async fn toggle(page: &Page<'_>) -> Outcome {
    page.run("document.querySelector('#toggle').click()", json!([]))
        .await
}

async fn dark_by_a_class_or_a_sheet(browser: &Browser) -> Outcome {
    for name in ["toggle.html", "late-sheet.html"] {
        let page = open(browser, name, TAG).await?;
        page.until(name, DARK, json!([false])).await?;
        toggle(&page).await?;
        page.until(name, DARK, json!([true])).await?;
        if name == "toggle.html" {
            toggle(&page).await?;
            page.until(name, DARK, json!([false])).await?;
        }
    }
    Ok(())
}

async fn as_the_system_where_the_page_says_so(browser: &Browser) -> Outcome {
    let page = open(browser, "scheme-meta.html", TAG).await?;
    page.until("dark", DARK, json!([true])).await
}

async fn more_contrast(browser: &Browser) -> Outcome {
    let page = open(browser, "contrast.html", TAG).await?;
    let cdp = browser.driver.cdp();
    let wants =
        |value: &str| json!({ "features": [{ "name": "prefers-contrast", "value": value }] });
    cdp.send_raw("Emulation.setEmulatedMedia", wants("more"))
        .await?;
    let edge = "
        const card = shown('[part=notice]')[0];
        return getComputedStyle(card).borderTopColor === getComputedStyle(card).color";
    let found = page.until("an edge in ink", edge, json!([])).await;
    cdp.send_raw("Emulation.setEmulatedMedia", wants(""))
        .await?;
    found
}

async fn links_that_lead_elsewhere(browser: &Browser) -> Outcome {
    let page = open(browser, "base.html", TAG).await?;
    page.click("a[href='#council-notice-preferences']").await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.click("[part~=notice-dialog] [data-close]").await?;
    page.hides(&part("notice-dialog")).await?;
    assert_eq!(browser.driver.windows().await?.len(), 1);
    Ok(())
}

async fn parsed_as_xml(browser: &Browser) -> Outcome {
    let page = open(browser, "xhtml.xhtml", TAG).await?;
    page.shows(&part("banner")).await?;
    page.until(
        "three reasons",
        "return shown('[part=why]').length === 3",
        json!([]),
    )
    .await?;
    page.click(&part("choose")).await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.click(&part("notice-open")).await?;
    page.shows("[part~=notice-dialog] h2").await?;
    assert_eq!(page.told("error").await?, []);
    Ok(())
}

async fn under_a_header_that_sticks(browser: &Browser) -> Outcome {
    let page = open(browser, "sticky.html", &format!("{TAG}&cookies=off")).await?;
    let under = "
        const why = shown('[part=why]')[0];
        scrollBy({ top: why.getBoundingClientRect().top - 40, behavior: 'instant' });
        const { left, top, width, height } = why.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.localName";
    let over: String = page.js(under, json!([])).await?;
    assert_eq!(over, "header", "no reason shines through");
    let page = open(
        browser,
        "sticky.html",
        "service=customer-management&part=complaints&form=%23f&guardian=require&cookies=off",
    )
    .await?;
    let send = "
        scrollTo({ top: 1e6, behavior: 'instant' });
        document.querySelector('#f button').click()";
    page.run(send, json!([])).await?;
    let seen = "
        const at = active();
        return !!at.closest('[part~=guardian]') && at.getBoundingClientRect().top >= document.querySelector('header').getBoundingClientRect().bottom";
    page.until("the question is not behind the header", seen, json!([]))
        .await
}

async fn a_reason_that_nothing_cuts_off(browser: &Browser) -> Outcome {
    let page = open(browser, "overflow.html", &format!("{TAG}&cookies=off")).await?;
    page.run("shown('[part=why]')[0].click()", json!([]))
        .await?;
    page.shows(".reason").await?;
    page.until("it can be read whole", FREE, json!([".reason"]))
        .await?;
    page.run("shown('[part=why]')[0].click()", json!([]))
        .await?;
    page.hides(".reason").await
}

async fn a_bar_that_nothing_covers(browser: &Browser) -> Outcome {
    for query in ["", "&old"] {
        let page = open(browser, "cover.html", &format!("{TAG}{query}")).await?;
        page.shows(&part("banner")).await?;
        page.until(query, FREE, json!(["[part=accept]"])).await?;
        if query.is_empty() {
            toggle(&page).await?;
            page.until("a message", FREE, json!(["[part=accept]"]))
                .await?;
        }
    }
    Ok(())
}

async fn screens_by_hash(browser: &Browser) -> Outcome {
    let page = open(browser, "routes.html", TAG).await?;
    for (hash, count) in [("#b", 0), ("#a", 1), ("#c", 1), ("#b", 0), ("#d", 1)] {
        page.run("location.hash = arguments[0]", json!([hash]))
            .await?;
        let there = "return shown('[part=notice]').length === arguments[0] && document.querySelectorAll('council-notice').length === arguments[0] && (!arguments[0] || shown('[part=why]').length === 1)";
        page.until(hash, there, json!([count])).await?;
    }
    Ok(())
}

async fn a_page_out_of_use(browser: &Browser) -> Outcome {
    let page = open(browser, "inert.html", TAG).await?;
    page.shows(&part("banner")).await?;
    toggle(&page).await?;
    page.click(&part("choose")).await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    page.run("CouncilNotice.openNotice()", json!([])).await?;
    page.shows(&part("notice-dialog")).await?;
    page.click("[part~=notice-dialog] [data-close]").await?;
    page.hides(&part("notice-dialog")).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    toggle(&page).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await
}

async fn on_paper(browser: &Browser) -> Outcome {
    let page = open(browser, "printed.html", TAG).await?;
    page.shows(&part("banner")).await?;
    page.until(
        "reasons",
        "return shown('[part=why]').length === 3",
        json!([]),
    )
    .await?;
    let cdp = browser.driver.cdp();
    let size = json!({ "width": 412, "height": 915, "deviceScaleFactor": 1, "mobile": false });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    let there = "return ['[part=notice] dt', '[part=banner]', '[part=why]', '[part=notice-open]', '[part=notice] summary'].map((one) => shown(one).length)";
    let there: Value = page.js(there, json!([])).await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    assert_eq!(there, json!([6, 0, 0, 0, 0]));
    Ok(())
}

async fn in_a_dialog(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/foreign/dialog.html?{TAG}&cookies=off"))
        .await?;
    page.tells("notice").await?;
    toggle(&page).await?;
    page.until(
        "card and reasons",
        "return shown('[part=notice]').length === 1 && shown('[part=why]').length === 3",
        json!([]),
    )
    .await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("notice-dialog")).await?;
    page.shows("#m").await?;
    page.press(Key::Escape).await?;
    page.hides("#m").await
}

async fn in_the_text_of_a_frame(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/foreign/frame.html?plain").await?;
    let fill = "
        const frame = document.querySelector('#i');
        frame.srcdoc = `<!doctype html><html lang=en><head><title>In</title></head><body>
            <form id=f>
            <label for=n>Your name</label><input id=n name=full-name></form>
            <script src='${location.origin}/council-notice.js' data-service=customer-management data-part=complaints data-form='#f'></script></body></html>`";
    let deep = "const inner = document.querySelector('#i').contentDocument;";
    for asked in [true, false] {
        page.run(fill, json!([])).await?;
        let there = format!(
            "{deep} return !!inner.querySelector('council-notice')?.shadowRoot?.querySelector('[part=notice]') && !!inner.querySelector('council-notice-why')"
        );
        page.until("the notice", &there, json!([])).await?;
        // Markup in one line may be a framework's: there the bar waits until the page has been read, and looks ten times a second.
        let read = format!("{deep} return inner.readyState === 'complete'");
        page.until("it is read", &read, json!([])).await?;
        let bar = format!("{deep} return !!inner.querySelector('council-notice-cookies')");
        if asked {
            page.until("the bar", &bar, json!([])).await?;
        } else {
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(!page.js::<bool>(&bar, json!([])).await?, "no bar");
        }
        let accept = "document.querySelector('#i').contentWindow.CouncilNotice.accept('all')";
        page.run(accept, json!([])).await?;
        page.run("document.querySelector('#i').srcdoc = ''", json!([]))
            .await?;
        page.until(
            "it is empty",
            "return !document.querySelector('#i').contentDocument?.querySelector('form')",
            json!([]),
        )
        .await?;
    }
    Ok(())
}

async fn steps(browser: &Browser) -> Outcome {
    let page = open(browser, "wizard.html", &format!("{TAG}&cookies=off")).await?;
    let count = "return shown('[part=why]').length === arguments[0]";
    page.until("one reason", count, json!([1])).await?;
    toggle(&page).await?;
    page.until("two reasons", count, json!([2])).await?;
    let page = open(browser, "stages.html", &format!("{TAG}&cookies=off")).await?;
    for reasons in [1, 2, 1] {
        page.until("those of the stage", count, json!([reasons]))
            .await?;
        let once = "return shown('[part=notice]').length";
        assert_eq!(page.js::<usize>(once, json!([])).await?, 1);
        toggle(&page).await?;
    }
    Ok(())
}

async fn scrolled_with_their_labels(browser: &Browser) -> Outcome {
    let page = open(browser, "shell.html", &format!("{TAG}&cookies=off")).await?;
    page.until(
        "two reasons",
        "return shown('[part=why]').length === 2",
        json!([]),
    )
    .await?;
    let off = "return shown('[part=why]').map((why, at) => Math.round(why.getBoundingClientRect().top - document.querySelectorAll('label')[at].getBoundingClientRect().top))";
    let before: Value = page.js(off, json!([])).await?;
    let scroll = format!("document.querySelector('#s').scrollTop = 200; {off}");
    let after: Value = page.js(&scroll, json!([])).await?;
    assert_eq!(before, after);
    Ok(())
}
