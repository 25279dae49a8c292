//! Legitimate interests: any at all (Art. 6(1)(f)), and those that the law itself recognises (Art. 6(1)(ea)).

use notice::{Basis, Notice, Purpose};

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, Outcome, article, authority, found,
    history::is_history,
    outside::{NO_TASK, is_outside_tasks},
    text::{all, denies, has, said, sentences, words},
};

/// Which of the two bases it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interests {
    /// (f): whoever relies on it weighs it, and names it (Arts. 13(1)(d), 14(2)(b)).
    Legitimate,
    /// (ea): one of a list in the law, so nobody weighs it.
    Recognised,
}

use Interests::{Legitimate, Recognised};

impl Interests {
    /// Returns which of them a basis is, if it is one.
    fn of(basis: Basis) -> Option<Self> {
        match basis {
            Basis::LegitimateInterests => Some(Legitimate),
            Basis::RecognisedLegitimateInterest => Some(Recognised),
            _ => None,
        }
    }

    /// Returns which of them a sentence names, by its words or by its letter. Where it names both it is (f): that one is to be
    /// spelt out.
    pub(super) fn named_in(sentence: &str) -> Option<Self> {
        let all = words(sentence);
        let letters: Vec<String> = article::cited(sentence)
            .into_iter()
            .filter(|it| it.number == "6")
            .map(|it| it.points.concat())
            .collect();
        let cites = |letter: &str| letters.iter().any(|it| it == letter);
        let interests = all.windows(2).enumerate();
        let mut interests = interests
            .filter(|(_, it)| it[0] == "legitimate" && it[1].starts_with("interest"))
            .map(|(at, _)| at.checked_sub(1).map_or("", |at| all[at].as_str()));
        let any = interests.clone().next().is_some();
        if interests.any(|before| !before.starts_with("recogni")) || cites("1f") {
            Some(Legitimate)
        } else if any || cites("1ea") {
            Some(Recognised)
        } else {
            None
        }
    }

    /// Says whether the law of a day has it.
    pub(super) fn is_law(self, facts: &DatedFacts, at: Date) -> bool {
        let early = facts.outdated(FactKind::Basis, "recognised-legitimate-interest", at);
        self == Legitimate || early.is_none()
    }

    /// Finds that a public authority rests a task on it (Art. 6(1), last sentence).
    pub(super) fn forbidden(self, name: &str, ground: &DatedFact) -> Found {
        let interests = match self {
            Legitimate => "legitimate interests (f)",
            Recognised => "a recognised legitimate interest (ea)",
        };
        // Owners of the service read it too: where the fact is from is none of theirs.
        let message = format!(
            "{name} is a public authority (by “{}”, DPA 2018 s. 7), and may not rest its tasks on {interests}; what is no task of its own is arguable",
            ground.value
        );
        ground.finding(Mark::Wrong, message)
    }

    /// Finds that a use rests on it, and that a notice, or a source text, does not say which interest it is.
    pub(super) fn unnamed(self, text: &str) -> Found {
        Found::weak(match self {
            Legitimate => format!(
                "A use rests on legitimate interests, and the {text} does not say which interest that is"
            ),
            Recognised => format!(
                "A use rests on a recognised legitimate interest, and the {text} does not say which one (guidance asks for it)"
            ),
        })
    }

    /// Finds that a machine decides alone on what rests on it, if that may not be: a significant decision by a machine alone may not
    /// rest on (ea) (Art. 22B(4)).
    pub(super) fn by_machine(self) -> Option<Found> {
        let message = "A machine decides alone, and such a decision may not rest on a recognised legitimate interest (ea): see that it does not serve this purpose";
        (self == Recognised).then(|| Found::wrong(message))
    }
}

/// Lists the purposes that rest on interests which the law of the day has, with which.
pub(super) fn purposes<'a>(
    notice: &'a Notice,
    facts: &DatedFacts,
    at: Date,
) -> Vec<(&'a Purpose, Interests)> {
    let all = notice.purposes.iter();
    all.filter_map(|it| Some((it, Interests::of(it.basis)?)))
        .filter(|(_, interests)| interests.is_law(facts, at))
        .collect()
}

/// Finds that a public authority rests its tasks on interests, and that an interest is not named.
pub(super) fn interests(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let uses = purposes(notice, facts, at);
    let texts = all(notice);
    // Where several decide, whoever of them is most surely one is enough, and told.
    let public = notice.controllers().filter_map(|it| {
        let name = &it.contact.name;
        Some((name, authority::ground_in(name, &texts, facts, at)?))
    });
    let public = public.min_by_key(|(_, ground)| ground.evidence as u8);
    if uses.is_empty() {
        let (name, ground) = public?;
        return in_a_sentence(notice, name, ground, facts, at);
    }
    let forbidden = uses.iter().filter_map(|(it, interests)| {
        let (name, ground) = public?;
        Some(interests.forbidden(name, ground).at(&it.text))
    });
    // The article alone says no more than the basis does.
    let is_blank = |it: &Purpose| {
        let detail = it.basis_detail.as_deref();
        detail.is_none_or(|it| words(it).iter().all(|word| is_of_basis(word)))
    };
    let unnamed = uses.iter().filter(|(it, _)| is_blank(it));
    let unnamed = unnamed.map(|(it, interests)| interests.unnamed("notice").at(&it.text));
    found(forbidden.chain(unnamed))
}

