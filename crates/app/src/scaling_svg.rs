//! The drawing of a scaling test: rate over threads with error bars, and the line of a perfect one.
//!
//! Does not measure.

use serde::Serialize;

/// One number of threads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ScalingPoint {
    pub(crate) threads: usize,
    /// The median of all rounds.
    pub(crate) hashes_per_second: f64,
    /// The slowest and the fastest round.
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Its rate, divided by its threads and by the rate of one.
    pub(crate) efficiency: f64,
}

/// Size of the drawing and of the margin around its plot, pixels.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
const MARGIN: f64 = 60.0;
/// Marks on the axis of rates.
const MARKS: u32 = 5;

/// The drawing, a document of its own.
pub(crate) fn scaling_svg(points: &[ScalingPoint]) -> String {
    let most = points.last().map_or(1.0, |point| point.threads as f64);
    let single = points.first().map_or(0.0, |point| point.hashes_per_second);
    let ideal = single * most;
    let top = points.iter().fold(ideal, |top, point| top.max(point.high)).max(1.0) * 1.05;
    let x = |threads: f64| MARGIN + (WIDTH - 2.0 * MARGIN) * threads / most;
    let y = |rate: f64| HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * rate / top;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Search rate over threads</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
<path d="M{MARGIN} {MARGIN} V{bottom} H{right}" fill="none" stroke="#333"/>
<text x="{middle}" y="{below}" text-anchor="middle">threads</text>
<text x="{MARGIN}" y="{above}" text-anchor="middle">MH/s</text>
<text x="{middle}" y="24" text-anchor="middle" font-size="15">Search rate: median, slowest and fastest round; dashed: ideal</text>
<path d="M{x0:.1} {y0:.1} L{x1:.1} {y1:.1}" stroke="#999" stroke-dasharray="5 4"/>
"##,
        bottom = HEIGHT - MARGIN,
        right = WIDTH - MARGIN,
        middle = WIDTH / 2.0,
        below = HEIGHT - 16.0,
        above = MARGIN - 14.0,
        x0 = x(0.0),
        y0 = y(0.0),
        x1 = x(most),
        y1 = y(ideal),
    );
    for mark in 0..=MARKS {
        let rate = top * f64::from(mark) / f64::from(MARKS);
        svg.push_str(&format!(
            r##"<text x="{:.1}" y="{:.1}" text-anchor="end">{:.1}</text>
"##,
            MARGIN - 6.0,
            y(rate) + 4.0,
            rate / 1e6
        ));
    }
    let line: Vec<String> = points
        .iter()
        .map(|point| format!("{:.1},{:.1}", x(point.threads as f64), y(point.hashes_per_second)))
        .collect();
    svg.push_str(&format!(
        r##"<polyline points="{}" fill="none" stroke="#0a6" stroke-width="2"/>
"##,
        line.join(" ")
    ));
    for point in points {
        let at = x(point.threads as f64);
        let (low, high) = (y(point.low), y(point.high));
        svg.push_str(&format!(
            r##"<path class="error" d="M{at:.1} {low:.1} V{high:.1} M{a:.1} {low:.1} h8 M{a:.1} {high:.1} h8" stroke="#064"/>
<circle cx="{at:.1}" cy="{:.1}" r="4" fill="#0a6"/>
<text x="{at:.1}" y="{:.1}" text-anchor="middle">{}</text>
"##,
            y(point.hashes_per_second),
            HEIGHT - MARGIN + 18.0,
            point.threads,
            a = at - 4.0,
        ));
    }
    svg.push_str("</svg>\n");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_has_a_mark_and_an_error_bar_inside_the_drawing() {
        let point = |threads: usize, rate: f64| ScalingPoint {
            threads,
            hashes_per_second: rate,
            low: 0.9 * rate,
            high: 1.2 * rate,
            efficiency: 1.0,
        };
        let svg = scaling_svg(&[point(1, 1e7), point(2, 1.9e7), point(3, 2.7e7)]);
        assert_eq!(svg.matches("<circle").count(), 3);
        assert_eq!(svg.matches("class=\"error\"").count(), 3);
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(!svg.contains("=\"-"), "nothing lies outside: {svg}");
    }

    #[test]
    fn no_point_is_no_division_by_zero() {
        assert!(!scaling_svg(&[]).contains("NaN"));
    }
}
