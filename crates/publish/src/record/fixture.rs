//! A notice that records are held against in tests.

use notice::Notice;
use source::parse::{File, one};

const CONTROLLERS: &str =
    "[us]\nname = \"Overton Council\"\nabout = \"A council.\"\nemail = \"us@overton.gov.uk\"\n";

/// Reads a notice of Overton Council, whose card is answered in its place.
pub(super) fn notice(text: &str) -> Notice {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        name: path.to_owned(),
        text: text.to_owned(),
    };
    let answers = ["who", "why", "must", "sees", "keeps", "rights"]
        .map(|it| format!("[[answer]]\nquestion = \"{it}\"\ntext = \"As told below.\"\n\n"));
    // Before the first entry.
    let text = text.replacen("[[", &(answers.concat() + "[["), 1);
    let common = [file("controllers.toml", CONTROLLERS)];
    one(&file("visits.md", &text), &common, "en").expect("a notice")
}
