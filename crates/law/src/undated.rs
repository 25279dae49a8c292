//! Whether the name of a source says of itself that it has no date, and which year it gives for itself.

use super::text::{denies, fold, has, words};

/// Words by which a part of the name tells how the source came here: its day is none of the source's own.
const CAME: [&str; 12] = [
    "imported",
    "importing",
    "import",
    "brought in",
    "copied",
    "downloaded",
    "retrieved",
    "accessed",
    "captured",
    "scanned",
    "fetched",
    "taken from the website",
];

/// Says whether a source's name says that it has no date, or gives none.
pub(super) fn is_undated(source: &str) -> bool {
    parts(source).iter().any(|part| says_so(part)) || year_of(source).is_none()
}

/// Returns the latest year that a source gives for itself; the day on which it was brought in is none.
pub(super) fn year_of(source: &str) -> Option<u16> {
    let parts = parts(source);
    let own = parts.iter().filter(|part| !has(part, &CAME));
    own.flat_map(|part| part.split(|mark: char| !mark.is_ascii_digit()))
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1900..2200).contains(year))
        .max()
}

/// Lists what stands between the marks of a name; a hyphen within a word or a day is none.
fn parts(source: &str) -> Vec<String> {
    let text = fold(source).replace(" - ", ";");
    let parts = text.split([',', ';', '(', ')', '[', ']', ':']);
    parts.map(|part| part.trim().to_owned()).collect()
}

/// Says whether a part of a name says that there is no date: "undated", "date of the source not given". What is undated in the title
/// itself ("undated cheques") is something else.
fn says_so(part: &str) -> bool {
    const PAPERS: [&str; 14] = [
        "copy",
        "document",
        "draft",
        "form",
        "leaflet",
        "letter",
        "notice",
        "page",
        "paper",
        "policy",
        "source",
        "statement",
        "text",
        "version",
    ];
    const LACKS: [&str; 8] = [
        "unknown",
        "missing",
        "unstated",
        "unclear",
        "absent",
        "illegible",
        "blank",
        "lacking",
    ];
    let all = words(part);
    let undated = (0..all.len()).any(|at| {
        let behind = all.get(at + 1).map(String::as_str);
        all[at] == "undated" && behind.is_none_or(|it| PAPERS.contains(&it) || it == "and")
    });
    let date = all.iter().position(|it| it == "date" || it == "dated");
    // "Out-of-date bins": what stands there is no date of a text.
    let own = date.filter(|&at| at == 0 || all[at - 1] != "of");
    let lacks = denies(part) || all.iter().any(|it| LACKS.contains(&it.as_str()));
    undated || (own.is_some() && lacks)
}

#[cfg(test)]
mod tests {
    use super::{is_undated, year_of};

    #[test]
    fn a_source_without_a_date_is_told_from_one_that_has_its_day() {
        for source in [
            "Garden waste, undated",
            "Garden waste (no date)",
            "Garden waste, date unknown",
            "Garden waste, imported 28 November 2026, date of the source not given",
            "Garden waste, copied from the website on 3 October 2026; carries no date",
            "Garden waste, downloaded 3 October 2026",
            "Undated notice, brought in on 2026-11-28",
            "Garden waste, version 3, its date is missing, imported in 2026",
            "Garden waste, brought in on 2026-11-28; not dated",
        ] {
            assert!(is_undated(source), "{source}");
        }
        for source in [
            "Out-of-date bins and undated cheques – garden waste, 9 November 2026",
            "Undated cheques, 3 March 2026",
            "Garden waste, 12 October 2026",
            "Garden waste, brought in on 2026-11-28; dated 1st September 2026",
            "Save the date: the show, 2 May 2026",
            "Keeping up to date, March 2026",
            "No smoking policy, 2 May 2026",
        ] {
            assert!(!is_undated(source), "{source}");
        }
        assert_eq!(year_of("Bins, 2019, imported in 2026"), Some(2019));
    }
}
