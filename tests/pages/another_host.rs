//! The hashed files on another host than the gate and the pages (`files` in `site.toml`): all comes from there, under the security
//! policy that is published; a shared screen takes it from beside the gate; and without that host the page is whole.

use std::{fs, path::PathBuf};

use publish::Pinned;
use serde_json::{Value, json};

use crate::{
    harness::{Browser, Failure, Outcome, Page, dist, part, scenarios},
    release,
    server::{Behaviour, Config, Server},
};

scenarios![
    Plain: all_that_is_shown, another_language_and_the_audit, an_include, a_pinned_gate, a_shared_screen_takes_none, that_host_is_down;
];

const PAGE: &str = "__test/partner.html";
const TAG: &str = "<!-- the tag -->";
const PLAIN: &str = "<script async src=\"/council-notice.js\"></script>";
/// What stands in the page for a notice.
const PLACE: &str = "<council-notice service=\"connect-derby\"><a href=\"{home}/notices/connect-derby/\">The notice</a></council-notice>";

/// A release whose hashed files are on a host of their own, and that host.
struct Hosts {
    files: Server,
    dist: PathBuf,
    gate: Pinned,
}

impl Hosts {
    async fn of(browser: &Browser) -> Outcome<Self> {
        let files = Server::start(Config {
            dist: dist(),
            site: None,
            behaviour: Behaviour::default(),
            port: 0,
        })
        .await?;
        let name = format!("hosts-{}", browser.engine.name());
        let root = release::site(&name)?;
        fs::write(root.join("site.toml"), "languages = [\"en\", \"pl\"]\n")?;
        let (dist, gates) = release::made_for(&root, None, Some(files.partner()))?;
        files.publish(dist.clone());
        let gate = gates.into_iter().next();
        let gate = gate.ok_or_else(|| Failure("a site has a gate".to_owned()))?;
        Ok(Self { files, dist, gate })
    }

    /// The security policy that is published for a page of the release.
    fn policy(&self) -> Outcome<String> {
        let headers = fs::read_to_string(self.dist.join("_headers"))?;
        let (_, rest) = headers.split_once("\n/notices/*\n").unwrap_or_default();
        let (_, rest) = rest
            .split_once("Content-Security-Policy: ")
            .unwrap_or_default();
        let policy = rest.lines().next().unwrap_or_default();
        assert!(policy.contains(&self.files.partner()), "{headers}");
        Ok(policy.to_owned())
    }

    /// A page with a tag on the council's own host.
    async fn open<'a>(
        &self,
        browser: &'a Browser,
        tag: &str,
        behaviour: Behaviour,
    ) -> Outcome<Page<'a>> {
        let page = browser.visit(behaviour.edit(PAGE, TAG, tag)).await?;
        page.server.publish(self.dist.clone());
        page.open(PAGE).await?;
        Ok(page)
    }
}

/// The paths among these whose files have a hash in their names.
fn hashed(paths: impl IntoIterator<Item = String>) -> Vec<String> {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_hashed = |path: &String| path.split(['/', '.', '-', '_']).any(is_hash);
    paths.into_iter().filter(is_hashed).collect()
}

/// What was asked of the files' host.
fn there(hosts: &Hosts) -> Vec<String> {
    hosts
        .files
        .requests()
        .into_iter()
        .map(|one| one.path)
        .collect()
}

/// Nothing was refused but the page's own inline script, which waits for leave.
async fn refused(page: &Page<'_>) -> Outcome<Vec<String>> {
    let script = "return __seen.refused.filter((one) => !one.endsWith('inline'))";
    page.js(script, json!([])).await
}

/// Bar, card, whole notice, preferences, and the page of a notice.
async fn all_that_is_shown(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    let policy = hosts.policy()?;
    let behaviour = Behaviour::default()
        .policy("partner.html", &policy)
        .policy("/notices/", &policy);
    let page = hosts.open(browser, PLAIN, behaviour).await?;
    let card = page.text(&part("notice")).await?;
    assert!(card.contains("Why") && card.len() > 200, "{card}");
    page.click(&part("accept")).await?;
    page.shows(&part("confirmation")).await?;
    page.click(&part("notice-open")).await?;
    page.shows(&part("notice-dialog")).await?;
    page.reload().await?;
    page.shows(&part("notice")).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    assert_eq!(page.told("error").await?, []);
    assert_eq!(refused(&page).await?, [""; 0]);

    page.open("notices/connect-derby/").await?;
    let dressed = "
        const [sheet] = document.querySelectorAll('link[rel=stylesheet]');
        return sheet.href.startsWith(arguments[0]) && !!sheet.sheet && !document.querySelector('[data-print]').hidden";
    let files = hosts.files.partner();
    page.until(
        "sheet and script of the page are there",
        dressed,
        json!([files]),
    )
    .await?;
    assert_eq!(refused(&page).await?, [""; 0]);

    assert_eq!(hashed(page.paths()), [""; 0], "none beside the gate");
    let there = there(&hosts);
    for start in [
        "/deferred.en.",
        "/gated.",
        "/widget-",
        "/index.en.",
        "/notices/connect-derby.en.",
        "/notice-page.",
    ] {
        assert!(
            there.iter().any(|path| path.starts_with(start)),
            "{start} in {there:?}"
        );
    }
    assert!(!there.iter().any(|path| path == "/council-notice.js"));
    page.browser.quiet().await
}

