//! Other words for what people may do, and for who a controller is, than those that a rule was first tried on.

use law::Mark::{Missing, NotApplicable, Present, Weak, Wrong};

use super::{BODY, Edit, INTERESTS, PROSE, PURPOSE, after};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const CONSENT: Edit<'static> = (PURPOSE, "text = \"Let you a plot\"\nbasis = \"consent\"");

#[test]
fn consent_is_taken_and_taken_back_in_many_words() {
    let prose = (PROSE, "{}");
    after(
        "CON-01",
        &[CONSENT],
        prose,
        Missing,
        &[
            "You can withdraw from the scheme at any time.",
            "Withdraw cash at the desk.",
            "We may withdraw the service.",
            "Cancel your direct debit by phone.",
        ],
    );
    after(
        "CON-01",
        &[CONSENT],
        prose,
        Present,
        &[
            "You have the right to withdraw consent at any time.",
            "You may opt out of your consent by e-mail.",
            "To revoke your consent, write to us.",
            "You can stop giving us your permission whenever you want.",
        ],
    );
    after(
        "BAS-03",
        &[],
        prose,
        Wrong,
        &[
            "By using this website you consent to our use of your data.",
            "By submitting this form, you agree to us sharing your information.",
            "If you continue you are deemed to consent to the use of your data.",
            "Your signature on the form is your consent to us sharing your data.",
            "When you sign up you agree that we may share your information.",
            "Submitting this form indicates your consent to the processing of your data.",
        ],
    );
    after(
        "BAS-03",
        &[],
        prose,
        NotApplicable,
        &[
            "By signing you do not consent to anything else.",
            "We ask for your consent on a form of its own.",
            "By applying you get a place in the queue.",
            "You sign the tenancy agreement, and agree to the rent.",
        ],
    );
}

#[test]
fn where_data_comes_from_and_whether_one_must_are_told_in_many_words() {
    after(
        "SRC-01",
        &[],
        (PROSE, "{}"),
        Missing,
        &[
            "We may obtain your data from third parties.",
            "Some of your details are provided to us by your school.",
            "We collect information about you from your GP.",
            "Your landlord gives us your details.",
            "We get data from the DWP about you.",
        ],
    );
    after(
        "SRC-01",
        &[],
        (PROSE, "{}"),
        NotApplicable,
        &[
            "We collect your details from you.",
            "The details are provided to us by you.",
            "We receive letters from other countries.",
            "We do not obtain data about you from third parties.",
        ],
    );
    let must = (
        "text = \"Our contract with you needs your name and address. Without them we cannot let you a plot.\"",
        "text = \"{}\"",
    );
    after(
        "STA-01",
        &[],
        must,
        Weak,
        &["You should fill it all in.", "Without it we cannot help."],
    );
    after(
        "STA-01",
        &[],
        must,
        Present,
        &[
            "You do not have to. Nothing happens if you do not.",
            "It is a legal requirement; you may be fined.",
            "The Care Act says that we must ask.",
            "It’s entirely voluntary.",
        ],
    );
    after(
        "CTR-01",
        &[],
        (PROSE, "{}"),
        Wrong,
        &[
            "Your details are never shared with anyone.",
            "We do not disclose your data to any other organisation.",
            "A computer decides automatically who gets a plot and refuses others.",
            "We keep copies of your records in India.",
            "Copies of your records are held in Northern Ireland and in the Republic of Ireland.",
            "Our supplier stores your data in Ireland.",
        ],
    );
    after(
        "CTR-01",
        &[],
        (PROSE, "{}"),
        NotApplicable,
        &[
            "We will not share your information with third parties for marketing.",
            "We do not share your data with any third parties without your consent.",
            "We do not sell your data to anyone.",
            "Our server is in England.",
            "Copies of your records are held in Northern Ireland.",
            "A supplier in Belfast, Northern Ireland, stores your data.",
        ],
    );
}

#[test]
fn authorities_of_other_kinds_are_known_and_companies_are_none() {
    let name = (BODY, "name = \"{}\"");
    after(
        "BAS-02",
        &[INTERESTS],
        name,
        Wrong,
        &[
            "Overton Unitary Authority",
            "The Mayor's Office for Policing and Crime",
            "Transport for London",
            "HM Revenue and Customs",
            "Environment Agency",
            "Home Office",
            "Overton CE Primary",
            "Overton Sixth Form College",
            "Overton Grammar School",
            "Overton Multi Academy Trust",
            "Overton Academies Trust Limited",
            "Comhairle nan Eilean Siar",
            "Bwrdd Iechyd Prifysgol Overton",
            "Police and Crime Commissioner for Overton",
        ],
    );
    after(
        "BAS-02",
        &[INTERESTS],
        name,
        Present,
        &[
            "Overton Driving School Ltd",
            "Overton Business School Ltd",
            "Overton School of English",
            "Overton Football Academy",
            "Police Federation",
            "Overton Leisure Trust",
            "Citizens Advice Overton",
            "Overton Housing Association",
            "Overton Hospital Radio",
        ],
    );
}
