//! What people stumbled over who had the program and the manual, and nobody to ask.

use std::{
    fs,
    path::{Path, PathBuf},
};

use publish::Profile;

use crate::{
    examples::typed,
    program::{printed, run},
    site::{Site, files},
};

/// An empty folder with a new site in it.
fn begun(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stumbles-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = run(
        &folder,
        &["init", "my-site", "--name", "Leeds City Council"],
    );
    assert!(output.status.success(), "{}", printed(&output));
    folder
}

/// What is published into a folder that is read would be read as notices by the next build.
#[test]
fn a_folder_of_the_site_is_not_filled() {
    let folder = begun("own-folders");
    let site = folder.join("my-site");
    let before = files(&folder);
    for (here, call) in [
        (&folder, &["--site", "my-site", "--out", "my-site"][..]),
        (&folder, &["--site", "my-site", "--out", "my-site/notices"]),
        (&folder, &["--site", "my-site", "--out", "my-site/public/x"]),
        (&folder, &["--site", "my-site", "--out", "."]),
        (&site, &["--out", "."]),
        (&site, &["--out", ".."]),
        (&site, &["--out", "notices/example"]),
    ] {
        let output = run(here, &[&["build", "--quick"], call].concat());
        let said = printed(&output);
        assert_eq!(output.status.code(), Some(1), "{call:?}: {said}");
        for word in [
            "cannot be filled",
            "help: give it a folder of its own, such as --out ",
            "Nothing was published",
        ] {
            assert!(said.contains(word), "{call:?}: {said}");
        }
    }
    assert_eq!(files(&folder), before, "nothing is written");
    for _ in 0..2 {
        let output = run(&site, &["build", "--quick", "--out", "dist"]);
        assert!(output.status.success(), "{}", printed(&output));
    }
}

/// What it says comes next can be copied as it stands, whatever the folder is called.
#[cfg(unix)]
#[test]
fn the_next_command_can_be_pasted() {
    use std::process::Command;

    let folder = begun("pasted");
    let program = env!("CARGO_BIN_EXE_council-notice");
    for name in ["my site", "it's $ours"] {
        let output = run(&folder, &["init", name, "--name", "Leeds City Council"]);
        let said = printed(&output);
        let next = said
            .split('`')
            .find(|part| part.starts_with("council-notice build "));
        let next = next.unwrap_or_else(|| panic!("{said}"));
        let output = Command::new("sh")
            .args(["-c", &next.replacen("council-notice", "\"$0\"", 1), program])
            .current_dir(&folder)
            .output()
            .expect("every Unix has a shell");
        assert!(output.status.success(), "{next}: {}", printed(&output));
        assert!(folder.join(name).join("dist/upload-order.txt").is_file());
        // Its README is read in the folder itself.
        let readme = fs::read_to_string(folder.join(name).join("README.md")).expect("written");
        let told = readme
            .split('`')
            .filter(|part| part.starts_with("council-notice "));
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(|call| !call.contains(" new "));
        assert!(told.len() > 3, "{told:?}");
        for call in told {
            typed(call, &folder.join(name)).unwrap_or_else(|said| panic!("{call}: {said}"));
        }
    }
    let output = run(&folder, &["new", "bins", "--site", "my site"]);
    let said = printed(&output);
    assert!(
        said.contains("`council-notice check \"my site/notices/bins.md\"`"),
        "{said}"
    );
}

