//! What a gated script does to the page when it runs: `document.write`, and what is left of it after a withdrawal.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    written_where_the_script_stands, written_in_the_head, written_later, written_without_the_module, written_by_the_page_itself,
    what_has_run_is_said, what_has_run_goes_at_once, what_has_run_is_only_said, nothing_has_run;
];

const PLAIN: &str = "__test/plain.html";

/// A script that waits for `analytics`.
fn gated(text: &str) -> String {
    format!("<script type=\"text/plain\" data-category=\"analytics\">{text}</script>")
}

/// A page with this in its main part, accepted.
async fn accepted<'a>(browser: &'a Browser, html: &str, behaviour: Behaviour) -> Outcome<Page<'a>> {
    let main = format!("{html}<p id=end>The end.</p></main>");
    let page = browser
        .visit(behaviour.edit("/__test/plain.html", "</main>", &main))
        .await?;
    page.open(PLAIN).await?;
    page.click(&part("accept")).await?;
    Ok(page)
}

async fn stays(page: &Page<'_>) -> Outcome {
    let words = page.words().await?;
    assert!(
        words.contains("A page with nothing to show") && words.contains("The end."),
        "the page is still there: {words}"
    );
    page.browser.quiet().await
}

/// In pieces, with a script in it that writes again, and of one that comes from a file.
async fn written_where_the_script_stands(browser: &Browser) -> Outcome {
    let inline = gated(
        "document.write('<p id=first>First, ', 'and <b>more'); document.writeln('</b></p><scr' + 'ipt>__seen.ran.push(\"written\"); document.write(\"<p id=second>Second</p>\")</scr' + 'ipt>');",
    );
    let file = "<div id=place><script type=\"text/plain\" data-category=\"analytics\" data-src=\"/__test/writes.js\"></script></div>";
    let page = accepted(browser, &format!("{inline}{file}"), Behaviour::default()).await?;
    page.shows("#first b").await?;
    page.shows("#second").await?;
    page.shows("#place #from-file").await?;
    let order = "const all = [...document.querySelector('main').querySelectorAll('p, b')].map(({ id, localName }) => id || localName); return all.filter((id) => id !== 'p')";
    let order: Value = page.js(order, json!([])).await?;
    assert_eq!(order, json!(["first", "b", "second", "from-file", "end"]));
    let ran: Value = page.js("return __seen.ran.sort()", json!([])).await?;
    assert_eq!(ran, json!(["file", "written"]));
    stays(&page).await
}

async fn written_in_the_head(browser: &Browser) -> Outcome {
    let script = gated(
        "document.write('<style>#end { color: rgb(1, 2, 3) }</style>'); document.write('<p id=first>A word</p>')",
    );
    let behaviour =
        Behaviour::default().edit("/__test/plain.html", "</head>", &format!("{script}</head>"));
    let page = accepted(browser, "", behaviour).await?;
    page.shows("body > #first").await?;
    let colour = "return getComputedStyle(document.querySelector('#end')).color === 'rgb(1, 2, 3)'";
    page.until("the style holds", colour, json!([])).await?;
    stays(&page).await
}

/// By a callback, when no script is at work.
async fn written_later(browser: &Browser) -> Outcome {
    let script = gated("setTimeout(() => document.write('<p id=late>Late</p>'), 300)");
    let page = accepted(browser, &script, Behaviour::default()).await?;
    page.shows("main > #late").await?;
    stays(&page).await
}

async fn written_without_the_module(browser: &Browser) -> Outcome {
    let script = gated("document.write('<p id=first>First</p>')");
    let missing = Behaviour::default().fault("/deferred.", Fault::Missing);
    let page = accepted(browser, &script, missing).await?;
    let ran = "return document.querySelector('script[data-category]')?.type === ''";
    page.until("it ran", ran, json!([])).await?;
    stays(&page).await?;
    // And once it comes.
    let once = Behaviour::default().fault("/deferred.", Fault::MissingOnce);
    let page = accepted(browser, &script, once).await?;
    page.tells("error").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows("#first").await?;
    stays(&page).await
}

