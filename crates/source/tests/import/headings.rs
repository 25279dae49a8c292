//! Which lines stand over others, and which section they begin.

use notice::SectionId::{self, *};

use crate::{
    cases::{CLOSE, HEADINGS, LEISURE, OPTIONS},
    html::bring as page_of,
    reader::{bring, found, under},
};

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

/// A heading that nobody else would write begins the section that is told under it, and the report says by what.
#[test]
fn what_a_section_says_decides_where_its_heading_does_not() {
    let (imported, notice) = bring(
        "\
Toys privacy notice

Who we are

Overton Town Council is the controller.

## Out of the toy box

- your name and address
- your date of birth
- the toy that you took

## Hither and thither

Your address goes to the makers of a toy. It is passed on to nobody else.

## Opening hours

We open on Saturdays, and on Sundays in June.

## Bonfires

Cards are shredded after two years. The register is kept for six years.
",
    );
    let sections: Vec<(SectionId, &str)> = notice
        .sections
        .iter()
        .map(|it| (it.id, it.heading.as_str()))
        .collect();
    assert_eq!(
        sections,
        [
            (Who, "Who we are"),
            (Data, "Out of the toy box"),
            (Recipients, "Hither and thither"),
            (Retention, "Bonfires"),
        ]
    );
    assert_eq!(found(&imported, "data").len(), 3);
    let doubts = imported.found.iter().filter(|it| it.what == "section");
    let doubts: Vec<(usize, &str, bool)> = doubts
        .map(|it| (it.line, it.text.as_str(), it.unsure.is_some()))
        .collect();
    assert_eq!(
        doubts,
        [
            (7, "“Out of the toy box” is about data", true),
            (13, "“Hither and thither” is about recipients", true),
            (21, "“Bonfires” is about retention", true),
        ]
    );
    // What is an item by such a section alone is unsure, too.
    assert!(
        imported
            .found
            .iter()
            .filter(|it| it.what == "data")
            .all(|it| it.unsure.is_some())
    );
    assert!(imported.source.contains("“Bonfires” is about retention"));
}

/// A heading in two languages, in the words of a lawyer or of a friend, begins its section as any other does.
#[test]
fn headings_in_other_words_begin_their_sections() {
    let of = |heading: &str| {
        let (_, notice) = bring(&format!(
            "Toys privacy notice\n\n## Who we are\n\nOverton Council is the controller.\n\n## {heading}\n\nSee the poster.\n"
        ));
        let own = |it: &notice::Section| it.heading == heading;
        notice.sections.iter().find(|it| own(it)).map(|it| it.id)
    };
    for (heading, id) in [
        ("RECORDINGS FROM OTHERS / RECORDIADAU GAN ERAILL", Sources),
        ("EICH HAWLIAU / YOUR RIGHTS", Rights),
        ("Who may be shown it", Recipients),
        ("Where it goes from here", Recipients),
        ("Has somebody else told you about me?", Sources),
        ("How do you keep it from the wrong eyes?", Security),
        ("I'm not happy about this", Complaints),
        ("Not content?", Complaints),
        ("What the camera takes in", Data),
        ("Particulars held", Data),
        ("Table of processing", Purposes),
        ("Processing abroad", Transfers),
        ("Obligation to furnish particulars", Choice),
        ("Entitlements of the Student", Rights),
    ] {
        assert_eq!(of(heading), Some(id), "{heading}");
    }
    for heading in [
        "Help from others",
        "Where the bus goes from here",
        "Shown at the town hall",
        "Happy holidays",
        "Table of fees",
        "Content of the course",
        "What the box office takes",
        "Entitlement to free meals",
    ] {
        assert_eq!(of(heading), None, "{heading}");
    }
}

/// “If you use the service” says of whom the data below is, and neither what it is for nor anything else than the section does.
#[test]
fn a_case_within_a_section_goes_on_with_it() {
    for (one, two) in [
        ("If you use the service", "If you volunteer"),
        ("If you are ill", "If you work for us"),
    ] {
        let page = format!(
            "<html><body><main><h1>Help privacy notice</h1><h2>What we hold</h2><h3>{one}</h3><ul><li>your name</li></ul><h3>{two}\
             </h3><ul><li>two references</li></ul><h2>If you are not happy</h2><p>Write to us.</p></main></body></html>"
        );
        let (imported, notice) = page_of(page.as_bytes());
        assert_eq!(
            found(&imported, "data"),
            ["your name", "two references"],
            "{one}"
        );
        assert_eq!(found(&imported, "purpose"), [""; 0], "{one}");
        assert!(
            notice.sections.iter().any(|it| it.id == Complaints),
            "{one}"
        );
    }
}
