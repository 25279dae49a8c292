//! WordPress as Debian has it, with two of its own themes, and with the files of PHP that the manual gives.

use serde_json::json;

use super::{WordPress, left, lives, stood};
use crate::{
    harness::{Browser, Failure, Outcome, Page, scenarios},
    server::Behaviour,
};

scenarios![Plain: comments, comments_of_a_theme_of_blocks, an_include];

/// The first recipe for PHP in a chapter that holds a text, made for a server.
pub(super) fn recipe(chapter: &str, holds: &str, server: &str) -> Outcome<String> {
    let found = chapter
        .split("```php\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .find(|php| php.contains(holds));
    let php = found.ok_or_else(|| Failure(format!("no recipe with {holds}")))?;
    let start = if php.starts_with("<?php") {
        ""
    } else {
        "<?php\n"
    };
    Ok(format!("{start}{php}").replace("https://notices.example/", server))
}

/// What the manual has people put on every page, for the form of comments.
pub(super) fn tag(server: &str) -> Outcome<String> {
    let chapter = include_str!("../../../docs/src/editor/on-your-site.md");
    // For a notice that has reasons for the fields of a comment.
    let php = recipe(chapter, "wp_head", server)?.replace("enquiries", "complaints");
    let asks = " data-guardian=\"require\" data-form=";
    Ok(php.replace(" data-form=", asks))
}

async fn comments(browser: &Browser) -> Outcome {
    at_home(browser, "twentytwentyone").await
}

async fn comments_of_a_theme_of_blocks(browser: &Browser) -> Outcome {
    at_home(browser, "twentytwentythree").await
}

async fn at_home(browser: &Browser, theme: &str) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let wordpress = WordPress::start(&page.server.home()).await?;
    let address = format!("{}?p=1&theme={theme}", wordpress.address);
    page.open_address(&address).await?;
    let bare = stood(&page, "#commentform").await?;
    assert!(bare.len() > 15, "{bare:?}");

    wordpress.plug("council-notice", &tag(&page.server.home())?)?;
    page.open_address(&format!("{address}&visit=1")).await?;
    lives(&page, "#commentform", &bare, 1).await?;
    // And WordPress takes the comment, whose button goes by the name of the form's own method.
    for (field, text) in [
        ("comment", "It works"),
        ("author", "Ada Example"),
        ("email", "ada@notices.example"),
    ] {
        page.fill(&format!("#{field}"), text).await?;
    }
    page.click("#commentform #submit").await?;
    let taken = "return location.search.includes('moderation-hash') && document.body.innerText.includes('It works')";
    page.until("the comment is taken", taken, json!([])).await?;
    left(&page).await
}

/// A short code that fetches the card, and keeps it for the next visitor.
async fn an_include(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let wordpress = WordPress::start(&page.server.home()).await?;
    let address = format!("{}?pagename=complain", wordpress.address);
    wordpress.plug(
        "council-notice",
        "<?php add_shortcode('council_notice', fn() => '');",
    )?;
    page.open_address(&address).await?;
    let bare = stood(&page, "#complaint").await?;

    let chapter = include_str!("../../../docs/src/editor/includes.md");
    let short_code = recipe(chapter, "add_shortcode", &page.server.home())?;
    let tag = tag(&page.server.home())?.replace("#commentform", "#complaint");
    wordpress.plug("council-notice", &short_code)?;
    wordpress.plug("tag", &tag)?;
    page.server.forget();
    let fetched = |page: &Page<'_>| {
        page.paths()
            .iter()
            .filter(|path| path.starts_with("/includes/"))
            .count()
    };
    let sent = "return fetch(location.href).then((answer) => answer.text())";
    for visit in ["&visit=1", "&visit=2"] {
        page.open_address(&format!("{address}{visit}")).await?;
        let html: String = page.js(sent, json!([])).await?;
        assert_eq!(
            html.matches("class=\"answer\"").count(),
            6,
            "{visit}: whole without a script"
        );
        assert_eq!(
            html.matches("name=\"council_notice\"").count(),
            1,
            "{visit}"
        );
    }
    assert_eq!(fetched(&page), 1, "the server keeps what it has fetched");
    lives(&page, "#complaint", &bare, 3).await?;
    left(&page).await
}
