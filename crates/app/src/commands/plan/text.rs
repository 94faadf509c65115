//! A plan for people: the answer first, then what it rests on, then the curve.
//!
//! Rounds so that what is told is still true: a deadline up, a confidence in reach down.

use quarry_fleet::limits::{KNEE_MACHINES_MAX, MAX_MACHINES, SECS_MAX};
use quarry_fleet::plan::{Answer, Outlook, Plan, Request};

use crate::output::{self, chance, table};

/// The whole text.
pub(super) fn of(request: &Request, plan: &Plan) -> String {
    let mut lines = vec![answer(request, plan), String::new()];
    lines.push(format!(
        "search   {} on average{}",
        hashes(request.odds.mean_hashes()),
        match plan.hashes {
            Ok(needed) => format!(", {} for {}", hashes(needed), percent(request.confidence.get())),
            Err(refused) => {
                format!("; the whole space holds a hit with {} only", chance(refused.best))
            }
        }
    ));
    if let Some(fleet) = &plan.fleet {
        lines.push(format!("fleet    {}: {}", machines_word(fleet.machines), times(fleet)));
        if priced(request) {
            lines.push(format!(
                "cost     {} on average when given up at the deadline, {} if nothing is found by then",
                money(fleet.deadline_cost),
                money(fleet.most_cost)
            ));
        }
    }
    if let (Some(here), Some(rate)) = (&plan.here, request.here) {
        lines.push(format!("here     {}: {}", output::rate(rate.get()), times(here)));
    }
    lines.push(String::new());
    lines.push(curve(request, plan));
    lines.push(means(request));
    lines.push(knee(plan));
    lines.join("\n")
}

/// Why there is no plan, as an error.
pub(super) fn out_of_reach(request: &Request) -> String {
    format!(
        "cannot reach {} within {}",
        percent(request.confidence.get()),
        duration(request.deadline.get())
    )
}

/// The options that would be in reach.
pub(super) fn nearest(request: &Request, plan: &Plan) -> String {
    let reach = &plan.reach;
    let mut ways = Vec::new();
    if let (Some(secs), Some(machines)) = (reach.deadline_secs, reach.deadline_machines)
        && secs <= SECS_MAX
    {
        ways.push(format!("-T {} with {}", option_up(secs), machines_word(machines)));
    }
    let confidence = option_down(reach.confidence.min(request.confidence.get()));
    if confidence == "0" {
        ways.push(format!("no -L for -T {:?}", request.deadline.get()));
    } else {
        ways.push(format!("-L {confidence} with {}", machines_word(reach.confidence_machines)));
    }
    format!("in reach: {}", ways.join(", or "))
}

fn answer(request: &Request, plan: &Plan) -> String {
    let wanted = percent(request.confidence.get());
    let deadline = duration(request.deadline.get());
    let boot = duration(request.machine.first_up_secs());
    match (plan.answer, &plan.here, &plan.fleet) {
        (Answer::Here, Some(here), _) => format!(
            "0 machines: faster here. This machine finds it within {deadline} with {}",
            reached(here.chance_by_deadline, request.confidence.get())
        ),
        (Answer::HereFirst, Some(here), Some(fleet)) => format!(
            "0 machines: faster here. This machine is expected to end after {}, before the first \
             other would be up ({boot}).\nWithin {deadline} it finds it with {} only; for {wanted} \
             take {}",
            duration(here.mean_secs),
            chance(here.chance_by_deadline),
            machines_word(fleet.machines)
        ),
        (_, _, Some(fleet)) => format!(
            "{}: a hit within {deadline} with {}",
            machines_word(fleet.machines),
            reached(fleet.chance_by_deadline, request.confidence.get())
        ),
        (_, _, None) => no_answer(request, plan, &deadline, &boot),
    }
}

fn no_answer(request: &Request, plan: &Plan, deadline: &str, boot: &str) -> String {
    let wanted = percent(request.confidence.get());
    let reach = &plan.reach;
    let mut lines = vec![format!("not reachable: {wanted} within {deadline}")];
    if plan.hashes.is_err() {
        lines.push(format!(
            "However long one searches, the space holds a hit with {} only; a larger one has a \
             larger nonce (--nonce-bits) or none that ends.",
            chance(request.odds.best())
        ));
    } else {
        if plan.curve.useful == 0 {
            lines.push(format!("The first machine is up after {boot}, when it is too late."));
        }
        if reach.confidence > 0.0 {
            let cap = if reach.confidence_machines == MAX_MACHINES {
                format!(" (at most {MAX_MACHINES} machines are considered)")
            } else {
                "; nothing reaches more".to_owned()
            };
            lines.push(format!(
                "By then {} can reach {}{cap}.",
                machines_word(reach.confidence_machines),
                chance(reach.confidence)
            ));
        }
    }
    match (reach.deadline_secs, reach.deadline_machines) {
        (Some(secs), Some(machines)) if secs <= SECS_MAX => {
            let mut line = format!(
                "{wanted} take at least {} s, with {}",
                option_up(secs),
                machines_word(machines)
            );
            let at_knee = plan.curve.points.iter().find(|p| Some(p.machines) == plan.curve.knee);
            if let Some((knee, secs)) = at_knee.and_then(|p| Some((p.machines, p.confidence_secs?)))
                && knee != machines
            {
                line += &format!("; {} s with {} (the knee)", option_up(secs), machines_word(knee));
            }
            if machines == MAX_MACHINES && reach.confidence_machines != MAX_MACHINES {
                line += &format!(" (at most {MAX_MACHINES} machines are considered)");
            }
            lines.push(line + ".");
        }
        (Some(secs), _) => {
            lines.push(format!("{wanted} take {} at the least.", duration(secs)));
        }
        _ => {}
    }
    lines.join("\n")
}

