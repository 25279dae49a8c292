//! Each page shows its own notice, and nothing of another's.

use serde_json::{Value, json};

use crate::{
    harness::{
        Browser, Engine, Failure, Outcome, Page,
        demo::{Demo, PAGES},
        part, scenarios,
    },
    kiosk::VISITOR,
    server::Behaviour,
};

scenarios![Plain:
    tenancy, complaint, visitor, housing_hub, introduction, housing_application, partner,
    six_questions_in_order, conditional_sharing_is_marked, reasons_open_beside_their_fields, static_pages_need_no_script,
    a_message_is_copied_or_selected,
];

async fn tenancy(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[0]).await
}
async fn complaint(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[1]).await
}
async fn visitor(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[2]).await
}
async fn housing_hub(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[3]).await
}
async fn introduction(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[4]).await
}
async fn housing_application(browser: &Browser) -> Outcome {
    shows(browser, &PAGES[5]).await
}

async fn shows(browser: &Browser, demo: &Demo) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(demo.path).await?;
    let told = page.tells("notice").await?.detail;
    assert_eq!(told["id"], demo.service);
    if demo.path == VISITOR {
        // Its tools come after the notice, and move what is below them.
        page.shows(".bar .tool").await?;
    }
    let first: bool = page
        .js(
            "return document.querySelector(arguments[0]).firstElementChild.localName === 'council-notice'",
            json!([demo.form]),
        )
        .await?;
    assert!(first, "the notice stands at the top of its form");

    if browser.engine == Engine::Chromium {
        let shift: f64 = page.js("return __seen.shift", json!([])).await?;
        println!("{} {shift}", demo.path);
        assert!(shift < 0.1, "the layout shifted by {shift}");
    }

    let card = page.text(&part("notice")).await?;
    contains(&card, demo.says);
    lacks(&card, demo.keeps_out);

    let why = page.count(&part("why")).await?;
    assert!(
        why >= demo.reasons,
        "{why} fields have a reason beside them"
    );
    let asked = page.count(&part("guardian")).await?;
    assert_eq!(asked > 0, demo.asks_age, "the question of age");

    reject_if_asked(&page).await?;
    page.click(&part("notice-open")).await?;
    let whole = page.text(&part("notice-dialog")).await?;
    contains(&whole, demo.whole);
    Ok(())
}

/// The banner may lie over what a scenario wants to click, as it may for a person.
async fn reject_if_asked(page: &Page<'_>) -> Outcome {
    if page.count(&part("banner")).await? > 0 {
        page.click(&part("reject")).await?;
        page.click("[data-council-notice=\"hide\"]").await?;
    }
    Ok(())
}

fn contains(text: &str, facts: &[&str]) {
    for fact in facts {
        assert!(text.contains(fact), "{fact:?} is missing in: {text}");
    }
}

fn lacks(text: &str, facts: &[&str]) {
    for fact in facts {
        assert!(!text.contains(fact), "{fact:?} does not belong in: {text}");
    }
}

/// The tag comes from another origin, under the partner's own policy.
async fn partner(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open_as_partner("demo/partner.html").await?;
    assert_eq!(page.tells("notice").await?.detail["id"], "connect-derby");
    contains(&page.text(&part("notice")).await?, &["Codemakers Ltd"]);
    let from: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|request| request.path.ends_with(".wasm"))
        .map(|request| request.host)
        .collect();
    assert_eq!(
        from,
        ["127.0.0.1"],
        "the widget comes from the council's origin, once"
    );
    Ok(())
}

async fn six_questions_in_order(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    for Demo { path, .. } in &PAGES {
        page.open(path).await?;
        page.tells("notice").await?;
        let script = "
            const card = shown(arguments[0])[0];
            return [...card.querySelectorAll('dl > div')].map((row) => [row.querySelector('dt').textContent, row.querySelectorAll('dd').length])";
        let rows: Vec<(String, usize)> = page.js(script, json!([part("notice")])).await?;
        let (questions, answers): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let words = [
            "who",
            "why",
            "sees",
            "must|have to|need",
            "long|keep",
            "rights",
        ];
        assert_eq!(questions.len(), 6, "{path}: {questions:?}");
        for (question, words) in questions.iter().zip(words) {
            let asked = question.to_lowercase();
            assert!(
                words.split('|').any(|word| asked.contains(word)),
                "{path}: {question:?} for {words}"
            );
        }
        assert!(
            answers.iter().all(|count| *count > 0),
            "{path}: each question has an answer"
        );
    }
    Ok(())
}

/// A chip has words and a border of its own: never colour alone.
async fn conditional_sharing_is_marked(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let conditions = [
        ("demo/tenancy.html", vec!["permission"]),
        ("demo/visitor.html", vec!["emergency"]),
        (
            "demo/housing-application.html",
            vec!["law", "emergency", "permission"],
        ),
    ];
    for (path, wanted) in conditions {
        page.open(path).await?;
        page.tells("notice").await?;
        let script = "
            const card = shown(arguments[0])[0];
            return [...card.querySelectorAll('dd')].map((line) => {
                const chip = line.querySelector('[data-condition]');
                if (!chip) return null;
                const style = getComputedStyle(chip);
                return { kind: chip.dataset.condition, words: chip.innerText.trim(), border: parseFloat(style.borderTopWidth), shape: parseFloat(style.borderTopLeftRadius) };
            })";
        let lines: Vec<Option<Value>> = page.js(script, json!([part("notice")])).await?;
        let chips: Vec<&Value> = lines.iter().flatten().collect();
        let kinds: Vec<&str> = chips
            .iter()
            .filter_map(|chip| chip["kind"].as_str())
            .collect();
        assert_eq!(kinds, wanted, "{path}");
        for chip in chips {
            let words = chip["words"].as_str().unwrap_or_default();
            assert!(words.contains(' '), "{path}: {words:?} says when");
            assert!(
                chip["border"].as_f64() >= Some(1.0) && chip["shape"].as_f64() > Some(0.0),
                "{chip}"
            );
        }
        assert!(
            lines.iter().any(Option::is_none),
            "{path}: some lines have no condition"
        );
    }
    Ok(())
}

