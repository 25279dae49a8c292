//! `placements.<number>.<hash>.json`: which notice belongs on a page, split by the page's first folder, so that a page loads few
//! of many.

use notice::placement::Placement;

use super::{
    Dist,
    dist::json,
    filter::{folders, hash as folder_hash},
    hash::hash,
};

/// How many rows a file may have before it is split: they are less than a packet.
const ROWS: usize = 32;

/// A placement as `www/deferred/placements.js` reads it: address, service, part, audience, form.
type PlacementRow<'a> = (
    &'a str,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
);

fn row(one: &Placement) -> PlacementRow<'_> {
    (
        one.address.as_str(),
        one.service.as_str(),
        one.part.as_deref(),
        one.audience.as_deref(),
        one.form.as_deref(),
    )
}

/// Returns the name of one of the files.
pub(crate) fn name(number: usize, hash: &str) -> String {
    format!("placements.{number}.{hash}.json")
}

/// Adds the files, each with its rows in the order of `placements.toml`, and gives how many there are and what ends their names.
/// A placement that claims pages in any folder is in each.
pub(crate) fn add(dist: &mut Dist, placements: &[Placement]) -> (usize, String) {
    let count = placements.len().div_ceil(ROWS).max(1);
    let mut files = vec![Vec::new(); count];
    for placement in placements {
        for at in files_of(&placement.address, count) {
            files[at].push(row(placement));
        }
    }
    let files: Vec<Vec<u8>> = files.iter().map(json).collect();
    let hash = hash(&files.concat());
    for (number, file) in files.into_iter().enumerate() {
        dist.add(name(number, &hash), file);
    }
    (count, hash)
}

/// Says which of `count` files hold an address pattern's placement: those of its first folders, by the same hash as
/// `www/deferred/placements.js` has for reading; all of them, where its pages may be in any folder.
fn files_of(address: &str, count: usize) -> Vec<usize> {
    let folders = folders(address);
    if folders.is_empty() {
        return (0..count).collect();
    }
    let mut files: Vec<usize> = folders
        .iter()
        .map(|one| folder_hash(one) as usize % count)
        .collect();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placement(address: String) -> Placement {
        Placement {
            address,
            service: "bins".into(),
            part: None,
            audience: None,
            form: None,
        }
    }

    /// Lists each file's addresses.
    fn split(addresses: impl IntoIterator<Item = String>) -> Vec<Vec<String>> {
        let placements: Vec<_> = addresses.into_iter().map(placement).collect();
        let mut dist = Dist::default();
        let (count, hash) = add(&mut dist, &placements);
        let file = |number| {
            let path = name(number, &hash);
            let rows: Vec<Vec<Option<String>>> =
                serde_json::from_slice(dist.get(&path).expect(&path)).expect("rows");
            rows.into_iter().filter_map(|row| row[0].clone()).collect()
        };
        (0..count).map(file).collect()
    }

    #[test]
    fn a_few_are_one_file() {
        assert_eq!(split(Vec::new()), [Vec::<String>::new()]);
        let few = ["/a/*", "host/**", "/"].map(String::from);
        assert_eq!(split(few.clone()), [few.to_vec()]);
    }

    #[test]
    fn many_are_split_by_folder_and_none_is_lost() {
        let many = (0..1000).map(|at| format!("/folder-{}/{at}", at % 300));
        let any = ["/**", "host", "/x*/y", "/"].map(String::from);
        let files = split(many.clone().chain(any));
        assert_eq!(files.len(), 32);
        for address in many {
            let of = files.iter().filter(|file| file.contains(&address));
            assert_eq!(of.count(), 1, "{address}");
        }
        for file in &files {
            assert!(file.len() < 100, "{}", file.len());
            for any in ["/**", "host", "/x*/y"] {
                assert!(file.iter().any(|it| it == any), "{any}");
            }
        }
        // As "/" and as "/index.html".
        let home = files.iter().filter(|file| file.contains(&"/".into()));
        assert_eq!(home.count(), 2);
    }
}
