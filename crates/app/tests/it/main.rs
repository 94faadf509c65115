//! The built binary, as a user runs it: `up`, buying, killing, starting again, wrong input.
//!
//! Each test has a directory and an instance of its own, on free ports.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall stop with the place")]

mod bad_input;
mod bench;
mod bitcoind;
mod bitcoind_blocks;
mod cli;
mod compat;
mod dashboard;
mod fixture;
mod harness;
mod idle;
mod kill;
mod liar;
mod main_job;
mod mine;
mod mine_page;
mod node_stratum;
mod peers;
mod plan;
mod pool;
mod pool_books;
mod pool_rpc;
mod pool_tls;
mod script;
mod search;
mod share;
mod share_tls;
mod soak;
mod top;
mod up_mining;
