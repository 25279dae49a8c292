//! Other spellings, other bodies and other years than those that a rule was first tried on.

use law::Mark::{Missing, NotApplicable, Outdated, Present, Weak, Wrong};

use super::{DATA, KEPT, NAME, NAMES, PROSE, RECIPIENT, RETENTION, RIGHTS, SENT, TRANSFERS, all};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_period_is_told_from_words_that_say_nothing() {
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Weak,
        &[
            "For as long as is required by law.",
            "No longer than we have to.",
            "We keep your personal data only for as long as it is needed for the purpose.",
            "As long as is reasonably necessary.",
            "Only as long as we legally have to.",
            "For as long as we have a business need.",
            "As long as there is a need.",
            "In line with our records retention schedule.",
            "For a reasonable time.",
            "For the minimum period necessary.",
            "We will not keep your information longer than it is needed.",
        ],
    );
    all(
        "RET-01",
        RETENTION,
        KEPT,
        Present,
        &[
            "Indefinitely, as the law on burials asks.",
            "As long as you need our help.",
            "As long as the licence runs.",
            "For the lifetime of the building.",
            "Three school terms.",
            "One hundred years from the date of birth.",
            "Until the next election.",
            "Six (6) years",
            "90-day period",
            "Seven financial years.",
            "Until you ask us to delete it.",
            "For the life of your membership.",
        ],
    );
}

#[test]
fn transfers_are_told_by_the_law_of_today() {
    all(
        "TRF-01",
        TRANSFERS,
        SENT,
        Outdated,
        &[
            "We do not transfer data out of the EEA.",
            "Not transferred outside of the European Economic Area (EEA).",
            "Transfers rest on Art. 45.",
            "Only to countries with an adequacy decision.",
            "We rely on Article 44.",
        ],
    );
    all(
        "TRF-01",
        TRANSFERS,
        SENT,
        Weak,
        &[
            "Some data is stored in the USA under the UK-US data bridge, and some in India.",
            "A firm in Canada works for us under an Addendum. Its helpers are in the Philippines.",
        ],
    );
    all(
        "TRF-01",
        TRANSFERS,
        SENT,
        Present,
        &[
            "No data leaves the UK.",
            "Some data is stored in the USA under the UK-US data bridge.",
            "Held in the UK and EEA only.",
        ],
    );
}

#[test]
fn sensitive_data_goes_by_many_names() {
    all(
        "BAS-04",
        DATA,
        NAME,
        Weak,
        &[
            "Sexual orientation",
            "Racial or ethnic origin",
            "GP and hospital letters",
            "Allergies",
            "Gender reassignment",
            "Medication",
            "Immunisation records",
            "Special educational needs",
            "DBS check",
            "Care needs and diagnoses",
            "Philosophical beliefs",
        ],
    );
    all(
        "BAS-04",
        DATA,
        NAME,
        Weak,
        &[
            "Whether you use home oxygen or emollient creams",
            "Sight, hearing or mobility difficulties",
            "Deafness",
            "Hoarding",
            "Hoarding and self-neglect",
            "Absence records and the reasons for absence",
            "Why you were away, and other sick leave",
            "Difficulties with walking or breathing",
            "Loss of hearing",
            "Communication needs",
            "Hearing aids and a guide dog",
            "Whether anybody is deaf or partially sighted",
            "Arthrosis, bronchitis or anaemia",
            "Use of an inhaler or insulin",
            "Causes of absence from work",
        ],
    );
    all(
        "BAS-04",
        DATA,
        NAME,
        NotApplicable,
        &[
            "Date of your hearing and your support needs",
            "Sight of your passport",
            "Need for sight of the deeds",
            "Problems with sight lines at the junction",
            "Scaffolding and hoarding licence",
            "Advertisements on hoardings",
            "Blinds and curtains",
            "Walking group and its problems",
            "Absent vote and the reason for it",
            "Reasons for leave of absence in term time",
            "Absence records",
            "Oxygen levels of the pond",
            "Vision and values",
            "Memory book order",
            "Kiosk and mitigation",
        ],
    );
    all(
        "BAS-04",
        DATA,
        NAME,
        NotApplicable,
        &[
            "Race night tickets",
            "Nationality",
            "National Insurance number",
            "Photographs",
            "Healthy start vouchers",
            "Racecourse passes",
        ],
    );
    all(
        "BAS-04",
        PROSE,
        "{}",
        Missing,
        &[
            "This includes sensitive personal data.",
            "We may collect special categories of information.",
            "We collect sensitive information, such as letters from a doctor.",
        ],
    );
    all(
        "BAS-04",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "This service is price-sensitive.",
            "The site is environmentally sensitive.",
            "Be sensitive to your neighbours.",
            "No sensitive personal data is collected.",
        ],
    );
}

