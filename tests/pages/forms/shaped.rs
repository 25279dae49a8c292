//! Kinds of forms by how they stand in the page: in steps, drawn anew, in a shadow root, several.

use serde_json::json;

use super::{Kind, MODES, OVER, PLACED, every_mode, is_held, own, sent, without};
use crate::{
    harness::{Browser, Outcome, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn: in_steps, drawn_by_a_framework, in_a_shadow_root, several_on_a_page];

async fn in_steps(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "steps",
        tag: PLACED,
        noted: 1,
    };
    let measure = without(browser, &kind).await?;
    assert_eq!(measure.len(), 2, "both steps' fields");
    let page = browser.visit(Behaviour::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.tells("notice").await?;
        assert_eq!(
            page.count("council-notice-why").await?,
            0,
            "no such field yet"
        );
        kind.fill(&page).await?;
        let tied: bool = page
            .js("const field = document.querySelector('#sort'); return document.getElementById(field.getAttribute('aria-describedby'))?.closest('council-notice-why') !== null", json!([]))
            .await?;
        assert!(tied, "a field that came later has its reason");
        let guardian = if mode == "require" {
            is_held(&page).await?;
            page.click(OVER).await?;
            "not-needed"
        } else {
            "unsaid"
        };
        page.click("#send").await?;
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        page.run("document.querySelector('#bank').remove()", json!([]))
            .await?;
        page.hides("council-notice-why").await?;
    }
    // The notice stands inside the first step, which is hidden when the form is sent: nobody could answer.
    page.open("__test/forms/steps.html?guardian=require&cookies=off&inside")
        .await?;
    page.tells("notice").await?;
    kind.fill(&page).await?;
    page.click("#send").await?;
    assert_eq!(own(&sent(&page, 1).await?, Some("unsaid")), measure);
    Ok(())
}

/// Forms that are replaced by new ones keep the answer given, and forms that are moved keep everything.
async fn drawn_by_a_framework(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "framework",
        tag: PLACED,
        noted: 1,
    };
    let measure = without(browser, &kind).await?;
    let page = browser.visit(Behaviour::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.tells("notice").await?;
        if mode != "off" {
            page.click(OVER).await?;
        }
        let guardian = if mode == "off" {
            "unsaid"
        } else {
            "not-needed"
        };
        kind.fill(&page).await?;
        page.shows("#form council-notice-why").await?;
        if mode != "off" {
            page.shows("[part~=guardian-over][aria-pressed=true]")
                .await?;
        }
        page.run(
            "document.querySelector('#elsewhere').append(document.querySelector('#form'))",
            json!([]),
        )
        .await?;
        page.shows("#elsewhere council-notice-why").await?;
        page.click("#send").await?;
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        assert_eq!(page.count("[part~=notice]").await?, 1);
        assert_eq!(page.count("council-notice-why").await?, 1);
    }
    page.browser.quiet().await
}

async fn in_a_shadow_root(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "shadow",
        tag: "",
        noted: 1,
    };
    let measure = without(browser, &kind).await?;
    let page = every_mode(browser, &kind, &measure).await?;
    kind.open(&page, "prompt").await?;
    page.shows("council-notice-why").await?;
    let tied: bool = page
        .js("const field = deep('#name')[0]; return field.getRootNode().getElementById(field.getAttribute('aria-describedby')) !== null", json!([]))
        .await?;
    assert!(tied, "the reason stands in the field's own tree");
    Ok(())
}

/// Each form has its own notice, question and reasons; one without a notice has nothing of ours.
async fn several_on_a_page(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "several",
        tag: "",
        noted: 1,
    };
    let measure = without(browser, &kind).await?;
    let page = browser.visit(Behaviour::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.until(
            "both notices are there",
            "return shown('[part~=notice]').length === 2",
            json!([]),
        )
        .await?;
        kind.fill(&page).await?;
        if mode != "off" {
            page.run("shown('[part~=guardian-over]')[1].click()", json!([]))
                .await?;
        }
        page.click("#send").await?;
        let guardian = if mode == "off" {
            "unsaid"
        } else {
            "not-needed"
        };
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        page.click("#find").await?;
        assert_eq!(own(&sent(&page, 2).await?, None).len(), 1);
        if mode == "prompt" {
            page.click("#send-other").await?;
            let other = sent(&page, 3).await?;
            let ours: Vec<&str> = other.iter().map(|(_, value)| value.as_str()).collect();
            assert!(
                ours.iter()
                    .any(|value| value.starts_with("healthy-housing-hub@")),
                "{ours:?}"
            );
            assert!(
                ours.contains(&"unsaid"),
                "an answer counts for its own form: {ours:?}"
            );
        }
        let ids: Vec<String> = page
            .js("return [...document.querySelectorAll('[aria-describedby]')].map((field) => field.getAttribute('aria-describedby'))", json!([]))
            .await?;
        assert_eq!(ids.len(), 2);
        assert_ne!(ids[0], ids[1]);
    }
    page.browser.quiet().await
}
