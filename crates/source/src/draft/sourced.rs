//! Whom a sentence says that data comes from, wherever it stands: “We obtain the keeper's name from the DVLA”.

use notice::SectionId;

use super::{
    asked::asked,
    find::clauses,
    giver::{either, from_whom, is_giver},
    leads::denies,
    names::{listed_names, without_brackets},
    predicated::predicated,
    referred::referred,
    sender::senders,
    sentences,
    whence::{each_from, givers, whence},
};

/// Lists whom the sentences of a text say that data comes from, or that it is checked against.
pub(super) fn sources_told(here: SectionId, text: &str) -> Vec<String> {
    let asks = here == SectionId::Sources;
    if !asks
        && ![" from ", " against ", " us", " me ", " writes", " write "]
            .iter()
            .any(|it| text.contains(it))
    {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        // Semicolons may part the names themselves.
        let said = || predicated(sentence).filter(|_| asks);
        match exemplified(sentence)
            .or_else(|| each_from(sentence))
            .or_else(said)
        {
            Some(names) => found.extend(names),
            None => found.extend(clauses(sentence).flat_map(|it| told_by(here, it))),
        }
    }
    found
}

/// Lists whom a clause says that data comes from.
fn told_by(here: SectionId, sentence: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !sentence.ends_with(['?', ':']) {
        let sentence = sentence.trim_end_matches(['.', ';']);
        found.extend(obtained(sentence).unwrap_or_default());
        found.extend(referred(sentence).unwrap_or_default());
        found.extend(senders(here, sentence));
        if here == SectionId::Sources {
            found.extend(asked(sentence).unwrap_or_default());
        }
        found.extend(checked(sentence));
    }
    found
}

/// What parts a kind of bodies from those of it that a sentence names.
const SUCH: [&str; 3] = [" such as ", " including ", " for example "];

/// Parts a text at the last place where it goes on with examples.
fn last_example(text: &str) -> Option<(&str, &str)> {
    let places = SUCH
        .iter()
        .filter_map(|such| Some((text.rfind(such)?, such)));
    let (at, such) = places.max()?;
    let kind = text[..at].trim_end_matches(',');
    Some((kind, &text[at + such.len()..]))
}

/// Reads “We receive information from bodies such as schools; surgeries; the police and the Probation Service”: those named, and none
/// of what they are called together.
fn exemplified(sentence: &str) -> Option<Vec<String>> {
    const KINDS: [&str; 18] = [
        "agencies",
        "authorities",
        "bodies",
        "charities",
        "companies",
        "departments",
        "firms",
        "groups",
        "institutions",
        "organisations",
        "others",
        "parties",
        "partners",
        "people",
        "professionals",
        "providers",
        "services",
        "sources",
    ];
    let sentence = sentence.trim_end_matches(['.', ';', ' ']);
    if sentence.ends_with(['?', ':']) {
        return None;
    }
    let (kind, list) = last_example(whence(sentence)?)?;
    let head = kind.rsplit(' ').next().unwrap_or_default();
    // "From your school, including your marks" names data.
    if !KINDS.contains(&head) {
        return None;
    }
    let list = without_brackets(list)?;
    let names = list.split("; ").flat_map(listed_names).flat_map(either);
    let names: Vec<&str> = names
        .map(from_whom)
        .filter(|name| !matches!(*name, "" | "so on" | "and so on" | "etc" | "others"))
        .collect();
    let fit = names.iter().all(|name| is_giver(name));
    (fit && !names.is_empty()).then(|| names.into_iter().map(str::to_owned).collect())
}

/// Reads “We receive reports from the Police, your GP and Citizens Advice”.
fn obtained(sentence: &str) -> Option<Vec<String>> {
    let names = whence(sentence)?;
    // Whatever these are examples of, what stands before them is who gives it.
    givers(last_example(names).map_or(names, |(kind, _)| kind))
}

