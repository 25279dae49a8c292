//! Includes of another release than the gate: older ones, and those that a server has put in anew while the browser keeps the gate.

use std::{fs, io, path::PathBuf, sync::OnceLock};

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Failure, Outcome, scenarios},
    includes::{COMPLAINT, GATE, HOLD, TENANCY, lazy, six_answers},
    release,
    server::Behaviour,
};

scenarios![
    Plain:
        an_old_one_is_told_and_left, an_older_wording_is_called_one, one_that_is_ahead_of_the_gate,
        a_wording_that_is_ahead_of_the_gate, another_release_says_the_same, in_the_place_of_a_translation;
];

async fn an_old_one_is_told_and_left(browser: &Browser) -> Outcome {
    // Made by an earlier release, of an earlier version.
    let old = lazy()
        .edit(COMPLAINT, " hash=\"", " hash=\"0")
        .edit(COMPLAINT, " release=\"", " release=\"0")
        .edit(COMPLAINT, " version=\"", " version=\"1-")
        .edit(COMPLAINT, "customer-management@", "customer-management@1-");
    let page = browser.visit(old).await?;
    page.open(COMPLAINT).await?;
    page.run(HOLD, json!([])).await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "include", "{error}");
    let said = error["message"].as_str().unwrap_or_default();
    assert!(
        said.contains("holds version 1-") && said.contains("published is version 2"),
        "{said}"
    );
    let news = "[part~=notice] .news";
    page.shows(&format!("{news} summary")).await?;
    let kept: Value = page
        .js(
            "return __card.every((one) => one.isConnected) && shown('.answer').length",
            json!([]),
        )
        .await?;
    assert_eq!(kept, 6, "the answers stand as they were");
    let sent = "return new FormData(document.querySelector('#complaint')).getAll('council_notice').map((one) => one.includes('@1-'))";
    let stamped: Value = page.js(sent, json!([])).await?;
    assert_eq!(stamped, json!([true]), "what was read is recorded");
    page.click(&format!("{news} summary")).await?;
    page.shows(&format!("{news} .answer")).await?;
    let anew = "return new FormData(document.querySelector('#complaint')).getAll('council_notice').every((one) => !one.includes('@1-'))";
    page.until("the new version is recorded", anew, json!([]))
        .await
}

/// Reworded and published under the same version: two numbers that are one would say nothing.
async fn an_older_wording_is_called_one(browser: &Browser) -> Outcome {
    let old = lazy().edit(COMPLAINT, " hash=\"", " hash=\"0").edit(
        COMPLAINT,
        " release=\"",
        " release=\"0",
    );
    let page = browser.visit(old).await?;
    page.open(COMPLAINT).await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "include", "{error}");
    let said = error["message"].as_str().unwrap_or_default();
    assert!(
        said.contains("published is the same version in other words: put the include in anew"),
        "{said}"
    );
    Ok(())
}

/// A server has put in the include of an upload whose gate the browser does not ask for yet: what is new is shown and recorded.
async fn one_that_is_ahead_of_the_gate(browser: &Browser) -> Outcome {
    let ahead = Behaviour::default()
        .edit(COMPLAINT, " hash=\"", " hash=\"0")
        .edit(COMPLAINT, " release=\"", " release=\"0")
        .edit(COMPLAINT, " version=\"2", " version=\"9")
        .edit(COMPLAINT, "customer-management@2", "customer-management@9");
    let page = browser.visit(ahead).await?;
    page.open(COMPLAINT).await?;
    let told = page.tells("notice").await?.detail;
    let shown = told["version"].as_str().unwrap_or_default();
    assert!(shown.starts_with('9'), "{told}");
    assert_eq!(page.count("[part~=notice] .news").await?, 0);
    assert_eq!(page.told("error").await?, []);
    let sent = "return new FormData(document.querySelector('#complaint')).get('council_notice')";
    let sent: String = page.js(sent, json!([])).await?;
    assert!(sent.contains("@9"), "{sent}");
    page.browser.quiet().await
}

