//! Much of everything: fields, names on the device, letters in an address. What is done takes time in proportion to it.

use serde_json::json;

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain: two_thousand_fields, names_on_the_device, a_long_address;];

/// Milliseconds that a page with a form of so many fields is busy with a change in it, and with typing: the middle of
/// eleven each.
async fn busy(browser: &Browser, fields: u32) -> Outcome<[f64; 2]> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?cookies=off&guardian=require")
        .await?;
    let draw = "
        const form = document.querySelector('#form');
        const all = Array.from({ length: arguments[0] }, (_, at) => `<p><label for=f${at}>Field ${at}</label> <input id=f${at} name=f${at}${at % (arguments[0] / 10) ? '' : ' data-notice-field=bank-details'}></p>`);
        form.insertAdjacentHTML('beforeend', all.join(''));
        const notice = document.createElement('council-notice');
        notice.setAttribute('service', 'connect-derby');
        form.prepend(notice)";
    page.run(draw, json!([fields])).await?;
    page.tells("notice").await?;
    page.shows("#form council-notice-why").await?;
    // From the change until the frame after the next is due: by then all is done that was put off to a frame.
    let change = "
        const [act, done] = [arguments[0], arguments[arguments.length - 1]];
        const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
        (async () => {
            const form = document.querySelector('#form'), times = [];
            for (let turn = 0; turn < 11; turn++) {
                await frame();
                await frame();
                const start = performance.now();
                if (act === 'add') form.insertAdjacentHTML('beforeend', `<p>${turn}</p>`);
                else form.querySelector('#name').dispatchEvent(new Event('change', { bubbles: true }));
                await frame();
                await frame();
                times.push(performance.now() - start);
            }
            return times.sort((one, other) => one - other)[5];
        })().then(done, (error) => done(String(error)))";
    let mut found = [0.0; 2];
    for (time, act) in found.iter_mut().zip(["add", "change"]) {
        let driver = &page.browser.driver;
        *time = driver
            .execute_async(change, vec![json!(act)])
            .await?
            .convert()?;
    }
    page.browser.quiet().await?;
    Ok(found)
}

async fn two_thousand_fields(browser: &Browser) -> Outcome {
    let (few, many) = (busy(browser, 500).await?, busy(browser, 2000).await?);
    println!(
        "{}: 500 fields {few:?} ms, 2,000 fields {many:?} ms",
        browser.engine.name()
    );
    for (few, many) in few.into_iter().zip(many) {
        // Two frames pass anyway. Four times the fields take sixteen times as long where anything is a square.
        assert!(many < few.max(40.0) * 12.0, "{few} ms, then {many} ms");
    }
    Ok(())
}

/// How many milliseconds a script takes.
async fn takes(page: &Page<'_>, script: &str) -> Outcome<f64> {
    let script =
        format!("const start = performance.now(); {script}; return performance.now() - start");
    page.js(&script, json!([])).await
}

async fn names_on_the_device(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().edit(
        "/deferred.",
        r#""local-storage","council_notice_read_*""#,
        r#""local-storage","a*b*c*d*e*f*g*h""#,
    );
    let page = browser.visit(behaviour).await?;
    page.open("__test/plain.html").await?;
    page.click(&part("reject")).await?;
    page.shows(&part("confirmation")).await?;
    // One of a million letters, which only looks as if it fitted; and very many, half of which do.
    let store = "
        localStorage['a' + 'bcdefg'.repeat(160000)] = 1;
        for (let at = 0; at < 4000; at++) localStorage['a-b-c-d-e-f-g-' + at] = 1, localStorage['a-b-c-d-e-f-g-' + at + '-h'] = 1;
        window.__told = 0;
        document.addEventListener('council-notice:undeclared', () => window.__told++)";
    page.run(store, json!([])).await?;
    let look = "document.dispatchEvent(new Event('visibilitychange'))";
    let first = takes(&page, look).await?;
    let second = takes(&page, look).await?;
    println!(
        "{}: 8,001 names {first} ms, then {second} ms",
        browser.engine.name()
    );
    assert!(first < 3000.0 && second < 1000.0, "{first} ms, {second} ms");
    let state = "return [window.__told, Object.keys(localStorage).length, Object.keys(localStorage).filter((name) => name.endsWith('-h')).length]";
    let state: Vec<u32> = page.js(state, json!([])).await?;
    assert_eq!(
        state,
        [4001, 4001, 0],
        "what is refused is removed, the rest is told once"
    );
    // Names that fit, and names that only begin or end so.
    let kept = "
        localStorage.clear();
        const names = ['abcdefgh', 'axbxcxdxexfxgxh', 'abcdefghh', 'abcdefghx', 'xabcdefgh', 'abcdefg', 'hgfedcba', 'abcdefggh'];
        for (const name of names) localStorage[name] = 1;
        document.dispatchEvent(new Event('visibilitychange'));
        return names.filter((name) => name in localStorage)";
    let kept: Vec<String> = page.js(kept, json!([])).await?;
    assert_eq!(kept, ["abcdefghx", "xabcdefgh", "abcdefg", "hgfedcba"]);
    page.browser.quiet().await
}

async fn a_long_address(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().edit(
        "/placements.",
        "\"/demo/tenancy.html\"",
        "\"/demo/*-*-*-*-*-*-*-*x\"",
    );
    let behaviour = behaviour.edit("/placements.", "\"#tenancy\"", "\"#complaint\"");
    let page = browser.visit(behaviour).await?;
    page.open("demo/complaint.html").await?;
    page.tells("notice").await?;
    let go = "history.pushState(null, '', '/demo/' + 'a-'.repeat(20000)); dispatchEvent(new Event('popstate'))";
    let time = takes(&page, go).await?;
    println!(
        "{}: an address of 40,000 letters {time} ms",
        browser.engine.name()
    );
    assert!(time < 1500.0, "{time} ms");
    page.until(
        "no notice belongs here",
        "return !document.querySelector('council-notice')",
        json!([]),
    )
    .await?;
    let go = "history.pushState(null, '', '/demo/' + 'a-'.repeat(2000) + 'x'); dispatchEvent(new Event('popstate'))";
    page.run(go, json!([])).await?;
    let connects = "return __seen.events.some(({ name, detail }) => name === 'notice' && detail.id === 'connect-derby')";
    page.until("this one fits", connects, json!([])).await?;
    page.browser.quiet().await
}
