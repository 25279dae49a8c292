//! Forms that are no `<form>`, and notices that stand outside theirs.

use serde_json::{Value, json};

use crate::{
    forms::arrived,
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    a_container_is_a_form, require_holds_what_sends_it, what_cannot_be_held_is_told, only_what_is_marked_is_held,
    a_form_in_a_container, a_notice_elsewhere, a_form_drawn_after_its_notice, one_notice_a_form;
];

const BUILDER: &str = "__test/container.html?service=connect-derby&form=%23builder&cookies=off";
const OVER: &str = "[part~=guardian-over]";
const VALUES: &str = "return CouncilNotice.values()";

/// Waits for the notice, and gives the stamp that it is sent with.
async fn stamp(page: &Page<'_>) -> Outcome<String> {
    let told = page.tells("notice").await?.detail;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Ok(format!("{}@{}", text(&told["id"]), text(&told["version"])))
}

/// Notice in place, reasons beside the fields, and the two values to be had.
async fn a_container_is_a_form(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(BUILDER).await?;
    page.ready().await?;
    let early: Value = page.js(VALUES, json!([])).await?;
    assert!(early.is_null() || early.is_object(), "{early}");
    let stamp = stamp(&page).await?;
    let first = "return document.querySelector('#builder').firstElementChild.localName === 'council-notice'";
    page.until("the notice stands at its top", first, json!([]))
        .await?;
    let described = "return !!document.querySelector('#name')?.getAttribute('aria-describedby')";
    page.until("a reason stands beside its field", described, json!([]))
        .await?;
    page.shows(&part("why")).await?;
    page.shows(OVER).await?;
    let values =
        |guardian: &str| json!({ "council_notice": stamp, "council_notice_guardian": guardian });
    let told = page.told("notice").await?;
    assert_eq!(
        told.last().map(|told| &told.detail["values"]),
        Some(&values("unsaid"))
    );
    page.click(OVER).await?;
    let ways = "const of = CouncilNotice.values;
        return [of(), of(document.querySelector('#builder')), of(document.querySelector('#name')), of(document.querySelector('council-notice')), of(document.querySelector('h1'))]";
    let found: Value = page.js(ways, json!([])).await?;
    let yes = values("not-needed");
    assert_eq!(found, json!([yes, yes, yes, yes, null]));
    page.fill("#name", "Ada").await?;
    page.click("#send").await?;
    let sent: Value = page.js("return sent", json!([])).await?;
    assert_eq!(
        sent,
        json!([{ "name": "Ada", "sort-code": "", "council_notice": stamp, "council_notice_guardian": "not-needed" }])
    );
    page.browser.quiet().await
}

/// Waits until the builder has drawn its form, over whatever stood there, and the notice is there again.
async fn drawn(page: &Page<'_>) -> Outcome {
    page.shows("#next").await?;
    page.shows(OVER).await
}

/// Clicks what stands between pages and what sends, and gives how often each was heard by the page.
async fn heard(page: &Page<'_>) -> Outcome<Value> {
    page.click("#next").await?;
    page.click("#send").await?;
    page.js("return [turned, sent.length]", json!([])).await
}

async fn require_holds_what_sends_it(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("{BUILDER}&guardian=require")).await?;
    drawn(&page).await?;
    assert_eq!(heard(&page).await?, json!([1, 0]), "held");
    let question = "return active().closest('[part~=guardian]') !== null";
    page.until("the question has the focus", question, json!([]))
        .await?;
    page.run("document.querySelector('#send').click()", json!([]))
        .await?;
    page.click(OVER).await?;
    assert_eq!(heard(&page).await?, json!([2, 1]), "and goes once answered");
    assert_eq!(page.told("error").await?, []);
    page.browser.quiet().await
}

async fn only_what_is_marked_is_held(browser: &Browser) -> Outcome {
    let marked = (
        "type=\"button\" id=\"next\"",
        "type=\"button\" data-notice-submit id=\"next\"",
    );
    let page = browser
        .visit(Behaviour::default().edit("/__test/container.html", marked.0, marked.1))
        .await?;
    page.open(&format!("{BUILDER}&guardian=require")).await?;
    drawn(&page).await?;
    assert_eq!(heard(&page).await?, json!([0, 1]));
    page.click(OVER).await?;
    assert_eq!(heard(&page).await?, json!([1, 2]));
    page.browser.quiet().await
}

