//! The chart: two rows of bars that can be read without colour, with the same facts in words for those who listen.

use std::fmt::Write as _;

use super::{
    candidate::{ALL, Side},
    figure::Figure,
    report::Report,
    visit::Setting,
};

const WIDTH: f64 = 840.0;
const LABEL: f64 = 320.0;
const ROW: f64 = 30.0;
/// Right of the longest bar there is room for its figure.
const LONGEST: f64 = WIDTH - LABEL - 110.0;

const STYLE: &str = "
    text { font: 15px system-ui, sans-serif; fill: #14201c; }
    .title { font-weight: 600; font-size: 17px; }
    .foot { font-size: 13px; }
    .paper { fill: #fff; }
    .ours { fill: #0b5d46; }
    .peer { fill: #9aa8a2; }
    .spread { stroke: #14201c; stroke-width: 1.5; }
    @media (prefers-color-scheme: dark) {
      text { fill: #eef3f0; }
      .paper { fill: #14201c; }
      .ours { fill: #5fd3a8; }
      .peer { fill: #6d7c75; }
      .spread { stroke: #eef3f0; }
    }
  ";

/// One part of the chart: its heading, its figure, its unit.
const PARTS: [(&str, Figure, &str); 2] = [
    ("Time until the notice shows", Figure::Shown, "ms"),
    ("Bytes until the choice", Figure::Bytes, "B"),
];

/// The chart as SVG.
pub(crate) fn draw(report: &Report) -> String {
    let mut bars = String::new();
    let mut words = Vec::new();
    let mut top = 16.0;
    for (heading, figure, unit) in PARTS {
        top += 20.0;
        let _ = writeln!(
            bars,
            "  <text class=\"title\" x=\"16\" y=\"{top}\">{heading}</text>"
        );
        top += 12.0;
        let all: Vec<_> = ALL
            .iter()
            .filter_map(|one| Some((one, report.get(Setting::Throttled, one.id, figure)?)))
            .collect();
        let most = all.iter().map(|(_, value)| value.most).fold(1.0, f64::max);
        let mut told = Vec::new();
        for (candidate, value) in all {
            let [long, from, to] =
                [value.median, value.least, value.most].map(|value| LONGEST * value / most);
            let class = if candidate.side == Side::Ours {
                "ours"
            } else {
                "peer"
            };
            let (middle, base) = (top + ROW / 2.0, top + ROW / 2.0 + 5.0);
            let figure = thousands(value.median);
            let _ = writeln!(
                bars,
                "  <text x=\"{}\" y=\"{base}\" text-anchor=\"end\">{}</text>\n  \
                 <rect class=\"{class}\" x=\"{LABEL}\" y=\"{}\" width=\"{long:.1}\" height=\"{}\"/>",
                LABEL - 10.0,
                candidate.name,
                top + 4.0,
                ROW - 8.0,
            );
            if to - from > 1.0 {
                let [from, to] = [from, to].map(|at| LABEL + at);
                let _ = writeln!(
                    bars,
                    "  <path class=\"spread\" d=\"M{from:.1} {middle}H{to:.1}M{from:.1} {}v8M{to:.1} {0}v8\"/>",
                    middle - 4.0
                );
            }
            let _ = writeln!(
                bars,
                "  <text x=\"{:.1}\" y=\"{base}\">{figure} {unit}</text>",
                LABEL + long.max(to) + 8.0
            );
            told.push(format!("{} {figure} {unit}", candidate.name));
            top += ROW;
        }
        words.push(format!("{heading}: {}.", told.join(", ")));
        top += 14.0;
    }
    let foot = [
        "150 ms round trip, 1.6 Mb/s, processor four times slower. Medians, with the least and the most.".to_owned(),
        format!("{}, {}, rounds: {}.", report.date, report.browser, report.rounds),
    ];
    for line in &foot {
        top += 18.0;
        let _ = writeln!(
            bars,
            "  <text class=\"foot\" x=\"16\" y=\"{top}\">{line}</text>"
        );
    }
    let foot = foot.join(" ");
    let height = top + 16.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title desc\">\n  \
         <title id=\"title\">Cookie notices side by side</title>\n  <desc id=\"desc\">{} {foot}</desc>\n  \
         <style>{STYLE}</style>\n  <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n{bars}</svg>\n",
        words.join(" ")
    )
}

/// `13041` as `13,041`.
fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let lead = digits.len() % 3;
    let groups = digits.as_bytes()[lead..]
        .chunks(3)
        .map(String::from_utf8_lossy);
    let first = (lead > 0).then(|| digits[..lead].into());
    first
        .into_iter()
        .chain(groups)
        .collect::<Vec<_>>()
        .join(",")
}
