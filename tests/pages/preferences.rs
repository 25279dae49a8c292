//! The preferences: what each box means, and nobody's choice made for them.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, Page, axe, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    a_service_by_itself, the_shortcuts_weigh_the_same, exempt_is_on_until_objected_to, a_child_refuses_all_of_it,
    narrow_and_large,
];

const PLAIN: &str = "__test/plain.html";
const SETTINGS: &str = "a[data-council-notice=preferences]";

/// The names of the boxes that are ticked, and of those that are half so.
async fn ticked(page: &Page<'_>) -> Outcome<Value> {
    let script = "
        const boxes = shown('[part~=preferences] input');
        const names = (test) => boxes.filter(test).map(({ name }) => name).join();
        return [names(({ checked }) => checked), names(({ indeterminate }) => indeterminate)]";
    page.js(script, json!([])).await
}

async fn open(page: &Page<'_>) -> Outcome {
    page.click(SETTINGS).await?;
    page.shows(&part("preferences")).await
}

async fn a_service_by_itself(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    open(&page).await?;
    assert_eq!(ticked(&page).await?, json!(["", ""]), "nothing beforehand");
    let said = "[part~=preferences] [role=status]";
    let none = page.text(said).await?;
    page.click("[name=demo-map]").await?;
    assert_eq!(ticked(&page).await?, json!(["demo-map", "media"]));
    let one = page.text(said).await?;
    assert!(
        one != none && one.contains("Map"),
        "a change is announced: {one}"
    );
    page.click(&part("save")).await?;
    page.hides(&part("preferences")).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".demo-map"), "{record}");
    let allows =
        "return ['demo-map', 'demo-video', 'media', 'analytics'].map(CouncilNotice.allows)";
    let allowed: Value = page.js(allows, json!([])).await?;
    assert_eq!(allowed, json!([true, false, false, false]));

    page.reload().await?;
    page.ready().await?;
    open(&page).await?;
    assert_eq!(ticked(&page).await?, json!(["demo-map", "media"]));
    // Both services are the category, and its box takes them along.
    page.click("[name=demo-video]").await?;
    assert_eq!(
        ticked(&page).await?,
        json!(["media,demo-map,demo-video", ""])
    );
    page.click("[name=media]").await?;
    assert_eq!(ticked(&page).await?, json!(["", ""]));
    page.click("[name=media]").await?;
    page.click(&part("save")).await?;
    page.hides(&part("preferences")).await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".media"), "{record}");
    let allowed: Value = page.js(allows, json!([])).await?;
    assert_eq!(allowed, json!([true, true, true, false]));
    Ok(())
}

async fn the_shortcuts_weigh_the_same(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(PLAIN).await?;
    for (wish, record) in [
        ("all", "preferences~analytics~media~marketing"),
        ("none", "0"),
    ] {
        open(&page).await?;
        let script = "
            return ['all', 'none'].map((wish) => {
                const button = shown(`[data-save=${wish}]`)[0];
                const { backgroundColor, color, borderTopColor, fontSize, fontWeight } = getComputedStyle(button);
                const { width, height, top } = button.getBoundingClientRect();
                return { backgroundColor, color, borderTopColor, fontSize, fontWeight, size: [width, height, top].map(Math.round) };
            })";
        let [all, none]: [Value; 2] = page.js(script, json!([])).await?;
        assert_eq!(all, none);
        page.click(&format!("[data-save={wish}]")).await?;
        page.hides(&part("preferences")).await?;
        let kept = page.record().await?.unwrap_or_default();
        assert!(kept.ends_with(&format!(".{record}")), "{kept}");
        // Told where a screen reader hears it, with the focus back where it was.
        let told = "return shown('[part~=confirmation] [role=status]').some((line) => line.innerText.trim() !== '')";
        page.until("the choice is confirmed", told, json!([]))
            .await?;
        assert!(page.focused(SETTINGS).await?, "the focus is where it was");
    }
    Ok(())
}

async fn exempt_is_on_until_objected_to(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().exempt(&["analytics"]))
        .await?;
    page.open(PLAIN).await?;
    page.ready().await?;
    let allows = "return ['analytics', 'media'].map(CouncilNotice.allows)";
    let allowed: Value = page.js(allows, json!([])).await?;
    assert_eq!(allowed, json!([true, false]));
    open(&page).await?;
    assert_eq!(
        ticked(&page).await?,
        json!(["analytics", ""]),
        "on, and alone"
    );
    page.click("[name=analytics]").await?;
    page.click(&part("save")).await?;
    page.hides(&part("preferences")).await?;
    let allowed: Value = page.js(allows, json!([])).await?;
    assert_eq!(allowed, json!([false, false]), "an objection counts");
    Ok(())
}

