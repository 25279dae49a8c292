//! What the program brings for the shell and for `man`, made of its own arguments.

use std::{fs, io::Write as _, io::stdout, path::Path, process::ExitCode};

use clap::CommandFactory;
use clap_complete::{Shell, generate};
use publish::{Error, quoted};

use crate::{
    arguments::Arguments,
    output::{Output, failed},
};

pub(crate) fn completions(shell: Shell) -> ExitCode {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut text = Vec::new();
    generate(shell, &mut command, name, &mut text);
    // A pager that was closed has seen enough.
    let _ = stdout().write_all(&text);
    ExitCode::SUCCESS
}

pub(crate) fn man(output: Output, out: &Path) -> ExitCode {
    let written =
        fs::create_dir_all(out).and_then(|()| clap_mangen::generate_to(Arguments::command(), out));
    match written {
        Ok(()) => {
            output.done(format_args!(
                "The pages are in {}: man -l {}",
                out.display(),
                quoted(&out.join("council-notice.1"))
            ));
            ExitCode::SUCCESS
        }
        Err(error) => failed(&Error::Write {
            path: out.to_owned(),
            error,
        }),
    }
}
