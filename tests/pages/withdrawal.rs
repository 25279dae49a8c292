//! What is stored: removed when it is refused, wherever it stands and whoever brings it back; told when nobody declared it.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    removed_on_every_path, removed_again_when_it_comes_back, what_stays_is_said, undeclared_is_told_once,
    nothing_stored_nothing_fetched, removed_on_every_domain,
];

const DEEP: &str = "__test/deep/er/page.html";
/// Names of the cookies that the page sees, ours not among them.
const NAMES: &str = "document.cookie.split('; ').map((pair) => pair.split('=')[0]).filter((name) => name && name !== 'council_notice')";

async fn until_only(page: &Page<'_>, names: &[&str]) -> Outcome {
    let script = format!("return {NAMES}.join() === arguments[0]");
    let what = format!("only {names:?} are left");
    page.until(&what, &script, json!([names.join(",")])).await
}

async fn removed_on_every_path(browser: &Browser) -> Outcome {
    // The site itself declares nothing for a tab's own storage.
    let behaviour = Behaviour::default().edit(
        "/deferred.",
        r#""local-storage","council_notice_read_*""#,
        r#""session-storage","wide_*""#,
    );
    let page = browser.visit(behaviour).await?;
    page.open(DEEP).await?;
    page.ready().await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let store = "
        const paths = [';path=/', ';path=/__test', ';path=/__test/deep/', '', ';path=/__test/deep/er/page.html'];
        for (const path of paths) document.cookie = `demo_visits=1${path}`;
        document.cookie = 'sign_in=1;path=/';
        localStorage.demo_map_zoom = 3;
        localStorage.basket = 1;
        sessionStorage.wide_text = 1;";
    page.run(store, json!([])).await?;
    let all: Vec<String> = page.js(&format!("return {NAMES}"), json!([])).await?;
    assert_eq!(all.len(), 6, "one on each path: {all:?}");
    // Another category's refusal leaves it alone.
    page.run("CouncilNotice.accept(['analytics', 'media'])", json!([]))
        .await?;
    let script = format!("return [{NAMES}.length, localStorage.demo_map_zoom]");
    let kept: Value = page.js(&script, json!([])).await?;
    assert_eq!(kept, json!([6, "3"]));
    let gone = "return !('wide_text' in sessionStorage)";
    page.until("the tab's key is gone", gone, json!([])).await?;

    page.run("CouncilNotice.accept('media')", json!([])).await?;
    until_only(&page, &["sign_in"]).await?;
    let zoom: Value = page
        .js("return localStorage.demo_map_zoom", json!([]))
        .await?;
    assert_eq!(zoom, "3", "what is allowed stays");
    page.run("CouncilNotice.reject()", json!([])).await?;
    let gone = "return !('demo_map_zoom' in localStorage) && localStorage.basket === '1'";
    page.until("the key is gone, the other is not", gone, json!([]))
        .await?;
    assert!(page.record().await?.is_some(), "our own record stays");
    Ok(())
}

async fn removed_again_when_it_comes_back(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(DEEP).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.run("document.cookie = 'demo_visits=2;path=/'", json!([]))
        .await?;
    until_only(&page, &[]).await?;
    // And on a later page, where it stood before the gate came.
    page.open("__test/blank.html").await?;
    page.run(
        "document.cookie = 'demo_visits=3;path=/__test'; sessionStorage.ours = 1",
        json!([]),
    )
    .await?;
    page.open(DEEP).await?;
    until_only(&page, &[]).await
}

async fn what_stays_is_said(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(DEEP).await?;
    page.shows(&part("banner")).await?;
    let again = "setInterval(() => { document.cookie = 'demo_visits=1;path=/' }, 20)";
    page.run(again, json!([])).await?;
    page.click(&part("reject")).await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "clear", "{error}");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("demo_visits"), "{message}");
    let script =
        "return shown('[part~=confirmation]')[0].innerText.includes('could not be removed')";
    page.until("the line says it", script, json!([])).await?;
    assert_eq!(page.told("error").await?.len(), 1, "said once");

    // On a later page as well, where there is nothing else to say.
    page.reload().await?;
    page.run(again, json!([])).await?;
    page.shows(&part("confirmation")).await?;
    page.until("a line of its own says it", script, json!([]))
        .await?;
    assert!(
        !page
            .text(&part("confirmation"))
            .await?
            .contains("You rejected"),
        "and only it"
    );
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await
}

