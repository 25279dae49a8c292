//! One WebDriver harness: three engines side by side, each with one browser that its scenarios share.

pub(crate) mod axe;
pub(crate) mod demo;
pub(crate) mod driver;
pub(crate) mod engine;
mod page;
mod passed;
mod run_log;
mod worker;

use std::{
    fmt, fs,
    future::Future,
    io,
    path::{Path, PathBuf},
    pin::Pin,
    process::ExitCode,
    sync::Arc,
};

use libtest_mimic::{Arguments, Trial};
use thirtyfour::error::WebDriverError;

pub(crate) use engine::{Engine, Profile};
pub(crate) use page::{Page, part};
use passed::Passed;
pub(crate) use worker::Browser;
use worker::Worker;

/// Why a scenario could not go on. What a scenario finds wrong is a panic of its assertions.
#[derive(Debug)]
pub(crate) struct Failure(pub String);

impl From<WebDriverError> for Failure {
    fn from(error: WebDriverError) -> Self {
        Self(format!("{error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(crate) type Outcome<T = ()> = Result<T, Failure>;
pub(crate) type Run = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// In which engines a scenario is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engines {
    /// In all three.
    All,
    /// In one, the same in every run; in all three in `make full`, and where trials are asked for by name.
    Turn,
    /// In all three, in `make full` alone.
    AllInFull,
    /// In the one whose driver takes orders about sizes, media and frozen pages.
    Chromium,
    /// In those whose drivers print, need nothing that the page may have taken the name of, and come with what plays films.
    NotWebKit,
}

/// One thing that people rely on.
#[derive(Clone, Copy)]
pub(crate) struct Scenario {
    pub theme: &'static str,
    pub name: &'static str,
    pub profile: Profile,
    pub engines: Engines,
    pub run: Run,
}

impl Scenario {
    /// What the trial in one engine is called.
    fn name_in(&self, engine: Engine) -> String {
        let theme = self.theme.rsplit("::").next().unwrap_or_default();
        format!("{}::{theme}::{}", engine.name(), self.name)
    }

    /// Says whether an engine tries it. `every` asks for no turns.
    fn is_for(&self, engine: Engine, every: bool) -> bool {
        match self.engines {
            Engines::All => true,
            Engines::Turn => {
                let sum: usize = self.name.bytes().map(usize::from).sum();
                every || Engine::ALL[sum % Engine::ALL.len()] == engine
            }
            Engines::AllInFull => full(),
            Engines::Chromium => engine == Engine::Chromium,
            Engines::NotWebKit => engine != Engine::WebKit,
        }
    }
}

/// The scenarios of a file: `scenarios![Plain: one, two; Dark in Chromium: three]`.
macro_rules! scenarios {
    (@ [$($made:tt)*]) => {
        pub(crate) const ALL: &[$crate::harness::Scenario] = &[$($made)*];
    };
    (@ [$($made:tt)*] $profile:ident in $engines:ident: $($name:ident),+ $(,)? $(; $($rest:tt)*)?) => {
        $crate::harness::scenarios!(@ [$($made)* $($crate::harness::Scenario {
            theme: module_path!(),
            name: stringify!($name),
            profile: $crate::harness::Profile::$profile,
            engines: $crate::harness::Engines::$engines,
            run: |browser| Box::pin($name(browser)),
        },)+] $($($rest)*)?);
    };
    (@ [$($made:tt)*] $profile:ident: $($name:ident),+ $(,)? $(; $($rest:tt)*)?) => {
        $crate::harness::scenarios!(@ [$($made)*] $profile in All: $($name),+ $(; $($rest)*)?);
    };
    ($($all:tt)+) => {
        $crate::harness::scenarios!(@ [] $($all)+);
    };
}
pub(crate) use scenarios;

/// Says whether what takes long is asked for as well: `make full`.
pub(crate) fn full() -> bool {
    std::env::var_os("COUNCIL_NOTICE_FULL").is_some()
}

/// The published folder under test.
pub(crate) fn dist() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join(std::env::var_os("COUNCIL_NOTICE_DIST").map_or("dist".into(), PathBuf::from))
}

/// Copies what is in a folder, with its folders, into another that need not be there.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The pages that only tests need.
pub(crate) fn site() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages/site")
}

/// A check that needs no browser.
pub(crate) type Check = (&'static str, fn() -> Result<(), String>);

/// Runs every scenario in every engine, and the checks that need none. A missing engine, driver or `dist/` fails what needs it; nothing is skipped.
pub(crate) fn run(themes: &[&[Scenario]], checks: &[Check]) -> ExitCode {
    worker::keep_panics_for_the_report();
    let mut arguments = Arguments::from_args();
    run_log::begin();
    // Each waits for its engine's worker; the three workers do the work.
    let mut scenarios: Vec<Scenario> = themes.concat();
    arguments.test_threads = Some(scenarios.len() * Engine::ALL.len() + 1);
    // A profile is a browser of its own: those that share one come together.
    scenarios.sort_by_key(|scenario| scenario.profile);
    // Whoever names a trial wants it: whichever engine's turn it is, and whether or not it passed before.
    let pictures = std::env::var_os("SHOTS").is_some();
    let every = full() || pictures || arguments.filter.is_some();
    let passed = if every { None } else { Passed::read() };
    let workers: Vec<Arc<Worker>> = Engine::ALL
        .into_iter()
        .map(|engine| Arc::new(Worker::start(engine, passed.clone())))
        .collect();
    let plain = checks
        .iter()
        .map(|&(name, check)| Trial::test(name, move || check().map_err(Into::into)));
    let trials = scenarios
        .iter()
        .flat_map(|scenario| {
            let able = workers
                .iter()
                .filter(move |worker| scenario.is_for(worker.engine, every));
            let passed = passed.as_deref();
            let to_run = able.filter(move |worker| {
                !passed.is_some_and(|passed| passed.holds(&scenario.name_in(worker.engine)))
            });
            to_run.map(|worker| {
                let (worker, scenario) = (Arc::clone(worker), *scenario);
                let name = scenario.name_in(worker.engine);
                Trial::test(name, move || worker.run(scenario).map_err(Into::into))
            })
        })
        .chain(plain)
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    for worker in workers {
        worker.stop();
    }
    run_log::report();
    if let Some(passed) = passed {
        passed.report();
    }
    conclusion.exit_code()
}