/// The curve as a table, the answer and the knee marked.
fn curve(request: &Request, plan: &Plan) -> String {
    let wanted = percent(request.confidence.get());
    let by = format!("BY {}", duration(request.deadline.get()));
    let bill = format!("BILL {by}");
    let mut header = vec!["MACHINES", "50 %", &wanted, "MEAN", &by];
    if priced(request) {
        header.extend(["MEAN COST", &bill]);
    }
    header.push("");
    let mut table = table(&header);
    let fewest = plan.fleet.as_ref().map(|fleet| fleet.machines);
    for point in &plan.curve.points {
        let mut row = vec![
            point.machines.to_string(),
            maybe_duration(point.quantiles[0].secs),
            maybe_duration(point.confidence_secs),
            duration(point.mean_secs),
            reached(point.chance_by_deadline, request.confidence.get()),
        ];
        if priced(request) {
            row.extend([money(point.mean_cost), money(point.most_cost)]);
        }
        let marks = [(fewest, "<- the fewest"), (plan.curve.knee, "<- knee")];
        let marks = marks.iter().filter(|(at, _)| *at == Some(point.machines));
        row.push(marks.map(|(_, mark)| *mark).collect::<Vec<_>>().join(" "));
        table.add_row(row);
    }
    table.trim_fmt()
}

/// What the means of the curve are means of.
fn means(request: &Request) -> String {
    let (means, end) = (
        if priced(request) { "MEAN and MEAN COST" } else { "MEAN" },
        if request.odds.space().is_some() {
            "until a hit or the end of the space"
        } else {
            "until a hit, nobody giving up"
        },
    );
    let bill = if priced(request) { "; BILL: nothing found by the deadline" } else { "" };
    format!("{means}: {end}{bill}")
}

fn knee(plan: &Plan) -> String {
    match plan.curve.knee {
        Some(knee) => {
            format!("beyond the knee of {knee}, being 1 % faster costs more than 1 % more")
        }
        None => format!("no knee up to {KNEE_MACHINES_MAX} machines: each one is worth its cost"),
    }
}

fn times(outlook: &Outlook) -> String {
    let quantiles = outlook.quantiles.iter().map(|quantile| {
        format!("{} {}", percent(quantile.confidence.get()), maybe_duration(quantile.secs))
    });
    quantiles.collect::<Vec<_>>().join(", ")
}

/// A number of hashes for people, also one that no prefix reaches.
fn hashes(count: f64) -> String {
    if count < 1e21 { output::hashes(count) } else { format!("{count:.2e} H") }
}

fn priced(request: &Request) -> bool {
    request.machine.price.get_per_hour() > 0.0
}

fn machines_word(count: u32) -> String {
    if count == 0 { "this machine alone".to_owned() } else { output::counted(count, "machine") }
}

fn money(value: f64) -> String {
    match value {
        _ if value < 10.0 => format!("{value:.4}"),
        _ if value < 1e12 => format!("{value:.2}"),
        _ => format!("{value:.2e}"),
    }
}

fn maybe_duration(secs: Option<f64>) -> String {
    secs.map_or_else(|| "never".to_owned(), duration)
}

/// A length of time for people: `0.42 s`, `607 s`, `2 h 51 min`.
fn duration(secs: f64) -> String {
    const MINUTE: f64 = 60.0;
    const HOUR: f64 = 3600.0;
    const DAY: f64 = 86_400.0;
    const YEAR: f64 = 365.25 * DAY;
    if secs < 0.001 {
        return if secs == 0.0 { "0 s".to_owned() } else { format!("{secs:.1e} s") };
    }
    let two = |big: f64, big_unit: &str, small: f64, small_unit: &str| {
        let smalls = (secs / small).round();
        let per = (big / small).round();
        format!("{} {big_unit} {} {small_unit}", (smalls / per).floor(), smalls % per)
    };
    match secs {
        _ if secs < 1.0 => format!("{secs:.3} s"),
        _ if secs < 100.0 => trimmed(format!("{secs:.1}")) + " s",
        _ if secs < 2.0 * HOUR => format!("{secs:.0} s"),
        _ if secs < 2.0 * DAY => two(HOUR, "h", MINUTE, "min"),
        _ if secs < 60.0 * DAY => two(DAY, "d", HOUR, "h"),
        _ if secs < 2.0 * YEAR => format!("{:.0} d", secs / DAY),
        _ if secs < 1e6 * YEAR => format!("{:.0} years", secs / YEAR),
        _ => format!("{:.1e} years", secs / YEAR),
    }
}

