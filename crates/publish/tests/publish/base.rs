//! Sites whose notices are in another language than English: nothing published, and nothing checked, takes English for granted.

use std::{collections::BTreeMap, fs};

use publish::{Pasted, Profile, check_files, paste};

use crate::{
    content::text,
    policies::{COOKIES, data},
    site::{Site, real_engine},
};

/// A site of one notice in the first of some languages, with the words that come with the program.
fn site(name: &str, languages: &[&str], id: &str, notice: &str) -> Site {
    let site = Site::new(name);
    for path in [
        "notices/lantern-library.md",
        "notices/strings/en.toml",
        "public/index.html",
    ] {
        fs::remove_file(site.root.join(path)).expect("made for every site");
    }
    site.put("site.toml", format!("languages = {languages:?}\n"));
    site.put(&format!("notices/{id}.md"), notice);
    site.put("notices/placements.toml", "");
    let bodies = "[cyngor]\nname = \"Cyngor Sir Glandŵr\"\nabout = \"Cyngor Sir Glandŵr.\"\naddress = [\"Neuadd y Sir\"]\n\
        email = \"data@glandwr.example\"\nofficer = { name = \"Swyddog\", email = \"swyddog@glandwr.example\" }\n";
    site.put("notices/controllers.toml", bodies);
    let policy = fs::read_to_string(site.root.join("notices/cookies.toml")).expect("there");
    site.put(
        "notices/cookies.toml",
        policy.replace("lantern-trust", "cyngor"),
    );
    site
}

fn welsh(name: &str, languages: &[&str]) -> Site {
    site(name, languages, "gardd", include_str!("base/cy.md"))
}

/// The one file whose name begins and ends so.
fn only(files: &BTreeMap<String, Vec<u8>>, start: &str, end: &str) -> String {
    let mut found = files
        .iter()
        .filter(|(name, _)| name.starts_with(start) && name.ends_with(end));
    let (_, bytes) = found
        .next()
        .unwrap_or_else(|| panic!("{start}…{end} is published"));
    assert!(found.next().is_none(), "one file {start}…{end}");
    String::from_utf8_lossy(bytes).into_owned()
}

const MARK: &str = "Peiriant a gyfieithodd y geiriau eraill yma";
const SHORT: &str = "Cyfieithiad peiriant";

