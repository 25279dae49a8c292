use super::receivers;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn a_company_that_has_the_data_is_one() {
    for (text, name) in [
        (
            "Swale Imaging Partners LLP read scans at night.",
            "Swale Imaging Partners LLP",
        ),
        (
            "It is safe. Clearwell Systems plc keeps the computers.",
            "Clearwell Systems plc",
        ),
        (
            "The tablets and the database are run for us by Cinder Software Ltd.",
            "Cinder Software Ltd",
        ),
        (
            "Expense claims go to Swale Payroll LLP, who pay them.",
            "Swale Payroll LLP",
        ),
        (
            "Your letters are printed by Inkwell Mail Ltd.",
            "Inkwell Mail Ltd",
        ),
        (
            "Your record may be read by Overton NHS Trust when you are ill.",
            "Overton NHS Trust",
        ),
    ] {
        assert_eq!(receivers(text), [name], "{text}");
    }
    for (text, names) in [
        (
            "The form is held for us by Emberlight Systems.",
            &["Emberlight Systems"][..],
        ),
        (
            "If you agree, we send your name to the Overton Stop Smoking Service or to Fallsafe Overton.",
            &["Overton Stop Smoking Service", "Fallsafe Overton"],
        ),
        (
            "Two firms work for us. Lumen Software Limited supplies our list and Tidewell Archive Services stores our forms.",
            &["Lumen Software Limited", "Tidewell Archive Services"],
        ),
        (
            "Lumen Software Limited runs our list and Overton Fair was a success.",
            &["Lumen Software Limited"],
        ),
        (
            "Our rounds are planned on software from Fen Routes Ltd, and the letter is posted by Inkwell Sisters Co-operative.",
            &["Fen Routes Ltd", "Inkwell Sisters Co-operative"],
        ),
        (
            "Where there is a risk of harm we inform Overton County Council.",
            &["Overton County Council"],
        ),
        (
            "We may be asked for it by Overton Constabulary or by His Majesty’s Coroner.",
            &["Overton Constabulary", "His Majesty’s Coroner"],
        ),
        (
            "We tell the Department for Education and Overton City Council.",
            &["Department for Education", "Overton City Council"],
        ),
        (
            "Reports may be asked for by His Majesty's Inspectorate of Constabulary and Fire and Rescue Services.",
            &["His Majesty's Inspectorate of Constabulary and Fire and Rescue Services"],
        ),
        (
            "We pass the list to Citizens Advice Overton each month.",
            &["Citizens Advice Overton"],
        ),
    ] {
        assert_eq!(receivers(text), names, "{text}");
    }
    for text in [
        "Overton Homes Ltd is the controller.",
        "The Overton Trust uses your data to help you.",
        "Clearwell Systems plc does not keep the records.",
        "We wrote this with Inkwell Mail Ltd.",
        "Do your letters go to Inkwell Mail Ltd?",
        "Nothing is ever sent to Advert Brokers Ltd.",
        "Complaints about Swale Payroll LLP are rare.",
        "Overton Homes Ltd owns the flats.",
        "We tell Parliament each year how many visits we made.",
        "We inform you when the alarm is due.",
        "The form was asked for by your landlord.",
        "We send a card to everybody in Overton Road.",
        "We do not tell Overton County Council.",
        "We came here from Fen Routes Ltd.",
        "The hall was once a shop of Inkwell Sisters Co-operative.",
        "We give leave to Ms Akintola.",
        "We send our buses to Overton Moor.",
    ] {
        assert_eq!(receivers(text), [""; 0], "{text}");
    }
}
