//! Prose: a small, closed part of Markdown into sections.

use std::ops::Range;

use notice::{Block, Inline, Scope, Section, SectionId};
use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag};

use super::{refused::refused, scope::Scopes, sheet::Sheet, table::Spanned, words};

/// Reads the prose that starts at `base`, in the order of the sections' ids.
pub(super) fn sections(sheet: &Sheet, base: usize, scopes: &Scopes) -> Vec<Section> {
    // What is not allowed must be known to be seen.
    let options = Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    // CommonMark puts another character in its place, which reads back as that one.
    for (at, _) in sheet.text()[base..].match_indices('\0') {
        sheet.problem(
            base + at..base + at + 1,
            "A character stands here that no page can show (NUL)",
            "Delete it, with a letter on either side if your editor does not show it.",
        );
    }
    let events = Parser::new_ext(&sheet.text()[base..], options).into_offset_iter();
    let mut prose = Prose {
        sheet,
        base,
        events,
        scopes,
    };
    let mut sections = prose.read();
    sections.sort_by_key(|section| section.id);
    sections
}

struct Prose<'a> {
    sheet: &'a Sheet,
    base: usize,
    events: OffsetIter<'a>,
    scopes: &'a Scopes,
}

impl<'a> Prose<'a> {
    /// Returns the next event with its place in the file.
    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, place) = self.events.next()?;
        Some((event, self.base + place.start..self.base + place.end))
    }

    fn read(&mut self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut headed = false;
        while let Some((event, place)) = self.next() {
            let block = match event {
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    id,
                    attrs,
                    ..
                }) => {
                    headed = true;
                    let heading = self.plain("a heading");
                    let section = self.section(&place, heading, id.as_deref(), &attrs);
                    if let Some(section) = &section
                        && sections
                            .iter()
                            .any(|other| other.id == section.id && other.scope == section.scope)
                    {
                        self.sheet.problem(
                            place,
                            "This section stands twice in the file",
                            "Join the two, or give one of them a part or an audience.",
                        );
                    }
                    sections.extend(section);
                    continue;
                }
                Event::Start(Tag::Paragraph) => Block::Paragraph(self.inlines()),
                Event::Start(Tag::List(None)) => Block::List(self.items()),
                other => {
                    self.refuse(&other, place);
                    continue;
                }
            };
            match sections.last_mut() {
                Some(section) => section.body.push(block),
                None if headed => {}
                None => self.sheet.problem(
                    place,
                    "This prose stands under no heading",
                    "Write a heading above it: ## How long we keep it {#retention}.",
                ),
            }
        }
        sections
    }

    /// Returns a section from what stands in the braces of its heading.
    fn section(
        &self,
        place: &Range<usize>,
        heading: String,
        id: Option<&str>,
        attrs: &[(
            pulldown_cmark::CowStr<'_>,
            Option<pulldown_cmark::CowStr<'_>>,
        )],
    ) -> Option<Section> {
        let line = &self.sheet.text()[place.clone()];
        let braces = line.rfind('{').map_or(0, |at| at + 1);
        // Offending text: the word itself within the braces.
        let spot = |word: &str| {
            let at = line[braces..].find(word).map_or(place.clone(), |at| {
                let start = place.start + braces + at;
                start..start + word.len()
            });
            Spanned {
                text: word.to_owned(),
                place: at,
            }
        };
        let mut scope = Scope::default();
        for (key, value) in attrs {
            let value = value.as_deref().map(|value| spot(value.trim_matches('"')));
            match (&**key, value) {
                ("part", Some(value)) => scope.part = self.scopes.part(self.sheet, value),
                ("audience", Some(value)) => scope.audience = self.scopes.audience(self.sheet, value),
                (key, _) => self.sheet.problem(
                    spot(key).place,
                    format!("A heading cannot have `{key}`"),
                    "Write the section, and a part or an audience if need be: {#data part=complaints}.",
                ),
            }
        }
        let Some(id) = id else {
            self.sheet.problem(
                place.clone(),
                "This heading names no section",
                format!(
                    "End it with one of: {}.",
                    names()
                        .map(|name| format!("{{#{name}}}"))
                        .collect::<Vec<_>>()
                        .join(" ")
                ),
            );
            return None;
        };
        match id.parse() {
            Ok(id) => Some(Section {
                id,
                heading,
                body: Vec::new(),
                scope,
            }),
            Err(_) => {
                let remedy = words::remedy(id, names());
                self.sheet.problem(
                    spot(id).place,
                    format!("There is no section `{id}`"),
                    remedy,
                );
                None
            }
        }
    }

    fn items(&mut self) -> Vec<Vec<Inline>> {
        let mut items = Vec::new();
        while let Some((event, place)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Item) => {
                    let item = self.inlines();
                    if item.is_empty() {
                        self.sheet.problem(
                            place,
                            "This bullet is empty",
                            "Write its text, or remove it.",
                        );
                    }
                    items.push(item);
                }
                other => self.refuse(&other, place),
            }
        }
        items
    }

    /// Runs of text up to the end of the block. A bullet may wrap its text in one paragraph.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut runs = Vec::new();
        let mut inside = 0;
        while let Some((event, place)) = self.next() {
            match event {
                Event::End(_) if inside == 0 => break,
                Event::End(_) => inside -= 1,
                Event::Start(Tag::Paragraph) => {
                    if !runs.is_empty() {
                        self.sheet.problem(
                            place,
                            "This bullet has more than one paragraph",
                            "Make it one paragraph, or end the list before it.",
                        );
                    }
                    inside += 1;
                }
                Event::Start(Tag::Strong) => runs.push(Inline::Strong(self.plain("bold text"))),
                Event::Start(Tag::Link {
                    dest_url, title, ..
                }) => {
                    let text = self.plain("a link");
                    if !title.is_empty() {
                        self.sheet.problem(
                            place.clone(),
                            "A link cannot have a title",
                            "Say it in the link's own text.",
                        );
                    }
                    runs.push(self.link(place, text, &dest_url));
                }
                Event::Text(text) => push(&mut runs, &text),
                Event::SoftBreak => push(&mut runs, " "),
                other => self.refuse(&other, place),
            }
        }
        runs
    }

    fn link(&self, place: Range<usize>, text: String, url: &str) -> Inline {
        if text.trim().is_empty() {
            self.sheet.problem(
                place.clone(),
                "This link has no text",
                "Say where it leads: [Retention schedule](https://…).",
            );
        }
        check_url(
            self.sheet,
            &Spanned {
                text: url.to_owned(),
                place,
            },
        );
        Inline::Link {
            text,
            url: url.to_owned(),
        }
    }

    /// Reads text up to the end of `what`, which holds nothing but text.
    fn plain(&mut self, what: &str) -> String {
        let mut plain = String::new();
        // Counted, not called again: a notice may nest deeper than the stack.
        let mut inside = 0;
        while let Some((event, place)) = self.next() {
            match event {
                Event::End(_) if inside == 0 => break,
                Event::End(_) => inside -= 1,
                Event::Text(text) => plain.push_str(&text),
                Event::SoftBreak => plain.push(' '),
                Event::Start(Tag::Strong | Tag::Link { .. }) => {
                    if inside == 0 {
                        let message = format!("Bold text or a link within {what}");
                        let remedy = format!("Write {what} in plain text, with nothing inside it.");
                        self.sheet.problem(place, message, remedy);
                    }
                    inside += 1;
                }
                other => self.refuse(&other, place),
            }
        }
        plain
    }

    /// Notes what is not allowed, and passes over all of it.
    fn refuse(&mut self, event: &Event<'_>, place: Range<usize>) {
        if matches!(event, Event::InlineHtml(tag) if tag.starts_with("</")) {
            return; // Its opening tag has been refused already.
        }
        let (what, remedy) = refused(event);
        self.sheet
            .problem(place, format!("A notice cannot have {what}"), remedy);
        let mut depth = usize::from(matches!(event, Event::Start(_)));
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    SectionId::ALL.iter().map(|&id| id.into())
}

/// Adds text to the last run when that is text too.
fn push(runs: &mut Vec<Inline>, more: &str) {
    match runs.last_mut() {
        Some(Inline::Text(text)) => text.push_str(more),
        _ => runs.push(Inline::Text(more.to_owned())),
    }
}

/// Notes an address that is not a whole `https:` one.
pub(super) fn check_url(sheet: &Sheet, url: &Spanned) {
    let rest = url.text.strip_prefix("https://");
    let whole = rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !rest.contains(char::is_whitespace)
    });
    if !whole {
        // It would lead elsewhere on each page that shows the notice.
        let relative = !url.text.contains("://");
        let remedy = if url.text.starts_with("mailto:") || url.text.starts_with("tel:") {
            "Write the e-mail address or the number itself, without a link."
        } else if relative {
            "Write the whole address, starting with https:// and without spaces: the notice is shown on other sites’ pages, too."
        } else {
            "Write the whole address, starting with https:// and without spaces."
        };
        sheet.problem(
            url.place.clone(),
            format!("`{}` is not a safe web address", url.text),
            remedy,
        );
    }
}
