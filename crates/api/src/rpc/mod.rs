//! Bitcoin Core's JSON-RPC: values, requests, replies and error codes, without a transport.
//!
//! ```text
//! bytes -> Json::parse -> Request::parse -> positional (named parameters put in their places)
//!                                              |  a method of the serving crate
//! bytes <- Json::write <- reply            <---+  Json, or an RpcError
//! ```
//!
//! JSON is read and written by this module's own [`Json`], because this interface needs three
//! things at once that a map of floats loses: numbers digit by digit (an amount is eight decimals,
//! never a float), members in the order in which they were given, and the same member twice told
//! apart from once.
//!
//! **Does not know:** HTTP, methods, what a parameter means.

mod amount;
mod error;
mod json;
mod parse;
mod positional;
mod request;
mod write;

pub use amount::{amount_from_json, json_from_amount, parse_fixed_point};
pub use error::{RpcError, code};
pub use json::{Json, Kind};
pub use parse::JsonError;
pub use positional::{Name, positional};
pub use request::{Params, Request, Version, reply};

/// Bounds of this module.
pub mod limits {
    /// Nesting of arrays and objects in a request (`MAX_JSON_DEPTH` of Core's UniValue).
    pub const MAX_DEPTH: usize = 512;
}
