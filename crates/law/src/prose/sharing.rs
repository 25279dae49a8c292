//! Whom a source text says that data goes to: somebody, or anybody.

use notice::{Notice, SectionId};

use super::{
    Prose, Said,
    back::stays_between,
    passing::{SHARES, is_to},
    somebody::{bare, could_be_anybody, is_others, is_somebody},
};
use crate::{
    Date, DatedFacts, Found, Outcome,
    anybody::is_anybody,
    found,
    text::{denies, fold, has, words},
};

/// Finds that everybody whom the text has data go to could be anybody, or that a whole notice has it go to nobody.
pub(crate) fn recipients(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let anybody = said.iter().find(|it| goes_to_anybody(it));
    let named = said.iter().any(tells_who);
    let message = "The recipients that are named could be anybody";
    let vague = anybody
        .filter(|_| !named)
        .map(|it| Found::weak(message).at(it.text));
    let trace =
        |it: &&Said<'_>| (is_about_sharing(it) && !stays_between(it.text)) || has(it.text, &TRACES);
    // A part on recipients that tells how data is shared alone wants somebody elsewhere.
    let own = said.iter().filter(|it| it.section == SectionId::Recipients);
    let only_how = own.clone().next().is_some() && own.clone().all(is_only_how);
    let told = |it: &Said<'_>| is_about_data(it.text) && is_somebody(it.text) && shares(it.text);
    let silent = if only_how {
        !said.iter().any(|it| told(it) && !it.denies)
    } else {
        !said.iter().any(|it| trace(&it) && !is_only_how(it))
    };
    let how = said
        .iter()
        .find(|it| is_only_how(it))
        .or(own.clone().next());
    let missing = (silent && text.is_whole()).then(|| {
        let found = Found::missing("The text does not say who receives data");
        match how {
            Some(how) => found.at(how.text),
            None => found,
        }
    });
    found(vague.into_iter().chain(missing))
}

/// Finds lists of recipients that leave open who is on them.
pub(crate) fn open(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let named = said.iter().any(tells_who);
    let open = said
        .iter()
        .filter(|it| (named && goes_to_anybody(it)) || leaves_open(it) || ends_openly(it));
    let mut seen: Vec<&str> = Vec::new();
    let open = open.filter(|it| {
        let new = !seen.contains(&it.text);
        seen.push(it.text);
        new
    });
    found(open.map(|it| Found::wrong(format!("A list is not complete: “{}”", it.text)).at(it.text)))
}

/// Words of a sentence that may say, in whatever way, who gets data.
const TRACES: [&str; 25] = [
    "share",
    "sharing",
    "disclos",
    "recipient",
    "third part",
    "pass on",
    "passed on",
    "passes",
    "sees ",
    "see your",
    "goes to",
    "go to",
    "gets ",
    "get your",
    "gives us",
    "on our behalf",
    "tell the",
    "we tell:",
    "we also tell",
    "may tell",
    "is told",
    "are told",
    "work with",
    "handed to",
    "report to",
];

/// Says whether a sentence has data go to others.
pub(super) fn is_about_sharing(said: &Said<'_>) -> bool {
    said.section == SectionId::Recipients || shares(said.text)
}

/// Says whether a sentence tells how or when data is shared, and nobody whom it goes to: "Data is shared only where there is a proper
/// reason, and always by secure means".
fn is_only_how(said: &Said<'_>) -> bool {
    const SHARED: [&str; 8] = [
        "share",
        "shared",
        "sharing",
        "disclose",
        "disclosed",
        "passed",
        "released",
        "disclosure",
    ];
    let all = words(said.text);
    let shared = all.iter().any(|it| SHARED.contains(&it.as_str()));
    let to = (0..all.len()).any(|at| {
        let who = matches!(
            all[at].as_str(),
            "whom" | "who" | "nobody" | "everybody" | "anyone"
        );
        who || (all[at] == "with" && is_to(&all, at))
    });
    let listed = said.is_listed || said.text.ends_with(':') || has(said.next, &["these "]);
    shared && !to && !listed && !is_somebody(said.text) && goes_to(said.text).is_empty()
}

/// Says whether a sentence has something go to others.
pub(super) fn shares(sentence: &str) -> bool {
    !goes_to(sentence).is_empty()
}

/// Says whether a sentence has data go to somebody of whom more is known than that it is somebody.
pub(super) fn tells_who(said: &Said<'_>) -> bool {
    let listed = said.is_listed && said.section == SectionId::Recipients && !is_anybody(said.text);
    let told = is_about_sharing(said) && shares(said.text) && !said.denies;
    let known = said.section == SectionId::Recipients
        && is_somebody(said.text)
        && !said.denies
        && !goes_to_anybody(said);
    listed
        || known
        || (told && !goes_to_anybody(said) && !words(said.text).contains(&"you".to_owned()))
}

/// Says whether a sentence has data go to "third parties", or to others of whom nothing more is said.
fn goes_to_anybody(said: &Said<'_>) -> bool {
    !said.denies
        && is_about_data(said.text)
        && goes_to(said.text)
            .iter()
            .any(|who| could_be_anybody(said, who))
}

