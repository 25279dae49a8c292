//! A text in Welsh: brought in, it is known for one, and no rule that is made for English judges it.

use std::fs;

use serde_json::Value;

use crate::desk::{program, said, site};

const TEXT: &str = "Hysbysiad preifatrwydd gwastraff gardd\n\nPwy ydym ni\n\n\
    Cyngor Overton sydd yn gyfrifol am y gwasanaeth hwn ac am yr wybodaeth bersonol a gasglwn gennych chi.\n\n\
    Pam rydym yn ei defnyddio\n\n\
    Rydym yn casglu eich enw, eich cyfeiriad a’ch rhif ffôn er mwyn gwagio eich bin gwastraff gardd, cymryd eich taliad a dweud \
    wrthych am newidiadau i’r gwasanaeth, ac rydym yn eu cadw am dair blynedd ar ôl i chi gau eich cyfrif gyda ni, oni bai bod y \
    gyfraith yn gofyn i ni eu cadw am gyfnod hwy na hynny.\n\n\
    Eich hawliau\n\n\
    Mae gennych yr hawl i ofyn i ni am gopi o’r wybodaeth sydd gennym amdanoch chi, ac i ofyn i ni ei chywiro neu ei dileu os nad \
    yw yn gywir.\n";

#[test]
fn a_welsh_text_is_known_for_one_and_not_judged_as_english() {
    let root = site("welsh");
    fs::write(root.join("gardd.txt"), TEXT).expect("it is written");
    let done = program(&root, &["import", "gardd.txt", "--id", "gardd"]);
    let report = format!("{}{}", said(&done), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{report}");
    assert!(report.contains("to be in Welsh"), "{report}");
    let done = program(&root, &["check", "notices/gardd.md", "--format", "json"]);
    let all: Vec<Value> = serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", said(&done)));
    let rules: Vec<&str> = all.iter().filter_map(|it| it["rule"].as_str()).collect();
    assert!(rules.contains(&"LNG-01"), "{rules:?}");
    let english = rules.iter().filter(|rule| rule.starts_with("ENG-"));
    assert_eq!(english.count(), 0, "{rules:?}");
}
