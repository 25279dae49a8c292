//! Pictures of every page for people to look at: `SHOTS=folder cargo test --test pages shots`.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use serde_json::{Value, json};

use crate::{
    harness::{
        Browser, Failure, Outcome, Page,
        demo::{ALL_PAGES, THEMES},
        part, scenarios,
    },
    kiosk,
    server::Behaviour,
};

scenarios![Plain in Chromium: every_page, cookie_faces, themes, audit_faces, kiosk_faces, printed, hosts];

const WIDTHS: [u32; 3] = [320, 412, 1280];
const LOOKS: [(&str, &str, &str); 3] = [
    ("light", "light", "none"),
    ("dark", "dark", "none"),
    ("forced", "light", "active"),
];

/// Pages that nobody here wrote, with a reason open.
const HOSTS: [&str; 11] = [
    "govuk-frontend",
    "nhsuk-frontend",
    "bootstrap-5",
    "bootstrap-3",
    "htmx",
    "jquery-validation",
    "react",
    "vue",
    "turbo-form",
    "formio",
    "surveyjs",
];

async fn hosts(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for width in WIDTHS {
            let page = browser.visit(Behaviour::default()).await?;
            for host in HOSTS {
                size(browser, width, 800).await?;
                let tag = "react=19&service=customer-management&part=complaints&form=%23form&guardian=prompt";
                page.open(&format!("__test/hosts/{host}.html?{tag}"))
                    .await?;
                page.ready().await?;
                if host == "htmx" {
                    page.run("document.querySelector('#swap').click()", json!([]))
                        .await?;
                }
                page.shows(&part("notice")).await?;
                take(
                    browser,
                    &folder.join(format!("{look}-{width}-host-{host}-1-first.png")),
                )
                .await?;
                page.run(
                    "CouncilNotice.reject(); shown('[part~=why]')[0]?.click()",
                    json!([]),
                )
                .await?;
                let height: u32 = page
                    .js("return document.documentElement.scrollHeight", json!([]))
                    .await?;
                size(browser, width, height).await?;
                take(
                    browser,
                    &folder.join(format!("{look}-{width}-host-{host}-2-whole.png")),
                )
                .await?;
            }
        }
    }
    Ok(())
}

async fn every_page(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for width in WIDTHS {
            let page = browser.visit(Behaviour::default()).await?;
            let shot = |name: &str| folder.join(format!("{look}-{width}-{name}.png"));
            for path in ALL_PAGES {
                let name = path.trim_end_matches(".html").trim_start_matches("demo/");
                let name = if name.is_empty() { "home" } else { name };
                size(browser, width, 800).await?;
                open(&page, path).await?;
                if page.count(&part("banner")).await? > 0 {
                    take(browser, &shot(&format!("{name}-1-first"))).await?;
                    page.click(&part("choose")).await?;
                    page.shows(&part("preferences")).await?;
                    take(browser, &shot("preferences")).await?;
                    page.run("CouncilNotice.reject()", json!([])).await?;
                    open(&page, path).await?;
                }
                if path == "demo/tenancy.html" {
                    page.click(&part("guardian-under")).await?;
                    page.run("shown('[part~=why]')[0].click()", json!([]))
                        .await?;
                }
                let height: u32 = page
                    .js("return document.documentElement.scrollHeight", json!([]))
                    .await?;
                size(browser, width, height).await?;
                take(browser, &shot(&format!("{name}-2-whole"))).await?;
                size(browser, width, 800).await?;
                if !path.is_empty() {
                    page.click(&part("notice-open")).await?;
                    page.shows(&part("notice-dialog")).await?;
                    take(browser, &shot(&format!("{name}-3-dialog"))).await?;
                }
            }
            for path in ["notices/", "notices/local-area-co-ordination/", "register/"] {
                page.open(path).await?;
                take(
                    browser,
                    &shot(&path.trim_end_matches('/').replace('/', "-")),
                )
                .await?;
            }
        }
    }
    plain(browser).await
}

