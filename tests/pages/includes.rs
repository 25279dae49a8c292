//! Includes: the notice stands in the page's own HTML, whole before any script, and the widget takes it over as it stands.

use std::{fs, time::Duration};

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Outcome, Page, axe, demo::POLICY, dist, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![
    Plain:
        six_answers_whatever_becomes_of_the_widget, taken_over_as_it_stands, nothing_is_fetched_for_a_reader,
        a_style_sheet_that_is_late, read_while_the_gate_runs, put_in_by_script, a_policy_that_refuses_markup;
    NoScript: whole_without_a_script;
];

pub(super) const COMPLAINT: &str = "demo/complaint-include.html";
pub(super) const TENANCY: &str = "demo/tenancy-include.html";
pub(super) const GATE: &str = "/council-notice.js";
/// The widget's files.
const WIDGET: &str = "widget-";

/// The page with a notice that has nothing to add beside a field: nobody needs the widget to read it.
pub(super) fn lazy() -> Behaviour {
    Behaviour::default().edit(COMPLAINT, " release=", " loading=\"lazy\" release=")
}

/// Questions and answers of the card, and the address behind it.
const CARD: &str = "
    const card = shown('[part~=notice]')[0];
    return [[...card.querySelectorAll('.answer')].filter((one) => one.querySelector('dt').innerText && one.querySelector('dd').innerText).length,
        card.querySelector('[part~=notice-open]').href.split('/').slice(3).join('/')]";

pub(super) async fn six_answers(page: &Page<'_>) -> Outcome {
    page.shows(&part("notice")).await?;
    let card: Value = page.js(CARD, json!([])).await?;
    assert_eq!(
        card,
        json!([6, "notices/customer-management/#part-complaints"])
    );
    let sent = "return new FormData(document.querySelector('#complaint')).getAll('council_notice').map((one) => one.split('@')[0])";
    let sent: Value = page.js(sent, json!([])).await?;
    assert_eq!(sent, json!(["customer-management"]), "recorded, and once");
    Ok(())
}

async fn six_answers_whatever_becomes_of_the_widget(browser: &Browser) -> Outcome {
    let slow = Fault::Slow(Duration::from_secs(5));
    let faults = [
        ("", Fault::Missing),
        (WIDGET, Fault::Missing),
        (WIDGET, slow),
        ("/deferred.", Fault::Missing),
        (GATE, Fault::Missing),
        ("/card-", Fault::Missing),
    ];
    for (path, fault) in faults {
        let behaviour = match path {
            "" => Behaviour::default(),
            path => Behaviour::default().fault(path, fault),
        };
        let page = browser.visit(behaviour).await?;
        page.open(COMPLAINT).await?;
        six_answers(&page).await?;
        axe::check(&page, COMPLAINT).await?;
        match (path, fault) {
            (WIDGET, Fault::Missing) => {
                page.tells("error").await?;
            }
            ("", _) | (WIDGET, _) => {
                page.tells("notice").await?;
                assert!(page.count(&part("why")).await? > 0, "and the reasons come");
            }
            _ => {}
        }
        six_answers(&page).await?;
    }
    Ok(())
}

/// Keeps a selection in an answer and the focus on the link, and the card's nodes.
pub(super) const HOLD: &str = "
    const root = document.querySelector('council-notice').shadowRoot;
    const answer = root.querySelector('dd');
    root.querySelector('[part~=notice-open]').focus({ preventScroll: true });
    getSelection().setBaseAndExtent(answer.firstChild, 2, answer.firstChild, 9);
    window.__card = [...root.querySelectorAll('.card, .card *')];
    window.__chosen = String(getSelection())";

/// Whether all of that is as it was.
const HELD: &str = "
    const root = document.querySelector('council-notice').shadowRoot;
    const now = [...root.querySelectorAll('.card, .card *')];
    return [now.length - __card.length, now.every((one, at) => one === __card[at]), active()?.part.value, String(getSelection()) === __chosen]";

