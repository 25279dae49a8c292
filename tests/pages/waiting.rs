//! Whatever can wait, however it came to the page: films and plug-ins, several categories, what is changed after it came in,
//! shadow roots.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    films_and_plugins_wait, all_of_several_categories, an_unknown_category_is_told_once,
    a_lazy_loader_beside, a_frame_that_is_used_again, a_frame_of_another_category, in_named_shadow_roots, frames_that_are_taken_away;
    Plain in NotWebKit: a_film_plays;
];

const PLAIN: &str = "__test/plain.html";

/// Puts markup at the end of the page's main part.
async fn add(page: &Page<'_>, html: &str) -> Outcome {
    let script = "document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])";
    page.run(script, json!([html])).await
}

async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    page.ready().await?;
    Ok(page)
}

async fn accept(page: &Page<'_>, ids: &[&str]) -> Outcome {
    page.run("CouncilNotice.accept(arguments[0])", json!([ids]))
        .await
}

/// Lets all that may happen happen.
async fn settle(page: &Page<'_>) -> Outcome {
    page.run(
        "return new Promise((done) => setTimeout(done, 400, null))",
        json!([]),
    )
    .await
}

/// Which of `/__waits/…` were asked for, sorted.
fn asked(page: &Page<'_>) -> Vec<String> {
    let mut paths: Vec<String> = page
        .paths()
        .into_iter()
        .filter_map(|path| Some(path.strip_prefix("/__waits/")?.to_owned()))
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

async fn until_asked(page: &Page<'_>, names: &[&str]) -> Outcome {
    for _ in 0..200 {
        let asked = asked(page);
        if names.iter().all(|name| asked.iter().any(|one| one == name)) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{names:?} were not all asked for: {:?}", asked(page));
}

const MEDIA: &str = "
    <video id=film data-category=media data-src=/__waits/film.webm data-poster=/__waits/poster.png preload=auto></video>
    <video id=sources preload=auto><source data-category=media data-src=/__waits/one.webm type=video/webm></video>
    <audio data-category=media data-src=/__waits/sound.ogg preload=auto></audio>
    <embed data-category=media data-src=/__waits/embed.svg type=image/svg+xml width=50 height=50>
    <object data-category=media data-data=/__waits/object.svg type=image/svg+xml width=50 height=50></object>
    <img data-category=media data-council-src=/__waits/ours.png alt=Ours>";

async fn films_and_plugins_wait(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    add(&page, MEDIA).await?;
    settle(&page).await?;
    assert_eq!(asked(&page), [""; 0], "before the choice");
    accept(&page, &["media"]).await?;
    // What plays sound or runs plug-ins is not in every engine here.
    let mut names = vec!["embed.svg", "object.svg", "ours.png", "poster.png"];
    if browser.engine != Engine::WebKit {
        names.extend(["film.webm", "one.webm", "sound.ogg"]);
    }
    until_asked(&page, &names).await?;
    // Taken back, they are empty and wait again.
    page.run("CouncilNotice.reject()", json!([])).await?;
    let empty = "return [...document.querySelectorAll('main :is(video, audio, embed, object, source)')].every((one) => !one.getAttribute('src') && !one.getAttribute('data'))";
    page.until("they are empty", empty, json!([])).await?;
    page.server.forget();
    settle(&page).await?;
    assert_eq!(asked(&page), [""; 0], "after the withdrawal");
    accept(&page, &["media"]).await?;
    let full = "return document.querySelector('#film').getAttribute('src') === '/__waits/film.webm' && document.querySelector('object').getAttribute('data') === '/__waits/object.svg'";
    page.until("they show again", full, json!([])).await?;
    page.browser.quiet().await
}

/// A tenth of a second of silence, many times over.
const WAV: &str = "
    const bytes = 8000 * 20;
    const view = new DataView(new ArrayBuffer(44 + bytes));
    const text = (at, text) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt()));
    text(0, 'RIFF'), text(8, 'WAVEfmt '), text(36, 'data');
    view.setUint32(4, 36 + bytes, true), view.setUint32(16, 16, true), view.setUint16(20, 1, true), view.setUint16(22, 1, true);
    view.setUint32(24, 8000, true), view.setUint32(28, 8000, true), view.setUint16(32, 1, true), view.setUint16(34, 8, true), view.setUint32(40, bytes, true);
    for (let at = 44; at < 44 + bytes; at++) view.setUint8(at, 128);
    const address = URL.createObjectURL(new Blob([view], { type: 'audio/wav' }));";

