//! Miners who ask a pool for their work over HTTP, as those from before Stratum do: `getwork`, and
//! `getblocktemplate` with `submitblock` (BIP-22, BIP-23, BIP-145).
//!
//! ```text
//! body of a request --> call::Call::read --> Ask --> Desk::ask --> stratum::server::Server (join, work, solve)
//!                                                       |
//!                                     Answer --> Answer::to_json --> body of the answer
//! ```
//!
//! Each user of each address is one connection of the pool's server, so that its shares are in the same
//! books, and meet the same rules, as those of Stratum's miners. A pool makes the coinbase: templates have
//! `coinbasetxn`, and what a miner may add to it is what it gets extranonces from (`coinbase/append`).
//!
//! **Does not know** HTTP, sockets, or when a long poll is answered.

mod answer;
mod call;
mod desk;

pub use answer::{Answer, DirectTemplate, transactions};
pub use call::{Ask, BadCall, Call, SubmittedBlock};
pub use desk::{Desk, Refused, Who};
