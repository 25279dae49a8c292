//! The start page of `serve`, as a web editor has it: the cards, and what a mistake in a notice looks like.

use std::{
    fs,
    path::PathBuf,
    sync::{
        Mutex, OnceLock, PoisonError,
        mpsc::{self, Receiver},
    },
    thread,
    time::Duration,
};

use publish::{Engine, Preview, PreviewEvent, Profile, ReleaseOptions, serve};
use serde_json::json;
use thirtyfour::components::SelectElement;

use crate::{
    harness::{Browser, Failure, Outcome, Page, scenarios},
    release,
    server::Behaviour,
};

scenarios![
    Plain in Turn: every_notice_shows_its_card_at_two_widths, a_mistake_stands_in_the_page_until_it_is_mended,
        a_site_that_never_built_shows_itself_once_it_is_mended;
];

const NOTICE: &str = "notices/connect-derby.md";

/// A small site, and its preview: it ends with the trials.
pub(crate) struct Served {
    pub(crate) root: PathBuf,
    pub(crate) start: String,
    told: Mutex<Receiver<PreviewEvent>>,
}

/// The preview of a site that no trial changes: one for all, as a development build takes long to hold five notices against
/// the law.
pub(crate) fn shared() -> Outcome<&'static Served> {
    static SERVED: OnceLock<Result<Served, String>> = OnceLock::new();
    let served = SERVED.get_or_init(|| Served::start("shared").map_err(|failure| failure.0));
    served.as_ref().map_err(|said| Failure(said.clone()))
}

impl Served {
    /// Starts the preview of a copy of the demo site, and waits for the first build.
    fn start(name: &str) -> Outcome<Self> {
        let served = Self::of(release::site(&format!("preview-{name}"))?)?;
        match served.hear()? {
            PreviewEvent::Built { .. } => Ok(served),
            other => Err(Failure(format!("{other:?}"))),
        }
    }

    /// Starts the preview of a site, whatever comes of its first build.
    pub(crate) fn of(root: PathBuf) -> Outcome<Self> {
        let engine = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/engine/engine.zip");
        let engine = Engine::open(&fs::read(engine)?);
        let preview = Preview {
            site: root.clone(),
            engine: engine.map_err(|error| Failure(error.to_string()))?,
            options: ReleaseOptions {
                profile: Profile::Dev,
                as_at: release::day(),
                address: None,
            },
            at: ([127, 0, 0, 1], 0).into(),
            names: Vec::new(),
            origins: Vec::new(),
        };
        let (teller, told) = mpsc::channel();
        thread::spawn(move || {
            // Whoever listened may be gone.
            serve(preview, move |one| drop(teller.send(one.clone())))
        });
        let mut served = Self {
            root,
            start: String::new(),
            told: Mutex::new(told),
        };
        match served.hear()? {
            PreviewEvent::Listening(start) => served.start = start,
            other => return Err(Failure(format!("{other:?} before an address"))),
        }
        Ok(served)
    }

    /// Waits for what the preview tells next, but for the word that a build begins.
    pub(crate) fn hear(&self) -> Outcome<PreviewEvent> {
        let limit = Duration::from_secs(80);
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match told.recv_timeout(limit) {
                Ok(PreviewEvent::Building) => {}
                Ok(other) => return Ok(other),
                Err(error) => {
                    return Err(Failure(format!("the preview says nothing: {error}")));
                }
            }
        }
    }

    /// A page of the previewed site.
    fn address(&self, path: &str) -> String {
        self.start.replace("/_preview/", path)
    }
}

/// The start page, filled in.
pub(crate) async fn begin<'a>(browser: &'a Browser, served: &Served) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open_address(&served.start).await?;
    page.shows("#notices details").await?;
    Ok(page)
}

pub(crate) async fn choose(page: &Page<'_>, name: &str, value: &str) -> Outcome {
    let list = page.find(&format!("#builder [name={name}]")).await?;
    let list = SelectElement::new(&list).await?;
    Ok(list.select_by_value(value).await?)
}

/// Waits until each frame of a pair holds a card with those words, and gives the widths of the frames.
pub(crate) async fn cards(page: &Page<'_>, pair: &str, words: &str) -> Outcome<Vec<f64>> {
    // A frame that nobody has seen loads nothing.
    let there = "
        const frames = [...document.querySelectorAll(arguments[0] + ' iframe')];
        return frames.length === 2 && frames.every((frame) => {
            frame.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const hosts = [...(frame.contentDocument?.querySelectorAll('council-notice') ?? [])];
            return hosts.some(({ shadowRoot }) => shadowRoot?.querySelector('[part~=notice]')?.textContent.includes(arguments[1]));
        })";
    page.until(
        &format!("{pair} shows {words}"),
        there,
        json!([pair, words]),
    )
    .await?;
    let widths = "return [...document.querySelectorAll(arguments[0] + ' iframe')].map((one) => one.contentWindow.innerWidth)";
    page.js(widths, json!([pair])).await
}

