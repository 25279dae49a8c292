//! The public surface, frozen: whoever changes one of these lists changes what other sites rely on.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, dist, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain: global, attributes, events, parts, headers];

async fn global(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/plain.html").await?;
    page.ready().await?;
    let script = "
        const types = Object.fromEntries(Object.entries(CouncilNotice).map(([name, value]) => [name, typeof value?.then === 'function' ? 'promise' : typeof value]));
        const { writable, configurable } = Object.getOwnPropertyDescriptor(window, 'CouncilNotice');
        return [types, Object.isFrozen(CouncilNotice), writable, configurable, Object.keys(window).filter((name) => /council|gate|widget|wasm/i.test(name))]";
    let [types, frozen, writable, configurable, others]: [Value; 5] =
        page.js(script, json!([])).await?;
    let known = json!({
        "version": "string", "ready": "promise", "allows": "function", "choice": "function", "accept": "function",
        "reject": "function", "withdraw": "function", "openPreferences": "function", "openNotice": "function",
        "values": "function", "onChoice": "function", "reset": "function",
    });
    assert_eq!(types, known);
    assert_eq!(
        [frozen, writable, configurable],
        [json!(true), json!(false), json!(false)]
    );
    assert_eq!(
        others,
        json!([]),
        "no other global, and this one is not enumerable"
    );
    let types = std::fs::read_to_string(dist().join("council-notice.d.ts"))?;
    for name in known
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys())
    {
        assert!(
            types.contains(name.as_str()),
            "council-notice.d.ts lacks {name}"
        );
    }
    Ok(())
}

/// What attributes of the tag make a page show. Every attribute with every kind of value is tried in `tag`.
async fn attributes(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    let tag = async |query: &str| -> Outcome<Value> {
        page.open(&format!("__test/form.html?form=%23form&{query}"))
            .await?;
        let told = page.tells("notice").await?.detail;
        Ok(json!([told["id"], told["part"], told["audience"]]))
    };
    let none = Value::Null;
    assert_eq!(
        tag("service=derby-homes").await?,
        json!(["derby-homes", none, none])
    );
    assert_eq!(
        tag("service=customer-management&part=visiting").await?,
        json!(["customer-management", "visiting", none])
    );
    assert_eq!(
        tag("service=local-area-co-ordination&audience=person").await?,
        json!(["local-area-co-ordination", none, "person"])
    );
    // (attribute, value, selector, how many of it show)
    let shown = [
        ("guardian", "prompt", "guardian", 1),
        ("guardian", "require", "guardian", 1),
        ("guardian", "off", "guardian", 0),
        ("guardian", "no-such-word", "guardian", 1),
        ("cookies", "banner", "banner", 1),
        ("cookies", "settings", "banner", 0),
        ("cookies", "off", "banner", 0),
        ("cookies", "no-such-word", "banner", 1),
        ("lang", "en", "banner", 1),
        ("lang", "tlh", "banner", 1),
    ];
    for (name, value, what, count) in shown {
        tag(&format!("service=connect-derby&{name}={value}")).await?;
        assert_eq!(page.count(&part(what)).await?, count, "data-{name}={value}");
    }
    // Without `data-form` a notice stands only where an element is.
    page.open("__test/form.html?service=derby-homes").await?;
    page.ready().await?;
    assert_eq!(page.count("council-notice").await?, 0);
    Ok(())
}

/// `undeclared` is told in `withdrawal`; the others are told here, with these details.
async fn events(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/form.html?service=local-area-co-ordination&audience=introducer&guardian=prompt&form=%23form").await?;
    let keys = |detail: &Value| -> BTreeSet<String> {
        let members = detail.as_object().into_iter();
        members
            .flat_map(|members| members.keys().cloned())
            .collect()
    };
    let names = |names: &[&str]| -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    };
    assert_eq!(
        keys(&page.tells("notice").await?.detail),
        names(&["audience", "id", "values", "version"])
    );
    page.click(&part("accept")).await?;
    assert_eq!(
        keys(&page.tells("choice").await?.detail),
        names(&["categories", "id", "revision", "time"])
    );
    page.click("[data-council-notice=hide]").await?;
    page.click(&part("guardian-over")).await?;
    assert_eq!(
        page.tells("guardian").await?.detail,
        json!({ "value": "not-needed" })
    );
    page.run("CouncilNotice.reset()", json!([])).await?;
    page.tells("reset").await?;
    drop(page);

    let page = browser
        .visit(Behaviour::default().fault(".wasm", Fault::Missing))
        .await?;
    page.open("__test/form.html?service=derby-homes&form=%23form")
        .await?;
    assert_eq!(
        keys(&page.tells("error").await?.detail),
        names(&["message", "stage"])
    );
    Ok(())
}

