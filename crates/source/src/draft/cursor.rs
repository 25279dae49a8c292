//! Where the pieces of a source belong, one after the other.

use notice::SectionId;

use super::{
    Proposal,
    facts::Draft,
    find,
    label::labelled,
    leads::{denies, grounds, leads_to, uses},
    piece::{Piece, Shape},
    sort::{asks, said, section},
};

/// Why an item may not be what its list is taken for.
const BY_LEAD: &str = "only the sentence before the list says so";
/// Why a section may be about something else.
const BY_CONTENT: &str = "its heading does not say so; what stands under it does";

/// What is told of one use makes so many sections at least, each under a heading of its own.
const FACTS_OF_A_USE: usize = 3;

/// Where the next piece belongs.
pub(super) struct SectionCursor {
    pub here: SectionId,
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
    pub told: Vec<Proposal>,
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

/// Says whether a paragraph is no more than what something is done for: “Lending items and getting them back”.
fn is_purpose_alone(piece: &Piece) -> bool {
    let text = piece.text.as_str();
    let first = text.split(' ').next().unwrap_or_default();
    let does = (first.len() > 4 && first.ends_with("ing")) || first.eq_ignore_ascii_case("to");
    piece.shape == Shape::Paragraph
        && does
        && (2..=16).contains(&text.split(' ').count())
        && !text.ends_with(['.', ':', '?', '!', ','])
        && !text.contains(". ")
        && find::bases_of_ground(text).is_empty()
}

/// Says whether what stands under a heading tells all there is to one use, each fact under its own heading: “What we hold”, “What for”,
/// “Who sees it”.
fn is_a_use<'a>(body: impl Iterator<Item = &'a Piece>) -> bool {
    let mut about: Vec<SectionId> = Vec::new();
    let headings = body.filter(|it| it.is_heading());
    for id in headings.filter_map(|it| section(&it.text)) {
        if !about.contains(&id) {
            about.push(id);
        }
    }
    about.len() >= FACTS_OF_A_USE && about.contains(&SectionId::Purposes)
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
    pub(super) fn put(&mut self, draft: &mut Draft, piece: &Piece, behind: &[Piece]) {
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
        if self.is_group(piece, level, behind) {
            draft.head(self.here, piece);
            return;
        }
        if let Some(id) = section(&piece.text).or_else(led) {
            self.begin(id, level, false);
            draft.begin(id, piece);
            return;
        }
        let deeper = level > 0 && self.level > 0 && level > self.level;
        self.below |= self.fresh && level == 0;
        let within = self.own && (deeper || self.below);
        let body = || section_body(level, behind);
        let tells = || is_a_use(body()).then_some(SectionId::Purposes);
        let tells = || tells().or_else(|| said(&piece.text, body()));
        // A day under the name at the top is the notice's own, and begins no section on its changes.
        let at_top = self.here == SectionId::Who && !self.own && self.told.is_empty();
        let tells = || tells().filter(|id| !(at_top && *id == SectionId::Changes));
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

    /// Says whether a heading in a section that lists things says no more than whose they are: “About your child”.
    fn is_group(&self, piece: &Piece, level: u8, behind: &[Piece]) -> bool {
        let lists = matches!(
            self.here,
            SectionId::Data | SectionId::Sources | SectionId::Recipients | SectionId::Purposes
        );
        let below = match level {
            0 => self.fresh || self.below,
            level => self.level > 0 && level > self.level,
        };
        let listed = behind
            .first()
            .is_some_and(|next| next.shape == Shape::Bullet);
        let whose = section(&piece.text) == Some(SectionId::Children);
        lists && self.own && below && listed && whose
    }

    /// Says why the items of the section may be something else.
    fn own_doubt(&self) -> Option<&'static str> {
        self.by_content.then_some(BY_CONTENT)
    }

    fn text(&mut self, draft: &mut Draft, piece: &Piece) {
        let first = std::mem::take(&mut self.fresh);
        if first && self.here == SectionId::Purposes && !self.by_content && is_purpose_alone(piece)
        {
            return draft.item(self.here, self.here, piece, None);
        }
        if piece.shape != Shape::Bullet {
            let is_lead = piece.text.ends_with([':', ';']);
            // "We do not sell it. We share it with:": the last sentence leads up to the items, the whole where that tells nothing.
            let last = last_sentence(&piece.text);
            let lead = leads_to(last);
            let text = lead.map_or(piece.text.as_str(), |_| last);
            // "The list is not a record. It shows:" denies nothing of the items; "We do not hold these. They are:" does.
            let of_items = if points_back(last) { text } else { last };
            self.denied = is_lead && (denies(of_items) || grounds(text));
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

/// Says whether a sentence that leads up to a list goes on with what the one before it told: “They are:”.
fn points_back(sentence: &str) -> bool {
    let mut words = sentence.split(|mark: char| !mark.is_alphanumeric());
    let first = words.next().unwrap_or_default().to_lowercase();
    let few = words.filter(|word| !word.is_empty()).count() <= 3;
    few && matches!(
        &*first,
        "they" | "these" | "those" | "such" | "namely" | "that" | "this"
    )
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
