//! A million strings in place of the record, or a tenth of them beside all other trials: the gate opens for what it wrote itself, and for nothing else.
//!
//! It is the published gate that reads them, through a `document.cookie` of the test's, and some of them the fragment for
//! Consent Mode. What they should make of each is said again in other words below: a list of every right ending, and numbers
//! written in one way only.

use std::fs;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Failure, Outcome, Page, dist, full, scenarios},
    server::Behaviour,
};

scenarios![Plain: a_million_strings];

/// A third of a tenth. The fragment has one, for it makes its lists anew at every turn.
const BATCH: u32 = 33_400;

/// `hold(read, wanted)` gives a reader so many strings, and tells of which it made otherwise than `wanted` makes of what
/// the gate should.
const FUZZ: &str = r#"
    const [seed, count, revision, services, script] = arguments;
    // Marsaglia's xorshift: the same strings in every run.
    let state = seed;
    const dice = (sides) => {
        state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
        return (state >>> 0) % sides;
    };
    const pick = (list) => list[dice(list.length)];
    const now = Math.floor(Date.now() / 1000);

    // Every ending that the gate may write, and what it allows.
    const choices = new Map([["0", []]]);
    const each = ["preferences", "analytics", "media", "marketing"].map((id) => [
        [], [id], ...(services[id] ?? []).map((service) => [service]),
    ]);
    for (const a of each[0]) for (const b of each[1]) for (const c of each[2]) for (const d of each[3]) {
        const ids = [...a, ...b, ...c, ...d];
        if (ids.length) choices.set(ids.join("~"), ids);
    }
    const endings = [...choices.keys()];
    const right = (time = now - dice(15e6), of = revision) => `1.${of}.${time}.${dice(2 ** 32)}.${pick(endings)}`;
    const marks = [..."0123456789.~-+ eExX%_abcß٣ \u2028\u0000"];
    const ids = ["preferences", "analytics", "media", "marketing", "essential", "statistics", "all", "0", "", "__proto__", "constructor", ...Object.values(services).flat()];
    const many = (make, most) => Array.from({ length: dice(most) }, make);
    const kinds = [
        () => { const text = right(); return text.slice(0, dice(text.length)); },
        () => right() + pick(["", ".", "~", "; council_notice="]) + right(),
        () => pick(["all", "true", "{}", "null", "%7B%7D", "1", "undefined", "[object Object]", "consent=1", "1.1.1.1.1"]) + many(() => pick(marks), 9).join(""),
        () => right(now + 60 + dice(2e9)),
        () => right(undefined, pick([revision + 1, revision - 1, 0, -1, 99, `0${revision}`, `${revision}.0`, ""])),
        () => { const text = [...right()]; for (const at of many(() => dice(text.length), 4)) text[at] = pick(marks) + pick(["", text[at]]); return text.join(""); },
        () => [pick([1, 2, "1.0", "01", " 1", ""]), revision, pick([now, "1e9", "0x5f5e1000", -now, now + ".5", "Infinity", "NaN", "", "9".repeat(400)]), pick([dice(1e9), -7, "7e1", 2 ** 32, "", "07"]), pick(endings)].join("."),
        () => `1.${revision}.${now}.${dice(2 ** 32)}.` + many(() => pick(ids), 7).join("~"),
        () => many(() => String.fromCharCode(dice(0x3000)), 60).join(""),
        () => right(now - 16e6 - dice(4e8)),
    ];
    const expected = (cookie) => {
        const own = cookie.split("; ").filter((pair) => pair.startsWith("council_notice="));
        const parts = own.length === 1 && /^1\.(\d+)\.(0|[1-9]\d{0,9})\.(0|[1-9]\d{0,9})\.([^.]*)$/.exec(own[0].slice(15));
        const ids = parts && choices.get(parts[4]);
        if (!ids || parts[1] !== String(revision) || +parts[2] >= 2 ** 32 || +parts[3] >= 2 ** 32) return "";
        const age = Date.now() / 1000 - parts[2];
        return age >= 0 && age < (ids.length ? 2 : 1) * 15768000 ? "with " + ids : "";
    };

    const hold = (read, wanted) => {
        let opened = 0;
        const wrong = [];
        for (let turn = 0; turn < count; turn++) {
            // One in five hundred as it should be: a gate that never opens would pass too.
            const text = (dice(500) ? pick(kinds)() : right()).replaceAll(/;(?! )/g, ",");
            const cookie = pick(["", "", "a=b; ", "xcouncil_notice=1; "]) + "council_notice=" + text + pick(["", "", "; z=council_notice="]);
            const [found, due] = [read(cookie), wanted(expected(cookie))];
            if (found !== due && wrong.length < 5) wrong.push([cookie, found, due]);
            opened += found !== "";
        }
        return { opened, wrong, errors: __seen.errors };
    };"#;

