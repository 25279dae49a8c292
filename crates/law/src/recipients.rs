//! Who sees the data, here and abroad.

use notice::{Notice, Question, Recipient, SectionId};

use super::{
    Date, DatedFact, DatedFacts, Evidence, FactKind, Found, Mark, Mention, OnSource, Outcome,
    Reads, Rule, Severity,
    anybody::is_anybody,
    found,
    nobody::is_nobody,
    prose,
    text::{all, has},
    transfers,
};

pub(super) static RULES: [Rule; 4] = [
    Rule {
        id: "REC-01",
        title: "Who receives the data",
        law: "Arts. 13(1)(e), 14(1)(e)",
        severity: Severity::Error,
        remedy: "Name the recipients, or the categories of recipients, each in a [[recipient]].",
        question: "Who outside your team gets to see the details? Think of companies that run your systems, too.",
        first_layer: Some(Question::Sees),
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::recipients),
        mention: Some(Mention {
            section: Some(SectionId::Recipients),
            words: &[],
            beside: &[],
        }),
        find: recipients,
    },
    Rule {
        id: "REC-02",
        title: "Complete lists of recipients and sources",
        law: "Art. 12(1)",
        severity: Severity::Info,
        remedy: "Complete the list of the [[recipient]] or the [[source]], or say how a reader can tell who else belongs to it.",
        question: "This list leaves open who else is on it. Who else is, by name or by kind?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source: OnSource::Sentences(prose::open),
        mention: None,
        find: open,
    },
    Rule {
        id: "REC-03",
        title: "Bodies that still exist, rightly named",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Warning,
        remedy: "Name the body that does its work today, by its name of today.",
        question: "This body has gone or has another name. Whom do you deal with today?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source: OnSource::Whole,
        mention: None,
        find: gone,
    },
    Rule {
        id: "TRF-01",
        title: "Transfers abroad",
        law: "Arts. 13(1)(f), 14(1)(f)",
        severity: Severity::Warning,
        remedy: "Say in `transfers` whether data leaves the United Kingdom, and for each country by which approval or safeguards; if it does not, say so.",
        question: "Do the details ever leave the United Kingdom, for example through a supplier or an online service? Where to?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::transfers),
        mention: Some(Mention {
            section: Some(SectionId::Transfers),
            words: &[
                "outside the uk",
                "outside the united kingdom",
                "european economic",
            ],
            beside: &[],
        }),
        find: transfers::transfers,
    },
];

fn recipients(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    if notice.recipients.is_empty() {
        return found([Found::missing("The notice names nobody who receives data")]);
    }
    let names = notice.recipients.iter().flat_map(|it| &it.names);
    let nobody = names.filter(|name| is_nobody(name)).map(|name| {
        let message = format!(
            "“{name}” stands for a recipient: is it so that nobody else receives the data, companies that work for the controller among them?"
        );
        Found::weak(message).at(name)
    });
    let anybody = notice.recipients.iter().all(could_be_anybody).then(|| {
        let message = "The recipients that are named could be anybody";
        Found {
            place: notice.recipients[0].names.first().cloned(),
            ..Found::weak(message)
        }
    });
    found(nobody.chain(anybody))
}

/// Says whether an entry names nobody, not even by a kind: “selected third parties”. What they do for the controller is a kind.
fn could_be_anybody(recipient: &Recipient) -> bool {
    !recipient.names.is_empty()
        && recipient.names.iter().all(|name| is_anybody(name))
        && recipient.group.iter().all(|group| is_anybody(group))
        && recipient.purpose.is_none()
}

fn open(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let sources = notice
        .sources
        .iter()
        .filter_map(|source| source.open.as_deref());
    let recipients = notice.recipients.iter().filter_map(|it| it.open.as_deref());
    let names = notice.recipients.iter().flat_map(|it| &it.names);
    let names = names.chain(notice.sources.iter().flat_map(|it| &it.names));
    let names = names.map(String::as_str).filter(|name| is_unnamed(name));
    // Where there is no other name at all, REC-01 says so.
    let others = !notice.recipients.iter().all(could_be_anybody);
    let anybody = notice
        .recipients
        .iter()
        .filter(|it| others && could_be_anybody(it));
    let anybody = anybody.flat_map(|it| &it.names).map(String::as_str);
    let mut open: Vec<&str> = recipients
        .chain(sources)
        .chain(names)
        .chain(anybody)
        .collect();
    open.sort_unstable();
    open.dedup();
    found(
        open.into_iter()
            .map(|open| Found::wrong(format!("A list is not complete: “{open}”")).at(open)),
    )
}

