//! The date and the version that a source gives itself.

use law::Date;

use super::{
    dated_line::{ending, is_count, parts, stands_first, undotted, words},
    dating::{DateRole, agreed, goes_on, is_numbered, is_of_the_text, numbers, said, version},
    day::{Order, date, month},
};

/// What a source says of its own age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Line, and the date as the source writes it.
    pub date: Option<(usize, String)>,
    pub version: Option<(usize, String)>,
    /// When it will be gone through again.
    pub next: Option<(usize, String)>,
    order: Order,
}

/// Returns the latest date, the version and the next review, among the lines of a text that give its own.
pub(crate) fn dated<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Dated {
    let mut found = Dated::default();
    let mut label: Option<String> = None;
    // A letter's date stands alone, above whom it greets.
    let mut alone: Option<(usize, String, Order)> = None;
    // It may end the line that says whom the letter is to.
    let mut letter: Option<(usize, String, Order)> = None;
    let (mut count, mut end) = (0, 0);
    let mut last_line = "";
    for (number, line) in lines {
        let line_before = std::mem::replace(&mut last_line, line);
        count += 1;
        end = end.max(number);
        let lower = undotted(line).to_lowercase();
        let first = words(&lower);
        match date(&first) {
            Some((text, order, used)) if used == first.len() => alone = Some((number, text, order)),
            _ if first.first() == Some(&"dear") => {
                let above = alone.take().or(letter.take());
                if let Some((at, text, order)) = above.filter(|it| it.2 > found.order) {
                    (found.date, found.order) = (Some((at, text)), order);
                }
            }
            _ => {}
        }
        letter = ending(&first)
            .filter(|_| !line.ends_with('.') && !line.contains(". "))
            .map(|(text, order)| (number, text, order));
        let above = label.take();
        let bare = line.trim_start_matches(|mark: char| mark.is_ascii_digit() || mark == '.');
        if !bare.contains(|mark: char| mark.is_ascii_digit()) {
            let short = line.split_whitespace().nth(8).is_none();
            let own = || {
                let role = said(&words(&line.to_lowercase()));
                matches!(role, Some(DateRole::Own | DateRole::Next))
            };
            label = (short && own()).then(|| line.to_owned());
        }
        // What has no figure in it has no date.
        if !line.contains(|mark: char| mark.is_ascii_digit()) {
            continue;
        }
        let own = undotted(line);
        // "Updated" may stand over its date.
        let line = match above {
            Some(above) if stands_first(&own) => format!("{above} {own}"),
            _ => own,
        };
        let parts = parts(&line);
        let before = line_before
            .rsplit(". ")
            .take(1)
            .chain(parts.iter().map(String::as_str));
        for (part, before) in parts.iter().zip(before) {
            found.read(number, part, before);
        }
    }
    // What dates nothing but itself, at the foot of a text, dates the text.
    if found.date.is_none()
        && count > FEW
        && let Some((at, text, order)) = alone.filter(|it| it.0 == end)
    {
        (found.date, found.order) = (Some((at, text)), order);
    }
    found
}

/// A text of so few lines may be a label and what it labels.
const FEW: usize = 8;

impl Dated {
    /// Says whether there is a date, of whatever is past or to come.
    pub(crate) fn is_dated(&self) -> bool {
        self.date.is_some() || self.next.is_some()
    }

    /// Returns the day, as notices write one, where the date says which it is: `May 2018` has none.
    pub(crate) fn day(&self) -> Option<String> {
        let (year, month, day) = self.order;
        let iso = format!("{year:04}-{month:02}-{day:02}");
        let is_day = self.date.is_some() && iso.parse::<Date>().is_ok();
        is_day.then_some(iso)
    }

