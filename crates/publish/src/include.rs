//! `includes/`: the card of each notice as a piece of HTML that stands in the page itself, whole before any script and
//! without one. The widget takes it over as it stands (`src/include.rs`).

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use notice::{
    Answer, Notice,
    guardian::GuardianStep,
    manifest::view_key,
    strings::{Strings, Text},
};
use source::parse::Source;
use ui::{CardFront, GuardianPrompt, NoticeCard};

use super::{
    Dist, Error, dist::json, hash::hash as digits, html, localized, readers::readers, stand_in,
};

/// The folder of includes.
pub(crate) const FOLDER: &str = "includes/";

/// Holds what includes need besides the notices.
pub(crate) struct IncludeContext<'a> {
    /// The rules of the card and of the question below it, minified.
    pub style: String,
    /// How many minutes each notice takes to read, by id, language and reader.
    pub minutes: &'a BTreeMap<[String; 3], u32>,
    /// In the names of the gate's files: what an include of another release carries differs.
    pub release: &'a str,
    /// Where all this is published, when the deployment says so; else includes lead to the root of their page's own host.
    pub address: Option<&'a str>,
}

/// Hashes what a card says into eight digits: they change with the version, the answers and their order, never with our markup.
pub(crate) fn hash(view: &Notice) -> String {
    let Notice {
        version,
        answers,
        caution,
        machine_made,
        ..
    } = view;
    let answers: Vec<&Answer> = view
        .questions()
        .iter()
        .flat_map(|question| answers.iter().filter(move |it| it.question == *question))
        .collect();
    digits(&json(&(version, answers, caution, machine_made)))
}

/// Adds an include for each reader of each notice, in each language that it is written in, and where a translation has grown old
/// the original in its place; their style sheet, under a name with a hash, and as `card.css` for what is pasted; and `head.html`, a
/// line for the page's head that fetches it early.
///
/// # Errors
/// [`Error::Language`] when the base language has no texts.
pub(crate) fn add(dist: &mut Dist, source: &Source, context: &IncludeContext) -> Result<(), Error> {
    let mut made = Vec::new();
    let written = source.notices.iter().chain(&source.translated);
    let written = written.map(|notice| (notice, notice.lang.as_str()));
    for (notice, lang) in written.chain(stand_in::all(source).map(|it| (it.notice, it.lang))) {
        let words = [source.texts(lang)?, source.texts(&notice.lang)?];
        let folder = localized::home(notice, source)?.folder;
        for (part, audience) in readers(notice) {
            let reader = NoticeView {
                notice,
                part,
                audience,
                lang,
            };
            made.push((
                reader.path(),
                reader.card(
                    words,
                    &[context.root(), folder.clone()].concat(),
                    context.minutes,
                ),
                reader,
            ));
        }
    }
    let css = [&context.style, QUESTION_ROOM_CSS].concat();
    let sheet = dist.add_asset("card-", ".css", css.clone());
    dist.add("card.css", css);
    let sheet = sheet.seen_from(&context.root());
    // The browser meets the sheet late, and waits there: named in the head as well it has come by then.
    let head = format!(
        "<link rel=\"preload\" as=\"style\"{}>\n",
        attribute("href", &sheet)
    );
    dist.add([FOLDER, "head.html"].concat(), head);
    for (path, card, reader) in made {
        let t = source.texts(reader.lang)?;
        dist.add(path, reader.include(&card, &sheet, context, t));
    }
    Ok(())
}

/// The room that a question for children will take; without a script it never comes.
const QUESTION_ROOM_CSS: &str = ".ahead{visibility:hidden}.ahead .outcome{display:none}@media (scripting:none){.ahead{display:none}}";

impl IncludeContext<'_> {
    fn root(&self) -> String {
        let address = self.address.unwrap_or_default();
        [address.trim_end_matches('/'), "/"].concat()
    }
}

/// A notice as one reader sees it.
struct NoticeView<'a> {
    notice: &'a Notice,
    part: Option<&'a str>,
    audience: Option<&'a str>,
    /// Of the words around the notice, which may not have it in this language.
    lang: &'a str,
}

