//! Damaged files as a browser gets them, and nonsense in the tag: each is shown, or told with a link in its place; nothing
//! is thrown, and what comes whole afterwards works.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, full, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: damaged_notices, damaged_indexes, words_that_cannot_be_drawn, nonsense_in_the_tag;];

/// Gives the page damaged files instead of some of those that it fetches.
const DAMAGE: &str = r#"<script>
    // Marsaglia's xorshift: the same damage in every run.
    let state = 1;
    window.__seed = (seed) => { state = seed };
    const dice = (sides) => {
        state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
        return (state >>> 0) % sides;
    };
    const pick = (list) => list[dice(list.length)];
    window.__pick = pick;
    const deepest = () => { let one = []; for (let turn = 0; turn < 3000; turn++) one = ["p", {}, one]; return one };
    const VALUES = [
        () => null, () => 0, () => -1, () => 1e308, () => true, () => "", () => "x".repeat(1e5), () => "\u202e\u0000<b>", () => [], () => ({}),
        () => [[]], () => ["p"], () => ["<", {}], () => ["p", { "on click": 1 }], () => ["p", null, null], () => [null, {}], () => ({ constructor: 1 }), deepest,
    ];
    const places = (holder, found = []) => {
        for (const key of Object.keys(holder)) {
            found.push([holder, key]);
            if (holder[key] && typeof holder[key] === "object") places(holder[key], found);
        }
        return found;
    };
    const stretch = (text) => { const from = dice(text.length); return [from, from + dice(60)] };
    const KINDS = [
        (text) => text.slice(0, dice(text.length)),
        (text) => { const at = dice(text.length); return text.slice(0, at) + String.fromCharCode(32 + dice(90)) + text.slice(at + 1) },
        (text) => { const [from, to] = stretch(text); return text.slice(0, from) + text.slice(to) },
        (text) => { const [from, to] = stretch(text); return text.slice(0, to) + text.slice(from) },
        () => pick(["null", "[]", "{}", "0", "\"\"", "<!doctype html>", "", "[".repeat(1e5)]),
    ];
    const inside = (text) => {
        const whole = JSON.parse(text);
        for (let turn = 0; turn <= dice(3); turn++) {
            const [holder, key] = pick(places(whole));
            if (dice(6)) holder[key] = pick(VALUES)();
            else if (Array.isArray(holder)) holder.splice(key, 1);
            else delete holder[key];
        }
        return JSON.stringify(whole);
    };
    window.__damaged = "";
    const own = fetch;
    window.fetch = async (address, ...rest) => {
        const answer = await own(address, ...rest);
        if (!__damaged || !String(address).includes(__damaged)) return answer;
        const text = await answer.text();
        const made = dice(3) ? inside(text) : pick(KINDS)(text);
        return new Response(made, { headers: { "content-type": "application/json" } });
    };
    // What is told from now on, once there is any of it.
    window.__tells = async (...names) => {
        const from = __seen.events.length;
        for (let turn = 0; turn < 2000; turn++) {
            if (__seen.events.slice(from).some(({ name }) => names.includes(name))) return;
            await new Promise((done) => setTimeout(done, 5));
        }
        throw new Error("nothing is told");
    };
</script></head>"#;

async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    let behaviour = Behaviour::default().edit("/__test/form.html", "</head>", DAMAGE);
    let page = browser.visit(behaviour).await?;
    page.open(
        "__test/form.html?service=customer-management&form=%23form&cookies=off&guardian=prompt",
    )
    .await?;
    page.tells("notice").await?;
    let engine = Engine::ALL.iter().position(|one| *one == browser.engine);
    let seed = 88_675_123 + engine.unwrap_or_default();
    page.run("__seed(arguments[0])", json!([seed])).await?;
    Ok(page)
}

/// How often; more where all is tried.
fn times(few: u32) -> u32 {
    if full() { few * 20 } else { few }
}

/// Runs a script that answers when it is done, so many times, in parts that fit into a script's time.
async fn turns(page: &Page<'_>, count: u32, script: &str) -> Outcome {
    let part = 10;
    for _ in 0..count.div_ceil(part) {
        let all = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{ for (let turn = 0; turn < {part}; turn++) {{ {script} }} return ''; }})().then(done, (error) => done(String(error)))"
        );
        let all = format!("{}\n{all}", include_str!("harness/deep.js"));
        let said = page.browser.driver.execute_async(all, Vec::new()).await?;
        let said: String = said.convert()?;
        assert_eq!(said, "");
        page.browser.quiet().await?;
        // The list of what was told would only grow.
        page.run("__seen.events.length = 0", json!([])).await?;
    }
    Ok(())
}

/// What comes whole works, after all that.
async fn works(page: &Page<'_>) -> Outcome {
    page.run("__damaged = ''", json!([])).await?;
    let whole = "
        document.querySelector('#stage').replaceChildren(Object.assign(document.createElement('council-notice'), { id: 'whole' }));
        document.querySelector('#whole').setAttribute('service', 'connect-derby')";
    page.run(whole, json!([])).await?;
    page.shows("#whole").await?;
    let shows = "return document.querySelector('#whole').shadowRoot?.querySelectorAll('[part~=notice] .answer').length === 6";
    page.until("a whole one is shown", shows, json!([])).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.browser.quiet().await
}

