//! Whatever is in the files, the parser answers: it neither panics nor refuses without a reason.

use proptest::{prelude::*, sample::Index};
use source::{
    parse::{self, File},
    print::print,
};

use crate::{file, pieces::PIECES, print::again, site};

/// The good site with one file cut, mixed and patched.
fn broken() -> impl Strategy<Value = Vec<File>> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        any::<String>()
    ];
    let edit = (any::<Index>(), 0..40_usize, piece);
    (any::<Index>(), prop::collection::vec(edit, 1..6)).prop_map(|(which, edits)| {
        let mut site = site(Vec::new());
        let which = which.index(site.len());
        let text = &mut site[which].text;
        for (from, length, piece) in edits {
            let start = text.floor_char_boundary(from.index(text.len() + 1));
            let end = text
                .floor_char_boundary((start + length).min(text.len()))
                .max(start);
            text.replace_range(start..end, &piece);
        }
        site
    })
}

/// Refused with a reason, or read; and what was read reads the same once printed.
fn answers(site: &[File]) {
    match parse::read(site) {
        Ok(source) => {
            for notice in source.notices.iter().filter(|it| it.lang == "en") {
                assert_eq!(&again(site, notice), notice, "{}", print(notice));
            }
        }
        Err(report) => {
            let shown = publish::terminal::problems(&report, false);
            for problem in report.problems() {
                assert!(!problem.message.is_empty() && !problem.remedy.is_empty());
                assert!(shown.contains(problem.file()));
            }
        }
    }
}

#[test]
fn depth_is_answered() {
    const DEPTH: usize = 20_000;
    let bold = format!("{}{}", "**a ".repeat(DEPTH), " a**".repeat(DEPTH));
    for prose in [
        bold,
        "- ".repeat(DEPTH),
        ">".repeat(DEPTH),
        "[".repeat(DEPTH),
        "<b>".repeat(DEPTH),
    ] {
        let text = format!(
            "+++\na = {}\n+++\n## A {{#who}}\n\n{prose}\n",
            "[".repeat(DEPTH)
        );
        let site = site(vec![file("deep.md", text)]);
        let report = parse::read(&site).expect_err("no such notice is good");
        assert!(
            report
                .problems()
                .iter()
                .any(|problem| problem.file() == "notices/deep.md")
        );
    }
}

proptest! {
    #[test]
    fn a_damaged_site_is_answered(site in broken()) {
        answers(&site);
    }

    #[test]
    fn any_text_is_answered(which in any::<Index>(), text in any::<String>(), fenced in any::<bool>()) {
        let mut site = site(Vec::new());
        let which = which.index(site.len());
        site[which].text = if fenced { format!("+++\n{text}\n+++\n{text}") } else { text };
        answers(&site);
    }
}
