//! What a line is by its looks and its neighbours'.

use notice::SectionId;

use super::{
    find,
    label::{is_label, labelled},
    line::Line,
    marks::{self, Lead, lead, number},
    piece::{Piece, Shape},
    sort::section,
};

/// Words that no sentence ends with.
const UNENDED: [&str; 24] = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "including",
    "into",
    "my",
    "of",
    "on",
    "or",
    "our",
    "such",
    "that",
    "the",
    "their",
    "to",
    "under",
    "with",
    "your",
];

/// Says whether a text has no end yet.
pub(super) fn is_open(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ':', ';'])
}

/// Says whether a text cannot end as it does.
pub(super) fn wants_more(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with(',') || is_cut_word(text) || UNENDED.contains(&last.to_lowercase().as_str())
}

pub(super) fn is_cut_word(text: &str) -> bool {
    let rest = text.strip_suffix('-').unwrap_or_default();
    rest.ends_with(char::is_alphabetic)
}

/// Says whether a line is what and how long, or a word or three and what they are, with a dash between: `Accident forms – 3
/// years`, `Access – to see your data`.
fn is_pair(text: &str) -> bool {
    let parts = [" – ", " — ", " - "]
        .into_iter()
        .find_map(|dash| text.split_once(dash));
    parts.is_some_and(|(name, said)| {
        let words = name.split_whitespace().count();
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        // "Section 9 - Enquiries" begins one.
        let counts = matches!(&*first, "section" | "part" | "step" | "chapter");
        name.starts_with(char::is_uppercase)
            && !counts
            && (words <= 3 || (words <= 8 && !find::periods(said).is_empty()))
    })
}

/// Says whether a line is an item of a list that has no marks: short lines behind a colon.
pub(super) fn is_listed(last: Option<&Piece>, line: &Line, before: Option<&Line>) -> bool {
    let (Some(last), Some(before)) = (last, before) else {
        return false;
    };
    let short = line.text.split_whitespace().count() <= 15 && !line.full && !before.full;
    let item = line.text.starts_with(char::is_lowercase) || line.text.ends_with(';');
    let begins = last.shape == Shape::Paragraph && last.text.ends_with(':');
    // An item behind another that has no mark either.
    let goes_on = last.shape == Shape::Bullet
        && lead(&before.text).0 == Lead::None
        && last.line == before.number
        && before.gap == line.gap
        && !wants_more(&last.text);
    short && item && (begins || goes_on) && !line.crossed
}

/// Says whether a line has the number after another's: both are of one list.
pub(super) fn counts_on(one: &Line, two: &Line) -> bool {
    match (number(&one.text), number(&two.text)) {
        (Some((above, one)), Some((same, two))) => above == same && two == one + 1,
        _ => false,
    }
}

/// Returns the text behind the capital that counts a line, where a line beside it has the letter before or after: `A.` alone may be
/// somebody's initial.
pub(super) fn lettered<'a>(
    line: &'a Line,
    before: Option<&Line>,
    next: Option<&Line>,
) -> Option<&'a str> {
    let letter = |line: &Line| {
        let (first, _) = line.text.split_once([' ', '\t'])?;
        match first.as_bytes() {
            [letter, b'.'] if letter.is_ascii_uppercase() => Some(*letter),
            _ => None,
        }
    };
    let own = letter(line)?;
    let follows = before.and_then(letter).is_some_and(|it| it + 1 == own);
    let roman = |line: &Line| own == b'I' && line.text.starts_with("II. ");
    let leads = next.and_then(letter).is_some_and(|it| own + 1 == it) || next.is_some_and(roman);
    (follows || leads).then(|| line.text[2..].trim_start())
}

/// Says whether a line goes on with what the last piece began.
pub(super) fn goes_on(last: &Piece, line: &Line, before: &Line) -> bool {
    let open = is_open(&last.text);
    let middle = line
        .text
        .starts_with(|mark: char| mark.is_lowercase() || matches!(mark, '&' | '('));
    let unended = wants_more(&last.text) || (before.full && !line.gap);
    match last.shape {
        Shape::Heading(_) | Shape::Row => false,
        _ if is_label(&line.text) && (!before.full || labelled(&line.text).is_some()) => false,
        _ if is_name(&last.text) && !line.gap && !before.full && !middle => false,
        _ if is_pair(&line.text) && is_pair(&before.text) => false,
        Shape::Paragraph if line.gap => {
            // Across a gap only a sentence that a page, or what looks like one, has cut.
            let cut = line.crossed || before.text.split_whitespace().count() > 8;
            let goes_on = middle || (cut && wants_more(&last.text));
            open && goes_on && cut && !last.text.ends_with(':')
        }
        Shape::Paragraph => open || unended || middle,
        Shape::Bullet if line.gap => open && (middle || (line.crossed && wants_more(&last.text))),
        Shape::Bullet => open && (middle || unended),
    }
}

