//! What a section is about by what it says, where its heading does not tell.

use std::sync::LazyLock;

use notice::SectionId::{self, *};

use super::{HeadingPattern, patterns, words};
use crate::draft::{
    find,
    piece::{Piece, Shape},
};

/// What sentences of a section say: the section, how much one such sentence says, and patterns of which one must fit.
/// Patterns are written as those of headings are.
const CUES: [(SectionId, usize, &str); 23] = [
    (
        Data,
        4,
        "the following information | the following data | the following details | the following about | has room for | we write down | is written down \
         | we take your | we hold your | we record your | we keep your | we collect your | we ask for your | we ask your | we note",
    ),
    (
        Data,
        2,
        "date* of birth | your name | name address | names address* | name and address | names and address* | names and dates | insurance number | nhs number | telephone number* \
         | phone number* | phone and email | next of kin | ethnic* | nationality | bank details | photograph* | signature | religious | religion | health* | medical \
         | disability | recordings | emergency contact* | age band | test results | marks | attendance | references | referees | criminal",
    ),
    (
        Sources,
        4,
        "come* from | came from | came to us | come to us | comes to us | told us about | tell* us about you | not from you | rest from | given to us by | supplied by | provided by \
         | passed to us | sent to us | sends us | send us | gives us | give us your | passes us | tells us | receive*+from | obtain*+from | get+about you from | hear from | heard from | write to us \
         | added by | from your last | people probably did",
    ),
    (
        Sources,
        2,
        "from your | from the | from other | from another | by your",
    ),
    (
        Recipients,
        4,
        "share*+with | shared | pass*+to | passed on | passes to | pass it | pass them | disclose* | give it to | give them to | given to | send your | send it to | sent to | goes to | goes back to \
         | can see | may see | sees it | can read | access to | has access | have access | we tell | may be told | is told | are told | may be asked for by | host our | hosts our | who host | run for us | read each",
    ),
    (
        Recipients,
        2,
        "go to | nobody else | no one else | no others | works for us | work for us | on our behalf | our contractor* | our supplier*",
    ),
    (
        Retention,
        2,
        "deleted | delete | destroyed | destroy | shredded | shred | wiped | erased | thrown | kept | keep | keeps | hold | held | retain* | permanently | for ever | archive*",
    ),
    (
        Transfers,
        6,
        "abroad | overseas | outside the uk | outside the united | outside britain | outside great britain | outside europe | out of the united | out of the country | leaves the country | leave the country \
         | leaves the uk | leave the uk | leaves this country | european economic | adequacy | data bridge | privacy framework | contractual clauses | standard clauses | transfer agreement | united states | american \
         | another country | other countries | republic of ireland | in canada | in australia | in india | in ireland | in germany | in america | in the usa",
    ),
    (
        Transfers,
        4,
        "servers in | data centre* in | stay* in | never leave*",
    ),
    (
        Rights,
        4,
        "you can ask | you may ask | you may also ask | ask us to | ask for a copy | a copy of what | a copy of your | you may object | you can object | right to | rights | rub it out | put it right | put right | set straight | correct it | may i ask \
         | can i",
    ),
    (
        Complaints,
        6,
        "complain* | ombudsman | information commissioner* | grievance* | regulator | unhappy | not satisfied | dissatisfied",
    ),
    (
        Complaints,
        2,
        "upset | acknowledge | put things right | went wrong | gone wrong",
    ),
    (
        Automated,
        6,
        "by machine | by a machine | by computer | by a computer | automat* | algorithm* | machine alone | computer alone | computer decide* | machine decide* | computer does not | without a person | without anyone | a person decides \
         | a person always | person looks | human being | scores | profil*",
    ),
    (
        Choice,
        4,
        "need not | do not have to | don't have to | not have to | you must tell | you must give | you must answer | must by law | required by law to tell | refuse to | may refuse | decline | leave blank | left blank | leave it blank | yours to leave | optional | voluntary \
         | compulsory | obliged to tell | if you don't | if you do not | if you will not | rather not | without your name | without an address | without it we | without them we | bound to | is an offence | may be fined | no penalty",
    ),
    (
        Choice,
        2,
        "without+can't | without+cannot | cannot+unless | not+may send | some questions | answer some",
    ),
    (
        Children,
        6,
        "under 13 | under 16 | under 18 | under thirteen | under sixteen | under eighteen | younger than | parent or guardian | parent or carer+agree* | version+children | children+version | comic | grown up | grown ups | grown-up*",
    ),
    (
        Children,
        2,
        "young people | young patients | children | teenager* | your parent*",
    ),
    (
        Security,
        6,
        "encrypt* | locked | password* | firewall* | two step | two factor | alarmed | cyber | pseudonym* | penetration | backed up | access controls | trained+staff | staff+trained | lock and key",
    ),
    (
        Changes,
        6,
        "this notice+change* | change*+this notice | this notice+update* | update*+this notice | change*+this page | new version* | this version | version+replaces | this notice+replaces | this statement+review* | last updated | was last | \
         look at it again | look at this again | go over it again | this page+change* | this statement+change* | was written on | written again",
    ),
    (
        Purposes,
        4,
        "we use it | we use this | we use them | we use your | we need+to | in order to | so that we | it lets us | used to | used for | so as to | task of public | task in the public | legal bas* | lawful bas* | legal obligation* | legitimate interest* \
         | vital interest* | public task | article 6 | lays on | the duty to | the power to | a duty to | our duty | we rely on | with your consent | only if you consent | necessary for",
    ),
    (Purposes, 2, "by law | under the act | because"),
    (
        Who,
        4,
        "the controller | are controller | is controller | a controller | joint controllers | answers for | answerable for | responsible in law | responsible for+information | responsible for+data | responsible for+record* | decides how | decide how | decides what | decide what | decides why \
         | decide why",
    ),
    (
        Who,
        2,
        "data protection officer | data protection lead | registered charity | our office* | our address | is at",
    ),
];

