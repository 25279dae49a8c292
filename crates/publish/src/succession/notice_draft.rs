//! Drafts of the notices of a successor, with a remark above each entry that somebody has to decide about.

use std::fmt::Write as _;

use law::Date;

use super::{Handover, since};

/// Drafts the successor's notice: the same facts, the new controller, and a remark above each line that somebody has to
/// decide about. `text` is the old notice's file.
#[must_use]
pub fn draft(text: &str, handover: &Handover) -> String {
    let first = first_day(handover);
    let mut out = String::new();
    let mut fences = 0;
    let (mut undecided, mut in_prose) = (0, 0);
    let contacts = handover.contact_keys();
    for line in text.lines() {
        let fence = line.trim_end() == "+++";
        fences += usize::from(fence && fences < 2);
        if fence && fences == 1 {
            let _ = writeln!(
                out,
                "+++\n# The notice of {} for the day on which it is planned to take over from {}: {first}.\n# DECIDE stands \
                 above each of these entries; take the remark away once it is so. Text below can \
                 have no remark: a build as at the day lists its lines that name the old organisation.\n{}",
                handover.succession.name,
                handover.name,
                since::mark(text)
            );
            continue;
        }
        let key = line.split('=').next().unwrap_or_default().trim();
        let new = (fences == 1).then_some(key).and_then(|key| match key {
            "controller" => Some(format!("controller = \"{}\"", handover.succession.id)),
            "version" => Some(format!("version = \"{first}\"")),
            "published" => Some(format!("published = {first}")),
            _ => None,
        });
        if let Some(new) = new {
            let _ = writeln!(out, "{new}");
            continue;
        }
        if fences == 1 && key == "review" {
            out.push_str("# DECIDE: when the successor is to go through it.\n");
            undecided += 1;
        }
        if fences == 1 && key == "officer" {
            if let Some(what) = whose_officer(line, handover) {
                let _ = writeln!(out, "# DECIDE: {what}");
                undecided += 1;
            }
        } else if fences == 1 && refers(line, &contacts) {
            out.push_str("# DECIDE: this contact is the old organisation’s.\n");
            undecided += 1;
        } else if fences == 1 && key == "restates" {
            // The older document keeps its title, whoever's name is in it.
        } else if names(line, handover) {
            if fences == 1 {
                undecided += 1;
                out.push_str("# DECIDE: this names the old organisation.\n");
            } else {
                in_prose += 1;
            }
        }
        let _ = writeln!(out, "{line}");
    }
    out.replacen(
        "# DECIDE stands",
        &format!("# To be decided: {undecided} of the entries, {in_prose} of the text below. DECIDE stands"),
        1,
    )
}

/// Lists the lines, counted from one, at which the text below a notice's entries names the organisation that ends.
pub(super) fn prose_that_names(text: &str, handover: &Handover) -> Vec<usize> {
    let mut fences = 0;
    let lines = text.lines().zip(1..).filter(|(line, _)| {
        fences += usize::from(line.trim_end() == "+++" && fences < 2);
        fences == 2 && names(line, handover)
    });
    lines.map(|(_, at)| at).collect()
}

/// Returns the first day of the successor.
pub(super) fn first_day(handover: &Handover) -> String {
    let until = &handover.succession.until;
    until
        .parse::<Date>()
        .map_or_else(|_| until.clone(), |until| until.after(1).to_string())
}

/// Says what is to be decided of the officer that a notice has for itself; nothing where another body has that officer.
fn whose_officer(line: &str, handover: &Handover) -> Option<&'static str> {
    let is_others = handover.others.iter().any(|email| line.contains(email));
    if names(line, handover) || !line.contains('@') {
        Some("this officer was the old organisation’s.")
    } else {
        (!is_others).then_some("is this officer the successor’s, too?")
    }
}

/// Says whether a line of a notice's facts refers to one of these contacts of `controllers.toml`.
fn refers(line: &str, contacts: &[&str]) -> bool {
    let entry = line.split_once('=');
    entry.is_some_and(|(key, value)| {
        ["contact", "requests"].contains(&key.trim())
            && contacts.contains(&value.trim().trim_matches('"'))
    })
}

/// Says whether a line names the organisation that ends, or one of its addresses.
pub(super) fn names(line: &str, handover: &Handover) -> bool {
    let addresses = handover
        .addresses
        .iter()
        .map(|(address, _)| address.as_str());
    std::iter::once(handover.name.as_str())
        .chain(addresses)
        .any(|name| line.contains(name))
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::succession::{marked, tests::handover};

    #[test]
    fn a_draft_has_the_new_controller_and_says_what_is_to_be_decided() {
        let text = "+++\nid = \"bins\"\nversion = \"1\"\npublished = 2026-01-01\ncontroller = \"old\"\nemail = \"bins@old.gov.uk\"\ncontact = \"old-officer\"\ncontact = \"ico\"\n+++\n\n## Who {#who}\n\nOld Town Council.\n";
        let draft = draft(text, &handover());
        assert!(draft.contains("controller = \"new\""), "{draft}");
        assert!(draft.contains("published = 2028-04-01"), "{draft}");
        assert!(
            draft.contains("# DECIDE: this names the old organisation.\nemail = \"bins@old"),
            "{draft}"
        );
        let counted = "2 of the entries, 1 of the text below";
        assert!(draft.contains(counted), "{draft}");
        let contact = "# DECIDE: this contact is the old organisation’s.\ncontact = \"old-officer\"\ncontact = \"ico\"\n";
        assert!(draft.contains(contact), "{draft}");
        assert!(draft.ends_with("Old Town Council.\n"), "{draft}");
    }

    #[test]
    fn a_draft_counts_what_it_marks_and_leaves_an_old_title_alone() {
        let text = "+++\nid = \"bins\"\nrestates = \"Old Town Council: bins, 2025\"\nreview = 2027-01-01\n\
            title = \"Bins of Old Town Council\"\nrequests = \"old-officer\"\n+++\n\nOld Town Council, by bins@old.gov.uk.\n";
        let draft = draft(text, &handover());
        assert_eq!(marked(&draft), 3, "{draft}");
        assert!(
            draft.contains("# To be decided: 3 of the entries, 1 of the text below."),
            "{draft}"
        );
        let lines: Vec<&str> = draft.lines().collect();
        let at = lines.iter().position(|line| line.starts_with("restates"));
        assert!(
            !lines[at.expect("it is kept") - 1].starts_with("# DECIDE"),
            "{draft}"
        );
        assert!(
            draft.contains("# DECIDE: this contact is the old organisation’s.\nrequests"),
            "{draft}"
        );
    }

    #[test]
    fn an_officer_is_the_old_organisations_by_its_address_alone() {
        for (officer, wanted) in [
            (
                "{ email = \"bins@old.gov.uk\" }",
                Some("this officer was the old organisation’s."),
            ),
            (
                "{ name = \"Ms Jo Wren\" }",
                Some("this officer was the old organisation’s."),
            ),
            (
                "{ name = \"A firm\", email = \"dpo@firm.example\" }",
                Some("is this officer the successor’s, too?"),
            ),
            (
                "{ name = \"The Trust’s\", email = \"dpo@trust.example\" }",
                None,
            ),
        ] {
            let text = format!("+++\nid = \"bins\"\nofficer = {officer}\n+++\n");
            let draft = draft(&text, &handover());
            let lines: Vec<&str> = draft.lines().collect();
            let at = lines.iter().position(|line| line.starts_with("officer"));
            let above = lines[at.expect("it is kept") - 1];
            assert_eq!(above.strip_prefix("# DECIDE: "), wanted, "{draft}");
        }
    }
}
