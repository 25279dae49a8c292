//! Google's Consent Mode v2: what a tag manager hears, in what order, whenever it comes.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Failure, Outcome, Page, dist, part, scenarios},
    server::Behaviour,
};

scenarios![Plain in Turn:
    first_visit_and_each_choice, repeat_visit, a_tag_manager_after_ours, without_the_fragment, a_privacy_signal,
    a_fragment_of_an_older_policy, odd_entries, no_list, a_list_that_throws_once, under_a_strict_policy, without_the_tags_attribute, exempt_statistics,
];

const PAGE: &str = "__test/consent-mode.html?consent-mode=google";

/// What the tag manager hears: `kind` with every signal granted that follows one of the categories.
fn says(kind: &str, allowed: &[&str]) -> Value {
    let word = |category| {
        if allowed.contains(&category) {
            "granted"
        } else {
            "denied"
        }
    };
    json!(["consent", kind, {
        "ad_storage": word("marketing"),
        "ad_user_data": word("marketing"),
        "ad_personalization": word("marketing"),
        "analytics_storage": word("analytics"),
        "functionality_storage": word("preferences"),
        "personalization_storage": word("preferences"),
        "security_storage": "granted",
    }])
}

const EVERY: [&str; 4] = ["preferences", "analytics", "media", "marketing"];

/// Waits until so much was heard, and gives all of it.
async fn heard(page: &Page<'_>, count: usize) -> Outcome<Vec<Value>> {
    let enough = "return __seen.ran.length >= arguments[0]";
    page.until(&format!("{count} heard"), enough, json!([count]))
        .await?;
    page.js("return __seen.ran", json!([])).await
}

/// Waits until the deferred module is there: what it has to say of its own accord is said.
async fn settled(page: &Page<'_>) -> Outcome {
    page.ready().await?;
    let loaded = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /deferred\\./.test(name) && responseEnd > 0)";
    page.until("the deferred module loads", loaded, json!([]))
        .await?;
    let rest = "return new Promise((done) => setTimeout(done, 200, null))";
    page.run(rest, json!([])).await
}

/// The page's list, without its fragment, as it stands before the tag; the commands in it after an acceptance and a
/// withdrawal.
async fn commands(browser: &Browser, list: &str) -> Outcome<Vec<Value>> {
    let script = format!("<script>{list}</script></head>");
    let behaviour = Behaviour::default().edit("/__test/plain.html", "</head>", &script);
    let page = browser.visit(behaviour).await?;
    page.open("__test/plain.html?consent-mode=google").await?;
    settled(&page).await?;
    for call in ["accept('all')", "reject()"] {
        choose(&page, call).await?;
        settled(&page).await?;
    }
    let said = "return [...window.dataLayer].filter((entry) => { try { return entry[0] === 'consent' && typeof entry !== 'string' } catch { return false } }).map((entry) => [...entry])";
    let all = page.js(said, json!([])).await;
    page.browser.quiet().await?;
    all
}

/// Pages put anything into the list.
async fn odd_entries(browser: &Browser) -> Outcome {
    let odd = "window.dataLayer = [undefined, null, 7, true, '', 'consent', Symbol('s'), [], ['consent'], ['consent', 'default', null], { get 0() { throw 1 } }, new Proxy({}, { get() { throw 2 } }), () => {}]; dataLayer.push(undefined)";
    let told = commands(browser, odd).await?;
    let ours = [
        says("default", &[]),
        says("update", &EVERY),
        says("update", &[]),
    ];
    assert_eq!(told[told.len() - 3..], ours);
    Ok(())
}

/// Or have something else under its name.
async fn no_list(browser: &Browser) -> Outcome {
    for list in [
        "window.dataLayer = null",
        "window.dataLayer = 7",
        "window.dataLayer = {}",
        "window.dataLayer = 'list'",
    ] {
        let told = commands(browser, list).await?;
        let ours = [
            says("default", &[]),
            says("update", &EVERY),
            says("update", &[]),
        ];
        assert_eq!(told, ours, "{list}");
    }
    Ok(())
}

