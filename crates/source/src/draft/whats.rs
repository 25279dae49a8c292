//! What a body is to us, or who runs it, as an entry says behind its name: “the company that stores our files”.

/// What a body may be to us.
pub(super) const WHAT: [&str; 14] = [
    "company",
    "firm",
    "supplier",
    "charity",
    "contractor",
    "provider",
    "agency",
    "business",
    "insurer",
    "insurers",
    "bank",
    "agent",
    "processor",
    "auditor",
];

/// Says whether words say who runs something: “run by the Cabinet Office”.
pub(super) fn is_done_by(said: &str) -> bool {
    let mut words = said.split(' ');
    let done = [
        "run", "owned", "managed", "led", "hosted", "provided", "operated", "chaired",
    ];
    words.next().is_some_and(|it| done.contains(&it)) && words.next() == Some("by")
}

/// Says whether words say what a body is: “the company that stores our files”.
pub(super) fn is_what_it_is(said: &str) -> bool {
    match said.split(' ').collect::<Vec<_>>()[..] {
        [
            "the" | "a" | "an",
            kind,
            "that" | "which" | "who" | "of",
            ..,
        ] => WHAT.contains(&kind),
        _ => false,
    }
}
