//! Facts of law and of bodies that were not always so, or are so no longer.

use strum::{EnumString, VariantNames};

use super::{
    Date, Found, Mark,
    article::{self, Article},
    history,
    text::{among, is_year, mentions, places, sentences, words},
};

/// How a message ends whose fact no primary source tells.
const SECONDARY: &str = " [by a secondary source]";

/// Returns a message without what it says of where its facts are from: whoever runs a service has no use for that.
///
/// ```
/// let told = law::without_evidence("“Wye CCG” is gone (until 2022) [by a secondary source]");
/// assert_eq!(told, "“Wye CCG” is gone (until 2022)");
/// ```
#[must_use]
pub fn without_evidence(message: &str) -> String {
    message.replace(SECONDARY, "")
}

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, VariantNames)]
pub enum Evidence {
    /// A primary source was read.
    P,
    /// A secondary source says so.
    S,
    /// Nobody has verified it.
    U,
}

/// What a fact is about; `value` is its name in notices, or what the variant says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum FactKind {
    /// The age, in years, below which a parent gives a child's consent to a service online (Art. 8(1)).
    Age,
    /// A postal address, by the words that tell it from others.
    Address,
    /// A basis of Art. 6(1), by its name in `basis = "…"`.
    Basis,
    /// A body, by its name.
    Body,
    /// The address of a page that is not there (any more).
    DeadPage,
    /// Where the duty that `rule` looks for stood in the law, when that was elsewhere than today.
    Citation,
    /// The end of an e-mail address.
    Domain,
    /// A duty: `value` is the id of the rule that looks for it.
    Duty,
    /// An Act or regulations, by name.
    Law,
    /// A wrong name of a body; `now` is the right one.
    MisnamedBody,
    /// A wrong name of a law; `now` is the right one.
    Misnomer,
    /// Words by which a name is known *not* to be a public authority's, though others in it say so (DPA 2018 s. 7(3)).
    NotPublicAuthority,
    /// A programme, a project or a benefit.
    Programme,
    /// A public authority in the sense of DPA 2018 s. 7: its name, or the words that name its kind.
    PublicAuthority,
    /// The supervisory authority.
    Regulator,
    /// A notice by its title, which another has replaced; `now` says which.
    ReplacedNotice,
    /// A place or term of data protection law.
    Term,
    /// An Act or regulations by the right title: another year beside it is a slip. Where `value` is a usual short one, `now` is
    /// the whole.
    Title,
}

impl FactKind {
    /// Lists the words of a name or of a text that may have it, for comparing. Bodies go by singulars: a “Safeguarding Childrens
    /// Board” is the one that is meant. Abbreviations do not: “DfES” is no plural of “DfE”. A law's title is right or wrong.
    pub(super) fn words(self, text: &str) -> Vec<String> {
        let abbreviations = abbreviations(text);
        let mut words = words(text);
        for word in words.iter_mut().filter(|word| *word == "dept") {
            "department".clone_into(word);
        }
        if self == Self::Body {
            for word in &mut words {
                let own = |it: &&String| word == *it || word.strip_suffix('s') == Some(it);
                if let Some(own) = abbreviations.iter().find(own) {
                    // The capital stays, so that nobody takes its letter for a plural's.
                    *word = format!("{}S", &own[..own.len() - 1]);
                } else if word.len() > 3 && word.ends_with('s') {
                    word.pop();
                }
            }
        }
        words
    }
}

/// Lists the abbreviations of a text that end in a capital S (“DfES”, “HMCTS”), in small letters. Where words too long for one are
/// written in capitals, all is, and nobody can tell an abbreviation from a plural.
fn abbreviations(text: &str) -> Vec<String> {
    if !text.contains('S') {
        return Vec::new();
    }
    let words = text.split(|mark: char| !mark.is_alphanumeric());
    let is_shouted = !text.contains(char::is_lowercase) && words.clone().any(|it| it.len() > 6);
    if is_shouted {
        return Vec::new();
    }
    words
        .filter(|word| word.len() > 3 && word.ends_with('S'))
        .map(str::to_lowercase)
        .collect()
}

