//! Whether a source text says what data is used for, or no more than that it is used.

use notice::{Notice, SectionId};

use super::{Prose, Said, purposes::is_for_ones_own_purposes, whole::is_of_data};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{fold, has, words},
};

/// Finds that a whole notice says of a use no more than that it is one: "for the reason it was collected".
pub(crate) fn uses(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let Some(empty) = said.iter().find(|it| is_empty(it.text)) else {
        let whole = notice.purposes.is_empty() && text.is_full();
        let silent = whole.then(|| silent_on_uses(&said)).flatten();
        let message = "The text says what lets data be used, and not what it is used for";
        return found(silent.map(|it| Found::missing(message).at(it)));
    };
    let told = !notice.purposes.is_empty() || said.iter().any(tells_a_use);
    let message = "The text says that data is used, and not what for";
    found((!told && text.is_whole()).then(|| Found::missing(message).at(empty.text)))
}

/// Verbs of what is done with data.
const USED: [&str; 7] = [
    "use",
    "uses",
    "used",
    "using",
    "process",
    "processed",
    "processing",
];

fn is_used(sentence: &str) -> bool {
    let about = is_of_data(sentence) || has(sentence, &[" it ", " them "]);
    about && words(sentence).iter().any(|it| USED.contains(&it.as_str()))
}

/// Says whether a sentence has data used for what could be anything.
fn is_empty(sentence: &str) -> bool {
    let circles = [
        "it was collected",
        "it is collected",
        "it has been collected",
        "we collected it",
        "we collect it",
        "you gave it",
        "it was given",
        "it was provided",
        "they were collected",
        "you provided it",
        "for our purposes",
        "for our own purposes",
        "for whatever purpose",
        "to do our work",
        "to carry out our work",
        "to do our job",
        "as we need to",
        "as and when needed",
        "for any lawful purpose",
        "for various purposes",
        "for a number of purposes",
        "for a variety of purposes",
        "for a range of purposes",
    ];
    let circle = has(sentence, &circles) && has(sentence, &[" for ", " to ", " as "]);
    is_used(sentence)
        && (circle || is_for_ones_own_purposes(sentence))
        && !has(sentence, &["only", "not ", ":"])
}

/// Words of a sentence that speaks of a use for another reason: what it rests on, or what people may do about it.
const OTHERS: [&str; 6] = [
    "article 6",
    "object",
    "right",
    "complain",
    "restrict",
    "withdraw",
];

/// Says whether a sentence, or a bullet under a heading on uses, says what data is used for.
fn tells_a_use(said: &Said<'_>) -> bool {
    let text = fold(said.text);
    let aims = [
        " to ", " for ", "so that", "in order", "helps us", "lets us",
    ];
    let uses = [
        "we use",
        "we need",
        "we also use",
        "is used",
        "are used",
        "be used",
        "we process",
        "using ",
    ];
    // What something rests on is no aim.
    let aimed = has(&text, &uses) && has(&text, &aims) && is_of_data(&text) && !has(&text, &OTHERS);
    let listed = said.is_listed && said.section == SectionId::Purposes && words(&text).len() > 2;
    let begins = words(&text).first().is_some_and(|it| it == "to");
    !is_empty(said.text) && (aimed || listed || (begins && said.section == SectionId::Purposes))
}

/// Returns the sentence that names a basis, where no other has a word of what for: nobody is told a use by "The information is processed
/// under Article 6(1)(e)".
fn silent_on_uses<'a>(said: &[Said<'a>]) -> Option<&'a str> {
    let others = [
        SectionId::Rights,
        SectionId::Complaints,
        SectionId::Retention,
    ];
    let mut told = said.iter().filter(|it| !others.contains(&it.section));
    let basis = said.iter().find(|it| is_only_a_basis(it.text))?;
    let speaks = |it: &Said<'_>| may_tell_a_use(it) && !is_only_a_basis(it.text);
    (!told.any(speaks)).then_some(basis.text)
}

/// Says whether a sentence has data processed on some ground, and tells no aim beside that.
fn is_only_a_basis(sentence: &str) -> bool {
    let text = fold(sentence);
    let legal = [
        "in the public interest",
        "to comply with",
        "for the performance of",
        "for compliance with",
        "public task",
        "purposes of our legitimate interests",
    ];
    let bare = legal
        .iter()
        .fold(text.clone(), |text, it| text.replace(it, ""));
    let grounds = [
        "article 6",
        "6(1)",
        "lawful basis",
        "legal basis",
        "public task",
    ];
    let aims = words(&bare).iter().any(|it| {
        it == "to" || it == "so" || it.starts_with("purpose") || USED[..4].contains(&it.as_str())
    });
    let lead = text.split_once(':').map_or("", |(lead, _)| lead);
    let label = words(lead).len() > 1 && !has(lead, &["basis", "bases", "ground"]);
    has(&text, &grounds) && !aims && !label
}

