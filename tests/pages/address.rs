//! The notice by the page's address: at load, and at every later change of it.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Outcome, Page, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain:
    routes_of_a_single_page, an_address_that_changes_alone, a_form_that_is_drawn_late, a_page_that_is_not_placed, placements_missing;
];

/// Waits until the page's only form has this notice and no other.
async fn shows(page: &Page<'_>, id: &str) -> Outcome {
    let script = "
        const told = __seen.events.filter(({ name }) => name === 'notice').at(-1)?.detail;
        const notices = document.querySelectorAll('council-notice');
        const link = notices[0]?.querySelector('a');
        return notices.length === 1 && told?.id === arguments[0] && shown('[part~=notice]').length === 1
            && link.href.includes(`/notices/${arguments[0]}/`)";
    page.until(&format!("{id} shows"), script, json!([id]))
        .await
}

/// Each way in which a page can change its address.
async fn routes_of_a_single_page(browser: &Browser) -> Outcome {
    let page = browser.visit(Behaviour::default()).await?;
    page.open("demo/complaint.html").await?;
    shows(&page, "customer-management").await?;
    let go = "history.pushState(null, '', arguments[0]); document.querySelector('h1').append(' ')";
    page.run(go, json!(["/demo/tenancy.html"])).await?;
    shows(&page, "connect-derby").await?;
    page.run(go, json!(["/demo/nowhere.html"])).await?;
    page.until(
        "no notice belongs here",
        "return !document.querySelector('council-notice')",
        json!([]),
    )
    .await?;
    // As a page would: a driver goes past what no visitor has done.
    page.run("history.back()", json!([])).await?;
    shows(&page, "connect-derby").await?;
    let replace = "history.replaceState(null, '', '/demo/housing-application.html'); document.querySelector('h1').append(' ')";
    page.run(replace, json!([])).await?;
    shows(&page, "derby-homes").await?;
    page.run("location.hash = 'elsewhere'", json!([])).await?;
    shows(&page, "derby-homes").await?;
    page.browser.quiet().await
}

/// No browser tells of this that has no Navigation API, or on a page that has something of its own by its name.
async fn an_address_that_changes_alone(browser: &Browser) -> Outcome {
    let own = [
        "Object.defineProperty(window, 'navigation', { value: [] })",
        // As in a browser without one, where an element's id is a name of the window's.
        "delete window.navigation",
    ];
    for own in own {
        let head = format!("<head><script>{own}</script>");
        let behaviour = Behaviour::default()
            .edit("/demo/complaint.html", "<head>", &head)
            .edit(
                "/demo/complaint.html",
                "<main",
                "<nav id=\"navigation\"></nav><main",
            );
        let page = browser.visit(behaviour).await?;
        page.open("demo/complaint.html").await?;
        shows(&page, "customer-management").await?;
        // All that was under way has come to rest.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let go = "history.pushState(null, '', '/demo/tenancy.html')";
        page.run(go, json!([])).await?;
        shows(&page, "connect-derby").await?;
        page.browser.quiet().await?;
    }
    Ok(())
}

async fn a_form_that_is_drawn_late(browser: &Browser) -> Outcome {
    let other = ("id=\"complaint\"", "id=\"other\"");
    let page = browser
        .visit(Behaviour::default().edit("/demo/complaint.html", other.0, other.1))
        .await?;
    page.open("demo/complaint.html").await?;
    page.ready().await?;
    let draw = "setTimeout(() => {
        const form = document.createElement('form');
        form.id = 'complaint';
        form.innerHTML = '<label>Name <input name=name></label>';
        document.querySelector('main').append(form);
    }, 1000)";
    page.run(draw, json!([])).await?;
    shows(&page, "customer-management").await?;
    let within: bool = page
        .js(
            "return !!document.querySelector('#complaint > council-notice')",
            json!([]),
        )
        .await?;
    assert!(within);
    page.browser.quiet().await
}

/// A page beside a placed one, in the same folder: nothing stays in its form, and the widget shows nothing.
async fn a_page_that_is_not_placed(browser: &Browser) -> Outcome {
    let behaviour =
        Behaviour::default().edit("/placements.", "/demo/complaint.html", "/demo/other.html");
    let page = browser.visit(behaviour).await?;
    page.open("demo/complaint.html").await?;
    let gone = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /placements\\./.test(name) && responseEnd > 0)
        && !document.querySelector('council-notice')";
    page.until("nothing stays in the form", gone, json!([]))
        .await?;
    let told: Vec<Value> = page
        .js(
            "return __seen.events.filter(({ name }) => ['notice', 'error'].includes(name))",
            json!([]),
        )
        .await?;
    assert_eq!(told, Vec::<Value>::new());
    page.browser.quiet().await
}

/// The link to all notices stands in the form.
async fn placements_missing(browser: &Browser) -> Outcome {
    let behaviour = Behaviour::default().fault("/placements.", Fault::Missing);
    let page = browser.visit(behaviour).await?;
    page.open("demo/complaint.html").await?;
    let error = page.tells("error").await?.detail;
    assert_eq!(error["stage"], "placements", "{error}");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.ends_with(": 404"), "says what came: {message}");
    page.shows("#complaint council-notice a[href$=\"/notices/\"]")
        .await?;
    page.browser.quiet().await
}
