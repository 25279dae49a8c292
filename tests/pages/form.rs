//! What the host's form sends, with the widget and without.

use serde_json::{Value, json};

use crate::{
    forms::{Sent, arrived},
    harness::{
        Browser, Outcome, Page,
        demo::{Demo, PAGES},
        part, scenarios,
    },
    server::{Behaviour, Fault},
};

scenarios![Plain:
    the_record_arrives, a_guardian_says_yes, a_guardian_has_not_yet, thirteen_or_over, rather_not_say, nothing_said,
    a_child_refuses_cookies, require_holds_the_form, a_form_sent_by_script, every_form_works_without_the_widget,
    reset_forgets_the_answer,
];

/// Fills what the form requires, as a visitor would have, with values that the fields accept.
async fn fill_required(page: &Page<'_>, form: &str) -> Outcome {
    let script = r"
        const form = document.querySelector(arguments[0]);
        const values = ['Ada Example', 'ada@example.org', '01332 000000', '2', '1990', '1990-01-01', '12-34-56', '12345678', 'DE1 2FS', 'https://example.org'];
        for (const field of form.elements) {
            if (!field.willValidate || field.checkValidity()) continue;
            if (field.type === 'radio' || field.type === 'checkbox') field.checked = true;
            else if (field.localName === 'select') field.selectedIndex = 1;
            else for (const value of values) { field.value = value; if (field.checkValidity()) break; }
        }
        return [...form.elements].filter((field) => field.willValidate && !field.checkValidity()).map((field) => field.name)";
    let left: Vec<String> = page.js(script, json!([form])).await?;
    assert!(left.is_empty(), "no value fits {left:?}");
    Ok(())
}

/// Sends the form with its own button, and gives what arrived.
async fn send(page: &Page<'_>, form: &str) -> Outcome<Sent> {
    page.browser.quiet().await?;
    page.click(&format!("{form} button:not([type=button], [type=reset])"))
        .await?;
    arrived(page).await
}

fn field<'a>(sent: &'a Sent, name: &str) -> Vec<&'a str> {
    sent.iter()
        .filter(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
        .collect()
}

/// The banner gets out of the way, as a person would have it.
async fn open(page: &Page<'_>, path: &str) -> Outcome {
    page.open(path).await?;
    page.ready().await?;
    if page.count(&part("banner")).await? > 0 {
        page.click(&part("reject")).await?;
        page.click("[data-council-notice=hide]").await?;
    }
    Ok(())
}

/// The kiosk's own script sends its form, and stays on the page.
fn kiosk_answers() -> Behaviour {
    Behaviour::default().edit(
        "/demo/visitor.js",
        "if (!answer.ok)",
        "window.__answer = await answer.clone().text(); if (!answer.ok)",
    )
}

