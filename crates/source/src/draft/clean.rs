//! A plain text into headings, paragraphs, bullets and rows, each whole again.

use law::{Artefact, artefacts};

use super::{
    LeftOut,
    decode::seen,
    edges::at_edges,
    leaders,
    line::Line,
    mail::without_mail,
    marks::{Lead, lead, number},
    piece::{Piece, Pieces, Shape},
    shape::{
        behind_capital, counts_on, goes_on, is_cut_word, is_heading, is_listed, lettered,
        looks_like_one,
    },
    table::{self, FirstRow},
    unmarked::{self, unmarked},
};

/// How much of the widest line a full one has, in hundredths: all of it where each letter is as wide as any other.
const TYPED: usize = 100;
const PRINTED: usize = 82;

/// Returns the pieces of a text without what belonged to its pages, and what that was.
pub(super) fn clean(text: &str) -> Pieces {
    pieces(text, TYPED)
}

/// Returns the same of a text that was printed, in letters of many widths.
pub(super) fn clean_print(text: &str) -> Pieces {
    pieces(text, PRINTED)
}

fn pieces(text: &str, full: usize) -> Pieces {
    let (text, numbers) = seen(text);
    let found: Vec<Artefact> = artefacts(&text)
        .into_iter()
        .filter(Artefact::is_furniture)
        .collect();
    let found = at_edges(&text, found);
    let mut lines = lines(&text, &numbers, &found, full);
    let (mail, subject) = without_mail(&mut lines);
    let furniture = found
        .into_iter()
        .map(|it| LeftOut::new(numbers[it.line - 1], it.text, it.message));
    let mut pieces = Pieces {
        left: furniture.chain(mail).collect(),
        title: subject,
        ..Pieces::default()
    };
    let mut at = 0;
    let mut last = None;
    while at < lines.len() {
        // "• the Driver and Vehicle" goes on below its text, whatever the next line begins with.
        if let Some(last) = pieces.list.last_mut()
            && lines[at].hangs
            && last.shape == Shape::Bullet
        {
            join(last, &lines[at].text);
            at += 1;
            continue;
        }
        let rows = table_at(&lines[at..]);
        let items = unmarked(pieces.list.last(), &lines, at);
        if items > 0 {
            pieces.list.extend(unmarked::items(&lines[at..at + items]));
            at += items;
        } else if rows.is_empty() {
            add(&mut pieces.list, &lines, at, &mut last);
            at += 1;
        } else {
            at += rows.len();
            draw(&mut pieces.list, rows);
        }
    }
    settle(&mut pieces.list);
    pieces
}

fn lines(text: &str, numbers: &[usize], found: &[Artefact], full: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut gap, mut crossed) = (true, false);
    let mut item = None;
    let mut found = found.iter().peekable();
    for (at, line) in text.lines().enumerate() {
        let mut own = line.trim().replace('\u{c}', " ");
        while let Some(it) = found.next_if(|it| it.line == at + 1) {
            // Said twice in a line, it is told once: the other stays.
            own = own.replacen(&it.text, " ", 1).trim().to_owned();
            crossed = true;
        }
        crossed |= line.contains('\u{c}');
        if own.is_empty() {
            gap = true;
            continue;
        }
        item = match lead(&own).0 {
            Lead::Sign | Lead::Item => column_of_text(line),
            _ => item.filter(|column| !gap && column_of(line) == Some(*column)),
        };
        let hangs = item.is_some() && lead(&own).0 == Lead::None;
        lines.push(Line {
            number: numbers[at],
            text: own,
            gap,
            crossed,
            hangs,
            full: false,
        });
        (gap, crossed) = (false, false);
    }
    unask(&mut lines);
    wrap(&mut lines, full);
    leaders::items(&mut lines);
    lines
}

/// Says in which column the text of a line begins, where tabs reach to every eighth.
fn column_of(line: &str) -> Option<usize> {
    let mut column = 0;
    for mark in line.chars() {
        match mark {
            '\t' => column = (column / 8 + 1) * 8,
            mark if mark.is_whitespace() => column += 1,
            _ => return Some(column),
        }
    }
    None
}