/// What could not be said at the start is said with the first choice.
async fn a_list_that_throws_once(browser: &Browser) -> Outcome {
    let list = "window.dataLayer = []; const push = dataLayer.push; let once = true; dataLayer.push = function (...all) { if (once) { once = false; throw new Error('not yet') } return push.apply(this, all) }";
    let told = commands(browser, list).await?;
    assert_eq!(told.first(), Some(&says("default", &[])));
    assert_eq!(told.last(), Some(&says("update", &[])), "the withdrawal");
    assert!(told.contains(&says("update", &EVERY)));
    Ok(())
}

async fn choose(page: &Page<'_>, call: &str) -> Outcome {
    page.run(&format!("CouncilNotice.{call}"), json!([])).await
}

async fn first_visit_and_each_choice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PAGE).await?;
    page.shows(&part("banner")).await?;
    settled(&page).await?;
    let first = [json!("tag manager"), says("default", &[])];
    assert_eq!(heard(&page, 2).await?, first, "nothing is granted unasked");
    let ours = |path: &String| {
        path == "/council-notice.js"
            || path.starts_with("/deferred.")
            || path.starts_with("/gated.")
    };
    assert!(page.paths().iter().all(ours), "{:?}", page.paths());

    page.click(&part("accept")).await?;
    let update = says("update", &EVERY);
    assert_eq!(
        heard(&page, 4).await?[2..],
        [update, json!("analytics")],
        "told before what it allows"
    );
    choose(&page, "accept(['preferences'])").await?;
    assert_eq!(heard(&page, 5).await?[4], says("update", &["preferences"]));
    choose(&page, "withdraw()").await?;
    assert_eq!(heard(&page, 6).await?[5], says("update", &[]));
    choose(&page, "reset()").await?;
    assert_eq!(heard(&page, 7).await?[6], says("update", &[]));
    Ok(())
}

async fn repeat_visit(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PAGE).await?;
    settled(&page).await?;
    choose(&page, "accept(['analytics', 'marketing'])").await?;
    let record = page.record().await?.unwrap_or_default();
    page.reload().await?;
    settled(&page).await?;
    let known = says("update", &["analytics", "marketing"]);
    // At once: the tag manager came before our script.
    let at_once = [
        json!("tag manager"),
        says("default", &[]),
        known,
        json!("analytics"),
    ];
    assert_eq!(heard(&page, 4).await?, at_once, "and not said twice");

    // What the gate would not take as its record allows nothing here either.
    let write = "document.cookie = `council_notice=${arguments[0]};path=/`";
    for bad in [
        record.replacen("1.", "2.", 1),
        format!("{record}~everything"),
        format!("{record}~analytics"),
        format!("{record}{record}"),
        record.replace('.', "%2E"),
        "all".to_owned(),
    ] {
        page.run(write, json!([bad])).await?;
        page.reload().await?;
        settled(&page).await?;
        let closed = [json!("tag manager"), says("default", &[])];
        assert_eq!(heard(&page, 2).await?, closed, "{bad}");
    }
    Ok(())
}

/// An asynchronous tag manager may come last: it finds the same, in the same order.
async fn a_tag_manager_after_ours(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("{PAGE}&manager=later")).await?;
    settled(&page).await?;
    choose(&page, "accept(['marketing'])").await?;
    choose(&page, "reject()").await?;
    let later = "document.head.append(Object.assign(document.createElement('script'), { src: '/__test/tag-manager.js?now' }))";
    page.run(later, json!([])).await?;
    let order = [
        json!("tag manager"),
        says("default", &[]),
        says("update", &["marketing"]),
        says("update", &[]),
    ];
    assert_eq!(heard(&page, 4).await?, order);
    Ok(())
}

/// Too late for a tag manager that is at work already, but still before any content of ours.
async fn without_the_fragment(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/consent-mode-bare.html?consent-mode=google")
        .await?;
    settled(&page).await?;
    assert_eq!(
        heard(&page, 2).await?,
        [json!("tag manager"), says("default", &[])]
    );
    choose(&page, "accept('all')").await?;
    assert_eq!(
        heard(&page, 4).await?[2..],
        [says("update", &EVERY), json!("analytics")]
    );
    page.reload().await?;
    let order = [
        json!("tag manager"),
        says("default", &[]),
        says("update", &EVERY),
        json!("analytics"),
    ];
    assert_eq!(heard(&page, 4).await?, order);
    Ok(())
}

