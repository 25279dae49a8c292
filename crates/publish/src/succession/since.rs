//! Whether a notice has changed since its successor's draft was made: what was put right in the one would else be undone on the
//! day by the other.

use std::path::Path;

use source::parse::File;

use super::FOLDER;
use crate::hash::hash;

/// Begins the line of a draft that says what it was made from.
const MARK: &str = "# Drafted from ";

/// Keys that a draft never takes over: it has its own.
const OWN: [&str; 4] = ["controller", "version", "published", "revision"];

/// Writes the line of a draft by which it is told that `text`, which it was made from, has changed.
pub(super) fn mark(text: &str) -> String {
    format!(
        "{MARK}{}. Leave this line: by it a check tells when the present text has changed since.",
        state(text)
    )
}

/// Tells one state of a text from another, by what a draft takes over of it.
fn state(text: &str) -> String {
    let taken_over = |line: &&str| {
        let key = line.split('=').next().unwrap_or_default().trim();
        !line.is_empty() && !OWN.contains(&key)
    };
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(taken_over).collect();
    hash(lines.join("\n").as_bytes())
}

/// Returns who decides, as a notice or a cookie policy says it.
fn controller(text: &str) -> Option<&str> {
    let mut entries = text.lines().filter_map(|line| line.split_once('='));
    let (_, value) = entries.find(|(key, _)| key.trim() == "controller")?;
    value.trim().split('"').nth(1)
}

/// Finds the state that a draft says it was made from.
fn drafted_from(draft: &str) -> Option<&str> {
    let line = draft.lines().find_map(|line| line.strip_prefix(MARK))?;
    line.split('.').next().map(str::trim)
}

/// Says of each draft whose notice, or cookie policy, has changed since it was made, where to look and how to settle it. `files`
/// are those of `notices/`, drafts among them. Of a draft that does not say what it was made from nothing is known.
#[must_use]
pub fn outdated(files: &[File]) -> Vec<String> {
    let told = pairs(files).filter_map(|(name, own, draft)| {
        let now = state(&own.text);
        (drafted_from(&draft.text)? != now).then(|| {
            let compare = if name.ends_with(".md") {
                format!("`council-notice diff notices/{name} notices/{FOLDER}/{name}` shows in what they differ")
            } else {
                "hold the two against each other".to_owned()
            };
            format!(
                "notices/{name} has changed since notices/{FOLDER}/{name} was drafted from it, which will take its place: \
                 {compare}; carry over what is to hold, then write `{MARK}{now}.` in the draft for its line `{}…`",
                MARK
            )
        })
    });
    told.collect()
}

/// Lists the drafts that do not say what they were made from, each beside the file that it is to follow.
#[must_use]
pub fn unmarked(files: &[File]) -> Vec<String> {
    let unmarked = pairs(files).filter(|(.., draft)| drafted_from(&draft.text).is_none());
    let told = unmarked.map(|(name, own, _)| {
        format!(
            "notices/{FOLDER}/{name} does not say which text it was drafted from, so nothing tells when notices/{name} changes: \
             hold the two against each other, then add `{MARK}{}.` to the draft's remarks",
            state(&own.text)
        )
    });
    told.collect()
}

/// Pairs each draft with the file that it is to follow, with their name. One that has followed by now is left out.
fn pairs(files: &[File]) -> impl Iterator<Item = (&str, &File, &File)> {
    files.iter().filter_map(move |draft| {
        let name = Path::new(&draft.path).strip_prefix(FOLDER).ok()?.to_str()?;
        let own = files.iter().find(|file| file.path == name)?;
        let has_followed = controller(&own.text) == controller(&draft.text);
        (!has_followed).then_some((name, own, draft))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::succession::{draft, draft_cookies, tests::handover};

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            name: format!("notices/{path}"),
            text: text.to_owned(),
        }
    }

    const OLD: &str = "+++\nid = \"bins\"\nversion = \"1\"\npublished = 2026-01-01\ncontroller = \"old\"\n\n[retention]\n\
        text = \"6 years.\"\n+++\n\n## Who {#who}\n\nWe empty bins.\n";

    #[test]
    fn a_notice_that_changes_after_its_draft_is_told() {
        let draft = draft(OLD, &handover());
        let told =
            |own: &str| outdated(&[file("bins.md", own), file("succession/bins.md", &draft)]);
        for own in [
            OLD.to_owned(),
            OLD.replace("version = \"1\"", "version = \"2\""),
            OLD.replace("2026-01-01", "2026-06-01"),
            OLD.replace('\n', "\r\n"),
            OLD.replace("\n\n", "\n\n\n"),
        ] {
            assert_eq!(told(&own), [""; 0], "{own}");
        }
        for own in [
            OLD.replace("6 years", "9 years"),
            OLD.replace("We empty", "We never empty"),
            OLD.replace("[retention]\ntext = \"6 years.\"\n", ""),
            format!("{OLD}\nAnd parks.\n"),
        ] {
            let told = told(&own);
            let [told] = &told[..] else {
                panic!("{own}: {told:?}")
            };
            assert!(
                told.contains("diff notices/bins.md notices/succession/bins.md"),
                "{told}"
            );
        }
    }

    #[test]
    fn whoever_carries_a_change_over_settles_it_with_the_line_that_is_told() {
        let new = OLD.replace("6 years", "9 years");
        let draft = draft(OLD, &handover());
        let told =
            |draft: &str| outdated(&[file("bins.md", &new), file("succession/bins.md", draft)]);
        let warning = told(&draft).remove(0);
        let line = warning.split('`').nth(3).expect("a line to write");
        let old = draft.lines().find(|line| line.starts_with(MARK));
        let carried = draft.replace(old.expect("its mark"), line);
        assert_eq!(told(&carried), [""; 0]);
    }

    #[test]
    fn a_cookie_policy_that_changes_after_its_draft_is_told() {
        let old = "revision = 3\ncontroller = \"old\"\n\n[[category]]\nid = \"essential\"\n";
        let draft = draft_cookies(old, &handover());
        let told = |own: &str| {
            let files = [
                file("cookies.toml", own),
                file("succession/cookies.toml", &draft),
            ];
            (outdated(&files), unmarked(&files))
        };
        assert_eq!(told(old), (vec![], vec![]));
        let (outdated, _) = told(&old.replace("essential", "analytics"));
        assert!(outdated[0].contains("hold the two"), "{outdated:?}");
    }

    #[test]
    fn of_a_draft_without_a_mark_nothing_is_known() {
        let draft = OLD.replace("\"old\"", "\"new\"");
        let files = [file("bins.md", OLD), file("succession/bins.md", &draft)];
        assert_eq!(outdated(&files), [""; 0]);
        assert!(unmarked(&files)[0].contains("notices/succession/bins.md"));
        let alone = [file("succession/parks.md", OLD)];
        assert_eq!(unmarked(&alone), [""; 0], "it follows nothing");
    }

    #[test]
    fn a_draft_that_has_become_the_notice_is_done_with() {
        let draft = draft(OLD, &handover());
        let own = draft.replace("6 years", "9 years");
        let files = [file("bins.md", &own), file("succession/bins.md", &draft)];
        assert_eq!(outdated(&files), [""; 0]);
    }
}
