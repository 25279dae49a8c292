//! Who a sentence says sends us something: “Your nursery sends us a summary”.

use super::{leads::denies, names::is_named};

/// Reads “Your nursery sends us a summary”: whoever tells us something.
pub(super) fn sender(sentence: &str) -> Option<String> {
    let acts = [
        " tells us ",
        " tell us ",
        " sends us ",
        " send us ",
        " gives us ",
        " give us ",
        " supplies us ",
        " supply us ",
        " writes to us",
        " write to us",
        " passes us ",
        " pass us ",
        " reports to us",
        " report to us",
    ];
    let (at, act) = acts
        .iter()
        .filter_map(|act| Some((sentence.find(act)?, *act)))
        .min()?;
    let (who, what) = (&sentence[..at], sentence[at + act.len()..].trim());
    let who = ["may", "can", "will", "also", "sometimes", "then"]
        .iter()
        .fold(who.trim(), |who, word| {
            who.strip_suffix(word)
                .filter(|rest| rest.ends_with(' '))
                .map_or(who, str::trim_end)
        });
    // "A parent may write to us" gives leave, and tells of nothing that has come.
    let leave = [" may", " can"]
        .iter()
        .any(|it| sentence[..at].ends_with(it));
    if leave && act.contains("write") {
        return None;
    }
    let lower = who.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    // Nobody tells data who gives a power, or asks for something to be done.
    let other = [
        "you",
        "it",
        "this",
        "that",
        "which",
        "they",
        "we",
        "i",
        "if",
        "when",
        "please",
        "to",
        "people",
        "who",
        "what",
        "parents",
        "these",
        "those",
        "in",
        "for",
        "as",
        "where",
        "and",
        "so",
        "not",
        "nobody",
        "no",
        "customers",
        "residents",
        "patients",
        "pupils",
        "tenants",
        "anyone",
        "everyone",
    ];
    let law = [
        " act",
        "law",
        "regulation",
        "code",
        "guidance",
        "consent",
        "commissioner",
        "parliament",
        "schedule",
        "measure",
        "order",
        "court",
        "gdpr",
        "article",
        "contract",
        "duty",
        "number",
        "data",
        "information",
        "cookie",
        "camera",
        "system",
        "form",
    ];
    let empowers = [
        "to ",
        "power",
        "right",
        "duty",
        "permission",
        "consent",
        "how to",
        "why",
        "time",
        "a power",
        "a duty",
        "the duty",
        "legal",
        "more time",
        "notice",
    ];
    let fit = (1..=7).contains(&who.split_whitespace().count())
        && who.starts_with(char::is_uppercase)
        && is_named(who)
        && !who.contains([',', ':', '(', '–'])
        && !other.contains(&first)
        && !law.iter().any(|it| lower.contains(it))
        && !empowers.iter().any(|it| what.starts_with(it))
        && !denies(who);
    fit.then(|| who.to_owned())
}
