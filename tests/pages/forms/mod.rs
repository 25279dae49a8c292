//! Every kind of form × what the widget does about age × widget present, failing, absent.
//!
//! A kind is one trial and one page of `site/forms/`. What the form sends without the tag is the measure: with a widget
//! that fails it sends the same in every mode, and with the widget the same and two fields more.

mod filled;
mod sent;
mod shaped;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Failure, Outcome, Page},
    server::{Behaviour, Fault},
};

pub(crate) use filled::ALL as FILLED;
pub(crate) use sent::ALL as SENT;
pub(crate) use shaped::ALL as SHAPED;

/// Names and values, in the order that they are sent in.
pub(crate) type Sent = Vec<(String, String)>;

const MODES: [&str; 3] = ["prompt", "require", "off"];
const OVER: &str = "[part~=guardian-over]";
const PLACED: &str = "&service=connect-derby&form=%23form";

struct Kind {
    page: &'static str,
    /// More of the tag, as a query.
    tag: &'static str,
    /// How often the page notes what a submit sends; never where it goes to the server itself.
    noted: usize,
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
        page.fill("#name", "Ada").await?;
        match self.page {
            "framework" => {
                // Leaving the field has the page draw its form anew.
                page.press(Key::Tab).await?;
                let drawn = "return state.drawn === 2";
                page.until("the form is a new one", drawn, json!([])).await
            }
            "steps" => {
                page.click(".next").await?;
                page.fill("#sort", "010203").await?;
                page.click(".next").await
            }
            _ => Ok(()),
        }
    }

    /// Sends the form with its button for the first time, and gives what it sends.
    async fn send(&self, page: &Page<'_>) -> Outcome<Sent> {
        page.browser.quiet().await?;
        page.click("#send").await?;
        match self.noted {
            0 => arrived(page).await,
            noted => sent(page, noted).await,
        }
    }
}

/// What was noted last, once something was noted `count` times.
async fn sent(page: &Page<'_>, count: usize) -> Outcome<Sent> {
    page.until(
        "the form is sent",
        "return sent.length === arguments[0]",
        json!([count]),
    )
    .await?;
    page.js("return sent.at(-1)", json!([])).await
}

/// What arrived, as the server's answer shows it: as a page, or kept by the page's own script.
pub(crate) async fn arrived(page: &Page<'_>) -> Outcome<Sent> {
    page.until(
        "the answer is there",
        "return document.title === 'What the form sent' || typeof window.__answer === 'string'",
        json!([]),
    )
    .await?;
    let script = "
        const answer = window.__answer ? new DOMParser().parseFromString(window.__answer, 'text/html') : document;
        return [...answer.querySelectorAll('[data-field]')].map((cell) => [cell.dataset.field, cell.textContent])";
    page.js(script, json!([])).await
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

/// The form without the tag, then with a widget that fails, in every mode: it sends the same. Gives what it sends.
async fn without(browser: &Browser, kind: &Kind) -> Outcome<Sent> {
    let mut measure = None;
    for fault in ["/council-notice.js", "/widget"] {
        let page = browser
            .visit(Behaviour::default().fault(fault, Fault::Missing))
            .await?;
        for mode in MODES {
            kind.open(&page, mode).await?;
            if fault == "/widget" {
                page.tells("error").await?;
            }
            kind.fill(&page).await?;
            let sent = own(&kind.send(&page).await?, None);
            assert_eq!(
                *measure.get_or_insert(sent.clone()),
                sent,
                "{fault}, {mode}"
            );
        }
    }
    measure.ok_or_else(|| Failure("no mode was tried".into()))
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

/// Every mode against the measure, on a page that stays.
async fn every_mode<'a>(browser: &'a Browser, kind: &Kind, measure: &Sent) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    for mode in MODES {
        let guardian = answered(&page, kind, mode).await?;
        let sent = kind.send(&page).await?;
        assert_eq!(own(&sent, Some(guardian)), *measure, "{mode}");
    }
    Ok(page)
}
