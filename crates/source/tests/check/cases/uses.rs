//! Uses of data and who gets it: more of each kind that one changed line of a notice had shown. Three, at least, must be told, and
//! three must not.

use law::Mark::{Missing, NotApplicable, Present, Weak, Wrong};

use super::{AUTOMATED, BODY, DATA, Edit, NAMES, PROSE, PURPOSE, RECIPIENT, after, all};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const USED: &str = "used = true\ntext = \"{}\"";
const CONSENT: &str =
    "text = \"Send you our plot letter\"\nbasis = \"consent\"\nbasis-detail = \"{}\"";
const DETAIL: &str = "name = \"Support needs\"\ndetail = \"{}\"";
const INTEREST: &str =
    "text = \"Let you a plot\"\nbasis = \"legitimate-interests\"\nbasis-detail = \"{}\"";
/// A body that is no authority.
const CHARITY: Edit<'static> = (BODY, "name = \"Marlow Reach Garden Charity\"");

#[test]
fn sensitive_data_is_found_in_a_sentence_a_list_and_a_detail() {
    all(
        "BAS-04",
        PROSE,
        "{}",
        Missing,
        &[
            "We may record your health needs, so that we find you a plot near the gate.",
            "Your religion is noted on the form.",
            "We ask you about your ethnic group.",
            "We keep:\n\n- your name\n- any disability",
            "These details are collected:\n\n- address\n- medical conditions",
        ],
    );
    all(
        "BAS-04",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "We record which plots are near the gate, for people with a disability.",
            "We do not record your religion.",
            "We use the health centre’s car park.",
            "We never ask for:\n\n- your health\n- your religion",
            "Special categories may be collected on Fridays:\n\n- fridges\n- paint",
            "We share it with:\n\n- the health board",
        ],
    );
    all(
        "BAS-04",
        DATA,
        DETAIL,
        Weak,
        &[
            "such as asthma or an allergy",
            "a physical disability",
            "what your illness keeps you from",
        ],
    );
    all(
        "BAS-04",
        DATA,
        DETAIL,
        NotApplicable,
        &[
            "not what your illness is",
            "a ramp or a rail",
            "if you ask for a plot near the gate because of an illness",
        ],
    );
}

#[test]
fn what_is_withdrawn_beside_a_use_is_consent_or_nothing() {
    all(
        "CON-01",
        PURPOSE,
        CONSENT,
        Missing,
        &[
            "You may withdraw from your tenancy at any time.",
            "We may cancel the plot letter in any year.",
            "Bids for a plot can be withdrawn until noon.",
            "The right to a plot may be revoked.",
        ],
    );
    all(
        "CON-01",
        PURPOSE,
        CONSENT,
        Present,
        &[
            "You may withdraw from the plot letter whenever you like.",
            "Your yes can be withdrawn later.",
            "Cancel it at any time.",
            "Withdraw at any time, by e-mail.",
        ],
    );
}

#[test]
fn a_decision_is_explained_by_its_rule_and_by_what_people_go_without() {
    let rest = "It decides whether you get a plot, and may refuse you. We tell you of it. You can tell us your side, ask for a person, and challenge it.";
    let with = format!("used = true\ntext = \"{{}} {rest}\"");
    all(
        "ADM-01",
        AUTOMATED,
        &with,
        Present,
        &[
            "It looks up your postcode.",
            "If you live in the parish, the answer is yes.",
            "The program reads your form and counts how long you have waited.",
        ],
    );
    all(
        "ADM-01",
        AUTOMATED,
        &with,
        Weak,
        &[
            "If the answer is no, we say so.",
            "A computer alone decides.",
            "If you write to us, the letter is read.",
        ],
    );
    let safe = "The program ranks people by points. We tell you of it. You can tell us your side, ask for a person, and challenge it.";
    let used = USED.replace("{}", &format!("{safe} {{}}"));
    all(
        "ADM-01",
        AUTOMATED,
        &used,
        Present,
        &[
            "This matters: whoever is low on the list is not given a plot.",
            "It matters, as somebody with few points misses out.",
            "That matters to you: people with few points wait longer.",
        ],
    );
    all(
        "ADM-01",
        AUTOMATED,
        &used,
        Weak,
        &[
            "A plot is not offered on Sundays, and that is all.",
            "The list is given to the clerk.",
            "It is no matter of money.",
        ],
    );
}

#[test]
fn nobody_but_somebody_is_somebody() {
    all(
        "REC-01",
        RECIPIENT,
        NAMES,
        Weak,
        &[
            "Nobody but our own officers",
            "No one except as the law asks",
            "No Other Company",
        ],
    );
    all(
        "REC-01",
        RECIPIENT,
        NAMES,
        Present,
        &[
            "Nobody but the water company",
            "No one other than Reach Allotment Society",
            "Nil Desperandum Housing Trust",
        ],
    );
}

#[test]
fn interests_of_an_authority_are_found_in_a_sentence_and_need_more_than_an_article() {
    all(
        "BAS-02",
        PROSE,
        "{}",
        Wrong,
        &[
            "Letting plots rests on our legitimate interests as its lawful basis.",
            "We rely on Article 6(1)(f) for the waiting list.",
            "Our basis is a recognised legitimate interest.",
        ],
    );
    all(
        "BAS-02",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "The society relies on its own legitimate interests.",
            "We sell seeds; for ticket sales at the show we rely on legitimate interests.",
            "We used to rely on legitimate interests for the waiting list.",
            "We never rely on Article 6(1)(f).",
        ],
    );
    after(
        "BAS-02",
        &[CHARITY],
        (PURPOSE, INTEREST),
        Weak,
        &[
            "Article 6(1)(f)",
            "Our lawful basis is legitimate interests.",
            "Art. 6(1)(f) of the UK GDPR",
        ],
    );
    after(
        "BAS-02",
        &[CHARITY],
        (PURPOSE, INTEREST),
        Present,
        &[
            "Article 6(1)(f): knowing who is on the site.",
            "Our interest is to keep paths clear.",
            "Legitimate interests in a safe site.",
        ],
    );
}
