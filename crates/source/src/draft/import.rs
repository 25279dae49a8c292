//! A source into a draft.

use law::Date;
use notice::SectionId;

use super::{
    Imported, Places, Refused,
    clean::{clean, clean_print},
    counted::itemised,
    cursor::SectionCursor,
    decode::decode,
    docx, empty,
    facts::Draft,
    find, guide, html,
    language::language,
    mail,
    own_day::{dated, restated, undated, version},
    pdf,
    piece::{Piece, Pieces, by_lines},
    run_in::unfold,
    table,
    title::{footer, title_at, without_kind, without_site},
};
use crate::print::{AnnotatedNotice, RemarkTarget};

/// What the program knows of a draft that the source may not say.
#[derive(Clone, Copy, Debug)]
pub struct DraftContext<'a> {
    /// Id of the notice.
    pub id: &'a str,
    /// Key of a controller in `controllers.toml`; none when nobody has said which.
    pub controller: Option<&'a str>,
    /// Names of files of `notices/shared/` that a comment offers.
    pub shared: &'a [String],
    /// The day of the import.
    pub day: Date,
}

/// Brings a plain text in. `controller` is a key of `controllers.toml`, or `None` as long as nobody has said which: the
/// draft then says `not stated`, and what the text says of it is proposed. `shared` are names of files that a comment
/// offers.
#[must_use]
pub fn import(
    text: &str,
    id: &str,
    controller: Option<&str>,
    shared: &[String],
    day: Date,
) -> Imported {
    let context = DraftContext {
        id,
        controller,
        shared,
        day,
    };
    let pieces = Pieces {
        text: Some(text.to_owned()),
        ..clean(text)
    };
    draft(pieces, context)
}

/// Brings a file in, whatever it is by its first bytes: a plain text of any encoding, a web page, a Word document or a
/// PDF with text.
///
/// # Errors
/// A file of another kind, or one that cannot be read.
pub fn import_file(bytes: &[u8], context: &DraftContext<'_>) -> Result<Imported, Refused> {
    let pieces = if docx::is_package(bytes) {
        docx::pieces(bytes)?
    } else if pdf::is_pdf(bytes) {
        let print = pdf::text(bytes)?;
        let pieces = clean_print(&print);
        Pieces {
            places: Places::of_print(&print, &pieces.list),
            text: Some(print),
            ..pieces
        }
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Refused::Old);
    } else if is_binary(bytes) {
        return Err(Refused::Unknown);
    } else {
        text(bytes)
    };
    Ok(draft(pieces, *context))
}

/// Takes a text or a web page apart.
fn text(bytes: &[u8]) -> Pieces {
    let decoded = decode(bytes);
    let mut pieces = if html::is_page(&decoded.text) {
        html::pieces(&decoded.text)
    } else {
        Pieces {
            text: Some(decoded.text.clone()),
            ..clean(&decoded.text)
        }
    };
    if decoded.unread > 0 {
        pieces.warnings.push(format!(
            "{} characters could not be read as {} and stand as \u{fffd}: compare with the source.",
            decoded.unread, decoded.encoding
        ));
    }
    pieces
}

/// Says whether a file of no kind that is known here has bytes that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let kinds: [&[u8]; 3] = [b"\x7fELF", b"{\\rtf", b"\x89PNG"];
    let control = |byte: &&u8| matches!(byte, 1..=8 | 14..=26 | 28..=31);
    let start = &bytes[..bytes.len().min(4096)];
    kinds.iter().any(|kind| bytes.starts_with(kind))
        || start.iter().filter(control).count() * 50 > start.len().max(1)
}

