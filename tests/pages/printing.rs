//! What comes out on paper while the whole notice is open: all of it, and nothing of what lies behind.

use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::{
    harness::{Browser, Outcome, part, scenarios},
    server::Behaviour,
};

scenarios![Plain in NotWebKit: the_open_dialog];

/// Letters without the spaces between them: a print has its own lines, and sets some pairs of letters as one.
fn packed(text: &str) -> String {
    let letters: String = text.split_whitespace().collect();
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi")]
        .into_iter()
        .fold(letters, |text, (pair, letters)| text.replace(pair, letters))
}

async fn the_open_dialog(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/tenancy.html").await?;
    page.tells("notice").await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    // Far down the notice, as somebody stands who has read it.
    page.run(
        "const dialog = shown('[part~=notice-dialog]')[0]; dialog.scrollTop = dialog.scrollHeight",
        json!([]),
    )
    .await?;
    let lines: Vec<String> = page
        .js(
            // Not what only a screen has: messages to send, and the sign on what needs permission.
            "return shown('.whole p, .whole li, .whole h2').filter((line) => !line.closest('.requests') && !line.querySelector('.chip')).map((line) => line.innerText)",
            json!([]),
        )
        .await?;
    let behind: String = page
        .js("return shown('main label')[0].innerText", json!([]))
        .await?;
    let pdf = browser
        .driver
        .print_page(PrintParameters::default())
        .await?;
    let sheets = pdf_extract::extract_text_from_mem_by_pages(&pdf).expect("the browser's own file");
    let sheets: Vec<String> = sheets.iter().map(|sheet| packed(sheet)).collect();
    assert!(sheets.iter().all(|sheet| !sheet.is_empty()), "{sheets:#?}");
    let printed = sheets.concat();
    let missing: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.lines())
        .filter(|line| !printed.contains(&packed(line)))
        .collect();
    assert!(lines.len() > 50, "{lines:?}");
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(!printed.contains(&packed(&behind)), "{behind}");
    Ok(())
}
