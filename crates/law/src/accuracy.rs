//! Laws rightly named, references that lead somewhere, and leftovers of the file a notice came from.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, Outcome, Reads, Rule, Severity,
    artefact::artefacts,
    blank::blank,
    found,
    text::{
        all, first, fold, has, is_year, links, marks, mentions, places, sentences,
        texts_with_links, words, written,
    },
};

pub(super) static RULES: [Rule; 4] = [
    Rule {
        id: "LAW-01",
        title: "Laws in force, rightly named",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Error,
        remedy: "Name the law by the title it has today.",
        question: "Which law do you mean here? The one named is not in force, or has another name.",
        first_layer: None,
        reads: Reads::NAMES,
        on_source_text: true,
        mention: None,
        find: laws,
    },
    Rule {
        id: "LNK-01",
        title: "References that lead somewhere",
        law: "Art. 12(1)",
        severity: Severity::Error,
        remedy: "Ask the service for the page's address, and link to it.",
        question: "What should readers find here, and at which address is it?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source_text: true,
        mention: None,
        find: references,
    },
    Rule {
        id: "LNK-02",
        title: "Links and text that are what they look",
        law: "house rule",
        severity: Severity::Warning,
        remedy: "Write the address without what stands before its @, and the text without marks that turn its direction.",
        question: "This link or text is not what it looks. Where should it lead, or what should it say?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source_text: false,
        mention: None,
        find: disguised,
    },
    Rule {
        id: "ART-01",
        title: "Nothing left over from another file",
        law: "house rule",
        severity: Severity::Error,
        remedy: "Remove what belonged to the page of another file, join what it split, and write the source's own words again.",
        question: "This looks left over from another file. Does it belong to the notice?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source_text: true,
        mention: None,
        find: leftovers,
    },
];

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

/// Lists wrong names of laws, each once.
fn misnomers(texts: &[String], facts: &DatedFacts) -> Vec<Found> {
    let mut seen: Vec<&str> = Vec::new();
    let mut list = Vec::new();
    for (slip, text) in facts.naming(FactKind::Misnomer, texts) {
        let right = slip.now.as_deref().unwrap_or_default();
        let same = fold(&slip.value) == fold(right);
        let is_right = if same {
            text.contains(right)
        } else {
            is_within(&slip.value, right, text)
        };
        if is_right || seen.contains(&slip.value.as_str()) || !slip.is_of_today(text) {
            continue;
        }
        seen.push(&slip.value);
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

/// Lists the Acts that the facts of some kinds name.
fn acts<'a>(facts: &'a DatedFacts, kinds: &[FactKind]) -> Vec<Act<'a>> {
    let facts = facts.0.iter().filter(|fact| kinds.contains(&fact.kind));
    let acts = facts.filter_map(|fact| {
        let mut title = words(&fact.value);
        let year = title.pop().filter(|year| is_year(year))?;
        Some(Act { title, year, fact })
    });
    acts.collect()
}

/// Acts that there are in other years only, each once.
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
            let slip = all
                .windows(title.len() + 1)
                .enumerate()
                .find_map(|(at, own)| {
                    let (year, own) = own.split_last()?;
                    // "Health and Social Care Act" is no Care Act.
                    let longer = at > 0 && ["and", "social", "health"].contains(&&*all[at - 1]);
                    let wrong = own == *title && is_year(year) && !longer && !is_known(year);
                    wrong.then_some(year)
                });
            let Some(year) = slip else { continue };
            let right: Vec<&Act<'_>> = known.iter().filter(|act| act.title == *title).collect();
            let names: Vec<&str> = right.iter().map(|act| act.fact.value.as_str()).collect();
            let Some(act) = right.first() else { continue };
            let name = act
                .fact
                .value
                .trim_end_matches(|mark: char| mark.is_ascii_digit());
            let message = format!("There is no {name}{year}; there is: {}", names.join(", "));
            if list.iter().all(|it| it.message != message) {
                list.push(act.fact.finding(Mark::Wrong, message).at(text));
            }
        }
    }
    list
}