async fn what_cannot_be_held_is_told(browser: &Browser) -> Outcome {
    let other = (
        "<button id=\"send\">Complete</button>",
        "<span id=\"send\">Complete</span>",
    );
    let page = browser
        .visit(Behaviour::default().edit("/__test/container.html", other.0, other.1))
        .await?;
    page.open(&format!("{BUILDER}&guardian=require")).await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "form", "{error}");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("data-notice-submit"),
        "the remedy: {message}"
    );
    page.click("#send").await?;
    let sent: usize = page.js("return sent.length", json!([])).await?;
    assert_eq!(sent, 1, "the page works");
    Ok(())
}

/// The builder's own form, around which its page has put a container.
async fn a_form_in_a_container(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=connect-derby&form=main&guardian=require&cookies=off")
        .await?;
    let stamp = stamp(&page).await?;
    page.shows(OVER).await?;
    page.run("document.querySelector('#form').requestSubmit()", json!([]))
        .await?;
    let question = "return active().closest('[part~=guardian]') !== null";
    page.until("the question has the focus", question, json!([]))
        .await?;
    page.click(OVER).await?;
    page.run("document.querySelector('#form').requestSubmit()", json!([]))
        .await?;
    let sent = arrived(&page).await?;
    let value = |name: &str| {
        let found = sent.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    assert_eq!(value("council_notice"), Some(stamp));
    assert_eq!(
        value("council_notice_guardian").as_deref(),
        Some("not-needed")
    );
    Ok(())
}

/// `for` names the form, wherever the notice stands.
async fn a_notice_elsewhere(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.ready().await?;
    let add = "document.querySelector('#stage').innerHTML = '<council-notice service=\"connect-derby\" for=\"#form\"><a href=\"/\">The notice</a></council-notice>'";
    page.run(add, json!([])).await?;
    let stamp = stamp(&page).await?;
    let data = "return new FormData(document.querySelector('#form')).get('council_notice')";
    assert_eq!(page.js::<String>(data, json!([])).await?, stamp);
    // For whoever reads the form field by field.
    let read = "const form = document.querySelector('#form');
        let found;
        form.addEventListener('submit', (event) => { event.preventDefault(); found = [...form.elements].filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]) });
        form.requestSubmit();
        return found";
    let read: Value = page.js(read, json!([])).await?;
    assert_eq!(
        read,
        json!([
            ["council_notice", stamp],
            ["council_notice_guardian", "unsaid"]
        ])
    );
    // Another form, or none.
    page.run(
        "document.querySelector('council-notice').setAttribute('for', '#nowhere')",
        json!([]),
    )
    .await?;
    let none = "return !new FormData(document.querySelector('#form')).has('council_notice') && document.querySelector('#form').elements.length === 4";
    page.until("the form is as it was", none, json!([])).await?;
    page.run(
        "document.querySelector('council-notice').setAttribute('for', '#form[')",
        json!([]),
    )
    .await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "options", "{error}");
    page.browser.quiet().await
}

async fn a_form_drawn_after_its_notice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.ready().await?;
    let add = "document.querySelector('#stage').innerHTML = '<council-notice service=\"connect-derby\" for=\"#late\"><a href=\"/\">The notice</a></council-notice>'";
    page.run(add, json!([])).await?;
    page.tells("notice").await?;
    let draw = "document.querySelector('main').insertAdjacentHTML('beforeend', '<form id=late><input name=a></form>')";
    let there = "return new FormData(document.querySelector('#late')).has('council_notice')";
    for _ in 0..2 {
        page.run(draw, json!([])).await?;
        page.until("it is the notice's", there, json!([])).await?;
        // Drawn anew.
        page.run("document.querySelector('#late').remove()", json!([]))
            .await?;
    }
    page.browser.quiet().await
}

/// A notice that stands outside every form is that of the tag's form, which gets no other.
async fn one_notice_a_form(browser: &Browser) -> Outcome {
    let placed = "<council-notice service=\"derby-homes\"><a href=\"/\">The notice</a></council-notice><form id=\"form\"";
    for (from, to) in [
        ("<form id=\"form\"", placed),
        (
            "<div id=\"stage\"></div>",
            "<div id=\"stage\"><council-notice service=\"derby-homes\"><a href=\"/\">The notice</a></council-notice></div>",
        ),
    ] {
        let page = browser
            .visit(Behaviour::default().edit("/__test/form.html", from, to))
            .await?;
        page.open("__test/form.html?service=connect-derby&form=%23form&cookies=off")
            .await?;
        let sent = "return (new FormData(document.querySelector('#form')).get('council_notice') ?? '').startsWith('derby-homes@') && document.querySelectorAll('council-notice').length === 1";
        page.until("it is the form's only notice", sent, json!([]))
            .await?;
        page.browser.quiet().await?;
    }
    Ok(())
}