async fn damaged_notices(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.run("__damaged = '/notices/connect-derby.'", json!([]))
        .await?;
    let turn = "
        const told = __tells('notice', 'error');
        const notice = document.createElement('council-notice');
        notice.setAttribute('service', 'connect-derby');
        notice.innerHTML = '<a href=/notices/>The notice</a>';
        document.querySelector('#stage').replaceChildren(notice);
        await told;
        const { name, detail } = __seen.events.at(-1);
        const card = notice.shadowRoot.querySelector('[part~=notice]');
        const link = notice.querySelector('a').checkVisibility();
        if (name === 'error' && !(link && !card)) throw new Error('no link in its place: ' + detail.message);
        if (name === 'notice' && !card) throw new Error('no card');
        if (card) CouncilNotice.openNotice('connect-derby');
        await new Promise((done) => setTimeout(done, 0));
        for (const dialog of deep('dialog[open]')) dialog.close();";
    turns(&page, times(60), turn).await?;
    works(&page).await
}

async fn damaged_indexes(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let turn = "
        const page = document.documentElement;
        __damaged = '/index.pl.';
        const told = __tells('notice', 'error');
        page.lang = 'pl';
        await told;
        CouncilNotice.openPreferences();
        await new Promise((done) => setTimeout(done, 20));
        for (const dialog of deep('dialog[open]')) dialog.close();
        __damaged = '';
        const back = __tells('notice', 'error');
        page.lang = 'en';
        await back;
        for (let wait = 0; wait < 400 && !document.querySelector('#form council-notice').shadowRoot.querySelector('[part~=notice]'); wait++) await new Promise((done) => setTimeout(done, 10));
        if (document.querySelector('#form council-notice').shadowRoot.querySelectorAll('.answer').length !== 6) throw new Error('no card');";
    turns(&page, times(20), turn).await?;
    works(&page).await
}

/// Words of another language that come damaged leave the card as it was, and the next turn finds it.
async fn words_that_cannot_be_drawn(browser: &Browser) -> Outcome {
    let (whole, damaged) = ("[\"p\",{},\"Grozi Ci", "[\"p\",null,\"Grozi Ci");
    let behaviour = Behaviour::default().edit("/index.pl.", whole, damaged);
    let page = browser.visit(behaviour).await?;
    page.open(
        "__test/form.html?service=customer-management&form=%23form&cookies=off&guardian=prompt",
    )
    .await?;
    page.tells("notice").await?;
    let card = "return document.querySelector('#form council-notice').shadowRoot.querySelectorAll('.answer').length === 6";
    for turn in 1..=2 {
        page.run("document.documentElement.lang = 'pl'", json!([]))
            .await?;
        let told = "return __seen.events.filter(({ name, detail }) => name === 'error' && detail.stage === 'language').length === arguments[0]";
        page.until("it is told", told, json!([turn])).await?;
        page.until("the card is as it was", card, json!([])).await?;
        page.run("__seen.notices = __seen.events.filter(({ name }) => name === 'notice').length; document.documentElement.lang = 'en'", json!([]))
            .await?;
        let again =
            "return __seen.events.filter(({ name }) => name === 'notice').length > __seen.notices";
        page.until("it turns back", again, json!([])).await?;
        page.until("the card is there", card, json!([])).await?;
    }
    page.browser.quiet().await
}

/// Every attribute with anything at all: the form stays the page's own.
async fn nonsense_in_the_tag(browser: &Browser) -> Outcome {
    const NAMES: [&str; 16] = [
        "service",
        "part",
        "audience",
        "form",
        "guardian",
        "cookies",
        "cookies-position",
        "kiosk",
        "audit",
        "consent-mode",
        "google-layer",
        "reload",
        "cookie-domain",
        "record-url",
        "lang",
        "constructor",
    ];
    let long = "a".repeat(3000);
    let values = [
        "",
        " ",
        "off",
        "true",
        "__proto__",
        "constructor",
        "#form",
        "form",
        "*",
        ":has(",
        ">>",
        "{}",
        "\u{0}\u{202e}",
        "<img src=x>",
        "javascript:alert(1)",
        "//elsewhere.invalid",
        "99999999999999999999",
        "-1",
        "0x1F",
        "NaN",
        "1e9",
        "pl-PL",
        "🦊",
        "\n",
        "..",
        &long,
        "connect-derby",
        "google google",
        "127.0.0.1",
    ];
    let page = browser.visit(Behaviour::default()).await?;
    let mut state = 2_463_534_242_u32;
    let mut dice = |sides: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % sides
    };
    for _ in 0..times(8) {
        let query: Vec<String> = NAMES
            .iter()
            .filter_map(|name| {
                let value = values[dice(values.len())];
                let escaped: String = value.bytes().map(|byte| format!("%{byte:02x}")).collect();
                (dice(3) > 0).then(|| format!("{name}={escaped}"))
            })
            .collect();
        let query = query.join("&");
        page.open(&format!("__test/form.html?{query}")).await?;
        page.ready().await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let state: Value = page
            .js("return [document.querySelectorAll('#name').length, __seen.ran.length, document.cookie.includes('council_notice')]", json!([]))
            .await?;
        assert_eq!(state, json!([1, 0, false]), "{query}");
        let typed = "const name = document.querySelector('#name'); name.value = 'Quill'; return new FormData(document.querySelector('#form')).get('name')";
        assert_eq!(
            page.js::<String>(typed, json!([])).await?,
            "Quill",
            "{query}"
        );
        page.browser.quiet().await?;
    }
    Ok(())
}
