//! Over https: the record is `Secure`, and so may be what is removed; a page of the same host on http sees neither.

use serde_json::{Value, json};
use thirtyfour::Cookie;

use crate::{
    cookies::lifetime,
    harness::{Browser, Engine, Outcome, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: removed_whatever_its_attributes, one_choice_beside_http, from_the_text_of_a_frame];

const DEEP: &str = "__test/deep/er/page.html";
const PLAIN: &str = "__test/plain.html";
const NAMES: &str = "document.cookie.split('; ').map((pair) => pair.split('=')[0]).filter((name) => name !== 'council_notice')";

fn host(engine: Engine) -> String {
    format!("secure.{}", engine.council())
}

async fn removed_whatever_its_attributes(browser: &Browser) -> Outcome {
    // As if the names with a prefix were declared as well.
    let behaviour =
        Behaviour::default().edit("/deferred.", r#""demo_visits""#, r#""*demo_visits""#);
    let page = browser.visit(behaviour).await?;
    page.open_secure(&host(browser.engine), DEEP).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert!((11.9..12.1).contains(&lifetime(&page, true).await?));

    let store = "
        const partition = ';Secure;SameSite=None;Partitioned';
        for (const [name, attributes] of [
            ['demo_visits', ''],
            ['demo_visits', ';Path=/'],
            ['demo_visits', ';Secure;Path=/__test'],
            ['demo_visits', ';Secure;SameSite=Strict;Path=/__test/deep/'],
            ['demo_visits', `;Path=/;Domain=${location.hostname}`],
            ['demo_visits', `;Secure;Domain=${arguments[0]}`],
            ['demo_visits', `;Secure;SameSite=None;Path=/;Domain=${arguments[0]}`],
            ['__Secure-demo_visits', `;Secure;Domain=${arguments[0]}`],
            ['__Host-demo_visits', ';Secure;Path=/'],
            ['demo_visits', partition],
            ['demo_visits', partition + `;Path=/;Domain=${arguments[0]}`],
            ['__Host-demo_visits', partition + ';Path=/'],
            ['sign_in', ';Secure;Path=/'],
        ]) document.cookie = `${name}=1${attributes}`;";
    page.run(store, json!([browser.engine.council()])).await?;
    let all: Vec<String> = page.js(&format!("return {NAMES}"), json!([])).await?;
    // WebKitGTK has no partitions: there these three take the places of others.
    let partitioned = browser.engine != Engine::WebKit;
    assert_eq!(all.len(), if partitioned { 13 } else { 10 }, "{all:?}");
    let mut unseen = Cookie::new("demo_visits", "unseen");
    unseen.set_path("/__test/deep");
    unseen.set_secure(true);
    unseen.set_http_only(true);
    browser.driver.add_cookie(unseen).await?;

    page.run("CouncilNotice.reject()", json!([])).await?;
    let gone = format!("return {NAMES}.join() === 'sign_in'");
    page.until("only what is not refused is left", &gone, json!([]))
        .await?;
    assert!((5.9..6.1).contains(&lifetime(&page, true).await?));
    assert_eq!(
        page.told("error").await?,
        [],
        "nothing is said of what no script sees"
    );
    // WebKitGTK lets a script end what it does not let it see.
    if browser.engine != Engine::WebKit {
        let left = browser.driver.get_all_cookies().await?;
        assert!(left.iter().any(|one| one.value == "unseen"), "{left:?}");
    }
    leave_nothing(browser).await
}

/// No http page of the council's could share a record while one is kept here, and none could remove it.
async fn leave_nothing(browser: &Browser) -> Outcome {
    Ok(browser.driver.delete_all_cookies().await?)
}

/// What was chosen on http is known on https. What was chosen on https no page on http can see or change: it asks, and
/// what it cannot keep stands as a refusal.
async fn one_choice_beside_http(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let host = host(browser.engine);
    let state = "return [CouncilNotice.choice()?.categories.length ?? null, CouncilNotice.allows('analytics')]";
    page.open_secure(&host, PLAIN).await?;
    page.open_on(&host, PLAIN).await?;
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    let chosen = page.record().await?;

    page.open_secure(&host, PLAIN).await?;
    page.ready().await?;
    assert_eq!(page.js::<Value>(state, json!([])).await?, json!([4, true]));
    assert!(chosen.is_some() && page.record().await? == chosen);
    // Takes the place of the one from http, rather than standing beside it.
    page.run("CouncilNotice.accept(['analytics'])", json!([]))
        .await?;
    let chosen = page.record().await?;
    assert_eq!(page.js::<Value>(state, json!([])).await?, json!([1, true]));
    assert!((11.9..12.1).contains(&lifetime(&page, true).await?));

    page.open_on(&host, PLAIN).await?;
    page.shows(&part("banner")).await?;
    assert_eq!(
        page.js::<Value>(state, json!([])).await?,
        json!([null, false])
    );
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    assert_eq!(page.js::<Value>(state, json!([])).await?, json!([0, false]));
    assert_eq!(page.record().await?, None);
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.shows(&part("banner")).await?;

    page.open_secure(&host, PLAIN).await?;
    page.ready().await?;
    assert_eq!(page.count(&part("banner")).await?, 0);
    assert!(chosen.is_some() && page.record().await? == chosen);
    leave_nothing(browser).await
}

/// A document in `srcdoc` has its page's origin, and no protocol of its own.
async fn from_the_text_of_a_frame(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open_secure(&host(browser.engine), PLAIN).await?;
    page.shows(&part("banner")).await?;
    let frame = "
        const frame = document.createElement('iframe');
        frame.id = 'text';
        frame.srcdoc = `<script src='${location.origin}/council-notice.js'></` + 'script>';
        document.body.append(frame);";
    page.run(frame, json!([])).await?;
    let there = "return !!document.querySelector('#text').contentWindow.CouncilNotice";
    page.until("the frame has the gate", there, json!([]))
        .await?;
    let choose = "document.querySelector('#text').contentWindow.CouncilNotice.accept('all')";
    page.run(choose, json!([])).await?;
    let kept = "return document.cookie.includes('council_notice=')";
    page.until("the choice is kept", kept, json!([])).await?;
    assert!((11.9..12.1).contains(&lifetime(&page, true).await?));
    leave_nothing(browser).await
}