#[test]
fn laws_are_known_however_they_are_cited() {
    all(
        "LAW-01",
        PROSE,
        "{}",
        Outdated,
        &[
            "under the Data Protection Act (1998)",
            "as defined in the DPA1998.",
            "the 1998 Data Protection Act applies",
            "The Data Protection Act of 1998 applies.",
            "We are covered by the Data Protection Acts 1984 and 1998.",
            "The Race Relations Act 1976 applies.",
        ],
    );
    all(
        "LAW-01",
        PROSE,
        "{}",
        Wrong,
        &[
            "The Data Protection Act 2017 applies.",
            "The Data Protection Regulation 2018 applies.",
            "The Freedom of Information Act 2005 applies.",
            "The Human Rights Act 1988 protects you.",
            "We act under the Care Act 2015.",
            "The Children’s Act 1989 applies.",
            "General Data Protection Regulation (GDPR) 2018 applies.",
        ],
    );
    all(
        "LAW-01",
        PROSE,
        "{}",
        Present,
        &[
            "The Equality Act 2006 and the Equality Act 2010 apply.",
            "We act under the Care Act 2014.",
            "The Health and Social Care Act 2012 lets us.",
            "The Freedom of Information (Scotland) Act 2002 is another.",
            "The Adoption and Children Act 2002 applies.",
            "Until 2018 the Data Protection Act 1998 applied.",
            "The 1998 Data Protection Act was repealed.",
            "In 2018 the Data Protection Act 2018 came.",
        ],
    );
}

#[test]
fn old_terms_of_a_request_are_known_wherever_rights_are_told() {
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        Outdated,
        &[
            "There is a £10 charge for this.",
            "You may be charged £10.",
            "It costs up to £10.",
            "We must respond within 40 calendar days.",
            "You will get an answer in 40 days.",
            "We have forty days to comply.",
            "We will supply it within forty (40) days.",
        ],
    );
    all(
        "LAW-02",
        RIGHTS,
        "{}",
        NotApplicable,
        &[
            "There is no £10 fee any more.",
            "You no longer have to pay £10.",
            "We respond within 30 days.",
        ],
    );
    all(
        "LAW-02",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "Replacing a lost card costs £10.",
            "Appeal within 40 days of the decision.",
            "CCTV is overwritten after 40 days.",
            "A copy of the certificate costs £10.",
        ],
    );
}

#[test]
fn a_hurdle_is_one_in_any_words() {
    all(
        "RGT-04",
        RIGHTS,
        "{}",
        Wrong,
        &[
            "All requests must be submitted in writing.",
            "Please put your request in writing.",
            "To access your information, complete our form and send two forms of identification.",
            "You will need to provide two proofs of identity.",
            "You will be asked to provide identification.",
            "Verbal requests cannot be accepted.",
            "We cannot accept requests by phone.",
            "We can only deal with written requests.",
            "Requests are only valid in writing.",
            "We will not process your request until we have received proof of your identity.",
            "You will be required to pay an administration fee.",
            "Requests must be signed and dated.",
        ],
    );
    all(
        "RGT-04",
        RIGHTS,
        "{}",
        NotApplicable,
        &[
            "You can ask us in writing or verbally.",
            "You can use our form, but you do not have to.",
            "We might need proof of identity if we cannot be sure who you are.",
            "If you write to us, we reply.",
            "We will reply in writing.",
            "Tell us your name and address so that we can find your records.",
            "You can write to the Information Commission, which has a form for complaints.",
            "We do not charge a fee unless your request is excessive.",
        ],
    );
}

#[test]
fn departments_and_agencies_that_are_gone_are_known() {
    all(
        "REC-03",
        RECIPIENT,
        NAMES,
        Outdated,
        &[
            "Department for Business, Energy & Industrial Strategy",
            "BEIS",
            "Department for Digital, Culture, Media and Sport",
            "Department for Levelling Up",
            "Department for Communities & Local Government",
            "Learning and Skills Council",
            "the Skills Funding Agency",
            "Education & Skills Funding Agency",
            "Department for Children, Schools and Families",
            "HEE",
            "Highways England",
        ],
    );
    all(
        "REC-03",
        RECIPIENT,
        NAMES,
        NotApplicable,
        &[
            "Department for Culture, Media and Sport",
            "Department for Business and Trade",
            "Department of Health and Social Care",
            "Ministry of Housing, Communities and Local Government",
            "National Highways",
            "Homes England",
            "Department for Education",
        ],
    );
    all(
        "TIM-01",
        PROSE,
        "{}",
        Outdated,
        &[
            "If you get Tax Credits tell us.",
            "The pilot project will end in December 2024.",
            "The scheme is funded until 31 March 2023.",
        ],
    );
    all(
        "TIM-01",
        PROSE,
        "{}",
        NotApplicable,
        &[
            "We keep records of the scheme until 2022 plus six years.",
            "Council Tax Support counts.",
            "The programme runs until 2030.",
        ],
    );
    all(
        "CMP-03",
        PROSE,
        "{}",
        Present,
        &[
            "The Scottish Information Commissioner answers for Scotland’s bodies.",
            "The Biometrics Commissioner helps.",
        ],
    );
}
