//! What is told of the trials: each figure with its median and its spread.

use serde::Serialize;

use super::{
    candidate::{Candidate, GATED},
    visit::{Cost, First, Setting},
};

/// One candidate, one round, one setting.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Trial {
    pub first: First,
    /// A later visit after a refusal, with an empty cache.
    pub again: Option<Cost>,
    /// Accept to the last gated script, for each of [`GATED`].
    pub gated: Vec<Option<f64>>,
}

/// All rounds of one candidate in one setting.
pub(crate) struct Run {
    pub setting: Setting,
    pub candidate: &'static Candidate,
    pub trials: Vec<Trial>,
}

/// Something that was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    Paint,
    Shown,
    ToPaint,
    Bytes,
    Requests,
    Script,
    Shift,
    Nodes,
    Heap,
    AgainBytes,
    AgainRequests,
    AgainScript,
    /// An index of [`GATED`].
    Gated(usize),
}

/// A median with the least and the most.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Spread {
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let median = match values.len() % 2 {
            0 if values.is_empty() => return None,
            0 => f64::midpoint(values[middle - 1], values[middle]),
            _ => values[middle],
        };
        Some(Self {
            median,
            least: values[0],
            most: values[values.len() - 1],
        })
    }
}

impl Figure {
    pub(crate) const VISITS: [Self; 12] = [
        Self::Paint,
        Self::Shown,
        Self::ToPaint,
        Self::Bytes,
        Self::Requests,
        Self::Script,
        Self::Shift,
        Self::Nodes,
        Self::Heap,
        Self::AgainBytes,
        Self::AgainRequests,
        Self::AgainScript,
    ];
    /// Those of a first visit until the notice shows.
    pub(crate) const FIRST: [Self; 6] = [
        Self::Paint,
        Self::Shown,
        Self::ToPaint,
        Self::Bytes,
        Self::Script,
        Self::Shift,
    ];
    pub(crate) const GATED: [Self; GATED.len()] = [Self::Gated(0), Self::Gated(1), Self::Gated(2)];

    pub(crate) fn name(self) -> String {
        match self {
            Self::Paint => "first paint, ms".into(),
            Self::Shown => "notice shown, ms".into(),
            Self::ToPaint => "÷ first paint".into(),
            Self::Bytes => "bytes".into(),
            Self::Requests => "requests".into(),
            Self::Script => "script, ms".into(),
            Self::Shift => "layout shift".into(),
            Self::Nodes => "nodes".into(),
            Self::Heap => "heap, KB".into(),
            Self::AgainBytes => "repeat: bytes".into(),
            Self::AgainRequests => "repeat: requests".into(),
            Self::AgainScript => "repeat: script, ms".into(),
            Self::Gated(which) => format!("{} gated, ms", GATED[which]),
        }
    }

    /// Digits after the point that mean something.
    pub(crate) fn digits(self) -> usize {
        match self {
            Self::ToPaint => 2,
            Self::Shift => 3,
            Self::Script | Self::AgainScript => 1,
            _ => 0,
        }
    }

    /// What the trials say; less what the page alone takes, where the browser counts both together.
    pub(crate) fn of(self, run: &Run, alone: Option<&Run>) -> Option<Spread> {
        let base = alone
            .and_then(|alone| self.raw(alone))
            .filter(|_| {
                matches!(
                    self,
                    Self::Script | Self::AgainScript | Self::Nodes | Self::Heap
                )
            })
            .map_or(0.0, |spread| spread.median);
        self.raw(run).map(|spread| Spread {
            median: spread.median - base,
            least: spread.least - base,
            most: spread.most - base,
        })
    }

    fn raw(self, run: &Run) -> Option<Spread> {
        Spread::of(
            run.trials
                .iter()
                .filter_map(|trial| self.one(trial))
                .collect(),
        )
    }

    fn one(
        self,
        Trial {
            first,
            again,
            gated,
        }: &Trial,
    ) -> Option<f64> {
        match self {
            Self::Paint => Some(first.paint),
            // Nothing is seen before the page's first paint, whatever frame it was laid out in.
            Self::Shown => first.shown.map(|shown| shown.max(first.paint)),
            Self::ToPaint => first
                .shown
                .map(|shown| shown.max(first.paint) / first.paint),
            Self::Bytes => Some(first.cost.bytes),
            Self::Requests => Some(first.cost.requests),
            Self::Script => Some(first.cost.script),
            Self::Shift => Some(first.shift),
            Self::Nodes => Some(first.nodes),
            Self::Heap => Some(first.heap / 1024.0),
            Self::AgainBytes => again.map(|cost| cost.bytes),
            Self::AgainRequests => again.map(|cost| cost.requests),
            Self::AgainScript => again.map(|cost| cost.script),
            Self::Gated(which) => gated.get(which).copied().flatten(),
        }
    }
}
