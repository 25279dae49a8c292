//! The folder that is served: the same page, compression and headers for everyone.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::candidate::{ALL, Candidate, GATED, NONE};
use crate::harness::{Failure, Outcome, dist};

/// Writes the folder anew.
pub(crate) fn prepare(folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    fs::write(
        folder.join("_headers"),
        "/*\n  X-Content-Type-Options: nosniff\n",
    )?;
    pack(folder, "page.css", include_bytes!("page.css"))?;
    for candidate in ALL.iter().chain([&NONE]) {
        let write = |name: String, page: &str| pack(folder, &name, page.as_bytes());
        let page = included(&candidate.page(0))?;
        write(format!("{}.html", candidate.id), &page)?;
        let bare = page.replace("<link rel=\"stylesheet\" href=\"/page.css\">", "");
        write(format!("{}-bare.html", candidate.id), &bare)?;
        for count in GATED.into_iter().filter(|&count| candidate.gates(count)) {
            let page = candidate.page(count);
            write(format!("{}-{count}.html", candidate.id), &page)?;
        }
        adopt(folder, candidate)?;
    }
    ours(folder)
}

/// A page with what it asks for by `{include NAME}` in place, as a server would put it in.
fn included(page: &str) -> Outcome<String> {
    let mut parts = page.split("{include ");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let path = dist().join("includes").join(format!("{name}.html"));
        whole += &fs::read_to_string(&path).map_err(|error| missing(&path, &error))?;
        whole += rest;
    }
    Ok(whole)
}

fn missing(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure(format!("{path}: {error}; `make publish` writes it"))
}

/// The published files themselves, compressed as the build left them.
fn ours(folder: &Path) -> Outcome {
    let from = dist();
    for entry in fs::read_dir(&from).map_err(|error| missing(&from, &error))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_file() && name != "_headers" {
            fs::copy(&path, folder.join(name))?;
        }
    }
    Ok(())
}

fn adopt(folder: &Path, candidate: &Candidate) -> Outcome {
    for file in candidate.files {
        let from = packages()?.join(candidate.id).join(file);
        let bytes = fs::read(&from).map_err(|error| {
            Failure(format!(
                "{}: {error}; `make bench` installs it",
                from.display()
            ))
        })?;
        pack(folder, &candidate.address(file), &bytes)?;
    }
    Ok(())
}

/// A file and its twin at brotli's highest quality.
fn pack(folder: &Path, name: &str, bytes: &[u8]) -> Outcome {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, bytes)?;
    let twin = fs::File::create(folder.join(format!("{name}.br")))?;
    let mut writer = brotli::CompressorWriter::new(io::BufWriter::new(twin), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.flush()?)
}

/// Where `tools/peers.sh` put the packages.
fn packages() -> Outcome<PathBuf> {
    env::var_os("COUNCIL_NOTICE_PEERS")
        .map(PathBuf::from)
        .ok_or_else(|| Failure("COUNCIL_NOTICE_PEERS names no folder: run `make bench`".into()))
}
