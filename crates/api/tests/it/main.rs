//! The JSON-RPC of `quarry_api::rpc` through its public surface.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod amounts;
mod json;
mod miner;
mod names;
