//! The law of a day other than today, wherever the register tells of law.

use publish::Profile;

use crate::site::Site;

/// What the Data (Use and Access) Act 2025 brought, as law and remedies name it, a line each.
const OF_2025: &str = include_str!("../../../source/tests/check/of-2025.txt");

/// Lists what the register cites of the Act of 2025, each with its file, when it is built for a day.
fn cited(site: &Site, day: &str) -> Vec<String> {
    site.build_as_at(Profile::Dev, day)
        .expect("a good site is published");
    let files = site.files().into_iter();
    let is_read = |path: &str| path.ends_with(".html") || path.ends_with(".csv");
    let files = files.filter(|(path, _)| path.starts_with("register/") && is_read(path));
    files
        .flat_map(|(path, bytes)| {
            let text = String::from_utf8(bytes).expect("text");
            let of = OF_2025.lines().filter(|part| text.contains(part));
            of.map(|part| format!("{path}: {part}")).collect::<Vec<_>>()
        })
        .collect()
}

/// On every page: the matrix, the questions to each owner, and the table for a spreadsheet.
#[test]
fn the_register_cites_nothing_of_an_act_before_it_was_in_force() {
    let site = Site::real("register-before-2025");
    assert_eq!(cited(&site, "2026-02-04"), Vec::<String>::new());
    let now = cited(&site, "2026-11-22");
    for told in [
        "register/index.html: 164A",
        "register/index.html: 22A",
        "register/index.html: 12A",
        "register/index.html: Sch. A1",
        "register/derby-homes/index.html: 164A",
        "register/derby-homes/index.html: s. 165",
        "register/findings.csv: 22A",
    ] {
        assert!(now.iter().any(|it| it == told), "{told} in {now:?}");
    }
}
