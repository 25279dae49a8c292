//! Laws that are in force, by the names that they have.

use notice::Notice;

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, OnSource, Outcome, Reads, Rule, Severity,
    found,
    history::is_history,
    notification,
    text::{all, first, fold, has, is_year, mentions, places, words, written},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "LAW-01",
    title: "Laws in force, rightly named",
    law: "Arts. 5(1)(a), 12(1)",
    severity: Severity::Error,
    remedy: "Name the law by the title that it has today, in `laws` and wherever else it is named.",
    question: "Which law do you mean here? The one named is not in force, or has another name.",
    first_layer: None,
    reads: Reads::NAMES,
    on_source: OnSource::Whole,
    mention: None,
    find: laws,
}];

fn laws(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    // A law that is listed is named as the law of today. Prose may tell of another day's: what it says of a law goes first.
    let mut told = written(notice);
    let listed = notice.laws.iter();
    let listed = listed.filter(|law| !told.iter().any(|text| mentions(text, law)));
    let listed: Vec<String> = listed.cloned().collect();
    told.extend(listed);
    let texts: Vec<String> = notice.laws.iter().cloned().chain(all(notice)).collect();
    let old = facts.dead(FactKind::Law, &told, at).into_iter();
    let mut list: Vec<Found> = old
        .map(|(old, text)| {
            let message = format!("{} is not in force on {at}{}", old.value, old.remark());
            old.finding(Mark::Outdated, message).at(text)
        })
        .collect();
    list.extend(misnomers(&texts, facts));
    list.extend(wrong_years(&texts, facts));
    list.extend(misspelt(&texts, facts));
    list.extend(union_title(&texts, facts, at));
    list.extend(notification::notified(&texts, facts, at));
    let unnamed = [
        "law on data protection",
        "data protection legislation",
        "data protection law",
    ];
    let names = texts.iter().any(|text| {
        [
            "data protection act",
            "data protection 2018",
            "gdpr",
            "general data protection regulation",
        ]
        .iter()
        .any(|law| mentions(text, law))
    });
    if let (false, Some(text)) = (names, first(&texts, &unnamed)) {
        list.push(Found::weak("The law on data protection is spoken of, and not named").at(text));
    }
    found(list)
}

/// Advises where the regulation is named by the Union's number alone: that is how the law of the Union is called, and how that of
/// the United Kingdom begins, which goes on "as it forms part of the law of England and Wales".
fn union_title(texts: &[String], facts: &DatedFacts, at: Date) -> Vec<Found> {
    let mut all = facts.all.iter();
    let known = all.find(|it| it.kind == FactKind::Law && it.value == "EU GDPR");
    let now = known.filter(|it| !it.holds(at));
    let Some(now) = now.and_then(|it| it.now.as_deref()) else {
        return Vec::new();
    };
    let message = format!(
        "“Regulation (EU) 2016/679” alone is the regulation of the European Union; here: {now}"
    );
    let mut list = Vec::new();
    for text in texts.iter().filter(|text| has_the_number_alone(text)) {
        tell(&mut list, Found::advice(&message).at(text));
    }
    list
}

/// Says whether a text means the law of the United Kingdom by the number of the Union's regulation, and says no more of it.
fn has_the_number_alone(text: &str) -> bool {
    let ours = [
        "uk gdpr",
        "uk general data",
        "united kingdom general data",
        "form part",
        "forms part",
        "formed part",
        "part of the law",
        "part of uk law",
        "part of our law",
        "retained",
        "assimilated",
    ];
    // What is called the Union's by name has a fact of its own.
    let theirs = [
        "eu gdpr",
        "eu general data",
        "in the eu",
        "european union",
        "ireland",
        "member state",
        "eea",
        "eu law",
        "european economic",
    ];
    let elsewhere = fold(text).replace("northern ireland", "");
    mentions(text, "2016/679")
        && !has(text, &ours)
        && !has(&elsewhere, &theirs)
        && !is_history(text)
}

/// Lists wrong names of laws, each once in a text.
fn misnomers(texts: &[String], facts: &DatedFacts) -> Vec<Found> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let mut list = Vec::new();
    for (slip, text) in facts.naming(FactKind::Misnomer, texts) {
        let right = slip.now.as_deref().unwrap_or_default();
        let same = fold(&slip.value) == fold(right);
        let is_right = if same {
            text.contains(right)
        } else {
            is_within(&slip.value, right, text)
        };
        let told = (slip.value.as_str(), text);
        if is_right || seen.contains(&told) || !slip.is_of_today(text) {
            continue;
        }
        seen.push(told);
        // Only capitals differ: a reader still finds it.
        let mark = if same { Mark::Weak } else { Mark::Wrong };
        let message = format!("“{}” is called {right}", slip.value);
        list.push(slip.finding(mark, message).at(text));
    }
    list
}

/// Says whether a slip stands nowhere in a text but within the right name.
fn is_within(slip: &str, right: &str, text: &str) -> bool {
    let (slip, right, text) = (words(slip), words(right), words(text));
    let rights: Vec<usize> = places(&right, &text).collect();
    let mut slips = places(&slip, &text).peekable();
    // Spelt otherwise than by its words, it is within nothing.
    slips.peek().is_some()
        && slips.all(|at| {
            let end = at + slip.len();
            rights
                .iter()
                .any(|&start| start <= at && end <= start + right.len())
        })
}

/// An Act by its title and year, in words, with the fact that names it.
struct Act<'a> {
    title: Vec<String>,
    year: String,
    fact: &'a DatedFact,
}

