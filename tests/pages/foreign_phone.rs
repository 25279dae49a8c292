//! The strange pages again at 320 pixels, the narrowest that is in use; `make full` runs them.

use serde_json::json;

use crate::{
    foreign::{KINDS, SHAPES, THEMES, whole_within_reach_and_over_nothing},
    harness::{Browser, Outcome, scenarios},
};

scenarios![Plain in Chromium: shapes, kinds, themes];

async fn shapes(browser: &Browser) -> Outcome {
    at_320_pixels(browser, &SHAPES).await
}

async fn kinds(browser: &Browser) -> Outcome {
    at_320_pixels(browser, &KINDS).await
}

async fn themes(browser: &Browser) -> Outcome {
    at_320_pixels(browser, &THEMES).await
}

async fn at_320_pixels(browser: &Browser, pages: &[(&str, usize, bool)]) -> Outcome {
    let cdp = browser.driver.cdp();
    let size = json!({ "width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    let found = whole_within_reach_and_over_nothing(browser, pages).await;
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    found
}
