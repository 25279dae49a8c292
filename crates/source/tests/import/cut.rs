//! Sentences that a gap, a page or a narrow column of a print has cut.

use notice::{Block, Inline};

use crate::{
    html::bring,
    print::{page, printed},
};

/// The lines of a section that were taken for headings within it.
fn heads(notice: &notice::Notice) -> Vec<String> {
    let blocks = notice.sections.iter().flat_map(|it| &it.body);
    let own = blocks.filter_map(|block| match block {
        Block::Paragraph(runs) => match &runs[..] {
            [Inline::Strong(text)] => Some(text.clone()),
            _ => None,
        },
        Block::List(_) => None,
    });
    own.collect()
}

/// A gap, a page or a narrow column may cut a sentence anywhere, behind capitals too.
#[test]
fn a_line_of_a_cut_sentence_is_no_heading() {
    for said in [
        [
            "We may be asked for what you tell us here, in any year, by",
            "",
            "DWP and HMRC",
            "",
            "where the law says so.",
        ],
        [
            "Benefit data are checked twice a year by DWP and HMRC",
            "",
            "and by no others.",
            "",
            "",
        ],
        [
            "The museum of the town is run by Overton Town",
            "Council, the controller.",
            "",
            "",
            "",
        ],
        [
            "Overton Borough Council (the Council) is the controller for the",
            "",
            "purposes of the law.",
            "",
            "",
        ],
        [
            "The bodies that use it are controllers. NHS",
            "Overton Board acts for all.",
            "",
            "",
            "",
        ],
        [
            "The officer, Overton Borough Council, Town Hall, Overton",
            "OV1 4QQ or by telephone.",
            "",
            "",
            "",
        ],
        [
            "Overton Council, the courts; the police; Citizens Advice",
            "",
            "and our bank.",
            "",
            "",
        ],
    ] {
        let mut lines = vec![
            (18, "Benefits privacy notice"),
            (11, ""),
            (14, "Who sees it"),
            (11, ""),
        ];
        lines.extend(said.map(|it| (11, it)));
        lines.extend([
            (11, ""),
            (14, "How long we keep it"),
            (11, ""),
            (11, "We keep it for 6 years."),
        ]);
        let (_, notice) = bring(&printed(&[page(&lines)], ""));
        assert_eq!(heads(&notice), [""; 0], "{said:?}");
        // The same where a page ends.
        let cut = lines
            .iter()
            .skip(4)
            .position(|it| it.1.is_empty())
            .unwrap_or_default()
            + 4;
        let (first, second) = lines.split_at(cut);
        let (_, notice) = bring(&printed(&[page(first), page(second)], ""));
        assert_eq!(heads(&notice), [""; 0], "{said:?}");
    }
    for heading in [
        "Checks with DWP and HMRC",
        "Overton Town Council",
        "Fraud, error and debt",
        "What we may be asked for by DWP and HMRC",
    ] {
        let lines = [
            (18, "Benefits privacy notice"),
            (11, ""),
            (14, "Who sees it"),
            (11, "We tell those who must know."),
            (11, ""),
            (13, heading),
            (11, ""),
            (11, "It is done twice a year."),
        ];
        let (_, notice) = bring(&printed(&[page(&lines)], ""));
        let begins = notice.sections.iter().any(|it| it.heading == heading);
        assert!(begins || heads(&notice) == [heading], "{heading}");
    }
}