/// The same under one version: which wording is the newer one, only the gate that is published by now can tell.
async fn a_wording_that_is_ahead_of_the_gate(browser: &Browser) -> Outcome {
    for page_of in [COMPLAINT, TENANCY] {
        let ahead = Behaviour::default()
            .edit(page_of, " hash=\"", " hash=\"0")
            .edit(page_of, " release=\"", " release=\"0newest\" data-was=\"")
            // Of that release, but for what a browser runs that has kept it.
            .edit(GATE, "(()=>{", "/*0newest*/(()=>{");
        let ahead = match page_of {
            COMPLAINT => ahead.edit(COMPLAINT, " release=", " loading=\"lazy\" release="),
            _ => ahead,
        };
        let page = browser.visit(ahead).await?;
        page.open(page_of).await?;
        page.until(
            "the gate was asked for again",
            "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/council-notice.js')).length > 1",
            json!([]),
        )
        .await?;
        let turn = "document.querySelector('council-notice').dispatchEvent(new Event('pointerover', { bubbles: true }))";
        page.run(turn, json!([])).await?;
        page.tells("notice").await?;
        assert_eq!(page.count("[part~=notice] .news").await?, 0, "{page_of}");
        assert_eq!(page.told("error").await?, [], "{page_of}");
    }
    Ok(())
}

/// The include is of another release, its notice has not changed: no widget comes unasked, and nothing is said.
async fn another_release_says_the_same(browser: &Browser) -> Outcome {
    let page = browser
        .visit(lazy().edit(COMPLAINT, " release=\"", " release=\"0"))
        .await?;
    page.open(COMPLAINT).await?;
    page.until(
        "it was compared",
        "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/notices/customer-management.'))",
        json!([]),
    )
    .await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 1000, null))",
        json!([]),
    )
    .await?;
    assert_eq!(page.told("error").await?, []);
    let paths = page.paths();
    assert!(
        !paths.iter().any(|path| path.ends_with(".wasm")),
        "{paths:?}"
    );
    six_answers(&page).await
}

/// The demo site with another version of a notice than its Polish translation is based on, and a Polish page that asks for it.
fn grown_old() -> io::Result<PathBuf> {
    let root = release::site("stand-in")?;
    let path = root.join("notices/connect-derby.md");
    let text = fs::read_to_string(&path)?;
    let (_, rest) = text.split_once("version = \"").unwrap_or_default();
    let version = rest.split('"').next().unwrap_or_default().to_owned();
    fs::write(path, text.replacen(&version, "2099-01-01", 1))?;
    fs::write(root.join("site.toml"), "languages = [\"en\", \"pl\"]\n")?;
    let page = "<!doctype html><html lang=\"pl\"><head><meta charset=\"utf-8\"><title>Formularz</title>\
        <script async src=\"/council-notice.js\"></script></head><body><form id=\"form\">\
        <!--# include virtual=\"/includes/connect-derby.pl.html\" --><p><input name=\"name\"></p></form></body></html>";
    fs::write(root.join("public/stand-in.html"), page)?;
    release::published(&root, None)
}

/// Where a translation has grown old the page has the original, marked, and the widget takes that over.
async fn in_the_place_of_a_translation(browser: &Browser) -> Outcome {
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let release = RELEASE.get_or_init(|| grown_old().map_err(|error| error.to_string()));
    let page = browser.visit(Behaviour::default()).await?;
    page.server.publish(release.clone().map_err(Failure)?);
    page.open("stand-in.html").await?;
    let told = page.tells("notice").await?.detail;
    assert_eq!(told["version"], "2099-01-01");
    let said = "const root = document.querySelector('council-notice').shadowRoot;
        return [root.querySelector('#card-front').lang, [...root.querySelectorAll('.caution')].filter((one) => one.textContent.startsWith('Tę informację mamy tylko po angielsku')).length,
            root.querySelectorAll('[part~=notice]').length]";
    let said: Value = page.js(said, json!([])).await?;
    assert_eq!(said, json!(["en", 1, 1]));
    assert_eq!(page.told("error").await?, []);
    let shift: f64 = page.js("return __seen.shift", json!([])).await?;
    assert!(shift < 0.01, "{shift}");
    page.browser.quiet().await
}
