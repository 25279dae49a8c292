//! Elements marked `data-council-notice` that are no buttons.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Outcome, part, scenarios},
    keyboard::tab_to,
    server::Behaviour,
};

scenarios![Plain: work_by_keyboard, are_said_to_be_buttons;];

const MARKS: &str = "<p><span id=one data-council-notice=preferences>Cookies</span>
    <a id=two data-council-notice=reject>No</a>
    <div id=three data-council-notice=accept><button type=button>Yes</button></div>
    <span id=four role=link tabindex=-1 data-council-notice=preferences>Cookies again</span>
    <span id=five data-council-notice=nothing>Not ours</span></p></main>";

fn behaviour() -> Behaviour {
    Behaviour::default().edit("/__test/plain.html", "</main>", MARKS)
}

async fn work_by_keyboard(browser: &Browser) -> Outcome {
    let page = browser.visit(behaviour()).await?;
    page.open("__test/plain.html?cookies=settings").await?;
    let button = "return document.querySelector('#one').getAttribute('role') === 'button'";
    page.until("it is a button", button, json!([])).await?;
    for key in [Key::Enter, Key::Space] {
        tab_to(&page, "#one").await?;
        page.press(key).await?;
        page.shows(&part("preferences")).await?;
        page.press(Key::Escape).await?;
        page.hides(&part("preferences")).await?;
    }
    let still: u32 = page.js("return scrollY", json!([])).await?;
    assert_eq!(still, 0, "the space is the button's");
    tab_to(&page, "#two").await?;
    page.press(Key::Enter).await?;
    page.tells("choice").await?;
    page.browser.quiet().await
}

async fn are_said_to_be_buttons(browser: &Browser) -> Outcome {
    let page = browser.visit(behaviour()).await?;
    page.open("__test/plain.html").await?;
    let button = "return document.querySelector('#one').getAttribute('role') === 'button'";
    page.until("it is a button", button, json!([])).await?;
    let said = "return ['one', 'two', 'three', 'four', 'five'].map((id) => document.getElementById(id)).map((mark) => [mark.getAttribute('role'), mark.getAttribute('tabindex')])";
    let said: Value = page.js(said, json!([])).await?;
    let button = json!(["button", "0"]);
    let none = json!([null, null]);
    assert_eq!(
        said,
        json!([button, button, none, ["link", "-1"], none]),
        "what its author has said stays, and what holds a button is none"
    );
    page.browser.quiet().await
}
