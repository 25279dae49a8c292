//! A shared screen and the ways off it: back, into another tab, onto paper, to a file that is let fall on it.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::{
    harness::{Browser, Engine, Outcome, Page, scenarios},
    kiosk::{VISITOR, is, name, open, seconds_pass, settle, somebody_types},
    server::Behaviour,
};

scenarios![Plain:
    addresses_of_a_visitor_are_gone, addresses_are_gone_from_a_full_history, no_link_of_the_page_opens_a_tab,
    nothing_falls_on_the_page, keys_that_lead_away, a_frame_in_a_frame,
];

/// A page that keeps what was typed in its addresses, as frameworks do.
async fn goes_on(page: &Page<'_>, steps: u32) -> Outcome {
    somebody_types(page, "Quill").await?;
    let push = "
        for (let step = 0; step < arguments[0]; step++) history.pushState({ who: 'Quill' }, '', `?step=${step}&who=Quill`);
        location.hash = 'Quill'";
    page.run(push, json!([steps])).await?;
    page.until(
        "it stands there",
        "return location.hash === '#Quill'",
        json!([]),
    )
    .await
}

const HOME: &str = "return location.pathname.endsWith('visitor.html') && location.search === '' && location.hash === '' && history.state === 'council-notice-top'";

/// Whichever way a visitor goes, there is nothing of the last one.
async fn nothing_is_found(page: &Page<'_>) -> Outcome {
    is(page, "resting").await?;
    page.until("the page is where it came", HOME, json!([]))
        .await?;
    // Where the browser tells a page all of them.
    let all = "return (self.navigation?.entries?.() ?? []).map(({ url }) => url)";
    // The way back to the first entry takes its steps.
    let none = format!("return !(() => {{ {all} }})().some((one) => one.includes('Quill'))");
    page.until("none has the name", &none, json!([])).await?;
    for way in ["back", "back", "forward", "back"] {
        page.run("history[arguments[0]]()", json!([way])).await?;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        let address: String = page.js("return location.href", json!([])).await?;
        assert!(!address.contains("Quill"), "{way}: {address}");
        page.until("and stays there", HOME, json!([])).await?;
    }
    Ok(())
}

async fn addresses_of_a_visitor_are_gone(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let hear = "window.__popped = 0; addEventListener('popstate', ({ state }) => state?.who && window.__popped++)";
    page.run(hear, json!([])).await?;
    let mut length = None;
    for steps in [1, 3, 0] {
        goes_on(&page, steps).await?;
        page.run("CouncilNotice.reset()", json!([])).await?;
        nothing_is_found(&page).await?;
        let now: u32 = page.js("return history.length", json!([])).await?;
        // A browser that has as many as it keeps drops the first of them.
        assert!(now <= *length.get_or_insert(now), "none is left over");
    }
    // Somebody who has gone back is wiped as well.
    goes_on(&page, 2).await?;
    page.run("history.go(-3)", json!([])).await?;
    page.until("they are back", "return location.search === ''", json!([]))
        .await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    nothing_is_found(&page).await?;
    let popped: u32 = page.js("return window.__popped", json!([])).await?;
    assert_eq!(
        popped, 0,
        "the page's own script is told of no step of ours"
    );
    Ok(())
}

/// More than a browser keeps: the first entry is no more. Not held in Firefox, where some may stay: the manual says so.
async fn addresses_are_gone_from_a_full_history(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let steps = match browser.engine {
        Engine::Chromium => 60,
        Engine::Firefox => 10,
        // It lets a page change its history a hundred times in half a minute.
        Engine::WebKit => 30,
    };
    goes_on(&page, steps).await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    nothing_is_found(&page).await
}

async fn no_link_of_the_page_opens_a_tab(browser: &Browser) -> Outcome {
    let link = "<p><a id=\"way\" href=\"/__test/plain.html\">Somewhere</a> <button id=\"send\">Send</button></p></main>";
    let behaviour = Behaviour::default().edit("/demo/visitor.html", "</main>", link);
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    // What is not refused here goes no further in a trial.
    let hear = "
        window.__refused = [];
        for (const kind of ['click', 'auxclick']) for (const one of document.querySelectorAll('#way, #send')) one.addEventListener(kind, (event) => {
            window.__refused.push(event.defaultPrevented);
            event.preventDefault();
        })";
    page.run(hear, json!([])).await?;
    let click = "for (const one of document.querySelectorAll('#way, #send')) one.dispatchEvent(new MouseEvent(arguments[0], { bubbles: true, cancelable: true, ...arguments[1] }))";
    for (kind, more, refused) in [
        ("click", json!({}), false),
        ("click", json!({ "ctrlKey": true }), true),
        ("click", json!({ "metaKey": true }), true),
        ("click", json!({ "shiftKey": true }), true),
        ("auxclick", json!({ "button": 1 }), true),
    ] {
        page.run("window.__refused = []", json!([])).await?;
        page.run(click, json!([kind, more])).await?;
        let said: Vec<bool> = page.js("return window.__refused", json!([])).await?;
        assert_eq!(said, [refused, refused], "{kind} {more}");
    }
    // As a person does it.
    page.run("document.querySelector('#way').replaceWith(document.querySelector('#way').cloneNode(true))", json!([])).await?;
    page.run(
        "document.querySelector('#way').scrollIntoView({ block: 'center', behavior: 'instant' })",
        json!([]),
    )
    .await?;
    let way = page.find("#way").await?;
    let chain = browser.driver.action_chain();
    chain
        .key_down(Key::Control)
        .click_element(&way)
        .key_up(Key::Control)
        .perform()
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(browser.driver.windows().await?.len(), 1);
    let stays = "return location.pathname.endsWith('visitor.html')";
    assert!(page.js::<bool>(stays, json!([])).await?);
    Ok(())
}

