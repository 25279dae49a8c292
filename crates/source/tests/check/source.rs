//! A source text that is being brought in: what a page of print has left in it.

use law::artefacts;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Made for this test: three pages with a footer, a letterhead, and sentences cut by both.
const TEXT: &str = include_str!("source.txt");

#[test]
fn leftovers_of_the_page_are_found_at_their_lines() {
    let found = artefacts(TEXT);
    let found: Vec<(usize, &str)> = found.iter().map(|it| (it.line, &*it.text)).collect();
    assert_eq!(
        found,
        [
            (7, "Toy Lending privacy notice version 3"),
            (
                11,
                "We also tell other departments such as Parks and Play about the toys that you have and the"
            ),
            (13, "Toy Lending privacy notice version 3"),
            (15, "Town of Overton"),
            (19, "Page 2 of 3"),
            (21, "Toy Lending privacy notice version 3"),
        ]
    );
}

#[test]
fn a_text_without_leftovers_has_none() {
    let text = "Who we are\n\nThe Town of Overton.\n\nWhat we use it for\n\n- lend toys\n- mend toys\n\nYour rights\n\nAsk us.\n";
    assert_eq!(artefacts(text), []);
    assert_eq!(artefacts(""), []);
}

#[test]
fn a_footer_of_two_lines_is_one_though_its_page_number_changes() {
    let text = "\
Who we are
Overton Town Council lends toys to anyone who lives in Overton, and mends them.

We keep:
- details of your borrow-
ing, if you ask for a
www.overton.example      Page 1 of 2
Overton Town Council Privacy Notice Toys v1 March 2024

\u{c}cheaper loan
- your name

www.overton.example      Page 2 of 2
Overton Town Council Privacy Notice Toys v1 March 2024

3
";
    let found = artefacts(text);
    let lines: Vec<usize> = found.iter().map(|it| it.line).collect();
    assert_eq!(lines, [7, 8, 13, 14, 16], "{found:?}");
    assert!(found.iter().all(law::Artefact::is_furniture));
}
