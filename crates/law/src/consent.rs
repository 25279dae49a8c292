//! Consent: whether it is asked for by itself.

use notice::{Basis, Condition, Notice};

use super::{
    Date, DatedFacts, Found, Outcome, bundle, forced,
    history::is_of_the_past,
    marketing,
    narrow::place_of,
    silence,
    text::{all, denies, has, sentences, words},
};

/// Says how the notice puts the permission that sharing waits for.
pub(super) fn conditions(notice: &Notice) -> impl Iterator<Item = &str> {
    let asked = notice.recipients.iter();
    asked
        .filter(|recipient| recipient.condition == Some(Condition::Permission))
        .filter_map(|recipient| recipient.condition_detail.as_deref())
}

/// Says whether consent comes with something else that people do.
pub(super) fn bundled(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let agreed = notice
        .purposes
        .iter()
        .filter(|it| it.basis == Basis::Consent)
        .filter_map(|it| it.basis_detail.as_deref());
    let signed = conditions(notice)
        .chain(agreed)
        .filter(|detail| is_signed(detail))
        .map(|detail| {
            Found::wrong("A signature for something else is taken for consent").at(detail)
        });
    let mut list: Vec<Found> = signed.collect();
    list.dedup();
    let texts = all(notice);
    let known: Vec<Option<String>> = list.iter().map(|it| it.place.clone()).collect();
    let other = texts
        .iter()
        .filter(|text| !known.contains(&Some((*text).clone())));
    let taken = other.filter_map(|text| place_of(text, is_taken_for_consent));
    list.extend(taken.map(|place| {
        Found::wrong("What people do for another reason is taken for consent").at(place)
    }));
    let assumes = |it: &str| has(it, &["assume"]) && has(it, &["consent"]) && !denies(it);
    let assumed = texts.iter().find_map(|text| place_of(text, assumes));
    list.extend(assumed.map(|place| {
        Found::weak("Consent of others is assumed, where each has to give their own").at(place)
    }));
    list.extend(each(
        &texts,
        marketing::is_opt_out,
        "Offers go to whoever has not said no; by e-mail or text they wait for a yes, but for customers and supporters who could refuse when asked (PECR reg. 22)",
        marketing::REMEDY,
    ));
    list.extend(each(
        &texts,
        forced::is_forced,
        "People must give this consent to get what they came for, so it is not freely given",
        forced::REMEDY,
    ));
    let along = texts
        .iter()
        .filter_map(|text| bundle::given_with_something_else(text));
    list.extend(along.map(|place| {
        Found {
            remedy: Some(forced::REMEDY),
            ..Found::wrong(
                "A yes comes with something else that people do, so it is not freely given",
            )
            .at(place)
        }
    }));
    let asks = notice.purposes.iter().any(|it| it.basis == Basis::Consent);
    (asks || !list.is_empty()).then_some(list)
}

/// Makes a finding of each sentence that is of a kind.
fn each<'a>(
    texts: &'a [String],
    is: fn(&str) -> bool,
    message: &'static str,
    remedy: &'static str,
) -> impl Iterator<Item = Found> + use<'a> {
    let said = texts.iter().flat_map(|text| sentences(text));
    said.filter(move |it| is(it)).map(move |it| Found {
        remedy: Some(remedy),
        ..Found::wrong(message).at(it)
    })
}

/// Says whether consent comes with a signature that is for something else.
fn is_signed(detail: &str) -> bool {
    let apart = [
        "separate",
        "of its own",
        "of their own",
        "by itself",
        "consent form",
        "sign language",
    ];
    has(detail, &["signature", "signing", "sign ", "signed"]) && !has(detail, &apart)
}

/// Says whether a sentence takes what somebody does anyway (signing, sending a form, coming, using a site) for a yes to a use of
/// data.
fn is_taken_for_consent(sentence: &str) -> bool {
    let use_of = [
        "consent",
        "permission",
        "data",
        "detail",
        "information",
        "photo",
        "film",
        "record",
        "check",
        "share",
        "use of",
        "using",
        "notice",
        "cookie",
        "contact you",
        "contacting",
        "speaking to",
        "talking to",
    ];
    let agrees = [
        "you consent",
        "you agree",
        "your consent",
        "you give permission",
        "you give us permission",
        "you accept",
        "i agree",
        "i consent",
        "i give",
        "i accept",
        "i authorise",
        "you authorise",
        "are consenting",
        "are agreeing",
        "giving consent",
        "giving us consent",
        "giving permission",
        "giving us permission",
        "gives consent",
        "gives us consent",
        "gives permission",
        "gives us permission",
    ];
    // What stands behind the taking back is how that is done: "your consent, which you can take back by ringing us".
    let sentence = before_it_is_taken_back(sentence);
    let all = words(sentence);
    let happy = has(sentence, &["happy for us", "happy that we"])
        && all.iter().any(|it| TAKEN.contains(&it.as_str()));
    let silence = silence::is_guessed_from_silence(sentence);
    let agreed = has(sentence, &agrees) || gives(&all);
    let taken = happy || silence || is_taken(&all) || (does_otherwise(&all) && agreed);
    taken
        && (has(sentence, &use_of) || marketing::is_marketing(sentence) || silence)
        && !has(
            sentence,
            &[
                "consent form",
                "whether you agree",
                "whether you consent",
                "whether you accept",
                "ask if you",
                "ask you if",
            ],
        )
        && !is_denied(&all)
        && !is_chosen(sentence)
        && !is_of_the_past(sentence, |clause| {
            has(clause, &["consent", "agree", "permission"])
        })
}

