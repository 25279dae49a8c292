//! axe-core's rules over what the page shows now.

use std::{env, path::PathBuf, sync::OnceLock};

use serde_json::{Value, json};

use super::{Failure, Outcome, Page, page::DEEP};

/// Fails when axe finds a violation, and lists each with its places.
pub(crate) async fn check(page: &Page<'_>, what: &str) -> Outcome {
    let loaded: bool = page.js("return typeof axe === 'object'", json!([])).await?;
    if !loaded {
        page.browser
            .driver
            .execute(source()?.as_str(), Vec::new())
            .await?;
    }
    // Fades are not colours: axe would measure them half way.
    let script = "
        const done = arguments[arguments.length - 1];
        // axe looks for a link's target in the page's own tree. Links within a shadow root go by script to targets in that
        // root: they count when it has them, and `keyboard::contents_of_the_notice` follows them.
        const jumps = ({ id }, { target }) => {
            if (id !== 'skip-link' || !Array.isArray(target[0])) return false;
            const link = target[0].reduce((root, selector) => root.querySelector(selector).shadowRoot ?? root.querySelector(selector), document);
            return link.getRootNode().querySelector(new URL(link.href).hash) !== null;
        };
        // For the report: what it is, and where in the window.
        const at = ([first]) => {
            const path = [first].flat();
            const found = path.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector), document);
            const { left, top, width, height } = found?.getBoundingClientRect() ?? {};
            return `${path.join(' ')} at ${[left, top, width, height].map(Math.round)} of ${innerWidth},${innerHeight}`;
        };
        const roots = [document, ...deep('*').flatMap((element) => element.shadowRoot ?? [])];
        const fades = roots.flatMap((root) => root.getAnimations()).filter(({ effect }) => effect.getComputedTiming().endTime < 2000);
        Promise.allSettled(fades.map((fade) => fade.finished))
            .then(() => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }))
            .then(({ violations }) => violations.map((one) => ({ ...one, nodes: one.nodes.filter((node) => !jumps(one, node)) })).filter(({ nodes }) => nodes.length))
            .then((violations) => done(violations.map(({ id, help, nodes }) => ({
                id, help, nodes: nodes.map(({ target, failureSummary, any }) => `${at(target)}: ${failureSummary}`
                    + any.flatMap(({ relatedNodes }) => relatedNodes).map(({ target }) => `\nbeside ${at(target)}`).join('')),
            }))), (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";
    let found = page
        .browser
        .driver
        .execute_async(format!("{DEEP}\n{script}"), Vec::new())
        .await?;
    let found: Vec<Value> = found.convert()?;
    if found.is_empty() {
        return Ok(());
    }
    let found: Vec<String> = found.iter().map(|one| format!("{one:#}")).collect();
    Err(Failure(format!("axe, {what}: {}", found.join("\n"))))
}

/// The rules: named by a variable, or where the tools are kept.
fn source() -> Outcome<&'static String> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let named = env::var_os("COUNCIL_NOTICE_AXE").map(PathBuf::from);
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(env::home_dir()?.join(".cache")))?;
        let kept = cache.join("council-notice/tools/node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(named.unwrap_or(kept)).ok()
    };
    SOURCE.get_or_init(read).as_ref().ok_or_else(|| {
        Failure("axe-core is not installed: run `make test`, which installs it, or name axe.min.js in COUNCIL_NOTICE_AXE".into())
    })
}
