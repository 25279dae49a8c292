//! Telephone numbers.

/// Words before a number that is somebody's or something's, and no telephone's.
const OTHERS: [&str; 28] = [
    "charity",
    "company",
    "registration",
    "registered",
    "case",
    "reference",
    "ref",
    "account",
    "vat",
    "invoice",
    "licence",
    "license",
    "policy",
    "order",
    "urn",
    "utr",
    "uprn",
    "nhs",
    "insurance",
    "id",
    "number",
    "no",
    "code",
    "sort",
    "passport",
    "crn",
    "application",
    "claim",
];

/// Words before a telephone number.
const CALLS: [&str; 20] = [
    "phone",
    "telephone",
    "tel",
    "mobile",
    "fax",
    "call",
    "ring",
    "dial",
    "text",
    "helpline",
    "minicom",
    "textphone",
    "freephone",
    "contact",
    "landline",
    "switchboard",
    "hotline",
    "relay",
    "sms",
    "t",
];

/// Finds telephone numbers as the source writes them: `01332 640763`, `(01332) 640763`, `020.7974.4444`, `+44 (0)20 7974 4444`.
pub(crate) fn phones(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let here = bytes[at];
        let begins = (here == b'0'
            || here == b'+'
            || (here == b'(' && matches!(bytes.get(at + 1), Some(b'0' | b'+'))))
            && !text[..at]
                .ends_with(|mark: char| mark.is_alphanumeric() || mark == '.' || mark == ',');
        if begins && let Some(end) = number(bytes, at) {
            if !is_other(&text[..at]) {
                let said = &text[at..end];
                // A bracket that closes belongs to the sentence.
                let said = if said.contains('(') {
                    said
                } else {
                    said.trim_end_matches(')')
                };
                let more = extension(&text[end..]);
                if more > 0 {
                    let whole = text[at..end + more].replace("(ext", "ext");
                    found.push(whole);
                    at = end + more;
                    continue;
                }
                found.push(said.to_owned());
                if let Some((other, till)) = beside(text, said, end) {
                    found.push(other);
                    at = till;
                    continue;
                }
            }
            at = end;
        } else {
            // Digits that begin no number are none in their middle.
            let digits = bytes[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            at += digits.max(1);
        }
    }
    found
}

/// Says how far an extension reaches that stands right behind a number: ` ext. 22`, `, extension 2201`, ` x22`, ` (ext 22)`.
fn extension(rest: &str) -> usize {
    let own = rest.trim_start_matches([',', ' ', '(']);
    let words = ["extension ", "ext. ", "ext.", "ext ", "Ext. ", "Ext ", "x"];
    let Some(behind) = words.iter().find_map(|word| own.strip_prefix(word)) else {
        return 0;
    };
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let ends = behind[digits..]
        .chars()
        .next()
        .is_none_or(|mark| !mark.is_alphanumeric());
    let near = rest.len() - own.len() <= 2;
    if near && ends && (1..=6).contains(&digits) {
        rest.len() - behind.len() + digits
    } else {
        0
    }
}

/// Returns a second number that leaves out what it has in common with the first: `01632 960700 / 960701`, `… or 960701`.
fn beside(text: &str, first: &str, end: usize) -> Option<(String, usize)> {
    let rest = &text[end..];
    let mark = [" / ", "/", " or "]
        .into_iter()
        .find(|it| rest.starts_with(it))?;
    let (code, own) = first.rsplit_once(' ')?;
    let from = end + mark.len();
    let digits = text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let after = text[from + digits..].chars().next();
    let alike = digits == own.len()
        && (5..=8).contains(&digits)
        && own.bytes().all(|byte| byte.is_ascii_digit());
    let ends = after.is_none_or(|mark| !mark.is_alphanumeric());
    let other = &text[from..from + digits];
    (alike && ends && !other.starts_with('0')).then(|| (format!("{code} {other}"), from + digits))
}

/// Dashes that stand within numbers beside the hyphen.
const DASHES: [&str; 3] = ["–", "\u{2011}", "\u{2010}"];

