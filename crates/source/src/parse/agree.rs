//! What only shows when a whole is read: a notice, or all languages.

use std::collections::BTreeSet;

use notice::{Notice, Question, strings::Text};

use super::{sheet::Sheet, table::Spanned};

/// Notes every question of the first layer that some reader would find without an answer.
pub(super) fn answers(sheet: &Sheet, notice: &Notice) {
    for &question in Question::ALL {
        let unanswered: Vec<Reader<'_>> = readers(notice)
            .filter(|reader| {
                let view = notice.clone().view(reader.part, reader.audience);
                !view
                    .answers
                    .iter()
                    .any(|answer| answer.question == question)
            })
            .collect();
        // What a reader of no part misses, the readers of every part miss too.
        let widest = |reader: &&Reader<'_>| {
            let general = Reader {
                part: None,
                ..**reader
            };
            reader.part.is_none() || !unanswered.contains(&general)
        };
        let who: Vec<String> = unanswered.iter().filter(widest).map(Reader::name).collect();
        if !who.is_empty() {
            let name: &str = question.into();
            sheet.problem(
                0..3,
                format!(
                    "There is no answer to `{name}` for {}",
                    who.join(", nor for ")
                ),
                format!("Add an [[answer]] with question = \"{name}\" for them, or for everyone."),
            );
        }
    }
}

/// Someone a page may be for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Reader<'a> {
    part: Option<&'a str>,
    audience: Option<&'a str>,
}

impl Reader<'_> {
    fn name(&self) -> String {
        match (self.part, self.audience) {
            (Some(part), Some(audience)) => format!("part `{part}` with audience `{audience}`"),
            (Some(part), None) => format!("part `{part}`"),
            (None, Some(audience)) => format!("audience `{audience}`"),
            (None, None) => "anyone".to_owned(),
        }
    }
}

/// Lists every reader: no part or each part, with each audience if there are any.
fn readers(notice: &Notice) -> impl Iterator<Item = Reader<'_>> {
    let parts = notice.parts.iter().map(|part| Some(&*part.id));
    let audiences = || notice.audiences.iter().map(|audience| Some(&*audience.id));
    let nobody = notice.audiences.is_empty().then_some(None);
    std::iter::once(None).chain(parts).flat_map(move |part| {
        let with = move |audience| Reader { part, audience };
        audiences().chain(nobody).map(with)
    })
}

/// Notes every text whose `{…}` are not those of the base language: what the page puts there would be lost.
pub(super) fn placeholders(sheet: &Sheet, texts: &[Spanned], base: &str, general: &[Spanned]) {
    for (key, (own, general)) in Text::KEYS.iter().zip(texts.iter().zip(general)) {
        let wanted = braces(&general.text);
        if braces(&own.text) == wanted || own.text.is_empty() || general.text.is_empty() {
            continue;
        }
        let remedy = if wanted.is_empty() {
            "Take what stands in braces away.".to_owned()
        } else {
            let list: Vec<&str> = wanted.into_iter().collect();
            format!("Keep these as they are: {}.", list.join(" "))
        };
        let message = format!("`{key}` and its `{base}` text differ in what stands in braces");
        sheet.problem(own.place.clone(), message, remedy);
    }
}

fn braces(text: &str) -> BTreeSet<&str> {
    let ends = text.match_indices('}').map(|(end, _)| end);
    ends.filter_map(|end| Some(&text[text[..end].rfind('{')?..=end]))
        .collect()
}
