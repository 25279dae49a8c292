//! The cookie bar covers nothing that has focus, and favours no answer.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain: accept_and_reject_weigh_the_same];

/// Where everything stands with the banner is where it stood without.
pub(crate) async fn it_moves_nothing(browser: &Browser) -> Outcome {
    let places = "
        const all = [...document.querySelectorAll('h1, h2, main, footer, a')].map((element) => element.getBoundingClientRect());
        return all.map(({ x, y, width, height }) => [x, y, width, height])";
    let length = "return document.documentElement.scrollHeight";
    let bare = browser
        .visit(Behaviour::default().fault("/council-notice.js", Fault::Missing))
        .await?;
    bare.open("").await?;
    let without: Value = bare.js(places, json!([])).await?;
    let short: f64 = bare.js(length, json!([])).await?;

    let page = browser.visit(Behaviour::default()).await?;
    page.open("").await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.js::<Value>(places, json!([])).await?, without);
    let focus: bool = page
        .js("return document.activeElement === document.body", json!([]))
        .await?;
    assert!(focus, "the banner takes no focus");
    let room = "return parseFloat(getComputedStyle(document.body).marginBottom) > 44";
    page.until("the page makes room", room, json!([])).await?;
    if browser.engine == Engine::Chromium {
        let shift: f64 = page.js("return __seen.shift", json!([])).await?;
        assert!(shift == 0.0, "the layout shifted by {shift}");
    }
    let script = "
        const bar = document.querySelector('council-notice-cookies').shadowRoot.querySelector('[part~=banner]').getBoundingClientRect();
        const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
        return { bottom: innerHeight - bar.bottom, height: bar.height, padding, third: innerHeight / 3 }";
    let bar: Value = page.js(script, json!([])).await?;
    let long: f64 = page.js(length, json!([])).await?;
    let number = |name: &str| bar[name].as_f64().unwrap_or(f64::NAN);
    assert!(number("bottom").abs() < 20.0, "at the bottom: {bar}");
    assert!(
        number("height") < number("third"),
        "at most a third of the height: {bar}"
    );
    assert!(
        number("padding") >= number("height"),
        "what has focus scrolls clear of it: {bar}"
    );
    assert!(
        long - short >= number("height") - 1.0,
        "the page's end scrolls clear of it: {short}, {long}, {bar}"
    );
    let own = "document.body.style.marginBottom = '7px'; dispatchEvent(new Event('resize'))";
    page.run(own, json!([])).await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    let free = "return getComputedStyle(document.body).marginBottom === '7px' && document.body.style.marginBottom === '7px'";
    page.until(
        "the room is given back, and what the page has set meanwhile is its own",
        free,
        json!([]),
    )
    .await?;
    Ok(())
}

async fn accept_and_reject_weigh_the_same(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("").await?;
    page.shows(&part("banner")).await?;
    let script = "
        return ['accept', 'reject'].map((name) => {
            const button = shown(`[part~=${name}]`)[0];
            const { backgroundColor, color, borderTopColor, borderTopWidth, fontSize, fontWeight, boxShadow } = getComputedStyle(button);
            const { width, height, top } = button.getBoundingClientRect();
            return { tag: button.localName, backgroundColor, color, borderTopColor, borderTopWidth, fontSize, fontWeight, boxShadow,
                width: Math.round(width), height: Math.round(height), top: Math.round(top) };
        })";
    let [accept, reject]: [Value; 2] = page.js(script, json!([])).await?;
    assert_eq!(accept, reject);
    let first: bool = page
        .js("return shown('[part~=choose]').length === 1 && shown('[part~=banner] input:checked').length === 0", json!([]))
        .await?;
    assert!(first, "a third way on, and nothing ticked beforehand");
    Ok(())
}