async fn a_privacy_signal(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/consent-mode-signal.html?consent-mode=google")
        .await?;
    page.shows(&part("confirmation")).await?;
    settled(&page).await?;
    assert_eq!(
        heard(&page, 2).await?,
        [json!("tag manager"), says("default", &[])]
    );
    // The visitor may still say yes.
    choose(&page, "accept(['analytics'])").await?;
    assert_eq!(heard(&page, 3).await?[2], says("update", &["analytics"]));
    Ok(())
}

/// Statistics without consent: granted from the start by fragment and deferred module alike, until somebody objects or a signal does.
async fn exempt_statistics(browser: &Browser) -> Outcome {
    let fragment = "{consent-mode}";
    let behaviour = Behaviour::default()
        .exempt(&["analytics"])
        .edit(fragment, r#"["analytics"],["media""#, r#"["media""#)
        // The list behind it is that of what is exempt, by the name that the minifier has given it.
        .edit(
            fragment,
            r#"["marketing"]],e=[]"#,
            r#"["marketing"]],e=[["analytics"]]"#,
        );
    let page = browser.visit(behaviour).await?;
    for path in [PAGE, "__test/consent-mode-bare.html?consent-mode=google"] {
        page.open(path).await?;
        settled(&page).await?;
        let first = heard(&page, 3).await?;
        let granted = says("default", &["analytics"]);
        assert_eq!(first, [json!("tag manager"), granted, json!("analytics")]);
        choose(&page, "reject()").await?;
        assert_eq!(
            heard(&page, 4).await?[3],
            says("update", &[]),
            "an objection"
        );
        page.reload().await?;
        settled(&page).await?;
        let objected = [json!("tag manager"), says("default", &[])];
        assert_eq!(heard(&page, 2).await?, objected, "is kept");
        choose(&page, "reset()").await?;
        assert_eq!(heard(&page, 3).await?[2], says("update", &["analytics"]));
    }
    page.open("__test/consent-mode-signal.html?consent-mode=google")
        .await?;
    settled(&page).await?;
    let denied = [json!("tag manager"), says("default", &[])];
    assert_eq!(heard(&page, 2).await?, denied, "the signal objects");
    Ok(())
}

/// Whoever pasted the fragment and forgot it: what it grants to an old record is taken back.
async fn a_fragment_of_an_older_policy(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/consent-mode-bare.html?consent-mode=google&old=yes")
        .await?;
    settled(&page).await?;
    let order = [
        json!("tag manager"),
        says("update", &EVERY),
        says("update", &[]),
    ];
    assert_eq!(heard(&page, 3).await?, order);
    Ok(())
}

/// The hash that the fragment names lets it run where no other inline script may.
async fn under_a_strict_policy(browser: &Browser) -> Outcome {
    let fragment = std::fs::read_to_string(dist().join("consent-mode.html"))?;
    let hash = fragment
        .split('\'')
        .find(|one| one.starts_with("sha256-"))
        .ok_or_else(|| Failure("the fragment names no hash".into()))?;
    let policy = format!(
        "default-src 'none'; script-src 'self' '{hash}'; connect-src 'self'; img-src 'self'"
    );
    let page = browser
        .visit(Behaviour::default().policy("consent-mode", &policy))
        .await?;
    page.open(PAGE).await?;
    settled(&page).await?;
    assert_eq!(
        heard(&page, 2).await?,
        [json!("tag manager"), says("default", &[])]
    );
    let refused: Vec<String> = page.js("return __seen.refused", json!([])).await?;
    assert!(refused.is_empty(), "{refused:?}");
    Ok(())
}

/// Nobody who does not ask for it hears anything.
async fn without_the_tags_attribute(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/consent-mode-bare.html").await?;
    page.ready().await?;
    choose(&page, "accept('all')").await?;
    assert_eq!(heard(&page, 2).await?, ["tag manager", "analytics"]);
    Ok(())
}