/// It stood in the page without a source, and had given up looking for one.
async fn a_film_plays(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let script = format!(
        "{WAV}
        document.querySelector('main').insertAdjacentHTML('beforeend', `<video id=film muted autoplay><source data-category=media data-src=\"${{address}}\"></video>`);
        document.querySelector('#film').muted = true;"
    );
    page.run(&script, json!([])).await?;
    settle(&page).await?;
    accept(&page, &["media"]).await?;
    let plays =
        "const film = document.querySelector('#film'); return !film.paused && film.currentTime > 0";
    page.until("it plays", plays, json!([])).await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    let stopped = "const film = document.querySelector('#film'); return film.paused && !film.currentSrc.startsWith('blob:') || film.networkState === 0 || film.networkState === 3";
    page.until("it stops", stopped, json!([])).await?;
    page.browser.quiet().await
}

async fn all_of_several_categories(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let kinds = [
        "analytics marketing",
        "marketing,analytics",
        " Analytics , MARKETING ",
        "statistics\tmarketing",
    ];
    let script = "for (const [at, category] of arguments[0].entries()) {
        const script = document.createElement('script');
        Object.assign(script, { type: 'text/plain', text: `__seen.ran.push('${at}')` });
        script.dataset.category = category;
        document.querySelector('main').append(script);
    }";
    page.run(script, json!([kinds])).await?;
    // What names nothing is nobody's.
    let nothing = "for (const category of ['', ' ', ',', 'Analytics']) {
        const script = document.createElement('script');
        Object.assign(script, { type: 'text/plain', text: `__seen.ran.push('${category}')` });
        script.dataset.category = category;
        document.querySelector('main').append(script);
    }";
    page.run(nothing, json!([])).await?;
    for (ids, ran) in [
        (&["analytics"][..], &["Analytics"][..]),
        (&["marketing"], &["Analytics"]),
        (
            &["analytics", "marketing"],
            &["Analytics", "0", "1", "2", "3"],
        ),
    ] {
        accept(&page, ids).await?;
        settle(&page).await?;
        let all: Vec<String> = page.js("return __seen.ran", json!([])).await?;
        assert_eq!(all, ran, "{ids:?}");
    }
    let allows = "return ['analytics, marketing', 'ANALYTICS media', '', ' ', ','].map(CouncilNotice.allows)";
    let allows: Value = page.js(allows, json!([])).await?;
    assert_eq!(allows, json!([true, false, false, false, false]));
    page.browser.quiet().await
}

/// The messages of errors of a stage.
async fn messages(page: &Page<'_>, stage: &str) -> Outcome<Vec<String>> {
    let script = "return __seen.events.filter(({ name, detail }) => name === 'error' && detail.stage === arguments[0]).map(({ detail }) => detail.message)";
    page.js(script, json!([stage])).await
}

async fn an_unknown_category_is_told_once(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let html = "<script type=text/plain data-category=analitics>__seen.ran.push(1)</script>
        <img data-category='media analitics' data-src=/__waits/a.png alt=A>
        <img data-category=cats src=/favicon.ico alt='A page of its own sorts by that'>";
    add(&page, html).await?;
    page.tells("error").await?;
    accept(&page, &["preferences", "analytics", "media", "marketing"]).await?;
    add(&page, "<p>More</p>").await?;
    settle(&page).await?;
    let told = messages(&page, "category").await?;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("analitics"), "{told:?}");
    let ran: usize = page.js("return __seen.ran.length", json!([])).await?;
    assert_eq!((ran, asked(&page).len()), (0, 0), "it never runs");
    page.browser.quiet().await
}