/// Says whether a name leaves open whom it stands for.
fn is_unnamed(name: &str) -> bool {
    let open = [
        "as appropriate",
        "where appropriate",
        "where relevant",
        "as relevant",
        "as necessary",
        "where necessary",
        "as required",
        "any other",
        "anyone else",
        "anybody else",
        "whoever else",
        "see fit",
        "sees fit",
        "think fit",
        "thinks fit",
        "among others",
        "and others",
        "and so on",
        "not limited to",
        "not exhaustive",
        " etc",
    ];
    has(name, &open)
}

fn gone(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let recipients = notice.recipients.iter().flat_map(|it| &it.names);
    let names = recipients.chain(notice.sources.iter().flat_map(|it| &it.names));
    let complaints = notice.complaints.iter().map(|contact| &contact.name);
    // Lists first: what stands in one is best found there.
    let texts: Vec<String> = names
        .chain(complaints)
        .cloned()
        .chain(all(notice))
        .collect();
    let lists = notice.recipients.iter().map(|it| &it.names);
    let lists = lists.chain(notice.sources.iter().map(|it| &it.names));
    let lists: Vec<&String> = lists.flatten().collect();
    let named_in_lists = |text: &str| lists.iter().any(|name| *name == text);
    // Whether its own controller still decides is another rule's (ID-02).
    let own = &notice.controller.contact.name;
    let slips = facts.naming(FactKind::MisnamedBody, &texts);
    let mut named = facts.naming(FactKind::Body, &texts);
    // That a body is to end, as nobody has verified, makes it no known one before that day.
    let is_known = |body: &DatedFact| body.evidence != Evidence::U || !body.holds(at);
    named.retain(|(body, text)| is_known(body) && is_meant(body, text));
    if slips.is_empty() && named.iter().all(|(body, _)| body.value == *own) {
        return None;
    }
    let dead = facts
        .dead_where(FactKind::Body, &texts, at, is_meant)
        .into_iter();
    let dead = dead.filter(|(body, _)| body.value != *own);
    let dead = dead.map(|(body, text)| {
        let message = format!(
            "{} no longer exists in this form{}",
            body.value,
            body.remark()
        );
        let found = body.finding(Mark::Outdated, message).at(text);
        // A contact may have the name of the controller, whose own table is not what is wrong.
        match notice.complaints.iter().find(|it| it.name == text) {
            Some(contact) if !named_in_lists(text) => found.at_contact(contact),
            _ => found,
        }
    });
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let misnamed = slips.into_iter().filter_map(|(slip, text)| {
        let told = (slip.value.as_str(), text);
        if seen.contains(&told) || !slip.holds(at) || !slip.is_of_today(text) {
            return None;
        }
        seen.push(told);
        let message = format!("“{}” is not the body’s name{}", slip.value, slip.remark());
        Some(slip.finding(Mark::Weak, message).at(text))
    });
    found(dead.chain(misnamed))
}

/// Says whether a text means a body whose name is a word of the language, as "Monitor" is: the word is all of the text, or has its
/// capital in the middle of a sentence, with no other name around it.
fn is_meant(body: &DatedFact, text: &str) -> bool {
    let name = body.value.as_str();
    let mut letters = name.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let is_word = capital && !name.contains(' ') && letters.all(char::is_lowercase);
    let bare = |text: &str| {
        text.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_owned()
    };
    if !is_word || bare(text) == name {
        return true;
    }
    let all: Vec<&str> = text.split_whitespace().collect();
    (0..all.len()).any(|at| {
        let word = all[at];
        let before = at.checked_sub(1).map(|at| all[at]);
        let after = all.get(at + 1);
        let begins = before.is_none_or(|word| word.ends_with(['.', '!', '?', ':']));
        // A verb behind it makes it a name at the beginning of a sentence, too.
        let acts = after.is_some_and(|word| VERBS.contains(word));
        let is_name = |word: &str| word.starts_with(char::is_uppercase);
        let is_cut = |word: &str| word.ends_with([',', ';', '.', ')']);
        let goes_on = before.is_some_and(|it| is_name(it) && !is_cut(it)) && is_name(word)
            || after.is_some_and(|it| is_name(it)) && !is_cut(word);
        bare(word) == name && if begins { acts } else { !goes_on }
    })
}

/// What follows a name that begins a sentence, and no order.
const VERBS: [&str; 9] = [
    "is",
    "was",
    "has",
    "had",
    "may",
    "can",
    "will",
    "also",
    "regulates",
];