impl<'a> Act<'a> {
    /// Returns the title as it was given, where the fact's own is a usual short one.
    fn whole_title(&self) -> &'a str {
        let whole = self.fact.now.as_deref();
        let whole = whole.filter(|_| self.fact.kind == FactKind::Title);
        whole.unwrap_or(&self.fact.value)
    }
}

/// Lists the Acts that the facts of some kinds name.
fn acts<'a>(facts: &'a DatedFacts, kinds: &[FactKind]) -> Vec<Act<'a>> {
    let facts = facts.all.iter().filter(|fact| kinds.contains(&fact.kind));
    let acts = facts.filter_map(|fact| {
        let mut title = words(&fact.value);
        let year = title.pop().filter(|year| is_year(year))?;
        Some(Act { title, year, fact })
    });
    acts.collect()
}

/// Acts before this year are hardly cited.
const OLD: &str = "1980";

/// Says whether words before a title are a part of a longer one: "Protection of Children Act", and not "section 17 of Children Act".
fn is_of_a_title(before: &[String]) -> bool {
    match before {
        [.., what, of] if of == "of" => {
            !what.starts_with(|mark: char| mark.is_ascii_digit())
                && !matches!(
                    what.as_str(),
                    "section"
                        | "sections"
                        | "part"
                        | "schedule"
                        | "meaning"
                        | "terms"
                        | "requirements"
                        | "provisions"
                        | "purposes"
                        | "duties"
                        | "breach"
                )
        }
        _ => false,
    }
}

/// Adds what is not told of its text already.
fn tell(list: &mut Vec<Found>, found: Found) {
    if !list.contains(&found) {
        list.push(found);
    }
}

/// Acts that there are in other years only, each once in a text.
fn wrong_years(texts: &[String], facts: &DatedFacts) -> Vec<Found> {
    let (known, slips) = (
        acts(facts, &[FactKind::Title, FactKind::Law]),
        acts(facts, &[FactKind::Misnomer]),
    );
    let mut titles: Vec<&[String]> = Vec::new();
    for act in known.iter().filter(|act| act.fact.kind == FactKind::Title) {
        if !titles.contains(&&*act.title) {
            titles.push(&act.title);
        }
    }
    let mut list: Vec<Found> = Vec::new();
    for text in texts {
        let all = words(text);
        for title in &titles {
            let is_known = |year: &String| {
                // What has a fact of its own is told by that.
                let mut all = known.iter().chain(&slips);
                all.any(|act| act.title == *title && act.year == *year)
            };
            // Of the old Acts that a title of today once had, the facts know none.
            let is_before_all = |year: &String| {
                let mut own = known.iter().filter(|act| act.title == *title);
                year.as_str() < OLD && own.all(|act| act.year.as_str() >= OLD)
            };
            let slip = all
                .windows(title.len() + 1)
                .enumerate()
                .find_map(|(at, own)| {
                    let (year, own) = own.split_last()?;
                    if own != *title || !is_year(year) || is_known(year) || is_before_all(year) {
                        return None;
                    }
                    // "Health and Social Care Act" is no Care Act.
                    let end = at + title.len();
                    let whole = |it: &&[String]| it.len() > title.len() && all[..end].ends_with(it);
                    let longer = titles.iter().any(whole)
                        || at > 0
                            && (["and", "social", "health"].contains(&&*all[at - 1])
                                || is_of_a_title(&all[..at]));
                    (!longer).then_some(year)
                });
            let Some(year) = slip else { continue };
            let right: Vec<&Act<'_>> = known.iter().filter(|act| act.title == *title).collect();
            let names = right.iter().map(|act| act.whole_title());
            let names: Vec<&str> = names.collect();
            let Some(act) = right.first() else { continue };
            let name = act
                .fact
                .value
                .trim_end_matches(|mark: char| mark.is_ascii_digit());
            let are = if name.ends_with("Regulations ") {
                "are"
            } else {
                "is"
            };
            let names = names.join(", ");
            let message = format!("There {are} no {name}{year}; there {are}: {names}");
            tell(&mut list, act.fact.finding(Mark::Wrong, message).at(text));
        }
    }
    list
}

/// Acts of a known year whose title is spelt with other endings: “Equalities Act 2010”. Each once in a text.
fn misspelt(texts: &[String], facts: &DatedFacts) -> Vec<Found> {
    let (known, slips) = (
        acts(facts, &[FactKind::Title, FactKind::Law]),
        acts(facts, &[FactKind::Misnomer]),
    );
    let ends = |title: &[String]| title.iter().map(|word| stem(word)).collect::<Vec<_>>();
    let mut list: Vec<Found> = Vec::new();
    for text in texts {
        let all = words(text);
        for act in known.iter().filter(|act| act.fact.kind == FactKind::Title) {
            let stems = ends(&act.title);
            let slip = all.windows(act.title.len() + 1).find_map(|own| {
                let (year, own) = own.split_last()?;
                let is = |act: &Act<'_>| act.title == *own && act.year == *year;
                let same =
                    *year == act.year && own.last() == act.title.last() && ends(own) == stems;
                (same && !known.iter().chain(&slips).any(is)).then(|| own.join(" "))
            });
            let Some(slip) = slip else { continue };
            let message = format!("“{slip} {}” is called {}", act.year, act.whole_title());
            tell(&mut list, act.fact.finding(Mark::Wrong, message).at(text));
        }
    }
    list
}

/// Returns a word without the endings that are mixed up in titles: one or many, and what is made of an adjective.
fn stem(word: &str) -> String {
    let word = word.strip_suffix("ness").unwrap_or(word);
    match word.strip_suffix("ies") {
        Some(start) => format!("{start}y"),
        None => word.trim_end_matches('s').to_owned(),
    }
}
