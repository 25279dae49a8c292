//! The title of a notice: which line of the source it is, and what of it is the site's or says no more than that it is a notice.

use super::{
    LeftOut, find,
    piece::{Piece, Shape},
    sort::section,
};

/// What stands between the parts of a title.
const BETWEEN: [&str; 7] = [" | ", " – ", " — ", " - ", " :: ", " » ", " · "];

/// What a notice calls itself.
const KINDS: [&str; 6] = [
    "privacy notice",
    "privacy statement",
    "privacy policy",
    "privacy information",
    "fair processing notice",
    "data protection notice",
];

/// Returns the heading, or the short first line, that calls itself a privacy notice; else a first heading that begins no section,
/// or stands right over another.
pub(super) fn title_at(pieces: &[Piece]) -> Option<usize> {
    let headings = || {
        let first = pieces.iter().enumerate().take(6);
        first.filter(|(_, piece)| piece.is_heading())
    };
    let named = headings().find(|(_, piece)| piece.text.to_lowercase().contains("privacy"));
    // The name of the body may stand over that of the notice.
    let line = pieces.iter().enumerate().take(2).find(|(at, it)| {
        let text = it.text.to_lowercase();
        let kinds = [
            "privacy notice",
            "privacy statement",
            "fair processing",
            "data protection notice",
        ];
        // "Garages: how we use what you tell us" stands over all; "How do we use it?" begins a section.
        let uses = ["use what you", "uses what you", "use your", "uses your"];
        let how = [": how ", " – how ", " - how "]
            .iter()
            .any(|it| text.contains(it));
        let uses = *at == 0 && how && uses.iter().any(|it| text.contains(it));
        text.split_whitespace().count() <= 15
            && !text.ends_with(['.', ';', ',', ':'])
            && (*at == 0 || !is_kind(&it.text))
            && (uses || kinds.iter().any(|kind| text.contains(kind)))
    });
    let over = |at: usize, it: &Piece| {
        let next = pieces.get(at + 1);
        it.text.split_whitespace().count() > 3 && next.is_some_and(Piece::is_heading)
    };
    // "Your information and us", the only one of its level, with all others below it.
    let tops = |it: &&Piece| it.shape == Shape::Heading(1);
    let below = |it: &Piece| matches!(it.shape, Shape::Heading(2..));
    let only = pieces.iter().filter(tops).count() == 1 && pieces.iter().any(below);
    let first = headings().next().filter(|(at, it)| {
        section(&it.text).is_none() || (*at == 0 && (over(*at, it) || (only && tops(it))))
    });
    named.or(line).or(first).map(|(at, _)| at)
}

/// Returns a footer that calls itself a privacy notice. “We value your privacy” over a question about cookies is none,
/// nor is what an e-mail has around its text.
pub(super) fn footer(left: &[LeftOut]) -> Option<String> {
    let own = left.iter().filter(|it| {
        !["cookie", "e-mail"]
            .iter()
            .any(|around| it.reason.contains(around))
    });
    let mut named = own.map(|it| it.text.as_str());
    named
        .find(|text| text.to_lowercase().contains("privacy"))
        .map(str::to_owned)
}

/// Returns the name of a page in the browser without that of its site: “School admissions | Overton Council”.
pub(super) fn without_site(title: &str) -> String {
    let mut own = title.trim();
    while let Some((at, mark)) = last_mark(own) {
        let (before, behind) = (&own[..at], &own[at + mark.len()..]);
        if is_site(before) && !is_site(behind) && last_mark(before).is_none() {
            own = behind.trim();
        } else if is_site(behind) || (mark == " | " && !is_kind(behind)) {
            own = before.trim();
        } else {
            break;
        }
    }
    own.to_owned()
}

/// Returns a title without what it calls itself behind a mark: “Housing benefit: privacy notice”. What is left must name something.
pub(super) fn without_kind(title: &str) -> &str {
    let (at, length) = match (last_mark(title), title.rfind(": ")) {
        (Some((at, mark)), colon) if colon.is_none_or(|it| it < at) => (at, mark.len()),
        (_, Some(at)) => (at, 2),
        _ => return title,
    };
    let own = title[..at].trim();
    let named = own.contains(char::is_alphanumeric) && !is_site(own);
    if named && is_kind(&title[at + length..]) {
        own
    } else {
        title
    }
}

/// Says whether a title calls what it stands over a privacy notice, or by another such name.
#[must_use]
pub fn names_its_kind(title: &str) -> bool {
    let lower = title.to_lowercase();
    KINDS.iter().any(|kind| lower.contains(kind))
}