/// Reads “checking your address against Council Tax records”.
fn checked(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    let act = ["check", "compar", "match", "verif"]
        .iter()
        .filter_map(|it| lower.find(it))
        .min()?;
    let at = lower[act..].find(" against ")? + act + " against ".len();
    let rest = sentence.get(at..)?;
    let kinds = [
        "records",
        "record",
        "register",
        "registers",
        "database",
        "list",
        "roll",
    ];
    let words: Vec<&str> = rest.split_whitespace().take(8).collect();
    let end = words.iter().position(|word| {
        let word = word
            .trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_lowercase();
        kinds.contains(&word.as_str())
    })?;
    let name = words[..=end].join(" ");
    let name = name
        .trim_end_matches([',', ')', ':'])
        .trim_start_matches("our ")
        .trim_start_matches("the ");
    let own = name.contains(' ') && !name.contains(',') && !denies(&sentence[..act]);
    own.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use notice::SectionId::Who;

    use super::sources_told;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whom_data_comes_from_is_told_in_any_sentence() {
        for (text, names) in [
            (
                "We obtain the name and address of the keeper from the DVLA where a charge remains unpaid for 28 days.",
                &["the DVLA"][..],
            ),
            (
                "We also receive information from your GP, the Police and Citizens Advice.",
                &["your GP", "the Police", "Citizens Advice"],
            ),
            (
                "We check it by checking your address against Council Tax records.",
                &["Council Tax records"],
            ),
            (
                "Applications are checked by computer against the Electoral Register and refused.",
                &["Electoral Register"],
            ),
            (
                "Some details are collected from your landlord to help your claim.",
                &["your landlord"],
            ),
            ("We may get reports from schools.", &["schools"]),
            (
                "We take up references on volunteers from their parish council, and vetting information from the Police National \
                 Computer.",
                &["their parish council", "the Police National Computer"],
            ),
            (
                "Most comes from you. The rest comes from your GP practice, from the ambulance service and from other hospitals.",
                &[
                    "your GP practice",
                    "the ambulance service",
                    "other hospitals",
                ],
            ),
            (
                "Further data are received from the previous school by Common Transfer File, from the local authority, and from the nursing service.",
                &[
                    "the previous school",
                    "the local authority",
                    "the nursing service",
                ],
            ),
            (
                "Your child’s nursery sends us a summary.",
                &["Your child’s nursery"],
            ),
            ("Your referees write to us.", &["Your referees"]),
            (
                "Overton Police Vetting Unit tells us whether you have passed.",
                &["Overton Police Vetting Unit"],
            ),
            (
                "People are referred to us by the police, by a midwife or health visitor, or by another refuge.",
                &[
                    "the police",
                    "a midwife or health visitor",
                    "another refuge",
                ],
            ),
            (
                "Most families are referred to us by the council or your health visitor.",
                &["the council", "your health visitor"],
            ),
            (
                "Your name was passed to us by Overton Homes.",
                &["Overton Homes"],
            ),
            (
                "Sometimes we hear from the health visitor.",
                &["the health visitor"],
            ),
            (
                "We receive information from a wide range of partners including public bodies such as clinics; vets; schools, colleges and \
                 nurseries; the Coastguard and the Harbour Office.",
                &[
                    "clinics",
                    "vets",
                    "schools",
                    "colleges",
                    "nurseries",
                    "the Coastguard",
                    "the Harbour Office",
                ],
            ),
            (
                "We also get details from other organisations, for example your landlord and the Land Registry.",
                &["your landlord", "the Land Registry"],
            ),
            (
                "We may receive reports from local charities such as Shelter. Your referees write to us.",
                &["Shelter", "Your referees"],
            ),
            (
                "We collect data from professionals including your GP (with your consent), midwives and so on.",
                &["your GP", "midwives"],
            ),
            (
                "We receive information from your school, including your marks and your attendance.",
                &["your school"],
            ),
            (
                "We get records from your employer such as your hours.",
                &["your employer"],
            ),
        ] {
            assert_eq!(sources_told(Who, text), names, "{text}");
        }
        for text in [
            "We collect information from you.",
            "We collect data from your application form.",
            "We receive information from time to time.",
            "We do not obtain details from credit agencies.",
            "You can get information from Citizens Advice.",
            "We take steps to protect data from loss.",
            "We take up carpets from old halls.",
            "We compare the quotes against our budget.",
            "Do we get information from others?",
            "We may also get information about you from third parties:",
            "We receive information from a number of sources.",
            "The law tells us how long to keep it.",
            "The Act gives us the power to ask.",
            "You can tell us if it is wrong.",
            "If your landlord tells us, we write to you.",
            "Parents give us their names.",
            "The council gives us permission to use the hall.",
            "We look forward to hear from you.",
            "It comes from Overton Fire Authority.",
            "Help comes from the information desk.",
            "Most of our income comes from the tax.",
            "If you were referred to us by your GP, tell us.",
            "Nobody is referred to us by you.",
            "Cases are not referred to us by the police.",
            "Letters are sent to us by post, and by e-mail.",
        ] {
            assert_eq!(sources_told(Who, text), [""; 0], "{text}");
        }
    }
}
