//! The receipt of a choice: on view, to keep, and posted once where the tag asks for it.

use notice::cookies::{EventState, Receipt};
use serde_json::{Value, json};
use tokio::time::{Duration, Instant, sleep};

use crate::{
    harness::{Browser, Engine, Failure, Outcome, Page, part, scenarios},
    server::{Behaviour, KEPT},
};

scenarios![Plain:
    posted_as_the_type_says, another_tabs_choice_is_its_own_to_post, it_waits_for_the_network,
    a_failing_endpoint_disturbs_nobody, a_slow_server_undoes_no_withdrawal, on_view_and_to_keep,
    nothing_leaves_unasked,
];

const POSTED: &str = "__test/plain.html?record-url=/__test/record";

/// The receipts that the endpoint has got.
fn posted(page: &Page<'_>) -> Vec<Receipt> {
    let requests = page.requests().into_iter();
    requests
        .filter(|request| request.path == "/__test/record")
        .map(|request| serde_json::from_str(&request.body).expect("a receipt, and nothing more"))
        .collect()
}

/// Waits until there are that many receipts.
async fn wait(page: &Page<'_>, count: usize) -> Outcome<Vec<Receipt>> {
    let end = Instant::now() + Duration::from_secs(15);
    loop {
        let receipts = posted(page);
        if receipts.len() >= count {
            return Ok(receipts);
        }
        if Instant::now() > end {
            return Err(Failure(format!("{receipts:?} and no more were posted")));
        }
        sleep(Duration::from_millis(25)).await;
    }
}

/// Long enough for a second receipt to arrive, were one sent.
async fn settle(page: &Page<'_>) -> Outcome {
    let script =
        "return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300, null)))";
    page.run(script, json!([])).await
}

fn state(receipt: &Receipt, purpose: &str) -> Option<EventState> {
    let event = receipt
        .events
        .iter()
        .find(|event| event.purpose_id == purpose);
    event.map(|event| event.event_state)
}

async fn posted_as_the_type_says(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(POSTED).await?;
    page.shows(&part("banner")).await?;
    page.run("CouncilNotice.accept(['analytics'])", json!([]))
        .await?;
    let [receipt] = &wait(&page, 1).await?[..] else {
        return Err(Failure("more than one receipt".into()));
    };
    let record = page.record().await?.unwrap_or_default();
    let parts: Vec<_> = record.split('.').collect();
    assert_eq!(receipt.schema_version, "ISO/IEC TS 27560:2023");
    assert_eq!(receipt.record_id, parts[3]);
    assert_eq!(receipt.policy.revision.to_string(), parts[1]);
    assert_eq!(receipt.policy.checksum.len(), 16);
    assert_eq!(receipt.language, "en");
    assert_eq!(receipt.privacy_notice[0].version, receipt.policy.checksum);
    assert_eq!(
        receipt.party_identification[0].party_name,
        "Derby City Council"
    );
    let time: String = page
        .js(
            "return new Date(arguments[0] * 1000).toISOString()",
            json!([parts[2].parse::<u64>().unwrap_or_default()]),
        )
        .await?;
    assert!(
        receipt
            .events
            .iter()
            .all(|event| event.event_time == time && event.validity_duration == "P12M")
    );
    assert_eq!(state(receipt, "analytics"), Some(EventState::Given));
    assert_eq!(state(receipt, "media"), Some(EventState::Refused));
    assert_eq!(state(receipt, "demo-map"), Some(EventState::Refused));
    assert_eq!(receipt.events.len(), receipt.purposes.len());

    page.run("CouncilNotice.reject()", json!([])).await?;
    let receipts = wait(&page, 2).await?;
    assert_eq!(
        state(&receipts[1], "analytics"),
        Some(EventState::Withdrawn)
    );
    assert_eq!(receipts[1].events[0].validity_duration, "P6M");
    page.reload().await?;
    page.ready().await?;
    settle(&page).await?;
    assert_eq!(posted(&page).len(), 2, "a choice is posted once");

    // Whoever follows a link with the same click has left before another host has said that it may be posted to.
    let partner = page.server.partner();
    page.open(&format!(
        "__test/plain.html?record-url={partner}__test/record?keep-slowly"
    ))
    .await?;
    let known = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /receipt\\./.test(name) && responseEnd > 0)";
    page.until("its terms are there", known, json!([])).await?;
    settle(&page).await?;
    let leave = "CouncilNotice.accept('all'); location.assign('/__test/blank.html')";
    page.run(leave, json!([])).await?;
    let receipts = wait(&page, 3).await?;
    assert_eq!(state(&receipts[2], "media"), Some(EventState::Given));
    Ok(())
}

