//! In which order the files of a release take their place, so that whatever a visitor loads meanwhile finds what it names.

use super::{Dist, Earlier, policies::GATE, widget::BUNDLES};

/// Names the file that lists the others in the order to upload them. What was written last stands in it, too.
pub(crate) const LIST: &str = "upload-order.txt";

/// Lists a path a line, in order: those of a release, and what it keeps of earlier ones.
pub(crate) fn list(dist: &Dist, earlier: &Earlier) -> String {
    let own = dist.files().map(|(path, _)| path);
    let mut paths: Vec<_> = own
        .filter(|path| *path != LIST)
        .chain(earlier.paths())
        .collect();
    paths.sort_by_key(|path| (turn(path), *path));
    paths.into_iter().flat_map(|path| [path, "\n"]).collect()
}

/// Gives a file its turn: hashed files first, for nothing names them yet; then whatever goes by a stable name; the gates last,
/// their compressed twins just before them: as long as an old gate stands, the old release does.
pub(crate) fn turn(path: &str) -> u8 {
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name.strip_prefix(GATE) {
        Some("") => 3,
        Some(_) => 2,
        None => u8::from(!is_hashed(path)),
    }
}

/// How the names of files begin that a build makes with a hash in them, beside those of the bundles, of the indexes and of notices:
/// a browser may keep these for ever. `public/` may hold a `photo-20261122.jpg`.
pub(crate) const HASHED: [&str; 9] = [
    "widget-",
    "card-",
    "deferred.",
    "gated.",
    "receipt.",
    "sums.",
    "placements.",
    "notice-page.",
    "register.",
];

/// Says whether a file is one of a build's with a hash in its name, as [`hash`](super::hash::hash) makes them: no other release has
/// it with another content.
pub(crate) fn is_hashed(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let dotted = BUNDLES.into_iter().chain(["index"]).any(|start| {
        let rest = name.strip_prefix(start);
        rest.is_some_and(|rest| rest.starts_with('.'))
    });
    let ours = match folder {
        // A partner's gate stands in a folder of its own.
        _ if name.starts_with("council-notice.") => !folder.contains('/'),
        "" => dotted || HASHED.iter().any(|start| name.starts_with(start)),
        "notices" => name.contains(".json"),
        _ => false,
    };
    ours && name
        .split(['.', '-', '_'])
        .any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_go_from_what_nothing_names_to_what_every_page_loads() {
        let mut dist = Dist::default();
        let order = [
            "index.en.0a1b2c3d.json.gz",
            "notices/a.en.0a1b2c3d.json",
            "partner/council-notice.0a1b2c3d.js",
            "widget-0a1b2c3d_bg.wasm",
            "kiosk-worker.js",
            "minutes-20261122.pdf",
            "notices/a/index.html",
            "council-notice.js.br",
            "council-notice.js",
            "partner/council-notice.js",
        ];
        for path in order {
            dist.add(path, "");
        }
        let list = list(&dist, &Earlier::default());
        assert_eq!(list.lines().collect::<Vec<_>>(), order);
    }
}
