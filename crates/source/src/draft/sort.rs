//! Which section a heading begins.

use std::{collections::HashSet, sync::LazyLock};

use notice::SectionId::{self, *};

use super::marks::{Lead, lead};

/// What headings of a section say, the most telling sections first: the section, patterns of which one must fit, and
/// patterns of which none may.
///
/// A pattern is words that follow one another; `*` stands for any end of a word, and `+` for any words between (in any
/// order). `!` marks what is said in privacy notices alone and counts in any heading. All else counts only in a question,
/// or in a heading that speaks of nothing but people's data, so that “Customer complaints” or “Security guards” begin no
/// section.
const RULES: [(SectionId, &str, &str); 24] = [
    (
        Cookies,
        "!cookie* | !ip address*",
        "cake* | bak* | biscuit* | chocolate | recipe* | stall*",
    ),
    (
        Changes,
        "!last updated | !last reviewed | !next review | changes+notice | changes+policy | changes+statement | changes to this \
         | change+notice | updates to this | update*+notice | update*+policy | update*+statement | review* | changes | version*",
        "how long",
    ),
    (
        Automated,
        "!automated | !automatic | !automatically | !profiling | decision*+computer* | decision*+machine*",
        "",
    ),
    (
        Complaints,
        "complain* | concern | concerns | contact | contacts | contacting | get in touch | questions | queries | enquiries \
         | further information | !information commissioner* | !supervisory authority | !ico",
        "",
    ),
    (
        Who,
        "!data protection officer* | !dpo | !data controller* | !controller",
        "",
    ),
    (
        Retention,
        "!retention | !how long | !storage period* | !retention schedule*",
        "complain* | tree* | hedge* | staff",
    ),
    (
        Transfers,
        "!abroad | !overseas | outside+uk | outside+kingdom | outside+eea | outside+eu | outside+european | outside+country \
         | other countries | another country | !third countr* | !international transfer* | international* | transfer* \
         | european economic | leave* the uk | foreign",
        "",
    ),
    (
        Security,
        "secure | securely | security | secured | securing | protect | protects | protected | protecting | safe | safely",
        "data protection | social security",
    ),
    (Accuracy, "accura* | !up to date | updating", ""),
    (
        Retention,
        "retain* | keep | kept | keeping | when+delete* | when+destroy* | dispos* | store | stored | storing | storage",
        "why | what",
    ),
    (
        Children,
        "child | children | !under 13 | !13 or under | !under 16 | parent | parents | guardian* | young people",
        "how | what | why | who | where | which | right*",
    ),
    (
        Purposes,
        "!lawful basis | !lawful bases | !legal basis | !legal bases | !legal ground* | !legal power* | !lawful reason*",
        "",
    ),
    (
        Sources,
        "where+from | where+get | where+obtain* | where+come* | obtain* from | collect* from other* | collect* from third \
         | received from | receive+from | get+from | !from third part* | from other* | source | sources",
        "power* | why | purpose* | reason*",
    ),
    (
        Recipients,
        "share | shared | shares | sharing | disclose* | disclosure* | disclosing | recipient* | who+access | who+see | who+sees \
         | who+receive* | pass*+to | pass* on | third part*",
        "",
    ),
    (
        Purposes,
        "why | purpose | purposes | reason | reasons | power | powers",
        "",
    ),
    (
        Rights,
        "!your rights | !your data protection rights | right | rights | !subject access | access to | access your | access my | accessing your \
         | accessing my",
        "",
    ),
    (
        Choice,
        "choice | choices | choose | consent | withdraw* | !do you have to | !do i have to | have to+give | have to+provide \
         | need to give | need to provide | must you | must i | required to | opt | opting | if you do not | if you don't | if i do not \
         | if i don't | permission",
        "",
    ),
    (Research, "research | statistic* | survey | surveys", ""),
    (
        Collection,
        "how+collect* | how+obtain* | how+get | how+gather*",
        "use | used | using | how to",
    ),
    (
        Data,
        "what information | what personal | what data | what details | what type* | what kind* | what sort* | what categor* \
         | which information | which data | what+collect* | what+hold | !types of information | !types of personal | !types of data \
         | !kinds of information | !kinds of personal | !kinds of data \
         | !categories of | !information we | !personal data we | information+collect* | data+collect* | details+collect*",
        "",
    ),
    (
        Purposes,
        "use | used | uses | using | do with",
        "how to | terms of",
    ),
    (Sources, "obtain | obtained | obtaining", ""),
    (
        Data,
        "personal information | personal data | special category | special categories | sensitive",
        "privacy | notice",
    ),
    (
        Who,
        "!who we are | !who are we | about us | about the council | about the trust | about the school | about the service | who is+responsible | who+decides | who+collects | who is+collecting | who holds",
        "",
    ),
];

/// Words that say nothing of what a heading is about, and words that every privacy notice has.
const COMMON: &str = "a an the and or of to for in on at by with from about our your you we us i my me it its is are was be \
     been being do does did can could may must will would should have has had not no any all this that these those other others \
     how why what who whom where when which whose if than then also more under over between within outside into out up as so \
     there their they them we'll it's information data detail details personal privacy notice policy statement council councils \
     authority people person individual individuals record records file files law laws legal lawful lawfully gdpr uk process \
     processing processed processes collect collected collecting collection collects hold held holds give given get gets make \
     made need needed want provide provided organisation organisations anyone else erasure erase erased object objection \
     rectification rectify portability restrict restriction deletion delete deleted copy forgotten informed correct correction \
     decision decisions making long loss misuse available held";

/// Words with which a question begins.
const ASKING: [&str; 20] = [
    "how", "why", "what", "who", "whom", "where", "when", "which", "do", "does", "is", "are",
    "can", "could", "will", "must", "if", "whose", "may", "have",
];

