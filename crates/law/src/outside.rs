//! What is no task of a public authority, though it does it: what it sells, and what it asks its graduates and donors for.

use super::text::has;

/// Says whether a sentence speaks of what is no task of a public authority: (f) is open to it there.
pub(super) fn is_outside_tasks(sentence: &str) -> bool {
    let outside = [
        "commercial interest",
        "commercial activit",
        "commercial service",
        "commercial arm",
        "trading arm",
        "selling ticket",
        "sell ticket",
        "selling spectator ticket",
        "ticket sales",
        "box office",
        "our gym",
        "gym member",
        "our café",
        "the café",
        "our cafe",
        "the cafe",
        "room hire",
        "venue hire",
        "hall hire",
        "hiring out",
        "letting room",
        "letting our hall",
        "letting our room",
        "letting hall",
        "letting out",
        "renting out",
        "weddings",
        "conferences",
        "alumni",
        "our graduates",
        "former students",
        "former pupils",
        "fundrais",
        "donor",
        "donation",
        "gift shop",
        "our shop",
    ];
    has(sentence, &outside) || has(sentence, &NO_TASK)
}

/// What says that a use is no task, in the sentence itself or in the next.
pub(super) const NO_TASK: [&str; 8] = [
    "no part of our public task",
    "not part of our public task",
    "not a part of our public task",
    "outside our public task",
    "outside our task",
    "outside our statutory",
    "not a public task",
    "not one of our public task",
];

#[cfg(test)]
mod tests {
    use super::is_outside_tasks;

    #[test]
    fn what_is_sold_is_no_task() {
        for sentence in [
            "Selling tickets for concerts rests on our legitimate interests.",
            "Our basis for the members of our gym is legitimate interests.",
            "For room hire we rely on legitimate interests.",
            "Loyalty cards in the café: legitimate interests, Article 6(1)(f).",
            "We rely on our commercial interest in filling the hall.",
        ] {
            assert!(is_outside_tasks(sentence), "{sentence}");
        }
        for sentence in [
            "Collecting waste rests on our legitimate interest in an efficient service.",
            "We rely on legitimate interests to issue penalty tickets.",
            "Our basis for letting homes is our legitimate interests.",
            "Teaching you is in our legitimate interests.",
            "We rely on legitimate interests for commercial waste enforcement.",
        ] {
            assert!(!is_outside_tasks(sentence), "{sentence}");
        }
    }
}
