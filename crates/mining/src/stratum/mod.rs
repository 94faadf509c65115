//! Stratum v1: work is pushed to miners over a line of JSON each way, and they send shares back.
//!
//! ```text
//!   bytes of a socket --> line::Lines --> one line
//!                                          |
//!   pool side   server::Server::step(now, Event::Line) ----> Action::{Send, Share, Block, Ban, Close}
//!   miner side  client::Client::step(now, Event::Line) ----> Action::{Send, Work, Share, Reconnect, Close}
//!                                          |
//!                          message::{FromMiner, FromPool}, typed, with byte-exact encodings
//! ```
//!
//! - [`mod@line`]: cutting bytes into lines, JSON that is bounded before it is read, ids, replies.
//! - [`message`]: what either side says, typed; how numbers and hashes are written.
//! - [`server`]: all connections of a pool: jobs, shares, difficulty, limits and bans.
//! - [`client`]: one connection to a pool.
//! - [`accounts`]: what each worker and each address did; [`payout`]: what it earns them;
//!   [`books`]: both as they are kept while no pool runs.
//!
//! Facts are from the original description of the protocol (Slush's pool, 2012), from the Bitcoin wiki's page
//! "Stratum mining protocol", and from BIP-310.
//!
//! **Does not know:** sockets, TLS, clocks, threads; how hits are found.

pub mod accounts;
pub mod books;
pub mod client;
pub mod line;
pub mod message;
pub mod payout;
pub mod server;