async fn another_tabs_choice_is_its_own_to_post(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(POSTED).await?;
    page.click(&part("reject")).await?;
    wait(&page, 1).await?;
    let other = "
        const [version, revision, time, id] = document.cookie.split('council_notice=')[1].split('.');
        document.cookie = `council_notice=${[version, revision, time, (id ^ 1) >>> 0, 'media'].join('.')};Path=/`;
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    page.run(other, json!([])).await?;
    page.until(
        "it is heard of",
        "return CouncilNotice.allows('media')",
        json!([]),
    )
    .await?;
    settle(&page).await?;
    assert_eq!(posted(&page).len(), 1);
    Ok(())
}

async fn it_waits_for_the_network(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(POSTED).await?;
    page.shows(&part("banner")).await?;
    let end = Instant::now() + Duration::from_secs(15);
    while !page
        .paths()
        .iter()
        .any(|path| path.starts_with("/receipt."))
    {
        assert!(
            Instant::now() < end,
            "its terms are fetched while there is a network"
        );
        sleep(Duration::from_millis(25)).await;
    }
    network(&page, false).await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    settle(&page).await?;
    assert_eq!(posted(&page).len(), 0);
    network(&page, true).await?;
    wait(&page, 1).await?;
    settle(&page).await?;
    assert_eq!(posted(&page).len(), 1, "sent once");
    Ok(())
}

/// Takes the network away, or gives it back. Only Chromium can be told to; the others' pages are made to believe it.
async fn network(page: &Page<'_>, on: bool) -> Outcome {
    if page.browser.engine == Engine::Chromium {
        let conditions = json!({ "offline": !on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        let cdp = page.browser.driver.cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.emulateNetworkConditions", conditions)
            .await?;
        return Ok(());
    }
    let script = "
        __seen.fetch ||= window.fetch;
        window.fetch = arguments[0] ? __seen.fetch : () => Promise.reject(new TypeError('no network'));
        Object.defineProperty(navigator, 'onLine', { value: arguments[0], configurable: true });
        dispatchEvent(new Event(arguments[0] ? 'online' : 'offline'))";
    page.run(script, json!([on])).await
}

async fn a_failing_endpoint_disturbs_nobody(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html?record-url=/__test/nowhere")
        .await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert_eq!(page.tells("error").await?.detail["stage"], "record");
    assert!(
        page.js::<bool>("return CouncilNotice.allows('media')", json!([]))
            .await?
    );
    settle(&page).await?;
    assert_eq!(page.told("error").await?.len(), 1, "said once");
    Ok(())
}

/// Browsers that forget in a week what scripts set keep what a server sets.
pub(crate) async fn a_server_may_keep_the_record(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("{POSTED}?keep")).await?;
    page.click(&part("accept")).await?;
    let made = page.record().await?;
    wait(&page, 1).await?;
    kept(&page, "~marketing").await?;
    page.reload().await?;
    page.ready().await?;
    assert_eq!(page.record().await?, made);
    assert!(
        page.js::<bool>("return CouncilNotice.allows('marketing')", json!([]))
            .await?
    );
    assert_eq!(page.count(&part("banner")).await?, 0);
    Ok(())
}

/// Waits until the record is the server's own, and ends so.
pub(crate) async fn kept(page: &Page<'_>, end: &str) -> Outcome {
    let limit = Instant::now() + Duration::from_secs(15);
    loop {
        let driver = &page.browser.driver;
        let cookie = driver.get_named_cookie("council_notice").await?;
        let now: i64 = page
            .js("return Math.floor(Date.now() / 1000)", json!([]))
            .await?;
        let left = cookie.expiry.unwrap_or_default() - now;
        if (left - i64::from(KEPT)).abs() < 100 && cookie.value.ends_with(end) {
            return Ok(());
        }
        assert!(
            Instant::now() < limit,
            "the server's cookie is not kept: {} for {left} s",
            cookie.value
        );
        sleep(Duration::from_millis(25)).await;
    }
}

/// Withdrawn while the endpoint still thinks about the acceptance, which its reply writes once more.
async fn a_slow_server_undoes_no_withdrawal(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("{POSTED}?keep-slowly")).await?;
    page.click(&part("accept")).await?;
    wait(&page, 1).await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    let receipts = wait(&page, 2).await?;
    assert_eq!(
        state(&receipts[1], "analytics"),
        Some(EventState::Withdrawn)
    );
    kept(&page, ".0").await?;
    page.reload().await?;
    page.ready().await?;
    let allowed = "return CouncilNotice.allows('analytics')";
    assert!(!page.js::<bool>(allowed, json!([])).await?);
    settle(&page).await?;
    assert_eq!(posted(&page).len(), 2, "and nothing more is posted");
    Ok(())
}

