//! A thread for each engine: it owns the driver, the session and the runtime, and takes scenarios one at a time.

use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{self, Runtime};

use super::{
    Engine, Failure, Outcome, Page, Profile, Scenario, dist, driver::Driver, full,
    page::none_uncaught, passed::Passed, run_log, site,
};
use crate::server::{Behaviour, Config, Server};

/// No scenario takes this long unless something hangs; those that try everything have as long as they need.
fn patience() -> Duration {
    Duration::from_secs(if full() { 1800 } else { 90 })
}

/// How many trials of an engine are tried once more when all others are done: on a busy machine a browser may take longer than a
/// trial waits. Each is reported with what it failed of; where more fail, something is wrong.
const SECOND_TRIES: usize = 4;

pub(super) struct Worker {
    pub engine: Engine,
    jobs: Mutex<Option<Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Job {
    scenario: Scenario,
    reply: Sender<Result<(), String>>,
}

impl Worker {
    /// Starts the thread; browser and driver start with the first scenario. What passes is added to `passed`.
    pub(super) fn start(engine: Engine, passed: Option<Arc<Passed>>) -> Self {
        let (sender, jobs) = mpsc::channel::<Job>();
        let thread = thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build();
            // Without a runtime there is nothing to report with either.
            let runtime = runtime.expect("the operating system gives a thread its event queue");
            let mut desk = Desk {
                engine,
                runtime,
                driver: None,
                session: None,
            };
            let mut failed: Vec<(Job, String)> = Vec::new();
            let mut left = SECOND_TRIES;
            loop {
                let (Job { scenario, reply }, first) = match (jobs.try_recv(), failed.pop()) {
                    (Ok(job), waits) => {
                        failed.extend(waits);
                        (job, None)
                    }
                    // All others are done, and leave the engine to what failed beside them.
                    (Err(_), Some((job, message))) => (job, Some(message)),
                    (Err(_), None) => match jobs.recv() {
                        Ok(job) => (job, None),
                        Err(_) => break,
                    },
                };
                let name = scenario.name_in(engine);
                let begun = Instant::now();
                let outcome = desk.run(scenario);
                run_log::note(&name, begun.elapsed());
                let outcome = match (outcome, first) {
                    (Err(message), None) if left > 0 => {
                        left -= 1;
                        failed.push((Job { scenario, reply }, message));
                        continue;
                    }
                    (Err(message), Some(first)) => Err(format!("{first}\nand again: {message}")),
                    (Ok(()), Some(first)) => {
                        run_log::unsteady(&name, &first);
                        Ok(())
                    }
                    (outcome, None) => {
                        if let (Ok(()), Some(passed)) = (&outcome, &passed) {
                            passed.keep(&name);
                        }
                        outcome
                    }
                };
                // Nobody listens any more when the whole run was given up.
                let _ = reply.send(outcome);
            }
            desk.end_session();
        });
        Self {
            engine,
            jobs: Mutex::new(Some(sender)),
            thread: Mutex::new(Some(thread)),
        }
    }

    /// Runs a scenario when its turn comes.
    pub(super) fn run(&self, scenario: Scenario) -> Result<(), String> {
        let (reply, answer) = mpsc::channel();
        let job = Job { scenario, reply };
        let sent = self
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .is_some_and(|jobs| jobs.send(job).is_ok());
        match answer.recv() {
            Ok(outcome) if sent => outcome,
            _ => Err("the engine's worker has ended".to_owned()),
        }
    }

    /// Ends session, driver and thread.
    pub(super) fn stop(&self) {
        *self.jobs.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread {
            // A panic of the worker has already failed its scenario.
            let _ = thread.join();
        }
    }
}

/// What the thread owns.
struct Desk {
    engine: Engine,
    runtime: Runtime,
    driver: Option<Driver>,
    session: Option<(Profile, WebDriver)>,
}

