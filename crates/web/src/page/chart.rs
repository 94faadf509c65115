//! The hash-rate line of the last five minutes, drawn as SVG. `assets/chart.js` draws the same.
//!
//! Does not know where samples come from.

use maud::{Markup, html};
use quarry_api::operator::RateSample;

use super::{format, icons};
use crate::limits;

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 150.0;

/// The panel with the line, or what to run if there is nothing to draw.
pub(super) fn panel(samples: &[RateSample]) -> Markup {
    let newest = samples.last().copied();
    let now = newest.map_or_else(|| format::NONE.to_owned(), |s| format::rate(s.hashes_per_second));
    let shown = shown(samples);
    let top = top_of(shown);
    let line = points(shown, top);
    html! {
        section #rate .panel aria-labelledby="rate-title" data-empty[shown.len() < 2] {
            h2 #rate-title { (icons::rate()) "Hash rate" span.aside data-f="now" { (now) } }
            figure.chart {
                ol.y aria-hidden="true" {
                    li data-f="top" { (format::rate(top)) }
                    li data-f="middle" { (format::rate(top / 2)) }
                    li { "0" }
                }
                svg viewBox="0 0 600 150" preserveAspectRatio="none" role="img"
                    aria-labelledby="rate-title" {
                    path.rule d="M0 .5H600M0 75H600M0 149.5H600" {}
                    polygon.area points=(area(&line)) {}
                    polyline.line points=(line) {}
                }
                ol.x aria-hidden="true" { li { "5 min ago" } li { "2:30" } li { "now" } }
            }
            p.empty {
                "Nothing hashes yet. " code { "quarry up" } " mines, "
                code { "quarry sell" } " works for others."
            }
        }
    }
}

fn shown(samples: &[RateSample]) -> &[RateSample] {
    let end = samples.last().map_or(0, |s| s.at_ms);
    let begin = end.saturating_sub(limits::RATE_WINDOW_MS);
    let first = samples.partition_point(|s| s.at_ms < begin);
    &samples[first.max(samples.len().saturating_sub(limits::MAX_RATE_POINTS))..]
}

/// Where a scale may end, in tenths of a power of ten: round numbers with a round half.
const SCALE_ENDS: [u64; 10] = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/// The top of the scale: the first round number that is not below any sample.
fn top_of(samples: &[RateSample]) -> u64 {
    let most = samples.iter().map(|s| s.hashes_per_second).max().unwrap_or(0).max(10);
    let tenth = 10_u64.pow(most.ilog10() - 1);
    let ends = SCALE_ENDS.iter().map(|end| tenth.saturating_mul(*end));
    ends.into_iter().find(|end| *end >= most).unwrap_or(u64::MAX)
}

fn points(samples: &[RateSample], top: u64) -> String {
    let end = samples.last().map_or(0, |s| s.at_ms);
    let window = format::as_f64(limits::RATE_WINDOW_MS);
    let point = |sample: &RateSample| {
        let x = WIDTH * (1.0 - format::as_f64(end - sample.at_ms.min(end)) / window);
        let y = HEIGHT * (1.0 - format::as_f64(sample.hashes_per_second) / format::as_f64(top));
        format!("{x:.1},{y:.1}")
    };
    samples.iter().map(point).collect::<Vec<_>>().join(" ")
}

fn area(line: &str) -> String {
    let Some((first, _)) = line.split_once(',') else { return String::new() };
    format!("{first},{HEIGHT} {line} {WIDTH},{HEIGHT}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(at_ms: u64, hashes_per_second: u64) -> RateSample {
        RateSample { at_ms, hashes_per_second }
    }

    #[test]
    fn the_line_ends_at_the_right_and_stays_inside() {
        let samples = [sample(0, 9), sample(400_000, 50), sample(500_000, 100)];
        assert_eq!(shown(&samples).len(), 2, "older than the window");
        assert_eq!(points(shown(&samples), 100), "400.0,75.0 600.0,0.0");
        assert_eq!(area("400.0,75.0 600.0,0.0"), "400.0,150 400.0,75.0 600.0,0.0 600,150");
        assert_eq!(points(&[], 10), "");
    }

    #[test]
    fn scales_are_round_and_never_overflow() {
        for (most, top) in [(0, 10), (10, 10), (11, 15), (201, 250), (501, 600), (801, 1000)] {
            assert_eq!(top_of(&[sample(0, most)]), top, "{most}");
        }
        assert_eq!(top_of(&[sample(0, u64::MAX)]), u64::MAX);
    }
}