async fn on_view_and_to_keep(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form")
        .await?;
    let notice = page.tells("notice").await?.detail;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    settle(&page).await?;
    assert_eq!(page.count(".receipt *").await?, 0, "no choice, no receipt");
    page.click("[name=analytics]").await?;
    page.click(&part("save")).await?;
    page.hides(&part("preferences")).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.click(".receipt summary").await?;
    let record = page.record().await?.unwrap_or_default();
    let number = record.split('.').nth(3).unwrap_or_default().to_owned();
    let rows: Vec<String> = page
        .js(
            "return shown('.receipt dd').map((row) => row.innerText)",
            json!([]),
        )
        .await?;
    assert_eq!(rows.len(), 5, "{rows:?}");
    assert_eq!(rows[0], number);
    for date in [&rows[1], &rows[4]] {
        // As people here write them, in a browser from anywhere: 30 November 2026.
        let [day, month, year] = date.split(' ').take(3).collect::<Vec<_>>()[..] else {
            return Err(Failure(format!("{date} is no date")));
        };
        assert!(day.len() <= 2 && day.parse::<u8>().is_ok(), "{date}");
        assert!(month.chars().all(char::is_alphabetic), "{date}");
        assert_eq!(year.trim_end_matches(',').len(), 4, "{date}");
    }
    assert_eq!(rows[2], "Statistics");
    assert_eq!(rows[3], "Preferences · Videos and maps · Campaigns");
    let catch = "
        URL.createObjectURL = (blob) => ((__seen.blob = blob), 'data:,');
        HTMLAnchorElement.prototype.click = function () { __seen.name = this.download; }";
    page.run(catch, json!([])).await?;
    page.click(".receipt button").await?;
    page.until("it is saved", "return Boolean(__seen.name)", json!([]))
        .await?;
    let saved: Value = page
        .js(
            "return __seen.blob.text().then((text) => [__seen.name, JSON.parse(text)])",
            json!([]),
        )
        .await?;
    assert_eq!(saved[0], format!("cookie-choice-{number}.json"));
    let receipt: Receipt = serde_json::from_value(saved[1].clone()).expect("a receipt");
    assert_eq!(receipt.record_id, number);
    let [_, shown] = &receipt.privacy_notice[..] else {
        return Err(Failure(format!("{:?}", receipt.privacy_notice)));
    };
    // Told before anything had the receipt's makers come.
    assert_eq!(notice["id"], *shown.id);
    assert_eq!(notice["version"], *shown.version);
    let address = page.server.home() + "notices/connect-derby/";
    assert_eq!(shown.url, address);
    assert_eq!(state(&receipt, "analytics"), Some(EventState::Given));
    Ok(())
}

async fn nothing_leaves_unasked(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    settle(&page).await?;
    let sent = page
        .requests()
        .into_iter()
        .filter(|request| request.method != "GET");
    assert_eq!(sent.count(), 0);
    Ok(())
}
