//! The widget on pages that nobody here wrote (`tests/hosts/`), with only the tag added.

mod design;
mod drawn;
mod full;
mod installed;
mod nginx;
mod running;
mod wordpress;

use serde_json::{Value, json};

pub(crate) use design::ALL as DESIGN;
pub(crate) use drawn::ALL as DRAWN;
pub(crate) use full::ALL as FULL;
pub(crate) use installed::WordPress;
pub(crate) use nginx::ALL as NGINX;
pub(crate) use wordpress::ALL as WORDPRESS;

use crate::{
    harness::{Browser, Outcome, Page, part},
    server::Behaviour,
};

/// The tag's attributes, as the pages take them from their address.
const TAG: &str = "service=customer-management&part=complaints&form=%23form";

/// How the fields of the form stand, from its first on.
const STANDS: &str = "
    // A page that grows longer gets a scroll bar, which is not what is measured.
    document.documentElement.style.overflowY = 'scroll';
    const own = [...document.querySelectorAll('FORM *')].filter((one) => !one.closest('council-notice, council-notice-why, script'));
    const from = own[0].getBoundingClientRect();
    return own.map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const place = width || height ? [left, top - from.top, width, height] : []; // what is not drawn is nowhere
        return [one.localName, one.id, ...place.map((length) => Math.round(length * 10) / 10)].join(' ');
    })";

async fn open<'a>(browser: &'a Browser, host: &str, query: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/hosts/{host}.html?{query}"))
        .await?;
    Ok(page)
}

/// Everything that a visitor and a form meet on a page whose form is there from the start: nothing of the page's own form
/// stands otherwise than without the tag.
async fn at_home(browser: &Browser, host: &str, reasons: usize) -> Outcome {
    let bare = stood(&open(browser, host, "plain").await?, "#form").await?;
    let page = open(browser, host, &format!("{TAG}&guardian=require")).await?;
    lives(&page, "#form", &bare, reasons).await
}

const STILL: &str =
    "return document.fonts.status === 'loaded' && document.readyState === 'complete'";

/// How a form stands, once its page is there.
async fn stood(page: &Page<'_>, form: &str) -> Outcome<Vec<String>> {
    page.until("the page is there", STILL, json!([])).await?;
    page.js(&STANDS.replace("FORM", form), json!([])).await
}

/// The same page with the tag: what stood so stands so still, and everything works.
async fn lives(page: &Page<'_>, form: &str, bare: &[String], reasons: usize) -> Outcome {
    page.tells("notice").await?;
    page.until("the page is there", STILL, json!([])).await?;
    let stands = STANDS.replace("FORM", form);
    // Firefox lays out in sixtieths of a pixel.
    let same = format!(
        "const now = (() => {{ {stands} }})();
        const near = (one, other) => one === other || Math.abs(one - other) < 0.25;
        return now.length === arguments[0].length && now.every((line, at) => line.split(' ').length === arguments[0][at].split(' ').length && line.split(' ').every((word, nth) => near(word, arguments[0][at].split(' ')[nth])))"
    );
    if let Err(failure) = page
        .until("nothing of the form has moved", &same, json!([bare]))
        .await
    {
        let now: Vec<String> = page.js(&stands, json!([])).await?;
        let moved: Vec<_> = bare
            .iter()
            .zip(&now)
            .filter(|(one, other)| one != other)
            .collect();
        return Err(crate::harness::Failure(format!("{failure}: {moved:?}")));
    }
    assert_eq!(
        page.count(&format!("{form} council-notice-why")).await?,
        reasons,
        "reasons"
    );

    page.shows(&part("banner")).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert!(page.record().await?.is_some());
    page.click("[data-council-notice=hide]").await?;

    page.run("deep('[part=why]')[0].click()", json!([])).await?;
    page.shows(".reason").await?;
    page.run("deep('[part=why]')[0].click()", json!([])).await?;
    page.click(&part("guardian-over")).await?;
    sent_by(page, form, "not-needed").await?;
    page.browser.quiet().await
}

/// Waits until the form has its notice.
async fn noticed(page: &Page<'_>) -> Outcome {
    let script = "return [...document.querySelectorAll('#form council-notice')].some(({ shadowRoot }) => shadowRoot?.querySelector('[part=notice]')?.checkVisibility())";
    page.until("the form has its notice", script, json!([]))
        .await
}

/// The form sends which notice it showed, and the answer about age.
async fn sends(page: &Page<'_>, age: &str) -> Outcome {
    sent_by(page, "#form", age).await
}

async fn sent_by(page: &Page<'_>, form: &str, age: &str) -> Outcome {
    let sent = "const data = new FormData(document.querySelector(arguments[0])); return [data.get('council_notice') ?? '', data.get('council_notice_guardian')]";
    let sent: (String, Option<String>) = page.js(sent, json!([form])).await?;
    assert!(sent.0.starts_with("customer-management@"), "{sent:?}");
    assert_eq!(sent.1.as_deref(), Some(age));
    Ok(())
}

/// What a framework has said of its own taking over.
async fn taken_over(page: &Page<'_>) -> Outcome<Vec<Value>> {
    page.until(
        "the page is taken over",
        "return window.hydration?.done === true",
        json!([]),
    )
    .await?;
    page.js("return window.hydration.mismatches", json!([]))
        .await
}

/// Leaves for a page of ours: the next trial finds no address that nobody answers.
async fn left(page: &Page<'_>) -> Outcome {
    page.open("__test/blank.html").await
}
