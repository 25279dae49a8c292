//! The text that a report's lines are of, whatever kind of file it came from.

use crate::{
    docx::{document, p},
    html::bring,
    print::printed,
};

const SAID: &str = "You may ask for a copy under the Data Protection Act 1998.";

/// What is written in bytes or marks around the text is none of it, and a line that is named is a line of it.
#[test]
fn a_report_names_lines_of_the_text_and_not_of_the_file() {
    let page = vec![
        (60, 780, 18, "Toys privacy notice"),
        (60, 740, 14, "Your rights"),
        (60, 710, 11, SAID),
    ];
    let pdf = printed(&[page], "");
    let word = p("berschrift1", "Toys privacy notice") + &p("H2", "Your rights") + &p("", SAID);
    let word = document(&word, &[]);
    let web = format!(
        "<!DOCTYPE html>\n<html><head><title>Toys</title>\n<style>p {{ color: red }}</style></head>\n<body><main><h1>Toys \
         privacy notice</h1>\n<h2>Your rights</h2><p>{SAID}</p></main></body></html>\n"
    );
    let text = format!("Toys privacy notice\r\n\r\nYour rights\r\n\r\n{SAID}\r\n");
    for (kind, bytes) in [
        ("PDF", pdf),
        ("Word", word),
        ("web", web.into_bytes()),
        ("text", text.into_bytes()),
    ] {
        let (imported, _) = bring(&bytes);
        for marks in ["%PDF", "endstream", "<p>", "<w:", "color"] {
            assert!(!imported.text.contains(marks), "{kind}: {}", imported.text);
        }
        let law = imported.found.iter().find(|it| it.what == "law");
        let line = law.expect("a law").line;
        let said = imported.text.lines().nth(line - 1).unwrap_or_default();
        assert!(
            said.contains(SAID),
            "{kind}: line {line} of\n{}",
            imported.text
        );
        assert!(law::artefacts(&imported.text).is_empty(), "{kind}");
    }
}