/// Where the folder is the one that somebody is in, or one above, no dots run into the sentence; what to call next is right there.
#[test]
fn a_new_site_in_this_folder_is_told_in_words() {
    let folder = begun("here");
    for (name, wanted, next) in [
        (
            ".",
            "are in this folder. Next: read README.md",
            "build --out dist",
        ),
        (
            "./",
            "are in this folder. Next: read README.md",
            "build --out dist",
        ),
        ("..", "", "build --site .. --out ../dist"),
        (
            "sites/x/.",
            "are in sites/x. Next",
            "build --site sites/x --out sites/x/dist",
        ),
        (
            "./sites/y",
            "are in ./sites/y. Next",
            "build --site ./sites/y --out ./sites/y/dist",
        ),
    ] {
        let place = folder.join("empty");
        let _ = fs::remove_dir_all(&place);
        let here = place.join("here");
        fs::create_dir_all(&here).expect("a folder can be made");
        let said = printed(&run(&here, &["init", name, "--name", "Leeds"]));
        let wanted = if name == ".." {
            format!(
                "are in {}. Next",
                place.canonicalize().expect("it is there").display()
            )
        } else {
            wanted.to_owned()
        };
        assert!(said.contains(&wanted), "{name}: {said}");
        assert!(
            said.contains(&format!("\n`council-notice {next}`")),
            "{name}: {said}"
        );
        let call: Vec<_> = next.split(' ').chain(["--quick"]).collect();
        let output = run(&here, &call);
        assert!(output.status.success(), "{next}: {}", printed(&output));
    }
}

/// Outside of a site each command says so, names one that is near, and writes nothing.
#[test]
fn outside_a_site_it_says_where_one_is() {
    let folder = begun("outside");
    for call in [
        &["build", "--out", "dist"][..],
        &["check"],
        &["keep"],
        &["new", "bins"],
        &["import", "x.txt"],
        &["succession"],
        &["migrate"],
        &["include", "example"],
        &["words", "--write"],
        &["reconcile", "--export"],
        &["audit", "x.html"],
        &["serve", "--port", "0"],
    ] {
        let output = run(&folder, call);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{call:?}: {}",
            printed(&output)
        );
        for word in ["is no site folder", "--site \"my-site\""] {
            assert!(
                printed(&output).contains(word),
                "{call:?}: {}",
                printed(&output)
            );
        }
    }
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1);
    let inside = folder.join("my-site/notices");
    let output = run(&inside, &["check"]);
    assert!(
        printed(&output).contains("--site \"./..\""),
        "{}",
        printed(&output)
    );
    let nowhere = folder.join("my-site/notices/shared");
    let output = run(&nowhere, &["check"]);
    assert!(
        printed(&output).contains("council-notice init"),
        "{}",
        printed(&output)
    );
    // What needs no site asks for none.
    let output = run(&nowhere, &["words", "cy"]);
    assert!(output.status.success(), "{}", printed(&output));
}

