//! Cookie policies: since 0.1.0 a policy says whose it is, and a category that stores nothing says why.

use notice::cookies::Category;
use toml_edit::{DocumentMut, value};

use super::{Steps, tables};

/// Names the text that the page on cookies had for a category without cookies. Since 0.1.0 each category has its own.
pub(super) const NOTHING: &str = "no-cookies-yet";

/// Migrates a policy. `nothing` is what the site said of a category without cookies, if it had words for that.
pub(super) fn migrate(policy: &mut DocumentMut, nothing: Option<&str>, steps: &mut Steps) {
    categories(policy, steps);
    controller(policy, steps);
    reasons(policy, nothing, steps);
}

/// Holds the categories of a policy against those of this release, which may have more, fewer, or other names than the release
/// that the policy was written for. Whoever wrote it has to decide: an id is a part of every visitor's saved choice.
fn categories(policy: &DocumentMut, steps: &mut Steps) {
    let texts = |table: &'static str, key: &'static str| {
        tables(policy, table)
            .filter_map(move |one| Some(one.get(key)?.as_str()?.to_owned()))
            .collect::<Vec<String>>()
    };
    let declared = texts("category", "id");
    let known: Vec<&str> = Category::ALL.iter().map(|one| one.id()).collect();
    for missing in known
        .iter()
        .filter(|id| !declared.iter().any(|it| it == *id))
    {
        let what = format!(
            "the category `{missing}` is missing: declare it, as the file that `council-notice init` writes does"
        );
        steps.push((what, true));
    }
    let mut unknown = [declared, texts("service", "category")].concat();
    unknown.retain(|id| !known.contains(&id.as_str()));
    unknown.sort();
    unknown.dedup();
    for id in unknown {
        let alias = Category::ALIASES.iter().find(|(alias, _)| *alias == id);
        let remedy = match alias {
            Some((_, category)) => format!("write `{}`", category.id()),
            None => format!("give what it stores to one of {}", known.join(", ")),
        };
        steps.push((
            format!("`{id}` is no category of this release: {remedy}"),
            true,
        ));
    }
}

/// Asks whose the cookies are.
fn controller(policy: &DocumentMut, steps: &mut Steps) {
    if !policy.contains_key("controller") {
        let what = "write whose cookies these are: controller = \"…\", a key of controllers.toml";
        steps.push((what.to_owned(), true));
    }
}

/// Has each category that stores nothing say why.
fn reasons(policy: &mut DocumentMut, nothing: Option<&str>, steps: &mut Steps) {
    let of_services: Vec<String> = tables(policy, "service")
        .filter_map(|service| Some(service.get("category")?.as_str()?.to_owned()))
        .collect();
    let categories = policy
        .get_mut("category")
        .and_then(|all| all.as_array_of_tables_mut());
    for category in categories.into_iter().flat_map(|all| all.iter_mut()) {
        let id = category.get("id").and_then(|id| id.as_str());
        let id = id.unwrap_or_default().to_owned();
        let stores = category.contains_key("item") || of_services.contains(&id);
        if stores || category.contains_key("stores-nothing") {
            continue;
        }
        match nothing {
            Some(why) => {
                steps.push((
                    format!("`{id}` says what its page said: stores-nothing = \"{why}\""),
                    false,
                ));
                category.insert("stores-nothing", value(why));
            }
            None => steps.push((
                format!("`{id}` declares nothing: say why, stores-nothing = \"…\""),
                true,
            )),
        }
    }
}
