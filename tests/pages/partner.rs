//! A partner's pages: a gate and a cookie policy of their own with the council's notices, from another origin; the gate pinned, and
//! something else in the place of what was published; and a host that is down.

use std::{fs, io, net::TcpListener, path::PathBuf, sync::OnceLock};

use publish::Pinned;
use serde_json::{Value, json};

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    release,
    server::{Behaviour, Fault},
};

scenarios![
    Plain: its_own_policy, a_pinned_gate_and_all_that_it_loads, what_was_changed_is_not_used,
        a_bundle_that_was_changed_is_not_run, a_host_that_is_down;
];

const PAGE: &str = "/__test/partner.html";
const TAG: &str = "<!-- the tag -->";

/// The demo site with a partner, whose policy has another revision.
fn made() -> io::Result<(PathBuf, Vec<Pinned>)> {
    let root = release::site("partner")?;
    let policy = fs::read_to_string(root.join("notices/cookies.toml"))?;
    let own = |line: &&str| line.starts_with("revision = ") || line.starts_with("controller = ");
    let rest: Vec<&str> = policy.lines().filter(|line| !own(line)).collect();
    let theirs = format!(
        "revision = 77\ncontroller = \"friends\"\n{}\n",
        rest.join("\n")
    );
    fs::write(root.join("notices/cookies-friends.toml"), theirs)?;
    let path = root.join("notices/controllers.toml");
    let all = fs::read_to_string(&path)?;
    let friends = "\n[friends]\nname = \"Friends of Derby\"\nabout = \"They help it.\"\nemail = \"hello@friends.example\"\n";
    fs::write(path, all + friends)?;
    let policy = "languages = [\"en\", \"pl\"]\n[[policy]]\nid = \"friends\"\ncookies = \"cookies-friends.toml\"\n";
    fs::write(root.join("site.toml"), policy)?;
    release::made(&root, None)
}

fn published() -> Outcome<&'static (PathBuf, Vec<Pinned>)> {
    static MADE: OnceLock<Result<(PathBuf, Vec<Pinned>), String>> = OnceLock::new();
    let made = MADE.get_or_init(|| made().map_err(|error| error.to_string()));
    made.as_ref().map_err(|error| Failure(error.clone()))
}

/// The partner's gate, as a page pins it: the import map, and the tag.
fn pinned(gate: &Pinned) -> String {
    let address = |name: &str| format!("{{home}}/{name}");
    let modules = gate.modules.iter();
    let modules = modules.map(|(name, sum)| (address(name), Value::from(sum.as_str())));
    let integrity: serde_json::Map<String, Value> = modules.collect();
    let same = integrity
        .keys()
        .map(|name| (name.clone(), Value::from(name.as_str())));
    let mut imports: serde_json::Map<String, Value> = same.collect();
    imports.insert(address(""), Value::Null);
    let map = json!({ "imports": imports, "integrity": integrity });
    format!(
        "<script type=\"importmap\">{map}</script>\n<script async src=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
        address(&gate.pinned),
        gate.integrity
    )
}

/// A page of the partner's with a tag, while the host behaves so.
async fn open<'a>(browser: &'a Browser, tag: &str, behaviour: Behaviour) -> Outcome<Page<'a>> {
    let (dist, _) = published()?;
    let page = browser.visit(behaviour.edit(PAGE, TAG, tag)).await?;
    page.server.publish(dist.clone());
    page.open_as_partner(PAGE.trim_start_matches('/')).await?;
    Ok(page)
}

/// The partner's gate.
fn theirs() -> Outcome<&'static Pinned> {
    let (_, gates) = published()?;
    let theirs = gates.iter().find(|gate| gate.folder == "friends/");
    theirs.ok_or_else(|| Failure("the partner has a gate".to_owned()))
}

async fn ran(page: &Page<'_>) -> Outcome<bool> {
    page.js("return __seen.ran.includes('inline')", json!([]))
        .await
}

/// The bar asks by the partner's policy, the notice is the council's, and the choice counts on the partner's site alone.
async fn its_own_policy(browser: &Browser) -> Outcome {
    let tag = "<script async src=\"{home}/friends/council-notice.js\"></script>";
    let page = open(browser, tag, Behaviour::default()).await?;
    page.shows(&part("notice")).await?;
    page.shows(&part("banner")).await?;
    assert!(!ran(&page).await?);
    page.click(&part("accept")).await?;
    page.until(
        "what waited runs",
        "return __seen.ran.includes('inline')",
        json!([]),
    )
    .await?;
    let record = page.record().await?.unwrap_or_default();
    assert!(
        record.starts_with("1.77."),
        "the partner's revision: {record}"
    );
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    let paths = page.paths();
    assert!(
        paths
            .iter()
            .any(|path| path == "/friends/council-notice.js")
    );
    assert!(
        !paths.iter().any(|path| path == "/council-notice.js"),
        "{paths:?}"
    );
    assert_eq!(page.told("error").await?, []);
    // The page about its cookies is the partner's own.
    page.open("notices/cookies/friends/").await?;
    assert!(page.words().await?.contains("Friends of Derby"));
    // The council asks for itself.
    page.open("demo/tenancy.html").await?;
    page.shows(&part("banner")).await?;
    assert_eq!(page.record().await?, None);
    page.browser.quiet().await
}

