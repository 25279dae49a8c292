//! A shared screen: what it asks, what it forgets, what it does with a form.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Back: ways_back_lead_nowhere; Plain:
    idle_time_ends_in_a_wipe, a_form_that_went_off,
    a_form_without_connection, a_notice_to_take_home, read_aloud_where_there_is_a_voice, nonsense_in_the_tag,
];

pub(crate) const VISITOR: &str = "demo/visitor.html";

/// The page as it stands between visitors, with a clock that can be put forward: no clock of the product is faster
/// for a test.
pub(crate) async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(VISITOR).await?;
    settle(&page).await?;
    Ok(page)
}

/// Waits until the screen is what it will be.
pub(crate) async fn settle(page: &Page<'_>) -> Outcome {
    page.shows(&part("notice")).await?;
    page.shows(".bar .tool").await?;
    let clock = "
        if (window.__skew === undefined) {
            window.__skew = 0;
            const now = performance.now.bind(performance);
            performance.now = () => now() + window.__skew;
        }";
    page.run(clock, json!([])).await
}

pub(crate) async fn seconds_pass(page: &Page<'_>, seconds: u32) -> Outcome {
    page.run("window.__skew += arguments[0] * 1000", json!([seconds]))
        .await
}

/// Waits until the root element says so.
pub(crate) async fn is(page: &Page<'_>, state: &str) -> Outcome {
    let script = "return document.documentElement.dataset.councilNoticeKiosk === arguments[0]";
    page.until(state, script, json!([state])).await
}

/// Types as somebody would, into the page's first field.
pub(crate) async fn somebody_types(page: &Page<'_>, text: &str) -> Outcome {
    page.click("#name").await?;
    page.fill("#name", text).await?;
    is(page, "active").await
}

pub(crate) async fn name(page: &Page<'_>) -> Outcome<String> {
    page.js("return document.querySelector('#name').value", json!([]))
        .await
}

async fn idle_time_ends_in_a_wipe(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    is(&page, "resting").await?;
    somebody_types(&page, "Quill").await?;
    seconds_pass(&page, 39).await?;
    assert_eq!(name(&page).await?, "Quill");
    seconds_pass(&page, 2).await?;
    page.shows(&part("kiosk-countdown")).await?;
    is(&page, "warning").await?;
    let words = page.text(&part("kiosk-countdown")).await?;
    assert!(words.contains("In 20 seconds"), "{words}");
    assert!(page.told("reset").await?.is_empty());
    seconds_pass(&page, 21).await?;
    page.tells("reset").await?;
    page.hides(&part("kiosk-countdown")).await?;
    is(&page, "resting").await?;
    assert_eq!(name(&page).await?, "");
    assert_eq!(page.told("reset").await?.len(), 1, "once");
    let start: bool = page
        .js(
            "return active() === document.body && scrollY === 0",
            json!([]),
        )
        .await?;
    assert!(start, "the focus is at the start");
    page.press(Key::Tab).await?;
    if browser.engine != Engine::WebKit {
        assert!(page.focused(".skip").await?, "and Tab begins at the top");
    }
    Ok(())
}

/// What visitors type; found nowhere afterwards.
pub(crate) const SECRETS: [(&str, &str); 5] = [
    ("#name", "Quillfeather"),
    ("#host", "Marigoldstone"),
    ("#contact", "07700900123"),
    ("#organisation", "Brackenwell"),
    ("#vehicle", "QX71ZZZ"),
];

async fn ways_back_lead_nowhere(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    somebody_types(&page, "Quill").await?;
    // Not held on WebKitGTK, whose Back passes over an entry that a script made: the manual says so.
    let backs = if browser.engine == Engine::WebKit {
        0
    } else {
        2
    };
    for _ in 0..backs {
        browser.driver.back().await?;
        page.until("the page stays", "return location.pathname.endsWith('visitor.html') && history.state === 'council-notice-top'", json!([])).await?;
    }
    assert_eq!(name(&page).await?, "Quill", "an accident costs nothing");
    let closed: Vec<String> = page.js("const name = document.querySelector('#name'); return ['autocomplete', 'autocorrect', 'spellcheck', 'writingsuggestions'].map((one) => name.getAttribute(one))", json!([])).await?;
    assert_eq!(closed, ["off", "off", "false", "false"]);
    // What is copied is there for the next person to paste.
    let kept: bool = page.js("return ['copy', 'cut', 'contextmenu'].every((kind) => !document.querySelector('#name').dispatchEvent(new Event(kind, { bubbles: true, cancelable: true, composed: true })))", json!([])).await?;
    assert!(kept);
    // A page that is loaded again, or shown again from memory, starts afresh.
    page.reload().await?;
    settle(&page).await?;
    is(&page, "resting").await?;
    assert_eq!(name(&page).await?, "");
    let mut kept = false;
    // Firefox does not keep it every time, and never once its driver has clicked: that leaves a listener for `unload`.
    for _ in 0..6 {
        page.fill("#name", "Quill").await?;
        is(&page, "active").await?;
        kept = page.there_and_back("").await?;
        if kept {
            break;
        }
        settle(&page).await?;
    }
    assert!(kept, "the browser never kept the page");
    page.tells("reset").await?;
    assert_eq!(name(&page).await?, "");
    Ok(())
}

