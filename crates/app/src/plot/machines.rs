//! Time and cost over the number of machines, one above the other.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use quarry_fleet::plan::{Outlook, Plan, Request};

use super::{GREEN, GREY, ORANGE, PlotError, font, library, line, tick, titled};
use crate::output::counted;

const SIZE: (u32, u32) = (900, 760);
/// Height of the upper panel.
const TIME_HEIGHT: u32 = 440;

type Panel<'a, 'b> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws a plan's curve: median and time for the confidence above, mean cost below (machines' hours
/// if there is no price); the fewest machines and the knee as upright lines.
pub(crate) fn machines(request: &Request, plan: &Plan) -> Result<String, PlotError> {
    let confidence = tick(100.0 * request.confidence.get());
    let title = format!(
        "A hit of 2^{} hashes on machines of {}",
        tick(request.odds.mean_hashes().log2()),
        crate::output::rate(request.machine.rate.get()),
    );
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        root.fill(&WHITE).map_err(library)?;
        let root = root.margin(8, 0, 0, 0).titled(&title, font(24)).map_err(library)?;
        let (upper, lower) = root.split_vertically(TIME_HEIGHT);
        let series = [
            Series {
                name: "half of the searches have ended".to_owned(),
                colour: super::BLUE,
                points: points(plan, |outlook| outlook.quantiles[0].secs),
            },
            Series {
                name: format!("{confidence} % have ended"),
                colour: ORANGE,
                points: points(plan, |outlook| outlook.confidence_secs),
            },
        ];
        let deadline = Some(request.deadline.get());
        panel(&upper, plan, "time in seconds", &series, deadline)?;
        let (label, cost) = if request.machine.price.get_per_hour() > 0.0 {
            ("mean cost", points(plan, |outlook| Some(outlook.mean_cost)))
        } else {
            (
                "billed machine hours",
                points(plan, |outlook| Some(outlook.mean_billed_secs / 3600.0)),
            )
        };
        let series = [Series { name: format!("{label} until a hit"), colour: GREEN, points: cost }];
        panel(&lower, plan, label, &series, None)?;
        root.present().map_err(library)?;
    }
    Ok(titled(&svg, &title))
}

/// One line.
struct Series {
    name: String,
    colour: RGBColor,
    points: Vec<(f64, f64)>,
}

fn points(plan: &Plan, of: impl Fn(&Outlook) -> Option<f64>) -> Vec<(f64, f64)> {
    let value = |outlook: &Outlook| Some((f64::from(outlook.machines), of(outlook)?));
    plan.curve.points.iter().filter_map(value).filter(|(_, y)| *y > 0.0).collect()
}

fn panel(
    area: &Panel<'_, '_>,
    plan: &Plan,
    label: &str,
    series: &[Series],
    deadline: Option<f64>,
) -> Result<(), PlotError> {
    let values = series.iter().flat_map(|series| series.points.iter().map(|(_, y)| *y));
    let Some(across) = around(values.chain(deadline), 1.6) else { return Err(PlotError::Nothing) };
    let counts = plan.curve.points.iter().map(|outlook| f64::from(outlook.machines));
    let Some(along) = around(counts, 1.1) else { return Err(PlotError::Nothing) };
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .margin_right(24)
        .x_label_area_size(46)
        .y_label_area_size(76)
        .build_cartesian_2d(
            along.clone().log_scale().with_key_points(doublings(&along)),
            across.clone().log_scale().with_key_points(decades(&across)),
        )
        .map_err(library)?;
    chart
        .configure_mesh()
        .x_desc("machines")
        .y_desc(label)
        .x_labels(12)
        .y_labels(8)
        .x_label_formatter(&|value| tick(*value))
        .y_label_formatter(&|value| tick(*value))
        .label_style(font(15))
        .axis_desc_style(font(17))
        .bold_line_style(BLACK.mix(0.15))
        .light_line_style(BLACK.mix(0.05))
        .draw()
        .map_err(library)?;
    for series in series {
        let style = line(series.colour);
        chart
            .draw_series(LineSeries::new(series.points.iter().copied(), style).point_size(3))
            .map_err(library)?
            .label(series.name.as_str())
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
    }
    let mut rule = |name: String, colour: RGBColor, ends: [(f64, f64); 2], dash: i32| {
        let style = colour.stroke_width(1);
        chart.draw_series(DashedLineSeries::new(ends, dash, 4, style)).map_err(library).map(
            |drawn| {
                drawn.label(name).legend(move |(x, y)| {
                    DashedPathElement::new([(x, y), (x + 18, y)], dash, 4, style)
                });
            },
        )
    };
    if let Some(secs) = deadline {
        rule("deadline".to_owned(), GREY, [(along.start, secs), (along.end, secs)], 2)?;
    }
    let upright = |count: u32| {
        let at = f64::from(count);
        [(at, across.start), (at, across.end)]
    };
    if let Some(fleet) = &plan.fleet {
        let name = format!("{}: the fewest", counted(fleet.machines, "machine"));
        rule(name, BLACK, upright(fleet.machines), 8)?;
    }
    if let Some(knee) = plan.curve.knee {
        rule(format!("{}: the knee", counted(knee, "machine")), GREEN, upright(knee), 4)?;
    }
    chart
        .configure_series_labels()
        .position(if deadline.is_some() {
            SeriesLabelPosition::UpperRight
        } else {
            SeriesLabelPosition::UpperLeft
        })
        .background_style(WHITE.mix(0.85))
        .border_style(BLACK.mix(0.2))
        .label_font(font(15))
        .draw()
        .map_err(library)
}