async fn a_pinned_gate_and_all_that_it_loads(browser: &Browser) -> Outcome {
    let page = open(browser, &pinned(theirs()?), Behaviour::default()).await?;
    page.shows(&part("notice")).await?;
    page.click(&part("accept")).await?;
    page.until(
        "what waited runs",
        "return __seen.ran.includes('inline')",
        json!([]),
    )
    .await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    assert_eq!(page.told("error").await?, []);
    let asked = |start: &str| {
        page.paths()
            .iter()
            .filter(|path| path.starts_with(start))
            .count()
    };
    assert_eq!(asked("/sums."), 1, "the list, once");
    page.browser.quiet().await
}

/// What is not as it was pinned: the link stays, or what waits goes on waiting. Where nothing is pinned the same is taken.
async fn what_was_changed_is_not_used(browser: &Browser) -> Outcome {
    let theirs = theirs()?;
    let plain = "<script async src=\"{home}/friends/council-notice.js\"></script>";
    let mut wrong = Vec::new();
    for (file, has_bar, has_content) in [
        ("/friends/council-notice.", false, false),
        ("/deferred.", true, true),
        ("/gated.", true, false),
        ("/widget-", true, true),
        ("_bg.wasm", true, true),
        ("/sums.", true, true),
        ("/index.en.", true, true),
        ("/notices/connect-derby.en.", true, true),
    ] {
        let changed = || Behaviour::default().fault(file, Fault::Changed);
        let page = open(browser, &pinned(theirs), changed()).await?;
        page.until(
            "the page is there",
            "return document.readyState === 'complete'",
            json!([]),
        )
        .await?;
        if has_bar {
            page.click(&part("accept")).await?;
            let kept = "return document.cookie.includes('council_notice=')";
            page.until("the choice is kept", kept, json!([])).await?;
        }
        let decided = match (has_bar, has_content) {
            // Nobody is there to tell.
            (false, _) => "return document.readyState === 'complete'",
            _ => "return __seen.events.some(({ name }) => name === 'error')",
        };
        page.until(&format!("{file} is refused"), decided, json!([]))
            .await?;
        if has_content {
            page.until(
                "what waited runs",
                "return __seen.ran.includes('inline')",
                json!([]),
            )
            .await?;
        }
        if file == "/gated." {
            page.shows(&part("notice")).await?;
        }
        let link = page.count("council-notice a").await?;
        let found = [
            page.count(&part("notice")).await? == usize::from(file == "/gated."),
            page.count(&part("banner")).await? == 0,
            ran(&page).await? == has_content,
            link == usize::from(file != "/gated."),
        ];
        if found != [true; 4] {
            wrong.push(format!("{file}: {found:?}"));
        }
        // The browser's console tells, and no error of ours.
        page.browser.quiet().await?;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let changed = Behaviour::default().fault("/notices/connect-derby.en.", Fault::Changed);
    let page = open(browser, plain, changed).await?;
    page.shows(&part("notice")).await?;
    page.browser.quiet().await
}

/// What the audit runs is held against what was pinned, too: a changed one that would run does not.
async fn a_bundle_that_was_changed_is_not_run(browser: &Browser) -> Outcome {
    let pin = pinned(theirs()?).replace("crossorigin", "data-audit crossorigin");
    let plain = "<script async src=\"{home}/friends/council-notice.js\" data-audit></script>";
    let (root, _) = published()?;
    let files = fs::read_dir(root)?.flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let is_audits = |name: &String| name.starts_with("audit.") && name.ends_with(".wasm");
    let module = names.into_iter().find(is_audits);
    let module = format!("/{}", module.expect("the audit is published"));
    let panel = ".audit .audit-head";
    for (tag, fault, is_run) in [
        (pin.as_str(), None, true),
        (pin.as_str(), Some(Fault::Changed), false),
        (plain, Some(Fault::Changed), true),
    ] {
        let behaviour = fault.map_or_else(Behaviour::default, |fault| {
            Behaviour::default().fault(&module, fault)
        });
        let page = open(browser, tag, behaviour).await?;
        page.open(&format!("{}?council-notice=audit", &PAGE[1..]))
            .await?;
        if is_run {
            page.shows(panel).await?;
            assert_eq!(page.told("error").await?, []);
        } else {
            let told = "return __seen.events.some(({ name, detail }) => name === 'error' && detail.stage === 'audit')";
            page.until("the audit is refused", told, json!([])).await?;
            assert_eq!(page.count(panel).await?, 0);
            page.shows(&part("notice")).await?;
        }
        page.browser.quiet().await?;
    }
    Ok(())
}

/// Nobody answers where the tag leads: the page is whole, its link stands, its form is sent, and nothing that waits runs.
async fn a_host_that_is_down(browser: &Browser) -> Outcome {
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|taken| taken.local_addr())
        .map_err(|error| Failure(error.to_string()))?
        .port();
    let gone = format!("http://127.0.0.1:{port}");
    let tags = [
        format!("<script async src=\"{gone}/friends/council-notice.js\"></script>"),
        pinned(theirs()?).replace("{home}", &gone),
    ];
    for tag in tags {
        let page = open(browser, &tag, Behaviour::default()).await?;
        page.run(
            "document.cookie = 'council_notice=1.77.1795350000.4012345678.analytics'",
            json!([]),
        )
        .await?;
        page.reload().await?;
        page.shows("council-notice a").await?;
        assert!(!ran(&page).await?, "nothing runs without the gate");
        assert!(page.record().await?.is_some(), "and no choice is lost");
        page.fill("#name", "Ada").await?;
        page.click("#form button").await?;
        page.shows("[data-field=name]").await?;
        page.browser.quiet().await?;
    }
    Ok(())
}
