//! Which section a heading begins.

use notice::SectionId::{self, *};

/// Words of headings, the most telling first.
const WORDS: [(&str, SectionId); 50] = [
    ("cookie", Cookies),
    ("ip address", Cookies),
    ("child", Children),
    ("parent", Children),
    ("under 13", Children),
    ("13 or under", Children),
    ("aged", Children),
    ("automated", Automated),
    ("profiling", Automated),
    ("complain", Complaints),
    ("concern", Complaints),
    ("contact", Complaints),
    ("question", Complaints),
    ("research", Research),
    ("statistic", Research),
    ("survey", Research),
    ("how long", Retention),
    ("retention", Retention),
    ("retain", Retention),
    ("do we keep", Retention),
    ("abroad", Transfers),
    ("overseas", Transfers),
    ("transfer", Transfers),
    ("european", Transfers),
    ("secur", Security),
    ("protect your", Security),
    ("safe", Security),
    ("accura", Accuracy),
    ("up to date", Accuracy),
    ("updating", Accuracy),
    ("your rights", Rights),
    ("right", Rights),
    ("access to and updating", Rights),
    ("choice", Choice),
    ("consent", Choice),
    ("who has access", Recipients),
    ("shar", Recipients),
    ("disclos", Recipients),
    ("third part", Recipients),
    ("other sources", Sources),
    ("obtain", Sources),
    ("how do we collect", Collection),
    ("how we collect", Collection),
    ("types of information", Data),
    ("what information", Data),
    ("what data", Data),
    ("personal information", Data),
    ("used", Purposes),
    ("use", Purposes),
    ("who", Who),
];

pub(super) fn section(heading: &str) -> Option<SectionId> {
    let heading = heading.to_lowercase();
    if heading.contains("why") || heading.contains("purpose") || heading.contains("legal basis") {
        return Some(Purposes);
    }
    if heading.contains("review") || heading.contains("change") {
        return Some(Changes);
    }
    let found = WORDS.iter().find(|(word, _)| heading.contains(word));
    found.map(|(_, section)| *section)
}
