//! Articles that a text cites, alone or as a list: `Art. 22`, `Articles 21 and 22(1)`, `Arts. 13(2)(f), 14(2)(g)`, `Articles 44 to 49`.

use super::text::{fold, words};

/// An article of the UK GDPR that a text cites, by its own number or within a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Article {
    /// Its number, with the letter of one that was put in: `22`, `22a`.
    pub(super) number: String,
    /// The paragraph and the point, in small letters: `1`, `ea`.
    pub(super) points: Vec<String>,
    /// The text does not name it: it lies between the ends of a range.
    pub(super) is_between: bool,
}

/// What a text is made of, as far as citations go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// What stands right behind another token: a few letters or figures in brackets, or behind a stop.
    Point(String),
    /// The same after a space, as in “Article 6(1)(e) and (f)”.
    Apart(String),
    /// Any other mark.
    Mark(char),
}

/// Lists the articles of the UK GDPR that a text cites.
pub(super) fn cited(text: &str) -> Vec<Article> {
    let text = fold(text);
    // Most sentences cite nothing.
    if !text.contains("art") {
        return Vec::new();
    }
    let tokens = tokens(&text);
    let mut all = Vec::new();
    for at in 0..tokens.len() {
        let plural = match &tokens[at] {
            Token::Word(word) if matches!(word.as_str(), "article" | "art") => false,
            Token::Word(word) if matches!(word.as_str(), "articles" | "arts") => true,
            _ => continue,
        };
        let dot = usize::from(tokens.get(at + 1) == Some(&Token::Mark('.')));
        let (first, list, rest) = list(&tokens[at + 1 + dot..]);
        if is_of_another(rest) {
            continue;
        }
        // “Under Article 6, 22 people …”: one article has no list behind it, unless the list is all that there is.
        let counts = plural || ends_a_list(rest);
        all.extend(first);
        all.extend(list.into_iter().filter(|_| counts));
    }
    all
}

/// Returns the number of the article that a name is: `Article 22` or `Art. 22`.
pub(super) fn number_of(name: &str) -> Option<String> {
    match &words(name)[..] {
        [article, number] if article == "article" || article == "art" => {
            is_number(number).then(|| number.clone())
        }
        _ => None,
    }
}

/// Says where the word for articles stands among words.
pub(super) fn places(words: &[String]) -> impl Iterator<Item = usize> {
    let all = words.iter().enumerate();
    let is = |word: &str| matches!(word, "article" | "articles" | "art" | "arts");
    all.filter(move |(_, word)| is(word)).map(|(at, _)| at)
}