async fn undeclared_is_told_once(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/blank.html").await?;
    page.run("document.cookie = 'stranger=1;path=/'; localStorage.guest = 1; sessionStorage.passer_by = 1; document.cookie = 'demo_visits=1;path=/'", json!([]))
        .await?;
    page.open("__test/plain.html").await?;
    let script = "return window.__seen?.events.filter(({ name }) => name === 'undeclared').length >= arguments[0]";
    page.until("three are told", script, json!([3])).await?;
    page.run("document.cookie = 'late=1;path=/'", json!([]))
        .await?;
    page.click(&part("reject")).await?;
    page.until("the late one too", script, json!([4])).await?;
    // Looks again at every choice, and tells nothing twice.
    page.run(
        "CouncilNotice.accept('all'); CouncilNotice.reject()",
        json!([]),
    )
    .await?;
    until_only(&page, &["stranger", "late"]).await?;
    let told: Vec<Value> = page
        .told("undeclared")
        .await?
        .into_iter()
        .map(|told| told.detail)
        .collect();
    let item = |kind: &str, name: &str| json!({ "kind": kind, "name": name });
    let known = [
        item("cookie", "stranger"),
        item("local-storage", "guest"),
        item("session-storage", "passer_by"),
        item("cookie", "late"),
    ];
    assert_eq!(told, known);
    let kept: Value = page
        .js(
            "return [localStorage.guest, sessionStorage.passer_by]",
            json!([]),
        )
        .await?;
    assert_eq!(kept, json!(["1", "1"]), "undeclared is not ours to remove");
    Ok(())
}

/// Only a page with something to look after fetches the deferred module.
async fn nothing_stored_nothing_fetched(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let deferred = |page: &Page<'_>| {
        page.paths()
            .iter()
            .any(|path| path.starts_with("/deferred."))
    };
    page.open("__test/plain.html").await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    assert!(deferred(&page), "a choice is looked after");
    page.server.forget();
    page.reload().await?;
    page.ready().await?;
    // The gate looks twice: the second time after five seconds.
    let looked = "return new Promise((done) => setTimeout(done, 5800, null))";
    page.run(looked, json!([])).await?;
    let scripts: usize = page
        .js("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/deferred.')).length", json!([]))
        .await?;
    assert_eq!(scripts, 0, "our record alone is nothing to look after");
    page.run("sessionStorage.ours = 1", json!([])).await?;
    page.reload().await?;
    page.tells("undeclared").await?;

    // Nor on a later page, but for what its scripts store in their own time.
    let late = "<script>setTimeout(() => { document.cookie = 'demo_visits=1;path=/'; window.late = 1 }, 1500)</script></head>";
    let page = browser
        .visit(Behaviour::default().edit("/__test/plain.html", "</head>", late))
        .await?;
    page.open("__test/plain.html").await?;
    page.click(&part("reject")).await?;
    page.reload().await?;
    let gone = "return window.late && !document.cookie.includes('demo_visits')";
    page.until("what comes late is removed", gone, json!([]))
        .await
}

async fn removed_on_every_domain(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let council = browser.engine.council();
    page.open_on(&format!("www.{council}"), DEEP).await?;
    page.ready().await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let store = "
        for (const domain of ['', `;domain=www.${arguments[0]}`, `;domain=${arguments[0]}`]) for (const path of [';path=/', ''])
            document.cookie = `demo_visits=1${domain}${path}`;
        document.cookie = `sign_in=1;path=/;domain=${arguments[0]}`";
    page.run(store, json!([council])).await?;
    let all: Vec<String> = page.js(&format!("return {NAMES}"), json!([])).await?;
    // WebKit keeps the host's own apart from its domain's; the others do as well.
    assert!(all.len() >= 6, "{all:?} in {:?}", Engine::ALL);
    page.run("CouncilNotice.reject()", json!([])).await?;
    until_only(&page, &["sign_in"]).await
}