async fn every_notice_shows_its_card_at_two_widths(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    let count: usize = page
        .js(
            "return document.querySelectorAll('#notices details').length",
            json!([]),
        )
        .await?;
    assert_eq!(count, 5);
    for at in 1..=count {
        let notice = format!("#notices > details:nth-of-type({at})");
        page.click(&format!("{notice} > summary")).await?;
        let pair = format!("{notice} > .pair:nth-of-type(1)");
        let widths = cards(&page, &pair, "").await?;
        let [phone, desk] = widths[..] else {
            return Err(Failure(format!("{widths:?}")));
        };
        assert!(phone < 500.0 && desk > phone + 200.0, "{widths:?}");
        let said = page.text(&format!("{notice} > summary")).await?;
        assert!(said.contains("reading ease"), "{said}");
        page.click(&format!("{notice} > summary")).await?;
    }
    Ok(())
}

async fn a_mistake_stands_in_the_page_until_it_is_mended(browser: &Browser) -> Outcome {
    let served = Served::start(browser.engine.name())?;
    let path = served.root.join(NOTICE);
    let text = fs::read_to_string(&path)?;
    let wrong = text.replace("id = \"connect-derby\"", "id = 7");
    let line = wrong.lines().position(|line| line == "id = 7");
    let line = line.ok_or_else(|| Failure(format!("{NOTICE} has no id")))? + 1;
    let wanted = [
        &format!("connect-derby.md:{line}")[..],
        "`id` takes a text",
        "help:",
    ];

    // A page of the notice that is open, without a hand on it.
    let page = browser.visit(Behaviour::default()).await?;
    let notice = served.address("/notices/connect-derby/");
    page.open_address(&notice).await?;
    fs::write(&path, &wrong)?;
    let PreviewEvent::Failed(said) = served.hear()? else {
        return Err(Failure("the preview takes a wrong notice".to_owned()));
    };
    page.shows("#preview-wrong").await?;
    let shown = page.text("#preview-wrong").await?;
    page.open_address(&served.start).await?;
    let start = page.text("#wrong pre").await?;
    for text in [&said, &shown, &start] {
        for word in wanted {
            assert!(text.contains(word), "{word} in {text}");
        }
    }
    page.shows("#notices details").await?;

    page.open_address(&notice).await?;
    page.shows("#preview-wrong").await?;
    let mended = text.replacen("title = \"", "title = \"Mended ", 1);
    fs::write(&path, mended)?;
    // As long as a build takes, the page cannot know.
    let PreviewEvent::Built { .. } = served.hear()? else {
        return Err(Failure(
            "the preview does not take what was mended".to_owned(),
        ));
    };
    let loaded = "return document.querySelector('h1').textContent.startsWith('Mended') && !document.querySelector('#preview-wrong')";
    page.until("the page loads itself anew", loaded, json!([]))
        .await?;
    page.open_address(&served.start).await?;
    page.shows("#notices details").await?;
    page.hides("#wrong").await
}

async fn a_site_that_never_built_shows_itself_once_it_is_mended(browser: &Browser) -> Outcome {
    let root = release::site(&format!("preview-never-{}", browser.engine.name()))?;
    let path = root.join(NOTICE);
    let text = fs::read_to_string(&path)?;
    fs::write(&path, text.replace("id = \"connect-derby\"", "id = 7"))?;
    let served = Served::of(root)?;
    let PreviewEvent::Failed(_) = served.hear()? else {
        return Err(Failure("the preview takes a wrong notice".to_owned()));
    };
    let page = browser.visit(Behaviour::default()).await?;
    page.open_address(&served.address("/notices/connect-derby/"))
        .await?;
    let shown = page.text("#preview-wrong").await?;
    assert!(shown.contains("`id` takes a text"), "{shown}");
    assert_eq!(page.count("pre").await?, 1, "it is said once");
    fs::write(&path, &text)?;
    let PreviewEvent::Built { .. } = served.hear()? else {
        return Err(Failure(
            "the preview does not take what was mended".to_owned(),
        ));
    };
    let loaded = "return document.title.includes('Connect Derby')";
    page.until("the page loads itself anew", loaded, json!([]))
        .await
}
