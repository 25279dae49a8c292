//! A visit with a fresh browser: what it costs, as the browser itself counts it.

use std::time::Duration;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use super::candidate::{Candidate, GATED};
use crate::harness::{Engine, Failure, Outcome, Profile};

/// How fast machine and network are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Setting {
    /// 150 ms round trip, 1.6 Mb/s down, a processor four times slower.
    Throttled,
    /// The same, with a page that has no style sheet of its own to wait for.
    Bare,
    Full,
}

impl Setting {
    /// What ends the name of a candidate's page.
    fn suffix(self) -> &'static str {
        match self {
            Self::Throttled | Self::Full => "",
            Self::Bare => "-bare",
        }
    }
}

/// A first visit until the choice.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct First {
    /// Milliseconds until the notice has been painted; `None` where there is none.
    pub shown: Option<f64>,
    /// Milliseconds until the page's first paint.
    pub paint: f64,
    pub cost: Cost,
    pub shift: f64,
    pub nodes: f64,
    pub heap: f64,
}

/// What a visit costs beside the page and its style.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Cost {
    /// As sent, without headers.
    pub bytes: f64,
    pub requests: f64,
    /// Milliseconds.
    pub script: f64,
}

/// A browser that has seen nothing yet.
pub(crate) struct Visitor {
    browser: WebDriver,
    home: String,
    setting: Setting,
}

/// Long enough for a notice that comes late; then it is not there.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a page may still fetch or do once its notice is there.
const SETTLE: Duration = Duration::from_millis(700);

/// What `probe.js` tells.
#[derive(Deserialize)]
struct Seen {
    paint: f64,
    bytes: f64,
    requests: f64,
    shift: f64,
    nodes: f64,
}

impl Visitor {
    /// Starts a browser whose pages are all watched by `probe.js` on behalf of the candidate.
    pub(crate) async fn arrive(
        driver: &str,
        home: &str,
        setting: Setting,
        candidate: &Candidate,
    ) -> Outcome<Self> {
        let mut wanted = Engine::Chromium.capabilities(Profile::Plain)?;
        // Without it some notices take the visitor for a robot and stay away.
        if let Some(Value::Array(arguments)) = wanted.pointer_mut("/goog:chromeOptions/args") {
            arguments.push(json!("--disable-blink-features=AutomationControlled"));
        }
        let Value::Object(wanted) = wanted else {
            return Err(Failure("capabilities are an object".into()));
        };
        let visitor = Self {
            browser: WebDriver::new(driver, Capabilities::from(wanted)).await?,
            home: home.to_owned(),
            setting,
        };
        let words = json!({ "notice": candidate.notice, "accept": candidate.accept, "reject": candidate.reject });
        let probe = format!("{}({words})", include_str!("probe.js").trim_end());
        visitor
            .tell(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": probe }),
            )
            .await?;
        visitor.tell("Performance.enable", json!({})).await?;
        visitor.tell("Network.enable", json!({})).await?;
        if setting != Setting::Full {
            let network = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
            visitor
                .tell("Network.emulateNetworkConditions", network)
                .await?;
            visitor
                .tell("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
                .await?;
        }
        Ok(visitor)
    }

    /// The first visit, or a later one with an empty cache.
    pub(crate) async fn visit(&self, candidate: &Candidate, asks: bool) -> Outcome<First> {
        self.tell("Network.clearBrowserCache", json!({})).await?;
        // The browser counts from zero in the next page.
        self.browser.goto("about:blank").await?;
        self.browser
            .goto(format!(
                "{}{}{}.html",
                self.home,
                candidate.id,
                self.setting.suffix()
            ))
            .await?;
        let shown = if asks {
            self.value("__bench.painted()").await?
        } else {
            None
        };
        tokio::time::sleep(SETTLE).await;
        let script = self.metric("ScriptDuration").await?;
        self.tell("HeapProfiler.collectGarbage", json!({})).await?;
        let heap = self.metric("JSHeapUsedSize").await?;
        let seen: Seen = self.value("__bench.result()").await?;
        Ok(First {
            shown,
            paint: seen.paint,
            cost: Cost {
                bytes: seen.bytes,
                requests: seen.requests,
                script: script * 1000.0,
            },
            shift: seen.shift,
            nodes: seen.nodes,
            heap,
        })
    }

    /// Refuses everything, and waits until that is kept.
    pub(crate) async fn refuse(&self) -> Outcome {
        let _: Value = self.value("__bench.press('reject')").await?;
        tokio::time::sleep(SETTLE).await;
        Ok(())
    }

    /// Milliseconds from the click that accepts until the last of so many scripts has run.
    pub(crate) async fn accept(&self, candidate: &Candidate, count: usize) -> Outcome<f64> {
        // Some keep a choice in the storage as well.
        let kept = json!({ "origin": self.home.trim_end_matches('/'), "storageTypes": "cookies,local_storage,indexeddb" });
        self.tell("Storage.clearDataForOrigin", kept).await?;
        self.browser
            .goto(format!("{}{}-{count}.html", self.home, candidate.id))
            .await?;
        let _: Value = self.value("__bench.shown").await?;
        tokio::time::sleep(SETTLE).await;
        let script = format!(
            "__bench.press('accept'), new Promise((done) => {{
                const look = () => __bench.ran.length < {count} ? setTimeout(look, 50) : done(__bench.ran.at(-1) - __bench.pressed);
                look();
            }})"
        );
        self.value(&script).await
    }

    pub(crate) async fn leave(self) -> Outcome {
        let quit = tokio::time::timeout(PATIENCE, self.browser.quit()).await;
        Ok(quit.map_err(|_| Failure("the browser does not end".into()))??)
    }

    /// What an expression comes to in the page, promises awaited.
    async fn value<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        let asked =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = tokio::time::timeout(PATIENCE, self.tell("Runtime.evaluate", asked)).await;
        let answer = answer.map_err(|_| Failure(format!("waited in vain for {expression}")))??;
        if let Some(thrown) = answer.get("exceptionDetails") {
            return Err(Failure(format!("{expression}: {thrown}")));
        }
        let value = answer.pointer("/result/value").cloned();
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| Failure(format!("{expression}: {error}")))
    }

    async fn metric(&self, name: &str) -> Outcome<f64> {
        let all = self.tell("Performance.getMetrics", json!({})).await?;
        let all = all["metrics"].as_array();
        let found = all.and_then(|all| all.iter().find(|one| one["name"] == name));
        found
            .and_then(|one| one["value"].as_f64())
            .ok_or_else(|| Failure(format!("the browser has no figure {name}")))
    }

    async fn tell(&self, method: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.browser.cdp().send_raw(method, parameters).await?)
    }
}

/// For every number of gated scripts that a candidate can have, the time they take.
pub(crate) async fn gated(visitor: &Visitor, candidate: &Candidate) -> Outcome<Vec<Option<f64>>> {
    let mut times = Vec::new();
    for count in GATED {
        times.push(match candidate.gates(count) {
            true => Some(visitor.accept(candidate, count).await?),
            false => None,
        });
    }
    Ok(times)
}
