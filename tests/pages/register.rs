//! The register and the static pages as people use them: by keyboard, filtered, on a phone.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, Engine, Outcome, Page, scenarios},
    server::Behaviour,
};

scenarios![
    Plain in Turn:
    register_by_keyboard,
    register_on_a_phone,
    register_is_short,
    owner_on_paper,
    print_button
];

/// How many that match are seen.
async fn seen(page: &Page<'_>, selector: &str) -> Outcome<usize> {
    page.count(selector).await
}

async fn register_by_keyboard(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("register/").await?;
    let rows = seen(&page, ".matrix tbody tr").await?;
    page.run("document.querySelector('#only-all').focus()", json!([]))
        .await?;
    page.press(Key::Right).await?;
    page.hides("[data-severity=warning]").await?;
    page.shows("[data-severity=error]").await?;
    page.run("document.querySelector('#only-open').focus()", json!([]))
        .await?;
    page.press(" ").await?;
    let left = seen(&page, ".matrix tbody tr").await?;
    assert!(left < rows, "{left} of {rows} rules");
    // A notice unfolds over its findings, without a script.
    page.hides(".notice li").await?;
    page.run(
        "document.querySelector('.notice summary').focus()",
        json!([]),
    )
    .await?;
    page.press(Key::Enter).await?;
    page.shows(".notice[open] li").await?;
    // From a cell to the question that is behind it.
    page.run("shown('.matrix td a')[0].focus()", json!([]))
        .await?;
    page.press(Key::Enter).await?;
    page.until(
        "the question is the target",
        "return document.querySelector('.asked:target')?.getBoundingClientRect().top < innerHeight",
        json!([]),
    )
    .await?;
    let told = page.text(".asked:target h3").await?;
    assert!(told.contains('?'), "{told}");
    Ok(())
}

/// WCAG 1.4.10: only the matrix scrolls sideways, in a region of its own that the keyboard reaches.
async fn register_on_a_phone(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in [
        "register/",
        "register/customer-management/",
        "notices/customer-management/visiting/",
    ] {
        page.open("__test/blank.html").await?;
        page.open(&format!("__test/narrow.html#/{path}")).await?;
        page.find("#frame").await?.enter_frame().await?;
        page.shows("h1").await?;
        let size: [u32; 2] = page
            .js(
                "return [innerWidth, document.documentElement.scrollWidth]",
                json!([]),
            )
            .await?;
        assert!(size[0] == 320 && size[1] <= 320, "{path}: {size:?}");
        if path == "register/" {
            let own: bool = page
                .js(
                    "const region = document.querySelector('.region'); return region.scrollWidth > region.clientWidth && region.tabIndex === 0",
                    json!([]),
                )
                .await?;
            assert!(own, "the matrix scrolls by itself");
        }
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}

/// The findings are folded, so that the matrix is on the first screens and the rest is not a scroll of many.
async fn register_is_short(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("register/").await?;
    page.hides(".notice li").await?;
    let [height, screen]: [u32; 2] = page
        .js(
            "return [document.documentElement.scrollHeight, innerHeight]",
            json!([]),
        )
        .await?;
    assert!(
        height < 6_000,
        "{height} pixels, of which a screen shows {screen}"
    );
    let matrix: u32 = page
        .js(
            "return Math.round(document.querySelector('.matrix').getBoundingClientRect().top + scrollY)",
            json!([]),
        )
        .await?;
    assert!(matrix < 1_500, "the matrix begins at {matrix}");
    Ok(())
}

/// What is sent to a service and printed: every question with room for its answer, whom it is for, and nothing to click.
async fn owner_on_paper(browser: &Browser) -> Outcome {
    if browser.engine != Engine::Chromium {
        // The others take no order to show a page as it is on paper.
        return Ok(());
    }
    let page = browser.visit(Behaviour::default()).await?;
    page.open("register/customer-management/").await?;
    page.hides(".reply").await?;
    let paper = json!({ "media": "print" });
    let told = browser.driver.cdp();
    told.send_raw("Emulation.setEmulatedMedia", paper).await?;
    page.shows(".reply").await?;
    page.shows(".letter").await?;
    page.hides(".back").await?;
    let (asked, replies) = (
        seen(&page, ".asked h3").await?,
        seen(&page, ".asked .reply").await?,
    );
    let all: usize = page
        .js(
            "return document.querySelectorAll('.asked').length",
            json!([]),
        )
        .await?;
    assert!(
        all > 0 && asked == all && replies == all,
        "{asked} questions and {replies} replies of {all}"
    );
    let room: f64 = page
        .js(
            "return Math.min(...[...document.querySelectorAll('.reply')].map((it) => it.getBoundingClientRect().height))",
            json!([]),
        )
        .await?;
    assert!(room > 40.0, "room for an answer: {room} pixels");
    let screen = json!({ "media": "" });
    told.send_raw("Emulation.setEmulatedMedia", screen).await?;
    Ok(())
}

async fn print_button(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("notices/customer-management/visiting/").await?;
    page.run("window.print = () => { window.printed = true }", json!([]))
        .await?;
    page.hides(".print span").await?;
    page.click("[data-print]").await?;
    page.until(
        "the print dialog was asked for",
        "return window.printed === true",
        json!([]),
    )
    .await
}
