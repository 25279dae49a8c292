//! What visitors bring along to a page (a keyboard on a phone, a toolbar, a translation), and what else stands on it (a chat, rules
//! against banners): ours can be used, and so can theirs (site/foreign).

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn:
    colours_turned_by_a_filter, colours_set_on_every_element, words_translated_by_the_browser,
    beside_a_chat, under_rules_against_banners, below_a_body_without_margins, a_reason_where_panels_hold_what_is_theirs,
    tab_from_each_reason_to_its_field, a_summary_that_has_the_focus, a_trap_for_machines, names_of_members,
    words_of_a_group_and_of_a_picture;
    Plain in Chromium: a_keyboard_on_a_phone;
];

const TAG: &str = "service=customer-management&part=complaints&form=%23f&guardian=off";
const NO_BAR: &str =
    "service=customer-management&part=complaints&form=%23f&guardian=off&cookies=off";

async fn open<'a>(browser: &'a Browser, name: &str, query: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/foreign/{name}.html?{query}"))
        .await?;
    page.tells("notice").await?;
    page.shows(&part("notice")).await?;
    Ok(page)
}

async fn toggle(page: &Page<'_>) -> Outcome {
    page.run("document.querySelector('#toggle').click()", json!([]))
        .await
}

/// Whether something can be pressed, or typed in, where its middle is.
const FREE: &str = "
    const element = shown(arguments[0])[0];
    if (!element) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = [left + width / 2, top + height / 2];
    let over = document.elementFromPoint(...point);
    for (let inner; (inner = over?.shadowRoot?.elementFromPoint(...point)) && inner !== over; ) over = inner;
    return !!over && element.contains(over)";

async fn a_keyboard_on_a_phone(browser: &Browser) -> Outcome {
    let page = open(browser, "keyboard", TAG).await?;
    page.shows(&part("banner")).await?;
    let size = |height: u32| json!({ "width": 412, "height": height, "deviceScaleFactor": 1, "mobile": false });
    let cdp = browser.driver.cdp();
    let tell = async |height| {
        cdp.send_raw("Emulation.setDeviceMetricsOverride", size(height))
            .await
    };
    tell(800).await?;
    page.until("the bar", FREE, json!(["[part=accept]"]))
        .await?;
    page.run("document.querySelector('#e').focus()", json!([]))
        .await?;
    tell(340).await?;
    // As a browser does when its keyboard comes.
    let field = format!(
        "document.querySelector('#e').scrollIntoView({{ block: 'center', behavior: 'instant' }}); {FREE}"
    );
    let found = page.until("the field", &field, json!(["#e"])).await;
    let aside = page.hides(&part("banner")).await;
    tell(800).await?;
    let back = page
        .until("the bar is back", FREE, json!(["[part=accept]"]))
        .await;
    page.run("document.activeElement.blur()", json!([])).await?;
    tell(340).await?;
    let stays = page
        .until("nobody types", FREE, json!(["[part=accept]"]))
        .await;
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    found.and(aside).and(back).and(stays)
}

async fn colours_turned_by_a_filter(browser: &Browser) -> Outcome {
    let page = open(browser, "filtered", TAG).await?;
    page.shows(&part("banner")).await?;
    // What stands in a layer above the page is not within its root's filter.
    let turned = "return getComputedStyle(shown(arguments[0])[0]).filter.startsWith('invert(1)') === arguments[1]";
    let is = async |selector: &str, isit: bool| {
        page.until(selector, turned, json!([selector, isit])).await
    };
    is("[part=banner]", false).await?;
    toggle(&page).await?;
    is(
        "[part=banner]",
        page.js("return 'popover' in HTMLElement.prototype", json!([]))
            .await?,
    )
    .await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    is("[part~=notice-dialog]", true).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("notice-dialog")).await?;
    is("[part=notice]", false).await?;
    toggle(&page).await?;
    is("[part=banner]", false).await
}

async fn colours_set_on_every_element(browser: &Browser) -> Outcome {
    let page = open(browser, "toolbar", TAG).await?;
    page.shows(&part("banner")).await?;
    toggle(&page).await?;
    let dark = "
        const black = (element) => getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).slice(0, 3).every((it) => it < 60);
        const whys = shown('[part=why]');
        return black(shown('[part=notice]')[0]) && black(shown('[part=banner]')[0]) && whys.length === 3 && whys.every((why) => getComputedStyle(why).color === 'rgb(255, 255, 0)')";
    page.until("dark throughout", dark, json!([])).await
}

async fn words_translated_by_the_browser(browser: &Browser) -> Outcome {
    let page = open(browser, "translating", NO_BAR).await?;
    let reasons = "return shown('[part=why]').length === 3";
    page.until("three reasons", reasons, json!([])).await?;
    toggle(&page).await?;
    page.until("three reasons still", reasons, json!([]))
        .await?;
    page.run("shown('[part=why]')[0].click()", json!([]))
        .await?;
    let told = "
        const reason = shown('.reason')[0];
        return !!reason && reason.textContent.startsWith('Fr ') && reason.textContent.indexOf('Fr ', 1) < 0";
    page.until("the translated reason", told, json!([])).await
}

async fn beside_a_chat(browser: &Browser) -> Outcome {
    let page = open(browser, "chat", TAG).await?;
    page.shows(&part("banner")).await?;
    for what in [
        "[part=accept]",
        "[part=reject]",
        "[part=choose]",
        "#chat iframe",
    ] {
        page.until(what, FREE, json!([what])).await?;
    }
    Ok(())
}

