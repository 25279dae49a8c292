//! The interface in the page's language, the notice in it or in English, and nothing fetched for any other.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, axe, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: polish, urdu, english_fetches_no_other_language, the_page_turns_to_another];

const TAG: &str = "?service=connect-derby&form=%23form";

/// The direction that the first match is laid out in.
async fn direction(page: &Page<'_>, selector: &str) -> Outcome<String> {
    page.shows(selector).await?;
    let script = "return getComputedStyle(shown(arguments[0])[0]).direction";
    page.js(script, json!([selector])).await
}

/// The language that the first match is in: what a screen reader would speak.
async fn language(page: &Page<'_>, selector: &str) -> Outcome<String> {
    page.shows(selector).await?;
    let script = "
        for (let e = shown(arguments[0])[0]; e; e = e.parentElement || e.getRootNode().host) if (e.lang) return e.lang;
        return ''";
    page.js(script, json!([selector])).await
}

fn says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word:?} is missing in: {text}");
    }
}

async fn polish(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/polish.html{TAG}")).await?;
    page.tells("notice").await?;
    says(
        &page.text(&part("banner")).await?,
        &["Odrzuć wszystkie", "Tłumaczenie maszynowe"],
    );
    let card = page.text(&part("notice")).await?;
    says(
        &card,
        &[
            "Co się dzieje z Twoimi danymi",
            "przetłumaczyła maszyna",
            "Codemakers Ltd",
        ],
    );
    assert_eq!(language(&page, ".front").await?, "pl");
    for name in ["index.pl.", "deferred.pl.", "notices/connect-derby.pl."] {
        let asked = page
            .paths()
            .iter()
            .filter(|path| path.contains(name))
            .count();
        assert!(asked > 0, "{name} is fetched");
    }
    axe::check(&page, "Polish").await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.click(&part("notice-open")).await?;
    says(
        &page.text(&part("notice-dialog")).await?,
        &["Twoje prawa", "01332"],
    );
    axe::check(&page, "whole notice in Polish").await
}

/// Right to left, with the English notice in it from left to right.
async fn urdu(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/urdu.html{TAG}")).await?;
    page.tells("notice").await?;
    says(&page.text(&part("notice")).await?, &["صرف انگریزی میں"]);
    for name in ["banner", "notice", "guardian"] {
        assert_eq!(direction(&page, &part(name)).await?, "rtl", "{name}");
        assert_eq!(language(&page, &part(name)).await?, "ur", "{name}");
    }
    assert_eq!(direction(&page, ".front").await?, "ltr");
    assert_eq!(language(&page, ".front").await?, "en");
    // Clear of the bar, whose edge may lie over a part of the field. The page is long enough for that.
    let middle =
        "document.querySelector('#bank').scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.run(middle, json!([])).await?;
    axe::check(&page, "Urdu").await?;
    page.click(&part("reject")).await?;
    assert_eq!(direction(&page, &part("confirmation")).await?, "rtl");
    page.click("[data-council-notice=hide]").await?;
    page.click(&part("notice-open")).await?;
    assert_eq!(direction(&page, &part("notice-dialog")).await?, "rtl");
    assert_eq!(direction(&page, ".whole").await?, "ltr");
    page.click("[part~=notice-dialog] [data-close]").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    assert_eq!(direction(&page, &part("preferences")).await?, "rtl");
    // What is stored is told in English, and marked as that within sentences that are not.
    says(
        &page.text(".preferences > .caution").await?,
        &["صرف انگریزی"],
    );
    for own in [
        ".category h2 > *",
        ".category label > *",
        ".category td > *",
    ] {
        page.run(
            "for (const one of shown('.category details')) one.open = true",
            json!([]),
        )
        .await?;
        assert_eq!(direction(&page, own).await?, "ltr", "{own}");
        assert_eq!(language(&page, own).await?, "en", "{own}");
    }
    axe::check(&page, "preferences in Urdu").await
}

async fn english_fetches_no_other_language(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/tenancy.html").await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    let other: Vec<String> = page
        .paths()
        .into_iter()
        .filter(|path| {
            [".cy.", ".pl.", ".ur."]
                .iter()
                .any(|part| path.contains(part))
        })
        .collect();
    assert!(other.is_empty(), "{other:?}");
    Ok(())
}

/// The page turns to another language after it has loaded, as a single page with a switch does.
async fn the_page_turns_to_another(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form")
        .await?;
    page.shows(&part("banner")).await?;
    page.shows(&part("notice")).await?;
    page.click(&part("guardian-under")).await?;
    page.shows(&part("guardian-permission")).await?;
    // The answer has refused cookies: the bar asks again.
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.click(&part("guardian-over")).await?;
    let turn = "document.documentElement.lang = arguments[0]";
    let bar = "const bar = document.querySelector('council-notice-cookies'); const heading = shown('[part~=notice] h2')[0]?.innerText;
        return bar.lang === arguments[0] && bar.dir === arguments[1] && shown('[part~=accept]')[0].innerText === arguments[2]
            && getComputedStyle(shown('[part~=notice]')[0]).direction === arguments[1]";
    let heading = "return shown('[part~=notice]')[0].innerText";
    let english: String = page.js(heading, json!([])).await?;
    for (lang, code, dir, accept) in [
        ("ur", "ur", "rtl", "سب قبول کریں"),
        ("pl-PL", "pl", "ltr", "Zaakceptuj wszystkie"),
        ("en-GB", "en", "ltr", "Accept all"),
    ] {
        page.run(turn, json!([lang])).await?;
        page.until(
            &format!("it speaks {code}"),
            bar,
            json!([code, dir, accept]),
        )
        .await?;
        let other =
            "return (shown('[part~=notice]')[0]?.innerText === arguments[0]) === arguments[1]";
        page.until("the notice too", other, json!([english, code == "en"]))
            .await?;
        let values: Value = page
            .js(
                "return CouncilNotice.values().council_notice_guardian",
                json!([]),
            )
            .await?;
        assert_eq!(values, "not-needed", "the answer stays");
    }
    // Twice in one breath.
    page.run("document.documentElement.lang = 'pl'; document.documentElement.lang = 'ur'; setTimeout(() => (document.documentElement.lang = 'en'))", json!([]))
        .await?;
    page.until(
        "the last one counts",
        bar,
        json!(["en", "ltr", "Accept all"]),
    )
    .await?;
    page.browser.quiet().await
}
