//! How much of an ordinary notice is left out when it is brought in: two in a hundred of its sentences at most, in each form and of
//! each notice by itself. What stands round it (navigation, a footer on each page) is no part of it, and is left out.

use std::{fs, path::PathBuf};

use source::draft::{DraftContext, Imported, import_file};

use crate::{
    docx::{document, p},
    html::plain,
    print::{page, printed},
    reader::day,
    sentences::{bare, sentences},
};

/// Sentences in the main part of a page, or in a text, that are no notice's: what a page asks of its readers, and what stands under
/// an e-mail.
const BESIDE: [&str; 9] = [
    "Was this page helpful?",
    "Did you find what you needed?",
    "Did you find what you were looking for?",
    "Harbour Light Carers",
    "Here for the ones who are there.",
    "Have you voted for us in the Bay Awards?",
    "This email and any attachments are confidential and intended solely for the addressee",
    "If you have received it in error please delete it",
    "Please consider the environment before printing.",
];

fn is_beside(sentence: &str) -> bool {
    BESIDE.iter().any(|it| bare(it) == bare(sentence))
}

/// The notices that no import had read when they were written, of an ending.
fn notices(ends: &[&str]) -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import/unseen");
    let mut all: Vec<(String, String)> = fs::read_dir(folder)
        .expect("they are there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| {
            ends.iter()
                .any(|end| path.extension().is_some_and(|it| it == *end))
        })
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes = fs::read(&path).expect("it can be read");
            (
                name.into_owned(),
                String::from_utf8_lossy(&bytes).into_owned(),
            )
        })
        .collect();
    all.sort();
    all
}

/// Whole sentences of a text: headings, items and numbers of pages end without a mark.
fn whole(text: &str) -> Vec<String> {
    let ends = |it: &String| {
        let marked = |mark| text.contains(&format!("{it}{mark}"));
        it.ends_with(['.', '?', '!']) || ['.', '?', '!'].into_iter().any(marked)
    };
    let mut all = sentences(text);
    all.retain(|it| ends(it) && it.split_whitespace().count() > 2);
    all
}

/// The sentences of a text that are left out, where they are more than two in a hundred.
fn too_many(text: &str, imported: &Imported) -> Option<String> {
    let removed: String = imported.removed.iter().map(|it| bare(&it.text)).collect();
    let all = whole(text);
    let left: Vec<&String> = all
        .iter()
        .filter(|it| removed.contains(&bare(it)) && !is_beside(it))
        .collect();
    (left.len() * 50 > all.len()).then(|| format!("{} of {}: {left:?}", left.len(), all.len()))
}

/// Brings each in, and says of which too much is left out.
fn each(all: impl Iterator<Item = (String, String, Vec<u8>)>) -> usize {
    let known = DraftContext {
        id: "brought",
        controller: None,
        shared: &[],
        day: day(),
    };
    let mut many = 0;
    let wrong: Vec<String> = all
        .filter_map(|(name, text, bytes)| {
            many += 1;
            match import_file(&bytes, &known) {
                Ok(imported) => Some(format!("{name}: {}", too_many(&text, &imported)?)),
                Err(refused) => Some(format!("{name}: {refused}")),
            }
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    many
}

#[test]
fn hardly_a_sentence_of_a_text_is_left_out() {
    let all = notices(&["txt"]).into_iter();
    let many = each(all.map(|(name, text)| (name, text.clone(), text.into_bytes())));
    assert!(many > 40, "{many}");
}

/// Of what a page marks as its main part.
#[test]
fn hardly_a_sentence_of_a_page_is_left_out() {
    let all = notices(&["html", "htm"]).into_iter();
    let many = each(all.filter_map(|(name, page)| {
        let (_, main) = page.split_once("<main")?;
        let (main, _) = main.split_once("</main>")?;
        let (_, main) = main.split_once('>')?;
        Some((name, plain(main), page.into_bytes()))
    }));
    assert!(many > 20, "{many}");
}

/// With a head and a foot on its pages.
#[test]
fn hardly_a_sentence_of_a_word_file_is_left_out() {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let all = notices(&["txt"]).into_iter();
    let many = each(all.map(|(name, text)| {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let body: String = lines.map(|line| p("", &escaped(line.trim()))).collect();
        let part = |tag: &str, said: &str| {
            let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            format!("<w:{tag} xmlns:w=\"{name}\">{}</w:{tag}>", p("", said))
        };
        let more = [
            (
                "word/header1.xml",
                part("hdr", "Overton Council. We look after Overton."),
            ),
            (
                "word/footer1.xml",
                part("ftr", "Privacy notice version 3. Page 1 of 3."),
            ),
        ];
        (name, text, document(&body, &more))
    }));
    assert!(many > 40, "{many}");
}

/// In lines of a print's width, with a foot on each page.
#[test]
fn hardly_a_sentence_of_a_print_is_left_out() {
    let all = notices(&["txt"]).into_iter();
    let many = each(all.map(|(name, text)| {
        let text = typed(&text);
        let lines: Vec<String> = text.lines().flat_map(wrapped).collect();
        let pages: Vec<&[String]> = lines.chunks(45).collect();
        let feet: Vec<String> = (1..=pages.len())
            .map(|at| format!("Page {at} of {}", pages.len()))
            .collect();
        let prints = pages.iter().zip(&feet).map(|(lines, foot)| {
            let lines = lines.iter().map(|line| (11, line.as_str()));
            let foot = [
                (11, ""),
                (9, "Privacy notice version 3"),
                (9, foot.as_str()),
            ];
            page(&lines.chain(foot).collect::<Vec<_>>())
        });
        let print = printed(&prints.collect::<Vec<_>>(), "");
        (name, text, print)
    }));
    assert!(many > 40, "{many}");
}

/// The text in the letters that the prints of these tests have.
fn typed(text: &str) -> String {
    let marks = text.chars().filter_map(|mark| match mark {
        '’' | '‘' => Some('\''),
        '“' | '”' => Some('"'),
        '–' | '—' | '•' | '▪' | '●' => Some('-'),
        '\t' => Some(' '),
        mark => (mark.is_ascii() && mark != '\r').then_some(mark),
    });
    marks.collect()
}

/// The lines that a paragraph takes in a print.
fn wrapped(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < 95 => {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// What is taken from the count is in one of the notices, so that nothing is taken that is not there.
#[test]
fn what_stands_beside_a_notice_stands_there() {
    let all = notices(&["txt", "html", "htm"]);
    for sentence in BESIDE {
        let there = all.iter().any(|(_, text)| text.contains(sentence));
        assert!(there, "{sentence}");
    }
}
