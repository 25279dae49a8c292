//! Every kind of form × what the widget does about age × widget present, failing, absent.
//!
//! A kind is one trial and one page of `site/forms/`. What the form sends without the tag is the measure: with the
//! widget it sends the same and two fields more. Where the widget fails or is absent only `require` is tried: the mode
//! is the widget's to read, and this is the one that could hold a form back.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, scenarios},
    server::{Fault, Mood},
};

scenarios![Plain:
    native_and_the_back_button, validated_by_its_page, in_steps, sent_by_a_script, drawn_by_a_framework,
    in_a_shadow_root, several_on_a_page,
];

type Sent = Vec<(String, String)>;

const MODES: [&str; 3] = ["prompt", "require", "off"];
const OVER: &str = "[part~=guardian-over]";

struct Kind {
    page: &'static str,
    /// More of the tag, as a query.
    tag: &'static str,
    /// The name that the visitor types.
    field: &'static str,
}

impl Kind {
    async fn open(&self, page: &Page<'_>, mode: &str) -> Outcome {
        let Self {
            page: path, tag, ..
        } = self;
        page.open(&format!(
            "__test/forms/{path}.html?guardian={mode}&cookies=off{tag}"
        ))
        .await
    }

    /// Types what a visitor types.
    async fn fill(&self, page: &Page<'_>) -> Outcome {
        page.fill(self.field, "Ada").await?;
        if self.page == "framework" {
            // Leaving the field has the page draw its form anew.
            page.press(Key::Tab).await?;
            page.until(
                "the form is a new one",
                "return state.drawn === 2",
                json!([]),
            )
            .await?;
        }
        Ok(())
    }
}

const PLACED: &str = "&service=connect-derby&form=%23form";

/// What was sent last, once `count` times something was sent.
async fn sent(page: &Page<'_>, count: usize) -> Outcome<Sent> {
    page.until(
        "the form is sent",
        "return sent.length === arguments[0]",
        json!([count]),
    )
    .await?;
    page.js("return sent.at(-1)", json!([])).await
}

/// What a form sends in order, less our own two fields; those are there once each, or not at all.
fn own(sent: &Sent, guardian: Option<&str>) -> Sent {
    let (ours, own): (Sent, Sent) = sent
        .iter()
        .cloned()
        .partition(|(name, _)| name.starts_with("council_notice"));
    match guardian {
        None => assert_eq!(ours, [], "nothing of ours"),
        Some(guardian) => {
            assert_eq!(ours.len(), 2, "{ours:?}");
            assert_eq!(ours[0].0, "council_notice");
            assert!(ours[0].1.starts_with("connect-derby@"), "{ours:?}");
            assert_eq!(
                ours[1],
                ("council_notice_guardian".to_owned(), guardian.to_owned())
            );
        }
    }
    own
}

/// The form without the tag, then with a widget that fails: it sends the same. Gives what it sends.
async fn without(browser: &Browser, kind: &Kind, each: usize) -> Outcome<Sent> {
    let mut measure = None;
    for fault in ["/council-notice.js", "/widget"] {
        let page = browser
            .visit(Mood::default().fault(fault, Fault::Missing))
            .await?;
        kind.open(&page, "require").await?;
        if fault == "/widget" {
            page.tells("error").await?;
        }
        kind.fill(&page).await?;
        page.click("#send").await?;
        let sent = own(&sent(&page, each).await?, None);
        assert_eq!(*measure.get_or_insert(sent.clone()), sent, "{fault}");
    }
    Ok(measure.unwrap_or_default())
}

