//! The folder that is served: the same page, compression and headers for everyone.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::candidate::{ALL, Candidate, GATED, NONE};
use crate::harness::{Failure, Outcome, dist};

/// Writes the folder anew.
pub fn prepare(folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    fs::write(
        folder.join("_headers"),
        "/*\n  X-Content-Type-Options: nosniff\n",
    )?;
    pack(folder, "page.css", include_bytes!("page.css"))?;
    for candidate in ALL.iter().chain([&NONE]) {
        let page =
            |gated: usize, name: String| pack(folder, &name, candidate.page(gated).as_bytes());
        page(0, format!("{}.html", candidate.id))?;
        for count in GATED {
            page(count, format!("{}-{count}.html", candidate.id))?;
        }
        adopt(folder, candidate)?;
    }
    ours(folder)
}

/// The published files themselves, compressed as `publish` left them.
fn ours(folder: &Path) -> Outcome {
    let missing = |error| {
        Failure(format!(
            "{}: {error}; `make publish` writes it",
            dist().display()
        ))
    };
    for entry in fs::read_dir(dist()).map_err(missing)? {
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
