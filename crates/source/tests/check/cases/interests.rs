//! Legitimate interests of both kinds, (f) and (ea): in a notice's facts, and in the sentences of a source.

use std::sync::LazyLock;

use law::{DatedFacts, Mark, Verdict, check_source};
use source::{
    draft::{self, DraftContext},
    parse::{self, File},
};

use super::{AT, AUTOMATED, BODY, PURPOSE, verdict};
use crate::five;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What a rule says of a source text on a day.
fn of_source(text: &str, rule: &str, day: &str) -> Verdict {
    static FACTS: LazyLock<DatedFacts> = LazyLock::new(five::facts);
    let day = day.parse().expect("a day");
    let known = DraftContext {
        id: "source",
        controller: None,
        shared: &[],
        day,
    };
    let imported = draft::import_file(text.as_bytes(), &known).expect("it is brought in");
    let file = File {
        path: "source.md".to_owned(),
        name: "source.md".to_owned(),
        text: imported.source,
    };
    let notice = parse::one(&file, &[], "en").unwrap_or_else(|report| panic!("{report:?}"));
    let mut all = check_source(&notice, &FACTS, day).into_iter();
    all.find(|it| it.rule.id == rule)
        .unwrap_or_else(|| panic!("{rule} reads sources"))
}

fn messages(verdict: Verdict) -> Vec<String> {
    let found = verdict.found.into_iter().flatten();
    found.map(|it| it.message).collect()
}

const RECOGNISED: &str = "text = \"Let you a plot\"\nbasis = \"recognised-legitimate-interest\"";

#[test]
fn a_source_is_told_which_interests_no_public_authority_may_rest_on() {
    for (basis, wanted) in [
        (
            "Our lawful basis is recognised legitimate interest (Article 6(1)(ea)).",
            "a recognised legitimate interest (ea)",
        ),
        (
            "We rely on a recognized legitimate interest, safeguarding.",
            "a recognised legitimate interest (ea)",
        ),
        (
            "We rely on Article 6(1)(ea) of the UK GDPR.",
            "a recognised legitimate interest (ea)",
        ),
        (
            "Our lawful basis is legitimate interests (Article 6(1)(f)).",
            "legitimate interests (f)",
        ),
        (
            "We rely on Article 6(1)(f) of the UK GDPR.",
            "legitimate interests (f)",
        ),
    ] {
        let text = format!("# Waste\n\nOverton Borough Council is the controller.\n\n{basis}\n");
        let said = messages(of_source(&text, "BAS-02", AT));
        let told = format!("may not rest its tasks on {wanted};");
        assert!(
            said.iter().any(|it| it.contains(&told)),
            "{basis}: {said:?}"
        );
    }
    for basis in [
        "Our lawful basis is our public task (Article 6(1)(e)).",
        "We do not rely on a recognised legitimate interest.",
        "You may object where a use rests on Article 6(1)(f).",
    ] {
        let text = format!("# Waste\n\nOverton Borough Council is the controller.\n\n{basis}\n");
        assert_eq!(messages(of_source(&text, "BAS-02", AT)), [""; 0], "{basis}");
    }
}

#[test]
fn a_source_names_the_interest_of_either_kind() {
    let of = |basis: &str| {
        let text = format!(
            "# Members\n\nThe Overton Sailing Club is the controller.\n\n{basis}\n\nWe keep your name for two years.\n"
        );
        messages(of_source(&text, "BAS-02", AT))
    };
    for (basis, wanted) in [
        (
            "Our lawful basis is recognised legitimate interest.",
            "rests on a recognised legitimate interest, and the text does not say which one",
        ),
        (
            "Our lawful basis is a recognised legitimate interest (Article 6(1)(ea)).",
            "rests on a recognised legitimate interest, and the text does not say which one",
        ),
        (
            "Our lawful basis is legitimate interests.",
            "rests on legitimate interests, and the text does not say which interest that is",
        ),
        (
            "We rely on Article 6(1)(f) of the UK GDPR.",
            "rests on legitimate interests, and the text does not say which interest that is",
        ),
    ] {
        let said = of(basis);
        assert!(
            said.iter().any(|it| it.contains(wanted)),
            "{basis}: {said:?}"
        );
    }
    for basis in [
        "Our lawful basis is a recognised legitimate interest: safeguarding a vulnerable person.",
        "We rely on our legitimate interest in keeping the boats safe.",
        "We rely on the recognised legitimate interest of preventing crime.",
    ] {
        assert_eq!(of(basis), [""; 0], "{basis}");
    }
}

/// Art. 22B(4), in the facts and in a source.
#[test]
fn a_machine_does_not_decide_alone_on_a_recognised_interest() {
    let machine = "The software refuses applications without any human looking at them. If you disagree with it, ask for a person to look at it again.";
    let of = |basis: &str| {
        let text = format!(
            "# Permits\n\nOverton Parking Ltd is the controller.\n\n{machine}\n\n{basis}\n"
        );
        messages(of_source(&text, "ADM-01", AT))
    };
    for basis in [
        "Our lawful basis is a recognised legitimate interest: preventing crime.",
        "For this we rely on Article 6(1)(ea).",
    ] {
        let said = of(basis);
        assert!(
            said.iter().any(|it| it.contains("may not rest on")),
            "{basis}: {said:?}"
        );
    }
    for basis in [
        "Our lawful basis is your contract with us.",
        "We rely on our legitimate interest in fair parking.",
        "We do not rely on a recognised legitimate interest.",
    ] {
        assert_eq!(of(basis), [""; 0], "{basis}");
    }
}

/// Before it was law nothing is said of it but that.
#[test]
fn a_recognised_interest_is_spoken_of_from_its_first_day() {
    let used = (
        AUTOMATED,
        "used = true\ntext = \"A computer decides alone.\"",
    );
    let society = (BODY, "name = \"Reach Allotment Society\"");
    let names = |text: &String| text.contains("(ea)") || text.contains("recognised");
    for (day, told) in [("2026-02-04", false), ("2026-02-05", true)] {
        for edits in [
            &[used, (PURPOSE, RECOGNISED)][..],
            &[society, (PURPOSE, RECOGNISED)],
        ] {
            for rule in ["BAS-02", "ADM-01"] {
                if (rule == "ADM-01") != (edits[0] == used) {
                    continue;
                }
                let said = messages(verdict(edits, rule, day));
                assert_eq!(said.iter().any(names), told, "{rule} on {day}: {said:?}");
            }
        }
        let text = "Our lawful basis is recognised legitimate interest.";
        let text = format!("# Waste\n\nOverton Borough Council is the controller.\n\n{text}\n");
        let said = messages(of_source(&text, "BAS-02", day));
        assert_eq!(said.iter().any(names), told, "{day}: {said:?}");
    }
    let early = verdict(&[(PURPOSE, RECOGNISED)], "BAS-01", "2026-02-04");
    assert_eq!(early.mark(), Mark::Wrong);
}