/// A page that opens itself anew is written as ever.
async fn written_by_the_page_itself(browser: &Browser) -> Outcome {
    let page = accepted(browser, &gated("__seen.ran.push(1)"), Behaviour::default()).await?;
    page.until("it ran", "return __seen.ran.length === 1", json!([]))
        .await?;
    let open =
        "document.open(); document.write('<title>New</title><h1>New</h1>'); document.close()";
    page.run(open, json!([])).await?;
    let new = "return document.title === 'New' && document.body.textContent.trim() === 'New'";
    page.until("it is the new page", new, json!([])).await
}

const CONFIRMATION: &str = "[part~=confirmation]";
const AGAIN: &str = "Load the page again";

/// The buttons of the line after a choice.
async fn buttons(page: &Page<'_>) -> Outcome<Vec<String>> {
    page.js(
        "return shown('[part~=confirmation] button').map((button) => button.innerText)",
        json!([]),
    )
    .await
}

async fn ran<'a>(browser: &'a Browser, query: &str) -> Outcome<Page<'a>> {
    let script = gated("window.still = 1; __seen.ran.push(1)");
    let main = format!("{script}</main>");
    let page = browser
        .visit(Behaviour::default().edit("/__test/plain.html", "</main>", &main))
        .await?;
    page.open(&format!("{PLAIN}?{query}")).await?;
    page.click(&part("accept")).await?;
    page.until("it ran", "return window.still === 1", json!([]))
        .await?;
    page.shows(CONFIRMATION).await?;
    assert_eq!(buttons(&page).await?.len(), 2, "nothing to load anew for");
    Ok(page)
}

async fn says_so(page: &Page<'_>) -> Outcome {
    let said = "return shown('[part~=confirmation]').some((line) => line.innerText.includes('has run on this page already'))";
    page.until("what has run is said", said, json!([])).await
}

async fn what_has_run_is_said(browser: &Browser) -> Outcome {
    let page = ran(browser, "").await?;
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    says_so(&page).await?;
    assert_eq!(buttons(&page).await?[0], AGAIN);
    let script = "shown('[part~=confirmation] button')[0].click()";
    page.run(script, json!([])).await?;
    page.until(
        "the page is without it",
        "return window.still === undefined && document.readyState === 'complete'",
        json!([]),
    )
    .await?;
    page.ready().await?;
    assert_eq!(page.count(CONFIRMATION).await?, 0, "and has nothing to say");
    page.browser.quiet().await
}

async fn what_has_run_goes_at_once(browser: &Browser) -> Outcome {
    let page = ran(browser, "reload=withdrawal").await?;
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    page.until(
        "the page is another",
        "return window.still === undefined && document.readyState === 'complete' && typeof CouncilNotice === 'object'",
        json!([]),
    )
    .await?;
    // Once.
    page.run("window.mark = 1", json!([])).await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 600, null))",
        json!([]),
    )
    .await?;
    assert!(
        page.js::<bool>("return window.mark === 1", json!([]))
            .await?
    );
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "{record}");
    Ok(())
}

async fn what_has_run_is_only_said(browser: &Browser) -> Outcome {
    let page = ran(browser, "reload=off").await?;
    page.run("CouncilNotice.accept(['media'])", json!([]))
        .await?;
    says_so(&page).await?;
    assert!(!buttons(&page).await?.contains(&AGAIN.to_owned()));
    Ok(())
}

/// A refusal of what never ran, and a choice that keeps what did.
async fn nothing_has_run(browser: &Browser) -> Outcome {
    let page = ran(browser, "reload=withdrawal").await?;
    page.run("CouncilNotice.accept(['analytics'])", json!([]))
        .await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 400, null))",
        json!([]),
    )
    .await?;
    assert_eq!(buttons(&page).await?.len(), 2);
    assert!(
        page.js::<bool>("return window.still === 1", json!([]))
            .await?
    );
    page.browser.quiet().await
}