/// Says in which column the text of an item begins, behind its mark.
fn column_of_text(line: &str) -> Option<usize> {
    let mark = line.split_whitespace().next()?;
    let at = line.find(mark)?;
    let blank = " ".repeat(mark.chars().count());
    column_of(&format!(
        "{}{blank}{}",
        &line[..at],
        &line[at + mark.len()..]
    ))
}

/// Takes the marks of questions and answers away: `Q. Who are you?` asks what `Who are you?` does.
fn unask(lines: &mut [Line]) {
    fn bare(text: &str, letter: char) -> Option<&str> {
        let (mark, rest) = text.split_once(' ')?;
        let mark = mark.strip_prefix(letter)?;
        let number = mark.strip_suffix(['.', ':', ')'])?;
        number
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(rest.trim_start())
    }
    let many = |letter| {
        lines
            .iter()
            .filter(|line| bare(&line.text, letter).is_some())
            .count()
            > 1
    };
    if many('Q') && many('A') {
        for line in lines {
            let own = bare(&line.text, 'Q').or_else(|| bare(&line.text, 'A'));
            if let Some(own) = own.map(str::to_owned) {
                line.text = own;
            }
        }
    }
}

/// Says which lines of a text with hard line ends are full: they leave no room for the first word of the next.
fn wrap(lines: &mut [Line], full: usize) {
    let length = |line: &Line| line.text.chars().count();
    let width = lines.iter().map(length).max().unwrap_or_default();
    let wide = lines
        .iter()
        .filter(|line| length(line) * 5 >= width * 4)
        .count();
    // Where a paragraph is one line, a line's length says nothing.
    if !(40..=160).contains(&width) || wide < 3 {
        return;
    }
    for at in 1..lines.len() {
        let word = lines[at].text.split_whitespace().next().unwrap_or_default();
        let word = word.chars().count();
        lines[at - 1].full =
            !lines[at].gap && (length(&lines[at - 1]) + 1 + word) * 100 > width * full;
    }
}

/// Lists the rows of a table that begins here: lines one under the other that all have cells.
fn table_at(lines: &[Line]) -> &[Line] {
    let is_row = |line: &Line| {
        let (lead, _) = lead(&line.text);
        // "Retention:" before a tab is a label, and no cell.
        let labelled = line
            .text
            .split('\t')
            .next()
            .is_some_and(|cell| cell.trim_end().ends_with(':'));
        lead == Lead::None && !labelled && table::cells(&line.text).is_some()
    };
    if !lines.first().is_some_and(is_row) {
        return &[];
    }
    let rest = lines[1..]
        .iter()
        .take_while(|line| !line.gap && (is_row(line) || table::is_rule(&line.text)));
    let rows = rest.count() + 1;
    if rows > 1 { &lines[..rows] } else { &[] }
}

fn draw(pieces: &mut Vec<Piece>, rows: &[Line]) {
    let cells: Vec<(usize, Vec<&str>)> = rows
        .iter()
        .filter(|row| !table::is_rule(&row.text))
        .filter_map(|row| Some((row.number, table::cells(&row.text)?)))
        .collect();
    pieces.extend(table::pieces(&cells, FirstRow::Untold));
}

/// The last number that counted a line, and whether that was an item of a list.
type Counted = Option<((String, u16), bool)>;

/// Says whether the number of a line goes on counting sections or paragraphs, and no items: `6. …` behind `5. Recipients:`, and
/// whole sentences like `4.1 We keep it.`
fn counts_paragraphs(line: &str, last: &Counted) -> bool {
    let Some((above, own)) = number(line) else {
        return false;
    };
    let follows =
        matches!(last, Some(((same, before), false)) if *same == above && own == before + 1);
    if goes_on_counting(line, last) && !line.ends_with(':') {
        return false;
    }
    // "2. When you book we ask for:" leads up to a list of its own.
    follows || line.ends_with(':') || (!above.is_empty() && line.ends_with('.'))
}

/// Says whether the number of a line is the next of a list.
fn goes_on_counting(line: &str, last: &Counted) -> bool {
    let own = number(line);
    own.is_some_and(|(above, own)| {
        matches!(last, Some(((same, before), true)) if *same == above && own == before + 1)
    })
}

