//! Pages whose own scripts and names stand where the browser's things were: nothing runs before a choice, nothing is thrown,
//! and the page has a bar that works or none.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, part, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn: scripts_that_take_a_name, scripts_that_change_what_there_is, marks_that_take_a_name,
    marks_that_take_a_name_later, clicks_beside_a_name;
    Plain in NotWebKit: a_notice_beside_names, a_notice_beside_changes, a_link_where_nothing_can_be_drawn;
];

/// What the visitor has.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Has {
    /// Everything.
    Works,
    /// No bar; nothing is stored and nothing runs.
    Closed,
}
use Has::{Closed, Works};

/// Opens a page with something in its head, chooses, and takes the choice back.
async fn has(browser: &Browser, head: &str) -> Outcome<Has> {
    let head = format!("{head}</head>");
    let behaviour = Behaviour::default().edit("/__test/gated.html", "</head>", &head);
    let page = browser.visit(behaviour).await?;
    page.open("__test/gated.html").await?;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    let early = browser
        .driver
        .execute("return [__seen.ran.length, document.cookie.length ?? 0, document.getElementsByTagName('iframe')[0].getAttribute('src') ?? '']", Vec::new())
        .await?;
    let early: Value = early.convert()?;
    assert_eq!(early[0], 0, "nothing has run: {head}");
    assert_eq!(early[1], 0, "nothing is stored: {head}");
    assert_eq!(early[2], "", "and no frame shows: {head}");
    page.browser.quiet().await?;
    // What looks at the page for a trial goes by the same names.
    let away = "for (const one of [...document.getElementsByTagName('img')]) one.parentNode.removeChild(one)";
    browser.driver.execute(away, Vec::new()).await?;
    if page.count(&part("banner")).await? == 0 {
        return Ok(Closed);
    }
    page.click(&part("accept")).await?;
    page.until(
        "what waits runs",
        "return __seen.ran.length === 9",
        json!([]),
    )
    .await?;
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    let empty = "return !document.getElementsByTagName('iframe')[0].getAttribute('src')";
    page.until("the frame is empty", empty, json!([])).await?;
    assert!(
        page.record()
            .await?
            .is_some_and(|record| record.ends_with(".0")),
        "{head}"
    );
    page.browser.quiet().await?;
    Ok(Works)
}

