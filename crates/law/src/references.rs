//! References and links that lead somewhere, and are what they look.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFacts, FactKind, Found, Mark, OnSource, Outcome, Reads, Rule, Severity,
    blank::blank,
    found,
    prose::is_blank_date,
    sections,
    text::{all, has, links, sentences, texts_with_links, words},
};

pub(super) static RULES: [Rule; 2] = [
    Rule {
        id: "LNK-01",
        title: "References that lead somewhere",
        law: "Art. 12(1)",
        severity: Severity::Error,
        remedy: "Ask the service for the page’s address and link to it, or take the reference out.",
        question: "What should readers find here, and at which address is it?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source: OnSource::Whole,
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
        on_source: OnSource::No,
        mention: None,
        find: disguised,
    },
];

fn references(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let texts = all(notice);
    let answers: Vec<&str> = notice.answers.iter().map(|it| it.text.as_str()).collect();
    let officer = notice
        .officer
        .as_ref()
        .and_then(|it| it.contact.note.as_deref());
    // A blank in the place of a date that nothing else gives is told once, as a notice without one.
    let undated = notice.published.is_empty();
    let is_date_to_come =
        |text: &str| undated && blank(text).is_some_and(is_of_a_date) && is_blank_date(text);
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
                || (blank(text).is_some() && !is_date_to_come(text))
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
    let names = sections::Names::of(notice);
    let nowhere = texts
        .iter()
        .filter(|text| sentences(text).any(|it| names.lack(it)))
        .map(|text| {
            Found::wrong("A section is pointed at, and the text has none of that name").at(text)
        });
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
    let mut list: Vec<Found> = dead
        .chain(unlinked)
        .chain(nowhere)
        .chain(empty)
        .chain(gone)
        .collect();
    list.dedup();
    found(list)
}

/// Says whether a blank asks for a date or a part of one: `[insert date]`, `[month]`.
fn is_of_a_date(blank: &str) -> bool {
    const PARTS: [&str; 8] = ["date", "day", "month", "year", "dd", "mm", "yyyy", "20xx"];
    words(blank).iter().any(|it| PARTS.contains(&it.as_str()))
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
    const STOPS: [&str; 7] = ["end", "stop", "stay", "live", "work", "begin", "appl"];
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
            .any(|it| *it == "more" || OFFERS.iter().any(|start| it.starts_with(start)))
        // "The list ends here": what ends or stops is no offer.
        && !all
            .iter()
            .rev()
            .skip(1)
            .take(2)
            .any(|it| STOPS.iter().any(|start| it.starts_with(start)));
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

#[cfg(test)]
mod tests {
    use super::{blank, has_to_come, is_of_a_date, offers_a_link};

    #[test]
    fn a_blank_for_a_date_is_told_from_one_for_something_else() {
        let is = |text| blank(text).is_some_and(is_of_a_date);
        for text in [
            "Last updated: [insert date]",
            "Reviewed in [insert month and year]",
            "Approved on {{date}}",
            "Version 2, [date]",
            "Published [enter day] May 2026",
            "Issued <add date>",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "Last updated: [insert name of school]",
            "Reviewed by [name]",
            "See page XX.",
            "Published at [website]",
            "Updated 3 May 2026 by [insert link]",
            "Last updated: 3 May 2026",
        ] {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn a_link_that_is_offered_is_known_by_how_it_is_offered() {
        for sentence in [
            "Click here for our policy.",
            "Our policy can be found here.",
            "The schedule is available here",
            "It can be downloaded here.",
            "Follow this link for more.",
            "The whole list can be read here.",
            "Our recipients are listed here.",
            "See the list here.",
            "The schedule, with every end date, is published here.",
            "Find out more here.",
            "To view it, press here.",
        ] {
            assert!(offers_a_link(sentence), "{sentence}");
        }
        for sentence in [
            "People who live here may use it.",
            "We are here to help, and have been found to be quick.",
            "This link between the two studies was known.",
            "We sell nothing and the list ends here.",
            "Our list of recipients stops here.",
            "Visitors may see who works here.",
            "Portability is on the list, and does not apply here.",
            "The public list begins here.",
            "Those who visit people living here are told.",
        ] {
            assert!(!offers_a_link(sentence), "{sentence}");
        }
        assert!(has_to_come("Retention: TBC"));
        assert!(!has_to_come("Write to office@body.example."));
    }
}
