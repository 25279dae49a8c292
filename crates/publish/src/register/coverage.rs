//! Pages and placements: which page has no notice, and which placements want the same one.

use notice::placement::{Placement, literal_prefix, split};

use super::{HasForm, SeenPage};

/// What the known pages and the placements make of each other.
#[derive(Debug)]
pub(crate) struct Coverage<'a> {
    /// The worst first.
    pub pages: Vec<KnownPage<'a>>,
    pub meetings: Vec<Meeting<'a>>,
    /// Placements that no known page belongs to.
    pub idle: Vec<&'a Placement>,
}

/// Holds a page, and where its notice comes from.
#[derive(Debug)]
pub(crate) struct KnownPage<'a> {
    pub page: SeenPage,
    pub claim: Claim,
    /// Every placement that fits, the one that wins first.
    pub placements: Vec<&'a Placement>,
}

/// How a page comes by its notice, from bad to good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Claim {
    /// Its tag names a notice that does not exist, so that it shows none.
    Unknown,
    /// It asks people for something and tells them nothing.
    Missing,
    /// It holds a notice that has changed since.
    Old,
    /// Placements that say different things fit it.
    Several,
    /// One notice: by a placement, or by a tag of its own.
    One,
    /// None, and nothing is asked for there.
    NotNeeded,
}

/// Two placements that fit the same pages and say different things.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Meeting<'a> {
    /// The one that stands first in the file, and wins.
    pub first: &'a Placement,
    pub second: &'a Placement,
    /// The first fits wherever the second does: the second never counts.
    pub never: bool,
}

impl<'a> Coverage<'a> {
    /// Holds pages and placements against each other. A page that is known twice counts once. `exists` says whether there
    /// is a notice of that id.
    pub(crate) fn of(
        placements: &'a [Placement],
        mut pages: Vec<SeenPage>,
        exists: impl Fn(&str) -> bool,
    ) -> Self {
        pages.sort_by(|one, two| {
            let key = |page: &SeenPage| (page.host.clone(), page.path.clone(), page.form);
            key(one).cmp(&key(two))
        });
        pages.dedup_by(|second, first| {
            let same = (&first.host, &first.path) == (&second.host, &second.path);
            if same {
                first.names.append(&mut second.names);
                first.includes.append(&mut second.includes);
            }
            same
        });
        let mut used = vec![false; placements.len()];
        let mut known: Vec<KnownPage> = pages
            .into_iter()
            .map(|page| {
                let mut fits = Vec::new();
                for (place, placement) in placements.iter().enumerate() {
                    if placement.claims(&page.host, &page.path) {
                        used[place] = true;
                        fits.push(placement);
                    }
                }
                let claim = if !page.names.iter().all(|name| exists(name)) {
                    Claim::Unknown
                } else if !page.includes.is_empty() {
                    Claim::Old
                } else {
                    claim(&page, &fits)
                };
                KnownPage {
                    page,
                    claim,
                    placements: fits,
                }
            })
            .collect();
        known.sort_by_key(|known| known.claim);
        let idle = placements.iter().zip(used).filter(|(_, used)| !used);
        Self {
            pages: known,
            meetings: meetings(placements),
            idle: idle.map(|(placement, _)| placement).collect(),
        }
    }
}

fn claim(page: &SeenPage, fits: &[&Placement]) -> Claim {
    match (fits, page.form) {
        ([], HasForm::Yes) if page.names.is_empty() => Claim::Missing,
        ([], HasForm::No) if page.names.is_empty() => Claim::NotNeeded,
        // A tag that names its notice has the last word.
        ([first, rest @ ..], _)
            if page.names.is_empty() && rest.iter().any(|other| !agree(first, other)) =>
        {
            Claim::Several
        }
        _ => Claim::One,
    }
}

fn agree(one: &Placement, two: &Placement) -> bool {
    (&one.service, &one.part, &one.audience) == (&two.service, &two.part, &two.audience)
}

/// Finds the pairs, in the order of the file. Only placements whose literal beginnings fit are held against each other, so the
/// time grows with the pairs that could meet.
fn meetings(placements: &[Placement]) -> Vec<Meeting<'_>> {
    let beginning = |placement: &Placement| split(literal_prefix(&placement.address)).1.to_owned();
    let mut sorted: Vec<_> = placements.iter().enumerate().collect();
    sorted.sort_by_cached_key(|(_, placement)| beginning(placement));
    let mut found = Vec::new();
    for (at, &(one_place, one)) in sorted.iter().enumerate() {
        let start = beginning(one);
        let near = sorted[at + 1..]
            .iter()
            .take_while(|(_, other)| beginning(other).starts_with(&start));
        for &(two_place, two) in near {
            let (first, second) = if one_place < two_place {
                (one, two)
            } else {
                (two, one)
            };
            if !agree(first, second) && meet(first, second) {
                let (host, path) = split(&second.address);
                let plain = !path.contains('*') && first.claims(host, path);
                let meeting = Meeting {
                    first,
                    second,
                    never: plain,
                };
                found.push((one_place.min(two_place), one_place.max(two_place), meeting));
            }
        }
    }
    found.sort_by_key(|&(first, second, _)| (first, second));
    found.into_iter().map(|(_, _, meeting)| meeting).collect()
}

