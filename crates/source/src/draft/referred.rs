//! Who a sentence says handed something over to us: “People are referred to us by the police”.

use super::{
    giver::{either, from_whom, is_giver},
    leads::denies,
    names::{listed_names, repeated, without_brackets},
};

/// Reads “People are referred to us by the police, by a midwife or health visitor, or by another refuge”.
pub(super) fn referred(sentence: &str) -> Option<Vec<String>> {
    let ways = [
        " referred to us by ",
        " passed to us by ",
        " given to us by ",
        " sent to us by ",
        " supplied to us by ",
        " told to us by ",
        " information about you by ",
        " information on you by ",
        " details about you by ",
        " your details by ",
    ];
    let (at, way) = ways
        .iter()
        .filter_map(|way| Some((sentence.find(way)?, *way)))
        .min()?;
    let said = sentence[..at].to_lowercase();
    // "We may be given information about you by": to hand it to us, somebody must do so.
    let about = way.contains(" you")
        && !["given", "sent", "told", "handed", "passed"]
            .iter()
            .any(|it| said.contains(it));
    let asks = ["if ", "when ", "once ", "unless "]
        .iter()
        .any(|it| said.starts_with(it) || said.contains(&format!(" {it}")));
    if denies(&said) || asks || about {
        return None;
    }
    let names = without_brackets(&sentence[at + way.len()..])?;
    let names: Vec<&str> = match repeated(&names, "by") {
        Some(parts) => parts.into_iter().map(from_whom).collect(),
        None => {
            let parts = listed_names(&names).into_iter().flat_map(either);
            parts.map(from_whom).collect()
        }
    };
    let person = |name: &str| {
        !matches!(
            name,
            "you"
                | "yourself"
                | "them"
                | "others"
                | "post"
                | "e-mail"
                | "email"
                | "hand"
                | "computer"
                | "law"
                | ""
        )
    };
    let fit = names
        .iter()
        .all(|name| is_giver(name) && person(name) && !name.contains(','));
    fit.then(|| names.into_iter().map(str::to_owned).collect())
}