/// The cookies page, the preferences from top to end, and a choice just made.
async fn cookie_faces(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for width in WIDTHS {
            let page = browser.visit(Behaviour::default()).await?;
            let shot = |name: &str| folder.join(format!("{look}-{width}-{name}.png"));
            size(browser, width, 800).await?;
            page.open("notices/cookies/").await?;
            take(browser, &shot("cookies-page")).await?;
            whole(browser, &page, &shot("cookies-page-whole")).await?;
            page.open("demo/cookies.html").await?;
            page.click(&part("choose")).await?;
            page.click("[name=analytics]").await?;
            page.click("[name=demo-map]").await?;
            page.click("[data-category=analytics] summary").await?;
            size(browser, width, 2600).await?;
            take(browser, &shot("preferences-whole")).await?;
            size(browser, width, 800).await?;
            take(browser, &shot("preferences-middle")).await?;
            page.click(&part("save")).await?;
            page.shows(&part("confirmation")).await?;
            take(browser, &shot("saved")).await?;
            page.run("CouncilNotice.openPreferences()", json!([]))
                .await?;
            page.shows(&part("preferences")).await?;
            let end = "shown('[part~=preferences]')[0].scrollTop = 1e5";
            page.run(end, json!([])).await?;
            take(browser, &shot("preferences-end")).await?;
        }
    }
    plain(browser).await
}

/// The example themes: first visit, the whole page with what stands in for a frame, and the preferences.
async fn themes(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for width in WIDTHS {
            for path in THEMES {
                let page = browser.visit(Behaviour::default()).await?;
                let name = path.trim_end_matches(".html").trim_start_matches("demo/");
                let shot = |what: &str| folder.join(format!("{look}-{width}-{name}-{what}.png"));
                size(browser, width, 800).await?;
                open(&page, path).await?;
                page.shows(&part("banner")).await?;
                take(browser, &shot("1-first")).await?;
                page.click(&part("choose")).await?;
                page.shows(&part("preferences")).await?;
                take(browser, &shot("3-preferences")).await?;
                page.click("[data-save=none]").await?;
                page.shows(&part("confirmation")).await?;
                take(browser, &shot("4-said")).await?;
                page.click("[data-council-notice=hide]").await?;
                whole(browser, &page, &shot("2-whole")).await?;
            }
        }
    }
    plain(browser).await
}

/// The form audit beside a page, with a field marked, and to its end.
async fn audit_faces(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for width in WIDTHS {
            let page = browser.visit(Behaviour::default()).await?;
            let shot = |name: &str| folder.join(format!("{look}-{width}-{name}.png"));
            size(browser, width, 800).await?;
            page.open("demo/complaint.html?council-notice=audit")
                .await?;
            page.shows(".audit .field").await?;
            page.shows(&part("banner")).await?;
            take(browser, &shot("audit-clean")).await?;
            page.open("demo/visitor.html?council-notice=audit").await?;
            page.run("document.cookie = '_stray=1'", json!([])).await?;
            page.shows(".audit-stored li").await?;
            take(browser, &shot("audit-1")).await?;
            let last = "shown('.audit .field').at(-1).click()";
            page.run(last, json!([])).await?;
            page.shows(".frame").await?;
            take(browser, &shot("audit-2-chosen")).await?;
            let end = "shown('.audit-body')[0].scrollTop = 1e5";
            page.run(end, json!([])).await?;
            take(browser, &shot("audit-3-end")).await?;
        }
    }
    plain(browser).await
}

