//! A group of data by its name, and what is in it: “Money: bank details, fee status”.

use notice::SectionId;

use super::{
    entry::{entry, is_entry},
    enumerated::names_only,
    names::{listed_names, name_alone, without_brackets},
    sort::section,
    unnamed::is_sentence,
};

/// Reads `Who you are: name, photograph, next of kin.` among the data: a group by its name, and what is in it.
pub(super) fn grouped(here: SectionId, text: &str) -> Option<Vec<(SectionId, String)>> {
    let (group, list) = text.split_once(": ")?;
    let named = here == SectionId::Data
        && group.split_whitespace().count() <= 6
        && group.starts_with(char::is_uppercase)
        && !group.contains(['.', ';', '?', '@', ':'])
        && super::sentence(list).len() == list.trim().len();
    let about = section(group).unwrap_or(SectionId::Data);
    // "To make you a member: name, address" says what for.
    let aim = group.starts_with("To ");
    let own = !aim
        && matches!(
            about,
            SectionId::Data | SectionId::Who | SectionId::Collection | SectionId::Children
        );
    let lower = group.to_lowercase();
    let other = [
        "note",
        "opening",
        "contact us",
        "hours",
        "version",
        "date",
        "law",
        "basis",
        "kept",
        "how long",
        "share",
        "from",
        "not ",
        "never",
        "updated",
        "reference",
        "see ",
        "by ",
    ];
    if !named || !own || other.iter().any(|it| lower.contains(it)) {
        return None;
    }
    let list = without_brackets(list.trim_end_matches('.'))?;
    // What semicolons part may have commas of its own, and says so much more.
    let parted = list.contains(';');
    if !parted && !names_only(&list) {
        return None;
    }
    let (items, most): (Vec<&str>, usize) = match parted {
        true => (list.split(';').map(entry).collect(), 14),
        false => (listed_names(&list).into_iter().map(name_alone).collect(), 8),
    };
    let says = ["it ", "they ", "this ", "these ", "see ", "ask ", "please "];
    let fit = items.len() > 1
        && !items
            .iter()
            .any(|it| says.iter().any(|says| it.starts_with(says)))
        && items
            .iter()
            .all(|it| is_entry(it) && it.split(' ').count() <= most && !is_sentence(it));
    fit.then(|| {
        items
            .into_iter()
            .map(|it| (SectionId::Data, it.to_owned()))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use notice::SectionId::{self, *};

    use super::grouped;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_group_among_the_data_is_taken_apart() {
        let items = |here: SectionId, text: &str| grouped(here, text).unwrap_or_default();
        for (text, many) in [
            (
                "Who you are: name, photograph, nationality and visa details, next of kin.",
                4,
            ),
            ("Money: bank details, fee status, bursary applications.", 3),
            (
                "Things that need care: disability, religious belief (if you say), findings.",
                3,
            ),
            ("About your home: tenure, rent, and repairs", 3),
            (
                "About your guns: make, calibre and serial number of each; where and how they are locked away",
                2,
            ),
            (
                "About others: names of your referees; who else lives there; and their ages",
                3,
            ),
            (
                "Health information: allergies, medication, and immunisations.",
                3,
            ),
        ] {
            assert_eq!(items(Data, text).len(), many, "{text}");
            assert_eq!(items(Purposes, text), [], "{text}");
        }
        for text in [
            "Please note: forms, letters and calls are recorded.",
            "Opening hours: Monday, Tuesday and Friday.",
            "Shared with: police, courts, insurers.",
            "Kept for: forms, letters and calls.",
            "To make you a member: name, address, and age.",
            "Lawful basis: contract, consent and public task.",
            "Photographs: we ask you first, in writing.",
            "Photographs: we ask you first; you may refuse.",
            "About your form: it is kept in a drawer; see below.",
        ] {
            assert_eq!(items(Data, text), [], "{text}");
        }
    }
}
