//! Drafts as an import leaves them, with words of their source that nobody has written again, or without a day: they are shown while
//! somebody works on them, and never published.

use law::IMPORT_MARK;
use source::parse::Source;

use super::Site;

/// Lists the drafts among the notices of a site, each with the lines to look at and what to do.
pub(crate) fn all(site: &Site, source: &Source) -> Vec<String> {
    let own = source.notices.iter().map(|it| format!("{}.md", it.id));
    let shared = site.notices.iter().map(|file| file.path.clone());
    let shared = shared.filter(|path| path.starts_with("shared/"));
    let translated = source.translated.iter();
    let translated = translated.map(|it| format!("{}/{}.md", it.lang, it.id));
    let undated = source.notices.iter().filter(|it| it.published.is_empty());
    let undated = undated.filter_map(|it| undated_entry(site, &format!("{}.md", it.id)));
    let marked = own.chain(translated).chain(shared);
    let marked = marked.filter_map(|path| marked_entry(site, &path));
    marked.chain(undated).collect()
}

/// Says whether a line begins with the mark of words that are to be written again.
pub(crate) fn is_marked(line: &str) -> bool {
    // It is strong there.
    line.trim_start_matches([' ', '*']).starts_with(IMPORT_MARK)
}

/// Says where a file has words of its source still.
fn marked_entry(site: &Site, path: &str) -> Option<String> {
    let file = site.maybe(path)?;
    let lines = file.text.lines().zip(1..);
    let marked = lines.filter(|(line, _)| is_marked(line));
    let marked: Vec<String> = marked.map(|(_, at)| at.to_string()).collect();
    let what = match marked.len() {
        0 => return None,
        1 => "1 paragraph is its source’s own words still".to_owned(),
        many => format!("{many} paragraphs are their source’s own words still"),
    };
    Some(format!(
        "{}:{}: {what} (line {})\n  help: write each again in plain words and take its “To be rewritten (…)” away; \
         `council-notice serve` shows the draft meanwhile",
        file.name,
        marked[0],
        marked.join(", ")
    ))
}

/// Says where a notice leaves open when it was published.
fn undated_entry(site: &Site, path: &str) -> Option<String> {
    let file = site.maybe(path)?;
    let mut lines = file.text.lines();
    let at = lines.position(|line| line.trim_start().starts_with("published"))? + 1;
    Some(format!(
        "{}:{at}: it does not say when it was published\n  help: write the day on which these words were first published, as in \
         published = 2026-11-22",
        file.name
    ))
}
