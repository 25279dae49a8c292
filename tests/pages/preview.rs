//! The start page of `serve`, as a web editor has it: the cards, the tag builder, and what a mistake in a notice looks like.

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
use thirtyfour::{Key, components::SelectElement};

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    release,
    server::Behaviour,
};

scenarios![
    Plain in Turn: every_notice_shows_its_card_at_two_widths, the_builder_says_what_to_paste,
        a_pinned_tag_shows_the_notice_elsewhere, a_mistake_stands_in_the_page_until_it_is_mended,
        a_site_that_never_built_shows_itself_once_it_is_mended;
];

const NOTICE: &str = "notices/connect-derby.md";
/// What the builder writes where a site has no address yet.
const HOST: &str = "https://notices.example/";
/// A page of a partner's, and where its tag goes.
const PARTNER: (&str, &str) = ("/__test/partner.html", "<!-- the tag -->");

/// A small site, and its preview: it ends with the trials.
struct Served {
    root: PathBuf,
    start: String,
    told: Mutex<Receiver<PreviewEvent>>,
}

/// The preview of a site that no trial changes: one for all, as a development build takes long to hold five notices against
/// the law.
fn shared() -> Outcome<&'static Served> {
    static SERVED: OnceLock<Result<Served, String>> = OnceLock::new();
    let served = SERVED.get_or_init(|| Served::start("shared").map_err(|failure| failure.0));
    served.as_ref().map_err(|said| Failure(said.clone()))
}

impl Served {
    /// Starts the preview of a copy of the demo site, and waits for the first build.
    fn start(name: &str) -> Outcome<Self> {
        let served = Self::of(release::site(&format!("preview-{name}"))?)?;
        match served.hear()? {
            PreviewEvent::Built(_) => Ok(served),
            other => Err(Failure(format!("{other:?}"))),
        }
    }

    /// Starts the preview of a site, whatever comes of its first build.
    fn of(root: PathBuf) -> Outcome<Self> {
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
    fn hear(&self) -> Outcome<PreviewEvent> {
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
async fn begin<'a>(browser: &'a Browser, served: &Served) -> Outcome<Page<'a>> {
    let page = browser.visit(Behaviour::default()).await?;
    page.open_address(&served.start).await?;
    page.shows("#notices details").await?;
    Ok(page)
}

async fn choose(page: &Page<'_>, name: &str, value: &str) -> Outcome {
    let list = page.find(&format!("#builder [name={name}]")).await?;
    let list = SelectElement::new(&list).await?;
    Ok(list.select_by_value(value).await?)
}

/// Waits until each frame of a pair holds a card with those words, and gives the widths of the frames.
async fn cards(page: &Page<'_>, pair: &str, words: &str) -> Outcome<Vec<f64>> {
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

async fn the_builder_says_what_to_paste(browser: &Browser) -> Outcome {
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "customer-management").await?;
    page.until(
        "its parts can be chosen",
        "return !!document.querySelector('[name=view] option[value=\"part complaints\"]')",
        json!([]),
    )
    .await?;
    choose(&page, "view", "part complaints").await?;
    choose(&page, "cookies", "off").await?;
    page.fill("#builder [name=kiosk]", "90").await?;
    page.press(Key::Tab).await?;
    let wanted = format!(
        "<script async src=\"{HOST}council-notice.js\"\n  data-service=\"customer-management\"\n  data-part=\"complaints\"\n  data-form=\"#form\"\n  data-cookies=\"off\"\n  data-kiosk=\"90\"></script>"
    );
    let whole = "return document.querySelector('#tag').textContent === arguments[0]";
    let whole = page.until("the tag has all of it", whole, json!([wanted]));
    let whole = whole.await;
    assert_eq!(page.text("#tag").await?, wanted);
    whole?;
    assert_eq!(
        page.text("#policy").await?,
        "script-src https://notices.example 'wasm-unsafe-eval'; connect-src https://notices.example"
    );
    let include = "/includes/customer-management.complaints.en.html";
    page.shows(&format!("#include a[href='{include}']")).await?;
    assert_eq!(page.count("#include li").await?, 1, "no bar of cookies");
    cards(&page, "#live", "complain").await?;
    // A shared screen asks nobody for cookies.
    let bars = "return [...document.querySelectorAll('#live iframe')].some((one) => [...one.contentDocument.querySelectorAll('*')].some((it) => it.shadowRoot?.querySelector('[part~=banner]')))";
    assert!(!page.js::<bool>(bars, json!([])).await?);
    Ok(())
}

/// The tag as it stands in the start page, put into a page of another origin.
async fn a_pinned_tag_shows_the_notice_elsewhere(browser: &Browser) -> Outcome {
    // The same site as a release: one for all, too.
    static RELEASE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let served = shared()?;
    let page = begin(browser, served).await?;
    choose(&page, "service", "connect-derby").await?;
    page.click("#builder [name=pin]").await?;
    page.shows("#pinned").await?;
    let pinned = "return document.querySelector('#policy').textContent.includes(\"'sha256-\")";
    page.until("the policy allows the map", pinned, json!([]))
        .await?;
    let tag = page.text("#tag").await?;
    assert!(tag.contains("integrity=\"sha384-"), "{tag}");
    let (path, place) = PARTNER;
    let edited = Behaviour::default().edit(path, place, &tag.replace(HOST, "{home}/"));
    let page = browser.visit(edited).await?;
    let release = RELEASE
        .get_or_init(|| release::published(&served.root, None).map_err(|error| error.to_string()));
    page.server.publish(release.clone().map_err(Failure)?);
    page.open_as_partner(path.trim_start_matches('/')).await?;
    page.shows(&part("notice")).await?;
    assert_eq!(page.told("error").await?, []);
    let paths = page.paths();
    assert!(
        !paths.iter().any(|path| path == "/council-notice.js"),
        "{paths:?}"
    );
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
    let PreviewEvent::Built(_) = served.hear()? else {
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
    let PreviewEvent::Built(_) = served.hear()? else {
        return Err(Failure(
            "the preview does not take what was mended".to_owned(),
        ));
    };
    let loaded = "return document.title.includes('Connect Derby')";
    page.until("the page loads itself anew", loaded, json!([]))
        .await
}
