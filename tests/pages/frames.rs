//! Frames, images and links that wait: nobody is contacted before leave is given, and again none after it is taken back.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    images_and_links_wait, a_service_by_itself, covered_again_after_withdrawal, a_sandbox_stays_a_sandbox, nothing_runs_in_a_box,
    the_box_is_legible_anywhere, what_the_page_sorts_by_it, a_frame_that_nobody_sees, under_a_domain_of_its_own,
];

const MEDIA: &str = "__test/media.html";

/// The addresses that waited and were asked for.
async fn asked(page: &Page<'_>) -> Vec<String> {
    let mut paths = page.paths();
    paths.retain(|path| path.starts_with("/__waits/"));
    paths.sort();
    paths.dedup();
    paths
}

async fn images_and_links_wait(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(MEDIA).await?;
    page.shows(&part("banner")).await?;
    assert!(asked(&page).await.is_empty(), "before the choice");
    page.run("CouncilNotice.accept('media')", json!([])).await?;
    let state = "
        const picture = document.getElementById('picture');
        return [picture.srcset, document.querySelector('source').srcset, document.querySelector('[rel=prefetch]').getAttribute('href'),
            document.querySelectorAll('[data-src], [data-srcset], [data-href]').length]";
    let state: Value = page.js(state, json!([])).await?;
    let released = json!([
        "/__waits/large.png 2x, /__waits/middle.png 1x",
        "/__waits/source.png",
        "/__waits/next.html",
        0
    ]);
    assert_eq!(state, released);
    // The image by its density, the picture by its source: each once, and nothing that the browser did not choose.
    let mut left = 200;
    let wanted = ["middle", "source", "style", "video"];
    while !wanted
        .iter()
        .all(|name| page.paths().iter().any(|path| path.contains(name)))
        && left > 0
    {
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        left -= 1;
    }
    let asked = asked(&page).await;
    for name in wanted {
        assert!(
            asked.iter().any(|path| path.contains(name)),
            "{name}: {asked:?}"
        );
    }
    assert!(
        !asked.iter().any(|path| path.contains("spare")),
        "{asked:?}"
    );
    Ok(())
}

/// A category's service, and then all of them: which is the category.
async fn a_service_by_itself(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(MEDIA).await?;
    page.ready().await?;
    page.run("CouncilNotice.accept('demo-map')", json!([]))
        .await?;
    page.until("the map loads", &loaded("map"), json!([]))
        .await?;
    let state = "return [CouncilNotice.choice().categories, ...['demo-map', 'demo-video', 'media'].map(CouncilNotice.allows), __seen.ran]";
    let allowed: Value = page.js(state, json!([])).await?;
    assert_eq!(allowed, json!([["demo-map"], true, false, false, ["map"]]));
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".demo-map"), "{record}");
    assert!(asked(&page).await.is_empty(), "its neighbour waits");
    page.reload().await?;
    page.until("the map loads again", &loaded("map"), json!([]))
        .await?;
    page.run(
        "CouncilNotice.accept(['demo-video', 'demo-map'])",
        json!([]),
    )
    .await?;
    let allowed: Value = page.js(state, json!([])).await?;
    assert_eq!(allowed, json!([["media"], true, true, true, ["map"]]));
    Ok(())
}

/// Whether a frame shows what it was made for, where its document can be seen.
fn loaded(id: &str) -> String {
    format!("return document.getElementById('{id}').contentDocument?.title === 'Framed'")
}

/// Whether the box is in a frame, with its buttons.
fn covered(id: &str) -> String {
    format!(
        "return document.getElementById('{id}').contentDocument?.querySelectorAll('article button').length === 2"
    )
}

async fn covered_again_after_withdrawal(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(MEDIA).await?;
    page.until("it waits", &covered("map"), json!([])).await?;
    let before: Value = page.js("return history.length", json!([])).await?;
    for _ in 0..2 {
        page.run("document.getElementById('map').focus()", json!([]))
            .await?;
        page.run("CouncilNotice.accept('all')", json!([])).await?;
        page.until("it loads", &loaded("map"), json!([])).await?;
        // A keyboard goes on from where it was.
        let focused = "return document.activeElement.id";
        assert_eq!(page.js::<String>(focused, json!([])).await?, "map");
        page.run("CouncilNotice.withdraw()", json!([])).await?;
        page.until("it is covered", &covered("map"), json!([]))
            .await?;
    }
    let ran: usize = page.js("return __seen.ran.length", json!([])).await?;
    assert_eq!(ran, 1, "scripts run once");
    // Shown once is not withdrawn by another choice, but by a refusal of everything.
    page.run(
        "document.getElementById('map').contentDocument.querySelector('button').click()",
        json!([]),
    )
    .await?;
    page.until("it is shown", &loaded("map"), json!([])).await?;
    page.run("CouncilNotice.accept('analytics')", json!([]))
        .await?;
    let still: bool = page.js(&loaded("map"), json!([])).await?;
    assert!(still);
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.until("it is covered", &covered("map"), json!([]))
        .await?;
    // Nor does it outlast that: what is allowed later and then withdrawn is withdrawn.
    page.run("CouncilNotice.accept('media')", json!([])).await?;
    page.until("it loads", &loaded("map"), json!([])).await?;
    page.run("CouncilNotice.accept('analytics')", json!([]))
        .await?;
    page.until("it is covered", &covered("map"), json!([]))
        .await?;
    let after: Value = page.js("return history.length", json!([])).await?;
    assert_eq!(before, after, "going back does not go through it");
    Ok(())
}

