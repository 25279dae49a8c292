//! What a section is about by what it says, where its heading does not tell.

use std::sync::LazyLock;

use notice::SectionId::{self, *};

use super::{HeadingPattern, cues::CUES, patterns, words};
use crate::draft::{
    find,
    leads::leads_to,
    passed,
    piece::{Piece, Shape},
    purposed::is_verb,
    whence, written,
};

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
        let within = words.iter().any(|it| {
            matches!(
                &**it,
                "within" | "inside" | "reply" | "answer" | "acknowledge"
            )
        });
        if !within && !find::periods(text).is_empty() {
            say(Retention, 6);
        }
        // What leads up to a list says what is in it.
        if text.trim_end().ends_with(':')
            && let Some(id) = leads_to(text)
        {
            say(id, 6);
        }
        if !item && !passed::of_sentence(text).is_empty() {
            say(Recipients, 4);
        }
        if !item && !whence::each_from(text).unwrap_or_default().is_empty() {
            say(Sources, 6);
        }
        if item && words[0] == "to" && words.len() > 2 {
            // "To your GP" says whom it goes to, "to pay you" what it is for.
            let behind = text.split(' ').nth(1).unwrap_or_default();
            say(
                if is_verb(behind) {
                    Purposes
                } else {
                    Recipients
                },
                4,
            );
        }
        // "You can have mistakes in it mended" grants a right, by whatever words.
        let grants = words[0] == "you" && matches!(words.get(1).map_or("", |it| it), "can" | "may");
        if grants && !find::rights_told(text, find::RightsContext::Within).is_empty() {
            say(Rights, 4);
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

/// Parts a text at the marks that end something, and not within an address: “dpo@overton.example”.
fn parted(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = rest.match_indices(['.', '?', '!', ';']).find(|(at, mark)| {
            let behind = &rest[at + mark.len()..];
            behind.is_empty() || behind.starts_with(' ') || behind.starts_with(['”', '"', ')'])
        });
        let end = ends.map_or(rest.len(), |(at, mark)| at + mark.len());
        let (first, behind) = rest.split_at(end);
        rest = behind;
        (!first.is_empty()).then_some(first)
    })
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
    let body: Vec<&Piece> = body.take(MOST).collect();
    // What gives the notice's own day, or the next, speaks of its changes.
    let lines = body.iter().map(|it| (it.line, it.text.as_str()));
    if find::dated(std::iter::once((0, heading)).chain(lines)).is_dated() {
        seen.points.push((Changes, 6, 2));
    }
    for piece in body {
        match piece.shape {
            Shape::Heading(_) => {}
            Shape::Bullet | Shape::Row => seen.add(&piece.text, true),
            Shape::Paragraph => {
                // "Your name. Where you live. What the quarrel is about."
                if let Some(names) = written::fragments(&piece.text) {
                    seen.points.push((Data, 4 * names.len(), names.len()));
                }
                for sentence in parted(&piece.text) {
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
                "We go through it every September, and after any change in the law. Next: September 2026.",
            ),
            (
                Complaints,
                "Tell me first. If I am the trouble, ring the chairman or write to chairman@overton.example. He must write back inside 30 days. \
                 There is also the Information Commissioner.",
            ),
            (
                Sources,
                "We do not always hear from you first. A visit can be asked for on your behalf by:\n* housing officers\n* your family",
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
                Recipients,
                "Bits of it go further:\n* to your pharmacist, so that your medicine is ready\n* to Overton Probation Service, if you are on an order\n* to the DVLA",
            ),
            (
                Rights,
                "You can read your file. You can have mistakes in it mended. You can object to what we do with it. Where you said yes, \
                 you can change your mind. You can ask for it to be rubbed out.",
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
