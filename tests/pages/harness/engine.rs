//! The three engines: how each is found, started and asked for a profile.

use std::{env, path::PathBuf, process::Command};

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::{Failure, Outcome, full};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a scenario wants of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Profile {
    Plain,
    /// The browser keeps pages for the way back, as everybody's does.
    Back,
    /// The visitor prefers dark colours.
    Dark,
    /// The visitor has switched cookies off.
    NoCookies,
    /// The visitor has switched scripts off, where the engine lets them.
    NoScript,
}

impl Profile {
    /// The profile as far as it is one of its own in an engine.
    pub(crate) fn of(self, engine: Engine) -> Self {
        match self {
            Self::Back if engine != Engine::Chromium => Self::Plain,
            profile => profile,
        }
    }
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// A council's domain under a public suffix, whose `www`, `forms` and `secure` are this machine.
    pub(crate) fn council(self) -> &'static str {
        match self {
            Self::Chromium | Self::Firefox => "nowhere.gov.uk",
            Self::WebKit => "nowhere.localhost",
        }
    }

    /// The engine's driver.
    pub(crate) fn driver_program(self) -> Outcome<PathBuf> {
        match self {
            Self::Chromium => program("CHROMEDRIVER", &["chromedriver"]),
            Self::Firefox => program("GECKODRIVER", &["geckodriver"]),
            Self::WebKit => program("WEBKIT_DRIVER", &["WebKitWebDriver"]),
        }
    }

    /// The engine's browser for a profile.
    pub(crate) fn browser_program(self, profile: Profile) -> Outcome<PathBuf> {
        match self {
            // Chromium without windows of its own takes half of a processor's time, and loads, runs and draws the same pages.
            // It keeps none for the way back, and has no settings; `make full` tries everything in the one that people have.
            Self::Chromium if matches!(profile, Profile::Plain | Profile::Dark) && !full() => {
                let names = ["chromium-headless-shell", "chromium", "chromium-browser"];
                program("COUNCIL_NOTICE_CHROMIUM", &names)
            }
            Self::Chromium => program("COUNCIL_NOTICE_CHROMIUM", &["chromium", "chromium-browser"]),
            Self::Firefox => program("COUNCIL_NOTICE_FIREFOX", &["firefox-esr", "firefox"]),
            Self::WebKit => program(
                "COUNCIL_NOTICE_WEBKIT",
                &["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"],
            ),
        }
    }

    /// The driver's command line for a port.
    pub(crate) fn driver(self, port: u16, display: Option<u32>) -> Outcome<Command> {
        let mut command = Command::new(self.driver_program()?);
        match self {
            Self::Chromium => {
                command.arg(format!("--port={port}"));
            }
            Self::Firefox => {
                command.args(["--port", &port.to_string(), "--log", "fatal"]);
            }
            Self::WebKit => {
                command.arg(format!("--port={port}"));
                // The sandbox wants name spaces that containers do not give; there is no graphics card either.
                command
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                    .env("GDK_BACKEND", "x11")
                    .env("NO_AT_BRIDGE", "1");
                if let Some(display) = display {
                    command.env("DISPLAY", format!(":{display}"));
                }
            }
        }
        // A proxy of the machine's has no business between browser and test server.
        for name in ["http_proxy", "https_proxy", "all_proxy"] {
            command.env_remove(name).env_remove(name.to_uppercase());
        }
        Ok(command)
    }

    /// The capabilities of a session.
    pub(crate) fn capabilities(self, profile: Profile) -> Outcome<Value> {
        let browser = self.browser_program(profile)?;
        let mut wanted = match self {
            Self::Chromium => {
                let cookies = if profile == Profile::NoCookies { 2 } else { 1 };
                let scripts = if profile == Profile::NoScript { 2 } else { 1 };
                json!({ "browserName": "chrome", "goog:chromeOptions": {
                    "binary": browser,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--window-size=1280,900", "--host-resolver-rules=MAP *.nowhere.gov.uk 127.0.0.1",
                    ],
                    "prefs": {
                        "profile.default_content_setting_values.cookies": cookies,
                        "profile.default_content_setting_values.javascript": scripts,
                    },
                }})
            }
            Self::Firefox => {
                // 0 is dark and 1 light; 2 is "no cookies at all", 0 "all of them".
                let scheme = i32::from(profile != Profile::Dark);
                let cookies = if profile == Profile::NoCookies { 2 } else { 0 };
                json!({ "browserName": "firefox", "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless", "-width", "1280", "-height", "900"],
                    "prefs": {
                        "layout.css.prefers-color-scheme.content-override": scheme,
                        "network.cookie.cookieBehavior": cookies,
                        "javascript.enabled": profile != Profile::NoScript,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "app.update.enabled": false,
                        "network.dns.localDomains": "www.nowhere.gov.uk,forms.nowhere.gov.uk,secure.nowhere.gov.uk",
                    },
                }})
            }
            Self::WebKit => {
                let mut arguments = vec!["--automation"];
                match profile {
                    Profile::Plain | Profile::Back | Profile::NoScript => {}
                    Profile::Dark => arguments.push("--dark-mode"),
                    Profile::NoCookies => arguments.push("--cookies-policy=never"),
                }
                json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": {
                    "binary": browser,
                    "args": arguments,
                }})
            }
        };
        // The test server's own, over https.
        wanted["acceptInsecureCerts"] = json!(true);
        Ok(wanted)
    }
}

impl Engine {
    /// What a session needs, beyond its capabilities, to prefer dark colours.
    pub(crate) async fn prefer_dark(self, session: &WebDriver) -> Outcome {
        if self == Self::Chromium {
            let scheme = json!({ "name": "prefers-color-scheme", "value": "dark" });
            let media = json!({ "features": [scheme] });
            session
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", media)
                .await?;
        }
        Ok(())
    }
}

/// A program: named by a variable, or the first that is found.
pub(crate) fn program(variable: &str, names: &[&str]) -> Outcome<PathBuf> {
    if let Some(given) = env::var_os(variable) {
        return Ok(given.into());
    }
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")));
    let tools = cache.map(|cache| cache.join("council-notice/tools/bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = tools.into_iter().chain(env::split_paths(&path)).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| {
            Failure(format!(
                "{} is not installed: run `make test`, which installs it, or name it in {variable}",
                names[0]
            ))
        })
}
