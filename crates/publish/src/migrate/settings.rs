//! What stands beside `notices/`: `site.toml`, and what is published as it is. Release 0.1.0 knew neither.

use std::path::Path;

use source::parse::{DEFAULT_LANGUAGE, is_tag};
use toml_edit::{Array, DocumentMut, value};

use super::{
    super::{earlier::is_inside, folder},
    Migration, MigrationStep, tables,
};

/// Begins `site.toml` where there is none, with the languages that the folder is published in without it.
pub(super) fn begin(root: &Path, all: &mut Migration) {
    let mut languages = folder::spoken(root);
    let own = |lang: &String| root.join(format!("notices/strings/{lang}.toml")).is_file();
    let folders = folder::languages(&root.join("notices"));
    languages.retain(|lang| is_tag(lang) && (own(lang) || folders.contains(lang)));
    languages.retain(|lang| lang != DEFAULT_LANGUAGE);
    languages.insert(0, DEFAULT_LANGUAGE.to_owned());
    let languages: Array = languages.into_iter().collect();
    all.steps.push(MigrationStep {
        file: "site.toml".to_owned(),
        what: format!(
            "begins with `languages = {languages}`, which is what is published without it: add those that you want, your name and your \
             address, as the file that `council-notice init` writes does"
        ),
        by_hand: false,
    });
    let mut document = DocumentMut::new();
    document["languages"] = value(languages);
    let text = format!(
        "# What holds for the whole site. Languages of the interface, the first one for everyone whose own is not among them.\n{document}"
    );
    all.changed.push((root.join("site.toml"), text));
}

/// Asks for what was published as it is: it stood among the files of the widget, which come with the program since.
pub(super) fn published_as_it_is(root: &Path, all: &mut Migration) {
    if root.join("www/council-notice.d.ts").is_file() && !root.join("public").exists() {
        all.steps.push(MigrationStep {
            file: "www".to_owned(),
            what: "move what you publish as it is into a folder `public` beside `notices`: nothing of `www` is published any more".to_owned(),
            by_hand: true,
        });
    }
}

/// Lists the cookie policies of a site by their files, its own first: those that `site.toml` names, and drafts of a successor's.
pub(super) fn policies(settings: Option<&DocumentMut>) -> Vec<String> {
    let named = settings.into_iter().flat_map(|all| tables(all, "policy"));
    let named = named.filter_map(|policy| policy.get("cookies")?.as_str());
    let mut files: Vec<_> = ["cookies.toml"].into_iter().chain(named).collect();
    files.retain(|file| is_inside(file));
    let of = |folder: &str| {
        let all = files.iter().map(|file| format!("notices/{folder}{file}"));
        all.collect::<Vec<_>>()
    };
    [of(""), of("succession/")].concat()
}
