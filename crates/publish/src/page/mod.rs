//! The static pages: complete documents that need no script and print well.

mod cookies;
mod date;
mod handout;
pub(super) mod history;
mod linked;
mod list;
mod missing;
mod notice;
mod register;

use ::notice::strings::{Strings, Text};
use leptos::prelude::*;
use source::parse::Source;

use super::{
    Dist, Engine, Error,
    dist::Asset,
    history::History,
    html, interface_words, localized,
    policies::PolicySite,
    register::Register,
    requests::{self, Law},
    stand_in,
};

/// Adds a page for each notice, the list of them, the cookies page, and a handout where others give people's details. A
/// translation that is out of date has a page that stands in for it. `address` is where all this is published, when the deployment says so.
///
/// # Errors
/// [`Error::Language`] when the base language has no texts; [`Error::Engine`].
pub(crate) fn add(
    dist: &mut Dist,
    source: &Source,
    engine: &Engine,
    history: &History,
    register: &Register,
    address: Option<&str>,
    law: Law,
) -> Result<(), Error> {
    let style = dist.add_asset("notice-page.", ".css", engine.text("notice-page.css")?);
    let script = dist.add_asset("notice-page.", ".js", engine.text("notice-page.js")?);
    let assets = Assets {
        style: &style,
        script: &script,
        address,
    };
    let t = source.texts(&source.base)?;
    let written = source.notices.iter().chain(&source.translated);
    let homes = written.map(|one| Ok::<_, Error>((one, localized::home(one, source)?)));
    let instead = stand_in::all(source);
    let instead = instead.map(|it| Ok((it.notice, localized::in_place_of(it, source)?)));
    for of_one in homes.chain(instead) {
        let (one, home) = of_one?;
        let t = source.texts(&one.lang)?;
        // Versions are kept in the base language; what changed is the same in all.
        let mut originals = source.notices.iter();
        let original = originals.find(|other| other.id == one.id);
        let changes = original.map(|it| history.changes(it)).unwrap_or_default();
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
        list::page(source, t, &style.seen_from("../")),
    );
    dist.add(
        "404.html",
        missing::page(&source.base, t, &style.seen_from("/")),
    );
    let own = dist.add_asset("register.", ".css", engine.text("register.css")?);
    // Staff read it, in the language of the rules.
    let staff = interface_words::english()?;
    for (path, page) in register::pages(register, &staff, &[&style, &own]) {
        dist.add(path, page);
    }
    dist.add(
        "notices/cookies/index.html",
        cookies::page(&source.policy, &source.base, t, &style.seen_from("../../")),
    );
    for placed in PolicySite::all(source).into_iter().skip(1) {
        let page = cookies::partners(
            placed.policy,
            &source.base,
            t,
            &style.seen_from("../../../"),
        );
        dist.add(format!("notices/{}/index.html", placed.page()), page);
    }
    Ok(())
}

/// Holds what the pages of notices load.
struct Assets<'a> {
    style: &'a Asset,
    script: &'a Asset,
    /// Address of the published root, when the deployment says so.
    address: Option<&'a str>,
}

/// Holds what the head of a page says.
struct Head<'a> {
    lang: &'a str,
    title: String,
    description: String,
    /// Address of the style sheet, seen from the page.
    style: &'a str,
    /// What else belongs there.
    more: AnyView,
}

/// Renders a whole document around `main`. `up` leads to the list of all notices, `None` on the list itself.
fn document(head: Head, up: Option<String>, t: &Strings, main: AnyView) -> String {
    let text = |text: Text| t.get(text).to_owned();
    let back = up.map(|up| {
        let cookies = format!("{up}cookies/");
        view! {
            // Words apart, also where no style sheet sets them so.
            " "
            <header>
                <a href=up>{text(Text::AllNotices)}</a>
                " "
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
