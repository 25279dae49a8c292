//! The ways in which pages load the tag, and lose it: it is found, or the console says in one line why not.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, part, scenarios},
    server::Behaviour,
};

scenarios![Plain:
    taken_away_before_it_ran, renamed, bundled_elsewhere, without_an_element, evaluated, a_named_image, a_second_of_another_name,
    a_name_that_hides_prerendering;
];

const BLANK: &str = "__test/blank.html";

/// A page that keeps what is said in its console, with the tag put in by `script`.
async fn open<'a>(browser: &'a Browser, script: &str, behaviour: Behaviour) -> Outcome<Page<'a>> {
    let page = browser.visit(behaviour).await?;
    page.open(BLANK).await?;
    let keep = "window.__said = [];
        for (const way of ['error', 'warn']) console[way] = (...words) => __said.push(words.join(' '));
        document.body.innerHTML = '<main><h1>A page</h1><form id=form><p><label for=name>Name</label> <input id=name name=name></p></form></main>';";
    page.run(&format!("{keep}{script}"), json!([])).await?;
    Ok(page)
}

async fn said(page: &Page<'_>) -> Outcome<Vec<String>> {
    page.js("return __said", json!([])).await
}

/// Bar and notice are there, and nothing was said.
async fn works(page: &Page<'_>) -> Outcome {
    page.shows(&part("banner")).await?;
    page.tells("notice").await?;
    assert_eq!(said(page).await?, [""; 0]);
    page.browser.quiet().await
}

const TAG: &str = "const tag = document.createElement('script');
    Object.assign(tag.dataset, { service: 'derby-homes', form: '#form' });";

/// By a loader that tidies up at once.
async fn taken_away_before_it_ran(browser: &Browser) -> Outcome {
    let script =
        format!("{TAG} tag.src = '/council-notice.js'; document.head.append(tag); tag.remove();");
    works(&open(browser, &script, Behaviour::default()).await?).await
}

/// Beside the files, by another name.
async fn renamed(browser: &Browser) -> Outcome {
    for name in ["/cache.js", "/cache.js?of=/council/notice#1"] {
        let script = format!("{TAG} tag.src = '{name}'; document.head.append(tag);");
        let behaviour = Behaviour::default().alias("/cache.js", "/council-notice.js");
        works(&open(browser, &script, behaviour).await?).await?;
    }
    Ok(())
}

/// The files are not where the script is.
async fn bundled_elsewhere(browser: &Browser) -> Outcome {
    let script =
        format!("{TAG} tag.src = '/cache/autoptimize_1a2b.js'; document.head.append(tag);");
    let behaviour = Behaviour::default().alias("/cache/autoptimize_1a2b.js", "/council-notice.js");
    let page = open(browser, &script, behaviour).await?;
    page.shows(&part("banner")).await?;
    page.tells("error").await?;
    let said = said(&page).await?;
    assert!(
        said.len() == 1 && said[0].contains("council-notice") && said[0].contains("deferred"),
        "{said:?}"
    );
    Ok(())
}

/// Pasted into the page, or into another script.
async fn without_an_element(browser: &Browser) -> Outcome {
    let script = "fetch('/council-notice.js').then((answer) => answer.text()).then((text) => {
        const tag = document.createElement('script');
        tag.text = text;
        document.head.append(tag);
        window.__ran = 1;
    })";
    let page = open(browser, script, Behaviour::default()).await?;
    page.until("it ran", "return window.__ran === 1", json!([]))
        .await?;
    one_line(&page).await
}

async fn one_line(page: &Page<'_>) -> Outcome {
    let said = said(page).await?;
    assert!(
        said.len() == 1 && said[0].starts_with("council-notice"),
        "one line: {said:?}"
    );
    let global: Value = page.js("return typeof CouncilNotice", json!([])).await?;
    assert_eq!(global, "undefined");
    page.browser.quiet().await
}

/// As jQuery does with a script of the same origin that it appends: its element stays in the page.
async fn evaluated(browser: &Browser) -> Outcome {
    let script = format!("{TAG} tag.type = 'false/javascript'; tag.src = '/council-notice.js'; document.body.append(tag);
        fetch(tag.src).then((answer) => answer.text()).then((text) => {{
            const run = document.createElement('script');
            run.text = text;
            document.head.append(run);
            run.remove();
        }})");
    works(&open(browser, &script, Behaviour::default()).await?).await
}

/// It has a `src`, and takes the place of the running script.
async fn a_named_image(browser: &Browser) -> Outcome {
    let script = "document.body.insertAdjacentHTML('beforeend', '<img name=currentScript src=/icon.png alt=A>');
        fetch('/council-notice.js').then((answer) => answer.text()).then((text) => {
            const tag = document.createElement('script');
            tag.text = text;
            document.head.append(tag);
            window.__ran = 1;
        })";
    let page = open(browser, script, Behaviour::default()).await?;
    page.until("it ran", "return window.__ran === 1", json!([]))
        .await?;
    one_line(&page).await
}

async fn a_second_of_another_name(browser: &Browser) -> Outcome {
    let script = format!("{TAG} tag.src = '/council-notice.js'; document.head.append(tag);
        tag.onload = () => {{ const other = document.createElement('script'); other.src = '/cache.js'; document.head.append(other); other.onload = () => (window.__both = 1); }}");
    let behaviour = Behaviour::default().alias("/cache.js", "/council-notice.js");
    let page = open(browser, &script, behaviour).await?;
    page.until("both ran", "return window.__both === 1", json!([]))
        .await?;
    works(&page).await?;
    assert_eq!(page.count("council-notice-cookies").await?, 1);
    Ok(())
}

async fn a_name_that_hides_prerendering(browser: &Browser) -> Outcome {
    let script = format!(
        "document.body.insertAdjacentHTML('beforeend', '<img name=prerendering alt=A><img name=scripts alt=B>'); {TAG} tag.src = '/council-notice.js'; document.head.append(tag);"
    );
    works(&open(browser, &script, Behaviour::default()).await?).await
}