/// Says whether a line stands over what follows: a few words that are no sentence and say nothing of their own.
pub(super) fn is_heading(last: Option<&Piece>, lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let (kind, text) = lead(&line.text);
    let text = unnumbered(text)
        .or_else(|| behind_capital(&line.text))
        .filter(|_| line.gap)
        .unwrap_or(text);
    let before = at.checked_sub(1).map(|at| &lines[at]);
    let next = lines.get(at + 1);
    let known = section(text).is_some();
    // `1) What we collect`, and no `2)` beside it; `II. What we collect`.
    let counted = |line: &Line| bracketed(line).is_some() || behind_capital(&line.text).is_some();
    let alone = || {
        counted(line)
            && (line.gap || bracketed(line).is_some())
            && before.is_none_or(|it| !counted(it))
            && next.is_none_or(|it| !counted(it))
    };
    let marked = match kind {
        Lead::Sign => true,
        Lead::Item => !(known && alone()),
        _ => false,
    };
    // "We share it with:" right between two lists.
    let over_list = known
        && !line.gap
        && text.ends_with(':')
        && text.split_whitespace().count() <= 4
        && last.is_some_and(|last| last.shape == Shape::Bullet || !is_open(&last.text))
        && next.is_some_and(|next| lead(&next.text).0 == Lead::Sign);
    let paired = is_pair(text) && next.is_some_and(|it| is_pair(&it.text));
    if marked || paired || !(over_list || looks_like_one(text)) {
        return false;
    }
    // A number begins a heading where sections are counted, and an item where its neighbours are counted alike.
    let before_counts = before.is_some_and(|it| counts_on(it, line));
    let listed =
        next.is_some_and(|it| counts_on(line, it)) || (before_counts && !(line.gap && known));
    if kind == Lead::Number && (listed || !(known || line.gap)) {
        return false;
    }
    // "No", and the next question.
    let answered = known
        && text.ends_with('?')
        && before.is_some_and(|it| it.text.split_whitespace().count() <= 3);
    // The name of the notice ends where a line begins anew.
    let named = last.is_some_and(|last| is_name(&last.text)) && !line.gap;
    let loud = |text: &str| !text.contains(char::is_lowercase);
    let closed = line.gap
        || answered
        || named
        || (known && loud(text) && last.is_some_and(|last| loud(&last.text)))
        || (known
            && stands_alone(text)
            && last.is_some_and(|last| !wants_more(&last.text))
            && before.is_some_and(|it| !it.full))
        || last.is_none_or(|last| match last.shape {
            Shape::Paragraph => !is_open(&last.text),
            Shape::Bullet => !wants_more(&last.text) && before.is_none_or(|it| !it.full),
            Shape::Heading(_) | Shape::Row => true,
        });
    // A page may end within a sentence.
    let cut = line.crossed && last.is_some_and(|last| !last.is_heading() && wants_more(&last.text));
    if !closed || line.full || cut || is_cut_sentence(last, text, next) {
        return false;
    }
    let Some(next) = next else {
        return line.gap && at == 0;
    };
    if next.gap {
        // Between gaps; without one before, only what is known to begin a section.
        return line.gap || known;
    }
    // "The museum is run by Weirside Town" goes on with "Council, the data controller".
    if says(text) && !(known && line.gap) {
        return false;
    }
    // Right above what it stands over.
    let (under, below) = lead(&next.text);
    if matches!(under, Lead::Sign | Lead::Item | Lead::Number) {
        return line.gap || known;
    }
    let longer = line.text.len() * 3 < below.len() * 2 || !is_open(below);
    let first = at == 0;
    below.starts_with(|mark: char| mark.is_uppercase() || mark.is_ascii_digit())
        && (first
            || (known && (longer || looks_like_one(below) || is_label(below) || is_pair(below)))
            || (known && line.gap && !wants_more(text) && stands_alone(text))
            || ((line.gap || named) && longer))
        && !(is_label(below) && !known && !first)
}

/// Says whether a line is of a sentence that a gap or a page has cut, before it or behind it: “We may be asked for it by”, “DWP and
/// HMRC”, “where the law says so”.
fn is_cut_sentence(last: Option<&Piece>, text: &str, next: Option<&Line>) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    let begun = last.is_some_and(|last| {
        last.shape == Shape::Paragraph && words(&last.text) > 8 && wants_more(&last.text)
    });
    let goes_on = next.is_some_and(|next| {
        next.gap && lead(&next.text).0 == Lead::None && next.text.starts_with(char::is_lowercase)
    });
    // "What we use it for" asks, and may stand over items that have no mark.
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let asks = text.ends_with('?')
        || matches!(
            &*first,
            "what" | "who" | "whom" | "where" | "how" | "why" | "when"
        );
    begun || (goes_on && !asks && (words(text) > 6 || (words(text) > 3 && wants_more(text))))
}

