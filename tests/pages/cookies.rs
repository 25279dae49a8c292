//! The choice: asked once, kept, changed at will, and nothing before it.

use serde_json::{Value, json};
use thirtyfour::{Cookie, Key, common::cookie::SameSite};

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    accept_reload_choose_again, reject_is_one_click, a_bad_record_is_no_record, the_api,
    only_settings, a_page_with_nothing_costs_the_gate_alone,
];

const PLAIN: &str = "__test/plain.html";

async fn accept_reload_choose_again(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.hides(&part("banner")).await?;
    let all = ["preferences", "analytics", "media", "marketing"];
    assert_eq!(chosen(&page).await?, all);
    assert_eq!(page.tells("choice").await?.detail["categories"], json!(all));
    let months = lifetime(&page, false).await?;
    assert!((11.9..12.1).contains(&months), "kept for {months} months");

    page.reload().await?;
    page.ready().await?;
    assert_eq!(
        page.count(&part("banner")).await?,
        0,
        "nobody is asked twice"
    );
    assert!(allows(&page, "analytics").await?);

    page.click("[data-council-notice=preferences]").await?;
    page.shows(&part("preferences")).await?;
    let script = "return shown(arguments[0]).map((category) => [category.dataset.category, category.querySelector('input')?.checked ?? null])";
    let categories: Value = page.js(script, json!([part("category")])).await?;
    let on = json!([
        ["essential", null],
        ["preferences", true],
        ["analytics", true],
        ["media", true],
        ["marketing", true]
    ]);
    assert_eq!(categories, on);
    page.click("[part~=category] input[name=analytics]").await?;
    page.click("[part~=category] input[name=marketing]").await?;
    page.click(&part("save")).await?;
    page.hides(&part("preferences")).await?;
    assert_eq!(chosen(&page).await?, ["preferences", "media"]);
    assert!(!allows(&page, "analytics").await? && allows(&page, "media").await?);

    page.reload().await?;
    page.ready().await?;
    assert_eq!(page.count(&part("banner")).await?, 0);
    assert!(!allows(&page, "analytics").await? && allows(&page, "media").await?);
    Ok(())
}

async fn reject_is_one_click(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    assert!(chosen(&page).await?.is_empty());
    for category in ["preferences", "analytics", "media", "marketing"] {
        assert!(!allows(&page, category).await?, "{category} was refused");
    }
    assert!(allows(&page, "essential").await?);
    let months = lifetime(&page, false).await?;
    assert!((5.9..6.1).contains(&months), "kept for {months} months");
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await?;
    page.reload().await?;
    page.ready().await?;
    assert_eq!(
        page.count(&part("banner")).await?,
        0,
        "a refusal is kept as well"
    );
    Ok(())
}

pub(crate) async fn nothing_before_the_choice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/cookies.html").await?;
    page.shows(&part("banner")).await?;
    page.tells("notice").await?;
    let script = "return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases?.() ?? []).length, (await caches.keys()).length]";
    let stored: Value = page
        .js(&format!("return (async () => {{ {script} }})()"), json!([]))
        .await?;
    assert_eq!(stored, json!(["", 0, 0, 0, 0]));
    let cookies = browser.driver.get_all_cookies().await?;
    assert!(cookies.is_empty(), "{cookies:?}");
    for category in ["preferences", "analytics", "media", "marketing"] {
        assert!(!allows(&page, category).await?, "{category} waits");
    }
    let choice: Value = page.js("return CouncilNotice.choice()", json!([])).await?;
    assert!(choice.is_null());
    let paths = page.paths();
    let waiting = ["/demo/gated.js", "/demo/frame.html"];
    assert!(
        !paths.iter().any(|path| waiting.contains(&path.as_str())),
        "{paths:?}"
    );
    Ok(())
}

async fn a_bad_record_is_no_record(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.click(&part("accept")).await?;
    let good = page
        .record()
        .await?
        .ok_or_else(|| Failure("no record".into()))?;
    let parts: Vec<&str> = good.split('.').collect();
    let [one, revision, time, id, all] = parts[..] else {
        return Err(Failure(format!("the record has another shape: {good}")));
    };
    let bad = [
        format!("2.{revision}.{time}.{id}.{all}"),
        format!("{one}.999.{time}.{id}.{all}"),
        format!("{one}.{revision}.9999999999.{id}.{all}"),
        format!("{one}.{revision}.1000000000.{id}.{all}"),
        format!("{one}.{revision}.{time}.{id}.{all}~everything"),
        format!("{one}.{revision}.{time}.{id}.analytics~analytics"),
        format!("{good}{good}"),
        good[..good.len() - 3].to_owned(),
        "all".to_owned(),
        "%E0%A4%A".to_owned(),
    ];
    for record in bad {
        page.run(
            "document.cookie = `council_notice=${arguments[0]};path=/`",
            json!([record]),
        )
        .await?;
        page.reload().await?;
        page.ready().await?;
        page.shows(&part("banner")).await?;
        assert!(
            !allows(&page, "analytics").await?,
            "{record} opened the gate"
        );
    }
    page.run(
        "document.cookie = `council_notice=${arguments[0]};path=/`",
        json!([good]),
    )
    .await?;
    page.reload().await?;
    page.ready().await?;
    assert!(
        allows(&page, "analytics").await?,
        "the good one still counts"
    );
    Ok(())
}