/// Opens the form in a mode, fills it, answers what has to be answered, and gives what it says of the guardian.
async fn answered(page: &Page<'_>, kind: &Kind, mode: &str) -> Outcome<&'static str> {
    kind.open(page, mode).await?;
    page.tells("notice").await?;
    kind.fill(page).await?;
    match mode {
        "require" => {
            is_held(page).await?;
            page.click(OVER).await?;
            Ok("not-needed")
        }
        "prompt" => {
            page.shows("[part~=guardian]").await?;
            Ok("unsaid")
        }
        _ => {
            assert_eq!(page.count("[part~=guardian]").await?, 0);
            Ok("unsaid")
        }
    }
}

/// A click on the form's own button brings the visitor to the question, and the page's scripts hear of no submit.
async fn is_held(page: &Page<'_>) -> Outcome {
    let before: Value = page.js("return window.sent?.length", json!([])).await?;
    page.click("#send").await?;
    page.until(
        "the question has the focus",
        "return active().id === 'guardian-question'",
        json!([]),
    )
    .await?;
    let why: String = page
        .js(
            "return shown('[part~=guardian] [role=status]')[0].innerText",
            json!([]),
        )
        .await?;
    assert!(why.contains("not sent yet"), "{why}");
    let after: Value = page.js("return window.sent?.length", json!([])).await?;
    assert_eq!(before, after);
    Ok(())
}

/// Every mode, for the kinds that send once a submit.
async fn every_mode(browser: &Browser, kind: &Kind) -> Outcome {
    let measure = without(browser, kind, 1).await?;
    let page = browser.visit(Mood::default()).await?;
    for mode in MODES {
        let guardian = answered(&page, kind, mode).await?;
        page.click("#send").await?;
        let sent = sent(&page, 1).await?;
        assert_eq!(own(&sent, Some(guardian)), measure, "{mode}");
    }
    page.browser.quiet().await
}

/// The server's answer shows what arrived.
async fn arrived(page: &Page<'_>) -> Outcome<Sent> {
    page.until(
        "the answer is there",
        "return document.title === 'What the form sent'",
        json!([]),
    )
    .await?;
    let script = "return [...document.querySelectorAll('[data-field]')].map((cell) => [cell.dataset.field, cell.textContent])";
    page.js(script, json!([])).await
}

async fn native_and_the_back_button(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "native",
        tag: PLACED,
        field: "#name",
    };
    let measure = Sent::from([
        ("name".to_owned(), "Ada".to_owned()),
        ("mail".to_owned(), String::new()),
        ("how".to_owned(), "button".to_owned()),
    ]);
    for fault in ["/council-notice.js", "/widget"] {
        let page = browser
            .visit(Mood::default().fault(fault, Fault::Missing))
            .await?;
        kind.open(&page, "require").await?;
        kind.fill(&page).await?;
        page.click("#send").await?;
        assert_eq!(own(&arrived(&page).await?, None), measure, "{fault}");
    }
    let page = browser.visit(Mood::default()).await?;
    // The browser's own check comes first: it points at the field, not at our question.
    kind.open(&page, "require").await?;
    page.tells("notice").await?;
    page.click("#send").await?;
    page.until(
        "the empty field has the focus",
        "return active().id === 'name'",
        json!([]),
    )
    .await?;
    for mode in MODES {
        let guardian = answered(&page, &kind, mode).await?;
        page.browser.quiet().await?;
        page.click("#send").await?;
        assert_eq!(
            own(&arrived(&page).await?, Some(guardian)),
            measure,
            "{mode}"
        );
    }
    // Back to the form, from wherever the browser kept it: it works, and each field of ours goes once.
    browser.driver.back().await?;
    page.shows("[part~=notice]").await?;
    page.run(
        "document.querySelector('#name').value = 'Ada'; document.querySelector('#form').requestSubmit(document.querySelector('#send'))",
        json!([]),
    )
    .await?;
    assert_eq!(own(&arrived(&page).await?, Some("unsaid")), measure);
    Ok(())
}

