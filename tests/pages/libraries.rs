//! Pages with an old library of their own, which has put something of its own in the place of the browser's.

use serde_json::{Value, json};

use crate::{
    forms::arrived,
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: prototype, mootools, zone, core_js, arrays_that_write_themselves, fields_of_odd_names;];

/// Firefox and WebKit answer a driver through the page's own way to write arrays.
async fn restore(page: &Page<'_>) -> Outcome {
    page.run("delete window.Array.prototype.toJSON", json!([]))
        .await
}

/// What puts in the tag: a library stands before it.
const TAG: &str = "<script src=\"/__test/tag.js\"></script>";

/// Bar, notice, preferences, a choice and its withdrawal, what the form sends.
async fn works(browser: &Browser, head: &str) -> Outcome {
    let with = |page: &str, behaviour: Behaviour| behaviour.edit(page, TAG, &[head, TAG].concat());
    let behaviour = with(
        "/__test/form.html",
        with("/__test/gated.html", Behaviour::default()),
    )
    .edit(
        "/__test/form.html",
        "data-notice-field=\"name\"",
        "data-notice-field=\"bank-details\"",
    );
    let page = browser.visit(behaviour).await?;
    page.open("__test/gated.html").await?;
    page.click(&part("accept")).await?;
    page.until(
        "what waits runs",
        "return __seen.ran.length === 9",
        json!([]),
    )
    .await?;
    let framed = "return document.querySelector('iframe').contentDocument?.title === 'Framed'";
    page.until("the frame shows", framed, json!([])).await?;
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    let empty = "return !document.querySelector('iframe').getAttribute('src') && !!document.querySelector('iframe').contentDocument?.querySelector('article')";
    page.until("it is covered again", empty, json!([])).await?;
    page.shows(&part("confirmation")).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;

    restore(&page).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form&record-url=/__test/record")
        .await?;
    page.shows(&part("notice")).await?;
    page.shows(&part("why")).await?;
    page.click(&part("guardian-over")).await?;
    page.run("CouncilNotice.accept('media')", json!([])).await?;
    let posted = || {
        let asked = page.requests();
        asked.into_iter().find(|one| one.path == "/__test/record")
    };
    for _ in 0..200 {
        if posted().is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let receipt: Value =
        serde_json::from_str(&posted().map(|one| one.body).unwrap_or_default()).unwrap_or_default();
    assert!(
        receipt["events"].is_array() && receipt["purposes"].is_array(),
        "the receipt is whole: {receipt}"
    );
    restore(&page).await?;
    page.browser.quiet().await?;
    page.run("document.querySelector('#form').requestSubmit()", json!([]))
        .await?;
    let sent = arrived(&page).await?;
    let guardian = sent
        .iter()
        .find(|(name, _)| name == "council_notice_guardian");
    assert_eq!(
        guardian.map(|(_, value)| value.as_str()),
        Some("not-needed")
    );
    Ok(())
}

async fn prototype(browser: &Browser) -> Outcome {
    works(
        browser,
        "<script src=\"/__lib/prototype/prototype.js\"></script>",
    )
    .await
}

async fn mootools(browser: &Browser) -> Outcome {
    works(
        browser,
        "<script src=\"/__lib/mootools/mootools.js\"></script>",
    )
    .await
}

/// Angular's: in the place of every timer, promise and listener.
async fn zone(browser: &Browser) -> Outcome {
    works(
        browser,
        "<script src=\"/__test/hosts/npm/zone.js/bundles/zone.umd.js\"></script>",
    )
    .await
}

/// Whatever the language has, once more, where the browser's own is not good enough for it: here nothing is.
async fn core_js(browser: &Browser) -> Outcome {
    let lacking = "delete Promise.allSettled; delete Promise.any; delete Object.fromEntries; delete Array.prototype.flatMap; delete Array.prototype.at; delete String.prototype.matchAll; delete window.structuredClone; window.URLSearchParams = undefined; window.URL = undefined; window.Promise = undefined";
    let head = format!(
        "<script>{lacking}</script><script src=\"/__test/hosts/npm/core-js-bundle/minified.js\"></script>"
    );
    works(browser, &head).await
}

/// As Prototype once had it: every list becomes a text within JSON.
async fn arrays_that_write_themselves(browser: &Browser) -> Outcome {
    let script = "<script>Array.prototype.toJSON = function () { return 'odd' }</script>";
    works(browser, script).await
}

async fn fields_of_odd_names(browser: &Browser) -> Outcome {
    let names = ["querySelector", "prepend", "closest", "contains", "append"];
    let fields = names
        .map(|name| format!("<input type=\"hidden\" name=\"{name}\">"))
        .concat();
    let page = browser
        .visit(Behaviour::default().edit(
            "/__test/form.html",
            "<button>Send</button>",
            &format!("{fields}<button>Send</button>"),
        ))
        .await?;
    page.open("__test/form.html?service=connect-derby&form=%23form&guardian=require")
        .await?;
    page.shows(&part("notice")).await?;
    page.click(&part("guardian-over")).await?;
    page.click("#form button").await?;
    let sent = arrived(&page).await?;
    assert!(
        sent.iter()
            .any(|(name, value)| name == "council_notice" && value.starts_with("connect-derby@")),
        "{sent:?}"
    );
    Ok(())
}
