//! What miners and those who give them work say to one another: getwork, getblocktemplate (BIP-22,
//! BIP-23, BIP-145) and Stratum, each from both sides.
//!
//! ```text
//! getblocktemplate reply --> Template --job()--> StratumJob --work()--> pow::Work --> position
//! mining.notify -------------------------------> StratumJob                              |
//!                                                     |                                  |
//!   block bytes <-- Template::block() <-- Solution <--+---------- solution() <-----------+
//! ```
//!
//! - [`template`]: a block to be, as a node gives it out; a job for a payout, and the block of its
//!   solution.
//! - [`job`]: the form in which work travels, whoever gave it: two halves of a coinbase with room for
//!   extranonces, the way to the Merkle root, and a header's other fields.
//! - [`difficulty`]: Stratum's number for a target.
//! - [`stratum`]: Stratum v1: its lines, a pool, a miner's connection to one, the books and the payout.
//! - [`template_reply`], [`verdict`]: a node's `getblocktemplate` and what it says to a block.
//! - [`direct`]: a pool's miners who ask for their work, by `getwork` or `getblocktemplate`.
//! - [`getwork`], [`pyminer`]: the first miners' protocol, and the settings of one of them.
//!
//! **Does not know:** sockets, clocks (a [`Now`](quarry_primitives::Now) is handed in), threads, how
//! hits are found (`pow`), or which blocks are valid (`chain`).

pub mod difficulty;
pub mod direct;
pub mod getwork;
pub mod job;
pub mod limits;
pub mod pyminer;
pub mod stratum;
pub mod template;
pub mod template_reply;
pub mod verdict;

pub use difficulty::Difficulty;
pub use getwork::{GetWork, GetWorkError};
pub use job::{Solution, StratumJob};
pub use pyminer::{PyminerConfig, PyminerError};
pub use template::{CoinbasePlan, Template, TemplateError, TemplateTx};
pub use template_reply::{ReplyError, TemplateReply};
pub use verdict::Verdict;
