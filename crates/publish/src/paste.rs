//! Gives an include for pasting into a page. It is as published, except that it links the style sheet by its stable name.

use std::{fs, path::Path};

use source::parse::DEFAULT_LANGUAGE;

use super::{Error, include, policies};

/// Names the include that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Pasted {
    /// Id of the notice, or `cookies` for the bar.
    pub service: String,
    /// The partner whose bar it is; the site's own where none is named.
    pub policy: Option<String>,
    /// Part of the notice.
    pub part: Option<String>,
    /// Whom it speaks to.
    pub audience: Option<String>,
    /// Language; the site's own where none is named.
    pub lang: Option<String>,
}

/// Finds the include in a published folder.
///
/// # Errors
/// [`Error::NoInclude`] names those that are there; [`Error::Read`] for a file that cannot be read.
pub fn paste(folder: &Path, wanted: &Pasted) -> Result<String, Error> {
    let base = base(folder);
    let lang = wanted.lang.as_deref().unwrap_or(&base);
    let path = match wanted.service.as_str() {
        "cookies" => policies::include(wanted.policy.as_deref(), lang),
        service => include::name(
            service,
            wanted.part.as_deref(),
            wanted.audience.as_deref(),
            lang,
        ),
    };
    let file = folder.join(&path);
    if !file.is_file() {
        return Err(Error::NoInclude {
            path: file,
            there: there(folder),
        });
    }
    match fs::read_to_string(&file) {
        Ok(text) => Ok(lasting(&text)),
        Err(error) => Err(Error::Read { path: file, error }),
    }
}

/// Reads the language of a published folder, as its page about cookies has it.
fn base(folder: &Path) -> String {
    let page = fs::read_to_string(folder.join("notices/cookies/index.html")).unwrap_or_default();
    let lang = page
        .split_once("<html lang=\"")
        .and_then(|(_, rest)| rest.split_once('"'));
    // Without the page nothing is published, which is told of the include.
    lang.map_or(DEFAULT_LANGUAGE, |(lang, _)| lang).to_owned()
}

/// Rewrites an include to the sheet that every release has: what is pasted outlives many.
fn lasting(include: &str) -> String {
    let hashed = include.split_once("card-").and_then(|(_, rest)| {
        let (hash, _) = rest.split_once(".css\"")?;
        hash.bytes()
            .all(|byte| byte.is_ascii_hexdigit())
            .then_some(hash)
    });
    hashed.map_or_else(
        || include.to_owned(),
        |hash| include.replacen(&format!("card-{hash}.css"), "card.css", 1),
    )
}

/// Lists the names of the includes in a folder, without the ends that all have.
fn there(folder: &Path) -> String {
    let files = fs::read_dir(folder.join("includes"))
        .into_iter()
        .flatten()
        .flatten();
    let mut names: Vec<_> = files
        .filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".html")?.to_owned()))
        .filter(|name| name != "head")
        .collect();
    names.sort_unstable();
    match names.is_empty() {
        true => "none: publish first".to_owned(),
        false => names.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_has_a_sheet_that_stays() {
        let include = "<link href=\"https://a.example/card-0a1b2c3d.css\">card-0a";
        assert_eq!(
            lasting(include),
            "<link href=\"https://a.example/card.css\">card-0a"
        );
        assert_eq!(lasting("<p>postcard-size</p>"), "<p>postcard-size</p>");
    }
}