async fn a_form_that_went_off(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    for (field, text) in SECRETS {
        page.fill(field, text).await?;
    }
    page.click("#visitor button").await?;
    page.shows("#done").await?;
    page.click("#done button").await?;
    page.tells("reset").await?;
    assert_eq!(name(&page).await?, "");
    page.hides("#done").await?;
    // Nobody asks for the reset: sooner than otherwise, and with the same warning.
    somebody_types(&page, "Quill").await?;
    page.run("document.querySelector('#visitor').addEventListener('submit', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true); document.querySelector('#visitor').noValidate = true", json!([])).await?;
    page.run(
        "document.querySelector('#visitor').requestSubmit()",
        json!([]),
    )
    .await?;
    seconds_pass(&page, 14).await?;
    is(&page, "active").await?;
    seconds_pass(&page, 27).await?;
    page.shows(&part("kiosk-countdown")).await
}

/// A native form that cannot arrive stays, and says so: an error page would be the end of the screen.
async fn a_form_without_connection(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=customer-management&part=visiting&form=%23form&cookies=off&kiosk=60").await?;
    settle(&page).await?;
    page.fill("#name", "Quill").await?;
    page.run("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }); dispatchEvent(new Event('offline'))", json!([])).await?;
    page.until(
        "it says so",
        "return /no connection/.test(shown('.bar [role=status]')[0].innerText)",
        json!([]),
    )
    .await?;
    page.click("#form button").await?;
    page.until(
        "and that nothing was sent",
        "return /not sent/.test(shown('.bar [role=status]')[0].innerText)",
        json!([]),
    )
    .await?;
    assert_eq!(name(&page).await?, "Quill");
    page.run(
        "delete navigator.onLine; dispatchEvent(new Event('online'))",
        json!([]),
    )
    .await?;
    page.click("#form button").await?;
    page.until(
        "it arrives",
        "return document.title === 'What the form sent'",
        json!([]),
    )
    .await
}

async fn a_notice_to_take_home(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.click(".bar .tool").await?;
    page.shows(".square .code").await?;
    let address = page.text(".square .address").await?;
    assert_eq!(
        address.trim(),
        format!(
            "{}notices/customer-management/#part-visiting",
            page.server.home()
        )
    );
    page.press(Key::Escape).await?;
    page.hides(".square .code").await?;
    // A link out of the notice does not strand the screen.
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.run(
        "shown('[part~=notice-dialog] .dialog-foot a')[0].click()",
        json!([]),
    )
    .await?;
    page.shows(".square .code").await?;
    assert_eq!(browser.driver.windows().await?.len(), 1);
    Ok(())
}

async fn read_aloud_where_there_is_a_voice(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let tool = ".bar .tool.read";
    let has: bool = page.js("return typeof speechSynthesis === 'object' && typeof SpeechSynthesisUtterance === 'function'", json!([])).await?;
    let voices: usize = page.js("return typeof speechSynthesis === 'object' ? speechSynthesis.getVoices().filter((one) => one.localService && one.lang.startsWith('en')).length : 0", json!([])).await?;
    assert_eq!(
        page.count(tool).await?,
        usize::from(voices > 0),
        "hidden without a voice"
    );
    if !has {
        return Ok(());
    }
    let voice = "
        const voice = Object.create(SpeechSynthesisVoice.prototype, { lang: { value: 'en-GB' }, localService: { value: true } });
        Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, configurable: true });
        window.__said = [];
        speechSynthesis.getVoices = () => [voice];
        speechSynthesis.speak = (line) => __said.push(line);
        speechSynthesis.cancel = () => { window.__hushed = true };
        speechSynthesis.dispatchEvent(new Event('voiceschanged'))";
    page.run(voice, json!([])).await?;
    page.click(tool).await?;
    let said: Vec<String> = page
        .js("return __said.map((line) => line.text)", json!([]))
        .await?;
    assert!(
        said.len() > 6 && said.iter().any(|line| line.contains("emergency")),
        "{said:?}"
    );
    // Whoever listens is not hurried.
    seconds_pass(&page, 120).await?;
    is(&page, "active").await?;
    page.run("__said.at(-1).dispatchEvent(new Event('end'))", json!([]))
        .await?;
    page.until(
        "it is over",
        "return deep(arguments[0])[0].getAttribute('aria-pressed') === 'false'",
        json!([tool]),
    )
    .await?;
    page.click(tool).await?;
    page.run("window.__hushed = false; CouncilNotice.reset()", json!([]))
        .await?;
    page.until(
        "the next person hears nothing of it",
        "return window.__hushed",
        json!([]),
    )
    .await
}

async fn nonsense_in_the_tag(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=customer-management&part=visiting&form=%23form&cookies=off&kiosk=soon").await?;
    settle(&page).await?;
    let told = page.tells("error").await?.detail;
    assert_eq!(told["stage"], "options");
    assert!(
        told["message"]
            .as_str()
            .unwrap_or_default()
            .contains("60 is used"),
        "{told}"
    );
    page.open(
        "__test/form.html?service=customer-management&part=visiting&form=%23form&cookies=off",
    )
    .await?;
    page.shows(&part("notice")).await?;
    let kiosk: Value = page.js("return [document.documentElement.dataset.councilNoticeKiosk ?? null, document.querySelectorAll('council-notice-kiosk').length, performance.getEntriesByType('resource').filter(({ name }) => /\\/kiosk/.test(name)).length]", json!([])).await?;
    assert_eq!(
        kiosk,
        json!([null, 0, 0]),
        "no other page carries any of it"
    );
    Ok(())
}