static PATTERNS: LazyLock<Vec<(SectionId, usize, Vec<HeadingPattern>)>> = LazyLock::new(|| {
    let read =
        |&(id, weight, list): &(SectionId, usize, &'static str)| (id, weight, patterns(list));
    CUES.iter().map(read).collect()
});

static OTHERS: LazyLock<Vec<HeadingPattern>> =
    LazyLock::new(|| OTHER.iter().flat_map(|it| patterns(it)).collect());

/// What is seen of a section, its sentences one after the other.
#[derive(Default)]
struct Evidence {
    /// How much speaks for each section, and how many sentences do.
    points: Vec<(SectionId, usize, usize)>,
    /// How many sentences and items there are.
    sentences: usize,
}

impl Evidence {
    fn add(&mut self, text: &str, item: bool) {
        let words = words(text);
        if words.is_empty() {
            return;
        }
        let mut own: Vec<(SectionId, usize)> = Vec::new();
        let mut say = |id: SectionId, weight: usize| match own.iter_mut().find(|it| it.0 == id) {
            Some(it) => it.1 = it.1.max(weight),
            None => own.push((id, weight)),
        };
        for (id, weight, any) in PATTERNS.iter() {
            if any.iter().any(|it| it.fits(&words)) {
                say(*id, *weight);
            }
        }
        // How long something is kept; a month in which somebody answers is no such period.
        let within = words
            .iter()
            .any(|it| matches!(&**it, "within" | "reply" | "answer" | "acknowledge"));
        if !within && !find::periods(text).is_empty() {
            say(Retention, 6);
        }
        if item && words[0] == "to" && words.len() > 2 {
            say(Purposes, 4);
        }
        if !find::bases(text).is_empty() {
            say(Purposes, 4);
        }
        // Whoever is named in a complaint is told, asked and has addresses: that is what it is about.
        if own.contains(&(Complaints, 6)) {
            own.retain(|it| it.0 == Complaints);
        }
        // "Without your name we cannot enrol you" is about what must be told, "under the Framework" about where it goes.
        for strong in [Transfers, Choice] {
            if own.iter().any(|it| it.0 == strong && it.1 >= 4) {
                own.retain(|it| it.0 == strong || it.1 > 4);
            }
        }
        // What is said first is what a section is about.
        let first = self.sentences == 0;
        self.sentences += 1;
        // What leads up to a list speaks for its items, too.
        let times = if text.trim_end().ends_with(':') { 2 } else { 1 };
        for (id, weight) in own {
            let weight = if first { weight + weight / 2 } else { weight };
            match self.points.iter_mut().find(|it| it.0 == id) {
                Some(it) => (it.1, it.2) = (it.1 + weight, it.2 + times),
                None => self.points.push((id, weight, times)),
            }
        }
    }

    /// Returns the section for which clearly more speaks than for any other.
    fn decided(mut self) -> Option<SectionId> {
        self.points.sort_by_key(|it| std::cmp::Reverse(it.1));
        let (id, most, times) = *self.points.first()?;
        // One sentence among many is in passing.
        if times == 1 && self.sentences > 4 {
            return None;
        }
        let next = self.points.get(1).map_or(0, |it| it.1);
        (most >= 4 && most * 3 >= self.sentences * 2 && most * 2 >= next * 3).then_some(id)
    }
}

/// So many pieces of a section tell what it is about, however long it is.
const MOST: usize = 120;

/// Headings under which all sorts of things are said.
const OTHER: [&str; 14] = [
    "definition*",
    "glossary",
    "footnote*",
    "note",
    "notes",
    "freedom of information",
    "summary",
    "short",
    "glance",
    "annex*",
    "appendi*",
    "approved",
    "words",
    "useful links",
];

/// Returns what a section is about by what stands in it. `heading` is one that does not tell.
pub(in crate::draft) fn said<'a>(
    heading: &str,
    body: impl Iterator<Item = &'a Piece>,
) -> Option<SectionId> {
    let own = words(heading);
    if OTHERS.iter().any(|it| it.fits(&own)) || find::body_alone(heading).is_some() {
        return None;
    }
    let mut seen = Evidence::default();
    for piece in body.take(MOST) {
        match piece.shape {
            Shape::Heading(_) => {}
            Shape::Bullet | Shape::Row => seen.add(&piece.text, true),
            Shape::Paragraph => {
                for sentence in piece.text.split_inclusive(['.', '?', '!', ';']) {
                    seen.add(sentence, false);
                }
            }
        }
    }
    seen.decided()
}