async fn reasons_open_beside_their_fields(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/complaint.html").await?;
    page.shows(&part("why")).await?;
    reject_if_asked(&page).await?;
    let reason = "return document.getElementById(document.querySelector('#name').getAttribute('aria-describedby').split(' ').pop())";
    let described: String = page.js(&format!("{reason}.textContent"), json!([])).await?;
    contains(&described, &["without giving your name"]);
    let seen = format!(
        "const reason = ({}).closest('council-notice-why').shadowRoot.querySelector('.reason'); return reason.checkVisibility()",
        reason.trim_start_matches("return ")
    );
    assert!(!page.js::<bool>(&seen, json!([])).await?, "closed at first");

    // What the form marks wins over what happens to be called like a reason.
    let beside: Vec<String> = page
        .js(
            "return [...document.querySelectorAll('council-notice-why')].map((why) => why.parentNode.querySelector('[name]').name)",
            json!([]),
        )
        .await?;
    assert_eq!(
        beside,
        [
            "details",
            "outcome",
            "name",
            "email",
            "phone",
            "age-band",
            "disability"
        ]
    );
    let button = ".field:has(> #name) > council-notice-why";
    let click = page.js::<Option<String>>(
        "const why = document.querySelector(arguments[0])?.shadowRoot.querySelector('[part~=why]'); why?.setAttribute('data-under-test', ''); return why?.ariaLabel",
        json!([button]),
    );
    let label = click
        .await?
        .ok_or_else(|| Failure("no reason stands beside the name".into()))?;
    contains(&label, &["Your name"]);
    page.click("[data-under-test]").await?;
    page.until("the reason shows", &seen, json!([])).await?;
    let expanded: String = page
        .js(
            "return shown('[data-under-test]')[0].ariaExpanded",
            json!([]),
        )
        .await?;
    assert_eq!(expanded, "true");
    page.click("[data-under-test]").await?;
    page.until(
        "the reason is folded again",
        &seen.replace("return reason", "return !reason"),
        json!([]),
    )
    .await
}

/// What a page is without any script: plain requests, since no browser takes an order to switch scripts off.
async fn static_pages_need_no_script(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().policy(
            "",
            "script-src 'none'; default-src 'self'; style-src 'self'",
        ))
        .await?;
    for Demo { service, whole, .. } in &PAGES {
        page.open(&format!("notices/{service}/")).await?;
        contains(&page.words().await?, whole);
    }
    // What needs a script is not there, and what it would copy is.
    page.open("notices/customer-management/").await?;
    page.click("#request-access summary").await?;
    page.shows("#request-access .message").await?;
    assert_eq!(page.count("[data-copy], [data-print]").await?, 0);
    for path in ["notices/", "register/"] {
        page.open(path).await?;
        let words = page.words().await?;
        contains(
            &words,
            &[
                "Connect Derby",
                "Customer Management",
                "Healthy Housing Hub",
                "Derby Homes",
                "Local Area",
            ],
        );
    }
    Ok(())
}

/// In the dialog and on the page: with a clipboard, without one, and without leave to use it. The clipboard is a stand-in: no
/// engine lets a driver read the real one.
async fn a_message_is_copied_or_selected(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let clipboard = |works: &str| {
        format!(
            "window.copied = null;
             const writeText = async (text) => {{ if (!{works}) throw new DOMException('no'); window.copied = text; }};
             Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: Object.assign(Object.create(Clipboard.prototype), {{ writeText }}) }})"
        )
    };
    let without =
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })";
    let status = "#request-access [role=status]";
    for dialog in [true, false] {
        if dialog {
            page.open("demo/complaint.html").await?;
            page.tells("notice").await?;
            reject_if_asked(&page).await?;
            page.click(&part("notice-open")).await?;
        } else {
            page.open("notices/customer-management/").await?;
        }
        page.click("#request-access summary").await?;
        let message = page.text("#request-access .message").await?;
        page.run(&clipboard("true"), json!([])).await?;
        page.click("#request-access [data-copy]").await?;
        page.until(
            "it is said to be copied",
            "return shown(arguments[0])[0]?.innerText.startsWith('Copied.') === true",
            json!([status]),
        )
        .await?;
        let copied: String = page.js("return window.copied", json!([])).await?;
        assert_eq!(copied.trim(), message.trim());
        for clipboard in [clipboard("false"), without.to_owned()] {
            page.run(&clipboard, json!([])).await?;
            page.run("getSelection().removeAllRanges()", json!([]))
                .await?;
            page.click("#request-access [data-copy]").await?;
            page.until(
                "it is said to be selected",
                "return shown(arguments[0])[0]?.innerText.startsWith('Selected.') === true
                    && getSelection().toString().includes('personal data that you hold')",
                json!([status]),
            )
            .await?;
        }
    }
    Ok(())
}
