//! Pages that a framework has made on the server and takes over: what somebody has typed meanwhile stays, and ours is there
//! afterwards. The same page without the tag says what the framework itself does.

use serde_json::{Value, json};

use super::{TAG, open, sends, taken_over};
use crate::harness::{Browser, Outcome, part, scenarios};

scenarios![Plain in Turn: react_19, vue_3];

async fn react_19(browser: &Browser) -> Outcome {
    taken(browser, "react", "react=19").await
}

async fn vue_3(browser: &Browser) -> Outcome {
    taken(browser, "vue", "").await
}

/// At once and after a while, in full.
pub(super) async fn taken(browser: &Browser, host: &str, query: &str) -> Outcome {
    for wait in [0, 1500] {
        let query = format!("{query}&wait={wait}");
        let typed = |page| type_early(page);
        let page = open(browser, host, &format!("{query}&plain")).await?;
        typed(&page).await?;
        let control: Vec<Value> = taken_over(&page).await?;
        let kept = "return document.querySelector('#name').value";
        let bare: String = page.js(kept, json!([])).await?;

        let page = open(browser, host, &format!("{query}&{TAG}&guardian=prompt")).await?;
        typed(&page).await?;
        assert_eq!(
            taken_over(&page).await?,
            control,
            "{host} {wait}: no mismatch is ours"
        );
        assert_eq!(
            page.js::<String>(kept, json!([])).await?,
            bare,
            "{host} {wait}"
        );
        page.shows(&part("banner")).await?;
        page.shows(&part("notice")).await?;
        page.shows("#form council-notice-why").await?;
        sends(&page, "unsaid").await?;
        // And through what the framework draws later.
        page.run("window.draw()", json!([])).await?;
        page.shows("#more").await?;
        page.shows(&part("notice")).await?;
        assert_eq!(page.count(&part("notice")).await?, 1);
        assert_eq!(page.js::<String>(kept, json!([])).await?, bare);
    }
    Ok(())
}

async fn type_early(page: &crate::harness::Page<'_>) -> Outcome {
    page.run("document.querySelector('#name').value = 'Ada'", json!([]))
        .await
}
