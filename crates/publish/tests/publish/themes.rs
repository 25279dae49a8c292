//! Colours by number: our own and those of the example themes, by day and in the dark.
//!
//! WCAG 2.2: 1.4.3 wants 4.5 : 1 of text, 1.4.11 wants 3 : 1 of what shows where a control is.

use std::{collections::BTreeMap, fs, path::Path};

/// What stands on what, and how much it must differ from it.
const PAIRS: [(&str, &str, f64); 13] = [
    ("ink", "paper", 4.5),
    ("ink", "surface", 4.5),
    ("muted", "paper", 4.5),
    ("muted", "surface", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "surface", 4.5),
    ("on-accent", "accent", 4.5),
    ("chip-ink", "chip", 4.5),
    ("chip-ink", "surface", 3.0),
    ("border", "paper", 3.0),
    ("border", "surface", 3.0),
    ("ring", "paper", 3.0),
    ("ring", "surface", 3.0),
];

type Colours = BTreeMap<String, [f64; 3]>;

fn sheet(name: &str) -> String {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(name);
    fs::read_to_string(path).expect(name)
}

/// `#abc` or `#aabbcc`, each channel linear.
fn colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(wide.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        })
    };
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |[red, green, blue]: [f64; 3]| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What one rule of a theme sets: the colours by day, and those in the dark.
fn set_by(rule: &str) -> [Colours; 2] {
    let mut sets = [Colours::new(), Colours::new()];
    for line in rule.split(';') {
        let Some((_, line)) = line.split_once("--council-notice-") else {
            continue;
        };
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let (dark, name) = name
            .strip_prefix("dark-")
            .map_or((0, name), |name| (1, name));
        if let Some(colour) = colour(value) {
            sets[dark].insert(name.to_owned(), colour);
        }
    }
    sets
}

/// What our own style sheet falls back to: `var(--council-notice-ink, #16202b)`.
fn ours() -> [Colours; 2] {
    let css = sheet("www/card.css").replace(", #", ": #");
    set_by(&css.replace(')', ";"))
}

fn holds(colours: &Colours, name: &str) {
    for (on, ground, least) in PAIRS {
        let (Some(on_it), Some(behind)) = (colours.get(on), colours.get(ground)) else {
            continue;
        };
        let found = contrast(*on_it, *behind);
        assert!(found >= least, "{name}: {on} on {ground} is {found:.2}");
    }
}

#[test]
fn our_own_colours_can_be_told_apart() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    for (colours, name) in ours().iter().zip(["by day", "in the dark"]) {
        assert_eq!(colours.len(), 10, "{name}: {:?}", colours.keys());
        holds(colours, name);
    }
}

#[test]
fn the_example_themes_set_every_colour_and_all_can_be_told_apart() {
    for theme in ["theme-orchard", "theme-dusk"] {
        let css = sheet(&format!("public/demo/{theme}.css"));
        let mut rules = css.split('}').map(set_by);
        let whole = rules.next().expect(theme);
        for (set, own) in whole.iter().zip(ours()) {
            let names: Vec<_> = set.keys().collect();
            assert_eq!(names, own.keys().collect::<Vec<_>>(), "{theme}");
            holds(set, theme);
        }
        // An element with colours of its own takes the rest from the whole; the bar, which has them, needs these four.
        for rule in rules {
            for (own, mut all) in rule.into_iter().zip(whole.clone()) {
                all.extend(own);
                all.retain(|name, _| ["ink", "paper", "accent", "on-accent"].contains(&&**name));
                holds(&all, theme);
            }
        }
    }
}
