//! Answers of the first layer that say nothing, as a new notice and an import leave them: what the law wants people told when
//! their details are asked for is not told on the card, whatever the notice says below.

use notice::{Notice, Question};

use super::{Found, Outcome, Rule, text::words};

/// What people write who mean to come back to it.
const NOTHING: [&str; 9] = [
    "not stated",
    "not known",
    "unknown",
    "to be confirmed",
    "to be decided",
    "to follow",
    "tbc",
    "tbd",
    "todo",
];

const REMEDY: &str = "Write the answer in its [[answer]], in at most 20 words, as the entries below it have it; where they have nothing, ask the service.";

/// Lists the questions of the first layer that a notice leaves open for some reader, in their order.
#[must_use]
pub fn unanswered(notice: &Notice) -> Vec<Question> {
    let open = notice.answers.iter().filter(|it| is_open(&it.text));
    let mut questions: Vec<Question> = open.map(|it| it.question).collect();
    questions.sort_unstable();
    questions.dedup();
    questions
}

/// Says whether a text says nothing.
pub(super) fn is_open(text: &str) -> bool {
    let words = words(text);
    words.is_empty() || NOTHING.contains(&words.join(" ").as_str())
}

/// Adds to what a rule says of a notice that the card leaves its question open. A rule that says so itself says it once.
pub(super) fn add_open_answer(rule: &Rule, notice: &Notice, outcome: Outcome) -> Outcome {
    let Some(question) = rule.first_layer else {
        return outcome;
    };
    let mut open = notice
        .answers
        .iter()
        .filter(|it| it.question == question && is_open(&it.text));
    let Some(answer) = open.next() else {
        return outcome;
    };
    let mut found = outcome.unwrap_or_default();
    if question != Question::Must || found.is_empty() {
        let name: &str = question.into();
        // Nobody but whoever finishes the draft can settle what its source speaks of.
        let pending = !found.is_empty() && found.iter().all(|it| it.pending);
        let message = format!("The card answers “{name}” with “{}”", answer.text);
        found.push(Found {
            remedy: Some(REMEDY),
            pending,
            ..Found::missing(message).at_answer(answer).at(name)
        });
    }
    Some(found)
}