/// A loader that takes every `data-src` by its class.
async fn a_lazy_loader_beside(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let html =
        "<img class=lazyload data-category=media data-council-src=/__waits/ours.png alt=Ours>
        <img class=lazyload data-category=media data-src=/__waits/theirs.png alt=Theirs>";
    add(&page, html).await?;
    let lazy = "for (const image of document.querySelectorAll('.lazyload[data-src]')) image.src = image.dataset.src";
    page.run(lazy, json!([])).await?;
    accept(&page, &[]).await?;
    settle(&page).await?;
    assert_eq!(asked(&page), ["theirs.png"], "ours waits all the same");
    let told = messages(&page, "category").await?;
    assert!(
        told.len() == 1 && told[0].contains("data-council-src"),
        "what to write is told: {told:?}"
    );
    accept(&page, &["media"]).await?;
    until_asked(&page, &["ours.png"]).await?;
    // A frame that has been taken back is not the loader's either.
    add(&page, "<iframe class=lazyload title=A data-category=media data-council-src=/__test/framed.html></iframe>").await?;
    let framed = "return document.querySelector('iframe').contentDocument?.title === 'Framed'";
    page.until("the frame loads", framed, json!([])).await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.run(lazy, json!([])).await?;
    settle(&page).await?;
    let empty = "const frame = document.querySelector('iframe'); return !frame.getAttribute('src') && !frame.dataset.src";
    assert!(page.js::<bool>(empty, json!([])).await?);
    page.browser.quiet().await
}

/// What the box in the page's frame says.
const BOX: &str = "document.querySelector('iframe').contentDocument?.querySelector('article')";

async fn until_box(page: &Page<'_>, says: &str) -> Outcome {
    let script = format!(
        "const box = {BOX}; return !!box && (box.textContent + box.querySelector('a').href).includes(arguments[0])"
    );
    page.until(&format!("the box speaks of {says}"), &script, json!([says]))
        .await
}

/// A framework sets attributes of the frame that it has.
async fn a_frame_that_is_used_again(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    add(&page, "<iframe title='First' data-category=media data-src='/__test/framed.html?1' width=400 height=300></iframe>").await?;
    until_box(&page, "framed.html?1").await?;
    let again = "const frame = document.querySelector('iframe'); frame.dataset.src = '/__test/framed.html?2'; frame.title = 'Second'";
    page.run(again, json!([])).await?;
    until_box(&page, "framed.html?2").await?;
    until_box(&page, "Second").await?;
    // Shown once, it shows that and nothing else.
    page.run(&format!("{BOX}.querySelector('button').click()"), json!([]))
        .await?;
    let shows =
        "return document.querySelector('iframe').contentWindow.location.search === arguments[0]";
    page.until("the second is shown", shows, json!(["?2"]))
        .await?;
    page.run(
        "document.querySelector('iframe').setAttribute('data-src', '/__test/framed.html?3')",
        json!([]),
    )
    .await?;
    until_box(&page, "framed.html?3").await?;
    accept(&page, &["media"]).await?;
    page.until("the third is shown", shows, json!(["?3"]))
        .await?;
    page.run(
        "document.querySelector('iframe').setAttribute('data-src', '/__test/framed.html?4')",
        json!([]),
    )
    .await?;
    page.until("the fourth is shown at once", shows, json!(["?4"]))
        .await?;
    // Changed while it waits again.
    page.run("CouncilNotice.reject()", json!([])).await?;
    until_box(&page, "framed.html?4").await?;
    page.run(
        "document.querySelector('iframe').setAttribute('data-src', '/__test/framed.html?5')",
        json!([]),
    )
    .await?;
    until_box(&page, "framed.html?5").await?;
    page.browser.quiet().await
}

async fn a_frame_of_another_category(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    accept(&page, &["media"]).await?;
    add(
        &page,
        "<iframe title=A data-category=media data-src='/__test/framed.html?1'></iframe>",
    )
    .await?;
    let shows =
        "return document.querySelector('iframe').contentWindow.location.search === arguments[0]";
    page.until("the first is shown", shows, json!(["?1"]))
        .await?;
    let other = "const frame = document.querySelector('iframe'); frame.dataset.category = 'marketing'; frame.dataset.src = '/__test/framed.html?2'";
    page.run(other, json!([])).await?;
    until_box(&page, "framed.html?2").await?;
    accept(&page, &["media", "marketing"]).await?;
    page.until("the second is shown", shows, json!(["?2"]))
        .await?;
    // An element that came bare, and is given its marks later.
    add(&page, "<iframe id=bare title=B></iframe>").await?;
    settle(&page).await?;
    let marks = "const frame = document.querySelector('#bare'); frame.setAttribute('data-src', '/__test/framed.html?3'); setTimeout(() => frame.setAttribute('data-category', 'media'), 50)";
    page.run(marks, json!([])).await?;
    let late = "return document.querySelector('#bare').contentWindow.location.search === '?3'";
    page.until("the late one is shown", late, json!([])).await?;
    page.browser.quiet().await
}

