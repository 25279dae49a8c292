//! The law of a day other than today, in every form of the report.

use std::{path::Path, process::Command};

/// What the Data (Use and Access) Act 2025 brought, as law and remedies name it, a line each.
const OF_2025: &str = include_str!("../../../source/tests/check/of-2025.txt");

/// Lists what a report cites of that Act, made for a day in a form.
fn cited(day: &str, form: &str) -> Vec<&'static str> {
    let done = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(["check", "--as-at", day, "--format", form])
        .current_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")))
        .output()
        .expect("the program starts");
    let said = String::from_utf8(done.stdout).expect("it prints text");
    assert!(said.contains("DPO-01"), "{form} on {day} has findings");
    OF_2025.lines().filter(|part| said.contains(part)).collect()
}

#[test]
fn no_form_of_the_report_cites_an_act_before_it_was_in_force() {
    for form in ["text", "json", "sarif", "html"] {
        assert_eq!(cited("2026-02-04", form), Vec::<&str>::new(), "{form}");
        // Complaints to the controller came later than the rest.
        let then = cited("2026-02-05", form);
        assert!(!then.contains(&"164A"), "{form}: {then:?}");
        assert!(then.contains(&"22A"), "{form}: {then:?}");
        assert!(cited("2026-06-19", form).contains(&"164A"), "{form}");
    }
}