async fn taken_over_as_it_stands(browser: &Browser) -> Outcome {
    for path in [COMPLAINT, TENANCY] {
        let slow = Fault::Slow(Duration::from_secs(2));
        let page = browser
            .visit(Behaviour::default().fault(".wasm", slow))
            .await?;
        page.open(path).await?;
        page.run(HOLD, json!([])).await?;
        // Where a label's line is full, far below, a reason takes one of its own.
        let places = "return [...shown('[part~=notice]'), ...[...document.querySelectorAll('form .field')].slice(0, 3)].map((one) => one.getBoundingClientRect().toJSON())";
        let before: Value = page.js(places, json!([])).await?;
        let shift = "return __seen.shift";
        let shifted: f64 = page.js(shift, json!([])).await?;
        page.tells("notice").await?;
        let held: Value = page.js(HELD, json!([])).await?;
        assert_eq!(held, json!([0, true, "notice-open", true]), "{path}");
        let after: Value = page.js(places, json!([])).await?;
        assert_eq!(before, after, "{path}: nothing has moved");
        if browser.engine == Engine::Chromium {
            let shift: f64 = page.js(shift, json!([])).await?;
            assert_eq!(shift, shifted, "{path}: the layout shifted");
            assert!(shift < 0.01, "{path}: the layout shifted by {shift}");
        }
        page.run("shown('[part~=notice-open]')[0].click()", json!([]))
            .await?;
        page.shows(&part("notice-dialog")).await?;
        if path == TENANCY {
            assert_eq!(page.count(&part("guardian")).await?, 1);
        }
    }
    Ok(())
}

async fn nothing_is_fetched_for_a_reader(browser: &Browser) -> Outcome {
    let page = browser.visit(lazy()).await?;
    page.open(COMPLAINT).await?;
    six_answers(&page).await?;
    page.run(
        "return new Promise((done) => setTimeout(done, 6000, null))",
        json!([]),
    )
    .await?;
    let paths = page.paths();
    let files = paths
        .iter()
        .filter(|path| !path.starts_with("/demo/") && !path.ends_with(".css"));
    assert_eq!(files.collect::<Vec<_>>(), ["/council-notice.js"]);
    // The visitor turns to the card.
    page.run(
        "shown('[part~=notice-open]')[0].focus({ preventScroll: true })",
        json!([]),
    )
    .await?;
    page.tells("notice").await?;
    assert!(page.paths().iter().any(|path| path.ends_with(".wasm")));
    assert!(page.focused(&part("notice-open")).await?);
    Ok(())
}

/// What stands below it is there, works and is drawn meanwhile.
async fn a_style_sheet_that_is_late(browser: &Browser) -> Outcome {
    let head = "<meta charset=\"utf-8\">";
    let look = [head, "<script src=\"/__test/looks.js\"></script>"].concat();
    let behaviour = Behaviour::default()
        .fault("/card-", Fault::Slow(Duration::from_secs(8)))
        .edit(COMPLAINT, head, &look)
        .edit(
            COMPLAINT,
            "<label for=\"details\">",
            "<label for=\"details\" elementtiming=\"details\">",
        );
    let page = browser.visit(behaviour).await?;
    page.open(COMPLAINT).await?;
    // Three seconds before the sheet comes: form, gate and card.
    let looks: Vec<(f64, bool, bool, u32, u32)> = page.js("return __looks", json!([])).await?;
    let then = looks.iter().find(|look| look.0 > 5000.0);
    let Some((_, true, true, answers, _)) = then else {
        panic!("{looks:?}");
    };
    assert!(*answers >= 6, "{looks:?}");
    // Only Chromium tells what it has drawn. Firefox draws nothing of a page before its first sheets have come: the manual says so.
    if browser.engine == Engine::Chromium {
        let drawn: f64 = page.js("return window.__drawn", json!([])).await?;
        assert!(drawn < 5000.0, "drawn after {drawn} ms");
    }
    Ok(())
}

/// A gate that the browser has kept runs before the page is there. Until the parser has left the include it is left alone: else a
/// card is drawn in its place, things move, and what is recorded is not what was read.
async fn read_while_the_gate_runs(browser: &Browser) -> Outcome {
    let rests = [
        "<template shadowrootmode",
        "<div id=\"card-front\"",
        "<div class=\"card-foot\"",
        "</template>",
        "<input type=\"hidden\" name=\"council_notice\"",
    ];
    for rest in rests {
        let page = Behaviour::default()
            .edit(COMPLAINT, " hash=\"", " hash=\"0")
            .edit(COMPLAINT, " release=\"", " release=\"0")
            .edit(COMPLAINT, " version=\"", " version=\"1-")
            .edit(COMPLAINT, "customer-management@", "customer-management@1-")
            .pause(COMPLAINT, rest, Duration::from_secs(2));
        let page = browser.visit(page).await?;
        page.open(COMPLAINT).await?;
        page.tells("notice").await?;
        six_answers(&page).await?;
        page.shows("[part~=notice] .news summary").await?;
        let seen = "const host = document.querySelector('council-notice');
            return [host.querySelectorAll('template').length, host.shadowRoot.querySelectorAll('[part~=notice]').length,
                new FormData(document.querySelector('#complaint')).get('council_notice').includes('@1-')]";
        let seen: Value = page.js(seen, json!([])).await?;
        assert_eq!(seen, json!([0, 1, true]), "{rest}");
        if browser.engine == Engine::Chromium {
            let shift: f64 = page.js("return __seen.shift", json!([])).await?;
            assert!(shift < 0.01, "{rest}: the layout shifted by {shift}");
        }
    }
    Ok(())
}

