//! The tag as the start page of `serve` makes it: what it says, and that it works where it is pasted, or inserted by our package for
//! npm.

use std::{fs, path::PathBuf, sync::OnceLock, time::Duration};

use publish::PreviewEvent;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    preview::{Served, begin, cards, choose, shared},
    release,
    server::{Behaviour, Fault},
};

scenarios![
    Plain in Turn: the_builder_says_what_to_paste, the_selector_starts_with_that_of_the_site, one_tag_for_all_pages_names_no_notice,
        a_pinned_tag_shows_the_notice_elsewhere, a_pinned_tag_that_a_script_inserts,
        a_tag_that_a_script_inserts_twice, an_address_takes_the_place_of_the_one_that_stands_for_it,
        includes_show_under_the_policy_that_is_named;
];

/// What the builder writes where a site has no address yet.
const HOST: &str = "https://notices.example/";
/// A page of a partner's, and where its tag goes.
const PARTNER: (&str, &str) = ("/__test/partner.html", "<!-- the tag -->");

/// The site of [`shared`] as a release: one for all, too.
fn published(served: &Served) -> Outcome<PathBuf> {
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let release = RELEASE
        .get_or_init(|| release::published(&served.root, None).map_err(|error| error.to_string()));
    release.clone().map_err(Failure)
}

async fn the_builder_says_what_to_paste(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "customer-management").await?;
    page.until(
        "its parts can be chosen",
        "return !!document.querySelector('[name=view] option[value=\"part complaints\"]')",
        json!([]),
    )
    .await?;
    choose(&page, "view", "part complaints").await?;
    choose(&page, "cookies", "off").await?;
    page.fill("#builder [name=kiosk]", "90").await?;
    page.press(Key::Tab).await?;
    let wanted = format!(
        "<script async src=\"{HOST}council-notice.js\"\n  data-service=\"customer-management\"\n  data-part=\"complaints\"\n  data-form=\"#complaint\"\n  data-cookies=\"off\"\n  data-kiosk=\"90\"></script>"
    );
    let whole = "return document.querySelector('#tag').textContent === arguments[0]";
    let whole = page.until("the tag has all of it", whole, json!([wanted]));
    let whole = whole.await;
    assert_eq!(page.text("#tag").await?, wanted);
    whole?;
    let policy = "script-src https://notices.example 'wasm-unsafe-eval'; connect-src https://notices.example";
    assert_eq!(page.text("#policy").await?, policy);
    // Nobody is to take that host for one that there is.
    let hint = page.text("#no-address").await?;
    assert!(
        hint.contains("site.toml") && hint.contains("address = \"https://"),
        "{hint}"
    );
    let include = "/includes/customer-management.complaints.en.html";
    page.shows(&format!("#include a[href='{include}']")).await?;
    assert_eq!(page.count("#include li").await?, 1, "no bar of cookies");
    let styled = format!("{policy}; style-src https://notices.example");
    assert_eq!(page.text("#include-policy").await?, styled);
    cards(&page, "#live", "complain").await?;
    // A shared screen asks nobody for cookies.
    let bars = "return [...document.querySelectorAll('#live iframe')].some((one) => [...one.contentDocument.querySelectorAll('*')].some((it) => it.shadowRoot?.querySelector('[part~=banner]')))";
    assert!(!page.js::<bool>(bars, json!([])).await?);
    Ok(())
}

/// Writes the selector of the form, in place of the site's.
async fn write_selector(page: &Page<'_>, selector: &str) -> Outcome {
    let empty = "document.querySelector('#builder [name=form]').value = ''";
    page.run(empty, json!([])).await?;
    page.fill("#builder [name=form]", selector).await?;
    page.press(Key::Tab).await?;
    let written = format!("data-form=\"{selector}\"");
    let taken = "return document.querySelector('#tag').textContent.includes(arguments[0])";
    page.until("the tag has the selector", taken, json!([written]))
        .await
}

async fn the_selector_starts_with_that_of_the_site(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    let shows = "return document.querySelector('#tag').textContent.includes(`data-form=\"${arguments[0]}\"`)";
    let choices = [
        ("service", "connect-derby", "#tenancy"),
        ("service", "customer-management", "#complaint"),
        ("view", "part visiting", "#visitor"),
        // It is placed nowhere: that of another part is nearer than none.
        ("view", "part enquiries", "#complaint"),
        ("service", "derby-homes", "#housing-application"),
    ];
    for (name, value, selector) in choices {
        choose(&page, name, value).await?;
        page.until(
            &format!("{value} starts with {selector}"),
            shows,
            json!([selector]),
        )
        .await?;
    }
    write_selector(&page, "#mine").await?;
    choose(&page, "service", "connect-derby").await?;
    let kept = "return document.querySelector('#tag').textContent.includes('connect-derby') && document.querySelector('[name=form]').value === '#mine'";
    page.until("what was written stays", kept, json!([])).await
}

