//! The texts of a notice, and what they mention.

use notice::{Block, Contact, Inline, Notice, SectionId};

/// Says whether a word is a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a run of prose as a reader sees it.
pub(super) fn plain(runs: &[Inline]) -> String {
    let text = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.clone(),
    };
    runs.iter().map(text).collect()
}

/// What an import leaves of a source begins so, with its place there.
pub const MARK: &str = "To be rewritten (";

/// Lists a paragraph without the mark of the import, which is nobody's prose.
pub(super) fn unmarked(runs: &[Inline]) -> &[Inline] {
    match runs {
        [Inline::Strong(mark), rest @ ..] if mark.starts_with(MARK) => rest,
        runs => runs,
    }
}

/// Lists the marks that an import has left, a string each.
pub(super) fn marks(notice: &Notice) -> impl Iterator<Item = &str> {
    let blocks = notice.sections.iter().flat_map(|section| &section.body);
    blocks.filter_map(|block| match block {
        Block::Paragraph(runs) => match runs.first() {
            Some(Inline::Strong(mark)) if mark.starts_with(MARK) => Some(mark.as_str()),
            _ => None,
        },
        Block::List(_) => None,
    })
}

/// Lists the paragraphs and bullets under headings of a section, paragraphs only if `bullets` is false.
fn body(notice: &Notice, id: Option<SectionId>, bullets: bool) -> Vec<String> {
    let sections = notice.sections.iter();
    let blocks = sections
        .filter(|section| id.is_none_or(|id| section.id == id))
        .flat_map(|section| &section.body);
    blocks
        .flat_map(|block| match block {
            // The space behind the mark stands in no source.
            Block::Paragraph(runs) => vec![plain(unmarked(runs)).trim_start().to_owned()],
            Block::List(items) if bullets => items.iter().map(|item| plain(item)).collect(),
            Block::List(_) => Vec::new(),
        })
        .collect()
}

/// Collects everything written under headings.
pub(super) fn said(notice: &Notice) -> Vec<String> {
    body(notice, None, true)
}

/// Collects everything written under the headings of a section.
pub(super) fn section(notice: &Notice, id: SectionId) -> Vec<String> {
    body(notice, Some(id), true)
}

/// Lists the addresses of the links of a notice's prose, with the section of each.
pub(super) fn links(notice: &Notice) -> impl Iterator<Item = (SectionId, &str)> {
    notice.sections.iter().flat_map(|section| {
        let runs = section.body.iter().flat_map(|block| match block {
            Block::Paragraph(runs) => runs.iter().collect::<Vec<_>>(),
            Block::List(items) => items.iter().flatten().collect(),
        });
        runs.filter_map(move |run| match run {
            Inline::Link { url, .. } => Some((section.id, url.as_str())),
            _ => None,
        })
    })
}

/// Lists the paragraphs and bullets that have a link.
pub(super) fn texts_with_links(notice: &Notice) -> Vec<String> {
    let is_link = |run: &Inline| matches!(run, Inline::Link { .. });
    let blocks = notice.sections.iter().flat_map(|section| &section.body);
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(runs) => vec![unmarked(runs)],
            Block::List(items) => items.iter().map(Vec::as_slice).collect(),
        })
        .filter(|runs| runs.iter().any(is_link))
        .map(|runs| plain(runs).trim_start().to_owned())
        .collect()
}

/// Collects whole sentences that are meant to be read: paragraphs and the sentences of facts, but no bullets and no names.
pub(super) fn prose(notice: &Notice) -> Vec<String> {
    let mut all = body(notice, None, false);
    all.extend(notice.caution.clone());
    all.extend(notice.answers.iter().map(|answer| answer.text.clone()));
    all.extend(notice.retention.iter().map(|fact| fact.text.clone()));
    all.extend(notice.transfers.clone());
    all.extend(notice.rights.iter().map(|right| right.text.clone()));
    all.extend(notice.automated.iter().map(|fact| fact.text.clone()));
    all.extend(notice.children.iter().map(|fact| fact.text.clone()));
    all.extend(notice.fields.iter().map(|field| field.why.clone()));
    all
}

/// Lists every text of a notice, a string each.
pub(super) fn all(notice: &Notice) -> Vec<String> {
    let mut all = written(notice);
    all.extend(notice.laws.iter().cloned());
    all
}

/// Lists every text of a notice but the list of its laws.
pub(super) fn written(notice: &Notice) -> Vec<String> {
    let mut all = prose(notice);
    let blocks = notice.sections.iter().flat_map(|section| &section.body);
    let lists = blocks.filter_map(|block| match block {
        Block::List(items) => Some(items),
        Block::Paragraph(_) => None,
    });
    all.extend(lists.flatten().map(|item| plain(item)));
    all.extend(notice.data.iter().map(|data| data.name.clone()));
    all.extend(notice.data.iter().filter_map(|data| data.detail.clone()));
    for source in &notice.sources {
        all.extend(source.names.iter().cloned());
        all.extend(
            [&source.detail, &source.open]
                .into_iter()
                .flatten()
                .cloned(),
        );
    }
    for purpose in &notice.purposes {
        all.push(purpose.text.clone());
        all.extend(purpose.basis_detail.clone());
    }
    for recipient in &notice.recipients {
        all.extend(recipient.names.iter().cloned());
        let texts = [
            &recipient.group,
            &recipient.purpose,
            &recipient.condition_detail,
            &recipient.open,
        ];
        all.extend(texts.into_iter().flatten().cloned());
    }
    all.extend(notice.rights.iter().map(|right| right.name.clone()));
    all.extend(
        notice
            .complaints
            .iter()
            .filter_map(|body| body.note.clone()),
    );
    all
}

