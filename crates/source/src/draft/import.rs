//! A source into a draft.

use law::Date;
use notice::SectionId;

use super::{
    Imported, LeftOut, Proposal, Refused,
    clean::{clean, clean_print},
    decode::decode,
    docx, empty,
    facts::Draft,
    find::{self, Dated},
    guide, html,
    label::labelled,
    language::language,
    leads::{denies, grounds, leads_to, uses},
    mail, pdf,
    piece::{Piece, Pieces, Shape, by_lines},
    run_in::unfold,
    sort::{asks, said, section},
    title::{footer, title_at, without_kind, without_site},
};
use crate::print::{AnnotatedNotice, RemarkTarget};

/// Why an item may not be what its list is taken for.
const BY_LEAD: &str = "only the sentence before the list says so";
/// Why a section may be about something else.
const BY_CONTENT: &str = "its heading does not say so; what stands under it does";

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
        let mut pieces = clean_print(&print);
        pieces.text = Some(print);
        let lines = "The numbers of lines are those of the print, counted over all pages.";
        pieces.warnings.push(lines.to_owned());
        pieces
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
    } = pieces;
    let text = text.unwrap_or_else(|| by_lines(&list));
    let list = unfold(list);
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
    warnings.extend(foreign(&list));
    let mut draft = Draft::new(notice, &list);
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
            "A draft from a text that was brought in. Look at every line; the numbers are those of the text.",
        );
        for it in &told {
            page.remark(RemarkTarget::Top, 0, it.to_string());
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

/// Where the next piece belongs.
struct SectionCursor {
    here: SectionId,
    /// Level of the heading that began the section.
    level: u8,
    /// Whether items are of the section: they stand under its own heading, or under one below that.
    own: bool,
    /// The last piece was the section's own heading, so that another heading right under it is below it.
    fresh: bool,
    /// Headings below the section's are used in it.
    below: bool,
    /// What the sentence before a list says that its items are.
    lead: Option<SectionId>,
    /// That sentence says that the items are not so, or are bases in law: “We will not:”.
    denied: bool,
    /// That sentence says that data is used.
    uses: bool,
    /// What the section says tells what it is about, and not its heading.
    by_content: bool,
    /// The headings that do not tell, each with what its section was taken for.
    told: Vec<Proposal>,
}

impl Default for SectionCursor {
    fn default() -> Self {
        Self {
            here: SectionId::Who,
            level: 0,
            own: false,
            fresh: false,
            below: false,
            lead: None,
            denied: false,
            uses: false,
            by_content: false,
            told: Vec::new(),
        }
    }
}

/// Returns what stands under a heading, with the headings below it.
fn section_body(level: u8, behind: &[Piece]) -> impl Iterator<Item = &Piece> {
    behind.iter().take_while(move |it| match it.shape {
        Shape::Heading(other) => other > level && level > 0,
        _ => true,
    })
}

impl SectionCursor {
    /// Begins a section.
    fn begin(&mut self, id: SectionId, level: u8, by_content: bool) {
        *self = Self {
            here: id,
            level,
            own: true,
            fresh: true,
            by_content,
            told: std::mem::take(&mut self.told),
            ..Self::default()
        };
    }

    /// Takes a piece. `behind` is all that stands behind it.
    fn put(&mut self, draft: &mut Draft, piece: &Piece, behind: &[Piece]) {
        let Shape::Heading(level) = piece.shape else {
            self.text(draft, piece);
            return;
        };
        (self.lead, self.denied, self.uses) = (None, false, false);
        // "We hold the following about residents:" begins a section as any heading does.
        let led = || {
            let id = leads_to(&piece.text).filter(|_| piece.text.ends_with(':'))?;
            (!denies(&piece.text)).then_some(id)
        };
        if let Some(id) = section(&piece.text).or_else(led) {
            self.begin(id, level, false);
            draft.begin(id, piece);
            return;
        }
        let deeper = level > 0 && self.level > 0 && level > self.level;
        self.below |= self.fresh && level == 0;
        let within = self.own && (deeper || self.below);
        let tells = || said(&piece.text, section_body(level, behind));
        if let Some(id) = (!within).then(tells).flatten() {
            self.begin(id, level, true);
            draft.begin(id, piece);
            self.told.push(taken_for(id, piece));
            return;
        }
        // What asks a question of its own is about something else: "What we publish".
        // "If you use the service" is a case of the same.
        let other = asks(&piece.text) && !piece.text.starts_with("If ");
        self.own &= (deeper && !other) || self.below || piece.text.ends_with(':');
        self.fresh = false;
        draft.head(self.here, piece);
        // "We hold some of the following data:" in bold leads up to a list as any sentence does.
        if piece.text.ends_with(':') {
            self.denied = denies(&piece.text) || grounds(&piece.text);
            self.lead = leads_to(&piece.text);
        }
    }

    /// Says why the items of the section may be something else.
    fn own_doubt(&self) -> Option<&'static str> {
        self.by_content.then_some(BY_CONTENT)
    }

    fn text(&mut self, draft: &mut Draft, piece: &Piece) {
        self.fresh = false;
        if piece.shape != Shape::Bullet {
            let is_lead = piece.text.ends_with([':', ';']);
            // "We do not sell it. We share it with:": the last sentence leads up to the items, the whole where that tells nothing.
            let last = last_sentence(&piece.text);
            let lead = leads_to(last);
            let text = lead.map_or(piece.text.as_str(), |_| last);
            self.denied = is_lead && (denies(text) || grounds(text));
            self.uses = is_lead && uses(&piece.text);
            self.lead = lead.or_else(|| leads_to(text)).filter(|_| is_lead);
            let said = (piece.shape == Shape::Paragraph).then(|| labelled(&piece.text));
            let here = said.flatten().unwrap_or(self.here);
            draft.prose(here, piece);
            return;
        }
        // "We collect data: to decide your application" says what for.
        let aims = self.here == SectionId::Purposes && piece.text.starts_with("to ");
        match self.lead.filter(|id| !(aims && *id == SectionId::Data)) {
            _ if self.denied => draft.mark(self.here, piece),
            Some(id) if self.own && id == self.here => {
                draft.item(self.here, id, piece, self.own_doubt());
            }
            Some(id) => draft.item(self.here, id, piece, Some(BY_LEAD)),
            None if self.uses && !self.own && piece.text.starts_with("to ") => {
                draft.item(self.here, SectionId::Purposes, piece, Some(BY_LEAD));
            }
            None if self.own => draft.item(self.here, self.here, piece, self.own_doubt()),
            None => draft.mark(self.here, piece),
        }
    }
}

