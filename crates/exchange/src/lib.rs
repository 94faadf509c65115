//! The running market: the exchange server, and the user's client that buys and sells.
//!
//! ```text
//! signed request ─> verify signature ─> Sequencer ─> command log (fsync) ─> Market::apply ─> answer
//!                                          ^                                   │ events
//!   scanner: blocks of the node ───────────┤                                   v
//!   payer: signs and sends withdrawals ────┤                                EventHub
//!   timer: leases and orders that end ─────┘
//! ```
//!
//! One thread, the *sequencer*, owns the order of commands: it writes each to the log before the
//! market's state machine sees it, many in one transaction when many wait (group commit). Readers
//! look at the state under a read lock. After a crash the log is replayed and everything that was
//! acknowledged is there again.
//!
//! **Architecture invariant:** the HTTP side holds no chain key; it can only derive deposit
//! addresses. Signing sits behind [`quarry_wallet::Signer`], in the payer.
//!
//! **Does not know:** the market's rules (`quarry_market`), the node's insides (it talks to its REST
//! API like anybody), accounts' names, pages.

mod client;
mod node_client;
mod server;

pub use client::{
    AccountClient, Client, ClientError, IdempotencyKey, SellerConfig, new_idempotency_key,
    start_seller,
};
pub use node_client::{NodeClient, NodeClientError};
pub use server::{
    Exchange, ExchangeConfig, ExchangeDeps, ExchangeError, MakeSigner, TOPICS, operator_router,
    start,
};

/// Bounds of the exchange server.
pub mod limits {
    use std::time::Duration;

    /// Commands that wait for the sequencer; more are told to come back later.
    pub const MAX_WAITING_COMMANDS: usize = 4096;
    /// Commands written to the log in one transaction.
    pub const MAX_BATCH: usize = 256;
    /// Commands between two snapshots.
    pub const SNAPSHOT_EVERY: u64 = 10_000;
    /// How long a question for leases may wait.
    pub const MAX_WAIT: Duration = Duration::from_secs(30);
    /// Jobs, orders or trades in one list.
    pub const MAX_LISTED: usize = 100;
    /// Leases whose progress is remembered.
    pub const MAX_PROGRESS: usize = 1024;
    /// Bytes of a signed request's body.
    pub const MAX_BODY: usize = 256 * 1024;
    /// Pause before the node is asked again after it could not be reached.
    pub const NODE_RETRY: Duration = Duration::from_millis(500);
    /// How often unconfirmed payouts are sent again.
    pub const RESEND: Duration = Duration::from_secs(10);
}