impl NoticeView<'_> {
    fn view(&self) -> Notice {
        self.notice.clone().view(self.part, self.audience)
    }

    fn path(&self) -> String {
        name(&self.notice.id, self.part, self.audience, self.lang)
    }

    /// Renders what stands in the shadow root, below the style sheet: in the words `t` of the reader, and within them in those of
    /// the notice. `folder` is the address of the notice's page.
    fn card(
        &self,
        [t, own]: [&Strings; 2],
        folder: &str,
        minutes: &BTreeMap<[String; 3], u32>,
    ) -> String {
        let view = Arc::new(self.view());
        let (lang, dir) = (view.lang.clone(), own.get(Text::Direction).to_owned());
        let note = (lang != self.lang).then(|| t.get(Text::NoticeUntranslated).to_owned());
        let anchor = match (self.part, self.audience) {
            (Some(part), _) => ["#part-", part].concat(),
            (None, Some(audience)) => ["#audience-", audience].concat(),
            (None, None) => String::new(),
        };
        let page = [folder, &anchor].concat();
        let key = view_key(self.part, self.audience);
        let whose = [self.notice.id.clone(), self.notice.lang.clone(), key];
        let minutes = minutes.get(&whose).copied().unwrap_or(1);
        let ahead = view.children.as_ref().map(|children| children.under);
        let card = html::render(|| {
            let (outer, side) = (self.lang.to_owned(), t.get(Text::Direction).to_owned());
            let own = own.clone();
            view! {
                <div lang=outer dir=side>
                    <NoticeCard lang dir note minutes t=t.clone() page>
                        <CardFront notice=view t=own />
                    </NoticeCard>
                    {ahead.map(|under| question(under, t))}
                </div>
            }
        });
        // All six answers stand there, also where nobody can open what is folded. The picture comes with the question; here
        // it only takes its room.
        let card = card.replace("<details class=\"more\">", "<details open class=\"more\">");
        card.replace(
            "<div class=\"picture\">",
            "<div class=\"picture\"><svg></svg>",
        )
    }

    fn include(&self, card: &str, sheet: &str, context: &IncludeContext, t: &Strings) -> String {
        let view = self.view();
        let stamp = format!("{}@{}", view.id, view.version);
        let hash = hash(&view);
        let mut named = vec![("service", self.notice.id.as_str())];
        named.extend(self.part.map(|part| ("part", part)));
        named.extend(self.audience.map(|audience| ("audience", audience)));
        named.extend([
            ("version", view.version.as_str()),
            ("hash", &hash),
            ("release", context.release),
        ]);
        // What has nothing to add beside a field waits until the visitor turns to the card.
        if view.fields.is_empty() && view.children.is_none() {
            named.push(("loading", "lazy"));
        }
        let named = named.iter().map(|(name, value)| attribute(name, value));
        let page = card
            .rsplit_once("href=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map_or("", |(page, _)| page);
        [
            "<council-notice",
            &named.collect::<String>(),
            "><template shadowrootmode=\"open\"><link rel=\"stylesheet\"",
            &attribute("href", sheet),
            ">",
            card,
            "</template><a href=\"",
            page,
            "\">",
            &html::render(|| t.get(Text::NoticeFallback).to_owned()),
            "</a><input type=\"hidden\" name=\"council_notice\"",
            &attribute("value", &stamp),
            "></council-notice>\n",
        ]
        .concat()
    }
}

/// Renders the question for children as it will stand below the card: its room, for nobody to see or to reach until it works.
fn question(under: u8, t: &Strings) -> AnyView {
    let (step, warned) = (RwSignal::new(GuardianStep::default()), RwSignal::new(false));
    view! {
        <div class="ahead" aria-hidden="true">
            <GuardianPrompt line=String::new() under t=t.clone() step warned />
        </div>
    }
    .into_any()
}

/// Returns the path of an include: `includes/<id>[.<part>][.<audience>].<lang>.html`.
pub(crate) fn name(id: &str, part: Option<&str>, audience: Option<&str>, lang: &str) -> String {
    let reader = part.into_iter().chain(audience);
    let parts: Vec<_> = [id].into_iter().chain(reader).chain([lang]).collect();
    [FOLDER, &parts.join("."), ".html"].concat()
}

/// Writes an attribute with a space before it.
fn attribute(name: &str, value: &str) -> String {
    let value = value.replace('&', "&amp;").replace('"', "&quot;");
    format!(" {name}=\"{value}\"")
}
