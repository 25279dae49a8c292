//! What a notice says of time, transfers, sensitive data and laws.

use law::Mark;

use super::{AT, DATA, PROSE, RETENTION, TRANSFERS, each, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_period_or_what_decides_it_is_more_than_as_long_as_necessary() {
    const W: [&str; 6] = [
        "[retention]\ntext = \"For as long as necessary.\"",
        "[retention]\ntext = \"We keep your details no longer than is necessary.\"",
        "[retention]\ntext = \"As long as required by law.\"",
        "[retention]\ntext = \"We keep it as long as we need it.\"",
        "[retention]\ntext = \"As our retention schedule says.\"",
        "[retention]\ntext = \"We delete details when the time comes.\"",
    ];
    each("RET-01", RETENTION, Mark::Weak, &W);
    each(
        "RET-01",
        RETENTION,
        Mark::Present,
        &[
            "[retention]\ntext = \"We keep the register for ever, because the law says so.\"",
            "[retention]\ntext = \"Kept permanently in the county archive.\"",
            "[retention]\ntext = \"For 6 years after the tenancy.\"",
            "[retention]\ntext = \"Eighteen months.\"",
            "[retention]\ntext = \"A year after you leave.\"",
            "[retention]\ntext = \"Until the child’s 25th birthday.\"",
            "[retention]\ntext = \"The current year plus 6.\"",
            "[retention]\ntext = \"As long as necessary: usually 7 years.\"",
            "[retention]\ntext = \"As long as you have a plot.\"",
            "[retention]\ntext = \"For the duration of the tenancy.\"",
            "[retention]\ntext = \"We delete it when you give up the plot.\"",
            "[retention]\ntext = \"Kept for 2yrs.\"",
            "[retention]\ntext = \"48 hours.\"",
        ],
    );
    let said = |text| {
        let found = verdict(&[(RETENTION, text)], "RET-01", AT)
            .found
            .expect("it applies");
        found[0].message.clone()
    };
    assert!(said(W[0]).contains("necessary"), "{}", said(W[0]));
    assert!(said(W[4]).contains("schedule"), "{}", said(W[4]));
    assert!(!said(W[5]).contains("schedule"), "{}", said(W[5]));
}

#[test]
fn transfers_are_measured_by_the_united_kingdom() {
    each(
        "TRF-01",
        TRANSFERS,
        Mark::Weak,
        &[
            "transfers = \"We do not send your details outside the European Union.\"",
            "transfers = \"Nothing leaves the EU.\"",
            "transfers = \"No details go beyond the E.U.\"",
            "transfers = \"Your details never leave Europe.\"",
            "transfers = \"Nothing is sent out of the European Union.\"",
        ],
    );
    each(
        "TRF-01",
        TRANSFERS,
        Mark::Outdated,
        &[
            "transfers = \"We do not send your details outside the European Economic Area.\"",
            "transfers = \"No details go outside the EEA.\"",
            "transfers = \"Details go to Japan under an adequacy decision.\"",
            "transfers = \"Details go to Japan under Article 45 of the UK GDPR.\"",
            "transfers = \"Details go to a firm in America that is in the Privacy Shield.\"",
        ],
    );
    each(
        "TRF-01",
        TRANSFERS,
        Mark::Present,
        &[
            "transfers = \"We do not send your details outside the United Kingdom.\"",
            "transfers = \"Your details are kept in the European Economic Area.\"",
            "transfers = \"Nothing goes outside the UK and the EEA.\"",
            "transfers = \"Our server is in Ireland, in the EU, which the United Kingdom has approved.\"",
            "transfers = \"Details go to Japan, which regulations approve.\"",
        ],
    );
    // Wherever it stands; but what is kept there is no measure.
    each(
        "TRF-01",
        PROSE,
        Mark::Outdated,
        &["Your data will not be sent outside the EEA."],
    );
    each(
        "TRF-01",
        PROSE,
        Mark::Present,
        &[
            "Our map is kept in the EEA.",
            "People from outside the EU and the UK may have a plot.",
            "An adequacy decision of the committee ends a dispute about a path.",
        ],
    );
    let before = verdict(
        &[(
            TRANSFERS,
            "transfers = \"To Japan, under an adequacy decision.\"",
        )],
        "TRF-01",
        "2026-02-04",
    );
    assert_eq!(
        before.mark(),
        Mark::Present,
        "the word was the law’s until then"
    );
}

#[test]
fn sensitive_data_is_marked_and_its_condition_looked_for() {
    each(
        "BAS-04",
        PROSE,
        Mark::Missing,
        &[
            "We use special categories of personal data.",
            "Some of it is special category data.",
            "Sensitive details are used too.",
            "We hold special‑category data about you.",
        ],
    );
    each(
        "BAS-04",
        DATA,
        Mark::Weak,
        &[
            "name = \"Ethnicity and health\"",
            "name = \"Medical needs\"",
            "name = \"Criminal convictions\"",
            "name = \"Trade Union membership\"",
            "name = \"Disabilities, or a disability of your child\"",
            "name = \"Religious beliefs\"",
        ],
    );
    each(
        "BAS-04",
        DATA,
        Mark::NotApplicable,
        &[
            "name = \"Health and safety training\"",
            "name = \"Trace of your payment\"",
            "name = \"Embrace group membership\"",
            "name = \"Plot number, rent and key\"",
            "name = \"Faithful Street address\"",
        ],
    );
    each(
        "BAS-04",
        PROSE,
        Mark::NotApplicable,
        &[
            "We do not use special categories of personal data.",
            "We never ask for sensitive details.",
        ],
    );
}

#[test]
fn laws_in_prose_are_in_force_and_rightly_named() {
    each(
        "LAW-01",
        PROSE,
        Mark::Outdated,
        &[
            "We follow the Data Protection Act 1998.",
            "We follow the DPA 1998.",
            "We keep to the Data Protection Act, 1998.",
            "The Disability Discrimination Act 1995 applies.",
        ],
    );
    each(
        "LAW-01",
        PROSE,
        Mark::Wrong,
        &[
            "We act under the General Data Protection Regulations.",
            "The GDPR 2018 applies.",
            "Requests under the Freedom of Information Act 2002 are welcome.",
            "The Freedom of Information Act 2001 lets you ask.",
            "We rely on the Data Protection Act 2008.",
            "Section 17 of the Children Act 1999 obliges us.",
            "Homelessness is dealt with under Part 7 of the Housing Act 1995.",
            "We act under section 47 of Children Act 1999.",
            "The Equality Act 2011 asks us to.",
        ],
    );
    each(
        "LAW-01",
        PROSE,
        Mark::Present,
        &[
            "We follow the Data Protection Act 2018.",
            "The Data Protection Act 2018 replaced the Data Protection Act 1998.",
            "The Data Protection Act 1998 was repealed.",
            "We follow the General Data Protection Regulation (UK GDPR).",
            "The Freedom of Information (Scotland) Act 2002 does not apply.",
            "The Protection of Children Act 1999 kept a list.",
            "The Adoption and Children Act 2002 applies.",
            "Files of the time of the Children Act 1948 are in the archive.",
            "We act under the Housing Act 1985, the Housing Act 1988 and the Housing Act 2004.",
            "The Local Government and Housing Act 1989 applies.",
            "The Housing and Planning Act 2016 and the Children Act 2004 apply.",
        ],
    );
    let laws = "laws = [\"UK GDPR\", \"Data Protection Act 2018\"]";
    each(
        "LAW-01",
        laws,
        Mark::Wrong,
        &[
            "laws = [\"General Data Protection Regulations 2018\"]",
            "laws = [\"Data Protection 2018\"]",
        ],
    );
    let old = "laws = [\"Data Protection Act 1998\"]";
    each("LAW-01", laws, Mark::Outdated, &[old]);
    // Named in prose is named.
    let prose = [
        (laws, "laws = []"),
        (PROSE, "We obey data protection law, such as the UK GDPR."),
    ];
    assert_eq!(verdict(&prose, "LAW-01", AT).mark(), Mark::Present);
    let bare = [(laws, "laws = []"), (PROSE, "We obey data protection law.")];
    assert_eq!(verdict(&bare, "LAW-01", AT).mark(), Mark::Weak);
}

#[test]
fn a_source_has_a_date_of_its_own() {
    let restates = "restates = \"Allotments privacy notice, 3 March 2026\"";
    each(
        "VER-01",
        restates,
        Mark::Missing,
        &[
            "restates = \"Allotments, brought in on 2026-11-28; its date is not stated\"",
            "restates = \"Allotments, undated\"",
            "restates = \"Allotments privacy notice\"",
            "restates = \"Allotments, no date\"",
            "restates = \"Allotments, brought in on 2026-11-28\"",
        ],
    );
    each(
        "VER-01",
        restates,
        Mark::Outdated,
        &[
            "restates = \"Allotments, brought in on 2026-11-28; 21 May 2018\"",
            "restates = \"Allotments, 21 May 2018\"",
            "restates = \"Allotments, last changed in 2019\"",
        ],
    );
    each(
        "VER-01",
        restates,
        Mark::Present,
        &[
            "restates = \"Allotments, November 2025\"",
            "restates = \"Allotments, 01/02/2024\"",
            "restates = \"Allotments, version 3 of 2026\"",
        ],
    );
}