/// Returns the last sentence of a text.
fn last_sentence(text: &str) -> &str {
    text.rsplit(". ").next().unwrap_or(text)
}

/// Says what a section was taken for whose heading does not tell.
fn taken_for(id: SectionId, piece: &Piece) -> Proposal {
    Proposal {
        line: piece.line,
        what: "section",
        text: format!("“{}” is about {}", piece.text, <&str>::from(id)),
        basis: None,
        unsure: Some(BY_CONTENT),
    }
}

/// Returns the dates that a source gives itself, in its text or around it.
fn dated(pieces: &[Piece], left: &[LeftOut]) -> Dated {
    let texts = pieces.iter().map(|it| (it.line, it.text.as_str()));
    let furniture = left.iter().map(|it| (it.line, it.text.as_str()));
    find::dated(texts.chain(furniture))
}

/// Says what the draft restates: the source, with its own date or version; `undated`, which the check looks for, if it has no
/// date.
fn restated(title: &str, found: &Dated, day: Date) -> String {
    let version = found.version.as_ref();
    let version = version
        .map(|(_, version)| format!(", version {version}"))
        .unwrap_or_default();
    match &found.date {
        Some((_, date)) => format!("{title}{version}, {date}"),
        None => format!("{title}{version}, undated, brought in on {day}"),
    }
}

/// Warns of text in another language than English: what is looked for are English words.
fn foreign(pieces: &[Piece]) -> Vec<String> {
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
                format!("line {first} seems")
            } else {
                format!("lines {first} to {last} seem")
            };
            format!(
                "{lines} to be in {name}. Headings and facts are looked for by English words: sort these lines yourself, and \
                 keep a translation in a folder of its language."
            )
        })
        .collect()
}