/// Returns what stands before the words by which a yes is taken back.
fn before_it_is_taken_back(sentence: &str) -> &str {
    let backs = [
        "withdraw",
        "take back",
        "take it back",
        "taken back",
        "take your consent back",
        "take your permission back",
        "change your mind",
    ];
    // Marks that are folded to others of another length have no place that can be trusted.
    let lower = sentence.to_lowercase();
    let at = backs.iter().filter_map(|back| lower.find(back)).min();
    at.filter(|_| lower.len() == sentence.len())
        .and_then(|at| sentence.get(..at))
        .unwrap_or(sentence)
}

const YES: [&str; 8] = [
    "acceptance",
    "consent",
    "consented",
    "agree",
    "agreed",
    "agreement",
    "permission",
    "accepted",
];
const TAKEN: [&str; 14] = [
    "taken",
    "deemed",
    "treated",
    "regarded",
    "understood",
    "considered",
    "counts",
    "count",
    "constitutes",
    "means",
    "signifies",
    "signals",
    "indicates",
    "implies",
];
/// Says whether words give a yes: "gives us consent", "parents give the school permission".
fn gives(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        matches!(all[at].as_str(), "give" | "gives" | "giving" | "given")
            && all[at + 1..]
                .iter()
                .take(4)
                .any(|word| matches!(word.as_str(), "permission" | "consent"))
    })
}

/// Words of a yes that nobody gave: “consent is implied”.
const GUESSED: [&str; 5] = ["implied", "inferred", "assumed", "presumed", "understood"];

/// Says whether words take something for a yes: "is taken as your consent", "deemed to have agreed".
fn is_taken(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        let near = |list: &[&str], many: usize| {
            let mut rest = all[at + 1..].iter().take(many);
            rest.any(|word| list.contains(&word.as_str()))
        };
        let word = all[at].as_str();
        (TAKEN.contains(&word) && near(&YES, 5)) || (YES.contains(&word) && near(&GUESSED, 3))
    }) || is_taken_as_given(all)
}

/// Says whether words take a yes for given: "your consent, which you are deemed to have given".
fn is_taken_as_given(all: &[String]) -> bool {
    let taken =
        |at: usize| TAKEN.contains(&all[at].as_str()) || GUESSED.contains(&all[at].as_str());
    (1..all.len()).any(|at| {
        let rest = &all[at + 1..];
        let given = match rest {
            [to, have, given, ..] if to == "to" && have == "have" => given,
            [to, have, been, given, ..] if to == "to" && have == "have" && been == "been" => given,
            [how, given, ..] if how == "as" => given,
            _ => return false,
        };
        taken(at) && given == "given" && all[..at].iter().any(|it| YES.contains(&it.as_str()))
    })
}

/// Says whether a yes to cookies is a choice of its own, by a button or a banner.
fn is_chosen(sentence: &str) -> bool {
    let ways = [
        "click", "press", "select", "choos", "button", "banner", "tick", "switch", "turn",
    ];
    has(sentence, &["cookie"]) && has(sentence, &ways)
}

/// Says whether words tell of something that people do: "by signing", "if you carry on", "your signature".
fn does_otherwise(all: &[String]) -> bool {
    all.windows(3).any(|it| {
        let [one, two, three] = it else { return false };
        let acts = two == "you"
            && !YES.contains(&three.as_str())
            && !matches!(
                three.as_str(),
                "are" | "do" | "would" | "want" | "have" | "give" | "accept" | "tick"
            );
        // Who consents, or ticks a box that is there for it, does nothing else.
        let yes = matches!(
            two.as_str(),
            "consenting" | "agreeing" | "ticking" | "choosing" | "opting" | "saying"
        );
        // "In registering", and not "in writing".
        let act =
            two.ends_with("ing") && !yes && !matches!(two.as_str(), "writing" | "doing" | "being");
        (matches!(one.as_str(), "by" | "in" | "on" | "when") && act)
            || (matches!(one.as_str(), "if" | "when" | "once" | "where") && acts)
            || (one == "your" && two == "signature")
            || (matches!(
                one.as_str(),
                "signing"
                    | "submitting"
                    | "completing"
                    | "returning"
                    | "sending"
                    | "using"
                    | "entering"
            ) && two == "this")
            || (one == "sign" && matches!(two.as_str(), "below" | "here"))
    })
}

