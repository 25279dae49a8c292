//! Words by which a sentence has data pass to somebody: “we share it with the police”, “it is sent to your school”.

/// What is done with data that others get.
pub(super) const SHARES: [&str; 19] = [
    "share",
    "shared",
    "shares",
    "sharing",
    "disclose",
    "disclosed",
    "discloses",
    "pass",
    "passed",
    "passes",
    "give",
    "given",
    "send",
    "sent",
    "provide",
    "provided",
    "transfer",
    "sell",
    "release",
];

/// Says whether a word leads to those who get something. What is done "in line with the law" goes to nobody by that.
pub(super) fn is_to(words: &[String], at: usize) -> bool {
    let in_line = at > 0 && matches!(words[at - 1].as_str(), "line" | "accordance" | "keeping");
    matches!(words[at].as_str(), "with" | "to") && !in_line
}