/// Says whether a word is the number of an article: up to two figures, and a letter if it was put in.
fn is_number(word: &str) -> bool {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    let letter = &word[figures..];
    (1..=2).contains(&figures)
        && letter.len() <= 1
        && letter.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Reads one article, and those that are listed behind it; what follows is left.
fn list(tokens: &[Token]) -> (Option<Article>, Vec<Article>, &[Token]) {
    let (Some(first), mut rest) = item(tokens) else {
        return (None, Vec::new(), tokens);
    };
    let mut last = first.clone();
    let mut list = Vec::new();
    loop {
        let between = rest.iter().take_while(|token| is_between(token)).count();
        // A list has a mark, a word, or both between two of its articles.
        if !(1..=2).contains(&between) {
            break;
        }
        let (next, after) = match &rest[between..] {
            [Token::Apart(point), after @ ..] => (points_of(&last, point), after),
            tokens => match item(tokens) {
                (Some(next), after) => (next, after),
                _ => break,
            },
        };
        // “Points (a) to (f)” are all that there are, and no choice among them.
        let ranges = rest[..between].iter().any(is_range);
        let all = ranges && next.number == last.number;
        if ranges {
            list.extend(lying_between(&last.number, &next.number));
        }
        last = next.clone();
        list.extend((!all).then_some(next));
        rest = after;
    }
    (Some(first), list, rest)
}

/// Reads one article with its paragraph and point.
fn item(tokens: &[Token]) -> (Option<Article>, &[Token]) {
    let [Token::Word(number), rest @ ..] = tokens else {
        return (None, tokens);
    };
    if !is_number(number) {
        return (None, tokens);
    }
    let points: Vec<String> = rest
        .iter()
        .map_while(|token| match token {
            Token::Point(point) | Token::Apart(point) => Some(point.clone()),
            _ => None,
        })
        .collect();
    let rest = &rest[points.len()..];
    let number = number.clone();
    let article = Article {
        number,
        points,
        is_between: false,
    };
    (Some(article), rest)
}

/// Returns the article whose last point is another: the second of “Article 6(1)(e) and (f)”.
fn points_of(article: &Article, point: &str) -> Article {
    let mut next = article.clone();
    next.points.pop();
    next.points.push(point.to_owned());
    next
}

/// Lists the articles that lie between the ends of a range: 13 to 22 of “12 to 23”, 22B and 22C of “22A to 22D”. Between articles with
/// letters and other numbers lies what no count tells: of “44A to 49A” only the ends are known.
fn lying_between(first: &str, last: &str) -> Vec<Article> {
    let parts = |number: &str| {
        let letter = number.bytes().last().filter(u8::is_ascii_lowercase);
        let figures = number.trim_end_matches(|mark: char| mark.is_ascii_lowercase());
        Some((figures.parse::<u8>().ok()?, letter))
    };
    let numbers: Vec<String> = match (parts(first), parts(last)) {
        (Some((first, None)), Some((last, None))) => {
            (first + 1..last).map(|it| it.to_string()).collect()
        }
        (Some((first, Some(from))), Some((last, Some(to)))) if first == last => (from + 1..to)
            .map(|letter| format!("{first}{}", char::from(letter)))
            .collect(),
        _ => Vec::new(),
    };
    let whole = |number| Article {
        number,
        points: Vec::new(),
        is_between: true,
    };
    numbers.into_iter().map(whole).collect()
}

fn is_between(token: &Token) -> bool {
    match token {
        Token::Mark(mark) => matches!(mark, ',' | ';' | '&' | '-' | '/'),
        Token::Word(word) => matches!(word.as_str(), "and" | "or" | "to" | "through" | "up"),
        _ => false,
    }
}

/// Says whether it stands between the ends of a range.
fn is_range(token: &Token) -> bool {
    match token {
        Token::Mark(mark) => *mark == '-',
        Token::Word(word) => matches!(word.as_str(), "to" | "through"),
        _ => false,
    }
}

/// Says whether what follows a list leaves its last number one of an article, and not of what is counted.
fn ends_a_list(rest: &[Token]) -> bool {
    match rest.first() {
        None | Some(Token::Mark(_)) => true,
        Some(Token::Word(word)) => {
            matches!(word.as_str(), "of" | "uk" | "gdpr" | "in" | "and" | "or")
        }
        Some(_) => false,
    }
}

/// Says whether what follows says that the articles are of another law: a convention, an order, a treaty.
fn is_of_another(rest: &[Token]) -> bool {
    const OTHERS: [&str; 15] = [
        "act",
        "charter",
        "code",
        "constitution",
        "convention",
        "covenant",
        "directive",
        "echr",
        "order",
        "protocol",
        "rules",
        "teu",
        "tfeu",
        "treaty",
        "uncrc",
    ];
    let words = rest.iter().map_while(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        // “of the (General Permitted Development) Order”
        Token::Mark('(' | ')' | '-') | Token::Point(_) | Token::Apart(_) => Some(""),
        Token::Mark(_) => None,
    });
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(12).collect();
    match words.first() {
        Some(&("of" | "in" | "under")) => {
            let own = |word: &&str| matches!(*word, "gdpr" | "data");
            words.iter().any(|word| OTHERS.contains(word)) && !words.iter().any(own)
        }
        Some(first) => OTHERS.contains(first),
        None => false,
    }
}

/// Splits a folded text.
fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut rest = text;
    let mut joined = false;
    while let Some(mark) = rest.chars().next() {
        let (token, length) = if mark.is_alphanumeric() {
            let end = rest.find(|mark: char| !mark.is_alphanumeric());
            let word = &rest[..end.unwrap_or(rest.len())];
            // The letter of “Article 6(1)f”.
            let behind = joined && matches!(all.last(), Some(Token::Point(_)));
            let token = if behind { Token::Point } else { Token::Word };
            (Some(token(word.to_owned())), word.len())
        } else if let Some((point, length)) = point(rest, joined) {
            let token = if joined { Token::Point } else { Token::Apart };
            (Some(token(point)), length)
        } else if mark.is_whitespace() {
            (None, mark.len_utf8())
        } else {
            (Some(Token::Mark(mark)), mark.len_utf8())
        };
        joined = matches!(token, Some(Token::Word(_) | Token::Point(_)));
        all.extend(token);
        rest = &rest[length..];
    }
    all
}

