//! Bodies, addresses and pages: who a name stands for, and whether it is there today.

use law::{Mark, Severity};

use super::{AT, BODY, INTERESTS, PROSE, PURPOSE, RECIPIENT, each, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_regulator_is_known_in_every_usual_spelling() {
    let name = "name = \"Information Commission (ICO)\"";
    each(
        "CMP-02",
        name,
        Mark::Present,
        &[
            "name = \"The Information Commissioner’s Office\"",
            "name = \"Information Commissioners Office\"",
            "name = \"the I.C.O.\"",
            "name = \"Information Commission’s Office (ICO)\"",
            "name = \"Office of the Information Commissioner\"",
        ],
    );
    each(
        "CMP-03",
        name,
        Mark::Outdated,
        &[
            "name = \"The Information Commissioner’s Office\"",
            "name = \"information commissioners office\"",
            "name = \"Office of the Information Commissioner\"",
        ],
    );
    each(
        "CMP-03",
        PROSE,
        Mark::Outdated,
        &["The Information Commissioner oversees this."],
    );
    each(
        "CMP-03",
        PROSE,
        Mark::Present,
        &["The Information Commission oversees this."],
    );
}

#[test]
fn a_name_like_the_regulators_is_not_the_regulator() {
    each(
        "CMP-02",
        "name = \"Information Commission (ICO)\"",
        Mark::Missing,
        &[
            "name = \"The Commission\"",
            "name = \"Information Services\"",
            "name = \"ICOM\"",
            "name = \"Commissioner of Information Technology\"",
            "name = \"Office of Rail and Road\"",
        ],
    );
    each(
        "CMP-03",
        PROSE,
        Mark::Present,
        &[
            "The ICO can help.",
            "The Information Commission’s Office (ICO) can help.",
            "The Information Commission replaced the Information Commissioner.",
            "A commissioner of works has the information.",
            "The commission for information boards meets here.",
        ],
    );
}

#[test]
fn an_address_that_nobody_has_verified_is_a_note_and_no_finding() {
    let phone = "phones = [{ number = \"0303 123 1113\" }]";
    let old = [(
        phone,
        "address = [\"Wycliffe House\", \"Water Lane\", \"Wilmslow\"]",
    )];
    let found = verdict(&old, "CMP-03", AT);
    assert_eq!(found.mark(), Mark::Present);
    let notes = found.found.expect("it applies");
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert_eq!(notes[0].severity(Severity::Error), Severity::Info);
    assert!(
        notes[0].message.contains("make sure"),
        "{}",
        notes[0].message
    );
}

#[test]
fn nobody_as_a_recipient_is_a_question() {
    each(
        "REC-01",
        RECIPIENT,
        Mark::Weak,
        &[
            "names = [\"no one external to the Council\"]",
            "names = [\"Nobody\"]",
            "names = [\"None\"]",
            "names = [\"We do not share your details\"]",
            "names = [\"N/A\"]",
        ],
    );
    each(
        "REC-01",
        RECIPIENT,
        Mark::Present,
        &[
            "names = [\"Northern Water\"]",
            "names = [\"Nonesuch Allotment Society\"]",
            "names = [\"Other departments of the council\"]",
            "names = [\"Nilsson & Sons\", \"The police\"]",
            "names = [\"Noble’s solicitors\"]",
        ],
    );
}

#[test]
fn public_authorities_are_known_by_their_kind() {
    let of = |name: &str| verdict(&[INTERESTS, (BODY, name)], "BAS-02", AT);
    for name in [
        "name = \"Leaf Valley Borough Council\"",
        "name = \"London Borough of Reach\"",
        "name = \"Royal Borough of Reach\"",
        "name = \"Cyngor Sir y Reach\"",
        "name = \"Reach Teaching Hospitals NHS Trust\"",
        "name = \"Reach Hospitals N.H.S. Foundation Trust\"",
        "name = \"The University of Reach\"",
        "name = \"NHS Reachside\"",
        "name = \"Reach Combined Fire Authority\"",
        "name = \"Reach Primary School\"",
        "name = \"Reach Academy\"",
        "name = \"Reachshire Police\"",
        "name = \"Reachshire Fire & Rescue Service\"",
        "name = \"NHS Reach Integrated Care Board\"",
        "name = \"Ministry of Plots\"",
    ] {
        let found = of(name);
        assert_eq!(found.mark(), Mark::Wrong, "{name}");
        let said = &found.found.expect("it applies")[0].message;
        assert!(
            said.contains("s. 7") && said.contains("task of its own"),
            "{said}"
        );
    }
    for name in [
        "name = \"Reach Allotment Society\"",
        "name = \"Reach Parish Council\"",
        "name = \"Reach Town Council\"",
        "name = \"Reach Community Council\"",
        "name = \"Reach Council for Voluntary Service\"",
        "name = \"Counselling for All Ltd\"",
        "name = \"Marlow Homes\"",
    ] {
        assert_eq!(of(name).mark(), Mark::Present, "{name}");
    }
}

#[test]
fn an_interest_is_named_whoever_rests_on_it() {
    let society = (BODY, "name = \"Reach Allotment Society\"");
    for (basis, wanted) in [
        (
            "text = \"Let you a plot\"\nbasis = \"legitimate-interests\"",
            Mark::Weak,
        ),
        (
            "text = \"Let you a plot\"\nbasis = \"recognised-legitimate-interest\"",
            Mark::Weak,
        ),
        (
            "text = \"Let you a plot\"\nbasis = \"legitimate-interests\"\nbasis-detail = \"keeping the site safe\"",
            Mark::Present,
        ),
        (
            "text = \"Let you a plot\"\nbasis = \"recognised-legitimate-interest\"\nbasis-detail = \"safeguarding a child\"",
            Mark::Present,
        ),
        (
            "text = \"Let you a plot\"\nbasis = \"public-task\"",
            Mark::NotApplicable,
        ),
    ] {
        assert_eq!(
            verdict(&[society, (PURPOSE, basis)], "BAS-02", AT).mark(),
            wanted,
            "{basis}"
        );
    }
    // A public authority may rest its tasks on neither.
    let recognised = (
        PURPOSE,
        "text = \"Let you a plot\"\nbasis = \"recognised-legitimate-interest\"\nbasis-detail = \"safeguarding\"",
    );
    assert_eq!(verdict(&[recognised], "BAS-02", AT).mark(), Mark::Wrong);
}

#[test]
fn bodies_that_are_gone_are_found_in_every_spelling_and_place() {
    each(
        "REC-03",
        RECIPIENT,
        Mark::Outdated,
        &[
            "names = [\"Homes and Communities Agency\"]",
            "names = [\"The Homes & Communities Agency\"]",
            "names = [\"NHS Reach CCG\"]",
            "names = [\"Burton Hospitals NHS Foundation Trust\"]",
            "names = [\"DCLG\"]",
            "names = [\"Clinical Commissioning Groups\"]",
            "names = [\"Public Health England\"]",
            "names = [\"primary care trusts\"]",
            "names = [\"N.H.S. Digital\"]",
            "names = [\"Derby Teaching Hospitals NHS Foundation Trust\"]",
            "names = [\"Ipsos MORI\"]",
            "names = [\"UK Border Agency\"]",
            "names = [\"Inland Revenue\"]",
            "names = [\"Tenant Services Authority\"]",
            "names = [\"Serious Organised Crime Agency\"]",
            "names = [\"Commission for Racial Equality\"]",
            "names = [\"LSCB\"]",
        ],
    );
    each(
        "REC-03",
        PROSE,
        Mark::Outdated,
        &[
            "We share details with Public Health England.",
            "The Criminal Records Bureau checks helpers.",
        ],
    );
    each(
        "REC-03",
        RECIPIENT,
        Mark::Weak,
        &[
            "names = [\"Department of Work & Pensions\"]",
            "names = [\"HM Customs and Revenue\"]",
            "names = [\"NHS Litigation Authority\"]",
            "names = [\"Corporation of London\"]",
        ],
    );
    each(
        "REC-03",
        RECIPIENT,
        Mark::NotApplicable,
        &[
            "names = [\"Department for Work and Pensions\"]",
            "names = [\"UK Health Security Agency\"]",
            "names = [\"NHS Reach Integrated Care Board\"]",
            "names = [\"Regulator of Social Housing\"]",
            "names = [\"Communities and Homes Agency\"]",
        ],
    );
    each(
        "REC-03",
        PROSE,
        Mark::Present,
        &[
            "The Agency’s work was that of Public Health England, which was abolished.",
            "The Regulator of Social Housing replaced the Homes and Communities Agency.",
        ],
    );
    // Some councils go on using the name: no more than a note.
    each(
        "REC-03",
        RECIPIENT,
        Mark::Present,
        &["names = [\"Connexions\"]"],
    );
}

#[test]
fn benefits_that_have_ended_are_found() {
    each(
        "TIM-01",
        PROSE,
        Mark::Outdated,
        &[
            "We look at your Council Tax Benefit.",
            "Housing and Council Tax Benefit lowers the rent.",
            "Tell us if you get Child Tax Credits.",
            "Working Tax Credit counts.",
            "We are in the Children’s Social Care Innovation Programme.",
        ],
    );
    each(
        "TIM-01",
        PROSE,
        Mark::NotApplicable,
        &[
            "Tell us about your council tax reduction.",
            "Housing Benefit and Universal Credit count.",
            "A benefit of the site is its soil.",
            "Child benefit counts.",
            "The council taxes nobody for a plot.",
        ],
    );
}

#[test]
fn a_retired_address_is_found_wherever_it_stands() {
    each(
        "DPO-02",
        PROSE,
        Mark::Outdated,
        &[
            "Write to plots@marlowreach.gcsx.gov.uk.",
            "E-mail plots@reach.gse.gov.uk or ring.",
            "Ask PLOTS@REACH.GCSX.GOV.UK!",
            "Write to (plots@reach.gsi.gov.uk).",
            "Write to us: plots@reach.gsx.gov.uk, please.",
        ],
    );
    each(
        "DPO-02",
        PROSE,
        Mark::Present,
        &[
            "Write to plots@marlowreach.gov.uk.",
            "Write to gsi@marlowreach.gov.uk.",
            "Find us @reach on the web.",
            "Write to plots@gsi.marlowreach.gov.uk.",
            "We left gcsx.gov.uk long ago.",
        ],
    );
}

#[test]
fn a_page_that_is_not_there_is_found_beyond_the_part_about_cookies() {
    each(
        "LNK-01",
        PROSE,
        Mark::Wrong,
        &[
            "See [cookies](https://www.derby.gov.uk/site-info/about-cookies/).",
            "See [more](https://www.derby.gov.uk/site-info/about-cookies/#more).",
            "For the list click here.",
            "The details opposite say more.",
            "See [nothing](https://marlowreach.gov.uk/#).",
        ],
    );
    each(
        "LNK-01",
        PROSE,
        Mark::Present,
        &[
            "See [plots](https://www.derby.gov.uk/site-info/about-plots/).",
            "See [all](https://www.derby.gov.uk/site-info/).",
            "The gate opposite is ours.",
            "A click opens the gate.",
            "See [rules](https://marlowreach.gov.uk/rules/#plots).",
        ],
    );
}

#[test]
fn an_abbreviation_is_no_plural_of_another() {
    each(
        "REC-03",
        PROSE,
        Mark::Outdated,
        &[
            "We share your details with the DfES.",
            "We send it to BEIS.",
            "BEIS’s officers see it.",
            "DWP, HMRC, BEIS",
            "Local CCGs see it.",
            "LSCBs see it.",
        ],
    );
    each(
        "REC-03",
        RECIPIENT,
        Mark::Outdated,
        &[
            "names = [\"DfES\"]",
            "names = [\"HOMES AND COMMUNITIES AGENCY\"]",
            "names = [\"BEIS\", \"HMRC\"]",
        ],
    );
    each(
        "REC-03",
        PROSE,
        Mark::NotApplicable,
        &[
            "We share your details with the Department for Education (DfE).",
            "The DfE and the DfE’s agents see it.",
            "DfEs of other nations do not see it.",
            "Bei Zhang sees it.",
            "DFE",
        ],
    );
}
