//! What an import has left in the source's words: not entered yet, which is not the same as not said.

use notice::{Block, Inline, Notice, SectionId};

use super::{
    Found, Mark,
    text::{MARK, has, marks, plain, sentences},
};

/// Where a source speaks of what a rule looks for: under headings of a section, or in these words.
struct Spoken {
    rule: &'static str,
    section: Option<SectionId>,
    words: &'static [&'static str],
}

const fn spoken(
    rule: &'static str,
    section: Option<SectionId>,
    words: &'static [&'static str],
) -> Spoken {
    Spoken {
        rule,
        section,
        words,
    }
}

const SPOKEN: [Spoken; 18] = [
    spoken("ID-01", None, &["controller", "we are "]),
    spoken(
        "DPO-01",
        None,
        &["data protection officer", "dpo@", " dpo "],
    ),
    spoken("PUR-01", Some(SectionId::Purposes), &[]),
    spoken(
        "BAS-01",
        None,
        &[
            "lawful basis",
            "legal basis",
            "legal obligation",
            "public task",
            "legitimate interest",
            "article 6",
        ],
    ),
    spoken(
        "BAS-04",
        None,
        &[
            "article 9",
            "substantial public interest",
            "special categor",
        ],
    ),
    spoken("REC-01", Some(SectionId::Recipients), &[]),
    spoken(
        "TRF-01",
        Some(SectionId::Transfers),
        &[
            "outside the uk",
            "outside the united kingdom",
            "european economic",
        ],
    ),
    spoken("RET-01", Some(SectionId::Retention), &[]),
    spoken(
        "RGT-01",
        Some(SectionId::Rights),
        &["right to ", "right of "],
    ),
    spoken(
        "RGT-02",
        None,
        &["right to object", "and to object", "object to"],
    ),
    spoken("CON-01", None, &["withdraw"]),
    spoken("CMP-01", None, &["complain"]),
    spoken(
        "CMP-02",
        None,
        &[
            "information commission",
            "ico.org.uk",
            " ico ",
            " ico.",
            "(ico)",
        ],
    ),
    spoken(
        "STA-01",
        Some(SectionId::Choice),
        &[
            "do not have to",
            "have to give",
            "do not provide",
            "required to provide",
        ],
    ),
    spoken(
        "ADM-01",
        Some(SectionId::Automated),
        &["automated decision", "automatic decision"],
    ),
    spoken("SRC-01", Some(SectionId::Sources), &[]),
    spoken("SRC-02", Some(SectionId::Data), &[]),
    spoken(
        "CHD-01",
        Some(SectionId::Children),
        &["under 13", "under the age of 13"],
    ),
];

/// A regulator is named for other reasons too: who is registered with it says nothing of complaints.
const TURNING: [&str; 8] = [
    "complain",
    "unhappy",
    "not happy",
    "concern",
    "dissatisfied",
    "contact",
    "appeal",
    "raise",
];

/// Says of what a rule misses where the source speaks of it, as long as that waits in the draft to be written again.
pub(super) fn told(rule: &str, notice: &Notice, found: Vec<Found>) -> Vec<Found> {
    let Some(spoken) = SPOKEN.iter().find(|spoken| spoken.rule == rule) else {
        return found;
    };
    if !found.iter().any(|it| it.mark == Mark::Missing) {
        return found;
    }
    let marks = waiting(notice, spoken);
    let Some(first) = marks.first() else {
        return found;
    };
    let mut lines: Vec<&str> = marks.iter().filter_map(|mark| line(mark)).collect();
    // The rows of a table have one line.
    lines.dedup();
    lines.truncate(3);
    let lines = match &lines[..] {
        [] => return found,
        [one] => format!("line {one}"),
        [most @ .., last] => format!("lines {} and {last}", most.join(", ")),
    };
    let told = |it: Found| match it.mark {
        Mark::Missing => Found {
            message: format!("Not entered yet: the source speaks of this in {lines}"),
            place: Some((*first).to_owned()),
            pending: true,
            ..it
        },
        _ => it,
    };
    let mut told: Vec<Found> = found.into_iter().map(told).collect();
    told.dedup();
    told
}

/// How many paragraphs of a notice an import has left to be written again.
#[must_use]
pub fn left_to_rewrite(notice: &Notice) -> usize {
    marks(notice).count()
}

/// The marks of the paragraphs that speak of it.
fn waiting<'a>(notice: &'a Notice, spoken: &Spoken) -> Vec<&'a str> {
    let paragraphs = notice.sections.iter().flat_map(|section| {
        section.body.iter().filter_map(move |block| match block {
            Block::Paragraph(runs) => match &runs[..] {
                [Inline::Strong(mark), rest @ ..] if mark.starts_with(MARK) => {
                    Some((section.id, mark.as_str(), rest))
                }
                _ => None,
            },
            Block::List(_) => None,
        })
    });
    let says = |rest: &[Inline]| {
        let text = plain(rest);
        sentences(&text).any(|sentence| {
            has(sentence, spoken.words) && (spoken.rule != "CMP-02" || has(sentence, &TURNING))
        })
    };
    paragraphs
        .filter(|(id, _, rest)| Some(*id) == spoken.section || says(rest))
        .map(|(_, mark, _)| mark)
        .collect()
}

/// The line of the source that a mark gives.
fn line(mark: &str) -> Option<&str> {
    mark.strip_prefix(MARK)?
        .split_once(')')
        .map(|(line, _)| line)
}
