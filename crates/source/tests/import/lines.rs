//! What each line of a text is: prose, a footer, a number of a page, a bullet, a row.

use notice::SectionId::*;

use crate::{
    cases::{BULLETS, FIGURES, LABELS, REPEATED, SOFT, SWALLOWED, TABLE},
    reader::{bring, found, line, texts, under},
};

#[test]
fn a_line_with_text_after_a_colon_is_prose_of_what_it_names() {
    let (imported, notice) = bring(LABELS);
    assert_eq!(
        under(&notice, Retention),
        [
            "Enforcement files: 10 years",
            "Retention of permit records: 3 years"
        ]
    );
    assert_eq!(
        under(&notice, Purposes),
        ["Legal basis: public task", "Purpose: issuing permits"]
    );
    assert_eq!(
        under(&notice, Recipients),
        ["Who we share with: the police", "Shared with: the DVLA"]
    );
    assert_eq!(
        under(&notice, Complaints),
        ["Right to complain: write to the Commissioner"]
    );
    assert_eq!(imported.marked, 7);
    let (imported, notice) =
        bring("Toys\n\nYour rights\n\nCopies: free\n\nAccess: ask us\n\nObjection: write to us\n");
    assert_eq!(
        found(&imported, "right"),
        ["Copies: free", "Objection: write to us"]
    );
    assert_eq!(
        under(&notice, Rights),
        ["Access: ask us"],
        "a second of its kind stays in the text"
    );
}

#[test]
fn what_comes_again_is_a_footer_only_where_pages_end() {
    let (imported, notice) = bring(REPEATED);
    assert_eq!(imported.removed, []);
    let all = under(&notice, Purposes);
    let times = |text: &str| all.iter().filter(|it| *it == text).count();
    assert_eq!(
        (times("Legal obligation"), times("Data kept for 6 years")),
        (3, 2)
    );
    // The same lines as footers: a page ends at each.
    let paged = "Bins notice\n\nWe empty bins and\nLegal obligation\n\u{c}\nwe mend them. We look at the\nLegal obligation\n\u{c}\nlids.\n";
    let (imported, notice) = bring(paged);
    let left: Vec<(usize, &str)> = imported
        .removed
        .iter()
        .map(|it| (it.line, it.text.as_str()))
        .collect();
    assert_eq!(left, [(4, "Legal obligation"), (7, "Legal obligation")]);
    assert_eq!(
        under(&notice, Who),
        ["We empty bins and we mend them. We look at the lids."]
    );
}

#[test]
fn a_number_is_a_pages_only_where_pages_end_and_if_it_rises() {
    let (imported, notice) = bring(FIGURES);
    assert_eq!(imported.removed, []);
    let all = texts(&notice);
    for text in ["6", "10", "3", "Visitors: 2 of 3 stay", "Section 12"] {
        assert!(all.iter().any(|it| it == text), "{text}: {all:?}");
    }
    // Rising figures of a table are none either.
    let rising = "Years kept\n\nPermits\n\n1\n\nAppeals\n\n2\n\nComplaints\n\n3\n";
    assert_eq!(bring(rising).0.removed, []);
    let paged = "Bins notice\n\nWe empty bins.\n\n1\n\u{c}\nWe mend bins.\n\n2\n\u{c}\nThe end.\n\n- 3 -\n\u{c}\n";
    let left: Vec<usize> = bring(paged).0.removed.iter().map(|it| it.line).collect();
    assert_eq!(left, [5, 9, 13]);
}

#[test]
fn a_bullet_ends_where_a_heading_begins() {
    let (imported, notice) = bring(SWALLOWED);
    assert_eq!(found(&imported, "recipient"), ["the DVLA", "the police"]);
    let security = notice
        .sections
        .iter()
        .find(|it| it.id == Security)
        .expect("a section");
    assert_eq!(security.heading, "How we keep your details secure");
    assert_eq!(under(&notice, Security), ["We lock them away."]);
    assert_eq!(under(&notice, Data), ["Your vehicle", "your number plate"]);
    // Any line that begins anew ends it, whether its words are known or not.
    let (imported, _) = bring(
        "Toys\n\nWho we share with\n\n- the police\nOther matters\nWe lend toys.\n- the fire\nservice\n",
    );
    assert_eq!(
        found(&imported, "recipient"),
        ["the police", "the fire service"]
    );
    let (imported, _) = bring(
        "Toys\n\nWho we share with\n\n- the fire\nservice\n- the Police and\nCrime Commissioner\n",
    );
    assert_eq!(
        found(&imported, "recipient"),
        ["the fire service", "the Police and Crime Commissioner"]
    );
}