async fn a_sandbox_stays_a_sandbox(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(MEDIA).await?;
    page.until("the box is in it", &covered("boxed"), json!([]))
        .await?;
    // A link into the frame by its name: what comes is not left there without the sandbox.
    let link = "
        document.getElementById('boxed').contentDocument.body.dataset.before = '';
        document.getElementById('into').click()";
    page.run(link, json!([])).await?;
    let thrown = format!(
        "if ('before' in (document.getElementById('boxed').contentDocument?.body?.dataset ?? {{}})) return false; {}",
        covered("boxed")
    );
    page.until("covered again", &thrown, json!([])).await?;
    // What is in a sandbox without an origin cannot be seen from outside.
    let inside = "
        const frame = document.getElementById('boxed');
        return frame.getAttribute('sandbox') === 'allow-scripts' && frame.src.endsWith('/framed.html') && frame.contentDocument === null";
    page.run(
        "document.getElementById('boxed').contentDocument.querySelector('button').click()",
        json!([]),
    )
    .await?;
    page.until("shown once, in its sandbox", inside, json!([]))
        .await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.until("covered", &covered("boxed"), json!([])).await?;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    page.until("allowed, in its sandbox", inside, json!([]))
        .await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.until("covered", &covered("boxed"), json!([])).await?;
    // The page's own script opens it, and knows nothing of us.
    page.run(
        "document.getElementById('boxed').src = '/__test/framed.html'",
        json!([]),
    )
    .await?;
    page.until("opened by the page, in its sandbox", inside, json!([]))
        .await?;
    page.run("document.body.append('more')", json!([])).await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 200, null))",
        json!([]),
    )
    .await?;
    let still: bool = page.js(inside, json!([])).await?;
    assert!(still, "and left alone");
    Ok(())
}

/// A link into the frame by its name loads a page that never ends to load.
async fn nothing_runs_in_a_box(browser: &Browser) -> Outcome {
    let stray = "<script>parent.__stray = document.readyState</script><img src=\"/__never.png\" alt=\"\"></body>";
    let behaviour = Behaviour::default()
        .edit("/__test/framed.html", "</body>", stray)
        .fault("/__never.png", Fault::Silent);
    let page = browser.visit(behaviour).await?;
    page.open(MEDIA).await?;
    page.until("the box is in it", &covered("boxed"), json!([]))
        .await?;
    for _ in 0..2 {
        let link = "
            document.getElementById('boxed').contentDocument.body.dataset.before = '';
            document.getElementById('into').click()";
        page.run(link, json!([])).await?;
        let thrown = format!(
            "if ('before' in (document.getElementById('boxed').contentDocument?.body?.dataset ?? {{}})) return false; {}",
            covered("boxed")
        );
        page.until("it is thrown out", &thrown, json!([])).await?;
    }
    // WebKit lets our own buttons work only where scripts may run: there it is thrown out as soon as it has begun.
    if browser.engine != Engine::WebKit {
        let ran: Value = page.js("return window.__stray ?? null", json!([])).await?;
        assert_eq!(ran, Value::Null, "nothing has run");
    }
    page.browser.quiet().await
}

/// In a dark page that says nothing of colours to its frames, and of the frame's own size.
async fn the_box_is_legible_anywhere(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(MEDIA).await?;
    page.run("document.documentElement.style = 'background: #000; color: #fff; --council-notice-paper: rgb(250, 240, 230); --council-notice-dark-paper: rgb(250, 240, 230); --council-notice-ink: rgb(22, 32, 43); --council-notice-dark-ink: rgb(22, 32, 43); color-scheme: dark'; document.getElementById('map').remove(); const frame = document.createElement('iframe'); Object.assign(frame, { id: 'map', title: 'A map', width: 500, height: 250 }); frame.dataset.category = 'media'; frame.dataset.src = '/__test/framed.html'; document.querySelector('main').prepend(frame)", json!([]))
        .await?;
    page.until("the box is in it", &covered("map"), json!([]))
        .await?;
    let look = "
        const frame = document.getElementById('map');
        const inner = frame.contentDocument.querySelector('article');
        const { color, backgroundColor } = frame.contentWindow.getComputedStyle(inner);
        const box = inner.getBoundingClientRect();
        return { color, backgroundColor, size: [frame.offsetWidth, frame.offsetHeight, box.width - frame.clientWidth, box.height - frame.clientHeight],
            words: inner.innerText, lang: frame.contentDocument.documentElement.lang, title: frame.contentDocument.title }";
    let look: Value = page.js(look, json!([])).await?;
    assert_eq!(look["backgroundColor"], "rgb(250, 240, 230)", "{look}");
    assert_eq!(look["color"], "rgb(22, 32, 43)", "{look}");
    assert_eq!(look["size"], json!([504, 254, 0, 0]), "{look}");
    assert_eq!([&look["lang"], &look["title"]], ["en", "A map"]);
    let words = look["words"].as_str().unwrap_or_default();
    assert!(
        words.contains("A map") && words.contains("127.0.0.1"),
        "{words}"
    );
    Ok(())
}