/// Every part that a page of this release can show. The kiosk's come with the kiosk.
const PARTS: [&str; 17] = [
    "accept",
    "banner",
    "category",
    "choose",
    "confirmation",
    "guardian",
    "guardian-over",
    "guardian-permission",
    "guardian-under",
    "guardian-unsaid",
    "notice",
    "notice-dialog",
    "notice-open",
    "preferences",
    "reject",
    "save",
    "why",
];

async fn parts(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("__test/gated.html?service=healthy-housing-hub&cookies=banner")
        .await?;
    page.shows(&part("banner")).await?;
    let add = "const form = document.createElement('form'); form.innerHTML = '<label>Health <input name=health data-notice-field=health></label><council-notice></council-notice>'; document.body.append(form)";
    page.run(add, json!([])).await?;
    page.shows(&part("notice")).await?;
    let mut seen = BTreeSet::new();
    let mut look = async || -> Outcome {
        let names: Vec<String> = page
            .js(
                "return deep('[part]').flatMap((element) => [...element.part])",
                json!([]),
            )
            .await?;
        seen.extend(names);
        Ok(())
    };
    look().await?;
    page.run("shown('[part~=guardian-under]')[0].click()", json!([]))
        .await?;
    page.shows(&part("guardian-permission")).await?;
    look().await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    page.shows(&part("preferences")).await?;
    look().await?;
    let known: BTreeSet<String> = PARTS.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(seen, known);
    Ok(())
}

/// What the published headers promise, as the browser gets it.
async fn headers(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/tenancy.html").await?;
    page.tells("notice").await?;
    let script = "
        return Promise.all(arguments[0].map((path) => fetch(path).then(({ status, headers }) =>
            [status, ...['content-type', 'cache-control', 'access-control-allow-origin', 'x-content-type-options'].map((name) => headers.get(name))])))";
    let mut paths: Vec<String> = page.paths();
    paths.retain(|path| !path.starts_with("/demo/"));
    paths.sort();
    paths.dedup();
    assert_eq!(
        paths.len(),
        6,
        "gate, deferred module, widget twice, index and notice: {paths:?}"
    );
    type Answer = (u16, String, Option<String>, Option<String>, Option<String>);
    let all: Vec<Answer> = page.js(script, json!([paths])).await?;
    for (path, (status, kind, cache, cors, nosniff)) in paths.iter().zip(all) {
        assert_eq!(status, 200, "{path}");
        assert_eq!(
            cors.as_deref(),
            Some("*"),
            "{path} works from another origin"
        );
        assert_eq!(nosniff.as_deref(), Some("nosniff"), "{path}");
        let cache = cache.unwrap_or_default();
        let stable = path == "/council-notice.js";
        assert_eq!(cache.contains("immutable"), !stable, "{path}: {cache}");
        assert_eq!(cache.matches("max-age").count(), 1, "{path}: {cache}");
        assert!(!kind.is_empty(), "{path}");
    }
    Ok(())
}