/// Returns what a notice is about, by its title: "Privacy notice: bins", "Bins privacy notice" and "Bins: privacy notice" are all
/// about bins. One that says no more than what it is stays whole.
#[must_use]
pub fn subject(title: &str) -> &str {
    let title = title.trim();
    let starts = |kind: &&'static str| {
        let start = title.get(..kind.len())?;
        start
            .eq_ignore_ascii_case(kind)
            .then(|| &title[kind.len()..])
    };
    let ends = |kind: &&'static str| {
        let at = title.len().checked_sub(kind.len())?;
        let end = title.get(at..)?;
        end.eq_ignore_ascii_case(kind).then(|| &title[..at])
    };
    let marks = |mark: char| mark.is_whitespace() || ":–—-|".contains(mark);
    // "Privacy notices" are several.
    let behind = KINDS
        .iter()
        .find_map(starts)
        .filter(|it| it.starts_with(marks));
    let own = match behind {
        Some(rest) => {
            let rest = rest.trim_matches(marks);
            let about = ["for ", "on ", "about "].iter();
            let mut about = about.filter_map(|word| rest.strip_prefix(word));
            about.next().unwrap_or(rest)
        }
        None => KINDS
            .iter()
            .find_map(ends)
            .unwrap_or(title)
            .trim_end_matches(marks),
    };
    if own.is_empty() { title } else { own }
}

fn last_mark(title: &str) -> Option<(usize, &'static str)> {
    let marks = BETWEEN
        .iter()
        .filter_map(|mark| Some((title.rfind(mark)?, *mark)));
    marks.max()
}

fn is_kind(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    KINDS.contains(&text.as_str())
}

/// Says whether a part of a title names a site, or the body that it is of.
fn is_site(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let ends = [".uk", ".org", ".com", ".wales", "nhs", "home"];
    // "Overton Council privacy notice" names the notice.
    let notice = KINDS.iter().any(|kind| lower.contains(kind));
    !notice && (find::body_alone(text).is_some() || ends.iter().any(|end| lower.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::{names_its_kind, subject, without_kind, without_site};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_subject_is_without_what_a_notice_calls_itself() {
        for (title, about) in [
            ("Privacy notice: Housing Benefit", "Housing Benefit"),
            ("PRIVACY NOTICE – LEISURE CENTRE", "LEISURE CENTRE"),
            (
                "Privacy notice for the trust workforce",
                "the trust workforce",
            ),
            ("Privacy policy | Libraries", "Libraries"),
            ("School admissions privacy notice", "School admissions"),
            ("Housing benefit: privacy statement", "Housing benefit"),
        ] {
            assert_eq!(subject(title), about, "{title}");
            assert!(names_its_kind(title), "{title}");
        }
        for title in [
            "Privacy notice",
            "Foster carers",
            "Über uns",
            "Privacy: bins",
            "On-street parking",
            "Privacy notices",
            "for sale",
            "",
        ] {
            assert_eq!(subject(title), title, "{title}");
        }
        assert!(!names_its_kind("Garden waste"));
    }

    #[test]
    fn a_title_is_the_notices_and_not_the_sites() {
        for (title, own) in [
            (
                "School admissions privacy notice | Overton Borough Council",
                "School admissions privacy notice",
            ),
            (
                "Housing benefit: privacy notice – Overton Council",
                "Housing benefit",
            ),
            (
                "Overton Council | Blue Badge privacy notice",
                "Blue Badge privacy notice",
            ),
            ("Blue Badges | Privacy | Harbour Homes Ltd", "Blue Badges"),
            ("Libraries - Privacy notice - overton.gov.uk", "Libraries"),
            (
                "How we use your data — Overton NHS Foundation Trust",
                "How we use your data",
            ),
            ("Licensing » Overton District Council", "Licensing"),
            ("Tenants | Privacy notice", "Tenants"),
        ] {
            assert_eq!(without_kind(&without_site(title)), own, "{title}");
        }
        for title in [
            "PRIVACY NOTICE: LEISURE CENTRE MEMBERSHIP",
            "Privacy notice – adult social care",
            "Pre-school and nursery privacy notice",
            "Overton Council: privacy notice",
            "Track and trace - visitors",
            "Overton Council privacy notice",
            "Parking: permits, vouchers and penalty charges",
            "Privacy notice",
        ] {
            assert_eq!(without_kind(&without_site(title)), title, "{title}");
        }
    }
}
