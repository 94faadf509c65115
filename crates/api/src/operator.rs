//! What the operator of an instance sees of it: local accounts, rates, the dashboard's data.
//!
//! Served by the operator listener only (session or bearer token). Does not know secrets.

use quarry_primitives::{AccountKey, Amount};
use serde::{Deserialize, Serialize};

use crate::exchange::{BookView, ExchangeInfo, JobView, TradeView};
use crate::node::{BlockSummary, ChainInfo};

/// A local account with its money: `quarry account list --json` is a list of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountEntry {
    /// Local name: `albert`.
    pub name: String,
    /// Its address on the chain.
    pub address: String,
    /// Its key.
    pub account: AccountKey,
    /// Confirmed chain balance, base units.
    pub balance: Amount,
    /// Free exchange balance, base units.
    pub exchange_balance: Amount,
    /// On hold at the exchange for orders and jobs, base units.
    pub exchange_held: Amount,
    /// On its way from the exchange to the chain, base units.
    pub exchange_withdrawing: Amount,
}

/// One point of the hash-rate line (topic `rate`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateSample {
    /// When, milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// All hashes a second of this process.
    pub hashes_per_second: u64,
}

/// Everything that the dashboard shows, for its first paint; topics of the event stream replace its
/// parts afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DashboardData {
    /// Name of the instance (its data directory).
    pub instance: String,
    /// Topic `chain`.
    pub chain: ChainInfo,
    /// Newest first; topic `block` adds one.
    pub blocks: Vec<BlockSummary>,
    /// Oldest first, bounded; topic `rate` adds one.
    pub rates: Vec<RateSample>,
    /// Topic `exchange`.
    pub exchange: ExchangeInfo,
    /// Topic `book`.
    pub book: BookView,
    /// Newest first; topic `trade` adds one.
    pub trades: Vec<TradeView>,
    /// Newest first; topic `job` replaces or adds one.
    pub jobs: Vec<JobView>,
    /// Topic `accounts`.
    pub accounts: Vec<AccountEntry>,
}

/// Answer to `POST /v1/dashboard-links`: a fresh single-use URL of the dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DashboardLink {
    /// The URL; good for one visit.
    pub url: String,
}
