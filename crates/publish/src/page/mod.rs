//! The static pages: complete documents that need no script and print well.

mod cookies;
mod date;
mod handout;
pub(super) mod history;
mod language;
mod linked;
mod list;
mod notice;
mod register;

use std::path::Path;

use ::notice::strings::{Strings, Text};
use leptos::prelude::*;
use source::parse::{DEFAULT_LANGUAGE, Source};

use super::{
    Dist, Error,
    dist::read_text,
    history::History,
    html, minify,
    register::Register,
    requests::{self, Law},
};

/// Adds a page for each notice, the list of them, the cookies page, and a handout where others give people's details.
/// `address` is where all this is published, when the deployment says so.
///
/// # Errors
/// [`Error::Language`] when the default language has no texts; errors of the minifier.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    history: &History,
    register: &Register,
    address: Option<&str>,
    law: Law,
) -> Result<(), Error> {
    let css = |name: &str| {
        let text = read_text(&www.join(name))?;
        minify::minify(name, &text, minify::Language::Css)
    };
    let style = dist.add_hashed("notice-page.", ".css", css("notice-page.css")?);
    let name = "notice-page.js";
    let script = minify::minify(name, &read_text(&www.join(name))?, minify::Language::Module)?;
    let script = dist.add_hashed("notice-page.", ".js", script);
    let assets = Assets {
        style: &style,
        script: &script,
    };
    let t = source.texts(DEFAULT_LANGUAGE)?;
    for one in source.notices.iter().chain(&source.translated) {
        let t = source.texts(&one.lang)?;
        // Versions are kept in the default language; what changed is the same in all.
        let mut originals = source.in_default_language();
        let original = originals.find(|other| other.id == one.id);
        let changes = original.map(|it| history.changes(it)).unwrap_or_default();
        let home = language::home(one, source)?;
        let asked = requests::of(source, one, law)?;
        for (path, page) in notice::pages(one, &changes, t, &home, &assets, asked.as_ref()) {
            dist.add(path, page);
        }
        if handout::is_wanted(one) {
            let folder = [&home.folder, "handout/"].concat();
            let own = address.map(|root| [root.trim_end_matches('/'), "/", &folder].concat());
            let page = handout::page(one, t, &home, &style, own.as_deref());
            dist.add(folder + "index.html", page);
        }
    }
    dist.add(
        "notices/index.html",
        list::page(source, t, &format!("../{style}")),
    );
    let filters = register::filters(register);
    let own = [css("register.css")?, filters].concat();
    let own = dist.add_hashed("register.", ".css", own);
    for (path, page) in register::pages(register, t, &[&style, &own]) {
        dist.add(path, page);
    }
    dist.add(
        "notices/cookies/index.html",
        cookies::page(&source.policy, t, &format!("../../{style}")),
    );
    Ok(())
}

/// What the pages of notices load, by path under the published root.
struct Assets<'a> {
    style: &'a str,
    script: &'a str,
}

/// What stands in the head of a page.
struct Head<'a> {
    lang: &'a str,
    title: String,
    description: String,
    /// Address of the style sheet, seen from the page.
    style: &'a str,
    /// What else belongs there.
    more: AnyView,
}

/// A whole document around `main`. `up` leads to the list of all notices, `None` on the list itself.
fn document(head: Head, up: Option<String>, t: &Strings, main: AnyView) -> String {
    let text = |text: Text| t.get(text).to_owned();
    let back = up.map(|up| {
        let cookies = format!("{up}cookies/");
        view! {
            <header>
                <a href=up>{text(Text::AllNotices)}</a>
                <a href=cookies>{text(Text::CookiesPage)}</a>
            </header>
        }
    });
    let Head {
        lang,
        title,
        description,
        style,
        more,
    } = head;
    let (lang, style, dir) = (lang.to_owned(), style.to_owned(), text(Text::Direction));
    let html = html::render(|| {
        view! {
            <html lang=lang dir=dir>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{title}</title>
                    <meta name="description" content=description />
                    <link rel="icon" href="data:," />
                    <link rel="stylesheet" href=style />
                    {more}
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
