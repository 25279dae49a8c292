//! The register and the static pages as people use them: by keyboard, filtered, on a phone.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, scenarios},
    server::Behaviour,
};

scenarios![Plain: register_by_keyboard, register_on_a_phone, print_button];

/// How many that match are seen.
async fn seen(page: &Page<'_>, selector: &str) -> Outcome<usize> {
    page.count(selector).await
}

async fn register_by_keyboard(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("register/").await?;
    let all = seen(&page, ".found > li").await?;
    let rows = seen(&page, ".matrix tbody tr").await?;
    page.run("document.querySelector('#for-all').focus()", json!([]))
        .await?;
    page.press(Key::Right).await?;
    let chosen: String = page
        .js("return document.activeElement.id.slice(4)", json!([]))
        .await?;
    page.hides(&format!(".matrix td:not([data-for='{chosen}'])"))
        .await?;
    assert_eq!(seen(&page, ".matrix thead th").await?, 2, "rule and notice");
    let one = seen(&page, ".found > li").await?;
    assert!(0 < one && one < all, "{one} of {all} findings");
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
    // From a cell to what is behind it.
    let link = format!(".matrix td[data-for='{chosen}'] a");
    page.run("shown(arguments[0])[0].focus()", json!([link]))
        .await?;
    page.press(Key::Enter).await?;
    page.until(
        "the finding is the target",
        "return document.querySelector('.found > li:target')?.getBoundingClientRect().top < innerHeight",
        json!([]),
    )
    .await?;
    let told = page.text(".found > li:target").await?;
    assert!(told.contains('.'), "{told}");
    Ok(())
}

/// WCAG 1.4.10: only the matrix scrolls sideways, in a region of its own that the keyboard reaches.
async fn register_on_a_phone(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in ["register/", "notices/customer-management/visiting/"] {
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
