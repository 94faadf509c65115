//! The rates of the past as three lines: averages over 10 seconds, a minute and a quarter of an hour.
//! `assets/lines.js` draws the same, and goes on from there with what it is told live.
//!
//! Does not know where samples come from.

use maud::{Markup, html};
use quarry_api::operator::RateSample;

use super::super::icons;
use super::rate;
use crate::limits;

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 150.0;
const MINUTE_MS: u64 = 60_000;
const QUARTER_MS: u64 = 15 * MINUTE_MS;
/// Where a scale may end, in tenths of a power of ten: round numbers with a round half.
const SCALE_ENDS: [f64; 10] = [10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0];
/// The spans that a reader with scripts can choose.
const WINDOWS: [(&str, u64); 4] = [
    ("5 min", 5 * MINUTE_MS),
    ("15 min", 15 * MINUTE_MS),
    ("1 h", 60 * MINUTE_MS),
    ("6 h", 360 * MINUTE_MS),
];

/// One moment of the three lines.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    at_ms: u64,
    rates: [f64; 3],
}

/// The panel with the lines up to `end_ms`.
pub(super) fn panel(samples: &[RateSample], end_ms: u64, now: &str) -> Markup {
    let points = points(samples);
    let begin = end_ms.saturating_sub(limits::MINER_WINDOW_MS);
    let points: Vec<_> = points.into_iter().filter(|point| point.at_ms >= begin).collect();
    let top = top_of(&points);
    html! {
        section #rate .panel.wide aria-labelledby="rate-title"
            data-empty[points.is_empty()] {
            h2 #rate-title {
                (icons::rate()) "Hash rate"
                span.aside data-f="now" { (now) }
            }
            div.legend {
                span.key.s5 { "now" }
                span.key.s60 { "1 min" }
                span.key.m15 { "15 min" }
                span.windows role="group" aria-label="Span of the chart" {
                    @for (name, ms) in WINDOWS {
                        button type="button" data-ms=(ms)
                            aria-pressed=(ms == limits::MINER_WINDOW_MS) { (name) }
                    }
                }
            }
            figure.chart {
                ol.y aria-hidden="true" {
                    li data-f="top" { (rate(top)) }
                    li data-f="middle" { (rate(top / 2.0)) }
                    li { "0" }
                }
                svg viewBox="0 0 600 150" preserveAspectRatio="none" role="img"
                    aria-labelledby="rate-title" {
                    path.rule d="M0 .5H600M0 75H600M0 149.5H600" {}
                    @for (index, name) in ["s5", "s60", "m15"].into_iter().enumerate() {
                        path class={ "line " (name) } d=(path(&points, index, end_ms, top)) {}
                    }
                }
                ol.x aria-hidden="true" {
                    li data-f="begin" { "5 min ago" } li { "now" }
                }
            }
            p.empty { "Nothing was hashed yet." }
        }
    }
}

/// The lines through samples that are ten seconds apart.
fn points(samples: &[RateSample]) -> Vec<Point> {
    let average = |index: usize, span_ms: u64| {
        let begin = samples[index].at_ms.saturating_sub(span_ms);
        let first = samples[..index].partition_point(|sample| sample.at_ms <= begin);
        let span = &samples[first..=index];
        span.iter().map(hashes).sum::<f64>() / whole(span.len() as u64)
    };
    let point = |index: usize| Point {
        at_ms: samples[index].at_ms,
        rates: [hashes(&samples[index]), average(index, MINUTE_MS), average(index, QUARTER_MS)],
    };
    (0..samples.len()).map(point).collect()
}

fn hashes(sample: &RateSample) -> f64 {
    whole(sample.hashes_per_second)
}

#[expect(clippy::cast_precision_loss, reason = "drawn, and shown with three digits")]
fn whole(number: u64) -> f64 {
    number as f64
}

/// The top of the scale: the first round number that is not below any point.
fn top_of(points: &[Point]) -> f64 {
    let most = points.iter().flat_map(|point| point.rates).fold(10.0, f64::max).ceil();
    let tenth = 10_f64.powf(most.log10().floor() - 1.0);
    SCALE_ENDS.iter().map(|end| end * tenth).find(|end| *end >= most).unwrap_or(most)
}

/// A line, interrupted where nothing was sampled.
fn path(points: &[Point], index: usize, end_ms: u64, top: f64) -> String {
    let mut before = None::<u64>;
    let mut path = String::new();
    for point in points {
        let is_next =
            before.is_some_and(|at| point.at_ms - at.min(point.at_ms) <= limits::MINER_GAP_MS);
        let age = whole(end_ms.saturating_sub(point.at_ms));
        let x = WIDTH * (1.0 - age / whole(limits::MINER_WINDOW_MS));
        let y = HEIGHT * (1.0 - point.rates[index] / top);
        path.push_str(&format!("{}{x:.1},{y:.1}", if is_next { "L" } else { "M" }));
        before = Some(point.at_ms);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(at_s: u64, hashes_per_second: u64) -> RateSample {
        RateSample { at_ms: at_s * 1000, hashes_per_second }
    }

    #[test]
    fn averages_are_over_what_was_sampled_in_their_span() {
        let samples: Vec<_> =
            (0..120).map(|n| sample(5_000 + n * 10, if n < 60 { 100 } else { 300 })).collect();
        let points = points(&samples);
        assert_eq!(points[0].rates, [100.0; 3]);
        assert_eq!(points[62].rates, [300.0, 200.0, (60.0 * 100.0 + 3.0 * 300.0) / 63.0]);
        assert_eq!(points[119].rates, [300.0, 300.0, (30.0 * 100.0 + 60.0 * 300.0) / 90.0]);
    }

    #[test]
    fn a_pause_interrupts_the_line() {
        let points = points(&[sample(100, 5), sample(115, 10), sample(400, 10)]);
        assert_eq!(path(&points, 0, 400_000, 10.0), "M0.0,75.0L30.0,0.0M600.0,0.0");
        assert_eq!(path(&[], 0, 0, 10.0), "");
    }

    #[test]
    fn scales_are_round() {
        for (most, top) in [(0, 10.0), (11, 15.0), (201, 250.0), (1_000, 1_000.0), (5_000_001, 6e6)]
        {
            assert_eq!(top_of(&points(&[sample(0, most)])), top, "{most}");
        }
    }
}
