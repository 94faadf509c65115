//! A search over many machines: how many, for how long, at what cost.
//!
//! For now this crate holds the planner, [`plan`], and nothing else. The planner is pure: it opens
//! nothing, asks no clock, draws no random number, and gives the same plan for the same request.
//!
//! ```
//! use quarry_fleet::plan::*;
//! let request = Request {
//!     odds: Odds::from_zero_bits(36)?,
//!     deadline: Deadline::new(600.0)?,
//!     confidence: Confidence::new(0.95)?,
//!     machine: Machine::new(Rate::new(20e6)?),
//!     here: None,
//! };
//! let plan = plan(&request);
//! assert_eq!(plan.answer, Answer::Machines);
//! assert_eq!(plan.fleet.map(|fleet| fleet.machines), Some(18));
//! # Ok::<(), PlanError>(())
//! ```
//!
//! **Does not know:** how a machine is started or billed in truth, what a lease is, or who found
//! what. It plans before anything runs; what runs a search over a queue comes into this crate beside
//! it.

pub mod limits;
pub mod plan;
