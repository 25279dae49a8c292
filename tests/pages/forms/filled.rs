//! Fields that somebody else fills, or that come later.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Kind, PLACED, is_held, own};
use crate::{
    harness::{Browser, Outcome, part, scenarios},
    kiosk,
    server::{Behaviour, Fault},
};

scenarios![Plain: filled_by_the_browser, a_field_that_comes_later_moves_nothing_twice];

/// As a browser fills in what it remembers: values and events, and no key. `arguments`: name and mail.
const AUTOFILL: &str = "
    [['#name', arguments[0]], ['#mail', arguments[1]]].forEach(([selector, value]) => {
        const field = document.querySelector(selector);
        field.value = value;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
    })";

/// Before the widget is there, and after: what was filled in goes as it is, and fills in nothing of ours.
async fn filled_by_the_browser(browser: &Browser) -> Outcome {
    let kind = Kind {
        page: "native",
        tag: PLACED,
        noted: 0,
    };
    // Not the script as well: Firefox reports no page as loaded before what it imports is there, and then the widget is too.
    let slow = Behaviour::default().fault("_bg.wasm", Fault::Slow(Duration::from_secs(3)));
    let page = browser.visit(slow).await?;
    kind.open(&page, "require").await?;
    let early: bool = page
        .js(
            &format!("{AUTOFILL}; return deep('[part~=notice]').length === 0"),
            json!(["Ada", "ada@example.org"]),
        )
        .await?;
    assert!(early, "the widget is still on its way");
    page.tells("notice").await?;
    is_held(&page).await?;
    // Autofill may come again at any moment, also while the question is open.
    page.run(AUTOFILL, json!(["Ada", "lovelace@example.org"]))
        .await?;
    assert!(page.told("guardian").await?.is_empty(), "nobody answered");
    page.click(super::OVER).await?;
    let sent = kind.send(&page).await?;
    let own = own(&sent, Some("not-needed"));
    assert_eq!(
        own[..2],
        [
            ("name".to_owned(), "Ada".to_owned()),
            ("mail".to_owned(), "lovelace@example.org".to_owned())
        ]
    );
    drop(page);

    // A shared screen wipes what was filled in without a touch, too.
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/forms/native.html?service=customer-management&part=visiting&form=%23form&cookies=off&kiosk=60")
        .await?;
    kiosk::settle(&page).await?;
    page.run(AUTOFILL, json!(["Quill", "quill@example.org"]))
        .await?;
    kiosk::is(&page, "active").await?;
    kiosk::seconds_pass(&page, 41).await?;
    page.shows(&part("kiosk-countdown")).await?;
    kiosk::seconds_pass(&page, 21).await?;
    page.tells("reset").await?;
    kiosk::is(&page, "resting").await?;
    let left: Vec<String> = page
        .js(
            "return [...document.querySelectorAll('#form [name]')].map((field) => field.value)",
            json!([]),
        )
        .await?;
    assert!(!left.concat().to_lowercase().contains("quill"), "{left:?}");
    Ok(())
}

/// A reason comes with its field, before the browser paints either: where the label's line has room for it nothing moves
/// but for the field, and where it has none everything below moves once. Nothing above moves at all.
async fn a_field_that_comes_later_moves_nothing_twice(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=connect-derby&form=%23form&cookies=off&guardian=off")
        .await?;
    page.tells("notice").await?;
    for width in ["40rem", "11rem"] {
        // Where everything stands in each frame after the field has come, as it is painted.
        let script = "
            const form = document.querySelector('#form');
            form.style.width = arguments[0];
            document.querySelector('#bank')?.remove();
            const where = () => ['#name', '#other', '#form button', '#sort'].map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? null);
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
                const before = where();
                document.querySelector('#name').parentNode.insertAdjacentHTML('afterend',
                    '<p id=bank><label for=sort>Sort code</label> <input id=sort data-notice-field=bank-details></p>');
                const frames = [];
                const note = () => (frames.push(where()), frames.length < 12 ? requestAnimationFrame(note) : done([before, frames, deep('council-notice-why').length]));
                requestAnimationFrame(note);
            })))";
        let (before, frames, reasons): (Vec<Value>, Vec<Vec<Value>>, usize) =
            page.js(script, json!([width])).await?;
        assert_eq!(reasons, 1, "{width}");
        let first = frames.first().cloned().unwrap_or_default();
        assert_eq!(first[0], before[0], "{width}: what is above stays");
        assert!(first[3].is_number(), "{width}: the field is there");
        assert!(
            frames.iter().all(|frame| *frame == first),
            "{width}: {before:?} {frames:?}"
        );
    }
    Ok(())
}
