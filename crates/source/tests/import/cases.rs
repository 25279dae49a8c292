//! Each kind of text that went wrong once: the text that showed it, and others of its kind.

use law::{Mark, Verdict, check};
use notice::SectionId::{self, *};
use source::parse;

use crate::reader::{bring, day, found, line, texts, under};

macro_rules! texts {
    ($($name:ident = $file:literal),* $(,)?) => {
        $(pub const $name: &str = include_str!(concat!("texts/", $file, ".txt"));)*
        /// Every text, by its name.
        pub const ALL: &[(&str, &str)] = &[$(($file, $name)),*];
    };
}

texts! {
    LABELS = "label-lines-lost",
    REPEATED = "repeated-facts-dropped",
    FIGURES = "table-figures-dropped",
    SWALLOWED = "section-swallowed-by-bullet",
    CLOSE = "no-blank-lines",
    CONTROLLER = "controller-of-the-project",
    DATED = "stated-date-denied",
    HEADINGS = "headings",
    LAWS = "laws",
    PHONES = "phones",
    PERIODS = "periods",
    BULLETS = "bullets",
    SOFT = "soft-hyphens",
    TABLE = "table",
    MARK = "mark-counted-in-sentence",
    NAMED = "law-named-in-prose",
    LEISURE = "leisure",
    OPTIONS = "housing-options",
}

fn verdicts(text: &str) -> Vec<Verdict> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../law/facts.toml");
    let text_of_facts = std::fs::read_to_string(file).expect("the facts");
    let file = parse::File {
        name: "facts.toml".to_owned(),
        path: "facts.toml".to_owned(),
        text: text_of_facts,
    };
    let facts = parse::facts(&file).expect("they read");
    check(&bring(text).1, &facts, day())
}

fn mark(text: &str, rule: &str) -> Mark {
    let verdicts = verdicts(text);
    let verdict = verdicts.iter().find(|it| it.rule.id == rule);
    verdict.expect("the rule").mark()
}

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
fn headings_need_no_blank_lines() {
    let (_, notice) = bring(CLOSE);
    let headings: Vec<(SectionId, &str)> = notice
        .sections
        .iter()
        .map(|it| (it.id, it.heading.as_str()))
        .collect();
    assert_eq!(
        headings,
        [
            (Retention, "How long we keep your details"),
            (Rights, "Your rights")
        ]
    );
    assert_eq!(notice.title, "Complaint privacy notice");
    // Nor do they where lines have hard ends.
    let hard = "\
Toys privacy notice
Who we are
Overton Town Council lends toys to anyone who lives in the town and
mends them. The council is in the Town Hall in the High Street, and the
Council House next to it.
Who we share your details with
We tell the makers of a toy about you where the toy has hurt you or a
child of yours. Nobody else is told.
Your rights
You may ask for a copy of what we hold about you, and have it put right.
";
    let (_, notice) = bring(hard);
    let headings: Vec<&str> = notice
        .sections
        .iter()
        .map(|it| it.heading.as_str())
        .collect();
    assert_eq!(
        headings,
        [
            "Who we are",
            "Who we share your details with",
            "Your rights"
        ]
    );
    assert_eq!(under(&notice, Who).len(), 1);
}

#[test]
fn the_controller_is_the_texts_own_and_never_the_projects() {
    let (imported, notice) = bring(CONTROLLER);
    assert!(
        imported.source.contains("controller = \"not stated\""),
        "{}",
        imported.source
    );
    assert_eq!(notice.controller.contact.name, "");
    assert_eq!(
        line(&imported, "controller", "Leeds City Council"),
        (5, true)
    );
    assert_eq!(mark(CONTROLLER, "ID-01"), Mark::Missing);
    let (imported, _) = bring("Toys\n\nWho we are\n\nWe are Overton Toys Trust, and lend toys.\n");
    assert_eq!(
        line(&imported, "controller", "Overton Toys Trust"),
        (5, false)
    );
}

#[test]
fn the_sources_own_date_is_kept_and_judged() {
    let (_, notice) = bring(DATED);
    let restates = notice.restates.expect("it restates the text");
    assert!(restates.ends_with(", 21 May 2018"), "{restates}");
    assert_eq!(mark(DATED, "VER-01"), Mark::Outdated);
    assert_eq!(
        mark(
            "Toys privacy notice\n\nWho we are\n\nOverton lends toys.\n",
            "VER-01"
        ),
        Mark::Missing
    );
    let recent =
        "Toys privacy notice\n\nReviewed 3 March 2026\n\nWho we are\n\nOverton lends toys.\n";
    assert_eq!(mark(recent, "VER-01"), Mark::Present);
}

