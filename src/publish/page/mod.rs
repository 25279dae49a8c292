//! The static pages: complete documents that need no script and print well.

mod cookies;
mod list;
mod notice;

use std::path::Path;

use leptos::prelude::*;

use super::{DEFAULT_LANGUAGE, Dist, Error, dist::read_text, esbuild, html, notices};
use crate::{
    parse::Source,
    strings::{Strings, Text},
};

/// Adds a page for each notice, the list of them, and the cookies page.
///
/// # Errors
/// [`Error::Language`] when the default language has no texts; errors of the minifier.
pub fn add(dist: &mut Dist, source: &Source, www: &Path) -> Result<(), Error> {
    let name = "notice-page.css";
    let css = esbuild::minify(name, &read_text(&www.join(name))?, esbuild::Language::Css)?;
    let style = dist.add_hashed("notice-page.", ".css", css);
    let t = notices::texts(source, DEFAULT_LANGUAGE)?;
    for one in notices::in_default_language(source) {
        let page = notice::page(one, t, &format!("../../{style}"));
        dist.add(format!("notices/{}/index.html", one.id), page);
    }
    // The register begins as the same list; what the law says of each notice comes with the checker.
    for (folder, notices) in [("notices", ""), ("register", "../notices/")] {
        dist.add(
            format!("{folder}/index.html"),
            list::page(source, t, notices, &format!("../{style}")),
        );
    }
    dist.add(
        "notices/cookies/index.html",
        cookies::page(&source.policy, t, &format!("../../{style}")),
    );
    Ok(())
}

/// What stands in the head of a page.
struct Head<'a> {
    lang: &'a str,
    title: String,
    description: String,
    /// Address of the style sheet, seen from the page.
    style: &'a str,
}

/// A whole document around `main`. `up` leads to the list of all notices, `None` on the list itself.
fn document(head: Head, up: Option<&'static str>, t: &Strings, main: AnyView) -> String {
    let text = |text: Text| t.get(text).to_owned();
    let back = up.map(|up| view! { <header><a href=up>{text(Text::AllNotices)}</a></header> });
    let Head {
        lang,
        title,
        description,
        style,
    } = head;
    let (lang, style) = (lang.to_owned(), style.to_owned());
    let html = html::render(|| {
        view! {
            <html lang=lang>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{title}</title>
                    <meta name="description" content=description />
                    <link rel="icon" href="data:," />
                    <link rel="stylesheet" href=style />
                </head>
                <body>
                    <a class="skip" href="#content">{text(Text::SkipToContent)}</a>
                    {back}
                    <main id="content" tabindex="-1">{main}</main>
                </body>
            </html>
        }
    });
    format!("<!doctype html>\n{html}\n")
}