/// Says where the number ends that begins at `start`, if there is one.
fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let abroad = bytes[start] == b'+'
        || bytes.get(start + 1) == Some(&b'+')
        || bytes[start..].starts_with(b"0044");
    let (mut at, mut end) = (start, start);
    let mut digits = String::new();
    let mut groups = 0;
    let mut open = false;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let run = bytes[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            // Each group is text of digits alone.
            let group = std::str::from_utf8(&bytes[at..at + run]).unwrap_or_default();
            if groups > 0 && group.starts_with('0') && is_whole(&digits, abroad) && !open {
                break;
            }
            if groups == 0 && !abroad && run < 3 {
                return None;
            }
            // `+44 (0)20`: the nought is dialled at home alone.
            if !(abroad && open && group == "0") {
                // `0044` is dialled for `+44`.
                let own = group.strip_prefix("00").filter(|_| abroad && groups == 0);
                digits.push_str(own.unwrap_or(group));
            }
            groups += 1;
            at += run;
            end = at;
            if is_full(&digits, abroad) {
                break;
            }
        } else if byte == b'(' && !open {
            open = true;
            at += 1;
        } else if byte == b')' && open {
            open = false;
            at += 1;
        } else if byte == b'+' && at <= start + 1 {
            at += 1;
        } else if matches!(byte, b' ' | b'-' | b'.' | b'/')
            && at > start
            && bytes
                .get(at + 1)
                .is_some_and(|&next| next.is_ascii_digit() || (next == b'(' && byte == b' '))
        {
            if (byte == b'/' || byte == b'-') && is_whole(&digits, abroad) {
                break;
            }
            at += 1;
        } else if let Some(dash) = DASHES
            .iter()
            .find(|it| bytes[at..].starts_with(it.as_bytes()))
            && groups > 0
        {
            at += dash.len();
        } else {
            break;
        }
    }
    let after = bytes.get(end).copied().unwrap_or(b' ');
    let ends = !after.is_ascii_alphanumeric();
    (ends && is_whole(&digits, abroad)).then_some(end)
}

/// Says whether digits make a number that can be dialled.
fn is_whole(digits: &str, abroad: bool) -> bool {
    if abroad {
        return (9..=15).contains(&digits.len());
    }
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    let short = digits == "08001111" || digits == "0845464" || digits == "08454647";
    short
        || ((10..=11).contains(&digits.len())
            && matches!(second, b'1' | b'2' | b'3' | b'5' | b'7' | b'8' | b'9'))
}

/// Says whether there are as many digits as a number has at most.
fn is_full(digits: &str, abroad: bool) -> bool {
    let british = digits.strip_prefix("44").filter(|_| abroad);
    british.map_or(digits.len() >= if abroad { 15 } else { 11 }, |digits| {
        digits.len() >= 10
    })
}

