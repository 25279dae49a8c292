//! Design systems: their own classes and layouts.

use serde_json::json;
use thirtyfour::Key;

use super::{TAG, at_home, open};
use crate::harness::{Browser, Outcome, part, scenarios};

scenarios![Plain in Turn: govuk_frontend, nhsuk_frontend, bootstrap_5, bootstrap_3, a_modal_of_bootstrap];

async fn govuk_frontend(browser: &Browser) -> Outcome {
    at_home(browser, "govuk-frontend", 4).await
}

async fn nhsuk_frontend(browser: &Browser) -> Outcome {
    at_home(browser, "nhsuk-frontend", 3).await
}

async fn bootstrap_5(browser: &Browser) -> Outcome {
    at_home(browser, "bootstrap-5", 4).await
}

async fn bootstrap_3(browser: &Browser) -> Outcome {
    at_home(browser, "bootstrap-3", 3).await
}

/// Over a modal of the page's the bar can still be clicked, a link inside opens the preferences, and Esc closes these alone.
async fn a_modal_of_bootstrap(browser: &Browser) -> Outcome {
    let page = open(browser, "bootstrap-5", TAG).await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    page.run("document.querySelector('#open').click()", json!([]))
        .await?;
    page.until(
        "the modal is open",
        "return document.querySelector('#modal.show') !== null",
        json!([]),
    )
    .await?;
    page.click("#inside").await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    let open = "return document.querySelector('#modal.show') !== null";
    assert!(
        page.js::<bool>(open, json!([])).await?,
        "the modal is still open"
    );
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await
}
