//! The minifiers and the bundler: one child process a file.

use std::{
    collections::BTreeSet,
    env,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use serde::Serialize;
use serde_json::Value;

use super::Error;

/// What stands before the name of each datum in a bundle's sources.
const TOKEN: &str = "DATA.";

/// What is made small.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    /// A classic script, down to what every browser with WebAssembly reads.
    Script,
    /// The widget's own module, of which only the size changes.
    Module,
    Css,
}

impl Language {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Script => &["--loader=js", "--target=es2021"],
            Self::Module => &["--loader=js", "--format=esm"],
            Self::Css => &["--loader=css"],
        }
    }
}

/// How a bundle is loaded.
#[derive(Clone, Copy, Debug)]
pub enum Bundle {
    /// By a classic script tag.
    Classic,
    /// By `import`.
    Module,
}

impl Bundle {
    fn format(self) -> &'static str {
        match self {
            Self::Classic => "--format=iife",
            Self::Module => "--format=esm",
        }
    }
}

/// A program, named by a variable of its name in capitals, else found on `PATH`.
const ESBUILD: &str = "esbuild";
/// Finds 75 bytes more in the gate than esbuild alone.
const TERSER: &str = "terser";

/// Minifies a text with esbuild.
///
/// # Errors
/// [`Error::NoMinifier`] when it cannot be started; [`Error::Minify`] with its own words when it refuses the text.
pub fn minify(name: &str, text: &str, language: Language) -> Result<String, Error> {
    let source = format!("--sourcefile={name}");
    let arguments = language.arguments().iter().copied();
    esbuild(name, arguments.chain([source.as_str()]), text)
}

/// Makes one minified script of a script and all it imports, the smallest that can be where it is loaded by a tag.
/// `DATA.<name>` in any of them stands for that member of `data`: not one object for all, for its keys and the ways to
/// them cost the gate 60 bytes.
///
/// # Errors
/// As [`minify`]; [`Error::Data`] for a name that `data` has no member of, [`Error::Unread`] for a member that no script
/// asks for.
pub fn bundle(entry: &Path, kind: Bundle, data: &impl Serialize) -> Result<String, Error> {
    let name = entry.display().to_string();
    let Ok(Value::Object(members)) = serde_json::to_value(data) else {
        unreachable!("a struct with named members is an object");
    };
    // Bundled once without the data: what is asked for shows only until it is put in.
    let options = [&name, "--bundle", "--target=es2021", kind.format()];
    let bare = esbuild(&name, options.into_iter(), "")?;
    let asked: BTreeSet<&str> = bare.split(TOKEN).skip(1).map(word).collect();
    if let Some(member) = asked.iter().find(|member| !members.contains_key(**member)) {
        let member = (*member).to_owned();
        return Err(Error::Data {
            script: name,
            member,
        });
    }
    if let Some(member) = members
        .keys()
        .find(|member| !asked.contains(member.as_str()))
    {
        let member = member.clone();
        return Err(Error::Unread {
            script: name,
            member,
        });
    }
    // JSON is JavaScript.
    let data: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("--define:{TOKEN}{name}={value}"))
        .collect();
    let options = options.into_iter().chain(data.iter().map(String::as_str));
    let script = esbuild(&name, options, "")?;
    match kind {
        Bundle::Module => Ok(script),
        Bundle::Classic => {
            let smallest = ["--compress=passes=2", "--mangle", "--ecma=2020"];
            run(TERSER, &name, smallest, &script)
        }
    }
}

/// The name that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

fn esbuild<'a>(
    name: &str,
    arguments: impl Iterator<Item = &'a str>,
    text: &str,
) -> Result<String, Error> {
    let quiet = ["--minify", "--log-level=error", "--legal-comments=none"];
    run(ESBUILD, name, quiet.into_iter().chain(arguments), text)
}

fn run<'a>(
    tool: &'static str,
    name: &str,
    arguments: impl IntoIterator<Item = &'a str>,
    text: &str,
) -> Result<String, Error> {
    let program = env::var(tool.to_uppercase()).unwrap_or_else(|_| tool.to_owned());
    let mut child = Command::new(&program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Error::NoMinifier {
            program: program.clone(),
            variable: tool.to_uppercase(),
            error,
        })?;
    let refused = |said: &dyn ToString| Error::Minify {
        tool,
        name: name.to_owned(),
        said: said.to_string(),
    };
    // Both read all of their input before they write, so the two pipes cannot wait for each other. A write that
    // fails means that it has gone: its own words say why, below.
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(text.as_bytes());
    }
    let output = child.wait_with_output().map_err(|error| refused(&error))?;
    if !output.status.success() {
        return Err(refused(&String::from_utf8_lossy(&output.stderr)));
    }
    let small = String::from_utf8(output.stdout).map_err(|error| refused(&error))?;
    Ok(small.trim_end().to_owned())
}
