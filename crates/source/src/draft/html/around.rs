//! What stands on a page around its text.

use scraper::{ElementRef, Html, Selector};

pub(super) const AROUND: &str = "around the text of the page: navigation, header or footer";
const BANNER: &str = "a cookie banner";
const HIDDEN: &str = "hidden on the page";
const CONTENTS: &str = "the table of contents of the page";
const FORM: &str = "a form or a button";
/// Of text that is outside the main part for no other reason.
pub(super) const OUTSIDE: &str = "outside the main part of the page";
/// Of the name that the browser shows.
pub(super) const NAME: &str = "the name of the page in the browser";

/// Returns the first element that a selector finds.
pub(super) fn select<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    // A selector that does not parse finds nothing; those here are constant, and each has a test.
    page.select(&Selector::parse(selector).ok()?).next()
}

/// Returns the element that holds the page's own text.
pub(super) fn main_of(page: &Html) -> Option<ElementRef<'_>> {
    let marked = [
        "main",
        "[role=main]",
        "#main-content",
        "#content",
        "#main",
        ".main-content",
    ];
    let mut found = marked.iter().filter_map(|selector| select(page, selector));
    let long = |it: &ElementRef<'_>| it.text().map(str::len).sum::<usize>() > 40;
    found.find(long).or_else(|| {
        let articles = Selector::parse("article").ok()?;
        let mut all = page.select(&articles);
        let first = all.next()?;
        all.next().is_none().then_some(first)
    })
}

/// Says why an element is no part of the text, if it is none.
pub(super) fn why(element: ElementRef<'_>, inside: bool) -> Option<&'static str> {
    let value = element.value();
    if is_banner(element) {
        return Some(BANNER);
    }
    let role = value.attr("role").unwrap_or_default();
    let around = matches!(value.name(), "nav" | "footer" | "aside")
        || matches!(
            role,
            "navigation" | "banner" | "contentinfo" | "search" | "complementary"
        )
        || (value.name() == "header" && !inside)
        || named(element, |name| {
            is_edge(name) || matches!(
                name,
                "breadcrumb"
                    | "breadcrumbs"
                    | "crumbs"
                    | "pager"
                    | "skip-link"
                    | "skip-links"
                    | "skiplink"
                    | "skiplinks"
                    | "pagination"
                    | "site-footer"
                    | "site-header"
            )
        })
        // Such a name may be a place in the notice, too: `<h2 id="share">`.
        || value.classes().any(|name| matches!(name, "share" | "social"))
        || is_feedback(element);
    if around {
        return Some(AROUND);
    }
    if matches!(value.name(), "ul" | "ol") && is_contents(element) {
        return Some(CONTENTS);
    }
    let control = matches!(
        value.name(),
        "button" | "select" | "textarea" | "label" | "legend" | "option"
    );
    if control && !(inside && opens(element)) {
        return Some(FORM);
    }
    let style = value.attr("style").unwrap_or_default();
    let style: String = style.chars().filter(|mark| !mark.is_whitespace()).collect();
    let hidden = value.attr("hidden").is_some()
        || value.attr("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
    // What opens at a click is the page's text like any other: only a few words are left out.
    let few = || {
        element
            .text()
            .flat_map(str::split_whitespace)
            .nth(8)
            .is_none()
    };
    (hidden && few() && !is_opened(element)).then_some(HIDDEN)
}

/// Says whether an element is a button that opens what stands below it: its text is that part's heading.
pub(super) fn opens(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let button = value.name() == "button" || value.attr("role") == Some("button");
    let titles = ["toggle", "accordion", "tab", "collapse", "panel", "faq"];
    let ends = ["title", "heading", "question"];
    let title = named(element, |name| {
        let mut parts = name.rsplit(['-', '_']).filter(|part| !part.is_empty());
        let last = parts.next().unwrap_or_default();
        ends.contains(&last) && parts.next().is_some_and(|part| titles.contains(&part))
    });
    (button && value.attr("aria-expanded").is_some()) || title
}

/// Says whether a name is one of a site's own header or footer: `elementor-location-footer`. A card or an article may have one
/// of its own.
fn is_edge(name: &str) -> bool {
    let parts: Vec<&str> = name
        .split(['-', '_'])
        .filter(|part| !part.is_empty())
        .collect();
    let small = [
        "entry",
        "card",
        "accordion",
        "modal",
        "table",
        "panel",
        "section",
        "article",
        "list",
        "item",
        "widget",
        "box",
        "content",
        "block",
        "post",
        "form",
        "page",
    ];
    let site = ["site", "global", "location"];
    match parts.last() {
        Some(&"sidebar") => true,
        Some(&"footer") => !parts.iter().any(|part| small.contains(part)),
        Some(&"header") => parts.iter().any(|part| site.contains(part)),
        _ => false,
    }
}

/// Says whether an element asks what people think of the page.
fn is_feedback(element: ElementRef<'_>) -> bool {
    let asks = |name: &str| name.split(['-', '_']).any(|part| part == "feedback");
    let mut inner = element.descendants().filter_map(ElementRef::wrap);
    named(element, asks) && inner.any(|it| matches!(it.value().name(), "form" | "button" | "input"))
}

/// Says whether a list says nothing but where the parts of its own page are.
fn is_contents(list: ElementRef<'_>) -> bool {
    let mut texts = list.descendants().filter(|it| {
        it.value()
            .as_text()
            .is_some_and(|text| !text.trim().is_empty())
    });
    let leads = |it: ElementRef<'_>| {
        let url = it.value().attr("href").unwrap_or_default();
        url.len() > 1 && url.starts_with('#')
    };
    let first = texts.next();
    let mut more = 0;
    let linked = first.into_iter().chain(texts).all(|text| {
        more += 1;
        let around = text.ancestors().take(4).filter_map(ElementRef::wrap);
        around.take_while(|it| it.value().name() != "li").any(leads)
    });
    linked && more > 1
}

/// Says whether an element is what the element before it opens.
fn is_opened(element: ElementRef<'_>) -> bool {
    let mut before = element.prev_siblings().filter_map(ElementRef::wrap);
    before.next().is_some_and(|before| {
        let mut inner = before.descendants().filter_map(ElementRef::wrap);
        inner.any(opens)
    })
}

/// Says whether an element asks for consent to cookies: a dialog about them, or what the usual tools call theirs. A notice's own
/// section on cookies is none.
fn is_banner(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let tool = named(element, |name| {
        let cookie = name.contains("cookie") || name.contains("consent");
        let shown = [
            "banner",
            "bar",
            "popup",
            "pop-up",
            "modal",
            "overlay",
            "prompt",
            "dialog",
            "message",
            "alert",
            "consent",
            "settings",
            "control",
            "notification",
            "manager",
        ];
        (cookie
            && name != "cookies"
            && shown
                .iter()
                .any(|part| name.contains(part) && name != *part))
            || name.starts_with("onetrust")
            || name.starts_with("cybotcookiebot")
            || matches!(name, "ccc" | "cc-window" | "cmplz" | "cookielaw" | "civic")
    });
    let dialog =
        value.name() == "dialog" || matches!(value.attr("role"), Some("dialog" | "alertdialog"));
    tool || (dialog
        && element
            .text()
            .any(|text| text.to_lowercase().contains("cookie")))
}

/// Says whether one of the names that an element goes by is such a name.
fn named(element: ElementRef<'_>, is: impl Fn(&str) -> bool) -> bool {
    let value = element.value();
    let id = value.id().into_iter();
    let mut names = id.chain(value.classes());
    !matches!(value.name(), "html" | "body" | "main") && names.any(|name| is(&name.to_lowercase()))
}
