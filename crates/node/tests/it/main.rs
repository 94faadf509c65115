//! The node from outside: its network over real sockets.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a wrong value fails the test")]

mod p2p;
mod p2p_hostile;

mod p2p_support;
mod p2p_time;
#[path = "../../../net/tests/it/toy.rs"]
mod toy;