/// What a page asks for late: the words of another language, and the bundle of the audit.
async fn another_language_and_the_audit(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    let tag = "<script async src=\"/council-notice.js\" data-audit></script>";
    let behaviour = Behaviour::default()
        .policy("partner.html", &hosts.policy()?)
        .edit(PAGE, TAG, tag);
    let page = browser.visit(behaviour).await?;
    page.server.publish(hosts.dist.clone());
    page.open(&format!("{PAGE}?council-notice=audit")).await?;
    page.shows(".audit .audit-head").await?;
    page.run("document.documentElement.lang = 'pl'", json!([]))
        .await?;
    let polish = "return shown('[part~=banner]')[0]?.innerText.includes('cookie') && document.querySelector('council-notice-cookies').lang === 'pl'";
    page.until("the bar asks in Polish", polish, json!([]))
        .await?;
    assert_eq!(page.told("error").await?, []);
    assert_eq!(refused(&page).await?, [""; 0]);
    assert_eq!(hashed(page.paths()), [""; 0], "none beside the gate");
    let there = there(&hosts);
    for start in ["/audit.", "/deferred.pl."] {
        assert!(
            there.iter().any(|path| path.starts_with(start)),
            "{start} in {there:?}"
        );
    }
    page.browser.quiet().await
}

/// It has its looks from there before any script.
async fn an_include(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    let include = fs::read_to_string(hosts.dist.join("includes/connect-derby.en.html"))?;
    let behaviour = Behaviour::default()
        .policy("partner.html", &hosts.policy()?)
        .edit(PAGE, PLACE, include.trim_end());
    let page = hosts.open(browser, "", behaviour).await?;
    let dressed = "
        const sheet = document.querySelector('council-notice').shadowRoot.querySelector('link');
        return sheet.href.startsWith(arguments[0]) && !!sheet.sheet";
    page.until(
        "the card has its looks",
        dressed,
        json!([hosts.files.partner()]),
    )
    .await?;
    assert_eq!(hashed(page.paths()), [""; 0]);
    assert_eq!(refused(&page).await?, [""; 0]);
    page.browser.quiet().await
}

/// The gate from one host, and all that it loads from another, each by its hash.
async fn a_pinned_gate(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    let (files, gate) = (hosts.files.partner(), &hosts.gate);
    let modules = gate.modules.iter();
    let modules =
        modules.map(|(name, sum)| ([&files, name.as_str()].concat(), Value::from(sum.as_str())));
    let integrity: serde_json::Map<String, Value> = modules.collect();
    let same = integrity.keys();
    let same = same.map(|name| (name.clone(), Value::from(name.as_str())));
    let mut imports: serde_json::Map<String, Value> = same.collect();
    imports.insert(files.clone(), Value::Null);
    let map = json!({ "imports": imports, "integrity": integrity });
    let tag = format!(
        "<script type=\"importmap\">{map}</script>\n<script async src=\"/{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
        gate.pinned, gate.integrity
    );
    let page = hosts.open(browser, &tag, Behaviour::default()).await?;
    page.shows(&part("notice")).await?;
    page.click(&part("accept")).await?;
    let ran = "return __seen.ran.includes('inline')";
    page.until("what waited runs", ran, json!([])).await?;
    assert_eq!(page.told("error").await?, []);
    let sums = there(&hosts)
        .iter()
        .filter(|path| path.starts_with("/sums."))
        .count();
    assert_eq!(sums, 1, "what is fetched is held against the list");
    page.browser.quiet().await
}

/// Its browser keeps nothing of another host, for when there is no network.
async fn a_shared_screen_takes_none(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    let tag = "<script async src=\"/council-notice.js\" data-kiosk=\"60\"></script>";
    let page = hosts.open(browser, tag, Behaviour::default()).await?;
    page.shows(&part("notice")).await?;
    let on = "return document.documentElement.dataset.councilNoticeKiosk !== undefined";
    page.until("the screen is a kiosk's", on, json!([])).await?;
    assert_eq!(there(&hosts), [""; 0]);
    assert_eq!(page.told("error").await?, []);
    page.browser.quiet().await
}

/// The bar is in the gate and asks; the link to the notice leads to the gate's own host; the form is sent; nothing that waits runs.
async fn that_host_is_down(browser: &Browser) -> Outcome {
    let hosts = Hosts::of(browser).await?;
    hosts.files.down(true);
    let page = hosts.open(browser, PLAIN, Behaviour::default()).await?;
    page.click(&part("accept")).await?;
    page.tells("error").await?;
    page.hides(&part("banner")).await?;
    assert!(page.record().await?.is_some(), "the choice is kept");
    assert_eq!(page.count("council-notice a").await?, 1);
    let ran: bool = page
        .js("return __seen.ran.includes('inline')", json!([]))
        .await?;
    assert!(!ran, "what waits goes on waiting");
    page.fill("#name", "Ada").await?;
    page.click("#form button").await?;
    page.shows("[data-field=name]").await?;
    page.browser.quiet().await?;
    // The page of the notice can be read without its looks.
    page.open("notices/connect-derby/").await?;
    assert!(page.words().await?.contains("Connect Derby"));
    page.browser.quiet().await
}