#[test]
fn every_mark_begins_a_bullet() {
    let (imported, notice) = bring(BULLETS);
    let data = found(&imported, "data");
    assert_eq!(data.len(), 15);
    assert_eq!(
        (data[0], data[3], data[9]),
        ("your name", "health details", "a Word circle bullet")
    );
    assert_eq!(under(&notice, Data), [""; 0]);
    // A list without any mark, behind a sentence that leads to it.
    let (imported, _) = bring(
        "Toys\n\nWho we share with\n\nWe share your details with:\n\nthe police\n\nthe makers of toys\n\nNobody else is told.\n",
    );
    assert_eq!(
        found(&imported, "recipient"),
        ["the police", "the makers of toys"]
    );
}

#[test]
fn the_sentence_before_a_list_says_what_its_items_are() {
    let text = "Toys\n\nWhat information do we collect\n\nWe collect:\n\n- your name\n\nWe may share your details with:\n\n- the police\n";
    let (imported, _) = bring(text);
    assert_eq!(found(&imported, "data"), ["your name"]);
    assert_eq!(line(&imported, "recipient", "the police"), (11, false));
}

#[test]
fn what_is_never_seen_is_no_part_of_a_word() {
    let (imported, notice) = bring(SOFT);
    assert_eq!(notice.laws, ["Data Protection Act 2018"]);
    assert_eq!(found(&imported, "e-mail"), ["dpo@council.gov.uk"]);
    assert_eq!(found(&imported, "period"), ["6 years"]);
    assert_eq!(found(&imported, "right").len(), 2);
    let (imported, _) = bring(
        "\u{feff}Toys\n\nHow long we keep it\n\nWe keep it for 6\u{a0}ye\u{ad}\nars, zero\u{200b}width.\n\nThe end for 5 years.\n",
    );
    assert_eq!(found(&imported, "period"), ["6 years", "5 years"]);
    assert_eq!(
        line(&imported, "period", "5 years"),
        (8, true),
        "lines keep their numbers"
    );
}

#[test]
fn the_rows_of_a_table_are_kept_apart() {
    let (_, notice) = bring(TABLE);
    let rows = under(&notice, Retention);
    assert_eq!(rows.len(), 4);
    assert_eq!(
        rows[1],
        "Purpose: Enforcement complaints; Type of data: Name, address, phone; How long we keep your data: 10 years after the case is \
         closed; Lawful basis: Public task (Article 6(1)(e))"
    );
    assert_eq!(
        rows[3],
        "Purpose: Building control; Type of data: Name, address; How long: 15 years; Lawful basis: Legal obligation"
    );
    let (_, notice) =
        bring("Toys\n\nYears kept\n\nRecord      Years\nPermits     6\nAppeals     10\n");
    assert_eq!(
        under(&notice, Who),
        [
            "Years kept",
            "Record: Permits; Years: 6",
            "Record: Appeals; Years: 10"
        ]
    );
}

