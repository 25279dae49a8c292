//! Ours among the page's: light or dark as the page is, in the visitor's text size, and short enough for a phone.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, part, scenarios},
    server::Behaviour,
};

scenarios![
    Plain: light_or_dark_as_the_page_is, sizes_are_the_visitor_s, the_form_comes_within_one_screen, the_line_goes_by_itself,
        the_page_behind_a_dialog, in_a_frame_the_page_around_it_asks, at_the_top_in_the_flow;
    Dark: whatever_the_visitor_prefers,
];

const FORM: &str = "__test/form.html?service=customer-management&part=complaints&form=%23form";

/// A page's own colours, and whether ours have to be dark.
const PAGES: [(&str, bool); 5] = [
    (
        "html { color-scheme: light } body { background: #fff; color: #111 }",
        false,
    ),
    ("body { background: #fff; color: #111 }", false),
    ("html { color-scheme: dark } body { color: #eee }", true),
    ("body { background: #111; color: #eee }", true),
    (
        "html { color-scheme: light dark } body { background: #f3f6f8; color: #111 }",
        false,
    ),
];

async fn light_or_dark_as_the_page_is(browser: &Browser) -> Outcome {
    colours(browser).await
}

async fn whatever_the_visitor_prefers(browser: &Browser) -> Outcome {
    colours(browser).await
}

async fn colours(browser: &Browser) -> Outcome {
    for (css, dark) in PAGES {
        let page = browser.visit(Behaviour::default()).await?;
        page.open(FORM).await?;
        page.tells("notice").await?;
        page.shows(&part("banner")).await?;
        let dress = "
            const style = document.createElement('style');
            style.textContent = arguments[0];
            document.head.append(style);
            document.documentElement.dataset.turned = '';";
        page.run(dress, json!([css])).await?;
        let measured = "
            const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
            const light = ([red, green, blue]) => [red, green, blue].map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4).reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
            const outer = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
            const behind = (one) => { for (; one; one = outer(one)) { const found = parse(getComputedStyle(one).backgroundColor); if (found[3] !== 0) return found; } return matchMedia('(prefers-color-scheme: dark)').matches || getComputedStyle(document.documentElement).colorScheme === 'dark' ? [18, 18, 18] : [255, 255, 255]; };
            const contrast = (one) => { const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((a, b) => b - a); return (a + 0.05) / (b + 0.05); };
            const card = shown('[part=notice]')[0], bar = shown('[part=banner]')[0];
            const worst = [...card.querySelectorAll('h2, dt, dd, button, a, summary'), ...bar.querySelectorAll('h2, p, button'), ...shown('[part=why]')]
                .filter((one) => one.checkVisibility()).map((one) => [contrast(one), one.localName + ' ' + one.textContent]).sort(([a], [b]) => a - b)[0];
            return [[card, bar].map((one) => light(behind(one)) < 0.2), ...worst]";
        let settled = format!(
            "return ((() => {{ {measured} }})())[0].every((dark) => dark === arguments[0])"
        );
        page.until(&format!("{css}: dark {dark}"), &settled, json!([dark]))
            .await?;
        let (_, worst, what): (Value, f64, String) = page.js(measured, json!([])).await?;
        assert!(worst >= 4.5, "{css}: {worst:.2} : 1 of {what}");
    }
    Ok(())
}

/// Whatever the page takes for a `rem`.
async fn sizes_are_the_visitor_s(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(FORM).await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    let sizes = "
        document.documentElement.style.fontSize = arguments[0];
        const text = [...shown('[part=notice] dd, [part=notice] .card-foot p, [part=banner] p')].map((one) => parseFloat(getComputedStyle(one).fontSize));
        const targets = [...shown('[part=notice-open], [part=banner] button')].map((one) => one.getBoundingClientRect().height);
        return [Math.min(...text), Math.max(...text), Math.min(...targets)]";
    for root in ["62.5%", "10px", "100%", "200%"] {
        let (least, most, target): (f64, f64, f64) = page.js(sizes, json!([root])).await?;
        assert_eq!((least, most), (16.0, 16.0), "{root}");
        assert!(target >= 44.0, "{root}: {target}");
    }
    if browser.engine == Engine::Chromium {
        let sizes_of_text = json!({ "fontSizes": { "standard": 24, "fixed": 20 } });
        let cdp = browser.driver.cdp();
        let tell = |sizes| cdp.send_raw("Page.setFontSizes", sizes);
        tell(sizes_of_text).await?;
        page.open(FORM).await?;
        page.tells("notice").await?;
        page.shows(&part("banner")).await?;
        let grown: (f64, f64, f64) = page.js(sizes, json!(["62.5%"])).await?;
        tell(json!({ "fontSizes": { "standard": 16, "fixed": 13 } })).await?;
        assert_eq!(
            (grown.0, grown.1),
            (24.0, 24.0),
            "the visitor's own setting"
        );
    }
    let time = page.text(".card-foot p").await?;
    assert!(
        time.starts_with("Reading time: ") && time.ends_with("minutes"),
        "{time}"
    );
    Ok(())
}

