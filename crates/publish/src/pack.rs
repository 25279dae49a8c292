//! `.br` and `.gz` beside every file that gets smaller by it.

use std::{io::Write, num::NonZero, thread};

use brotli::CompressorWriter;
use flate2::{Compression, GzBuilder};

use super::{Dist, Profile};

const COMPRESSIBLE: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "ts",
    "txt",
    "wasm",
    "webmanifest",
];

/// Adds the compressed twins, where the engine has brought none. Files that would not get smaller have none.
pub(crate) fn pack(dist: &mut Dist, profile: Profile) {
    let jobs: Vec<_> = dist
        .files()
        .filter(|(path, _)| is_compressible(path) && dist.get(&format!("{path}.br")).is_none())
        .collect();
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = jobs.len().div_ceil(workers).max(1);
    let packed: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = jobs
            .chunks(share)
            .map(|chunk| scope.spawn(move || of_all(chunk, profile)))
            .collect();
        // A worker can only panic where this thread would have.
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("compression does not panic"))
            .collect()
    });
    for (path, bytes) in packed {
        dist.add(path, bytes);
    }
}

fn of_all(files: &[(&str, &[u8])], profile: Profile) -> Vec<(String, Vec<u8>)> {
    let twins = files
        .iter()
        .map(|(path, bytes)| twins(path, bytes, profile));
    twins.flatten().collect()
}

/// Makes the compressed twins of a file that are smaller than it.
#[must_use]
pub fn twins(path: &str, bytes: &[u8], profile: Profile) -> Vec<(String, Vec<u8>)> {
    let mut twins = vec![
        (format!("{path}.br"), brotli(bytes, profile)),
        (format!("{path}.gz"), gzip(bytes)),
    ];
    twins.retain(|(_, packed)| packed.len() < bytes.len());
    twins
}

fn is_compressible(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, end)| COMPRESSIBLE.contains(&end))
}

/// Returns the bytes as brotli compresses them, which is how every browser of today gets them.
pub(super) fn brotli(bytes: &[u8], profile: Profile) -> Vec<u8> {
    let mut writer = CompressorWriter::new(Vec::new(), 1 << 16, profile.brotli(), 22);
    writer.write_all(bytes).expect(IN_MEMORY);
    writer.into_inner()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // No name and no time in the header: the same content gives the same bytes.
    let mut writer = GzBuilder::new().write(Vec::new(), Compression::best());
    writer.write_all(bytes).expect(IN_MEMORY);
    writer.finish().expect(IN_MEMORY)
}

const IN_MEMORY: &str = "a Vec takes every byte";
