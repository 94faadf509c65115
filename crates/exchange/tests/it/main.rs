//! The exchange server alone: what it keeps over restarts, and whom it lets in.
//!
//! Its node is an address where nobody answers: nothing here moves coins.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall stop with the place")]

mod requests;
mod restarts;
mod stage;