/// Acts of a known year whose title is spelt with other endings: “Equalities Act 2010”. Each once.
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
            let message = format!("“{slip} {}” is called {}", act.year, act.fact.value);
            if list.iter().all(|it| it.message != message) {
                list.push(act.fact.finding(Mark::Wrong, message).at(text));
            }
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

fn references(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let texts = all(notice);
    let answers: Vec<&str> = notice.answers.iter().map(|it| it.text.as_str()).collect();
    let officer = notice
        .officer
        .as_ref()
        .and_then(|it| it.contact.note.as_deref());
    let words = [
        "gives no address for that",
        "details opposite",
        "table opposite",
        "list opposite",
        "page opposite",
        "see opposite",
        "shown opposite",
        "link to be added",
        "to be confirmed",
        "insert link",
        "[link",
    ];
    let dead = texts
        .iter()
        .map(String::as_str)
        .filter(|text| {
            has(text, &words)
                || sentences(text).any(points_at_paper)
                || blank(text).is_some()
                || (has_to_come(text) && !answers.contains(&&**text))
        })
        .chain(officer.filter(|note| has(note, &["gives no address"])))
        .map(|text| Found::wrong("Something is pointed at that a reader cannot reach").at(text));
    // A link may be in any sentence of its paragraph, so one that has none at all is told.
    let linked = texts_with_links(notice);
    let unlinked = texts
        .iter()
        .filter(|text| !linked.contains(text) && sentences(text).any(offers_a_link))
        .map(|text| Found::wrong("“Here” leads nowhere: there is no link").at(text));
    let kept = notice.retention.iter().filter_map(|it| it.link.as_ref());
    let empty = links(notice)
        .chain(kept.map(|link| (SectionId::Retention, link.url.as_str())))
        .filter(|(_, url)| is_empty(url))
        .map(|(_, url)| Found::wrong("This link leads nowhere").at(url));
    // The page about cookies is a rule's of its own.
    let gone = links(notice)
        .filter(|(section, _)| *section != SectionId::Cookies)
        .filter_map(|(_, url)| {
            let page = facts
                .named(FactKind::DeadPage, url)
                .find(|page| page.holds(at))?;
            let message = format!("The page that this leads to is not there{}", page.remark());
            Some(page.finding(Mark::Wrong, message).at(url))
        });
    let mut list: Vec<Found> = dead.chain(unlinked).chain(empty).chain(gone).collect();
    list.dedup();
    found(list)
}

/// Says whether a text leaves something to come: “Retention: TBC”, or the address that manuals give as an example.
fn has_to_come(text: &str) -> bool {
    let all = words(text);
    let short = all
        .iter()
        .any(|word| matches!(word.as_str(), "tbc" | "tbd"));
    short
        || text.trim_end_matches('.').ends_with("://")
        || has(
            text,
            &[
                "www.example.com",
                "www.example.org",
                "www.example.co.uk",
                "lorem ipsum",
            ],
        )
}

/// Says whether a sentence offers a link by the word “here”, which people who work or live here do not.
fn offers_a_link(sentence: &str) -> bool {
    // Beginnings of words: "found", "downloaded", "listed".
    const OFFERS: [&str; 15] = [
        "click", "availab", "found", "find", "read", "see", "view", "visit", "press", "tap",
        "download", "online", "access", "publish", "list",
    ];
    let all = words(sentence);
    let clicks = |at: usize| {
        matches!(all[at].as_str(), "click" | "press" | "tap")
            && all.get(at + 1).is_some_and(|it| it == "here")
    };
    let ends = all.last().is_some_and(|it| it == "here")
        && all
            .iter()
            .rev()
            .skip(1)
            .take(4)
            .any(|it| *it == "more" || OFFERS.iter().any(|start| it.starts_with(start)));
    let follows = |it: &[String]| {
        matches!(
            it[0].as_str(),
            "follow"
                | "click"
                | "use"
                | "visit"
                | "see"
                | "at"
                | "through"
                | "via"
                | "on"
                | "press"
        ) && it[1] == "this"
            && it[2] == "link"
    };
    ends || (0..all.len()).any(clicks) || all.windows(3).any(follows)
}

