//! What a scenario does with a page: open it, look at it, click, type, wait.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement, session::scriptret::ScriptRet};

use super::{Browser, Engine, Failure, Outcome};
use crate::server::{Request, Server};

/// Long enough for a slow machine; waiting ends as soon as the condition holds.
const DEADLINE: Duration = Duration::from_secs(15);

/// How long to wait before looking again, at first and at most: each look costs driver and browser, and most end at once.
const LOOK_AGAIN: (Duration, Duration) = (Duration::from_millis(25), Duration::from_millis(100));

/// Runs before every script of a scenario.
pub(super) const DEEP: &str = include_str!("deep.js");

/// A browser that looks at a server of its own.
pub(crate) struct Page<'a> {
    pub browser: &'a Browser,
    pub server: Server,
    met_partner: Cell<bool>,
    met: RefCell<BTreeSet<String>>,
}

/// What the page told on `document`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub(crate) struct Told {
    /// Without `council-notice:`.
    pub name: String,
    pub detail: Value,
}

impl<'a> Page<'a> {
    /// A browser without cookies, on nothing yet.
    pub(super) async fn new(browser: &'a Browser, server: Server) -> Outcome<Self> {
        let page = Self {
            browser,
            server,
            met_partner: Cell::new(false),
            met: RefCell::default(),
        };
        page.without_cookies(page.server.home()).await?;
        page.ensure_window().await?;
        Ok(page)
    }

    /// Gives the window room for a page: one of WebKit's was seen to begin with no height.
    async fn ensure_window(&self) -> Outcome {
        let has_room = "return innerHeight > 500";
        if self.js(has_room, json!([])).await? {
            return Ok(());
        }
        let driver = &self.browser.driver;
        driver.set_window_rect(0, 0, 1024, 768).await?;
        self.until("the window has room for a page", has_room, json!([]))
            .await
    }

