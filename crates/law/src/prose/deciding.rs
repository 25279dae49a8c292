//! Who decides, as a source text says it: by a name, or as whoever it may be.

use notice::Notice;

use super::{Prose, whole::is_of_data};
use crate::{
    Found,
    anybody::is_anybody,
    text::{has, words},
};

/// Finds that a whole notice has "several organisations" look after the data, and calls nobody the controller.
pub(crate) fn anybody(notice: &Notice) -> Option<Found> {
    let text = Prose::of(notice);
    let named = ["controller", "we are ", "who we are:"];
    if text.texts.iter().any(|it| has(it, &named)) || !text.is_whole() {
        return None;
    }
    let said = text.said();
    let anybody = said.iter().find(|it| is_left_to_anybody(it.text))?;
    let message = "The text has organisations decide, and names none of them";
    Some(Found::missing(message).at(anybody.text))
}

/// Says whether a sentence has others look after data, or decide about it, of whom it tells no more than that they are several.
fn is_left_to_anybody(sentence: &str) -> bool {
    const MANY: [&str; 6] = [
        "organisations",
        "agencies",
        "bodies",
        "partners",
        "providers",
        "companies",
    ];
    let decides = [
        "look after",
        "responsible for",
        "decide",
        "in charge of",
        "control",
    ];
    let all = words(sentence);
    let many = all.iter().position(|it| MANY.contains(&it.as_str()));
    let bare = many.is_some_and(|at| at > 0 && is_anybody(&all[..=at].join(" ")));
    // What stands behind them may say who they are.
    let told = [":", "(", "such as", "including", "namely"];
    // What they must do tells nothing of who decides.
    let bound = ["must ", "have to ", "should ", "need to "];
    bare && has(sentence, &decides)
        && is_of_data(sentence)
        && !has(sentence, &told)
        && !has(sentence, &bound)
}

#[cfg(test)]
mod tests {
    use super::is_left_to_anybody;

    #[test]
    fn organisations_that_decide_are_told_from_a_name() {
        for sentence in [
            "Several organisations run the hubs together, and between them they look after your family's information.",
            "A number of agencies decide how your data is used.",
            "Our partners are responsible for your details.",
        ] {
            assert!(is_left_to_anybody(sentence), "{sentence}");
        }
        for sentence in [
            "Two organisations look after your data: Eastby Council and Thorle NHS Trust.",
            "Several organisations use the hall, and pay for it.",
            "Eastby Council and its partners decide how your data is used.",
            "Other organisations that get your details must look after the building.",
        ] {
            assert!(!is_left_to_anybody(sentence), "{sentence}");
        }
    }
}
