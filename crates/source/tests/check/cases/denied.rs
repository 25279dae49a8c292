//! A right that a notice states and denies, or denies and a basis gives.

use law::Mark;

use super::{AT, PROSE, PURPOSE, after, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_right_that_is_stated_and_denied_is_a_contradiction() {
    after(
        "CTR-01",
        &[],
        (PROSE, "{}"),
        Mark::Wrong,
        &[
            "The rights to erasure and to data portability do not apply to your plot.",
            "You have no right to object.",
            "You do not have the right to have your details deleted.",
        ],
    );
    after(
        "CTR-01",
        &[],
        (PROSE, "{}"),
        Mark::NotApplicable,
        &[
            "The right to erasure does not always apply.",
            "Where the law makes us keep them, the right to erasure does not apply.",
            "You have no right to sublet the plot.",
            "The fee for access does not apply.",
        ],
    );
    // A right that is said to hold for some bases, and does not hold here.
    let bounded = (
        "text = \"Take along what you gave us.\"",
        "text = \"Take along what you gave us by consent or for a contract.\"",
    );
    let denied = (PROSE, "The right to data portability does not apply.");
    assert_eq!(
        verdict(&[bounded, denied], "CTR-01", AT).mark(),
        Mark::NotApplicable
    );
}

#[test]
fn a_right_that_a_notice_denies_is_not_told_as_one_that_it_forgot() {
    let erasure = (
        "[[right]]\nid = \"erasure\"\nname = \"Deletion\"\ntext = \"Ask us to delete your details.\"\n",
        "",
    );
    let denied = (PROSE, "The right to erasure does not apply to your plot.");
    let public = (
        PURPOSE,
        "text = \"Let you a plot\"\nbasis = \"public-task\"",
    );
    let of = |edits: &[(&str, &str)]| verdict(edits, "RGT-01", AT);
    assert_eq!(of(&[erasure]).mark(), Mark::Missing);
    assert_eq!(of(&[erasure, public]).mark(), Mark::Missing);
    // Art. 17(3)(b)
    assert_eq!(of(&[erasure, public, denied]).mark(), Mark::Present);
    let contract = of(&[erasure, denied]);
    assert_eq!(contract.mark(), Mark::Wrong);
    let found = contract.found.expect("it applies");
    assert!(
        found[0].message.contains("no right to erasure"),
        "{found:?}"
    );
}
