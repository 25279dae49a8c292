//! The tag's attributes, each absent, empty, `off` and nonsense: one meaning, and nonsense is told.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    service, part_and_audience, form, guardian, cookies, kiosk, language, consent_mode, google_layer, reload,
    domain_and_address, audit;
];

/// Opens the form with these attributes, and waits until all that they ask for has been read.
async fn open(page: &Page<'_>, query: &str) -> Outcome {
    page.open(&format!("__test/form.html?{query}")).await?;
    page.ready().await
}

/// The attributes that were told as not taken, in order, once that many were.
async fn complaints(page: &Page<'_>, count: usize) -> Outcome<Vec<String>> {
    let told = "return __seen.events.filter(({ name, detail }) => name === 'error' && detail.stage === 'options').map(({ detail }) => detail.message)";
    if count > 0 {
        page.until(
            &format!("{count} complaints"),
            &format!("return (() => {{ {told} }})().length >= arguments[0]"),
            json!([count]),
        )
        .await?;
    }
    page.js(told, json!([])).await
}

/// Opens the form, and compares what `script` answers, as soon as it does, and what is told of attributes.
async fn means(
    page: &Page<'_>,
    query: &str,
    script: &str,
    wanted: Value,
    told: &[&str],
) -> Outcome {
    open(page, query).await?;
    page.until(
        &format!("{query} means {wanted}"),
        &format!(
            "return JSON.stringify((() => {{ {script} }})()) === JSON.stringify(arguments[0])"
        ),
        json!([wanted]),
    )
    .await?;
    let messages = complaints(page, told.len()).await?;
    assert_eq!(messages.len(), told.len(), "{query}: {messages:?}");
    for (message, start) in messages.iter().zip(told) {
        assert!(message.starts_with(start), "{query}: {message}");
    }
    Ok(())
}

const PLACED: &str = "form=%23form&service=connect-derby";

async fn service(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let links = "return [...document.querySelectorAll('#form council-notice a')].filter((link) => link.checkVisibility()).map((link) => new URL(link.href).pathname)";
    for query in ["form=%23form", "form=%23form&service="] {
        means(&page, query, links, json!([]), &[]).await?;
    }
    for id in ["off", "no-such-notice"] {
        let told = format!("there is no notice \"{id}\"");
        let link = json!([format!("/notices/{id}/")]);
        means(
            &page,
            &format!("form=%23form&service={id}"),
            links,
            link,
            &[&told],
        )
        .await?;
    }
    Ok(())
}

async fn part_and_audience(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let notice = "const told = __seen.events.find(({ name }) => name === 'notice')?.detail; return told ? [told.id, told.part ?? null, told.audience ?? null] : null";
    let service = "form=%23form&service=customer-management";
    for query in ["", "&part=", "&audience="] {
        let wanted = json!(["customer-management", null, null]);
        means(&page, &format!("{service}{query}"), notice, wanted, &[]).await?;
    }
    let wanted = json!(["customer-management", "visiting", null]);
    means(
        &page,
        &format!("{service}&part=visiting"),
        notice,
        wanted,
        &[],
    )
    .await?;
    for query in ["&part=off", "&audience=nobody"] {
        let told = "the notice \"customer-management\" has no part or audience";
        means(
            &page,
            &format!("{service}{query}"),
            notice,
            Value::Null,
            &[told],
        )
        .await?;
    }
    Ok(())
}

async fn form(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let count = "return document.querySelectorAll('council-notice').length";
    for (value, notices) in [("", 0), ("off", 0), ("%23form", 1)] {
        let query = format!("service=connect-derby&form={value}");
        means(&page, &query, count, json!(notices), &[]).await?;
    }
    let told = ["data-form=\"#form[\" is not a CSS selector"];
    means(
        &page,
        "service=connect-derby&form=%23form%5B",
        count,
        json!(0),
        &told,
    )
    .await
}

async fn guardian(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let asks = "return shown('[part~=notice]').length && shown('[part~=guardian]').length";
    for (query, asked, told) in [
        ("", 1, &[][..]),
        ("&guardian=", 1, &[]),
        ("&guardian=prompt", 1, &[]),
        ("&guardian=%20require%20", 1, &[]),
        ("&guardian=off", 0, &[]),
        (
            "&guardian=Require!",
            1,
            &["data-guardian=\"Require!\" is not prompt, require or off"],
        ),
    ] {
        open(&page, &format!("{PLACED}{query}")).await?;
        page.shows(&part("notice")).await?;
        means(&page, &format!("{PLACED}{query}"), asks, json!(asked), told).await?;
    }
    Ok(())
}

async fn cookies(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let bars = "return shown('[part~=banner]').length";
    for (query, bar, told) in [
        ("", 1, &[][..]),
        ("cookies=", 1, &[]),
        ("cookies=banner", 1, &[]),
        ("cookies=settings", 0, &[]),
        ("cookies=off", 0, &[]),
        (
            "cookies=bar",
            1,
            &["data-cookies=\"bar\" is not banner, settings or off"],
        ),
        ("cookies-position=", 1, &[]),
        ("cookies-position=bottom", 1, &[]),
        (
            "cookies-position=off",
            1,
            &["data-cookies-position=\"off\" is not bottom or top"],
        ),
        (
            "cookies-position=left",
            1,
            &["data-cookies-position=\"left\" is not bottom or top"],
        ),
    ] {
        means(&page, query, bars, json!(bar), told).await?;
    }
    Ok(())
}

