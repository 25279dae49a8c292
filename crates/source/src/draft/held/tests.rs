use notice::SectionId::*;

use super::data_told;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn what_we_hold_is_told_in_any_sentence() {
    for (here, text, items) in [
        (
            Data,
            "We keep your name and address, your date of birth and notes of each visit.",
            &[
                "your name and address",
                "your date of birth",
                "notes of each visit",
            ][..],
        ),
        (
            Data,
            "It is a form. When you apply we take your name and any former names, five years of addresses and your occupation.",
            &[
                "your name and any former names",
                "five years of addresses",
                "your occupation",
            ],
        ),
        (
            Who,
            "We collect personal information such as your name, address and date of birth so that we can help you.",
            &["your name", "address", "date of birth"],
        ),
        (
            Data,
            "In class we go on to write down reading levels, behaviour points and days away.",
            &["reading levels", "behaviour points", "days away"],
        ),
        (
            Collection,
            "We may also hold details about your home, including the rent account, repair history and photographs.",
            &["the rent account", "repair history", "photographs"],
        ),
        (
            Data,
            "We also process special category data: ethnic group, trade union membership, and health reports.",
            &["ethnic group", "trade union membership", "health reports"],
        ),
        (
            Data,
            "Once you are put through we have a recording of your voice, your telephone number and the place you call from.",
            &[
                "a recording of your voice",
                "your telephone number",
                "the place you call from",
            ],
        ),
        (
            Data,
            "We ask for your bank details and your National Insurance number.",
            &["your bank details", "your National Insurance number"],
        ),
    ] {
        assert_eq!(data_told(here, text), items, "{text}");
    }
    for text in [
        "We do not hold your bank details, your photograph or your health records.",
        "The information we hold is your name, your address and your age.",
        "We keep your form, your letters and your records for six years.",
        "We keep paper records in locked cabinets, notes in a secure room and data on servers.",
        "We collect information from bodies such as schools, surgeries and record offices.",
        "We hold meetings, fairs and parties in the hall.",
        "We have to keep your name, your address and your age.",
        "We have not kept your name, your address and your age.",
        "We take steps to keep your records safe, private and up to date.",
        "Do we keep your name, address and age?",
        "We hold records about voters, candidates and their details.",
        "We process your application and tell you the result.",
        "We keep details of what we share with the police, courts and records offices.",
    ] {
        assert_eq!(data_told(Who, text), [""; 0], "{text}");
        assert_eq!(data_told(Data, text), [""; 0], "{text}");
    }
}