/// Says whether a no stands just before what would be a yes.
fn is_denied(all: &[String]) -> bool {
    (0..all.len()).any(|at| {
        let word = all[at].as_str();
        let yes = YES.contains(&word)
            || TAKEN.contains(&word)
            || GUESSED.contains(&word)
            || matches!(word, "mean" | "accept");
        let before = all[at.saturating_sub(3)..at].join(" ");
        yes && denies(&before) && !is_of_those_who_refuse(&all[..at])
    })
}

/// Says whether words before a yes have others withhold it, after some gave theirs: "… you agree, and we take no form from anybody who
/// does not".
fn is_of_those_who_refuse(before: &[String]) -> bool {
    let who = before.iter().rev().take(4);
    let who = who.filter(|it| matches!(it.as_str(), "who" | "if")).count() > 0;
    let yes = before.iter().position(|it| YES.contains(&it.as_str()));
    let given = yes.filter(|at| !denies(&before[at.saturating_sub(3)..*at].join(" ")));
    who && given.is_some()
}

#[cfg(test)]
mod tests {
    use super::is_taken_for_consent;

    #[test]
    fn consent_that_comes_with_something_else_is_told_from_consent_by_itself() {
        for sentence in [
            "Your signature below gives us consent to contact your doctor.",
            "In registering you are giving consent to share your record.",
            "By attending, parents give the school permission to use the film.",
            "If we hear nothing we will take it that you consent to the use of your data.",
            "Returning this form gives us permission to share your details.",
            "By submitting this form I agree to the use of my details.",
            "Use of this site constitutes acceptance of our use of your data.",
            "We rely on your explicit consent, which you are deemed to have given when you accept an assessment.",
            "Your permission to share data is taken as given once the form is in.",
            "Consent to the use of your records is treated as given from the first visit.",
            "We share your data with your agreement, which is presumed to have been given at your visit.",
            "By continuing to use the portal you accept our cookies.",
            "If the slip is not returned by the end of the month, we will take it that you are happy for your child to appear.",
            "If you have not returned the slip by 30 November we will assume that you are happy for your child to appear.",
            "Unless we hear from you by Friday we will assume you do not mind being filmed.",
            "If you say nothing, we take it you agree to appear in the newsletter.",
            "Where no reply comes, we will assume that we have your permission.",
            "By signing this form you consent to the use of your photo, and can withdraw later by e-mail.",
            "If you carry on browsing, you agree to our cookies.",
            "By renewing your lease you agree to have our offers sent to your telephone.",
            "In joining the gym you agree to receive our newsletter.",
            "When you book a seat you agree to hear the latest news by e-mail.",
            "By sending in the form you agree to our using your story, and we cannot look at a form from a student who does not agree.",
            "In applying you give permission to use your photo; if you do not agree we return the form.",
        ] {
            assert!(is_taken_for_consent(sentence), "{sentence}");
        }
        for sentence in [
            "You consent to the use of your photo by ticking a box of its own.",
            "By consenting to the use of your data you help us.",
            "Consent to the use of data is never assumed from silence.",
            "When you register, we ask whether you agree to the use of your photo.",
            "By signing you confirm that the information is true.",
            "By ordering a bin you agree to have it sent to your address.",
            "When you tick the box you agree to get our newsletter.",
            "Insurers see the record when they ask in writing, with your consent.",
            "If you press Accept, you agree to our cookies.",
            "By clicking the button you accept cookies that count visits.",
            "When you accept cookies, we count your visits.",
            "Your consent is never taken as given, whatever you share with us.",
            "For a picture of you at the Show: your consent, which you can take back at any time by telling the Clerk.",
            "You can take your consent back at any time by ringing us or e-mailing waste@council.example.",
            "You can withdraw your consent to the use of your data by using this form.",
            "If the slip is not returned, we will assume that you do not want your child to appear.",
            "We never assume that you are happy for your photo to be used.",
            "If we hear nothing, we will assume that your address has not changed.",
            "If you miss two visits we will assume that you no longer need help.",
            "If you do not answer, we take it that you do not consent.",
            "We use your photo with your consent, which you have given on a form of its own.",
            "When you send the form in we take it that nobody who does not agree has their story used.",
        ] {
            assert!(!is_taken_for_consent(sentence), "{sentence}");
        }
    }
}
