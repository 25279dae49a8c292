//! Includes: whole by themselves, small, and put into pages as the manual says.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use publish::{Pasted, Profile, paste};
use sha2::{Digest, Sha256};

use crate::{servers::Server, site::Site};

/// What an include may weigh, compressed.
const LIMIT: usize = 3 * 1024;

fn built(name: &str) -> Site {
    let site = Site::real(name);
    site.build(Profile::Dev).expect("it is published");
    site
}

fn text(site: &Site, path: &str) -> String {
    String::from_utf8_lossy(&site.files()[path]).into_owned()
}

#[test]
fn a_card_is_whole_and_small() {
    let site = built("includes");
    let files = site.files();
    let cards = files.iter().filter(|(path, _)| {
        path.starts_with("includes/")
            && path.ends_with(".html")
            && !path.contains("/cookies.")
            && !path.ends_with("/head.html")
    });
    let mut count = 0;
    for (path, card) in cards {
        let card = String::from_utf8_lossy(card);
        assert_eq!(card.matches("class=\"answer\"").count(), 6, "{path}");
        let page = "href=\"https://notices.example/notices/";
        assert_eq!(card.matches(page).count(), 2, "{path}: the link, twice");
        assert!(card.contains("<input type=\"hidden\" name=\"council_notice\" value=\""));
        assert!(
            !card.contains("<script") && !card.contains("<style"),
            "{path}"
        );
        let sent = files[&format!("{path}.br")].len();
        assert!(sent <= LIMIT, "{path}: {sent}");
        let sheet = card.split_once("href=\"https://notices.example/card-");
        let sheet = sheet.and_then(|(_, rest)| rest.split_once('"'));
        let sheet = sheet.map(|(end, _)| format!("card-{end}"));
        assert!(files.contains_key(&sheet.expect("a style sheet")), "{path}");
        count += 1;
    }
    // Five notices; one has three parts, one two audiences, and one a translation.
    assert_eq!(count, 11);
}

#[test]
fn the_bar_tells_what_a_policy_must_allow() {
    let site = built("bar");
    let bar = text(&site, "includes/cookies.en.html");
    for name in ["script", "style"] {
        let start = format!("<{name}>");
        let inner = bar
            .split_once(&start)
            .and_then(|(_, rest)| rest.split_once("</"));
        let (inner, _) = inner.expect("it has one");
        let hash = BASE64_STANDARD.encode(Sha256::digest(inner));
        assert!(
            bar.contains(&format!("{name}-src 'sha256-{hash}'")),
            "{bar}"
        );
    }
    assert!(bar.contains("<council-notice-cookies hidden "));
    site.put(
        "public/demo/tenancy.html",
        "<!doctype html>\n<!--# include virtual=\"/consent-mode.html\" -->\n\
         <body><!--# include virtual=\"/includes/cookies.en.html\" -->\n\
         <!--# include virtual=\"/includes/missed.html\" --></body>",
    );
    let release = site.build(Profile::Dev).expect("it is published");
    let page = text(&site, "demo/tenancy.html");
    assert!(page.contains("<council-notice-cookies hidden "));
    // What is not there is left to the server, and told.
    assert!(page.contains("<!--# include virtual=\"/includes/missed.html\" -->"));
    let told = &release.unfinished;
    let place = "demo/tenancy.html, line 4, includes /includes/missed.html";
    assert!(told.iter().any(|it| it.starts_with(place)), "{told:?}");
    let headers = text(&site, "_headers");
    let page = headers.split_once("/demo/tenancy\n").map(|(_, rest)| rest);
    let policy = page
        .and_then(|rest| rest.lines().next())
        .unwrap_or_default();
    // The scripts of both, and the style of the bar.
    assert_eq!(policy.matches("'sha256-").count(), 3, "{policy}");
}

#[test]
fn one_is_printed_for_pasting_or_the_others_are_named() {
    let site = built("pasted");
    let wanted = |part: &str| Pasted {
        service: "customer-management".to_owned(),
        part: Some(part.to_owned()),
        ..Pasted::default()
    };
    let pasted = paste(&site.dist(), &wanted("complaints")).expect("it is there");
    assert!(
        pasted.contains("href=\"https://notices.example/card.css\""),
        "{pasted}"
    );
    let error = paste(&site.dist(), &wanted("nonsense")).expect_err("there is none");
    let error = error.to_string();
    assert!(
        error.contains("customer-management.nonsense.en.html")
            && error.contains("customer-management.complaints.en"),
        "{error}"
    );
}

