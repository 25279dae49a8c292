//! The tables: Markdown for people, JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    candidate::{ALL, Candidate, NONE, Side},
    figure::{Figure, Run, Spread},
    visit::Setting,
};

/// All runs, by setting and candidate.
pub(crate) struct Report {
    pub runs: Vec<Run>,
    pub rounds: usize,
    /// `2026-11-22`.
    pub date: String,
    pub browser: String,
}

/// What a figure is held against.
pub(crate) enum Against {
    /// Another's figure: the ratio of ours to it counts.
    Other(&'static str, f64),
    /// Nothing: our figure counts by itself.
    Nothing,
}

/// A promise about ours.
pub(crate) struct Aim {
    pub what: &'static str,
    pub ours: f64,
    pub against: Against,
    pub at_most: f64,
}

impl Aim {
    /// What must be no more than the aim.
    pub(crate) fn value(&self) -> f64 {
        match self.against {
            Against::Other(_, other) => self.ours / other,
            Against::Nothing => self.ours,
        }
    }
}

/// With which of our set-ups a figure is held against which peers.
type Wanted = (
    &'static str,
    &'static str,
    Figure,
    fn(&Candidate) -> bool,
    f64,
);

/// Whether a peer makes its notice by script.
fn is_peer(candidate: &Candidate) -> bool {
    matches!(candidate.side, Side::Peer { .. })
}

/// The lightest peer of all offers no preferences; what a repeat visit costs is held against those that do.
fn is_full(candidate: &Candidate) -> bool {
    candidate.side == Side::Peer { full: true }
}

const SCRIPT: &str = "council-notice";
const BAR: &str = "council-notice-bar";
const CARD: &str = "council-notice-card";

const WANTED: [Wanted; 8] = [
    (
        "Bar in the page, shown, to the fastest peer's",
        BAR,
        Figure::Shown,
        is_peer,
        0.75,
    ),
    (
        "Bar by script, shown, to the fastest peer's",
        SCRIPT,
        Figure::Shown,
        is_peer,
        0.85,
    ),
    (
        "Bytes until the choice, to orejime's",
        SCRIPT,
        Figure::Bytes,
        |it| it.id == "orejime",
        0.3,
    ),
    (
        "Repeat visit: bytes, to the lightest full peer's",
        SCRIPT,
        Figure::AgainBytes,
        is_full,
        0.3,
    ),
    (
        "Repeat visit: script, to the least of a full peer's",
        SCRIPT,
        Figure::AgainScript,
        is_full,
        0.8,
    ),
    (
        "Accept to 1 script run, to the fastest peer's",
        SCRIPT,
        Figure::Gated(0),
        is_peer,
        1.0,
    ),
    (
        "Accept to 100 scripts run, to the fastest peer's",
        SCRIPT,
        Figure::Gated(1),
        is_peer,
        1.0,
    ),
    (
        "Accept to 1,000 scripts run, to the fastest peer's",
        SCRIPT,
        Figure::Gated(2),
        is_peer,
        1.0,
    ),
];

/// What one of our set-ups is held to by itself.
const ALONE: [(&str, &str, Figure, f64); 5] = [
    (
        "Bar in the page, shown, to the page's own first paint",
        BAR,
        Figure::ToPaint,
        1.02,
    ),
    (
        "Privacy notice in the page, shown, to the page's own first paint",
        CARD,
        Figure::ToPaint,
        1.02,
    ),
    ("Repeat visit: requests", SCRIPT, Figure::AgainRequests, 1.0),
    ("Layout shift, bar in the page", BAR, Figure::Shift, 0.01),
    (
        "Layout shift, privacy notice in the page",
        CARD,
        Figure::Shift,
        0.01,
    ),
];

/// Milliseconds by which the page's own first paint may come later.
const DELAY: f64 = 10.0;

impl Report {
    /// A figure of one candidate.
    pub(crate) fn get(&self, setting: Setting, id: &str, figure: Figure) -> Option<Spread> {
        figure.of(self.run(setting, id)?, self.run(setting, NONE.id))
    }

    fn run(&self, setting: Setting, id: &str) -> Option<&Run> {
        self.runs
            .iter()
            .find(|run| run.setting == setting && run.candidate.id == id)
    }

