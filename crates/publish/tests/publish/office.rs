//! What real programs make of a notice comes in whole: the published pages as LibreOffice and Chromium turn them into a Word
//! document, a web page, a text and a print.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use publish::Profile;
use source::draft::{DraftContext, Imported, decode, import_file};

use crate::site::Site;

#[expect(dead_code, reason = "the importer's own tests use the rest")]
#[path = "../../../source/tests/import/reader.rs"]
mod reader;
#[path = "../../../source/tests/import/sentences.rs"]
mod sentences;

use reader::{day, read, texts};
use sentences::{gone, lost, sentences};

/// Runs a program to its end.
fn run(program: &str, arguments: &[&str]) {
    let done = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{program}: {error}; COUNCIL_NOTICE_FULL=1 tools/browsers.sh installs it")
        });
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program} {arguments:?}: {said}");
}

/// Turns all pages into files of a kind, in the folder `out`.
fn convert(pages: &[PathBuf], kind: &str, out: &Path) {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        out.join("profile").display()
    );
    let out = out.display().to_string();
    let pages: Vec<String> = pages.iter().map(|it| it.display().to_string()).collect();
    let mut arguments = vec![
        "--headless",
        &profile,
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        kind,
        "--outdir",
        &out,
    ];
    arguments.extend(pages.iter().map(String::as_str));
    run("soffice", &arguments);
}

fn print(page: &Path, out: &Path) {
    let arguments = [
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        format!("--user-data-dir={}", out.join("browser").display()),
        format!(
            "--print-to-pdf={}",
            out.join(page.with_extension("pdf").file_name().expect("a name"))
                .display()
        ),
        format!("file://{}", page.display()),
    ];
    let browser = std::env::var("COUNCIL_NOTICE_CHROMIUM");
    let browser = browser.unwrap_or_else(|_| "chromium".to_owned());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run(&browser, &arguments);
}

fn bring(path: &Path) -> Imported {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let known = DraftContext {
        id: "brought",
        controller: None,
        shared: &[],
        day: day(),
    };
    import_file(&bytes, &known).unwrap_or_else(|refused| panic!("{}: {refused}", path.display()))
}

/// Tells what of a file that was made of a source, wanted in whole, does not come in. How often a word comes is a matter of how a
/// print shows the facts.
fn untold(file: &Path, wanted: &[String]) -> Vec<String> {
    let imported = bring(file);
    let draft = read(&imported);
    let lost = if file.extension().is_some_and(|end| end == "pdf") {
        gone(wanted, &imported, &draft)
    } else {
        lost(wanted, &imported, &draft)
    };
    let name = file.file_name().unwrap_or_default().display();
    let left = imported.removed.len();
    let of = wanted.len();
    println!("{name}: {} of {of} lost, {left} left out", lost.len());
    lost.iter().map(|it| format!("{name}: {it}")).collect()
}

#[test]
#[ignore = "takes a minute, and LibreOffice: `make full`"]
fn what_real_programs_write_comes_in_whole() {
    let site = Site::real("office");
    site.build(Profile::Dev)
        .expect("the real notices are published");
    let source = publish::load(&site.root.join("notices")).expect("just published");
    let out = site.root.join("office");
    fs::create_dir_all(&out).expect("a folder can be made");
    // A page stands beside its style sheet still, under a name of its own.
    let page = |id: &String| {
        let folder = site.dist().join("notices").join(id);
        let page = folder.join(format!("{id}.html"));
        fs::copy(folder.join("index.html"), &page).expect("it is published");
        page
    };
    let pages: Vec<PathBuf> = source.notices.iter().map(|it| page(&it.id)).collect();
    for kind in ["txt:Text (encoded):UTF8", "docx", "html:HTML (StarWriter)"] {
        convert(&pages, kind, &out);
    }
    let mut wrong = Vec::new();
    for (notice, page) in source.notices.iter().zip(&pages) {
        print(page, &out);
        let whole = fs::read(out.join(format!("{}.txt", notice.id))).expect("it is written");
        let whole = sentences(&decode(&whole).text);
        assert!(whole.len() > 80, "{} of {}", whole.len(), notice.id);
        // The print leaves out what a reader of paper can't use, and so is held against the notice.
        let printed = sentences(&texts(notice).join("\n"));
        for (end, wanted) in [
            ("txt", &whole),
            ("docx", &whole),
            ("html", &whole),
            ("pdf", &printed),
        ] {
            let file = out.join(format!("{}.{end}", notice.id));
            wrong.extend(untold(&file, wanted));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// The texts that the notices restate are the councils' own, and not kept here: `COUNCIL_NOTICE_ORIGINALS` names the folder of them.
#[test]
#[ignore = "needs the five original texts: COUNCIL_NOTICE_ORIGINALS"]
fn the_original_notices_come_in_whole_in_four_forms() {
    let folder = std::env::var_os("COUNCIL_NOTICE_ORIGINALS").expect("the folder of the texts");
    let out = Site::real("originals").root.join("originals");
    fs::create_dir_all(&out).expect("a folder can be made");
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let files: Vec<PathBuf> = files.map(|file| file.path()).collect();
    let texts: Vec<String> = files
        .iter()
        .map(|file| decode(&fs::read(file).expect("a text")).text)
        .collect();
    assert!(!texts.is_empty());
    let page = |(at, text): (usize, &String)| {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let lines = escaped.lines().filter(|line| !line.trim().is_empty());
        let body: String = lines.map(|line| format!("<p>{line}</p>\n")).collect();
        let page = out.join(format!("original-{at}.html"));
        let whole =
            format!("<!doctype html><meta charset=\"utf-8\"><title>A notice</title>\n{body}");
        fs::write(&page, whole).expect("a file");
        page
    };
    let pages: Vec<PathBuf> = texts.iter().enumerate().map(page).collect();
    convert(&pages, "docx", &out);
    let mut wrong = Vec::new();
    for ((text, file), page) in texts.iter().zip(&files).zip(&pages) {
        print(page, &out);
        let wanted = sentences(text);
        let made = [page.with_extension("docx"), page.with_extension("pdf")];
        for file in [file, page].into_iter().chain(&made) {
            wrong.extend(untold(file, &wanted));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
