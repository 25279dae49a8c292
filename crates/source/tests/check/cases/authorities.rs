//! Who is a public authority, and who only has an authority's word in the name.

use law::Mark;

use super::{AT, BODY, INTERESTS, PROSE, verdict};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Tells every name that is judged otherwise.
#[track_caller]
fn all(wanted: Mark, names: &[&str]) {
    let wrong: Vec<&&str> = names
        .iter()
        .filter(|name| {
            let name = format!("name = \"{name}\"");
            verdict(&[INTERESTS, (BODY, &name)], "BAS-02", AT).mark() != wanted
        })
        .collect();
    assert!(wrong.is_empty(), "not {wanted:?}: {wrong:#?}");
}

#[test]
fn an_authority_is_one_in_every_style_of_its_name() {
    all(
        Mark::Wrong,
        &[
            "Council of the Isles of Scilly",
            "The Council of the City of Wakefield",
            "Comhairle nan Eilean Siar",
            "Rhondda Cynon Taf County Borough Council",
            "Cyngor Bwrdeistref Sirol Conwy",
            "Corporation of London",
            "The Common Council of the City of London",
            "London Borough of Tower Hamlets",
            "Wiltshire Council",
            "Reach Council",
            "Derby City Council Adult Social Care",
            "Derby City Council – Licensing",
            "Reachshire County Council (Trading Standards)",
            "Reach & District Borough Council",
            "West of England Combined Authority",
            "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board",
            "East Midlands Ambulance Service NHS Trust",
            "Betsi Cadwaladr University Health Board",
            "South Eastern Health and Social Care Trust",
            "Chief Constable of Reachshire Police",
            "Police and Crime Commissioner for Dorset",
            "Mersey Fire & Rescue Authority",
            "Governing Body of Reach Community College",
            "St Mary’s Catholic Primary School, Reach",
            "The Spencer Academies Trust",
            "University College Reach",
            "Department for Work and Pensions",
            "HM Revenue & Customs",
            "Peak District National Park Authority",
            "Arts Council England",
            "General Medical Council",
            "The British Council",
        ],
    );
}

#[test]
fn an_authoritys_word_makes_no_authority_of_a_club_a_charity_or_a_trade() {
    all(
        Mark::Present,
        &[
            "British Council for Offices",
            "Council of Mortgage Lenders",
            "National Council for Voluntary Organisations",
            "Council for British Archaeology",
            "Muslim Council of Britain",
            "Refugee Council",
            "Marine Stewardship Council",
            "World Energy Council",
            "Reachshire Police Choir",
            "Police Mutual",
            "Police Federation of England and Wales",
            "International Police Association",
            "Fire Brigades Union",
            "Friends of Reach School",
            "Reach Primary School PTA",
            "Reach School Parents’ Association",
            "The Old Boys’ Society of Reach Grammar School",
            "University of Reach Students’ Union",
            "University Bookshop",
            "Reach College Old Girls’ Guild",
            "Royal College of Nursing",
            "Royal Academy of Dance",
            "Academy of Ancient Music",
            "Academy Cinema",
            "Reach School of Ballet",
            "Little Acorns Pre-School",
            "The School Uniform Shop",
            "NHS Retirement Fellowship",
            "Reach Hospital NHS Trust Charity",
            "Council Workers’ Credit Union",
            "Reach City Council Staff Social Club",
            "Tenants of Reach Council Federation",
            "Reachshire Constabulary Bowls Club",
            "British Schools Museum",
            "Little Acorns Academy Day Nursery",
            "School House Nursery",
            "College Green Hospice",
            "University Quarter Homes",
            "Council Lane Playgroup",
            "Old School Kindergarten",
        ],
    );
}

#[test]
fn a_school_that_no_public_money_keeps_is_no_authority() {
    let mark = |name: &str, said: &str| {
        let name = format!("name = \"{name}\"");
        verdict(&[INTERESTS, (BODY, &name), (PROSE, said)], "BAS-02", AT).mark()
    };
    for (name, said) in [
        ("Reach School", "Reach School is an independent day school."),
        (
            "Reach College",
            "We are an independent school for pupils aged 4 to 18.",
        ),
        ("Reach Academy", "We are a registered charity, no. 300000."),
        ("The Reach School", "Our school is a fee-paying school."),
        ("Ysgol Reach", "Ysgol Reach is not a public authority."),
    ] {
        assert_eq!(mark(name, said), Mark::Present, "{said}");
    }
    for (name, said) in [
        ("Reach School", "Reach School is a maintained school."),
        (
            "Reach School",
            "The Reach School Parents’ Association is a registered charity.",
        ),
        (
            "Reach College",
            "Pupils come to us from an independent school in Reach.",
        ),
        ("Reach Academy", "We are not an independent school."),
        (
            "Reach Borough Council",
            "We are a registered charity in the eyes of some.",
        ),
        (
            "Reach School",
            "Let us know if your child was at a private school.",
        ),
    ] {
        assert_eq!(mark(name, said), Mark::Wrong, "{said}");
    }
}