/// Returns the paragraph or the point that a text begins with, and how long it is written: `(1)`, `(ea)`; `.1` behind a number.
fn point(text: &str, joined: bool) -> Option<(String, usize)> {
    let (inside, marks) = match text.strip_prefix('(') {
        Some(rest) => (rest.split_once(')')?.0, 2),
        None if joined => {
            let rest = text.strip_prefix('.')?;
            let end = rest.find(|mark: char| !mark.is_alphanumeric());
            (&rest[..end.unwrap_or(rest.len())], 1)
        }
        None => return None,
    };
    let short = (1..=3).contains(&inside.len());
    let plain = inside.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (short && plain).then(|| (inside.to_owned(), inside.len() + marks))
}

#[cfg(test)]
mod tests {
    use super::{cited, number_of};

    fn written(text: &str) -> Vec<String> {
        let write = |it: super::Article| {
            let points: Vec<String> = it.points.iter().map(|it| format!("({it})")).collect();
            it.number + &points.concat()
        };
        cited(text).into_iter().map(write).collect()
    }

    #[test]
    fn articles_are_read_one_by_one_from_lists_and_ranges() {
        for (text, wanted) in [
            ("See Article 22 of the UK GDPR.", &["22"][..]),
            ("Art 77 applies.", &["77"]),
            ("Under Art. 45, data may leave.", &["45"]),
            ("Articles 21 and 22 of the UK GDPR", &["21", "22"]),
            ("ARTICLES 22 AND 77", &["22", "77"]),
            ("Articles 44 to 49", &["44", "45", "46", "47", "48", "49"]),
            (
                "Arts. 44–49 of the UK GDPR",
                &["44", "45", "46", "47", "48", "49"],
            ),
            ("Arts 20-22", &["20", "21", "22"]),
            ("Article 20 up to 22", &["20", "21", "22"]),
            (
                "Articles 6, 12 through 14 and 77",
                &["6", "12", "13", "14", "77"],
            ),
            ("Articles 12(1) to 14(2)", &["12(1)", "13", "14(2)"]),
            ("Articles 12, 14", &["12", "14"]),
            ("Articles 12 and 14", &["12", "14"]),
            ("Articles 14 to 12", &["14", "12"]),
            ("Articles 44A to 49A", &["44a", "49a"]),
            ("Articles 22 to 22D", &["22", "22d"]),
            ("Articles 15, 16, 17 & 22", &["15", "16", "17", "22"]),
            ("Articles 15, 16, and 22.", &["15", "16", "22"]),
            (
                "Articles 13(2)(f), 14(2)(g) and 22(1)",
                &["13(2)(f)", "14(2)(g)", "22(1)"],
            ),
            ("Article 6(1)(e) and (f)", &["6(1)(e)", "6(1)(f)"]),
            ("Article 6(1)(ea)", &["6(1)(ea)"]),
            ("Article 6 (1) (ea)", &["6(1)(ea)"]),
            ("Article 6(1)(a) to (f)", &["6(1)(a)"]),
            ("Article 6(1)f and Article 9.2(h)", &["6(1)(f)", "9(2)(h)"]),
            (
                "Article 6(1)(e), a task in the public interest",
                &["6(1)(e)"],
            ),
            ("Article 21 and 22 of the UK GDPR", &["21", "22"]),
            ("Article 21 and Article 22", &["21", "22"]),
            ("Articles 22A to 22D", &["22a", "22b", "22c", "22d"]),
            ("Article 44A", &["44a"]),
        ] {
            assert_eq!(written(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_counted_or_of_another_law_is_no_article() {
        for (text, wanted) in [
            ("Under Article 6, 22 people were told.", &["6"][..]),
            ("Article 6 and 22 other reasons", &["6"]),
            ("We publish 22 articles and 77 letters.", &[]),
            ("Our part 22 rules", &[]),
            ("Art of the 22nd century, art 1945", &[]),
            (
                "Article 22 of the Convention on the Rights of the Child",
                &[],
            ),
            (
                "Articles 44 and 45 of the Town and Country Planning (Development Management) Order 2015",
                &[],
            ),
            ("Article 8 ECHR and Article 22 of the UK GDPR", &["22"]),
            ("Article 45 of the Treaty", &[]),
            ("Articles 12 to 23 of the Convention", &[]),
            (
                "Articles 22 and 77 of the General Data Protection Regulation",
                &["22", "77"],
            ),
            (
                "Article 22 of the UK GDPR and the Human Rights Act 1998",
                &["22"],
            ),
        ] {
            assert_eq!(written(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_name_is_an_article_or_another() {
        assert_eq!(number_of("Article 22").as_deref(), Some("22"));
        assert_eq!(number_of("Art. 45").as_deref(), Some("45"));
        assert_eq!(number_of("adequacy decision"), None);
        assert_eq!(number_of("Article 29 Working Party"), None);
    }
}