/// Finds that a public authority says in a sentence that it rests a task on interests, where none of the purposes is entered so.
fn in_a_sentence(
    notice: &Notice,
    name: &str,
    public: &DatedFact,
    facts: &DatedFacts,
    at: Date,
) -> Outcome {
    let mut texts = said(notice);
    texts.extend(notice.answers.iter().map(|answer| answer.text.clone()));
    let mut list = Vec::new();
    for text in &texts {
        let all: Vec<&str> = sentences(text).collect();
        for (place, sentence) in all.iter().enumerate() {
            let next = all.get(place + 1).copied().unwrap_or_default();
            let rested = rested_on(sentence).filter(|it| it.is_law(facts, at));
            let ours = !is_of_others(sentence)
                && !is_history(sentence)
                && !is_outside_tasks(sentence)
                && !has(next, &NO_TASK);
            let forbidden = rested.filter(|_| ours);
            list.extend(forbidden.map(|it| it.forbidden(name, public).at(sentence)));
        }
    }
    (!list.is_empty()).then_some(list)
}

/// Says whether a sentence tells what somebody else relies on: "They rely on their own legitimate interests."
fn is_of_others(sentence: &str) -> bool {
    let all = words(sentence);
    let is = |list: &[&str]| all.iter().any(|it| list.contains(&it.as_str()));
    is(&["they", "their", "its", "it", "who"]) && !is(&["we", "our", "us"])
}

/// Returns which interests a sentence rests a use on, if any.
pub(super) fn rested_on(sentence: &str) -> Option<Interests> {
    let rests = [
        "basis",
        "bases",
        "rely",
        "relies",
        "ground",
        "article 6",
        "art. 6",
        "art 6",
        "6(1)(f)",
        "6(1)(ea)",
        "because it is in",
        "necessary for",
        "is in our",
        "under our",
    ];
    let other = [
        "right",
        "object",
        "third part",
        "other people",
        "public authorit",
    ];
    let interests = Interests::named_in(sentence)?;
    (has(sentence, &rests) && !denies(sentence) && !has(sentence, &other)).then_some(interests)
}

/// Says whether a word may stand in a sentence that names the basis of legitimate interests and nothing else.
pub(super) fn is_of_basis(word: &str) -> bool {
    const WORDS: [&str; 42] = [
        "1",
        "6",
        "61f",
        "a",
        "and",
        "art",
        "article",
        "as",
        "bases",
        "basis",
        "data",
        "details",
        "ea",
        "f",
        "for",
        "gdpr",
        "information",
        "interest",
        "interests",
        "is",
        "lawful",
        "legal",
        "legitimate",
        "of",
        "on",
        "our",
        "personal",
        "processing",
        "recognised",
        "recognized",
        "relies",
        "rely",
        "that",
        "the",
        "this",
        "uk",
        "under",
        "use",
        "using",
        "we",
        "which",
        "your",
    ];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Interests, Legitimate, Recognised, rested_on};

    #[test]
    fn the_two_kinds_of_interests_are_told_apart() {
        let named = |wanted: Option<Interests>, sentences: &[&str]| {
            for sentence in sentences {
                assert_eq!(Interests::named_in(sentence), wanted, "{sentence}");
            }
        };
        named(
            Some(Recognised),
            &[
                "Our lawful basis is recognised legitimate interest (Article 6(1)(ea)).",
                "We rely on a recognized legitimate interest.",
                "It rests on recognised legitimate interests: safeguarding.",
                "We rely on Article 6(1)(ea) of the UK GDPR.",
                "Our basis: Art. 6(1)(ea).",
            ],
        );
        named(
            Some(Legitimate),
            &[
                "Our lawful basis is legitimate interests (Article 6(1)(f)).",
                "Our basis is our Legitimate Interest in a safe building.",
                "We rely on Article 6(1)(f) of the UK GDPR.",
                "We rely on legitimate interests (f), or on a recognised legitimate interest (ea).",
                "It is our well-recognised need and a legitimate interest.",
            ],
        );
        named(
            None,
            &[
                "It is in the public interest.",
                "We rely on Article 6(1)(e) of the UK GDPR.",
                "Our basis is Article 6(1)(e), a task in the public interest.",
                "We need one of the bases of Article 6(1)(a) to (f).",
                "We recognise your interest in the library.",
                "This is a legitimate question of interest.",
            ],
        );
    }

    #[test]
    fn a_use_that_rests_on_interests_is_told_from_what_is_said_of_them() {
        for (sentence, wanted) in [
            (
                "Our lawful basis is recognised legitimate interest.",
                Some(Recognised),
            ),
            ("We rely on Article 6(1)(ea).", Some(Recognised)),
            ("We rely on Article 6(1)(f).", Some(Legitimate)),
            ("It is in our legitimate interests.", Some(Legitimate)),
            ("We do not rely on Article 6(1)(ea).", None),
            ("You may object where we rely on Article 6(1)(f).", None),
            (
                "Parliament made a list of recognised legitimate interests.",
                None,
            ),
        ] {
            assert_eq!(rested_on(sentence), wanted, "{sentence}");
        }
    }
}
