//! A small project and a folder to fill, thrown away after the test.

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    process,
};

use notice::strings::Text;
use publish::{
    Engine, Error, Profile, Release, ReleaseOptions, module_name, publish, read_site, twins,
};

/// Holds `notices/` of the parser's good site and a few pages of its own, beside the stand-in for an engine.
pub(crate) struct Site {
    pub root: PathBuf,
    pub engine: Engine,
}

impl Site {
    pub(crate) fn new(name: &str) -> Self {
        let root = env::temp_dir().join(format!("council-notice-publish-{}-{name}", process::id()));
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        copy(&tests.join("notices/good"), &root.join("notices"))
            .expect("the fixture can be copied");
        let site = Self {
            root,
            engine: stand_in(&tests.join("publish/engine")),
        };
        let strings: String = Text::KEYS
            .iter()
            .map(|key| match *key {
                "direction" => "direction = \"ltr\"\n".to_owned(),
                key => format!("{key} = \"<{key}>\"\n"),
            })
            .collect();
        site.put("notices/strings/en.toml", strings);
        site.put(
            "public/index.html",
            format!(
                "<!doctype html><title>Home</title>{}",
                "<p>Home</p>".repeat(20)
            ),
        );
        site.put(
            "public/demo/partner.html",
            "<!doctype html><title>Partner</title>",
        );
        site.put(
            "public/demo/tenancy.html",
            "<!doctype html><title>Tenancy</title>",
        );
        site
    }

    /// The same with the real notices.
    pub(crate) fn real(name: &str) -> Self {
        let site = Self::new(name);
        let notices = site.root.join("notices");
        fs::remove_dir_all(&notices).expect("made above");
        let real = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices");
        copy(&real, &notices).expect("the real notices can be copied");
        site
    }

    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    /// Answers for what goes without asking. `answered` says who did, and when.
    pub(crate) fn answer_for_cookies(&self, answered: &str) {
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices/good/cookies.toml");
        let cookies = fs::read_to_string(good).expect("the good site has a policy");
        let answers = format!(
            "[category.exemption]\nservice = \"Yes: people book rooms on it.\"\ntold = \"In the bar.\"\n\
             objection = \"A switch beside it.\"\nsharing = \"Nobody.\"\nanswered = \"{answered}\"\n"
        );
        let with = |text: String, last: &&str| {
            let line = format!("stores-nothing = \"{last}\"\n");
            text.replace(&line, &format!("{line}{answers}"))
        };
        let lasts = ["It comes next year.", "The server counts."];
        self.put("notices/cookies.toml", lasts.iter().fold(cookies, with));
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub(crate) fn build(&self, profile: Profile) -> Result<Release, Error> {
        self.build_as_at(profile, "2026-11-22")
    }

    pub(crate) fn build_as_at(&self, profile: Profile, day: &str) -> Result<Release, Error> {
        let release = self.release(profile, day)?;
        release.write(&self.dist())?;
        Ok(release)
    }

    /// What would be published, without a word on disk.
    pub(crate) fn build_only(&self) -> Result<Release, Error> {
        self.release(Profile::Dev, "2026-11-22")
    }

    fn release(&self, profile: Profile, day: &str) -> Result<Release, Error> {
        let options = ReleaseOptions {
            profile,
            as_at: day.parse().expect("a day"),
            address: Some("https://notices.example/".to_owned()),
        };
        publish(&read_site(&self.root)?, &self.engine, &options)
    }

    /// Every file of the filled folder.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.dist())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // What stays behind is in the system's own folder for such things.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The stand-in for an engine: its scripts say what they are given.
fn stand_in(folder: &Path) -> Engine {
    let mut engine = files(folder);
    engine.insert("widget_bg.wasm".to_owned(), b"\0asm".into());
    for bundle in ["kiosk", "audit"] {
        let (script, name) = (format!("{bundle}.js"), format!("{bundle}_bg.wasm"));
        let module = format!("\0asm {bundle}").repeat(20).into_bytes();
        let text =
            String::from_utf8_lossy(&engine[&script]).replace(&name, &module_name(bundle, &module));
        engine.insert(script, text.into_bytes());
        // The engine's modules come with their twins.
        engine.extend(twins(&name, &module, Profile::Dev));
        engine.insert(name, module);
    }
    Engine::of(engine)
}

/// The engine that `make engine` has built.
pub(crate) fn real_engine() -> Engine {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/engine/engine.zip"
    );
    let archive =
        fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}; run `make engine`"));
    Engine::open(&archive).expect("an engine")
}

/// Path and content of every file in a folder.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            found.extend(
                files(&path)
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            found.insert(name, fs::read(&path).expect("the file can be read"));
        }
    }
    found
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for (path, bytes) in files(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().expect("a file is in a folder"))?;
        fs::write(target, bytes)?;
    }
    Ok(())
}
