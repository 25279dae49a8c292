//! Pages of strange shapes and looks, each with what a visitor should see at its head (site/foreign): the card whole, above the fields
//! and within reach, nothing of the page's own moved or covered, light or dark as the page is there.

use serde_json::json;

use crate::{
    harness::{Browser, Engine, Failure, Outcome, Page, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn: forms_of_strange_shapes, pages_of_strange_kinds, themes_and_tools];

/// A page, how many reasons show in it, and whether the card is dark.
pub(crate) const SHAPES: [(&str, usize, bool); 15] = [
    ("grid-rows", 3, false),
    ("absolute-fields", 3, false),
    ("fixed-height", 3, false),
    ("centred", 3, false),
    ("translated", 3, false),
    ("contents", 3, false),
    ("contents-row", 2, false),
    ("floats", 3, false),
    ("column-text", 3, false),
    ("definition-list", 3, false),
    ("material", 2, false),
    ("fieldsets", 2, false),
    ("widgets", 4, false),
    ("pictured-words", 4, false),
    ("old-box", 3, false),
];
pub(crate) const KINDS: [(&str, usize, bool); 20] = [
    ("dark-gradient", 3, true),
    ("dark-image", 3, true),
    ("light-on-picture", 3, false),
    ("tailwind", 3, true),
    ("inverted", 3, false),
    ("base", 3, false),
    ("rtl", 2, false),
    ("small-root", 3, false),
    ("wizard", 1, false),
    ("shadow", 2, false),
    ("slotted", 3, true),
    ("sticky", 3, false),
    ("scroller", 3, false),
    ("scaled", 3, false),
    ("overflow", 1, false),
    ("sidebar", 3, false),
    ("cell", 2, false),
    ("same-names", 3, false),
    ("contrast", 3, false),
    ("printed", 3, false),
];
/// Themes of what councils use, and what others put into a page.
pub(crate) const THEMES: [(&str, usize, bool); 26] = [
    ("fixed-table", 3, false),
    ("frontend", 3, false),
    ("umbraco", 2, false),
    ("clobbering", 2, false),
    ("stages", 1, false),
    ("root-zoom", 3, false),
    ("vertical", 3, false),
    ("vertical-form", 3, false),
    ("subgrid", 3, false),
    ("contained", 3, false),
    ("clipped", 3, false),
    ("body-row", 3, false),
    ("reverted", 3, false),
    ("undefined", 3, false),
    ("honeypot", 3, false),
    ("chat", 3, false),
    ("blocked", 3, false),
    ("toolbar", 3, false),
    ("translating", 3, false),
    ("managers", 3, false),
    ("replaced", 3, false),
    ("captcha", 2, false),
    ("answers", 0, false),
    ("filtered", 3, false),
    ("named-root", 2, false),
    ("scroller-row", 3, false),
];

/// How wide the page is, and how its own controls and labels stand from its first control on.
const STANDS: &str = "
    document.documentElement.style.overflowY = 'scroll';
    const own = deep('label, input, textarea, button, legend, dt').filter((one) => !one.getRootNode().host?.localName.startsWith('council-notice') && one.type != 'hidden');
    const from = (own.find((one) => /input|textarea/.test(one.localName)) ?? own[0]).getBoundingClientRect();
    return ['page ' + document.documentElement.scrollWidth].concat(own.map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        // A block of words is as wide as the page, which may have a scroll bar by now.
        const wide = /input|textarea|button/.test(one.localName) ? width : 0;
        const where = width || height ? [left, top - from.top, wide, height].map(Math.round) : [];
        return [one.localName, one.id, ...where, getComputedStyle(one).backgroundColor].join(' ');
    }))";