/// The shared screen as it hangs on a wall, upright and across, at rest, in use and before the wipe.
async fn kiosk_faces(browser: &Browser) -> Outcome {
    let folder = folder()?;
    for look in LOOKS {
        let look = wear(browser, look).await?;
        for (width, height) in [(1080, 1920), (1280, 800)] {
            size(browser, width, height).await?;
            let page = kiosk::open(browser).await?;
            let shot = |name: &str| folder.join(format!("{look}-{width}-kiosk-{name}.png"));
            take(browser, &shot("rest")).await?;
            page.click(".bar .tool").await?;
            page.shows(".square .code").await?;
            take(browser, &shot("square")).await?;
            page.run("deep('.square')[0].close()", json!([])).await?;
            kiosk::somebody_types(&page, "Ada").await?;
            page.run("for (const name of [/High/, /Larger/]) deep('.bar .tool').find((tool) => name.test(tool.textContent)).click()", json!([])).await?;
            take(browser, &shot("contrast-large")).await?;
            kiosk::seconds_pass(&page, 45).await?;
            page.shows(&part("kiosk-countdown")).await?;
            take(browser, &shot("warning")).await?;
        }
    }
    plain(browser).await
}

/// The handout as it is printed, as a file for `pdftoppm`.
async fn printed(browser: &Browser) -> Outcome {
    let folder = folder()?;
    let page = browser.visit(Behaviour::default()).await?;
    for (path, name) in [
        ("notices/local-area-co-ordination/handout/", "handout"),
        ("notices/connect-derby/", "notice"),
    ] {
        page.open(path).await?;
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        let printed = tell(browser, "Page.printToPDF", paper).await?;
        let data = printed["data"].as_str().unwrap_or_default();
        let pdf = base64::prelude::BASE64_STANDARD.decode(data);
        let pdf = pdf.map_err(|error| Failure(error.to_string()))?;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
    }
    Ok(())
}

/// Where the pictures go.
fn folder() -> Outcome<PathBuf> {
    let folder = std::env::var_os("SHOTS").ok_or(Failure("SHOTS names no folder".into()))?;
    std::fs::create_dir_all(&folder)?;
    Ok(folder.into())
}

/// Puts the browser into a look, and gives its name.
async fn wear(
    browser: &Browser,
    (name, scheme, forced): (&'static str, &str, &str),
) -> Outcome<&'static str> {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "forced-colors", "value": forced }]);
    let media = json!({ "features": features });
    tell(browser, "Emulation.setEmulatedMedia", media).await?;
    Ok(name)
}

/// The whole height of a page.
async fn whole(browser: &Browser, page: &Page<'_>, file: &Path) -> Outcome {
    let height = "return document.documentElement.scrollHeight";
    let metrics = "return innerWidth";
    let (height, width): (u32, u32) = (
        page.js(height, json!([])).await?,
        page.js(metrics, json!([])).await?,
    );
    size(browser, width, height).await?;
    take(browser, file).await?;
    size(browser, width, 800).await
}

async fn plain(browser: &Browser) -> Outcome {
    tell(browser, "Emulation.clearDeviceMetricsOverride", json!({})).await?;
    let none = json!({ "features": [] });
    tell(browser, "Emulation.setEmulatedMedia", none)
        .await
        .map(drop)
}

async fn open(page: &Page<'_>, path: &str) -> Outcome {
    page.open(path).await?;
    page.ready().await?;
    if !path.is_empty() {
        page.tells("notice").await?;
    }
    Ok(())
}

async fn size(browser: &Browser, width: u32, height: u32) -> Outcome {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    tell(browser, "Emulation.setDeviceMetricsOverride", size)
        .await
        .map(drop)
}

async fn take(browser: &Browser, file: &Path) -> Outcome {
    // Fades, and the line that a screen reader must see change.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let shot = tell(browser, "Page.captureScreenshot", json!({})).await?;
    let data = shot["data"].as_str().unwrap_or_default();
    let png = base64::prelude::BASE64_STANDARD.decode(data);
    std::fs::write(file, png.map_err(|error| Failure(error.to_string()))?)?;
    Ok(())
}

async fn tell(browser: &Browser, method: &str, parameters: Value) -> Outcome<Value> {
    Ok(browser.driver.cdp().send_raw(method, parameters).await?)
}
