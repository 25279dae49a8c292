//! Failures that were once seen in use, on a bad day or beside another library: each with the right outcome.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    a_host_that_takes_the_notice_out, a_host_that_restores_its_form, a_library_with_its_own_remove,
    a_module_that_fails_once, a_module_that_stays_missing, a_module_that_never_answers, a_script_that_never_answers,
    a_wasm_that_never_answers, an_index_that_never_answers, a_notice_that_never_answers, a_widget_that_comes_late, a_module_that_comes_late,
    a_mark_that_is_no_action, a_form_with_a_notice_of_its_own;
];

const PATH: &str = "/__test/form.html";
const FORM: &str = "__test/form.html?form=%23form&service=connect-derby";
const LINK: &str = "#form a[href*=\"/notices/connect-derby/\"]";
const GATED: &str = "__test/gated.html";

/// A page whose own script acts before anything of ours is there.
fn page_that(path: &str, act: &str) -> Behaviour {
    let script = format!("<script>{act}</script></head>");
    Behaviour::default().edit(path, "</head>", &script)
}

/// Waits until an error of the stage is told.
async fn fails(page: &Page<'_>, stage: &str) -> Outcome {
    let script = "return __seen.events.some(({ name, detail }) => name === 'error' && detail.stage === arguments[0])";
    page.until(&format!("{stage} fails"), script, json!([stage]))
        .await
}

/// The notice goes each time that it comes. The tab would hang: neither script nor answer would come.
async fn a_host_that_takes_the_notice_out(browser: &Browser) -> Outcome {
    let act = "window.taken = 0;
        new MutationObserver(() => {
            const found = document.querySelector('council-notice');
            if (found) taken++, found.remove();
        }).observe(document, { childList: true, subtree: true })";
    ends(browser, act).await
}

/// The same by a page that wants its form as it was.
async fn a_host_that_restores_its_form(browser: &Browser) -> Outcome {
    let act = "window.taken = 0;
        addEventListener('DOMContentLoaded', () => {
            const form = document.querySelector('#form');
            const own = [...form.children].filter((child) => child.localName === 'p');
            new MutationObserver(() => {
                if (form.querySelector('council-notice')) taken++, form.replaceChildren(...own);
            }).observe(form, { childList: true });
        })";
    ends(browser, act).await
}

async fn ends(browser: &Browser, act: &str) -> Outcome {
    let page = browser.visit(page_that(PATH, act)).await?;
    page.open(FORM).await?;
    fails(&page, "form").await?;
    page.shows(LINK).await?;
    let taken: u32 = page.js("return window.taken", json!([])).await?;
    assert!(
        (3..=4).contains(&taken),
        "put back three times, then never: {taken}"
    );
    // The page goes on.
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    let after: u32 = page.js("return window.taken", json!([])).await?;
    assert_eq!(after, taken, "the fight is over");
    page.browser.quiet().await
}

/// As Prototype and its like replace it: a withdrawal is whole all the same.
async fn a_library_with_its_own_remove(browser: &Browser) -> Outcome {
    let act = "Element.prototype.remove = () => { throw new Error('not ours to call') }";
    let page = browser.visit(page_that("/__test/gated.html", act)).await?;
    page.open(GATED).await?;
    page.click(&part("accept")).await?;
    taken_back(&page).await?;
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await?;
    page.browser.quiet().await
}

/// Waits until the frame shows something, refuses, and waits until it is empty.
async fn taken_back(page: &Page<'_>) -> Outcome {
    let framed = "return document.querySelector('iframe').contentDocument?.title === 'Framed'";
    page.until("the frame shows something", framed, json!([]))
        .await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    let empty = "const frame = document.querySelector('iframe');
        return !frame.getAttribute('src') && frame.contentDocument?.title !== 'Framed'";
    page.until("the frame is empty", empty, json!([])).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "{record}");
    Ok(())
}

/// Asked for again, it looks after what is stored as if nothing had been.
async fn a_module_that_fails_once(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().fault("/deferred.", Fault::MissingOnce);
    let page = browser.visit(behaviour).await?;
    page.open(GATED).await?;
    fails(&page, "deferred").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.run("document.cookie = 'demo_visits=1;Path=/'", json!([]))
        .await?;
    taken_back(&page).await?;
    let gone = "return !document.cookie.includes('demo_visits')";
    page.until("what is refused is removed", gone, json!([]))
        .await?;
    page.browser.quiet().await
}

/// What is at hand without it is enough to take back what was shown.
async fn a_module_that_stays_missing(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().fault("/deferred.", Fault::Missing);
    let page = browser.visit(behaviour).await?;
    page.open(GATED).await?;
    page.click(&part("accept")).await?;
    taken_back(&page).await?;
    page.browser.quiet().await
}

async fn a_module_that_never_answers(browser: &Browser) -> Outcome {
    never(browser, "/deferred.", "deferred").await
}

async fn a_script_that_never_answers(browser: &Browser) -> Outcome {
    never(browser, "/widget-", "widget").await
}

async fn a_wasm_that_never_answers(browser: &Browser) -> Outcome {
    never(browser, ".wasm", "widget").await
}

async fn an_index_that_never_answers(browser: &Browser) -> Outcome {
    never(browser, "/index.en.", "widget").await
}

async fn a_notice_that_never_answers(browser: &Browser) -> Outcome {
    never(browser, "/notices/connect-derby.en.", "notice").await
}

