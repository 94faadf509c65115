//! The planner through its public face: known tables, simulated searches, laws for any request.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod answers;
mod laws;
mod request;
mod simulation;
mod surface;
mod table;
