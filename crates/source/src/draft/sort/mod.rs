//! Which section a heading begins, and what stands under one that does not tell.

mod cues;
mod questions;
mod rules;
mod said;

use std::{collections::HashSet, sync::LazyLock};

use notice::SectionId;

use super::marks::{Lead, behind_capital, lead};
use questions::first_question;
use rules::{ASKING, COMMON, RULES};
pub(super) use said::said;

/// In which headings a pattern counts.
#[derive(Clone, Copy)]
enum Counts {
    Everywhere,
    /// In a question, and in a heading that speaks of nothing else.
    Usually,
    Alone,
    /// In a heading that has no other word.
    Whole,
}

struct HeadingPattern {
    counts: Counts,
    /// Phrases that must all be there.
    phrases: Vec<Vec<Wanted>>,
}

/// A word that a heading must have, or what one must begin with.
#[derive(Clone, Copy)]
enum Wanted {
    Whole(&'static str),
    Stem(&'static str),
}

impl Wanted {
    fn new(word: &'static str) -> Self {
        word.strip_suffix('*').map_or(Self::Whole(word), Self::Stem)
    }

    fn is(self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Stem(stem) => word.starts_with(stem),
        }
    }
}

struct SectionRule {
    section: SectionId,
    any: Vec<HeadingPattern>,
    none: Vec<HeadingPattern>,
}

static PATTERNS: LazyLock<Vec<SectionRule>> = LazyLock::new(|| {
    let rule = |&(section, any, none): &(SectionId, &'static str, &'static str)| SectionRule {
        section,
        any: patterns(any),
        none: patterns(none),
    };
    RULES.iter().map(rule).collect()
});

fn patterns(list: &'static str) -> Vec<HeadingPattern> {
    list.split('|')
        .map(str::trim)
        .filter(|pattern| !pattern.is_empty())
        .map(|pattern| {
            let bare = pattern.trim_start_matches(['!', '=', '#']);
            HeadingPattern {
                counts: match pattern.as_bytes() {
                    [b'!', ..] => Counts::Everywhere,
                    [b'=', ..] => Counts::Alone,
                    [b'#', ..] => Counts::Whole,
                    _ => Counts::Usually,
                },
                phrases: bare
                    .split('+')
                    .map(|phrase| phrase.split(' ').map(Wanted::new).collect())
                    .collect(),
            }
        })
        .collect()
}

impl HeadingPattern {
    fn fits(&self, words: &[String]) -> bool {
        self.phrases.iter().all(|phrase| {
            let mut windows = words.windows(phrase.len());
            windows.any(|window| window.iter().zip(phrase).all(|(word, want)| want.is(word)))
        })
    }
}

/// Returns the section that a heading begins, whatever its number, its capitals and its marks. A heading in two languages
/// begins the section that one half of it is known by: “Pwy ydym ni / Who we are”.
pub(super) fn section(heading: &str) -> Option<SectionId> {
    let halves = || {
        let mut halves = heading.rsplit(" / ");
        heading.contains(" / ").then(|| halves.find_map(begun))?
    };
    // "The open register: your choice"
    let behind = || {
        let (_, said) = heading.split_once(": ")?;
        let own = said.starts_with("your ") || said.starts_with("our ");
        (own && said.split(' ').count() <= 4).then(|| begun(said))?
    };
    begun(heading).or_else(halves).or_else(behind)
}

fn begun(heading: &str) -> Option<SectionId> {
    if let Some(first) = first_question(heading) {
        return begun(first).or_else(|| begun_whole(heading));
    }
    begun_whole(heading)
}

fn begun_whole(heading: &str) -> Option<SectionId> {
    // "Why we use it, our lawful basis and how long we keep it": each use is told with its period.
    if let Some((first, _)) = heading.split_once(" and how long ")
        && begun_whole(first) == Some(SectionId::Purposes)
    {
        return Some(SectionId::Purposes);
    }
    // "Purpose(s) and legal basis".
    let mut words = words(&heading.replace("(s)", "s"));
    // "What we collect and why": the first question is what stands below. "How and why we use it" is one question.
    let asked = |word: &String| !matches!(&**word, "how" | "what" | "when" | "and" | "or");
    if let Some(at) = words.iter().position(|word| word == "why")
        && words[..at].iter().any(asked)
    {
        words.truncate(at);
    }
    // A heading of many words is a paragraph that was taken for one.
    let first = words.first().filter(|_| words.len() <= 24)?;
    let asks = ASKING.contains(&first.as_str());
    let alone = words.iter().all(|word| is_common(word));
    let counts = |pattern: &&HeadingPattern| match pattern.counts {
        Counts::Everywhere => true,
        Counts::Usually => asks || alone,
        Counts::Alone => alone,
        Counts::Whole => pattern.phrases[0].len() == words.len(),
    };
    let rule = PATTERNS.iter().find(|rule| {
        let mut any = rule.any.iter().filter(counts);
        any.any(|pattern| pattern.fits(&words)) && !rule.none.iter().any(|it| it.fits(&words))
    });
    // "If you use the service" says of whom what stands below is, and not what for.
    let cases = [
        SectionId::Choice,
        SectionId::Complaints,
        SectionId::Changes,
        SectionId::Children,
        SectionId::Rights,
    ];
    let section = rule.map(|rule| rule.section);
    section.filter(|id| first != "if" || cases.contains(id))
}

/// Says whether a heading begins as a question does.
pub(super) fn asks(heading: &str) -> bool {
    let words = words(heading);
    words
        .first()
        .is_some_and(|first| ASKING.contains(&first.as_str()))
}

/// The words that [`is_common`] knows, and the beginnings of others.
static KNOWN: LazyLock<(HashSet<&str>, Vec<&str>)> = LazyLock::new(|| {
    let keys = PATTERNS.iter().flat_map(|rule| &rule.any);
    let mut whole: HashSet<&str> = COMMON.split_whitespace().collect();
    let mut stems = Vec::new();
    for key in keys.flat_map(|key| key.phrases.iter().flatten()) {
        match *key {
            Wanted::Whole(word) => drop(whole.insert(word)),
            Wanted::Stem(stem) => stems.push(stem),
        }
    }
    (whole, stems)
});

/// Says whether a word says nothing of its own, or is one that a section is known by.
fn is_common(word: &str) -> bool {
    let (whole, stems) = &*KNOWN;
    whole.contains(word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || stems.iter().any(|stem| word.starts_with(stem))
}

fn words(heading: &str) -> Vec<String> {
    let (kind, mut text) = lead(heading.trim());
    if let Some(behind) = behind_capital(heading.trim()) {
        text = behind;
    } else if kind == Lead::None {
        text = heading.trim();
        // `3 Your rights`, `Section 3: Your rights`.
        let bare = text.trim_start_matches(|mark: char| mark.is_ascii_digit());
        if bare.len() < text.len() && bare.starts_with([' ', ':']) {
            text = bare;
        } else if let Some((before, after)) = text.split_once([':', '–', '-']) {
            let mut before = before.split_whitespace();
            let kind = before.next().unwrap_or_default().to_lowercase();
            if matches!(&*kind, "section" | "part" | "step" | "chapter") && before.count() <= 1 {
                text = after;
            }
        }
    }
    text.replace('’', "'")
        .to_lowercase()
        .split(|mark: char| !mark.is_alphanumeric() && mark != '\'')
        .map(|word| word.trim_matches('\'').trim_end_matches("'s").to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use notice::SectionId::*;

    use super::section;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_says_of_whom_it_is_says_not_what_for() {
        for heading in [
            "If you use the service",
            "If you volunteer",
            "If your data is used",
        ] {
            assert_eq!(section(heading), None, "{heading}");
        }
        assert_eq!(section("If you do not give it to us"), Some(Choice));
        assert_eq!(section("If you want to complain"), Some(Complaints));
        assert_eq!(section("What do you write down about me?"), Some(Data));
    }

    #[test]
    fn headings_begin_the_section_that_they_speak_of() {
        let cases = [
            (
                Purposes,
                "How we use your personal information; Reasons we can collect and use your personal information; \
                 What do we use your information for?; Lawful basis for processing; What is our power to obtain and use the \
                 personal data?; Why do we collect and store personal information?; Using your data; OUR LEGAL BASIS; How and why we use it; IV. On what legal basis; On what grounds?; What gives us the right?; Why we use it, our lawful basis and how long we keep it",
            ),
            (
                Sources,
                "Who tells us; Who gives it to us?; Where do we get your information?; Details of information obtained from third parties?; Sources of data; \
                 Where your information comes from; Information from other organisations; Others who tell us things; \
                 Other people who talk to us about you; Who else may have told us about you; Whence it comes; Provenance; Did somebody else tell you about me?; Does anyone else tell you things?",
            ),
            (
                Who,
                "Who will be using your personal information?; Who uses my information?; Introduction; Data controller contact details; 1. Who we are; Who we are?; Section 2: About us; Data controller; Data protection officer; Who are you?; \
                 Who is in charge of the information?; In whose name we do this; Who controls your data; Pwy ydym ni / Who we are; Parties; Contacting the DPO",
            ),
            (
                Recipients,
                "WHO WE SHARE IT WITH:; Who has access to your information?; Sharing your data; Who will see my data; \
                 Third parties; Disclosure of information; Who gets it; Who we tell; Who looks at it?; Who else gets to know?; \
                 Who may read it?; Into whose hands; Others whom we tell; Who is given it; People we may talk to in turn; Gyda phwy / Who with",
            ),
            (
                Transfers,
                "Is your information sent outside the United Kingdom or processed by anyone abroad?; Your information and \
                 other countries; International transfers; Do you transfer my data outside the EEA?; Where your data is stored; LEAVING THE UK",
            ),
            (
                Choice,
                "Do you have to give us your information?; Consent; Your choices; What if you do not provide it?; You must reply; \
                 If you would rather not tell us; Do I have to answer everything?; Whether you are bound to tell us; Do I have to hand it over?; What you need not tell us; NATIONAL DATA OPT-OUT",
            ),
            (
                Automated,
                "Automatic decisions; Details of any automated decision processes; Profiling; Do computers decide?; Machines; Matching by computer; Does a machine decide anything?",
            ),
            (
                Retention,
                "Until when?; 2. How long we keep your information:; Retention; 4.2 Retention of permit records; When do we delete it?; When do you get rid of it?; Time limits; \
                 Length of storage; When is it thrown away?; For what length of time",
            ),
            (
                Security,
                "How we keep your details secure; How do we protect your information?; Security of your data; Safeguards; Is it locked up?",
            ),
            (
                Rights,
                "You can; What you’re entitled to; What are you entitled to?; Your rights and who to contact; What can I ask you to do?; Your rights; What are your rights in relation the personal data we process?; Right of access; \
                 Subject access requests; YOUR INFORMATION RIGHTS; What can I ask for?; What you may ask for; Requesting access to your personal data; Parents’ and pupils’ rights regarding \
                 personal data; Your child’s rights and yours; Your entitlements; What you may ask of us; Things you can ask us",
            ),
            (
                Complaints,
                "Not happy?; Complaints; Challenges and complaints; Right to complain to the supervisory authority; Contact details; How to contact us; \
                 Who can I contact?; Questions and concerns; How do you find us?; Who to speak to; Regulator; Grievances; \
                 If you are aggrieved; Taking it further; To whom may I grumble?; If something has gone wrong; If we've upset you; Cwyno / Complaining; Cross with us?",
            ),
            (
                Accuracy,
                "Keeping your data up to date; Accuracy of your information",
            ),
            (
                Children,
                "Under 13; Children; Are you 13 or under?; What about young patients?; If you are a young carer; A word for the children",
            ),
            (
                Cookies,
                "Cookies & IP addresses; What are Cookies and why are they used?",
            ),
            (
                Data,
                "2. Your data; The data we use; The information we use about you; What information do we collect; The types of information we hold; Personal data; What we collect; What we keep; \
                 What we ask volunteers for; What do you know about me?; What do we need to know about your child and you?; Information that we process; What do we have about you?; \
                 Data held; Information gathered; What is gathered; What do you write down about me?; Yr wybodaeth / The information; Whose data, and what",
            ),
            (
                Collection,
                "How do we collect information from you?; How we get your data",
            ),
            (
                Changes,
                "Changes to this privacy notice; Last updated; Review of this notice; When did you last change this?; Amendments; \
                 If we rewrite this; Currency of this Statement",
            ),
        ];
        for (id, headings) in cases {
            for heading in headings.split(';') {
                assert_eq!(section(heading), Some(id), "{heading}");
            }
        }
    }

    #[test]
    fn other_headings_begin_none() {
        for heading in [
            "Copyright",
            "Managed services",
            "Whole-life carbon",
            "Because you asked",
            "Housing benefit",
            "Customer complaints",
            "Security guards",
            "Useful links",
            "Right to Buy",
            "Rights of way",
            "All rights reserved",
            "Sharing economy",
            "Children's services",
            "Contact centre",
            "Parent governors",
            "Research grants",
            "Using the library",
            "House rules",
            "Safeguarding",
            "Legal obligation",
            "Public task",
            "Social security",
            "Accused persons",
            "Staged payments",
            "Permits privacy notice",
            "Use of skips",
            "Change of tenancy",
            "Who gets a permit?",
            "Who is entitled to a permit?",
            "What carers are entitled to",
            "Challenges",
            "The vans we use",
            "Planning challenges and complaints",
            "Who has to pay?",
            "What we need from builders",
            "Child protection",
            "I. Newton",
            "Grievance procedure for staff",
            "Amendments to planning applications",
            "Machines in the laundry",
            "Territory of the parish",
            "Parties and functions",
            "Locked gates",
            "Entitlement to free school meals",
            "Computers in the library",
            "Handing over your keys",
            "Reading groups",
            "If a repair goes wrong",
            "Cars / vans",
            "Whose dog is it?",
            "",
        ] {
            assert_eq!(section(heading), None, "{heading}");
        }
    }
}
