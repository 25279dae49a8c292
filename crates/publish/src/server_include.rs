//! Does what a server with server-side includes does for pages that ask for `<!--# include virtual="/includes/…" -->`: the demo is
//! served by hosts that know no such thing.

use super::Dist;

/// What a page writes before the path of an include.
const SSI_DIRECTIVE: &str = "<!--# include virtual=\"/";

/// Puts includes where pages of the site's own folder ask for them, and lists what pages ask for that the release does not have: that
/// is left to a server.
pub(crate) fn fill(dist: &mut Dist) -> Vec<String> {
    let mut lacking = Vec::new();
    let pages: Vec<_> = dist
        .files()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
        .filter(|(_, page)| page.contains(SSI_DIRECTIVE))
        .collect();
    for (path, page) in pages {
        let mut parts = page.split(SSI_DIRECTIVE);
        let mut filled = parts.next().unwrap_or_default().to_owned();
        let mut line = 1 + filled.matches('\n').count();
        for part in parts {
            let (name, rest) = part.split_once("\" -->").unwrap_or((part, ""));
            if let Some(include) = dist.get(name) {
                filled.push_str(String::from_utf8_lossy(include).trim_end());
                filled.push_str(rest);
            } else {
                lacking.push(format!(
                    "{path}, line {line}, includes /{name}, which is not in this release: the folder includes/ of what is \
                     published has those that are"
                ));
                filled.extend([SSI_DIRECTIVE, part]);
            }
            line += part.matches('\n').count();
        }
        dist.add(path, filled);
    }
    lacking
}
