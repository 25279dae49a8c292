//! What an e-mail has around its text: its head, and the signature below two dashes.

use super::{LeftOut, line::Line};

/// Why the lines of a head are left out.
pub(super) const HEAD: &str = "the head of an e-mail";

/// Lines of a head, as programs write them.
const NAMES: [&str; 9] = [
    "from:",
    "to:",
    "cc:",
    "bcc:",
    "date:",
    "sent:",
    "subject:",
    "reply-to:",
    "importance:",
];

/// Takes the head and the signature of an e-mail out of its lines, if they are those of one: says what they were, and the
/// subject.
pub(super) fn without_mail(lines: &mut Vec<Line>) -> (Vec<LeftOut>, Option<String>) {
    let is_head = |line: &&Line| {
        let lower = line.text.to_lowercase();
        NAMES.iter().any(|it| lower.starts_with(it))
    };
    let head = lines.iter().take_while(is_head).count();
    let begins = |name: &str| {
        let mut own = lines[..head].iter();
        own.any(|line| line.text.to_lowercase().starts_with(name))
    };
    // "To: all tenants" alone is the head of a letter.
    if head < 3 || !begins("from:") {
        return (Vec::new(), None);
    }
    let mut left: Vec<LeftOut> = Vec::new();
    let mut subject = None;
    for line in lines.drain(..head) {
        if let Some((name, said)) = line.text.split_once(':')
            && name.eq_ignore_ascii_case("subject")
        {
            subject = Some(said.trim().to_owned()).filter(|it| !it.is_empty());
        }
        left.push(LeftOut::new(line.number, line.text, HEAD));
    }
    // The last two dashes that stand alone: there may be others between parts of the text.
    let below = lines.iter().rposition(|line| line.text == "--");
    if let Some(at) = below.filter(|at| lines.len() - at <= SIGNATURE) {
        let own = lines.drain(at..);
        left.extend(own.map(|line| LeftOut::new(line.number, line.text, "an e-mail's signature")));
    }
    if let Some(first) = lines.first_mut() {
        first.gap = true;
    }
    (left, subject)
}

/// A signature has so many lines at most: what is longer may be text.
const SIGNATURE: usize = 16;