/// Says whether a sentence has any word by which a use may be told.
fn may_tell_a_use(said: &Said<'_>) -> bool {
    const WORDS: [&str; 25] = [
        "aim", "aims", "analyse", "arrange", "enables", "helps", "lets", "manage", "need",
        "needed", "order", "process", "provide", "purpose", "purposes", "reason", "run", "running",
        "use", "used", "uses", "using", "why", "want", "allows",
    ];
    let text = fold(said.text);
    let all = words(said.text);
    said.section == SectionId::Purposes && !is_of_a_law(&text)
        || all.iter().any(|it| WORDS.contains(&it.as_str()))
        || has(
            &text,
            &["so that", "so we", "what for", "in case", "because we"],
        )
        || all.first().is_some_and(|it| it == "to")
        || all.windows(2).any(|it| {
            it[0] == "we"
                && !matches!(
                    it[1].as_str(),
                    "hold"
                        | "also"
                        | "keep"
                        | "ask"
                        | "are"
                        | "means"
                        | "do"
                        | "have"
                        | "collect"
                        | "get"
                        | "pass"
                        | "share"
                )
        })
}

/// Says whether a sentence tells no more than which law it is.
fn is_of_a_law(text: &str) -> bool {
    has(text, &["section ", "article ", " act ", "regulations"])
        && !has(text, &["so that", " to ", " use"])
}

#[cfg(test)]
mod tests {
    use super::{
        Said, SectionId, is_empty, is_only_a_basis, may_tell_a_use, silent_on_uses, tells_a_use,
    };

    #[test]
    fn a_basis_alone_is_told_from_a_use() {
        let said = |section, text| Said {
            section,
            text,
            next: "",
            is_listed: false,
            denies: false,
        };
        for text in [
            "The information is processed under Article 6(1)(e) of the UK GDPR, because the processing is necessary for the performance of a task carried out in the public interest.",
            "Our lawful basis is legal obligation.",
            "Lawful basis: public task, Article 6(1)(e).",
            "All of it is held under Article 6(1)(c).",
            "The legal basis of the register is Article 6(1)(e).",
        ] {
            assert!(is_only_a_basis(text), "{text}");
            let task = said(
                SectionId::Purposes,
                "The task is laid down in section 19 of the Act of 1976.",
            );
            let both = [said(SectionId::Purposes, text), task];
            assert!(silent_on_uses(&both).is_some(), "{text}");
            let told = said(
                SectionId::Data,
                "We ask for a number so that we can ring you.",
            );
            assert!(silent_on_uses(&[both[0], told]).is_none(), "{text}");
        }
        for text in [
            "We process it under Article 6(1)(e) to teach swimming.",
            "Running classes: public task, Article 6(1)(e).",
            "We use it under Article 6(1)(c).",
            "It is held for the register.",
        ] {
            assert!(!is_only_a_basis(text), "{text}");
        }
        for text in [
            "To let you a plot.",
            "We teach you to swim, with your record before us.",
            "Emergency numbers are in case of an accident.",
            "The form helps the coaches.",
        ] {
            assert!(may_tell_a_use(&said(SectionId::Data, text)), "{text}");
        }
    }

    #[test]
    fn a_use_that_could_be_anything_is_told_from_one() {
        for text in [
            "We use the information for the reason it was collected, and for other reasons that fit with it.",
            "We use your information for hospice purposes.",
            "Your data is processed for the purposes for which you gave it.",
            "We use your details for our own purposes.",
            "Information is used for business purposes and nothing else.",
            "We use it to carry out our work with people.",
            "Personal data is used for a variety of purposes.",
            "Personal information is used for the purposes of the Museum Service and for such other proper purposes as arise from time to time.",
            "We process your data for the purposes of the Trust.",
            "Your details are used for all lawful purposes of our charity.",
            "We use the information for any other purposes that we consider right.",
            "Personal data is processed for its own general purposes.",
            "We use your records for such purposes as the Council thinks fit.",
            "Your information is used for the purposes of this surgery, and kept safe.",
        ] {
            assert!(is_empty(text), "{text}");
        }
        for text in [
            "We use your details to send you a bill.",
            "We use it only for the purpose for which it was collected.",
            "Your details are used for tax purposes.",
            "We use your data for research purposes.",
            "We use your data for these purposes: lettings and repairs.",
            "We do not use it for our own purposes.",
            "We use the hall for school purposes.",
            "Your details are used for the purposes of the Housing Act 1996.",
            "We use your data for the purposes of the school census.",
            "We process it for the purposes of research.",
            "Your information is used for the purposes of the council tax service.",
            "We use your records for such purposes as lettings and repairs.",
            "We use your records for such purposes as the law requires.",
            "We use your data for the purposes of the museum's accreditation.",
            "We use your details for purposes of two kinds, lettings and repairs.",
        ] {
            assert!(!is_empty(text), "{text}");
        }
    }

    #[test]
    fn what_tells_a_use_is_known() {
        let said = |text| Said {
            section: SectionId::Purposes,
            text,
            next: "",
            is_listed: false,
            denies: false,
        };
        for text in [
            "We use your details to send you a bill.",
            "To let you a plot.",
            "Your data is used for tax.",
            "We need your record so that we can treat you.",
            "We process your information in order to teach you.",
            "To take payment.",
        ] {
            assert!(tells_a_use(&said(text)), "{text}");
        }
        for text in [
            "We use the information for the reason it was collected.",
            "We process all of it under Article 6(1)(e), public task.",
            "We use your information for hospice purposes.",
            "The hall is used for dances.",
            "Use of data",
            "Our basis is our contract with you.",
            "You may object to our using your information, for reasons that have to do with you.",
            "You can complain about how your data is used to the clerk.",
        ] {
            assert!(!tells_a_use(&said(text)), "{text}");
        }
    }
}