    async fn without_cookies(&self, origin: String) -> Outcome {
        self.browser
            .driver
            .goto(format!("{origin}__test/blank.html"))
            .await?;
        // WebKit answers before the cookies are gone; the scenario before may have left a record.
        let end = Instant::now() + DEADLINE;
        loop {
            self.browser.driver.delete_all_cookies().await?;
            let left: String = self.js("return document.cookie", json!([])).await?;
            if left.is_empty() {
                return Ok(());
            }
            if Instant::now() > end {
                return Err(Failure(format!("cookies that cannot be deleted: {left}")));
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Opens a path of the council's own address, after checking that the page before it threw nothing.
    pub(crate) async fn open(&self, path: &str) -> Outcome {
        self.goto(format!("{}{path}", self.server.home())).await
    }

    /// Opens a path of the partner's address: another origin.
    pub(crate) async fn open_as_partner(&self, path: &str) -> Outcome {
        if !self.met_partner.replace(true) {
            self.without_cookies(self.server.partner()).await?;
        }
        self.goto(format!("{}{path}", self.server.partner())).await
    }

    /// Opens a path under another name of this machine, without what was stored there before: the first time that a
    /// scenario names it.
    pub(crate) async fn open_on(&self, host: &str, path: &str) -> Outcome {
        self.open_at(host, self.server.under(host), path).await
    }

    /// Opens a path over https. http has the same cookies, but deletes and tells none that are `Secure`: a scenario with
    /// both begins here.
    pub(crate) async fn open_secure(&self, host: &str, path: &str) -> Outcome {
        self.open_at(host, self.server.secure(host), path).await
    }

    /// Opens a page of another server on this machine.
    pub(crate) async fn open_address(&self, address: &str) -> Outcome {
        self.goto(address.to_owned()).await
    }

    async fn open_at(&self, host: &str, origin: String, path: &str) -> Outcome {
        if self.met.borrow_mut().insert(host.to_owned()) {
            self.without_cookies(origin.clone()).await?;
        }
        self.goto(format!("{origin}{path}")).await
    }

    async fn goto(&self, address: String) -> Outcome {
        // In one: each look costs driver and browser.
        let before = "return [location.href, window.__seen ? window.__seen.errors : []]";
        let (before, errors): (String, Vec<String>) = self.js(before, json!([])).await?;
        none_uncaught(&errors)?;
        self.browser.driver.goto(&address).await?;
        let document = |address: &str| address.split('#').next().map(str::to_owned);
        if document(&before) == document(&address) {
            return Ok(());
        }
        // WebKit's driver may take the end of another load for that of this one.
        let left = "return location.href !== arguments[0]";
        self.until("the page before is left", left, json!([before]))
            .await
    }

    /// Opens the page anew.
    pub(crate) async fn reload(&self) -> Outcome {
        self.browser.quiet().await?;
        self.browser.driver.refresh().await?;
        Ok(())
    }

    /// Opens a page with nothing on it but the tag, runs a script there and comes back. Answers whether the browser had kept
    /// this page meanwhile; Firefox now and then takes the request for the next page for one of this page's, and does not.
    pub(crate) async fn there_and_back(&self, script: &str) -> Outcome<bool> {
        self.ready().await?;
        let mark = "window.__kept = null;
            addEventListener('pageshow', ({ persisted }) => (window.__kept = persisted), { once: true });
            return location.pathname";
        let path: String = self.js(mark, json!([])).await?;
        self.open("__test/plain.html").await?;
        self.ready().await?;
        self.run(script, json!([])).await?;
        self.browser.driver.back().await?;
        let back = "return location.pathname === arguments[0] && window.__kept !== null";
        self.until("the page is back", back, json!([path])).await?;
        self.ready().await?;
        self.js("return window.__kept === true", json!([])).await
    }

    /// Runs a script that may use what `deep.js` defines; `arguments` are the values of the array.
    pub(crate) async fn js<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Value,
    ) -> Outcome<T> {
        Ok(self.execute(script, arguments).await?.convert()?)
    }

    async fn execute(&self, script: &str, arguments: Value) -> Outcome<ScriptRet> {
        let Value::Array(arguments) = arguments else {
            return Err(Failure("script arguments come as an array".into()));
        };
        let script = format!("{DEEP}\n{script}");
        Ok(self.browser.driver.execute(script, arguments).await?)
    }

    /// Runs a script whose answer does not matter.
    pub(crate) async fn run(&self, script: &str, arguments: Value) -> Outcome {
        self.js::<Value>(script, arguments).await.map(drop)
    }

    /// Waits until the script returns true.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Value) -> Outcome {
        let is_true = |answer: &ScriptRet| answer.json() == &Value::Bool(true);
        self.answers(what, script, arguments, is_true).await?;
        Ok(())
    }

    /// Waits until the script returns what is wanted.
    async fn answers(
        &self,
        what: &str,
        script: &str,
        arguments: Value,
        is_wanted: impl Fn(&ScriptRet) -> bool,
    ) -> Outcome<ScriptRet> {
        let end = Instant::now() + DEADLINE;
        let (mut pause, longest) = LOOK_AGAIN;
        loop {
            // A page on its way to another has no answer yet.
            match self.execute(script, arguments.clone()).await {
                Ok(answer) if is_wanted(&answer) => return Ok(answer),
                answer if Instant::now() > end => {
                    let answer = answer.map(|answer| answer.json().clone());
                    return Err(Failure(format!("waited in vain until {what}: {answer:?}")));
                }
                _ => tokio::time::sleep(pause).await,
            }
            pause = (pause * 3 / 2).min(longest);
        }
    }

    /// Waits until the browser has so many windows.
    pub(crate) async fn until_windows(&self, count: usize) -> Outcome {
        let end = Instant::now() + DEADLINE;
        while self.browser.driver.windows().await?.len() != count {
            if Instant::now() > end {
                return Err(Failure(format!("waited in vain for {count} windows")));
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Ok(())
    }

    /// Waits until something that matches can be seen.
    pub(crate) async fn shows(&self, selector: &str) -> Outcome {
        let script = "return shown(arguments[0]).length > 0";
        self.until(&format!("{selector} shows"), script, json!([selector]))
            .await
    }

    /// Waits until nothing that matches can be seen.
    pub(crate) async fn hides(&self, selector: &str) -> Outcome {
        let script = "return shown(arguments[0]).length === 0";
        self.until(&format!("{selector} is gone"), script, json!([selector]))
            .await
    }

    /// How many that match can be seen now.
    pub(crate) async fn count(&self, selector: &str) -> Outcome<usize> {
        self.js("return shown(arguments[0]).length", json!([selector]))
            .await
    }

    /// The first that matches and can be seen, once there is one.
    pub(crate) async fn find(&self, selector: &str) -> Outcome<WebElement> {
        let what = format!("{selector} shows");
        let script = "return shown(arguments[0])[0]";
        let is_there = |answer: &ScriptRet| !answer.json().is_null();
        let found = self.answers(&what, script, json!([selector]), is_there);
        Ok(found.await?.element()?)
    }

    /// Clicks as a person does, who scrolls first when a bar lies over what they want.
    pub(crate) async fn click(&self, selector: &str) -> Outcome {
        let element = self.find(selector).await?;
        // Firefox's driver clicks whatever lies over an element in a shadow tree, and says nothing.
        let is_free = "
            const element = shown(arguments[0])[0];
            element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const { left, top, width, height } = element.getBoundingClientRect();
            const point = [left + width / 2, top + height / 2];
            let over = document.elementFromPoint(...point);
            for (let inner; (inner = over?.shadowRoot?.elementFromPoint(...point)) && inner !== over; ) over = inner;
            return !over || element.contains(over)";
        let is_free = self.browser.engine != Engine::Firefox
            || self.js::<bool>(is_free, json!([selector])).await?;
        if is_free && element.click().await.is_ok() {
            return Ok(());
        }
        let middle =
            "shown(arguments[0])[0]?.scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.run(middle, json!([selector])).await?;
        self.find(selector)
            .await?
            .click()
            .await
            .map_err(|error| Failure(format!("{selector} cannot be clicked: {error}")))
    }

    /// Types into a field.
    pub(crate) async fn fill(&self, selector: &str, text: &str) -> Outcome {
        self.find(selector).await?.send_keys(text).await?;
        Ok(())
    }

    /// Presses keys, wherever the focus is.
    pub(crate) async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        self.browser
            .driver
            .action_chain()
            .send_keys(keys)
            .perform()
            .await?;
        Ok(())
    }

    /// Presses Tab with Shift held.
    pub(crate) async fn press_back(&self) -> Outcome {
        let chain = self.browser.driver.action_chain();
        chain
            .key_down(Key::Shift)
            .send_keys(Key::Tab)
            .key_up(Key::Shift)
            .perform()
            .await?;
        Ok(())
    }

    /// The text of the first that matches and can be seen.
    pub(crate) async fn text(&self, selector: &str) -> Outcome<String> {
        self.shows(selector).await?;
        self.js("return shown(arguments[0])[0].innerText", json!([selector]))
            .await
    }

    /// All that can be read on the page.
    pub(crate) async fn words(&self) -> Outcome<String> {
        self.js("return words()", json!([])).await
    }

    /// Whether the focus is on something that matches, or within it.
    pub(crate) async fn focused(&self, selector: &str) -> Outcome<bool> {
        let script = "for (let e = active(); e; e = e.parentNode || e.host) if (e.matches?.(arguments[0])) return true; return false";
        self.js(script, json!([selector])).await
    }

    /// What the page told so far.
    pub(crate) async fn told(&self, name: &str) -> Outcome<Vec<Told>> {
        let script = "return window.__seen.events.filter(({ name }) => name === arguments[0])";
        self.js(script, json!([name])).await
    }

    /// Waits until the page told `council-notice:<name>`.
    pub(crate) async fn tells(&self, name: &str) -> Outcome<Told> {
        let script = "return window.__seen.events.some(({ name }) => name === arguments[0])";
        self.until(
            &format!("council-notice:{name} is told"),
            script,
            json!([name]),
        )
        .await?;
        let first = self.told(name).await?.into_iter().next();
        first.ok_or_else(|| Failure(format!("council-notice:{name} was forgotten")))
    }

    /// The record of the choice, as the page's own scripts could read it.
    pub(crate) async fn record(&self) -> Outcome<Option<String>> {
        let script = "return document.cookie.split('; ').find((one) => one.startsWith('council_notice='))?.slice(15) ?? null";
        self.js(script, json!([])).await
    }

    /// Waits until the gate is there, and has done all it does without being asked.
    pub(crate) async fn ready(&self) -> Outcome {
        let script =
            "return document.readyState === 'complete' && typeof window.CouncilNotice === 'object'";
        self.until("CouncilNotice is there", script, json!([]))
            .await
    }

    /// What the server was asked for so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.server.requests()
    }

    /// The paths that the server was asked for so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.requests()
            .into_iter()
            .map(|request| request.path)
            .collect()
    }
}

/// Fails when a page threw something that nobody caught.
pub(super) fn none_uncaught(errors: &[String]) -> Outcome {
    if errors.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("uncaught: {}", errors.join("; "))))
}

/// The selector of a shadow part.
pub(crate) fn part(name: &str) -> String {
    format!("[part~=\"{name}\"]")
}
