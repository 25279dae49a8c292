//! The age below which a parent or guardian is asked.

use source::parse;

use crate::{file, site};

/// The good site with this age for everyone.
fn with(under: &str) -> Vec<parse::File> {
    let text =
        format!("+++\n[children]\nunder = {under}\ntext = \"Under {{age}}? Ask first.\"\n+++\n");
    site(vec![file("shared/children.md", text)])
}

#[test]
fn an_age_that_the_law_does_not_know_is_refused_with_its_line() {
    for under in ["12", "17", "18", "200"] {
        let report = parse::read(&with(under)).expect_err("refused");
        let report = publish::terminal::problems(&report, false);
        for said in [
            format!("The law knows no age of {under} for children online"),
            "Write 13, or the age from 13 to 16 that ministers have set.".to_owned(),
            "notices/shared/children.md:3".to_owned(),
        ] {
            assert!(report.contains(&said), "{under}: {report}");
        }
    }
    for under in ["\"thirteen\"", "13.5", "-13", "1000", "true"] {
        let report = parse::read(&with(under)).expect_err("refused");
        let report = publish::terminal::problems(&report, false);
        assert!(
            report.contains("`under`") && report.contains("notices/shared/children.md:3"),
            "{under}: {report}"
        );
    }
}

#[test]
fn ministers_may_set_13_to_16_and_without_a_word_it_is_13() {
    for under in 13..=16 {
        let read = parse::read(&with(&under.to_string())).expect("a good site");
        assert_eq!(read.under, under);
    }
    let silent: Vec<_> = site(Vec::new())
        .into_iter()
        .filter(|file| file.path != "shared/children.md")
        .map(|mut file| {
            file.text = file.text.replace("children = true\n", "");
            file
        })
        .collect();
    assert_eq!(parse::read(&silent).expect("a good site").under, 13);
}
