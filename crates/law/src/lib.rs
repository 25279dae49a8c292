//! A notice against the law it serves, as the law stood on a day.
//!
//! A [`Rule`] looks for one thing in the facts of a [`Notice`], and in its text only where the fact is text. What
//! changes with time (bodies, laws, when a duty began) is data: [`DatedFacts`]. Nothing here reads a file or the clock.
//!
//! | module | rules about |
//! |---|---|
//! | `identity` | who decides, whom to write to; `joint`, who decide together; `domains`, whose an address is |
//! | `succession` | the day on which another takes over |
//! | `basis` | purposes, lawful bases; `interests`, legitimate ones; `consent`, with `bundle`, `forced`, `silence` and `marketing`, and `withdrawal` (`taken_back` knows what it is that is taken back); `outside` knows what is no task of an authority; `sensitive` knows the data that Art. 9 protects, `health` some of it that names no illness, `collected` what a text has collected |
//! | `recipients` | who sees it; `nobody` knows names that say that nobody does; `transfers`, abroad, with `countries` and `safeguards` |
//! | `contradiction` | two statements against each other |
//! | `origin` | what is asked for, where it comes from, whether one must |
//! | `time` | how long, how old; `undated` knows a source without a date; `duration` reads how long (`number`, how many), `keeping` finds what is kept with no end beside other periods |
//! | `rights` | rights; `denied` knows those that a notice says nobody has |
//! | `automated` | decisions made by a machine; `decision_told` knows ways of telling people of one |
//! | `requests` | what a request may be made to depend on; `asking` knows one, `hurdle` what it may not depend on (`obliging`, what one must), `late` what it may not cost or take |
//! | `complaints` | the two ways to complain; `complain_first` knows one that is made to wait for the other, and `barred` how; `acknowledging`, when one is told that a complaint has come; `bodies`, a contact of another body |
//! | `children` | a line for children |
//! | `cookies` | a page about cookies that works |
//! | `exempt` | cookie policies: what goes without asking |
//! | `accuracy` | laws; `article` reads which articles a text cites, `notification` knows what the Act of 1998 asked of controllers |
//! | `references` | references and links; `sections`, parts of the text itself that are pointed at, and `appended`, what is appended to it; `blank` knows what a template leaves to be filled in |
//! | `leftovers` | what is left of the file that a notice came from |
//! | `english` | plain English |
//! | `language` | notices in other languages |
//! | `narrow` | the sentence that a finding speaks of |
//! | `prose` | what the sentences of a source text show of some of these, before any fact is entered |
//!
//! `rule` says what a rule is, `verdict` what it can say of a notice, `report` how that is told. `pending` tells what a draft has
//! not entered yet from what its source does not say; `unanswered` knows what a card leaves open; `history` and `ended` know what a
//! sentence tells of the past; `facts` is what a dated fact is, and `dated_facts` all of them; `anybody` knows names that name nobody.

mod accuracy;
mod acknowledging;
mod anybody;
mod appended;
mod artefact;
mod article;
mod asking;
mod authority;
mod automated;
mod barred;
mod basis;
mod blank;
mod bodies;
mod bundle;
mod children;
mod collected;
mod complain_first;
mod complaints;
mod consent;
mod contradiction;
mod cookies;
mod countries;
mod date;
mod dated_facts;
mod decision_told;
mod denied;
mod domains;
mod duration;
mod ended;
mod english;
mod exempt;
mod facts;
mod forced;
mod health;
mod history;
mod hurdle;
mod identity;
mod interests;
mod interrupt;
mod joint;
mod keeping;
mod language;
mod late;
mod leftovers;
mod marketing;
mod money;
mod narrow;
mod nobody;
mod notification;
mod number;
mod obliging;
mod origin;
mod outside;
mod pending;
mod prose;
mod recipients;
mod references;
mod report;
mod requests;
mod restated;
mod rights;
mod rule;
mod safeguards;
mod sections;
mod sensitive;
mod silence;
mod succession;
mod syllable;
mod taken_back;
mod text;
mod time;
mod transfers;
mod unanswered;
mod undated;
mod verdict;
mod withdrawal;

pub use artefact::{Artefact, artefacts};
pub use children::AGES;
pub use date::{Date, NotADate};
pub use dated_facts::DatedFacts;
pub use domains::Domains;
pub use duration::months;
pub use english::{reading_ease, text_ease};
pub use exempt::{EXEMPTION, check_exemption, policy_rules, unfit_answer};
pub use facts::{DatedFact, Evidence, FactKind, without_evidence};
pub use number::{NUMBERS, halves};
pub use report::{Finding, Location, Report};
pub use rule::{Find, Mention, OnSource, Reads, Rule};
pub use succession::check_cookies;
pub use syllable::syllables;
pub use text::MARK as IMPORT_MARK;
pub use unanswered::unanswered;
pub use verdict::{Entry, Found, Mark, Outcome, Severity, Verdict};

use notice::Notice;

use verdict::found;

/// The language of the rules and of everything that they say.
pub const LANGUAGE: &str = "en";

/// Returns every rule that concerns notices, in the order in which findings are shown. A new one is an entry in the `RULES` of its
/// module; the compiler asks for all that it needs.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    identity::RULES
        .iter()
        .chain(&succession::RULES)
        .chain(&basis::RULES)
        .chain(&recipients::RULES)
        .chain(&contradiction::RULES)
        .chain(&origin::RULES)
        .chain(&time::RULES)
        .chain(&rights::RULES)
        .chain(&automated::RULES)
        .chain(&requests::RULES)
        .chain(&complaints::RULES)
        .chain(&children::RULES)
        .chain(&cookies::RULES)
        .chain(&accuracy::RULES)
        .chain(&references::RULES)
        .chain(&leftovers::RULES)
        .chain(&english::RULES)
        .chain(&language::RULES)
}

/// Holds a source text that was brought in, and of which no fact is entered yet, against what each rule can find in a text.
#[must_use]
pub fn check_source(notice: &Notice, facts: &DatedFacts, at: Date) -> Vec<Verdict> {
    let asked = rules().filter_map(|rule| Some((rule, rule.find_in_source()?)));
    asked
        .map(|(rule, find)| Verdict {
            rule,
            law: facts.law(rule, at),
            found: (facts.is_duty(rule.id, at) && language::can_read(rule, notice))
                .then(|| find(notice, facts, at))
                .and_then(|found| language::keep_facts(rule, notice, found?))
                .map(|found| {
                    let own = found.into_iter();
                    own.map(|it| narrow::narrowed(it, facts)).collect()
                }),
        })
        .collect()
}

/// Holds `notice` against every rule, as the law stood `at` that day. A rule whose duty had not begun, or had ended,
/// does not concern the notice.
#[must_use]
pub fn check(notice: &Notice, facts: &DatedFacts, at: Date) -> Vec<Verdict> {
    rules()
        .map(|rule| Verdict {
            rule,
            law: facts.law(rule, at),
            found: facts
                .is_duty(rule.id, at)
                .then(|| (rule.find)(notice, facts, at))
                .and_then(|outcome| {
                    let found = outcome.map(|found| pending::mark_pending(rule, notice, found));
                    let found = found.and_then(|found| language::keep_facts(rule, notice, found));
                    unanswered::add_open_answer(rule, notice, found)
                }),
        })
        .collect()
}
