//! The bar's room on pages that do not scroll as a whole, and beside what they hold at the window's lower edge: nothing is out
//! of reach while the bar is there, and all is as it was when it has gone.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: nothing_lies_under_the_bar, a_bar_that_comes_back, printed_without_room, beside_a_library, sheets_that_take_the_place_of_all];

/// Pages by the class of their root, and what must be in reach on each.
const SHELLS: [(&str, &[&str]); 8] = [
    ("hidden-body", &["#last"]),
    ("scrolling-body", &["#last"]),
    ("rows", &["#last", ".edge a"]),
    ("grid", &["#last", ".edge a", "aside a"]),
    ("pinned", &["#last"]),
    ("fixed", &[".edge a", ".talk"]),
    ("sticky", &["#last", ".edge a"]),
    ("column", &["#last", "aside a"]),
];

async fn open<'a>(browser: &'a Browser, shell: &str) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!(
        "__test/shell.html?shell={shell}&service=customer-management&part=complaints&form=%23form"
    ))
    .await?;
    page.shows(&part("banner")).await?;
    page.tells("notice").await?;
    Ok(page)
}

/// Whether something can be clicked once it is scrolled into sight as far as it goes.
const REACHED: &str = "
    const element = document.querySelector(arguments[0]);
    for (let one = element.parentElement; one; one = one.parentElement) if (/auto|scroll/.test(getComputedStyle(one).overflowY)) one.scrollTop = 1e6;
    document.scrollingElement.scrollTop = 1e6;
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && element.contains(document.elementFromPoint(left + width / 2, top + height - 2))";

/// Where everything of the page's own stands, with all its scrollers at their beginning.
const STANDS: &str = "
    const own = [...document.body.querySelectorAll('aside, main, .edge, .talk, aside a')];
    for (const one of [document.scrollingElement, document.body, ...own]) one.scrollTop = 0;
    return own.map((one) => { const { left, top, width, height } = one.getBoundingClientRect(); return [one.className || one.localName, left, top, width, one.localName == 'main' && getComputedStyle(one).overflowY == 'visible' ? 0 : height].join(' '); })";

async fn nothing_lies_under_the_bar(browser: &Browser) -> Outcome {
    for (shell, wanted) in SHELLS {
        let page = open(browser, shell).await?;
        for what in wanted {
            let reached = page.until(what, REACHED, json!([what])).await;
            assert!(reached.is_ok(), "{shell}: {what} can be reached");
        }
        // The bar's own buttons too.
        page.click(&part("reject")).await?;
        page.shows(&part("confirmation")).await?;
        for what in wanted {
            let reached = page.until(what, REACHED, json!([what])).await;
            assert!(
                reached.is_ok(),
                "{shell}: {what} can be reached beside the line"
            );
        }
        page.click("[data-council-notice=hide]").await?;
        page.hides(&part("confirmation")).await?;
        let now: Value = page.js(STANDS, json!([])).await?;
        // The same page for whoever has answered.
        page.reload().await?;
        page.tells("notice").await?;
        let answered: Value = page.js(STANDS, json!([])).await?;
        assert_eq!(now, answered, "{shell}: all is as without a bar");
    }
    Ok(())
}

async fn a_bar_that_comes_back(browser: &Browser) -> Outcome {
    let page = open(browser, "rows").await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.shows(&part("banner")).await?;
    page.until("the edge", REACHED, json!([".edge a"])).await
}

/// Paper has no bar, and no room for one.
async fn printed_without_room(browser: &Browser) -> Outcome {
    let page = open(browser, "fixed").await?;
    page.until("the edge", REACHED, json!([".edge a"])).await?;
    let place = "return Math.round(innerHeight - document.querySelector('.edge').getBoundingClientRect().bottom)";
    let lifted: i64 = page.js(place, json!([])).await?;
    assert!(lifted > 44, "{lifted}");
    page.run("dispatchEvent(new Event('beforeprint'))", json!([]))
        .await?;
    assert_eq!(page.js::<i64>(place, json!([])).await?, 0);
    page.run("dispatchEvent(new Event('afterprint'))", json!([]))
        .await?;
    page.until("the edge", REACHED, json!([".edge a"])).await
}

/// Old libraries have an `animate` of their own.
async fn beside_a_library(browser: &Browser) -> Outcome {
    for act in ["return this", "", "throw new Error('not ours')"] {
        let own =
            format!("<head><script>Element.prototype.animate = function () {{ {act} }}</script>");
        let behaviour = Behaviour::default().edit("/__test/shell.html", "<head>", &own);
        let page = browser.visit(behaviour).await?;
        page.open("__test/shell.html?shell=fixed&service=customer-management&part=complaints&form=%23form")
            .await?;
        page.shows(&part("banner")).await?;
        page.tells("notice").await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.click(&part("reject")).await?;
        page.shows(&part("confirmation")).await?;
        page.browser.quiet().await?;
    }
    Ok(())
}

/// A page that turns to other colours sets its own style sheets, and only those.
async fn sheets_that_take_the_place_of_all(browser: &Browser) -> Outcome {
    let long = "<div style=\"height: 2000px\"></div><a id=\"end\" href=\"#x\">The end</a></main>";
    let behaviour = Behaviour::default().edit("/__test/form.html", "</main>", long);
    let page = browser.visit(behaviour).await?;
    page.open("__test/form.html?service=customer-management&part=complaints&form=%23form")
        .await?;
    page.shows(&part("banner")).await?;
    page.tells("notice").await?;
    for _ in 0..2 {
        let turn = "document.adoptedStyleSheets = [new CSSStyleSheet()]; document.querySelector('h1').append('.')";
        page.run(turn, json!([])).await?;
        let above = "
            scrollTo(0, 1e6);
            return document.querySelector('#end').getBoundingClientRect().bottom <= shown('[part~=banner]')[0].getBoundingClientRect().top + 1";
        page.until("the end is above the bar", above, json!([]))
            .await?;
    }
    page.browser.quiet().await
}