/// Something that holds from one day to another; without a day, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedFact {
    /// What it is about.
    pub kind: FactKind,
    /// Its name in notices, or what its kind says.
    pub value: String,
    /// Id of the rule that it is about; of a term, the rule that tells of it.
    pub rule: Option<String>,
    /// What holds instead.
    pub now: Option<String>,
    /// The first day on which it held.
    pub valid_from: Option<Date>,
    /// The last day on which it held.
    pub valid_to: Option<Date>,
    /// Where it is stated.
    pub source: String,
    /// How well it is known.
    pub evidence: Evidence,
}

impl DatedFact {
    /// Says whether it holds on the day.
    #[must_use]
    pub fn holds(&self, at: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= at) && self.valid_to.is_none_or(|to| at <= to)
    }

    /// Says when it held, what holds instead, and how sure that is, to end a message with.
    #[must_use]
    pub fn remark(&self) -> String {
        let span = match (self.valid_from, self.valid_to) {
            (_, Some(to)) => format!(" (until {to})"),
            (Some(from), None) => format!(" (from {from})"),
            (None, None) => String::new(),
        };
        let now = self.now.as_ref().map(|now| format!("; now: {now}"));
        let sure = match self.evidence {
            Evidence::P => "",
            Evidence::S => SECONDARY,
            Evidence::U => " [not verified: make sure]",
        };
        format!("{span}{}{sure}", now.unwrap_or_default())
    }

    /// Says whether a text that names it speaks of today, and does not tell of what once was.
    pub(super) fn is_of_today(&self, text: &str) -> bool {
        let named = |sentence: &&str| self.is_named_in(sentence);
        let mut naming = sentences(text).filter(named).peekable();
        // A name may span what looks like the end of a sentence ("St. Ann’s").
        naming.peek().is_none()
            || naming.any(|sentence| !self.is_of_the_past(self.part_about(sentence)))
    }

    /// Says whether a sentence names it as what once was.
    fn is_of_the_past(&self, sentence: &str) -> bool {
        let all = self.kind.words(sentence);
        let name = self.kind.words(&self.value);
        let named: Vec<usize> = match self.article() {
            Some(_) => article::places(&all).collect(),
            None => places(&name, &all).collect(),
        };
        let mut before = named.iter().map(|&at| &all[..at]);
        let former = !named.is_empty() && before.all(history::is_former);
        former
            || self.is_a_part_of_its_heir(sentence)
            || history::is_of_the_past(sentence, |clause| self.is_named_in(clause))
    }

    /// Says whether a sentence itself tells what holds instead: "the Higher Education Statistics Agency (part of Jisc)".
    fn is_a_part_of_its_heir(&self, sentence: &str) -> bool {
        let heir = self.now.as_deref().unwrap_or_default();
        let all = self.kind.words(sentence);
        let behind = ["part of", "now part of", "now", "which is now"];
        !heir.is_empty()
            && behind.iter().any(|between| {
                let told = format!("{} {between} {heir}", self.value);
                let own = format!("{} {between} the {heir}", self.value);
                among(&self.kind.words(&told), &all) || among(&self.kind.words(&own), &all)
            })
    }

    /// Says whether words name it nowhere but within the name of what holds instead: “Department of Health and Social Care”.
    pub(super) fn is_within_its_heir(&self, name: &[String], text: &[String]) -> bool {
        if self.kind != FactKind::Body {
            return false;
        }
        let heir = self.kind.words(self.now.as_deref().unwrap_or_default());
        if heir.len() <= name.len() || !heir.starts_with(name) {
            return false;
        }
        let heirs: Vec<usize> = places(&heir, text).collect();
        places(name, text).all(|at| heirs.contains(&at))
    }

    /// Returns the number of the article that it is, if it is one.
    pub(super) fn article(&self) -> Option<String> {
        let term = self.kind == FactKind::Term;
        term.then(|| article::number_of(&self.value)).flatten()
    }

    /// Says whether it is one of the articles that a text cites.
    pub(super) fn is_cited_among(&self, cited: &[Article]) -> bool {
        let own = self.article();
        own.is_some_and(|own| cited.iter().any(|it| it.number == own))
    }

    /// Says whether it is an article that a text names nowhere, and that lies within a range which it cites: what has moved may lie
    /// there in its new place, too.
    pub(super) fn is_cited_by_a_range_alone(&self, text: &str) -> bool {
        self.article().is_some_and(|own| {
            let cited = article::cited(text).into_iter();
            let mut cited = cited.filter(|it| it.number == own).peekable();
            cited.peek().is_some() && cited.all(|it| it.is_between)
        })
    }

    pub(super) fn is_named_in(&self, text: &str) -> bool {
        if self.article().is_some() {
            return self.is_cited_among(&article::cited(text));
        }
        among(&self.kind.words(&self.value), &self.kind.words(text))
            || self.is_spelt_in(&words(text))
    }

    /// Says what a sentence tells of it: in "NHS Digital (formerly HSCIC)" the past is the other name's.
    fn part_about<'a>(&self, sentence: &'a str) -> &'a str {
        let cut = ["(formerly", "(previously", ", formerly", ", previously"];
        let before = cut.iter().find_map(|mark| sentence.split_once(mark));
        match before {
            Some((before, _)) if mentions(before, &self.value) => before,
            _ => sentence,
        }
    }

    /// Says whether words name an Act otherwise than by its title: `1998 Data Protection Act`, `Data Protection Act of 1998`,
    /// `Data Protection Acts 1984 and 1998`, `Data Protection Act (DPA) 1998`, `Data Protection Act ’98`, `DPA1998`.
    pub(super) fn is_spelt_in(&self, text: &[String]) -> bool {
        if !matches!(self.kind, FactKind::Law | FactKind::Misnomer) {
            return false;
        }
        let name = words(&self.value);
        let Some((year, title)) = name.split_last() else {
            return false;
        };
        if !is_year(year) || title.is_empty() {
            return false;
        }
        let joined = |year: &str| text.contains(&[title.concat().as_str(), year].concat());
        let initials: String = title
            .iter()
            .filter_map(|word| word.chars().next())
            .collect();
        let short = &year[2..];
        let at = |start: usize, end: usize| text.get(start..end);
        let named = (0..text.len()).any(|start| {
            let end = start + title.len();
            if self.kind == FactKind::Misnomer {
                // A year beside the wrong name may be one of anything: only "of 2018" is a part of it.
                let own = at(start, end).filter(|own| among(title, own));
                // "Regulations 2018", as one regulation is called by more than one letter.
                let many = own.is_some_and(|own| own.last() != title.last());
                return own.is_some()
                    && (text[end..].starts_with(&["of".to_owned(), year.clone()])
                        || (many && text.get(end) == Some(year)));
            }
            let before = start > 0 && text[start - 1] == *year;
            // Its initials may stand in brackets between the title and the year.
            let between = usize::from(text.get(end) == Some(&initials));
            let after = text.iter().skip(end + between).take(3);
            let shortened = after.clone().next().is_some_and(|word| word == short);
            let listed = || {
                let words = after.clone().take_while(|word| {
                    is_year(word) || matches!(word.as_str(), "and" | "of" | "to")
                });
                words.into_iter().any(|word| word == year)
            };
            at(start, end).is_some_and(|own| among(title, own)) && (before || shortened || listed())
        });
        named || (title.len() == 1 && (joined(year) || joined(short)))
    }

    /// Says what it makes of a notice: a finding, or no more than a note where nobody has verified the fact.
    pub(super) fn finding(&self, mark: Mark, message: impl Into<String>) -> Found {
        let mark = match self.evidence {
            Evidence::U => Mark::Present,
            Evidence::P | Evidence::S => mark,
        };
        Found {
            everywhere: true,
            ..Found::new(mark, message)
        }
    }
}
