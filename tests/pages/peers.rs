//! What goes wrong in other cookie notices, each by its name. Where another file tries it anyway, it is tried under this
//! name alone. What is wrong only in how a notice is made (integrity of its WASM, event delegation beside shadow roots) has
//! no name here: no widget would start, and no click in one be heard, in any trial. Trusted Types are a row of `policies`.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    banner::it_moves_nothing as layout_shift,
    cookies::{
        a_signal_is_a_refusal as privacy_signal_ignored,
        nothing_before_the_choice as writes_before_the_choice,
    },
    failures::{
        no_cors_for_the_partner as everything_behind_the_script_needs_cors,
        wasm_of_the_wrong_type as wrong_mime_type_fails_streaming,
        wasm_refused_by_policy as wasm_needs_a_word_in_the_policy,
    },
    gated::{
        a_nonce_and_a_hash_stay as nonce_or_integrity_lost,
        once_through_accept_reject_accept as gated_script_runs_twice,
    },
    harness::{Browser, Outcome, Page, part, scenarios},
    keyboard::{
        focus_is_never_hidden as fixed_bar_hides_the_focused_element,
        the_preferences as preferences_that_tab_escapes,
    },
    receipt::a_server_may_keep_the_record as a_script_s_cookie_is_kept_seven_days,
    server::{Behaviour, Fault},
    tabs::every_tab_at_once as no_sync_across_tabs,
};

scenarios![Plain in Turn:
    gated_script_runs_twice, nonce_or_integrity_lost, strict_policy_blocks_styles, focus_stolen_on_load,
    aria_modal_without_a_trap, preferences_that_tab_escapes, no_sync_across_tabs, accept_in_the_first_500_ms_lost,
    config_unreachable_everything_granted, writes_before_the_choice, cookie_domain_guessed, privacy_signal_ignored,
    layout_shift, fixed_bar_hides_the_focused_element, no_cookies_on_a_file_address, names_that_filter_lists_hide,
    current_script_null_or_clobbered, everything_behind_the_script_needs_cors, wrong_mime_type_fails_streaming,
    banner_hidden_from_robots, wasm_needs_a_word_in_the_policy, a_script_s_cookie_is_kept_seven_days,
];

const FORM: &str = "__test/form.html?service=connect-derby&form=%23form";
const OPTIONAL: [&str; 4] = ["preferences", "analytics", "media", "marketing"];

/// klaro and probo: styles that a strict policy blocks; osano: a crash.
async fn strict_policy_blocks_styles(browser: &Browser) -> Outcome {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'";
    let page = browser
        .visit(Behaviour::default().policy("/__test/", policy))
        .await?;
    page.open(FORM).await?;
    page.tells("notice").await?;
    page.shows(&part("banner")).await?;
    let place = "
        const bar = shown('[part~=banner]')[0].getBoundingClientRect();
        return [bar.bottom - innerHeight, bar.width - document.documentElement.clientWidth].map(Math.round)";
    let place: [i64; 2] = page.js(place, json!([])).await?;
    assert!(
        place[0].abs() <= 20 && place[1] <= 0,
        "the bar lies at the bottom: {place:?}"
    );
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    page.press(Key::Escape).await?;
    page.hides(&part("preferences")).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    let refused: Vec<String> = page.js("return __seen.refused", json!([])).await?;
    assert!(refused.is_empty(), "{refused:?}");
    Ok(())
}

/// vanilla-cookieconsent, orejime, silktide.
async fn focus_stolen_on_load(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/focus.html?service=connect-derby&form=%23form")
        .await?;
    page.shows(&part("banner")).await?;
    page.tells("notice").await?;
    let focus: Value = page
        .js("return [__seen.ran, active().id]", json!([]))
        .await?;
    assert_eq!(focus, json!([["input"], "name"]), "it never left the field");
    Ok(())
}

/// probo: a dialog that says it is modal while the page behind it goes on taking the focus.
async fn aria_modal_without_a_trap(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(FORM).await?;
    page.tells("notice").await?;
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    for (open, dialog) in [
        ("openPreferences", "preferences"),
        ("openNotice", "notice-dialog"),
    ] {
        page.run(&format!("CouncilNotice.{open}()"), json!([]))
            .await?;
        page.shows(&part(dialog)).await?;
        let steal = "
            document.getElementById('name').focus();
            const modal = shown(arguments[0]).some((dialog) => dialog.closest('dialog').matches(':modal'));
            return [modal, active().id]";
        let [modal, focus]: [Value; 2] = page.js(steal, json!([part(dialog)])).await?;
        assert_eq!(modal, true, "{dialog} is a modal dialog to the browser");
        assert_ne!(focus, "name", "nothing behind {dialog} takes the focus");
        page.press(Key::Escape).await?;
        page.hides(&part(dialog)).await?;
    }
    Ok(())
}

/// tarteaucitron. Here the click comes in the task that puts the banner into the page.
async fn accept_in_the_first_500_ms_lost(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/hasty.html").await?;
    page.shows(&part("confirmation")).await?;
    page.until(
        "the script ran",
        "return __seen.ran.length === 1",
        json!([]),
    )
    .await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(&OPTIONAL.join("~")), "{record}");
    Ok(())
}

