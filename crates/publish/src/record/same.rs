//! Whether an entry of a record and one of a notice say the same, for each kind of fact.

use notice::Basis;
use source::draft::bases;

use super::{
    RecordColumn,
    alike::{alike, topic},
};

/// Returns how entries of a column are held against each other.
pub(super) fn same(column: RecordColumn) -> fn(&str, &str) -> bool {
    match column {
        RecordColumn::Basis => same_basis,
        RecordColumn::Data => same_data,
        _ => alike,
    }
}

/// Names a basis as a record puts it.
pub(super) fn basis(basis: Basis) -> Option<&'static str> {
    Some(match basis {
        Basis::Consent => "consent, Article 6(1)(a)",
        Basis::Contract => "contract, Article 6(1)(b)",
        Basis::LegalObligation => "legal obligation, Article 6(1)(c)",
        Basis::VitalInterests => "vital interests, Article 6(1)(d)",
        Basis::PublicTask => "public task, Article 6(1)(e)",
        Basis::RecognisedLegitimateInterest => "recognised legitimate interest, Article 6(1)(ea)",
        Basis::LegitimateInterests => "legitimate interests, Article 6(1)(f)",
        Basis::NotStated => return None,
    })
}

/// Says whether two names of a basis are the same: records name it by a word, or by its letter.
pub(super) fn same_basis(one: &str, other: &str) -> bool {
    let named = |text: &str| -> Vec<&'static str> {
        let mut all: Vec<&str> = bases(text).into_iter().map(|(name, _)| name).collect();
        let text = text.to_lowercase();
        for (word, name) in [
            ("consent", "consent, Article 6(1)(a)"),
            ("contract", "contract, Article 6(1)(b)"),
        ] {
            if text.starts_with(word) && !all.contains(&name) {
                all.push(name);
            }
        }
        all
    };
    let (one, other) = (named(one), named(other));
    one.iter().any(|name| other.contains(name))
}

/// Says whether two kinds of data are the same, or one is a way to reach people and the other all of those.
fn same_data(one: &str, other: &str) -> bool {
    let (one, other) = (whole(one), whole(other));
    alike(&one, &other)
        || (is_way(&one) && has_contact(&other))
        || (is_way(&other) && has_contact(&one))
}

/// Writes out what records shorten, in small letters.
fn whole(text: &str) -> String {
    let words = text.to_lowercase().replace("e-mail", "email");
    let words = words.split_whitespace().map(|word| {
        let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        match bare {
            "dob" => "date of birth",
            "nino" => "national insurance number",
            "vrm" | "vrn" => "vehicle registration number",
            _ => word,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Says whether a text is of nothing but ways to reach somebody.
fn is_way(text: &str) -> bool {
    const WAYS: [&str; 9] = [
        "email", "telephon", "phon", "mobil", "landlin", "address", "addres", "postcod", "postal",
    ];
    const BESIDE: [&str; 4] = ["number", "hom", "no", "contact"];
    let topic = topic(text);
    topic.iter().any(|word| WAYS.contains(&word.as_str()))
        && topic
            .iter()
            .all(|word| WAYS.contains(&word.as_str()) || BESIDE.contains(&word.as_str()))
}

fn has_contact(text: &str) -> bool {
    ["contact detail", "contact information", "contact data"]
        .iter()
        .any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_known_by_word_and_by_letter() {
        let public = basis(Basis::PublicTask).expect("stated");
        assert!(same_basis("Public task", public));
        assert!(same_basis("Art 6 (1) (e)", public));
        assert!(!same_basis("Legal obligation", public));
        assert!(same_basis(
            "Consent",
            basis(Basis::Consent).expect("stated")
        ));
    }

    #[test]
    fn a_way_to_reach_people_is_among_their_contact_details() {
        for (one, other) in [
            ("email", "Name, address and contact details"),
            ("Phone", "Contact details"),
            ("e-mail address", "your contact information"),
            ("Mobile number", "Contact details of your carer"),
            ("Contact details", "Telephone number"),
            ("DOB", "Date of birth"),
            ("address", "Names, addresses and dates of birth"),
        ] {
            assert!(same_data(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("email", "Vehicle registration mark"),
            ("Council Tax number", "Contact details"),
            ("Bank details", "Contact details"),
            ("NHS number", "Name and contact details"),
            ("Photographs", "Contact details"),
        ] {
            assert!(!same_data(one, other), "{one} | {other}");
        }
    }
}
