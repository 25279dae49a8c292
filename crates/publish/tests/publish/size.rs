//! The real gate is of one size, whatever the number of notices and placements.

use std::fmt::Write as _;

use publish::Profile;

use crate::{
    many::multiply,
    site::{Site, real_engine},
};

/// The real notices with the real gate.
fn real(name: &str) -> Site {
    let mut site = Site::real(name);
    site.engine = real_engine();
    site
}

/// The gate's bytes, and its figures in the table.
fn gate(placements: usize) -> (usize, Vec<usize>) {
    let site = real(&format!("size-{placements}"));
    let lines = (0..placements).fold(String::new(), |mut lines, number| {
        // As many first folders as fill the filter to the half, where it compresses worst.
        let (folder, place) = ((number % 90) * 7919 % 10_007, number * 7919 % 10_007);
        let _ = write!(
            lines,
            "[[placement]]\naddress = \"/{folder:x}/{place:x}/*\"\nservice = \"connect-derby\"\n"
        );
        lines
    });
    site.put("notices/placements.toml", lines);
    let published = site.build(Profile::Release).expect("they are published");
    published.budget.check().expect("within every limit");
    let figures = published.budget.figures.into_iter();
    let of_gate = figures.filter(|one| one.name.starts_with("council-notice.js"));
    (
        site.files()["council-notice.js"].len(),
        of_gate
            .map(|one| {
                assert!(one.bytes <= one.limit, "{one:?}");
                one.bytes
            })
            .collect(),
    )
}

#[test]
fn three_hundred_placements_cost_no_more_than_is_told() {
    let (few, told_of_few) = gate(5);
    let (many, told_of_many) = gate(300);
    assert_eq!(few, many, "before compression");
    let [sent, at_most] = told_of_many[..] else {
        panic!("two figures: {told_of_many:?}")
    };
    // Which digits stand in the filter is worth a few bytes, and the table says what the most is.
    assert!(sent <= at_most, "{told_of_many:?}");
    assert!(told_of_few[0] <= sent, "{told_of_few:?}");
}

#[test]
fn many_notices_cost_a_page_without_one_nothing() {
    let gate = |count: usize| {
        let site = real(&format!("growth-{count}"));
        multiply(&site.root.join("notices"), count).expect("notices can be written");
        let published = site.build(Profile::Dev).expect("they are published");
        assert_eq!(published.notices, count);
        site.files()["council-notice.js"].len()
    };
    assert_eq!(gate(5), gate(25));
}