/// A browser shows a file in the place of the page that it falls on.
async fn nothing_falls_on_the_page(browser: &Browser) -> Outcome {
    let fields =
        "<p><input id=\"photo\" type=\"FILE\"><span id=\"own\">Drop it here</span></p></main>";
    let behaviour = Behaviour::default().edit("/demo/visitor.html", "</main>", fields);
    let page = browser.visit(behaviour).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    page.run("document.querySelector('#own').addEventListener('drop', (event) => { window.__own = event.defaultPrevented; event.preventDefault() })", json!([])).await?;
    let falls = "
        const [selector, kind] = arguments;
        const event = new DragEvent(kind, { bubbles: true, cancelable: true });
        document.querySelector(selector).dispatchEvent(event);
        return event.defaultPrevented";
    for (selector, refused) in [("h1", true), ("#name", true), ("#photo", false)] {
        for kind in ["dragover", "drop"] {
            let said: bool = page.js(falls, json!([selector, kind])).await?;
            assert_eq!(said, refused, "{kind} on {selector}");
        }
    }
    page.run(falls, json!(["#own", "drop"])).await?;
    let own: bool = page.js("return window.__own", json!([])).await?;
    assert!(!own, "what the page takes is its own affair");
    if browser.engine == Engine::Chromium {
        let file = std::env::temp_dir().join(format!("dropped-{}.html", std::process::id()));
        std::fs::write(&file, "<title>Dropped</title>")?;
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": 300, "y": 120, "data": data });
            let cdp = browser.driver.cdp();
            cdp.send_raw("Input.dispatchDragEvent", event).await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let _ = std::fs::remove_file(&file);
        let stays = "return location.pathname.endsWith('visitor.html')";
        assert!(page.js::<bool>(stays, json!([])).await?);
        assert_eq!(browser.driver.windows().await?.len(), 1);
    }
    Ok(())
}

async fn keys_that_lead_away(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let press = "
        const event = new KeyboardEvent('keydown', { key: arguments[0], [arguments[1]]: true, bubbles: true, cancelable: true });
        document.querySelector('#name').dispatchEvent(event);
        return event.defaultPrevented";
    for key in ["z", "Z", "y", "p", "P", "s", "u", "o"] {
        for held in ["ctrlKey", "metaKey"] {
            let refused: bool = page.js(press, json!([key, held])).await?;
            assert!(refused, "{held} {key}");
        }
        let refused: bool = page.js(press, json!([key, "shiftKey"])).await?;
        assert!(!refused, "{key} is a letter");
    }
    // What people need goes on: moving, marking, enlarging, looking for a word.
    for key in ["a", "ArrowLeft", "f", "v", "+"] {
        let refused: bool = page.js(press, json!([key, "ctrlKey"])).await?;
        assert!(!refused, "{key}");
    }
    Ok(())
}

/// A form in a frame in a frame of the page's own origin.
async fn a_frame_in_a_frame(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/screen.html?service=customer-management&part=visiting&form=%23form&cookies=off&kiosk=60").await?;
    settle(&page).await?;
    let inner = "
        const { contentDocument } = document.querySelector('#own');
        const frame = contentDocument.createElement('iframe');
        Object.assign(frame, { id: 'inner', src: '/__test/inside.html', title: 'In a frame', height: 80 });
        contentDocument.body.append(frame);
        document.querySelector('#own').scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.run(inner, json!([])).await?;
    let there = "return document.querySelector('#own').contentDocument.querySelector('#inner')?.contentDocument?.querySelector('#inside') != null";
    page.until("the inner one is there", there, json!([]))
        .await?;
    let types = async |text: &str| -> Outcome {
        for id in ["own", "inner"] {
            browser.driver.find(By::Id(id)).await?.enter_frame().await?;
        }
        let field = browser.driver.find(By::Id("inside")).await?;
        field.send_keys(text).await?;
        browser.driver.enter_default_frame().await?;
        Ok(())
    };
    types("Quill").await?;
    is(&page, "active").await?;
    // Whoever goes on typing is still there.
    for _ in 0..3 {
        seconds_pass(&page, 30).await?;
        types("feather").await?;
    }
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    is(&page, "active").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    let gone = "const page = document.querySelector('#own').contentDocument; return page?.querySelector('#inside')?.value === '' && !page.querySelector('#inner')";
    page.until("both are as they came", gone, json!([])).await?;
    is(&page, "resting").await?;
    assert_eq!(name(&page).await?, "");
    let state: Value = page
        .js(
            "return document.querySelectorAll('iframe').length",
            json!([]),
        )
        .await?;
    assert_eq!(state, json!(2));
    Ok(())
}