/// Says whether a line says something, or lists, and asks nothing: it is no name for what stands right below it.
fn says(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase());
    let verbs = [
        " is ", " are ", " was ", " were ", " will ", " may ", " can ", " must ", " has ", " have ",
    ];
    let relative = [
        " that ", " which ", " who ", " what ", " how ", " where ", " why ", " when ",
    ];
    let verb = verbs.iter().any(|verb| lower.contains(verb));
    // "Must I give it" asks, too.
    let asks = text.ends_with('?')
        || relative.iter().any(|word| lower.contains(word))
        || verbs.iter().any(|verb| lower.starts_with(verb));
    text.matches(", ").count() > 1 || (verb && !asks)
}

/// Says whether a few words can hardly go on with the line before: they begin with a capital, and name a section and nothing else.
fn stands_alone(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words <= 6
        && text.starts_with(char::is_uppercase)
        && text
            .chars()
            .all(|mark| mark.is_alphabetic() || matches!(mark, ' ' | '?' | ':' | '’' | '\''))
}

/// Says whether a short text calls itself a privacy notice.
fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let kinds = [
        "privacy notice",
        "privacy statement",
        "privacy policy",
        "fair processing notice",
    ];
    text.split_whitespace().count() <= 12
        && is_open(text)
        && !wants_more(text)
        && kinds.iter().any(|kind| lower.contains(kind))
}

/// Returns the number before a bracket that counts a line: `3)`, `(3)`.
fn bracketed(line: &Line) -> Option<u16> {
    let first = line.text.split_whitespace().next()?;
    first
        .strip_suffix(')')?
        .trim_start_matches('(')
        .parse()
        .ok()
}

/// Says what stands behind the capital letter or the Roman number that counts a section, if it begins one: `II. Your rights`.
pub(super) fn behind_capital(text: &str) -> Option<&str> {
    marks::behind_capital(text).filter(|it| section(it).is_some())
}

/// Says what stands behind a bare number, if that begins a section: `3 Your rights`.
fn unnumbered(text: &str) -> Option<&str> {
    let (number, rest) = text.split_once([' ', '\t'])?;
    let counts = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start();
    (counts && rest.starts_with(char::is_uppercase) && section(rest).is_some()).then_some(rest)
}

/// Says whether a text could stand over others.
pub(super) fn looks_like_one(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let upper = text.starts_with(char::is_uppercase);
    let asks = text.ends_with('?');
    let most = if asks { 20 } else { 12 };
    if !upper || count > most || text.ends_with(['.', ';', ',', '!']) || text.contains(['@', '|']) {
        return false;
    }
    if text.contains("://") || text.contains("www.") || is_label(text) {
        return false;
    }
    // What is listed within a line, an address, and what ends a sentence and begins another stand over nothing.
    let many = text.matches(", ").count() > 2;
    let ended = super::sentence(text);
    let ended = ended.len() < text.len() && ended.split_whitespace().count() > 3;
    if many || ended || text.contains("; ") || !find::addresses(text).is_empty() {
        return false;
    }
    let colon = text.ends_with(':');
    let first = text.split(|mark: char| !mark.is_alphabetic()).next();
    let first = first.unwrap_or_default().to_lowercase();
    let wh = matches!(
        &*first,
        "how" | "why" | "what" | "who" | "where" | "when" | "which"
    );
    let speaks = matches!(
        &*first,
        "we" | "you"
            | "it"
            | "they"
            | "this"
            | "these"
            | "there"
            | "i"
            | "please"
            | "in"
            | "to"
            | "for"
            | "as"
            | "if"
    );
    let loud = !text.contains(char::is_lowercase);
    if colon {
        // What leads up to a list is a sentence.
        let mut words = text.split_whitespace().skip(1);
        let asked = words.next().unwrap_or_default();
        let asks = wh
            && !text.contains(',')
            && (!matches!(&*first, "where" | "when")
                || matches!(asked, "we" | "do" | "does" | "is" | "are" | "your"));
        return loud || asks || (count <= 4 && !speaks);
    }
    if asks || wh || loud {
        return true;
    }
    // "Consent" alone is a basis; "Withdrawing your consent" begins a section.
    let based = find::bases(text).is_empty() || (count > 1 && section(text).is_some());
    // "If you do not give it to us", "If we have upset you".
    let cases = [
        SectionId::Choice,
        SectionId::Complaints,
        SectionId::Changes,
        SectionId::Children,
    ];
    let conditional = first == "if" && section(text).is_some_and(|id| cases.contains(&id));
    // "You must reply".
    let conditional = conditional || (count == 3 && section(text) == Some(SectionId::Choice));
    // "For how long", "In what cases", "In whose name".
    let second = text.split_whitespace().nth(1).unwrap_or_default();
    // "You can", over what you may ask for.
    let conditional = conditional || (count == 2 && section(text) == Some(SectionId::Rights));
    let conditional = conditional || matches!(second, "how" | "what" | "which" | "whom" | "whose");
    // "It's still yours" names what stands below it.
    let claims = count <= 4 && text.split(' ').take(1).any(|it| it.contains(['\'', '’']));
    (!speaks || conditional || claims) && find::periods(text).is_empty() && based
}