/// A gallery goes by the same attribute: what nobody declared is neither shown by us nor taken away.
async fn what_the_page_sorts_by_it(browser: &Browser) -> Outcome {
    let own = "<iframe id=\"own\" data-category=\"parks\" src=\"/__test/framed.html\" title=\"A park\"></iframe>
        <video id=\"film\" data-category=\"parks\" src=\"/__test/none.webm\"></video></main>";
    for act in ["accept('all')", "accept('analytics')", "reject()"] {
        let behaviour = Behaviour::default().edit(MEDIA, "</main>", own);
        let page = browser.visit(behaviour).await?;
        page.open(MEDIA).await?;
        page.until("it shows", &loaded("own"), json!([])).await?;
        page.run(&format!("CouncilNotice.{act}"), json!([])).await?;
        page.shows(&part("confirmation")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(page.js::<bool>(&loaded("own"), json!([])).await?, "{act}");
        let film = "return document.getElementById('film').hasAttribute('src')";
        assert!(page.js::<bool>(film, json!([])).await?, "{act}");
    }
    Ok(())
}

/// Without a box of its own, folded away, of one pixel, loaded when it is near.
async fn a_frame_that_nobody_sees(browser: &Browser) -> Outcome {
    let frame = |id: &str, more: &str| {
        format!(
            "<iframe id=\"{id}\" {more} data-category=\"media\" data-src=\"/__test/framed.html?{id}\" title=\"{id}\"></iframe>"
        )
    };
    let unseen = [
        frame("none", "style=\"display: none\""),
        format!(
            "<details><summary>More</summary>{}</details>",
            frame("folded", "loading=\"lazy\"")
        ),
        format!(
            "<div hidden>{}</div>",
            frame("inside", "sandbox=\"allow-scripts\"")
        ),
        format!(
            "<div style=\"height: 9000px\"></div>{}</main>",
            frame("far", "loading=\"lazy\" width=\"1\" height=\"1\"")
        ),
    ];
    let behaviour = Behaviour::default().edit(MEDIA, "</main>", &unseen.concat());
    let page = browser.visit(behaviour).await?;
    page.open(MEDIA).await?;
    page.until("the box is in one", &covered("map"), json!([]))
        .await?;
    let open = "document.querySelector('details').open = true";
    page.run(open, json!([])).await?;
    page.until("and in another", &covered("folded"), json!([]))
        .await?;
    assert!(!page.paths().iter().any(|path| path.contains("framed")));
    page.run("CouncilNotice.accept('media')", json!([])).await?;
    page.until("it loads", &loaded("none"), json!([])).await?;
    for id in ["folded", "far"] {
        let near = "document.getElementById(arguments[0]).scrollIntoView()";
        page.run(near, json!([id])).await?;
        page.until("it loads", &loaded(id), json!([])).await?;
    }
    page.run("CouncilNotice.reject()", json!([])).await?;
    let none = "return document.querySelectorAll('iframe[src]').length === 0";
    page.until("all are empty", none, json!([])).await?;
    page.browser.quiet().await
}

/// Where a page says so, browsers may show it no frame's document, not even an empty one.
async fn under_a_domain_of_its_own(browser: &Browser) -> Outcome {
    let council = browser.engine.council();
    let own = format!("<head><script>document.domain = '{council}'</script>");
    let behaviour = Behaviour::default().edit(MEDIA, "<head>", &own);
    let page = browser.visit(behaviour).await?;
    page.open_on(&format!("www.{council}"), MEDIA).await?;
    page.shows(&part("banner")).await?;
    let count = "
        window.__loads = 0;
        for (const frame of document.querySelectorAll('iframe')) frame.addEventListener('load', () => __loads++)";
    page.run(count, json!([])).await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    page.run("CouncilNotice.accept('all')", json!([])).await?;
    let shown = "return JSON.stringify([...document.querySelectorAll('iframe')].map((one) => [one.getAttribute('sandbox'), one.getAttribute('src')]))
        === JSON.stringify([[null, '/__test/framed.html'], ['allow-scripts', '/__test/framed.html']])";
    page.until("both load, one in its sandbox", shown, json!([]))
        .await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    let none = "return document.querySelectorAll('iframe[src]').length === 0";
    page.until("both are empty", none, json!([])).await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let loads: u32 = page.js("return __loads", json!([])).await?;
    assert!(loads < 12, "nothing is loaded over and over: {loads}");
    page.browser.quiet().await
}