/// Lists everyone whom the notice says how to reach.
pub(super) fn contacts(notice: &Notice) -> impl Iterator<Item = &Contact> {
    let officer = notice.officer.iter().map(|officer| &officer.contact);
    let controllers = notice.controllers().map(|it| &it.contact);
    controllers
        .chain(officer)
        .chain(&notice.requests)
        .chain(&notice.complaints)
}

/// Normalises quotes, hyphens, spaces and case, and takes out marks that nobody sees.
pub(super) fn fold(text: &str) -> String {
    let alike = text.chars().filter_map(|mark| match mark {
        '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
        '’' | '‘' | 'ʼ' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' => Some('-'),
        mark if mark.is_whitespace() => Some(' '),
        mark => Some(mark),
    });
    alike.collect::<String>().to_lowercase()
}

/// Splits a text into words for comparing names: `&` is "and", apostrophes go, and `N.H.S.` is one word.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len());
    for mark in fold(text).chars() {
        match mark {
            '\'' => {}
            '&' => spaced.push_str(" and "),
            mark if mark.is_alphanumeric() => spaced.push(mark),
            _ => spaced.push(' '),
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut spelt = false;
    for word in spaced.split_whitespace() {
        let letter = word.len() == 1 && word.starts_with(|mark: char| mark.is_ascii_alphabetic());
        match words.last_mut() {
            Some(last) if letter && spelt => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        spelt = letter;
    }
    words
}

/// Says where words stand among others in this order; the last may be a plural.
pub(super) fn places<'a>(name: &'a [String], text: &'a [String]) -> impl Iterator<Item = usize> {
    let (last, first) = match name.split_last() {
        Some((last, first)) => (last.as_str(), first),
        None => ("", name),
    };
    let windows = text.windows(name.len().max(1)).enumerate();
    windows.filter_map(move |(at, window)| {
        let (end, start) = window.split_last()?;
        let plural = end.strip_prefix(last);
        let named = !name.is_empty() && start == first && matches!(plural, Some("" | "s"));
        named.then_some(at)
    })
}

/// Says whether words stand among others in this order; the last may be a plural.
pub(super) fn among(name: &[String], text: &[String]) -> bool {
    places(name, text).next().is_some()
}

/// Says whether a text has these words in this order, in any usual spelling.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    among(&words(name), &words(text))
}

/// Lists the sentences of a text, a question together with the sentence that answers it (“Not happy? Tell us.”), and another way
/// together with the sentence that gives the first: “Unhappy people may tell us. Or they may write to the regulator.”
pub(super) fn statements(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        let first = words(sentence).into_iter().next().unwrap_or_default();
        let other = matches!(first.as_str(), "or" | "alternatively" | "otherwise");
        match all.last_mut() {
            Some(last) if last.ends_with('?') || other => {
                last.push(' ');
                last.push_str(sentence);
            }
            _ => all.push(sentence.to_owned()),
        }
    }
    all
}

/// Says whether a sentence says that something is not so.
pub(super) fn denies(sentence: &str) -> bool {
    let words = words(sentence);
    let not = [
        "not", "no", "nor", "never", "none", "nothing", "nobody", "without", "cannot", "neither",
        "dont", "wont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "couldnt",
        "wouldnt", "shouldnt", "hasnt", "havent", "neednt", "mustnt",
    ];
    words.iter().any(|word| not.contains(&word.as_str()))
}

/// Says whether a text has one of these, anywhere, whatever its capitals.
pub(super) fn has(text: &str, patterns: &[&str]) -> bool {
    let text = fold(text);
    patterns.iter().any(|pattern| text.contains(pattern))
}

/// Returns the first text that has one of these.
pub(super) fn first<'a>(texts: &'a [String], patterns: &[&str]) -> Option<&'a str> {
    let found = texts.iter().find(|text| has(text, patterns));
    found.map(String::as_str)
}

/// Says whether a stop is of what a number of the law is introduced by: `Art. 22`, `s. 165`.
fn is_of_a_number(before: &str, after: &str) -> bool {
    const SHORT: [&str; 10] = [
        "art", "arts", "para", "paras", "reg", "regs", "s", "ss", "sch", "schs",
    ];
    let word = before.trim_end_matches('.');
    let word = word
        .rsplit(|mark: char| !mark.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let is_counted = after
        .trim_start()
        .starts_with(|mark: char| mark.is_ascii_digit());
    is_counted && SHORT.contains(&word.to_lowercase().as_str())
}

/// Lists the sentences of a text. A mark ends one only before a space or the end, so `ico.org.uk` stays whole, and `Art. 22` does.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = rest
            .char_indices()
            .filter(|(_, mark)| matches!(mark, '.' | '!' | '?'));
        let end = ends.map(|(at, _)| at + 1).find(|&end| {
            let next = rest[end..].trim_start_matches(['”', '"', ')', '’']);
            let ends = next.is_empty() || next.starts_with(char::is_whitespace);
            ends && !is_of_a_number(&rest[..end], next)
        });
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        (!sentence.is_empty()).then_some(sentence.trim())
    })
    .filter(|sentence| sentence.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_stop_before_a_number_of_the_law_ends_no_sentence() {
        for text in [
            "We rely on Art. 6(1)(e) of the UK GDPR.",
            "See Arts. 21 and 22, and s. 165 of the Act.",
            "It is in Sch. 1, para. 8 and regs. 5 to 9.",
            "Ask at ico.org.uk.",
        ] {
            assert_eq!(sentences(text).collect::<Vec<_>>(), [text]);
        }
        for text in [
            "We keep art. We sell it.",
            "We keep it for a year. 40 days later we ask.",
        ] {
            assert_eq!(sentences(text).count(), 2, "{text}");
        }
    }
}
