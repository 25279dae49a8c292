//! axe-core over every page, first visit and dialogs open, light and dark; and what axe cannot see.

use serde_json::{Value, json};

use crate::{
    harness::{
        Browser, Engine, Outcome, Page, axe,
        demo::{ALL_PAGES, PAGES, THEMES},
        part, scenarios,
    },
    server::Behaviour,
};

scenarios![
    Plain in Turn: first_visit, dialogs_open, static_pages, the_answer_page, narrow_screens, example_themes;
    Dark in Turn: first_visit_in_the_dark, dialogs_open_in_the_dark, static_pages_in_the_dark, example_themes_in_the_dark;
];

async fn first_visit_in_the_dark(browser: &Browser) -> Outcome {
    first_visit(browser).await
}

async fn dialogs_open_in_the_dark(browser: &Browser) -> Outcome {
    dialogs_open(browser).await
}

async fn static_pages_in_the_dark(browser: &Browser) -> Outcome {
    static_pages(browser).await
}

async fn example_themes_in_the_dark(browser: &Browser) -> Outcome {
    example_themes(browser).await
}

async fn open(page: &Page<'_>, path: &str) -> Outcome {
    match path {
        "demo/partner.html" => page.open_as_partner(path).await?,
        _ => page.open(path).await?,
    }
    if !path.is_empty() {
        page.tells("notice").await?;
    }
    Ok(())
}

async fn first_visit(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in ALL_PAGES {
        open(&page, path).await?;
        if path != "demo/visitor.html" {
            page.shows(&part("banner")).await?;
        }
        axe::check(&page, &format!("{path}, first visit")).await?;
    }
    Ok(())
}

async fn dialogs_open(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("").await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    axe::check(&page, "confirmation").await?;
    page.click("[data-council-notice=hide]").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.run(
        "for (const one of shown('[part~=preferences] details')) one.open = true",
        json!([]),
    )
    .await?;
    axe::check(&page, "preferences").await?;
    for demo in &PAGES {
        open(&page, demo.path).await?;
        if demo.asks_age {
            page.click(&part("guardian-under")).await?;
            page.shows(&part("guardian-permission")).await?;
        }
        page.run(
            "for (const why of shown('[part~=why]')) why.click()",
            json!([]),
        )
        .await?;
        axe::check(&page, &format!("{}, everything unfolded", demo.path)).await?;
        page.click(&part("notice-open")).await?;
        page.shows(&part("notice-dialog")).await?;
        axe::check(&page, &format!("{}, whole notice", demo.path)).await?;
    }
    Ok(())
}

async fn static_pages(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let mut paths: Vec<String> = PAGES
        .iter()
        .map(|demo| format!("notices/{}/", demo.service))
        .collect();
    // Two pages show parts of one notice.
    paths.dedup();
    paths.extend(
        [
            "notices/",
            "register/",
            "register/customer-management/",
            "notices/customer-management/visiting/",
        ]
        .map(str::to_owned),
    );
    for path in paths {
        page.open(&path).await?;
        axe::check(&page, &path).await?;
    }
    Ok(())
}

async fn the_answer_page(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.click("#form button:nth-of-type(1)").await?;
    page.until(
        "the answer is there",
        "return document.title === 'What the form sent'",
        json!([]),
    )
    .await?;
    axe::check(&page, "the answer to a form").await
}

/// WCAG 1.4.10: nothing scrolls sideways at 320 px, with the notice and the banner there.
async fn narrow_screens(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in ALL_PAGES {
        page.open("__test/blank.html").await?;
        page.open(&format!("__test/narrow.html#/{path}")).await?;
        page.find("#frame").await?.enter_frame().await?;
        page.ready().await?;
        if !path.is_empty() {
            page.shows(&part("notice")).await?;
        }
        let script = "
            const wide = deep('*').filter((element) => element.checkVisibility() && !element.closest('[aria-hidden=true], pre, table')
                && element.getBoundingClientRect().right > innerWidth + 1);
            return [innerWidth, document.documentElement.scrollWidth, wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))]";
        let size: Value = page.js(script, json!([])).await?;
        assert_eq!(size[0], 320);
        assert!(size[1].as_u64() <= Some(320), "{path} is too wide: {size}");
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}

/// Banner, card, guardian prompt, whole notice and preferences in the colours and shapes of each example theme; in forced
/// colours each piece still has an edge.
async fn example_themes(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for path in THEMES {
        open(&page, path).await?;
        page.shows(&part("banner")).await?;
        axe::check(&page, &format!("{path}, first visit")).await?;
        if browser.engine == Engine::Chromium {
            forced_colours(&page, true).await?;
            let parts = [
                "banner",
                "accept",
                "reject",
                "choose",
                "notice",
                "notice-open",
                "guardian",
                "guardian-under",
            ];
            have_edges(&page, &parts).await?;
        }
        page.run("CouncilNotice.openPreferences()", json!([]))
            .await?;
        page.shows(&part("preferences")).await?;
        if browser.engine == Engine::Chromium {
            have_edges(&page, &["preferences", "save"]).await?;
            forced_colours(&page, false).await?;
        }
        let unfold = "for (const one of shown('[part~=preferences] details')) one.open = true";
        page.run(unfold, json!([])).await?;
        axe::check(&page, &format!("{path}, preferences")).await?;
        let wide = "return document.documentElement.scrollWidth > innerWidth";
        assert!(!page.js::<bool>(wide, json!([])).await?, "{path}");
    }
    Ok(())
}

/// In forced colours a background tells nothing apart.
async fn have_edges(page: &Page<'_>, parts: &[&str]) -> Outcome {
    let script = "return arguments[0].filter((name) => {
        const style = getComputedStyle(shown(`[part~=${name}]`)[0]);
        return !(parseFloat(style.borderBlockStartWidth) > 0) || style.borderBlockStartColor === style.backgroundColor;
    })";
    let edgeless: Vec<String> = page.js(script, json!([parts])).await?;
    assert_eq!(edgeless, [""; 0], "without an edge in forced colours");
    Ok(())
}

/// Only Chromium takes the order.
async fn forced_colours(page: &Page<'_>, on: bool) -> Outcome {
    let value = if on { "active" } else { "" };
    let features = json!({ "features": [{ "name": "forced-colors", "value": value }] });
    let driver = &page.browser.driver;
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", features)
        .await?;
    Ok(())
}
