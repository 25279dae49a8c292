//! The tables: Markdown for people, JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    candidate::{ALL, NONE},
    figure::{Figure, Run, Spread},
    visit::Setting,
};

/// All runs, by setting and candidate.
pub struct Report {
    pub runs: Vec<Run>,
    pub rounds: usize,
    /// `2026-11-22`.
    pub date: String,
    pub browser: String,
}

/// A promise about ours beside the peers.
pub struct Aim {
    pub what: &'static str,
    pub ours: f64,
    /// Whose figure it is held against, and the figure.
    pub peer: (&'static str, f64),
    pub at_most: f64,
}

impl Aim {
    pub fn ratio(&self) -> f64 {
        self.ours / self.peer.1
    }
}

impl Report {
    /// A figure of one candidate.
    pub fn get(&self, setting: Setting, id: &str, figure: Figure) -> Option<Spread> {
        figure.of(self.run(setting, id)?, self.run(setting, NONE.id))
    }

    fn run(&self, setting: Setting, id: &str) -> Option<&Run> {
        self.runs
            .iter()
            .find(|run| run.setting == setting && run.candidate.id == id)
    }

    /// What is aimed at, and what came of it.
    pub fn aims(&self) -> Vec<Aim> {
        let peers: Vec<&'static str> = ALL[1..].iter().map(|peer| peer.id).collect();
        // The lightest peer of all offers no preferences; weight is held against those that do.
        let full = &peers[..peers.len() - 1];
        let slow = Setting::Throttled;
        let wanted: [(&'static str, Figure, &[&'static str], f64); 8] = [
            (
                "Notice shown, to the fastest peer's",
                Figure::Shown,
                &peers,
                0.8,
            ),
            (
                "Bytes until the choice, to orejime's",
                Figure::Bytes,
                &["orejime"],
                0.35,
            ),
            (
                "Repeat visit: bytes, to the lightest full peer's",
                Figure::AgainBytes,
                full,
                0.3,
            ),
            (
                "Repeat visit: bytes, to the lightest peer's of any kind",
                Figure::AgainBytes,
                &peers,
                0.3,
            ),
            (
                "Repeat visit: script, to the least of any peer's",
                Figure::AgainScript,
                &peers,
                0.3,
            ),
            (
                "Accept to 1 script run, to the fastest peer's",
                Figure::Gated(0),
                &peers,
                1.0,
            ),
            (
                "Accept to 100 scripts run, to the fastest peer's",
                Figure::Gated(1),
                &peers,
                1.0,
            ),
            (
                "Accept to 1,000 scripts run, to the fastest peer's",
                Figure::Gated(2),
                &peers,
                1.0,
            ),
        ];
        let own = |figure| self.get(slow, ALL[0].id, figure);
        let linear = own(Figure::Gated(2))
            .zip(own(Figure::Gated(1)))
            .map(|(many, some)| Aim {
                what: "Accept to 1,000 scripts run, to that to 100",
                ours: many.median,
                peer: ("its own 100", some.median),
                at_most: 10.0,
            });
        let requests = own(Figure::AgainRequests);
        let requests = requests.map(|ours| Aim {
            what: "Repeat visit: requests, to one",
            ours: ours.median,
            peer: ("the least there can be", 1.0),
            at_most: 1.0,
        });
        wanted
            .into_iter()
            .filter_map(|(what, figure, peers, at_most)| {
                let ours = self.get(slow, ALL[0].id, figure)?.median;
                let peer = peers
                    .iter()
                    .filter_map(|&id| Some((id, self.get(slow, id, figure)?.median)))
                    .min_by(|one, two| one.1.total_cmp(&two.1))?;
                Some(Aim {
                    what,
                    ours,
                    peer,
                    at_most,
                })
            })
            .chain(linear)
            .chain(requests)
            .collect()
    }

    pub fn markdown(&self) -> String {
        let mut text = format!(
            "# Side by side\n\n{}, {}, rounds: {}, each figure a median (least to most), each candidate with a fresh browser in every \
             round, one after the other. The same page, server and compression (brotli 11) for all. Bytes, requests, script, \
             nodes and heap come on top of the page's own. A repeat visit follows a refusal and starts with an empty cache.\n",
            self.date, self.browser, self.rounds,
        );
        text.push_str("\n## Aims\n\n| | council-notice | peer | ratio | aim | |\n|---|---:|---:|---:|---:|---|\n");
        for aim in self.aims() {
            let kept = if aim.ratio() <= aim.at_most {
                "kept"
            } else {
                "missed"
            };
            let Aim {
                what,
                ours,
                peer,
                at_most,
            } = &aim;
            let ratio = aim.ratio();
            let _ = writeln!(
                text,
                "| {what} | {ours:.1} | {:.1} ({}) | {ratio:.2} | ≤ {at_most} | {kept} |",
                peer.1, peer.0
            );
        }
        text.push_str(
            "\nA full peer is one with preferences by category. cookieconsent 3.1.1 has none, nor does it keep a script waiting: of what \
             this notice does it is asked for less, so its bytes stand in a line of their own.\n",
        );
        let slow = "150 ms, 1.6 Mb/s, processor four times slower";
        self.table(&mut text, slow, Setting::Throttled, &Figure::VISITS);
        self.table(&mut text, "Unthrottled", Setting::Full, &Figure::VISITS);
        let gated = "Accept to the last gated script, processor four times slower";
        self.table(&mut text, gated, Setting::Throttled, &Figure::GATED);
        text.push_str("\n“–”: has no markup for it; a single function that its settings name is the one script.\n");
        text
    }

    fn table(&self, text: &mut String, title: &str, setting: Setting, figures: &[Figure]) {
        let names: Vec<_> = figures.iter().map(|figure| figure.name()).collect();
        let _ = writeln!(text, "\n## {title}\n\n| | {} |", names.join(" | "));
        let _ = writeln!(text, "|---|{}", "---:|".repeat(figures.len()));
        for candidate in &ALL {
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

    pub fn json(&self) -> Value {
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