/// The link stands there, the form is within reach, and every button does something.
async fn never(browser: &Browser, file: &str, stage: &str) -> Outcome {
    let behaviour = Behaviour::default().fault(file, Fault::Silent);
    let page = browser.visit(after_load(browser, behaviour)).await?;
    open_at_once(&page, FORM).await?;
    page.shows(&part("banner")).await?;
    fails(&page, stage).await?;
    page.shows(LINK).await?;
    let near =
        "return document.querySelector('#name').getBoundingClientRect().top < innerHeight / 2";
    page.until("the room is given back", near, json!([]))
        .await?;
    page.click(&part("choose")).await?;
    opens(&page).await
}

/// Waits until the preferences open, or in their stead the page on cookies, in a tab of its own or in this one.
async fn opens(page: &Page<'_>) -> Outcome {
    let opened = "return location.pathname === '/notices/cookies/' || shown('[part~=preferences]').length > 0";
    let driver = &page.browser.driver;
    let first = driver.window().await?;
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let windows = driver.windows().await?;
        if let Some(other) = windows.into_iter().find(|window| *window != first) {
            driver.switch_to_window(other).await?;
            page.until("it is the page on cookies", opened, json!([]))
                .await?;
            driver.close_window().await?;
            driver.switch_to_window(first).await?;
            return Ok(());
        }
        if page.js::<bool>(opened, json!([])).await.unwrap_or(false) {
            return Ok(());
        }
        assert!(Instant::now() < end, "nothing opens");
        sleep(Duration::from_millis(50)).await;
    }
}

/// WebKit's driver has no answer about a page before its load event, and a module on its way holds that back: there the tag
/// comes after it.
fn after_load(browser: &Browser, behaviour: Behaviour) -> Behaviour {
    if browser.engine != Engine::WebKit {
        return behaviour;
    }
    let late = "addEventListener('load', () => setTimeout(() => document.head.append(tag)))";
    behaviour.edit("/__test/tag.js", "document.head.append(tag)", late)
}

/// Opens a page without waiting for its load event, which Firefox holds back for a module that is on its way.
async fn open_at_once(page: &Page<'_>, path: &str) -> Outcome {
    page.open("__test/blank.html").await?;
    let go = "setTimeout(() => location.assign('/' + arguments[0]))";
    page.run(go, json!([path])).await?;
    let there =
        "return location.pathname !== '/__test/blank.html' && typeof CouncilNotice === 'object'";
    page.until("the page is there", there, json!([])).await
}

/// What comes after the wait takes over only where nothing that is seen would move.
async fn a_widget_that_comes_late(browser: &Browser) -> Outcome {
    comes_late(browser, ".wasm", "widget").await
}

async fn a_module_that_comes_late(browser: &Browser) -> Outcome {
    comes_late(browser, "/deferred.", "deferred").await
}

async fn comes_late(browser: &Browser, file: &str, stage: &str) -> Outcome {
    let slow = Duration::from_secs(9);
    for (style, comes) in [("", false), ("<style>h1 { height: 300vh }</style>", true)] {
        let behaviour = Behaviour::default().fault(file, Fault::Slow(slow)).edit(
            PATH,
            "</head>",
            &format!("{style}</head>"),
        );
        let page = browser.visit(after_load(browser, behaviour)).await?;
        open_at_once(&page, FORM).await?;
        fails(&page, stage).await?;
        page.shows(LINK).await?;
        let place = "return document.querySelector('#name').getBoundingClientRect().top";
        let before: f64 = page.js(place, json!([])).await?;
        let here = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes(arguments[0]) && responseEnd > 0)";
        page.until("it comes", here, json!([file])).await?;
        // And is read and run: asked for before that, it would be fetched, as slowly, once more.
        sleep(Duration::from_millis(500)).await;
        // All is there once something of it can be used.
        page.run("CouncilNotice.openPreferences()", json!([]))
            .await?;
        page.shows(&part("preferences")).await?;
        if comes {
            page.tells("notice").await?;
        } else {
            let after: f64 = page.js(place, json!([])).await?;
            let moved = (after - before).abs();
            assert!(moved < 1.0, "what is read stays where it is: {moved}");
            let told = page.told("notice").await?;
            assert_eq!(told, [], "the link stays");
        }
        page.browser.quiet().await?;
    }
    Ok(())
}

/// A mark or a link that names what every object has is none of ours.
async fn a_mark_that_is_no_action(browser: &Browser) -> Outcome {
    let marks = ["__proto__", "constructor", "toString"]
        .map(|name| {
            format!("<button type=button class=odd data-council-notice={name}>{name}</button>")
        })
        .concat();
    let behaviour = Behaviour::default().edit(
        PATH,
        "<div id=\"stage\">",
        &format!("{marks}<div id=\"stage\">"),
    );
    let page = browser.visit(behaviour).await?;
    page.open(FORM).await?;
    page.ready().await?;
    let heard = "let heard = 0;
        addEventListener('click', (event) => event.defaultPrevented || heard++);
        for (const mark of document.querySelectorAll('.odd')) mark.click();
        return heard";
    assert_eq!(page.js::<u32>(heard, json!([])).await?, 3);
    page.browser.quiet().await
}

/// One notice a form: the tag adds none to a form that its author has given one.
async fn a_form_with_a_notice_of_its_own(browser: &Browser) -> Outcome {
    let own = "<council-notice service=\"derby-homes\"><a href=\"/\">The notice</a></council-notice><button>Send</button>";
    let page = browser
        .visit(Behaviour::default().edit(PATH, "<button>Send</button>", own))
        .await?;
    page.open(FORM).await?;
    page.tells("notice").await?;
    let ids: Vec<Value> = page
        .js("return __seen.events.filter(({ name }) => name === 'notice').map(({ detail }) => detail.id)", json!([]))
        .await?;
    let count: usize = page
        .js(
            "return document.querySelectorAll('council-notice').length",
            json!([]),
        )
        .await?;
    assert_eq!((ids, count), (vec![json!("derby-homes")], 1));
    page.browser.quiet().await
}
