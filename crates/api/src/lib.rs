//! Request, response, event and error types of every HTTP surface.
//!
//! The types here are what goes over the wire and nothing else: they carry no behaviour of a node or
//! an exchange, and the serving crate converts its own types into these. One vocabulary serves the
//! CLI, the dashboard, scripts and (later) other languages.
//!
//! * [`node`]: the chain's REST API, `/v1/...` of a node.
//! * [`exchange`]: the market's REST API, `/v1/...` of an exchange.
//! * [`miner`]: what a miner tells of itself.
//! * [`operator`]: what the operator of an instance sees of it.
//! * [`script`]: a spend step by step.
//! * [`signed`]: how a request to an exchange is signed (DESIGN 6.7), with its one codec.
//! * [`rpc`]: Bitcoin Core's JSON-RPC, with its own error codes and units.
//! * [`error`]: the one error body of all others.
//!
//! But for [`rpc`], amounts are integers in base units; times are milliseconds since the Unix epoch and end in
//! `_ms`; bytes are lower-case hex; hashes of blocks and transactions are in Bitcoin's display order.
//!
//! **Does not know:** HTTP libraries, rules, or how anything is stored.

pub mod error;
pub mod exchange;
pub mod miner;
pub mod node;
pub mod operator;
pub mod pool;
pub mod rpc;
pub mod script;
pub mod signed;

pub use error::{ApiError, ErrorBody};