/// A mail's head and signature are no part of the notice in it, and its subject is its name.
#[test]
fn an_e_mail_is_its_text() {
    let body = "Hello,\n\nHere is what becomes of what you tell us.\n\nThe people here\n\nOverton Council is the controller.\n";
    let head = "From: Toys <toys@overton.example>\nTo: borrowers\nDate: Mon, 13 Apr 2026 09:12:44 +0100\nSubject: The toy library and \
        you\n\n";
    let foot = "\nWith thanks,\nAnn\n\n-- \nAnn Lowe | Works Mondays\nFollow us on Facebook\n";
    let (imported, notice) = bring(&format!("{head}{body}{foot}"));
    assert_eq!(notice.title, "The toy library and you");
    let left: Vec<&str> = imported.removed.iter().map(|it| it.text.as_str()).collect();
    for out in [
        "To: borrowers",
        "Ann Lowe | Works Mondays",
        "Follow us on Facebook",
    ] {
        assert!(left.contains(&out), "{out}: {left:?}");
        assert!(!imported.source.contains(out), "{out}");
    }
    assert_eq!(imported.removed[0].line, 1);
    // What is no mail keeps its lines, whatever they begin with and whatever stands between them.
    let short = "To: all tenants\nDate: 13 April 2026\n\n";
    let long: String = (1..40)
        .map(|at| format!("We lend toy number {at} here.\n\n"))
        .collect();
    for (text, kept) in [
        (format!("{short}{body}"), "To: all tenants"),
        (format!("{body}{foot}"), "Works Mondays"),
        (
            format!("{body}\nFrom: the town\nTo: the moor\nSubject: toys\n"),
            "From: the town",
        ),
        (format!("{head}{body}\n-- \n\n{long}"), "toy number 39"),
        (format!("{head}{body}"), "what becomes of what you tell us"),
    ] {
        let (imported, _) = bring(&text);
        assert!(imported.source.contains(kept), "{kept}");
    }
}

/// The last sentence before a list says what its items are, whatever was denied before it.
#[test]
fn the_last_sentence_before_a_list_leads_up_to_it() {
    let items = |lead: &str, what: &str| {
        let text =
            format!("Toys privacy notice\n\n## Toys\n\n{lead}\n\n- Overton Toys\n- Wendle Games\n");
        found(&bring(&text).0, what).len()
    };
    for (lead, what) in [
        (
            "We do not sell it. Where the law says so, we share data with:",
            "recipient",
        ),
        (
            "We never trade lists. We may share your details with:",
            "recipient",
        ),
        (
            "Data that we collect, use, store and share about pupils includes:",
            "data",
        ),
        (
            "Personal data we may collect, use and share includes, but is not restricted to:",
            "data",
        ),
        (
            "The information we hold and share includes but is not limited to:",
            "data",
        ),
        ("We are sometimes handed film by:", "source"),
        ("We will have been given it by one of these:", "source"),
    ] {
        assert_eq!(items(lead, what), 2, "{lead}");
    }
    for (lead, what) in [
        ("We share data. We do not share it with:", "recipient"),
        ("We do not share data with:", "recipient"),
        (
            "Those with whom we share data that we collect include:",
            "data",
        ),
        ("You are given a card by:", "source"),
        ("The hall was given a clock by:", "source"),
    ] {
        assert_eq!(items(lead, what), 0, "{lead}");
    }
}

/// A head that is cut short names its column like any other.
#[test]
fn a_table_whose_rows_are_counted_has_a_head() {
    for head in ["Ref.", "No.", "Ref"] {
        let (imported, _) = bring(&format!(
            "Toys privacy notice\n\n## What we do\n\n{head}\tActivity\tGround\tDisclosed to\tDisposal\nE1\tTeaching toys\tContract\tOverton Toys\tSix years\n\
             E2\tMending toys\tPublic task\tWendle Games\tFive years\n"
        ));
        assert_eq!(
            found(&imported, "purpose"),
            ["Teaching toys", "Mending toys"]
        );
        assert_eq!(
            found(&imported, "recipient"),
            ["Overton Toys", "Wendle Games"]
        );
    }
}

/// An item of two lines ends no list: the number behind it goes on.
#[test]
fn an_item_of_two_lines_is_followed_by_the_next() {
    for (four, five) in [("4.", "5."), ("(4)", "(5)"), ("4)", "5)")] {
        let text = format!(
            "Bins privacy notice\n\nWho we share with\n\n{}\n{four} Overton Credit Union, if you owe us and ask to be\n   put in touch\n\
             {five} Inkwell Mailing, which prints the bills\n\nHow long we keep it\n\nWe keep it for 6 years.\n",
            ["the police", "the courts", "the DVLA"]
                .iter()
                .enumerate()
                .map(|(at, it)| format!("{} {it}", four.replace('4', &(at + 1).to_string())))
                .collect::<Vec<_>>()
                .join("\n")
        );
        let (imported, _) = bring(&text);
        assert_eq!(
            found(&imported, "recipient"),
            [
                "the police",
                "the courts",
                "the DVLA",
                "Overton Credit Union",
                "Inkwell Mailing"
            ],
            "{text}"
        );
    }
}
