//! Hash rate over threads, measured, with error bars, next to what perfect scaling would give.

use plotters::element::DashedPathElement;
use plotters::prelude::*;

use super::{BLUE, GREY, PlotError, font, library, line, tick, titled};

const SIZE: (u32, u32) = (900, 560);
/// The width of an error bar's ends and of its mark, in pixels.
const BAR_WIDTH: u32 = 10;

/// Hash rates that were measured with a number of threads, in hashes per second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ScalingPoint {
    pub(crate) threads: u32,
    /// The middle one.
    pub(crate) median: f64,
    /// The lower end of the error bar.
    pub(crate) low: f64,
    /// The upper end of the error bar.
    pub(crate) high: f64,
}

/// Draws hash rate over threads. The ideal line goes through the origin and the point with the
/// fewest threads.
///
/// # Errors
/// [`PlotError::Nothing`] without points, and with rates that are not finite and above 0.
pub(crate) fn scaling(points: &[ScalingPoint]) -> Result<String, PlotError> {
    const TITLE: &str = "Hash rate over threads";
    let mut points = points.to_vec();
    points.sort_by_key(|point| point.threads);
    let sound = |point: &ScalingPoint| {
        let rates = [point.low, point.median, point.high];
        point.threads > 0 && rates.iter().all(|rate| *rate > 0.0 && rate.is_finite())
    };
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Err(PlotError::Nothing);
    };
    if !points.iter().all(sound) {
        return Err(PlotError::Nothing);
    }
    let threads = f64::from(last.threads);
    let ideal = first.median / f64::from(first.threads) * threads;
    let highest = points.iter().map(|point| point.high).fold(ideal, f64::max);
    let (factor, unit) = unit(highest);
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        root.fill(&WHITE).map_err(library)?;
        let mut chart = ChartBuilder::on(&root)
            .caption(TITLE, font(24))
            .margin(12)
            .margin_right(24)
            .x_label_area_size(46)
            .y_label_area_size(76)
            .build_cartesian_2d(0.0..threads * 1.05, 0.0..highest / factor * 1.08)
            .map_err(library)?;
        chart
            .configure_mesh()
            .x_desc("threads")
            .y_desc(format!("rate in {unit}"))
            .max_light_lines(2)
            .x_labels(usize::try_from(last.threads).unwrap_or(1).clamp(2, 16))
            .x_label_formatter(&|value| tick(*value))
            .y_label_formatter(&|value| tick(*value))
            .label_style(font(15))
            .axis_desc_style(font(17))
            .bold_line_style(BLACK.mix(0.15))
            .light_line_style(BLACK.mix(0.05))
            .draw()
            .map_err(library)?;
        let dashes = GREY.stroke_width(2);
        let ideal_line = [(0.0, 0.0), (threads, ideal / factor)];
        chart
            .draw_series(DashedLineSeries::new(ideal_line, 6, 4, dashes))
            .map_err(library)?
            .label("ideal: as many times the first point")
            .legend(move |(x, y)| DashedPathElement::new([(x, y), (x + 18, y)], 6, 4, dashes));
        let medians = points.iter().map(|p| (f64::from(p.threads), p.median / factor));
        chart
            .draw_series(LineSeries::new(medians, line(BLUE)))
            .map_err(library)?
            .label("measured: median, lowest and highest")
            .legend(|(x, y)| PathElement::new([(x, y), (x + 18, y)], line(BLUE)));
        chart
            .draw_series(points.iter().map(|point| {
                ErrorBar::new_vertical(
                    f64::from(point.threads),
                    point.low / factor,
                    point.median / factor,
                    point.high / factor,
                    BLUE.filled(),
                    BAR_WIDTH,
                )
            }))
            .map_err(library)?;
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperLeft)
            .background_style(WHITE.mix(0.85))
            .border_style(BLACK.mix(0.2))
            .label_font(font(15))
            .draw()
            .map_err(library)?;
        root.present().map_err(library)?;
    }
    Ok(titled(&svg, TITLE))
}

/// A unit in which this rate is a number of a few digits.
fn unit(hashes_per_second: f64) -> (f64, &'static str) {
    const UNITS: [(f64, &str); 5] =
        [(1e12, "TH/s"), (1e9, "GH/s"), (1e6, "MH/s"), (1e3, "kH/s"), (1.0, "H/s")];
    UNITS.into_iter().find(|(factor, _)| hashes_per_second >= *factor).unwrap_or((1.0, "H/s"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::tests::{numbers, places};

    fn points() -> Vec<ScalingPoint> {
        let point = |threads: u32, median: f64| ScalingPoint {
            threads,
            median,
            low: 0.96 * median,
            high: 1.03 * median,
        };
        // Not in order.
        vec![point(1, 20e6), point(8, 130e6), point(2, 39.5e6), point(4, 76e6)]
    }

    #[test]
    fn every_point_has_its_place_and_its_error_bar() {
        let svg = scaling(&points()).unwrap();
        let marks = places(&svg, "<circle", ["cx", "cy"]);
        assert_eq!(marks.len(), 4);
        assert!(marks.is_sorted_by(|a, b| a.0 < b.0 && a.1 > b.1), "{marks:?}");
        // Threads are to scale: from 4 to 8 it is twice as far as from 2 to 4.
        let across = |i: usize| marks[i + 1].0 - marks[i].0;
        assert!((across(2) - 2.0 * across(1)).abs() < 3.0, "{marks:?}");
        // The upright line of a bar passes its mark, from above to below it.
        for (x, y) in marks {
            let stems = places(&svg, "<line", ["x1", "x2"]).into_iter();
            let tops = places(&svg, "<line", ["y1", "y2"]);
            let blue = "stroke=\"#0072B2\"";
            let colours = svg.lines().filter(|line| line.starts_with("<line"));
            let bars = stems.zip(tops).zip(colours).filter(|((xs, ys), line)| {
                line.contains(blue) && *xs == (x, x) && ys.0.min(ys.1) <= y && y <= ys.0.max(ys.1)
            });
            assert!(bars.count() >= 1, "no error bar at {x}, {y} in {svg}");
        }
    }

    #[test]
    fn it_is_the_same_each_time_and_finite() {
        let svg = scaling(&points()).unwrap();
        assert_eq!(svg, scaling(&points()).unwrap());
        assert!(numbers(&svg).all(f64::is_finite));
        for words in ["Hash rate over threads", ">\nthreads\n<", "rate in MH/s", "ideal", "viewBox"]
        {
            assert!(svg.contains(words), "no `{words}` in {svg}");
        }
    }

    #[test]
    fn one_point_is_enough_and_none_is_not() {
        assert!(scaling(&points()[..1]).is_ok());
        assert!(matches!(scaling(&[]), Err(PlotError::Nothing)));
        for bad in [0.0, f64::NAN, f64::INFINITY, -1.0] {
            let point = ScalingPoint { high: bad, ..points()[0] };
            assert!(matches!(scaling(&[point]), Err(PlotError::Nothing)), "{bad}");
        }
        let nobody = ScalingPoint { threads: 0, ..points()[0] };
        assert!(matches!(scaling(&[nobody]), Err(PlotError::Nothing)));
    }
}