/// Where the axis of machines has its numbers.
fn doublings(along: &Range<f64>) -> Vec<f64> {
    let doubled = std::iter::successors(Some(1.0), |at| Some(at * 2.0));
    doubled.take_while(|at| *at < along.end).collect()
}

/// Where a logarithmic axis has its numbers: at 1, 2 and 5 times the powers of ten, or, of many
/// powers, at every so many of them.
fn decades(across: &Range<f64>) -> Vec<f64> {
    const NUMBERS: f64 = 8.0;
    let (low, high) = (across.start.log10().floor(), across.end.log10().ceil());
    let step = ((high - low) / NUMBERS).ceil().max(1.0);
    let factors: &[f64] = if high - low > 4.0 { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let powers = std::iter::successors(Some(low), |power| Some(power + step));
    let powers = powers.take_while(|power| *power <= high).map(|power| 10.0_f64.powf(power));
    let numbers = powers.flat_map(|power| factors.iter().map(move |factor| factor * power));
    numbers.filter(|number| across.contains(number)).collect()
}

/// The range of some values on a logarithmic axis, with a margin.
fn around(values: impl Iterator<Item = f64>, margin: f64) -> Option<Range<f64>> {
    let (low, high) = values.fold((f64::INFINITY, 0.0), |(low, high), y| (y.min(low), y.max(high)));
    (low > 0.0 && low.is_finite() && high.is_finite()).then(|| low / margin..high * margin)
}

#[cfg(test)]
mod tests {
    use quarry_fleet::plan::{Confidence, Deadline, Machine, Odds, Price, Rate, Secs, plan};

    use super::*;
    use crate::plot::tests::{numbers, places};

    fn request(bits: u16, price: f64) -> Request {
        let rate = Rate::new(20e6).unwrap();
        Request {
            odds: Odds::from_zero_bits(bits).unwrap(),
            deadline: Deadline::new(600.0).unwrap(),
            confidence: Confidence::new(0.95).unwrap(),
            machine: Machine {
                boot: Secs::new(35.0).unwrap(),
                price: Price::per_hour(price).unwrap(),
                ..Machine::new(rate)
            },
            here: Some(rate),
        }
    }

    #[test]
    fn each_number_of_machines_has_three_marks() {
        let request = request(36, 0.04);
        let plan = plan(&request);
        let svg = machines(&request, &plan).unwrap();
        let marks = places(&svg, "<circle", ["cx", "cy"]);
        // Median, time for the confidence, cost.
        assert_eq!(marks.len(), 3 * plan.curve.points.len());
        let (times, costs) = marks.split_at(2 * plan.curve.points.len());
        let (median, wanted) = times.split_at(plan.curve.points.len());
        assert!(median.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "time falls: {median:?}");
        assert!(costs.is_sorted_by(|a, b| a.0 < b.0 && a.1 >= b.1), "cost grows: {costs:?}");
        assert!(median.iter().zip(wanted).all(|(m, w)| m.0 == w.0 && m.1 > w.1));
        for words in ["machines", "time in seconds", "mean cost", "deadline", "the knee", "viewBox"]
        {
            assert!(svg.contains(words), "no `{words}` in {svg}");
        }
        assert_eq!(svg, machines(&request, &plan).unwrap());
    }

    #[test]
    fn every_plan_can_be_drawn() {
        for bits in [0, 1, 36, 255] {
            for price in [0.0, 1.0] {
                let mut request = request(bits, price);
                for space in [None, Some(1), Some(1 << 32)] {
                    if let Some(space) = space {
                        request.odds = request.odds.in_space(space).unwrap();
                    }
                    let svg = machines(&request, &plan(&request)).unwrap();
                    assert!(numbers(&svg).all(f64::is_finite), "{svg}");
                    assert_eq!(svg.contains("billed machine hours"), price == 0.0);
                }
            }
        }
    }
}
