//! The audit over the page: what an editor sees, copies and is led to, and that nobody else sees it.

use std::path::Path;

use publish::{AuditTarget, audit_page};
use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, Failure, Outcome, Page, axe, part, scenarios},
    keyboard::tab_to,
    server::Behaviour,
};

scenarios![Plain in Turn:
    a_page_held_against_its_notice, every_form_of_a_page, only_for_who_asks, by_keyboard_and_with_axe;
    Dark in Turn: axe_in_the_dark;
];

const VISITOR: &str = "demo/visitor.html?council-notice=audit";
const PANEL: &str = ".audit .audit-head";

/// What `council-notice audit` says of a demo page.
fn at_build_time(page: &str) -> Outcome<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join(page).display().to_string();
    let report = audit_page(&root.join("notices"), &page, &AuditTarget::default());
    let report = report.map_err(|error| Failure(error.to_string()))?;
    Ok(report.to_string())
}

/// The kiosk's page with things on the device that nobody declared.
async fn visitor(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/blank.html").await?;
    page.run(
        "document.cookie = 'stray_count=1; path=/'; localStorage.setItem('stray-list', '1')",
        json!([]),
    )
    .await?;
    page.open(VISITOR).await?;
    page.shows(PANEL).await?;
    page.until(
        "what nobody declared is listed",
        "return shown('.audit-stored li').length === 2",
        json!([]),
    )
    .await?;
    page.shows(".bar .tool").await?;
    Ok(page)
}

async fn panel(page: &Page<'_>) -> Outcome<String> {
    page.text(".audit .audit-body").await
}

async fn a_page_held_against_its_notice(browser: &Browser) -> Outcome {
    let page = visitor(browser).await?;
    let words = panel(&page).await?;
    for there in [
        "Where you’re from (organisation); Vehicle registration (vehicle).",
        "The page asks for more than the notice allows: 3 of its 5 fields",
        "No field asks for: Equalities monitoring details.",
        "Your name (name)",
        "To keep the building secure",
        "stray_count (cookie)",
        "stray-list (kept in the browser’s storage)",
    ] {
        assert!(words.contains(there), "{there}: {words}");
    }

    // The same text as at build time, and after it what only a browser can know.
    page.run("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.__copied = text } } })", json!([])).await?;
    page.click(".audit-foot button").await?;
    page.until(
        "it is said",
        "return /Copied/.test(shown('.audit-foot [role=status]')[0].innerText)",
        json!([]),
    )
    .await?;
    let copied: String = page.js("return window.__copied", json!([])).await?;
    let built = at_build_time("public/demo/visitor.html")?;
    let rest = copied.strip_prefix(&built);
    let rest = rest.ok_or_else(|| Failure(format!("{copied}\nis not\n{built}")))?;
    assert!(
        rest.contains("declared by nobody") && rest.contains("\n- stray_count (cookie)\n"),
        "{rest}"
    );
    // Without a clipboard the text is there to be copied by hand.
    page.run(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
        json!([]),
    )
    .await?;
    page.click(".audit-foot button").await?;
    page.shows(".audit-foot textarea").await?;
    page.until("all of it is selected", "const text = active(); return text.localName === 'textarea' && text.value === arguments[0] && text.selectionEnd === text.value.length && text.selectionStart === 0", json!([copied])).await?;

    // A line leads to its field.
    page.run(
        "shown('.audit .field').find((line) => line.textContent.includes('(vehicle)')).click()",
        json!([]),
    )
    .await?;
    page.until(
        "the frame is round the field",
        "
        const [frame] = shown('.frame');
        if (!frame) return false;
        const [outer, inner] = [frame, document.querySelector('#vehicle')].map((one) => one.getBoundingClientRect());
        return outer.left < inner.left && outer.top < inner.top && outer.right > inner.right && outer.bottom > inner.bottom
            && inner.top >= 0 && inner.bottom <= innerHeight",
        json!([]),
    )
    .await?;
    let kept: bool = page.js("return document.querySelector('#vehicle').getAttribute('style') === null && document.querySelector('#vehicle').value === ''", json!([])).await?;
    assert!(kept, "the field is as it was");

    // A screen that everyone shares: gone with the first wipe, and not asked for again.
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.until(
        "it is gone",
        "return document.querySelector('council-notice-audit') === null",
        json!([]),
    )
    .await?;
    let is_asked: bool = page
        .js("return location.href.includes('audit')", json!([]))
        .await?;
    assert!(!is_asked);
    let sent = page.requests();
    assert!(sent.iter().all(|one| one.method == "GET"), "{sent:?}");
    assert!(
        !sent.iter().any(|one| one.path.contains("stray")),
        "{sent:?}"
    );
    Ok(())
}

