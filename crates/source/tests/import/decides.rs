//! Whom an import proposes as the controllers: by their names, in a list, in a table, or as those who were named before.

use super::reader::{bring, found};

fn named(text: &str) -> Vec<String> {
    let (imported, _) = bring(text);
    let all = found(&imported, "controller").into_iter();
    all.map(str::to_owned).collect()
}

#[test]
fn several_who_decide_are_each_proposed() {
    for text in [
        "# Who is who\n\nCare is planned by two bodies: Overton Council (“the Council”) and Tarn NHS Trust (“the Trust”). \
         They are joint controllers.",
        "# Who is who\n\n“The Council” means Overton Council, High Street.\n\n“Tarn” means Tarn NHS Trust, which runs the wards.\n\nThe \
         Council and Tarn are joint controllers of the record.",
        "# About this notice\n\nThe joint controllers are:\n\n- Overton Council\n- Tarn NHS Trust, for the wards\n\nWe look after the list.",
        "# About this notice\n\n| Organisation | Role |\n|---|---|\n| Overton Council | Joint controller |\n| Tarn NHS Trust | Joint controller |\n",
        "# About this notice\n\n| Controller | Telephone |\n|---|---|\n| Overton Council | 01632 960123 |\n| Tarn NHS Trust | 01632 960456 |\n",
    ] {
        assert_eq!(named(text), ["Overton Council", "Tarn NHS Trust"], "{text}");
    }
}

#[test]
fn who_is_told_of_is_no_controller_of_this_notice() {
    let ours = "# Who we are\n\nOverton Council is the controller.\n\n# Who we share it with\n\n";
    for more in [
        "- the Fraud Initiative, run by the Tarn Fraud Authority\n- our bank",
        "We share it with Tarn Council and Marsh NHS Trust. Each is a separate controller.",
        "These are separate controllers:\n\n- Tarn Council\n- Marsh NHS Trust",
    ] {
        assert_eq!(
            named(&format!("{ours}{more}")),
            ["Overton Council"],
            "{more}"
        );
    }
}