#[test]
fn the_register_lists_pages_that_hold_an_old_one() {
    let site = built("old");
    let card = text(&site, "includes/derby-homes.en.html");
    let old = card.replace(" hash=\"", " hash=\"0");
    site.put("public/fresh.html", format!("<form>{card}</form>"));
    site.put("public/aged.html", format!("<form>{old}</form>"));
    site.build(Profile::Dev).expect("it is published");
    let register = text(&site, "register/index.html");
    let row = |page: &str| {
        let row = register.split_once(&format!("<code>{page}</code>"));
        let row = row.and_then(|(_, rest)| rest.split_once("</tr>"));
        row.map(|(row, _)| row.to_owned()).unwrap_or_default()
    };
    assert!(
        row("/aged.html").contains("changed since"),
        "{}",
        row("/aged.html")
    );
    assert!(
        row("/fresh.html").contains("one notice"),
        "{}",
        row("/fresh.html")
    );
}

const CHAPTER: &str = include_str!("../../../../docs/src/editor/includes.md");

/// What the chapter has of a kind.
fn snippets(kind: &str) -> Vec<&'static str> {
    let start = format!("```{kind}\n");
    let blocks = CHAPTER.split(&start).skip(1);
    blocks
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect()
}

/// nginx, as the manual has it: by its own includes, and put into a page that nobody can edit.
#[test]
fn nginx_puts_them_in() {
    let site = built("nginx-includes");
    // Nobody listens there.
    let blocks = snippets("nginx").concat();
    let blocks = blocks.replace("https://notices.example/", "http://127.0.0.1:1/");
    let nginx = Server::nginx(
        &site,
        &format!(
            "server {{ listen 80; root /srv/council-notice; default_type text/html; {blocks} }}"
        ),
    );
    let [card, bar, ..] = &snippets("html")[..] else {
        panic!("a line for the card and one for the bar");
    };
    site.put("dist/own", format!("<body>{bar}<form>{card}</form>"));
    site.put("dist/complain", "<form id=\"complaint\"><p></p></form>");
    let whole = text(&site, "includes/customer-management.complaints.en.html");
    let own = nginx.body("/own", "");
    assert!(own.contains(whole.trim_end()), "{own}");
    assert!(own.contains("<council-notice-cookies hidden "), "{own}");
    // One that is not there, and one whose host is down.
    for missing in ["/includes/missed.en.html", "/council-notice/missed.en.html"] {
        site.put(
            "dist/own",
            format!("<form><!--# include virtual=\"{missing}\" --><p>after</p></form>"),
        );
        let own = nginx.body("/own", "");
        assert!(own.contains("<p>after</p>"), "{own}");
        assert!(!own.contains("nginx") && !own.contains("<html"), "{own}");
    }
    site.put("dist/own", format!("<body>{bar}<form>{card}</form>"));
    let answered = nginx.body("/own", "Cookie: council_notice=1.1.1.1.0\r\n");
    assert!(!answered.contains("council-notice-cookies"), "{answered}");
    let foreign = nginx.body("/complain", "");
    let at = |text: &str| foreign.find(text).expect(text);
    // Sent in chunks, whose sizes stand between.
    assert!(
        at("<form id=\"complaint\">") < at(whole.trim_end()),
        "{foreign}"
    );
    assert!(at(whole.trim_end()) < at("<p></p></form>"), "{foreign}");
}

/// Apache and PHP, as the manual has them, where `make full` has installed them. WordPress is tried with whole pages.
#[test]
#[ignore = "needs Apache and PHP: `make full`"]
fn apache_and_php_put_them_in() {
    let site = built("other-includes");
    let whole = text(&site, "includes/customer-management.complaints.en.html");
    let holds = |server: &Server, path: &str| {
        let page = server.body(path, "");
        let at = |text: &str| {
            page.find(text)
                .unwrap_or_else(|| panic!("{text} in {page}"))
        };
        assert!(at("<form>") < at(whole.trim_end()) && at(whole.trim_end()) < at("</form>"));
    };

    // The words between the paragraph's first two pairs of backticks.
    let paragraph = CHAPTER.split_once("**Apache**").expect("a recipe").1;
    let words: Vec<_> = paragraph.split('`').skip(1).step_by(2).take(2).collect();
    let line = snippets("html")
        .into_iter()
        .find(|html| html.starts_with("<!--#include"));
    let line = line.expect("a line for Apache");
    site.put("dist/own.html", format!("<form>{line}</form>"));
    holds(&Server::apache(&site, &words.join("\n")), "/own.html");

    let php = snippets("php")
        .into_iter()
        .find(|php| php.contains("readfile"));
    let php = php.expect("a line of PHP");
    let dist = site.dist().display().to_string();
    let page = format!("<form>{}</form>", php.replace("/srv/council-notice", &dist));
    site.put("dist/own.php", page);
    holds(&Server::php(&site), "/own.php");
}
