//! `register/index.html`: every notice and every rule at a glance, and what is behind each cell. Staff read it, in the
//! language of the rules; so its words stand here and not among the interface's.

mod addresses;
mod drift;
mod exempt;
mod findings;
mod matrix;
mod overview;
mod words;

use leptos::prelude::*;
use notice::strings::Strings;
use source::parse::DEFAULT_LANGUAGE;

use super::{Head, document};
use crate::register::{Column, Register};

/// So many notices have their findings together on one page, and filters; of more, each has a page of its own.
const TOGETHER: usize = 40;

/// The pages of the register with their paths. `styles` are seen from the published root.
pub fn pages(register: &Register, t: &Strings, styles: &[&str]) -> Vec<(String, String)> {
    let together = register.columns.len() <= TOGETHER;
    let findings = together.then(|| findings::section(register, &register.columns, "../"));
    let main = view! {
        {overview::head(register, t)}
        {together.then(|| overview::filter(register))}
        {matrix::section(register, together)}
        {findings}
        {overview::notices(register)}
        {addresses::section(register)}
        {drift::section(register)}
        {exempt::section(register)}
    };
    let index = page(
        "Register of privacy notices",
        styles,
        "../",
        t,
        main.into_any(),
    );
    let mut pages = vec![("register/index.html".to_owned(), index)];
    if !together {
        for column in &register.columns {
            let title = format!("{}: findings", column.notice.title);
            let main = view! {
                <p><a href="../">"Register of privacy notices"</a></p>
                <h1>{title.clone()}</h1>
                {findings::section(register, std::slice::from_ref(column), "../../")}
            };
            let page = page(&title, styles, "../../", t, main.into_any());
            pages.push((format!("register/{}/index.html", column.notice.id), page));
        }
    }
    pages
}

/// What hides the rest when one notice is chosen: a style sheet, because no rule of CSS can compare two attributes.
pub fn filters(register: &Register) -> String {
    if register.columns.len() > TOGETHER {
        return String::new();
    }
    let rule = |column: &Column| {
        let id = &column.notice.id;
        format!("main:has(#for-{id}:checked) [data-for]:not([data-for~=\"{id}\"]){{display:none}}")
    };
    register.columns.iter().map(rule).collect()
}

/// A page of the register.
fn page(title: &str, styles: &[&str], root: &'static str, t: &Strings, main: AnyView) -> String {
    let [first, more @ ..] = styles else {
        return String::new();
    };
    let links: Vec<_> = more
        .iter()
        .map(|style| view! { <link rel="stylesheet" href=format!("{root}{style}") /> })
        .collect();
    let head = Head {
        lang: DEFAULT_LANGUAGE,
        title: title.to_owned(),
        description: "Every privacy notice held against the law it serves.".to_owned(),
        style: &format!("{root}{first}"),
        more: view! { <meta name="robots" content="noindex" /> {links} }.into_any(),
    };
    document(head, Some(format!("{root}notices/")), t, main)
}
