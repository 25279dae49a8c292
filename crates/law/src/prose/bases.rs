//! Whether a source text says what lets data be used.

use notice::{Notice, Purpose, SectionId};

use super::{Piece, Prose, traces::is_trace};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, sentences, words},
};

/// Words by which a use has a basis.
const NAMED: [&str; 10] = [
    "article 6",
    "art. 6",
    "6(1)",
    "public task",
    "legal obligation",
    "legitimate interest",
    "consent",
    "contract",
    "vital interest",
    "public interest",
];

/// Says whether a sentence may state a basis for all uses of a list. What lets sensitive data be used is no basis for any of them.
fn is_of_all(sentence: &str) -> bool {
    let condition = [
        "article 9",
        "art. 9",
        "9(2)",
        "article 10",
        "art. 10",
        "schedule 1",
        "special category",
        "criminal offence",
    ];
    let basis = [
        "article 6",
        "art. 6",
        "6(1)",
        "lawful basis",
        "legal basis",
        "public task",
        "legal obligation",
        "legitimate interest",
    ];
    // That nobody must answer by law is no basis.
    let by_law = has(sentence, &["by law"]) && !denies(sentence);
    let stated = has(sentence, &NAMED) || has(sentence, &["basis"]) || by_law;
    stated && (!has(sentence, &condition) || has(sentence, &basis))
}

/// Returns a use that names no basis in a list of which the others each name their own, where nothing is said of them together.
fn left_out<'a>(notice: &'a Notice, text: &Prose) -> Option<&'a str> {
    let stated = |it: &&Purpose| {
        has(&it.text, &NAMED) || it.basis_detail.as_ref().is_some_and(|it| has(it, &NAMED))
    };
    let all = &notice.purposes;
    let many = all.iter().filter(stated).count();
    let mut rest = text
        .pieces
        .iter()
        .filter(|it| it.section == SectionId::Purposes);
    let together = rest.any(|it| sentences(&it.text).any(is_of_all));
    let left = all.iter().find(|it| !stated(it))?;
    // A list may go on with what is used, which is no use: "health and convictions".
    // What it is about may stand before the use: "Vehicle numbers: to manage parking".
    let (label, behind) = left.text.split_once(':').unwrap_or(("", &left.text));
    let labelled = words(label).len() < 6 && is_a_use(behind);
    ((labelled || is_a_use(&left.text)) && !together && many > 2 && many + 1 == all.len())
        .then_some(left.text.as_str())
}

/// A paragraph of the part on uses, with the name of its use before it: "Training. We play recordings …", "Training: to …".
struct Labelled<'a> {
    label: Vec<String>,
    rest: &'a str,
    whole: &'a str,
}

fn labelled(text: &str) -> Option<Labelled<'_>> {
    const BEGINS: [&str; 8] = ["for", "if", "it", "they", "this", "we", "where", "you"];
    let end = text.find(['.', ':'])?;
    let (label, rest) = (words(&text[..end]), text[end + 1..].trim());
    let short = if text[end..].starts_with('.') { 5 } else { 12 };
    let name = !label.is_empty()
        && label.len() <= short
        && !label
            .first()
            .is_some_and(|it| BEGINS.contains(&it.as_str()));
    (name && words(rest).len() > 3).then_some(Labelled {
        label,
        rest,
        whole: text,
    })
}

fn is_a_heading(text: &str) -> bool {
    words(text).len() < 10 && !text.contains(':') && !text.ends_with(['.', ';', ','])
}

/// Returns a labelled paragraph that tells a use and names no basis, where the others each name their own and nothing is said of them
/// together.
fn left_out_of_paragraphs(text: &Prose) -> Option<&str> {
    let own = text.pieces.iter();
    let own: Vec<&Piece> = own.filter(|it| it.section == SectionId::Purposes).collect();
    // Another heading begins another part, which may tell of a basis for all.
    let end = own.iter().position(|it| is_a_heading(&it.text));
    let (part, behind) = own.split_at(end.unwrap_or(own.len()));
    let all: Vec<Labelled<'_>> = part.iter().filter_map(|it| labelled(&it.text)).collect();
    let unlabelled = part.iter().filter(|it| labelled(&it.text).is_none());
    let together = unlabelled
        .chain(behind)
        .any(|it| sentences(&it.text).any(is_of_all));
    let (stated, rest): (Vec<&Labelled<'_>>, Vec<&Labelled<'_>>) =
        all.iter().partition(|it| has(it.rest, &NAMED));
    // A table has the same label in each row, and its use behind it.
    let table = all.windows(2).all(|it| it[0].label == it[1].label);
    let left = match rest.as_slice() {
        [left] => *left,
        _ => return None,
    };
    let tells = table || (is_a_use(left.rest) && sentences(left.rest).any(has_an_aim));
    (stated.len() > 2 && tells && !together && !refers_to_a_basis(left.rest)).then_some(left.whole)
}

/// Says whether a sentence does something for the sake of something.
fn has_an_aim(sentence: &str) -> bool {
    let aims = |it: &String| matches!(it.as_str(), "to" | "for" | "so");
    words(sentence).iter().any(aims) && !denies(sentence) && !is_trace(sentence)
}

/// Says whether a text may speak of a basis in other words, or of one that is told elsewhere: "this is the same", "the law asks for it".
fn refers_to_a_basis(text: &str) -> bool {
    let all = words(text);
    let refers = [
        "above",
        "act",
        "agree",
        "agreed",
        "agreement",
        "basis",
        "below",
        "duty",
        "duties",
        "law",
        "lawful",
        "legal",
        "likewise",
        "obliged",
        "permission",
        "same",
        "section",
        "statutory",
        "task",
        "too",
    ];
    all.iter().any(|it| refers.contains(&it.as_str()))
}

