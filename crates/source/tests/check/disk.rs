//! This project's own files, from disk: in Node by its own means, for there is no `std::fs` in wasm32.

use source::parse::File;

#[cfg(not(target_arch = "wasm32"))]
mod system {
    pub(super) fn read(path: &str) -> String {
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(super) fn list(path: &str) -> Vec<String> {
        let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let names = entries.map(|entry| entry.expect("it can be listed").file_name());
        names
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }
}

#[cfg(target_arch = "wasm32")]
mod system {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "fs")]
    extern "C" {
        #[wasm_bindgen(js_name = readFileSync)]
        fn read_file(path: &str, encoding: &str) -> String;

        #[wasm_bindgen(js_name = readdirSync)]
        pub(super) fn list(path: &str) -> Vec<String>;
    }

    pub(super) fn read(path: &str) -> String {
        read_file(path, "utf8")
    }
}

/// A file of `notices/`, or one that comes with the program as if it stood there.
pub(crate) fn file(path: &str) -> File {
    let mut text = system::read(&place(path));
    if path == "facts.toml" {
        // As the program reads them: its own, and those of the site.
        text += &system::read(&format!("{NOTICES}/{path}"));
    }
    File {
        path: path.to_owned(),
        name: format!("notices/{path}"),
        text,
    }
}

const NOTICES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../notices");

fn place(path: &str) -> String {
    let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    match path {
        "facts.toml" => format!("{crates}/law/{path}"),
        _ if path.starts_with("strings/") => format!("{crates}/publish/{path}"),
        _ => format!("{NOTICES}/{path}"),
    }
}

/// Everything in `notices/` that is in the base language.
pub(crate) fn notices() -> Vec<File> {
    let mut files = Vec::new();
    for folder in ["", "shared/", "strings/"] {
        let names = system::list(&place(folder));
        let read = |name: &String| {
            let end = name.rsplit('.').next();
            matches!(end, Some("md" | "toml")) && name != "README.md"
        };
        files.extend(
            names
                .iter()
                .filter(|name| read(name))
                .map(|name| file(&format!("{folder}{name}"))),
        );
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}
