//! Controllers who decide together: on the page, in the dialog, on the handout, to machines, in the register and on the list.

use std::fs;

use publish::Profile;
use serde_json::{Value, json};

use crate::{
    content::text,
    linked::{data, wrong},
    site::Site,
};

/// The small site, whose library a council runs together with the trust; people are introduced to it by others.
fn together(name: &str) -> Site {
    let site = Site::new(name);
    let edit = |path: &str, from: &str, to: &str| {
        let own = fs::read_to_string(site.root.join(path)).expect("copied");
        assert!(own.contains(from), "{from}");
        site.put(path, own.replacen(from, to, 1));
    };
    let controllers = "notices/controllers.toml";
    let table = "[wick-council]\nname = \"Wick Council\"\nabout = \"Wick Council pays for the books.\"\nregistration = \"Z0000009\"\n\
                 email = \"books@wick.example\"\n\n[lantern-trust]";
    edit(controllers, "[lantern-trust]", table);
    let notice = "notices/lantern-library.md";
    let first = "controller = \"lantern-trust\"\n";
    let with = format!("{first}joint = [\"wick-council\"]\n");
    edit(notice, first, &with);
    let readers = "[[audience]]\nid = \"person\"\ntitle = \"You\"\n[[audience]]\nid = \"introducer\"\ntitle = \"Who introduces\"\n[[part]]\nid = \"borrowing\"";
    edit(notice, "[[part]]\nid = \"borrowing\"", readers);
    site.build(Profile::Dev).expect("a good site is published");
    site
}

#[test]
fn everyone_who_decides_is_shown_with_how_to_reach_them() {
    let site = together("joint");
    let notice = |own: &str| text(&site, &format!("notices/lantern-library/{own}index.html"));
    let files = site.files();
    let dialog = files.iter().find(|(path, _)| {
        path.starts_with("notices/lantern-library.en.")
            && path.ends_with(".json")
            && !path.contains("changes")
    });
    let (_, dialog) = dialog.expect("the widget's file");
    let dialog = String::from_utf8_lossy(dialog).into_owned();
    for place in [notice(""), notice("borrowing/"), dialog] {
        for said in [
            "joint-controllers",
            "Lantern Trust",
            "Wick Council pays for the books.",
            "Z0000009",
            "mailto:books@wick.example",
        ] {
            assert!(place.contains(said), "{said} in {place}");
        }
    }
    let handout = notice("handout/");
    assert!(
        handout.contains("&lt;joint-controllers&gt;: Wick Council"),
        "{handout}"
    );
    let names = "Lantern Trust, Wick Council";
    for path in ["notices/index.html", "register/index.html"] {
        assert!(text(&site, path).contains(names), "{path}");
    }
}

#[test]
fn machines_are_told_of_a_group_and_its_members() {
    let site = together("joint-linked");
    let data = data(&text(&site, "notices/lantern-library/index.html"));
    let mut found = Vec::new();
    wrong(&data, &data["@context"], &mut found);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(data["dpv:hasDataController"], Value::Null);
    let group = &data["dpv:hasJointDataControllers"];
    assert_eq!(group["@type"], "dpv:JointDataControllers");
    let members = group["dpv:hasDataController"].as_array().expect("a list");
    let names: Vec<&Value> = members.iter().map(|it| &it["dpv:hasName"]).collect();
    assert_eq!(names, [&json!("Lantern Trust"), &json!("Wick Council")]);
    assert!(members.iter().all(|it| it["@type"] == "dpv:DataController"));
    // The officer is the first one's.
    let officers = members
        .iter()
        .map(|it| it["dpv:hasDataProtectionOfficer"].is_object());
    assert_eq!(officers.collect::<Vec<_>>(), [true, false]);
    assert_eq!(members[1]["dpv:hasContact"], json!(["books@wick.example"]));
}

#[test]
fn a_notice_of_one_controller_says_nothing_of_others() {
    let site = Site::new("joint-none");
    site.build(Profile::Dev).expect("a good site is published");
    let page = text(&site, "notices/lantern-library/index.html");
    assert!(!page.contains("joint-controllers") && !page.contains("JointDataControllers"));
}