fn is_a_use(text: &str) -> bool {
    let first = words(text).into_iter().next().unwrap_or_default();
    matches!(first.as_str(), "to" | "we" | "so") || first.ends_with("ing")
}

/// Finds that a whole notice names no lawful basis, and that one use of a list names none where the others do.
pub(crate) fn bases(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let terms = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legal duty",
        "legitimate interest",
        "consent",
        "contract",
        "official authority",
        "public interest",
        "vital interest",
        "the law ",
        "by law",
        "statutory",
        "duty under",
        " act 1",
        " act 2",
        "duties under",
        "your permission",
        "you agree",
    ];
    let told = text.texts.iter().any(|text| has(text, &terms));
    let message = "The text names no lawful basis";
    let missing = (!told && text.is_whole()).then(|| Found::missing(message));
    let left = left_out(notice, &text).or_else(|| left_out_of_paragraphs(&text));
    let left = left.map(|it| {
        let message = "This use names no lawful basis, and the others of its list each name theirs";
        Found::weak(message).at(it)
    });
    found(missing.into_iter().chain(left))
}

#[cfg(test)]
mod tests {
    use super::{Piece, Prose, is_a_use, is_of_all, left_out_of_paragraphs};
    use notice::SectionId;

    fn left(paragraphs: &[&str]) -> Option<String> {
        let piece = |text: &&str| Piece {
            section: SectionId::Purposes,
            text: (*text).to_owned(),
            is_bullet: false,
        };
        let text = Prose {
            title: String::new(),
            texts: Vec::new(),
            pieces: paragraphs.iter().map(piece).collect(),
        };
        left_out_of_paragraphs(&text).map(str::to_owned)
    }

    #[test]
    fn a_paragraph_without_a_basis_among_others_with_theirs_is_told() {
        let stated = [
            "Advice. We work out a budget with you. We rely on legitimate interests.",
            "Calling back: to finish what we began. This is our legitimate interest.",
            "Health. We note what you say with your consent.",
        ];
        let with = |own: &[&str]| left(&[&stated[..], own].concat());
        for own in [
            "Training. We play recordings of calls to new advisers so that they can learn from them.",
            "Surveys: to ask what you think of us.",
            "Recordings. We listen to calls to find out how we could do better.",
            "The magazine: sending you stories for members.",
            "Checking quality: we read case notes in order to compare advisers.",
            "Publicity. We take your story to the newspapers.",
        ] {
            assert_eq!(with(&[own]).as_deref(), Some(own), "{own}");
        }
        for own in [
            "Training. We play recordings to new advisers. This rests on the same interest.",
            "Surveys: to ask what you think, which the law has us do.",
            "Gifts. We do not use your details to ask for money.",
            "Recordings. They are wiped after six months.",
            "Complaints. We keep letters for six years to answer claims.",
            "Statistics: numbers without names.",
        ] {
            assert_eq!(with(&[own]), None, "{own}");
        }
        let training = "Training. We play calls to new advisers so that they learn.";
        assert_eq!(
            with(&[training, "The basis of the rest is our public task."]),
            None
        );
        assert_eq!(
            with(&[training, "Surveys: to ask what you think of us."]),
            None
        );
        let answers = [
            "Do you need to tell us anything?",
            "No. You can ring without a name.",
        ];
        assert!(with(&[&[training][..], &answers].concat()).is_some());
        assert_eq!(
            with(&[training, "Our lawful basis", "A public task, for all."]),
            None
        );
        assert_eq!(left(&[stated[0], training]), None);
        let row = |use_: &str, basis: &str| format!("What for: {use_}{basis}");
        let rows = [
            row("Teaching children in school", "; Lawful basis: public task"),
            row("Feeding children at noon", "; Lawful basis: contract"),
            row(
                "Counting pupils each term",
                "; Lawful basis: legal obligation",
            ),
            row("Photographs in our yearly prospectus", ""),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(left(&rows).as_deref(), Some(rows[3]));
    }

    #[test]
    fn a_use_is_told_from_what_is_used() {
        for text in [
            "To manage parking.",
            " so that we know who is here",
            "Managing the road",
            "We print badges",
        ] {
            assert!(is_a_use(text), "{text}");
        }
        for text in ["Health and convictions", "number plates", "The road"] {
            assert!(!is_a_use(text), "{text}");
        }
    }

    #[test]
    fn a_basis_for_all_is_told_from_a_condition_for_some_data() {
        for sentence in [
            "All of this rests on a public task.",
            "We do the rest with your consent.",
            "The basis of each is Article 6(1)(e).",
            "Our bases are Article 6(1)(e) and, for health, Article 9(2)(g).",
            "We are bound by law to do the rest.",
            "Each is our legal obligation, and for health Schedule 1 applies.",
        ] {
            assert!(is_of_all(sentence), "{sentence}");
        }
        for sentence in [
            "Medical history is processed under Article 9(2)(g), substantial public interest.",
            "Data about convictions is used under Article 10, by consent or otherwise.",
            "Special category data needs your explicit consent.",
            "For health we meet a condition of Schedule 1: consent.",
            "Your religion: explicit consent, Art. 9.",
            "We use your details when you write to us.",
            "You are not obliged by law to sign in.",
            "Nobody is required by law to answer.",
        ] {
            assert!(!is_of_all(sentence), "{sentence}");
        }
    }
}
