//! The cookie bar in the page's own HTML: there before the gate, for whoever has made no choice, and for nobody else.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    shown_before_the_gate_and_taken_over, pressed_too_early, never_to_who_has_answered, gone_where_nobody_would_hear,
    hidden_where_no_bar_is_wanted, one_where_the_gate_was_quicker, one_where_the_gate_ran_within_it;
];

const PAGE: &str = "demo/tenancy-include.html";

/// A page whose gate takes its time, with a script of the tests' in its head.
fn slow(script: &str) -> Behaviour {
    let head = "<meta charset=\"utf-8\">";
    Behaviour::default()
        .fault(
            "/council-notice.js",
            Fault::Slow(Duration::from_millis(1500)),
        )
        .edit(
            PAGE,
            head,
            &format!(
                "{head}<script src=\"/__test/early.js\"></script><script src=\"/__test/{script}.js\"></script>"
            ),
        )
}

/// How many bars there are, how many of them are seen, and whether the gate is there: before it is.
async fn early(page: &Page<'_>) -> Outcome<Value> {
    page.js("return __early", json!([])).await
}

/// The same now.
const STATE: &str = "return [document.querySelectorAll('council-notice-cookies').length, shown('[part~=banner]').length, !!window.CouncilNotice]";

async fn shown_before_the_gate_and_taken_over(browser: &Browser) -> Outcome {
    let page = browser.visit(slow("blank")).await?;
    page.open(&format!("{PAGE}?focus=reject")).await?;
    page.ready().await?;
    assert_eq!(early(&page).await?, json!([1, 1, false]));
    assert_eq!(
        page.js::<Value>(STATE, json!([])).await?,
        json!([1, 1, true])
    );
    let held = "
        const root = document.querySelector('council-notice-cookies').shadowRoot;
        return [root.querySelector('section') === __bar, JSON.stringify(__bar.getBoundingClientRect()) === __place, active().part.value]";
    assert_eq!(
        page.js::<Value>(held, json!([])).await?,
        json!([true, true, "reject"])
    );
    let room = "return parseFloat(getComputedStyle(document.body).marginBottom) > 0";
    page.until("the page makes room", room, json!([])).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert!(page.record().await?.is_some());
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.shows(&part("banner")).await
}

async fn pressed_too_early(browser: &Browser) -> Outcome {
    for (button, count) in [("reject", 0), ("accept", 4)] {
        let page = browser.visit(slow("blank")).await?;
        page.open(&format!("{PAGE}?click={button}")).await?;
        assert_eq!(early(&page).await?, json!([1, 1, false]));
        page.hides(&part("banner")).await?;
        let chosen: Value = page
            .js("return CouncilNotice.choice().categories.length", json!([]))
            .await?;
        assert_eq!(chosen, count, "{button}");
        let told = page.told("choice").await?.len();
        assert_eq!(told, 1, "once");
    }
    Ok(())
}

async fn never_to_who_has_answered(browser: &Browser) -> Outcome {
    // Whoever comes with a record, or with what is none.
    let revision = "const [record] = /council_notice=[^;]*/.exec(document.cookie); document.cookie = record.replace('=1.', '=1.9') + ';Path=/'";
    for (change, seen) in [("", 0), (revision, 1)] {
        // Under another name, so that it is not in the cache yet.
        let page = browser
            .visit(slow("blank").edit(PAGE, "/council-notice.js", "/council-notice.js?"))
            .await?;
        page.open("__test/plain.html").await?;
        page.click(&part("reject")).await?;
        page.shows(&part("confirmation")).await?;
        page.run(change, json!([])).await?;
        page.open(PAGE).await?;
        page.ready().await?;
        assert_eq!(early(&page).await?, json!([1, seen, false]));
        let left =
            "return document.querySelectorAll('council-notice-cookies').length === arguments[0]";
        page.until("the others see none", left, json!([seen]))
            .await?;
    }
    // The browser says no for its visitor.
    let page = browser.visit(slow("signal")).await?;
    page.open(PAGE).await?;
    page.ready().await?;
    assert_eq!(early(&page).await?, json!([1, 0, false]));
    Ok(())
}

/// Without a gate its buttons would do nothing.
async fn gone_where_nobody_would_hear(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().fault("/council-notice.js", Fault::Missing))
        .await?;
    page.open(PAGE).await?;
    page.hides(&part("banner")).await
}

async fn hidden_where_no_bar_is_wanted(browser: &Browser) -> Outcome {
    for said in [
        "data-cookies=\"off\"",
        "data-cookies=\"settings\"",
        "data-kiosk",
    ] {
        let behaviour = Behaviour::default().edit(
            PAGE,
            "data-service=\"connect-derby\"",
            &format!("data-service=\"connect-derby\" {said}"),
        );
        let page = browser.visit(behaviour).await?;
        page.open(PAGE).await?;
        page.ready().await?;
        page.until(
            "the bar goes",
            "return !document.querySelector('council-notice-cookies')",
            json!([]),
        )
        .await?;
    }
    Ok(())
}

/// A gate from the cache may run before the bar has been read.
async fn one_where_the_gate_was_quicker(browser: &Browser) -> Outcome {
    let page = browser
        .visit(
            Behaviour::default()
                .edit(PAGE, "<script async src", "<script src")
                .edit(PAGE, "data-form=\"#tenancy\"", "data-form=\"#none\""),
        )
        .await?;
    page.open(PAGE).await?;
    page.shows(&part("banner")).await?;
    assert_eq!(
        page.js::<Value>(STATE, json!([])).await?,
        json!([1, 1, true])
    );
    page.click(&part("reject")).await?;
    page.hides(&part("banner")).await
}

/// The gate finds the bar while the parser is within it, wherever that rests.
async fn one_where_the_gate_ran_within_it(browser: &Browser) -> Outcome {
    for rest in [
        "<template shadowrootmode",
        "<section part=\"banner\"",
        "<button part=\"accept\"",
        "</template>",
    ] {
        let page = browser
            .visit(Behaviour::default().pause(PAGE, rest, Duration::from_secs(2)))
            .await?;
        page.open(PAGE).await?;
        page.ready().await?;
        let state: Value = page.js(STATE, json!([])).await?;
        assert_eq!(state, json!([1, 1, true]), "{rest}");
        page.click(&part("reject")).await?;
        page.hides(&part("banner")).await?;
    }
    Ok(())
}