/// probo. Every file but the gate is missing.
async fn config_unreachable_everything_granted(browser: &Browser) -> Outcome {
    let files = ["/placements.", "/index.", "/widget-", "/deferred."];
    let behaviour = files.iter().fold(Behaviour::default(), |behaviour, file| {
        behaviour.fault(file, Fault::Missing)
    });
    let page = browser.visit(behaviour).await?;
    page.open("__test/gated.html?service=connect-derby&lang=pl&consent-mode=google")
        .await?;
    page.shows(&part("banner")).await?;
    page.tells("error").await?;
    closed(&page).await?;
    page.click(&part("reject")).await?;
    page.hides(&part("banner")).await?;
    closed(&page).await
}

/// Nothing is allowed, nothing ran, nothing gated was asked for.
async fn closed(page: &Page<'_>) -> Outcome {
    let script = "return [__seen.ran, arguments[0].filter(CouncilNotice.allows), document.querySelector('iframe').hasAttribute('src')]";
    let state: Value = page.js(script, json!([OPTIONAL])).await?;
    assert_eq!(state, json!([[], [], false]));
    Ok(())
}

/// c15t and tarteaucitron take the last two labels, which fails under `.gov.uk`. Unasked, the choice stays with the host;
/// where it is asked for and the browser refuses a public suffix, it does so too.
async fn cookie_domain_guessed(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let council = browser.engine.council();
    let host = format!("forms.{council}");
    let suffix = council.split_once('.').map_or("", |(_, suffix)| suffix);
    for wanted in ["", suffix, "co.uk", "uk"] {
        page.open_on(&host, &format!("__test/plain.html?cookie-domain={wanted}"))
            .await?;
        page.ready().await?;
        page.run("CouncilNotice.accept('all')", json!([])).await?;
        let kept = browser.driver.get_named_cookie("council_notice").await?;
        let domain = kept.domain.unwrap_or_default();
        assert_eq!(domain, host, "{wanted}");
        page.run("CouncilNotice.reset()", json!([])).await?;
    }
    Ok(())
}

/// Most browsers keep no cookie there, so nothing is granted; the page works all the same.
async fn no_cookies_on_a_file_address(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let folder = std::env::temp_dir().join(format!("council-notice-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.html", browser.engine.name()));
    let collector = include_str!("site/collect.js");
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A file</title><script>{collector}</script>\
         <script async src=\"{}council-notice.js\"></script>\
         <script type=\"text/plain\" data-category=\"analytics\">__seen.ran.push('analytics')</script></head>\
         <body><main><h1>A file</h1></main></body></html>",
        page.server.home()
    );
    std::fs::write(&file, text)?;
    browser
        .driver
        .goto(format!("file://{}", file.display()))
        .await?;
    page.click(&part("accept")).await?;
    page.hides(&part("banner")).await?;
    let script = "return [CouncilNotice.allows('analytics'), __seen.ran.length === 1, document.cookie.includes('council_notice='), __seen.errors]";
    let [allowed, ran, kept, errors]: [Value; 4] = page.js(script, json!([])).await?;
    assert_eq!([&allowed, &ran], [&kept, &kept], "as kept, so granted");
    assert_eq!(errors, json!([]));
    browser.quiet().await?;
    browser
        .driver
        .goto(format!("{}__test/blank.html", page.server.home()))
        .await?;
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// What EasyList's cookie list blocks in any address by its general rules, as far as they come near
/// names of ours; and it hides elements by their class and id.
const FILTERED: [&str; 24] = [
    "-cookie-banner.",
    "-cookie-bar.",
    "-cookie-consent",
    "-cookie-message",
    "-cookie-notice",
    "-cookie-policy",
    "-cookies-notice",
    "-consent-banner",
    "-tracking-consent.",
    ".cookienotice.",
    "/cmp",
    "/consent-banner-",
    "/consent-manage",
    "/consent.min.js",
    "/cookie-",
    "/cookie_",
    "/cookies-",
    "/cookies_",
    "/data-consent.",
    "/gdpr",
    "/privacy-",
    "/privacy_",
    "/policyaccept.",
    "/widgets/cookies-",
];

async fn names_that_filter_lists_hide(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("{FORM}&lang=pl&consent-mode=google"))
        .await?;
    page.tells("notice").await?;
    page.click(&part("accept")).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    for path in page.paths() {
        let path = path.to_lowercase();
        let hit = FILTERED.iter().find(|rule| path.contains(*rule));
        assert_eq!(hit, None, "{path}");
    }
    let named = "return [...document.querySelectorAll('council-notice, council-notice-cookies, body > :not(main)')].filter(({ id, className }) => id || className).length";
    let named: usize = page.js(named, json!([])).await?;
    assert_eq!(named, 0, "elements of ours with a class or an id");
    Ok(())
}

async fn current_script_null_or_clobbered(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/clobbered.html").await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.tells("notice").await?.detail["id"], "derby-homes");
    Ok(())
}

/// vanilla-cookieconsent shows its tests nothing.
async fn banner_hidden_from_robots(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    let robot: bool = page
        .js("return navigator.webdriver === true", json!([]))
        .await?;
    assert!(robot, "the page can tell that a program drives it");
    page.shows(&part("banner")).await
}
