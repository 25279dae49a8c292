//! Cookie policies of a controller that ends.

use std::fmt::Write as _;

use super::{Handover, first_day, names, since};

/// Drafts the successor's cookie policy: the same categories, the new controller, a revision by which everyone is asked
/// again, and a remark above each line that somebody has to decide about. `text` is the old policy's file.
#[must_use]
pub fn draft(text: &str, handover: &Handover) -> String {
    let mut out = format!(
        "# What the site stores once {} takes over from {}, as it is planned for {}.\n# Lines that name the old organisation \
         have DECIDE above them: take the remark away once it is so. Read the rest, too: a provider or a purpose may be \
         another then.\n{}\n",
        handover.succession.name,
        handover.name,
        first_day(handover),
        since::mark(text)
    );
    for line in text.lines() {
        let (key, value) = line.split_once('=').unwrap_or_default();
        let value = value.split('#').next().unwrap_or_default().trim();
        match (key.trim(), value.parse::<u32>()) {
            ("controller", _) => {
                let _ = writeln!(out, "controller = \"{}\"", handover.succession.id);
                continue;
            }
            ("revision", Ok(revision)) => {
                let _ = writeln!(out, "revision = {}", revision.saturating_add(1));
                continue;
            }
            _ if names(line, handover) => {
                out.push_str("# DECIDE: this names the old organisation.\n")
            }
            _ => {}
        }
        let _ = writeln!(out, "{line}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::succession::tests::handover;

    #[test]
    fn a_draft_of_a_policy_has_the_new_controller_and_asks_everyone_again() {
        let text = "# Cookies\nrevision = 3 # asks again\ncontroller = \"old\" # stands on receipts\n\n[[category]]\nid = \"essential\"\npurpose = \"Old Town Council’s site works.\"\n";
        let draft = draft(text, &handover());
        assert!(
            draft.contains("revision = 4\ncontroller = \"new\"\n"),
            "{draft}"
        );
        assert!(draft.contains("planned for 2028-04-01"), "{draft}");
        assert!(
            draft.contains("# DECIDE: this names the old organisation.\npurpose"),
            "{draft}"
        );
    }
}