async fn one_tag_for_all_pages_names_no_notice(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "").await?;
    let wanted = format!("<script async src=\"{HOST}council-notice.js\"></script>");
    let whole = "return document.querySelector('#tag').textContent === arguments[0]";
    page.until("the tag names no notice", whole, json!([wanted]))
        .await?;
    let lines =
        "return [...document.querySelectorAll('#live summary')].map((one) => one.textContent)";
    let lines: Vec<String> = page.js(lines, json!([])).await?;
    for line in [
        "/demo/complaint.html: customer-management complaints in #complaint",
        "connectderby.co.uk/**: connect-derby, which names no form: only where <council-notice> stands",
    ] {
        assert!(lines.iter().any(|it| it == line), "{line}: {lines:?}");
    }
    page.click("#live details:nth-of-type(2) > summary").await?;
    cards(&page, "#live details:nth-of-type(2)", "complain").await?;
    // Which card a page has is not known here; the bar is the same on all.
    let offered =
        "return [...document.querySelectorAll('#include li a')].map((one) => one.textContent)";
    let offered: Vec<String> = page.js(offered, json!([])).await?;
    assert_eq!(offered, ["/includes/cookies.en.html"]);
    write_selector(&page, "form.apply").await
}

/// The tag as it stands in the start page, put into a page of another origin.
async fn a_pinned_tag_shows_the_notice_elsewhere(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "connect-derby").await?;
    // The page of the trial has another form than the site.
    write_selector(&page, "#form").await?;
    page.click("#builder [name=pin]").await?;
    page.shows("#pinned").await?;
    let pinned = "return document.querySelector('#policy').textContent.includes(\"'sha256-\")";
    page.until("the policy allows the map", pinned, json!([]))
        .await?;
    let tag = page.text("#tag").await?;
    assert!(tag.contains("integrity=\"sha384-"), "{tag}");
    let (path, place) = PARTNER;
    let edited = Behaviour::default().edit(path, place, &tag.replace(HOST, "{home}/"));
    let page = browser.visit(edited).await?;
    page.server.publish(published(served)?);
    page.open_as_partner(path.trim_start_matches('/')).await?;
    page.shows(&part("notice")).await?;
    assert_eq!(page.told("error").await?, []);
    let paths = page.paths();
    assert!(
        !paths.iter().any(|path| path == "/council-notice.js"),
        "{paths:?}"
    );
    Ok(())
}

/// As a page has it that a bundler builds: the import map in its HTML, and the tag by our package for npm.
async fn a_pinned_tag_that_a_script_inserts(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "connect-derby").await?;
    // The page of the trial has another form than the site.
    write_selector(&page, "#form").await?;
    page.click("#builder [name=pin]").await?;
    page.shows("#pinned").await?;
    let tag = page.text("#tag").await?;
    let (map, tag) = tag.split_once("</script>\n").unwrap_or_default();
    let map = format!("{}</script>", map.replace(HOST, "{home}/"));
    let said = |name: &str| {
        let (_, rest) = tag.split_once(&format!(
            "{name}=\"{}",
            if name == "src" { HOST } else { "" }
        ))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let [Some(gate), Some(integrity)] = [said("src"), said("integrity")] else {
        return Err(Failure(format!("no pinned tag: {tag}")));
    };
    let other = format!("sha384-AAAA{}", &integrity["sha384-AAAA".len()..]);
    for (integrity, loads) in [(&integrity, true), (&other, false)] {
        let (path, place) = PARTNER;
        let page = browser
            .visit(Behaviour::default().edit(path, place, &map))
            .await?;
        page.server.publish(published(served)?);
        page.open_as_partner(path.trim_start_matches('/')).await?;
        let home = page.server.home();
        let gate = [&home, gate.as_str()].concat();
        insert(
            &page,
            &gate,
            json!({ "integrity": integrity, "form": "#form" }),
        )
        .await?;
        let done = "return window.__loaded !== undefined";
        page.until("the browser has taken it or not", done, json!([]))
            .await?;
        let loaded: bool = page.js("return __loaded", json!([])).await?;
        assert_eq!(loaded, loads, "{integrity}");
        // Whichever stands there stays the only one.
        for again in [&gate, &[&home, "council-notice.js"].concat()] {
            insert(&page, again, json!({})).await?;
            assert_eq!(tags(&page).await?, 1);
        }
        if loads {
            page.shows(&part("notice")).await?;
            assert_eq!(page.told("error").await?, []);
            let said =
                "return { ...document.querySelector('script[src*=council-notice]').dataset }";
            let said: Value = page.js(said, json!([])).await?;
            assert_eq!(said, json!({ "form": "#form" }));
        } else {
            assert_eq!(page.count(&part("notice")).await?, 0);
        }
    }
    Ok(())
}

