//! The crate from outside: its bytes, its machine with scripted peers, and whole networks of it.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::needless_pass_by_value,
    reason = "helpers of tests: a wrong value fails the test"
)]

mod addresses;
mod chaos;
mod codec;
mod malformed;
mod peers_scripted;
mod sim;
mod support;
mod sync;
mod toy;
mod txs;
