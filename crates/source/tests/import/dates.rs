//! The day and the version that a draft begins with: the source's own, and never that of the import.

use law::check;

use crate::reader::{bring, day};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn text(dated: &str) -> String {
    format!("Toys privacy notice\n\nWho we are\n\nOverton Town Council lends toys.\n\n{dated}\n")
}

#[test]
fn a_source_that_gives_its_day_gives_it_to_the_draft() {
    for (dated, published, version) in [
        ("Last updated: 21st May 2018.", "2018-05-21", "2018-05-21"),
        ("Version 3. Last reviewed on 01/03/2019.", "2019-03-01", "3"),
        (
            "Published on 1 May 2025. Next review: 1 May 2027.",
            "2025-05-01",
            "2025-05-01",
        ),
    ] {
        let (imported, notice) = bring(&text(dated));
        assert_eq!(notice.published, published, "{dated}");
        assert_eq!(notice.version, version, "{dated}");
        let line = format!("published = {published}\n");
        assert!(imported.source.contains(&line), "{}", imported.source);
    }
}

/// The day of the import is no day of the source: the draft leaves it open, and the check asks for it.
#[test]
fn a_source_that_gives_no_day_leaves_it_open() {
    for (dated, version, said) in [
        ("Write to us.", "1", "The source gives no day of its own"),
        ("Version 3", "3", "The source gives no day of its own"),
        (
            "Last updated May 2018.",
            "1",
            "Of its day the source says no more than “May 2018”",
        ),
        (
            "Next review: 1 May 2027.",
            "1",
            "The source gives no day of its own",
        ),
        (
            "We moved to the High Street on 21 May 2018.",
            "1",
            "The source gives no day of its own",
        ),
    ] {
        let (imported, notice) = bring(&text(dated));
        assert_eq!(notice.published, "", "{dated}");
        assert_eq!(notice.version, version, "{dated}");
        let source = &imported.source;
        assert!(source.contains("published = \"not stated\"\n"), "{source}");
        assert!(source.contains(said), "{source}");
        let day = day();
        let verdicts = check(&notice, &law::DatedFacts::default(), day);
        let date = verdicts.iter().find(|it| it.rule.id == "VER-01");
        let found = date.and_then(|it| it.found.as_deref()).unwrap_or_default();
        let unsaid = found
            .iter()
            .find(|it| it.message.contains("when it was published"));
        let unsaid = unsaid.unwrap_or_else(|| panic!("{dated}: {found:?}"));
        let place = unsaid.place.as_deref().unwrap_or_default();
        assert!(source.contains(place), "{place}");
        let own = format!("published = {day}\n");
        assert!(!source.contains(&own), "the import’s own day: {source}");
    }
}