/// Says whether there can be an address that both fit.
fn meet(one: &Placement, two: &Placement) -> bool {
    let ((one_host, one), (two_host, two)) = (split(&one.address), split(&two.address));
    let hosts =
        one_host.is_empty() || two_host.is_empty() || one_host.eq_ignore_ascii_case(two_host);
    hosts && both(&tokens(one), &tokens(two))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Byte(u8),
    /// `*`
    Segment,
    /// `**`
    Any,
}

fn tokens(pattern: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut bytes = pattern.bytes().peekable();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'*' if bytes.next_if_eq(&b'*').is_some() => Token::Any,
            b'*' => Token::Segment,
            byte => Token::Byte(byte),
        });
    }
    out
}

/// Says whether two patterns have a text in common: from the end of both backwards, whether what is left of them has.
fn both(one: &[Token], two: &[Token]) -> bool {
    // `after[b]`: whether `one[a + 1..]` and `two[b..]` have a text in common; `now` the same for `one[a..]`.
    let empty = |rest: &[Token]| rest.iter().all(|token| !matches!(token, Token::Byte(_)));
    let mut after: Vec<bool> = (0..=two.len()).map(|b| empty(&two[b..])).collect();
    for a in (0..one.len()).rev() {
        let mut now = vec![false; two.len() + 1];
        now[two.len()] = empty(&one[a..]);
        for b in (0..two.len()).rev() {
            now[b] = match (one[a], two[b]) {
                (Token::Byte(x), Token::Byte(y)) => x == y && after[b + 1],
                // A star stands for nothing more, or takes the other's byte.
                (star, Token::Byte(y)) => after[b] || (takes(star, y) && now[b + 1]),
                (Token::Byte(x), star) => now[b + 1] || (takes(star, x) && after[b]),
                _ => after[b] || now[b + 1],
            };
        }
        after = now;
    }
    after[0]
}

fn takes(star: Token, byte: u8) -> bool {
    star == Token::Any || byte != b'/'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(address: &str, service: &str) -> Placement {
        Placement {
            address: address.into(),
            service: service.into(),
            part: None,
            audience: None,
            form: None,
        }
    }

    fn page(path: &str, form: HasForm) -> SeenPage {
        SeenPage {
            host: String::new(),
            path: path.into(),
            form,
            names: Vec::new(),
            includes: Vec::new(),
        }
    }

    #[test]
    fn patterns_meet_when_an_address_fits_both() {
        let both = |one: &str, two: &str| {
            let there = meet(&line(one, "a"), &line(two, "b"));
            assert_eq!(there, meet(&line(two, "b"), &line(one, "a")), "{one} {two}");
            there
        };
        assert!(both("/a/*", "/*/b"));
        assert!(both("/a/**", "/a/b/c"));
        assert!(both("/**/z", "/a/*"));
        assert!(both("/a", "derby.gov.uk/a"));
        assert!(both("/a*c", "/ab*"));
        assert!(!both("/a/*", "/a/b/c"));
        assert!(!both("/a", "/b"));
        assert!(!both("one.uk/a", "two.uk/a"));
        assert!(!both("/*/a", "/b"));
    }

    #[test]
    fn only_placements_that_disagree_are_told_and_in_the_order_of_the_file() {
        let lines = [
            line("/a/**", "one"),
            line("/a/b", "two"),
            line("/a/c", "one"),
            line("/*/d*", "three"),
        ];
        let told: Vec<_> = meetings(&lines)
            .iter()
            .map(|it| {
                (
                    it.first.address.clone(),
                    it.second.address.clone(),
                    it.never,
                )
            })
            .collect();
        let text = |one: &str, two: &str, never| (one.to_owned(), two.to_owned(), never);
        assert_eq!(
            told,
            [text("/a/**", "/a/b", true), text("/a/**", "/*/d*", false)]
        );
    }

    #[test]
    fn a_page_that_asks_without_a_notice_comes_first() {
        let lines = [
            line("/a", "one"),
            line("/*", "two"),
            line("/never/*", "one"),
        ];
        let pages = vec![
            page("/b/c", HasForm::No),
            page("/a", HasForm::Yes),
            page("/b", HasForm::Yes),
            page("/c/d", HasForm::Yes),
            SeenPage {
                names: vec!["three".to_owned()],
                ..page("/b/tag", HasForm::Yes)
            },
            SeenPage {
                names: vec!["one".to_owned()],
                ..page("/b/good", HasForm::Yes)
            },
        ];
        let coverage = Coverage::of(&lines, pages, |id| id == "one" || id == "two");
        let told: Vec<_> = coverage
            .pages
            .iter()
            .map(|known| (known.page.path.as_str(), known.claim))
            .collect();
        assert_eq!(
            told,
            [
                ("/b/tag", Claim::Unknown),
                ("/c/d", Claim::Missing),
                ("/a", Claim::Several),
                ("/b", Claim::One),
                ("/b/good", Claim::One),
                ("/b/c", Claim::NotNeeded),
            ]
        );
        assert_eq!(coverage.idle, [&lines[2]]);
    }
}
