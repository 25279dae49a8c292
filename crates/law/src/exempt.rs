//! Storage that goes without asking, and what a data protection officer must have answered for it.

use super::{Date, Facts, Found, Rule, Severity, Verdict, found};

/// Asked of a cookie policy, and so of no notice.
static RULE: Rule = Rule {
    id: "CKI-02",
    title: "Storage without asking is answered for",
    law: "PECR reg. 6, Sch. A1 paras 5, 6",
    severity: Severity::Warning,
    remedy: "Have your data protection officer answer under [category.exemption], or ask first: footing = \"consent\".",
    find: |_, _, _| None,
};

/// The rules that concern a cookie policy alone: no notice is held against them.
pub fn policy_rules() -> impl Iterator<Item = &'static Rule> {
    std::iter::once(&RULE)
}

/// What the rule says of a category that goes without asking, as the law stood `at` that day. `answers` are the questions that
/// Schedule A1 raises, each with whether it is answered.
#[must_use]
pub fn check_exemption(
    category: &str,
    answers: &[(&str, bool)],
    facts: &Facts,
    at: Date,
) -> Verdict {
    let open = answers.iter().filter(|(_, is_answered)| !is_answered);
    let open: Vec<&str> = open.map(|(question, _)| *question).collect();
    let said = (!open.is_empty()).then(|| {
        let message = format!(
            "`{category}` goes without asking, and {} of {} questions that this hangs on are open: {}",
            open.len(),
            answers.len(),
            open.join(" ")
        );
        if open.len() == answers.len() {
            Found::missing(message)
        } else {
            Found::weak(message)
        }
    });
    Verdict {
        rule: &RULE,
        law: facts.law(&RULE, at),
        found: facts.is_duty(RULE.id, at).then(|| found(said)).flatten(),
    }
}
