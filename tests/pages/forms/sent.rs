//! Kinds of forms by how they are sent: by the browser, after the page's own check, by a script.

use serde_json::json;

use super::{Kind, MODES, PLACED, Sent, answered, arrived, every_mode, own, sent, without};
use crate::{
    harness::{Browser, Outcome, scenarios},
    server::Behaviour,
};

scenarios![Plain: native_and_the_back_button, typed_and_back_again, validated_by_its_page, sent_by_a_script];

async fn native_and_the_back_button(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "native",
        tag: PLACED,
        noted: 0,
    };
    let measure = Sent::from([
        ("name".to_owned(), "Ada".to_owned()),
        ("mail".to_owned(), String::new()),
        ("how".to_owned(), "button".to_owned()),
    ]);
    assert_eq!(without(browser, &kind).await?, measure);
    let page = browser.visit(Behaviour::default()).await?;
    // The browser's own check comes first: it points at the field, not at our question.
    kind.open(&page, "require").await?;
    page.tells("notice").await?;
    page.click("#send").await?;
    page.until(
        "the empty field has the focus",
        "return active().id === 'name'",
        json!([]),
    )
    .await?;
    drop(page);
    let page = every_mode(browser, &kind, &measure).await?;
    // Back to the form, from wherever the browser kept it: it works, and each field of ours goes once.
    browser.driver.back().await?;
    page.shows("[part~=notice]").await?;
    page.run(
        "document.querySelector('#name').value = 'Ada'; document.querySelector('#form').requestSubmit(document.querySelector('#send'))",
        json!([]),
    )
    .await?;
    assert_eq!(own(&arrived(&page).await?, Some("unsaid")), measure);
    Ok(())
}

/// A page that the browser has to load again gives back what was typed, as it does without the tag: Chromium knows the form by the
/// names of its first two fields.
async fn typed_and_back_again(browser: &Browser) -> Outcome {
    let path = "__test/forms/native.html";
    let own = format!("{path}?cookies=off{PLACED}");
    let include = "demo/complaint-include.html";
    let ways = [
        (format!("{path}?plain"), "#form", "#name"),
        (own, "#form", "#name"),
        (include.to_owned(), "#complaint", "#details"),
    ];
    for (path, form, field) in ways {
        let page = browser.visit(Behaviour::default()).await?;
        page.open(&path).await?;
        if !path.ends_with("plain") {
            page.tells("notice").await?;
        }
        // No browser keeps the page of such a listener for the way back.
        let type_and_send = "
            addEventListener('unload', () => {});
            const [form, field] = [...arguments].map((one) => document.querySelector(one));
            field.focus();
            document.execCommand('insertText', false, 'Ada');
            form.noValidate = true;
            setTimeout(() => form.requestSubmit())";
        page.run(type_and_send, json!([form, field])).await?;
        arrived(&page).await?;
        browser.driver.back().await?;
        let back = "return document.readyState === 'complete' && document.querySelector(arguments[0])?.value === 'Ada'";
        page.until(&format!("{path}: it is there"), back, json!([field]))
            .await?;
    }
    Ok(())
}

/// `novalidate`, the page's own check, and its own `aria-describedby`, which neither side may spoil for the other.
async fn validated_by_its_page(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "validated",
        tag: PLACED,
        noted: 1,
    };
    let measure = without(browser, &kind).await?;
    let page = every_mode(browser, &kind, &measure).await?;
    kind.open(&page, "prompt").await?;
    page.shows("#form council-notice-why").await?;
    page.click("#send").await?;
    page.shows("#problem").await?;
    let described = "return document.querySelector('#name').getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.tagName ?? id)";
    let by: Vec<String> = page.js(described, json!([])).await?;
    assert_eq!(
        by,
        ["SPAN", "SPAN", "P"],
        "the hint, our reason, the problem"
    );
    page.run("document.querySelector('#form').id = 'gone'; document.querySelector('council-notice').remove()", json!([]))
        .await?;
    page.hides("council-notice-why").await?;
    let by: Vec<String> = page.js(described, json!([])).await?;
    assert_eq!(by, ["SPAN", "P"], "only ours is gone");
    Ok(())
}

/// Read as `FormData`, as `URLSearchParams`, field by field into JSON and into an encoded text, and as it arrives.
async fn sent_by_a_script(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "fetched",
        tag: PLACED,
        noted: 5,
    };
    let measure = without(browser, &kind).await?;
    assert_eq!(measure, [("name".to_owned(), "Ada".to_owned())]);
    let page = browser.visit(Behaviour::default()).await?;
    for mode in MODES {
        let guardian = answered(&page, &kind, mode).await?;
        page.click("#send").await?;
        sent(&page, 5).await?;
        // The page stays: a second answer goes with the second submit.
        let second = if mode == "off" {
            guardian
        } else {
            page.click("[part~=guardian-under]").await?;
            page.click("[part~=guardian-permission] button:nth-of-type(2)")
                .await?;
            "not-confirmed"
        };
        page.click("#send").await?;
        sent(&page, 10).await?;
        let all: Vec<Sent> = page.js("return sent", json!([])).await?;
        for (at, sent) in all.iter().enumerate() {
            let guardian = if at < 5 { guardian } else { second };
            let mut own = own(&sorted(sent), Some(guardian));
            own.sort();
            assert_eq!(own, measure, "{mode}, way {at}");
        }
    }
    page.browser.quiet().await
}

/// Scripts that go field by field meet ours first: they stand in the notice, at the form's top.
fn sorted(sent: &Sent) -> Sent {
    let mut sent = sent.clone();
    sent.sort();
    sent
}
