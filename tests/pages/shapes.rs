//! The notice and "Why we ask" in forms of every shape: nothing of the page moves for a reason, and the card keeps its own.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    reasons_move_nothing_of_the_page, on_the_baseline_in_the_page_s_font, the_card_keeps_its_shape,
    a_form_in_one_row_has_it_before_it, an_open_reason_closes_alone,
];

/// How every element of each form stands from its form's first one on, and how the corners of neighbours look.
const STANDS: &str = "
    return Object.fromEntries([...document.forms].map((form) => {
        const own = [...form.querySelectorAll('*')].filter((one) => !one.closest('council-notice, council-notice-why'));
        const from = own[0].getBoundingClientRect();
        return [form.className, own.map((one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            const { borderTopRightRadius, borderTopColor, paddingBottom } = getComputedStyle(one);
            const seen = width || height;
            const where = seen ? [left, top - from.top, width, height].map((length) => Math.round(length * 100) / 100) : [];
            return [one.localName, ...where, borderTopRightRadius, borderTopColor, paddingBottom].join(' ');
        })];
    }))";

async fn open(browser: &Browser) -> Outcome<Page<'_>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/shapes.html?cookies=off").await?;
    page.ready().await?;
    Ok(page)
}

async fn add(page: &Page<'_>) -> Outcome {
    let add = "
        for (const form of document.forms) {
            const notice = document.createElement('council-notice');
            notice.setAttribute('service', 'customer-management');
            notice.setAttribute('part', 'complaints');
            form.prepend(notice);
        }";
    page.run(add, json!([])).await?;
    let there = "return __seen.events.filter(({ name }) => name === 'notice').length === document.forms.length";
    page.until("every form has its notice", there, json!([]))
        .await
}

async fn reasons_move_nothing_of_the_page(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    let before: Value = page.js(STANDS, json!([])).await?;
    add(&page).await?;
    let after: Value = page.js(STANDS, json!([])).await?;
    let shapes = before.as_object().expect("an object a form");
    assert!(shapes.len() > 15, "{}", shapes.len());
    for (shape, stood) in shapes {
        assert_eq!(&after[shape], stood, "{shape}");
    }
    // The buttons are there all the same, cover nothing that can be read or filled in, and keep to their form.
    let covered = "
        return [...document.forms].flatMap((form) => [...form.querySelectorAll('council-notice-why')].flatMap((why) => {
            const button = why.shadowRoot.querySelector('button');
            const { left, right, top, bottom } = (button.hasAttribute('data-sign') ? button : button.querySelector('.words')).getBoundingClientRect();
            const room = form.getBoundingClientRect();
            const wrong = left < room.left - 1 || right > room.right + 1 ? [form.className + ' leaves its form'] : [];
            const other = [...form.querySelectorAll('input, textarea, select, button')].map((one) => one.getBoundingClientRect());
            const hit = other.some((one) => one.left < right - 1 && left < one.right - 1 && one.top < bottom - 5 && top < one.bottom - 5);
            return button.hasAttribute('data-sign') || !hit ? wrong : [...wrong, form.className + ' covers a field'];
        }))";
    let covered: Vec<String> = page.js(covered, json!([])).await?;
    assert!(covered.is_empty(), "{covered:?}");
    let count = page.count("form:not(.boxes) council-notice-why").await?;
    assert!(count >= 24, "{count} reasons");
    Ok(())
}

async fn on_the_baseline_in_the_page_s_font(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    add(&page).await?;
    // A letterless inline block stands on the baseline of its line.
    let lines = "
        return ['column', 'lines', 'rules', 'owl'].flatMap((name) => [...document.querySelectorAll(`.${name} label`)].map((label) => {
            const button = document.querySelectorAll(`.${name} council-notice-why`)[[...document.querySelectorAll(`.${name} label`)].indexOf(label)].shadowRoot.querySelector('button');
            const own = button.querySelector('.baseline').getBoundingClientRect().bottom;
            const probe = document.createElement('i');
            probe.style.display = 'inline-block';
            label.append(probe);
            const theirs = probe.getBoundingClientRect().bottom;
            probe.remove();
            const [one, other] = [getComputedStyle(button), getComputedStyle(label)];
            return [name, own - theirs, one.fontFamily === other.fontFamily && one.fontSize === other.fontSize && one.color === other.color];
        }))";
    // A frame later, where a card has come into a row or a grid.
    let settled =
        format!("return ((() => {{ {lines} }})()).every(([, off]) => Math.abs(off) < 0.6)");
    let settled = page
        .until("they stand on the baseline", &settled, json!([]))
        .await;
    let lines: Vec<(String, f64, bool)> = page.js(lines, json!([])).await?;
    assert!(settled.is_ok(), "{lines:?}");
    assert_eq!(lines.len(), 8);
    for (name, off, alike) in lines {
        assert!(
            off.abs() < 0.6,
            "{name}: {off} px from the label's baseline"
        );
        assert!(alike, "{name}: font, size and colour are the label's");
    }
    Ok(())
}

