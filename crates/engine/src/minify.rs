//! The minifiers and the bundler: one child process a file.

use std::{
    env, io,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Why there is no engine. Each variant says what to do next.
// What the members of each are its message says.
#[allow(missing_docs)]
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A file cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    /// Trunk has not left exactly one widget.
    #[error("{count} files named widget-*{end} where one is needed in {}\n  help: build with `trunk build`, or empty the folder first", folder.display())]
    Widget {
        folder: PathBuf,
        end: &'static str,
        count: usize,
    },
    /// The minifier does not start.
    #[error(
        "cannot start `{program}`, which makes scripts and style sheets small: {error}\n  help: run `make build-tools`, or name the program in the variable {variable}"
    )]
    NoMinifier {
        program: String,
        variable: String,
        error: io::Error,
    },
    /// The minifier refuses a file.
    #[error("{tool} refuses {name}:\n{said}")]
    Minify {
        tool: &'static str,
        name: String,
        said: String,
    },
    /// Types and our lists differ in a name.
    #[error(
        "{name} and the lists of crates/engine/src/types.rs differ: DATA.{member} is in one of them alone"
    )]
    Types { name: String, member: String },
    /// The files cannot be put into one.
    #[error("{0}")]
    Archive(#[from] publish::Error),
}

/// What is made small.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Syntax {
    /// A module, of which only the size changes.
    Module,
    Css,
}

impl Syntax {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Module => &["--loader=js", "--format=esm"],
            Self::Css => &["--loader=css"],
        }
    }
}

/// How a bundle is loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BundleFormat {
    /// By a classic script tag.
    Classic,
    /// By `import`.
    Module,
}

impl BundleFormat {
    fn format(self) -> &'static str {
        match self {
            Self::Classic => "--format=iife",
            Self::Module => "--format=esm",
        }
    }
}

/// A program, named by a variable of its name in capitals, else found on `PATH`.
const ESBUILD: &str = "esbuild";
/// Finds some 75 bytes more in the gate than esbuild alone.
const TERSER: &str = "terser";

/// Minifies a text with esbuild.
///
/// # Errors
/// [`EngineError::NoMinifier`] when it cannot be started; [`EngineError::Minify`] with its own words when it refuses the text.
pub(crate) fn minify(name: &str, text: &str, language: Syntax) -> Result<String, EngineError> {
    let source = format!("--sourcefile={name}");
    let arguments = language.arguments().iter().copied();
    esbuild(name, arguments.chain([source.as_str()]), text)
}

/// Makes one minified script of a script and all it imports, the smallest that can be where it is loaded by a tag. What is
/// written `DATA.<name>` in any of them is still there afterwards: no tool knows what it may be, and none renames it.
///
/// # Errors
/// As [`minify`].
pub(crate) fn bundle(entry: &Path, kind: BundleFormat) -> Result<String, EngineError> {
    let name = entry.display().to_string();
    let options = [&name, "--bundle", "--target=es2021", kind.format()];
    let script = esbuild(&name, options.into_iter(), "")?;
    match kind {
        BundleFormat::Module => Ok(script),
        BundleFormat::Classic => {
            // Single quotes, for the style sheet in it has double ones.
            let smallest = [
                "--compress=passes=2,booleans=false,if_return=false",
                "--mangle",
                "--format=quote_style=1",
                "--ecma=2020",
            ];
            run(TERSER, &name, smallest, &script)
        }
    }
}

fn esbuild<'a>(
    name: &str,
    arguments: impl Iterator<Item = &'a str>,
    text: &str,
) -> Result<String, EngineError> {
    let quiet = ["--minify", "--log-level=error", "--legal-comments=none"];
    run(ESBUILD, name, quiet.into_iter().chain(arguments), text)
}

fn run<'a>(
    tool: &'static str,
    name: &str,
    arguments: impl IntoIterator<Item = &'a str>,
    text: &str,
) -> Result<String, EngineError> {
    let program = env::var(tool.to_uppercase()).unwrap_or_else(|_| tool.to_owned());
    let mut child = Command::new(&program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| EngineError::NoMinifier {
            program: program.clone(),
            variable: tool.to_uppercase(),
            error,
        })?;
    let refused = |said: &dyn ToString| EngineError::Minify {
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
