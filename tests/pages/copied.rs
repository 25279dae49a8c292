//! Pages that copy a form or a row of one, with what stands of ours in it: the copy shows nothing of ours that does not work, and each
//! form has its notice and each field its reason once.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: a_form_in_place_of_itself, a_row_once_more, a_page_written_once_more, a_page_kept_as_it_was, a_slide_once_more;];

async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    // No mark of its own: of fields that fit alike the first has the reason.
    let unmarked = Behaviour::default().edit(
        "/__test/form.html",
        "name=\"name\" data-notice-field=\"name\"",
        "name=\"full-name\"",
    );
    let page = browser.visit(unmarked).await?;
    page.open("__test/form.html?cookies=off&service=customer-management&part=complaints&form=%23form&guardian=off")
        .await?;
    page.shows(&part("notice")).await?;
    page.shows(&part("why")).await?;
    Ok(page)
}

/// What there is of ours: notices and reasons, in the tree and to be seen; ids that describe fields and lead nowhere, or to two
/// elements; whether words of a reason can be read beside a field.
const OURS: &str = "
    const ids = [...document.querySelectorAll('[aria-describedby]')].flatMap((field) => field.getAttribute('aria-describedby').split(' '));
    return [document.querySelectorAll('council-notice').length, shown('[part=notice]').length, document.querySelectorAll('council-notice-why').length, shown('[part=why]').length,
        ids.filter((id) => document.querySelectorAll('#' + id).length !== 1).length, document.body.innerText.includes('harder to look into')]";

async fn has(page: &Page<'_>, what: &str, wanted: Value) -> Outcome {
    let same =
        format!("return JSON.stringify((() => {{ {OURS} }})()) === JSON.stringify(arguments[0])");
    if let Err(failure) = page.until(what, &same, json!([wanted])).await {
        let found: Value = page.js(OURS, json!([])).await?;
        panic!("{what}: {found}, {failure}");
    }
    Ok(())
}

/// A common way to be rid of everybody's listeners.
async fn a_form_in_place_of_itself(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let copy =
        "const form = document.querySelector('#form'); form.replaceWith(form.cloneNode(true))";
    for _ in 0..2 {
        page.run(copy, json!([])).await?;
        has(&page, "the copy has its own", json!([1, 1, 1, 1, 0, false])).await?;
        let sent =
            "return new FormData(document.querySelector('#form')).getAll('council_notice').length";
        assert_eq!(page.js::<usize>(sent, json!([])).await?, 1);
    }
    let described =
        "return document.querySelector('#name').getAttribute('aria-describedby').split(' ').length";
    assert_eq!(page.js::<usize>(described, json!([])).await?, 1);
    Ok(())
}

/// "Add another".
async fn a_row_once_more(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let copy =
        "const row = document.querySelector('#name').parentNode; row.after(row.cloneNode(true))";
    page.run(copy, json!([])).await?;
    has(&page, "one reason for both", json!([1, 1, 1, 1, 0, false])).await?;
    page.run(
        "document.querySelector('#name').parentNode.remove()",
        json!([]),
    )
    .await?;
    has(&page, "the copy has it", json!([1, 1, 1, 1, 0, false])).await
}

/// `innerHTML +=`, by which old scripts add a line to a page, makes everything anew from text.
async fn a_page_written_once_more(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    for _ in 0..3 {
        page.run("document.body.innerHTML += '<p>A line.</p>'", json!([]))
            .await?;
        has(&page, "one of each", json!([1, 1, 1, 1, 0, false])).await?;
    }
    page.browser.quiet().await
}

/// Kept by a cache after its scripts have run, and sent with all that they had put in.
async fn a_page_kept_as_it_was(browser: &Browser) -> Outcome {
    let page = "/__test/form.html";
    let bar = "<council-notice-cookies lang=\"en\" dir=\"ltr\" class=\"\" data-state=\"banner\" popover=\"manual\"></council-notice-cookies><body>";
    let form = "<form id=\"form\" method=\"post\" action=\"/demo/echo\">";
    let card = "<council-notice style=\"--above: 16px\"><a href=\"/notices/customer-management/\">The notice</a></council-notice>";
    let why = "<council-notice-why style=\"position: absolute\" data-open=\"no\"><span id=\"council-notice-why-0\">Harder to look into.</span></council-notice-why> <input id=\"name\" aria-describedby=\"council-notice-why-0\" name=\"full-name\"";
    let behaviour = Behaviour::default()
        .edit(page, "<body>", bar)
        .edit(page, form, &[form, card].concat())
        .edit(
            page,
            "<input id=\"name\" name=\"name\" data-notice-field=\"name\"",
            why,
        );
    let page = browser.visit(behaviour).await?;
    page.open(
        "__test/form.html?service=customer-management&part=complaints&form=%23form&guardian=off",
    )
    .await?;
    page.shows(&part("why")).await?;
    has(
        &page,
        "nothing is left of it",
        json!([1, 1, 1, 1, 0, false]),
    )
    .await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.browser.quiet().await
}

/// Sliders copy their first and last slide: what waits in a sandbox comes into the same one in each copy.
async fn a_slide_once_more(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/media.html").await?;
    let boxed =
        "return !!document.getElementById(arguments[0]).contentDocument?.querySelector('article')";
    page.until("the box is in it", boxed, json!(["boxed"]))
        .await?;
    let copy = "
        const frame = document.getElementById('boxed');
        const copies = ['near', 'late'].map((id) => Object.assign(frame.cloneNode(true), { id }));
        window.__late = copies[1];
        frame.after(copies[0]);
        document.querySelector('main').insertAdjacentHTML('beforeend', frame.outerHTML.replace('boxed', 'text'))";
    page.run(copy, json!([])).await?;
    for id in ["near", "text"] {
        page.until("the box is in a copy", boxed, json!([id]))
            .await?;
    }
    let show = "CouncilNotice.accept('all'); document.querySelector('main').append(__late)";
    page.run(show, json!([])).await?;
    let same = "
        return ['boxed', 'near', 'text', 'late'].every((id) => {
            const frame = document.getElementById(id);
            return frame.getAttribute('sandbox') === 'allow-scripts' && frame.src.endsWith('/framed.html') && frame.contentDocument === null
                && !frame.hasAttribute('data-council-sandbox');
        })";
    page.until("each is in its own sandbox", same, json!([]))
        .await?;
    page.browser.quiet().await
}