async fn the_card_keeps_its_shape(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    add(&page).await?;
    let cards = "
        return [...document.forms].map((form) => {
            const notice = form.querySelector('council-notice');
            const style = getComputedStyle(form);
            const room = form.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            const card = notice.shadowRoot.querySelector('[part=notice]');
            const { display, marginBottom } = getComputedStyle(notice);
            const { letterSpacing, wordSpacing, textAlign, textIndent, textShadow, whiteSpace, cursor } = getComputedStyle(card.querySelector('dd'));
            return [form.className, display, Math.abs(card.getBoundingClientRect().width - room), parseFloat(marginBottom),
                [letterSpacing, wordSpacing, textAlign, textIndent, textShadow, whiteSpace, cursor].join(' ')];
        })";
    let cards: Vec<(String, String, f64, f64, String)> = page.js(cards, json!([])).await?;
    for (shape, display, off, below, text) in cards {
        assert_eq!(display, "block", "{shape}");
        assert!(off < 1.0, "{shape}: {off} px from a whole row");
        assert!(below >= 16.0, "{shape}: {below} px below");
        assert!(
            [
                "normal 0px start 0px none normal auto",
                "normal normal start 0px none normal auto"
            ]
            .contains(&text.as_str()),
            "{shape}: {text}"
        );
    }
    Ok(())
}

/// Such a form has no line for a card, and would set it beside its fields.
async fn a_form_in_one_row_has_it_before_it(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(
        "__test/row.html?service=customer-management&part=complaints&form=%23form&cookies=off",
    )
    .await?;
    page.tells("notice").await?;
    let place = "
        const notice = document.querySelector('council-notice');
        return [notice.nextElementSibling.id, notice.getBoundingClientRect().width, document.querySelector('#form').getBoundingClientRect().width,
            new FormData(document.querySelector('#form')).has('council_notice'), document.querySelectorAll('#form council-notice-why').length]";
    let (next, width, room, sent, reasons): (String, f64, f64, bool, u32) =
        page.js(place, json!([])).await?;
    assert_eq!(next, "form");
    assert!((width - room).abs() < 1.0, "{width} of {room}");
    assert!(sent, "the form records its notice");
    assert_eq!(reasons, 1);
    Ok(())
}

async fn an_open_reason_closes_alone(browser: &Browser) -> Outcome {
    let page = open(browser).await?;
    add(&page).await?;
    let before: Value = page.js(STANDS, json!([])).await?;
    let toggle = "document.querySelector(arguments[0] + ' council-notice-why').shadowRoot.querySelector('button').click()";
    let seen = "return document.querySelector(arguments[0] + ' council-notice-why').shadowRoot.querySelector('.reason').checkVisibility()";
    for (shape, pushes) in [
        (".column", false),
        (".grid", false),
        (".rules", false),
        (".owl", true),
    ] {
        page.run(toggle, json!([shape])).await?;
        page.until("the reason shows", seen, json!([shape])).await?;
        if !pushes {
            let open: Value = page.js(STANDS, json!([])).await?;
            assert_eq!(open, before, "{shape}: it lies over the page");
        }
        let keys = "
            window.heard = 0;
            document.addEventListener('keydown', ({ key }) => key === 'Escape' && window.heard++);
            document.querySelector(arguments[0] + ' council-notice-why').shadowRoot.querySelector('button').focus()";
        page.run(keys, json!([shape])).await?;
        page.press(thirtyfour::Key::Escape).await?;
        let closed = "return !document.querySelector(arguments[0] + ' council-notice-why').shadowRoot.querySelector('.reason').checkVisibility()";
        page.until("Esc closes it", closed, json!([shape])).await?;
        let heard: u32 = page.js("return window.heard", json!([])).await?;
        assert_eq!(heard, 0, "{shape}: and the page does not hear of it");
        let after: Value = page.js(STANDS, json!([])).await?;
        assert_eq!(after, before, "{shape}");
    }
    Ok(())
}