/// Lists to whom a sentence has something go, a string for each verb that sends it.
fn goes_to(sentence: &str) -> Vec<String> {
    let all = words(sentence);
    let sent = all
        .iter()
        .enumerate()
        .filter(|(_, word)| SHARES.contains(&word.as_str()));
    let to = sent.filter_map(|(at, _)| {
        let rest = &all[at + 1..];
        let to = (0..rest.len().min(8)).find(|&at| is_to(rest, at))?;
        Some(rest[to + 1..].join(" "))
    });
    to.collect()
}

fn is_about_data(sentence: &str) -> bool {
    let data = [
        "data",
        "information",
        "detail",
        "record",
        "what you tell",
        "what you have told",
        "what we know",
        "what we hold",
        " it ",
        " this ",
        " them ",
    ];
    has(sentence, &data)
}

/// Says whether a sentence adds to those whom data goes to whoever else it may be.
fn leaves_open(said: &Said<'_>) -> bool {
    let open = [
        "anyone else",
        "anybody else",
        "whoever else",
        "any other organisation",
        "any other agenc",
        "any other bod",
        "any other part",
        "any other compan",
        "any third part",
        "see fit",
        "sees fit",
        "think fit",
        "among others",
        "and so on",
        "not limited to",
        "not exhaustive",
        "considers appropriate",
        "consider appropriate",
        "considers necessary",
        "consider necessary",
        "deems appropriate",
        "deem appropriate",
        "deems necessary",
        "deem necessary",
        "anyone who we think",
        "anyone we think",
        "anyone that we think",
        "whoever we think",
        "anybody we think",
        " etc",
    ];
    // What the law, a court or people themselves ask for is no open list.
    let bound = [
        "law",
        "court",
        "legal",
        "statut",
        "your consent",
        "you agree",
        "your permission",
        "you ask",
        "on our behalf",
    ];
    let about = if said.section == SectionId::Recipients {
        true
    } else {
        shares(said.text) && is_about_data(said.text)
    };
    about && has(said.text, &open) && !is_denied(said) && !has(said.text, &bound)
}

/// Says whether the last of several whom a sentence names could be anybody: "the police, your GP, and other agencies as appropriate".
fn ends_openly(said: &Said<'_>) -> bool {
    let about =
        said.section == SectionId::Recipients || (shares(said.text) && is_about_data(said.text));
    // What stands in brackets is said of one of them.
    let text = fold(said.text);
    let Some((before, last)) = text.rsplit_once([',', ';']) else {
        return false;
    };
    let last = bare(last);
    let Some(last) = last
        .strip_prefix("and ")
        .or_else(|| last.strip_prefix("or "))
    else {
        return false;
    };
    let others = is_others(last) && !last.contains("our ") && last.starts_with("other");
    about && others && is_somebody(before) && !is_denied(said) && !said.text.contains('(')
}

/// Says whether a sentence, or its list, says that something is not so; what is "not limited to" some is so.
fn is_denied(said: &Said<'_>) -> bool {
    let text = said.text.to_lowercase();
    let rest = text
        .replace("not limited to", "")
        .replace("not exhaustive", "");
    denies(&rest) || (said.denies && !denies(said.text))
}

#[cfg(test)]
mod tests {
    use super::{Said, SectionId, ends_openly, is_only_how};

    fn said(text: &str) -> Said<'_> {
        Said {
            section: SectionId::Recipients,
            text,
            next: "",
            is_listed: false,
            denies: crate::text::denies(text),
        }
    }

    #[test]
    fn a_list_that_ends_in_others_is_told_from_one_that_is_closed() {
        for text in [
            "Adult social care at Marl Council, Beacon Ltd, which supplies alarms, and other agencies as appropriate.",
            "The police, your school, and other organisations.",
            "Your doctor; the hospital; and other bodies where necessary.",
            "The Home Office, the court, or other third parties as required.",
            "Our bank, our auditor, and others.",
            "Eastby School, the Council, and other partners from time to time.",
        ] {
            assert!(ends_openly(&said(text)), "{text}");
        }
        for text in [
            "The police, your school, and other police forces.",
            "Your doctor; the hospital; and the coroner.",
            "The Home Office, the court, and other councils as appropriate.",
            "Our bank and our auditor, and no other organisations.",
            "We use data, and other things.",
            "The police (and other agencies), as the law has it.",
        ] {
            assert!(!ends_openly(&said(text)), "{text}");
        }
    }

    #[test]
    fn how_data_is_shared_is_told_from_with_whom() {
        for text in [
            "Data is shared only where there is a proper reason for doing so, and always by secure means.",
            "We share what is needed and no more.",
            "Sharing is always lawful.",
            "Information is disclosed in line with our policy.",
            "Details are passed on securely.",
            "Nothing is released unless the law allows it.",
        ] {
            assert!(is_only_how(&said(text)), "{text}");
        }
        for text in [
            "Data is shared with our printer.",
            "We share it where the police ask for it.",
            "Your details are passed to Larch Ltd.",
            "Nobody else is told, and nothing is shared.",
            "Those who see it share an office.",
            "It is shared between the school and the council.",
        ] {
            assert!(!is_only_how(&said(text)), "{text}");
        }
    }
}