impl Desk {
    fn run(&mut self, scenario: Scenario) -> Result<(), String> {
        let dist = dist();
        if !dist.join("_headers").is_file() {
            let dist = dist.display();
            return Err(format!(
                "{dist} is not a published folder: run `make publish`"
            ));
        }
        let driver = self
            .session(scenario.profile)
            .map_err(|failure| failure.to_string())?;
        let browser = Browser {
            engine: self.engine,
            driver,
        };
        let runtime = &self.runtime;
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                match tokio::time::timeout(patience(), (scenario.run)(&browser)).await {
                    Ok(Ok(())) => browser.leave().await,
                    Ok(Err(failure)) => Err(failure),
                    Err(_) => Err(Failure(format!("still not done after {:?}", patience()))),
                }
            })
        }));
        let message = match outcome {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(failure)) => failure.0,
            Err(_) => PANIC.take().unwrap_or_default(),
        };
        let state = runtime.block_on(async {
            let limit = Duration::from_secs(10);
            tokio::time::timeout(limit, browser.state()).await
        });
        // Whatever it left behind must not fail the next one.
        self.end_session();
        Err(format!("{message}\n{}", state.unwrap_or_default()))
    }

    fn session(&mut self, profile: Profile) -> Outcome<WebDriver> {
        let profile = profile.of(self.engine);
        if self.session.as_ref().is_none_or(|(had, _)| *had != profile) {
            self.end_session();
            let driver = match &self.driver {
                Some(driver) => driver,
                None => self.driver.insert(Driver::start(self.engine)?),
            };
            let wanted = self.engine.capabilities(profile)?;
            let capabilities = match wanted {
                serde_json::Value::Object(map) => Capabilities::from(map),
                _ => Capabilities::new(),
            };
            let engine = self.engine.name();
            let session = self.runtime.block_on(async {
                let limit = Duration::from_secs(60);
                let start = WebDriver::new(&driver.address, capabilities);
                tokio::time::timeout(limit, start).await
            });
            let session = session
                .map_err(|_| Failure(format!("{engine} did not start within a minute")))?
                .map_err(|error| Failure(format!("{engine} did not start: {error}")))?;
            if profile == Profile::Dark {
                self.runtime.block_on(self.engine.prefer_dark(&session))?;
            }
            self.session = Some((profile, session));
        }
        // The lines above have filled it.
        let (_, session) = self.session.as_ref().expect("a session was just made");
        Ok(session.clone())
    }

    fn end_session(&mut self) {
        if let Some((_, session)) = self.session.take() {
            let ended = self.runtime.block_on(async {
                let limit = Duration::from_secs(10);
                tokio::time::timeout(limit, session.quit()).await
            });
            if !matches!(ended, Ok(Ok(()))) {
                // A driver that cannot end its browser is of no more use.
                self.driver = None;
            }
        }
    }
}

/// The browser in a scenario's hands.
pub(crate) struct Browser {
    pub engine: Engine,
    pub driver: WebDriver,
}

impl Browser {
    /// Starts a server that behaves so, and gives the page that looks at it.
    pub(crate) async fn visit(&self, behaviour: Behaviour) -> Outcome<Page<'_>> {
        let config = Config {
            dist: dist(),
            site: Some(site()),
            behaviour,
            port: 0,
        };
        let server = Server::start(config).await?;
        Page::new(self, server).await
    }

    /// Checks the last page for errors, and leaves one window. Cookies are cleared by the next visit; what else a page
    /// keeps belongs to its port, which the next one does not share.
    async fn leave(&self) -> Outcome {
        self.quiet().await?;
        let windows = self.driver.windows().await?;
        for window in windows.iter().skip(1) {
            self.driver.switch_to_window(window.clone()).await?;
            self.driver.close_window().await?;
        }
        if let Some(first) = windows.into_iter().next() {
            self.driver.switch_to_window(first).await?;
        }
        Ok(())
    }

    /// Fails when the page at hand threw something that nobody caught.
    pub(crate) async fn quiet(&self) -> Outcome {
        let script = "return window.__seen ? window.__seen.errors : []";
        let errors: Vec<String> = self.driver.execute(script, Vec::new()).await?.convert()?;
        none_uncaught(&errors)
    }

    /// Where the browser stood, for a report.
    async fn state(&self) -> String {
        let script =
            "return JSON.stringify({ window: [innerWidth, innerHeight], ...window.__seen })";
        let seen = self.driver.execute(script, Vec::new()).await;
        let url = self.driver.current_url().await;
        format!(
            "at {}\nseen {}",
            url.map_or_else(|error| error.to_string(), |url| url.to_string()),
            seen.map_or_else(|error| error.to_string(), |seen| seen.json().to_string())
        )
    }
}

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Panics of a scenario go into its report, with their place, instead of into the middle of the list.
pub(super) fn keep_panics_for_the_report() {
    panic::set_hook(Box::new(|info| {
        PANIC.set(Some(info.to_string()));
    }));
}