const GATE: &str = r#"
    const read = (cookie) => {
        window.__cookie = cookie;
        dispatchEvent(new Event("visibilitychange"));
        const choice = CouncilNotice.choice();
        return choice ? "with " + choice.categories : "";
    };
    const result = hold(read, (due) => due);
    __seen.events = [];
    return result;"#;

/// The fragment says of each choice that allows anything which signals are granted, and nothing of any other.
const FRAGMENT: &str = r#"
    const start = new Function("window", "document", script);
    const follows = { functionality_storage: "preferences", analytics_storage: "analytics", ad_storage: "marketing" };
    const read = (cookie) => {
        const page = {};
        start(page, { cookie });
        const state = page.dataLayer[1]?.[2];
        return state ? "with " + Object.keys(follows).filter((signal) => state[signal] === "granted") : "";
    };
    const wanted = (due) => {
        const ids = due.slice(5).split(",");
        return ids[0] && "with " + Object.keys(follows).filter((signal) => ids.includes(follows[signal]));
    };
    return hold(read, wanted);"#;

/// The bar of an include is shown to whoever has no record, and to nobody else.
const INCLUDE: &str = r#"
    const start = new Function("document", "self", "navigator", script);
    const read = (cookie) => {
        const bar = { hidden: true, addEventListener() {} };
        start({ cookie, querySelectorAll: () => [bar], querySelector: () => null }, { addEventListener() {} }, {});
        return bar.hidden ? "hidden" : "";
    };
    return hold(read, (due) => due && "hidden");"#;

async fn a_million_strings(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/blank.html").await?;
    // Nobody is asked and nothing is stored: only reading is tried.
    let start = "
        window.__cookie = '';
        Object.defineProperty(document, 'cookie', { get: () => window.__cookie, set() {} });
        const tag = document.createElement('script');
        tag.src = '/council-notice.js';
        tag.dataset.cookies = 'off';
        document.head.append(tag)";
    page.run(start, json!([])).await?;
    page.ready().await?;
    let revision: u64 = page
        .js("CouncilNotice.reject(); const { revision } = CouncilNotice.choice(); CouncilNotice.reset(); return revision", json!([]))
        .await?;
    let services = json!({ "media": ["demo-map", "demo-video"] });
    let engine = Engine::ALL.iter().position(|one| *one == browser.engine);
    let seed = 2_463_534_242_u32
        .wrapping_add(u32::try_from(engine.unwrap_or_default()).unwrap_or_default());
    let gate = format!("{FUZZ}{GATE}");
    let mut opened = 0;
    let batches = if full() { 10 } else { 1 };
    for batch in 0..batches {
        opened += opens(
            &page,
            &gate,
            json!([seed.wrapping_mul(2 * batch + 1), BATCH, revision, services]),
        )
        .await?;
    }
    assert!(opened > 300, "it opened for its own {opened} times only");

    let fragment = fs::read_to_string(dist().join("consent-mode.html"))?;
    let script = fragment
        .split_once("<script>")
        .and_then(|(_, rest)| rest.split_once("</script>"));
    let script = script
        .map(|(script, _)| script)
        .ok_or_else(|| Failure("the fragment is a script".into()))?;
    let opened = opens(
        &page,
        &format!("{FUZZ}{FRAGMENT}"),
        json!([seed, BATCH, revision, services, script]),
    )
    .await?;
    assert!(opened > 30, "the fragment opened {opened} times only");

    let include = fs::read_to_string(dist().join("includes/cookies.en.html"))?;
    let script = include
        .split_once("<script>")
        .and_then(|(_, rest)| rest.split_once("</script>"));
    let script = script
        .map(|(script, _)| script)
        .ok_or_else(|| Failure("the bar brings its script".into()))?;
    let hidden = opens(
        &page,
        &format!("{FUZZ}{INCLUDE}"),
        json!([seed, BATCH, revision, services, script]),
    )
    .await?;
    assert!(hidden > 30, "the bar was hidden {hidden} times only");
    Ok(())
}

/// Has a reader read, which must make of every string what it should; how many it opened for.
async fn opens(page: &Page<'_>, script: &str, given: Value) -> Outcome<u64> {
    let result: Value = page.js(script, given).await?;
    assert_eq!(result["wrong"], json!([]), "read otherwise");
    assert_eq!(result["errors"], json!([]), "thrown");
    Ok(result["opened"].as_u64().unwrap_or_default())
}