/// Adds a line to the piece that it goes on with, or begins one.
fn add(pieces: &mut Vec<Piece>, lines: &[Line], at: usize, last: &mut Counted) {
    let line = &lines[at];
    let before = at.checked_sub(1).map(|at| &lines[at]);
    let next = lines.get(at + 1);
    if table::is_rule(&line.text) {
        // A line drawn under a single line makes a heading of it.
        if let (Some(last), Some(before)) = (pieces.last_mut(), before)
            && !line.gap
            && last.line == before.number
            && last.shape == Shape::Paragraph
        {
            last.shape = Shape::Heading(0);
        }
        return;
    }
    if let Some(bold) = bold_line(&line.text) {
        let shape = if looks_like_one(bold) {
            Shape::Heading(0)
        } else {
            Shape::Paragraph
        };
        pieces.push(Piece::new(line.number, shape, bold));
        return;
    }
    let lettered = lettered(line, before, next);
    let (kind, text) = lettered.map_or_else(|| lead(&line.text), |text| (Lead::Item, text));
    let shape = match kind {
        _ if lettered.is_some() => Shape::Bullet,
        Lead::Hash => {
            let level = line.text.bytes().take_while(|&byte| byte == b'#').count();
            Shape::Heading(u8::try_from(level).unwrap_or(6))
        }
        Lead::Sign => Shape::Bullet,
        _ if is_heading(pieces.last(), lines, at) => Shape::Heading(0),
        Lead::Item => Shape::Bullet,
        Lead::Number if counts_paragraphs(&line.text, last) => Shape::Paragraph,
        // The item before may be of two lines.
        Lead::Number if !line.gap && goes_on_counting(&line.text, last) => Shape::Bullet,
        Lead::Number
            if before.is_some_and(|it| counts_on(it, line))
                || next.is_some_and(|it| counts_on(line, it)) =>
        {
            Shape::Bullet
        }
        Lead::Number if text.starts_with(char::is_lowercase) => Shape::Bullet,
        Lead::None if is_listed(pieces.last(), line, before) => Shape::Bullet,
        _ => Shape::Paragraph,
    };
    if let Some(own) = number(&line.text) {
        *last = Some((own, shape == Shape::Bullet));
    }
    let text = match (kind, shape) {
        (_, Shape::Heading(_)) => behind_capital(&line.text).unwrap_or(text),
        // A number before a sentence may be what other places point at.
        (Lead::Number, Shape::Paragraph) => line.text.as_str(),
        _ => text,
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match (pieces.last_mut(), before) {
        (Some(last), Some(before))
            if shape == Shape::Paragraph && kind == Lead::None && goes_on(last, line, before) =>
        {
            join(last, &text);
        }
        _ => pieces.push(Piece::new(line.number, shape, text)),
    }
}

/// Adds to a piece what goes on with it.
fn join(last: &mut Piece, text: &str) {
    // A word cut at the end of a line keeps its hyphen: it may be its own.
    let space = if is_cut_word(&last.text) { "" } else { " " };
    last.text.push_str(space);
    last.text
        .push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
}

/// Says what stands between the marks of a line that is bold as a whole in Markdown: `**Your rights**`.
fn bold_line(text: &str) -> Option<&str> {
    let inner = ["**", "__"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark))?;
    let plain =
        !inner.contains("**") && !inner.contains("__") && inner.contains(char::is_alphanumeric);
    plain.then(|| inner.trim())
}

/// Takes for paragraphs the short lines that were taken for headings and have nothing under them, but for the name of the
/// notice at the top.
fn settle(pieces: &mut [Piece]) {
    for at in (0..pieces.len()).rev() {
        let next = pieces.get(at + 1);
        let stands_over = next.is_some_and(|next| !next.is_heading());
        let piece = &pieces[at];
        let known = super::sort::section(&piece.text).is_some();
        let name = at < 3 && piece.text.to_lowercase().contains("privacy");
        if piece.shape == Shape::Heading(0) && !stands_over && !known && !name && at > 0 {
            pieces[at].shape = Shape::Paragraph;
        }
    }
}