/// What is wrong with the card and the reasons.
const WRONG: &str = "
    const wrong = [];
    const box = (one) => one.getBoundingClientRect();
    const lies = (a, b, by) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
    const card = shown('[part=notice]')[0];
    if (!card) return ['no card'];
    const whole = box(card);
    const form = deep('#f')[0];
    if (whole.width < (innerWidth < 400 ? 200 : 238)) wrong.push('narrow: ' + whole.width);
    let top = whole.top, left = whole.left;
    for (let one = card; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) if (one != document.body) { top += one.scrollTop; left += one.scrollLeft; }
    // A form that begins beyond the window's edge by itself has its card there.
    if (top < 0 || left < Math.min(0, box(form).left)) wrong.push(`out of reach: ${left} ${top}`);
    if (getComputedStyle(card.querySelector('dd')).fontSize != '16px') wrong.push('text of ' + getComputedStyle(card.querySelector('dd')).fontSize);
    if (card.querySelector('.more[open] summary')?.checkVisibility()) wrong.push('unfolded beneath its question');
    const theirs = deep('label, input, textarea, button, legend, aside, h1, .pic').filter((one) => !one.getRootNode().host?.localName.startsWith('council-notice') && one.type != 'hidden' && one.checkVisibility());
    for (let one = form; one && one != document.body; one = one.parentElement ?? one.getRootNode().host)
        if (/hidden|clip/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1) wrong.push('cut off by ' + one.localName + one.className);
    for (const one of theirs) if (lies(box(one), whole, 1)) wrong.push('the card lies over ' + one.localName + one.id);
    const range = document.createRange();
    for (const why of shown('[part=why]')) {
        const seen = box(why.hasAttribute('data-sign') ? why.querySelector('.sign') : why.querySelector('.words'));
        if (why.hasAttribute('data-sign')) continue;
        for (const one of theirs.filter((one) => /input|textarea|button/.test(one.localName))) if (lies(box(one), seen, 1)) wrong.push('a reason lies over ' + one.localName + one.id);
        for (const one of theirs.filter((one) => /label|legend/.test(one.localName))) {
            const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                if (walk.currentNode.parentElement.closest('council-notice-why')) continue;
                range.selectNodeContents(walk.currentNode);
                for (const line of range.getClientRects()) if (lies(line, seen, 4)) wrong.push('a reason lies over the words ' + walk.currentNode.data.trim());
            }
        }
        if (lies(seen, whole, 4)) wrong.push('a reason lies over the card');
    }
    return wrong";

/// What stands around: reasons that show, and the card's own colour.
const LOOKS: &str = "
    const card = shown('[part=notice]')[0];
    const [red, green, blue] = getComputedStyle(card).backgroundColor.match(/[\\d.]+/g).map(Number);
    return [shown('[part=why]').length, red + green + blue < 300]";

const TAG: &str = "service=customer-management&part=complaints&form=%23f&guardian=off";

async fn open<'a>(browser: &'a Browser, name: &str, query: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/foreign/{name}.html?{query}"))
        .await?;
    Ok(page)
}

async fn forms_of_strange_shapes(browser: &Browser) -> Outcome {
    whole_within_reach_and_over_nothing(browser, &SHAPES).await
}

async fn pages_of_strange_kinds(browser: &Browser) -> Outcome {
    whole_within_reach_and_over_nothing(browser, &KINDS).await
}

async fn themes_and_tools(browser: &Browser) -> Outcome {
    whole_within_reach_and_over_nothing(browser, &THEMES).await
}

/// Fails with all that is wrong on the pages, and where.
pub(crate) async fn whole_within_reach_and_over_nothing(
    browser: &Browser,
    pages: &[(&str, usize, bool)],
) -> Outcome {
    let mut all = Vec::new();
    for &(name, reasons, dark) in pages {
        let page = open(browser, name, "plain").await?;
        let bare: Vec<String> = page.js(STANDS, json!([])).await?;
        let page = open(browser, name, &format!("{TAG}&cookies=off")).await?;
        if page.shows("[part=notice]").await.is_err() {
            all.push(format!("{name}: no card"));
            continue;
        }
        let same = format!(
            "const stand = (() => {{ {STANDS} }})(), wrong = (() => {{ {WRONG} }})();
             const [reasons, dark] = (() => {{ {LOOKS} }})();
             return [...stand.filter((one, at) => one != arguments[0][at]).map((one, at) => 'moved: ' + one + ' <- ' + arguments[0][stand.indexOf(one)]), ...wrong,
                 ...(reasons == arguments[1] ? [] : [reasons + ' reasons']), ...(dark == arguments[2] ? [] : ['dark: ' + dark])]"
        );
        let given = json!([bare, reasons, dark]);
        let mut wrong: Vec<String> = Vec::new();
        for _ in 0..12 {
            wrong = page.js(&same, given.clone()).await?;
            if wrong.is_empty()
                || (name == "column-text" && wrong.iter().all(|one| one.starts_with("moved")))
            {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        }
        // Whose text runs on from column to column; and Firefox sets what follows a legend on whole pixels of the window.
        let moves =
            name == "column-text" || (name == "frontend" && browser.engine == Engine::Firefox);
        wrong.retain(|one| !moves || !one.starts_with("moved"));
        let errors = page.told("error").await?;
        wrong.extend(errors.iter().map(|told| format!("error: {}", told.detail)));
        all.extend(wrong.into_iter().map(|one| format!("{name}: {one}")));
    }
    match all.as_slice() {
        [] => Ok(()),
        _ => Err(Failure(format!("{all:#?}"))),
    }
}
