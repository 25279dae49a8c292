//! Requests, laws and days: more of each kind that one changed line of a notice had shown. Three, at least, must be told, and three
//! must not.

use law::Mark::{Missing, NotApplicable, Outdated, Present, Weak, Wrong};

use super::{DATA, KEPT, NAME, PROSE, RETENTION, RIGHTS, all};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SOURCE: &str = "restates = \"Allotments privacy notice, 3 March 2026\"";
const RESTATES: &str = "restates = \"{}\"";

#[test]
fn what_an_answer_waits_for_is_its_price() {
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        Outdated,
        &[
            "We answer once your £10 has arrived.",
            "You have our answer a month after we receive the £10.",
            "We begin on receipt of £10.",
            "Enclose £10 and your address.",
        ],
    );
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        NotApplicable,
        &[
            "Your £10 voucher is sent with the key.",
            "We answer within a month, and do not want your £10.",
            "A key deposit of £10 comes back to you.",
        ],
    );
}

#[test]
fn how_long_requests_take_is_told_in_the_passive_too() {
    all(
        "LAW-02",
        PROSE,
        "{}",
        Wrong,
        &[
            "Requests for a copy of your data are processed within ten weeks.",
            "A subject access request takes six to eight weeks.",
            "Subject access requests are completed inside three months.",
        ],
    );
    all(
        "LAW-02",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "Requests for a shed are dealt with in ten weeks.",
            "Subject access requests are dealt with in four weeks.",
            "Subject access requests dealt with in the last three years are listed.",
        ],
    );
}

#[test]
fn a_limit_that_has_gone_is_told_from_one_that_is_kept() {
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        NotApplicable,
        &[
            "The limit of 40 days for an answer is gone.",
            "An answer once took up to 40 days: today it takes a month.",
            "Until May 2018 we had 40 days to answer.",
        ],
    );
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        Outdated,
        &[
            "The old limit of 40 days for an answer still holds: we respond within it.",
            "If your form has gone astray, we answer within 40 days all the same.",
            "Once we have your form, we answer within 40 days.",
        ],
    );
    all(
        "CMP-02",
        PROSE,
        "{}",
        Present,
        &[
            "Article 77 once gave you the right to complain to the regulator.",
            "What was once Article 77 is section 165 of the Data Protection Act 2018.",
            "The right to complain once stood in Article 77.",
        ],
    );
    all(
        "CMP-02",
        PROSE,
        "{}",
        Outdated,
        &[
            "Once you have written to us, Article 77 lets you complain to the regulator.",
            "Article 77 lets you complain more than once.",
            "At once or later, you can complain under Article 77.",
        ],
    );
}

#[test]
fn a_need_that_nobody_can_see_decides_nothing_and_a_day_does() {
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Weak,
        &[
            "We keep your record while it is needed.",
            "Whilst the information is required for our work.",
            "While we need it.",
            "Gone on the day we no longer need it.",
            "It is deleted on the date that it is no longer required.",
        ],
    );
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Present,
        &[
            "While the tenancy lasts.",
            "While you need the plot.",
            "We shred it on the day that you hand back the key.",
            "It goes the moment the waiting list closes.",
            "In the week you leave.",
        ],
    );
}

#[test]
fn regulations_of_2018_are_one_regulation_of_another_name() {
    all(
        "LAW-01",
        PROSE,
        "{}",
        Wrong,
        &[
            "The Data Protection Regulations 2018 apply.",
            "We follow the Data Protection Regulations of 2018.",
            "Under the General Data Protection Regulations 2018 you have rights.",
        ],
    );
    all(
        "LAW-01",
        PROSE,
        "{}",
        Present,
        &[
            "We pay under the Data Protection (Charges and Information) Regulations 2018.",
            "We follow the regulations on data, and have done so since 2018.",
            "The Data Protection Act 2018 and its regulations apply.",
        ],
    );
}

#[test]
fn the_day_of_an_import_is_no_date_of_a_source() {
    all(
        "VER-01",
        SOURCE,
        RESTATES,
        Missing,
        &[
            "Allotments, downloaded on 3 March 2026",
            "Allotments, the date is not stated, imported 2026-03-03",
            "Undated leaflet on allotments, scanned in March 2026",
        ],
    );
    all(
        "VER-01",
        SOURCE,
        RESTATES,
        Present,
        &[
            "Undated tickets and allotments, 3 March 2026",
            "Allotments: keeping your plot up to date, 3 March 2026",
            "Allotments, dated 3 March 2026, imported 28 November 2026",
        ],
    );
}

#[test]
fn no_benefits_name_runs_over_a_comma() {
    all(
        "TIM-01",
        DATA,
        NAME,
        NotApplicable,
        &[
            "Council Tax, benefits and rent",
            "Rent, council tax; benefit letters",
            "Working tax, credit history",
        ],
    );
    all(
        "TIM-01",
        DATA,
        NAME,
        Outdated,
        &[
            "Rent, Council Tax Benefit and pension",
            "Benefits (council tax benefit)",
            "Working Tax Credit, and rent",
        ],
    );
}