#[test]
fn a_site_of_welsh_notices_falls_back_to_welsh() {
    let site = welsh("welsh", &["cy", "en"]);
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();

    for page in [
        "notices/gardd/index.html",
        "notices/index.html",
        "notices/cookies/index.html",
        "404.html",
    ] {
        let html = text(&site, page);
        assert!(
            html.contains(r#"<html lang="cy" dir="ltr">"#),
            "{page}: {html}"
        );
        let marked = html.contains(MARK);
        assert_eq!(
            marked,
            page != "404.html",
            "a machine's words say so: {page}"
        );
    }
    assert!(
        !files
            .keys()
            .any(|path| path.starts_with("notices/gardd/en/"))
    );

    let gate = text(&site, "council-notice.js");
    assert!(gate.contains(r#"["cy","en"]"#), "Welsh first: {gate}");
    assert!(
        gate.contains("Darllenwch yr hysbysiad preifatrwydd"),
        "{gate}"
    );

    // What stands in the gate already is in no module; the others carry their bar.
    assert!(!only(&files, "deferred.cy.", ".js").contains("banner"));
    let english = only(&files, "deferred.en.", ".js");
    assert!(english.contains("banner") && !english.contains("Machine translation"));
    assert!(
        only(&files, "index.cy.", ".json").contains(MARK),
        "beside the preferences"
    );
    let index = only(&files, "index.en.", ".json");
    assert!(
        index.contains("notices/gardd.cy."),
        "Welsh stands in: {index}"
    );
    assert!(
        index.contains("We have this notice in Welsh only."),
        "{index}"
    );
    assert!(
        index.contains("What is stored is described in Welsh only."),
        "{index}"
    );
    assert!(
        index.contains(r#""lang":"cy""#),
        "what is stored is marked so: {index}"
    );
    let own = only(&files, "index.cy.", ".json");
    assert!(own.contains("notices/gardd.cy."), "{own}");
    let worker = text(&site, "kiosk-worker.js");
    let first = worker.find(r#"["cy","ltr""#).expect("Welsh is there");
    assert!(
        worker.find(r#"["en","ltr""#).expect("so is English") > first,
        "{worker}"
    );

    assert!(files.contains_key("includes/gardd.cy.html"));
    assert!(!files.contains_key("includes/gardd.en.html"));
    let bar = text(&site, "includes/cookies.cy.html");
    assert!(bar.contains(r#"lang="cy""#) && bar.contains(SHORT), "{bar}");
    let bar = text(&site, "includes/cookies.en.html");
    assert!(
        bar.contains(r#"lang="en""#) && !bar.contains("Machine"),
        "{bar}"
    );
    let pasted = Pasted {
        service: "gardd".to_owned(),
        ..Pasted::default()
    };
    let pasted = paste(&site.dist(), &pasted).expect("the site's own language is the default");
    assert!(pasted.contains(r#"lang="cy""#), "{pasted}");

    // Staff read the register in the language of the rules.
    let register = text(&site, "register/index.html");
    assert!(register.contains(r#"<html lang="en""#), "{register}");
    assert!(
        register.contains("All privacy notices") && !register.contains(MARK),
        "{register}"
    );
    assert!(
        register.contains("en – none: Cymraeg is shown"),
        "{register}"
    );
}

#[test]
fn a_translation_into_english_has_its_own_page_and_says_the_same_in_welsh_below() {
    let site = welsh("welsh-english", &["cy", "en"]);
    let own = include_str!("base/cy.md")
        .replace("version = \"2026-10-01\"", "based-on = \"2026-10-01\"")
        .replace("published = 2026-10-01\n", "")
        .replace("title = \"Gwastraff gardd\"", "title = \"Garden waste\"");
    site.put("notices/en/gardd.md", own);
    site.build(Profile::Dev).expect("a good site is published");
    let english = text(&site, "notices/gardd/en/index.html");
    assert!(
        english.contains(r#"<html lang="en" dir="ltr">"#),
        "{english}"
    );
    assert!(
        english.contains("The message says the same in Welsh below"),
        "{english}"
    );
    assert!(
        !english.contains("caution"),
        "English was not made by machine: {english}"
    );
    let general = r#"hreflang="x-default" href="https://notices.example/notices/gardd/""#;
    assert!(english.contains(general), "{english}");
    assert!(text(&site, "notices/gardd/index.html").contains(general));
    let index = only(&site.files(), "index.en.", ".json");
    assert!(index.contains("notices/gardd.en."), "{index}");
}

/// A partner's gate, and what it loads, fall back to the same language as the site's own.
#[test]
fn the_policy_of_a_partner_is_in_the_language_of_the_site() {
    let site = welsh("welsh-partner", &["cy", "en"]);
    let bodies = fs::read_to_string(site.root.join("notices/controllers.toml")).expect("there");
    let friends = "\n[friends]\nname = \"Cyfeillion y Llusern\"\nabout = \"Cyfeillion.\"\nemail = \"post@cyfeillion.example\"\n";
    site.put("notices/controllers.toml", bodies + friends);
    site.put("notices/cookies-friends.toml", COOKIES);
    site.put(
        "site.toml",
        "languages = [\"cy\", \"en\"]\n[[policy]]\nid = \"friends\"\ncookies = \"cookies-friends.toml\"\n",
    );
    site.build(Profile::Dev).expect("a good site is published");

    let gate = data(&site, "friends/council-notice.js");
    assert_eq!(gate["langs"], serde_json::json!(["cy", "en"]));
    let words = gate["words"].to_string();
    assert!(
        words.contains("Darllenwch yr hysbysiad preifatrwydd"),
        "{words}"
    );

    let hash = gate["hash"].as_str().expect("a hash");
    let of = |kind: &str, end: &str| text(&site, &format!("{kind}.{hash}.{end}"));
    assert!(!of("deferred.cy", "js").contains("banner"));
    assert!(of("deferred.en", "js").contains("banner"));
    let [own, english] = ["index.cy", "index.en"].map(|index| of(index, "json"));
    let only_in_welsh = "What is stored is described in Welsh only.";
    assert!(own.contains("friends_count") && own.contains(MARK), "{own}");
    assert!(!own.contains(r#""lang":"cy""#), "{own}");
    assert!(
        english.contains("friends_count") && english.contains(only_in_welsh),
        "{english}"
    );
    assert!(english.contains(r#""lang":"cy""#), "{english}");

    let page = text(&site, "notices/cookies/friends/index.html");
    for word in [
        r#"<html lang="cy" dir="ltr">"#,
        MARK,
        "Cyfeillion y Llusern",
    ] {
        assert!(page.contains(word), "{word} in {page}");
    }
    let bar = Pasted {
        service: "cookies".to_owned(),
        policy: Some("friends".to_owned()),
        ..Pasted::default()
    };
    let bar = paste(&site.dist(), &bar).expect("the site's own language is the default");
    for word in ["revision 9", r#"lang="cy""#, SHORT] {
        assert!(bar.contains(word), "{word} in {bar}");
    }
}

#[test]
fn a_site_may_have_no_english_at_all() {
    let site = site("polish", &["pl"], "ogrody", include_str!("base/pl.md"));
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    for path in files.keys() {
        let english = path.contains(".en.") || path.contains("/en/");
        assert!(!english, "{path}");
    }
    let page = text(&site, "notices/ogrody/index.html");
    assert!(page.contains(r#"<html lang="pl" dir="ltr">"#), "{page}");
    assert!(
        !page.contains("hreflang"),
        "there is no other language: {page}"
    );
    let gate = text(&site, "council-notice.js");
    assert!(gate.contains(r#"["pl"]"#), "{gate}");
    let register = text(&site, "register/index.html");
    assert!(register.contains(r#"<html lang="en""#), "{register}");
    assert!(text(&site, "register/ogrody/index.html").contains("LNG-01"));
}

/// The rules say what the facts of such a notice tell, and of the rest that they cannot read it.
#[test]
fn english_rules_are_not_applied_to_other_languages_and_the_check_says_so() {
    let polish = site(
        "polish-check",
        &["pl"],
        "ogrody",
        include_str!("base/pl.md"),
    );
    for (site, lang) in [(welsh("welsh-check", &["cy"]), "cy"), (polish, "pl")] {
        let day = "2026-11-28".parse().expect("a day");
        let report = check_files(&site.root, &[], day).expect("it can be checked");
        let found = |rule: &str| {
            let mut all = report.findings().iter();
            all.find(|finding| finding.rule == rule)
        };
        let said = found("LNG-01").expect("it says that it cannot read the notice");
        assert!(
            said.message.contains(&format!("({lang})")),
            "{}",
            said.message
        );
        assert!(said.message.contains("ENG-02") && said.message.contains("RGT-02"));
        for rule in [
            "ENG-01", "ENG-02", "ENG-03", "RET-01", "RGT-02", "STA-01", "CMP-02",
        ] {
            assert!(found(rule).is_none(), "{lang}: {:?}", found(rule));
        }
        // Facts are facts in every language.
        for rule in ["TRF-01", "RGT-01", "CMP-01", "ADM-01"] {
            let found = found(rule).unwrap_or_else(|| panic!("{lang}: {rule}"));
            assert_eq!(found.mark, law::Mark::Missing, "{found}");
        }
    }
}

/// What the gate holds of the site's own language are its bar and a link; other words than English weigh a little more, for
/// brotli has none of them in its dictionary.
#[test]
fn a_gate_weighs_about_the_same_in_every_language() {
    let weight = |base: &str, id: &str, notice: &str| {
        let mut site = site(&format!("weight-{base}"), &[base], id, notice);
        site.engine = real_engine();
        site.build(Profile::Release).expect("published");
        site.files()["council-notice.js.br"].len()
    };
    let (welsh, polish) = (include_str!("base/cy.md"), include_str!("base/pl.md"));
    let english = weight("en", "ogrody", polish);
    for (base, id, notice) in [
        ("cy", "gardd", welsh),
        ("pl", "ogrody", polish),
        ("ur", "ogrody", polish),
    ] {
        let own = weight(base, id, notice);
        assert!(
            own < english + 200,
            "{base}: {own}, and {english} in English"
        );
    }
}