/// `novalidate`, the page's own check, and its own `aria-describedby`, which neither side may spoil for the other.
async fn validated_by_its_page(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "validated",
        tag: PLACED,
        field: "#name",
    };
    every_mode(browser, &kind).await?;
    let page = browser.visit(Mood::default()).await?;
    kind.open(&page, "prompt").await?;
    page.shows("#form council-notice-why").await?;
    page.click("#send").await?;
    page.shows("#problem").await?;
    let described = "return document.querySelector('#name').getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.tagName ?? id)";
    let by: Vec<String> = page.js(described, json!([])).await?;
    assert_eq!(
        by,
        ["SPAN", "SPAN", "P"],
        "the hint, our reason, the problem"
    );
    page.run("document.querySelector('#form').id = 'gone'; document.querySelector('council-notice').remove()", json!([]))
        .await?;
    page.hides("council-notice-why").await?;
    let by: Vec<String> = page.js(described, json!([])).await?;
    assert_eq!(by, ["SPAN", "P"], "only ours is gone");
    Ok(())
}

async fn in_steps(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "steps",
        tag: PLACED,
        field: "#name",
    };
    let measure = {
        let page = browser
            .visit(Mood::default().fault("/council-notice.js", Fault::Missing))
            .await?;
        walk(&page, &kind, "require").await?;
        page.click("#send").await?;
        own(&sent(&page, 1).await?, None)
    };
    assert_eq!(measure.len(), 2, "both steps' fields");
    let page = browser
        .visit(Mood::default().fault("/widget", Fault::Missing))
        .await?;
    walk(&page, &kind, "require").await?;
    page.click("#send").await?;
    assert_eq!(own(&sent(&page, 1).await?, None), measure);

    let page = browser.visit(Mood::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.tells("notice").await?;
        assert_eq!(
            page.count("council-notice-why").await?,
            0,
            "no such field yet"
        );
        fill_steps(&page).await?;
        let tied: bool = page
            .js("const field = document.querySelector('#sort'); return document.getElementById(field.getAttribute('aria-describedby'))?.closest('council-notice-why') !== null", json!([]))
            .await?;
        assert!(tied, "a field that came later has its reason");
        let guardian = if mode == "require" {
            is_held(&page).await?;
            page.click(OVER).await?;
            "not-needed"
        } else {
            "unsaid"
        };
        page.click("#send").await?;
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        page.run("document.querySelector('#bank').remove()", json!([]))
            .await?;
        page.hides("council-notice-why").await?;
    }
    // The notice stands inside the first step, which is hidden when the form is sent: nobody could answer.
    page.open("__test/forms/steps.html?guardian=require&cookies=off&inside")
        .await?;
    page.tells("notice").await?;
    fill_steps(&page).await?;
    page.click("#send").await?;
    assert_eq!(own(&sent(&page, 1).await?, Some("unsaid")), measure);
    Ok(())
}

async fn walk(page: &Page<'_>, kind: &Kind, mode: &str) -> Outcome {
    kind.open(page, mode).await?;
    fill_steps(page).await
}

async fn fill_steps(page: &Page<'_>) -> Outcome {
    page.fill("#name", "Ada").await?;
    page.click(".next").await?;
    page.fill("#sort", "010203").await?;
    page.click(".next").await
}

/// Read as `FormData`, as `URLSearchParams`, field by field into JSON and into an encoded text, and as it arrives.
async fn sent_by_a_script(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "fetched",
        tag: PLACED,
        field: "#name",
    };
    let measure = without(browser, &kind, 5).await?;
    assert_eq!(measure, [("name".to_owned(), "Ada".to_owned())]);
    let page = browser.visit(Mood::default()).await?;
    for mode in MODES {
        let guardian = answered(&page, &kind, mode).await?;
        page.click("#send").await?;
        sent(&page, 5).await?;
        // The page stays: a second answer goes with the second submit.
        let second = if mode == "off" {
            guardian
        } else {
            page.click("[part~=guardian-under]").await?;
            page.click("[part~=guardian-permission] button:nth-of-type(2)")
                .await?;
            "not-confirmed"
        };
        page.click("#send").await?;
        sent(&page, 10).await?;
        let all: Vec<Sent> = page.js("return sent", json!([])).await?;
        for (at, sent) in all.iter().enumerate() {
            let guardian = if at < 5 { guardian } else { second };
            let mut own = own(&sorted(sent), Some(guardian));
            own.sort();
            assert_eq!(own, measure, "{mode}, way {at}");
        }
    }
    page.browser.quiet().await
}

