//! For tests only: real programs of others, started, driven and ended, and stored fixtures.
//!
//! * [`browser`]: Chromium without a window, through its WebDriver.
//! * [`Bcoin`]: a Bitcoin node in JavaScript.
//! * [`StratumClient`]: a miner's side of Stratum in JavaScript.
//! * [`StratumProxy`]: both sides of Stratum in Python.
//! * [`Bitcoind`]: whatever is started and driven as bitcoind is.
//! * [`RpcClient`]: calls either of them.
//! * [`gbt_miner`]: mines on either of them, as BIP 22, 23 and 145 say.
//! * [`core_framework`]: runs a script under Bitcoin Core's functional test framework.
//! * [`fixture`]: data directories of released formats.
//!
//! A program that is missing is an error that says how to get it, never a test that is skipped.
//!
//! **Does not know:** any crate of ours, so that each of them can use it.

mod base64;
mod bcoin;
mod bitcoind;
pub mod browser;
pub mod core_framework;
pub mod fixture;
pub mod gbt_miner;
mod places;
mod program;
mod rpc;
mod stratum_client;
mod stratum_proxy;

pub use bcoin::{Bcoin, BcoinOptions};
pub use bitcoind::{Bitcoind, Stopped};
pub use program::{PeerError, free_address};
pub use rpc::{RpcClient, RpcError};
pub use stratum_client::StratumClient;
pub use stratum_proxy::StratumProxy;