async fn the_record_arrives(browser: &Browser) -> Outcome {
    let page = browser.visit(kiosk_answers()).await?;
    for Demo {
        path,
        form,
        service,
        ..
    } in &PAGES
    {
        open(&page, path).await?;
        let version = page.tells("notice").await?.detail["version"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert!(!version.is_empty());
        let before: usize = page
            .js(
                "return document.querySelector(arguments[0]).elements.length",
                json!([form]),
            )
            .await?;
        assert!(before > 0);
        if *form == "#visitor" {
            // The first touch wakes the screen.
            crate::kiosk::settle(&page).await?;
            crate::kiosk::somebody_types(&page, "Ada Example").await?;
        }
        fill_required(&page, form).await?;
        let sent = send(&page, form).await?;
        assert_eq!(
            field(&sent, "council_notice"),
            [format!("{service}@{version}")],
            "{path}"
        );
        let guardian = field(&sent, "council_notice_guardian");
        assert_eq!(guardian.len(), 1, "{path}: {sent:?}");
        assert!(
            ["not-needed", "confirmed", "not-confirmed", "unsaid"].contains(&guardian[0]),
            "{guardian:?}"
        );
    }
    Ok(())
}

const TENANCY: &str = "demo/tenancy.html";

/// Answers the question of age by clicking these parts, and gives what the form then says.
async fn answers(browser: &Browser, clicks: &[&str]) -> Outcome<String> {
    let page = browser.visit(Behaviour::default()).await?;
    open(&page, TENANCY).await?;
    page.shows(&part("guardian")).await?;
    let chosen: usize = page
        .count("[part~=guardian] [aria-pressed=true], [part~=guardian] :checked")
        .await?;
    assert_eq!(chosen, 0, "no answer is chosen beforehand");
    for click in clicks {
        page.click(click).await?;
    }
    fill_required(&page, "#tenancy").await?;
    let told = page.told("guardian").await?;
    assert_eq!(told.is_empty(), clicks.is_empty(), "{told:?}");
    let sent = send(&page, "#tenancy").await?;
    let said = field(&sent, "council_notice_guardian").join(",");
    if let Some(last) = told.last() {
        assert_eq!(last.detail["value"], said, "the event and the field agree");
    }
    assert!(
        !sent
            .iter()
            .any(|(name, _)| name.contains("birth") || name.contains("age")),
        "{sent:?}"
    );
    Ok(said)
}

const UNDER: &str = "[part~=guardian-under]";
const OVER: &str = "[part~=guardian-over]";
const UNSAID: &str = "[part~=guardian-unsaid]";
const YES: &str = "[part~=guardian-permission] button:nth-of-type(1)";
const NOT_YET: &str = "[part~=guardian-permission] button:nth-of-type(2)";

async fn a_guardian_says_yes(browser: &Browser) -> Outcome {
    assert_eq!(answers(browser, &[UNDER, YES]).await?, "confirmed");
    Ok(())
}

async fn a_guardian_has_not_yet(browser: &Browser) -> Outcome {
    assert_eq!(answers(browser, &[UNDER]).await?, "not-confirmed");
    assert_eq!(
        answers(browser, &[UNDER, YES, NOT_YET]).await?,
        "not-confirmed"
    );
    Ok(())
}

async fn thirteen_or_over(browser: &Browser) -> Outcome {
    assert_eq!(answers(browser, &[OVER]).await?, "not-needed");
    Ok(())
}

async fn rather_not_say(browser: &Browser) -> Outcome {
    assert_eq!(answers(browser, &[UNSAID]).await?, "unsaid");
    // The permission line is shown to them too.
    assert_eq!(answers(browser, &[UNSAID, YES]).await?, "confirmed");
    Ok(())
}

/// `prompt` asks and never blocks.
async fn nothing_said(browser: &Browser) -> Outcome {
    assert_eq!(answers(browser, &[]).await?, "unsaid");
    Ok(())
}

/// Refused on the page, and told to nobody: what goes over the network after the answer is the form, when it is sent, and
/// files without a question in their address.
async fn a_child_refuses_cookies(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(TENANCY).await?;
    page.click(&part("accept")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.shows(&part("guardian")).await?;
    let before = page.requests().len();
    page.click(UNDER).await?;
    page.shows(&part("guardian-permission")).await?;
    let words = page.text(&part("guardian-permission")).await?;
    assert!(
        words.contains("13") && words.contains("guardian"),
        "{words}"
    );
    let record = page.record().await?.unwrap_or_default();
    assert!(
        record.ends_with(".0"),
        "optional cookies are refused: {record}"
    );
    page.click(YES).await?;
    fill_required(&page, "#tenancy").await?;
    let told: Vec<String> = page.js("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin) || name.includes('?'))", json!([])).await?;
    assert_eq!(told, [""; 0]);
    let sent = send(&page, "#tenancy").await?;
    assert_eq!(field(&sent, "council_notice_guardian"), ["confirmed"]);
    let after = page.requests().split_off(before);
    let (forms, files): (Vec<_>, Vec<_>) = after.iter().partition(|one| one.method != "GET");
    let forms: Vec<&str> = forms.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(forms, ["/demo/echo"], "{after:?}");
    for one in files {
        assert!(one.path.contains('.') && one.body.is_empty(), "{one:?}");
    }
    page.open(TENANCY).await?;
    page.ready().await?;
    assert_eq!(
        page.count(&part("banner")).await?,
        0,
        "and nobody asks again"
    );
    page.shows(&part("guardian")).await?;
    let chosen = page
        .count("[part~=guardian] [aria-pressed=true], [part~=guardian] :checked")
        .await?;
    assert_eq!(chosen, 0, "the answer was in memory only");
    Ok(())
}

/// Held for a click, for Enter and for `requestSubmit`, until the question is answered.
async fn require_holds_the_form(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    open(
        &page,
        "__test/form.html?service=connect-derby&form=%23form&guardian=require",
    )
    .await?;
    page.shows(&part("guardian")).await?;
    page.run("__seen.submits = 0; document.querySelector('#form').addEventListener('submit', () => { __seen.submits++ })", json!([])).await?;
    page.click("#form button:nth-of-type(1)").await?;
    page.until(
        "the question has the focus",
        "return active().closest('[part~=guardian]') !== null",
        json!([]),
    )
    .await?;
    let why: String = page
        .js(
            "return shown('[part~=guardian] [role=status]')[0].innerText",
            json!([]),
        )
        .await?;
    assert!(!why.trim().is_empty(), "it says why");
    page.run("document.querySelector('#form').requestSubmit()", json!([]))
        .await?;
    page.fill("#name", "Ada\u{e007}").await?;
    let held: Value = page
        .js("return [__seen.submits, location.pathname]", json!([]))
        .await?;
    assert_eq!(
        held,
        json!([0, "/__test/form.html"]),
        "the page's own listeners wait as well"
    );
    page.click(OVER).await?;
    let sent = send(&page, "#form").await?;
    assert_eq!(field(&sent, "council_notice_guardian"), ["not-needed"]);
    assert_eq!(field(&sent, "name"), ["Ada"]);
    Ok(())
}

async fn a_form_sent_by_script(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    open(&page, "__test/form.html?service=connect-derby&form=%23form").await?;
    page.click(OVER).await?;
    let script = "
        const form = document.querySelector('#form');
        return fetch(form.action, { method: 'POST', body: new FormData(form) }).then((answer) => answer.text()).then((text) =>
            [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('[data-field]')].map((cell) => [cell.dataset.field, cell.textContent]))";
    let sent: Vec<(String, String)> = page.js(script, json!([])).await?;
    assert!(
        field(&sent, "council_notice")[0].starts_with("connect-derby@"),
        "{sent:?}"
    );
    assert_eq!(field(&sent, "council_notice_guardian"), ["not-needed"]);
    Ok(())
}

async fn every_form_works_without_the_widget(browser: &Browser) -> Outcome {
    let page = browser
        .visit(kiosk_answers().fault("widget", Fault::Missing))
        .await?;
    for Demo { path, form, .. } in &PAGES {
        open(&page, path).await?;
        page.tells("error").await?;
        fill_required(&page, form).await?;
        let sent = send(&page, form).await?;
        assert!(sent.len() > 2, "{path}: {sent:?}");
        assert!(
            !sent
                .iter()
                .any(|(name, _)| name.starts_with("council_notice")),
            "{path}: {sent:?}"
        );
    }
    Ok(())
}

async fn reset_forgets_the_answer(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    open(&page, "__test/form.html?service=connect-derby&form=%23form").await?;
    page.click(UNDER).await?;
    page.shows(&part("guardian-permission")).await?;
    page.click("#form button[type=reset]").await?;
    page.hides(&part("guardian-permission")).await?;
    let sent = send(&page, "#form").await?;
    assert_eq!(field(&sent, "council_notice_guardian"), ["unsaid"]);
    Ok(())
}