/// Scripts that go field by field meet ours first: they stand in the notice, at the form's top.
fn sorted(sent: &Sent) -> Sent {
    let mut sent = sent.clone();
    sent.sort();
    sent
}

/// Forms that are replaced by new ones keep the answer given, and forms that are moved keep everything.
async fn drawn_by_a_framework(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "framework",
        tag: PLACED,
        field: "#name",
    };
    let measure = without(browser, &kind, 1).await?;
    let page = browser.visit(Mood::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.tells("notice").await?;
        if mode != "off" {
            page.click(OVER).await?;
        }
        let guardian = if mode == "off" {
            "unsaid"
        } else {
            "not-needed"
        };
        kind.fill(&page).await?;
        page.shows("#form council-notice-why").await?;
        if mode != "off" {
            page.shows("[part~=guardian-over][aria-pressed=true]")
                .await?;
        }
        page.run(
            "document.querySelector('#elsewhere').append(document.querySelector('#form'))",
            json!([]),
        )
        .await?;
        page.shows("#elsewhere council-notice-why").await?;
        page.click("#send").await?;
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        assert_eq!(page.count("[part~=notice]").await?, 1);
        assert_eq!(page.count("council-notice-why").await?, 1);
    }
    page.browser.quiet().await
}

async fn in_a_shadow_root(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "shadow",
        tag: "",
        field: "#name",
    };
    every_mode(browser, &kind).await?;
    let page = browser.visit(Mood::default()).await?;
    kind.open(&page, "prompt").await?;
    page.shows("council-notice-why").await?;
    let tied: bool = page
        .js("const field = deep('#name')[0]; return field.getRootNode().getElementById(field.getAttribute('aria-describedby')) !== null", json!([]))
        .await?;
    assert!(tied, "the reason stands in the field's own tree");
    Ok(())
}

/// Each form has its own notice, question and reasons; one without a notice has nothing of ours.
async fn several_on_a_page(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "several",
        tag: "",
        field: "#name",
    };
    let measure = without(browser, &kind, 1).await?;
    let page = browser.visit(Mood::default()).await?;
    for mode in MODES {
        kind.open(&page, mode).await?;
        page.until(
            "both notices are there",
            "return shown('[part~=notice]').length === 2",
            json!([]),
        )
        .await?;
        kind.fill(&page).await?;
        if mode != "off" {
            page.run("shown('[part~=guardian-over]')[1].click()", json!([]))
                .await?;
        }
        page.click("#send").await?;
        let guardian = if mode == "off" {
            "unsaid"
        } else {
            "not-needed"
        };
        assert_eq!(
            own(&sent(&page, 1).await?, Some(guardian)),
            measure,
            "{mode}"
        );
        page.click("#find").await?;
        assert_eq!(own(&sent(&page, 2).await?, None).len(), 1);
        if mode == "prompt" {
            page.click("#send-other").await?;
            let other = sent(&page, 3).await?;
            let ours: Vec<&str> = other.iter().map(|(_, value)| value.as_str()).collect();
            assert!(
                ours.iter()
                    .any(|value| value.starts_with("healthy-housing-hub@")),
                "{ours:?}"
            );
            assert!(
                ours.contains(&"unsaid"),
                "an answer counts for its own form: {ours:?}"
            );
        }
        let ids: Vec<String> = page
            .js("return [...document.querySelectorAll('[aria-describedby]')].map((field) => field.getAttribute('aria-describedby'))", json!([]))
            .await?;
        assert_eq!(ids.len(), 2);
        assert_ne!(ids[0], ids[1]);
    }
    page.browser.quiet().await
}