async fn every_form_of_a_page(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/forms/several.html?audit=&cookies=off&council-notice=audit")
        .await?;
    page.shows(PANEL).await?;
    page.until(
        "all three forms are there",
        "return shown('.audit-form').length === 3",
        json!([]),
    )
    .await?;
    let words = panel(&page).await?;
    for there in [
        "#other",
        "#form",
        "#search",
        "“Healthy Housing Hub, including",
        "“Connect Derby”",
        "No notice speaks for this form.",
    ] {
        assert!(words.contains(there), "{there}: {words}");
    }
    // What comes later is seen as well: in a shadow root within the form, hidden, and out of sight.
    let later = "
        const host = document.querySelector('#form').appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).innerHTML = '<label>Shoe size <input name=shoe></label><input type=hidden name=campaign value=x>';
        document.querySelector('#search').insertAdjacentHTML('beforeend', '<p hidden><label>Nickname <input name=nick></label></p>')";
    page.run(later, json!([])).await?;
    page.until(
        "they are listed",
        "return ['Shoe size (shoe)', 'by itself: campaign.', 'Nickname (nick)'].every((text) => shown('.audit-body')[0].innerText.includes(text))",
        json!([]),
    )
    .await?;
    page.run(
        "shown('.audit .field').find((line) => line.textContent.includes('(nick)')).click()",
        json!([]),
    )
    .await?;
    page.until("it is said", "return /cannot be seen/.test(shown('.audit-foot [role=status]')[0].innerText) && shown('.frame').length === 0", json!([])).await?;

    page.open("__test/forms/shadow.html?audit=&cookies=off&council-notice=audit")
        .await?;
    page.until("the form in the shadow root is held against its notice", "return /Connect Derby/.test(shown('.audit-body')[0]?.innerText) && /Name \\(name\\)/.test(shown('.audit-body')[0].innerText)", json!([])).await
}

async fn only_for_who_asks(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().edit("/demo/visitor.html", " data-audit", ""))
        .await?;
    // The address alone loads nothing where there is nothing else to load.
    page.open("__test/plain.html?council-notice=audit").await?;
    page.shows(&part("banner")).await?;
    let paths = page.paths();
    assert!(
        !paths
            .iter()
            .any(|path| path.starts_with("/widget-") || path.starts_with("/deferred.")),
        "{paths:?}"
    );
    page.open("demo/complaint.html").await?;
    page.tells("notice").await?;
    page.open(VISITOR).await?;
    page.tells("notice").await?;
    page.shows(".bar .tool").await?;
    assert_eq!(page.count("council-notice-audit").await?, 0);
    let paths = page.paths();
    assert!(
        !paths.iter().any(|path| path.starts_with("/audit.")),
        "{paths:?}"
    );
    Ok(())
}

async fn by_keyboard_and_with_axe(browser: &Browser) -> Outcome {
    let page = visitor(browser).await?;
    assert!(
        page.focused("#audit-title").await?,
        "the panel has the focus that nobody had"
    );
    axe::check(&page, "the audit").await?;
    tab_to(&page, ".audit .field").await?;
    page.press(Key::Enter).await?;
    page.shows(".frame").await?;
    assert!(page.focused(".audit .field").await?, "and keeps it");
    page.press(Key::Escape).await?;
    page.hides(".audit").await?;
    page.hides(".frame").await?;
    assert!(page.focused(".reopen").await?);
    // Opened out of a field, it gives the focus back to it.
    page.click("#host").await?;
    page.run("deep('.reopen')[0].click()", json!([])).await?;
    page.shows(PANEL).await?;
    assert!(page.focused("#host").await?, "whoever types goes on typing");
    page.click(".audit-head button").await?;
    page.hides(".audit").await?;
    assert!(page.focused("#host").await?);
    page.shows(&part("notice")).await
}

async fn axe_in_the_dark(browser: &Browser) -> Outcome {
    let page = visitor(browser).await?;
    page.run("shown('.audit .field')[4].click()", json!([]))
        .await?;
    page.shows(".frame").await?;
    axe::check(&page, "the audit in the dark").await
}
