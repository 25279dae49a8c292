//! What a finding asks of the people who run a service, in their words: they know the answer, and not the law.

use super::Rule;

const QUESTIONS: [(&str, &str); 44] = [
    (
        "ID-01",
        "Which organisation decides how these details are used, and how can people reach it?",
    ),
    (
        "ID-02",
        "Your organisation has been replaced. Who decides about this service now, and what else has changed with it?",
    ),
    (
        "ID-03",
        "Your organisation is to be replaced soon. What will change for this service: contacts, addresses, who sees the details?",
    ),
    (
        "DPO-01",
        "How can people reach the data protection officer today: by phone, by post or by e-mail?",
    ),
    (
        "DPO-02",
        "This e-mail address no longer works. Which one do you use now?",
    ),
    (
        "PUR-01",
        "What do you use people’s details for? Please list every use.",
    ),
    (
        "BAS-01",
        "What lets you use the details for each of these purposes: a law, a contract, a task of the organisation, or consent? If it is a law, which one?",
    ),
    (
        "BAS-02",
        "This use rests on “legitimate interests”. Is it a part of your public tasks? If not, what exactly is the interest?",
    ),
    (
        "BAS-03",
        "Can people say no to this and still sign, or still get the service? How do you ask them for a yes of its own?",
    ),
    (
        "BAS-04",
        "Do you ask about health, beliefs, ethnic origin, offences or the like? What for, and what in the law allows it?",
    ),
    (
        "CON-01",
        "If somebody said yes and now wants to say no, what do they do, and what happens then?",
    ),
    (
        "REC-01",
        "Who outside your team gets to see the details? Think of companies that run your systems, too.",
    ),
    (
        "REC-02",
        "This list leaves open who else is on it. Who else is, by name or by kind?",
    ),
    (
        "REC-03",
        "This body has gone or has another name. Whom do you deal with today?",
    ),
    (
        "TRF-01",
        "Do the details ever leave the United Kingdom, for example through a supplier or an online service? Where to?",
    ),
    (
        "CTR-01",
        "The notice says two things that do not go together. Which of the two is so?",
    ),
    (
        "SRC-01",
        "Who gives you details about people, other than the people themselves? Can anyone look these up?",
    ),
    (
        "SRC-02",
        "Which kinds of details do you hold? Please list them all.",
    ),
    (
        "STA-01",
        "Must people give you their details? Does a law or a contract say so, and what happens if they do not?",
    ),
    (
        "RET-01",
        "How long do you keep the details? If there is no fixed time, what decides it?",
    ),
    (
        "VER-01",
        "When did somebody last go through this notice and find that it is all so?",
    ),
    (
        "TIM-01",
        "This has ended. Do you still hold details from it, and what for?",
    ),
    (
        "RGT-01",
        "Can people use all of their rights with you? If one is missing from the notice, why?",
    ),
    (
        "RGT-02",
        "What happens when somebody objects to your use of their details? Who deals with it?",
    ),
    (
        "RGT-03",
        "The notice promises that people can take their details elsewhere. Do you really offer that, and for what?",
    ),
    (
        "RGT-04",
        "Do you really ask this of everybody who wants to see their details? The law lets people ask in any way.",
    ),
    (
        "LAW-02",
        "Do you still ask a fee, or take 40 days? The law says free, and usually one month.",
    ),
    (
        "ADM-01",
        "Does a computer decide anything about people with nobody looking at it? If so, what, and by which rules?",
    ),
    (
        "CMP-01",
        "Where can people complain to you about how you use their details?",
    ),
    (
        "CMP-02",
        "Does anything speak against telling people that they may complain to the regulator?",
    ),
    (
        "CMP-03",
        "Where else do you name the regulator by its old name or address: on forms, in letters?",
    ),
    ("CHD-01", "Can people under 13 use this service?"),
    (
        "CKI-01",
        "Which page tells people about the cookies of your website?",
    ),
    (
        "LAW-01",
        "Which law do you mean here? The one named is not in force, or has another name.",
    ),
    (
        "LNK-01",
        "What should readers find here, and at which address is it?",
    ),
    (
        "LNK-02",
        "This link or text is not what it looks. Where should it lead, or what should it say?",
    ),
    (
        "ART-01",
        "This looks left over from another file. Does it belong to the notice?",
    ),
    ("ENG-01", "Could you say this in two sentences?"),
    (
        "ENG-02",
        "Could you say this in several short sentences, or as a list?",
    ),
    (
        "ENG-03",
        "The notice is hard to read. Which everyday words do you use for these things when you speak to people?",
    ),
    (
        "ENG-04",
        "The notice is very hard to read. Could we go through it together?",
    ),
    ("ENG-05", "How would you say this to somebody at your desk?"),
    ("ENG-06", "Who does this? Please name them."),
    (
        "LNG-01",
        "Who can go through this notice in its own language with the data protection officer?",
    ),
];

/// The question to the people who run the service. Empty only for a rule that was forgotten here.
#[must_use]
pub fn question(rule: &Rule) -> &'static str {
    let own = QUESTIONS.iter().find(|(id, _)| *id == rule.id);
    own.map_or("", |(_, question)| question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_rule_asks_something() {
        for rule in rules() {
            assert!(question(rule).ends_with(['?', '.']), "{}", rule.id);
        }
        assert_eq!(rules().count(), QUESTIONS.len());
    }
}
