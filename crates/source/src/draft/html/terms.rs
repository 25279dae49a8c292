//! Lists of terms (`<dl>`): what explains words, and what asks and answers as headings do.

use scraper::ElementRef;

use super::words;
use crate::draft::sort::section;

/// So many terms of a list at least begin sections where it stands for headings and what is below them.
const SECTIONS: usize = 3;

/// Says whether a term begins a section, as most of its list do.
pub(super) fn begins_section(term: ElementRef<'_>) -> bool {
    let begins = |it: ElementRef<'_>| section(&words(&it.text().collect::<String>())).is_some();
    let parts = list_of(term).map(|list| list.descendants().filter_map(ElementRef::wrap));
    let terms = parts
        .into_iter()
        .flatten()
        .filter(|it| it.value().name() == "dt");
    begins(term) && terms.filter(|it| begins(*it)).count() >= SECTIONS
}

/// Says whether what explains a term is one of several that do, under a term that begins a section.
pub(super) fn is_one_of_many(said: ElementRef<'_>) -> bool {
    let is = |it: &ElementRef<'_>, name: &str| it.value().name() == name;
    let near = |it: Option<ElementRef<'_>>| it.is_some_and(|it| is(&it, "dd"));
    let before = said.prev_siblings().filter_map(ElementRef::wrap);
    let term = before.into_iter().find(|it| is(it, "dt"));
    let many = near(said.prev_siblings().find_map(ElementRef::wrap))
        || near(said.next_siblings().find_map(ElementRef::wrap));
    many && term.is_some_and(begins_section)
}

fn list_of(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let mut above = element.ancestors().filter_map(ElementRef::wrap).take(3);
    above.find(|it| it.value().name() == "dl")
}