/// What stands after the command is looked for in the site that `--site` names, and then where one is.
#[test]
fn a_notice_is_named_from_its_site() {
    let folder = begun("named");
    for call in [
        &["check", "--site", "my-site", "notices/example.md"][..],
        &["check", "--site", "my-site", "my-site/notices/example.md"],
        &["check", "my-site/notices/example.md", "--site", "my-site"],
    ] {
        let output = run(&folder, call);
        assert_eq!(
            output.status.code(),
            Some(4),
            "{call:?}: {}",
            printed(&output)
        );
        assert!(
            printed(&output).contains("in 1 notice"),
            "{}",
            printed(&output)
        );
    }
    fs::create_dir_all(folder.join("my-site/notices/cy")).expect("a folder can be made");
    fs::write(folder.join("my-site/notices/cy/example.md"), "+++\n+++\n").expect("written");
    let output = run(
        &folder,
        &["check", "--site", "my-site", "notices/cy/example.md"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(
        printed(&output).contains("check the original: "),
        "{}",
        printed(&output)
    );
}

#[test]
fn an_include_is_printed_from_the_site_that_is_named() {
    let folder = begun("include");
    let output = run(
        &folder,
        &[
            "build",
            "--site",
            "my-site",
            "--out",
            "my-site/dist",
            "--quick",
        ],
    );
    assert!(output.status.success(), "{}", printed(&output));
    // Compressed lightly, it is held to no promise.
    assert!(!printed(&output).contains("OVER"), "{}", printed(&output));
    assert!(
        printed(&output).contains("without --quick"),
        "{}",
        printed(&output)
    );
    let output = run(&folder, &["include", "example", "--site", "my-site"]);
    assert!(
        printed(&output).starts_with("<council-notice "),
        "{}",
        printed(&output)
    );
}

/// As the README of a new site has it: the example goes, and with it the notice of the page to try it on.
#[test]
fn a_form_that_lost_its_notice_is_told() {
    let folder = begun("form");
    let site = folder.join("my-site");
    let build = || run(&site, &["build", "--out", "dist", "--quick"]);
    let told = "public/index.html asks people for something and tells them nothing";
    assert!(!printed(&build()).contains(told), "{}", printed(&build()));
    let output = run(&site, &["new", "bin-collection"]);
    assert!(output.status.success(), "{}", printed(&output));
    fs::remove_file(site.join("notices/example.md")).expect("it is there");
    fs::write(site.join("notices/placements.toml"), "").expect("it can be written");
    let output = build();
    assert!(output.status.success(), "{}", printed(&output));
    assert!(printed(&output).contains(told), "{}", printed(&output));
    // The card of a notice just begun says nothing, and that is told as well.
    let page = site.join("public/index.html");
    let text = fs::read_to_string(&page).expect("it is there");
    let pinned = text.replace("council-notice.js", "council-notice.0a1b2c3d.js");
    fs::write(&page, pinned).expect("it can be written");
    let said = printed(&build());
    assert!(said.contains(told), "a tag that is pinned is one: {said}");
    let open = "the card of notices/bin-collection.md answers nothing to who, why, must, sees, keeps, rights";
    assert!(printed(&output).contains(open), "{}", printed(&output));
}

#[test]
fn a_translator_gets_the_programs_words_as_a_file() {
    let folder = begun("words");
    let site = folder.join("my-site");
    let output = run(&site, &["words", "gd", "--write"]);
    assert!(output.status.success(), "{}", printed(&output));
    let path = site.join("notices/strings/gd.toml");
    let text = fs::read_to_string(&path).expect("it was written");
    let words = run(&site, &["words"]);
    assert_eq!(
        text,
        String::from_utf8_lossy(&words.stdout),
        "begun in English"
    );
    let settings = fs::read_to_string(site.join("site.toml")).expect("it is there");
    let settings = settings.replace("languages = [\"en\"]", "languages = [\"en\", \"gd\"]");
    fs::write(site.join("site.toml"), settings).expect("it can be written");
    fs::write(&path, text.replace("\"English\"", "\"Gàidhlig\"")).expect("it can be written");
    let output = run(&site, &["build", "--out", "dist", "--quick"]);
    assert!(output.status.success(), "{}", printed(&output));
    let names = fs::read_dir(site.join("dist")).expect("it was published");
    let mut names = names.map(|it| {
        it.expect("an entry")
            .file_name()
            .into_string()
            .expect("text")
    });
    assert!(names.any(|name| name.starts_with("index.gd.")));
    // Never over what somebody has translated.
    let output = run(&site, &["words", "gd", "--write"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(
        fs::read_to_string(&path)
            .expect("it is there")
            .contains("Gàidhlig")
    );
    let output = run(&site, &["words", "../x", "--write"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
}

/// A relative address means another page wherever the notice is shown.
#[test]
fn a_link_that_is_no_whole_address_says_why() {
    let folder = begun("link");
    let path = folder.join("my-site/notices/shared/cookies.md");
    let text = fs::read_to_string(&path).expect("it is there");
    for link in [
        "/notices/cookies/",
        "../cookies/",
        "http://leeds.example/cookies",
    ] {
        let linked = text.replace(
            "and see everything",
            &format!("and [see everything]({link})"),
        );
        fs::write(&path, linked).expect("it can be written");
        let output = run(&folder, &["check", "--site", "my-site"]);
        assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
        assert!(
            printed(&output).contains("https://"),
            "{}",
            printed(&output)
        );
        let why = printed(&output).contains("the notice is shown");
        assert_eq!(why, !link.starts_with("http"), "{}", printed(&output));
    }
}

#[test]
fn what_is_quick_is_measured_and_held_to_nothing() {
    let site = Site::new("quick");
    let release = site.build(Profile::Dev).expect("it is published");
    let mut budget = release.budget;
    budget.figures[0].bytes = budget.figures[0].limit + 1;
    assert!(!budget.to_string().contains("OVER"), "{budget}");
    budget.profile = Profile::Release;
    assert!(budget.to_string().contains("OVER"), "{budget}");
}