#[cfg(test)]
mod tests {
    use notice::SectionId::{self, *};

    use super::said;
    use crate::draft::piece::{Piece, Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// What a section says, its items each behind a star.
    fn of(heading: &str, text: &str) -> Option<SectionId> {
        let piece = |line: &str| match line.strip_prefix("* ") {
            Some(item) => Piece::new(1, Shape::Bullet, item),
            None => Piece::new(1, Shape::Paragraph, line),
        };
        let body: Vec<Piece> = text.lines().map(piece).collect();
        said(heading, body.iter())
    }

    #[test]
    fn a_section_is_about_what_clearly_most_of_it_says() {
        for (id, text) in [
            (
                Data,
                "On the card we record your name, your telephone number and your date of birth.\nThe nurse adds test results and the name of your next of kin.",
            ),
            (
                Data,
                "* name and address\n* date of birth\n* National Insurance number\n* bank details",
            ),
            (
                Sources,
                "Most of it came from you. The rest came from the DVLA and from the last landlord.",
            ),
            (
                Sources,
                "The previous school sends us a file. We also hear from the health visitor.",
            ),
            (
                Recipients,
                "Your name goes to the bailiffs where a court has made an order. The fee is passed on to Quay Payments Ltd.",
            ),
            (
                Recipients,
                "We share the list with the parish clerk. Nobody else can see it.",
            ),
            (
                Retention,
                "Forms are shredded after two years. The register is kept for six years and then destroyed.",
            ),
            (
                Transfers,
                "The newsletter is sent by a firm with servers in the United States, under the data bridge.",
            ),
            (
                Rights,
                "You can ask for a copy of the file. You may also ask us to correct it, and you may object.",
            ),
            (
                Complaints,
                "Complain to the clerk first. After that the Information Commissioner will look into it.",
            ),
            (
                Automated,
                "The bidding system scores each application automatically. A person always looks at a refusal.",
            ),
            (
                Choice,
                "You need not tell us your telephone number. Without your name and address we cannot send the badge.",
            ),
            (
                Security,
                "The cards are locked in the office, and the database is encrypted.",
            ),
            (
                Changes,
                "This notice will change when the scheme does. The new version will stand here.",
            ),
            (
                Purposes,
                "We need these things in order to arrange lessons. It is a task in the public interest.",
            ),
            (
                Purposes,
                "* to send you a bill\n* to collect what is owed\n* to stop fraud",
            ),
        ] {
            assert_eq!(of("A heading of its own", text), Some(id), "{text}");
        }
    }

    #[test]
    fn a_section_about_much_or_about_something_else_is_left() {
        for text in [
            "The hall is open every day but Sunday. The bar is shut in August.",
            "Plots are let from April. Rent is due on the first of the month.",
            "* a skip\n* a scaffold\n* a crane",
            "We share the form with the police. It is deleted after two years. You can ask for a copy.",
            "",
            "The hall has two doors. Keys hang by the stage. The kettle is shared by all. Floors are swept on Mondays. Nobody has to \
             complain about the heating.",
            "Ring the office before noon if the lift is out of order.",
        ] {
            assert_eq!(of("A heading of its own", text), None, "{text}");
        }
        let shared = "We share the list with the parish clerk. Nobody else can see it.";
        for heading in [
            "Definitions",
            "In short",
            "Glossary",
            "Overton Town Council",
            "Footnotes",
        ] {
            assert_eq!(of(heading, shared), None, "{heading}");
        }
    }
}