async fn each(
    browser: &Browser,
    strange: &[(&str, Has)],
    head: impl Fn(&str) -> String,
) -> Outcome {
    let mut wrong = Vec::new();
    for &(one, wanted) in strange {
        match has(browser, &head(one)).await {
            Ok(found) if found == wanted => {}
            Ok(found) => wrong.push(format!("{one}: {found:?}, not {wanted:?}")),
            Err(error) => wrong.push(format!("{one}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// Old scripts declare what the browser has under the same name.
async fn scripts_that_take_a_name(browser: &Browser) -> Outcome {
    let strange = [
        ("var self = this", Works),
        (
            "var status = 1, name = 2, length = 3, event = 4, origin = 5, closed = 6",
            Works,
        ),
        (
            "var parent = 'Mrs Example', opener = 1, external = 2",
            Works,
        ),
        (
            "var navigation = ['Home', 'Housing'], screen = 'start', frames = []",
            Works,
        ),
        (
            "function stop() { throw new Error('not ours') } function find() {} function open() {} function focus() {}",
            Works,
        ),
        (
            "function define() { throw new Error('not ours') } define.amd = {}; var exports = {}, module = { exports }, require = define",
            Works,
        ),
        (
            "window.jQuery = window.$ = () => { throw new Error('not ours') }",
            Works,
        ),
        ("window.CouncilNotice = {}", Closed),
        ("var performance = { now: 'then' }", Closed),
        (
            "window.onerror = () => true; window.onunhandledrejection = null",
            Works,
        ),
    ];
    each(browser, &strange, |script| {
        format!("<script>{script}</script>")
    })
    .await
}

async fn scripts_that_change_what_there_is(browser: &Browser) -> Outcome {
    let strange = [
        (
            "Array.prototype.last = function () { return this[this.length - 1] }",
            Works,
        ),
        ("Math.random = () => 0.5", Works),
        // WebKit's driver is lost in it, so that it goes before the trial asks anything.
        (
            "Object.prototype.extend = function () {}; addEventListener('load', () => delete Object.prototype.extend)",
            Works,
        ),
        ("delete window.MutationObserver", Works),
        (
            "for (const name of ['remove', 'show', 'hide', 'wrap', 'toggle', 'update', 'insert', 'select', 'observe', 'fire', 'up', 'down', 'next', 'previous']) Element.prototype[name] = function () { throw new Error('not ours') }",
            Works,
        ),
        (
            "const own = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (...given) { return own.apply(this, given) }",
            Works,
        ),
        (
            "const own = document.createElement; document.createElement = (name) => own.call(document, name)",
            Works,
        ),
        (
            "const own = fetch; window.fetch = (...given) => own(...given)",
            Works,
        ),
        ("delete window.CSSStyleSheet.prototype.replaceSync", Works),
        ("delete HTMLElement.prototype.showPopover", Works),
        (
            "delete window.IntersectionObserver; delete window.requestIdleCallback; delete window.BroadcastChannel; delete window.cookieStore",
            Works,
        ),
        (
            "Object.freeze(Element.prototype); Object.freeze(Array.prototype); Object.freeze(Object.prototype)",
            Works,
        ),
        (
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not ours') } })",
            Works,
        ),
    ];
    each(browser, &strange, |script| {
        format!("<script>{script}</script>")
    })
    .await
}

/// Forms and images whose names stand on the document.
async fn marks_that_take_a_name(browser: &Browser) -> Outcome {
    let strange = [
        ("dispatchEvent", Works),
        ("documentElement", Works),
        ("head", Works),
        ("readyState", Works),
        ("scripts", Works),
        ("adoptedStyleSheets", Works),
        ("currentScript", Works),
        ("prerendering", Works),
        ("location", Works),
        ("URL", Works),
        ("forms", Works),
        ("title", Works),
        ("defaultView", Works),
        ("createElement", Closed),
        ("addEventListener", Works),
        ("querySelector", Works),
        ("querySelectorAll", Works),
        ("body", Works),
        ("cookie", Works),
    ];
    // Before the tag, as where that stands at the end of a page.
    each(browser, &strange, |name| format!("<template></template></head><body><img name=\"{name}\" alt=\"\"><script src=\"/__test/blank.js\"></script>")).await
}

/// The same on a page that is at work already: nothing is thrown as the page goes on, and a choice does what it did.
async fn marks_that_take_a_name_later(browser: &Browser) -> Outcome {
    let strange = [
        ("dispatchEvent", Works),
        // Where the page or its cookies cannot be looked at, nothing runs.
        ("documentElement", Closed),
        ("cookie", Closed),
        ("head", Works),
        ("readyState", Works),
        ("scripts", Works),
        ("URL", Works),
        ("forms", Works),
        ("defaultView", Works),
        ("createElement", Works),
        ("addEventListener", Works),
        ("querySelector", Works),
        ("querySelectorAll", Works),
        ("body", Works),
        ("write", Works),
        ("activeElement", Works),
    ];
    let mut wrong = Vec::new();
    for (name, wanted) in strange {
        if let Err(error) = goes_on_with(browser, name, wanted).await {
            wrong.push(format!("{name}: {error}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

async fn goes_on_with(browser: &Browser, name: &str, wanted: Has) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/gated.html").await?;
    page.shows(&part("banner")).await?;
    let put = "document.getElementsByTagName('body')[0].insertAdjacentHTML('beforeend', `<img name=\"${arguments[0]}\" alt=''>`)";
    browser.driver.execute(put, vec![json!(name)]).await?;
    for _ in 0..3 {
        let goes_on = "document.getElementsByTagName('body')[0].append('more')";
        browser.driver.execute(goes_on, Vec::new()).await?;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    }
    page.browser.quiet().await?;
    let accept = "CouncilNotice.accept('all')";
    browser.driver.execute(accept, Vec::new()).await?;
    if wanted == Works {
        let ran = "return __seen.ran.length === 9";
        page.until("what waits runs", ran, json!([])).await?;
    } else {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let ran: usize = page.js("return __seen.ran.length", json!([])).await?;
        assert_eq!(ran, 0, "nothing runs beside {name}");
    }
    page.browser.quiet().await
}

/// Scripts keep the address's fragment in a variable, and components in a property: a click anywhere is none on what is named.
async fn clicks_beside_a_name(browser: &Browser) -> Outcome {
    let here = "CouncilNotice.choice() === null && __seen.ran.length === 0 && shown('[part~=preferences]').length === 0";
    let kept = [
        "var hash = 'accept'",
        "var hash = 'notice'",
        "var hash = 'preferences'",
        "var hash = '#council-notice-preferences'",
        "var dataset = {}, hash = 'accept'",
        "addEventListener('DOMContentLoaded', () => (document.querySelector('main').hash = 'accept'))",
    ];
    for script in kept {
        let head = format!("<script>{script}</script></head>");
        let behaviour = Behaviour::default().edit("/__test/gated.html", "</head>", &head);
        let page = browser.visit(behaviour).await?;
        page.open("__test/gated.html").await?;
        page.shows(&part("banner")).await?;
        let click = "let own = false;
            addEventListener('click', (event) => (own = event.defaultPrevented), { once: true });
            document.querySelector('#end').click();
            return own";
        assert!(!page.js::<bool>(click, json!([])).await?, "{script}");
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let nothing: bool = page.js(&format!("return {here}"), json!([])).await?;
        assert!(nothing, "{script}");
        assert_eq!(browser.driver.windows().await?.len(), 1, "{script}");
    }
    Ok(())
}

/// Opens a page whose form has a notice, and tries all that is drawn beside one.
async fn has_notice(browser: &Browser, scripts: &[&str]) -> Outcome {
    const TAG: &str = "<script src=\"/__test/tag.js\"></script>";
    let head: String = scripts
        .iter()
        .map(|script| format!("<script>{script}</script>"))
        .collect();
    let behaviour = Behaviour::default().edit("/__test/form.html", TAG, &[&head, TAG].concat());
    let page = browser.visit(behaviour).await?;
    // What is told goes through the console as well.
    page.open("__test/form.html?service=customer-management&part=complaints&form=%23form&guardian=require&lang=xx")
        .await?;
    page.shows(&part("notice")).await?;
    page.click(&part("why")).await?;
    page.shows(".reason").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    page.run("document.querySelector('#form').requestSubmit()", json!([]))
        .await?;
    let asks = "return !!active().closest?.('[part~=guardian]')";
    page.until("the form waits", asks, json!([])).await?;
    page.browser.quiet().await
}

/// What pages call their maps, events, menus and addresses: by a variable, a function or a class.
async fn a_notice_beside_names(browser: &Browser) -> Outcome {
    let names = [
        "var Map = { init() {} }, Event = { list: [] }, URL = '/contact'",
        "function Node(id) { this.id = id } function Set() {} function Range() {} function Option() {} function Image() {}",
        "class Element {} class Text {} class Document {} class Comment {} class Request {} class Response {} class Headers {}",
        "var navigation = ['Home', 'Housing'], cookieStore = []",
        "var innerHeight = 'tall', innerWidth = 'wide', scrollX = 'a', scrollY = 'b'",
    ];
    has_notice(browser, &names).await?;
    let classes = ["class Map {} class Set {} class Event {} class Node {} class URL {}"];
    has_notice(browser, &classes).await
}

async fn a_notice_beside_changes(browser: &Browser) -> Outcome {
    let changes = [
        "window.console = {}",
        "JSON.parse = () => ({})",
        "delete Promise.allSettled; delete Promise.any",
        "window.matchMedia = undefined; try { Object.freeze(document) } catch {}",
        "for (const one of [HTMLElement, Node, Document, Function]) Object.freeze(one.prototype)",
    ];
    has_notice(browser, &changes).await
}

/// Leaves the link, and throws nothing.
async fn a_link_where_nothing_can_be_drawn(browser: &Browser) -> Outcome {
    let shut = [
        "Element.prototype.attachShadow = ((own) => function () { return own.call(this, { mode: 'closed' }) })(Element.prototype.attachShadow)",
        "delete window.customElements",
        "Array.prototype.map = () => 'nonsense'",
        // As what cleans markup does, in the browser's place or by a policy for all of it.
        "const own = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML'); Object.defineProperty(Element.prototype, 'innerHTML', { ...own, set(text) { own.set.call(this, text.replace(/ (part|class|id)=(\"[^\"]*\"|[^ >]+)/g, '')) } })",
    ];
    for script in shut {
        let head = format!("<script>{script}</script></head>");
        let behaviour = Behaviour::default().edit("/__test/form.html", "</head>", &head);
        let page = browser.visit(behaviour).await?;
        page.open(
            "__test/form.html?service=customer-management&part=complaints&form=%23form&cookies=off",
        )
        .await?;
        // By what such a page leaves.
        let link = "const link = document.querySelector('council-notice a'); return !!link && link.getClientRects().length > 0";
        let mut stands = Value::Null;
        for _ in 0..100 {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            stands = browser.driver.execute(link, Vec::new()).await?.convert()?;
            if stands == true {
                break;
            }
        }
        assert_eq!(stands, true, "{script}");
        page.browser.quiet().await?;
    }
    Ok(())
}