/// The gate by its own name, by another, and where it stands already in the page's HTML.
async fn a_tag_that_a_script_inserts_twice(browser: &Browser) -> Outcome {
    let (path, place) = PARTNER;
    let html = "<script async src=\"{home}/council-notice.js\"></script>";
    for (before, name) in [
        ("", "council-notice.js"),
        ("", "cache.js"),
        (html, "council-notice.js"),
    ] {
        let behaviour = Behaviour::default()
            .edit(path, place, before)
            .alias("/cache.js", "/council-notice.js");
        let page = browser.visit(behaviour).await?;
        page.open_as_partner(path.trim_start_matches('/')).await?;
        let src = [&page.server.home(), name].concat();
        for _ in 0..2 {
            insert(
                &page,
                &src,
                json!({ "service": "connect-derby", "kiosk": null }),
            )
            .await?;
        }
        assert_eq!(tags(&page).await?, 1, "{before}{name}");
        page.shows(&part("notice")).await?;
    }
    Ok(())
}

/// How many tags there are, by either name.
async fn tags(page: &Page<'_>) -> Outcome<usize> {
    let count = "return document.querySelectorAll('script[src*=council-notice], script[src*=cache]').length";
    page.js(count, json!([])).await
}

/// Calls `insertTag` of the package, and keeps whether what it inserted was loaded.
async fn insert(page: &Page<'_>, src: &str, options: Value) -> Outcome {
    let script = "
        const package = URL.createObjectURL(new Blob([arguments[0]], { type: 'text/javascript' }));
        const { kiosk, ...options } = arguments[2];
        return import(package).then(({ insertTag }) => {
            const tag = insertTag(arguments[1], { ...options, kiosk: kiosk ?? undefined });
            tag.addEventListener('load', () => (window.__loaded = true));
            tag.addEventListener('error', () => (window.__loaded = false));
        })";
    let package = include_str!("../../packages/npm/index.js");
    page.run(script, json!([package, src, options])).await
}

async fn an_address_takes_the_place_of_the_one_that_stands_for_it(browser: &Browser) -> Outcome {
    let root = release::site(&format!("preview-address-{}", browser.engine.name()))?;
    fs::write(
        root.join("site.toml"),
        "address = \"https://notices.leeds.example/\"\nlanguages = [\"en\"]\n",
    )?;
    let served = Served::of(root)?;
    let PreviewEvent::Built { .. } = served.hear()? else {
        return Err(Failure("the preview does not take an address".to_owned()));
    };
    let page = begin(browser, &served).await?;
    page.hides("#no-address").await?;
    let tag = page.text("#tag").await?;
    assert!(
        tag.starts_with("<script async src=\"https://notices.leeds.example/council-notice.js\""),
        "{tag}"
    );
    Ok(())
}

/// Card and bar as the start page offers them, on a page of another origin that allows what it says and nothing else.
async fn includes_show_under_the_policy_that_is_named(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "connect-derby").await?;
    // The page of the trial has another form than the site.
    write_selector(&page, "#form").await?;
    let both = "return document.querySelectorAll('#include li').length === 2 && document.querySelector('#include li a').textContent.includes('connect-derby')";
    page.until("card and bar are offered", both, json!([]))
        .await?;
    let (tag, policy) = (
        page.text("#tag").await?,
        page.text("#include-policy").await?,
    );
    let texts = "return Promise.all([...document.querySelectorAll('#include li a')].map(async ({ href }) => (await fetch(href)).text()))";
    let texts: Vec<String> = page.js(texts, json!([])).await?;
    let [card, bar] = &texts[..] else {
        return Err(Failure(format!("{texts:?}")));
    };
    // Without an address includes lead to the root of the page's own host.
    let card = card.replace("href=\"/", "href=\"{home}/");
    // The page's own script tells whether the bar is there before the gate.
    let policy = policy.replace("script-src ", "script-src 'self' ");
    let policy = format!(
        "default-src 'none'; {}",
        policy.replace(HOST.trim_end_matches('/'), "{home}")
    );
    let (path, place) = PARTNER;
    let early = "<script src=\"/__test/early.js\"></script>";
    let behaviour = Behaviour::default()
        .edit(path, place, &[early, &tag.replace(HOST, "{home}/")].concat())
        .edit(path, "<body>", &["<body>", bar].concat())
        .edit(path, "<council-notice service=\"connect-derby\"><a href=\"{home}/notices/connect-derby/\">The notice</a></council-notice>", &card)
        .policy(path, &policy)
        .fault("/council-notice.js", Fault::Slow(Duration::from_millis(1500)));
    let page = browser.visit(behaviour).await?;
    page.server.publish(published(served)?);
    page.open_as_partner(path.trim_start_matches('/')).await?;
    page.ready().await?;
    let early: Value = page.js("return __early", json!([])).await?;
    assert_eq!(early, json!([1, 1, false]), "the bar comes before the gate");
    let styled = "return deep('style, link[rel=stylesheet]').every(({ sheet }) => sheet) && getComputedStyle(shown('[part~=notice-open]')[0]).borderTopStyle";
    assert_eq!(page.js::<Value>(styled, json!([])).await?, "solid");
    assert_eq!(page.told("error").await?, []);
    Ok(())
}