async fn in_named_shadow_roots(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let host = "
        const inside = (name) => `<script type=text/plain data-category=analytics>__seen.ran.push('${name}')</script><iframe title=A data-category=media data-src='/__test/framed.html?${name}'></iframe>`;
        customElements.define('a-card', class extends HTMLElement {
            connectedCallback() {
                const root = this.attachShadow({ mode: 'open' });
                root.innerHTML = inside(this.id) + '<div data-council-root></div>';
                root.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = inside('inner-' + this.id);
            }
        });";
    add(
        &page,
        "<a-card id=named data-council-root></a-card><a-card id=other></a-card>",
    )
    .await?;
    settle(&page).await?;
    // Defined after it stood there.
    page.run(host, json!([])).await?;
    let frame = "document.querySelector('#named').shadowRoot.querySelector('iframe')";
    let boxed = format!("return !!{frame}.contentDocument?.querySelector('article')");
    page.until("its frame has a box", &boxed, json!([])).await?;
    accept(&page, &["analytics", "media"]).await?;
    let shows = format!("return {frame}.contentDocument?.title === 'Framed'");
    page.until("its frame shows", &shows, json!([])).await?;
    let ran: Value = page.js("return __seen.ran", json!([])).await?;
    assert_eq!(ran, json!(["named", "inner-named"]), "nothing in the other");
    // Put in later.
    let later = "const script = document.createElement('script');
        Object.assign(script, { type: 'text/plain', text: '__seen.ran.push(\"later\")' });
        script.dataset.category = 'analytics';
        document.querySelector('#named').shadowRoot.append(script)";
    page.run(later, json!([])).await?;
    page.until(
        "it runs too",
        "return __seen.ran.at(-1) === 'later'",
        json!([]),
    )
    .await?;
    page.run("CouncilNotice.reject()", json!([])).await?;
    page.until("its frame has a box again", &boxed, json!([]))
        .await?;
    page.browser.quiet().await
}

/// Two hundred sandboxed frames that come and go leave nothing behind.
async fn frames_that_are_taken_away(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let turn = "const frame = document.createElement('iframe');
        Object.assign(frame, { title: 'A film' });
        frame.setAttribute('sandbox', 'allow-scripts');
        Object.assign(frame.dataset, { category: 'media', src: '/__test/framed.html' });
        document.querySelector('main').append(frame);
        (window.__frames ||= []).push(new WeakRef(frame))";
    let count = 40;
    for _ in 0..count {
        page.run(turn, json!([])).await?;
        let boxed = format!("return !!{BOX}");
        page.until("its box is in it", &boxed, json!([])).await?;
        page.run("document.querySelector('iframe').remove()", json!([]))
            .await?;
    }
    let own = "return __frames.map((frame) => frame.deref()?.getAttribute('sandbox')).every((sandbox) => !sandbox || sandbox === 'allow-scripts')";
    page.until("each has its own sandbox back", own, json!([]))
        .await?;
    // Only Chromium collects when it is told to.
    if browser.engine == Engine::Chromium {
        let devtools = page.browser.driver.cdp();
        devtools.send_raw("HeapProfiler.enable", json!({})).await?;
        for _ in 0..3 {
            devtools
                .send_raw("HeapProfiler.collectGarbage", json!({}))
                .await?;
            settle(&page).await?;
        }
        let left: usize = page
            .js(
                "return __frames.filter((frame) => frame.deref()).length",
                json!([]),
            )
            .await?;
        assert!(left < 4, "{left} of {count} frames are kept");
    }
    page.shows(&part("banner")).await?;
    page.browser.quiet().await
}
