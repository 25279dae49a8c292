//! What a category must have answered when it goes without asking.

use notice::cookies::Category;
use source::parse::{self, Exemption, Problems, Source};

use crate::{file, files, site};

/// The good site with something put under its category of statistics, whose footing may be another.
fn read(footing: &str, under: &str) -> Result<Source, Problems> {
    let own = files("good")
        .into_iter()
        .find(|one| one.path == "cookies.toml");
    let text = own.expect("the fixture has a policy").text;
    let (before, after) = text
        .split_once("id = \"analytics\"")
        .expect("the fixture counts visits");
    let after = after.replacen(
        "footing = \"exempt\"",
        &format!("footing = \"{footing}\""),
        1,
    );
    let end = after.find("[[").expect("the category ends");
    let (own, rest) = after.split_at(end);
    let text = format!("{before}id = \"analytics\"{own}\n{under}{rest}");
    parse::read(&site(vec![file("cookies.toml", text)]))
}

fn statistics(source: &Source) -> &Exemption {
    let mut all = source.exemptions.iter();
    all.find(|one| one.category == Category::Analytics)
        .expect("statistics are exempt")
}

const ANSWERS: &str = "[category.exemption]\nservice = \"Yes: it takes bookings.\"\ntold = \"On this page.\"\nobjection = \"A switch beside it.\"\nsharing = \"Nobody.\"\nanswered = \"The officer, 1 March 2026\"\n";

#[test]
fn answers_are_read_and_gaps_are_counted() {
    let open = |under: &str| {
        let source = read("exempt", under)
            .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
        statistics(&source).open()
    };
    assert_eq!(open(""), 5);
    assert_eq!(open(ANSWERS), 0);
    assert_eq!(open("[category.exemption]\ntold = \"On this page.\"\n"), 4);
}

#[test]
fn only_what_goes_without_asking_has_anything_to_answer() {
    let refused = read("consent", ANSWERS).expect_err("consent needs no exemption");
    let refused = publish::terminal::problems(&refused, false);
    assert!(refused.contains("does not go without asking"), "{refused}");
    let blank = read("exempt", &ANSWERS.replace("Nobody.", " ")).expect_err("a blank is no answer");
    assert!(publish::terminal::problems(&blank, false).contains("`sharing` is empty"));
    let slip = read("exempt", &ANSWERS.replace("objection", "objektion")).expect_err("no such key");
    assert!(publish::terminal::problems(&slip, false).contains("objektion"));
    let asks = read("consent", "")
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
    assert!(
        asks.exemptions
            .iter()
            .all(|one| one.category != Category::Analytics)
    );
}