async fn under_rules_against_banners(browser: &Browser) -> Outcome {
    let page = open(browser, "blocked", TAG).await?;
    page.until("the bar", FREE, json!(["[part=reject]"]))
        .await?;
    page.click(&part("choose")).await?;
    page.shows(&part("preferences")).await?;
    let parts = "return [shown('[part=preferences] h1').length, shown('[part=preferences] [data-category]').length > 3, shown('[part=preferences] button').length > 2]";
    let parts: Value = page.js(parts, json!([])).await?;
    assert_eq!(parts, json!([1, true, true]));
    page.press(Key::Escape).await
}

async fn below_a_body_without_margins(browser: &Browser) -> Outcome {
    let page = open(browser, "pressed", TAG).await?;
    page.shows(&part("banner")).await?;
    let reached = format!("document.scrollingElement.scrollTop = 1e6; {FREE}");
    page.until("the last link", &reached, json!(["#last"]))
        .await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.until("the last link", &reached, json!(["#last"]))
        .await?;
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await?;
    let margin = "return getComputedStyle(document.body).marginBottom === '0px'";
    page.until("nothing is left of it", margin, json!([])).await
}

async fn a_reason_where_panels_hold_what_is_theirs(browser: &Browser) -> Outcome {
    for name in ["contained", "clipped"] {
        let page = open(browser, name, NO_BAR).await?;
        let count = "return shown('[part=why]').length";
        page.until(name, &format!("{count} === 3"), json!([]))
            .await?;
        for at in 0..3 {
            page.run("shown('[part=why]')[arguments[0]].click()", json!([at]))
                .await?;
            let whole = "
                const reason = shown('.reason')[0];
                if (!reason) return false;
                reason.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { left, top, right, bottom } = reason.getBoundingClientRect();
                return right - left > 180 && [[left + 8, top + 4], [right - 8, bottom - 4]].every((point) => {
                    let over = document.elementFromPoint(...point);
                    for (let inner; (inner = over?.shadowRoot?.elementFromPoint(...point)) && inner !== over; ) over = inner;
                    return reason.contains(over);
                })";
            page.until(&format!("{name}: reason {at}"), whole, json!([]))
                .await?;
            page.run("shown('[part=why]')[arguments[0]].click()", json!([at]))
                .await?;
            page.hides(".reason").await?;
        }
    }
    Ok(())
}

async fn tab_from_each_reason_to_its_field(browser: &Browser) -> Outcome {
    let page = open(browser, "scroller-row", NO_BAR).await?;
    page.until(
        "three reasons",
        "return shown('[part=why]').length === 3",
        json!([]),
    )
    .await?;
    page.run("document.querySelector('council-notice').shadowRoot.querySelector('[part~=notice-open]').focus()", json!([])).await?;
    let mut order = Vec::new();
    for _ in 0..6 {
        page.press(Key::Tab).await?;
        let at: String = page
            .js(
                "return active().id || active().getAttribute('part') || active().localName",
                json!([]),
            )
            .await?;
        order.push(at);
    }
    // Where a row is a grid the reason stands in what is around it.
    assert_eq!(order[2..], ["why", "e", "why", "d"], "{order:?}");
    Ok(())
}

async fn a_summary_that_has_the_focus(browser: &Browser) -> Outcome {
    let page = open(browser, "frontend", TAG).await?;
    page.shows(&part("banner")).await?;
    page.until(
        "three reasons",
        "return shown('[part=why]').length === 3",
        json!([]),
    )
    .await?;
    assert_eq!(
        page.js::<String>("return active().id", json!([])).await?,
        "s"
    );
    let named = "
        const button = shown('[part=why]').find((why) => why.getAttribute('aria-label').includes('How old'));
        return !!button && button.getRootNode().host.getBoundingClientRect().top > 0";
    page.until("the group's reason", named, json!([])).await
}

async fn a_trap_for_machines(browser: &Browser) -> Outcome {
    let page = open(browser, "honeypot", NO_BAR).await?;
    let hidden = "return document.querySelector('#hp').getBoundingClientRect().right < 0 && shown('[part=notice]')[0].getBoundingClientRect().left >= 0";
    page.until("it stays out of sight", hidden, json!([])).await
}

async fn names_of_members(browser: &Browser) -> Outcome {
    let page = open(browser, "clobbering", NO_BAR).await?;
    page.until(
        "two reasons",
        "return shown('[part=why]').length === 2",
        json!([]),
    )
    .await?;
    let sent = "return new FormData(document.querySelector('#f')).get('council_notice')";
    let sent: String = page.js(sent, json!([])).await?;
    assert!(sent.starts_with("customer-management@"), "{sent}");
    Ok(())
}

/// The reason of a group stands beside its heading, and one beside words that a picture fills has a colour of its own.
async fn words_of_a_group_and_of_a_picture(browser: &Browser) -> Outcome {
    let page = open(browser, "widgets", NO_BAR).await?;
    let beside = "
        const why = shown('[part=why]').find((one) => one.getAttribute('aria-label')?.includes('How old'));
        return !!why && Math.abs(why.querySelector('.words').getBoundingClientRect().top - document.querySelector('#h').getBoundingClientRect().top) < 12";
    page.until("beside the heading", beside, json!([])).await?;
    // Who types in what stands in for the field hears the reason.
    let described =
        "return document.querySelector('#s-ts-control').hasAttribute('aria-describedby')";
    assert!(page.js::<bool>(described, json!([])).await?);
    let page = open(browser, "pictured-words", NO_BAR).await?;
    let seen = "
        const whys = shown('[part=why]');
        return whys.length === 4 && whys.every((why) => !why.hasAttribute('data-sign') && !/^rgba.*, 0\\)$/.test(getComputedStyle(why).color))";
    page.until("four to be seen", seen, json!([])).await
}
