//! What is asked of damaged input.

use law::Date;
use source::{
    draft::import,
    parse::{self, File, Problems},
    print::print,
};

use crate::damage::Random;

/// The files among which a damaged one stands.
pub(crate) struct Judge {
    site: Vec<File>,
    /// Those that an English notice needs. With the other languages each turn takes three times as long.
    english: Vec<File>,
}

impl Judge {
    pub(crate) fn new(inputs: &[File]) -> Self {
        let of_site = |file: &&File| file.name.starts_with("notices/") && file.path != "facts.toml";
        let site: Vec<_> = inputs.iter().filter(of_site).cloned().collect();
        assert!(
            parse::read(&site).is_ok(),
            "the notices themselves are good"
        );
        let own = |file: &&File| {
            !["pl/", "strings/pl", "strings/ur"]
                .iter()
                .any(|other| file.path.starts_with(other))
        };
        let english: Vec<_> = site.iter().filter(own).cloned().collect();
        assert!(parse::read(&english).is_ok(), "so they are in English");
        Self { site, english }
    }

    /// Whether the file was read; or what is wrong with the parser.
    ///
    /// # Errors
    /// A refusal without file, line or remedy; a notice that is another one once it is printed; a draft that cannot be read.
    pub(crate) fn of(&self, file: &File, random: &mut Random) -> Result<bool, String> {
        if file.path == "facts.toml" {
            return match parse::facts(file) {
                Ok(_) => Ok(true),
                Err(report) => refused(&report, std::slice::from_ref(file)),
            };
        }
        if !file.name.starts_with("notices/") {
            return self.drafted(file);
        }
        let english = self.english.iter().any(|other| other.path == file.path);
        let mut site = if english { &self.english } else { &self.site }.clone();
        site.retain(|other| other.path != file.path);
        site.push(file.clone());
        let source = match parse::read(&site) {
            Ok(source) => source,
            Err(report) => return refused(&report, &site),
        };
        // A notice of its own, or one of those that its file is part of.
        let own = source
            .notices
            .iter()
            .position(|one| format!("{}.md", one.id) == file.path);
        let notice = &source.notices[own.unwrap_or_else(|| random.below(source.notices.len()))];
        let printed = print(notice);
        // A translation follows its original's order, which printing may change.
        site.retain(|other| !other.path.starts_with("pl/"));
        let again = read_again(site, &notice.id, &printed)?;
        if again != *notice {
            return Err(format!("printed, it is another notice:\n{printed}"));
        }
        Ok(true)
    }

    /// A draft of any text reads as a notice does.
    fn drafted(&self, file: &File) -> Result<bool, String> {
        let day: Date = "2026-11-22".parse().map_err(|_| "no day")?;
        let draft = import(
            &file.text,
            "brought-in",
            Some("derby-city-council"),
            &[],
            day,
        );
        read_again(self.english.clone(), "brought-in", &draft.source).map(|_| true)
    }
}

fn read_again(mut site: Vec<File>, id: &str, text: &str) -> Result<notice::Notice, String> {
    let path = format!("{id}.md");
    site.retain(|other| other.path != path);
    site.push(File {
        name: format!("notices/{path}"),
        path,
        text: text.to_owned(),
    });
    let source = parse::read(&site)
        .map_err(|report| format!("{}\n\n{text}", publish::terminal::problems(&report, false)))?;
    let found = source.notices.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| format!("it is lost:\n{text}"))
}

/// Each problem names a file that there is, the line, what is wrong and what to do.
fn refused(report: &Problems, site: &[File]) -> Result<bool, String> {
    let shown = publish::terminal::problems(&report, false);
    for problem in report.problems() {
        let name = problem.file();
        let said = format!("{name}: {}", problem.message);
        if problem.message.trim().is_empty() || problem.remedy.trim().is_empty() {
            return Err(format!("no message or no remedy: {said}"));
        }
        let file = site.iter().find(|file| file.name == name);
        let (Some(place), Some(file)) = (&problem.place, file) else {
            // Of what is missing there is no line.
            if file.is_some() && problem.place.is_none() {
                return Err(format!("no line: {said}"));
            }
            continue;
        };
        let end = place.end;
        if end > file.text.len() || !shown.contains(&format!("[{name}:")) {
            return Err(format!("a place outside the file, or not shown: {said}"));
        }
    }
    Ok(false)
}
