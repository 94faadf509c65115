//! Tests of `quarry-miner` from outside, against upstreams that do as a test says.
//!
//! Against real nodes it is tested in `crates/app`, which has one.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod failover;
mod getwork;
mod grind;
mod hostile;
mod local;
mod pool;
mod pool_books;
mod pool_direct;
mod pool_server;
mod template;
mod upstream;
