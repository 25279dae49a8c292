//! The minifier and bundler: one child process a file.

use std::{
    env,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use super::Error;

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

/// Minifies a text with the `esbuild` named by the variable `ESBUILD`, else found on `PATH`.
///
/// # Errors
/// [`Error::NoMinifier`] when it cannot be started; [`Error::Minify`] with its own words when it refuses the text.
pub fn minify(name: &str, text: &str, language: Language) -> Result<String, Error> {
    let source = format!("--sourcefile={name}");
    let arguments = language.arguments().iter().copied();
    run(name, arguments.chain([source.as_str()]), text)
}

/// Makes one minified module of a script and all it imports. The free name `token` in any of them stands for `data`,
/// which is JSON.
///
/// # Errors
/// As [`minify`].
pub fn bundle(entry: &Path, token: &str, data: &[u8]) -> Result<String, Error> {
    let name = entry.display().to_string();
    let data = format!("--define:{token}={}", String::from_utf8_lossy(data));
    let arguments = [
        name.as_str(),
        "--bundle",
        "--format=esm",
        "--target=es2020",
        &data,
    ];
    run(&name, arguments, "")
}

fn run<'a>(
    name: &str,
    arguments: impl IntoIterator<Item = &'a str>,
    text: &str,
) -> Result<String, Error> {
    let program = env::var("ESBUILD").unwrap_or_else(|_| "esbuild".to_owned());
    let mut child = Command::new(&program)
        .arg("--minify")
        .args(["--log-level=error", "--legal-comments=none"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Error::NoMinifier {
            program: program.clone(),
            error,
        })?;
    let refused = |said: &dyn ToString| Error::Minify {
        name: name.to_owned(),
        said: said.to_string(),
    };
    // esbuild reads all of its input before it writes, so the two pipes cannot wait for each other. A write that
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
