//! A shared screen for everybody: the success criteria of WCAG 2.2 by number, and axe on every state.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, axe, part, scenarios},
    keyboard::{focus_can_be_seen, tab_stays_within, tab_to},
    kiosk::{is, name, open, seconds_pass, somebody_types},
};

scenarios![Plain:
    wcag_2_2_1_timing_adjustable, wcag_2_4_11_focus_not_obscured, wcag_2_5_8_target_size, wcag_3_3_7_redundant_entry,
    wcag_4_1_3_status_messages, every_state_passes_axe, larger_text_covers_nothing;
    Dark: every_state_passes_axe_in_the_dark;
];

/// Twenty seconds to say so, with one key, as often as one likes.
async fn wcag_2_2_1_timing_adjustable(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    somebody_types(&page, "Quill").await?;
    for round in 0..11 {
        seconds_pass(&page, 41).await?;
        page.shows(&part("kiosk-stay")).await?;
        assert!(
            page.focused(&part("kiosk-stay")).await?,
            "the focus is on the answer"
        );
        seconds_pass(&page, 18).await?;
        page.press(if round % 2 == 0 {
            Key::Enter
        } else {
            Key::Escape
        })
        .await?;
        page.hides(&part("kiosk-countdown")).await?;
        is(&page, "active").await?;
        assert!(
            page.focused("#name").await?,
            "the focus is back where it was"
        );
    }
    assert_eq!(name(&page).await?, "Quill");
    assert!(page.told("reset").await?.is_empty());
    seconds_pass(&page, 41).await?;
    page.shows(&part("kiosk-stay")).await?;
    tab_stays_within(&page, &part("kiosk-countdown")).await
}

async fn wcag_2_4_11_focus_not_obscured(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        focus_can_be_seen(&page).await?;
    }
    tab_to(&page, ".bar .tool").await
}

/// 24 px is the law's minimum; a thumb on a screen on the wall wants 64.
async fn wcag_2_5_8_target_size(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let small = "
        return deep('button, input, [part~=notice-open], [part~=why]').filter((one) => one.checkVisibility({ visibilityProperty: true }))
            .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
            .filter(([{ width, height }]) => width < 64 || height < 64).map(([{ width, height }, html]) => `${width} x ${height} ${html}`)";
    let found: Vec<String> = page.js(small, json!([])).await?;
    assert!(found.is_empty(), "{found:#?}");
    somebody_types(&page, "Quill").await?;
    seconds_pass(&page, 41).await?;
    page.shows(&part("kiosk-stay")).await?;
    let found: Vec<String> = page.js(small, json!([])).await?;
    assert!(found.is_empty(), "{found:#?}");
    let hand: f64 = page
        .js(
            "return shown('[part~=kiosk-stay]')[0].getBoundingClientRect().height",
            json!([]),
        )
        .await?;
    assert!(hand >= 128.0, "as large as a hand: {hand}");
    Ok(())
}

/// What somebody typed is not asked for again: not after the warning, and not in another language.
async fn wcag_3_3_7_redundant_entry(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    somebody_types(&page, "Quill").await?;
    seconds_pass(&page, 41).await?;
    page.click(&part("kiosk-stay")).await?;
    page.hides(&part("kiosk-countdown")).await?;
    page.run(
        "deep('.bar .language').find((one) => one.lang === 'ur').click()",
        json!([]),
    )
    .await?;
    page.until("Urdu is spoken", "return document.documentElement.dataset.councilNoticeLang === 'ur' && shown('[part~=notice]').length === 1", json!([])).await?;
    assert_eq!(name(&page).await?, "Quill");
    let rtl: String = page
        .js(
            "return getComputedStyle(deep('.screen')[0]).direction",
            json!([]),
        )
        .await?;
    assert_eq!(rtl, "rtl");
    Ok(())
}

/// Told to whoever listens, without the focus going there.
async fn wcag_4_1_3_status_messages(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    somebody_types(&page, "Quill").await?;
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.until(
        "that the screen is ready is told",
        "return /ready for the next/.test(deep('.bar [role=status]')[0].textContent)",
        json!([]),
    )
    .await?;
    let away: bool = page
        .js("return active() === document.body", json!([]))
        .await?;
    assert!(away);
    somebody_types(&page, "Quill").await?;
    page.until(
        "and not for ever",
        "return deep('.bar [role=status]')[0].textContent === ''",
        json!([]),
    )
    .await?;
    seconds_pass(&page, 41).await?;
    page.shows(&part("kiosk-countdown")).await?;
    let timer: Value = page.js("const timer = deep('#countdown-text')[0]; return [timer.role ?? timer.getAttribute('role'), timer.getAttribute('aria-live'), /20/.test(timer.textContent)]", json!([])).await?;
    assert_eq!(timer, json!(["timer", "assertive", true]));
    seconds_pass(&page, 4).await?;
    page.until(
        "time goes on",
        "return Number(deep('[part~=kiosk-countdown] .ring span')[0].textContent) < 17",
        json!([]),
    )
    .await?;
    let still: bool = page
        .js(
            "return /20/.test(deep('#countdown-text')[0].textContent)",
            json!([]),
        )
        .await?;
    assert!(still, "no voice counts every second");
    seconds_pass(&page, 6).await?;
    page.until(
        "ten seconds are told",
        "return / 10 /.test(deep('#countdown-text')[0].textContent)",
        json!([]),
    )
    .await
}

/// "Why we ask" measures its place beside the label: it measures again when the words have grown, and when they shrink.
async fn larger_text_covers_nothing(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    page.shows(&part("why")).await?;
    let apart = "
        const text = document.createRange();
        text.selectNodeContents(document.querySelector('label[for=name]'));
        const [label, button] = [text, deep('[part~=why]')[0]].map((one) => one.getBoundingClientRect());
        const gap = button.left - label.right;
        return (gap >= 4 && gap < 40) || button.top >= label.bottom - 1";
    for _ in 0..2 {
        page.run(
            "deep('.bar .tool').find((tool) => /Larger/.test(tool.textContent)).click()",
            json!([]),
        )
        .await?;
        page.until("the words and the button stand apart", apart, json!([]))
            .await?;
    }
    Ok(())
}

async fn every_state_passes_axe_in_the_dark(browser: &Browser) -> Outcome {
    every_state_passes_axe(browser).await
}

async fn every_state_passes_axe(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    axe::check(&page, "a kiosk at rest").await?;
    page.click(".bar .tool").await?;
    page.shows(".square .code").await?;
    axe::check(&page, "the square").await?;
    page.press(Key::Escape).await?;
    page.run("for (const name of [/High/, /Larger/, /Polski/]) deep('.bar .tool').find((tool) => name.test(tool.textContent)).click()", json!([])).await?;
    page.until("Polish is spoken", "return document.documentElement.dataset.councilNoticeLang === 'pl' && shown('[part~=notice]').length === 1", json!([])).await?;
    axe::check(&page, "high contrast, large, Polish").await?;
    somebody_types(&page, "Quill").await?;
    seconds_pass(&page, 41).await?;
    page.shows(&part("kiosk-countdown")).await?;
    axe::check(&page, "the warning").await
}