fn trimmed(decimal: String) -> String {
    decimal.strip_suffix(".0").map(str::to_owned).unwrap_or(decimal)
}

/// A confidence as it was asked for: `95 %`, `99.9 %`, `1e-7 %`. It is the decimal that was typed, its
/// point moved by two: a product would show its rounding.
fn percent(value: f64) -> String {
    let typed = format!("{value:e}");
    let (mantissa, exponent) = typed.split_once('e').unwrap_or((&typed, "0"));
    let exponent = exponent.parse::<i32>().unwrap_or(0) + 2;
    if !(-6..=2).contains(&exponent) {
        return format!("{mantissa}e{exponent} %");
    }
    let mut digits = mantissa.replace('.', "");
    let Ok(point) = usize::try_from(exponent + 1) else {
        let zeros = "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0));
        return format!("0.{zeros}{digits} %");
    };
    while digits.len() < point {
        digits.push('0');
    }
    match digits.split_at(point) {
        ("", rest) => format!("0.{rest} %"),
        (whole, "") => format!("{whole} %"),
        (whole, rest) => format!("{whole}.{rest} %"),
    }
}

/// A chance rounded down, but not below a confidence that it reaches.
fn reached(value: f64, confidence: f64) -> String {
    let shown = chance(value);
    let number = shown.trim_start_matches("over ").trim_end_matches(" %").parse::<f64>();
    if value >= confidence && number.is_ok_and(|number| number < 100.0 * confidence) {
        return percent(confidence);
    }
    shown
}

/// A deadline as one would type it, rounded up to what is surely enough.
fn option_up(secs: f64) -> String {
    let rounded = if secs < 1000.0 { (secs * 10.0).ceil() / 10.0 } else { secs.ceil() };
    rounded.to_string()
}

/// A confidence as one would type it, rounded down to what is surely there.
fn option_down(confidence: f64) -> String {
    // `+ 0.0` takes the sign off a zero.
    let rounded = (confidence * 1e4).floor() / 1e4 + 0.0;
    if rounded > 0.0 || confidence <= 0.0 {
        rounded.to_string()
    } else {
        // 5 % less: what rounding to two digits adds at the most.
        format!("{:.1e}", confidence * 0.95)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        for (secs, text) in [
            (0.0, "0 s"),
            (1e-9, "1.0e-9 s"),
            (0.42, "0.420 s"),
            (35.0, "35 s"),
            (35.04, "35 s"),
            (99.46, "99.5 s"),
            (607.4, "607 s"),
            (10_260.0, "2 h 51 min"),
            (10_799.0, "3 h 0 min"),
            (200_000.0, "2 d 8 h"),
            (6e6, "69 d"),
            (1e9, "32 years"),
            (1e70, "3.2e62 years"),
        ] {
            assert_eq!(duration(secs), text);
        }
    }

    #[test]
    fn probabilities_never_promise_more() {
        assert_eq!(percent(0.95), "95 %");
        assert_eq!(percent(0.999), "99.9 %");
        assert_eq!(percent(0.07), "7 %");
        assert_eq!(percent(1e-12), "1e-10 %");
        assert_eq!(percent(1e-9), "1e-7 %");
        assert_eq!(percent(0.5), "50 %");
        assert_eq!(percent(0.001), "0.1 %");
        assert_eq!(percent(0.000_123), "0.0123 %");
        assert_eq!(percent(0.999_999_999_999_999_9), "99.99999999999999 %");
        assert_eq!(reached(0.951_23, 0.951_2), "95.12 %");
        assert_eq!(reached(0.951_23, 0.96), "95.1 %");
        assert_eq!(reached(0.956, 0.95), "95.6 %");
        assert_eq!(reached(1.0, 0.999_999_99), "99.999999 %");
        assert_eq!(reached(1.1e-9, 1.05e-9), "1.1e-7 %");
        assert_eq!(option_up(35.000_1), "35.1");
        assert_eq!(option_up(12_345.1), "12346");
        assert_eq!(option_down(0.632_19), "0.6321");
        assert_eq!(option_down(0.0), "0");
        assert_eq!(option_down(-0.0), "0");
        assert_eq!(option_down(9.561_896e-7), "9.1e-7");
        assert!(option_down(1e-7).parse::<f64>().unwrap() < 1e-7);
    }
}