/// The published files: stable names as they are, hashes as `#`. Files of the demo are its own affair, and so is the manual
/// that `make demo` puts beside them.
pub(crate) fn files() -> Result<(), String> {
    let mut found = BTreeSet::new();
    list(&dist(), "", &mut found)
        .map_err(|error| format!("{}: {error}; `make publish` writes it", dist().display()))?;
    found.retain(|file| !file.starts_with("manual/"));
    let compressible = [".js", ".wasm", ".json", ".html", ".css", ".svg", ".ts"];
    for file in &found {
        // One line does not get smaller.
        let twins =
            file != "includes/head.html" && compressible.iter().any(|end| file.ends_with(end));
        for twin in [".br", ".gz"] {
            let missing = twins && !found.contains(&format!("{file}{twin}"));
            if missing {
                return Err(format!("{file} has no {twin} beside it"));
            }
        }
    }
    let services = [
        "connect-derby",
        "customer-management",
        "derby-homes",
        "healthy-housing-hub",
        "local-area-co-ordination",
    ];
    let mut wanted: BTreeSet<String> = [
        "404.html",
        "_headers",
        "nginx.conf",
        "nginx-http.conf",
        "nginx-server.conf",
        "council-notice.js",
        "council-notice.#.js",
        "consent-mode.html",
        "council-notice.d.ts",
        "custom-elements.json",
        "index.html",
        "index.en.#.json",
        "index.pl.#.json",
        "index.ur.#.json",
        "index.cy.#.json",
        "placements.0.#.json",
        "deferred.en.#.js",
        "deferred.pl.#.js",
        "deferred.ur.#.js",
        "gated.#.js",
        "deferred.cy.#.js",
        "receipt.#.json",
        "sums.#.json",
        "audit.#.js",
        "audit.#.wasm",
        "audit.en.#.json",
        "audit.pl.#.json",
        "audit.ur.#.json",
        "audit.cy.#.json",
        "kiosk-worker.js",
        "kiosk.#.js",
        "kiosk.#.wasm",
        "kiosk.#.json",
        "widget-#.js",
        "widget-#_bg.wasm",
        "notice-page.#.css",
        "notice-page.#.js",
        "register.#.css",
        "notices/connect-derby.pl.#.json",
        "notices/connect-derby/pl/index.html",
        "notices/customer-management/complaints/index.html",
        "notices/customer-management/enquiries/index.html",
        "notices/customer-management/visiting/index.html",
        "notices/local-area-co-ordination/handout/index.html",
        "notices/local-area-co-ordination/introducer/index.html",
        "notices/local-area-co-ordination/person/index.html",
        "notices/index.html",
        "notices/cookies/index.html",
        "register/index.html",
        "register/findings.csv",
        "licences.html",
        "card.css",
        "card-#.css",
        "upload-order.txt",
        "includes/connect-derby.en.html",
        "includes/connect-derby.pl.html",
        "includes/cookies.cy.html",
        "includes/cookies.en.html",
        "includes/cookies.pl.html",
        "includes/cookies.ur.html",
        "includes/customer-management.complaints.en.html",
        "includes/customer-management.en.html",
        "includes/customer-management.enquiries.en.html",
        "includes/customer-management.visiting.en.html",
        "includes/derby-homes.en.html",
        "includes/head.html",
        "includes/healthy-housing-hub.en.html",
        "includes/local-area-co-ordination.en.html",
        "includes/local-area-co-ordination.introducer.en.html",
        "includes/local-area-co-ordination.person.en.html",
    ]
    .map(str::to_owned)
    .into();
    for service in services {
        wanted.insert(format!("notices/{service}/index.html"));
        wanted.insert(format!("notices/{service}.en.#.json"));
        wanted.insert(format!("register/{service}/index.html"));
    }
    let found: BTreeSet<String> = found
        .iter()
        .filter(|file| {
            !file.starts_with("demo/") && !file.ends_with(".br") && !file.ends_with(".gz")
        })
        .map(|file| without_hash(file))
        .collect();
    let missing: Vec<_> = wanted.difference(&found).collect();
    let added: Vec<_> = found.difference(&wanted).collect();
    if missing.is_empty() && added.is_empty() {
        return Ok(());
    }
    Err(format!("missing: {missing:?}; not in the list: {added:?}"))
}

fn list(
    folder: &std::path::Path,
    prefix: &str,
    found: &mut BTreeSet<String>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name);
        }
    }
    Ok(())
}

/// Puts `#` for eight or more hexadecimal digits that stand between the marks of a file name.
fn without_hash(file: &str) -> String {
    file.split_inclusive(['.', '-', '_', '/'])
        .map(|piece| {
            let word = piece.trim_end_matches(['.', '-', '_', '/']);
            let hash = word.len() >= 8
                && word.bytes().all(|byte| byte.is_ascii_hexdigit())
                && word.bytes().any(|byte| byte.is_ascii_digit());
            if hash {
                piece.replacen(word, "#", 1)
            } else {
                piece.to_owned()
            }
        })
        .collect()
}
