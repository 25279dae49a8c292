//! Whether a translation states the same facts: as many, of the same shape, with the same figures and addresses.
//!
//! Words cannot be compared across languages. What can be is taken from each fact as a line of text, its *fingerprint*: ids,
//! conditions, lawful bases, how many names, and the marks that are the same in every language (figures, e-mail
//! addresses, links).

use std::ops::Range;

use notice::{Block, Contact, Inline, Notice, Scope};

use super::sheet::Sheet;

/// A fact: what it is called in the file, its place among its kind from 1, and its fingerprint.
struct Fingerprint {
    kind: &'static str,
    at: usize,
    shape: String,
}

/// Notes every fact in which `own`, read from `sheet`, is not that of the `original`.
pub(super) fn facts(sheet: &Sheet, own: &Notice, original: &Notice) {
    let (own, original) = (fingerprints(own), fingerprints(original));
    let mut kinds: Vec<&'static str> = Vec::new();
    for fingerprint in original.iter().chain(&own) {
        if !kinds.contains(&fingerprint.kind) {
            kinds.push(fingerprint.kind);
        }
    }
    for kind in kinds {
        let count = |all: &[Fingerprint]| {
            all.iter()
                .filter(|fingerprint| fingerprint.kind == kind)
                .count()
        };
        let (needs, has) = (count(&original), count(&own));
        if needs != has {
            sheet.problem(
                place(sheet, kind, 1, ""),
                format!("The notice that this translates states {needs} of `{kind}`, and this one {has}"),
                "Give the translation the same facts in the same order; what both share stands in the shared files of each language.",
            );
            continue;
        }
        let pairs = original
            .iter()
            .filter(|fingerprint| fingerprint.kind == kind);
        let pairs = pairs.zip(own.iter().filter(|fingerprint| fingerprint.kind == kind));
        for (there, here) in pairs.filter(|(there, here)| there.shape != here.shape) {
            sheet.problem(
                place(sheet, kind, there.at, &here.shape),
                format!(
                    "`{kind}` {} is not the original’s: {}",
                    there.at,
                    differ(&there.shape, &here.shape)
                ),
                "Keep ids, codes, figures, addresses and links as they are in the original; translate the words alone.",
            );
        }
    }
}

/// Returns the words of two shapes that the other has not.
fn differ(there: &str, here: &str) -> String {
    let only = |one: &str, other: &str| {
        let mut left: Vec<&str> = other.split(' ').collect();
        let extra: Vec<&str> = one
            .split(' ')
            .filter(|word| match left.iter().position(|other| other == word) {
                Some(at) => {
                    left.swap_remove(at);
                    false
                }
                None => true,
            })
            .collect();
        if extra.is_empty() {
            "nothing".to_owned()
        } else {
            extra.join(" ")
        }
    };
    format!(
        "there it has {}, here {}",
        only(there, here),
        only(here, there)
    )
}

/// Says where the fact stands, if this file states it; else the top.
fn place(sheet: &Sheet, kind: &str, at: usize, shape: &str) -> Range<usize> {
    let text = sheet.text();
    let nth = |start: &str, at: usize| {
        let mut found = text.match_indices(start);
        found
            .by_ref()
            .filter(|(at, _)| *at == 0 || text[..*at].ends_with('\n'))
            .nth(at.saturating_sub(1))
            .map(|(at, _)| at)
    };
    let section = || text.find(&format!("{{#{}", shape.split(' ').next()?));
    let found = match kind {
        "section" => section(),
        kind => nth(&format!("[[{kind}]]"), at)
            .or_else(|| nth(&format!("[{kind}]"), 1))
            .or_else(|| nth(&format!("{kind} = "), 1)),
    };
    found.map_or(0..3, |start| {
        let line = sheet.line(start);
        line.start..line.start + text[line.clone()].trim_end().len()
    })
}

