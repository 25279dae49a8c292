//! Facts that are found by their looks.

use crate::{
    cases::{LAWS, PERIODS, PHONES},
    reader::{bring, found, line},
};

#[test]
fn laws_stand_by_their_titles() {
    let (imported, notice) = bring(LAWS);
    let laws = [
        "UK GDPR",
        "Data Protection Act 2018",
        "Care Act 2014",
        "Health and Safety at Work etc. Act 1974",
        "Town and Country Planning (Development Management Procedure) (England) Order 2015",
        "Localism Act 2011",
        "Children Act 1989",
        "Children Act 2004",
        "Human Rights Act 1998",
        "Equality Act 2010",
        "Freedom of Information (Scotland) Act 2002",
        "Data Protection Act 1998",
        "Freedom of Information Act 2005",
        "Privacy and Electronic Communications (EC Directive) Regulations 2003",
        "Town & Country Planning Act 1990",
        "Education Act 1996",
        "General Data Protection Regulation (EU) 2016/679",
        "Children and Families Act 2014",
        "Police and Criminal Evidence Act 1984",
        "Local Government Finance Act 1992",
        "Housing Act 1996",
    ];
    assert_eq!(notice.laws, laws);
    assert_eq!(line(&imported, "law", "Localism Act 2011"), (13, true));
}

#[test]
fn telephone_numbers_are_found_and_others_are_not() {
    let (imported, _) = bring(PHONES);
    let numbers = [
        "+44 (0)20 7974 4444",
        "(01332) 640763",
        "020.7974.4444",
        "0800 1111",
        "0117 922 2000",
        "01332 640763",
        "01332-640763",
        "01332/640764",
        "01872 322211",
        "01872 322212",
        "0300 123 4510",
        "0300 123 4511",
    ];
    assert_eq!(found(&imported, "phone"), numbers);
}

#[test]
fn periods_are_how_long_data_is_kept() {
    let (imported, _) = bring(PERIODS);
    let periods = [
        "2yrs",
        "5 yrs",
        "25th birthday",
        "indefinitely",
        "permanently",
        "eighteen months",
        "fifteen years",
        "a year",
        "half a year",
        "24-month",
        "six-year",
        "31 days",
        "48 hours",
        "six (6) years",
        "current year + 6 years",
        "6-7 years",
        "3 to 5 years",
        "75 years",
        "100 years",
    ];
    assert_eq!(found(&imported, "period"), periods);
    assert_eq!(
        found(&imported, "answer time"),
        ["one calendar month", "30 working days"]
    );
    // Two things that are kept as long as each other are two facts.
    let (imported, _) =
        bring("Toys\n\nHow long we keep it\n\n- Loans: 6 years\n- Fines: 6 years\n");
    assert_eq!(found(&imported, "period"), ["6 years", "6 years"]);
    let (imported, _) = bring("Toys\n\nWho we are\n\nWe have lent toys for 40 years.\n");
    assert_eq!(line(&imported, "period", "40 years"), (5, false));
}

#[test]
fn what_stands_in_a_column_or_a_sentence_is_proposed_as_what_it_is() {
    let text = "Permits: privacy notice\n\nWhat we collect\n\nWhen you apply we take your name, your address and notes of each visit.\n\n\
                Where it comes from\n\nMost comes from you. The rest comes from your GP practice, from the DVLA and from other councils.\n\n\
                Who we share it with\n\nOrganisation\tReason\nCivica UK Ltd\tTo keep the register\nHexley Police\tTo prevent fraud\n\n\
                Inkwell Mail Ltd prints our letters.\n\n\
                How long we keep it\n\nRecord\tHow long\tWhy\nPermit file\t6 years\tBusiness need\n\n\
                Your rights\n\nYou can ask for a copy, or ask us to freeze it. The right to have it erased does not apply.\n";
    let (imported, _) = bring(text);
    for (what, wanted) in [
        (
            "data",
            &["your name", "your address", "notes of each visit"][..],
        ),
        (
            "source",
            &["your GP practice", "the DVLA", "other councils"],
        ),
        (
            "recipient",
            &["Civica UK Ltd", "Hexley Police", "Inkwell Mail Ltd"],
        ),
        ("purpose", &[]),
        ("right", &["Limiting use", "Access"]),
    ] {
        assert_eq!(
            found(&imported, what),
            wanted,
            "{what}: {}",
            imported.source
        );
    }
    assert!(
        !line(&imported, "data", "your name").1,
        "it stands in a sentence"
    );
}
