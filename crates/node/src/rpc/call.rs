//! One call as a method sees it: its parameters, and what the process lends it.
//!
//! Does not know how the call came in.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use quarry_api::rpc::{Json, RpcError, code};
use quarry_primitives::{Network, OutPoint, ScriptBuf, TxOut};
use quarry_service::{Clock, EventHub};

use super::exec::Server;
use super::log_categories::LogCategories;
use super::method::Method;
use crate::Node;

/// What an index of the chain has reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexStatus {
    /// Its name, like `txindex`.
    pub name: String,
    /// Whether it has seen every block.
    pub synced: bool,
    /// The last block it has seen.
    pub best_block_height: u32,
}

/// An unspent output, in the chain or in the mempool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCoin {
    /// The output.
    pub output: TxOut,
    /// Whether a block's first transaction made it.
    pub is_coinbase: bool,
}

/// Finds unspent outputs in the chain and the mempool.
pub type FindCoins = Arc<dyn Fn(&[OutPoint]) -> Vec<Option<FoundCoin>> + Send + Sync>;
/// Sets the process's clock to a time in seconds, or back to the system's with `None`.
pub type SetMockTime = Arc<dyn Fn(Option<u64>) + Send + Sync>;

/// What the methods need from the process.
#[derive(Clone)]
pub struct RpcDeps {
    /// Whose prefixes addresses and keys have.
    pub network: Network,
    /// The process's clock.
    pub clock: Clock,
    /// Where the server's handle tells events.
    pub events: EventHub,
    /// Ends the process in good order.
    pub stop: Arc<dyn Fn() + Send + Sync>,
    /// Moves the clock; none where the network does not allow it.
    pub set_mock_time: Option<SetMockTime>,
    /// What is written to the log.
    pub log: LogCategories,
    /// Where the log is.
    pub log_path: PathBuf,
    /// Where `savemempool` writes.
    pub mempool_path: PathBuf,
    /// Whom blocks pay that the node makes alone (`getwork`); none, and it makes none.
    pub coinbase: Option<ScriptBuf>,
    /// Where coins are found.
    pub coins: FindCoins,
    /// The node, once its chain is open; no call gets through before.
    pub node: Arc<OnceLock<Node>>,
    /// The indexes that are kept.
    pub indexes: Arc<dyn Fn() -> Vec<IndexStatus> + Send + Sync>,
}

impl fmt::Debug for RpcDeps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RpcDeps").field("network", &self.network).finish_non_exhaustive()
    }
}

/// A call with positional parameters of the right number and types.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(super) method: &'static Method,
    pub(super) params: Vec<Json>,
    pub(super) server: Arc<Server>,
}

impl Call {
    /// What the process lends.
    pub(crate) fn deps(&self) -> &RpcDeps {
        &self.server.deps
    }

    /// The node.
    pub(crate) fn node(&self) -> Result<&Node, RpcError> {
        let missing = || RpcError::new(code::IN_WARMUP, "Loading block index…");
        self.deps().node.get().ok_or_else(missing)
    }

    /// Ends when the server has to end.
    pub(crate) async fn stopping(&self) {
        self.server.stopping.cancelled().await;
    }

    /// Whether the server has to end.
    pub(crate) fn is_stopping(&self) -> bool {
        self.server.stopping.is_cancelled()
    }

    /// All parameters as they were given.
    pub(crate) fn params(&self) -> &[Json] {
        &self.params
    }

    /// A parameter by its name; `null` where it was left out.
    pub(crate) fn arg(&self, name: &str) -> &Json {
        static NULL: Json = Json::Null;
        let place = self.method.args.iter().position(|arg| arg.first_name() == name);
        debug_assert!(place.is_some(), "{} has no parameter {name}", self.method.name);
        place.and_then(|place| self.params.get(place)).unwrap_or(&NULL)
    }

    /// A text.
    pub(crate) fn text(&self, name: &str) -> Result<&str, RpcError> {
        self.arg(name).as_str()
    }

    /// An integer, unless it was left out.
    pub(crate) fn maybe_int<T: std::str::FromStr>(
        &self,
        name: &str,
    ) -> Result<Option<T>, RpcError> {
        let value = self.arg(name);
        if value.is_null() { Ok(None) } else { value.as_int().map(Some) }
    }

    /// A truth value, unless it was left out.
    pub(crate) fn maybe_bool(&self, name: &str) -> Result<Option<bool>, RpcError> {
        let value = self.arg(name);
        if value.is_null() { Ok(None) } else { value.as_bool().map(Some) }
    }

    /// A text, unless it was left out.
    pub(crate) fn maybe_text(&self, name: &str) -> Result<Option<&str>, RpcError> {
        let value = self.arg(name);
        if value.is_null() { Ok(None) } else { value.as_str().map(Some) }
    }
}
