//! `site.toml`: what holds for the whole site.

use super::{
    DEFAULT_LANGUAGE, File, PolicyFile, Problems,
    sheet::Sheet,
    table::{self, Table},
};

/// What holds for the whole site. Without a file of its own a site has none of this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whose site it is.
    pub name: Option<String>,
    /// Key of the controller of notices to come.
    pub controller: Option<String>,
    /// Where it is published: an https address that ends in a slash.
    pub address: Option<String>,
    /// Where the files are that have a hash in their names, if on another host: such an address, too.
    pub files: Option<String>,
    /// Languages of the interface, the notices' own first; empty where the site does not say.
    pub languages: Vec<String>,
    /// Cookie policies beside the site's own.
    pub policies: Vec<PolicyFile>,
}

/// Folders of the published root that a policy cannot be named by.
const TAKEN: [&str; 5] = ["demo", "includes", "manual", "notices", "register"];

/// The file of the site's own policy.
const OWN: &str = "cookies.toml";

impl Settings {
    /// Returns the language that the notices are written in, which everyone falls back to.
    #[must_use]
    pub fn base(&self) -> &str {
        self.languages
            .first()
            .map_or(DEFAULT_LANGUAGE, String::as_str)
    }
}

/// Reads `site.toml`. `known` are the languages that have words for the interface.
///
/// # Errors
/// Every problem of the file at once.
pub fn settings(file: &File, known: &[String]) -> Result<Settings, Problems> {
    let sheet = Sheet::new(&file.name, file.text.trim_start_matches('\u{feff}'));
    let settings = read(&sheet, known);
    match Problems::of(sheet.into_problems()) {
        Some(report) => Err(report),
        None => Ok(settings),
    }
}

fn read(sheet: &Sheet, known: &[String]) -> Settings {
    let entries = table::document(sheet, sheet.text());
    let top = Table::top(sheet, &entries);
    let address = https(
        &top,
        "address",
        "Write the whole address: https://notices.example/. To try a build on a machine of your own, leave it out, or give the build \
         another by COUNCIL_NOTICE_ADDRESS.",
        |_| true,
    );
    let files = https(
        &top,
        "files",
        "Write the whole address of a folder: https://static.example/notices/. Leave it out where the files are beside the gate.",
        is_plain,
    );
    let languages = top.spanned_list("languages");
    for language in &languages {
        if !known.contains(&language.text) {
            sheet.problem(
                language.place.clone(),
                format!(
                    "There are no words for the interface in `{}`",
                    language.text
                ),
                format!(
                    "Use one of: {}. For another language write notices/strings/{}.toml.",
                    known.join(", "),
                    language.text
                ),
            );
        }
    }
    let languages = languages.into_iter().map(|one| one.text).collect();
    let policies = policies(&top);
    // The record of processing: whoever reads that reads the table.
    top.has("record");
    Settings {
        name: top.maybe("name"),
        controller: top.maybe("controller"),
        address,
        files,
        languages,
        policies,
    }
}

/// Reads the address of a folder, with one slash at its end. `takes` says whether what stands behind `https://` will do.
fn https(
    top: &Table<'_>,
    key: &'static str,
    remedy: &'static str,
    takes: fn(&str) -> bool,
) -> Option<String> {
    let address = top.spanned(key)?;
    let rest = address.text.strip_prefix("https://");
    let Some(rest) = rest.filter(|rest| takes(rest)) else {
        let message = format!("`{}` is no https address", address.text);
        top.sheet.problem(address.place, message, remedy);
        return Some(address.text);
    };
    Some(format!("https://{}/", rest.trim_end_matches('/')))
}

/// Says whether a security policy and a script can take an address as it stands: no query, and nothing that ends a directive.
fn is_plain(rest: &str) -> bool {
    let mark = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte);
    rest.starts_with(|first: char| first.is_ascii_alphanumeric()) && rest.bytes().all(mark)
}

fn policies(top: &Table<'_>) -> Vec<PolicyFile> {
    let mut policies: Vec<PolicyFile> = Vec::new();
    for table in top.tables("policy") {
        let id = table.id("id").text;
        let cookies = table.text("cookies");
        table.unique("id", &id, policies.iter().map(|one| &*one.id));
        let files = policies.iter().map(|one| &*one.cookies);
        table.unique("cookies", &cookies, files.chain([OWN]));
        if TAKEN.contains(&&*id) {
            let message = format!("`{id}` is a folder of what is published");
            table.problem("id", message, "Choose another: the name of the partner.");
        }
        policies.push(PolicyFile { id, cookies });
    }
    policies
}
