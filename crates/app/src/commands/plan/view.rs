//! A plan as the JSON document of `quarry plan --json`; the long help describes its keys.
//!
//! The keys are stable. Costs are binary fractions, estimates in the user's own currency.

use quarry_fleet::plan::{Answer, Outlook, Plan, Reach};
use serde::Serialize;

use super::input::Asked;

#[derive(Debug, Serialize)]
pub(super) struct PlanView {
    answer: &'static str,
    machines: Option<u32>,
    asked: AskedView,
    hashes: Option<f64>,
    here: Option<OutlookView>,
    fleet: Option<OutlookView>,
    reach: ReachView,
    knee: Option<u32>,
    useful: u32,
    curve: Vec<OutlookView>,
}

#[derive(Debug, Serialize)]
struct AskedView {
    zero_bits: u16,
    nonce_bits: Option<u32>,
    deadline_secs: f64,
    confidence: f64,
    rate: f64,
    local_rate: Option<f64>,
    boot_secs: f64,
    launch_secs: f64,
    price_per_hour: f64,
}

#[derive(Debug, Serialize)]
struct QuantileView {
    confidence: f64,
    secs: Option<f64>,
}

#[derive(Debug, Serialize)]
struct OutlookView {
    machines: u32,
    chance_by_deadline: f64,
    confidence_secs: Option<f64>,
    quantiles: Vec<QuantileView>,
    mean_secs: f64,
    mean_billed_secs: f64,
    deadline_billed_secs: f64,
    most_billed_secs: f64,
    mean_cost: Option<f64>,
    deadline_cost: Option<f64>,
    most_cost: Option<f64>,
}

#[derive(Debug, Serialize)]
struct ReachView {
    confidence: f64,
    confidence_machines: u32,
    deadline_secs: Option<f64>,
    deadline_machines: Option<u32>,
}

impl PlanView {
    pub(super) fn new(asked: &Asked, plan: &Plan) -> Self {
        let request = &asked.request;
        let machine = &request.machine;
        let priced = machine.price.get_per_hour() > 0.0;
        let view = |outlook: &Outlook| OutlookView::new(outlook, priced);
        let (answer, machines) = match plan.answer {
            Answer::Here => ("here", Some(0)),
            Answer::HereFirst => ("here_first", Some(0)),
            Answer::Machines => ("machines", plan.fleet.as_ref().map(|fleet| fleet.machines)),
            Answer::OutOfReach => ("out_of_reach", None),
        };
        Self {
            answer,
            machines,
            asked: AskedView {
                zero_bits: asked.zero_bits,
                nonce_bits: asked.nonce_bits,
                deadline_secs: request.deadline.get(),
                confidence: request.confidence.get(),
                rate: machine.rate.get(),
                local_rate: request.here.map(|rate| rate.get()),
                boot_secs: machine.boot.get(),
                launch_secs: machine.launch.get(),
                price_per_hour: machine.price.get_per_hour(),
            },
            hashes: plan.hashes.ok(),
            here: plan.here.as_ref().map(view),
            fleet: plan.fleet.as_ref().map(view),
            reach: ReachView::new(&plan.reach),
            knee: plan.curve.knee,
            useful: plan.curve.useful,
            curve: plan.curve.points.iter().map(view).collect(),
        }
    }
}

impl OutlookView {
    fn new(outlook: &Outlook, priced: bool) -> Self {
        Self {
            machines: outlook.machines,
            // `+ 0.0` takes the sign off a zero.
            chance_by_deadline: outlook.chance_by_deadline + 0.0,
            confidence_secs: outlook.confidence_secs,
            quantiles: outlook
                .quantiles
                .iter()
                .map(|quantile| QuantileView {
                    confidence: quantile.confidence.get(),
                    secs: quantile.secs,
                })
                .collect(),
            mean_secs: outlook.mean_secs,
            mean_billed_secs: outlook.mean_billed_secs,
            deadline_billed_secs: outlook.deadline_billed_secs,
            most_billed_secs: outlook.most_billed_secs,
            mean_cost: priced.then_some(outlook.mean_cost),
            deadline_cost: priced.then_some(outlook.deadline_cost),
            most_cost: priced.then_some(outlook.most_cost),
        }
    }
}

impl ReachView {
    fn new(reach: &Reach) -> Self {
        Self {
            confidence: reach.confidence + 0.0,
            confidence_machines: reach.confidence_machines,
            deadline_secs: reach.deadline_secs,
            deadline_machines: reach.deadline_machines,
        }
    }
}
