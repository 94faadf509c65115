//! How many machines find a nonce by a deadline, how sure that is, and what it costs.
//!
//! ```text
//!  zero bits or target --Odds--> hashes for the confidence
//!                                     |
//!  Machine (rate, boot, launch) --- plan --> fleet: the fewest machines that do them by the deadline
//!                                     |      here: what this machine alone would do
//!                                     |      curve: time and cost over the number of machines, knee
//!                                     +----> answer: here, machines, or out of reach and what is not
//! ```
//!
//! The law is exact ([`Odds`]), for equal machines whose times are known ([`Machine`]). It does not
//! know about machines that fail, are taken away, or differ; a plan is made before anything runs.
//! A machine that is only asked whether it is faster than a fleet (`here`) does not help the fleet.

mod curve;
mod machines;
mod odds;
mod values;

pub use curve::{Curve, Outlook};
pub use machines::Machine;
pub use odds::{NotReachable, Odds, Quantile, SHOWN_CONFIDENCES};
pub use values::{Confidence, Deadline, PlanError, Price, Rate, Secs};

use crate::limits::MAX_MACHINES;

/// What is to be planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// How hard the search is.
    pub odds: Odds,
    /// By when it shall have found something.
    pub deadline: Deadline,
    /// With what confidence.
    pub confidence: Confidence,
    /// The machines that can be had.
    pub machine: Machine,
    /// What this machine hashes, which costs nothing and is up already; `None` if it cannot.
    pub here: Option<Rate>,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// No machines: this one meets deadline and confidence by itself.
    Here,
    /// No machines: this one is expected to end before the first of them would be up. It does not
    /// meet the confidence by the deadline by itself, though [`Plan::fleet`] would.
    HereFirst,
    /// As many machines as [`Plan::fleet`] has.
    Machines,
    /// Nothing meets deadline and confidence; [`Plan::reach`] says what comes nearest.
    OutOfReach,
}

/// A deadline or confidence that can be met, next to one that cannot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The highest probability of a hit by the deadline.
    pub confidence: f64,
    /// The fewest machines that give it; 0 is this machine alone.
    pub confidence_machines: u32,
    /// The shortest deadline for the confidence, in seconds; `None` if the space does not hold it.
    pub deadline_secs: Option<f64>,
    /// The fewest machines that meet that deadline; 0 is this machine alone.
    pub deadline_machines: Option<u32>,
}

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What to do.
    pub answer: Answer,
    /// Hashes that give the confidence.
    pub hashes: Result<f64, NotReachable>,
    /// This machine alone, if it can hash.
    pub here: Option<Outlook>,
    /// The fewest machines that meet deadline and confidence, if any do.
    pub fleet: Option<Outlook>,
    /// What can be reached at the utmost.
    pub reach: Reach,
    /// Time and cost over the number of machines.
    pub curve: Curve,
}

/// Plans a search. The same request gives the same plan.
#[must_use]
pub fn plan(request: &Request) -> Plan {
    let hashes = request.odds.hashes_for(request.confidence);
    let deadline_secs = request.deadline.get();
    let machine = &request.machine;
    let fewest = hashes.ok().and_then(|hashes| machine.fewest_for(hashes, deadline_secs));
    let here = request.here.map(|rate| curve::here(request, rate));
    let reach = reach(request, hashes.ok(), here.as_ref());
    let ends_first = |here: &Outlook| here.mean_secs <= machine.first_up_secs();
    let answer = match (&here, fewest) {
        (Some(here), _) if here.meets(deadline_secs) => Answer::Here,
        (Some(here), Some(_)) if ends_first(here) => Answer::HereFirst,
        (_, Some(_)) => Answer::Machines,
        (_, None) => Answer::OutOfReach,
    };
    Plan {
        answer,
        hashes,
        here,
        fleet: fewest.map(|count| curve::outlook(request, machine, count)),
        reach,
        curve: Curve::new(request, fewest),
    }
}

fn reach(request: &Request, hashes: Option<f64>, here: Option<&Outlook>) -> Reach {
    let machine = &request.machine;
    let deadline_secs = request.deadline.get();
    // More hashes than the space has are of no use, nor are the machines for them.
    let most = machine.hashes_by(MAX_MACHINES, deadline_secs).min(request.odds.space_hashes());
    let mut reach = Reach {
        confidence: request.odds.chance_after(most),
        confidence_machines: machine.fewest_for(most, deadline_secs).unwrap_or(MAX_MACHINES),
        deadline_secs: None,
        deadline_machines: None,
    };
    if let Some(hashes) = hashes {
        let fastest = machine.fastest_for(hashes);
        reach.deadline_secs = Some(machine.secs_for(fastest, hashes));
        reach.deadline_machines = Some(fastest);
    }
    let Some(here) = here else { return reach };
    if here.chance_by_deadline >= reach.confidence {
        reach.confidence = here.chance_by_deadline;
        reach.confidence_machines = 0;
    }
    if let Some(secs) = here.confidence_secs
        && reach.deadline_secs.is_some_and(|fleet_secs| secs <= fleet_secs)
    {
        reach.deadline_secs = Some(secs);
        reach.deadline_machines = Some(0);
    }
    reach
}
