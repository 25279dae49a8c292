//! A line of a list of facts.

use std::fmt;

use notice::Condition;

use crate::item::Item;

/// One fact, or several that stand together.
pub(crate) struct Line {
    text: String,
    pub place: String,
    /// Part or audience that the fact belongs to alone.
    pub reader: Option<String>,
    condition: Option<Condition>,
    needles: Vec<String>,
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The lines of a file, without comments and empty ones.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(line);
    lines.collect()
}

fn line(text: &str) -> Line {
    let [_source, place, condition, needles] = text
        .split(" | ")
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_else(|_| panic!("not four columns: {text}"));
    let (place, reader) = match place.split_once('@') {
        Some((place, reader)) => (place, Some(reader.to_owned())),
        None => (place, None),
    };
    let condition = match condition {
        "-" => None,
        "permission" => Some(Condition::Permission),
        "emergency" => Some(Condition::Emergency),
        "law" => Some(Condition::Law),
        other => panic!("not a condition: {other} in {text}"),
    };
    let needles = needles.split(" + ").map(str::to_owned).collect();
    Line {
        text: text.to_owned(),
        place: place.to_owned(),
        reader,
        condition,
        needles,
    }
}

impl Line {
    /// All of the line stands in the text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.needles.iter().all(|needle| text.contains(needle))
    }

    /// All of the line stands in this item, for the same readers and under the same condition.
    pub(crate) fn fits(&self, item: &Item) -> bool {
        self.place == item.place
            && self.reader == item.reader
            && self.condition == item.condition
            && self.is_in(&item.text)
    }

    /// The line has this name, number or address, no more and no less.
    pub(crate) fn names(&self, claim: &str) -> bool {
        self.needles.iter().any(|needle| needle == claim)
    }
}