/// Makes the draft of a source that was taken apart.
pub(super) fn draft(pieces: Pieces, context: DraftContext<'_>) -> Imported {
    let Pieces {
        list,
        left,
        mut warnings,
        title: named,
        text,
        places,
    } = pieces;
    let text = text.unwrap_or_else(|| by_lines(&list));
    let list = itemised(table::carried_on(unfold(list)));
    // The subject of an e-mail is its name, unless the text below it calls itself a privacy notice.
    let subject = named.is_some() && left.iter().any(|it| it.reason == mail::HEAD);
    let at =
        title_at(&list).filter(|&at| !subject || list[at].text.to_lowercase().contains("privacy"));
    let whole = at
        .map(|at| list[at].text.clone())
        .or_else(|| footer(&left).or(named).map(|it| without_site(&it)))
        .unwrap_or_else(|| context.id.replace('-', " "));
    let title = without_kind(&whole);
    let controller = context.controller.unwrap_or("not stated");
    let mut notice = empty(context.id, title, controller, context.day);
    let dated = dated(&list, &left);
    notice.restates = Some(restated(&whole, &dated, context.day));
    // The day of the import says nothing of the source.
    notice.published = dated.day().unwrap_or_default();
    notice.version = version(&dated, &notice.published);
    let undated = notice.published.is_empty().then(|| undated(&dated));
    warnings.extend(foreign(&list, &places));
    let mut draft = Draft::new(notice, &list, places.clone());
    draft.next_review(dated.next);
    let mut place = SectionCursor::default();
    // "How Overton Homes uses your data" names who uses it.
    if let Some(piece) = at.map(|at| &list[at])
        && (find::body_that_uses(&piece.text).is_some()
            || !find::controllers(&piece.text).is_empty())
    {
        draft.looks(SectionId::Who, piece);
    }
    for (index, piece) in list
        .iter()
        .enumerate()
        .filter(|(index, _)| Some(*index) != at)
    {
        place.put(&mut draft, piece, &list[index + 1..]);
        draft.looks(place.here, piece);
    }
    draft.named_at_the_top(&list);
    let told = place.told;
    let imported = draft.finish(warnings, left, |page: &mut AnnotatedNotice<'_>| {
        page.remark(
            RemarkTarget::Top,
            0,
            if places.are_lines() {
                "A draft from a text that was brought in. Look at every line; the numbers are those of the text."
            } else {
                "A draft from a document that was brought in. Look at every line; each says where in the document it is from."
            },
        );
        if let Some(it) = &undated {
            page.remark(RemarkTarget::Top, 0, it);
        }
        for it in &told {
            page.remark(RemarkTarget::Top, 0, it.told(&places));
        }
        guide(page, context.shared);
    });
    let mut found = imported.found;
    found.extend(told);
    Imported {
        text,
        found,
        ..imported
    }
}

/// Warns of text in another language than English: what is looked for are English words.
fn foreign(pieces: &[Piece], places: &Places) -> Vec<String> {
    let mut found: Vec<(&'static str, usize, usize)> = Vec::new();
    for piece in pieces {
        match language(&piece.text) {
            None | Some("English") => {}
            Some(name) => match found.last_mut() {
                Some((same, _, last)) if *same == name => *last = piece.line,
                _ => found.push((name, piece.line, piece.line)),
            },
        }
    }
    // Paragraphs may each be too short to tell.
    if found.is_empty() {
        let all: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
        let start: String = all.join(" ").chars().take(20_000).collect();
        let name = language(&start).filter(|name| *name != "English");
        let last = pieces.last().map_or(1, |it| it.line);
        found.extend(name.map(|name| (name, 1, last)));
    }
    found
        .into_iter()
        .take(20)
        .map(|(name, first, last)| {
            let lines = if first == last {
                format!("{} seems", places.name(first))
            } else if places.are_lines() {
                format!("lines {first} to {last} seem")
            } else {
                let (first, last) = (places.name(first), places.name(last));
                format!("what stands from {first} to {last} seems")
            };
            format!(
                "{lines} to be in {name}. Headings and facts are looked for by English words: sort these lines yourself, and \
                 keep a translation in a folder of its language."
            )
        })
        .collect()
}