/// Says whether a sentence points at what lay beside it on paper: a page's back, or what came in the same envelope.
fn points_at_paper(sentence: &str) -> bool {
    const PAPERS: [&str; 16] = [
        "leaflet", "leaflets", "sheet", "booklet", "list", "table", "letter", "document",
        "schedule", "appendix", "annex", "form", "card", "guide", "notes", "note",
    ];
    let all = words(sentence);
    (0..all.len()).any(|at| {
        let next = all.get(at + 1).map(String::as_str).unwrap_or_default();
        let article = at
            .checked_sub(1)
            .is_some_and(|at| matches!(all[at].as_str(), "the" | "our" | "an"));
        match all[at].as_str() {
            // What begins a sentence is a name.
            "overleaf" => at > 0,
            "enclosed" | "attached" | "accompanying" => article && PAPERS.contains(&next),
            _ => false,
        }
    })
}

/// Says what reads as something else than it is: a host's name before the real one (`https://www.gov.uk@other.example/`), and
/// marks that turn the direction of writing within a text.
fn disguised(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let before_host = |url: &str| {
        let rest = url.split_once("://")?.1;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('@').then_some(())
    };
    let links = links(notice)
        .filter(|(_, url)| before_host(url).is_some())
        .map(|(_, url)| {
            Found::weak(
                "What stands before the @ looks like the site that this leads to, and is not",
            )
            .at(url)
        });
    let turning = |mark: char| matches!(mark, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let texts = all(notice);
    let turned = texts
        .iter()
        .filter(|text| text.contains(turning))
        .map(|text| Found::weak("Marks in this text turn the direction of writing, so that it reads otherwise than it is").at(text));
    let list: Vec<Found> = links.chain(turned).collect();
    (!list.is_empty()).then_some(list)
}

/// Says whether an address is one that stands in for another until somebody puts it in.
fn is_empty(url: &str) -> bool {
    let host = url.split_once("://").map(|(_, rest)| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        &rest[..end]
    });
    url.ends_with('#') || url.contains("example.") || host.is_some_and(|host| !host.contains('.'))
}

fn leftovers(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice).join("\n\n");
    let list = artefacts(&texts)
        .into_iter()
        .filter(|artefact| artefact.is_page());
    let left = marks(notice).count();
    let marked = marks(notice).next().map(|mark| {
        let message = match left {
            1 => "The import left this for you to write again in plain words".to_owned(),
            more => format!("The import left {more} paragraphs for you to write again in plain words; each begins as this one does"),
        };
        Found {
            pending: true,
            ..Found::wrong(message).at(mark)
        }
    });
    let list: Vec<Found> = list
        .map(|it| Found::wrong(it.message).at(&it.text))
        .chain(marked)
        .collect();
    (!list.is_empty()).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::{has_to_come, offers_a_link};

    #[test]
    fn a_link_that_is_offered_is_known_by_how_it_is_offered() {
        for sentence in [
            "Click here for our policy.",
            "Our policy can be found here.",
            "The schedule is available here",
            "It can be downloaded here.",
            "Follow this link for more.",
        ] {
            assert!(offers_a_link(sentence), "{sentence}");
        }
        for sentence in [
            "People who live here may use it.",
            "We are here to help, and have been found to be quick.",
            "This link between the two studies was known.",
        ] {
            assert!(!offers_a_link(sentence), "{sentence}");
        }
        assert!(has_to_come("Retention: TBC"));
        assert!(!has_to_come("Write to office@body.example."));
    }
}
