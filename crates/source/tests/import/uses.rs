//! Notices that tell all there is to one use after the other, name whose data is meant, or go on with a table on another page.

use notice::SectionId;

use super::reader::{bring, found};

fn has(notice: &notice::Notice, heading: &str, id: SectionId) -> bool {
    let mut own = notice.sections.iter().filter(|it| it.id == id);
    own.any(|it| it.heading == heading || format!("{:?}", it.body).contains(heading))
}

#[test]
fn a_use_with_its_facts_under_their_own_headings_is_one_of_the_purposes() {
    let text = "# Privacy\n\n## If you borrow\n\n### What we hold\n\n- your name\n- your loans\n\n### Why we use it\n\n- lending books\n\n\
                ### Who sees it\n\n- Shelf Systems Ltd\n\n### How long we keep it\n\nTwo years.\n\n## Opening hours\n\n### Mondays\n\nFrom \
                nine.\n\n### Tuesdays\n\nClosed.\n";
    let (imported, notice) = bring(text);
    assert!(has(&notice, "If you borrow", SectionId::Purposes));
    assert_eq!(found(&imported, "data"), ["your name", "your loans"]);
    assert_eq!(found(&imported, "recipient"), ["Shelf Systems Ltd"]);
    let told = found(&imported, "section");
    assert!(
        !told.iter().any(|it| it.contains("Opening hours")),
        "{told:?}"
    );
}

#[test]
fn whose_data_is_meant_begins_no_section_of_its_own() {
    let text = "# Privacy\n\n## The information we use\n\n**About your child:**\n\n- name and date of birth\n- school and timetable\n\n\
                **About you:**\n\n- bank details\n\n## Children\n\nWe ask a parent first.\n";
    let (imported, notice) = bring(text);
    let data = [
        "name and date of birth",
        "school and timetable",
        "bank details",
    ];
    assert_eq!(found(&imported, "data"), data);
    assert!(has(&notice, "Children", SectionId::Children));
}

#[test]
fn a_table_goes_on_behind_what_a_page_has_at_its_edge() {
    let head = "Purpose\tLawful basis\tShared with\tKept for\nIssue a permit\tPublic task\tQuay Permits Ltd\t2 years\nTake a fee\tContract\tOur \
                bank\t6 years\n";
    let rest = "Hear appeals\tLegal obligation\tThe appeal panel\t3 years\nSend news\tConsent\tQuay Mail Ltd\t1 year\n";
    let (imported, _) = bring(&format!("Why we use it\n\n{head}\nOFFICIAL\n\n{rest}"));
    let uses = ["Issue a permit", "Take a fee", "Hear appeals", "Send news"];
    assert_eq!(found(&imported, "purpose"), uses);
    assert_eq!(
        found(&imported, "recipient"),
        [
            "Quay Permits Ltd",
            "Our bank",
            "The appeal panel",
            "Quay Mail Ltd"
        ]
    );
    // Another section has a table of its own.
    let (imported, _) = bring(&format!(
        "Why we use it\n\n{head}\nHow to complain\n\n{rest}"
    ));
    assert_eq!(found(&imported, "purpose"), uses[..2]);
}