struct Pattern {
    strong: bool,
    /// Phrases that must all be there.
    phrases: Vec<Vec<&'static str>>,
}

struct Rule {
    section: SectionId,
    any: Vec<Pattern>,
    none: Vec<Pattern>,
}

static PATTERNS: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rule = |&(section, any, none): &(SectionId, &'static str, &'static str)| Rule {
        section,
        any: patterns(any),
        none: patterns(none),
    };
    RULES.iter().map(rule).collect()
});

fn patterns(list: &'static str) -> Vec<Pattern> {
    list.split('|')
        .map(str::trim)
        .filter(|pattern| !pattern.is_empty())
        .map(|pattern| {
            let bare = pattern.trim_start_matches('!');
            Pattern {
                strong: bare.len() < pattern.len(),
                phrases: bare
                    .split('+')
                    .map(|phrase| phrase.split(' ').collect())
                    .collect(),
            }
        })
        .collect()
}

impl Pattern {
    fn fits(&self, words: &[String]) -> bool {
        self.phrases.iter().all(|phrase| {
            let mut windows = words.windows(phrase.len());
            windows.any(|window| window.iter().zip(phrase).all(|(word, want)| is(word, want)))
        })
    }
}

fn is(word: &str, want: &str) -> bool {
    match want.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == want,
    }
}

/// The section that a heading begins, whatever its number, its capitals and its marks.
pub(super) fn section(heading: &str) -> Option<SectionId> {
    // "Purpose(s) and legal basis".
    let words = words(&heading.replace("(s)", "s"));
    // A heading of many words is a paragraph that was taken for one.
    let first = words.first().filter(|_| words.len() <= 24)?;
    let asks = ASKING.contains(&first.as_str());
    let plain = asks || words.iter().all(|word| is_common(word));
    let rule = PATTERNS.iter().find(|rule| {
        let mut any = rule.any.iter().filter(|pattern| plain || pattern.strong);
        any.any(|pattern| pattern.fits(&words)) && !rule.none.iter().any(|it| it.fits(&words))
    });
    rule.map(|rule| rule.section)
}

/// The words that [`is_common`] knows, and the beginnings of others.
static KNOWN: LazyLock<(HashSet<&str>, Vec<&str>)> = LazyLock::new(|| {
    let keys = PATTERNS.iter().flat_map(|rule| &rule.any);
    let keys = keys.flat_map(|key| key.phrases.iter().flatten().copied());
    let (stems, whole): (Vec<&str>, Vec<&str>) = keys.partition(|key| key.ends_with('*'));
    let stems = stems.iter().map(|stem| stem.trim_end_matches('*'));
    (
        COMMON.split_whitespace().chain(whole).collect(),
        stems.collect(),
    )
});

/// Whether a word says nothing of its own, or is one that a section is known by.
fn is_common(word: &str) -> bool {
    let (whole, stems) = &*KNOWN;
    whole.contains(word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || stems.iter().any(|stem| word.starts_with(stem))
}

fn words(heading: &str) -> Vec<String> {
    let (kind, mut text) = lead(heading.trim());
    if kind == Lead::None {
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
    use super::{SectionId::*, section};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn headings_begin_the_section_that_they_speak_of() {
        let cases = [
            (
                Purposes,
                "How we use your personal information; Reasons we can collect and use your personal information; \
                 What do we use your information for?; Lawful basis for processing; What is our power to obtain and use the \
                 personal data?; Why do we collect and store personal information?; Using your data; OUR LEGAL BASIS",
            ),
            (
                Sources,
                "Where do we get your information?; Details of information obtained from third parties?; Sources of data; \
                 Where your information comes from; Information from other organisations",
            ),
            (
                Who,
                "1. Who we are; Who we are?; Section 2: About us; Data controller; Data protection officer",
            ),
            (
                Recipients,
                "WHO WE SHARE IT WITH:; Who has access to your information?; Sharing your data; Who will see my data; \
                 Third parties; Disclosure of information",
            ),
            (
                Transfers,
                "Is your information sent outside the United Kingdom or processed by anyone abroad?; Your information and \
                 other countries; International transfers; Do you transfer my data outside the EEA?",
            ),
            (
                Choice,
                "Do you have to give us your information?; Consent; Your choices; What if you do not provide it?",
            ),
            (
                Automated,
                "Automatic decisions; Details of any automated decision processes; Profiling",
            ),
            (
                Retention,
                "2. How long we keep your information:; Retention; 4.2 Retention of permit records; When do we delete it?",
            ),
            (
                Security,
                "How we keep your details secure; How do we protect your information?; Security of your data",
            ),
            (
                Rights,
                "Your rights; What are your rights in relation the personal data we process?; Right of access; \
                 Subject access requests; YOUR INFORMATION RIGHTS",
            ),
            (
                Complaints,
                "Complaints; Right to complain to the supervisory authority; Contact details; How to contact us; \
                 Who can I contact?; Questions and concerns",
            ),
            (
                Accuracy,
                "Keeping your data up to date; Accuracy of your information",
            ),
            (Children, "Under 13; Children; Are you 13 or under?"),
            (
                Cookies,
                "Cookies & IP addresses; What are Cookies and why are they used?",
            ),
            (
                Data,
                "What information do we collect; The types of information we hold; Personal data; What we collect",
            ),
            (
                Collection,
                "How do we collect information from you?; How we get your data",
            ),
            (
                Changes,
                "Changes to this privacy notice; Last updated; Review of this notice",
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
            "",
        ] {
            assert_eq!(section(heading), None, "{heading}");
        }
    }
}
