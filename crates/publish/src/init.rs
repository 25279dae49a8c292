//! A site folder to begin with: it builds at once, and says nothing that a council has not said.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
};

use law::Date;

use super::{Error, interface_words};

/// Lists the files that are written. These are filled in: `{name}`, `{id}`, `{day}`, `{languages}`, `{chosen}`.
const FILES: [(&str, &str); 13] = [
    ("README.md", include_str!("../init/README.md")),
    ("site.toml", include_str!("../init/site.toml")),
    (
        "notices/controllers.toml",
        include_str!("../init/notices/controllers.toml"),
    ),
    (
        "notices/cookies.toml",
        include_str!("../init/notices/cookies.toml"),
    ),
    (
        "notices/example.md",
        include_str!("../init/notices/example.md"),
    ),
    (
        "notices/placements.toml",
        include_str!("../init/notices/placements.toml"),
    ),
    (
        "notices/shared/accuracy.md",
        include_str!("../init/notices/shared/accuracy.md"),
    ),
    (
        "notices/shared/children.md",
        include_str!("../init/notices/shared/children.md"),
    ),
    (
        "notices/shared/complaints.md",
        include_str!("../init/notices/shared/complaints.md"),
    ),
    (
        "notices/shared/cookies.md",
        include_str!("../init/notices/shared/cookies.md"),
    ),
    (
        "notices/shared/rights.md",
        include_str!("../init/notices/shared/rights.md"),
    ),
    (
        "notices/shared/security.md",
        include_str!("../init/notices/shared/security.md"),
    ),
    (
        "public/index.html",
        include_str!("../init/public/index.html"),
    ),
];

/// Writes the site folder of the body called `name`, and gives the files written. `languages` are those beside English.
///
/// # Errors
/// [`Error::There`] names a file that is there already: then nothing is written. [`Error::NoWords`] for a language whose
/// words do not come with the program.
pub fn init(
    folder: &Path,
    name: &str,
    languages: &[String],
    day: Date,
) -> Result<Vec<PathBuf>, Error> {
    let known: Vec<&str> = interface_words::languages().collect();
    if let Some(unknown) = languages.iter().find(|one| !known.contains(&one.as_str())) {
        return Err(Error::NoWords {
            language: unknown.clone(),
            known: known.join(", "),
        });
    }
    let mut chosen = vec!["en"];
    chosen.extend(
        languages
            .iter()
            .map(String::as_str)
            .filter(|one| *one != "en"),
    );
    let chosen: Vec<String> = chosen.iter().map(|one| format!("\"{one}\"")).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let filled = |text: &str| {
        text.replace("{id}", &id(&name))
            .replace("{day}", &day.to_string())
            .replace("{languages}", &known.join(", "))
            .replace("{chosen}", &chosen.join(", "))
    };
    let paths = FILES.map(|(path, _)| folder.join(path));
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        return Err(Error::There(there.clone()));
    }
    for (path, (_, text)) in paths.iter().zip(FILES) {
        // In TOML a text stands between double quotes.
        let is_data = path.extension().is_some_and(|end| end == "toml") || text.starts_with("+++");
        let name = if is_data {
            name.replace('\\', "\\\\").replace('"', "\\\"")
        } else {
            name.clone()
        };
        create(path, &filled(text).replace("{name}", &name)).map_err(|error| Error::Write {
            path: path.clone(),
            error,
        })?;
    }
    Ok(paths.into())
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

/// Makes a key from a name: `Leeds City Council` → `leeds-city-council`.
fn id(name: &str) -> String {
    let words = name.split(|mark: char| !mark.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() {
        "council".to_owned()
    } else {
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_what_a_key_can_hold() {
        assert_eq!(id("Leeds City Council"), "leeds-city-council");
        assert_eq!(id("St. Helens Council "), "st-helens-council");
        assert_eq!(id("…"), "council");
    }
}