fn fingerprints(notice: &Notice) -> Vec<Fingerprint> {
    let mut fingerprints = Vec::new();
    let mut add = |kind: &'static str, shapes: Vec<String>| {
        fingerprints.extend(shapes.into_iter().zip(1..).map(|(shape, at)| Fingerprint {
            kind,
            at,
            shape,
        }));
    };
    macro_rules! each {
        ($kind:literal, $list:expr, |$one:ident| $($shape:expr),+) => {
            add($kind, $list.iter().map(|$one| [$($shape),+].concat().join(" ")).collect())
        };
    }
    let code = |value: &dyn ToString| vec![value.to_string()];
    let word = |word: &'static str| vec![word.to_owned()];
    let given = |name: &str, is: bool| {
        if is {
            vec![name.to_owned()]
        } else {
            Vec::new()
        }
    };
    let names = |names: &[String]| vec![format!("{}-names", names.len())];

    each!("part", notice.parts, |part| vec![part.id.clone()]);
    each!("audience", notice.audiences, |reader| vec![
        reader.id.clone()
    ]);
    each!(
        "controller",
        [&notice.controller],
        |body| vec![body.id.clone()],
        contact(&body.contact)
    );
    each!(
        "joint",
        notice.joint,
        |body| vec![body.id.clone()],
        contact(&body.contact)
    );
    each!("officer", notice.officer.as_slice(), |officer| contact(
        &officer.contact
    ));
    each!("requests", notice.requests.as_slice(), |to| contact(to));
    each!("caution", notice.caution.as_slice(), |text| marks(text));
    each!(
        "answer",
        notice.answers,
        |one| word(one.question.into()),
        maybe_word(one.condition),
        scope(&one.scope),
        marks(&one.text)
    );
    each!(
        "data",
        notice.data,
        |one| given("special", one.special),
        scope(&one.scope),
        marks(&one.name),
        maybe("detail", &one.detail)
    );
    each!(
        "source",
        notice.sources,
        |one| names(&one.names),
        scope(&one.scope),
        all(&one.names),
        maybe("group", &one.group),
        maybe("detail", &one.detail),
        maybe("open", &one.open)
    );
    each!(
        "purpose",
        notice.purposes,
        |one| word(one.basis.into()),
        scope(&one.scope),
        marks(&one.text),
        maybe("basis-detail", &one.basis_detail)
    );
    each!(
        "recipient",
        notice.recipients,
        |one| names(&one.names),
        maybe_word(one.condition),
        maybe_word(one.role),
        scope(&one.scope),
        all(&one.names),
        maybe("group", &one.group),
        maybe("purpose", &one.purpose),
        maybe("condition-detail", &one.condition_detail),
        maybe("open", &one.open)
    );
    each!(
        "retention",
        notice.retention.as_slice(),
        |one| one
            .months
            .iter()
            .map(|months| format!("{months}-months"))
            .collect(),
        one.link.iter().map(|link| link.url.clone()).collect(),
        marks(&one.text)
    );
    each!("transfers", notice.transfers.as_slice(), |text| marks(text));
    each!(
        "right",
        notice.rights,
        |one| word(one.id.id()),
        marks(&one.name),
        marks(&one.text)
    );
    each!(
        "automated",
        notice.automated.as_slice(),
        |one| code(&one.used),
        marks(&one.text)
    );
    each!(
        "children",
        notice.children.as_slice(),
        |one| code(&one.under),
        marks(&one.text)
    );
    each!("complaint", notice.complaints, |one| contact(one));
    each!("law", notice.laws, |one| marks(one));
    each!(
        "field",
        notice.fields,
        |one| vec![one.name.clone()],
        one.matches.clone(),
        maybe_word(one.condition),
        scope(&one.scope),
        marks(&one.why)
    );
    each!(
        "section",
        notice.sections,
        |one| word(one.id.into()),
        scope(&one.scope),
        one.body.iter().flat_map(block).collect()
    );
    fingerprints
}

fn scope(scope: &Scope) -> Vec<String> {
    [&scope.part, &scope.audience]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

/// Writes a word of the model, where there is one.
fn maybe_word(word: Option<impl Into<&'static str>>) -> Vec<String> {
    word.map(|one| one.into().to_owned()).into_iter().collect()
}

fn maybe(name: &str, text: &Option<String>) -> Vec<String> {
    let Some(text) = text else { return Vec::new() };
    [vec![name.to_owned()], marks(text)].concat()
}

fn all(texts: &[String]) -> Vec<String> {
    texts.iter().flat_map(|text| marks(text)).collect()
}

fn contact(contact: &Contact) -> Vec<String> {
    let phones = contact
        .phones
        .iter()
        .map(|phone| phone.number.clone())
        .collect();
    let email = contact.email.iter().cloned().collect();
    let web = contact.web.iter().map(|web| web.url.clone()).collect();
    [
        phones,
        email,
        web,
        all(&contact.address),
        maybe("note", &contact.note),
    ]
    .concat()
}

fn block(block: &Block) -> Vec<String> {
    let runs = |runs: &[Inline]| {
        runs.iter()
            .flat_map(|run| match run {
                Inline::Text(text) | Inline::Strong(text) => marks(text),
                Inline::Link { text, url } => [vec![url.clone()], marks(text)].concat(),
            })
            .collect::<Vec<_>>()
    };
    match block {
        Block::Paragraph(text) => runs(text),
        Block::List(items) => {
            let count = vec![format!("{}-items", items.len())];
            [count, items.iter().flat_map(|item| runs(item)).collect()].concat()
        }
    }
}

/// Lists what is the same in every language, in the order of the letters: figures in any script's digits, e-mail addresses
/// and addresses of pages. A translation may say them in another order.
fn marks(text: &str) -> Vec<String> {
    let digit = |letter: char| match letter {
        '\u{660}'..='\u{669}' => char::from_digit(letter as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(letter as u32 - 0x6f0, 10),
        letter => letter.is_ascii_digit().then_some(letter),
    };
    let mut found = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || "(),;:!?“”„\"".contains(letter))
    {
        let word = word.trim_matches(['.', '۔']);
        if word.contains('@') || word.contains("www.") {
            found.push(word.to_lowercase());
            continue;
        }
        let mut figure = String::new();
        for letter in word.chars().chain([' ']) {
            match digit(letter) {
                Some(digit) => figure.push(digit),
                None if !figure.is_empty() => found.push(std::mem::take(&mut figure)),
                None => {}
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn figures_and_addresses_are_the_same_in_every_language() {
        let english = marks(
            "Call 01332 640763 or write to a.b@c.example within 30 days, by 5 May 2026 (www.c.example).",
        );
        let polish = marks(
            "W ciągu 30 dni, do 5 maja 2026, zadzwoń: 01332 640763, albo napisz na A.B@c.example, www.c.example.",
        );
        let urdu = marks(
            "۵ مئی ۲۰۲۶ تک، ۳۰ دن میں 01332 640763 پر فون کریں یا a.b@c.example پر لکھیں (www.c.example)۔",
        );
        assert_eq!(english, polish);
        assert_eq!(english, urdu);
        assert_ne!(english, marks("Zadzwoń: 01332 640764."));
    }

    #[test]
    fn what_differs_is_named() {
        assert_eq!(
            differ("consent 30", "contract 30"),
            "there it has consent, here contract"
        );
        assert_eq!(differ("30 30", "30"), "there it has 30, here nothing");
    }
}