/// As htmx, Turbo and old browsers have it: the template is there, and nobody has made a root of it.
async fn put_in_by_script(browser: &Browser) -> Outcome {
    let file = fs::read_to_string(dist().join("includes/customer-management.complaints.en.html"))?;
    let lazy = file.replace(" release=", " loading=\"lazy\" release=");
    for (include, waits) in [(file, false), (lazy, true)] {
        let page = browser.visit(Behaviour::default()).await?;
        page.open("__test/form.html?cookies=off").await?;
        page.ready().await?;
        page.run(
            "document.querySelector('#form').insertAdjacentHTML('afterbegin', arguments[0])",
            json!([include]),
        )
        .await?;
        page.shows(&part("notice")).await?;
        if waits {
            let paths = page.paths();
            assert!(
                !paths.iter().any(|path| path.ends_with(".wasm")),
                "{paths:?}"
            );
            page.run("shown('[part~=notice-open]')[0].focus()", json!([]))
                .await?;
        }
        page.tells("notice").await?;
        assert_eq!(page.count(&part("notice")).await?, 1);
    }
    Ok(())
}

/// Trusted Types let no widget in: the include is whole, and its link is a link.
async fn a_policy_that_refuses_markup(browser: &Browser) -> Outcome {
    let policy = format!("{POLICY}; require-trusted-types-for 'script'");
    let page = browser
        .visit(Behaviour::default().policy("/demo/", &policy))
        .await?;
    page.open(COMPLAINT).await?;
    six_answers(&page).await?;
    // Only Chromium knows the policy.
    if browser.engine == Engine::Chromium {
        page.tells("error").await?;
        page.click(&part("reject")).await?;
        page.click("[data-council-notice=hide]").await?;
        page.click(&part("notice-open")).await?;
        page.until_windows(2).await?;
    }
    Ok(())
}

/// A driver's own script runs where the page's do not.
async fn whole_without_a_script(browser: &Browser) -> Outcome {
    // WebKit takes no order to switch scripts off, but a policy.
    let behaviour = match browser.engine {
        Engine::WebKit => {
            Behaviour::default().policy("/demo/", "sandbox allow-same-origin allow-forms")
        }
        _ => Behaviour::default(),
    };
    let page = browser.visit(behaviour).await?;
    for (path, says) in [
        (COMPLAINT, "insurance companies"),
        (TENANCY, "Codemakers Ltd"),
    ] {
        page.open(path).await?;
        let read = "return shown('council-notice').length === 1 && shown('.answer').map((one) => one.innerText)";
        let read: Vec<String> = page.js(read, json!([])).await?;
        assert_eq!(read.len(), 6, "{path}: {read:?}");
        assert!(read.concat().contains(says), "{path}: {read:?}");
        assert!(read.iter().all(|answer| answer.contains('\n')), "{read:?}");
        let link = "
            const link = shown('[part~=notice-open]')[0];
            return [link.offsetHeight >= 44, getComputedStyle(link).borderTopStyle, document.querySelector('form').elements.council_notice.type]";
        let link: Value = page.js(link, json!([])).await?;
        assert_eq!(link, json!([true, "solid", "hidden"]), "{path}: styled");
        for name in ["banner", "guardian"] {
            assert_eq!(page.count(&part(name)).await?, 0, "{path}: {name}");
        }
        let room = "return deep('.ahead').every((one) => getComputedStyle(one).display === 'none')";
        // A policy is no word of the visitor's: there the room stays.
        if browser.engine != Engine::WebKit {
            assert!(page.js::<bool>(room, json!([])).await?, "{path}: no room");
        }
    }
    let paths = page.paths();
    assert!(!paths.iter().any(|path| path.ends_with(".js")), "{paths:?}");
    Ok(())
}