async fn the_api(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.ready().await?;
    page.run("__seen.heard = []; CouncilNotice.onChoice((choice) => __seen.heard.push(choice?.categories.join() ?? 'forgotten'))", json!([]))
        .await?;
    page.run("CouncilNotice.accept(['analytics'])", json!([]))
        .await?;
    assert_eq!(chosen(&page).await?, ["analytics"]);
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    assert!(allows(&page, "marketing").await?);
    page.run("CouncilNotice.withdraw()", json!([])).await?;
    assert!(chosen(&page).await?.is_empty());
    page.run(
        "CouncilNotice.accept('all'); CouncilNotice.reject()",
        json!([]),
    )
    .await?;
    assert!(!allows(&page, "marketing").await?);
    let heard: Vec<String> = page.js("return __seen.heard", json!([])).await?;
    let all = "preferences,analytics,media,marketing";
    assert_eq!(heard, ["analytics", all, "", all, ""]);
    // A late listener hears the present state at once.
    let late: Value = page
        .js("let heard = null; CouncilNotice.onChoice((choice) => { heard = choice?.categories }); return heard", json!([]))
        .await?;
    assert_eq!(late, json!([]));
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.tells("reset").await?;
    page.hides(&part("preferences")).await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.record().await?, None);
    Ok(())
}

async fn only_settings(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for mode in ["settings", "off"] {
        page.open(&format!("{PLAIN}?cookies={mode}")).await?;
        page.ready().await?;
        page.click("[data-council-notice=preferences]").await?;
        page.shows(&part("preferences")).await?;
        assert_eq!(
            page.count(&part("banner")).await?,
            0,
            "data-cookies={mode} shows no banner"
        );
        assert!(
            !allows(&page, "analytics").await?,
            "not asked is not granted"
        );
    }
    Ok(())
}

/// Global Privacy Control: not asked, not granted, told so; the controls stay.
pub(crate) async fn a_signal_is_a_refusal(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/signal.html").await?;
    page.shows(&part("confirmation")).await?;
    assert_eq!(page.count(&part("banner")).await?, 0, "nobody is asked");
    assert_eq!(page.record().await?, None, "and nothing is stored");
    for category in ["preferences", "analytics", "media", "marketing"] {
        assert!(!allows(&page, category).await?, "{category}");
    }
    page.click("a[href=\"#council-notice-preferences\"]")
        .await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.hides(&part("confirmation")).await?;
    page.reload().await?;
    page.ready().await?;
    assert_eq!(
        page.count("[part~=banner], [part~=confirmation]").await?,
        0,
        "said once"
    );
    // Their address opens them: on a page that is there, and on one that is opened with it.
    page.run("location.hash = 'council-notice-preferences'", json!([]))
        .await?;
    for landed in [false, true] {
        if landed {
            page.reload().await?;
        }
        page.shows(&part("preferences")).await?;
        page.press(Key::Escape).await?;
        page.hides(&part("preferences")).await?;
    }
    // The visitor may still say yes.
    page.click("main [data-council-notice=accept]").await?;
    let ran = "return __seen.ran.length === 1";
    page.until("the script ran", ran, json!([])).await?;
    page.open("__test/signal.html").await?;
    page.until("and runs on the next page", ran, json!([]))
        .await?;
    page.click("main [data-council-notice=reject]").await?;
    assert!(chosen(&page).await?.is_empty());
    Ok(())
}

async fn a_page_with_nothing_costs_the_gate_alone(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.paths(), ["/council-notice.js"], "until the choice");
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    page.server.forget();
    page.reload().await?;
    page.ready().await?;
    // Beyond the gate's first look at what the page has stored, half a second after it starts.
    page.run(
        "return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 700, null)))",
        json!([]),
    )
    .await?;
    let again = page.paths();
    // The browser may ask the gate anew or take it from its cache; it asks for nothing else.
    assert!(
        again.is_empty() || again == ["/council-notice.js"],
        "{again:?}"
    );
    Ok(())
}

async fn allows(page: &Page<'_>, category: &str) -> Outcome<bool> {
    page.js(
        "return CouncilNotice.allows(arguments[0])",
        json!([category]),
    )
    .await
}

/// The categories in the record, once it is there, in the contract's form.
async fn chosen(page: &Page<'_>) -> Outcome<Vec<String>> {
    let record = page
        .record()
        .await?
        .ok_or_else(|| Failure("no record".into()))?;
    let parts: Vec<&str> = record.split('.').collect();
    let [version, revision, time, id, categories] = parts[..] else {
        return Err(Failure(format!("not a record: {record}")));
    };
    assert_eq!(version, "1");
    for number in [revision, time, id] {
        assert!(
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()),
            "{record}"
        );
    }
    Ok(match categories {
        "0" => Vec::new(),
        list => list.split('~').map(str::to_owned).collect(),
    })
}

/// How long the record is kept, in months; what else its cookie must be is checked on the way.
pub(crate) async fn lifetime(page: &Page<'_>, https: bool) -> Outcome<f64> {
    let Cookie {
        path,
        secure,
        same_site,
        expiry,
        ..
    } = page
        .browser
        .driver
        .get_named_cookie("council_notice")
        .await?;
    assert_eq!(path.as_deref(), Some("/"));
    assert_eq!(secure, Some(https), "Secure on https");
    assert_eq!(same_site, Some(SameSite::Lax));
    let now: i64 = page
        .js("return Math.floor(Date.now() / 1000)", json!([]))
        .await?;
    let left = expiry.unwrap_or_default() - now;
    // Days are well within what a float holds.
    #[allow(clippy::cast_precision_loss)]
    Ok(left as f64 / 86_400.0 / (365.0 / 12.0))
}