/// Says whether what stands before a number says that it is no telephone's.
fn is_other(before: &str) -> bool {
    let before = before.rsplit([';', '/']).next().unwrap_or_default();
    // Words of an address on the web say nothing of a number behind it.
    let web = before.rsplit(' ').find(|word| {
        word.contains(['@']) || word.contains("www.") || word.matches('-').count() > 1
    });
    let before = web.map_or(before, |web| {
        let at = web.as_ptr() as usize - before.as_ptr() as usize;
        &before[at + web.len()..]
    });
    let words: Vec<String> = before
        .rsplit(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(5)
        .map(str::to_lowercase)
        .collect();
    let known = |word: &str| CALLS.contains(&word) || OTHERS.contains(&word);
    let near = words.iter().take(4).map(String::as_str).enumerate();
    let found = near.into_iter().find(|(_, word)| known(word));
    found.is_some_and(|(at, word)| {
        // "Our number is": a number of its own kind has a name before it.
        let own = matches!(word, "number" | "no")
            && words.get(at + 1).is_none_or(|it| {
                matches!(it.as_str(), "our" | "the" | "this" | "new" | "s" | "one")
            });
        OTHERS.contains(&word) && !own && !said(before) && !is_called(before)
    })
}

/// Says whether the few words before a number speak of calling.
fn said(before: &str) -> bool {
    let words = before.rsplit(|mark: char| !mark.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).take(4);
    words.any(is_call)
}

/// Says whether a word is one of calling, in any of its forms: “ring”, “ringing”.
fn is_call(word: &str) -> bool {
    let word = word.to_lowercase();
    let stem = word.strip_suffix("ing").unwrap_or(&word);
    CALLS.contains(&word.as_str()) || CALLS.contains(&stem)
}

/// Says whether the sentence speaks of calling somebody “on” the number: “Ring our partner charity on”.
fn is_called(before: &str) -> bool {
    let Some(said) = before.trim_end().strip_suffix(" on") else {
        return false;
    };
    let from = said.rfind(['.', '!', '?', ':']).map_or(0, |at| at + 1);
    said[from..]
        .split(|mark: char| !mark.is_alphanumeric())
        .any(is_call)
}

#[cfg(test)]
mod tests {
    use super::phones;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn numbers_are_found_in_every_usual_spelling() {
        for (text, numbers) in [
            (
                "One number for all three: 01332 640763.",
                &["01332 640763"][..],
            ),
            ("on +44 (0)20 7974 4444 today", &["+44 (0)20 7974 4444"][..]),
            ("on (01332) 640763 today", &["(01332) 640763"]),
            ("www.overton.nhs.uk or 0300 303 5678", &["0300 303 5678"]),
            ("on 020.7974.4444.", &["020.7974.4444"]),
            (
                "on 0800 1111 or 0345 000 0000",
                &["0800 1111", "0345 000 0000"],
            ),
            ("(Tel: 0117 922 2000)", &["0117 922 2000"]),
            ("relay 18001 01332 640763", &["01332 640763"]),
            (
                "01332-640763 or 01332/640764",
                &["01332-640763", "01332/640764"],
            ),
            (
                "01872 322211/01872 322212",
                &["01872 322211", "01872 322212"],
            ),
            ("phone number 01332640763", &["01332640763"]),
            ("call (+44) 20 7946 0000", &["(+44) 20 7946 0000"]),
            ("from abroad 0044 1332 293111.", &["0044 1332 293111"]),
            (
                "01332\u{2011}640\u{2011}763",
                &["01332\u{2011}640\u{2011}763"],
            ),
            (
                "+44 20 7946 0000 or 07700 900123",
                &["+44 20 7946 0000", "07700 900123"],
            ),
            ("our number is 01332640763", &["01332640763"]),
            (
                "the Commission’s number is 0303 123 1113",
                &["0303 123 1113"],
            ),
            ("01332 640763 / 640764", &["01332 640763", "01332 640764"]),
            ("01332 640763 or 30 days", &["01332 640763"]),
            ("on 01332 640763 ext. 22.", &["01332 640763 ext. 22"]),
            (
                "01332 640763, extension 2201, or",
                &["01332 640763, extension 2201"],
            ),
            ("(01332) 640763 x4410", &["(01332) 640763 x4410"]),
            ("01332 640763 (ext 9)", &["01332 640763 ext 9"]),
            ("01332 640763 extra lines 22", &["01332 640763"]),
            ("01332 640763 x rays", &["01332 640763"]),
            ("01332 640763. Ext. 22 is closed", &["01332 640763"]),
            ("01332 640763, external 22", &["01332 640763"]),
            (
                "Ring our partner charity on 01632 960124 (charity number 1099999).",
                &["01632 960124"],
            ),
            (
                "Call the reference library on 01632 960125.",
                &["01632 960125"],
            ),
            (
                "by emailing opt.out@overton-nhs.example or ringing 01632 960240.",
                &["01632 960240"],
            ),
            (
                "Please telephone the licence desk on 01632 960126",
                &["01632 960126"],
            ),
            ("Ring us. The charity is registered on 01234567890", &[]),
            ("Call with your case number 0123 456 7890 to hand", &[]),
            ("quoting account 01234567890", &[]),
            ("charity number 01234567890", &[]),
            ("Company No. 01234567890", &[]),
            ("your case 0123 456 7890", &[]),
            ("made on 01/02/2024 10:30", &[]),
            ("between 09:00 and 17:00 on 01.02.2024", &[]),
            ("account 0123 4567 8901 2345", &[]),
            ("NHS number 012 345 6789", &[]),
            ("Rev 0012345678", &[]),
        ] {
            assert_eq!(phones(text), numbers, "{text}");
        }
    }
}