#[test]
fn headings_begin_the_sections_that_they_speak_of() {
    let (imported, notice) = bring(HEADINGS);
    assert_eq!(
        found(&imported, "purpose"),
        [
            "to send you a permit",
            "to check a claim",
            "a power of the council"
        ]
    );
    assert_eq!(found(&imported, "source"), ["the DVLA"]);
    assert_eq!(found(&imported, "recipient"), ["the police"]);
    assert_eq!(found(&imported, "data"), [""; 0]);
    assert_eq!(found(&imported, "right"), [""; 0]);
    assert!(under(&notice, Who).contains(&"We are Leeds City Council.".to_owned()));
    assert_eq!(under(&notice, Retention), ["We keep it for 6 years."]);
    assert_eq!(
        under(&notice, Transfers),
        ["no, never", "Your information and other countries", "none"]
    );
    assert_eq!(under(&notice, Choice), ["yes, by law"]);
    assert_eq!(under(&notice, Automated), ["none"]);
    assert!(notice.sections.iter().all(|it| it.id != Children));
    let counted = "Toys\n\n1. What we collect\n\n- your name\n\n2. Managed services\n\n- a firm\n\n3. Who we share with\n\n1. The police\n\n2. \
        The makers\n";
    let (imported, _) = bring(counted);
    assert_eq!(found(&imported, "data"), ["your name"]);
    assert_eq!(found(&imported, "recipient"), ["The police", "The makers"]);
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

#[test]
fn the_check_of_a_draft_judges_the_source_and_not_the_marks() {
    assert_eq!(mark(MARK, "ENG-01"), Mark::Present);
    let long = MARK.replace("again.", "again in the spring or in the autumn.");
    assert_eq!(mark(&long, "ENG-01"), Mark::Weak);
    assert_eq!(mark(NAMED, "LAW-01"), Mark::Present);
}

#[test]
fn what_is_not_entered_yet_is_not_taken_for_unsaid() {
    let said = |text: &str, rule: &str| {
        let verdicts = verdicts(text);
        let verdict = verdicts
            .iter()
            .find(|it| it.rule.id == rule)
            .expect("the rule");
        let found = verdict.found.iter().flatten();
        // That the card says nothing yet is told beside it.
        found
            .filter(|it| !it.message.starts_with("The card answers"))
            .map(|it| (it.message.clone(), it.place.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let entered = "Not entered yet: the source speaks of this in line ";
    assert_eq!(
        said(CLOSE, "RET-01"),
        [(
            format!("{entered}3"),
            "To be rewritten (line 3):".to_owned()
        )]
    );
    assert!(
        said(CLOSE, "RGT-01")
            .iter()
            .all(|(message, _)| *message == format!("{entered}5"))
    );
    assert_eq!(said(CONTROLLER, "ID-01")[0].0, format!("{entered}5"));
    // What the source does not speak of is missing all the same.
    assert!(said(CONTROLLER, "RET-01")[0].0.contains("does not say"));
    assert_eq!(
        mark(CLOSE, "RET-01"),
        Mark::Missing,
        "it is still to be done"
    );
}

/// A title with a colon, sections with numbers like 3.0, rows with dashes, an address that no robot reads.
#[test]
fn a_leaflet_keeps_its_title_its_sections_and_its_rows() {
    let (imported, notice) = bring(LEISURE);
    assert_eq!(notice.title, "PRIVACY NOTICE: LEISURE CENTRE MEMBERSHIP");
    let purposes = notice.sections.iter().find(|it| it.id == Purposes);
    assert_eq!(
        purposes.expect("there is one").heading,
        "Purpose(s) and legal basis"
    );
    let rows = [
        "Membership records — current year + 6 yrs",
        "CCTV — 31 days",
        "Accident forms – 3 years (children: until age 21)",
    ];
    assert_eq!(under(&notice, Retention), rows);
    assert_eq!(found(&imported, "e-mail"), ["dpo@overtonleisure.example"]);
    assert_eq!(found(&imported, "recipient").len(), 3);
}

/// A title that reads as a section's heading, a controller with its address behind it, and bare answers before questions.
#[test]
fn questions_with_bare_answers_stay_apart() {
    let (imported, notice) = bring(OPTIONS);
    assert_eq!(
        notice.title,
        "How your data is used by the Housing Options team"
    );
    assert_eq!(found(&imported, "controller"), ["Overton Borough Council"]);
    assert_eq!(under(&notice, Transfers), ["No"]);
    let machine = notice.sections.iter().find(|it| it.id == Automated);
    let heading = &machine.expect("there is one").heading;
    assert_eq!(heading, "Do we use profiling or automated decision making?");
}
