//! Forms that have no line for a card, or whose looks depend on which element is their first: the card is whole all the same, above
//! the fields, and nothing of theirs looks otherwise.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn: a_whole_line_above_the_fields, a_form_that_a_table_has_emptied, a_dialog_in_a_zoomed_page, a_page_without_a_doctype];

const ODD: [&str; 15] = [
    "table",
    "implicit",
    "flow",
    "columns",
    "column-reverse",
    "wrap-reverse",
    "narrow",
    "inline",
    "row-of-rows",
    "zebra",
    "first",
    "only",
    "divided",
    "later",
    "later-narrow",
];

/// How what belongs to the form stands and looks, from its first element on.
const LOOKS: &str = "
    document.documentElement.style.overflowY = 'scroll';
    document.querySelector('.hidden').style.display = 'block';
    const own = [...document.querySelectorAll('#form *')].filter((one) => !one.closest('council-notice, council-notice-why'));
    const from = own.find((one) => one.getBoundingClientRect().height).getBoundingClientRect();
    return own.map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const { color, backgroundColor, borderTopWidth, fontWeight, display } = getComputedStyle(one);
        const seen = width || height;
        const place = seen ? [left, top - from.top, width, height].map((length) => Math.round(length)) : [];
        return [one.localName, one.id, ...place, color, backgroundColor, borderTopWidth, fontWeight, display].join(' ');
    })";

async fn open<'a>(browser: &'a Browser, odd: &str, query: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/odd.html?cookies=off&odd={odd}&{query}"))
        .await?;
    Ok(page)
}

async fn a_whole_line_above_the_fields(browser: &Browser) -> Outcome {
    for odd in ODD {
        let page = open(browser, odd, "plain").await?;
        let bare: Vec<String> = page.js(LOOKS, json!([])).await?;
        let page = open(
            browser,
            odd,
            "service=customer-management&part=complaints&form=%23form&guardian=off",
        )
        .await?;
        page.tells("notice").await?;
        let same = format!(
            "return JSON.stringify((() => {{ {LOOKS} }})()) === JSON.stringify(arguments[0])"
        );
        if page
            .until("nothing has moved", &same, json!([bare]))
            .await
            .is_err()
        {
            let now: Vec<String> = page.js(LOOKS, json!([])).await?;
            panic!("{odd}: {bare:#?} {now:#?}");
        }
        // A frame later, where the form was not to be seen.
        let place = "
            const card = shown('[part=notice]')[0].getBoundingClientRect();
            const fields = [...document.querySelectorAll('#form :is(label, input, textarea)')].filter((one) => one.type != 'hidden' && one.checkVisibility());
            return card.width > 240 && Math.min(...fields.map((one) => one.getBoundingClientRect().top)) - card.bottom > 12";
        page.until(&format!("{odd}: a line above"), place, json!([]))
            .await?;
        let sent =
            "return new FormData(document.querySelector('#form')).get('council_notice') !== null";
        assert!(page.js::<bool>(sent, json!([])).await?, "{odd}: it is sent");
        assert_eq!(page.count("council-notice-why").await?, 3, "{odd}");
    }
    Ok(())
}

/// The parser takes the fields out of a form that stands between the parts of a table; they belong to it all the same.
async fn a_form_that_a_table_has_emptied(browser: &Browser) -> Outcome {
    let page = open(
        browser,
        "",
        "service=customer-management&part=complaints&form=%23emptied&guardian=require",
    )
    .await?;
    page.tells("notice").await?;
    page.shows(&part("notice")).await?;
    page.shows("table council-notice-why").await?;
    let place = "
        const notice = document.querySelector('council-notice');
        return [notice.nextElementSibling.localName, document.querySelectorAll('table council-notice-why').length, new FormData(document.querySelector('#emptied')).has('council_notice')]";
    let place: Value = page.js(place, json!([])).await?;
    assert_eq!(place, json!(["table", 2, true]));
    // Held until the question is answered.
    page.click("table button").await?;
    page.until(
        "it asks about age first",
        "return !!active().closest?.('[part~=guardian]')",
        json!([]),
    )
    .await?;
    page.click(&part("guardian-over")).await?;
    page.click("table button").await?;
    let sent = "return location.pathname === '/demo/echo' && document.body.innerText.includes('customer-management@')";
    page.until("it is sent", sent, json!([])).await
}

/// Its height is the window's, not that of a window as large as the page makes things.
async fn a_dialog_in_a_zoomed_page(browser: &Browser) -> Outcome {
    let page = open(
        browser,
        "zoomed",
        "service=customer-management&part=complaints&form=%23form",
    )
    .await?;
    page.tells("notice").await?;
    page.run("CouncilNotice.openNotice()", json!([])).await?;
    page.shows(&part("notice-dialog")).await?;
    let inside = "
        const { left, top, right, bottom } = shown('[part~=notice-dialog]')[0].getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight";
    page.until("it is in the window", inside, json!([])).await
}

/// Laid out by tables of full height, as browsers once had it.
async fn a_page_without_a_doctype(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(
        "__test/quirks.html?service=customer-management&part=complaints&form=%23form&guardian=off",
    )
    .await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    let right = "
        scrollTo(0, 1e6);
        const bar = shown('[part~=banner]')[0].getBoundingClientRect();
        const card = shown('[part=notice]')[0];
        return document.compatMode === 'BackCompat' && document.querySelector('#last').getBoundingClientRect().bottom <= bar.top + 1
            && card.getBoundingClientRect().width > 240 && getComputedStyle(card.querySelector('dd')).fontSize === '16px'
            && document.documentElement.scrollWidth <= innerWidth && shown('[part=why]').length === 1";
    page.until("card and end are whole", right, json!([]))
        .await?;
    page.browser.quiet().await
}