/// A shared screen shows no bar and keeps no record; anything else does.
async fn kiosk(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let state = "return [document.documentElement.dataset.councilNoticeKiosk !== undefined, shown('[part~=banner]').length]";
    let not_seconds = "is not a number of seconds from 30 to 3600";
    for query in ["", "kiosk=off", "kiosk=false"] {
        means(&page, query, state, json!([false, 1]), &[]).await?;
    }
    for (word, taken) in [
        ("", None),
        ("45", None),
        ("%2045%20", None),
        ("2", Some(30)),
        ("99999", Some(3600)),
        ("-5", Some(60)),
        ("1m", Some(60)),
        ("true", Some(60)),
    ] {
        let told =
            taken.map(|taken| format!("data-kiosk=\"{word}\" {not_seconds}: {taken} is used"));
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        means(
            &page,
            &format!("kiosk={word}"),
            state,
            json!([true, 0]),
            &told,
        )
        .await?;
        page.run("CouncilNotice.accept('all')", json!([])).await?;
        assert_eq!(page.record().await?, None, "kiosk={word} keeps nothing");
    }
    Ok(())
}

async fn language(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let spoken = "return document.querySelector('council-notice-cookies')?.lang ?? null";
    for (query, lang) in [
        ("", "en"),
        ("lang=", "en"),
        ("lang=pl", "pl"),
        ("lang=PL", "pl"),
        ("lang=pl-PL", "pl"),
        ("lang=pl_PL", "pl"),
    ] {
        means(&page, query, spoken, json!(lang), &[]).await?;
    }
    for word in ["off", "tlh", "plx", "p"] {
        let told = format!("data-lang=\"{word}\" is not a language of this site");
        means(
            &page,
            &format!("lang={word}"),
            spoken,
            json!("en"),
            &[&told],
        )
        .await?;
    }
    Ok(())
}

const DEFAULT: &str =
    "return (self[LAYER] || []).filter?.((entry) => entry[0] === 'consent').length > 0";

async fn consent_mode(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let speaks = DEFAULT.replace("LAYER", "'dataLayer'");
    let told = &["data-consent-mode"][..];
    for (query, spoken, told) in [
        ("", false, &[][..]),
        ("consent-mode=", false, &[]),
        ("consent-mode=off", false, &[]),
        ("consent-mode=google", true, &[]),
        ("consent-mode=%20Google%20", true, &[]),
        ("consent-mode=yahoo", false, told),
        ("consent-mode=yahoo+google", true, told),
    ] {
        means(&page, query, &speaks, json!(spoken), told).await?;
    }
    Ok(())
}

async fn google_layer(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for (word, name, told) in [
        ("", "dataLayer", &[][..]),
        ("ourLayer", "ourLayer", &[]),
        (
            "our%20layer",
            "dataLayer",
            &["data-google-layer=\"our layer\" is not the name of a variable"],
        ),
    ] {
        let query = format!("consent-mode=google&google-layer={word}");
        let speaks = DEFAULT.replace("LAYER", &format!("'{name}'"));
        means(&page, &query, &speaks, json!(true), told).await?;
    }
    Ok(())
}

async fn reload(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let there = "return shown('[part~=banner]').length";
    for query in ["reload=", "reload=withdrawal", "reload=off"] {
        means(&page, query, there, json!(1), &[]).await?;
    }
    let told = ["data-reload=\"always\" is not withdrawal or off"];
    means(&page, "reload=always", there, json!(1), &told).await
}

async fn domain_and_address(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let there = "return shown('[part~=banner]').length";
    // Whatever else has the deferred module come: a domain by itself is no reason to fetch it.
    for (query, told) in [
        ("guardian=off&cookie-domain=", &[][..]),
        ("guardian=off&cookie-domain=off", &[]),
        (
            "guardian=off&cookie-domain=derby.gov.uk",
            &["data-cookie-domain=\"derby.gov.uk\" is not a domain that this page is in"],
        ),
        ("record-url=", &[]),
        ("record-url=off", &[]),
        (
            "record-url=javascript:0",
            &["data-record-url=\"javascript:0\" is not an address to post to"],
        ),
    ] {
        means(&page, query, there, json!(1), told).await?;
    }
    Ok(())
}

async fn audit(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for (query, laid) in [
        ("", false),
        ("&audit=off", false),
        ("&audit=", true),
        ("&audit=on", true),
    ] {
        open(&page, &format!("{PLACED}&council-notice=audit{query}")).await?;
        page.shows(&part("notice")).await?;
        if laid {
            page.until(
                "the audit is laid over the page",
                "return !!document.querySelector('council-notice-audit')",
                json!([]),
            )
            .await?;
        } else {
            let count: usize = page
                .js("return performance.getEntriesByType('resource').filter(({ name }) => /\\/audit\\./.test(name)).length", json!([]))
                .await?;
            assert_eq!(count, 0, "{query}: nobody fetches it");
        }
    }
    Ok(())
}
