//! A record of processing as a workbook, and what `[record]` in `site.toml` may say of it.

use std::{fs, path::Path, process::Output};

use crate::desk::{program, said, site};

/// Twenty rows of a made-up council, with a title above, heads over two lines, and services that stand once for several rows.
const WORKBOOK: &[u8] = include_bytes!("record.xlsx");

const MAPPING: &str = "[record]\nservice = \"Service area\"\npurpose = \"Purpose of processing\"\nbasis = \"Article 6 basis\"\n\
    data = \"Categories of personal data\"\nrecipients = \"Shared with\"\nretention = \"Retention (years)\"\n\
    transfers = \"Transfers\"\n";

fn with(name: &str, settings: &str) -> std::path::PathBuf {
    let root = site(name);
    fs::write(root.join("record.xlsx"), WORKBOOK).expect("a file");
    fs::write(root.join("site.toml"), settings).expect("a file");
    root
}

fn wrong(root: &Path) -> String {
    let done: Output = program(root, &["reconcile", "record.xlsx"]);
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    String::from_utf8_lossy(&done.stderr).into_owned()
}

#[test]
fn a_workbook_is_read_as_people_see_it() {
    let services = "[record.services]\n\"Youth club\" = \"connect-derby\"\n\"Garden waste\" = \"derby-homes\"\n";
    let root = with("workbook", &[MAPPING, services].concat());
    let done = program(&root, &["reconcile", "record.xlsx"]);
    let text = said(&done);
    assert_eq!(done.status.code(), Some(3), "{text}");
    for line in [
        // The heads stand in row 4, and a row without a service belongs to the one above it.
        "Connect Derby (lines 8 to 10 of the sheet):",
        "Derby Homes (lines 5 to 7 of the sheet):",
        "Lawful basis: the record says “Consent”, the notice does not",
        "Retention: the record says “25 years”, the notice does not",
        "Transfers abroad: the record says “United States”, the notice does not",
        "“Burials” (line 20 of the sheet): no notice",
        "Customer Management: no row in the record",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(
        !text.contains("“6 years”, the notice"),
        "Derby Homes says six years: {text}"
    );
    assert!(!text.contains("Nobody"), "that is no recipient: {text}");
}

#[test]
fn a_mapping_is_proposed_from_the_workbooks_own_heads() {
    let help = wrong(&with("workbook-unmapped", ""));
    for line in MAPPING.lines() {
        assert!(help.contains(line), "{line} in {help}");
    }
}

/// Every slip in `[record]` is told with what to write.
#[test]
fn a_mapping_that_cannot_be_so_is_told() {
    for (settings, wanted) in [
        (
            "[record]\npurpose = \"Purpose of processing\"\n",
            "service = \"the column’s name\"",
        ),
        (
            "[record]\nservice = \"Team\"\n",
            "its columns are: Service area, Purpose of processing",
        ),
        (
            "[record]\nservice = \"Service area\"\nbases = \"Article 6 basis\"\n",
            "bases",
        ),
        ("[record]\nservice = 7\n", "[record] cannot be read"),
        (
            "[record]\nservice = \"Service area\"\n[record.services]\n\"Pest control\" = \"pests\"\n",
            "gives “Pest control” to `pests`, and there is no such notice",
        ),
    ] {
        let help = wrong(&with("mapping", settings));
        assert!(help.contains(wanted), "{wanted} in {help}");
    }
}

/// Whoever builds is told of a mapping that cannot be read: a record that is passed over looks like one that agrees.
#[test]
fn a_build_shows_the_record_or_what_is_wrong_with_it() {
    let register = |name: &str, settings: &str| {
        let root = with(name, settings);
        let done = program(
            &root,
            &["build", "--quick", "--out", "dist", "--as-at", "2026-11-28"],
        );
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        fs::read_to_string(root.join("dist/register/index.html")).expect("it is published")
    };
    let file = "file = \"record.xlsx\"\n";
    let shown = register("register-record", &[MAPPING, file].concat());
    assert!(
        shown.contains("id=\"record\"") && shown.contains("Burials"),
        "{shown}"
    );
    let broken = register(
        "register-broken",
        &["[record]\nbases = \"x\"\n", file].concat(),
    );
    assert!(broken.contains("The record cannot be read."), "{broken}");
    assert!(!register("register-none", "").contains("id=\"record\""));
}

/// Whoever puts a difference right looks for its row, and for what the other side says.
#[test]
fn a_difference_names_its_row_and_what_the_notice_says_there() {
    let settings = "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\nbasis = \"Basis\"\ndata = \"Data\"\n\
        recipients = \"Shared with\"\nretention = \"Kept\"\n";
    let root = with("rows", settings);
    let record = "Service,Purpose,Basis,Data,Shared with,Kept\n\
        Derby Homes,Let homes,Consent,Salary,Experian Ltd,6 years\n\
        Derby Homes,Managing your tenancy,Vital interests,salary,,25 years\n";
    fs::write(root.join("record.csv"), record).expect("a file");
    let text = said(&program(&root, &["reconcile", "record.csv"]));
    for line in [
        "Recipients: the record says “Experian Ltd”, the notice does not (line 2 of the sheet, “Let homes”)",
        "the record says “Consent”, the notice does not (line 2 of the sheet, “Let homes”",
        "the record says “25 years”, the notice does not (line 3 of the sheet, “Managing your tenancy”; the notice says “",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let salary = "“Salary”, the notice does not (line 2 of the sheet, “Let homes”; line 3 of the sheet, “Managing your tenancy”)";
    assert!(text.contains(salary), "once, whatever its capitals: {text}");
    assert!(!text.contains("“salary”"), "{text}");
}

/// A notice may call itself one in its title, and the record names the service alone.
#[test]
fn a_service_is_known_by_its_plain_name() {
    let settings =
        "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\nfile = \"record.csv\"\n";
    let root = with("plain-name", settings);
    let own = root.join("notices/derby-homes.md");
    let text = fs::read_to_string(&own).expect("it is there");
    let named = text.replace(
        "title = \"Derby Homes\"",
        "title = \"Privacy notice: Council homes\"",
    );
    fs::write(&own, named.replace("2026-11-22", "2026-11-23")).expect("a file");
    let record = "Service,Purpose\nCouncil homes,Catch dogs\nDog wardens,Catch dogs\n";
    fs::write(root.join("record.csv"), record).expect("a file");
    let text = said(&program(&root, &["reconcile", "record.csv"]));
    assert!(
        text.contains("Privacy notice: Council homes (line 2 of the sheet):"),
        "{text}"
    );
    let help = "below [record.services]: \"Dog wardens\" = ";
    assert!(text.contains(help), "{text}");
    let build = ["build", "--quick", "--out", "dist", "--as-at", "2026-11-28"];
    let done = program(&root, &build);
    assert!(done.status.success(), "{done:?}");
    let read =
        |path: &str| fs::read_to_string(root.join("dist").join(path)).expect("it is published");
    let page = read("notices/derby-homes/index.html");
    assert!(
        page.contains("<title>Privacy notice: Council homes</title>"),
        "once"
    );
    let other = read("notices/connect-derby/index.html");
    assert!(
        other.contains("<title>Connect Derby: privacy notice</title>"),
        "{other}"
    );
    let owner = read("register/derby-homes/index.html");
    assert!(
        owner.contains("Questions about “Privacy notice: Council homes”"),
        "{owner}"
    );
    // Whoever runs the service knows which of the two is so.
    assert!(
        owner.contains("id=\"record\"") && owner.contains("Catch dogs"),
        "{owner}"
    );
    let silent = read("register/connect-derby/index.html");
    assert!(!silent.contains("id=\"record\""), "it has no row");
    assert!(
        silent.contains("Questions about the privacy notice “Connect Derby”"),
        "{silent}"
    );
}
