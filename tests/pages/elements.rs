//! `<council-notice>` by hand, by script and by framework; and the tag twice.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    placed_by_hand, added_and_removed_by_script, changed_and_moved, many_at_once, an_unknown_notice, a_tag_twice,
    links_open_the_notice, a_root_that_comes_late,
];

async fn placed_by_hand(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/cookies.html").await?;
    let told = page.tells("notice").await?.detail;
    assert_eq!(
        [&told["id"], &told["part"]],
        ["customer-management", "enquiries"]
    );
    page.shows(&part("notice")).await?;
    assert_eq!(
        page.count("council-notice > a").await?,
        0,
        "the fallback link has done its work"
    );
    Ok(())
}

const ADD: &str = "
    const notice = document.createElement('council-notice');
    notice.setAttribute('service', arguments[0]);
    document.querySelector(arguments[1]).append(notice)";

async fn added_and_removed_by_script(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.ready().await?;
    assert!(
        !page.paths().iter().any(|path| path.ends_with(".wasm")),
        "nothing needs the widget yet"
    );
    // Twice: what one life leaves behind would show in the next.
    for _ in 0..2 {
        page.run(ADD, json!(["customer-management", "#form"]))
            .await?;
        page.shows(&part("notice")).await?;
        let record =
            "return new FormData(document.querySelector('#form')).getAll('council_notice')";
        let sent: Vec<String> = page.js(record, json!([])).await?;
        assert!(
            sent.len() == 1 && sent[0].starts_with("customer-management@"),
            "{sent:?}"
        );
        page.run(
            "document.querySelector('council-notice').remove()",
            json!([]),
        )
        .await?;
        page.hides(&part("notice")).await?;
        let gone = "return new FormData(document.querySelector('#form')).getAll('council_notice').length === 0";
        page.until("the form is as it was", gone, json!([])).await?;
        let gone = "return document.querySelector('council-notice-why') === null";
        page.until("the reasons went with it", gone, json!([]))
            .await?;
        let described: Value = page
            .js(
                "return document.querySelector('#name').getAttribute('aria-describedby')",
                json!([]),
            )
            .await?;
        assert!(described.is_null(), "{described}");
    }
    let left: Vec<String> = page
        .js("return [...document.querySelectorAll('[id^=council-notice], council-notice, council-notice-why')].map((one) => one.outerHTML)", json!([]))
        .await?;
    assert!(left.is_empty(), "{left:?}");
    // Gone before it could come.
    page.run(
        &format!("{ADD}; notice.remove()"),
        json!(["derby-homes", "#form"]),
    )
    .await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 300, null))",
        json!([]),
    )
    .await?;
    assert_eq!(page.told("error").await?.len(), 0);
    Ok(())
}

async fn changed_and_moved(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.ready().await?;
    page.run(ADD, json!(["connect-derby", "#stage"])).await?;
    says(&page, "Codemakers").await?;
    page.run(
        "document.querySelector('council-notice').setAttribute('service', 'derby-homes')",
        json!([]),
    )
    .await?;
    says(&page, "2016").await?;
    page.run(
        "document.querySelector('#form').prepend(document.querySelector('council-notice'))",
        json!([]),
    )
    .await?;
    let record = "return new FormData(document.querySelector('#form')).get('council_notice')?.startsWith('derby-homes@') ?? false";
    page.until("the form it moved to records it", record, json!([]))
        .await?;
    assert_eq!(page.count(&part("notice")).await?, 1);
    Ok(())
}

async fn says(page: &Page<'_>, words: &str) -> Outcome {
    let script = "return shown('[part~=notice]').length === 1 && shown('[part~=notice]')[0].innerText.includes(arguments[0])";
    page.until(&format!("the notice says {words}"), script, json!([words]))
        .await
}

async fn many_at_once(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off").await?;
    page.ready().await?;
    let services = [
        "connect-derby",
        "customer-management",
        "healthy-housing-hub",
        "derby-homes",
        "local-area-co-ordination",
        "derby-homes",
    ];
    for service in services {
        page.run(ADD, json!([service, "#stage"])).await?;
    }
    page.until(
        "each shows",
        "return shown('[part~=notice]').length === 6",
        json!([]),
    )
    .await?;
    // The notices themselves may be asked for again: they are in the browser's cache.
    let paths = page.paths();
    let widget = paths.iter().filter(|path| path.contains("widget"));
    assert_eq!(widget.count(), 2, "the widget's two files once: {paths:?}");
    Ok(())
}

async fn an_unknown_notice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=no-such-notice&form=%23form")
        .await?;
    page.tells("error").await?;
    page.shows("#form council-notice a").await?;
    page.shows(&part("banner")).await
}

async fn a_tag_twice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/twice.html").await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    page.click(&part("accept")).await?;
    page.until(
        "the gated script ran",
        "return __seen.ran.length > 0",
        json!([]),
    )
    .await?;
    let state: Value = page
        .js("return [__seen.ran, document.querySelectorAll('council-notice-cookies').length, document.querySelectorAll('council-notice').length, __seen.events.filter(({ name }) => name === 'choice').length]", json!([]))
        .await?;
    assert_eq!(state, json!([["once"], 1, 1, 1]));
    Ok(())
}

async fn links_open_the_notice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/complaint.html").await?;
    page.tells("notice").await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.click("form a[data-council-notice=notice]").await?;
    page.shows(&part("notice-dialog")).await?;
    let path: String = page.js("return location.pathname", json!([])).await?;
    assert_eq!(path, "/demo/complaint.html", "without leaving the form");
    Ok(())
}

/// An element that makes its root a while after it is defined, as one that waits for its words.
async fn a_root_that_comes_late(browser: &Browser) -> Outcome {
    let element = "<late-form data-council-root></late-form><script>customElements.define('late-form', class extends HTMLElement {
        connectedCallback() {
            setTimeout(() => { this.attachShadow({ mode: 'open' }).innerHTML = '<form id=f><p><label for=n>Your name</label> <input id=n name=full-name></p></form>' }, 1000)
        }
    })</script></body>";
    let behaviour = Behaviour::default().edit("/__test/plain.html", "</body>", element);
    let page = browser.visit(behaviour).await?;
    page.open("__test/plain.html?service=customer-management&part=complaints&form=%23f&guardian=off&cookies=off")
        .await?;
    page.shows(&part("notice")).await?;
    page.shows(&part("why")).await
}
