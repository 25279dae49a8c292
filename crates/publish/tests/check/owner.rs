//! The page for whoever runs a service: what it asks, and what it leaves to the officer.

use std::{fs, path::Path};

use crate::desk::{preview, program, site};

/// Returns the page of questions about a notice, as a preview shows it; `asked` is what stands above what waits for the officer.
fn page(root: &Path, id: &str) -> (String, String) {
    let release = preview(root, "2026-12-01");
    let path = format!("register/{id}/index.html");
    let page = release.get(&path).expect("made");
    let page = String::from_utf8_lossy(page).into_owned();
    match page.split_once("Not for you") {
        Some((asked, waiting)) => (asked.to_owned(), waiting.to_owned()),
        None => (page, String::new()),
    }
}

const SOURCE: &str = "Pest control\n\nWho we are\n\nDerby City Council is the controller, and you can write to it at any time of the year about \
    whatever you would like to know of the work of those who look after rats and mice.\n\n\
    Why we use it\n\nWe use your details:\n\n- to find the rats (public task)\n- to send you a bill (contract)\n\n\
    Complaints\n\nWrite first to our officer. If you remain unhappy, the Information Commission can look into it.\n";

#[test]
fn an_unfinished_draft_asks_its_owner_nothing_that_its_source_says() {
    let root = site("owner-draft");
    fs::write(root.join("pests.txt"), SOURCE).expect("a file");
    let import = [
        "import",
        "pests.txt",
        "--id",
        "pests",
        "--controller",
        "derby-city-council",
    ];
    assert!(program(&root, &import).status.success());
    let draft = root.join("notices/pests.md");
    let text = fs::read_to_string(&draft).expect("it is written");
    let (asked, waiting) = page(&root, "pests");
    for rule in ["ART-01", "ENG-01", "PUR-01", "BAS-01", "ID-01", "CMP-01"] {
        let id = format!("id=\"{rule}\"");
        assert!(
            !asked.contains(&id) && waiting.contains(&id),
            "{rule}: {text}"
        );
    }
    for rule in ["RET-01", "TRF-01"] {
        let id = format!("id=\"{rule}\"");
        assert!(asked.contains(&id), "the source says nothing of it: {rule}");
    }
    // Once the officer has written it again, what is left is for the service.
    let done = text.lines().map(|line| match line.split_once(":** ") {
        Some((_, rest)) if line.contains("To be rewritten") => rest,
        _ => line,
    });
    let done = done.collect::<Vec<_>>().join("\n");
    fs::write(&draft, done).expect("a file");
    let (asked, waiting) = page(&root, "pests");
    assert_eq!(waiting, "");
    for rule in ["ENG-01", "PUR-01", "BAS-01"] {
        assert!(asked.contains(&format!("id=\"{rule}\"")), "{rule}");
    }
}

/// A question that the notice answers is none: advice says what could be better, and asks nothing.
#[test]
fn advice_does_not_ask_what_the_notice_says() {
    let root = site("owner-advice");
    let (asked, _) = page(&root, "healthy-housing-hub");
    let of = |rule: &str| {
        let (_, own) = asked.split_once(&format!("id=\"{rule}\"")).expect(rule);
        own.split("</article>").next().expect("its end").to_owned()
    };
    let advice = of("CMP-01");
    assert!(advice.contains("acknowledged within 30 days"), "{advice}");
    assert!(
        !advice.contains("Where can people complain") && !advice.contains("Answer:"),
        "{advice}"
    );
    let homes = page(&root, "derby-homes").0;
    assert!(
        homes.contains("Where can people complain"),
        "it gives no way"
    );
}

#[test]
fn a_page_says_to_whom_it_goes_where_no_owner_is_named() {
    let root = site("owner-none");
    let path = root.join("notices/derby-homes.md");
    let text = fs::read_to_string(&path).expect("it is there");
    let owned = |owner: &str| {
        let mut lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("owner"))
            .collect();
        lines.insert(1, owner);
        fs::write(&path, lines.join("\n")).expect("a file");
        page(&root, "derby-homes").0
    };
    let (_, to) = owned("")
        .split_once("<dt>To</dt>")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("a line");
    assert!(to.starts_with("<dd>whoever runs “"), "{}", &to[..80]);
    let named = owned("owner = \"Homes team\"");
    assert!(named.contains("<dt>To</dt><dd><b>Homes team</b></dd>"));
}

/// A site has notices of several bodies, and not each is a council.
#[test]
fn a_record_is_called_that_of_whoever_decides() {
    let root = site("owner-record");
    let record = "Service,Purpose,Basis\nDerby Homes,Catch dogs,Public task\nConnect Derby,Catch cats,Public task\n";
    fs::write(root.join("record.csv"), record).expect("a file");
    let mapping = "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\nbasis = \"Basis\"\nfile = \"record.csv\"\n";
    fs::write(root.join("site.toml"), mapping).expect("a file");
    for (id, wanted) in [
        (
            "derby-homes",
            "The record of processing of Derby Homes, which",
        ),
        (
            "connect-derby",
            "The record of processing of Derby City Council, which",
        ),
    ] {
        let (asked, _) = page(&root, id);
        let asked = asked.replace("<!>", "");
        assert!(asked.contains(wanted), "{id}: {asked}");
        assert!(!asked.contains("The council’s record"), "{id}");
    }
}
