//! Lines whose two halves dots lead from one to the other: `Access ......... a copy of your data`.

use super::line::Line;

/// So many dots at least lead on.
const DOTS: usize = 4;
/// What stands before them has so many words at most.
const WORDS: usize = 12;

/// Makes items of lines that stand one below the other and each have a name, dots, and what is said of it. One line alone, and a
/// table of contents, whose dots lead to the numbers of pages, stay as they are.
pub(super) fn items(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let many = lines[at..]
            .iter()
            .take_while(|it| halves(&it.text).is_some());
        let end = at + many.count();
        if end - at > 1 {
            for own in at..end {
                let Some((name, said)) = halves(&lines[own].text) else {
                    continue;
                };
                // What a gap parts from the last is no more of it.
                let last = own + 1 == end && lines.get(end).is_none_or(|next| next.gap);
                let stop = if last && !said.ends_with('.') {
                    "."
                } else {
                    ""
                };
                lines[own].text = format!("• {name}: {said}{stop}");
            }
        }
        at = end.max(at + 1);
    }
}

/// Returns what stands before the dots and behind them.
fn halves(text: &str) -> Option<(&str, &str)> {
    let at = text.find(&".".repeat(DOTS))?;
    let (name, said) = (text[..at].trim(), text[at..].trim_start_matches('.').trim());
    let page = said.bytes().all(|byte| byte.is_ascii_digit());
    let fit = (1..=WORDS).contains(&name.split_whitespace().count())
        && name.starts_with(char::is_alphanumeric)
        && !page;
    fit.then_some((name, said))
}

#[cfg(test)]
mod tests {
    use crate::draft::{clean::clean, piece::Shape};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn items(text: &str) -> Vec<String> {
        let pieces = clean(text).list.into_iter();
        let items = pieces.filter(|piece| piece.shape == Shape::Bullet);
        items.map(|piece| piece.text).collect()
    }

    #[test]
    fn what_dots_lead_to_is_said_of_what_stands_before_them() {
        let text = "You may ask for:\n\n  Access ....... a copy of it\n  Erasure ...... an end of it\n\nand you may object.";
        assert_eq!(
            items(text),
            ["Access: a copy of it", "Erasure: an end of it."]
        );
        let contents = "Contents\n\nYour rights ....... 4\nComplaints ........ 5\n";
        assert_eq!(items(contents), [""; 0]);
        let alone = "Pools\n\nWe keep it safe .... and sound\nThat is all.";
        assert_eq!(items(alone), [""; 0]);
    }
}
