//! What a style sheet has browsers fetch. A page's policy holds for it as for the page itself.

use cssparser::{ParseError, Parser, Token};

/// Something that a style sheet names by its address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The first line is 1.
    pub line: u64,
    pub kind: Kind,
    pub address: String,
}

/// What is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Image,
    Font,
    Sheet,
}

impl Kind {
    /// Returns the directive that has a say in it, and what it is called.
    pub(super) fn directive(self) -> (&'static str, &'static str) {
        match self {
            Self::Image => ("img-src", "an image"),
            Self::Font => ("font-src", "a font"),
            Self::Sheet => ("style-src", "a style sheet"),
        }
    }
}

/// Lists what a style sheet names, in its order. A part of the same page (`#mark`) is fetched from nowhere.
pub(super) fn named(css: &str) -> Vec<Named> {
    let mut reading = Reading { found: Vec::new() };
    reading.rules(&mut Parser::new(css), Addresses::Urls(Kind::Image));
    reading.found
}

/// Which words of a rule are addresses.
#[derive(Clone, Copy)]
enum Addresses {
    /// Those in `url()`.
    Urls(Kind),
    /// Those, and a text by itself.
    Texts(Kind),
    /// The first of either; conditions and layers follow it.
    First(Kind),
    /// None: a namespace is a name only.
    Nothing,
}

struct Reading {
    found: Vec<Named>,
}

impl Reading {
    /// Reads rules, or what a bracket holds.
    fn rules(&mut self, parser: &mut Parser<'_>, around: Addresses) {
        let mut here = around;
        while let Ok(token) = parser.next().cloned() {
            let line = u64::from(parser.current_source_location().line) + 1;
            match token {
                Token::AtKeyword(name) => here = of_rule(&name, around),
                Token::Semicolon => here = around,
                Token::UnquotedUrl(address) => here = self.add(line, &address, here),
                Token::QuotedString(text) => {
                    if matches!(here, Addresses::Texts(_) | Addresses::First(_)) {
                        here = self.add(line, &text, here);
                    }
                }
                Token::Function(name) => {
                    let within = in_function(&name, here);
                    self.bracket(parser, within);
                    if let (Addresses::First(_), Addresses::Texts(_)) = (here, within) {
                        here = Addresses::Nothing;
                    }
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock => self.bracket(parser, here),
                Token::CurlyBracketBlock => {
                    self.bracket(parser, here);
                    here = around;
                }
                _ => {}
            }
        }
    }

    fn bracket(&mut self, parser: &mut Parser<'_>, within: Addresses) {
        // What is nested too deep for the parser is passed over.
        let _ = parser.parse_nested_block(|parser| {
            self.rules(parser, within);
            Ok::<(), ParseError<()>>(())
        });
    }

    /// Adds an address, and returns which of the rule's words are addresses after it.
    fn add(&mut self, line: u64, address: &str, here: Addresses) -> Addresses {
        let (kind, next) = match here {
            Addresses::Urls(kind) | Addresses::Texts(kind) => (kind, here),
            Addresses::First(kind) => (kind, Addresses::Nothing),
            Addresses::Nothing => return here,
        };
        let address = address.trim();
        if !address.is_empty() && !address.starts_with('#') {
            self.found.push(Named {
                line,
                kind,
                address: address.to_owned(),
            });
        }
        next
    }
}

fn of_rule(name: &str, around: Addresses) -> Addresses {
    match name.to_ascii_lowercase().as_str() {
        "import" => Addresses::First(Kind::Sheet),
        "font-face" => Addresses::Urls(Kind::Font),
        "namespace" => Addresses::Nothing,
        _ => around,
    }
}

fn in_function(name: &str, here: Addresses) -> Addresses {
    let name = name.to_ascii_lowercase();
    match (name.as_str(), here) {
        (_, Addresses::Nothing) => here,
        (
            "url" | "src",
            Addresses::Urls(kind) | Addresses::Texts(kind) | Addresses::First(kind),
        ) => Addresses::Texts(kind),
        ("image-set" | "-webkit-image-set", _) => Addresses::Texts(Kind::Image),
        // The kind of an image within a set is a text, too.
        (_, Addresses::Texts(kind)) => Addresses::Urls(kind),
        _ => here,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(css: &str) -> Vec<(u64, Kind, String)> {
        let all = named(css).into_iter();
        all.map(|it| (it.line, it.kind, it.address)).collect()
    }

    #[test]
    fn each_address_has_its_kind_and_its_line() {
        for (css, kind, address) in [
            ("p { background: url(a.png) }", Kind::Image, "a.png"),
            (
                "p { background: URL( 'a.png' ) no-repeat }",
                Kind::Image,
                "a.png",
            ),
            (
                "@media (width > 2px) { p { cursor: url(a.cur), auto } }",
                Kind::Image,
                "a.cur",
            ),
            (
                "p { & b { mask: url(\"a.svg#b\") } }",
                Kind::Image,
                "a.svg#b",
            ),
            (
                "p { background: image-set('a.png' type('image/png')) }",
                Kind::Image,
                "a.png",
            ),
            (
                "p { background: -webkit-image-set(url(a.png) 1x) }",
                Kind::Image,
                "a.png",
            ),
            (
                "p { --logo: url(a.png); content: 'b.png' }",
                Kind::Image,
                "a.png",
            ),
            (
                "@font-face { font-family: 'A'; src: url(a.woff2) format('woff2') }",
                Kind::Font,
                "a.woff2",
            ),
            (
                "@FONT-FACE { src: local('A'), url('a.woff2') }",
                Kind::Font,
                "a.woff2",
            ),
            (
                "@import 'a.css' layer(b) supports(display: grid);",
                Kind::Sheet,
                "a.css",
            ),
            ("@import url(a.css) screen;", Kind::Sheet, "a.css"),
            (
                "@import url('a.css') screen and (width > 2px);",
                Kind::Sheet,
                "a.css",
            ),
            (
                "@namespace svg url(http://www.w3.org/2000/svg);\n@import 'b' ;",
                Kind::Sheet,
                "b",
            ),
        ] {
            let line = 2 + u64::from(css.contains('\n'));
            assert_eq!(
                told(&format!("/* url(x) */\n{css}")),
                [(line, kind, address.to_owned())],
                "{css}"
            );
        }
    }

    #[test]
    fn what_fetches_nothing_is_passed_over() {
        for css in [
            "",
            "p { fill: url(#a) }",
            "p { background: url() }",
            "p::before { content: \"url(a.png)\" }",
            "@namespace 'http://www.w3.org/1999/xhtml';",
            "@charset \"utf-8\"; p { font-family: 'A' }",
            "} ) ]",
        ] {
            assert_eq!(told(css), [], "{css}");
        }
    }

    #[test]
    fn a_rule_behind_a_broken_one_is_read() {
        let css = "p { color: ; } }\n@font-face { src: url(a.woff) }\nb { background: url(b.png";
        assert_eq!(
            told(css),
            [
                (2, Kind::Font, "a.woff".to_owned()),
                (3, Kind::Image, "b.png".to_owned())
            ]
        );
    }

    /// However deep it is nested.
    #[test]
    fn no_style_sheet_breaks_the_reader() {
        for mark in ["{", "(", "[", "url(", "a{b:", "@import "] {
            named(&mark.repeat(20_000));
        }
    }
}