/// Under 13: what is exempt is refused too, and nobody is asked again.
async fn a_child_refuses_all_of_it(browser: &Browser) -> Outcome {
    let page = browser
        .visit(Behaviour::default().exempt(&["analytics"]))
        .await?;
    page.open("__test/form.html?service=connect-derby&form=%23form")
        .await?;
    page.shows(&part("guardian")).await?;
    let allows = "return CouncilNotice.allows('analytics')";
    assert!(page.js::<bool>(allows, json!([])).await?);
    page.click("[part~=guardian-under]").await?;
    page.hides(&part("banner")).await?;
    assert!(!page.js::<bool>(allows, json!([])).await?);
    let record = page.record().await?.unwrap_or_default();
    assert!(record.ends_with(".0"), "{record}");
    page.reload().await?;
    page.ready().await?;
    page.shows(&part("guardian")).await?;
    assert_eq!(page.count(&part("banner")).await?, 0, "not asked again");
    assert!(!page.js::<bool>(allows, json!([])).await?);
    Ok(())
}

/// 320 px wide, and with letters of twice the size: nothing is cut off, everything can be reached.
/// Goes through the boxes by keyboard. Each further on lies a little behind the buttons, which stay in sight, before the focus comes to it: then it is
/// whole. WebKit scrolls a frame or two later.
async fn nothing_is_behind(page: &Page<'_>) -> Outcome {
    const EACH: &str = "
        const each = shown('[part~=preferences] :is(input, summary)'), end = (element) => element.getBoundingClientRect().bottom;
        const top = shown('[part~=preferences] .dialog-actions')[0].getBoundingClientRect().top;";
    let boxes: usize = page
        .js(&format!("{EACH} return each.length"), json!([]))
        .await?;
    page.run(
        "shown('[part~=preferences] [data-close]')[0].focus()",
        json!([]),
    )
    .await?;
    for at in 0..boxes {
        let behind = format!(
            "{EACH} shown('[part~=preferences]')[0].scrollTop += Math.max(0, end(each[arguments[0]]) - top - 4)"
        );
        page.run(&behind, json!([at])).await?;
        page.press(Key::Tab).await?;
        let whole =
            format!("{EACH} return active() !== each[arguments[0]] || end(active()) <= top");
        page.until(&format!("box {at} is whole"), &whole, json!([at]))
            .await?;
    }
    Ok(())
}

async fn narrow_and_large(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open(&format!("__test/narrow.html#/{PLAIN}")).await?;
    page.find("#frame").await?.enter_frame().await?;
    page.ready().await?;
    for size in ["100%", "200%"] {
        let letters = "document.documentElement.style.fontSize = arguments[0]";
        page.run(letters, json!([size])).await?;
        let tall = bar(&page, "banner").await?;
        assert!(size != "100%" || tall < 1.0 / 3.0, "{tall} of a phone");
        page.run("CouncilNotice.openPreferences()", json!([]))
            .await?;
        page.shows(&part("preferences")).await?;
        page.run(
            "for (const one of shown('details')) one.open = true",
            json!([]),
        )
        .await?;
        let script = "
            const dialog = shown('[part~=preferences]')[0];
            const wide = shown('[part~=preferences] *').filter((element) => element.getBoundingClientRect().right > dialog.getBoundingClientRect().right - 16);
            return [innerWidth, dialog.scrollWidth - dialog.clientWidth, wide.map((element) => element.outerHTML.slice(0, 80))]";
        let fit: Value = page.js(script, json!([])).await?;
        assert_eq!(fit, json!([320, 0, []]), "{size}");
        axe::check(&page, &format!("preferences at 320 px, {size}")).await?;
        nothing_is_behind(&page).await?;
        page.click("[data-close]").await?;
        page.hides(&part("preferences")).await?;
    }
    page.click(&part("reject")).await?;
    bar(&page, "confirmation").await?;
    browser.driver.enter_default_frame().await?;
    Ok(())
}

/// How much of the window's height the bar takes; everything in it is within the window.
async fn bar(page: &Page<'_>, name: &str) -> Outcome<f64> {
    page.shows(&part(name)).await?;
    let script = "
        const [bar] = shown(arguments[0]);
        const out = [bar, ...bar.querySelectorAll('*')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < 0 || right > innerWidth;
        });
        return [out.map((element) => element.outerHTML.slice(0, 80)), bar.scrollWidth - bar.clientWidth, bar.offsetHeight / innerHeight]";
    let (out, hidden, tall): (Vec<String>, f64, f64) = page.js(script, json!([part(name)])).await?;
    assert!(out.is_empty() && hidden <= 0.0, "{name}: {out:?}");
    assert!(tall < 0.9, "{name} takes {tall} of the window");
    Ok(tall)
}
