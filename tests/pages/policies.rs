//! The manual's table of security policies: every cell of it is tried, so that it cannot say what is not so.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Failure, Outcome, Page, part, scenarios},
    server::{Behaviour, Fault},
};

scenarios![Plain: the_table_of_the_manual];

const CHAPTER: &str = include_str!("../../docs/src/hosting.md");

/// A row: a policy, where our files come from, and what the columns say.
struct Row {
    policy: String,
    from: From,
    says: [&'static str; COLUMNS.len()],
}

enum From {
    Own,
    Other,
    OtherWithoutCors,
}

/// The columns, each with an expression that is one of the table's words as soon as it is decided, else null.
const COLUMNS: [(&str, &str); 5] = [
    (
        "banner and choice",
        "shown('[part~=banner]').length === 0 && CouncilNotice.allows('marketing') ? 'works' : null",
    ),
    (
        "inline script",
        "__seen.ran.includes('inline') ? 'works' : __seen.refused.some((one) => one.endsWith('inline')) ? 'no' : told('deferred') ? 'waits' : null",
    ),
    (
        "script file",
        "__seen.ran.includes('src') ? (__seen.ran.includes('file') ? 'works' : told('script') ? 'no' : null) : told('deferred') ? 'waits' : null",
    ),
    (
        "frame",
        "stood ? 'works' : told('deferred') ? 'blank' : null",
    ),
    (
        "notice and preferences",
        "shown('[part~=notice]').length && preferences ? 'works' : shown('#form council-notice a').length && (told('widget') || told('deferred')) ? 'link' : null",
    ),
];

async fn the_table_of_the_manual(browser: &Browser) -> Outcome {
    let rows = rows()?;
    assert!(rows.len() > 6, "the chapter has its table");
    let mut wrong = Vec::new();
    for row in rows {
        let found = visit(browser, &row).await?;
        for (((name, _), says), found) in COLUMNS.iter().zip(row.says).zip(found) {
            if says != found {
                wrong.push(format!("{}\n  {name}: {found}, not {says}", row.policy));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The rows of the table, which is the one with these columns.
fn rows() -> Outcome<Vec<Row>> {
    let table = CHAPTER
        .lines()
        .skip_while(|line| !line.starts_with("| the page's policy |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    table.map(row).collect()
}

fn row(line: &'static str) -> Outcome<Row> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [policy, from, says @ ..] = &cells[..] else {
        return Err(Failure(format!("not a row: {line}")));
    };
    let wrong = |_| Failure(format!("a row with {} cells: {line}", cells.len()));
    Ok(Row {
        policy: policy
            .trim_matches('`')
            .replace("nonce-…", "nonce-tally")
            .replace("https://notices.example", "{home}"),
        from: match *from {
            "own host" => From::Own,
            "another host" => From::Other,
            "another host, no CORS" => From::OtherWithoutCors,
            from => return Err(Failure(format!("no test knows the host {from}"))),
        },
        says: says.try_into().map_err(wrong)?,
    })
}

/// What happens under the row's policy, by column.
async fn visit(browser: &Browser, row: &Row) -> Outcome<[String; COLUMNS.len()]> {
    let mut behaviour = Behaviour::default().policy("/__test/policy.html", &row.policy);
    if matches!(row.from, From::OtherWithoutCors) {
        behaviour = behaviour.fault("/", Fault::NoCors);
    }
    let page = browser.visit(behaviour).await?;
    match row.from {
        From::Own => page.open("__test/policy.html").await?,
        _ => page.open_as_partner("__test/policy.html").await?,
    }
    page.shows(&part("banner")).await?;
    // What depends on the choice comes after it, the rest before.
    let frame = decided(&page, COLUMNS[3]).await?;
    page.click(&part("accept")).await?;
    let choice = decided(&page, COLUMNS[0]).await?;
    let inline = decided(&page, COLUMNS[1]).await?;
    let file = decided(&page, COLUMNS[2]).await?;
    page.run("CouncilNotice.openPreferences()", json!([]))
        .await?;
    let notice = decided(&page, COLUMNS[4]).await?;
    page.browser.quiet().await?;
    Ok([choice, inline, file, frame, notice])
}

async fn decided(page: &Page<'_>, (name, expression): (&str, &str)) -> Outcome<String> {
    let script = format!(
        "
        const told = (stage) => __seen.events.some(({{ name, detail }}) => name === 'error' && detail.stage === stage);
        const stood = document.querySelector('iframe').contentDocument?.body?.childElementCount > 0;
        const preferences = shown('[part~=preferences]').length > 0;
        const answer = {expression};
        window.__answer = answer;
        return answer !== null"
    );
    page.until(&format!("{name} is decided"), &script, json!([]))
        .await?;
    let answer: Value = page.js("return window.__answer", json!([])).await?;
    Ok(answer.as_str().unwrap_or_default().to_owned())
}