    /// Takes the dates and the version out of a part of a line, which may go on with the part before it.
    fn read(&mut self, number: usize, part: &str, before: &str) {
        let count = part.split_whitespace().count();
        let lower = part.to_lowercase();
        let before = before.to_lowercase();
        let before = words(&before);
        let words = words(&lower);
        // "11.1 Approved on 3 May": the number counts a paragraph.
        let counted = words.first().is_some_and(|it| is_count(it));
        let named = |it: &&str| it.starts_with(char::is_alphabetic) && month(it).is_none();
        let words = &words[usize::from(counted && words.get(1).is_some_and(named))..];
        let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
        let notice = is_of_the_text(words);
        // A short line, or a sentence about the notice; what is yours has a day of its own.
        let it = words.first() == Some(&"it");
        let itself = it && words.get(2).is_some_and(agreed);
        // "This notice is for drivers. It was last updated on …": the sentence before says what “it” is.
        let notice = notice || (it && is_of_the_text(&before));
        // "Edition 4, last revised on …" behind the name of whoever wrote it.
        let numbered = is_numbered(words);
        let again = goes_on(words) && count <= 24;
        let near = count <= 12
            || again
            || (notice && count <= 40)
            || ((itself || numbered) && count <= 24);
        if !near || (is(&["your"]) && !notice) {
            return;
        }
        if self.version.is_none() {
            self.version = version(words).map(|version| (number, version));
        }
        let (mut at, mut from) = (0, 0);
        let mut last = None;
        while at < words.len() {
            // "Version 4, April 2026": the number is no day.
            if numbers(words, at) && words[at].len() < 3 {
                at += 1;
                continue;
            }
            let Some((text, order, used)) = date(&words[at..]) else {
                at += 1;
                continue;
            };
            let after = || said(&words[at + used..]).filter(|_| from == 0);
            let own = &words[from..at];
            let kind = match from == 0 && goes_on(own) {
                true => said(&[&before, own].concat()),
                false => said(own),
            };
            let kind = kind.or_else(after).or(last);
            match kind {
                Some(DateRole::Own) if order > self.order => {
                    self.order = order;
                    self.date = Some((number, text));
                }
                Some(DateRole::Next) => {
                    self.next.get_or_insert((number, text));
                }
                _ => {}
            }
            last = kind;
            at += used;
            from = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn said(text: &str) -> (Option<String>, Option<String>) {
        let found = dated(text.lines().enumerate());
        (
            found.date.map(|(_, it)| it),
            found.version.map(|(_, it)| it),
        )
    }

    #[test]
    fn a_day_is_one_only_where_the_date_says_which() {
        for (text, day) in [
            ("Last updated: 21st May 2018", Some("2018-05-21")),
            ("Last updated 01/03/2018", Some("2018-03-01")),
            ("Published May 2018", None),
            ("Last updated 10/2025", None),
            ("Last updated: 31/02/2018", None),
            ("Next review: 1 May 2026", None),
            ("Version 3", None),
        ] {
            let found = dated(text.lines().enumerate());
            assert_eq!(found.day().as_deref(), day, "{text}");
        }
    }

    #[test]
    fn the_sources_own_date_is_found_in_every_usual_spelling() {
        for (text, date) in [
            ("Last updated: 21 May 2018", "21 May 2018"),
            ("Last reviewed 21st May 2018", "21 May 2018"),
            (
                "This notice was last reviewed on 01/03/2018 (version 2.1).",
                "01/03/2018",
            ),
            (
                "Reviewed: 3rd Jan 2020. Next review: Jan 2022.",
                "3 January 2020",
            ),
            ("Published May 2018", "May 2018"),
            ("Date of last review: March 2019", "March 2019"),
            ("Issue date 1 Sept 2020", "1 September 2020"),
            ("Updated: May 21, 2018", "21 May 2018"),
            ("Date of issue: 2018-05-21, version 3", "2018-05-21"),
            ("Overton Privacy Notice Toys v1 March 2024", "March 2024"),
            ("Date: 1.9.2025", "1.9.2025"),
            ("Last updated 10/2025", "10/2025"),
            ("Version 4, April 2026", "April 2026"),
            (
                "Approved by the governors: 12/09/2024. Review: annually.",
                "12/09/2024",
            ),
            ("Policy agreed by the Board: 8th July, 2024.", "8 July 2024"),
            ("PN-03, in force from 01 May 2024", "1 May 2024"),
            (
                "Notice v1.4 | 31/03/2025 | Next review 31/03/2026",
                "31/03/2025",
            ),
            ("10 Updated\nSeptember 2023", "September 2023"),
            (
                "When did you last change this?\nOn 12 Feb. 2025.",
                "12 February 2025",
            ),
            (
                "This notice was last reviewed in May 2025, and will be reviewed again in May 2027.",
                "May 2025",
            ),
            ("Date of issue: 12 December 2025", "12 December 2025"),
            ("Version 2.0 Date of issue: 12 May 2025", "12 May 2025"),
            (
                "It is easy to read. Brought up to date on 20 January 2026.",
                "20 January 2026",
            ),
            ("This edition was settled on 30 June 2025.", "30 June 2025"),
            ("This notice was drawn up in May 2025.", "May 2025"),
            ("Valid from: 1 May 2026", "1 May 2026"),
            ("This notice takes effect on 1 May 2026.", "1 May 2026"),
            ("It comes into force on 1 May 2026", "1 May 2026"),
            (
                "To all who rent a plot 1st October 2025\nDear tenant",
                "1 October 2025",
            ),
            (
                "Overton Council\n3 February 2026\nDear resident",
                "3 February 2026",
            ),
            (
                "It was adopted by the board on 23rd June 2025 and is gone through every year.",
                "23 June 2025",
            ),
            (
                "This one was written on 9 April 2026 and we’ll go over it again when the scheme ends",
                "9 April 2026",
            ),
            (
                "This note was last gone over on 30 July 2025. It is to be looked at again in July 2026.",
                "30 July 2025",
            ),
            (
                "This version is from 2 February 2026 and we will look at it again in February 2027.",
                "2 February 2026",
            ),
            (
                "The wording of this letter was last updated by the whole committee on 3 March 2026.",
                "3 March 2026",
            ),
            (
                "11.1 Approved by the Trustees on 17 June 2025.",
                "17 June 2025",
            ),
            (
                "Overton University — Office for the Care of Records and Archives Edition 4, last revised 23 October 2025",
                "23 October 2025",
            ),
            (
                "Last updated: 21 May 2018\nThis notice was revised on 1.3.2019",
                "1.3.2019",
            ),
        ] {
            assert_eq!(said(text).0.as_deref(), Some(date), "{text}");
        }
        for text in [
            "Next review: May 2025",
            "The wording of the lease was agreed on 3 May 2019 by all who then lived in the block of flats",
            "You had a letter and a leaflet about the new bins, which were last emptied in March 2019",
            "11.1 The permit was approved by the panel on 3 May 2019 after a long and public hearing",
            "Review date: May 2025",
            "The issue of bins was raised in a meeting of the whole council on 21 May 2018",
            "We moved on 21 May 2018",
            "The permit is valid from 1 May 2019",
            "The rent was settled on 3 May 2019",
            "This notice was withdrawn on 3 May 2019",
            "The next edition\nDue in June 2028.",
            "To all who rent a plot 1st October 2025\nWe write to you",
            "This notice will be reviewed by May 2027",
            "Your permit was issued under the Act of 2018",
            "Your permit was issued on 3 May 2019",
            "The rent was agreed on 3 May 2019",
            "Date of birth 3 May 2019",
            "Bins in the High Street\n3 May 2019",
            "3 May 2019\na\nb\nc\nd\ne\nf\ng\nh\ni",
        ] {
            assert_eq!(said(text).0, None, "{text}");
        }
        assert_eq!(
            said("a\nb\nc\nd\ne\nf\ng\nh\nJune 2024").0.as_deref(),
            Some("June 2024")
        );
        assert_eq!(
            said("Bins privacy notice version 1").1.as_deref(),
            Some("1")
        );
        for (text, date) in [
            ("Next review: May 2026", "May 2026"),
            ("The next edition\nDue in June 2028.", "June 2028"),
            (
                "We look at it again every other year.\nYou may expect the next in May 2027.",
                "May 2027",
            ),
            (
                "We go through it every September, and after any change in the law. Next: September 2026.",
                "September 2026",
            ),
            (
                "The trustees read this page through each winter. They will do so again in January 2027.",
                "January 2027",
            ),
            (
                "The council looks at this letter every other year. You may expect the next in May 2027, sooner if the parish begins to do something new.",
                "May 2027",
            ),
            (
                "This notice is checked each year. Next check: March 2027.",
                "March 2027",
            ),
            (
                "Adopted on 14/05/2024. To be reviewed May 2026.",
                "May 2026",
            ),
            ("Next revision due August 2027.", "August 2027"),
            (
                "Issue 5 • Last amended 12/02/2026 • Next amendment due 02/2027",
                "02/2027",
            ),
            (
                "Last changed on 30 April 2026; to be read through again in April 2027.",
                "April 2027",
            ),
            (
                "This note is to be looked at again in July 2026.",
                "July 2026",
            ),
            ("11.1 To be revised by June 2027, or sooner.", "June 2027"),
            (
                "We look at it again each May, next in May 2026.",
                "May 2026",
            ),
            (
                "Issued 1 May 2025. Review date: 1st of March 2027.",
                "1 March 2027",
            ),
            (
                "This notice was last reviewed in May 2025, and will be reviewed again in May 2027.",
                "May 2027",
            ),
        ] {
            let next = dated(text.lines().enumerate()).next;
            assert_eq!(next.map(|(_, it)| it).as_deref(), Some(date), "{text}");
        }
        for text in [
            "The bins are emptied each week. Next: 3 May 2027.",
            "The fair was a success. They will hold it again in May 2027.",
            "The next meeting\n3 May 2027",
        ] {
            assert_eq!(dated(text.lines().enumerate()).next, None, "{text}");
        }
    }
}