    /// What is aimed at, and what came of it.
    pub(crate) fn aims(&self) -> Vec<Aim> {
        let median = |id, figure| Some(self.get(Setting::Throttled, id, figure)?.median);
        let held = WANTED
            .into_iter()
            .filter_map(|(what, id, figure, is_held_to, at_most)| {
                let (peer, least) = ALL
                    .iter()
                    .filter(|candidate| is_held_to(candidate))
                    .filter_map(|peer| Some((peer.id, median(peer.id, figure)?)))
                    .min_by(|one, two| one.1.total_cmp(&two.1))?;
                Some(Aim {
                    what,
                    ours: median(id, figure)?,
                    against: Against::Other(peer, least),
                    at_most,
                })
            });
        let alone = ALONE.into_iter().filter_map(|(what, id, figure, at_most)| {
            Some(Aim {
                what,
                ours: median(id, figure)?,
                against: Against::Nothing,
                at_most,
            })
        });
        let delays = [
            ("First paint with us, later than without, ms", SCRIPT),
            ("The same, bar in the page, ms", BAR),
            ("The same, privacy notice in the page, ms", CARD),
        ];
        let delays = delays.into_iter().filter_map(|(what, id)| {
            Some(Aim {
                what,
                ours: median(id, Figure::Paint)? - median(NONE.id, Figure::Paint)?,
                against: Against::Nothing,
                at_most: DELAY,
            })
        });
        let many = median(SCRIPT, Figure::Gated(2)).zip(median(SCRIPT, Figure::Gated(1)));
        let linear = many.map(|(many, some)| Aim {
            what: "Accept to 1,000 scripts run, to that to 100",
            ours: many,
            against: Against::Other("its own 100", some),
            at_most: 10.0,
        });
        held.chain(linear).chain(alone).chain(delays).collect()
    }

    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "# Side by side\n\n{}, {}, rounds: {}, each figure a median (least to most), each candidate with a fresh browser in every \
             round, one after the other. The same page, server and compression (brotli 11) for all. Bytes, requests, script, \
             nodes and heap come on top of the page's own. A repeat visit follows a refusal and starts with an empty cache.\n",
            self.date, self.browser, self.rounds,
        );
        text.push_str("\n## Aims\n\nThrottled.\n\n| | council-notice | peer | measured | aim | |\n|---|---:|---:|---:|---:|---|\n");
        for aim in self.aims() {
            let value = aim.value();
            let kept = if value <= aim.at_most {
                "kept"
            } else {
                "missed"
            };
            let peer = match aim.against {
                Against::Other(peer, figure) => format!("{figure:.1} ({peer})"),
                Against::Nothing => String::new(),
            };
            let Aim {
                what,
                ours,
                at_most,
                ..
            } = aim;
            let _ = writeln!(
                text,
                "| {what} | {ours:.1} | {peer} | {value:.2} | ≤ {at_most} | {kept} |"
            );
        }
        text.push_str(
            "\nA full peer is one with preferences by category. cookieconsent 3.1.1 has none, nor does it keep a script waiting. \
             GOV.UK Frontend's banner is markup that is simply there, without the script that a service would write for it: the limit.\n",
        );
        let slow = "150 ms, 1.6 Mb/s, processor four times slower";
        self.table(&mut text, slow, Setting::Throttled, &Figure::VISITS);
        let bare = "The same, with a page that has no style sheet of its own";
        self.table(&mut text, bare, Setting::Bare, &Figure::FIRST);
        self.table(&mut text, "Unthrottled", Setting::Full, &Figure::VISITS);
        let gated = "Accept to the last gated script, processor four times slower";
        self.table(&mut text, gated, Setting::Throttled, &Figure::GATED);
        text.push_str("\n“–”: was not tried, or has no such thing: where settings name a single function, it is the one script.\n");
        text
    }

    fn table(&self, text: &mut String, title: &str, setting: Setting, figures: &[Figure]) {
        let names: Vec<_> = figures.iter().map(|figure| figure.name()).collect();
        let _ = writeln!(text, "\n## {title}\n\n| | {} |", names.join(" | "));
        let _ = writeln!(text, "|---|{}", "---:|".repeat(figures.len()));
        for candidate in ALL.iter().chain([&NONE]) {
            let _ = write!(text, "| {} |", candidate.name);
            for &figure in figures {
                let cell = self.get(setting, candidate.id, figure);
                let _ = write!(
                    text,
                    " {} |",
                    cell.map_or("–".into(), |cell| told(figure, cell))
                );
            }
            text.push('\n');
        }
    }

    pub(crate) fn json(&self) -> Value {
        let runs = self.runs.iter().map(|run| {
            let medians = Figure::VISITS.iter().chain(&Figure::GATED);
            let medians = medians.filter_map(|figure| {
                let value = self.get(run.setting, run.candidate.id, *figure)?;
                Some((figure.name(), json!(value)))
            });
            json!({
                "setting": run.setting,
                "candidate": run.candidate.id,
                "figures": medians.collect::<serde_json::Map<_, _>>(),
                "trials": run.trials,
            })
        });
        json!({
            "date": self.date,
            "browser": self.browser,
            "rounds": self.rounds,
            "runs": runs.collect::<Vec<_>>(),
        })
    }
}

/// The median, and the spread where there is one.
fn told(
    figure: Figure,
    Spread {
        median,
        least,
        most,
    }: Spread,
) -> String {
    let digits = figure.digits();
    let [median, least, most] = [median, least, most].map(|value| format!("{value:.digits$}"));
    if least == most {
        median
    } else {
        format!("{median} ({least} to {most})")
    }
}
