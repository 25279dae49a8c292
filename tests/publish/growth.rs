//! Many notices, each with a place of its own, cost a page without one nothing.

use std::path::Path;

use council_notice::publish::Profile;

use crate::{
    many::multiply,
    site::{Site, copy},
};

#[test]
fn the_gate_is_of_one_size_whatever_the_number_of_notices() {
    let gate = |count: usize| {
        let site = Site::real(&format!("growth-{count}"));
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
        copy(&www, &site.root.join("www")).expect("the real pages can be copied");
        multiply(&site.root.join("notices"), count).expect("notices can be written");
        let published = site.build(Profile::Dev).expect("they are published");
        assert_eq!(published.notices, count);
        site.files()["council-notice.js"].len()
    };
    assert_eq!(gate(5), gate(25));
}