/// On a phone the first field is in sight on the screen that begins with the notice, and what matters most needs no click.
async fn the_form_comes_within_one_screen(browser: &Browser) -> Outcome {
    if browser.engine != Engine::Chromium {
        // Neither of the others takes an order about its width.
        return Ok(());
    }
    let size = json!({ "width": 412, "height": 915, "deviceScaleFactor": 1, "mobile": false });
    let cdp = browser.driver.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    let mut tall = Vec::new();
    for (service, guardian) in [
        ("connect-derby", "prompt"),
        ("customer-management&part=complaints", "off"),
        ("healthy-housing-hub", "prompt"),
        ("derby-homes", "off"),
        ("local-area-co-ordination&audience=person", "prompt"),
    ] {
        let page = browser.visit(Behaviour::default()).await?;
        let path = format!(
            "__test/form.html?cookies=off&form=%23form&service={service}&guardian={guardian}"
        );
        page.open(&path).await?;
        page.tells("notice").await?;
        let below = "
            const [field, notice] = [document.querySelector('#form label'), document.querySelector('council-notice')].map((one) => one.getBoundingClientRect().top);
            return [field - notice, shown('[part=notice] dt').filter((one) => one.checkVisibility()).length, shown('[part=notice] details.more').length]";
        let (below, open, folded): (f64, u32, u32) = page.js(below, json!([])).await?;
        assert_eq!((open, folded), (3, 1), "{service}");
        if below > 915.0 {
            tall.push(format!("{service}: {below}"));
        }
        page.click("[part=notice] details.more summary").await?;
        page.until(
            "all six can be read",
            "return shown('[part=notice] dt').length === 6",
            json!([]),
        )
        .await?;
    }
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    assert!(tall.is_empty(), "{tall:?}");
    Ok(())
}

/// Once it could be read, and only while nobody is at it.
async fn the_line_goes_by_itself(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html").await?;
    page.shows(&part("banner")).await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.shows(&part("confirmation")).await?;
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    assert_eq!(
        page.count(&part("confirmation")).await?,
        1,
        "still to be read"
    );
    page.run("shown('[part=confirmation] button')[0].focus()", json!([]))
        .await?;
    tokio::time::sleep(std::time::Duration::from_secs(8)).await;
    assert_eq!(
        page.count(&part("confirmation")).await?,
        1,
        "somebody is at it"
    );
    page.run("document.querySelector('#name').focus()", json!([]))
        .await?;
    page.hides(&part("confirmation")).await?;
    assert!(page.focused("#name").await?);
    Ok(())
}

async fn the_page_behind_a_dialog(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(FORM).await?;
    page.tells("notice").await?;
    let heard = "
        window.heard = [];
        for (const name of ['keydown', 'keyup']) addEventListener(name, ({ key }) => window.heard.push(key));
        document.body.style.minHeight = '300vh'";
    page.run(heard, json!([])).await?;
    let scrolls = "return getComputedStyle(document.documentElement).overflowY !== 'hidden'";
    for _ in 0..2 {
        page.run("CouncilNotice.openNotice()", json!([])).await?;
        page.shows(&part("notice-dialog")).await?;
        assert!(
            !page.js::<bool>(scrolls, json!([])).await?,
            "it does not scroll"
        );
        page.press(thirtyfour::Key::Escape).await?;
        page.hides(&part("notice-dialog")).await?;
        page.until("it scrolls again", scrolls, json!([])).await?;
    }
    let heard: Vec<String> = page.js("return window.heard", json!([])).await?;
    assert!(heard.is_empty(), "it heard of no Esc: {heard:?}");
    page.press(thirtyfour::Key::Escape).await?;
    let own = "return window.heard.includes('Escape')";
    page.until("its own it hears", own, json!([])).await?;
    // What leaves while it is open lets go of the page.
    page.run("CouncilNotice.openNotice()", json!([])).await?;
    page.shows(&part("notice-dialog")).await?;
    page.run(
        "document.querySelector('council-notice').remove()",
        json!([]),
    )
    .await?;
    page.until("it scrolls again", scrolls, json!([])).await
}

async fn in_a_frame_the_page_around_it_asks(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html").await?;
    page.shows(&part("banner")).await?;
    let frame = "
        const frame = document.createElement('iframe');
        frame.id = 'inner';
        frame.src = '/__test/plain.html';
        document.body.append(frame)";
    page.run(frame, json!([])).await?;
    let there =
        "return typeof document.querySelector('#inner').contentWindow.CouncilNotice === 'object'";
    page.until("the tag of the inner page is there", there, json!([]))
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let asked: u32 = page
        .js("return document.querySelector('#inner').contentDocument.querySelectorAll('council-notice-cookies').length", json!([]))
        .await?;
    assert_eq!(asked, 0);
    Ok(())
}

/// As the first thing in the page, which begins below it.
async fn at_the_top_in_the_flow(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies-position=top").await?;
    page.shows(&part("banner")).await?;
    let place = "
        const bar = shown('[part=banner]')[0];
        return [getComputedStyle(bar).position, Math.round(bar.getBoundingClientRect().top), document.body.getBoundingClientRect().top >= bar.getBoundingClientRect().bottom - 1,
            Boolean(document.querySelector('council-notice-cookies').compareDocumentPosition(document.body) & Node.DOCUMENT_POSITION_FOLLOWING)]";
    let place: Value = page.js(place, json!([])).await?;
    assert_eq!(place, json!(["static", 0, true, true]));
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    assert_eq!(page.told("error").await?.len(), 0);
    Ok(())
}
